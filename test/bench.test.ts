/** The yardstick of the benchmarks: a kernel by hand is worth comparing with only while it does the same. */
import { describe, expect, it } from 'vitest';
import { dutiesAlone, runRules, sequence } from '../bench/duties';
import { disagreement, Kernel, prepare } from '../bench/kernel';
import { dueEvents, start } from '../src/index';
import * as rules from '../src/ensemble/instance';

describe('the hand-written kernel of the life of duties', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('refuses and does what the rules do, in sequence %i', (seed) => {
    const initial = dutiesAlone(start('kuala-lumpur-2025'));
    const events = sequence(rules, dueEvents, initial, 380, seed);
    const prepared = prepare(initial, events);
    const kernel = new Kernel(prepared);
    const theirs = runRules(rules, initial, events);
    expect(disagreement(prepared, kernel, kernel.run(), theirs)).toEqual([]);
    // Both must have been asked something.
    expect(theirs.refused).toBeGreaterThan(5);
    expect(theirs.state.coercion.length).toBeGreaterThan(5);
  });
});
