/**
 * How sure each quantity of interest is, as a screen: three intervals side by side, which of them dominates, and what
 * would make the quantity surer.
 */
import { PARTY_IDS } from '../../model/actor';
import type { Facts } from '../../facts/schema';
import type { ScenarioUncertainty } from '../../analyses/sensitivity/study-options';
import type {
  EstimatedHalfWidth,
  QuantityUncertainty,
  PolicyMean,
  UncertaintySource,
  Uncertainty,
} from '../../analyses/uncertainty';
import { type AnswerForm, asGiven, checkAnswer } from '../../kit/answer-form';
import { UNCERTAINTY } from '../wording/answer-forms';
import { checkView } from '../wording/view-checks';
import { factorWording, quantityPoints, quantityValue } from '../wording/factor';
import {
  counted,
  heading,
  listed,
  partyName,
  percent,
  screen,
  signatureLines,
  table,
  thousands,
  wrap,
  type Paint,
} from '../wording/text';

/** How the uncertainty is shown. */
export interface UncertaintyView {
  /** The facts on which it rests, for labels and meanings. */
  readonly facts: Facts;
  /** How the screen is coloured, and how wide it is. */
  readonly paint: Paint;
  /** The command that makes them again. */
  readonly command: string;
}

const VIEW: AnswerForm<UncertaintyView> = {
  what: 'an object with facts, paint and command',
  fields: { facts: 'object', paint: 'object', command: 'text' },
};

/** What an interval is called. */
export const UNCERTAINTY_NAMES: Readonly<Record<UncertaintySource, string>> = {
  sampling: 'sampling',
  assumptions: 'assumptions',
  actorModel: 'decision rules',
};

/** A party's share of the spread from which its rule is said to matter most. */
const MOST_OF_IT = 0.6;

const NOTHING = 'not distinguishable from zero';

/**
 * The three half-widths in points, each behind its sign: `±1.3`. Those that cannot be told from zero stand in brackets, and are told by
 * their upper limit where the variance came out at or below zero: `(to 4.1)`; a dash where there is nothing to tell.
 */
export function uncertaintyCells(found: QuantityUncertainty): readonly [string, string, string] {
  const points = (value: number) => quantityPoints(found, value, found.unit === 'probability' ? 1 : 1);
  const estimated = ({ halfWidth, high, distinguishable, why }: EstimatedHalfWidth) => {
    if (halfWidth === null) return why === 'one-pair-of-policies' ? '-' : `(to ${points(high)})`;
    return distinguishable ? `±${points(halfWidth)}` : `(±${points(halfWidth)})`;
  };
  return [`±${points(found.sampling.halfWidth)}`, estimated(found.assumptions), estimated(found.actorModel)];
}

const pairWording = ({ US, CN }: PolicyMean) => `${US} against ${CN}`;

function evidence(found: QuantityUncertainty, facts: Facts): string {
  const { drivers } = found;
  if (drivers.length === 0)
    return 'better evidence about the world, but no single quantity stands out among them';
  return `better evidence, first about ${listed(drivers.map(({ id }) => `“${factorWording(facts, id)}”`))}`;
}

function policiesAdvice(found: QuantityUncertainty, facts: Facts): string {
  const { lowest, highest, ruleShare } = found;
  const leading = PARTY_IDS.find((party) => ruleShare[party] >= MOST_OF_IT);
  const whose = leading === undefined ? 'each party follows' : `${partyName(facts, leading)} follows`;
  return `knowing which decision rule ${whose}: it is ${quantityValue(found, lowest.mean)} under ${pairWording(lowest)} and ${quantityValue(found, highest.mean)} under ${pairWording(highest)}`;
}

/** Which of the estimated intervals cannot be told from zero, and how wide each may be. */
function doubtOf(found: QuantityUncertainty): string {
  return (['assumptions', 'actorModel'] as const)
    .filter((name) => !found[name].distinguishable && found[name].high > 0)
    .map(
      (name) =>
        `${UNCERTAINTY_NAMES[name]}: ${NOTHING}, and up to ±${quantityPoints(found, found[name].high, 1)}`,
    )
    .join('; ');
}

/** Which interval of a quantity of interest is the widest and what would narrow it, without the name of the quantity. */
function whatNarrows(found: QuantityUncertainty, facts: Facts): string {
  const remedies: Readonly<Record<UncertaintySource, () => string>> = {
    sampling: () => 'more runs; four times as many halve it',
    assumptions: () => evidence(found, facts),
    actorModel: () => policiesAdvice(found, facts),
  };
  const { dominates } = found;
  if (dominates === null)
    return `which interval is the widest cannot be told by this design (${doubtOf(found)}). What would tell: more worlds, --own-worlds and --worlds.`;
  return `${UNCERTAINTY_NAMES[dominates]} ${dominates === 'sampling' ? 'counts' : 'count'} most. What would narrow it: ${remedies[dominates]()}.`;
}

/** Which interval is the widest and what would narrow it, each sentence once for all quantities of which it holds. */
export function whatReduces(found: readonly QuantityUncertainty[], facts: Facts): string[] {
  const titles = new Map<string, string[]>();
  for (const one of found) {
    const text = whatNarrows(one, facts);
    titles.set(text, [...(titles.get(text) ?? []), one.title]);
  }
  return [...titles].map(([text, about]) => `${about.join('; ')}: ${text}`);
}

/** How the uncertainty was found, in a sentence or two. */
export function uncertaintyMethod({ design, runs }: Uncertainty): string {
  const { pairs, ownWorlds, worlds, replicates, episodes } = design;
  const others =
    pairs > 1
      ? `, and ${thousands(worlds)} under each of ${pairs - 1} other pairs of rules, all with equal weight`
      : '';
  return `From a nested design of ${thousands(episodes)} episodes: ${thousands(ownWorlds)} worlds under the scenario's own decision rules${others}, ${counted(replicates, 'episode')} in each. Half-widths are 1.96 standard deviations, in percentage points, of the model alone; sampling is that of ${thousands(runs)} runs. In brackets: ${NOTHING} by this design; “to” where the estimate is zero or less, with the most that it may be.`;
}

/** How many quantities of interest each interval dominates, as a sentence. */
export function uncertaintyVerdict({ headlines: quantities }: Uncertainty): string {
  const names: readonly UncertaintySource[] = ['assumptions', 'actorModel', 'sampling'];
  const untold = quantities.filter(({ dominates }) => dominates === null).length;
  const said = names
    .map((name) => ({ name, n: quantities.filter(({ dominates }) => dominates === name).length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map(({ name, n }) => `of ${UNCERTAINTY_NAMES[name]} in ${n}`);
  const runs = quantities.some(({ dominates }) => dominates === 'sampling' || dominates === null)
    ? ''
    : ' More runs would make none of them surer in earnest.';
  const widest = said.length === 0 ? [] : [`the widest interval is that ${listed(said)}`];
  const unknown = untold === 0 ? [] : [`which is the widest cannot be told in ${untold}`];
  return `Of ${quantities.length} quantities of interest ${[...widest, ...unknown].join('; ')}.${runs}`;
}

/**
 * The uncertainty as a screen of the width of its paint (the last line, a command, is never broken). Pure.
 * @param found - Intervals of each quantity of interest, as `uncertainty` gives them.
 * @param view - Facts for labels, colours and width, and the command for the last line.
 * @throws InputError when `found` is no answer of `uncertainty`, or something of the view is none.
 *
 * @example
 * const found = uncertainty('kuala-lumpur-2025', { ownWorlds: 4, worlds: 2, policies: ['crisis-game', 'hard-liner'] });
 * uncertaintyText(found, { facts, paint: PLAIN, command: 'detente uncertainty kuala-lumpur-2025' })
 */
export function uncertaintyText(found: ScenarioUncertainty, view: UncertaintyView): string {
  checkAnswer('found', found, UNCERTAINTY);
  checkView(view, VIEW);
  return asGiven('found', [found, view], () => {
    const { facts, paint, command } = view;
    const rows = found.headlines.map((quantity) => [
      quantity.title,
      quantityValue(quantity, quantity.mean),
      ...uncertaintyCells(quantity),
    ]);
    const shares = found.headlines
      .filter((quantity) => quantity.actorModel.distinguishable && found.design.pairs > 1)
      .map(({ title, ruleShare }) => `${title} ${percent(ruleShare.US, 0)} and ${percent(ruleShare.CN, 0)}`);
    return screen(paint, [
      ...heading(paint, `How sure each quantity of interest of ${found.scenario} is`),
      ...wrap(paint, uncertaintyVerdict(found), '  '),
      ...wrap(paint, uncertaintyMethod(found), '  ').map(paint.dim),
      '',
      ...table(paint, ['', 'value', 'sampling', 'assumptions', 'decision rules'], rows, {
        align: ['left', 'right', 'right', 'right', 'right'],
      }),
      '',
      ...whatReduces(found.headlines, facts).flatMap((text) => wrap(paint, text, '  - ', '    ')),
      ...(shares.length === 0
        ? []
        : [
            '',
            ...wrap(
              paint,
              `Share of the spread between rules that goes with the rule of ${partyName(facts, 'US')} alone and with that of ${partyName(facts, 'CN')} alone: ${shares.join('; ')}.`,
              '  ',
            ).map(paint.dim),
          ]),
      '',
      ...signatureLines(paint, {
        version: found.version,
        made: `${thousands(found.design.episodes)} episodes, seed ${JSON.stringify(found.seed)}`,
        command,
      }),
    ]);
  });
}
