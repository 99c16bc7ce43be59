/**
 * The figures of studies that the pages publish: what moves the base scenario's answer and how sure it is (`docs/sensitivity.md`, the
 * README, `docs/reading-an-answer.md`), what would have to be true (`docs/flip.md`), and why a promise changes it (`docs/compare.md`).
 * `npm run studies` makes every study anew, which takes some ten minutes, and writes its tables and sentences between the marks. Each
 * sentence holds whatever the figures are: what a change of the model may turn round is told by the figures and not taken for granted.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { facts } from '../src/entries/data';
import {
  loadScenario,
  type ChangedParameter,
  type ExplainedDifference,
  type Flip,
} from '../src/entries/index';
import type {
  FactorShares,
  PolicyMean,
  QuantityUncertainty,
  ScenarioUncertainty,
  ScreeningAnswer,
  Sensitivity,
  ShareOfVariance,
  Tornado,
  VarianceShares,
} from '../src/entries/studies';
import { endThreads, onThreads } from '../src/entries/node';
import { namesOf } from '../src/entries/report';
import { PARTY_IDS } from '../src/model/actor';
import { factorWording, quantityChange, quantityPoints, quantityValue } from '../src/report/wording/factor';
import { differencePhrase } from '../src/report/wording/step-phrases';
import { fixed, listed, sentence, thousands } from '../src/report/wording/text';
import { formattedAs, markdownTable, withPart } from './marked-parts';

const root = fileURLToPath(new URL('..', import.meta.url));

const BASE = 'kuala-lumpur-2025';
const VARIANT = 'soybeans-first';
const ROLLBACK = 'class:rollback';
const seed = '1';

/** What each study is asked, as the library takes it and the pages tell it as a command. */
const ASKED = {
  tornado: { method: 'tornado', output: ROLLBACK, runs: 200, seed },
  screening: { method: 'morris', output: ROLLBACK, trajectories: 60, seed },
  shares: { method: 'sobol', output: ROLLBACK, rows: 4_096, seed },
  ownShares: { method: 'sobol', output: ROLLBACK, policies: 'own', rows: 4_096, seed },
  dutyShares: { method: 'sobol', output: 'mean:US', rows: 4_096, seed },
  uncertainty: { ownWorlds: 4_000, worlds: 200, runs: 4_000, seed },
  lead: { runs: 2_000, seed },
  past: { output: ROLLBACK, past: 0.6, runs: 2_000, seed },
  why: { runs: 1_000, histories: 100, seed },
} as const;

/** The answers behind the figures. */
export interface Studies {
  readonly tornado: Tornado;
  readonly screening: ScreeningAnswer;
  readonly shares: VarianceShares;
  readonly ownShares: VarianceShares;
  readonly dutyShares: VarianceShares;
  readonly uncertainty: ScenarioUncertainty;
  readonly lead: Flip;
  readonly past: Flip;
  readonly why: ExplainedDifference;
}

function by<M extends Sensitivity['method']>(method: M, found: Sensitivity) {
  if (found.method !== method) throw new Error(`asked by ${method}, answered by ${found.method}`);
  return found as Extract<Sensitivity, { readonly method: M }>;
}

/** Makes every study, one after the other, each on all threads. */
export async function studies(): Promise<Studies> {
  const { sensitivity, uncertainty, flip, explainDifference } = onThreads();
  return {
    tornado: by('tornado', await sensitivity(BASE, ASKED.tornado)),
    screening: by('morris', await sensitivity(BASE, ASKED.screening)),
    shares: by('sobol', await sensitivity(BASE, ASKED.shares)),
    ownShares: by('sobol', await sensitivity(BASE, ASKED.ownShares)),
    dutyShares: by('sobol', await sensitivity(BASE, ASKED.dutyShares)),
    uncertainty: await uncertainty(BASE, ASKED.uncertainty),
    lead: await flip(BASE, ASKED.lead),
    past: await flip(BASE, ASKED.past),
    why: await explainDifference(BASE, VARIANT, ASKED.why),
  };
}

/** A study as a command that makes it again. */
function command(words: string, asked: Readonly<Record<string, string | number>>): string {
  const options = Object.entries(asked).map(
    ([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${value}`,
  );
  return `\`detente ${words} ${options.join(' ')}\``;
}

const paragraphs = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');

/** Rows of a table of factors. */
const SHOWN = 8;
/** What follows what is not told from zero, and what it means. */
const DOUBT = ' \\*';
const DOUBT_MEANS = '\\* not distinguishable from zero.';

type Told = Parameters<typeof quantityValue>[0];

const percent = (share: number, digits = 1) => `${fixed(100 * share, digits)} %`;
const value = (quantity: Told, of: number) => quantityValue(quantity, of).replace('%', ' %');
/** A share of variance: `.17`. */
const short = (share: number) => fixed(share, 2).replace(/^(-?)0\./, '$1.');
const quoted = ({ title }: { readonly title: string }) => `“${title}”`;

/** A factor in words, a parameter with its name. */
const factor = (id: string) => factorWording(facts, id).replace(/ \(([\w.]+)\)$/, ' (`$1`)');

/** A factor in a sentence: a parameter by its name. */
const driver = (id: string) =>
  facts.parameters.some(({ name }) => name === id) ? `\`${id}\`` : `“${factorWording(facts, id)}”`;

const untold = (factors: readonly { readonly distinguishable: boolean }[]) =>
  factors.filter(({ distinguishable }) => !distinguishable).length;

/** How many factors there are of what kind, as a sentence. */
function factorsText({ screening: { factors } }: Studies): string {
  const rules = factors.filter(({ kind }) => kind === 'rule').length;
  const world = factors.filter(({ kind }) => kind !== 'rule' && kind !== 'chance').length;
  return `In the base scenario these are ${world} quantities of the world, ${rules === 2 ? 'two' : rules} rules and chance.`;
}

function tornadoText({ tornado: { headline, mean, bars, runs } }: Studies): string {
  const rows = bars.slice(0, SHOWN).map(({ id, kind, from, to, change, low, high, distinguishable }) => {
    const end = (one: typeof from) =>
      `${value(headline, one.mean)} ${kind === 'rule' ? 'under' : 'at'} ${one.at}`;
    const span = `${quantityChange(headline, low)} to ${quantityChange(headline, high)}`;
    const size = quantityChange(headline, change);
    return [factor(id), end(from), end(to), `${size}${distinguishable ? '' : DOUBT}`, span];
  });
  const longest = bars.slice(0, SHOWN);
  return paragraphs(
    `${command(`sensitivity ${BASE}`, ASKED.tornado)} has ${quoted(headline)} at ${value(headline, mean)} with every quantity of the world drawn, under the scenario's own policies. Its ${rows.length} longest bars, changes in percentage points:`,
    markdownTable(
      ['factor', 'from', 'to', 'change', '95 % interval'],
      ['---', '---', '---', '---:', '---'],
      rows,
    ),
    untold(longest) === 0 ? '' : DOUBT_MEANS,
    `Of ${bars.length} bars, ${untold(bars)} are not distinguishable from zero with ${runs} episodes at each end.`,
  );
}

function screeningText({ screening: { headline, factors, trajectories } }: Studies): string {
  const foremost = factors.slice(0, SHOWN);
  const points = (of: number) => quantityPoints(headline, of);
  const rows = foremost.map(({ id, mu, muStar, low, high, sigma, distinguishable }) => [
    factor(id),
    `${points(muStar)}${distinguishable ? '' : DOUBT}`,
    `${points(low)} to ${points(high)}`,
    mu === null ? 'no order' : quantityChange(headline, mu),
    points(sigma),
  ]);
  return paragraphs(
    `${command(`sensitivity ${BASE}`, ASKED.screening)} asks the same of Morris's method. The ${rows.length} largest effects, in percentage points:`,
    markdownTable(
      ['factor', '`mu*`', '95 % interval', 'signed mean', '`sigma`'],
      ['---', '---:', '---', '---:', '---:'],
      rows,
    ),
    untold(foremost) === 0 ? '' : DOUBT_MEANS,
    `With ${trajectories} trajectories ${untold(factors)} of ${factors.length} factors are not distinguishable from zero.`,
  );
}

function sharesTable(factors: readonly FactorShares[]): string {
  const cell = ({ share, low, high, distinguishable }: ShareOfVariance) =>
    `${short(share)} (${short(low)} to ${short(high)})${distinguishable ? '' : DOUBT}`;
  return paragraphs(
    markdownTable(
      ['factor', 'first', 'total'],
      ['---', '---', '---'],
      factors.map(({ id, first, total }) => [factor(id), cell(first), cell(total)]),
    ),
    untold(factors.flatMap(({ first, total }) => [first, total])) === 0 ? '' : DOUBT_MEANS,
  );
}

/** What one study of shares found, under the policies that it held possible. */
function sharesText(
  { headline, mean, knowable, factors }: VarianceShares,
  asked: Readonly<Record<string, string | number>>,
): string {
  const own = asked['policies'] === 'own';
  const under = own ? "under the scenario's own policies" : 'over all policies of the list for each party';
  const known = own ? 'the world were known' : 'world and rules were known';
  return paragraphs(
    `${command(`sensitivity ${BASE}`, asked)}: ${quoted(headline)}, ${value(headline, mean)} ${under}. If ${known}, chance would still leave ${percent(1 - knowable, 0)} of the variance of a single episode; what can be known explains ${percent(knowable, 0)}. The largest totals:`,
    sharesTable(factors.slice(0, SHOWN)),
  );
}

/** A meeting that is not held is one that is held, turned round. */
const published = ({ headlines }: ScenarioUncertainty) =>
  headlines.filter(({ id }) => id !== 'class:not-held');

/** A party's share of the spread from which its rule is said to matter most; the screen has the same. */
const MOST_OF_IT = 0.6;

function whatHelps(found: QuantityUncertainty): string {
  const { dominates, drivers, lowest, highest, ruleShare } = found;
  if (dominates === null) return 'more parameter draws would tell';
  if (dominates === 'sampling') return 'more runs';
  if (dominates === 'assumptions')
    return drivers.length === 0 ? 'no single quantity' : drivers.map(({ id }) => driver(id)).join(', ');
  const leading = PARTY_IDS.find((party) => ruleShare[party] >= MOST_OF_IT);
  const rules = (mean: PolicyMean) =>
    leading === undefined ? `${mean.US} against ${mean.CN}` : mean[leading];
  const whose =
    leading === undefined ? 'both rules' : leading === 'US' ? 'the American rule' : 'the Chinese rule';
  const end = (mean: PolicyMean) => `${value(found, mean.mean)} under ${rules(mean)}`;
  return `${whose}: ${end(lowest)}, ${end(highest)}`;
}

function halfWidth(
  quantity: QuantityUncertainty,
  { halfWidth: half, high, distinguishable }: QuantityUncertainty['assumptions'],
): string {
  if (half === null) return `not told from 0 (to ${quantityPoints(quantity, high)})`;
  const text = `±${quantityPoints(quantity, half)}`;
  return distinguishable ? text : `(${text})`;
}

function intervalsTable(found: ScenarioUncertainty): string {
  return markdownTable(
    [
      'quantity of interest',
      'value',
      `sampling, ${thousands(found.runs)} runs`,
      'assumptions',
      'decision rules',
      'what would help first',
    ],
    ['---', '---:', '---:', '---:', '---:', '---'],
    published(found).map((quantity) => [
      quantity.title,
      value(quantity, quantity.mean),
      `±${quantityPoints(quantity, quantity.sampling.halfWidth, quantity.mean === 0 ? 2 : 1)}`,
      halfWidth(quantity, quantity.assumptions),
      halfWidth(quantity, quantity.actorModel),
      whatHelps(quantity),
    ]),
  );
}

const dominatedBy = (found: ScenarioUncertainty, source: QuantityUncertainty['dominates']) =>
  published(found).filter(({ dominates }) => dominates === source);

/** How many times as wide as sampling the widest interval is, in whole numbers between which all lie: `13 to 125 times`. */
function timesText(quantities: readonly QuantityUncertainty[]): string {
  const ratios = quantities.map(({ dominates, sampling, assumptions, actorModel }) => {
    const widest = dominates === 'assumptions' ? assumptions : actorModel;
    return (widest.halfWidth ?? 0) / sampling.halfWidth;
  });
  const [least, most] = [Math.floor(Math.min(...ratios)), Math.ceil(Math.max(...ratios))];
  return least === most ? `${most} times` : `${least} to ${most} times`;
}

/** How far assumptions or decision rules outweigh sampling, and of which quantities they do not or nobody can tell. */
function ratioText({ uncertainty: found }: Studies): string {
  const all = published(found).length;
  const led = [...dominatedBy(found, 'assumptions'), ...dominatedBy(found, 'actorModel')];
  const [sampled, doubtful] = [dominatedBy(found, 'sampling'), dominatedBy(found, null)];
  const runs = `${thousands(found.runs)} runs`;
  const head =
    led.length === 0
      ? `In the base scenario no interval is told to be wider than that of sampling in ${runs}`
      : `In the base scenario the interval of what is not known of the parameters, or of the parties' decision rules, is ${timesText(led)} as wide as that of sampling in ${runs}, for ${led.length === all ? `all ${all}` : `${led.length} of ${all}`} quantities`;
  return `${[
    head,
    ...(doubtful.length === 0
      ? []
      : [`of ${listed(doubtful.map(quoted))} the design cannot tell which is the widest`]),
    ...(sampled.length === 0
      ? []
      : [
          `of ${listed(sampled.map((one) => `${quoted(one)} (${value(one, one.mean)})`))} sampling is the widest`,
        ]),
  ].join('; ')}.`;
}

/** Which of the intervals counts most for which quantities, as a sentence. */
function widestText(found: ScenarioUncertainty): string {
  const told = [
    ['The decision rules make', 'actorModel'],
    ['The assumptions make', 'assumptions'],
  ] as const;
  return told
    .flatMap(([who, source]) => {
      const quantities = dominatedBy(found, source);
      return quantities.length === 0
        ? []
        : [`${who} the widest interval of ${listed(quantities.map(quoted))}.`];
    })
    .join(' ');
}

function intervalsText(found: Studies): string {
  const { uncertainty: answer } = found;
  const { episodes, pairs, replicates } = answer.design;
  return paragraphs(
    `Half-widths in percentage points, by ${command(`uncertainty ${BASE}`, ASKED.uncertainty)}: ${thousands(episodes)} episodes, ${pairs} pairs of rules, ${replicates} episodes with each parameter draw.`,
    intervalsTable(answer),
    `Of two rules the American one stands first. ${ratioText(found)} ${widestText(answer)}`,
  );
}

const inLinks = (link: string) => (found: Studies) => `${ratioText(found)} See the [table](${link}).`;

/** A lead in points, and every other quantity as it is told everywhere. */
const flipValue = (found: Flip, of: number) =>
  found.quantity.startsWith('lead:') ? `${quantityChange(found, of)} points` : value(found, of);

const changed = ({ parameter, from, to }: ChangedParameter) => `\`${parameter}\` ${from} to ${to}`;

function flipRow(found: Flip, question: string, asked: Readonly<Record<string, string | number>>): string[] {
  const done =
    found.after === null
      ? found.nearest
      : { changes: found.changes, distance: found.distance, after: found.after };
  const none = `none of up to three of ${found.candidates} parameters, worths and red lines within their ranges`;
  const change = done === null ? `${none}, and none moves it that way` : listed(done.changes.map(changed));
  const then =
    done === null
      ? ''
      : `${flipValue(found, done.after.value)} (${flipValue(found, done.after.low).replace(' points', '')} to ${flipValue(found, done.after.high).replace(' points', '')})`;
  return [
    `${question}: ${command(`flip ${BASE}`, asked)}`,
    flipValue(found, found.from),
    found.after === null && done !== null ? `${none}; nearest: ${change}` : change,
    done === null ? '' : fixed(done.distance ?? 0, 2),
    then,
    thousands(found.episodes),
  ];
}

const classTitle = (id: string) =>
  quoted(loadScenario(BASE).outcomes.find((outcome) => outcome.id === id) ?? { title: id });

function flipText({ lead, past }: Studies): string {
  const leader = classTitle(lead.quantity.replace('lead:', ''));
  const way = past.from < past.to ? 'rise' : 'fall';
  return markdownTable(
    ['asked', 'as it is', 'smallest change', 'length', 'then, with 95 % interval', 'episodes'],
    ['---', '---', '---', '---:', '---', '---:'],
    [
      flipRow(lead, `what takes the lead from ${leader}`, ASKED.lead),
      flipRow(past, `what makes ${quoted(past)} ${way} past ${value(past, past.to)}`, ASKED.past),
    ],
  );
}

function whyText({ why: { changed: parted, explained, differences, overdetermined } }: Studies): string {
  const names = namesOf(facts);
  const cells = ({ pairs, low, high }: typeof overdetermined) => [
    String(pairs),
    explained === 0 ? '' : `${fixed(100 * low, 0)} to ${percent(high, 0)}`,
  ];
  return paragraphs(
    `For \`${VARIANT}\` beside \`${BASE}\` (${thousands(ASKED.why.runs)} runs, seed ${seed}), ${parted.pairs} pairs end in another class (${percent(parted.share)}; ${fixed(100 * parted.low, 1)} to ${percent(parted.high)}). Of the ${explained} that were looked into, so many would not have ended as they did without one of the differences of the scenarios:`,
    markdownTable(
      ['taken back by itself', 'pairs', '95 % interval'],
      ['---', '---:', '---'],
      [
        ...differences.map((difference) => [
          sentence(differencePhrase(difference, names)),
          ...cells(difference.needed),
        ]),
        [
          'None: whichever is taken back by itself, the run ends as with all of them',
          ...cells(overdetermined),
        ],
      ],
    ),
  );
}

/** A part of a page that is written from the studies. */
export interface StudyPart {
  /** Name of the part in its marks. */
  readonly name: string;
  readonly page: string;
  /** Whether it stands within a sentence and not as a block of its own. */
  readonly inline?: true;
  readonly text: (found: Studies) => string;
}

const SENSITIVITY = 'docs/sensitivity.md';
const TABLE = '#three-intervals-of-each-quantity-of-interest';

/** All parts that are published. */
export const STUDY_PARTS: readonly StudyPart[] = [
  { name: 'factors', page: SENSITIVITY, inline: true, text: factorsText },
  { name: 'tornado', page: SENSITIVITY, text: tornadoText },
  { name: 'morris', page: SENSITIVITY, text: screeningText },
  { name: 'shares', page: SENSITIVITY, text: ({ shares }) => sharesText(shares, ASKED.shares) },
  { name: 'own shares', page: SENSITIVITY, text: ({ ownShares }) => sharesText(ownShares, ASKED.ownShares) },
  {
    name: 'duty shares',
    page: SENSITIVITY,
    text: ({ dutyShares }) => sharesText(dutyShares, ASKED.dutyShares),
  },
  { name: 'intervals', page: SENSITIVITY, text: intervalsText },
  { name: 'flips', page: 'docs/flip.md', text: flipText },
  { name: 'why', page: 'docs/compare.md', text: whyText },
  { name: 'ratio', page: 'README.md', inline: true, text: inLinks(`${SENSITIVITY}${TABLE}`) },
  { name: 'ratio', page: 'docs/reading-an-answer.md', inline: true, text: inLinks(`sensitivity.md${TABLE}`) },
];

/** A part with the name that its marks have. */
const marked = (part: StudyPart) => ({ ...part, name: `studies, ${part.name}` });

/** The pages as they stand, and as they are written from the studies. Throws where a page has no marks for a part. */
export async function pagesWithStudies(
  found: Studies,
): Promise<{ readonly page: string; readonly now: string; readonly then: string }[]> {
  const pages = [...new Set(STUDY_PARTS.map(({ page }) => page))];
  return Promise.all(
    pages.map(async (page) => {
      const now = readFileSync(join(root, page), 'utf8');
      const parts = STUDY_PARTS.filter((part) => part.page === page);
      const text = parts.reduce((sofar, part) => withPart(sofar, marked(part), part.text(found)), now);
      return { page, now, then: await formattedAs(join(root, page), text) };
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Marks that are missing are told before the long work and not after it.
  for (const part of STUDY_PARTS) withPart(readFileSync(join(root, part.page), 'utf8'), marked(part), '');
  const found = await studies();
  for (const { page, then } of await pagesWithStudies(found)) writeFileSync(join(root, page), then);
  await endThreads();
}
