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
  /** The two sides. */
  readonly parties: Readonly<Record<PartyId, Party>>;
  /** Who may speak or sit for a side. */
  readonly people: Readonly<Record<string, Person>>;
  /** Statutes on which measures rest, each with its ceiling, its longest life and how it stands before the courts. */
  readonly authorities: Readonly<Record<string, Authority>>;
  /** Duties, whatever their status. */
  readonly tariff: Readonly<Record<string, TariffLayer>>;
  /** Export controls. */
  readonly control: Readonly<Record<string, ExportControl>>;
  /** Port fees. */
  readonly portFee: Readonly<Record<string, PortFee>>;
  /** Listings of firms. */
  readonly listing: Readonly<Record<string, Listing>>;
  /** Remainders to published averages, each from its day on. */
  readonly reconciliations: readonly Reconciliation[];
  /** Investigations. */
  readonly probes: Readonly<Record<string, Probe>>;
  /** Trades in goods that are bought by promise, such as soybeans. */
  readonly flows: Readonly<Record<string, PurchaseFlow>>;
  /** Promises to buy. */
  readonly commitments: Readonly<Record<string, PurchaseCommitment>>;
  /** Promises to do something else. */
  readonly undertakings: Readonly<Record<string, Undertaking>>;
  /** Orders not to comply with a measure of the other side; absent until there is one. */
  readonly blockingOrders?: Readonly<Record<string, BlockingOrder>>;
  /** Payments to those who sell in a trade, such as aid to farmers; absent until there is one. */
  readonly reliefs?: Readonly<Record<string, Relief>>;
  /** Bodies of both sides; absent until there is one. */
  readonly institutions?: Readonly<Record<string, Institution>>;
  /** The truce: its status, text, cover and record. */
  readonly truce: Truce;
  /** Rounds of talks and calls, past, under way and scheduled. */
  readonly rounds: Readonly<Record<string, Round>>;
  /** What may be bargained over, by id. */
  readonly issues: Readonly<Record<string, Issue>>;
  /** The leaders' meetings, planned and past, by id in the order in which they were planned. */
  readonly meetings: Readonly<Record<string, Meeting>>;
  /** What meetings have agreed. */
  readonly agreements: Readonly<Record<string, Agreement>>;
  /** Acts with a day that an agreement asks for. */
  readonly pledges: Readonly<Record<string, Pledge>>;
  /** What each side said last in public. */
  readonly statements: Readonly<Record<PartyId, Statement | null>>;
  /** Third countries and the sides that they take. */
  readonly alignments: readonly Alignment[];
  /** What rose by acts of either party, latest last; written by the engine only, read by outcome classes and answers. */
  readonly coercion: readonly CoerciveAct[];
  /** The latest market move that the record holds; null before the first. */
  readonly market: {
    /** Day of the move, `YYYY-MM-DD`. */
    readonly on: string;
    /** Change of the American equity index on that day, per cent, -50 to 50. */
    readonly equityPct: number;
    /** Change of the ten-year Treasury yield on that day, basis points, -300 to 300. */
    readonly yieldBp: number;
  } | null;
  /** What was felt and in stock on the last evening of an episode or a play, as the event `economy.accrue` wrote it; no rule reads it. */
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
