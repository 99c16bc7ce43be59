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
  status: 'scheduled' | 'under-way' | 'concluded' | 'called-off';
  /** Day on which it was concluded. */
  concludedOn: string | null;
  /** Ids of the issues on its agenda. */
  agenda: string[];
  delegations: Record<PartyId, string[]>;
  readout: Readout | null;
}

/** The column of rounds and calls. */
export interface Rounds {
  readonly rounds: Readonly<Record<string, Round>>;
}

/** Days over which completed rounds and calls count as preparation. */
export const PREPARATION_WINDOW_DAYS = 120;

/** Number of rounds and leaders' calls completed in the 120 days before a day; with an issue, those that had it on the agenda. */
export function preparation({ rounds }: Rounds, on: string, issue?: string): number {
  const from = addDays(on, -PREPARATION_WINDOW_DAYS);
  let count = 0;
  for (const round of each(rounds)) {
    if (round.status !== 'concluded' || round.level === 'leaders') continue;
    if (round.concludedOn === null || round.concludedOn < from || round.concludedOn >= on) continue;
    if (issue === undefined || round.agenda.includes(issue)) count += 1;
  }
  return count;
}
