/**
 * What has happened, taken as seen: importance weights of the parameter draws, by the probability that the model gives what was
 * seen under each, and draws as frequent as their weights (systematic resampling; Kitagawa 1996, Doucet and Johansen 2009).
 */
import { InputError } from '../kit/input-error';
import { itemAt } from '../kit/lists';
import { log } from '../kit/portable-math';
import type { Evidence, Observed } from '../ensemble/projection';
import { BLOCK_EPISODES } from '../ensemble/blocks';
import { silenceOf } from '../episode/learning';
import type { ModelSpecification } from '../scenario/model-specification';
import type { Factors } from './evidence';
import type { Prepared } from './prepared';
import type { EnsembleAnalysis, RunOptions } from './runner/stage';
import { toSixDigits } from '../kit/decimals';

/** Fewest effective runs of which anything is said. */
export const LEAST_EFFECTIVE_RUNS = 200;

/** A scenario whose draws are as likely as what was seen makes them, and what that tells. */
export interface Seen {
  readonly prepared: Prepared;
  readonly observed: Observed;
}

/** How the past is looked at. */
interface SeenHow {
  readonly runs: number;
  readonly seed: string;
  readonly how: RunOptions;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Weights of the draws: the product of their factors, of all or of all but one. */
function weightsOf(found: readonly Factors[], names: readonly string[], but?: string): number[] {
  const counted = names.filter((name) => name !== but);
  return found.map((factors) => counted.reduce((weight, name) => weight * (factors[name] ?? 1), 1));
}

/** As how many equally weighed draws the weighed ones tell (Kong 1992): nought where none has a weight. */
export function effectiveNumber(weights: readonly number[]): number {
  const squares = sum(weights.map((weight) => weight * weight));
  return squares === 0 ? 0 : (sum(weights) * sum(weights)) / squares;
}

/** Relative entropy of the weighed draws to the same draws weighed otherwise, in bits. */
function bitsBetween(weights: readonly number[], others: readonly number[]): number {
  const [all, before] = [sum(weights), sum(others)];
  const bits = weights.map((weight, at) => {
    if (weight === 0) return 0;
    const share = weight / all;
    return (share * log(share / (itemAt(others, at) / before))) / log(2);
  });
  return Math.max(0, sum(bits));
}

/** The number of the draw that each of so many runs has: as often as its weight says, in rising order. */
export function resampled(weights: readonly number[], runs: number): number[] {
  const step = sum(weights) / runs;
  const drawn: number[] = [];
  let reached = 0;
  for (let at = 0; at < weights.length && drawn.length < runs; at += 1) {
    reached += itemAt(weights, at);
    while (drawn.length < runs && (drawn.length + 0.5) * step < reached) drawn.push(at);
  }
  // Sums of fractions may end a crumb short.
  while (drawn.length < runs) drawn.push(drawn.at(-1) ?? 0);
  return drawn;
}

/** What each thing that was seen tells, in the order of the events; what did not happen comes last, in the order of its names. */
function evidenceOf(
  found: readonly Factors[],
  { supposed }: ModelSpecification,
  weights: readonly number[],
): Evidence[] {
  const names = [...new Set(found.flatMap((factors) => Object.keys(factors)))];
  const told = (name: string): Pick<Evidence, 'p' | 'bits'> => {
    const others = weightsOf(found, names, name);
    return { p: toSixDigits(sum(weights) / sum(others)), bits: toSixDigits(bitsBetween(weights, others)) };
  };
  const events = supposed
    .filter(({ name }) => names.includes(name))
    .map(({ name, event }) => ({ event: name, act: event, absent: null, ...told(name) }));
  const absences = names
    .flatMap((name) => silenceOf(name) ?? [])
    .sort()
    .map((absent) => ({
      event: null,
      act: null,
      absent,
      ...told(names.find((name) => silenceOf(name) === absent) ?? ''),
    }));
  return [...events, ...absences];
}

/** Refuses weights of too few effective runs, with the runs that would be needed. */
function refuseFew(effective: number, runs: number): void {
  if (effective >= Math.min(LEAST_EFFECTIVE_RUNS, runs)) return;
  const needed = (LEAST_EFFECTIVE_RUNS * runs) / effective;
  throw new InputError({
    code: 'observed/too-few',
    path: 'runs',
    given: runs,
    allowed:
      effective === 0
        ? 'what the model gives a probability; take it as given'
        : `about ${Math.ceil(needed / BLOCK_EPISODES) * BLOCK_EPISODES} runs`,
    why:
      effective === 0
        ? 'under no parameter draw has what was seen a probability'
        : `what was seen leaves ${Math.floor(effective)} effective runs, and ${LEAST_EFFECTIVE_RUNS} are the least of which anything is said`,
  });
}

/**
 * Takes what has happened as seen: as many parameter draws are looked at as there are to be runs, and each run has one of them, as often
 * as what was seen makes it likely. Throws an InputError where fewer effective runs than {@link LEAST_EFFECTIVE_RUNS} are left.
 */
export function* asSeen(prepared: Prepared, { runs, seed, how }: SeenHow): EnsembleAnalysis<Seen> {
  const { initial } = prepared;
  const specification = { ...prepared.specification, observed: {} };
  const found: Factors[] = [];
  yield {
    kind: 'evidence',
    setting: { initial, specification, seed },
    from: 0,
    to: runs,
    take: (part) => {
      for (const factors of part) found.push({ ...factors });
    },
    how,
  };
  const names = [...new Set(found.flatMap((factors) => Object.keys(factors)))];
  const weights = weightsOf(found, names);
  const effective = effectiveNumber(weights);
  refuseFew(effective, runs);
  const { supposed, today } = specification;
  const unweighed = supposed.filter(({ name, event }) => event.on <= today && !names.includes(name));
  return {
    prepared: {
      ...prepared,
      specification: { ...specification, observed: { drawnAs: resampled(weights, runs) } },
    },
    observed: {
      effectiveRuns: toSixDigits(effective),
      evidence: evidenceOf(found, specification, weights),
      unweighed: unweighed.map(({ name }) => name),
    },
  };
}
