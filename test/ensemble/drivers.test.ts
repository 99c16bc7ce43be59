/** What an answer hangs on: each drawn parameter by its own column of the sample. */
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/analyses/prepared';
import { drivers } from '../../src/ensemble/drivers';
import { projectionOf } from '../../src/ensemble/projection';
import { newTally } from '../../src/ensemble/tally';
import { drawnDistributions } from '../../src/episode/parameter-draw';
import { finish } from '../../src/kit/cooperative';

const { scenario, initial, specification } = prepare('kuala-lumpur-2025');
const names = drawnDistributions(specification).map(({ name }) => name);
/** A sample in which one parameter moves with the outcome or against it, and no other moves at all. */
const planted = (at: number, sign: 1 | -1) =>
  [0, 1, 2, 4].map((outcome) => [outcome, ...names.map((_, index) => (index === at ? sign * outcome : 0.5))]);

describe('the drivers of an answer', () => {
  it.each(names.map((name, at) => [name, at] as const))(
    'name %s where it alone moves with the outcome',
    (name, at) => {
      for (const sign of [1, -1] as const) {
        const [first, ...others] = finish(drivers(specification, planted(at, sign)));
        expect(first).toMatchObject({ parameter: name, correlation: sign });
        expect(others).toHaveLength(names.length - 1);
        expect(others.every(({ correlation }) => correlation === 0)).toBe(true);
      }
    },
  );

  it('are those of the sample that the tally has kept', () => {
    const tally = newTally(specification.outcomes.length, specification.issues.length);
    tally.sample.push(...planted(3, 1));
    const told = projectionOf({ scenario, initial, specification, version: 'test', seed: '1' }, tally);
    expect(told.drivers).toEqual(finish(drivers(specification, planted(3, 1))));
    expect(told.drivers[0]).toMatchObject({ parameter: names[3], correlation: 1 });
  });

  it('are nought of fewer than three runs', () => {
    const few = finish(drivers(specification, planted(0, 1).slice(0, 2)));
    expect(few.every(({ correlation }) => correlation === 0)).toBe(true);
  });
});
