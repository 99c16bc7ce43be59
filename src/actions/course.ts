/**
 * The course of a measure: what the verbs of its life do to the state, and the rules on which they share.
 *
 * An order takes effect on its day, a suspension ends on its own, a statute may set a longest life; each leaves its
 * deadline for the calendar.
 */
import { addDays, dayAfter } from '../kit/calendar';
import type { Actor } from '../model/actor';
import { setDeadline } from '../model/deadline';
import { dropMootChange, setDue, setStatus } from '../model/lifecycle';
import { hasFallen, UNDETERMINED, USE_OF } from '../model/authority';
import { measureAction, type MeasureKind, type MeasureLife } from '../model/measure';
import type { Draft, State } from '../model/state';
import type { Writable } from '../kit/writable';
import type { Rule } from './action-type';
import { dateOrOpen, oneOf, type Domain } from './domain';
import { always, measures, mustBe } from './rules';

/** Longest notice that a threat or an order may give, in days: beyond two years it is a plan, not a measure. */
const LONGEST_NOTICE_DAYS = 730;

/** The day after that of a state. */
export const tomorrowOn = (state: State) => dayAfter(state.today);
/** The last day of which notice may be given. */
export const lastNotice = (state: State) => addDays(state.today, LONGEST_NOTICE_DAYS);

/** Whose voice a threat has. */
export const VOICE = always(
  'voice/unknown',
  'A threat is voiced by officials, a spokesperson or the leader.',
  oneOf('officials', 'spokesperson', 'leader'),
);

/** Puts a measure into force from today on, for no longer than its authority allows. */
export function enterIntoForce(draft: Draft, measure: Writable<MeasureLife>, kind: MeasureKind): void {
  setStatus(draft, measure, 'in-force');
  startClock(draft, measure, kind);
}

/** Starts the longest life of a measure under its authority, where the statute sets one and it has not begun. */
export function startClock(draft: Draft, measure: Writable<MeasureLife>, kind: MeasureKind): void {
  const longest = draft.authorities[measure.authority]?.maximumDays ?? null;
  if (longest === null) return;
  measure.endsOn ??= addDays(draft.today, longest);
  keepClock(draft, measure, kind);
}

/** Lets a life that has begun go on under another status; what never applied has used nothing of its own. */
export function keepClock(draft: Draft, measure: Writable<MeasureLife>, kind: MeasureKind): void {
  if (measure.endsOn === null) return;
  setDeadline(draft, { kind: 'measure-end', on: measure.endsOn, subject: measure.id, measureKind: kind });
}

/** Orders a measure for a day: in force at once where that is today, else scheduled. */
export function orderFor(
  draft: Draft,
  measure: Writable<MeasureLife>,
  kind: MeasureKind,
  from: string,
): void {
  if (from <= draft.today) {
    enterIntoForce(draft, measure, kind);
    return;
  }
  setStatus(draft, measure, 'scheduled');
  keepClock(draft, measure, kind);
  setDue(draft, measure, kind, from);
}

/** Whether a statute with a longest life leaves this measure room until a day. */
export function endOf(state: State, kind: MeasureKind, subject: string): string | null {
  const endsOn = state[kind][subject]?.endsOn ?? null;
  return endsOn === null ? null : addDays(endsOn, -1);
}

/** A measure whose statute still carries it. */
export const standingAuthority = (kind: MeasureKind): Rule =>
  mustBe(
    measures(kind),
    {
      code: 'authority/struck-down',
      rule: 'No measure can stand on an authority that a court has struck down.',
      source: 'thompson-hine-court',
    },
    (measure, state) => {
      const authority = state.authorities[measure.authority];
      return authority === undefined || !hasFallen(authority, USE_OF[kind]);
    },
    (measure) => ({ authority: measure.authority }),
  );

/** Whether a measure rests on an affirmative finding under its own statute. */
function isFounded({ probes }: State, { basis, authority }: MeasureLife): boolean {
  const probe = basis === null ? undefined : probes[basis];
  return probe?.status === 'affirmative' && probe.authority === authority;
}

/** A measure that rests on an affirmative finding, where its statute asks for one. */
const foundedOnFinding = (kind: MeasureKind): Rule =>
  mustBe(
    measures(kind),
    {
      code: 'authority/no-finding',
      rule: 'The statute asks for an investigation with an affirmative finding first.',
      source: 'alston-2022',
    },
    (measure, state) =>
      state.authorities[measure.authority]?.procedure !== 'finding' || isFounded(state, measure),
    (measure) => ({ authority: measure.authority, basis: measure.basis }),
  );

/** A measure whose statute was named. */
const namedAuthority = (kind: MeasureKind): Rule => ({
  ...mustBe(
    measures(kind),
    {
      code: 'authority/undetermined',
      rule: 'What stands on no statute by name can be announced, and enters into force once one is named.',
      source: 'stylised',
    },
    ({ authority }) => authority !== UNDETERMINED,
    ({ status }) => ({ status }),
  ),
  instead: [measureAction(kind, 'name-authority')],
});

/** What every act asks that brings an existing measure into force or sets the day on which it comes. */
export const FIT_FOR_FORCE: readonly ((kind: MeasureKind) => Rule)[] = [
  standingAuthority,
  foundedOnFinding,
  namedAuthority,
];

/**
 * Until when a measure may be suspended: a day after a given one up to a last, or an open end. The calendar applies the
 * measure on that day and cannot be refused, so a day is open only to what is {@link FIT_FOR_FORCE}.
 */
export const returnOrOpen = (kind: MeasureKind) => {
  const rules = FIT_FOR_FORCE.map((rule) => rule(kind));
  return (state: State, actor: Actor, id: string, after: string, last: string): Domain =>
    rules.some(({ violated }) => violated(state, actor, id) !== null)
      ? oneOf(null)
      : dateOrOpen(addDays(after, 1), last);
};

/** Suspends a measure until a day, when it applies again, or without one. */
export function suspendUntil(
  draft: Draft,
  measure: Writable<MeasureLife>,
  kind: MeasureKind,
  until: string | null,
): void {
  setStatus(draft, measure, 'suspended');
  keepClock(draft, measure, kind);
  measure.suspendedUntil = until;
  if (until !== null) {
    setDeadline(draft, { kind: 'snapback', on: until, subject: measure.id, measureKind: kind });
  }
  dropMootChange(draft, measure);
}

/** Dates a suspension anew; it goes on since it began. */
export function redate(
  draft: Draft,
  measure: Writable<MeasureLife>,
  kind: MeasureKind,
  until: string | null,
): void {
  const { since } = measure;
  suspendUntil(draft, measure, kind, until);
  measure.since = since;
}

/** The later of two days; null is no day. */
export function laterOf(a: string, b: string | null): string {
  return b !== null && b > a ? b : a;
}

/** The earlier of two days; null is no day. */
export function earlierOf(a: string, b: string | null): string {
  return b !== null && b < a ? b : a;
}
