/** The explorer finds bugs that are planted in copies of the rules, and a sound copy gives it nothing to find. */
import { describe, expect, it } from 'vitest';
import { plantedBugs, type PlantedBug } from '../../../bench/planted/bugs';
import { answersAlike, copyWith, type Rules } from '../../../bench/planted/copies';
import { coverageContract, explore, type Failure } from '../../../src/entries/testing';
import { casesOf } from '../../extent';
import { kualaLumpur } from '../../record';
import { itLong } from '../../long';

const named = (id: string): PlantedBug => plantedBugs.find((bug) => bug.id === id)!;

function firstDifference(copy: Rules, moves: number): Failure | null {
  return explore(kualaLumpur, coverageContract({}), {
    moves,
    check: (step) => {
      if (!answersAlike(copy, step)) throw new Error(`the copy answers ${step.event.type} otherwise`);
    },
  }).failure;
}

describe('the explorer', () => {
  it.each(['snapback-rate', 'kept-after-default', 'third-meeting', 'old-breaches'])(
    'finds %s within 6000 moves',
    async (id) => {
      const failure = firstDifference(await copyWith(named(id)), 6000);
      expect(failure?.events.length).toBeGreaterThanOrEqual(named(id).steps);
      expect(failure?.events.at(-1)?.type).toMatch(named(id).touches);
    },
  );

  itLong('finds nothing in a copy without a bug', async () => {
    const sound = { ...named('snapback-rate'), id: 'sound', planted: named('snapback-rate').passage };
    expect(firstDifference(await copyWith(sound), 1500)).toBeNull();
  });
});

describe('the planted bugs', () => {
  it('are at least twelve, half of them six or more ordered steps deep', () => {
    expect(plantedBugs.length).toBeGreaterThanOrEqual(12);
    expect(plantedBugs.filter(({ steps }) => steps >= 6).length * 2).toBeGreaterThanOrEqual(
      plantedBugs.length,
    );
  });

  it('stand each where the source still has the passage that they replace', async () => {
    for (const bug of casesOf(plantedBugs, 4))
      await expect(copyWith(bug), bug.id).resolves.toBeTypeOf('function');
    const lost = { ...named('day-150'), id: 'lost', passage: 'no such passage' };
    await expect(copyWith(lost)).rejects.toThrow(/0 times/);
  });
});
