import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Execution } from '../../../src/analyses/runner/execution';
import { onLanes } from '../../../src/analyses/runner/lanes';
import type { Analysis, Checkpoint, Stage } from '../../../src/analyses/runner/stage';
import { lanesOfChance } from './lanes-of-chance';

/** Work whose result is its own units. */
const KINDS = {
  count: () =>
    function* (from: number, to: number) {
      return Array.from({ length: to - from }, (_, at) => from + at);
    },
};

interface Told {
  readonly taken: number[];
  readonly parts: [from: number, to: number][];
  readonly borders: number[];
  readonly progress: number[];
}

/** An analysis of one stage that tells all that happens to it. */
function counted(from: number, to: number, change: Partial<Stage> = {}) {
  const told: Told = { taken: [], parts: [], borders: [], progress: [] };
  const analysis = (function* (): Analysis<readonly number[]> {
    yield {
      kind: 'count',
      setting: {},
      from,
      to,
      take: (part, first, after) => {
        told.taken.push(...(part as number[]));
        told.parts.push([first, after]);
      },
      atBorder: () => void told.borders.push(told.taken.length + from),
      how: { onProgress: (done) => void told.progress.push(done) },
      ...change,
    };
    return told.taken;
  })();
  return { analysis, told };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

/** How a stage is cut and in which order its parts come back. */
const chances = fc.record({
  from: fc.nat(600),
  units: fc.integer({ min: 1, max: 900 }),
  border: fc.constantFrom(50, 250, 333),
  lanes: fc.integer({ min: 1, max: 5 }),
  numbers: fc.array(fc.nat(200), { minLength: 1, maxLength: 12 }),
});

describe('the execution of an analysis', () => {
  it('takes every unit once and in order, however it is cut and whichever lane answers first', async () => {
    await fc.assert(
      fc.asyncProperty(chances, async ({ from, units, border, lanes, numbers }) => {
        const { analysis, told } = counted(from, from + units, { border });
        const answer = await onLanes(analysis, lanesOfChance(lanes, numbers, KINDS));
        expect(answer).toEqual(range(from, from + units));
        expect(told.progress).toEqual(told.parts.map(([, to]) => to - from));
      }),
      { numRuns: 60 },
    );
  });

  it('lets no part lie across a border, and tells the borders and the end', async () => {
    await fc.assert(
      fc.asyncProperty(chances, async ({ from, units, border, lanes, numbers }) => {
        const to = from + units;
        const { analysis, told } = counted(from, to, { border });
        await onLanes(analysis, lanesOfChance(lanes, numbers, KINDS));
        for (const [first, after] of told.parts)
          expect(Math.floor(first / border)).toBe(Math.floor((after - 1) / border));
        expect(told.borders).toEqual(range(from + 1, to + 1).filter((at) => at % border === 0 || at === to));
      }),
      { numRuns: 60 },
    );
  });

  it('asks whether to go on at borders only, and takes nothing beyond the one where it ends', async () => {
    await fc.assert(
      fc.asyncProperty(chances, fc.nat(900), async ({ units, border, lanes, numbers }, enough) => {
        const { analysis, told } = counted(0, units, {
          border,
          goesOn: () => told.taken.length < enough,
        });
        await onLanes(analysis, lanesOfChance(lanes, numbers, KINDS));
        const end = Math.min(units, Math.max(1, Math.ceil(enough / border)) * border);
        expect(told.taken).toEqual(range(0, end));
      }),
      { numRuns: 60 },
    );
  });

  it('notes a checkpoint at borders only, and has it kept at the end', async () => {
    await fc.assert(
      fc.asyncProperty(chances, async ({ units, border, lanes, numbers }) => {
        const noted: number[] = [];
        let finished = 0;
        const checkpoint: Checkpoint = {
          note: () => void noted.push(told.taken.length),
          finish: () => (finished += 1),
        };
        const kept = { setting: {}, resume: () => 0, make: () => ({}) as never };
        const { analysis, told } = counted(0, units, { border, kept, how: { checkpoint } });
        await onLanes(analysis, lanesOfChance(lanes, numbers, KINDS));
        expect(noted).toEqual(told.borders);
        expect(finished).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  it('stopped anywhere keeps the first units, where they are an answer', async () => {
    await fc.assert(
      fc.asyncProperty(chances, fc.nat(900), async ({ units, border, lanes, numbers }, after) => {
        const controller = new AbortController();
        const { analysis, told } = counted(0, units, {
          border,
          partial: () => told.taken.length > 0,
          how: {
            signal: controller.signal,
            onProgress: (done) => {
              if (done >= after) controller.abort();
            },
          },
        });
        const answer = await onLanes(analysis, lanesOfChance(lanes, numbers, KINDS));
        expect(answer).toEqual(range(0, answer.length));
        expect(answer.length).toBeGreaterThanOrEqual(Math.min(units, Math.max(1, after)));
      }),
      { numRuns: 60 },
    );
  });

  it('stopped where a part is no answer throws the reason, and lets go of the analysis', async () => {
    const controller = new AbortController();
    let left = false;
    const analysis = (function* (): Analysis<void> {
      try {
        const how = { signal: controller.signal, onProgress: () => controller.abort() };
        yield { kind: 'count', setting: {}, from: 0, to: 100, take: () => undefined, how };
      } finally {
        left = true;
      }
    })();
    await expect(onLanes(analysis, lanesOfChance(2, [1], KINDS))).rejects.toThrow(/aborted/);
    expect(left).toBe(true);
  });

  it('is stopped with an error of its own where the signal gives no reason', async () => {
    const signal = { aborted: true, addEventListener: () => undefined, removeEventListener: () => undefined };
    const analysis = (function* (): Analysis<void> {
      yield { kind: 'count', setting: {}, from: 0, to: 100, take: () => undefined, how: { signal } };
    })();
    await expect(onLanes(analysis, lanesOfChance(2, [1], KINDS))).rejects.toMatchObject({
      name: 'AbortError',
      message: 'the work was stopped before it had an answer',
    });
  });

  it('is given up with the error of whoever takes a part, and of whoever does one', async () => {
    const failing = counted(0, 9, {
      take: () => {
        throw new Error('the disk is full');
      },
    });
    await expect(onLanes(failing.analysis, lanesOfChance(3, [5, 1], KINDS))).rejects.toThrow(
      'the disk is full',
    );
    const unknown = counted(0, 9, { kind: 'dance' });
    await expect(onLanes(unknown.analysis, lanesOfChance(3, [5, 1], KINDS))).rejects.toThrow(
      'no work is of the kind "dance"',
    );
  });

  it('drops what comes of a part that nobody waits for any more', () => {
    const controller = new AbortController();
    const { analysis, told } = counted(0, 9, {
      partial: () => told.taken.length > 0,
      how: { signal: controller.signal },
    });
    const execution = new Execution(analysis);
    execution.begin();
    const [first, second] = [execution.cut(3, 9)!, execution.cut(3, 9)!];
    execution.handIn(first, [0, 1, 2]);
    controller.abort();
    execution.stop();
    expect(second.isWanted()).toBe(false);
    execution.handIn(second, [3, 4, 5]);
    expect(execution.outcome).toEqual({ answer: [0, 1, 2] });
  });
});
