/** What the tables of one ensemble need to know beside its episodes: plain JSON, so that it can cross to a worker. */
import type { Facts } from '../../facts/schema';
import type { ModelSpecification } from '../../scenario/model-specification';
import type { ParameterName } from '../../model/parameters';
import type { State } from '../../model/state';
import { drawnDistributions } from '../../episode/parameter-draw';
import { foundIn } from '../../kit/lists';

/** A drawn parameter with its words. */
export interface DrawnParameter {
  /** Its dotted name. */
  readonly name: ParameterName;
  /** Its symbol in version 0.1; the dotted name of one that had none. */
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

/** `meeting.notHeld` as a column: `meeting_not_held`. */
const columnOf = (name: ParameterName): string =>
  name.replace('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The parameters that vary between the episodes of a specification, with the names and words of the facts. */
export function drawnParameters(specification: ModelSpecification, facts: Facts): DrawnParameter[] {
  return drawnDistributions(specification).map(({ name, symbol, low, high }) => {
    const { meaning, unit } = foundIn(facts.parameters, (candidate) => candidate.name === name);
    return { name, symbol: symbol ?? name, column: columnOf(name), meaning, unit, low, high };
  });
}
