/** Outcome terms: finite on every state, nought where nothing has happened, and moved by the acts that they count. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceTo,
  averageTariff,
  InputError,
  scenarios,
  start,
  transition,
  type Event,
  type State,
} from '../../src/entries/index';
import { outcomeTerms } from '../../src/entries/own';
import { classify } from '../../src/entries/state';
import { legalPlay } from '../../src/entries/testing';
import { termFaults } from '../../src/model/outcome-term';
import { outcomeTermOf } from '../../src/outcomes/index';
import { readingsOver } from '../../src/outcomes/reading';
import { itLong } from '../long';

const first = start('kuala-lumpur-2025');
const occasion = { first, meeting: 'busan-2025', meetingOn: '2025-10-30' };
/** Terms that ask of nothing, or of whatever there is. */
const plain = outcomeTerms.filter(({ of }) => of?.needed !== true);
const ofRecord = plain.filter(({ evening }) => !evening);
const values = (state: State) =>
  Object.fromEntries(ofRecord.map((term) => [term.id, term.measure(state, { ...occasion, first: state })]));
const untouched = Object.fromEntries(ofRecord.map((term) => [term.id, 0]));
const read = (id: string, state: State, asked: { readonly of?: string; readonly is?: string } = {}) =>
  outcomeTermOf(id)!.measure(state, { ...occasion, ...asked });

function after(state: State, ...events: Event[]): State {
  return events.reduce((current, event) => {
    const next = transition(current, event);
    if (!next.ok) throw new Error(next.refusals.map((refusal) => refusal.code).join());
    return next.state;
  }, state);
}

/** Terms of a change, which may go either way. */
const SIGNED = ['days-postponed', 'average-rise', 'average-cut'];

const meeting = advanceTo(first, '2025-10-30').state;
const hold: Event = { type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: '2025-10-30' };
const blow = (on: string): Event => ({ type: 'purchase.halt', actor: 'CN', on, flow: 'soybeans' });
const resume = (on: string): Event => ({ type: 'purchase.resume', actor: 'CN', on, flow: 'soybeans' });
const lifted = (on: string): Event[] =>
  (['cn/rare-earths-october-elements', 'cn/batteries-superhard'] as const).map((id) => ({
    type: 'control.withdraw',
    actor: 'CN',
    on,
    id,
    traded: false,
  }));
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
  const beforeBusan = scenarios.filter(({ asOf }) => asOf < '2025-10-30');
  it.each(beforeBusan.map((scenario) => [scenario.id]))('are all nought on the first day of %s', (id) => {
    expect(values(start(id))).toEqual(untouched);
  });

  it('have ids of their own, a unit and a sentence', () => {
    expect(new Set(outcomeTerms.map((term) => term.id)).size).toBe(outcomeTerms.length);
    for (const { unit, doc } of outcomeTerms) {
      expect(unit).not.toBe('');
      expect(doc).toMatch(/\.$/);
    }
  });

  itLong('are finite after any lawful play, and those that count something not negative', () => {
    fc.assert(
      fc.property(legalPlay(first, { maxMoves: 30 }), ({ states }) => {
        for (const term of plain) {
          const value = term.measure(states.at(-1)!, occasion);
          const least = SIGNED.includes(term.id) ? -Infinity : 0;
          expect(Number.isFinite(value) && value >= least, `${term.id}: ${value}`).toBe(true);
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
      'days-postponed': 0,
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

  it('see a meeting that was put off, by its days', () => {
    const later = after(first, {
      type: 'meeting.postpone',
      actor: 'both',
      on: '2025-10-25',
      meeting: 'busan-2025',
      day: '2025-11-02',
    });
    expect(read('days-postponed', later)).toBe(3);
  });
});

describe('outcome terms of an evening', () => {
  const fentanylCut: Event = {
    type: 'tariff.cut',
    actor: 'US',
    on: '2025-10-30',
    id: 'us/ieepa-fentanyl',
    ratePct: 10,
  };

  it('tell a rise and a cut as the two sides of one change, where nothing is pledged or ordered for later', () => {
    fc.assert(
      fc.property(legalPlay(first, { maxMoves: 20 }), ({ states }) => {
        const last = states.at(-1)!;
        if (Object.values(last.pledges).some(({ status }) => status === 'open')) return;
        if (last.deadlines.some(({ kind }) => kind === 'change')) return;
        for (const of of ['US', 'CN'])
          expect(read('average-rise', last, { of }) + read('average-cut', last, { of })).toBeCloseTo(0, 9);
        expect(read('average-rise', last)).toBe(
          Math.max(...['US', 'CN'].map((of) => read('average-rise', last, { of }))),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('count a cut for a later day that is pledged, and once where it has been made', () => {
    const terms = [
      { issue: 'fentanyl-tariff', giver: 'US', degree: 0.5, tariffReliefPp: 10, controlRelief: 0 },
    ] as const;
    const pledged = after(meeting, hold, {
      ...agreement([...terms]),
      pledges: [
        {
          id: 'busan-2025/pledge-1',
          issue: 'fentanyl-tariff',
          act: { type: 'tariff.cut', actor: 'US', id: 'us/ieepa-fentanyl', ratePct: 10 },
          dueOn: '2025-11-10',
        },
      ],
    } as Event);
    const kept = after(pledged, fentanylCut);
    expect(read('average-rise', pledged, { of: 'US' })).toBe(0);
    expect(read('average-cut', pledged, { of: 'US' })).toBeCloseTo(
      read('average-cut', kept, { of: 'US' }),
      9,
    );
    expect(read('average-cut', kept, { of: 'US' })).toBeGreaterThan(5);
  });

  it('count what is ordered for a later day as done, and what is announced with its notice pending as nothing', () => {
    const from = (act: object, day: string | null) =>
      after(first, { ...act, on: '2025-10-25', from: day } as Event);
    const read2 = (state: State) => [
      read('average-cut', state, { of: 'US' }),
      read('severity-cut', state, { of: 'us/advanced-chips' }),
      read('average-rise', state, { of: 'US' }),
      read('severity', state, { of: 'us/advanced-chips' }),
    ];
    const none = read2(first);
    const suspension = { type: 'tariff.suspend', actor: 'US', id: 'us/ieepa-fentanyl', until: '2026-11-10' };
    const easing = { type: 'control.ease', actor: 'US', id: 'us/advanced-chips', severity: 0.2 };
    for (const act of [suspension, easing]) {
      const ordered = from(act, '2025-11-05');
      const done = advanceTo(ordered, '2025-11-05').state;
      expect(read2(ordered).slice(2)).toEqual(none.slice(2));
      const [average, severity] = read2(ordered);
      expect(average).toBeCloseTo(read2(done)[0]!, 9);
      expect(severity).toBeCloseTo(read2(done)[1]!, 9);
      expect(Math.max(average!, severity!)).toBeGreaterThan(0.1);
      expect(read2(from(act, null))).toEqual(none);
    }
  });

  it('see the severity that licences free, and those that are granted for a later day as cut', () => {
    const id = 'cn/rare-earths-april';
    const before = read('severity', first, { of: id });
    const licensed = after(first, {
      type: 'licence.grant',
      actor: 'CN',
      on: '2025-10-25',
      id,
      licence: 'more',
      share: 0.2,
      effectiveOn: '2025-11-10',
      until: null,
    } as Event);
    expect(read('severity', licensed, { of: id })).toBe(before);
    const cut = read('severity-cut', licensed, { of: id });
    expect(cut).toBeGreaterThan(0);
    const begun = advanceTo(licensed, '2025-11-10').state;
    expect(read('severity', begun, { of: id })).toBeCloseTo(before * (1 - cut), 9);
  });

  it('see the status of a measure, and none of what there is not', () => {
    const of = 'us/ieepa-hundred';
    expect(read('measure-status', first, { of, is: 'threatened' })).toBe(1);
    expect(read('measure-status', first, { of, is: 'in-force' })).toBe(0);
    expect(read('measure-status', first, { of: 'us/nothing', is: 'in-force' })).toBe(0);
  });

  it('see what came back in the two weeks as coercion that entered, whoever ordered it and when', () => {
    const held = after(meeting, hold);
    expect(read('coercion-entered', held)).toBe(0);
    const eve = advanceTo(held, '2025-11-07').state;
    expect(read('coercion-entered', eve)).toBe(0);
    // The controls of October were ordered for this day long before the meeting.
    const entered = advanceTo(held, '2025-11-08').state;
    expect(read('coercion-entered', entered)).toBe(1);
    const returned = advanceTo(
      after(advanceTo(held, '2025-11-07').state, ...lifted('2025-11-07')),
      '2025-11-10',
    ).state;
    expect(returned.truce.status).toBe('lapsed');
    expect(read('truce-text', returned)).toBe(0);
    expect(read('coercion-entered', returned)).toBe(1);
  });

  it('count no duty on an unknown share of trade: trucks press nobody', () => {
    const on = '2025-11-01';
    const held = advanceTo(after(meeting, hold), on).state;
    expect(held.tariff['us/s232-trucks']?.status).toBe('in-force');
    expect(read('coercion-entered', held)).toBe(0);
  });
});

describe('readings over the states of a play', () => {
  const { outcomes, meeting: id } = scenarios[0]!;
  it('are of the last state of their day or of the nearest before it', () => {
    const question = {
      meeting: id,
      outcomes: [
        { when: { term: 'average', of: 'US', on: '2025-11-09', below: 0 } },
        { when: { term: 'average', of: 'US', days: 11, below: 0 } },
        { when: { term: 'truce-text', days: 2000, below: 0 } },
      ],
    };
    const states = ['2025-10-30', '2025-11-08', '2025-11-10', '2025-11-12'].map(
      (day) => advanceTo(first, day).state,
    );
    const readings = Object.values(readingsOver(question, [first, ...states]));
    const averages = ['2025-11-08', '2025-11-10'].map((day) =>
      averageTariff(advanceTo(first, day).state, 'usOnCn'),
    );
    expect(averages[0]).toBeLessThan(averages[1]!);
    expect(readings).toEqual([...averages, 0]);
  });

  it('are asked for by name: one state is refused where it cannot tell, and is enough where it can', () => {
    const asks = { meeting: id, outcomes: [{ ...outcomes[0]!, when: { term: 'average-rise', atLeast: 5 } }] };
    expect(() => classify(asks, first)).toThrow(InputError);
    expect(() => classify(asks, first)).toThrow(/average-rise/);
    expect(classify(asks, [first, first])).toEqual([]);
    const told = { meeting: id, outcomes: [{ ...outcomes[0]!, when: { term: 'meeting-held', below: 1 } }] };
    expect(classify(told, first)).toEqual([0]);
  });
});

describe('what is wrong with how a term is asked', () => {
  const names = { issue: ['soybeans'], control: ['cn/rare-earths-april'], measure: ['us/ieepa-fentanyl'] };
  it.each([
    [{ term: 'averages' }, 'term', /did you mean "average"/],
    [{ term: 'average', of: 'USA' }, 'of', /no such party: "USA"; did you mean "US"/],
    [{ term: 'meeting-held', of: 'US' }, 'of', /leave "of" out/],
    [{ term: 'issue-degree' }, 'of', /one issue: name it/],
    [{ term: 'issue-degree', of: 'soybean' }, 'of', /did you mean "soybeans"/],
    [{ term: 'measure-status', of: 'us/ieepa-fentanyl' }, 'is', /name it in "is"/],
    [{ term: 'measure-status', of: 'us/ieepa-fentanyl', is: 'inforce' }, 'is', /did you mean "in-force"/],
    [{ term: 'severity', is: 'in-force' }, 'is', /leave "is" out/],
    [{ term: 'mean-concession', days: 14 }, 'days', /leave the day out/],
    [{ term: 'mean-concession', on: '2025-11-13' }, 'on', /leave the day out/],
  ])('%j is told at "%s"', (comparison, key, message) => {
    const faults = termFaults({ ...comparison, below: 1 }, names);
    expect(faults.map((fault) => fault.key)).toEqual([key]);
    expect(faults[0]!.message).toMatch(message);
  });

  it('is nothing for every term that is asked as its form has it', () => {
    const subject = {
      party: 'US',
      issue: 'soybeans',
      control: 'cn/rare-earths-april',
      measure: 'us/ieepa-fentanyl',
    };
    for (const { id, of, is } of outcomeTerms) {
      const comparison = {
        term: id,
        ...(of === undefined ? {} : { of: subject[of.what] }),
        ...(is === undefined ? {} : { is: is[0] }),
      };
      expect(termFaults({ ...comparison, below: 1 }, names), id).toEqual([]);
    }
  });
});
