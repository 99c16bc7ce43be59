/**
 * The wording of every action type, family by family. A type without a row does not compile; types of one's own are
 * worded by what they declare, or by their meaning.
 */
import type { Event, EventType } from '../../actions/index';
import { agreementWording } from './agreement';
import { blockingOrderWording } from './blocking-order';
import { calendarWording } from './calendar';
import { courtWording } from './court';
import { exportControlWording } from './export-control';
import { institutionWording } from './institution';
import { issueWording } from './issue';
import { listingWording } from './listing';
import { meetingWording } from './meeting';
import { portFeeWording } from './port-fee';
import { probeWording } from './probe';
import { purchaseWording } from './purchase';
import { reliefWording } from './relief';
import { statementWording } from './statement';
import { talksWording } from './talks';
import { tariffWording } from './tariff';
import { truceWording } from './truce';
import { undertakingWording } from './undertaking';
import type { EventOfType, Wording } from './wording';

/** A row for each action type of the library. */
export const WORDING: { readonly [T in EventType]: Wording<EventOfType<T>> } = {
  ...calendarWording,
  ...tariffWording,
  ...exportControlWording,
  ...portFeeWording,
  ...listingWording,
  ...blockingOrderWording,
  ...probeWording,
  ...purchaseWording,
  ...reliefWording,
  ...undertakingWording,
  ...truceWording,
  ...institutionWording,
  ...issueWording,
  ...talksWording,
  ...meetingWording,
  ...agreementWording,
  ...statementWording,
  ...courtWording,
};

/** The row of an action type by its name, or undefined for a type of one's own. */
export function wordingOf(type: string): Wording<Event> | undefined {
  // The row of a type takes the events of that type, and is asked about no other.
  return Object.hasOwn(WORDING, type) ? (WORDING[type as EventType] as Wording<Event>) : undefined;
}
