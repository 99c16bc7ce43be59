import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare, project } from '../../src/analyses/project';
import { runBlocks } from '../../src/node/blocks';
import { LostBlockError, MOST_DEATHS, onThreads } from '../../src/node/threads';
import { emptyTally } from '../../src/analyses/shards';
import { projectionOf } from '../../src/ensemble/projection';
import { VERSION } from '../../src/kit/version';
import { oneIssue } from '../ensemble/one-issue';

const scenario = oneIssue();
const prepared = prepare(scenario);
const RUNS = 1_001;

let folder: string;
let deaths = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-threads-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worker that dies so often under the block that begins with an episode. */
function dying(from: number, how: 'exit' | 'throw', times: number) {
  deaths += 1;
  const own = mkdtempSync(join(folder, `${deaths}-`));
  const died = () => readFileSync(join(own, 'deaths')).length;
  return {
    source: { file: new URL('dying-worker.mjs', import.meta.url), data: { folder: own, from, how, times } },
    died,
  };
}

async function run(source: ReturnType<typeof dying>['source'], workers = 2) {
  const tally = emptyTally(prepared);
  const told: number[] = [];
  const job = { prepared, seed: '1', runs: RUNS, blocks: { from: 0, to: 5 }, tally, course: false };
  const onBlock = (done: number) => void told.push(done);
  const done = await runBlocks({ ...job, workers, source, onBlock });
  return { done, told, projection: projectionOf({ ...prepared, version: VERSION, seed: '1' }, tally) };
}

describe('a worker thread that dies', () => {
  it.each([
    ['ends itself', 'exit', 1],
    ['ends itself, and so does the next one', 'exit', MOST_DEATHS - 1],
    ['throws outside of its task', 'throw', 1],
  ] as const)(
    'where it %s, is replaced and its block done again, to the same bytes',
    async (_, how, times) => {
      const { source, died } = dying(250, how, times);
      const { done, told, projection } = await run(source);
      expect(died()).toBe(times);
      expect([done, told]).toEqual([5, [1, 2, 3, 4, 5]]);
      expect(JSON.stringify(projection)).toBe(JSON.stringify(project(scenario, { runs: RUNS })));
    },
  );

  it('is given up with the block that kills each of them, by the name of the block', async () => {
    const { source, died } = dying(500, 'exit', 99);
    const failure = await run(source).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LostBlockError);
    expect(failure).toMatchObject({ from: 500, to: 750 });
    expect((failure as Error).message).toBe(
      'the block of episodes 500 to 749 was given up: 3 worker threads died on it, the last because it ended itself with code 0',
    );
    expect(died()).toBe(MOST_DEATHS);
  });

  it('is not what a task is that fails by itself: that is told at once', async () => {
    const { initial, theory } = prepared;
    const broken = { ...theory, issues: null } as unknown as typeof theory;
    const task = { answer: 'tally', block: { initial, theory: broken, seed: '1', from: 0, to: 1 } } as const;
    const failure = await onThreads([task], 1, () => undefined).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
  });
});
