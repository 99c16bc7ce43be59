import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLegal } from '../../src/engine/legality';
import { replay } from '../../src/engine/replay';
import { legalEvent, perturbedEvent, legalPlay } from '../../src/entries/testing';
import { kualaLumpur } from '../record';
import { atLength } from '../extent';

describe('the entry for property-based tests', () => {
  it('draws legal events that are legal', () => {
    fc.assert(
      fc.property(legalEvent(kualaLumpur), (event) => {
        expect(isLegal(kualaLumpur, event)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('draws near-legal events of which between a twentieth and a half are legal', () => {
    const events = fc.sample(perturbedEvent(kualaLumpur), { numRuns: atLength(2000, 400), seed: 3 });
    const legal = events.filter((event) => isLegal(kualaLumpur, event)).length;
    expect(legal / events.length).toBeGreaterThan(0.05);
    expect(legal / events.length).toBeLessThan(0.5);
  });

  it('plays as many moves as asked for, each legal after the one before', () => {
    fc.assert(
      fc.property(legalPlay(kualaLumpur, { minMoves: 2, maxMoves: 12 }), ({ events, states }) => {
        expect(events.length).toBeGreaterThanOrEqual(2);
        expect(events.length).toBeLessThanOrEqual(12);
        expect(states).toHaveLength(events.length + 1);
        expect(replay(states[0]!, events)).toEqual({ ok: true, state: states.at(-1) });
      }),
      { numRuns: 60 },
    );
  });

  it('shrinks a legal event to the first type of the table, which passes time', () => {
    const failing = fc.check(
      fc.property(legalEvent(kualaLumpur), () => false),
      { seed: 5 },
    );
    expect(failing.counterexample?.[0]).toMatchObject({ type: 'calendar.advance' });
  });

  it('says so where nothing is legal', () => {
    expect(() => legalEvent({ ...kualaLumpur, today: '9979-12-31', deadlines: [] })).not.toThrow();
    const gone = {
      ...kualaLumpur,
      deadlines: [{ kind: 'snapback', on: '2025-10-25', subject: 'nothing', measureKind: 'tariff' }],
    };
    expect(() => legalEvent(gone as typeof kualaLumpur)).toThrow(RangeError);
  });
});
