import { describe, expect, it } from 'vitest';
import { ENSEMBLE_KINDS, performer } from '../../../src/analyses/kinds';
import type { Part } from '../../../src/analyses/runner/execution';
import { onLanes, ownLane } from '../../../src/analyses/runner/lanes';
import { projection } from '../../../src/analyses/project';
import { loadScenario } from '../../../src/scenario/library';
import { lanesOfChance } from './lanes-of-chance';
import { itLong } from '../../long';

describe('the lane of this thread', () => {
  /** A lane that looks up at every pause, and counts them. */
  function watchful(at: (pauses: number) => void) {
    let pauses = 0;
    return {
      lane: ownLane(performer(ENSEMBLE_KINDS), () => {
        pauses += 1;
        at(pauses);
        return Promise.resolve();
      }),
      pauses: () => pauses,
    };
  }

  it('hears a signal in the middle of a long episode, which is then given up', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const { lane, pauses } = watchful((at) => {
      if (at === 3) controller.abort(reason);
    });
    const scenario = { ...loadScenario('kuala-lumpur-2025'), horizon: '2041-10-01' };
    const analysis = projection(scenario, { runs: 1, signal: controller.signal });
    const waiting = onLanes(analysis, { lanes: [lane], clock: () => 0 });
    await expect(waiting).rejects.toBe(reason);
    // Sixteen years have many pauses more.
    expect(pauses()).toBe(3);
  });

  it('looks up once an episode, however short, and before and behind each part', async () => {
    const { lane, pauses } = watchful(() => undefined);
    const short = { ...loadScenario('kuala-lumpur-2025'), horizon: '2025-10-31' };
    await onLanes(projection(short, { runs: 9 }), { lanes: [lane], clock: () => 0 });
    // Of two, four and three episodes.
    expect(pauses()).toBe(9 + 3 * 2);
  });

  it('gives the episodes that were done by then', async () => {
    const controller = new AbortController();
    const { lane } = watchful((at) => {
      if (at === 20) controller.abort();
    });
    const analysis = projection('kuala-lumpur-2025', { runs: 50, signal: controller.signal });
    const { partial } = await onLanes(analysis, { lanes: [lane], clock: () => 0 });
    expect(partial!.done).toBeGreaterThan(0);
    expect(partial!.done).toBeLessThan(10);
  });
});

describe('parts', () => {
  it('grow while they are quick, and shrink where they are slow', async () => {
    const quick = lanesOfChance(1, [1]);
    await onLanes(projection('past-geneva-2025', { runs: 60 }), quick);
    expect(quick.parts.map(({ from, to }) => to - from)).toEqual([2, 4, 8, 16, 30]);
    const slow = lanesOfChance(1, [1_000]);
    await onLanes(projection('past-geneva-2025', { runs: 5 }), slow);
    expect(slow.parts.map(({ from, to }) => to - from)).toEqual([2, 1, 1, 1]);
  });

  itLong('are not cut ahead without end while one lane is slow', async () => {
    const { lanes, parts } = lanesOfChance(2, [1]);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const [first, second] = lanes;
    const slow = { perform: (part: Part) => held.then(() => first!.perform(part)) };
    const done = onLanes(projection('past-geneva-2025', { runs: 2_000 }), {
      lanes: [slow, second!],
      clock: () => 0,
    });
    // Nothing else can happen until the slow one answers.
    for (let turn = 0; turn < 2_000; turn += 1) await Promise.resolve();
    expect(parts).toHaveLength(7);
    release();
    expect((await done).runs).toBe(2_000);
  });
});

describe('lanes that join later', () => {
  it('are told what is left, share the work and change no byte', async () => {
    const alone = await onLanes(projection('past-geneva-2025', { runs: 300 }), lanesOfChance(1, [3]));
    const { lanes, clock } = lanesOfChance(2, [30, 60]);
    const [first, second] = lanes;
    let busy = 0;
    const rests: number[] = [];
    const joined = { perform: (part: Part) => ((busy += 1), second!.perform(part)) };
    const answer = await onLanes(projection('past-geneva-2025', { runs: 300 }), {
      lanes: [first!],
      clock,
      more: ({ ms }, join) => {
        rests.push(ms);
        if (rests.length === 3) join(joined);
      },
    });
    expect(answer).toEqual(alone);
    expect(rests[0]).toBeGreaterThan(0);
    expect(busy).toBeGreaterThan(0);
  });
});
