/** Institutions of both sides: set up together, left by either, and what one that monitors does to a truce. */
import { describe, expect, it } from 'vitest';
import { breachProbability, logHazardRatio } from '../../src/bargaining/truce-hazard';
import { monitoring } from '../../src/model/institution';
import { after, centralParameters, kualaLumpur, refusals, type Act } from '../record';

const establish = (id: string, monitors: boolean): Act => ({
  type: 'institution.establish',
  actor: 'both',
  id,
  label: 'A board',
  monitors,
});

describe('an institution', () => {
  it('is set up by both sides and left by either, once', () => {
    expect(refusals(kualaLumpur, { ...establish('board', true), actor: 'US' } as unknown as Act)).toEqual([
      'actor/may-not',
    ]);
    const standing = after(kualaLumpur, establish('board', true));
    expect(refusals(standing, establish('board', true))).toEqual(['institution/id-taken']);
    for (const actor of ['US', 'CN', 'both'] as const) {
      const left = after(standing, { type: 'institution.dissolve', actor, id: 'board' });
      expect(left.institutions!.board!.status).toBe('dissolved');
      expect(refusals(left, { type: 'institution.dissolve', actor, id: 'board' })).toEqual([
        'institution/dissolved',
      ]);
    }
  });

  it('monitors as long as it stands, where that is what it was set up for', () => {
    expect(monitoring(kualaLumpur)).toBe(0);
    expect(monitoring(after(kualaLumpur, establish('of-investment', false)))).toBe(0);
    const both = after(kualaLumpur, establish('of-investment', false), establish('of-trade', true));
    expect(monitoring(both)).toBe(1);
    expect(monitoring(after(both, { type: 'institution.dissolve', actor: 'CN', id: 'of-trade' }))).toBe(0);
  });

  it('that monitors lowers the hazard of a breach by a third at the central value, and leaves it as it was without one', () => {
    const { truce } = centralParameters();
    const conditions = { provocation: 0, loophole: 0, ripeness: 0, daysToExpiry: null };
    const hazard = (watched: number) =>
      breachProbability(
        30,
        truce.shape,
        truce.scaleDays,
        logHazardRatio({ ...conditions, monitoring: watched }, truce),
      );
    expect(hazard(0)).toBe(breachProbability(30, truce.shape, truce.scaleDays));
    expect(hazard(1) / hazard(0)).toBeCloseTo(Math.exp(-0.4), 2);
  });
});
