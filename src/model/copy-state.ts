/**
 * A mutable copy of a state: what an episode changes in place while its plan stays as it is.
 *
 * Each noun is copied by a literal of its own. That is several times quicker than a walk over any JSON, the copies keep
 * one layout for the engine to learn, and a field that is added to a noun and forgotten here does not compile. What no
 * rule ever writes is shared.
 */
import type { Writable } from '../kit/writable';
import { isRolled, lentCopy, ownCopy, type ColumnCopy } from './column';
import { deadlinesInPlace } from './deadline';
import type { Pledge } from './agreement';
import type { Authority } from './authority';
import type { ExportControl, Licence } from './export-control';
import type { Listing } from './listing';
import type { MeasureLife } from './measure';
import type { Meeting } from './meeting';
import type { PortFee } from './port-fee';
import type { Probe } from './probe';
import type { PurchaseCommitment, PurchaseFlow } from './purchase';
import { know } from './known-state';
import type { Draft, State } from './state';
import type { Round } from './talks';
import type { Exclusion, TariffLayer } from './tariff';
import type { Truce } from './truce';
import type { Undertaking } from './undertaking';

const NOTHING = {};

const copyAuthority = (a: Authority): Authority => ({ ...a });

const copyExclusion = (e: Exclusion): Writable<Exclusion> => ({
  id: e.id,
  label: e.label,
  share: e.share,
  since: e.since,
  until: e.until,
});

/** A tariff layer of what its kind has in common with all measures, and of its own; field by field in one layout. */
export const layerOf = (
  m: MeasureLife,
  size: Omit<TariffLayer, keyof MeasureLife>,
): Writable<TariffLayer> => {
  const layer: Writable<TariffLayer> = {
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
    ratePct: size.ratePct,
    share: size.share,
  };
  // What few layers have stands behind what all have.
  if (size.exclusions !== undefined) layer.exclusions = size.exclusions.map(copyExclusion);
  if (size.rateBy !== undefined) layer.rateBy = size.rateBy;
  if (m.pending !== undefined) layer.pending = m.pending;
  return layer;
};

/** A copy of a tariff layer, field by field in one layout. */
export const copyLayer = (m: TariffLayer): TariffLayer => layerOf(m, m);

const copyLicence = (l: Licence): Licence => ({
  id: l.id,
  share: l.share,
  grantedOn: l.grantedOn,
  effectiveOn: l.effectiveOn,
  until: l.until,
  status: l.status,
  ...(l.terms === undefined ? {} : { terms: l.terms }),
});

/** A control of what its kind has in common with all measures, and of its own; field by field in one layout. */
export const controlOf = (
  m: MeasureLife,
  size: Omit<ExportControl, keyof MeasureLife | 'licences'>,
  licences: Writable<Licence>[],
): Writable<ExportControl> => ({
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
  subject: size.subject,
  severity: size.severity,
  licences,
  reach: size.reach,
  deMinimisPct: size.deMinimisPct,
  indivisible: size.indivisible,
  ...(m.pending === undefined ? NOTHING : { pending: m.pending }),
});

/** A copy of a control, its licences too, field by field in one layout. */
export const copyControl = (m: ExportControl): ExportControl => controlOf(m, m, m.licences.map(copyLicence));

/** A port fee of what its kind has in common with all measures, and of its own; field by field in one layout. */
export const portFeeOf = (m: MeasureLife, size: Omit<PortFee, keyof MeasureLife>): PortFee => ({
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
  feePerNetTon: size.feePerNetTon,
  currency: size.currency,
  ...(m.pending === undefined ? NOTHING : { pending: m.pending }),
});

/** A copy of a port fee, field by field in one layout. */
export const copyPortFee = (m: PortFee): PortFee => portFeeOf(m, m);

/** A listing of what its kind has in common with all measures, and of its own; field by field in one layout. */
export const listingOf = (m: MeasureLife, size: Omit<Listing, keyof MeasureLife>): Listing => ({
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
  list: size.list,
  entities: size.entities,
  ...(size.effect === undefined ? NOTHING : { effect: size.effect }),
  ...(m.pending === undefined ? NOTHING : { pending: m.pending }),
});

/** A copy of a listing, field by field in one layout. */
export const copyListing = (m: Listing): Listing => listingOf(m, m);

const probeOf = (p: Probe): Writable<Omit<Probe, 'targets'>> => ({
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

/** A probe into several economies. */
export function withTargets(probe: Probe, targets: NonNullable<Probe['targets']>): Writable<Probe> {
  return { ...probeOf(probe), targets: typeof targets === 'number' ? targets : [...targets] };
}

const copyProbe = (p: Probe): Probe => (p.targets === undefined ? probeOf(p) : withTargets(p, p.targets));

/** What no rule ever writes is shared. */
const same = <T>(item: T): T => item;
const copyFlow = (f: PurchaseFlow): PurchaseFlow => ({ ...f });
const copyCommitment = (c: PurchaseCommitment): PurchaseCommitment => ({ ...c });
const copyUndertaking = (u: Undertaking): Undertaking => ({ ...u });
const spread = <T extends object>(item: T): T => ({ ...item });
const copyPledge = (p: Pledge): Pledge => ({ ...p });

const copyTruce = (t: Truce): Truce => ({
  id: t.id,
  label: t.label,
  status: t.status,
  since: t.since,
  textOn: t.textOn,
  expiresOn: t.expiresOn,
  covered: t.covered.slice(),
  provisional: t.provisional,
  conditions: t.conditions.slice(),
  extensions: t.extensions.slice(),
  breaches: t.breaches.slice(),
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

const copyMeeting = (m: Meeting): Meeting => ({
  id: m.id,
  status: m.status,
  since: m.since,
  on: m.on,
  place: m.place,
  agenda: m.agenda.slice(),
});

/** The columns that a state has once something has been put into them. */
function lateColumns(state: State, column: ColumnCopy): Partial<State> {
  const { blockingOrders, reliefs, institutions } = state;
  if (blockingOrders === undefined && reliefs === undefined && institutions === undefined) return NOTHING;
  return {
    ...(blockingOrders === undefined ? NOTHING : { blockingOrders: column(blockingOrders, spread) }),
    ...(reliefs === undefined ? NOTHING : { reliefs: column(reliefs, spread) }),
    ...(institutions === undefined ? NOTHING : { institutions: column(institutions, spread) }),
  };
}

const copyWith = (state: State, column: ColumnCopy): State => ({
  today: state.today,
  parties: state.parties,
  people: state.people,
  authorities: column(state.authorities, copyAuthority),
  tariff: column(state.tariff, copyLayer),
  control: column(state.control, copyControl),
  portFee: column(state.portFee, copyPortFee),
  listing: column(state.listing, copyListing),
  reconciliations: [...state.reconciliations],
  probes: column(state.probes, copyProbe),
  flows: column(state.flows, copyFlow),
  commitments: column(state.commitments, copyCommitment),
  undertakings: column(state.undertakings, copyUndertaking),
  truce: copyTruce(state.truce),
  rounds: column(state.rounds, copyRound),
  issues: { ...state.issues },
  meetings: column(state.meetings, copyMeeting),
  agreements: column(state.agreements, same),
  pledges: column(state.pledges, copyPledge),
  statements: { ...state.statements },
  alignments: [...state.alignments],
  coercion: [...state.coercion],
  market: state.market,
  gauges: state.gauges,
  deadlines: deadlinesInPlace(state.deadlines),
  ...lateColumns(state, column),
});

/** A state that was made just now, of parts that nobody else holds or that `edit` copies first, as a draft: the one way to one. */
export function ownDraft(made: State): Draft {
  return know(made) as Draft;
}

/** A copy that rules may change in place; the original, frozen or not, stays as it is, and may itself be changed. */
export function copyState(state: State): Draft {
  return ownDraft(copyWith(state, ownCopy));
}

/**
 * A copy that rules may change in place, far quicker than {@link copyState}: it borrows the nouns of the original until
 * a rule changes one, so the original must stay as it is for as long as the copy is used.
 */
export function borrowState(state: State): Draft {
  return ownDraft(copyWith(state, lentCopy));
}

/**
 * A state that was changed in place as plain JSON, for whoever goes on with it by public transitions. Its columns are
 * new, their items the same: the other must not be changed any more.
 */
export function plainState(state: State): State {
  const plain: Record<string, unknown> = { ...state };
  for (const [name, column] of Object.entries(plain))
    if (typeof column === 'object' && column !== null && isRolled(column)) plain[name] = { ...column };
  // Every column is there, under its name.
  return know(plain as unknown as State);
}
