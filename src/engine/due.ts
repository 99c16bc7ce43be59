/**
 * What falls due: deadlines of today as ordinary events of the calendar, in a fixed order.
 *
 * Entries into force come before snapbacks, and the truce lapses after both, so that a day reads as the orders
 * behind it do.
 */
import type { Event } from '../actions/index';
import { actsOn, anythingDue, type Deadline, type DeadlineKind } from '../model/deadline';
import { ACTION_PREFIX } from '../model/measure';
import type { State } from '../model/state';

const ORDER: readonly DeadlineKind[] = [
  'entry-into-force',
  'snapback',
  'measure-end',
  'threat',
  'licence-effect',
  'licence-expiry',
  'probe-resumes',
  'probe-decision',
  'purchase-window',
  'undertaking-due',
  'pledge-due',
  'truce-expiry',
];

/** The calendar's event that settles a deadline today. */
function settle(deadline: Deadline, on: string): Event {
  const base = { actor: 'calendar', on } as const;
  const id = deadline.subject;
  switch (deadline.kind) {
    case 'entry-into-force':
      return { ...base, type: `${ACTION_PREFIX[deadline.measureKind]}.enter-into-force`, id };
    case 'snapback':
      return { ...base, type: `${ACTION_PREFIX[deadline.measureKind]}.snapback`, id };
    case 'measure-end':
      return { ...base, type: `${ACTION_PREFIX[deadline.measureKind]}.lapse`, id };
    case 'threat':
      return { ...base, type: `${ACTION_PREFIX[deadline.measureKind]}.expire-threat`, id };
    case 'licence-effect':
      return { ...base, type: 'licence.take-effect', key: id };
    case 'licence-expiry':
      return { ...base, type: 'licence.expire', key: id };
    case 'probe-resumes':
      return { ...base, type: 'probe.resume', id };
    case 'probe-decision':
      return { ...base, type: 'probe.lapse', id };
    case 'purchase-window':
      return { ...base, type: 'purchase.settle', id };
    case 'undertaking-due':
      return { ...base, type: 'undertaking.default', id };
    case 'pledge-due':
      return { ...base, type: 'agreement.default', id };
    case 'truce-expiry':
      return { ...base, type: 'truce.lapse', id };
  }
}

/** The events that the calendar must bring about today before anything else; empty where nothing is due. */
export function dueEvents(state: State): Event[] {
  if (!anythingDue(state)) return [];
  const due = state.deadlines.filter((deadline) => actsOn(deadline, state.today));
  const rank = (deadline: Deadline) => ORDER.indexOf(deadline.kind);
  due.sort((a, b) => rank(a) - rank(b) || (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0));
  return due.map((deadline) => settle(deadline, state.today));
}
