/** Advice that is stopped anywhere goes on from what was kept, to the same bytes, and never from what is of another question. */
import { describe, expect, it } from 'vitest';
import { advise, type AdviseOptions } from '../../../src/analyses/advise/advise';
import type { KeptResults } from '../../../src/analyses/runner/kept-results';
import { play } from '../../../src/analyses/play';
import { oneIssue } from '../../ensemble/one-issue';
import { casesOf } from '../../extent';

const scenario = oneIssue();
const ASKED: AdviseOptions = { party: 'US', objective: 'held', only: ['meeting'], runs: 400 };

/** A checkpoint in memory. */
function inMemory(resume?: KeptResults) {
  const kept: { last: KeptResults | undefined; finished: number } = { last: undefined, finished: 0 };
  const checkpoint = {
    resume,
    note: (make: () => KeptResults) => {
      kept.last = make();
    },
    finish: () => {
      kept.finished += 1;
    },
  };
  return { kept, checkpoint };
}

/** What is kept of advice that is stopped when so many runs are done, as a file would give it back. */
function stoppedAt(runs: number, more: Partial<AdviseOptions> = {}): KeptResults | undefined {
  const { kept, checkpoint } = inMemory();
  const controller = new AbortController();
  const onProgress = (done: number) => {
    if (done >= runs) controller.abort(new Error('stopped'));
  };
  try {
    advise(scenario, { ...ASKED, ...more, checkpoint, onProgress, signal: controller.signal });
  } catch (error) {
    if ((error as Error).message !== 'stopped') throw error;
  }
  expect(kept.finished).toBe(1);
  return kept.last === undefined ? undefined : (JSON.parse(JSON.stringify(kept.last)) as KeptResults);
}

const unitsOf = (kept: KeptResults | undefined) =>
  (kept?.stages ?? []).reduce((sum, units) => sum + units.length, 0);

describe('what came of an analysis', () => {
  const whole = JSON.stringify(advise(scenario, ASKED));

  it.each(casesOf([60, 1, 200, 300, 399], 2))(
    'takes it from %d runs to the bytes of one that was not stopped, with no run done twice',
    (runs) => {
      const kept = stoppedAt(runs);
      expect(unitsOf(kept)).toBeGreaterThanOrEqual(1);
      const told: number[] = [];
      const { kept: then, checkpoint } = inMemory(kept);
      const answer = advise(scenario, { ...ASKED, checkpoint, onProgress: (done) => told.push(done) });
      expect(JSON.stringify(answer)).toBe(whole);
      expect(Math.min(...told)).toBeGreaterThan(unitsOf(kept));
      expect(unitsOf(then.last ?? kept)).toBe(answer.runs);
    },
  );

  it('of a whole analysis gives the answer again without a run', () => {
    const kept = stoppedAt(Infinity);
    const told: number[] = [];
    const answer = advise(scenario, {
      ...ASKED,
      checkpoint: inMemory(kept).checkpoint,
      onProgress: (done) => told.push(done),
    });
    expect([JSON.stringify(answer), told]).toEqual([whole, []]);
  });

  it.each([
    ['runs', { runs: 500 }],
    ['seed', { seed: '2' }],
    ['party', { party: 'CN' as const }],
    ['objective', { objective: 'deal' }],
    ['today', { today: '2025-10-26' }],
  ] as const)('is refused by one that differs in its %s', (_, more) => {
    const kept = stoppedAt(60);
    expect(() => advise(scenario, { ...ASKED, ...more, checkpoint: inMemory(kept).checkpoint })).toThrow(
      /^checkpoint\.resume: these are the results of another question/,
    );
  });

  it('is refused where a single number was changed', () => {
    const kept = stoppedAt(60)!;
    const [first = [], ...others] = kept.stages as readonly (readonly number[][])[];
    const row = first[0]!.map((value, at) => (at === 0 ? 1 - value : value));
    const changed = { ...kept, stages: [[row, ...first.slice(1)], ...others] };
    expect(() => advise(scenario, { ...ASKED, checkpoint: inMemory(changed).checkpoint })).toThrow(
      /they were changed/,
    );
  });

  it("is kept of no code of one's own, of which nobody can tell whether it is the same", () => {
    const { checkpoint } = inMemory();
    const measure = () => 1;
    expect(() => advise(scenario, { ...ASKED, objective: measure, checkpoint })).toThrow(
      /^checkpoint: a file does not hold one's own code/,
    );
    const US = {
      ...{ id: 'mine', title: 'Mine', alsoKnownAs: [], doc: 'Does nothing.', source: 'stylised' },
      ...{ stochastic: false, atTheTable: 'bargains' as const, decide: () => [] },
    };
    expect(() => advise(play(scenario), { ...ASKED, policies: { US }, checkpoint })).toThrow(
      /^checkpoint: a file does not hold one's own code/,
    );
  });
});
