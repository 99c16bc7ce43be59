/**
 * Legal authorities: the statutes on which measures stand.
 *
 * A measure exists only on an authority and shares its fate. What differs between authorities, and what this file
 * therefore holds, is the ceiling of a duty (Section 122: 15 %), the longest life (Section 122: 150 days), the
 * procedure that must precede a measure (Section 301: an investigation with a finding) and whether courts may strike
 * it down (IEEPA before the Supreme Court in 2025). The values live in the data, each with its statute as source.
 */
import type { PartyId } from './actor';
import { each } from './column';
import type { NamedList } from './named-list';
import type { MeasureKind } from './measure';
import type { Probes } from './probe';

/** Every kind of measure that an authority may allow. */
export const INSTRUMENTS = [
  'tariff',
  'export-control',
  'listing',
  'port-fee',
  'probe',
  'purchase',
  'blocking-order',
] as const;

/** What kind of measure an authority allows. */
export type Instrument = (typeof INSTRUMENTS)[number];

/** The use of a statute that each kind of measure makes. */
export const USE_OF = {
  tariff: 'tariff',
  control: 'export-control',
  portFee: 'port-fee',
  listing: 'listing',
} as const satisfies Readonly<Record<MeasureKind, Instrument>>;

/** In place of an authority's id: the statute of what is only announced was not named. No authority has this id. */
export const UNDETERMINED = 'undetermined';

/** Where an authority stands before the courts. Only a struck-down authority carries no measures. */
export type Standing = 'available' | 'challenged' | 'stayed' | 'struck-down';

/** A legal authority as the state carries it. */
export interface Authority {
  /** Id by which measures name the authority they stand on, such as `s301` or `ieepa`. */
  readonly id: string;
  /** The party whose statute it is and who alone may use it. */
  readonly owner: PartyId;
  /** Name of the statute, for people. */
  readonly label: string;
  /** Kinds of measure that it allows; empty for rates that a statute sets by itself, such as MFN duties. */
  readonly instruments: readonly Instrument[];
  /** Highest ad valorem rate in per cent, or null where the statute sets none. */
  readonly ceilingPct: number | null;
  /** `finding`: a probe under this authority must have ended in an affirmative finding first. */
  readonly procedure: 'none' | 'finding';
  /** Longest life of a measure in days, or null where the statute sets none. */
  readonly maximumDays: number | null;
  /** Whether the record has the use of it before the courts, which may then strike it down. */
  readonly exposedToCourts: boolean;
  /** The uses that a ruling against it ends; absent where that is every use. */
  readonly exposure?: readonly Instrument[];
  /** How it stands before the courts today. */
  readonly standing: Standing;
  /** Id of its source in the register of the facts, or `assumption`. */
  readonly source: string;
  /** The lists that it keeps; absent where none is known. */
  readonly lists?: readonly NamedList[];
}

/** A list with the authority that keeps it. */
export interface KeptList {
  readonly authority: string;
  readonly list: string;
}

/**
 * The list for which a party reaches first, to answer or in a quarrel: the usual one of an authority that stands and asks for no
 * procedure, else the first such, else one of an authority that keeps none by name; null where the law leaves none.
 */
export function usualList(authorities: Readonly<Record<string, Authority>>, party: PartyId): KeptList | null {
  let found: KeptList | null = null;
  let rank = 0;
  for (const authority of each(authorities)) {
    if (!allowsInstrument(authority, party, 'listing') || authority.procedure !== 'none') continue;
    const lists = authority.lists ?? [];
    const usual = lists.find((list) => list.usual === true);
    const own = usual === undefined ? (lists.length > 0 ? 2 : 1) : 3;
    if (own <= rank) continue;
    rank = own;
    found = { authority: authority.id, list: (usual ?? lists[0])?.id ?? authority.id };
  }
  return found;
}

/** Whether a ruling against an authority ends a use of it. */
export function endsUse({ exposure }: Pick<Authority, 'exposure'>, use: Instrument): boolean {
  return exposure === undefined || exposure.includes(use);
}

/** Whether a court has struck down a use of an authority: the others live on. */
export function hasFallen(authority: Pick<Authority, 'standing' | 'exposure'>, use: Instrument): boolean {
  return authority.standing === 'struck-down' && endsUse(authority, use);
}

/** Whether a party may lay a new measure of this kind on the authority, procedure apart. */
export function allowsInstrument(authority: Authority, owner: PartyId, instrument: Instrument): boolean {
  return (
    authority.owner === owner &&
    !hasFallen(authority, instrument) &&
    authority.instruments.includes(instrument)
  );
}

/** The probes under the authority that may carry a measure now or later: open, suspended or with an affirmative finding. */
export function probesUnder({ probes }: Probes, authority: Authority): string[] {
  const found: string[] = [];
  for (const probe of each(probes)) {
    if (probe.authority === authority.id && probe.status !== 'closed') found.push(probe.id);
  }
  return found;
}

/**
 * The probes on which a new measure under the authority may rest: affirmative findings of the same party under the
 * same statute. Empty where none has been made; an authority without a procedure needs none.
 */
export function findingsUnder({ probes }: Probes, authority: Authority): string[] {
  const found: string[] = [];
  for (const probe of each(probes)) {
    if (probe.authority === authority.id && probe.status === 'affirmative') found.push(probe.id);
  }
  return found;
}
