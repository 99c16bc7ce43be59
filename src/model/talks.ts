/**
 * Talks: rounds and leaders' calls.
 *
 * Each completed round or call counts as preparation for the meeting and makes the issues on its agenda riper; both
 * counts look back 120 days, the window that the model of readiness uses.
 */
import { addDays } from '../kit/calendar';
import type { PartyId } from './actor';
import { each } from './column';

/** Level at which a round is held. */
export type TalksLevel = 'technical' | 'ministerial' | 'leaders-call' | 'leaders';

/** What the readouts say of a round. */
export type Readout = 'progress' | 'framework' | 'no-progress' | 'deal' | 'breakdown';

/** A round of talks or a leaders' call. */
export interface Round {
  /** Id of the round or call among the talks of a state, such as `kuala-lumpur-2025`. */
  readonly id: string;
  /** Who meets. */
  readonly level: TalksLevel;
  /** Where, as a city in words; `telephone` for a call. */
  readonly place: string;
  /** Day for which its opening is set, `YYYY-MM-DD`. */
  readonly opensOn: string;
  /** Last day for which it is set, `YYYY-MM-DD`; that of `opensOn` for a call. */
  readonly closesOn: string;
  /** `scheduled`, `under-way` once opened, then `concluded` or `called-off`. */
  readonly status: 'scheduled' | 'under-way' | 'concluded' | 'called-off';
  /** Day on which it was concluded. */
  readonly concludedOn: string | null;
  /** Ids of the issues on its agenda. */
  readonly agenda: readonly string[];
  /** Ids of the people who sit for each party; empty until it names them. */
  readonly delegations: Readonly<Record<PartyId, readonly string[]>>;
  /** What the sides said of it afterwards; null until it is concluded. */
  readonly readout: Readout | null;
}

/** The column of rounds and calls. */
export interface Rounds {
  /** Rounds and calls by their ids, past ones included. */
  readonly rounds: Readonly<Record<string, Round>>;
}

/** Whether a round or call was completed from a day on and before another, so that it prepared what is held on that. */
export function prepares(round: Round, from: string, before: string): boolean {
  if (round.status !== 'concluded' || round.level === 'leaders') return false;
  return round.concludedOn !== null && round.concludedOn >= from && round.concludedOn < before;
}

/** The rounds and leaders' calls completed in so many days before a day. */
export function preparingRounds({ rounds }: Rounds, on: string, days: number): Round[] {
  const from = addDays(on, -days);
  return each(rounds).filter((round) => prepares(round, from, on));
}
