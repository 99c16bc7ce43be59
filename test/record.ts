/** The record as states and as steps, for tests of the law: a frozen morning, and acts that must succeed. */
import type { Event } from '../src/actions/index';
import { facts } from '../src/facts/packaged';
import { violations } from '../src/engine/legality';
import { advanceTo } from '../src/engine/replay';
import { frozen } from '../src/engine/frozen';
import { transition } from '../src/engine/transition';
import { startClock } from '../src/actions/course';
import type { Writable } from '../src/kit/writable';
import type { Authority } from '../src/model/authority';
import { copyState, ownDraft, plainState } from '../src/model/copy-state';
import { allMeasures } from '../src/model/measure';
import type { State } from '../src/model/state';
import { stateOn } from '../src/facts/initial-state';
import { recordUntil } from '../src/testing/properties/record-until';
import { centralParameters as centralOf } from '../src/episode/parameter-draw';
import type { Parameters } from '../src/model/parameters';
import { loadScenario } from '../src/scenario/library';
import { specificationOf } from '../src/scenario/model-specification';

/** A copy for tests that write what rules would not. */
export const writableCopy = <T>(value: T): Writable<T> => structuredClone(value) as Writable<T>;

type WithoutDay<E> = E extends unknown ? Omit<E, 'on'> : never;

/** An event without its day, which is always the state's. */
export type Act = WithoutDay<Event>;

/** The issues of the table on which the tests of the law were written: those raised by 10 November 2025. */
const KNOWN = recordUntil(facts, '2025-11-10').issues;

/** The morning of a day as the record has it. */
export function morningOf(day: string): State {
  const agenda = KNOWN.map((issue) => issue.id);
  return frozen(stateOn(facts, { asOf: day, meeting: 'busan-2025', agenda, withoutAuthorities: [] }));
}

/** The morning of the talks in Kuala Lumpur. */
export const kualaLumpur: State = morningOf('2025-10-25');

/** The same morning under other statutes. */
export function withAuthority(state: State, id: string, change: Partial<Authority>): State {
  return frozen({
    ...state,
    authorities: { ...state.authorities, [id]: { ...state.authorities[id]!, ...change } },
  });
}

/** A state whose statutes carry a measure for so many days, with the clocks of what is in force running from its day. */
export function withLongestLife(state: State, statutes: readonly string[], maximumDays: number): State {
  const limited = statutes.reduce((one, id) => withAuthority(one, id, { maximumDays }), state);
  const copy = ownDraft(plainState(copyState(limited)));
  for (const [kind, measure] of allMeasures(copy))
    if (measure.status === 'in-force') startClock(copy, measure, kind);
  return frozen(copy);
}

/** The parameters of the first scenario at their central values. */
export const centralParameters = (): Parameters =>
  centralOf(specificationOf(loadScenario('kuala-lumpur-2025'), facts));

/** An act dated today. */
export function today(state: State, act: Act): Event {
  return { ...act, on: state.today } as Event;
}

/** The state after acts on one day; throws where one is refused. */
export function after(state: State, ...acts: readonly Act[]): State {
  let current = state;
  for (const act of acts) {
    const next = transition(current, today(current, act));
    if (!next.ok) throw new Error(`${act.type} was refused: ${JSON.stringify(next.refusals)}`);
    current = next.state;
  }
  return current;
}

/** The state on a later day, with what fell due on the way. */
export function later(state: State, day: string): State {
  return advanceTo(state, day).state;
}

/** Codes of the rules that an act breaks today; empty where it is legal. */
export function refusals(state: State, act: Act): string[] {
  return violations(state, today(state, act)).map((refusal) => refusal.code);
}
