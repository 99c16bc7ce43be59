/** Comparisons of two scenarios on common draws, with what lies behind them. */
import { InputError } from '../../kit/input-error';
import { checkRunsAndSeed, HISTORIES } from '../../ensemble/checks';
import { checkOptions, checkWhole, type OptionTable } from '../../kit/checks';
import { here } from '../runner/here';
import type { EnsembleAnalysis } from '../runner/stage';
import { PROJECT_OPTIONS, type ProjectOptions } from '../project';
import { comparePaired, type Comparison } from './paired-comparison';
import type { Divergence, KnownPair } from './divergence';
import { explainComparison, type ExplainedComparison } from './explained-comparison';
import { allQuantities } from '../../ensemble/quantity-of-interest';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../ensemble/limits';
import { differencesOf } from './scenario-differences';
import { alsoPolicies, OWN_OPTIONS, ownOver, type Own } from '../../scenario/own';
import { prepare, type Prepared, type Subject } from '../prepared';
import { existing, itemAt } from '../../kit/lists';
import { quantitySeriesOf, quantityTable, type QuantitySeries } from './quantity-table';

type Both = readonly [Prepared, Prepared];

/** Ids of the outcome classes that two scenarios share; throws an InputError where they differ. */
function sharedOutcomes([a, b]: Both): string[] {
  const ids = a.specification.outcomes.map((outcome) => outcome.id);
  if (ids.join() !== b.specification.outcomes.map((outcome) => outcome.id).join()) {
    throw new InputError({
      code: 'input/outcomes',
      path: 'variant',
      given: b.scenario.id,
      allowed: `a scenario with the outcome classes of ${a.scenario.id}`,
      why: `${a.scenario.id} and ${b.scenario.id} have different outcome classes`,
    });
  }
  for (const { scenario, specification } of [a, b])
    if (!specification.meetingAhead)
      throw new RangeError(
        `there are no outcome classes of ${scenario.id} to compare: no meeting lies ahead of ${specification.today}`,
      );
  return ids;
}

const settingOf = ({ initial, specification }: Prepared) => ({ initial, specification });

/** How two scenarios are compared. */
export interface CompareOptions extends ProjectOptions {
  /** What is one's own in the variant alone, in place of what is one's own in both. */
  readonly variant?: Own | undefined;
}

const COMPARE_OPTIONS: OptionTable<CompareOptions> = { ...PROJECT_OPTIONS, variant: true };

/** Both scenarios made ready; each knows the policies of the other, so that what differs can be taken back. */
export function preparedBoth(base: Subject, variant: Subject, options: CompareOptions): Both {
  if (options.variant !== undefined) checkOptions(options.variant, OWN_OPTIONS, 'variant');
  const a = prepare(base, options, 'base');
  const b = prepare(variant, { ...options, ...ownOver(options, options.variant ?? {}) }, 'variant');
  const knowing = (one: Prepared, other: Prepared): Prepared => ({
    ...one,
    specification: alsoPolicies(one.specification, other.specification.own?.policies ?? []),
  });
  return [knowing(a, b), knowing(b, a)];
}

/** Outcome classes and quantities of the same episodes under two scenarios; a class is -1 where an episode has none or several. */
interface PairedSeries {
  readonly scenarios: readonly string[];
  readonly ids: readonly string[];
  readonly base: readonly number[];
  readonly variant: readonly number[];
  readonly series: QuantitySeries;
  /** Pairs that were asked for. */
  readonly asked: number;
}

/** The class of each episode of a series, by the quantity of each class; -1 where it has none or several. */
function classesIn(
  ids: readonly string[],
  { quantities, episodes, values }: QuantitySeries,
  scenario: number,
): number[] {
  const series = itemAt(values, scenario);
  const classes = ids.map((id) =>
    existing(
      itemAt(
        series,
        quantities.findIndex((quantity) => quantity.id === `class:${id}`),
      ),
    ),
  );
  return Array.from({ length: episodes }, (_, episode) =>
    classes.findIndex((values) => itemAt(values, episode) > 0.5),
  );
}

function* pairedSeries(both: Both, options: ProjectOptions): EnsembleAnalysis<PairedSeries> {
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED } = options;
  const ids = sharedOutcomes(both);
  const series = yield* quantitySeriesOf(both, allQuantities, { runs, seed, how: options });
  const scenarios = both.map(({ scenario }) => scenario.id);
  const [base, variant] = [classesIn(ids, series, 0), classesIn(ids, series, 1)];
  return { scenarios, ids, base, variant, series, asked: runs };
}

/** The comparison of two series, a partial one where more pairs were asked for. */
function compared({ scenarios, ids, base, variant, series, asked }: PairedSeries): Comparison {
  const found = { ...comparePaired(ids, base, variant), scenarios, quantities: quantityTable(series) };
  return base.length < asked ? { ...found, partial: { done: base.length, asked } } : found;
}

/** The analysis behind {@link compare}. */
export function* comparison(
  base: Subject,
  variant: Subject,
  options: CompareOptions = {},
): EnsembleAnalysis<Comparison> {
  checkOptions(options, COMPARE_OPTIONS);
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED } = options;
  checkRunsAndSeed(runs, seed);
  return compared(yield* pairedSeries(preparedBoth(base, variant, options), options));
}

/**
 * Compares two scenarios on common draws: the same parameter draws and chances, so that only what was changed differs.
 * Progress counts the runs of both. Throws an InputError where their outcome classes differ, or for runs or a seed out
 * of range.
 * @param base - Scenario, id or play that the other is held against: differences are the other less this one.
 * @param variant - Scenario, id or play that is compared, with the same outcome classes as the base.
 * @param options - Runs of each of the two, 4 000 unless told, seed, facts, and what is one's own in both or in the variant alone.
 *
 * @example compare('kuala-lumpur-2025', 'soybeans-first', { runs: 100 }).quantities.length > 0
 */
export function compare(base: Subject, variant: Subject, options: CompareOptions = {}): Comparison {
  return here(comparison(base, variant, options));
}

/** How the histories behind a comparison are looked into. */
export interface ExplainOptions extends CompareOptions {
  /** How many changed pairs are looked into, and how many that end alike; 0 to 100 000, 100 unless told. */
  readonly histories?: number | undefined;
}

const EXPLAIN_OPTIONS: OptionTable<ExplainOptions> = { ...COMPARE_OPTIONS, histories: true };

/** Pairs looked into unless told. */
const DEFAULT_HISTORIES = 100;

/** The first changed pairs and the first that end alike, in the order of their episodes. */
function pairsToExplain({ base, variant }: PairedSeries, histories: number): KnownPair[] {
  const all = base.map((outcome, episode) => ({
    episode,
    outcomes: { base: outcome, variant: itemAt(variant, episode) },
  }));
  const isChanged = ({ outcomes }: KnownPair) => outcomes.base !== outcomes.variant;
  const changed = all.filter(isChanged).slice(0, histories);
  const alike = all.filter((pair) => !isChanged(pair)).slice(0, histories);
  return [...changed, ...alike].sort((x, y) => x.episode - y.episode);
}

/** Tells pairs apart; fewer where it is stopped. */
function* divergences(
  both: Both,
  pairs: readonly KnownPair[],
  options: ProjectOptions,
): EnsembleAnalysis<Divergence[]> {
  const { seed = DEFAULT_SEED } = options;
  const found: Divergence[] = [];
  yield {
    kind: 'divergences',
    setting: { base: settingOf(both[0]), variant: settingOf(both[1]), seed },
    items: pairs,
    from: 0,
    to: pairs.length,
    take: (part) => {
      for (const pair of part) found.push(pair);
    },
    // The comparison stands by itself, however many of its pairs are explained.
    partial: () => true,
    how: options,
  };
  return found;
}

/** The comparison, marked where fewer pairs were looked into than were to be. */
function cutShort(comparison: Comparison, runs: number, done: number, asked: number): Comparison {
  if (done === asked) return comparison;
  const pairs = comparison.partial ?? { done: runs, asked: runs };
  return { ...comparison, partial: { ...pairs, histories: { done, asked } } };
}

/**
 * Compares two scenarios and looks into the pairs that end otherwise, and into some that end alike. Throws an InputError
 * where their outcome classes differ, or for runs, a seed or histories out of range.
 */
export function* explainedComparison(
  base: Subject,
  variant: Subject,
  options: ExplainOptions = {},
): EnsembleAnalysis<ExplainedComparison> {
  checkOptions(options, EXPLAIN_OPTIONS);
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, histories = DEFAULT_HISTORIES } = options;
  checkRunsAndSeed(runs, seed);
  checkWhole('histories', histories, HISTORIES);
  const both = preparedBoth(base, variant, options);
  const series = yield* pairedSeries(both, options);
  const asked = pairsToExplain(series, histories);
  const pairs = yield* divergences(both, asked, options);
  const found = cutShort(compared(series), runs, pairs.length, asked.length);
  return explainComparison(found, differencesOf(...both), pairs);
}
