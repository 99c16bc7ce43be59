/** What is started beside the benchmark: bundled scripts in fresh processes, threads of arithmetic, and commands. */
import { buildSync } from 'esbuild';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { root } from '../tools/freshness.mjs';
import { takeTurns, timed, wall, type Spread, spreadOf } from './rounds';

/** Scratch files of the benchmark: inside the package, so that its own name can be imported. */
const SCRATCH = join(root, '.tmp/bench');
const SPIN_STEPS = 1_500_000_000;

/** A file of this folder as a bundle of its own, which is made the first time that it is asked for. */
export function bundled(file: 'sides' | 'growth' | 'rules' | 'analyses'): string {
  const outfile = join(SCRATCH, `${file}.mjs`);
  if (!made.has(file)) {
    buildSync({
      entryPoints: [join(import.meta.dirname, `${file}.ts`)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'es2022',
    });
    made.add(file);
  }
  return outfile;
}

const made = new Set<string>();

/**
 * Starts a script of this folder with plain Node and reads what it prints. It is bundled first: a loader of TypeScript
 * would cost time, and could turn what the built package imports to its source.
 */
export async function inFreshProcess<Answer>(
  script: 'sides' | 'growth' | 'analyses',
  ...args: readonly string[]
): Promise<Answer> {
  const { stdout } = await promisify(execFile)(process.execPath, [bundled(script), ...args]);
  return JSON.parse(stdout) as Answer;
}

/** A thread of pure arithmetic. */
function spin(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'spin.mjs'), { workerData: { steps: SPIN_STEPS } });
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

/** How much quicker the machine itself does pure arithmetic on two threads than on one. */
export async function machineGain(): Promise<number> {
  const one = await timed(wall, spin)();
  const two = await timed(wall, () => Promise.all([spin(), spin()]))();
  return (2 * one) / two;
}

/** What is live and resident when so many episodes are done, megabytes. */
export interface Memory {
  readonly runs: number;
  readonly liveMb: number;
  readonly residentMb: number;
}

/** Runs one long ensemble and looks at its memory on the way and at its end. */
export async function memory(from: number, to: number): Promise<readonly [Memory, Memory]> {
  const script = join(import.meta.dirname, 'memory.mjs');
  const args = ['--expose-gc', script, String(from), String(to)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as [Memory, Memory];
}

/** Milliseconds on the wall. */
export interface Starts {
  readonly empty: Spread;
  /** What `import 'detente'` and `detente list` take beyond an empty Node of the same round. */
  readonly importing: Spread;
  readonly listing: Spread;
}

/** Starts an empty Node, one that imports the package, and the command's list in turn. */
export async function starts(counted: number): Promise<Starts> {
  mkdirSync(SCRATCH, { recursive: true });
  const script = (name: string, text: string) => {
    const path = join(SCRATCH, name);
    writeFileSync(path, text);
    return path;
  };
  const run =
    (...args: string[]) =>
    () => {
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
    };
  const sides = {
    empty: timed(wall, run(script('empty.mjs', ''))),
    importing: timed(wall, run(script('import.mjs', "import 'detente';\n"))),
    listing: timed(wall, run(join(root, 'dist/cli.js'), 'list')),
  };
  const { empty, importing, listing } = await takeTurns(sides, { counted, unseen: 1 });
  const beyond = (times: readonly number[]) =>
    spreadOf(times.map((time, round) => 1000 * (time - empty[round]!)));
  return {
    empty: spreadOf(empty.map((time) => 1000 * time)),
    importing: beyond(importing),
    listing: beyond(listing),
  };
}
