/** Every analysis gives the same bytes for any lanes, any cut and any order in which parts come back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/kit/input-error';
import { ANALYSES } from '../../src/report/all-analyses';
import { here } from '../../src/analyses/runner/here';
import { onLanes } from '../../src/analyses/runner/lanes';
import type { Analysis } from '../../src/analyses/runner/stage';
import { oneIssue } from '../ensemble/one-issue';
import { atLength, casesOf } from '../extent';
import { lanesOfChance } from './runner/lanes-of-chance';
import { itLong } from '../long';

const scenario = oneIssue();
const variant = oneIssue({ id: 'variant', hypotheses: { leverKept: true, gambitValidated: true } });

type Options = Readonly<Record<string, unknown>>;

/** One question for each analysis, what it is about and its options; a new analysis asks for its own here. */
const ASKED: { readonly [Name in keyof typeof ANALYSES]: readonly [about: readonly unknown[], Options] } = {
  project: [[scenario], { runs: 290 }],
  projectInFull: [[scenario], { runs: 60, seed: 'full' }],
  projectShard: [[scenario], { runs: 520, shard: { index: 2, of: 2 } }],
  compare: [[scenario, variant], { runs: 50 }],
  compareAll: [[[scenario, variant, scenario]], { runs: 20 }],
  flip: [[scenario], { output: 'held', past: 0.8, only: ['meeting.notHeld'], runs: 20 }],
  watch: [[scenario], { runs: 40 }],
  tree: [[scenario], { runs: 70 }],
  explainDifference: [[scenario, variant], { runs: 40, histories: 3 }],
  tournament: [[scenario], { policies: ['crisis-game', 'hard-liner'], runs: 30 }],
  advise: [[scenario], { party: 'US', objective: 'held', only: ['meeting'], runs: 400 }],
  sensitivity: [[scenario], { method: 'morris', output: 'held', trajectories: 2 }],
  uncertainty: [[scenario], { ownWorlds: 4, worlds: 2, policies: ['crisis-game', 'hard-liner'] }],
  backtest: [[], { runs: 3, partRuns: 2, permutations: 3, resamples: 20 }],
  forecast: [[], { again: true, runs: 40 }],
};

const questions = Object.entries(ASKED).map(([name, [about, options]]) => {
  const analysis = ANALYSES[name as keyof typeof ANALYSES] as (...given: unknown[]) => Analysis<unknown>;
  return [name, (more: Options = {}) => analysis(...about, { ...more, ...options })] as const;
});

/** The options that an analysis says it has, where it is asked with one that it has not. */
function optionsOf(ask: (more: Options) => Analysis<unknown>): readonly string[] {
  try {
    here(ask({ nonsense: true }));
  } catch (error) {
    if (error instanceof InputError) return error.allowed.replace('only the options ', '').split(', ');
  }
  throw new Error('no option is refused');
}

const answers = new Map<string, string>();

/** The bytes of an answer in this thread, worked out once. */
function wantedOf(name: string, ask: () => Analysis<unknown>): string {
  const known = answers.get(name) ?? JSON.stringify(here(ask()));
  answers.set(name, known);
  return known;
}

const chances = fc.record({
  lanes: fc.integer({ min: 1, max: 4 }),
  numbers: fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 9 }),
});

describe('every analysis', () => {
  it.each(casesOf(questions, 3))(
    '%s has the bytes of this thread on any lanes',
    async (name, ask) => {
      const wanted = wantedOf(name, ask);
      await fc.assert(
        fc.asyncProperty(chances, async ({ lanes, numbers }) => {
          expect(JSON.stringify(await onLanes(ask(), lanesOfChance(lanes, numbers)))).toBe(wanted);
        }),
        { numRuns: atLength(4, 1) },
      );
    },
    60_000,
  );

  it.each(casesOf(questions, 6))(
    '%s takes an option that is undefined as one that was not given',
    (name, ask) => {
      const names = optionsOf(ask);
      expect(names.length).toBeGreaterThan(2);
      const none = Object.fromEntries(names.map((name) => [name, undefined]));
      expect(JSON.stringify(here(ask(none)))).toBe(wantedOf(name, ask));
    },
  );
});

describe('an analysis that is stopped', () => {
  it('compares the pairs that were done by then', async () => {
    const controller = new AbortController();
    const how = {
      runs: 60,
      signal: controller.signal,
      onProgress: (done: number) => {
        if (done >= 31) controller.abort();
      },
    };
    const { partial, ...rest } = await onLanes(
      ANALYSES.compare(scenario, variant, how),
      lanesOfChance(2, [40]),
    );
    expect(partial).toEqual({ done: partial!.done, asked: 60 });
    expect(partial!.done).toBeGreaterThanOrEqual(15);
    expect(rest).toEqual(here(ANALYSES.compare(scenario, variant, { runs: partial!.done })));
  });

  itLong('explains as many pairs as were looked into, and says so', () => {
    const controller = new AbortController();
    let stages = 0;
    const found = here(
      ANALYSES.explainDifference(scenario, variant, {
        runs: 150,
        histories: 100,
        signal: controller.signal,
        onProgress: (done, all) => {
          if (done === all) stages += 1;
          else if (stages === 1) controller.abort();
        },
      }),
    );
    expect(found.partial).toMatchObject({ done: 150, asked: 150, histories: { done: 50 } });
    expect(found.partial!.histories!.asked).toBeGreaterThan(50);
  });

  it('has no answer where a part of it says nothing', () => {
    const signal = AbortSignal.abort(new Error('no more'));
    const asked = { method: 'morris', output: 'held', trajectories: 2, signal } as const;
    expect(() => here(ANALYSES.sensitivity(scenario, asked))).toThrow('no more');
    expect(() => here(ANALYSES.backtest({ runs: 3, partRuns: 0, signal }))).toThrow('no more');
  });
});
