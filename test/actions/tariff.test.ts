import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { addDays } from '../../src/kit/calendar';
import { averageTariffPct } from '../../src/model/tariff';
import type { State } from '../../src/model/state';
import { after, kualaLumpur, later, refusals, today, withAuthority, type Act } from '../record';
import { explain } from '../../src/engine/explain';
import { transition } from '../../src/engine/transition';

const FENTANYL = 'us/ieepa-fentanyl';
const HEIGHTENED = 'us/ieepa-reciprocal-heightened';
const HUNDRED = 'us/ieepa-hundred';
const usAverage = (state: State) => averageTariffPct(state, 'usOnCn');

const surcharge = (ratePct: number, from = kualaLumpur.today) => ({
  type: 'tariff.impose' as const,
  actor: 'US' as const,
  id: 'us/surcharge',
  label: 'Balance-of-payments surcharge',
  authority: 's122',
  basis: null,
  ratePct,
  share: 1,
  from,
});
const section301 = (basis: string | null): Act => ({
  type: 'tariff.impose',
  actor: 'US',
  id: 'us/new-301',
  label: 'Duty on legacy chips',
  authority: 's301',
  basis,
  ratePct: 50,
  share: 0.02,
  from: kualaLumpur.today,
});

describe('Section 122', () => {
  it('carries 15 % and not a hundredth more', () => {
    expect(refusals(kualaLumpur, surcharge(15))).toEqual([]);
    expect(refusals(kualaLumpur, surcharge(15.01))).toEqual(['tariff/above-the-ceiling']);
    // An order at nought is a duty whose rate is still to come.
    expect(refusals(kualaLumpur, { ...surcharge(0), rateBy: null } as Act)).toEqual([]);
    expect(refusals(kualaLumpur, surcharge(-0.01))).toEqual(['tariff/above-the-ceiling']);
  });

  it('offers 15 % as the nearest legal rate to one of 20 %', () => {
    const { nearest } = explain(kualaLumpur, today(kualaLumpur, surcharge(20)));
    expect(nearest[0]).toMatchObject({ type: 'tariff.impose', authority: 's122', ratePct: 15 });
  });

  it('cannot be raised past its ceiling either', () => {
    const state = after(kualaLumpur, surcharge(10));
    expect(refusals(state, { type: 'tariff.raise', actor: 'US', id: 'us/surcharge', ratePct: 15 })).toEqual(
      [],
    );
    expect(refusals(state, { type: 'tariff.raise', actor: 'US', id: 'us/surcharge', ratePct: 15.1 })).toEqual(
      ['tariff/not-a-rise'],
    );
  });

  it('is in force on day 149 and gone on day 150', () => {
    const state = after(kualaLumpur, surcharge(15));
    const last = later(state, addDays(state.today, 149));
    expect(last.tariff['us/surcharge']!.status).toBe('in-force');
    const end = later(last, addDays(state.today, 150));
    expect(end.tariff['us/surcharge']!.status).toBe('lapsed');
    expect(usAverage(last) - usAverage(end)).toBeCloseTo(15, 9);
  });

  it('counts its 150 days from the entry into force, not from the order', () => {
    const state = after(kualaLumpur, surcharge(15, '2025-12-01'));
    expect(later(state, addDays('2025-12-01', 149)).tariff['us/surcharge']!.status).toBe('in-force');
    expect(later(state, addDays('2025-12-01', 150)).tariff['us/surcharge']!.status).toBe('lapsed');
  });

  it('keeps its clock running while suspended, so that a pause buys no time', () => {
    const state = after(kualaLumpur, surcharge(15), {
      type: 'tariff.suspend',
      actor: 'US',
      id: 'us/surcharge',
      until: null,
    });
    expect(later(state, addDays(state.today, 149)).tariff['us/surcharge']!.status).toBe('suspended');
    expect(later(state, addDays(state.today, 150)).tariff['us/surcharge']!.status).toBe('lapsed');
  });

  it('keeps its first clock through suspension and snapback', () => {
    const until = addDays(kualaLumpur.today, 100);
    const state = after(kualaLumpur, surcharge(15), {
      type: 'tariff.suspend',
      actor: 'US',
      id: 'us/surcharge',
      until,
    });
    expect(later(state, until).tariff['us/surcharge']!.status).toBe('in-force');
    expect(later(state, addDays(kualaLumpur.today, 150)).tariff['us/surcharge']!.status).toBe('lapsed');
  });

  it('cannot be suspended beyond its own life', () => {
    const state = after(kualaLumpur, surcharge(15));
    const suspend = (days: number): Act => ({
      type: 'tariff.suspend',
      actor: 'US',
      id: 'us/surcharge',
      until: addDays(state.today, days),
    });
    expect(refusals(state, suspend(149))).toEqual([]);
    expect(refusals(state, suspend(150))).toEqual(['tariff/suspension-not-ahead']);
  });
});

describe('Section 301', () => {
  const state = withAuthority(kualaLumpur, 's301', {});

  it('carries no duty on an investigation that is still open', () => {
    expect(refusals(state, section301('us/probe-s301-legacy-chips'))).toEqual(['authority/wrong-basis']);
    expect(refusals(state, section301(null))).toEqual(['authority/wrong-basis']);
  });

  it('is closed to a party whose probes never ended in a finding', () => {
    const none = { ...kualaLumpur, probes: {} };
    expect(refusals(none, section301(null))).toContain('authority/no-finding');
  });

  it('opens with the affirmative finding and with no negative one', () => {
    const find = (affirmative: boolean): Act => ({
      type: 'probe.find',
      actor: 'US',
      id: 'us/probe-s301-legacy-chips',
      affirmative,
    });
    expect(refusals(after(state, find(true)), section301('us/probe-s301-legacy-chips'))).toEqual([]);
    expect(refusals(after(state, find(false)), section301('us/probe-s301-legacy-chips'))).toEqual([
      'authority/wrong-basis',
    ]);
  });

  it('lets a duty be threatened on an open investigation and carried out only after its finding', () => {
    const threat: Act = {
      type: 'tariff.threaten',
      actor: 'US',
      id: 'us/new-301',
      label: 'Duty on legacy chips',
      authority: 's301',
      basis: 'us/probe-s301-legacy-chips',
      ratePct: 50,
      share: 0.02,
      dueOn: '2025-12-01',
      voice: 'officials',
    };
    const threatened = after(state, threat);
    const carryOut: Act = { type: 'tariff.carry-out', actor: 'US', id: 'us/new-301', from: '2025-10-25' };
    expect(refusals(threatened, carryOut)).toEqual(['authority/no-finding']);
    const found = after(threatened, {
      type: 'probe.find',
      actor: 'US',
      id: 'us/probe-s301-legacy-chips',
      affirmative: true,
    });
    expect(after(found, carryOut).tariff['us/new-301']!.status).toBe('in-force');
  });
});

describe('statutory rates', () => {
  it('no executive act changes a most-favoured-nation rate', () => {
    const acts: Act[] = [
      { type: 'tariff.cut', actor: 'US', id: 'us/mfn', ratePct: 1 },
      { type: 'tariff.raise', actor: 'US', id: 'us/mfn', ratePct: 10 },
      { type: 'tariff.suspend', actor: 'US', id: 'us/mfn', until: '2026-01-01' },
      { type: 'tariff.withdraw', actor: 'US', id: 'us/mfn', traded: false },
    ];
    for (const act of acts) expect(refusals(kualaLumpur, act), act.type).toContain('tariff/statutory');
    const onMfn = { ...surcharge(5), authority: 'us-mfn' };
    expect(refusals(kualaLumpur, onMfn)).toContain('authority/wrong-instrument');
  });

  it('a party changes its own duties only and uses its own law only', () => {
    expect(refusals(kualaLumpur, { type: 'tariff.cut', actor: 'CN', id: FENTANYL, ratePct: 10 })).toEqual([
      'tariff/not-the-imposer',
    ]);
    expect(refusals(kualaLumpur, { ...surcharge(5), actor: 'CN' })).toEqual(['authority/not-the-owner']);
  });
});

describe('suspension and snapback', () => {
  it('law 17: suspend, then resume restores exactly the earlier average', () => {
    const suspended = after(kualaLumpur, {
      type: 'tariff.suspend',
      actor: 'US',
      id: FENTANYL,
      until: '2026-01-01',
    });
    expect(usAverage(kualaLumpur) - usAverage(suspended)).toBeCloseTo(20, 9);
    const resumed = after(suspended, { type: 'tariff.resume', actor: 'US', id: FENTANYL });
    expect(usAverage(resumed)).toBe(usAverage(kualaLumpur));
    expect(resumed.tariff[FENTANYL]!.ratePct).toBe(20);
  });

  it('law 17: nested extensions and the expiry restore exactly the earlier rate', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }), (steps) => {
        let until = addDays(kualaLumpur.today, steps[0]!);
        let state = after(kualaLumpur, { type: 'tariff.suspend', actor: 'US', id: FENTANYL, until });
        for (const step of steps.slice(1)) {
          until = addDays(until, step);
          state = after(state, { type: 'tariff.extend', actor: 'US', id: FENTANYL, until });
        }
        expect(later(state, addDays(until, -1)).tariff[FENTANYL]!.status).toBe('suspended');
        const back = later(state, until).tariff[FENTANYL]!;
        expect(back).toMatchObject({ status: 'in-force', ratePct: 20, since: until, suspendedUntil: null });
      }),
      { numRuns: 100 },
    );
  });

  it('the 24 points of Geneva snap back on 10 November unless the suspension is extended', () => {
    expect(later(kualaLumpur, '2025-11-09').tariff[HEIGHTENED]!.status).toBe('suspended');
    expect(later(kualaLumpur, '2025-11-10').tariff[HEIGHTENED]).toMatchObject({
      status: 'in-force',
      ratePct: 24,
    });
    const extended = after(kualaLumpur, {
      type: 'tariff.extend',
      actor: 'US',
      id: HEIGHTENED,
      until: '2026-11-10',
    });
    expect(later(extended, '2025-11-10').tariff[HEIGHTENED]!.status).toBe('suspended');
  });

  it('an extension ends later than what it extends and leaves the first day of the suspension alone', () => {
    const extend = (until: string | null): Act => ({
      type: 'tariff.extend',
      actor: 'US',
      id: HEIGHTENED,
      until,
    });
    expect(refusals(kualaLumpur, extend('2025-11-10'))).toEqual(['tariff/extension-not-later']);
    expect(refusals(kualaLumpur, extend('2025-11-11'))).toEqual([]);
    const { since } = kualaLumpur.tariff[HEIGHTENED]!;
    expect(after(kualaLumpur, extend('2026-01-01')).tariff[HEIGHTENED]!.since).toBe(since);
  });

  it('a suspension without an end cannot be extended, only resumed or withdrawn', () => {
    const act: Act = { type: 'tariff.extend', actor: 'US', id: 'us/s301-list4b', until: '2026-01-01' };
    expect(refusals(kualaLumpur, act)).toEqual(['tariff/extension-not-later']);
    expect(refusals(kualaLumpur, { type: 'tariff.resume', actor: 'US', id: 'us/s301-list4b' })).toEqual([]);
  });

  it('a rate cut while suspended is the rate that snaps back', () => {
    const state = after(kualaLumpur, { type: 'tariff.cut', actor: 'US', id: HEIGHTENED, ratePct: 10 });
    expect(later(state, '2025-11-10').tariff[HEIGHTENED]!.ratePct).toBe(10);
  });
});

describe('a widening', () => {
  const widen = (id: string, share: number): Act => ({ type: 'tariff.widen', actor: 'US', id, share });
  const METALS = 'us/s232-metals-doubling';

  it('brings goods under the duty at its rate: the average rises by rate times the share that is added', () => {
    const { ratePct, share } = kualaLumpur.tariff[METALS]!;
    const state = after(kualaLumpur, widen(METALS, share + 0.02));
    expect(usAverage(state) - usAverage(kualaLumpur)).toBeCloseTo(ratePct * 0.02, 9);
    expect(state.tariff[METALS]!.ratePct).toBe(ratePct);
  });

  it('takes no goods out, covers no more than all trade, and changes nothing that a statute sets', () => {
    const { share } = kualaLumpur.tariff[METALS]!;
    expect(refusals(kualaLumpur, widen(METALS, share))).toEqual([]);
    expect(refusals(kualaLumpur, widen(METALS, share - 0.001))).toEqual(['tariff/not-a-widening']);
    expect(refusals(kualaLumpur, widen(METALS, 1.001))).toEqual(['tariff/not-a-widening']);
    expect(refusals(kualaLumpur, widen('us/mfn', 1))).toEqual(['tariff/statutory']);
  });

  it('of a suspended duty shows when it snaps back, and not before', () => {
    const { share } = kualaLumpur.tariff[HEIGHTENED]!;
    const state = after(kualaLumpur, widen(HEIGHTENED, share + 0.1));
    expect(usAverage(state)).toBeCloseTo(usAverage(kualaLumpur), 9);
    const back = later(state, '2025-11-10');
    expect(usAverage(back) - usAverage(later(kualaLumpur, '2025-11-10'))).toBeCloseTo(2.4, 9);
  });
});

describe('threats', () => {
  it('a threatened duty stays apart from the average until it is carried out', () => {
    const carried = after(kualaLumpur, {
      type: 'tariff.carry-out',
      actor: 'US',
      id: HUNDRED,
      from: '2025-10-25',
    });
    expect(usAverage(kualaLumpur)).toBeLessThan(60);
    expect(usAverage(carried) - usAverage(kualaLumpur)).toBeCloseTo(100, 9);
    expect(carried.coercion.at(-1)).toMatchObject({
      on: '2025-10-25',
      by: 'US',
      measure: HUNDRED,
      size: 100,
    });
  });

  it('a threat can be carried out on the whole of its day and lapses on the next', () => {
    const lastDay = later(kualaLumpur, '2025-11-01');
    expect(lastDay.tariff[HUNDRED]!.status).toBe('threatened');
    expect(
      refusals(lastDay, { type: 'tariff.carry-out', actor: 'US', id: HUNDRED, from: '2025-11-01' }),
    ).toEqual([]);
    expect(later(lastDay, '2025-11-02').tariff[HUNDRED]!.status).toBe('lapsed');
  });

  it('a postponed threat waits for its new day', () => {
    const state = after(kualaLumpur, {
      type: 'tariff.postpone',
      actor: 'US',
      id: HUNDRED,
      until: '2025-12-01',
    });
    expect(later(state, '2025-12-01').tariff[HUNDRED]!.status).toBe('threatened');
    expect(later(state, '2025-12-02').tariff[HUNDRED]!.status).toBe('lapsed');
    expect(
      refusals(kualaLumpur, { type: 'tariff.postpone', actor: 'US', id: HUNDRED, until: '2025-11-01' }),
    ).toEqual(['tariff/date-not-later']);
  });

  it('a withdrawn threat leaves no deadline and cannot be carried out', () => {
    const state = after(kualaLumpur, { type: 'tariff.withdraw', actor: 'US', id: HUNDRED, traded: true });
    expect(state.deadlines.some((deadline) => deadline.subject === HUNDRED)).toBe(false);
    expect(
      refusals(state, { type: 'tariff.carry-out', actor: 'US', id: HUNDRED, from: '2025-10-25' }),
    ).toEqual(['tariff/wrong-status']);
  });

  it('a threat carried out for a later day is an order that takes effect on it', () => {
    const state = after(kualaLumpur, {
      type: 'tariff.carry-out',
      actor: 'US',
      id: HUNDRED,
      from: '2025-11-15',
    });
    expect(state.tariff[HUNDRED]!.status).toBe('scheduled');
    expect(later(state, '2025-11-14').tariff[HUNDRED]!.status).toBe('scheduled');
    expect(later(state, '2025-11-15').tariff[HUNDRED]!.status).toBe('in-force');
  });
});

describe('the ledger of duties', () => {
  it('law 19: the average is the sum of the layers in force and the remainder, never negative', () => {
    const layers = Object.values(kualaLumpur.tariff).filter(
      (layer) => layer.imposer === 'US' && layer.status === 'in-force',
    );
    const remainder = kualaLumpur.reconciliations
      .filter((row) => row.direction === 'usOnCn')
      .reduce((sum, row) => sum + row.pp, 0);
    const sum = layers.reduce((total, layer) => total + layer.ratePct * layer.share, 0);
    expect(usAverage(kualaLumpur)).toBeCloseTo(sum + remainder, 9);
    const negative = {
      ...kualaLumpur,
      tariff: {},
      reconciliations: [{ direction: 'usOnCn' as const, pp: -3, source: 'test' }],
    };
    expect(usAverage(negative)).toBe(0);
  });

  it('law 20: a proposed, threatened, ordered, suspended or ended layer adds nothing today', () => {
    for (const status of [
      'proposed',
      'threatened',
      'scheduled',
      'suspended',
      'lapsed',
      'withdrawn',
      'struck-down',
    ] as const) {
      const layer = { ...kualaLumpur.tariff[FENTANYL]!, status };
      const state = { ...kualaLumpur, tariff: { ...kualaLumpur.tariff, [FENTANYL]: layer } };
      expect(usAverage(kualaLumpur) - usAverage(state), status).toBeCloseTo(20, 9);
    }
  });

  it('law 21: events on different layers commute', () => {
    const acts: Act[] = [
      { type: 'tariff.cut', actor: 'US', id: FENTANYL, ratePct: 10 },
      { type: 'tariff.suspend', actor: 'US', id: 'us/ieepa-reciprocal-baseline', until: '2026-02-01' },
      { type: 'tariff.extend', actor: 'CN', id: 'cn/reciprocal-heightened', until: '2026-02-01' },
      { type: 'tariff.carry-out', actor: 'US', id: HUNDRED, from: '2025-11-01' },
      { type: 'tariff.withdraw', actor: 'CN', id: 'cn/fentanyl-farm', traded: true },
      { type: 'control.postpone', actor: 'CN', id: 'cn/rare-earths-october-elements', until: '2026-02-01' },
      { type: 'port-fee.suspend', actor: 'US', id: 'us/port-fees', until: '2026-02-01' },
      surcharge(12),
    ];
    const inOrder = after(kualaLumpur, ...acts);
    fc.assert(
      fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), (shuffled) => {
        const { coercion, tariff, ...rest } = after(kualaLumpur, ...shuffled);
        const { coercion: inOrderCoercion, tariff: inOrderTariff, ...inOrderRest } = inOrder;
        expect(rest).toEqual(inOrderRest);
        expect(tariff).toEqual(inOrderTariff);
        // The record of coercion tells the order of the acts; its content is the same.
        expect([...coercion].sort((a, b) => (a.measure < b.measure ? -1 : 1))).toEqual(
          [...inOrderCoercion].sort((a, b) => (a.measure < b.measure ? -1 : 1)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('a cut to zero keeps the layer, and nothing is below zero', () => {
    const zero = after(kualaLumpur, { type: 'tariff.cut', actor: 'US', id: FENTANYL, ratePct: 0 });
    expect(zero.tariff[FENTANYL]).toMatchObject({ status: 'in-force', ratePct: 0 });
    expect(refusals(zero, { type: 'tariff.cut', actor: 'US', id: FENTANYL, ratePct: 0 })).toEqual([
      'tariff/not-a-cut',
    ]);
    expect(refusals(kualaLumpur, { type: 'tariff.cut', actor: 'US', id: FENTANYL, ratePct: -1 })).toEqual([
      'tariff/not-a-cut',
    ]);
    expect(refusals(kualaLumpur, { type: 'tariff.cut', actor: 'US', id: FENTANYL, ratePct: 20 })).toEqual([
      'tariff/not-a-cut',
    ]);
  });

  it('an order for a day that does not exist is refused', () => {
    expect(refusals(kualaLumpur, surcharge(5, '2025-11-31'))).toEqual(['tariff/effect-in-the-past']);
    expect(transition(kualaLumpur, today(kualaLumpur, surcharge(5, '2025-10-24'))).ok).toBe(false);
  });
});
