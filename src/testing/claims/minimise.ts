/**
 * Making a counterexample smaller: fewer moves, then earlier ones, then smaller values, then fewer events.
 *
 * Each candidate is played anew under the rules and judged anew under the claim, so that whatever comes out is lawful and
 * still breaks it.
 */
import { daysBetween } from '../../kit/calendar';
import { isBelow, type Size } from '../plays/dwindling';
import { beginningOf, movesOf, type PlayedEvents } from '../plays/play';
import { smallerPlays, weightOf } from '../plays/smaller';
import { standardRules } from '../../engine/rule-set';
import { judged, type Claim } from './claim';
import { firstOf } from '../../kit/lists';

/** A counterexample at its smallest, and the plays that were tried on the way. */
export interface Minimised {
  readonly play: PlayedEvents;
  readonly tried: number;
}

/** Plays that are tried at most; far more than the longest stories need. */
const MOST_TRIED = 4000;

function sizeOf({ events, states }: PlayedEvents): Size {
  const moves = movesOf(events);
  const first = firstOf(states).today;
  return [
    moves.length,
    moves.reduce((sum, { on }) => sum + daysBetween(first, on), 0),
    moves.reduce((sum, move) => sum + weightOf(move), 0),
    events.length,
  ];
}

/**
 * The smallest play that was found to break a claim, starting from one that does: no single event can be left out of
 * it, be it a move or the calendar's.
 * Lawful, and ending where the claim is broken. `until` is the last day of the plays that are tried.
 */
export function minimise(claim: Claim, broken: PlayedEvents, until: string): Minimised {
  let tried = 0;
  const smaller = (play: PlayedEvents): PlayedEvents | null => {
    const size = sizeOf(play);
    for (const other of smallerPlays(play, standardRules, until)) {
      if (tried >= MOST_TRIED) return null;
      tried += 1;
      const { at } = judged(claim, other, until);
      const story = at === null ? null : beginningOf(other, at);
      if (story !== null && isBelow(sizeOf(story), size)) return story;
    }
    return null;
  };
  let best = broken;
  for (let next = smaller(best); next !== null; next = smaller(best)) best = next;
  return { play: best, tried };
}
