import { describe, expect, it } from 'vitest';
import { explainedComparison } from '../../src/analyses/comparison/comparison';
import { play } from '../../src/analyses/play';
import { project, runEpisode } from '../../src/analyses/project';
import { here } from '../../src/analyses/runner/here';
import { sensitivity } from '../../src/analyses/sensitivity/sensitivity';
import { projectShard } from '../../src/analyses/shards';
import { InputError } from '../../src/kit/input-error';
import { endedBy, holds } from '../../src/outcomes/index';
import type { OwnOutcome } from '../../src/scenario/own';
import { loadScenario } from '../../src/scenario/library';
import { shortScenario } from '../episode/fixtures';
import { itLong } from '../long';
import { casesOf } from '../extent';

// Ends on the evening that the classes ask about: a predicate is asked of the last state, a condition of that evening.
const base = shortScenario({ horizon: '2025-11-13' });

/** A class by a predicate. */
const by = (id: string, when: OwnOutcome['when']): OwnOutcome => ({
  id,
  title: id,
  meaning: 'm',
  question: 'q?',
  resolvesOn: '2025-11-13',
  consult: 'c',
  tie: 't',
  when,
});

describe("outcome classes of one's own", () => {
  it.each(
    casesOf(
      base.outcomes.map(({ id }, at) => [id, at] as const),
      1,
    ),
  )(
    'by a predicate equal to the condition of %s give its shares, in every analysis',
    (id, at) => {
      const outcomes = base.outcomes.map((outcome, index): OwnOutcome =>
        index === at
          ? { ...outcome, when: (final, trajectory) => holds(outcome.when, endedBy(base, final, trajectory)) }
          : outcome,
      );
      const how = { runs: 25, seed: 'own', outcomes };
      const shipped = { runs: 25, seed: 'own' };
      expect(JSON.stringify(project(base, how))).toBe(JSON.stringify(project(base, shipped)));
      expect(runEpisode(base, { seed: 'own', outcomes }).outcome).toBe(
        runEpisode(base, { seed: 'own' }).outcome,
      );
      const study = { method: 'tornado', output: id, policies: 'own' } as const;
      expect(sensitivity(base, { ...study, runs: 2, outcomes })).toEqual(
        sensitivity(base, { ...study, runs: 2 }),
      );
    },
    120_000,
  );

  itLong('compare as the conditions do to which they are equal, steps and causes included', () => {
    const outcomes = base.outcomes.map((outcome): OwnOutcome => ({
      ...outcome,
      when: (final, trajectory) => holds(outcome.when, endedBy(base, final, trajectory)),
    }));
    const variant = { ...base, id: 'other', parameters: { 'meeting.notHeld': 0.4 } };
    const how = { runs: 40, histories: 6 };
    const compared = (own: object) => here(explainedComparison(base, variant, { ...how, ...own }));
    expect(compared({ outcomes })).toEqual(compared({}));
  });

  itLong('see how a run came to its end: averages, text and breach', () => {
    const whole = loadScenario('kuala-lumpur-2025');
    const outcomes = [
      by('dearer', (_, { averages }) => averages.last.usOnCn > averages.start.usOnCn + 0.5),
      by('not-dearer', (_, { averages }) => averages.last.usOnCn <= averages.start.usOnCn + 0.5),
    ];
    const projected = project(whole, { runs: 60, outcomes });
    const [dearer] = projected.outcomes ?? [];
    expect(dearer?.p).toBeCloseTo(projected.averageTariffPct.usOnCn.atHorizon.pUp, 1);
    const ended = [
      by('ended', (_, { textEndedAfter }) => textEndedAfter !== null),
      by('stands', (final, { textEndedAfter }) => textEndedAfter === null && final.today === whole.horizon),
    ];
    expect(project(whole, { runs: 20, outcomes: ended }).unclassified.runs).toBe(0);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no idea');
      },
      'it threw: no idea',
    ],
    ['promises an answer', () => Promise.resolve(false), 'true or false'],
    ['answers with a number', () => 1, 'true or false'],
    ['answers nothing', () => undefined, 'true or false'],
  ])('are refused by the place of a predicate that %s', (_, when, says) => {
    const outcomes = [by('always', () => true), by('odd', when as never)];
    const refused = () => project(base, { runs: 2, outcomes });
    expect(refused).toThrow(InputError);
    expect(refused).toThrow(/outcomes\.odd\.when/);
    expect(refused).toThrow(says);
  });

  it('leave gaps and overlaps counted and not rescaled', () => {
    const outcomes = [by('always', () => true), by('never', () => false), by('too', () => true)];
    expect(project(base, { runs: 10, outcomes }).unclassified).toEqual({ runs: 10, first: 0 });
  });

  it('are kept by a play', () => {
    const outcomes = [
      by('held', { term: 'meeting-held', atLeast: 1 }),
      by('not', { term: 'meeting-held', below: 1 }),
    ];
    expect(project(play(base, { outcomes }), { runs: 5 }).outcomes?.map(({ id }) => id)).toEqual([
      'held',
      'not',
    ]);
  });

  it.each([
    ['a single one', [by('all', () => true)], 'outcomes'],
    [
      'one without a title',
      [by('a', () => true), { ...by('b', () => false), title: undefined }],
      'outcomes.1.title',
    ],
    [
      'one without a condition',
      [by('a', () => true), { ...by('b', () => false), when: 'never' }],
      'outcomes.1.when',
    ],
    ['an id twice', [by('a', () => true), by('a', () => false)], 'outcomes.1.id'],
    ['a function', () => true, 'outcomes'],
  ])('are refused for %s, by its place', (_, outcomes, path) => {
    let thrown: unknown;
    try {
      project(base, { runs: 2, outcomes: outcomes as never });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect((thrown as InputError).path).toBe(path);
  });

  it('are kept in files of runs where they are conditions alone', () => {
    const shard = { index: 1, of: 1 };
    const plain = [
      by('held', { term: 'meeting-held', atLeast: 1 }),
      by('not', { term: 'meeting-held', below: 1 }),
    ];
    expect(projectShard(base, { runs: 2, shard, outcomes: plain }).scenario.outcomes).toHaveLength(2);
    const judged = [by('held', () => true), by('not', () => false)];
    expect(() => projectShard(base, { runs: 2, shard, outcomes: judged })).toThrow('own-held');
  });
});
