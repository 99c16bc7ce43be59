/** The tables of results: each figure with its spread, its bar, its aim and whether they are met. */
import type { Spread } from './rounds';

/** What a figure is held to: at least so much, or at most; and what is aimed at beyond it. */
export interface Bar {
  readonly side: 'least' | 'most';
  readonly value: number;
  readonly aim?: number;
}

/** One figure. */
export interface Row {
  readonly what: string;
  /** Null where it could not be measured; the note says why. */
  readonly figure: Spread | null;
  /** None where the row is for orientation. */
  readonly bar?: Bar;
  /** The bar as it is applied on this machine, where that is another; null where the machine allows no verdict. */
  readonly appliedBar?: Bar | null;
  /** What follows the figure; `×` unless told. */
  readonly unit?: string;
  readonly note: string;
}

/** What is said of a row. */
export type Verdict = 'met, and the aim' | 'met' | 'missed' | 'no verdict' | 'not measured';

/** Where and how it was measured. */
export interface Circumstances {
  readonly machine: string;
  /** Processes that waited for a processor when the run began. */
  readonly loadBefore: number;
}

/** The least that a second thread has to bring the machine itself before two threads are judged. */
export const LEAST_GAIN = 1.7;

/**
 * A bar for two threads on a machine that itself gains so much from a second one: in proportion where that is less than
 * twofold, never higher than it stands, and null where the machine gains too little to judge by.
 */
export function barOnThreads(bar: Bar, machineGain: number): Bar | null {
  if (!(machineGain >= LEAST_GAIN)) return null;
  const part = Math.min(1, machineGain / 2);
  return { ...bar, value: bar.value * part, ...(bar.aim === undefined ? {} : { aim: bar.aim * part }) };
}

/** What is said of a row that has a bar: its median decides. A figure that is no number misses. */
export function verdictOf({ figure, bar, appliedBar = bar }: Row): Verdict {
  if (figure === null) return 'not measured';
  if (appliedBar === null || appliedBar === undefined) return 'no verdict';
  const { side, value, aim } = appliedBar;
  const reaches = (mark: number) => (side === 'least' ? figure.median >= mark : figure.median <= mark);
  if (!reaches(value)) return 'missed';
  return aim !== undefined && reaches(aim) ? 'met, and the aim' : 'met';
}

function plain(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

/** A figure with its unit, and its lowest and highest. */
function figureCells({ figure, unit = '×' }: Row): string {
  if (figure === null) return '– | ';
  const spread = figure.low === figure.high ? '' : `${plain(figure.low)} – ${plain(figure.high)}`;
  return `${plain(figure.median)}${unit} | ${spread}`;
}

function barCells({ bar, unit = '×' }: Row): string {
  if (bar === undefined) return ' | ';
  const sign = bar.side === 'least' ? '≥' : '≤';
  return `${sign} ${bar.value}${unit} | ${bar.aim === undefined ? '' : `${bar.aim}${unit}`}`;
}

function barRow(row: Row): string {
  const verdict = verdictOf(row);
  const shown = verdict === 'missed' ? '**missed**' : verdict;
  return `| ${row.what} | ${barCells(row)} | ${figureCells(row)} | ${shown} | ${row.note} |`;
}

/** What stands at the top: the rows that miss their bar, then those of which nothing can be said. */
export function summaryOf(rows: readonly Row[]): string {
  const judged = rows.filter(({ bar }) => bar !== undefined);
  const those = (wanted: Verdict) => judged.filter((row) => verdictOf(row) === wanted);
  const told = ({ what, figure, unit = '×' }: Row) =>
    figure === null ? what : `${what} (${plain(figure.median)}${unit})`;
  const sentence = (word: string, some: readonly Row[]) =>
    some.length === 0 ? [] : [`${word}: ${some.map(told).join('; ')}.`];
  const missed = those('missed');
  const open = [
    ...sentence('No verdict', those('no verdict')),
    ...sentence('Not measured', those('not measured')),
  ];
  if (missed.length > 0) return [...sentence('**Missed**', missed), ...open].join('\n');
  return [open.length === 0 ? 'Every bar is met.' : 'No bar is missed.', ...open].join('\n');
}

/** The page with the tables and how to read them. */
export function report(rows: readonly Row[], { machine, loadBefore }: Circumstances): string {
  const judged = rows.filter(({ bar }) => bar !== undefined);
  const others = rows.filter(({ bar }) => bar === undefined);
  return `# Benchmarks

${summaryOf(rows)}

Written by \`npm run bench\` on the built package. Machine: ${machine}; ${loadBefore.toFixed(1)} processes waited for it when
the run began.

| what | bar | aim | median | lowest – highest | verdict | |
| --- | ---: | ---: | ---: | :---: | --- | --- |
${judged.map(barRow).join('\n')}

For orientation, without a bar:

| what | median | lowest – highest | |
| --- | ---: | :---: | --- |
${others.map((row) => `| ${row.what} | ${figureCells(row)} | ${row.note} |`).join('\n')}

${HOW_TO_READ}`;
}

const HOW_TO_READ = `## How to read it

- Only ratios and slopes carry over to other machines. All sides of a row run in turn, every other round backwards; the
  ratio is formed within a round, and the table shows the median of the rounds with their lowest and highest. The median
  alone is held to the bar.
- Commit bc923f0 is an earlier state of this package. The benchmark takes it out of the history, installs and builds it by
  its own lock file and its own tsup in the temporary folder, and finds it there the next time. Its model is an older one,
  so each side runs its own episodes, of the same scenario and seed, and what is compared is the time of an episode, or of
  an event.
- Each side of these rows runs in a fresh process in each round. Warm episodes: so many episodes first that the engine
  has learnt them, then the clock. Cold process: from its start to its end, import and projection. Both are of the clock
  on the wall, as a user waits; the processor time beside it is less moved by other work on the machine. Events are
  timed by processor time, after a second of playing that does not count.
- Public transition: eight recorded episodes in turn through \`transition\`, frozen states all the way. Rules in place: the
  same with \`borrowState\` and \`stepInPlace\`, as the ensemble runs them, against the earlier rules in the same loop through
  immer's \`produce\` for each event, unfrozen. Each side has to come to the digests of its own record.
- Two threads: one or two workers in a fresh process, to the same answer. What the machine itself gains from a second
  thread is measured by pure arithmetic in the same rounds. The bar is for a machine that gains twofold; where it gains
  less, the bar and the aim are lowered in proportion (1.6 becomes 1.6 × gain / 2), and where it gains less than
  ${LEAST_GAIN}, there is no verdict.
- Memory is what is live after a collection, in one long ensemble of a past meeting, whose horizon is near: what is kept
  of an episode does not depend on its length. It cannot take turns: it is one run.
- Import and list are whole processes, less an empty Node started in the same round.
- Slopes: the power of the size with which the time of the whole work grows, between the two largest sizes; 1 is in
  proportion, 2 is with the square. The times at all sizes stand beside it, so that a fixed cost can be seen. By processor
  time, each row in a process of its own.
- boardgame.io gets one move for each action type, which runs our recipe on its own draft, undo switched off; XState a
  machine of one state whose guard asks our legality and whose assignment runs the recipe over \`produce\`. Each has a
  loaded instance of the rules of its own, and has to come to the digest of the recorded episode. The peers are
  dependencies of \`bench/\` alone, with a lock file of its own; they are installed where they are missing, and the table
  says so where that fails.
- The kernel by hand knows only the life of duties (\`bench/duties.ts\` says what it leaves out), encoded as numbers before
  the clock starts: no texts, no identifiers, no calendar dates, no other family. It is run against the rules on the same
  sequence, refused acts included, and the benchmark fails where any duty, date, refusal or average differs
  (\`test/bench.test.ts\` holds it to that too).
- The ensemble's whole episode is many times longer than its events: policies, beliefs, markets and bargaining take most of
  it.
`;
