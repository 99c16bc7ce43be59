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
  /** Id of the issue that is settled, one of the agenda of the meeting. */
  readonly issue: string;
  /** The party that grants it. */
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
  /** Name of the action type, such as `tariff.suspend`. */
  readonly type: string;
  /** Who has promised to act: a party, or both where the act takes two, such as prolonging a truce. */
  readonly actor: PartyId | 'both';
  readonly [field: string]: unknown;
}

/** A promise to act by a date. */
export interface Pledge {
  /** Id of the pledge among all pledges of a state, 1 to 80 characters. */
  readonly id: string;
  /** Id of the agreement that contains it. */
  readonly agreement: string;
  /** Id of the issue that it carries out. */
  readonly issue: string;
  /** The act that performs it once its promisor does it. */
  readonly act: PromisedAct;
  /** Last day for the act; the calendar notes the default on the day after. */
  readonly dueOn: string;
  /** `open` until the act is done, then `performed`; `defaulted` where its day has passed without it. */
  readonly status: 'open' | 'performed' | 'defaulted';
}

/** An agreement reached at a meeting. */
export interface Agreement {
  /** Id of the agreement among all agreements of a state, such as `agreement-of-busan-2025`. */
  readonly id: string;
  /** Id of the meeting at which it was reached; a meeting ends in one agreement at most. */
  readonly meeting: string;
  /** Day on which it was reached, that of the meeting, `YYYY-MM-DD`. */
  readonly reachedOn: string;
  /** `agenda`: bargained over all ripe issues; `narrow`: the extension alone. */
  readonly scope: 'agenda' | 'narrow';
  /** The issues that it settles, each once; empty where it only holds still. */
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
