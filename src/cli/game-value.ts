/** A game of `detente play` as a value: what has been done and has happened, and where it stands. */
import type { Event } from '../actions/index';
import { daysOfSeat, seated, stateAfter, type Seated, type SeatPlan, type Stance } from '../analyses/seat';
import { digest } from '../engine/digest';
import type { Template } from '../engine/legal-actions';
import { daysBetween, formatDate } from '../kit/calendar';
import { VERSION } from '../kit/version';
import type { BareFacts } from '../facts/bare';
import type { State } from '../model/state';
import { counted, type Paint } from '../report/wording/text';
import type { Own } from '../scenario/own';
import type { Asking } from './game-fields';

/** What a game is of, and how it is shown. */
export interface GamePlan extends SeatPlan {
  /** Number of runs of a projection. */
  readonly runs: number;
  /** What is one's own beside the scenario. */
  readonly own: Own;
  readonly paint: Paint;
}

/** What a number stands for: an act whose fields are asked for, or a whole one. */
export type Listed = { readonly template: Template } | { readonly event: Event };

/** A game on a day: plain, and never changed. */
export interface Game {
  readonly plan: GamePlan;
  /** What the party has done. */
  readonly acts: readonly Event[];
  /** How it bargains when the leaders meet. */
  readonly stance: Stance;
  /** The episode that led here. */
  readonly episode: Seated;
  /** All events so far: they lead from the first state to `state`. */
  readonly log: readonly Event[];
  readonly state: State;
  /** Place in the log from which the last passing of days is told. */
  readonly since: number;
  /** The game before the last act, passing of days or change of stance; null at the beginning. */
  readonly before: Game | null;
  /** The game before the last act. */
  readonly beforeAct: Game | null;
  /** The acts that were listed last, by their numbers from 1. */
  readonly listed: readonly Listed[];
  /** The act whose fields are asked for. */
  readonly asking: Asking | null;
  /** Whether the last day has passed. */
  readonly over: boolean;
}

/** What a line came to. */
export interface Step {
  readonly game: Game;
  readonly lines: readonly string[];
  /** Whether the game is left. */
  readonly quit?: true;
  /** A file into which the game is to be saved; null for the one that the command line names. */
  readonly save?: string | null;
}

/** Begins a game on the first day on which the party has a turn. */
export function newGame(plan: GamePlan): Game {
  const stance = 'bargains';
  const episode = seated(plan, [], stance);
  const log = episode.log.slice(0, episode.turns.get(daysOfSeat(plan).first) ?? 0);
  const state = stateAfter(plan, log);
  const nothing = { before: null, beforeAct: null, listed: [], asking: null, over: false };
  return { plan, acts: [], stance, episode, log, state, since: log.length, ...nothing };
}

/** The facts of a game. */
export const factsOf = ({ plan }: Game): BareFacts => plan.prepared.facts;
/** A line that led to some text, and to a game. */
export const same = (game: Game, lines: readonly string[]): Step => ({ game, lines });

/** The day, and how far the meeting is, in a line. */
export function dayLine({ plan, state, over }: Game): string {
  const { meetingAhead, meetingOn, meetingPlace } = plan.prepared.specification;
  const today = formatDate(state.today);
  if (over) return `${today}. It is over: story, save FILE, undo or quit.`;
  if (!meetingAhead)
    return `${today}. No meeting lies ahead; the last day is ${formatDate(daysOfSeat(plan).last)}.`;
  const days = daysBetween(state.today, meetingOn);
  const when =
    days > 0
      ? `${counted(days, 'day')} to the day of the meeting in ${meetingPlace}`
      : days === 0
        ? `the day of the meeting in ${meetingPlace}; what you do now comes after it`
        : 'the day after the meeting, and your last';
  return `${today}: ${when}.`;
}

/** The policy by which the party acts when its part has ended, and in projections. */
export const ownPolicy = ({ plan: { prepared, party } }: Game): string =>
  prepared.specification.policies[party];

/** A game as a log, as `--after` and `detente replay` read it. */
export function gameLog({ plan, log, state }: Game): object {
  const { scenario, initial } = plan.prepared;
  return {
    version: VERSION,
    scenario: scenario.id,
    start: digest(initial),
    events: log,
    digest: digest(state),
  };
}
