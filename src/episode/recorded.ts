/** One episode with its record: what `detente run` tells and `detente replay` checks. */
import type { Event } from '../actions/index';
import { digest } from '../engine/digest';
import { createDraws } from '../kit/keyed-draws';
import { plainState } from '../model/copy-state';
import type { State } from '../model/state';
import type { ModelSpecification } from '../scenario/model-specification';
import { parameterSampler } from './parameter-draw';
import { runToHorizon } from './episode';
import { outcomeOf } from './trajectory-facts';

/** A recorded episode: replaying the events on the initial state gives the final state and its digest. */
export interface RecordedEpisode {
  /** Number of the episode, a whole number from 0; with scenario and seed it gives the same record again. */
  readonly episode: number;
  /** All that happened, in order, moves of the day included. */
  readonly events: readonly Event[];
  /** Id of the outcome class, or null where the classes leave a gap or overlap. */
  readonly outcome: string | null;
  /** Digest of the final state. */
  readonly digest: string;
  /** State on the last day, the horizon of the scenario. */
  readonly final: State;
  /** Events that were proposed and refused: none for sound policies and scenarios. */
  readonly refused: readonly Event[];
}

/** Runs one episode by its number and keeps the record. Deterministic in its arguments. */
export function runRecorded(
  initial: State,
  specification: ModelSpecification,
  seed: string,
  episode: number,
): RecordedEpisode {
  const draws = createDraws(seed);
  const parameterDraw = parameterSampler(specification)(draws, episode);
  const finished = runToHorizon({ initial, specification, draws }, parameterDraw, episode, true);
  const { run } = finished;
  const outcome = outcomeOf(finished);
  return {
    episode,
    events: run.log ?? [],
    outcome: specification.outcomes[outcome]?.id ?? null,
    digest: digest(run.state),
    final: plainState(run.state),
    refused: run.refused,
  };
}
