/**
 * A mutable copy of a state: what an episode changes in place while its plan stays as it is.
 *
 * Each noun is copied by a literal of its own. That is several times quicker than a walk over any JSON, the copies keep
 * one layout for the engine to learn, and a field that is added to a noun and forgotten here does not compile. What no
 * rule ever writes is shared.
 */
import type { Pledge } from './agreement';
import type { Authority } from './authority';
import type { ExportControl, Licence } from './export-control';
import type { Listing } from './listing';
import type { PortFee } from './port-fee';
import type { Probe } from './probe';
import type { PurchaseCommitment, PurchaseFlow } from './purchase';
import type { State } from './state';
import type { Meeting, Round } from './talks';
import type { TariffLayer } from './tariff';
import type { Truce } from './truce';
import type { Undertaking } from './undertaking';

/** A column with each of its items copied. */
function copyEach<T>(column: Readonly<Record<string, T>>, copy: (item: T) => T): Record<string, T> {
  const copied = { ...column };
  for (const id in copied) copied[id] = copy(copied[id]!);
  return copied;
}

const copyAuthority = (a: Authority): Authority => ({
  id: a.id,
  owner: a.owner,
  label: a.label,
  instruments: a.instruments,
  ceilingPct: a.ceilingPct,
  procedure: a.procedure,
  maximumDays: a.maximumDays,
  exposedToCourts: a.exposedToCourts,
  standing: a.standing,
  source: a.source,
});

const copyLayer = (m: TariffLayer): TariffLayer => ({
  id: m.id,
  label: m.label,
  imposer: m.imposer,
  target: m.target,
  authority: m.authority,
  basis: m.basis,
  status: m.status,
  since: m.since,
  dueOn: m.dueOn,
  suspendedUntil: m.suspendedUntil,
  endsOn: m.endsOn,
  source: m.source,
  ratePct: m.ratePct,
  share: m.share,
});

const copyLicence = (l: Licence): Licence => ({
  id: l.id,
  share: l.share,
  grantedOn: l.grantedOn,
  effectiveOn: l.effectiveOn,
  until: l.until,
  status: l.status,
});

const copyControl = (m: ExportControl): ExportControl => ({
  id: m.id,
  label: m.label,
  imposer: m.imposer,
  target: m.target,
  authority: m.authority,
  basis: m.basis,
  status: m.status,
  since: m.since,
  dueOn: m.dueOn,
  suspendedUntil: m.suspendedUntil,
  endsOn: m.endsOn,
  source: m.source,
  subject: m.subject,
  severity: m.severity,
  licences: m.licences.map(copyLicence),
  reach: m.reach,
  deMinimisPct: m.deMinimisPct,
  indivisible: m.indivisible,
});

const copyPortFee = (m: PortFee): PortFee => ({
  id: m.id,
  label: m.label,
  imposer: m.imposer,
  target: m.target,
  authority: m.authority,
  basis: m.basis,
  status: m.status,
  since: m.since,
  dueOn: m.dueOn,
  suspendedUntil: m.suspendedUntil,
  endsOn: m.endsOn,
  source: m.source,
  feePerNetTon: m.feePerNetTon,
  currency: m.currency,
});

const copyListing = (m: Listing): Listing => ({
  id: m.id,
  label: m.label,
  imposer: m.imposer,
  target: m.target,
  authority: m.authority,
  basis: m.basis,
  status: m.status,
  since: m.since,
  dueOn: m.dueOn,
  suspendedUntil: m.suspendedUntil,
  endsOn: m.endsOn,
  source: m.source,
  list: m.list,
  entities: m.entities,
});

const copyProbe = (p: Probe): Probe => ({
  id: p.id,
  owner: p.owner,
  target: p.target,
  authority: p.authority,
  subject: p.subject,
  status: p.status,
  since: p.since,
  decisionDueOn: p.decisionDueOn,
  suspendedUntil: p.suspendedUntil,
});

const copyFlow = (f: PurchaseFlow): PurchaseFlow => ({ ...f });
const copyCommitment = (c: PurchaseCommitment): PurchaseCommitment => ({ ...c });
const copyUndertaking = (u: Undertaking): Undertaking => ({ ...u });
const copyPledge = (p: Pledge): Pledge => ({ ...p });

const copyTruce = (t: Truce): Truce => ({
  ...t,
  covered: [...t.covered],
  conditions: [...t.conditions],
  extensions: [...t.extensions],
  breaches: [...t.breaches],
});

const copyRound = (r: Round): Round => ({
  id: r.id,
  level: r.level,
  place: r.place,
  opensOn: r.opensOn,
  closesOn: r.closesOn,
  status: r.status,
  concludedOn: r.concludedOn,
  agenda: r.agenda.slice(),
  delegations: { US: r.delegations.US.slice(), CN: r.delegations.CN.slice() },
  readout: r.readout,
});

const copyMeeting = (m: Meeting): Meeting => ({ ...m, agenda: [...m.agenda] });

/** A copy that rules may change in place; the original, frozen or not, stays as it is. */
export function copyState(state: State): State {
  return {
    today: state.today,
    parties: state.parties,
    people: state.people,
    authorities: copyEach(state.authorities, copyAuthority),
    tariff: copyEach(state.tariff, copyLayer),
    control: copyEach(state.control, copyControl),
    portFee: copyEach(state.portFee, copyPortFee),
    listing: copyEach(state.listing, copyListing),
    reconciliations: [...state.reconciliations],
    probes: copyEach(state.probes, copyProbe),
    flows: copyEach(state.flows, copyFlow),
    commitments: copyEach(state.commitments, copyCommitment),
    undertakings: copyEach(state.undertakings, copyUndertaking),
    truce: copyTruce(state.truce),
    rounds: copyEach(state.rounds, copyRound),
    issues: { ...state.issues },
    meeting: copyMeeting(state.meeting),
    pastMeetings: state.pastMeetings.map(copyMeeting),
    agreements: { ...state.agreements },
    pledges: copyEach(state.pledges, copyPledge),
    statements: { ...state.statements },
    alignments: [...state.alignments],
    coercion: [...state.coercion],
    market: state.market,
    gauges: state.gauges,
    deadlines: [...state.deadlines],
  };
}
