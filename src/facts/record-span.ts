/** How far the record reaches. */
import { lastOf } from '../kit/lists';
import { checkFacts, type BareFacts } from './bare';

/** First and last day of the record. */
export interface RecordSpan {
  /** First day of the record, YYYY-MM-DD. */
  readonly first: string;
  /**
   * The day up to which the record was written, or that of its last act where acts go further, YYYY-MM-DD.
   */
  readonly last: string;
  /** Why it ends where it ends, as its authors say; null where they say nothing, or where acts go further. */
  readonly note: string | null;
}

/**
 * First and last day of the record of some facts, and why it ends there.
 * @param facts - Facts of whose acts the record is made, such as the packaged ones or what `parseFacts` gave.
 *
 * @example recordSpan(facts)
 */
export function recordSpan(facts: BareFacts): RecordSpan {
  checkFacts('facts', facts);
  const { start, acts } = facts;
  const last = acts.length === 0 ? start.on : lastOf(acts).event.on;
  const { until } = start;
  return until !== undefined && until.on >= last
    ? { first: start.on, last: until.on, note: until.note }
    : { first: start.on, last, note: null };
}
