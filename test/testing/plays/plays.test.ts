import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legalPlay } from '../../../src/entries/testing';
import { kualaLumpur } from '../../record';

describe('lawful plays', () => {
  it('pass time: half of the plays of 25 moves outlive the first deadlines, some the autumn', () => {
    const sample = fc.sample(legalPlay(kualaLumpur, { minMoves: 25, maxMoves: 25 }), {
      numRuns: 60,
      seed: 7,
    });
    const days = sample.map(({ states }) => states.at(-1)!.today).sort();
    expect(days[30]! > '2025-11-08').toBe(true);
    expect(days.at(-1)! > '2025-11-30').toBe(true);
  });

  it('shrink to few and plain moves', () => {
    const failing = fc.check(
      fc.property(
        legalPlay(kualaLumpur, { maxMoves: 80 }),
        ({ states }) => states.at(-1)!.truce.status !== 'lapsed',
      ),
      { numRuns: 300, seed: 11 },
    );
    expect(failing.failed).toBe(true);
    const { events } = failing.counterexample![0];
    expect(events.at(-1)!.type).toBe('truce.lapse');
    expect(events.length).toBeLessThanOrEqual(20);
    expect(events.every((event) => event.actor === 'calendar')).toBe(true);
  });

  it('print as their events', () => {
    const [play] = fc.sample(legalPlay(kualaLumpur, { minMoves: 3, maxMoves: 3 }), { numRuns: 1, seed: 1 });
    expect(fc.stringify(play).split('\n')).toHaveLength(3);
  });
});
