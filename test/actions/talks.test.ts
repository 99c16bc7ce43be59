import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/kit/calendar';
import type { State } from '../../src/model/state';
import { preparingRounds } from '../../src/model/talks';
import { after, kualaLumpur, later, morningOf, refusals, type Act } from '../record';

const KL = 'kuala-lumpur-2025';
/** The first day of the round in Kuala Lumpur as it is seen from its eve: nobody has sat down yet. */
const before = later(morningOf('2025-10-24'), '2025-10-25');
const OPEN: Act = { type: 'talks.open', actor: 'both', id: KL };
const CONCLUDE: Act = { type: 'talks.conclude', actor: 'both', id: KL, readout: 'framework' };

describe('talks', () => {
  it('a concluded round counts as preparation for the meeting, one that is called off does not', () => {
    const prepared = (state: State) => preparingRounds(state, '2025-10-30', 120).length;
    expect(prepared(after(before, OPEN, CONCLUDE))).toBe(prepared(before) + 1);
    expect(prepared(after(before, { type: 'talks.call-off', actor: 'CN', id: KL }))).toBe(prepared(before));
  });

  it('preparation looks back so many days and not a day more', () => {
    const state = after(before, OPEN, CONCLUDE);
    const rounds = { ...state, rounds: { [KL]: state.rounds[KL]! } };
    for (const days of [1, 30, 120]) {
      expect(preparingRounds(rounds, addDays('2025-10-25', days), days)).toHaveLength(1);
      expect(preparingRounds(rounds, addDays('2025-10-25', days + 1), days)).toEqual([]);
      expect(preparingRounds(rounds, '2025-10-25', days)).toEqual([]);
    }
  });

  it('a round opens on its day, is concluded once it is under way, and only then', () => {
    expect(refusals(before, CONCLUDE)).toEqual(['talks/wrong-status']);
    expect(refusals(kualaLumpur, OPEN)).toEqual(['talks/wrong-status']);
    expect(refusals(kualaLumpur, CONCLUDE)).toEqual([]);
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
