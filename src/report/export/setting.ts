/** What the tables of one ensemble need to know beside its episodes: plain JSON, so that it can cross to a worker. */
import type { Facts } from '../../facts/schema';
import type { ModelSpecification } from '../../scenario/model-specification';
import type { State } from '../../model/state';
import { drawnSymbols } from '../../episode/parameter-draw';

/** A drawn parameter with its words. */
export interface DrawnParameter {
  readonly symbol: string;
  /** Its name as a column. */
  readonly column: string;
  readonly meaning: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

/** The setting of an ensemble. */
export interface ExportSetting {
  readonly scenario: string;
  readonly seed: string;
  readonly initial: State;
  readonly specification: ModelSpecification;
  /** The parameters that vary between the episodes. */
  readonly parameters: readonly DrawnParameter[];
}

/** The parameters that vary between the episodes of a specification, with the names and words of the facts. */
export function drawnParameters(specification: ModelSpecification, facts: Facts): DrawnParameter[] {
  return drawnSymbols(specification).map((symbol) => {
    const distribution = specification.parameters.find((candidate) => candidate.symbol === symbol)!;
    const { name, meaning, unit } = facts.parameters.find((candidate) => candidate.symbol === symbol)!;
    return {
      symbol,
      column: name.replaceAll('-', '_'),
      meaning,
      unit,
      low: distribution.low,
      high: distribution.high,
    };
  });
}
