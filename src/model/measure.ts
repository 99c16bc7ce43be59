/**
 * Measures: legal acts with a life.
 *
 * A duty, an export control, a listing and a port fee differ in what they do to trade and share how they live:
 * proposed, threatened for a date, ordered for a date, in force, suspended until a date, and gone by lapse, by
 * withdrawal or by a court. A suspension changes the status only: the stored rate or severity stays untouched, so
 * that a snapback returns to exactly the earlier level.
 */
import { each } from './column';
import type { PartyId } from './actor';
import type { PendingChange } from './pending-change';

/** Statuses of a measure that may still come into force or return. */
const LIVE = ['proposed', 'threatened', 'scheduled', 'in-force', 'suspended'] as const;

/** Every status of a measure, from made known to gone. */
export const MEASURE_STATUSES = [...LIVE, 'lapsed', 'withdrawn', 'struck-down'] as const;

/** Where a measure stands in its life. */
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

/** Statuses of a measure that may still come into force or return. */
export const LIVE_STATUSES: readonly MeasureStatus[] = LIVE;

/** The four kinds of measure, in the order in which a reader meets them; each is a column of the state under the same name. */
export const MEASURE_KINDS = ['tariff', 'control', 'portFee', 'listing'] as const;

/** A kind of measure. */
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** The prefix of the action types of each kind. */
export const ACTION_PREFIX = {
  tariff: 'tariff',
  control: 'control',
  portFee: 'port-fee',
  listing: 'listing',
} as const satisfies Record<MeasureKind, string>;

const actionNames: Readonly<Record<MeasureKind, Record<string, string>>> = {
  tariff: {},
  control: {},
  portFee: {},
  listing: {},
};

/** The action type of a verb for a kind of measure; the same text object each time, which look-ups know at once. */
export function measureAction<K extends MeasureKind, const V extends string>(
  kind: K,
  verb: V,
): `${(typeof ACTION_PREFIX)[K]}.${V}` {
  const ofKind: Record<string, string> = actionNames[kind];
  const name = (ofKind[verb] ??= `${ACTION_PREFIX[kind]}.${verb}`);
  // Made of just these two parts.
  return name as `${(typeof ACTION_PREFIX)[K]}.${V}`;
}

/** What all measures have in common. Dates are in the imposer's capital. */
export interface MeasureLife {
  /** Id of the measure among all measures of a state, as a rule `us/…` or `cn/…` after its imposer. */
  readonly id: string;
  /** What people call it. */
  readonly label: string;
  /** The party that decides on it. */
  readonly imposer: PartyId;
  /** The party whose trade or firms it hits. */
  readonly target: PartyId;
  /** The authority it stands on; `undetermined` while that of something announced was not named. */
  readonly authority: string;
  /** The probe whose finding it rests on, where the authority asks for one. */
  readonly basis: string | null;
  /** Where it stands in its life today. */
  readonly status: MeasureStatus;
  /** First day of the present status. */
  readonly since: string;
  /** For a threatened or scheduled measure: the day it is due to take effect; null for a threat without a date. */
  readonly dueOn: string | null;
  /** For a suspended measure: the first day no longer suspended, when it snaps back; null for an open end. */
  readonly suspendedUntil: string | null;
  /** The first day after the longest life that its authority allows, once in force. */
  readonly endsOn: string | null;
  /** Source of the present status. */
  readonly source: string;
  /** What has been decided about it and does not hold yet; absent where nothing has. */
  readonly pending?: PendingChange;
}

/** The columns of measures, one for each kind. */
export type Measures = { readonly [Kind in MeasureKind]: Readonly<Record<string, MeasureLife>> };

/** Whether a measure may still come into force or return. */
export function isLive(measure: MeasureLife): boolean {
  return LIVE_STATUSES.includes(measure.status);
}

/** The measure of an id, of whatever kind, or undefined. */
export function findMeasure(state: Measures, id: string): MeasureLife | undefined {
  return state.tariff[id] ?? state.control[id] ?? state.portFee[id] ?? state.listing[id];
}

/** All measures of a state with their kind. */
export function allMeasures(state: Measures): (readonly [MeasureKind, MeasureLife])[] {
  const all: (readonly [MeasureKind, MeasureLife])[] = [];
  for (const kind of MEASURE_KINDS) {
    for (const measure of each(state[kind])) all.push([kind, measure]);
  }
  return all;
}
