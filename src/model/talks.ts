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
  readonly id: string;
  readonly level: TalksLevel;
  readonly place: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly status: 'scheduled' | 'under-way' | 'concluded' | 'called-off';
  /** Day on which it was concluded. */
  readonly concludedOn: string | null;
  /** Ids of the issues on its agenda. */
  readonly agenda: readonly string[];
  readonly delegations: Readonly<Record<PartyId, readonly string[]>>;
  readonly readout: Readout | null;
}

/** The column of rounds and calls. */
export interface Rounds {
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
