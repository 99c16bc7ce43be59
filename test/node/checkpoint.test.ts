import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import {
  identityOf,
  mergeShards,
  projectInFullWithWorkers,
  projectShardWithWorkers,
  projectWithWorkers,
  readCheckpoint,
  writeShardFile,
  type LongRunOptions,
} from '../../src/entries/node';
import { project, projectInFull } from '../../src/analyses/project';
import type { Shard } from '../../src/ensemble/shard';
import { VERSION } from '../../src/kit/version';
import { oneIssue } from '../ensemble/one-issue';

const scenario = oneIssue();
/** Four blocks, the last one short. */
const RUNS = 752;
const BLOCKS = 4;
const how = { runs: RUNS, seed: 'long', workers: 1 };
const whole = JSON.stringify(projectInFull(scenario, how));
const wanted = identityOf(VERSION, scenario, facts, how.seed, RUNS);

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-checkpoint-'));
  path = join(folder, 'checkpoint.json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stops a run after so many blocks. */
function stopAfter(blocks: number): Pick<LongRunOptions, 'stop' | 'onProgress'> {
  const controller = new AbortController();
  let done = 0;
  const onProgress = () => {
    done += 1;
    if (done === blocks) controller.abort();
  };
  return { stop: controller.signal, onProgress };
}

function resumed(at = path): Shard {
  const read = readCheckpoint(at, wanted);
  if (!read.ok) throw new Error(read.fault.message);
  return read.shard;
}

describe('a long run that is stopped', () => {
  it.each([1, 2, 3])(
    'after block %d answers for the episodes that were done, and says so',
    async (blocks) => {
      const {
        partial,
        digest: _,
        ...rest
      } = await projectWithWorkers(scenario, { ...how, ...stopAfter(blocks) });
      expect(partial).toEqual({ done: 250 * blocks, asked: RUNS });
      const { digest: __, ...short } = project(scenario, { ...how, runs: 250 * blocks });
      expect(rest).toEqual(short);
    },
  );

  it('on threads too answers for whole blocks from the first one on', async () => {
    const { partial, ...rest } = await projectWithWorkers(scenario, { ...how, workers: 2, ...stopAfter(2) });
    const runs = partial?.done ?? RUNS;
    expect(runs === RUNS || runs % 250 === 0).toBe(true);
    expect(rest.outcomes).toEqual(project(scenario, { ...how, runs }).outcomes);
  });

  it('is no partial one when all was done by then', async () => {
    const answer = await projectWithWorkers(scenario, { ...how, ...stopAfter(BLOCKS) });
    expect(answer).toEqual(project(scenario, how));
  });

  it('before the first block has no answer', async () => {
    const stop = AbortSignal.abort();
    for (const workers of [1, 2])
      await expect(projectWithWorkers(scenario, { ...how, workers, stop })).rejects.toBe(stop.reason);
  });
});

describe('a checkpoint', () => {
  it.each([1, 2, 3])(
    'written at the border of block %d goes on to the bytes of a run that was not stopped',
    async (blocks) => {
      rmSync(path, { force: true });
      await projectWithWorkers(scenario, { ...how, ...stopAfter(blocks), checkpoint: { path } });
      expect(resumed().blocks.to).toBe(blocks);
      const told: number[] = [];
      const full = await projectInFullWithWorkers(scenario, {
        ...how,
        workers: blocks === 2 ? 2 : 1,
        onProgress: (done) => told.push(done),
        checkpoint: { path, resume: resumed() },
      });
      expect(JSON.stringify(full)).toBe(whole);
      expect(told).toEqual([250, 500, 750, 752].slice(blocks - 1));
      expect(resumed().blocks.to).toBe(BLOCKS);
    },
  );

  it('is written whole at every block, and nothing is left beside it', async () => {
    const seen: number[] = [];
    const onProgress = () => seen.push(resumed().blocks.to);
    await projectWithWorkers(scenario, { ...how, onProgress, checkpoint: { path, pauseMs: 0 } });
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(readdirSync(folder)).toEqual(['checkpoint.json']);
  });

  it('of all blocks gives the answer again without a run', async () => {
    expect(resumed().blocks.to).toBe(BLOCKS);
    const again = await projectWithWorkers(scenario, { ...how, checkpoint: { path, resume: resumed() } });
    expect(again).toEqual(project(scenario, how));
  });

  it('of a shard goes on to that shard, and to no other', async () => {
    const shard = { index: 2, of: 2 };
    const stopped = await projectShardWithWorkers(scenario, { ...how, shard, ...stopAfter(1) });
    expect(stopped.format).toBe('detente-checkpoint/1');
    const checkpoint = { path: join(folder, 'shard.json'), resume: stopped };
    const second = await projectShardWithWorkers(scenario, { ...how, shard, checkpoint });
    const first = await projectShardWithWorkers(scenario, { ...how, shard: { index: 1, of: 2 } });
    const merged = mergeShards([second, first]);
    expect(merged.ok && JSON.stringify(merged.projection)).toBe(JSON.stringify(project(scenario, how)));
    await expect(projectWithWorkers(scenario, { ...how, checkpoint })).rejects.toThrow(
      'it is of shard 2 of 2; this run is of the whole ensemble',
    );
    rmSync(checkpoint.path);
  });

  it.each([
    ['another seed', { seed: 'x' }, 'its seed is "long"; that of this run is "x"'],
    ['another number of runs', { runs: 753 }, 'its runs is 752; that of this run is 753'],
    ['another scenario', { scenario: oneIssue({ id: 'x' }) }, 'its scenario is "kuala-lumpur-2025"'],
  ])('of %s is refused by name', (_name, change, says) => {
    const { scenario: given, seed, runs } = { scenario, seed: how.seed, runs: RUNS, ...change };
    const read = readCheckpoint(path, identityOf(VERSION, given, facts, seed, runs));
    expect(read).toMatchObject({ ok: false, fault: { name: path } });
    expect(!read.ok && read.fault.message).toContain(says);
  });

  it('that is torn, changed or of other facts is refused by name', () => {
    const text = readFileSync(path, 'utf8');
    const other = join(folder, 'other.json');
    const codeOf = (content: string, given = facts) => {
      writeFileSync(other, content);
      const read = readCheckpoint(other, wanted, undefined, given);
      return read.ok ? null : `${read.fault.code} ${read.fault.name}`;
    };
    expect(codeOf(text)).toBeNull();
    expect(codeOf(text.slice(0, text.length / 2))).toBe(`shard/cut-off ${other}`);
    expect(codeOf(text.replace('"held":', '"held":1'))).toBe(`shard/changed ${other}`);
    expect(codeOf(text, { ...facts, statements: [] })).toBe(`shard/other-facts ${other}`);
    rmSync(other);
  });

  it('is not taken where its seal was put on by hand', () => {
    const file = join(folder, 'finished.json');
    const { digest: _, ...head } = resumed();
    expect(writeShardFile(file, { ...head, digest: '' })).toBeNull();
    expect(readCheckpoint(file, wanted)).toMatchObject({ ok: false, fault: { code: 'shard/changed' } });
    rmSync(file);
  });

  it('that cannot be written ends the run with its name, and the last whole one stays', async () => {
    writeFileSync(join(folder, 'file'), '');
    const checkpoint = { path: join(folder, 'file', 'checkpoint.json') };
    await expect(projectWithWorkers(scenario, { ...how, checkpoint })).rejects.toThrow(checkpoint.path);
    expect(existsSync(path)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['checkpoint.json', 'file']);
  });
});
