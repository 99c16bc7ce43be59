/**
 * How far the tests go: `npm test` takes a short way that is the same every time, `npm run test:all` the whole way with
 * new seeds. `docs/testing.md` has the figures by which the two were told apart.
 *
 * A test that cannot be made shorter stands in a file `*.long.test.ts`, which `npm test` leaves out.
 */

/** Whether this is `npm run test:all`. */
export const FULL = process.env['MODE'] === 'all';

/** Cases of one kind: all of them in `npm run test:all`, the first few in `npm test`. */
export function casesOf<Case>(all: readonly Case[], few: number): readonly Case[] {
  return FULL ? all : all.slice(0, few);
}

/** A number of runs, plays, moves or episodes: all of them in `npm run test:all`, fewer in `npm test`. */
export function atLength(full: number, short: number): number {
  return FULL ? full : short;
}
