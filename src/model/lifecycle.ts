/** The life of measures: the writers of their statuses, which keep the deadlines of the calendar in step. */
import { clearDeadlines, setDeadline, type Calendar } from './deadline';
import type { MeasureKind, MeasureLife, MeasureStatus } from './measure';

/** Moves a measure to a status from today on. Deadlines of the old status go; the caller sets new ones. */
export function setStatus(draft: Calendar, measure: MeasureLife, status: MeasureStatus): void {
  clearDeadlines(draft, measure.id);
  measure.status = status;
  measure.since = draft.today;
  measure.dueOn = null;
  measure.suspendedUntil = null;
}

/** Puts a measure on a day of effect: a threat is due at the end of that day, an order takes effect on it. */
export function setDue(draft: Calendar, measure: MeasureLife, kind: MeasureKind, dueOn: string): void {
  measure.dueOn = dueOn;
  const deadline = measure.status === 'threatened' ? 'threat' : 'entry-into-force';
  setDeadline(draft, { kind: deadline, on: dueOn, subject: measure.id, measureKind: kind });
}
