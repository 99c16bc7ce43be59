/**
 * Calibration on past meetings by leaving one out.
 *
 * Eight outcomes carry at most five free parameters: the private price of conceding, the noise, the ripeness of an
 * issue, the holding type and the weight of the base rate. Candidates come from their priors; those that score best
 * on the other meetings make the forecast of the one left out (approximate Bayesian computation by rejection, Beaumont
 * 2002), so the prior is the penalty and no meeting has a constant of its own. The last meeting enters no fit.
 */
import { createDraws, type Draws } from '../../kit/keyed-draws';
import { mean, quantile } from '../../kit/statistics';
import { scoresOf } from '../../outcomes/forecast-scores';
import type { ModelSpecification } from '../../scenario/model-specification';
import type { BacktestWork } from './work';

/** The parameters that may be fitted; more than five would outrun the outcomes. */
export const FREE_PARAMETERS = ['K', 'sigma0', 'r0', 'hold', 'lam_mix'] as const;

/** One value for each free parameter. */
export type Candidate = Readonly<Record<(typeof FREE_PARAMETERS)[number], number>>;

/** A candidate with its forecasts of all meetings. */
export interface Tried {
  readonly candidate: Candidate;
  readonly p: readonly (readonly number[])[];
}

function drawCandidate(specification: ModelSpecification, draws: Draws, index: number): Candidate {
  const value = (symbol: string) => {
    const distribution = specification.parameters.find((item) => item.symbol === symbol)!;
    return draws.triangular(
      distribution.low,
      distribution.central,
      distribution.high,
      index,
      `fit/${symbol}`,
    );
  };
  return Object.fromEntries(FREE_PARAMETERS.map((symbol) => [symbol, value(symbol)])) as Candidate;
}

/** Candidates drawn from their priors. */
export function drawCandidates(
  specification: ModelSpecification,
  { seed, candidates }: Pick<BacktestWork, 'seed' | 'candidates'>,
): Candidate[] {
  const draws = createDraws(seed);
  return Array.from({ length: candidates }, (_, index) => drawCandidate(specification, draws, index));
}

/** Share of the candidates that is kept. */
const KEPT = 1 / 8;

/** The candidates that score best on some meetings. */
export function bestOn(
  tried: readonly Tried[],
  outcomes: readonly number[],
  training: readonly number[],
): Tried[] {
  const loss = (item: Tried) =>
    training.reduce((sum, at) => sum + scoresOf({ p: item.p[at]!, outcome: outcomes[at]! }).rps, 0);
  const ranked = tried.map((item) => ({ item, loss: loss(item) })).sort((a, b) => a.loss - b.loss);
  return ranked.slice(0, Math.max(1, Math.round(tried.length * KEPT))).map(({ item }) => item);
}

const averaged = (items: readonly Tried[], at: number): number[] =>
  items[0]!.p[at]!.map((_, index) => mean(items.map((item) => item.p[at]![index]!)));

/** The fitted forecast of each meeting from the other training meetings; the last one is in nobody's training. */
export function leaveOneOut(tried: readonly Tried[], outcomes: readonly number[]): number[][] {
  const training = outcomes.map((_, at) => at).slice(0, -1);
  return outcomes.map((_, at) =>
    averaged(
      bestOn(
        tried,
        outcomes,
        training.filter((other) => other !== at),
      ),
      at,
    ),
  );
}

/** Outcomes in another order, by drawn keys. */
function permuted(outcomes: readonly number[], draws: Draws, permutation: number): number[] {
  const keyed = outcomes.map((outcome, at) => ({
    outcome,
    key: draws.uniform(permutation, 'fit/permutation', at),
  }));
  return keyed.sort((a, b) => a.key - b.key).map(({ outcome }) => outcome);
}

/** Mean ranked probability score of some forecasts. */
export const meanRps = (p: readonly (readonly number[])[], outcomes: readonly number[]) =>
  mean(outcomes.map((outcome, at) => scoresOf({ p: p[at]!, outcome }).rps));

/** How the fitted score compares with the same fit to outcomes in a random order. */
export interface PermutationTest {
  readonly n: number;
  /** Mean fitted score over the permutations: what a fit to chance scores. */
  readonly meanRps: number;
  /** Share of permutations that score as well as the true order or better. */
  readonly pValue: number;
}

/** Fits to outcomes in random order, and how the true order compares with them. */
export function permutationTest(
  tried: readonly Tried[],
  outcomes: readonly number[],
  observed: number,
  options: Pick<BacktestWork, 'seed' | 'permutations'>,
): PermutationTest {
  const draws = createDraws(options.seed);
  const scores = Array.from({ length: options.permutations }, (_, index) => {
    const shuffled = permuted(outcomes, draws, index);
    return meanRps(leaveOneOut(tried, shuffled), shuffled);
  });
  const asGood = scores.filter((score) => score <= observed).length;
  return {
    n: scores.length,
    meanRps: scores.length === 0 ? 0 : mean(scores),
    pValue: (asGood + 1) / (scores.length + 1),
  };
}

/** A parameter before and after. */
export interface Fitted {
  readonly symbol: (typeof FREE_PARAMETERS)[number];
  readonly prior: { readonly low: number; readonly central: number; readonly high: number };
  readonly posterior: { readonly p10: number; readonly mean: number; readonly p90: number };
}

/** The free parameters before and after: the candidates that score best on all training meetings. */
export function posterior(
  tried: readonly Tried[],
  outcomes: readonly number[],
  specification: ModelSpecification,
): Fitted[] {
  const best = bestOn(tried, outcomes, outcomes.map((_, at) => at).slice(0, -1));
  return FREE_PARAMETERS.map((symbol) => {
    const distribution = specification.parameters.find((item) => item.symbol === symbol)!;
    const values = best.map((item) => item.candidate[symbol]);
    return {
      symbol,
      prior: { low: distribution.low, central: distribution.central, high: distribution.high },
      posterior: { p10: quantile(values, 0.1), mean: mean(values), p90: quantile(values, 0.9) },
    };
  });
}
