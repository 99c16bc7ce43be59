/** What a sensitivity analysis and the widths may be asked: defaults, bounds, and one clear refusal for all else. */
import { checkWhole } from '../../kit/bounds';
import type { Draws } from '../../kit/keyed-draws';
import type { PolicyId } from '../../scenario/schema';
import type { Theory } from '../../scenario/model-specification';
import type { Study } from '../../ensemble/design-point';
import { rulesAsked } from '../../ensemble/factor';
import { headlineOf, headlinesOf, type MeasuredHeadline } from '../../ensemble/quantity-of-interest';
import { screening, type ScreeningAnswer } from './screening';
import { tornado, type Tornado } from './tornado';
import { MOST_SHARES, varianceShares, type VarianceShares } from './variance-shares';
import { widths, type Widths } from '../uncertainty';

/** Methods of a sensitivity analysis. */
export const SENSITIVITY_METHODS = ['tornado', 'morris', 'sobol'] as const;

/** A method of a sensitivity analysis. */
export type SensitivityMethod = (typeof SENSITIVITY_METHODS)[number];

/** What a sensitivity analysis is asked. */
export interface SensitivityRequest {
  /** `tornado`: each factor from low to high; `morris`: elementary effects; `sobol`: shares of variance. */
  readonly method: SensitivityMethod;
  /** Id of the headline: `held`, an outcome class, `tariff-us-on-cn`, `tariff-cn-on-us`, `truce-90` and the like. */
  readonly output: string;
  /** Decision rules held possible for each party, or `own` for the scenario's alone. */
  readonly rules?: readonly PolicyId[] | 'own';
  /** Tornado: episodes at each end, 2 to 20 000; 100 unless told. */
  readonly runs?: number;
  /** Morris, and the screening before Sobol: trajectories, 2 to 2 000; 60 unless told, 20 before Sobol. */
  readonly trajectories?: number;
  /** Sobol: rows of each design, a power of two from 16 to 16 384; 1 024 unless told. */
  readonly rows?: number;
  /** Sobol: how many quantities of the world are looked at one by one, 1 to 30; 10 unless told. */
  readonly factors?: number;
}

/** The answer of a sensitivity analysis, by its method. */
export type SensitivityAnswer = Tornado | ScreeningAnswer | VarianceShares;

/** What the widths are asked. */
export interface WidthsRequest {
  /** Decision rules held possible for each party, or `own` for the scenario's alone. */
  readonly rules?: readonly PolicyId[] | 'own';
  /** Runs for which the sampling width is told, 1 to 10 000 000; 4 000 unless told. */
  readonly runs?: number;
  /** Worlds under the scenario's own rules, 2 to 100 000; 800 unless told. */
  readonly ownWorlds?: number;
  /** Worlds under every other pair of rules, 2 to 100 000; 40 unless told. */
  readonly worlds?: number;
  /** Episodes in each world, 2 to 1 000; 2 unless told. */
  readonly replicates?: number;
}

/** From which scenario, seed and version an answer is. */
export interface Provenance {
  readonly version: string;
  readonly scenario: string;
  readonly seed: string;
}

/** What moves a headline. */
export type Sensitivity = Provenance & SensitivityAnswer;

/** Three widths on each headline of a scenario. */
export type ScenarioWidths = Provenance & Widths;

/** Bounds of each number that may be asked for: designs are held in memory, point by point. */
export const STUDY_BOUNDS = {
  runs: { least: 2, most: 20_000, usual: 100 },
  trajectories: { least: 2, most: 2_000, usual: 60 },
  screening: { least: 2, most: 2_000, usual: 20 },
  rows: { least: 16, most: 16_384, usual: 1_024 },
  factors: { least: 1, most: MOST_SHARES, usual: 10 },
  ownWorlds: { least: 2, most: 100_000, usual: 800 },
  worlds: { least: 2, most: 100_000, usual: 40 },
  replicates: { least: 2, most: 1_000, usual: 2 },
} as const;

function number(name: string, given: number | undefined, bounds: keyof typeof STUDY_BOUNDS): number {
  const value = given ?? STUDY_BOUNDS[bounds].usual;
  checkWhole(name, value, STUDY_BOUNDS[bounds]);
  return value;
}

/** Most episodes of a nested design. */
const MOST_NESTED = 1_000_000;

function rowsAsked(given: number | undefined): number {
  const rows = number('rows', given, 'rows');
  // Sobol' points are balanced in powers of two only.
  if ((rows & (rows - 1)) === 0) return rows;
  throw new RangeError(`rows must be a power of two; given ${rows}`);
}

/**
 * The study that a request means. Throws a RangeError for a headline or method that does not exist and for numbers and
 * rules out of range.
 */
export function sensitivityStudy(
  theory: Theory,
  draws: Draws,
  request: SensitivityRequest,
): Study<SensitivityAnswer> {
  const headline = headlineOf(theory, request.output);
  const rules = rulesAsked(request.rules);
  switch (request.method) {
    case 'tornado':
      return tornado({ theory, headline, rules, runs: number('runs', request.runs, 'runs') });
    case 'morris': {
      const trajectories = number('trajectories', request.trajectories, 'trajectories');
      return screening({ theory, headline, rules, trajectories, draws });
    }
    case 'sobol': {
      const trajectories = number('trajectories', request.trajectories, 'screening');
      const factors = number('factors', request.factors, 'factors');
      const rows = rowsAsked(request.rows);
      return varianceShares({ theory, headline, rules, trajectories, factors, rows, draws });
    }
    default:
      throw new RangeError(
        `method must be one of ${SENSITIVITY_METHODS.join(', ')}; given ${JSON.stringify(request.method)}`,
      );
  }
}

/** The headlines that widths are told of: all, with the truce at one date only. */
export function widthHeadlines(theory: Theory): MeasuredHeadline[] {
  return headlinesOf(theory).filter(({ id }) => !id.startsWith('truce-') || id === 'truce-90');
}

/** The study of the widths that a request means. Throws a RangeError for numbers and rules out of range. */
export function widthsStudy(
  theory: Theory,
  draws: Draws,
  runs: number,
  request: WidthsRequest,
): Study<Widths> {
  const asked = rulesAsked(request.rules);
  const rules = asked === 'own' ? [] : asked;
  const plan = {
    theory,
    headlines: widthHeadlines(theory),
    rules,
    runs,
    ownWorlds: number('ownWorlds', request.ownWorlds, 'ownWorlds'),
    worlds: number('worlds', request.worlds, 'worlds'),
    replicates: number('replicates', request.replicates, 'replicates'),
    draws,
  };
  const episodes = (plan.ownWorlds + rules.length * rules.length * plan.worlds) * plan.replicates;
  if (episodes > MOST_NESTED) {
    throw new RangeError(
      `a nested design has at most ${MOST_NESTED} episodes; so many worlds and replicates make ${episodes}`,
    );
  }
  return widths(plan);
}
