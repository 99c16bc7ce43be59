/** An answer is made in steps, so that a page can draw between them: the same bytes, and of the runs that were there at the first. */
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/analyses/prepared';
import { tallier } from '../../src/ensemble/ensemble';
import { projectionInSteps, projectionOf } from '../../src/ensemble/projection';
import { addTally, newTally } from '../../src/ensemble/tally';
import { drawnDistributions } from '../../src/episode/parameter-draw';
import { finish } from '../../src/kit/cooperative';

const SEED = 'steps';
const { scenario, initial, specification } = prepare('kuala-lumpur-2025');
const frame = { scenario, initial, specification, version: 'test', seed: SEED };
const run = tallier({ initial, specification, seed: SEED });
const runs = (...borders: readonly number[]) => {
  const tally = newTally(specification.outcomes.length, specification.issues.length);
  borders.forEach((to, at) => addTally(tally, finish(run(borders[at - 1] ?? 0, to))));
  return tally;
};

describe('an answer in steps', () => {
  it('pauses for each parameter that is drawn, and is the answer at once', () => {
    const work = projectionInSteps(frame, runs(12));
    let pauses = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) pauses += 1;
    expect(pauses).toBeGreaterThanOrEqual(drawnDistributions(specification).length);
    expect(step.value).toEqual(projectionOf(frame, runs(12)));
  });

  it.each([1, 2, 30])('holds nothing of runs that come in behind step %i', (steps) => {
    const tally = runs(8);
    const work = projectionInSteps(frame, tally);
    for (let made = 0; made < steps; made += 1) work.next();
    addTally(tally, finish(run(8, 14)));
    expect(finish(work)).toEqual(projectionOf(frame, runs(8)));
    expect(projectionOf(frame, tally)).toEqual(projectionOf(frame, runs(14)));
  });
});
