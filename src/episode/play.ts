/**
 * Plays by the rules alone: acts on their days with the calendar in between, and nothing left to chance.
 *
 * What an episode does with draws, a draft does as it is given. It shows what the rules make of a supposition, and it
 * finds a way to a state in the fewest events.
 */
import type { Event } from '../actions/index';
import { stepInPlace } from '../engine/apply';
import { isLegal } from '../engine/legality';
import { passInPlace } from '../engine/replay';
import { each } from '../model/column';
import { copyState, plainState } from '../model/copy-state';
import { meetingOf } from '../model/meeting';
import type { Draft, State } from '../model/state';

/** A play under way: its own mutable state, what has happened, and the acts that were refused. */
export interface PlayDraft {
  readonly state: Draft;
  readonly events: Event[];
  readonly refused: Event[];
}

/** A play that has not begun, on a copy of a state. */
export function newDraft(from: State): PlayDraft {
  return { state: copyState(from), events: [], refused: [] };
}

/** Lets days pass up to a day, and settles what falls due on the way and on it. */
export function passTo(draft: PlayDraft, day: string): void {
  passInPlace(draft.state, day, (event) => draft.events.push(event));
}

/** Does an act on its day; a refused one changes nothing and is noted. Returns whether it happened. */
export function act(draft: PlayDraft, event: Event): boolean {
  passTo(draft, event.on);
  if (!stepInPlace(draft.state, event)) {
    draft.refused.push(event);
    return false;
  }
  draft.events.push(event);
  return true;
}

/** Plays acts from a state in the order of their days. */
export function playThrough(from: State, acts: readonly Event[]): PlayDraft {
  const draft = newDraft(from);
  for (const event of acts) act(draft, event);
  return draft;
}

/** Opens and closes the rounds whose day it is, as protocol does, and holds the meeting asked about on its day. */
function followProtocol(draft: PlayDraft, meeting: string): void {
  const { state } = draft;
  for (const round of each(state.rounds)) {
    const { id } = round;
    const actor = 'both';
    const on = state.today;
    if (round.status === 'scheduled' && round.opensOn <= on)
      act(draft, { type: 'talks.open', actor, on, id });
    if (round.status === 'under-way' && round.closesOn <= on)
      act(draft, { type: 'talks.conclude', actor, on, id, readout: 'progress' });
  }
  const hold: Event = { type: 'meeting.hold', actor: 'both', on: state.today, meeting };
  if (isLegal(state, hold)) act(draft, hold);
}

/** Days on which protocol has something to do before a day. */
function protocolDays(state: State, meeting: string): string[] {
  const day = meetingOf(state, meeting)?.on;
  const days = day === undefined ? [] : [day];
  for (const round of each(state.rounds)) {
    if (round.status === 'scheduled' || round.status === 'under-way')
      days.push(round.opensOn, round.closesOn);
  }
  return days.filter((day) => day >= state.today);
}

/** A supposed event that the rules refuse, and the state in which they do. */
export interface RefusedSupposition {
  readonly index: number;
  readonly event: Event;
  readonly state: State;
}

/**
 * Plays supposed events alone: they come first on their day, rounds open and close when they should, the
 * leaders meet and agree on nothing. Returns the suppositions that are refused, each with a copy of its state.
 */
export function refusedSuppositions(
  from: State,
  supposed: readonly Event[],
  meeting: string,
): RefusedSupposition[] {
  const draft = newDraft(from);
  const refused: RefusedSupposition[] = [];
  let next = 0;
  let doneOn = '';
  while (next < supposed.length) {
    const stops = [supposed[next]!.on, ...protocolDays(draft.state, meeting).filter((day) => day > doneOn)];
    doneOn = stops.reduce((first, day) => (day < first ? day : first));
    passTo(draft, doneOn);
    while (next < supposed.length && supposed[next]!.on <= draft.state.today) {
      const event = supposed[next]!;
      if (!act(draft, event)) refused.push({ index: next, event, state: plainState(copyState(draft.state)) });
      next += 1;
    }
    followProtocol(draft, meeting);
  }
  return refused;
}

/** A coercive act that either side can do on a day: the plainest one that its law allows without a procedure. */
export function coerciveAct(from: State, day: string): Event | null {
  const draft = newDraft(from);
  passTo(draft, day);
  for (const { owner, id: authority, instruments, lists } of each(draft.state.authorities)) {
    const base = {
      actor: owner,
      on: day,
      id: 'check/new-act',
      label: 'a new act',
      authority,
      basis: null,
    } as const;
    const acts: Event[] = [];
    if (instruments.includes('listing')) {
      const list = lists?.[0]?.id ?? authority;
      acts.push({ type: 'listing.impose', list, entities: 1, from: day, ...base });
    }
    if (instruments.includes('tariff'))
      acts.push({ type: 'tariff.impose', ratePct: 10, share: 1, from: day, ...base });
    const lawful = acts.find((event) => isLegal(draft.state, event));
    if (lawful !== undefined) return lawful;
  }
  return null;
}
