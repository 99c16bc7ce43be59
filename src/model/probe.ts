/**
 * Probes: investigations that may open an authority (Section 301, Section 232) or hang over firms (antitrust).
 * An affirmative finding is what Section 301 asks for before a duty may rest on it (19 U.S.C. 2411 to 2414).
 */
import type { PartyId } from './actor';

/** Every status of an investigation. */
export const PROBE_STATUSES = ['open', 'affirmative', 'closed', 'suspended'] as const;

/** One investigation. */
export interface Probe {
  /** Id of the investigation among the probes of a state, such as `us/probe-s301-maritime`. */
  readonly id: string;
  /** The party that investigates. */
  readonly owner: PartyId;
  /** The party whose trade or firms are investigated. */
  readonly target: PartyId;
  /** Id of the authority under which it is led, and on which a measure may rest after a finding. */
  readonly authority: string;
  /** What is investigated, in words. */
  readonly subject: string;
  /** `open`, `suspended` until a day, `affirmative` with a finding, or `closed` without one. */
  readonly status: (typeof PROBE_STATUSES)[number];
  /** First day of the present status, `YYYY-MM-DD`. */
  readonly since: string;
  /** Day by which the statute asks for a decision; null where it sets none. */
  readonly decisionDueOn: string | null;
  /** For a suspended probe: the day it resumes. */
  readonly suspendedUntil: string | null;
  /** Of a probe into many economies, the other side among them: how many, or their names. Absent where it is into that side alone. */
  readonly targets?: number | readonly string[];
}

/** Fewest economies that are many. */
export const FEWEST_TARGETS = 2;

/** Most economies that a probe names; the world has about 200 customs territories. */
export const MOST_TARGETS = 250;

/** The column of investigations. */
export interface Probes {
  readonly probes: Readonly<Record<string, Probe>>;
}
