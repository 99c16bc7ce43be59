/**
 * Agreements: what a meeting settles, issue by issue, and the acts that it promises.
 *
 * An agreement changes no measure. Each term becomes pledges, each pledge is an ordinary act with a date; it is
 * performed when its promisor does that act, and defaults when the date passes. So a deal can be replayed, broken
 * and taken apart like any other act.
 */
import type { PartyId } from './actor';

/** One settled issue: how much of what was asked the giver grants, and what that relieves of measures in force. */
export interface Term {
  readonly issue: string;
  readonly giver: PartyId;
  /** Degree of the concession, 0 to 1. */
  readonly degree: number;
  /** Cut of an average tariff by measures in force, in percentage points of that average. */
  readonly tariffReliefPp: number;
  /** Fall of the severity of a control in force, 0 to 1. */
  readonly controlRelief: number;
}

/** A promised act: the payload of an event without its day. */
export interface PromisedAct {
  readonly type: string;
  readonly actor: PartyId | 'both';
  readonly [field: string]: unknown;
}

/** A promise to act by a date. */
export interface Pledge {
  readonly id: string;
  readonly agreement: string;
  readonly issue: string;
  readonly act: PromisedAct;
  /** Last day for the act; the calendar notes the default on the day after. */
  readonly dueOn: string;
  readonly status: 'open' | 'performed' | 'defaulted';
}

/** An agreement reached at a meeting. */
export interface Agreement {
  readonly id: string;
  readonly meeting: string;
  readonly reachedOn: string;
  /** `agenda`: bargained over all ripe issues; `narrow`: the extension alone. */
  readonly scope: 'agenda' | 'narrow';
  readonly terms: readonly Term[];
  /** Mean concession over the whole agenda, weighted by what each issue is worth to its receiver, 0 to 1. */
  readonly weightedMean: number;
}

const settled = /* @__PURE__ */ new WeakSet<object>();

/**
 * Notes pledges that the library's own settlement made of lawful acts, so that the rules of this process need not look at each of
 * those acts again. A copy is not noted: whoever reads a log has its pledges looked at. Returns them.
 */
export function asSettled<P extends readonly object[]>(pledges: P): P {
  settled.add(pledges);
  return pledges;
}

/** Whether pledges are the very ones that a settlement of the library made. */
export function isSettled(pledges: object): boolean {
  return settled.has(pledges);
}
