import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/kit/calendar';
import { preparation } from '../../src/model/talks';
import { after, kualaLumpur, later, refusals, type Act } from '../record';

const KL = 'kuala-lumpur-2025';
const OPEN: Act = { type: 'talks.open', actor: 'both', id: KL };
const CONCLUDE: Act = { type: 'talks.conclude', actor: 'both', id: KL, readout: 'framework' };

describe('talks', () => {
  it('a concluded round counts as preparation for the meeting, one that is called off does not', () => {
    const before = preparation(kualaLumpur, '2025-10-30');
    expect(preparation(after(kualaLumpur, OPEN, CONCLUDE), '2025-10-30')).toBe(before + 1);
    expect(
      preparation(after(kualaLumpur, { type: 'talks.call-off', actor: 'CN', id: KL }), '2025-10-30'),
    ).toBe(before);
  });

  it('preparation looks back 120 days and not a day more', () => {
    const state = after(kualaLumpur, OPEN, CONCLUDE);
    const rounds = { ...state, rounds: { [KL]: state.rounds[KL]! } };
    expect(preparation(rounds, addDays('2025-10-25', 120))).toBe(1);
    expect(preparation(rounds, addDays('2025-10-25', 121))).toBe(0);
    expect(preparation(rounds, '2025-10-25')).toBe(0);
  });

  it('preparation of an issue counts the rounds that had it on the agenda', () => {
    const state = after(kualaLumpur, OPEN, CONCLUDE);
    const only = { ...state, rounds: { [KL]: state.rounds[KL]! } };
    expect(preparation(only, '2025-10-30', 'soybeans')).toBe(1);
    expect(preparation(only, '2025-10-30', 'taiwan')).toBe(0);
  });

  it('a round opens on its day, is concluded once it is under way, and only then', () => {
    expect(refusals(kualaLumpur, CONCLUDE)).toEqual(['talks/wrong-status']);
    const planned = after(kualaLumpur, {
      type: 'talks.schedule',
      actor: 'both',
      id: 'next',
      level: 'technical',
      place: 'x',
      opensOn: '2025-10-27',
      days: 2,
      agenda: [],
    });
    expect(refusals(planned, { type: 'talks.open', actor: 'both', id: 'next' })).toEqual(['talks/too-early']);
    expect(refusals(later(planned, '2025-10-27'), { type: 'talks.open', actor: 'both', id: 'next' })).toEqual(
      [],
    );
  });

  it("a delegation is of the party's own people", () => {
    const name = (people: string[]): Act => ({ type: 'talks.name-delegation', actor: 'US', id: KL, people });
    expect(refusals(kualaLumpur, name(['bessent', 'greer']))).toEqual([]);
    expect(refusals(kualaLumpur, name(['he-lifeng']))).toEqual(['talks/not-of-the-party']);
  });
});
