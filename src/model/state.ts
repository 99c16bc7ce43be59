/**
 * The state of a negotiation on one day: plain JSON, the whole of what the rules may look at.
 *
 * Each noun has its own file on this layer and its own column here. Nothing derived is stored: averages, loopholes
 * and severities are functions of the columns, and each takes those that it reads, not the whole.
 */
import type { Writable } from '../kit/writable';
import type { Agreement, Pledge } from './agreement';
import type { Party, PartyId, Person } from './actor';
import type { Authority } from './authority';
import type { BlockingOrder } from './blocking-order';
import type { CoerciveAct } from './coercion';
import type { Calendar } from './deadline';
import type { ExportControl } from './export-control';
import type { Gauges } from './gauges';
import type { Institution } from './institution';
import type { Issue } from './issue';
import type { Listing } from './listing';
import type { MeasureKind } from './measure';
import type { Meeting } from './meeting';
import type { PortFee } from './port-fee';
import type { Probe } from './probe';
import type { PurchaseCommitment, PurchaseFlow } from './purchase';
import type { Relief } from './relief';
import type { Alignment, Statement } from './statement';
import type { Round } from './talks';
import type { Reconciliation, TariffLayer } from './tariff';
import type { Truce } from './truce';
import type { Undertaking } from './undertaking';

/** The state on one day: the calendar, and a column for each noun, keyed by id. Read only, all the way down. */
export interface State extends Calendar {
  readonly parties: Readonly<Record<PartyId, Party>>;
  readonly people: Readonly<Record<string, Person>>;
  readonly authorities: Readonly<Record<string, Authority>>;
  readonly tariff: Readonly<Record<string, TariffLayer>>;
  readonly control: Readonly<Record<string, ExportControl>>;
  readonly portFee: Readonly<Record<string, PortFee>>;
  readonly listing: Readonly<Record<string, Listing>>;
  readonly reconciliations: readonly Reconciliation[];
  readonly probes: Readonly<Record<string, Probe>>;
  readonly flows: Readonly<Record<string, PurchaseFlow>>;
  readonly commitments: Readonly<Record<string, PurchaseCommitment>>;
  readonly undertakings: Readonly<Record<string, Undertaking>>;
  /** These columns a state has once something has been put into them. */
  readonly blockingOrders?: Readonly<Record<string, BlockingOrder>>;
  readonly reliefs?: Readonly<Record<string, Relief>>;
  readonly institutions?: Readonly<Record<string, Institution>>;
  readonly truce: Truce;
  readonly rounds: Readonly<Record<string, Round>>;
  /** What may be bargained over, by id. */
  readonly issues: Readonly<Record<string, Issue>>;
  /** The leaders' meetings, planned and past, by id in the order in which they were planned. */
  readonly meetings: Readonly<Record<string, Meeting>>;
  readonly agreements: Readonly<Record<string, Agreement>>;
  readonly pledges: Readonly<Record<string, Pledge>>;
  readonly statements: Readonly<Record<PartyId, Statement | null>>;
  readonly alignments: readonly Alignment[];
  /** What rose by acts of either party, latest last; written by the engine only, read by outcome classes and answers. */
  readonly coercion: readonly CoerciveAct[];
  /** The latest market move that the record holds. */
  readonly market: { readonly on: string; readonly equityPct: number; readonly yieldBp: number } | null;
  readonly gauges: Gauges;
}

/**
 * A state that a rule may write: an effect on a draft of immer's, or the ensemble in place on a state of its own. It may be
 * read wherever a state is, and no state may be written as a draft.
 */
export type Draft = Writable<State>;

/** What a measure of each kind is. */
export interface MeasureOfKind {
  readonly tariff: TariffLayer;
  readonly control: ExportControl;
  readonly portFee: PortFee;
  readonly listing: Listing;
}

/** The columns of measures, so that the kind of a column is known where it is chosen by a variable. */
export type MeasureColumns = {
  readonly [Kind in MeasureKind]: Readonly<Record<string, MeasureOfKind[Kind]>>;
};
