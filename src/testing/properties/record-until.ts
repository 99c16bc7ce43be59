/**
 * The record as it stood on a day: every row that came later taken out, every open end left open.
 *
 * A scenario that knows nothing later than its first day starts from this as it starts from the whole record.
 */
import type { Facts } from '../../facts/packaged';

/** The facts without any act or row that is dated later than a day. What was planned then is kept as planned. */
export function recordUntil(facts: Facts, day: string): Facts {
  const acts = facts.acts.filter(({ event }) => event.on <= day);
  const done = (type: string) =>
    new Set(acts.flatMap(({ event }) => (event.type === type ? [event['id']] : [])));
  const planned = done('meeting.plan');
  const raised = done('issue.raise');
  return {
    ...facts,
    acts,
    reconciliations: facts.reconciliations.filter(({ from }) => from <= day),
    purchases: {
      ...facts.purchases,
      commitments: facts.purchases.commitments.filter(({ agreedOn }) => agreedOn <= day),
    },
    meetings: facts.meetings.filter(
      (meeting) => planned.has(meeting.id) || (meeting.planned !== undefined && meeting.planned.from <= day),
    ),
    codedMeetings: facts.codedMeetings.filter(({ on }) => on < day),
    issues: facts.issues.filter(({ id }) => raised.has(id)),
    statements: facts.statements.filter(({ on }) => on <= day),
    threats: facts.threats.filter(({ announcedOn }) => announcedOn <= day),
  };
}
