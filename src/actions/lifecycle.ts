/**
 * The life of a measure as a table of verbs: propose, threaten, impose, carry out, postpone, withdraw, suspend, extend,
 * resume, and what the calendar does by itself (entry into force, snapback, lapse).
 *
 * Duties, controls, port fees and listings live alike, so their families share these verbs and add their own. A
 * threat is a measure with a deadline and stays apart from a duty in force; a suspension stops collection until a
 * date and touches no rate (the form of Executive Order 14334 of 11 August 2025 and of the Chinese announcements). What eases a
 * measure may do so from a later day on, or be announced with its legal notice pending.
 */
import type { ZodRawShape } from 'zod';
import { addDays } from '../kit/calendar';
import { each } from '../model/column';
import { CHANGEABLE_STATUSES, dropChange, setDue, setStatus } from '../model/lifecycle';
import type { MeasureLife } from '../model/measure';
import type { Draft } from '../model/state';
import type { Writable } from '../kit/writable';
import {
  enterIntoForce,
  FIT_FOR_FORCE,
  lastNotice,
  laterOf,
  orderFor,
  returnOrOpen,
  standingAuthority,
  keepClock,
  redate,
  suspendUntil,
  tomorrowOn,
} from './course';
import { dateFrom, dateOrOpen, oneOf } from './domain';
import { idOf, type Zod } from './fields';
import type { MeasureFamily } from './measure-family';
import { beginningOf, beginnings, verbOf, verbs, type BeginningTypes, type VerbTypes } from './measure-verb';
import { always, ANNOUNCED_BASIS, BASIS, depends, FINDING_FIRST } from './rules';

import {
  found,
  dated,
  day,
  dayOrOpen,
  THREAT,
  NEW_DATE,
  ORDER,
  AHEAD_WITHIN_LIFE,
  lastReturn,
  openEnded,
  hasDate,
  unnamed,
  authoritiesThatCarry,
  undatedThreat,
  due,
  later,
  NOTICE,
} from './lifecycle-rules';
import { bringAbout, changeIsDue, giveNotice, hasPending, lacksNotice, waits } from './pending-change';

const end = (status: 'withdrawn' | 'lapsed') => (draft: Draft, measure: Writable<MeasureLife>) =>
  setStatus(draft, measure, status);

/** How a measure comes into being. */
const BEGINNINGS = beginnings({
  propose: {
    doc: 'Make {a measure} known as considered, without a date.',
    begins: 'proposed',
    basis: ANNOUNCED_BASIS,
    open: true,
    needs: [],
    fields: {},
    touches: 'no-level',
    effect: () => {},
  },
  threaten: {
    doc: 'Threaten {a measure} from a date on or without one, by a voice that audiences hear.',
    begins: 'threatened',
    basis: ANNOUNCED_BASIS,
    open: true,
    needs: [],
    fields: THREAT,
    signal: 'threat',
    touches: 'no-level',
    effect: (draft, measure, kind, { dueOn }) => {
      if (dueOn !== null) setDue(draft, measure, kind, dueOn);
    },
  },
  impose: {
    doc: 'Order a new {measure}, with effect today or on a later date.',
    begins: 'scheduled',
    basis: BASIS,
    open: false,
    needs: [FINDING_FIRST],
    fields: ORDER,
    touches: 'level',
    effect: (draft, measure, kind, { from }) => orderFor(draft, measure, kind, from),
  },
});

/** What becomes of a measure. */
const VERBS = verbs({
  'carry-out': {
    doc: 'Carry out {a measure} that was proposed or threatened, with effect today or on a later date.',
    by: 'imposer',
    from: ['proposed', 'threatened'],
    can: 'be carried out',
    needs: FIT_FOR_FORCE,
    fields: ORDER,
    signal: 'execution',
    touches: 'level',
    effect: (draft, measure, kind, { from }) => orderFor(draft, measure, kind, from),
  },
  postpone: {
    doc: 'Move the date of a threatened or ordered {measure} to a later day.',
    by: 'imposer',
    from: ['threatened', 'scheduled'],
    can: 'be postponed',
    needs: [hasDate],
    fields: {
      until: day(
        'Later day on which it would take effect',
        dated(
          'date-not-later',
          'A postponement moves the date to a later one, at most two years ahead.',
          (kind) => (state, _actor, id) =>
            dateFrom(
              addDays(laterOf(state.today, found(state, kind, id)?.dueOn ?? null), 1),
              lastNotice(state),
            ),
        ),
        '2025-11-20',
      ),
    },
    signal: 'postponement',
    touches: 'no-level',
    effect: (draft, measure, kind, { until }) => setDue(draft, measure, kind, until),
  },
  'put-off': {
    doc: 'Put a threatened or ordered {measure} off before it applies, until a date or without one; it stays on the books, and a threat stays one.',
    by: 'imposer',
    from: ['threatened', 'scheduled'],
    can: 'be put off',
    needs: [hasDate],
    fields: {
      until: dayOrOpen(
        'Later day on which it may apply',
        dated(
          'date-not-later',
          'An order that is put off may apply on a later day than was set, at most two years ahead, where it could be ordered, else it has no day; a threat stands for such a day or for none.',
          (kind) => {
            const until = returnOrOpen(kind);
            return (state, actor, id) => {
              const measure = found(state, kind, id);
              const after = laterOf(state.today, measure?.dueOn ?? null);
              const last = lastNotice(state);
              return measure?.status === 'threatened'
                ? dateOrOpen(addDays(after, 1), last)
                : until(state, actor, id, after, last);
            };
          },
        ),
        null,
      ),
    },
    signal: 'postponement',
    touches: 'level',
    // Nobody has ordered a threat yet, so that no day makes it apply by itself.
    effect: (draft, measure, kind, { until }) =>
      measure.status === 'threatened' && until !== null
        ? setDue(draft, measure, kind, until)
        : suspendUntil(draft, measure, kind, until),
  },
  'set-deadline': {
    doc: 'Threaten {a measure} from a date on that was proposed, threatened without a date or put off without one.',
    by: 'imposer',
    from: ['proposed', 'threatened', 'suspended'],
    can: 'be threatened anew',
    needs: [
      openEnded('A suspension with a date ends on that date and needs no threat.'),
      undatedThreat,
      standingAuthority,
    ],
    fields: { dueOn: NEW_DATE, voice: THREAT.voice },
    signal: 'threat',
    touches: 'level',
    effect: (draft, measure, kind, { dueOn }) => {
      setStatus(draft, measure, 'threatened');
      keepClock(draft, measure, kind);
      if (dueOn !== null) setDue(draft, measure, kind, dueOn);
    },
  },
  'name-authority': {
    doc: 'Name the statute on which {a measure} will stand that was announced without one.',
    by: 'imposer',
    from: ['proposed', 'threatened', 'suspended'],
    can: 'be given a statute',
    needs: [unnamed],
    fields: {
      authority: {
        schema: (z: Zod) => idOf(z, 'the authority that it stands on'),
        rule: dated(
          'no-such-authority',
          'It stands on a statute of its author that is in being, provides for its kind and allows its rate.',
          (kind) => (state, actor, id) => oneOf(...authoritiesThatCarry(state, actor, kind, id)),
        ),
        example: 'ecra',
      },
      basis: {
        schema: (z: Zod) =>
          z.string().max(80).nullable().describe('Id of the probe on which it rests, or null'),
        rule: () =>
          depends(
            'authority/wrong-basis',
            'It names an investigation of its author, or none where the statute asks for none.',
            (state, actor) =>
              oneOf(
                null,
                ...each(state.probes)
                  .filter(({ owner, status }) => owner === actor && status !== 'closed')
                  .map(({ id }) => id),
              ),
            'alston-2022',
          ),
        example: null,
      },
    },
    touches: 'no-level',
    effect: (_draft, measure, _kind, { authority, basis }) => {
      measure.authority = authority;
      measure.basis = basis;
    },
  },
  withdraw: {
    doc: 'End {a measure}, or a threat or proposal of one, for good.',
    by: 'imposer',
    from: ['proposed', 'threatened', 'scheduled', 'in-force', 'suspended'],
    can: 'be withdrawn',
    needs: [],
    fields: {
      traded: {
        schema: (z: Zod) => z.boolean().describe('Whether something was given for it'),
        rule: () =>
          always('withdrawal/not-a-yes-or-no', 'A withdrawal is traded or not.', oneOf(true, false)),
        example: true,
      },
      ...later('withdraw'),
    },
    signal: 'withdrawal',
    touches: 'level',
    effect: (draft, measure, kind, { traded, from }) => {
      if (!waits(draft, measure, kind, { verb: 'withdraw', traded }, from)) end('withdrawn')(draft, measure);
    },
  },
  suspend: {
    doc: 'Stop applying {a measure} until a date, when it snaps back, or with an open end.',
    by: 'imposer',
    from: ['in-force'],
    can: 'be suspended',
    needs: [],
    fields: {
      until: dayOrOpen(
        'Day on which the suspension ends',
        dated('suspension-not-ahead', `${AHEAD_WITHIN_LIFE}, or stays open.`, (kind) => {
          const until = returnOrOpen(kind);
          return (state, actor, id) => until(state, actor, id, state.today, lastReturn(state, kind, id));
        }),
        '2026-10-25',
      ),
      ...later('suspend'),
    },
    touches: 'level',
    effect: (draft, measure, kind, { until, from }) => {
      if (!waits(draft, measure, kind, { verb: 'suspend', until }, from))
        suspendUntil(draft, measure, kind, until);
    },
  },
  extend: {
    doc: 'Prolong the suspension of {a measure} to a later date or to an open end.',
    by: 'imposer',
    from: ['suspended'],
    can: 'have its suspension extended',
    needs: [],
    fields: {
      until: dayOrOpen(
        'Later day on which the suspension ends',
        dated(
          'extension-not-later',
          'An extension ends later than the suspension did, within the life of the measure and at most two years ahead, or stays open.',
          (kind) => {
            const until = returnOrOpen(kind);
            return (state, actor, id) => {
              const suspendedUntil = found(state, kind, id)?.suspendedUntil ?? null;
              // Nothing is later than an open end.
              if (suspendedUntil === null) return oneOf();
              return until(
                state,
                actor,
                id,
                laterOf(state.today, suspendedUntil),
                lastReturn(state, kind, id),
              );
            };
          },
        ),
        '2026-11-10',
      ),
      ...later('extend'),
    },
    touches: 'no-level',
    effect: (draft, measure, kind, { until, from }) => {
      if (!waits(draft, measure, kind, { verb: 'extend', until }, from)) redate(draft, measure, kind, until);
    },
  },
  'schedule-return': {
    doc: 'Set the day on which the open-ended suspension of {a measure} ends.',
    by: 'imposer',
    from: ['suspended'],
    can: 'be given a day of return',
    needs: [
      openEnded('Only a suspension without a date can be given one; another is extended.'),
      ...FIT_FOR_FORCE,
    ],
    fields: {
      until: day(
        'Day on which the suspension ends',
        dated(
          'suspension-not-ahead',
          `${AHEAD_WITHIN_LIFE}.`,
          (kind) => (state, _actor, id) => dateFrom(tomorrowOn(state), lastReturn(state, kind, id)),
        ),
        '2026-10-25',
      ),
    },
    touches: 'level',
    effect: (draft, measure, kind, { until }) => redate(draft, measure, kind, until),
  },
  resume: {
    doc: 'End the suspension of {a measure} early: it applies again at its stored level.',
    by: 'imposer',
    from: ['suspended'],
    can: 'be resumed',
    needs: FIT_FOR_FORCE,
    fields: {},
    touches: 'level',
    effect: enterIntoForce,
  },
  'give-notice': {
    doc: 'Give legal notice of a change of {a measure} that was announced, with effect today or on a later date.',
    by: 'imposer',
    from: CHANGEABLE_STATUSES,
    can: 'be given notice of a change',
    needs: [lacksNotice],
    fields: NOTICE,
    touches: 'level',
    effect: (draft, measure, kind, { from }) => giveNotice(draft, measure, kind, from),
  },
  'drop-change': {
    doc: 'Drop a change of {a measure} that was announced, or ordered for a later date, before it takes effect.',
    by: 'imposer',
    from: CHANGEABLE_STATUSES,
    can: 'have a change dropped',
    needs: [hasPending],
    fields: {},
    touches: 'level',
    effect: dropChange,
  },
  'take-effect': {
    doc: 'The day of a change of {a measure} has come and it takes effect.',
    by: 'calendar',
    from: CHANGEABLE_STATUSES,
    can: 'be changed on its day',
    needs: [changeIsDue],
    fields: {},
    touches: 'level',
    effect: bringAbout,
  },
  'enter-into-force': {
    doc: 'The day of an ordered {measure} has come and it applies.',
    by: 'calendar',
    from: ['scheduled'],
    can: 'enter into force',
    needs: [due('entry-into-force')],
    fields: {},
    touches: 'level',
    effect: enterIntoForce,
  },
  snapback: {
    doc: 'The suspension of {a measure} has run out and it applies again at its stored level.',
    by: 'calendar',
    from: ['suspended'],
    can: 'snap back',
    needs: [due('snapback')],
    fields: {},
    touches: 'level',
    effect: enterIntoForce,
  },
  lapse: {
    doc: 'The longest life of {a measure} under its authority is over and it ends.',
    by: 'calendar',
    // A life that has begun goes on while the measure is put off and threatened or ordered anew.
    from: ['threatened', 'scheduled', 'in-force', 'suspended'],
    can: 'lapse',
    needs: [due('measure-end')],
    fields: {},
    touches: 'level',
    effect: end('lapsed'),
  },
  'expire-threat': {
    doc: 'The date of a threatened {measure} has passed and nothing was done: the threat lapses.',
    by: 'calendar',
    from: ['threatened'],
    can: 'lapse as a threat',
    needs: [due('threat')],
    fields: {},
    signal: 'withdrawal',
    touches: 'no-level',
    effect: end('lapsed'),
  },
});

/** The shared verbs of one family of measures, in the order of the tables above. */
export function lifecycle<const P extends string, F extends ZodRawShape>(
  family: MeasureFamily<P, F>,
): (BeginningTypes<P, F, typeof BEGINNINGS> | VerbTypes<P, typeof VERBS>)[] {
  const begun = Object.entries(BEGINNINGS).map(([name, row]) => beginningOf(family, name, row));
  const lived = Object.entries(VERBS).map(([name, row]) => verbOf(family, name, row));
  // Each row gave its name and its fields to the action type made of it.
  return [...begun, ...lived] as (BeginningTypes<P, F, typeof BEGINNINGS> | VerbTypes<P, typeof VERBS>)[];
}
