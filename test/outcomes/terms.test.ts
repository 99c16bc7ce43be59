/** Outcome terms: finite on every state, nought where nothing has happened, and moved by the acts that they count. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceTo,
  outcomeTerms,
  scenarios,
  start,
  transition,
  type Event,
  type State,
} from '../../src/entries/index';
import { legalPlay } from '../../src/entries/testing';

const first = start('kuala-lumpur-2025');
const values = (state: State) =>
  Object.fromEntries(outcomeTerms.map((term) => [term.id, term.measure(state, 'busan-2025')]));
const untouched = Object.fromEntries(outcomeTerms.map((term) => [term.id, 0]));

function after(state: State, ...events: Event[]): State {
  return events.reduce((current, event) => {
    const next = transition(current, event);
    if (!next.ok) throw new Error(next.refusals.map((refusal) => refusal.code).join());
    return next.state;
  }, state);
}

const meeting = advanceTo(first, '2025-10-30').state;
const hold: Event = { type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: '2025-10-30' };
const blow = (on: string): Event => ({ type: 'purchase.halt', actor: 'CN', on, flow: 'soybeans' });
const resume = (on: string): Event => ({ type: 'purchase.resume', actor: 'CN', on, flow: 'soybeans' });
const agreement = (terms: Extract<Event, { type: 'agreement.reach' }>['terms'], weightedMean = 0): Event => ({
  type: 'agreement.reach',
  actor: 'both',
  on: '2025-10-30',
  id: 'a-deal',
  scope: 'agenda',
  terms,
  pledges: [],
  weightedMean,
});

describe('outcome terms', () => {
  it.each(scenarios.map((scenario) => [scenario.id]))('are all nought on the first day of %s', (id) => {
    expect(values(start(id))).toEqual(untouched);
  });

  it('have ids of their own, a unit and a sentence', () => {
    expect(new Set(outcomeTerms.map((term) => term.id)).size).toBe(outcomeTerms.length);
    for (const { unit, doc } of outcomeTerms) {
      expect(unit).not.toBe('');
      expect(doc).toMatch(/\.$/);
    }
  });

  it('are finite and not negative after any lawful play', () => {
    fc.assert(
      fc.property(legalPlay(first, { maxMoves: 30 }), ({ states }) => {
        for (const term of outcomeTerms) {
          const value = term.measure(states.at(-1)!, 'busan-2025');
          expect(Number.isFinite(value) && value >= 0, `${term.id}: ${value}`).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('see a meeting that was held', () => {
    expect(values(after(meeting, hold))).toEqual({ ...untouched, 'meeting-held': 1 });
  });

  it('see no meeting in one that was called off', () => {
    expect(
      values(
        after(meeting, { type: 'meeting.call-off', actor: 'CN', meeting: 'busan-2025', on: '2025-10-30' }),
      ),
    ).toEqual(untouched);
  });

  it('take the larger direction of tariff relief and the largest fall of a control', () => {
    const terms = [
      { issue: 'fentanyl-tariff', giver: 'US', degree: 0.5, tariffReliefPp: 10, controlRelief: 0 },
      { issue: 'affiliates-rule', giver: 'US', degree: 1, tariffReliefPp: 0, controlRelief: 0.3 },
      { issue: 'retaliation', giver: 'CN', degree: 0.5, tariffReliefPp: 3, controlRelief: 0 },
      { issue: 'october-regime', giver: 'CN', degree: 1, tariffReliefPp: 0, controlRelief: 0.2 },
    ] as const;
    expect(values(after(meeting, hold, agreement([...terms], 0.4)))).toEqual({
      'meeting-held': 1,
      'agreement-reached': 1,
      'mean-concession': 0.4,
      'tariff-relief': 10,
      'control-relief': 0.3,
      'new-coercion': 0,
    });
  });

  it.each([
    ['2025-10-29', 0],
    ['2025-10-30', 1],
    ['2025-11-13', 1],
    ['2025-11-14', 0],
  ])('count a blow of %s as new coercion: %d', (day, expected) => {
    const reached = advanceTo(first, day).state;
    expect(values(after(reached, resume(day), blow(day)))['new-coercion']).toBe(expected);
  });
});
