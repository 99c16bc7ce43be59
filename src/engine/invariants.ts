/**
 * Invariants: what holds of every state that lawful events can reach. A broken one is a fault of this library.
 */
import { checkColumns, readOff } from '../kit/checks';
import { dayAfter } from '../kit/calendar';
import { decimalSum } from '../kit/decimals';
import { deepFrozen } from '../kit/frozen';
import { each } from '../model/column';
import { licenceKey, type Licence } from '../model/export-control';
import { averageTariffPct, excludedShare, exclusionKey, rateKey } from '../model/tariff';
import { hasFallen, UNDETERMINED, USE_OF } from '../model/authority';
import type { Deadline, DeadlineKind } from '../model/deadline';
import { findMeasure, isLive, MEASURE_KINDS, type MeasureLife } from '../model/measure';
import { isAhead, meetingOf } from '../model/meeting';
import { wouldChange } from '../model/changed';
import { CHANGEABLE_STATUSES } from '../model/lifecycle';
import { changeKey } from '../model/pending-change';
import type { State } from '../model/state';
import { isBinding } from '../model/truce';

/** A promise about every state. */
export interface Invariant {
  /** What holds of every reachable state, as a sentence in lower case. */
  readonly name: string;
  /** The ids of what breaks it; empty where it holds. */
  readonly broken: (state: State) => readonly string[];
}

function allMeasures(state: State): MeasureLife[] {
  return MEASURE_KINDS.flatMap((kind) => each<MeasureLife>(state[kind]));
}

function has(state: State, kind: DeadlineKind, subject: string, on: string | null): boolean {
  return state.deadlines.some(
    (deadline) => deadline.kind === kind && deadline.subject === subject && deadline.on === on,
  );
}

const lasts = ({ status }: Licence) => status === 'effective' || status === 'pending';

const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);

/** Ids of what a state points to and does not have: authorities, findings, flows, agreements, and what deadlines wait for. */
function danglingOf(state: State): string[] {
  const licences = new Set(
    each(state.control).flatMap((control) => control.licences.map((one) => licenceKey(control, one))),
  );
  const exclusions = new Set(
    each(state.tariff).flatMap((layer) => (layer.exclusions ?? []).map((one) => exclusionKey(layer, one))),
  );
  const awaited = (deadline: Deadline): boolean => {
    switch (deadline.kind) {
      case 'truce-expiry':
        return deadline.subject === state.truce.id;
      case 'licence-effect':
      case 'licence-expiry':
        return licences.has(deadline.subject) && Object.hasOwn(state.control, deadline.control);
      case 'exclusion-end':
        return exclusions.has(deadline.subject) && Object.hasOwn(state.tariff, deadline.layer);
      case 'rate-due':
        return Object.hasOwn(state.tariff, deadline.layer);
      case 'purchase-window':
        return Object.hasOwn(state.commitments, deadline.subject);
      case 'undertaking-due':
        return Object.hasOwn(state.undertakings, deadline.subject);
      case 'blocking-order-end':
        return state.blockingOrders?.[deadline.subject]?.status === 'in-force';
      case 'relief-end':
        return state.reliefs?.[deadline.subject]?.status === 'current';
      case 'pledge-due':
        return Object.hasOwn(state.pledges, deadline.subject);
      case 'probe-decision':
      case 'probe-resumes':
        return Object.hasOwn(state.probes, deadline.subject);
      case 'change':
        return state[deadline.measureKind][deadline.measure]?.pending !== undefined;
      default:
        return Object.hasOwn(state[deadline.measureKind], deadline.subject);
    }
  };
  return [
    ...ids(
      allMeasures(state).filter(
        (m) => m.authority !== UNDETERMINED && !Object.hasOwn(state.authorities, m.authority),
      ),
    ),
    ...ids(each(state.probes).filter((probe) => !Object.hasOwn(state.authorities, probe.authority))),
    ...ids(each(state.commitments).filter(({ flow }) => !Object.hasOwn(state.flows, flow))),
    ...ids(
      each(state.blockingOrders ?? {}).filter(({ answers }) => findMeasure(state, answers) === undefined),
    ),
    ...ids(each(state.reliefs ?? {}).filter(({ flow }) => !Object.hasOwn(state.flows, flow))),
    ...ids(each(state.pledges).filter(({ agreement }) => !Object.hasOwn(state.agreements, agreement))),
    ...state.deadlines.filter((deadline) => !awaited(deadline)).map(({ subject }) => subject),
  ];
}

/** Every promise about every state, each with a name that one could dispute. */
export const invariants: readonly Invariant[] = /* @__PURE__ */ deepFrozen<Invariant[]>([
  {
    name: 'no live measure stands on an authority that was struck down',
    broken: (state) =>
      ids(
        MEASURE_KINDS.flatMap((kind) =>
          each<MeasureLife>(state[kind]).filter((m) => {
            const authority = state.authorities[m.authority];
            return isLive(m) && authority !== undefined && hasFallen(authority, USE_OF[kind]);
          }),
        ),
      ),
  },
  {
    name: 'a threatened measure with a date has a deadline for it, and one without has none',
    broken: (state) =>
      ids(
        allMeasures(state).filter(
          (m) =>
            m.status === 'threatened' &&
            (m.dueOn === null
              ? state.deadlines.some(({ kind, subject }) => kind === 'threat' && subject === m.id)
              : !has(state, 'threat', m.id, m.dueOn)),
        ),
      ),
  },
  {
    name: 'an ordered measure has a date of effect and a deadline for it',
    broken: (state) =>
      ids(
        allMeasures(state).filter(
          (m) =>
            m.status === 'scheduled' && !(m.dueOn !== null && has(state, 'entry-into-force', m.id, m.dueOn)),
        ),
      ),
  },
  {
    name: 'a suspension with a date has a snapback on that date',
    broken: (state) =>
      ids(
        allMeasures(state).filter(
          (m) =>
            m.status === 'suspended' &&
            m.suspendedUntil !== null &&
            !has(state, 'snapback', m.id, m.suspendedUntil),
        ),
      ),
  },
  {
    name: 'only a suspended measure has a day of snapback, and only a pending one a date of effect',
    broken: (state) =>
      ids(
        allMeasures(state).filter(
          (m) =>
            (m.suspendedUntil !== null && m.status !== 'suspended') ||
            (m.dueOn !== null && m.status !== 'threatened' && m.status !== 'scheduled'),
        ),
      ),
  },
  {
    name: 'no measure outlives the longest life that its statute allows',
    broken: (state) =>
      ids(
        allMeasures(state).filter(
          (m) =>
            (m.status === 'in-force' || m.status === 'suspended') &&
            m.endsOn !== null &&
            m.endsOn < state.today,
        ),
      ),
  },
  {
    name: 'no rate is negative or above the ceiling of its statute',
    broken: (state) =>
      ids(
        each(state.tariff).filter((layer) => {
          const ceiling = state.authorities[layer.authority]?.ceilingPct ?? null;
          return !(layer.ratePct >= 0) || (isLive(layer) && ceiling !== null && layer.ratePct > ceiling);
        }),
      ),
  },
  {
    name: 'a duty covers no more than all trade with what is excluded from it, and an exclusion with an end waits for it',
    broken: (state) =>
      ids(
        each(state.tariff).filter(
          (layer) =>
            layer.exclusions !== undefined &&
            (!isLive(layer) ||
              layer.exclusions.length === 0 ||
              decimalSum([layer.share, excludedShare(layer)]) > 1 ||
              layer.exclusions.some(
                (one) =>
                  one.until !== null && !has(state, 'exclusion-end', exclusionKey(layer, one), one.until),
              )),
        ),
      ),
  },
  {
    name: 'a rate that is to be set by a day is waited for until the day after, and any other is not',
    broken: (state) =>
      ids(
        each(state.tariff).filter((layer) => {
          const until = typeof layer.rateBy === 'string' ? dayAfter(layer.rateBy) : null;
          const waits = state.deadlines.some((it) => it.kind === 'rate-due' && it.subject === rateKey(layer));
          return until === null ? waits : !has(state, 'rate-due', rateKey(layer), until);
        }),
      ),
  },
  {
    name: 'a pending change is of a measure that is ordered or applies and would change it, and only one with a day is waited for',
    broken: (state) =>
      ids(
        allMeasures(state).filter((m) => {
          const waits = state.deadlines.some((it) => it.kind === 'change' && it.subject === changeKey(m));
          if (m.pending === undefined) return waits;
          const { effectiveOn } = m.pending;
          const isDated = has(state, 'change', changeKey(m), effectiveOn);
          return (
            waits !== isDated ||
            isDated !== (effectiveOn !== null) ||
            !CHANGEABLE_STATUSES.includes(m.status) ||
            !wouldChange(m, m.pending)
          );
        }),
      ),
  },
  {
    name: 'severities and licensed shares lie between 0 and 1',
    broken: (state) =>
      ids(
        each(state.control).filter((control) => {
          const licensed = decimalSum(control.licences.filter(lasts).map(({ share }) => share));
          return !(control.severity >= 0 && control.severity <= 1 && licensed <= 1);
        }),
      ),
  },
  {
    name: 'no licence outlives its control, nor do the days on which it would begin and end',
    broken: (state) =>
      each(state.control)
        .filter((control) => !isLive(control))
        .flatMap((control) => {
          const keys = control.licences.map((licence) => licenceKey(control, licence));
          return keys.filter(
            (key, at) =>
              lasts(control.licences[at]!) || state.deadlines.some(({ subject }) => subject === key),
          );
        }),
  },
  {
    name: 'both averages are finite and not negative',
    broken: (state) =>
      // The average is held at nought from below where it is taken.
      (['usOnCn', 'cnOnUs'] as const).filter(
        (direction) => !Number.isFinite(averageTariffPct(state, direction)),
      ),
  },
  {
    name: 'a truce with an expiry binds exactly while that day is waited for',
    broken: (state) => {
      const { id, expiresOn } = state.truce;
      const waits = state.deadlines.some((deadline) => deadline.kind === 'truce-expiry');
      const shouldWait = isBinding(state.truce) && expiresOn !== null;
      return waits === shouldWait && (!waits || has(state, 'truce-expiry', id, expiresOn)) ? [] : [id];
    },
  },
  {
    name: 'only a truce that binds still awaits the capitals, and a provisional one does',
    broken: ({ truce }) =>
      (truce.provisional && !isBinding(truce)) || (truce.status === 'provisional' && !truce.provisional)
        ? [truce.id]
        : [],
  },
  {
    name: 'an open pledge has a deadline and a closed one has none',
    broken: (state) =>
      ids(
        each(state.pledges).filter(
          (pledge) =>
            (pledge.status === 'open') !==
            state.deadlines.some((d) => d.kind === 'pledge-due' && d.subject === pledge.id),
        ),
      ),
  },
  {
    name: 'an open commitment and an open undertaking wait for their day',
    broken: (state) => [
      ...ids(
        each(state.commitments).filter(
          (c) => (c.status === 'open') !== has(state, 'purchase-window', c.id, c.until),
        ),
      ),
      ...ids(
        each(state.undertakings).filter(
          (u) => (u.status === 'open') !== has(state, 'undertaking-due', u.id, u.dueOn),
        ),
      ),
    ],
  },
  {
    name: 'an undertaking is due from its day on and not before',
    broken: (state) =>
      ids(
        each(state.undertakings).filter(
          ({ status, dueOn }) => (status === 'due' || status === 'defaulted') && dueOn > state.today,
        ),
      ),
  },
  {
    name: 'a blocking order with an end in force and current relief wait for their day',
    broken: (state) => [
      ...ids(
        each(state.blockingOrders ?? {}).filter(
          ({ id, status, until }) =>
            status === 'in-force' && until !== null && !has(state, 'blocking-order-end', id, until),
        ),
      ),
      ...ids(
        each(state.reliefs ?? {}).filter(
          ({ id, status, until }) => status === 'current' && !has(state, 'relief-end', id, until),
        ),
      ),
    ],
  },
  {
    name: 'deadlines stand in order of date',
    broken: (state) =>
      state.deadlines
        .filter((deadline, at) => at > 0 && state.deadlines[at - 1]!.on > deadline.on)
        .map((d) => d.subject),
  },
  {
    name: 'no deadline lies in the past',
    broken: (state) =>
      state.deadlines
        .filter((deadline) => deadline.on < state.today && deadline.kind !== 'threat')
        .map((d) => d.subject),
  },
  {
    name: 'a meeting that was held is not of a later day',
    broken: (state) =>
      ids(each(state.meetings).filter(({ status, on }) => status === 'held' && on > state.today)),
  },
  {
    name: 'no two meetings are planned for the same day',
    broken: (state) => {
      const ahead = each(state.meetings).filter((meeting) => isAhead(meeting, state.today));
      return ids(ahead.filter(({ on }, at) => ahead.findIndex((other) => other.on === on) < at));
    },
  },
  {
    name: 'an agenda on which leaders may still meet names issues on the table, each once',
    broken: (state) =>
      ids(
        each(state.meetings).filter(
          (meeting) =>
            isAhead(meeting, state.today) &&
            meeting.agenda.some(
              (issue, at) => !Object.hasOwn(state.issues, issue) || meeting.agenda.indexOf(issue) < at,
            ),
        ),
      ),
  },
  {
    name: 'an agreement is of a meeting that was held on the day on which it was reached',
    broken: (state) =>
      ids(
        each(state.agreements).filter(({ meeting, reachedOn }) => {
          const held = meetingOf(state, meeting);
          return held?.status !== 'held' || held.on !== reachedOn;
        }),
      ),
  },
  {
    name: 'what stands on a statute with a procedure, or will on a day already set, rests on an affirmative finding',
    broken: (state) =>
      ids(
        allMeasures(state).filter(
          (m) =>
            (m.status === 'in-force' || m.status === 'scheduled' || m.suspendedUntil !== null) &&
            state.authorities[m.authority]?.procedure === 'finding' &&
            (m.basis === null || state.probes[m.basis]?.status !== 'affirmative'),
        ),
      ),
  },
  {
    name: 'what applies, or will on a day already set, stands on a statute by name',
    broken: (state) =>
      ids(
        allMeasures(state).filter(
          (m) =>
            m.authority === UNDETERMINED &&
            (m.status === 'in-force' || m.status === 'scheduled' || m.suspendedUntil !== null),
        ),
      ),
  },
  {
    name: 'what a state points to stands in it',
    broken: danglingOf,
  },
  {
    name: 'nothing has a status that begins after today',
    broken: (state) =>
      ids(
        [
          ...allMeasures(state),
          ...each(state.probes),
          ...each(state.flows),
          ...each(state.meetings),
          state.truce,
        ].filter(({ since }) => since > state.today),
      ),
  },
  {
    name: 'a measure in force under a statute with a longest life has its end, and waits for it',
    broken: (state) =>
      ids(
        allMeasures(state).filter(
          (m) =>
            m.status === 'in-force' &&
            (state.authorities[m.authority]?.maximumDays ?? null) !== null &&
            !(m.endsOn !== null && has(state, 'measure-end', m.id, m.endsOn)),
        ),
      ),
  },
]);

/** Columns without which a value is no state at all. */
const LEAST_COLUMNS = ['authorities', 'tariff', 'control', 'meetings', 'deadlines'] as const;

/**
 * The invariants that a state breaks, in words; empty for every state that lawful events can reach. Throws an InputError for what has
 * not the columns of a state, or nouns that are none in them.
 * @param state - Any state, also one that was made by hand; it is not changed.
 *
 * @example brokenInvariants(start('kuala-lumpur-2025'))
 */
export function brokenInvariants(state: State): string[] {
  checkColumns('state', state, LEAST_COLUMNS);
  const found: string[] = [];
  for (const { name, broken } of invariants) {
    // Nouns that somebody made by hand may lack what a promise speaks of.
    const items = readOff('state', state, () => broken(state));
    if (items.length > 0) found.push(`${name}: ${items.join(', ')}`);
  }
  return found;
}

/**
 * Throws where a state breaks an invariant: a fault of this library, not of its user. Throws an InputError for what is no state.
 * @param state - Any state, also one that was made by hand; it is not changed.
 *
 * @example assertInvariants(start('kuala-lumpur-2025'))
 */
export function assertInvariants(state: State): void {
  const broken = brokenInvariants(state);
  if (broken.length > 0) throw new Error(`broken invariant on ${state.today}: ${broken.join('; ')}`);
}
