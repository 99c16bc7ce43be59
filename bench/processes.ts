/** What is measured in threads and processes: two workers against one, memory over a long ensemble, the start of the command. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type * as nodeDoor from '../src/entries/node';
import { root } from '../tools/freshness.mjs';
import { ratio, spreadOf, takeTurns, wall, type Spread } from './rounds';

/** Episodes of one ensemble on workers: long beside the start of a thread. */
const EPISODES = 1_000;
const SPIN_STEPS = 400_000_000;

function spin(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'spin.mjs'), { workerData: { steps: SPIN_STEPS } });
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

/** How much quicker two workers are than one, and how much the machine itself gains from a second thread. */
export async function workers(
  { onThreads }: typeof nodeDoor,
  scenario: string,
): Promise<{ ensemble: Spread; machine: Spread; episodes: number }> {
  const project = (count: number) => () =>
    onThreads({ workers: count, startAfterMs: 0 }).project(scenario, { runs: EPISODES, seed: 'bench' });
  const times = await takeTurns(
    {
      one: project(1),
      two: project(2),
      spin,
      spins: () => Promise.all([spin(), spin()]),
    },
    wall,
  );
  return {
    ensemble: ratio(times.one, times.two),
    // Two spins are twice the work of one.
    machine: ratio(times.spin, times.spins, 1, 2),
    episodes: EPISODES,
  };
}

/** What is live and resident when so many episodes are done, megabytes. */
export interface Memory {
  readonly runs: number;
  readonly liveMb: number;
  readonly residentMb: number;
}

/** Runs one long ensemble and looks at its memory on the way and at its end. */
export function memory(from: number, to: number): readonly [Memory, Memory] {
  const script = join(import.meta.dirname, 'memory.mjs');
  const told = execFileSync(process.execPath, ['--expose-gc', script, String(from), String(to)], {
    encoding: 'utf8',
  });
  return JSON.parse(told) as [Memory, Memory];
}

/** Milliseconds that `detente --help` takes beyond an empty Node, both started in turn. */
export async function help(rounds: number): Promise<{ added: Spread; empty: Spread }> {
  const run = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
  };
  const empty = join(root, '.tmp/bench/empty.mjs');
  const times = await takeTurns(
    { empty: () => run(empty), help: () => run(join(root, 'dist/cli.js'), '--help') },
    wall,
    rounds,
  );
  return {
    added: spreadOf(times.help.map((time, round) => 1000 * (time - times.empty[round]!))),
    empty: spreadOf(times.empty.map((time) => 1000 * time)),
  };
}
