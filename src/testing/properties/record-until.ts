/**
 * The record as it stood on a day: every row that came later taken out, every open end left open.
 *
 * A scenario that knows nothing later than its first day starts from this as it starts from the whole record.
 */
import type { Facts } from '../../facts/packaged';

type Dated = { readonly from: string };
const until = <T extends Dated>(rows: readonly T[], day: string): T[] =>
  rows.filter(({ from }) => from <= day);

/** Facts with a history: those that have begun, each with the rows so far. */
function begun<T extends { readonly history: readonly Dated[] }>(facts: readonly T[], day: string): T[] {
  return facts
    .map((fact) => ({ ...fact, history: until(fact.history, day) }))
    .filter(({ history }) => history.length > 0);
}

function truces(facts: Facts, day: string): Facts['truces'] {
  return begun(facts.truces, day).map((truce) => ({
    ...truce,
    extensions: truce.extensions.filter(({ on }) => on <= day),
    breaches: truce.breaches.filter(({ on }) => on <= day),
  }));
}

/** Rounds that were over or announced; of one that was not over yet nothing is known of its end. */
function rounds(facts: Facts, day: string): Facts['rounds'] {
  return facts.rounds
    .filter(
      ({ closesOn, scheduledOn }) => closesOn < day || (scheduledOn !== undefined && scheduledOn <= day),
    )
    .map((round) => {
      if (round.closesOn < day) return round;
      const { readout: _later, ...known } = round;
      return known;
    });
}

/** The facts without any row that is dated later than a day. What was planned then is kept as planned. */
export function recordUntil(facts: Facts, day: string): Facts {
  return {
    ...facts,
    authorities: facts.authorities.map((fact) => ({ ...fact, standing: until(fact.standing, day) })),
    tariffs: { usOnCn: begun(facts.tariffs.usOnCn, day), cnOnUs: begun(facts.tariffs.cnOnUs, day) },
    controls: { us: begun(facts.controls.us, day), cn: begun(facts.controls.cn, day) },
    portFees: begun(facts.portFees, day),
    listings: begun(facts.listings, day),
    probes: begun(facts.probes, day),
    reconciliations: until(facts.reconciliations, day),
    purchases: {
      ...facts.purchases,
      flows: facts.purchases.flows.map((flow) => ({ ...flow, history: until(flow.history, day) })),
      commitments: facts.purchases.commitments.filter(({ agreedOn }) => agreedOn <= day),
    },
    truces: truces(facts, day),
    rounds: rounds(facts, day),
    meetings: begun(facts.meetings, day),
    codedMeetings: facts.codedMeetings.filter(({ on }) => on < day),
    issues: facts.issues.filter(({ periods }) => periods.some(({ from }) => from <= day)),
    statements: facts.statements.filter(({ on }) => on <= day),
    threats: facts.threats.filter(({ announcedOn }) => announcedOn <= day),
  };
}
