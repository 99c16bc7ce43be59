import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { onThreads, writeShardFile } from '../../src/entries/node';
import { mergeShards } from '../../src/entries/shards';
import { checkpointFile, readCheckpoint } from '../../src/node/checkpoint';
import { project, projectInFull, type ProjectOptions } from '../../src/analyses/project';
import { identityOf, type Shard } from '../../src/ensemble/shard';
import { VERSION } from '../../src/kit/version';
import { oneIssue } from '../ensemble/one-issue';
import { itLong } from '../long';
import { casesOf } from '../extent';

const scenario = oneIssue();
/** Four blocks, the last one short. */
const RUNS = 752;
const BLOCKS = 4;
const how = { runs: RUNS, seed: 'long' };
const one = onThreads({ workers: 1 });
const two = onThreads({ workers: 2, startAfterMs: 0 });
const whole = JSON.stringify(projectInFull(scenario, how));
const wanted = identityOf(VERSION, scenario, facts, how.seed, RUNS);
const isBorder = (runs: number) => runs % 250 === 0 || runs === RUNS;

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-checkpoint-'));
  path = join(folder, 'checkpoint.json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stops a run as soon as so many runs are done. */
function stopAfter(runs: number): Pick<ProjectOptions, 'signal' | 'onProgress'> {
  const controller = new AbortController();
  const onProgress = (done: number) => {
    if (done >= runs) controller.abort();
  };
  return { signal: controller.signal, onProgress };
}

function resumed(at = path): Shard {
  const read = readCheckpoint(at, wanted);
  if (!read.ok) throw new Error(read.fault.message);
  return read.shard;
}

describe('a long run that is stopped', () => {
  it.each(casesOf([1, 2, 3], 1))(
    'at border %d answers for the episodes that were done, and says so',
    async (blocks) => {
      const stopped = await one.project(scenario, { ...how, ...stopAfter(250 * blocks) });
      const { partial, digest: _, ...rest } = stopped;
      expect(partial).toEqual({ done: 250 * blocks, asked: RUNS });
      const { digest: __, ...short } = project(scenario, { ...how, runs: 250 * blocks });
      expect(rest).toEqual(short);
    },
  );

  it('anywhere answers for the first so many episodes, on one thread or two', async () => {
    for (const lanes of [one, two]) {
      const { partial, digest: _, ...rest } = await lanes.project(scenario, { ...how, ...stopAfter(1) });
      const runs = partial!.done;
      expect(partial).toEqual({ done: rest.runs, asked: RUNS });
      expect(runs).toBeLessThan(250);
      const { digest: __, ...short } = project(scenario, { ...how, runs });
      expect(rest).toEqual(short);
    }
  });

  itLong('is no partial one when all was done by then', async () => {
    const answer = await one.project(scenario, { ...how, ...stopAfter(RUNS) });
    expect(answer).toEqual(project(scenario, how));
  });

  it('before anything was done has no answer', async () => {
    const signal = AbortSignal.abort();
    for (const lanes of [one, two])
      await expect(lanes.project(scenario, { ...how, signal })).rejects.toBe(signal.reason);
    expect(() => project(scenario, { ...how, signal })).toThrow(signal.reason);
  });

  it('in this thread answers too, from where progress was told', () => {
    const { partial, runs } = project(scenario, { ...how, ...stopAfter(300) });
    expect(partial).toEqual({ done: runs, asked: RUNS });
    expect(runs).toBeGreaterThanOrEqual(300);
  });
});

describe('a checkpoint', () => {
  it.each(casesOf([1, 2, 3], 1))(
    'holds whole 250s wherever the run is stopped after border %d, and goes on to the bytes of one that was not',
    async (blocks) => {
      rmSync(path, { force: true });
      const checkpoint = checkpointFile(path);
      await one.project(scenario, { ...how, ...stopAfter(250 * blocks + 1), checkpoint });
      // The last one is so short that it is done by then.
      expect([blocks, BLOCKS]).toContain(resumed().blocks.to);
      expect(isBorder(resumed().tally.runs)).toBe(true);
      const answer = await one.project(scenario, {
        ...how,
        checkpoint: checkpointFile(path, { resume: resumed() }),
      });
      expect(answer).toEqual(project(scenario, how));
    },
  );

  it.each(casesOf([1, 2, 3], 1))('of border %d goes on there, on one thread or two', async (blocks) => {
    rmSync(path, { force: true });
    await one.project(scenario, { ...how, ...stopAfter(250 * blocks), checkpoint: checkpointFile(path) });
    expect(resumed().blocks.to).toBe(blocks);
    const told: number[] = [];
    const full = await (blocks === 2 ? two : one).projectInFull(scenario, {
      ...how,
      onProgress: (done) => told.push(done),
      checkpoint: checkpointFile(path, { resume: resumed() }),
    });
    expect(JSON.stringify(full)).toBe(whole);
    expect(told.filter(isBorder)).toEqual([250, 500, 750, 752].slice(blocks - 1));
    expect(told[0]).toBe(250 * blocks);
    expect(resumed().blocks.to).toBe(BLOCKS);
  });

  it('is kept and gone on from in this thread too', () => {
    const other = join(folder, 'here.json');
    project(scenario, { ...how, ...stopAfter(300), checkpoint: checkpointFile(other, { pauseMs: 0 }) });
    expect(resumed(other).tally.runs).toBe(250);
    const full = projectInFull(scenario, {
      ...how,
      checkpoint: checkpointFile(other, { resume: resumed(other) }),
    });
    expect(JSON.stringify(full)).toBe(whole);
    rmSync(other);
  });

  itLong('is written whole at every border and nowhere else, and nothing is left beside it', async () => {
    rmSync(path, { force: true });
    const onProgress = (done: number) => {
      // The file is read at and beside every border, and now and then between.
      if (done % 25 > 1 && done !== RUNS) return;
      if (done < 250) expect(existsSync(path)).toBe(false);
      else expect(resumed().tally.runs).toBe(done === RUNS ? RUNS : 250 * Math.floor(done / 250));
    };
    await one.project(scenario, { ...how, onProgress, checkpoint: checkpointFile(path, { pauseMs: 0 }) });
    expect(resumed().blocks.to).toBe(BLOCKS);
    expect(readdirSync(folder)).toEqual(['checkpoint.json']);
  });

  itLong('of all runs gives the answer again without a run', async () => {
    expect(resumed().blocks.to).toBe(BLOCKS);
    const told: number[] = [];
    const checkpoint = checkpointFile(path, { resume: resumed() });
    const again = await one.project(scenario, { ...how, checkpoint, onProgress: (done) => told.push(done) });
    expect(again).toEqual(project(scenario, how));
    expect(told).toEqual([RUNS]);
  });

  itLong('of a shard goes on to that shard, and to no other', async () => {
    const shard = { index: 2, of: 2 };
    const stopped = await one.projectShard(scenario, { ...how, shard, ...stopAfter(250) });
    expect(stopped).toMatchObject({ format: 'detente-checkpoint/1', tally: { runs: 250 } });
    const file = join(folder, 'shard.json');
    const checkpoint = checkpointFile(file, { resume: stopped });
    const second = await one.projectShard(scenario, { ...how, shard, checkpoint });
    const first = await one.projectShard(scenario, { ...how, shard: { index: 1, of: 2 } });
    const merged = mergeShards([second, first]);
    expect(merged.ok && JSON.stringify(merged.projection)).toBe(JSON.stringify(project(scenario, how)));
    await expect(one.project(scenario, { ...how, checkpoint })).rejects.toThrow(
      'it is of shard 2 of 2; this run is of the whole ensemble',
    );
    rmSync(file);
  });

  it('of a shard that is stopped before its first 250 runs has nothing to say', async () => {
    const asked = { ...how, shard: { index: 1, of: 1 }, ...stopAfter(1) };
    await expect(one.projectShard(scenario, asked)).rejects.toThrow(/aborted/);
  });

  it('goes with no stop rule', async () => {
    const asked = { ...how, until: { halfWidth: 0.1 }, checkpoint: checkpointFile(path) };
    await expect(one.project(scenario, asked)).rejects.toThrow(/stop rule.*no checkpoint/);
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
    const place = join(folder, 'file', 'checkpoint.json');
    const checkpoint = checkpointFile(place);
    await expect(one.project(scenario, { ...how, checkpoint })).rejects.toThrow(place);
    expect(existsSync(path)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['checkpoint.json', 'file']);
  });
});
