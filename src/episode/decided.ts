/**
 * What a policy does on a day. Those of the library are asked as they are; what one's own does that no policy may is told by its name,
 * and is no fault of the model.
 */
import type { Event } from '../actions/index';
import { askOwn } from '../kit/ask-own';
import { isObject } from '../kit/checks';
import { InputError } from '../kit/input-error';
import type { PartyId } from '../model/actor';
import type { Observation, Policy } from '../policies/policy';
import type { OwnModel } from '../scenario/own';

/** Most events of a party on one day: no government does more, and a list without an end is told before it fills the memory. */
const MOST_ACTS = 10_000;

/** What a policy of one's own answered, as a list: whether the events in it are lawful, the rules say. */
function eventsOf(path: string, given: unknown): readonly Event[] {
  const refuse = (at: string, what: unknown, allowed: string) =>
    new InputError({ code: 'own/events', path: at, given: what, allowed });
  if (typeof given !== 'object' || given === null || !(Symbol.iterator in given))
    throw refuse(path, given, 'a list of events');
  const events: unknown[] = [];
  for (const event of given as Iterable<unknown>) {
    if (events.length === MOST_ACTS) throw refuse(path, given, `a list of at most ${MOST_ACTS} events`);
    events.push(event);
  }
  const at = events.findIndex((event) => !isObject(event));
  if (at >= 0) throw refuse(`${path}.${at}`, events[at], 'an event, as an object');
  return events as readonly Event[];
}

/**
 * The events of a party's policy on a day, in order. Throws an InputError that names the policy where one of one's own throws, or answers
 * with what is no list of events.
 */
export function decided(
  own: OwnModel | undefined,
  party: PartyId,
  policy: Policy,
  observation: Observation,
): readonly Event[] {
  if (own?.policies.includes(policy) !== true) return policy.decide(observation);
  const path = `policies.${party}.decide`;
  const answer = askOwn(path, () => policy.decide(observation));
  // To go through it is to run code of the caller's own too, where it is no plain list.
  return eventsOf(path, answer);
}
