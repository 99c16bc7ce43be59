/** Which parameters an answer hangs on: the rank correlations of those that are drawn. */
import { drawnDistributions } from '../episode/parameter-draw';
import type { Cooperative } from '../kit/cooperative';
import { correlationOfRanks, midRanks } from '../kit/statistics';
import type { ModelSpecification } from '../scenario/model-specification';
import { round } from './economy-ahead';
import type { Tally } from './tally';

/** A drawn parameter and how the answer moves with it. */
export interface Driver {
  /** Its dotted name, as scenario files have it. */
  readonly parameter: string;
  /** Its symbol in version 0.1; the dotted name of one that had none. */
  readonly symbol: string;
  /** Rank correlation with the ordinal outcome given that the meeting is held, -1 to 1. */
  readonly correlation: number;
}

/** Drawn parameters by the strength of their rank correlation with the outcome. Pauses between the parameters: to rank them takes the longest of all. */
export function* drivers(specification: ModelSpecification, sample: Tally['sample']): Cooperative<Driver[]> {
  const column = (at: number) => midRanks(sample.map((row) => row[at]!));
  const outcome = sample.length < 3 ? null : column(0);
  const found: Driver[] = [];
  for (const [index, { name, symbol }] of drawnDistributions(specification).entries()) {
    const correlation = outcome === null ? 0 : round(correlationOfRanks(column(index + 1), outcome), 4);
    found.push({ parameter: name, symbol: symbol ?? name, correlation });
    yield;
  }
  return found.sort(
    (a, b) => Math.abs(b.correlation) - Math.abs(a.correlation) || (a.symbol < b.symbol ? -1 : 1),
  );
}
