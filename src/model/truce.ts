/**
 * The truce: an agreed standstill with parties, covered measures, conditions, an expiry and a record of breaches.
 *
 * A breach is a documented act against the text, in the sense in which spells of truce are counted in the survival
 * analysis of ceasefires; it strains a truce without ending it. A promise that is not kept in time is none: it lowers
 * the trust in deliveries. The text ends by lapse or by termination.
 */
import { each } from './column';
import type { Authority } from './authority';
import { MEASURE_KINDS, type MeasureKind, type Measures } from './measure';
import type { PartyId } from './actor';
import type { Writable } from '../kit/writable';
import { clearDeadline, setDeadline, type Calendar } from './deadline';

/** Every status of a truce, from none to ended. */
export const TRUCE_STATUSES = [
  'none',
  'talks',
  'provisional',
  'in-force',
  'strained',
  'lapsed',
  'terminated',
] as const;

/** Where a truce stands. */
export type TruceStatus = (typeof TRUCE_STATUSES)[number];

/** A recorded breach. */
export interface Breach {
  /** Day on which it was documented, `YYYY-MM-DD`. */
  readonly on: string;
  /** The party that is said to have broken the text. */
  readonly by: PartyId;
  /** What it is said to have broken it by, in words. */
  readonly through: string;
}

/** The truce of the dyad. Status `none` or `talks` means that no text is agreed yet. */
export interface Truce {
  /** Id of the text at hand, such as `geneva-2025`; `no-truce` before the first one. */
  readonly id: string;
  /** What people call it. */
  readonly label: string;
  /** Where it stands today. */
  readonly status: TruceStatus;
  /** First day of the present status, `YYYY-MM-DD`. */
  readonly since: string;
  /**
   * Day of the text that opened the present spell, from which the hazard of a breach counts: a conclusion, a repair, or an
   * extension that laid aside what strained it. An extension of a calm truce is in `extensions` alone, and a strain that is
   * laid aside without a text opens none.
   */
  readonly textOn: string | null;
  /** First day no longer covered, in the parties' capitals. */
  readonly expiresOn: string | null;
  /** Ids of the measures of both sides that the text names, those that are gone since included. */
  readonly covered: readonly string[];
  /**
   * Whether both capitals must still confirm the text. A strain, a breach, an extension and a repair leave that as it is, so
   * that a text which is strained before it was confirmed is provisional again once that is settled.
   */
  readonly provisional: boolean;
  /** What the text asks of each side by the facts; empty for a text that they do not have. */
  readonly conditions: readonly {
    /** The party of which it is asked. */
    readonly party: PartyId;
    /** What it is to do, in a sentence. */
    readonly text: string;
  }[];
  /** Each with the day of its text and its new end; null for an open end. */
  readonly extensions: readonly {
    /** Day of the text that prolongs, `YYYY-MM-DD`. */
    readonly on: string;
    /** First day no longer covered from then on, `YYYY-MM-DD`; null for an open end. */
    readonly until: string | null;
  }[];
  /** Breaches documented since the text was concluded, in the order of their days. */
  readonly breaches: readonly Breach[];
}

/** The truce and the calendar that ends it. */
export interface Standstill extends Calendar {
  readonly truce: Truce;
}

/** Whether a truce binds today. */
export function isBinding(truce: Truce): boolean {
  return truce.status === 'in-force' || truce.status === 'strained' || truce.status === 'provisional';
}

/** Moves the truce to a status from today on. */
export function setTruceStatus(draft: Writable<Standstill>, status: TruceStatus): void {
  draft.truce.status = status;
  draft.truce.since = draft.today;
}

/** The status of a binding truce that nothing strains: provisional until both capitals have confirmed it. */
export function calmStatus({ provisional }: Truce): TruceStatus {
  return provisional ? 'provisional' : 'in-force';
}

/** Sets the day of expiry and its deadline; null leaves the end open. */
export function setTruceExpiry(draft: Writable<Standstill>, until: string | null): void {
  draft.truce.expiresOn = until;
  if (until === null) clearDeadline(draft, 'truce-expiry', draft.truce.id);
  else setDeadline(draft, { kind: 'truce-expiry', on: until, subject: draft.truce.id });
}

/** Ends the truce: no expiry is left to wait for. */
export function endTruce(draft: Writable<Standstill>, status: 'lapsed' | 'terminated'): void {
  clearDeadline(draft, 'truce-expiry', draft.truce.id);
  draft.truce.provisional = false;
  setTruceStatus(draft, status);
}

/**
 * Writes a breach into the record; a truce in force is strained by it. A provisional text stays to be confirmed: the
 * accusation of 13 May 2025 did not keep the text of Geneva from taking effect on the day after.
 */
export function recordBreach(draft: Writable<Standstill>, by: PartyId, through: string): void {
  draft.truce.breaches.push({ on: draft.today, by, through });
  if (isBinding(draft.truce) && draft.truce.status !== 'provisional') setTruceStatus(draft, 'strained');
}

let last: { readonly ids: readonly string[]; readonly set: ReadonlySet<string> } = {
  ids: [],
  set: new Set(),
};

/** The covered ids as a set, remembered while the list is the same; a list is never changed in place. */
function coveredBy(ids: readonly string[]): ReadonlySet<string> {
  if (last.ids !== ids) last = { ids, set: new Set(ids) };
  return last.set;
}

/** What coverage is read off: measures on their authorities, and the text that covers some of them. */
export interface CoveredMeasures extends Measures {
  readonly truce: Truce;
  readonly authorities: Readonly<Record<string, Authority>>;
}

/** Coercive measures of one kind, in force or pending, that the truce text does not name. MFN duties are no coercion and do not count. */
export function uncoveredOf(state: CoveredMeasures, kind: MeasureKind): number {
  let uncovered = 0;
  const covered = coveredBy(state.truce.covered);
  for (const measure of each(state[kind])) {
    if (measure.status !== 'in-force' && measure.status !== 'suspended' && measure.status !== 'scheduled')
      continue;
    if (state.authorities[measure.authority]?.instruments.length === 0) continue;
    if (!covered.has(measure.id)) uncovered += 1;
  }
  return uncovered;
}

/**
 * The gap that the truce text leaves, 0 to 1, through which past truces were broken: coercive measures that it does not
 * name, against these and all that it names. What it names counts whether or not it still lives, so lifting a measure
 * never widens the gap and suspending one never moves it. `uncovered` is how many of each kind it does not name.
 */
export function loophole(truce: Truce, uncovered: Readonly<Record<MeasureKind, number>>): number {
  let outside = 0;
  for (const kind of MEASURE_KINDS) outside += uncovered[kind];
  return outside === 0 ? 0 : outside / (outside + truce.covered.length);
}
