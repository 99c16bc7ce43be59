/**
 * How sure each headline is, as a screen: three widths side by side, which of them dominates, and what would make the
 * headline surer.
 */
import { PARTY_IDS } from '../../model/actor';
import type { Facts } from '../../facts/schema';
import type { ScenarioWidths } from '../../analyses/sensitivity/study-options';
import type { EstimatedWidth, HeadlineWidths, RuleMean, WidthName, Widths } from '../../analyses/uncertainty';
import { factorWords, headlinePoints, headlineValue } from '../wording/factor';
import {
  columns,
  counted,
  listed,
  partyName,
  percent,
  screen,
  thousands,
  wrap,
  type Paint,
} from '../wording/text';

/** How widths are shown. */
export interface WidthsView {
  readonly facts: Facts;
  readonly paint: Paint;
  /** The command that makes them again. */
  readonly command: string;
}

/** What a width is called. */
export const WIDTH_NAMES: Readonly<Record<WidthName, string>> = {
  sampling: 'sampling',
  assumptions: 'assumptions',
  actorModel: 'actor model',
};

/** A party's share of the spread from which its rule is said to matter most. */
const MOST_OF_IT = 0.6;

const NOTHING = 'not distinguishable from zero';

/** The three widths in points, each behind its sign: `±1.3`. Those that cannot be told from zero stand in brackets. */
export function widthCells(found: HeadlineWidths): readonly [string, string, string] {
  const points = (value: number) => headlinePoints(found, value, found.unit === 'probability' ? 1 : 1);
  const estimated = (width: EstimatedWidth) =>
    width.distinguishable ? `±${points(width.halfWidth)}` : `(±${points(width.halfWidth)})`;
  return [`±${points(found.sampling.halfWidth)}`, estimated(found.assumptions), estimated(found.actorModel)];
}

const pairWords = ({ US, CN }: RuleMean) => `${US} against ${CN}`;

function evidence(found: HeadlineWidths, facts: Facts): string {
  const { drivers } = found;
  if (drivers.length === 0)
    return 'better evidence about the world, but no single quantity stands out among them';
  return `better evidence, first about ${listed(drivers.map(({ id }) => `“${factorWords(facts, id)}”`))}`;
}

function rules(found: HeadlineWidths, facts: Facts): string {
  const { lowest, highest, ruleShare } = found;
  const leading = PARTY_IDS.find((party) => ruleShare[party] >= MOST_OF_IT);
  const whose = leading === undefined ? 'each party follows' : `${partyName(facts, leading)} follows`;
  return `knowing which decision rule ${whose}: it is ${headlineValue(found, lowest.mean)} under ${pairWords(lowest)} and ${headlineValue(found, highest.mean)} under ${pairWords(highest)}`;
}

/** Which width dominates a headline and what would reduce it, in a sentence. */
export function whatReduces(found: HeadlineWidths, facts: Facts): string {
  const remedies: Readonly<Record<WidthName, () => string>> = {
    sampling: () => 'more runs: four times as many halve it',
    assumptions: () => evidence(found, facts),
    actorModel: () => rules(found, facts),
  };
  const { dominates } = found;
  const doubtful = dominates !== 'sampling' && !found[dominates].distinguishable;
  const doubt = doubtful ? `, though ${NOTHING} by this design` : '';
  return `${found.title}: the ${WIDTH_NAMES[dominates]} width dominates${doubt}. What would reduce it: ${remedies[dominates]()}.`;
}

/** How the widths were found, in a sentence or two. */
export function widthsMethod({ design, runs }: Widths): string {
  const { pairs, ownWorlds, worlds, replicates, episodes } = design;
  const others =
    pairs > 1
      ? `, and ${thousands(worlds)} under each of ${pairs - 1} other pairs of rules, all with equal weight`
      : '';
  return `From a nested design of ${thousands(episodes)} episodes: ${thousands(ownWorlds)} worlds under the scenario's own decision rules${others}, ${counted(replicates, 'episode')} in each. Half-widths are 1.96 standard deviations, in percentage points; sampling is that of ${thousands(runs)} runs. In brackets: ${NOTHING} by this design.`;
}

/** How many headlines each width dominates, as a sentence. */
export function widthsVerdict({ headlines }: Widths): string {
  const names: readonly WidthName[] = ['assumptions', 'actorModel', 'sampling'];
  const said = names
    .map((name) => ({ name, n: headlines.filter(({ dominates }) => dominates === name).length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map(({ name, n }) => `${WIDTH_NAMES[name]} in ${n}`);
  const runs = headlines.some(({ dominates }) => dominates === 'sampling')
    ? ''
    : ' More runs would make none of them surer in earnest.';
  return `Of ${headlines.length} headlines, the widest is ${listed(said)}.${runs}`;
}

/** Title of a headline with its value, cut to the room that there is. */
const TITLE_WIDTH = 32;

/** The widths as a screen of 80 columns (the last line, a command, is never broken). Pure. */
export function widthsText(found: ScenarioWidths, { facts, paint, command }: WidthsView): string {
  const rows = found.headlines.map((headline) => [
    headline.title.length > TITLE_WIDTH ? `${headline.title.slice(0, TITLE_WIDTH - 1)}…` : headline.title,
    headlineValue(headline, headline.mean),
    ...widthCells(headline),
  ]);
  const [head, ...lines] = columns(
    [['', 'value', 'sampling', 'assumptions', 'actor model'], ...rows],
    ['left', 'right', 'right', 'right', 'right'],
  );
  const shares = found.headlines
    .filter((headline) => headline.actorModel.distinguishable && found.design.pairs > 1)
    .map(({ title, ruleShare }) => `${title} ${percent(ruleShare.US, 0)} and ${percent(ruleShare.CN, 0)}`);
  return screen([
    paint.bold(`How sure each headline of ${found.scenario} is`),
    ...wrap(widthsMethod(found), '  '),
    '',
    paint.dim(head!),
    ...lines,
    '',
    ...wrap(widthsVerdict(found), '  '),
    ...found.headlines.flatMap((headline) => wrap(whatReduces(headline, facts), '  - ', '    ')),
    ...(shares.length === 0
      ? []
      : [
          '',
          ...wrap(
            `Share of the spread between rules that goes with the rule of ${partyName(facts, 'US')} alone and with that of ${partyName(facts, 'CN')} alone: ${shares.join('; ')}.`,
            '  ',
          ).map(paint.dim),
        ]),
    '',
    ...[
      `detente ${found.version}, ${thousands(found.design.episodes)} episodes, seed ${JSON.stringify(found.seed)}`,
      `again: ${command}`,
    ].map(paint.dim),
  ]);
}
