/** Scenarios and plays made ready for analyses: with the state of their first day and their model specification. */
import { facts as packagedFacts } from '../facts/packaged';
import type { Facts } from '../facts/schema';
import type { State } from '../model/state';
import { specificationOf, type ModelReading, type ModelSpecification } from '../scenario/model-specification';
import type { Scenario } from '../scenario/schema';
import { factsIn, isPlay, play, playedScenario, type Play, type PlayOptions } from './play';
import { openingFor, resolve, type ScenarioOrId } from './resolve';

/** What can be asked about: a scenario, the id of one, or a play. */
export type Subject = ScenarioOrId | Play;

/** The state and the model specification of a scenario, for callers that run episodes themselves. */
export interface Prepared {
  readonly scenario: Scenario;
  readonly facts: Facts;
  readonly initial: State;
  readonly specification: ModelSpecification;
}

/** What has happened since the first day, and how the model is read. */
export interface PrepareOptions extends PlayOptions, ModelReading {}

/**
 * The scenario that is asked about, with what has happened in it. Throws an InputError for an id that does not exist and for
 * what has happened where it is malformed, out of range or refused.
 */
export function scenarioAsked(
  subject: Subject,
  { after, today, facts }: PlayOptions = {},
): { readonly scenario: Scenario; readonly facts: Facts } {
  if (!isPlay(subject) && after === undefined && today === undefined) {
    const used = facts ?? packagedFacts;
    return { scenario: resolve(subject, used), facts: used };
  }
  const played = play(subject, { after, today, facts });
  return { scenario: playedScenario(played), facts: factsIn(played) };
}

/** Prepares a scenario or a play once for many episodes, in a reading of the model. */
export function prepare(subject: Subject, options: PrepareOptions = {}): Prepared {
  const { scenario, facts } = scenarioAsked(subject, options);
  const opening = openingFor(scenario, facts);
  const specification = specificationOf(scenario, facts, opening, options);
  return { scenario, facts, initial: opening.state, specification };
}
