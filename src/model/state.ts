/**
 * The state of a negotiation on one day: plain JSON, the whole of what the rules may look at.
 *
 * Each noun has its own file on this layer and its own column here. Nothing derived is stored: averages, loopholes
 * and severities are functions of the columns, and each takes those that it reads, not the whole.
 */
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

/** The state on one day: the calendar, and a column for each noun, keyed by id. */
export interface State extends Calendar {
  readonly parties: Record<PartyId, Party>;
  readonly people: Record<string, Person>;
  authorities: Record<string, Authority>;
  tariff: Record<string, TariffLayer>;
  control: Record<string, ExportControl>;
  portFee: Record<string, PortFee>;
  listing: Record<string, Listing>;
  reconciliations: Reconciliation[];
  probes: Record<string, Probe>;
  flows: Record<string, PurchaseFlow>;
  commitments: Record<string, PurchaseCommitment>;
  undertakings: Record<string, Undertaking>;
  /** These columns a state has once something has been put into them. */
  blockingOrders?: Record<string, BlockingOrder>;
  reliefs?: Record<string, Relief>;
  institutions?: Record<string, Institution>;
  truce: Truce;
  rounds: Record<string, Round>;
  /** What may be bargained over, by id. */
  readonly issues: Record<string, Issue>;
  /** The leaders' meetings, planned and past, by id in the order in which they were planned. */
  meetings: Record<string, Meeting>;
  agreements: Record<string, Agreement>;
  pledges: Record<string, Pledge>;
  statements: Record<PartyId, Statement | null>;
  alignments: Alignment[];
  /** What rose by acts of either party, latest last; written by the engine only, read by outcome classes and answers. */
  coercion: CoerciveAct[];
  /** The latest market move that the record holds. */
  market: { readonly on: string; readonly equityPct: number; readonly yieldBp: number } | null;
  gauges: Gauges;
}

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
