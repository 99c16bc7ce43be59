/** Which way an average tariff has gone: up, down, or neither by enough to speak of. */
import { onGrid, RATE_STEP } from './tally';

/** The ways that an average can go. */
export const WAYS = ['up', 'same', 'down'] as const;

/** A way that an average can go. */
export type Way = (typeof WAYS)[number];

/** Percentage points from which an average has moved. */
export const MOVED_PP = 0.5;

/** The way from one average to another, per cent; both are taken on the grid on which averages are counted, so that equal stays equal. */
export function wayOf(from: number, to: number): Way {
  const [before, after] = [onGrid(from, RATE_STEP), onGrid(to, RATE_STEP)];
  if (after >= onGrid(before + MOVED_PP, RATE_STEP)) return 'up';
  return after <= onGrid(before - MOVED_PP, RATE_STEP) ? 'down' : 'same';
}
