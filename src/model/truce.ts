/**
 * The truce: an agreed standstill with parties, covered measures, conditions, an expiry and a record of breaches.
 *
 * A breach is the first documented act against the text, in the sense in which spells of truce are counted in the
 * survival analysis of ceasefires; it strains a truce without ending it. It ends by lapse or by termination.
 */
import { each } from './column';
import type { Authority } from './authority';
import { MEASURE_KINDS, type MeasureKind, type Measures } from './measure';
import type { PartyId } from './actor';
import { clearDeadline, setDeadline, type Calendar } from './deadline';

/** Where a truce stands. */
export type TruceStatus =
  'none' | 'talks' | 'provisional' | 'in-force' | 'strained' | 'lapsed' | 'terminated';

/** A recorded breach. */
export interface Breach {
  readonly on: string;
  readonly by: PartyId;
  readonly through: string;
}

/** The truce of the dyad. Status `none` or `talks` means that no text is agreed yet. */
export interface Truce {
  id: string;
  label: string;
  status: TruceStatus;
  since: string;
  /** Date of the latest agreed text: the clock of the hazard starts here. */
  textOn: string | null;
  /** First day no longer covered, in the parties' capitals. */
  expiresOn: string | null;
  covered: string[];
  conditions: { readonly party: PartyId; readonly text: string }[];
  /** Each with the day of its text and its new end; null for an open end. */
  extensions: { readonly on: string; readonly until: string | null }[];
  breaches: Breach[];
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
export function setTruceStatus(draft: Standstill, status: TruceStatus): void {
  draft.truce.status = status;
  draft.truce.since = draft.today;
}

/** Sets the day of expiry and its deadline; null leaves the end open. */
export function setTruceExpiry(draft: Standstill, until: string | null): void {
  draft.truce.expiresOn = until;
  if (until === null) clearDeadline(draft, 'truce-expiry', draft.truce.id);
  else setDeadline(draft, { kind: 'truce-expiry', on: until, subject: draft.truce.id });
}

/** Ends the truce: no expiry is left to wait for. */
export function endTruce(draft: Standstill, status: 'lapsed' | 'terminated'): void {
  clearDeadline(draft, 'truce-expiry', draft.truce.id);
  setTruceStatus(draft, status);
}

/**
 * Writes a breach into the record; a truce in force is strained by it. A provisional text stays to be confirmed: the
 * accusation of 13 May 2025 did not keep the text of Geneva from taking effect on the day after.
 */
export function recordBreach(draft: Standstill, by: PartyId, through: string): void {
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

/** Coercive measures in force or pending, and those of them that the truce text leaves uncovered. */
export interface Coverage {
  readonly live: number;
  readonly uncovered: number;
}

/** How far the truce text covers one kind of measure. MFN duties are no coercion and do not count. */
export function coverageOf(state: CoveredMeasures, kind: MeasureKind): Coverage {
  let live = 0;
  let uncovered = 0;
  const covered = coveredBy(state.truce.covered);
  for (const measure of each(state[kind])) {
    if (measure.status !== 'in-force' && measure.status !== 'suspended' && measure.status !== 'scheduled')
      continue;
    if (state.authorities[measure.authority]?.instruments.length === 0) continue;
    live += 1;
    if (!covered.has(measure.id)) uncovered += 1;
  }
  return { live, uncovered };
}

/**
 * Share of the coercive measures in force or pending that the truce text does not cover, 0 to 1: the loophole
 * through which past truces were broken. `coverage` is how far the text covers each kind of measure.
 */
export function loophole(coverage: Readonly<Record<MeasureKind, Coverage>>): number {
  let live = 0;
  let uncovered = 0;
  for (const kind of MEASURE_KINDS) {
    live += coverage[kind].live;
    uncovered += coverage[kind].uncovered;
  }
  return live === 0 ? 0 : uncovered / live;
}
