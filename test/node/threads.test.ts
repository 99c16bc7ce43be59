import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../src/analyses/prepared';
import { runOn, threadsOf } from '../../src/node/on-threads';
import { LostBlockError, MOST_DEATHS, ThreadPool, type ThreadSource } from '../../src/node/threads';
import { compare, project } from '../../src/entries/index';
import { sensitivity } from '../../src/entries/studies';
import { lanesWorthAdding } from '../../src/analyses/runner/lanes';
import { projection } from '../../src/analyses/project';
import { oneIssue } from '../ensemble/one-issue';
import { itLong } from '../long';
import { casesOf } from '../extent';

const root = join(import.meta.dirname, '../..');
const scenario = oneIssue();
const RUNS = 1_001;

let folder: string;
let deaths = 0;
const pools: ThreadPool[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-threads-'));
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  rmSync(folder, { recursive: true, force: true });
});

function poolOf(source?: ThreadSource): ThreadPool {
  const pool = new ThreadPool(source);
  pools.push(pool);
  return pool;
}

/** A pool whose threads die so often under the part with a unit in it. */
function dying(unit: number, how: 'exit' | 'throw', times: number) {
  deaths += 1;
  const own = mkdtempSync(join(folder, `${deaths}-`));
  const died = () => readFileSync(join(own, 'deaths')).length;
  const file = new URL('dying-worker.mjs', import.meta.url);
  return { pool: poolOf({ file, data: { folder: own, unit, how, times } }), died };
}

/** Runs on threads alone, so that each part is done by one. */
const onThreadsAlone = (pool: ThreadPool) =>
  runOn(projection(scenario, { runs: RUNS }), pool, { threads: 2, startAfterMs: 0, main: false });

describe('a worker thread that dies', () => {
  it.each(
    casesOf(
      [
        ['ends itself', 'exit', 1],
        ['ends itself, and so does the next one', 'exit', MOST_DEATHS - 1],
        ['throws outside of its task', 'throw', 1],
      ] as const,
      1,
    ),
  )('where it %s, is replaced and its part done again, to the same bytes', async (_, how, times) => {
    const { pool, died } = dying(250, how, times);
    const answer = await onThreadsAlone(pool);
    expect(died()).toBe(times);
    expect(JSON.stringify(answer)).toBe(JSON.stringify(project(scenario, { runs: RUNS })));
  });

  itLong('is given up with the part that kills each of them, by the name of the part', async () => {
    const { pool, died } = dying(500, 'exit', 99);
    const failure = await onThreadsAlone(pool).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LostBlockError);
    const { from, to, message } = failure as LostBlockError;
    expect(from <= 500 && 500 < to && to <= 750).toBe(true);
    expect(message).toBe(
      `the block of episodes ${from} to ${to - 1} was given up: 3 worker threads died on it, the last because it ended itself with code 0`,
    );
    expect(died()).toBe(MOST_DEATHS);
  });

  it('is not what a part is that fails by itself: that is told at once', async () => {
    const { initial, specification } = prepare(scenario);
    const broken = { ...specification, issues: null } as unknown as typeof specification;
    const analysis = (function* () {
      const setting = { initial, specification: broken, seed: '1' };
      yield { kind: 'tally', setting, from: 0, to: 1, take: () => undefined, how: {} };
    })();
    const failure = await runOn(analysis, poolOf(), { threads: 1, startAfterMs: 0, main: false }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(TypeError);
  });
});

describe('the threads of a process', () => {
  itLong('live on from one analysis to the next, and from one stage to the next', async () => {
    const pool = poolOf();
    const three = threadsOf(pool, { workers: 3, startAfterMs: 0 });
    expect(pool.size).toBe(0);
    const variant = oneIssue({ id: 'variant', horizon: '2025-11-12' });
    const how = { method: 'morris', output: 'held', trajectories: 2 } as const;
    expect(await three.compare(scenario, variant, { runs: 40 })).toEqual(
      compare(scenario, variant, { runs: 40 }),
    );
    expect(pool.size).toBe(2);
    expect(await three.sensitivity(scenario, how)).toEqual(sensitivity(scenario, how));
    expect(await three.project(scenario, { runs: 40 })).toEqual(project(scenario, { runs: 40 }));
    expect(pool.size).toBe(2);
  });

  itLong('find the same to the last byte, be they one or up to seven', async () => {
    const pool = poolOf();
    const alone = JSON.stringify(project(scenario, { runs: RUNS }));
    for (let workers = 1; workers <= 7; workers += 1) {
      const found = await threadsOf(pool, { workers, startAfterMs: 0 }).project(scenario, { runs: RUNS });
      expect(JSON.stringify(found), `${workers} workers`).toBe(alone);
      expect(pool.size).toBe(workers - 1);
    }
  });

  it('are not started for less work than they cost', async () => {
    const pool = poolOf();
    const eight = threadsOf(pool, { workers: 8 });
    expect(await eight.project(scenario, { runs: 60 })).toEqual(project(scenario, { runs: 60 }));
    expect(pool.size).toBe(0);
  });

  it('are started as long as every lane has more to do than one costs, and not before its speed tells', () => {
    const learnt = (ms: number) => ({ ms, workedMs: 1_000 });
    const worth = (ms: number, lanes = 1) => lanesWorthAdding(learnt(ms), lanes, 8, 3_000);
    expect([2_999, 3_000, 3_001, 6_000, 6_001, 9_001].map((ms) => worth(ms))).toEqual([0, 0, 1, 1, 2, 3]);
    expect(worth(1e9)).toBe(7);
    expect([worth(9_001, 3), worth(9_001, 4), worth(1e9, 8)]).toEqual([1, 0, 0]);
    expect(lanesWorthAdding({ ms: 1e9, workedMs: 100 }, 1, 8, 3_000)).toBe(0);
  });

  it('serve analyses side by side', async () => {
    const pool = poolOf();
    const two = threadsOf(pool, { workers: 2, startAfterMs: 0 });
    const seeds = ['a', 'b', 'c'];
    const found = await Promise.all(seeds.map((seed) => two.project(scenario, { runs: 60, seed })));
    expect(found).toEqual(seeds.map((seed) => project(scenario, { runs: 60, seed })));
  });

  it('are done without where none can be started', async () => {
    const pool = poolOf({ file: new URL('dead-worker.mjs', import.meta.url) });
    const two = threadsOf(pool, { workers: 3, startAfterMs: 0 });
    expect(await two.project(scenario, { runs: 30 })).toEqual(project(scenario, { runs: 30 }));
    // A thread that cannot be loaded ends in its own time, maybe after the answer.
    while (pool.size > 0) await new Promise(setImmediate);
  });

  itLong('are started anew after they were ended', async () => {
    const pool = poolOf();
    const two = threadsOf(pool, { workers: 2, startAfterMs: 0 });
    await two.project(scenario, { runs: 10 });
    expect(pool.size).toBe(1);
    await pool.end();
    expect(pool.size).toBe(0);
    expect(await two.project(scenario, { runs: 10 })).toEqual(project(scenario, { runs: 10 }));
  });

  it('that are ended at work reject what runs on them, and are none of the next analysis', async () => {
    const pool = poolOf();
    const two = threadsOf(pool, { workers: 2, startAfterMs: 0 });
    await two.project(scenario, { runs: 10 });
    let ended: Promise<void> | undefined;
    const whole = two.project(scenario, { runs: 50_000, onProgress: () => void (ended ??= pool.end()) });
    await expect(whole).rejects.toThrow(/^the threads were ended by endThreads/);
    await ended;
    expect(pool.size).toBe(0);
    expect(await two.project(scenario, { runs: 10 })).toEqual(project(scenario, { runs: 10 }));
  });

  itLong('do not keep a process from ending', () => {
    const program = `
      const { onThreads } = await import('./src/entries/node.ts');
      const answer = await onThreads({ workers: 2, startAfterMs: 0 }).project('past-geneva-2025', { runs: 30 });
      console.log(answer.runs);
    `;
    const { stdout, status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', program],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
      },
    );
    expect([stdout.trim(), status], stderr).toEqual(['30', 0]);
  });

  it('have every analysis of the core by its name', () => {
    const verbs = Object.keys(threadsOf(poolOf(), { workers: 1 })).sort();
    expect(verbs).toEqual(
      [
        'advise',
        'backtest',
        'compare',
        'compareAll',
        'explainDifference',
        'exportEnsemble',
        'forecast',
        'project',
        'projectInFull',
        'projectShard',
        'run',
        'sensitivity',
        'tournament',
        'tree',
        'watch',
        'flip',
        'uncertainty',
      ].sort(),
    );
  });
});
