/**
 * The record as it stood on a day: every row that came later taken out, every open end left open.
 *
 * A scenario that knows nothing later than its first day starts from this as it starts from the whole record.
 */
import type { Facts } from '../../facts/packaged';

/** The first day of each id that acts name. */
function firstDays({ acts, start }: Facts): ReadonlyMap<unknown, string> {
  const days = new Map<unknown, string>();
  for (const { id } of [...start.measures, ...start.probes]) days.set(id, start.on);
  for (const { event } of acts) if (!days.has(event['id'])) days.set(event['id'], event.on);
  return days;
}

/** The facts without any act or row that is dated later than a day. What was planned then is kept as planned. */
export function recordUntil(facts: Facts, day: string): Facts {
  const acts = facts.acts.filter(({ event }) => event.on <= day);
  const done = (type: string) =>
    new Set(acts.flatMap(({ event }) => (event.type === type ? [event['id']] : [])));
  const planned = done('meeting.plan');
  const raised = done('issue.raise');
  const issues = facts.issues.filter(({ id }) => raised.has(id));
  const promised = new Set(
    issues.flatMap(({ performance }) =>
      performance.flatMap((act) => ('undertaking' in act ? act.undertaking : [])),
    ),
  );
  const first = firstDays(facts);
  const came = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ id }) => (first.get(id) ?? facts.start.on) <= day);
  return {
    ...facts,
    acts,
    tariffs: { usOnCn: came(facts.tariffs.usOnCn), cnOnUs: came(facts.tariffs.cnOnUs) },
    controls: { us: came(facts.controls.us), cn: came(facts.controls.cn) },
    portFees: came(facts.portFees),
    listings: came(facts.listings),
    probes: came(facts.probes),
    truces: came(facts.truces),
    truceSpells: facts.truceSpells.filter(({ from }) => from <= day),
    undertakings: facts.undertakings.filter(({ id }) => promised.has(id)),
    averages: facts.averages.filter(({ on }) => on <= day),
    reconciliations: facts.reconciliations.filter(({ from }) => from <= day),
    purchases: {
      ...facts.purchases,
      commitments: facts.purchases.commitments.filter(({ agreedOn }) => agreedOn <= day),
    },
    meetings: facts.meetings.filter(
      (meeting) => planned.has(meeting.id) || (meeting.planned !== undefined && meeting.planned.from <= day),
    ),
    codedMeetings: facts.codedMeetings.filter(({ on }) => on < day),
    issues,
    statements: facts.statements.filter(({ on }) => on <= day),
    threats: facts.threats.filter(({ announcedOn }) => announcedOn <= day),
  };
}
