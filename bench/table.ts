/** The table of results: each figure with its spread, its bar and whether the bar is met. */
import type { Spread } from './rounds';

/** One figure. */
export interface Row {
  readonly what: string;
  /** Null where it could not be measured; the note says why. */
  readonly figure: Spread | null;
  /** The bar: at least so much, or at most. */
  readonly least?: number;
  readonly most?: number;
  readonly aim?: number;
  /** What follows the figure; `×` unless told. */
  readonly unit?: string;
  readonly note: string;
}

/** Where and how it was measured. */
export interface Circumstances {
  readonly machine: string;
  readonly rounds: number;
  /** Processes that waited for a processor when the run began. */
  readonly loadBefore: number;
}

function plain(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

function verdict({ figure, least, most, aim }: Row): string {
  if (figure === null) return 'not measured';
  if (least === undefined && most === undefined) return '';
  const reaches = (bar: number) => (least === undefined ? figure.median <= bar : figure.median >= bar);
  if (aim !== undefined && reaches(aim)) return 'met, and the aim';
  return reaches((least ?? most)!) ? 'met' : '**missed**';
}

function barOf({ least, most, aim, unit = '×' }: Row): string {
  if (least === undefined && most === undefined) return '';
  const bar = least === undefined ? `at most ${most}` : `at least ${least}`;
  return `${bar}${unit.replace(' slower', '')}${aim === undefined ? '' : ` (${aim})`}`;
}

function cells(row: Row): string {
  const { what, figure, unit = '×', note } = row;
  const value = figure === null ? '–' : `${plain(figure.median)}${unit}`;
  const spread =
    figure === null || figure.low === figure.high ? '' : `${plain(figure.low)} – ${plain(figure.high)}`;
  return `| ${what} | ${value} | ${spread} | ${barOf(row)} | ${verdict(row)} | ${note} |`;
}

/** The page with the table and how to read it. */
export function report(rows: readonly Row[], { machine, rounds, loadBefore }: Circumstances): string {
  const missed = rows.filter((row) => verdict(row) === '**missed**');
  const summary =
    missed.length === 0
      ? 'Every bar is met.'
      : `Missed: ${missed.map(({ what, figure }) => `${what} (${plain(figure!.median)})`).join('; ')}.`;
  return `# Benchmarks

Written by \`npm run bench\` on the built package. Machine: ${machine}; ${loadBefore.toFixed(1)} processes waited for it when
the run began. ${summary}

| what | median | lowest – highest | bar (aim) | | for orientation |
| --- | ---: | :---: | :---: | --- | --- |
${rows.map(cells).join('\n')}

## How to read it

- Only ratios carry over to other machines. All sides of a row run in turn, once in each of ${rounds} rounds after one that
  does not count; the ratio is formed within a round, and the table shows the median of the rounds and their lowest and
  highest. The rows before and after the public transitions and on memory cannot take turns: the first divides medians,
  with the extremes of both for its spread, the second is one long run.
- Sides within this process are timed by the processor time that they had, so that other work on the machine moves them
  little; threads and started commands by the clock on the wall, which it moves a lot.
- The same rules run on every side. "In place" is what the ensemble does: the recipes of the actions, legality first, on
  plain state, beginning with a copy of the first day. "Over immer" runs the same loop through \`produce\` for each event,
  unfrozen. boardgame.io gets one move for each action type, which runs our recipe on its own draft, undo switched off;
  XState a machine of one state whose guard asks our legality and whose assignment runs the recipe over \`produce\`. Each
  side has a loaded instance of the rules of its own, and each has to come to the digest of the recorded episode.
- The kernel by hand knows only the life of duties (\`bench/duties.ts\` says what it leaves out), encoded as numbers before
  the clock starts: no texts, no identifiers, no calendar dates, no other family. It is run against the rules on the same
  sequence, refused acts included, and the benchmark fails where any duty, date, refusal or average differs
  (\`test/bench.test.ts\` holds it to that too).
- The ensemble's whole episode is many times longer than its events: policies, beliefs, markets and bargaining take most of
  it.
- Memory is looked at in an ensemble of a past meeting, whose horizon is near: what is kept of an episode does not depend on
  its length.
- The peers are dependencies of \`bench/\` alone, with a lock file of its own; the benchmark installs them where they are
  missing, and says so in the table where it cannot.
`;
}
