/** Seeds that failed are read out of what fast-check says, kept once each, and belong to tests that exist. */
import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { seedIn, withSeeds, type KeptSeed } from '../tools/testing/seeds';
import kept from './kept-seeds.json';

it('reads the seed and the value that failed out of the message of any failed property', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat({ max: 40 }), (seed, passing) => {
      let runs = 0;
      const fails = () => (runs += 1) > passing;
      const told = () =>
        fc.assert(
          fc.property(fc.nat(), () => !fails()),
          { seed, numRuns: 50 },
        );
      let message = '';
      try {
        told();
      } catch (error) {
        message = String(error);
      }
      expect(seedIn(message)).toEqual({ seed, value: passing });
    }),
    { numRuns: 50 },
  );
  expect(seedIn('expected 1 to be 2')).toBeNull();
});

it('keeps a seed of a test once, and all that were kept before', () => {
  const one: KeptSeed = { file: 'test/a.test.ts', test: 'a > b', seed: 7, value: 3 };
  const other: KeptSeed = { ...one, seed: 8 };
  expect(withSeeds([one], [{ ...one, value: 4 }, other])).toEqual([one, other]);
});

it('keeps seeds of tests that exist', () => {
  for (const { file, test } of kept as readonly KeptSeed[]) {
    expect(existsSync(file), file).toBe(true);
    expect(readFileSync(file, 'utf8'), file).toContain(test.split(' > ').at(-1)!.slice(0, 20));
  }
});
