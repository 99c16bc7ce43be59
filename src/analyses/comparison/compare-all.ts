/** Several scenarios side by side on common draws, by every quantity of interest that any of them has. */
import { checkList, checkOptions } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import { VERSION } from '../../kit/version';
import { checkRunsAndSeed } from '../../ensemble/checks';
import { allQuantities } from '../../ensemble/quantity-of-interest';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../ensemble/limits';
import { PROJECT_OPTIONS, type ProjectOptions } from '../project';
import { prepare, type Subject } from '../prepared';
import { here } from '../runner/here';
import type { EnsembleAnalysis } from '../runner/stage';
import { quantitySeriesOf, quantityTable, type ComparedQuantity } from './quantity-table';

/** Fewest and most scenarios that stand side by side. */
export const SIDE_BY_SIDE = { least: 2, most: 64 } as const;

/** One of the scenarios that stand side by side. */
export interface ComparedScenario {
  /** Id of the scenario. */
  readonly id: string;
  /** Title of the scenario. */
  readonly title: string;
  /** The day from which it is projected, YYYY-MM-DD. */
  readonly today: string;
}

/** Several scenarios side by side. Shares are the model's own, without the base rate. */
export interface ScenarioTable {
  /** Version of the library that made it. */
  readonly version: string;
  /** Of one that was stopped: runs of each scenario that were done, and those that were asked for. */
  readonly partial?: {
    /** Runs of each scenario that were done. */
    readonly done: number;
    /** Runs of each scenario that were asked for. */
    readonly asked: number;
  };
  /** The scenarios in their order; differences are from the first. */
  readonly scenarios: readonly ComparedScenario[];
  /** Seed of the common draws. */
  readonly seed: string;
  /** Runs of each scenario. */
  readonly runs: number;
  /** Every quantity of interest that any of the scenarios has, under each and against the first. */
  readonly quantities: readonly ComparedQuantity[];
}

function checkScenarios(scenarios: readonly Subject[]): void {
  const { least, most } = SIDE_BY_SIDE;
  const what = `${least} to ${most} scenarios, ids of scenarios or plays`;
  const { length } = checkList('scenarios', scenarios, what);
  if (length >= least && length <= most) return;
  throw new InputError({
    code: 'input/list',
    path: 'scenarios',
    given: scenarios,
    allowed: `a list of ${what}`,
  });
}

/** The analysis behind {@link compareAll}. */
export function* comparisonOfAll(
  scenarios: readonly Subject[],
  options: ProjectOptions = {},
): EnsembleAnalysis<ScenarioTable> {
  checkOptions(options, PROJECT_OPTIONS);
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED } = options;
  checkRunsAndSeed(runs, seed);
  checkScenarios(scenarios);
  const prepared = scenarios.map((scenario, at) => prepare(scenario, options, `scenarios.${at}`));
  const series = yield* quantitySeriesOf(prepared, allQuantities, { runs, seed, how: options });
  const done = series.episodes;
  return {
    version: VERSION,
    ...(done < runs ? { partial: { done, asked: runs } } : {}),
    scenarios: prepared.map(({ scenario, specification }) => ({
      id: scenario.id,
      title: scenario.title,
      today: specification.today,
    })),
    seed,
    runs: done,
    quantities: quantityTable(series),
  };
}

/**
 * Sets 2 to 64 scenarios side by side on common draws: every quantity of interest that any of them has under each that has it, with its 95 %
 * interval, and its difference from the first with what chance alone would bring told apart (Holm's procedure at 5 % over all
 * differences). Shares are the model's own. Throws an InputError for a scenario, runs or a seed that cannot be taken.
 * @param scenarios - 2 to 64 scenarios, ids or plays, of which the first is the one that the others are held against.
 * @param options - Runs of each scenario, 4 000 unless told, seed, facts, and what is one's own in all of them.
 *
 * @example compareAll(['kuala-lumpur-2025', 'soybeans-first', 'hawks-on-both-sides'], { runs: 1_000 }).quantities
 */
export function compareAll(scenarios: readonly Subject[], options: ProjectOptions = {}): ScenarioTable {
  return here(comparisonOfAll(scenarios, options));
}
