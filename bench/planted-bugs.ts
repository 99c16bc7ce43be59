/**
 * How many moves it takes to find a bug: the explorer against `fc.commands` at its defaults and at `size: 'max'`.
 *
 * Every side walks on the sound rules; every move is put to each copy of the rules that holds a bug, and the first
 * answer that differs finds it (a differential oracle; McKeeman, "Differential Testing for Software", 1998). Since the
 * copies do not lead the walk, one walk serves all bugs. A run that ends without finding is censored at its budget.
 *
 * Prints the table and writes `bench/planted-bugs.md`. Takes some minutes. `MOVES` and `SEEDS` in the environment change
 * the budget of each run and the number of runs.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { start } from '../src/entries/index';
import { coverageContract } from '../src/testing/coverage/contract';
import { explore } from '../src/testing/coverage/explore';
import type { TriedMove } from '../src/testing/coverage/goals';
import { root } from '../tools/freshness.mjs';
import { plantedBugs } from './planted/bugs';
import { answersAlike, copyWith, type Rules } from './planted/copies';
import { runSequences, type Sequences } from './planted/sequences';

const MOVES = Number(process.env.MOVES ?? 20_000);
const SEEDS = Number(process.env.SEEDS ?? 7);
/** From how many ordered steps on a bug counts as deep. */
const DEEP = 6;
const first = start('kuala-lumpur-2025');

const peers: readonly Sequences[] = [
  { title: 'commands, defaults', constraints: {} },
  { title: "commands, 'max' of 100", constraints: { size: 'max', maxCommands: 100 } },
  { title: "commands, 'max' of 1000", constraints: { size: 'max', maxCommands: 1000 } },
];

/** When a bug was found: executed moves and sequences, or null within the budget. */
type Find = { readonly moves: number; readonly sequences: number } | null;

/** Watches steps for all bugs at once. */
class Watch {
  readonly finds: Find[];

  constructor(private readonly copies: readonly Rules[]) {
    this.finds = copies.map(() => null);
  }

  see(step: TriedMove, moves: number, sequences: number): void {
    for (const [at, copy] of this.copies.entries()) {
      if (this.finds[at] !== null || !plantedBugs[at]!.touches.test(step.event.type)) continue;
      if (!answersAlike(copy, step)) this.finds[at] = { moves, sequences };
    }
  }
}

function explored(copies: readonly Rules[], seed: number): Find[] {
  const watch = new Watch(copies);
  let moves = 0;
  let sequences = 0;
  let at: unknown = null;
  const check = (step: TriedMove) => {
    // A play that does not go on from the state before has set out anew.
    if (step.before !== at) sequences += 1;
    at = step.after ?? step.before;
    moves += 1;
    watch.see(step, moves, sequences);
  };
  explore(first, coverageContract({}), { seed: String(seed), moves: MOVES, check });
  return watch.finds;
}

function sequenced(copies: readonly Rules[], peer: Sequences, seed: number): Find[] {
  const watch = new Watch(copies);
  runSequences(first, peer, seed, MOVES, (step, moves, sequences) => watch.see(step, moves, sequences));
  return watch.finds;
}

/** Median with censored runs counted as later than all others; null where it is censored itself. */
function median(values: readonly (number | null)[]): number | null {
  const sorted = values.map((value) => value ?? Infinity).sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1]!;
  return middle === Infinity ? null : middle;
}

const count = (value: number | null, limit: string) => (value === null ? limit : value.toLocaleString('en'));

/** Median, least and greatest, and how many runs found nothing. */
function cell(finds: readonly Find[], of: 'moves' | 'sequences'): string {
  const values = finds.map((find) => find?.[of] ?? null);
  const known = values.filter((value) => value !== null);
  const censored = values.length - known.length;
  if (known.length === 0) return `none of ${values.length}`;
  const spread = `${count(Math.min(...known), '')} to ${censored > 0 ? 'censored' : count(Math.max(...known), '')}`;
  return `${count(median(values), 'censored')} (${spread}${censored > 0 ? `; ${censored} of ${values.length}` : ''})`;
}

/** How many times fewer moves the explorer needs than the better of two peers; a lower bound where those are censored. */
function ratio(
  own: readonly Find[],
  others: readonly (readonly Find[])[],
  of: 'moves' | 'sequences',
): { text: string; value: number } {
  const mine = median(own.map((find) => find?.[of] ?? null));
  const theirs = others.map((finds) => median(finds.map((find) => find?.[of] ?? null)));
  const known = theirs.filter((value) => value !== null);
  if (mine === null) return { text: known.length > 0 ? 'explorer censored' : 'both censored', value: 0 };
  if (known.length === 0) return { text: `at least ${(MOVES / mine).toFixed(1)}`, value: MOVES / mine };
  const value = Math.min(...known) / mine;
  return { text: value.toFixed(1), value };
}

async function main(): Promise<void> {
  const copies = await Promise.all(plantedBugs.map(copyWith));
  const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1);
  const own = seeds.map((seed) => explored(copies, seed));
  const others = peers.map((peer) =>
    seeds.map((seed) => {
      console.error(`${peer.title}, seed ${seed}`);
      return sequenced(copies, peer, seed);
    }),
  );
  const rows = plantedBugs.map((bug, at) => {
    const mine = own.map((finds) => finds[at]!);
    const theirs = others.map((runs) => runs.map((finds) => finds[at]!));
    const better = ratio(mine, theirs, 'moves');
    const longest = ratio(mine, theirs.slice(1), 'moves');
    return { bug, mine, theirs, better, longest, deep: bug.steps >= DEEP };
  });
  rows.sort((a, b) => a.bug.steps - b.bug.steps);
  const deep = rows.filter((row) => row.deep);
  const bar = deep.filter((row) => row.better.value >= 10);
  const head = ['bug', 'steps', 'explorer', ...peers.map(({ title }) => title), 'fewer moves by'];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = (of: 'moves' | 'sequences') => [
    line(head.slice(0, of === 'moves' ? undefined : -1)),
    line(head.slice(0, of === 'moves' ? undefined : -1).map(() => '---')),
    ...rows.map(({ bug, mine, theirs, better }) =>
      line([
        `\`${bug.id}\``,
        String(bug.steps),
        cell(mine, of),
        ...theirs.map((finds) => cell(finds, of)),
        ...(of === 'moves' ? [better.text] : []),
      ]),
    ),
  ];
  const missed = deep
    .filter((row) => row.better.value < 10)
    .map(({ bug, better }) => `\`${bug.id}\` (${better.text})`);
  const text = [
    '# Planted bugs',
    '',
    `Written by \`npm run bench:bugs\`: ${SEEDS} seeds, ${MOVES.toLocaleString('en')} executed moves each, on Node ${process.version}.`,
    '',
    `Of ${rows.length} bugs ${deep.length} are ${DEEP} or more ordered steps deep. The bar is ten times fewer executed moves than the best of the`,
    `three settings of \`fc.commands\`: ${bar.length} of the ${deep.length} deep ones clear it.${missed.length === 0 ? '' : ` Below it: ${missed.join(', ')}.`}`,
    '',
    'How the bugs are planted: `bench/planted/bugs.ts` names one passage of the source each; `copies.ts` bundles the rules with it',
    'replaced and loads them as an instance of their own. The walk goes over the sound rules; each move is put to the copy as well, and',
    'the first answer that differs (accepted or not; the next state) finds the bug. `steps` is the length of the shortest sequence of',
    'events from the first day that shows it, counted by hand. "At least" is a bound: no setting of the peer found the bug in its budget.',
    '',
    "The peer is `fc.commands` with one command for each action type, whose `check()` is legality and whose event is drawn from the state's",
    "own templates when its turn comes, with the explorer's sampler; a command that keeps a pledge; and attempts outside the law. Commands",
    "that are not legal are passed over and cost nothing. At its defaults a sequence has at most 10 commands. `size: 'max'` without",
    '`maxCommands` would allow 2^31 of them and exhaust the memory, so it is given 100 and 1000.',
    '',
    'The explorer runs without a contract, so that no goal leads it. Its moves include all that it takes to draw its map; its sequences',
    'are the times that it set out from a place of the map, which are shorter than a sequence of commands. Both count refused attempts.',
    '',
    '## Executed moves to the first find: median (least to greatest; runs without a find)',
    '',
    ...table('moves'),
    '',
    '## Sequences to the first find',
    '',
    ...table('sequences'),
    '',
    '## The bugs',
    '',
    ...rows.map(({ bug }) => `- \`${bug.id}\`: ${bug.wrong}`),
    '',
  ].join('\n');
  writeFileSync(join(root, 'bench/planted-bugs.md'), text);
  console.log(text);
}

await main();
