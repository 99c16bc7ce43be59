/**
 * A seat: one party of an episode is not decided for by a policy, but does what it is told, up to its last day. Everything else is the episode's: the other
 * party by its policy, chance by draws that are keyed and not rolled, procedure, bargaining. So the days before an act stay as they
 * were when the act is told, and a seat is a function of what was told.
 */
import type { Event } from '../actions/index';
import { stepInPlace } from '../engine/apply';
import { frozen } from '../engine/frozen';
import { decided } from '../episode/decided';
import { runToHorizon, type EpisodePlan } from '../episode/episode';
import { parameterSampler } from '../episode/parameter-draw';
import { Trace, type Cause } from '../episode/trace';
import { outcomeOf } from '../episode/trajectory-facts';
import { createDraws } from '../kit/keyed-draws';
import { otherParty, type PartyId } from '../model/actor';
import { copyState, plainState } from '../model/copy-state';
import type { State } from '../model/state';
import { AFTERMATH_DAYS } from '../outcomes/coercion';
import { letPass } from '../policies/answers';
import type { Policy } from '../policies/policy';
import { policyIn } from '../scenario/own';
import { addDays } from '../kit/calendar';
import type { Prepared } from './prepared';

/** Id of the policy that does what it is told. */
export const AS_TOLD = 'as-told';

/** How a seat bargains when the leaders meet: as a policy does. */
export type Stance = Policy['atTheTable'];

/** What a seat is of. */
export interface SeatPlan {
  readonly prepared: Prepared;
  /** Whose seat it is. */
  readonly party: PartyId;
  /** Text that keys all draws; the episode is the first of it. */
  readonly seed: string;
}

/** What came of an episode with what was told. */
export interface Seated {
  /** All events to the horizon. */
  readonly log: readonly Event[];
  /** Why each of them happened. */
  readonly causes: readonly Cause[];
  /** How many events of the log lie before the party's turn, by day: from today to its last day it has one on every day. */
  readonly turns: ReadonlyMap<string, number>;
  /** Id of the outcome class, null where the classes leave a gap or overlap. */
  readonly outcome: string | null;
}

/** The first and the last day on which a seat has a turn: the last is the day after the planned meeting, or the eve of the horizon. */
export function daysOfSeat({ prepared: { specification } }: SeatPlan): {
  readonly first: string;
  readonly last: string;
} {
  const { today, horizon, meetingAhead, meetingOn } = specification;
  const eve = addDays(horizon, -1);
  const after = addDays(meetingOn, 1);
  return { first: today, last: meetingAhead && after < eve ? after : eve };
}

/** The day on whose evening it is told what came of it: that on which outcome classes look, two weeks after the planned day of the meeting, or the horizon. */
export function lastEvening({ prepared: { specification } }: SeatPlan): string {
  const { meetingAhead, meetingOn, horizon } = specification;
  const day = addDays(meetingOn, AFTERMATH_DAYS);
  return meetingAhead && day < horizon ? day : horizon;
}

/**
 * Runs the episode in which a party does what is told: acts in the order of their days, and how it bargains. From the day after its last
 * one on the party goes on by the policy of the specification, to which all that came before is past. Deterministic.
 */
export function seated({ prepared, party, seed }: SeatPlan, acts: readonly Event[], stance: Stance): Seated {
  const { initial, specification } = prepared;
  const { last } = daysOfSeat({ prepared, party, seed });
  const after = policyIn(specification, specification.policies[party]);
  const trace = new Trace();
  const turns = new Map<string, number>();
  const you: Policy = {
    id: AS_TOLD,
    title: 'As told',
    alsoKnownAs: [],
    doc: 'Does what it is told, and nothing else.',
    source: 'none: whoever plays decides',
    stochastic: false,
    atTheTable: stance,
    ...(after.goesAlong === true ? { goesAlong: true } : {}),
    decide: (observation) => {
      const { today } = observation.state;
      if (today > last) return [...decided(specification.own, party, after, observation)];
      turns.set(today, trace.causes.length);
      letPass(observation);
      return acts.filter(({ on }) => on === today);
    },
  };
  const other = otherParty(party);
  const policies = { [other]: policyIn(specification, specification.policies[other]), [party]: you };
  const draws = createDraws(seed);
  const plan: EpisodePlan = {
    initial,
    specification,
    draws,
    // Both parties are keys of it.
    policies: policies as Record<PartyId, Policy>,
  };
  const finished = runToHorizon(plan, parameterSampler(specification)(draws, 0), 0, true, undefined, trace);
  const outcome = specification.outcomes[outcomeOf(finished)]?.id ?? null;
  return { log: finished.run.log ?? [], causes: trace.causes, turns, outcome };
}

/** The state in which events of such an episode leave the first one. Throws for an event that is refused. */
export function stateAfter({ prepared: { initial } }: SeatPlan, events: readonly Event[]): State {
  const state = copyState(initial);
  for (const event of events)
    if (!stepInPlace(state, event)) throw new Error(`refused on ${event.on}: ${event.type}`);
  return frozen(plainState(state));
}
