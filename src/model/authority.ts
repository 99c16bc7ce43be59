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
import type { Probes } from './probe';

/** What kind of measure an authority allows. */
export type Instrument = 'tariff' | 'export-control' | 'listing' | 'port-fee' | 'probe' | 'purchase';

/** Where an authority stands before the courts. Only a struck-down authority carries no measures. */
export type Standing = 'available' | 'challenged' | 'stayed' | 'struck-down';

/** A legal authority as the state carries it. */
export interface Authority {
  readonly id: string;
  readonly owner: PartyId;
  readonly label: string;
  readonly instruments: readonly Instrument[];
  /** Highest ad valorem rate in per cent, or null where the statute sets none. */
  readonly ceilingPct: number | null;
  /** `finding`: a probe under this authority must have ended in an affirmative finding first. */
  readonly procedure: 'none' | 'finding';
  /** Longest life of a measure in days, or null where the statute sets none. */
  readonly maximumDays: number | null;
  readonly exposedToCourts: boolean;
  standing: Standing;
  readonly source: string;
}

/** Whether a party may lay a new measure of this kind on the authority, procedure apart. */
export function allowsInstrument(authority: Authority, owner: PartyId, instrument: Instrument): boolean {
  return (
    authority.owner === owner &&
    authority.standing !== 'struck-down' &&
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
