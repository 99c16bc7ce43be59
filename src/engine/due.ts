/**
 * What falls due: deadlines of today as ordinary events of the calendar, in a fixed order.
 *
 * Entries into force come before snapbacks, and the truce lapses after both, so that a day reads as the orders
 * behind it do. Changes that were ordered for the day come before all: a suspension prolonged from its last day on does not end.
 */
import type { Event } from '../actions/index';
import { actsOn, anythingDue, type Deadline, type DeadlineKind } from '../model/deadline';
import { measureAction } from '../model/measure';
import type { State } from '../model/state';
import { checkState } from './parse-state';

const ORDER: readonly DeadlineKind[] = [
  'change',
  'entry-into-force',
  'snapback',
  'measure-end',
  'threat',
  'licence-effect',
  'licence-expiry',
  'exclusion-end',
  'rate-due',
  'probe-resumes',
  'probe-decision',
  'purchase-window',
  'undertaking-due',
  'blocking-order-end',
  'relief-end',
  'pledge-due',
  'truce-expiry',
];

/** The calendar's event that settles a deadline today. */
function settle(deadline: Deadline, on: string): Event {
  const actor = 'calendar';
  const id = deadline.subject;
  switch (deadline.kind) {
    case 'change':
      return {
        type: measureAction(deadline.measureKind, 'take-effect'),
        actor,
        on,
        id: deadline.measure,
      };
    case 'entry-into-force':
      return { type: measureAction(deadline.measureKind, 'enter-into-force'), actor, on, id };
    case 'snapback':
      return { type: measureAction(deadline.measureKind, 'snapback'), actor, on, id };
    case 'measure-end':
      return { type: measureAction(deadline.measureKind, 'lapse'), actor, on, id };
    case 'threat':
      return { type: measureAction(deadline.measureKind, 'expire-threat'), actor, on, id };
    case 'licence-effect':
      return { type: 'licence.take-effect', actor, on, key: id };
    case 'licence-expiry':
      return { type: 'licence.expire', actor, on, key: id };
    case 'exclusion-end':
      return { type: 'exclusion.expire', actor, on, key: id };
    case 'rate-due':
      return { type: 'tariff.leave-rate', actor, on, id: deadline.layer };
    case 'probe-resumes':
      return { type: 'probe.resume', actor, on, id };
    case 'probe-decision':
      return { type: 'probe.lapse', actor, on, id };
    case 'purchase-window':
      return { type: 'purchase.settle', actor, on, id };
    case 'undertaking-due':
      return { type: 'undertaking.fall-due', actor, on, id };
    case 'blocking-order-end':
      return { type: 'blocking-order.lapse', actor, on, id };
    case 'relief-end':
      return { type: 'relief.end', actor, on, id };
    case 'pledge-due':
      return { type: 'agreement.default', actor, on, id };
    case 'truce-expiry':
      return { type: 'truce.lapse', actor, on, id };
  }
}

/**
 * The events that the calendar must bring about today before anything else; empty where nothing is due. Throws an InputError
 * for what is no state.
 * @param state - State on whose day they fall due; it is not changed, and what is no state throws an InputError.
 *
 * @example dueEvents(start('kuala-lumpur-2025')).length
 */
export function dueEvents(state: State): Event[] {
  return dueNow(checkState('state', state));
}

/** As {@link dueEvents}, for a state that the library made. */
export function dueNow(state: State): Event[] {
  if (!anythingDue(state)) return [];
  let due: Deadline[] = [];
  for (const deadline of state.deadlines) {
    // The list is in the order of days.
    if (deadline.on > state.today) break;
    if (actsOn(deadline, state.today)) due.push(deadline);
  }
  const rank = (deadline: Deadline) => ORDER.indexOf(deadline.kind);
  // A change may leave nothing of what else is due on its measure.
  const changes = due.filter(({ kind }) => kind === 'change');
  if (changes.length > 0) due = changes;
  due.sort((a, b) => rank(a) - rank(b) || (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0));
  return due.map((deadline) => settle(deadline, state.today));
}
