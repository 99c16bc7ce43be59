import { describe, expect, it } from 'vitest';
import { allowsInstrument, INSTRUMENTS, usualList, USE_OF } from '../../src/model/authority';
import { averageTariffPct } from '../../src/model/tariff';
import { allMeasures, findMeasure, isLive, type MeasureLife } from '../../src/model/measure';
import { openAuthority } from '../../src/policies/answers';
import type { State } from '../../src/model/state';
import { after, kualaLumpur, later, refusals, withAuthority } from '../record';

const measures = (state: State): MeasureLife[] =>
  [state.tariff, state.control, state.portFee, state.listing].flatMap((column) =>
    Object.values<MeasureLife>(column),
  );
const struck = after(kualaLumpur, { type: 'court.strike-down', actor: 'court', authority: 'ieepa' });

describe('IEEPA struck down', () => {
  it('ends every live measure on it, in force, suspended or threatened', () => {
    const before = measures(kualaLumpur).filter(
      (measure) => measure.authority === 'ieepa' && isLive(measure),
    );
    expect(new Set(before.map((measure) => measure.status))).toEqual(
      new Set(['in-force', 'suspended', 'threatened']),
    );
    for (const { id } of before) expect(struck.tariff[id]!.status, id).toBe('struck-down');
  });

  it('ends orders and proposals on it as well', () => {
    const born = { actor: 'US', label: 'x', authority: 'ieepa', basis: null, ratePct: 5, share: 1 } as const;
    const state = after(
      kualaLumpur,
      { type: 'tariff.propose', id: 'us/proposal', ...born },
      { type: 'tariff.impose', id: 'us/order', from: '2025-12-01', ...born },
      { type: 'court.strike-down', actor: 'court', authority: 'ieepa' },
    );
    expect(state.tariff['us/proposal']!.status).toBe('struck-down');
    expect(state.tariff['us/order']!.status).toBe('struck-down');
    expect(later(state, '2025-12-02').tariff['us/order']!.status).toBe('struck-down');
  });

  it('leaves every other measure as it was', () => {
    for (const measure of measures(kualaLumpur)) {
      if (measure.authority === 'ieepa' && isLive(measure)) continue;
      expect(measures(struck).find(({ id }) => id === measure.id)).toBe(measure);
    }
  });

  it('leaves no deadline of what it ended and every other one', () => {
    const gone = kualaLumpur.deadlines.filter((deadline) => !struck.deadlines.includes(deadline));
    expect(gone.map((deadline) => deadline.subject).sort()).toEqual([
      'us/ieepa-hundred',
      'us/ieepa-reciprocal-heightened',
    ]);
  });

  it('takes the fentanyl and reciprocal points out of the average and nothing else', () => {
    const fall = averageTariffPct(kualaLumpur, 'usOnCn') - averageTariffPct(struck, 'usOnCn');
    expect(fall).toBeCloseTo(20 + 10 * 0.6557, 6);
    expect(averageTariffPct(struck, 'cnOnUs')).toBe(averageTariffPct(kualaLumpur, 'cnOnUs'));
  });

  it('what was suspended on it does not snap back', () => {
    expect(later(struck, '2025-11-10').tariff['us/ieepa-reciprocal-heightened']!.status).toBe('struck-down');
  });

  it('carries nothing new, and nothing on it can be resumed or carried out', () => {
    const born = { actor: 'US', label: 'x', authority: 'ieepa', basis: null, ratePct: 5, share: 1 } as const;
    expect(refusals(struck, { type: 'tariff.impose', id: 'us/x', from: '2025-10-25', ...born })).toEqual([
      'authority/struck-down',
    ]);
    expect(
      refusals(struck, { type: 'tariff.resume', actor: 'US', id: 'us/ieepa-reciprocal-heightened' }),
    ).toContain('authority/struck-down');
    expect(
      refusals(struck, { type: 'tariff.carry-out', actor: 'US', id: 'us/ieepa-hundred', from: '2025-10-25' }),
    ).toContain('authority/struck-down');
  });

  it('is final: no court upholds or strikes again', () => {
    for (const verb of ['court.uphold', 'court.strike-down', 'court.stay', 'court.take-up'] as const) {
      expect(refusals(struck, { type: verb, actor: 'court', authority: 'ieepa' }), verb).toEqual([
        'court/wrong-standing',
      ]);
    }
  });
});

describe('courts', () => {
  it('rule on statutes open to challenge only', () => {
    for (const authority of ['s232', 's301', 's122', 'cn-tariff-law']) {
      expect(refusals(kualaLumpur, { type: 'court.strike-down', actor: 'court', authority })).toEqual([
        'court/not-exposed',
      ]);
    }
    expect(
      refusals(kualaLumpur, { type: 'court.strike-down', actor: 'court', authority: '__proto__' }),
    ).toEqual(['authority/unknown']);
  });

  it('a stayed judgment lets collection go on, and an upheld authority is as good as new', () => {
    const stayed = after(kualaLumpur, { type: 'court.stay', actor: 'court', authority: 'ieepa' });
    expect(averageTariffPct(stayed, 'usOnCn')).toBe(averageTariffPct(kualaLumpur, 'usOnCn'));
    expect(
      after(stayed, { type: 'court.uphold', actor: 'court', authority: 'ieepa' }).authorities.ieepa!.standing,
    ).toBe('available');
  });

  it('a statute of Section 122 that were exposed would lose its duty the same day', () => {
    const exposed = withAuthority(kualaLumpur, 's122', { exposedToCourts: true });
    const state = after(
      exposed,
      {
        type: 'tariff.impose',
        actor: 'US',
        id: 'us/s',
        label: 's',
        authority: 's122',
        basis: null,
        ratePct: 15,
        share: 1,
        from: '2025-10-25',
      },
      { type: 'court.strike-down', actor: 'court', authority: 's122' },
    );
    expect(state.tariff['us/s']!.status).toBe('struck-down');
    expect(later(state, '2026-04-01').tariff['us/s']!.status).toBe('struck-down');
  });

  it('parties do not rule', () => {
    const act = { type: 'court.strike-down', actor: 'CN', authority: 'ieepa' } as never;
    expect(refusals(kualaLumpur, act)).toEqual(['actor/may-not']);
  });
});

describe('a ruling on one use of a statute', () => {
  const both = withAuthority(kualaLumpur, 'ieepa', {
    instruments: ['tariff', 'listing'],
    exposure: ['tariff'],
  });
  const sanctions = {
    type: 'listing.impose',
    actor: 'US',
    label: 'Sanctions on a refinery',
    authority: 'ieepa',
    basis: null,
    list: 'sdn-list',
    entities: 1,
    from: '2025-10-25',
  } as const;
  const ruled = after(
    both,
    { ...sanctions, id: 'us/refinery' },
    { type: 'court.strike-down', actor: 'court', authority: 'ieepa' },
  );

  it('ends the duties of the emergency statute, and its sanctions live', () => {
    expect(ruled.tariff['us/ieepa-fentanyl']!.status).toBe('struck-down');
    expect(ruled.listing['us/refinery']!.status).toBe('in-force');
    expect(refusals(ruled, { ...sanctions, id: 'us/second' })).toEqual([]);
    const duty = { actor: 'US', label: 'x', authority: 'ieepa', basis: null, ratePct: 5, share: 1 } as const;
    expect(
      refusals(ruled, { type: 'tariff.threaten', id: 'us/x', dueOn: null, voice: 'leader', ...duty }),
    ).toEqual(['authority/struck-down']);
  });

  it.each(INSTRUMENTS.map((use) => [use] as const))(
    'on its use for %s alone, leaves every other use in being, for answers and lists as for orders',
    (exposed) => {
      const all = withAuthority(kualaLumpur, 'ieepa', { instruments: INSTRUMENTS, exposure: [exposed] });
      const struck = after(all, { type: 'court.strike-down', actor: 'court', authority: 'ieepa' });
      const { ieepa } = struck.authorities;
      for (const use of INSTRUMENTS) {
        const only = { ...struck, authorities: { ieepa: ieepa! } };
        expect(openAuthority(only, 'US', use) === null, use).toBe(use === exposed);
        expect(allowsInstrument(ieepa!, 'US', use), use).toBe(use !== exposed);
      }
      for (const [kind, measure] of allMeasures(struck)) {
        if (measure.authority !== 'ieepa') continue;
        const was = findMeasure(all, measure.id)!;
        const falls = USE_OF[kind] === exposed && isLive(was);
        expect(measure.status, measure.id).toBe(falls ? 'struck-down' : was.status);
      }
      expect(usualList({ ieepa: ieepa! }, 'US') === null).toBe(exposed === 'listing');
    },
  );

  it('lets what was suspended under a use that lives resume, and no other', () => {
    const paused = after(ruled, { type: 'listing.suspend', actor: 'US', id: 'us/refinery', until: null });
    expect(refusals(paused, { type: 'listing.resume', actor: 'US', id: 'us/refinery' })).toEqual([]);
  });
});

describe('suits over other statutes', () => {
  const surcharge = after(kualaLumpur, {
    type: 'tariff.impose',
    actor: 'US',
    id: 'us/s122-surcharge',
    label: 'Surcharge',
    authority: 's122',
    basis: null,
    ratePct: 10,
    share: 0.5,
    from: '2025-10-25',
  });

  it.each(['s122', 's232', 's301', 's338'])('may be brought over %s, which is then ruled on', (authority) => {
    expect(refusals(surcharge, { type: 'court.stay', actor: 'court', authority })).toEqual([
      'court/not-exposed',
    ]);
    const sued = after(surcharge, { type: 'court.take-up', actor: 'court', authority });
    for (const type of ['court.stay', 'court.uphold', 'court.strike-down'] as const)
      expect(refusals(sued, { type, actor: 'court', authority })).toEqual([]);
    const upheld = after(sued, { type: 'court.uphold', actor: 'court', authority });
    expect(refusals(upheld, { type: 'court.strike-down', actor: 'court', authority })).toEqual([
      'court/not-exposed',
    ]);
  });

  it.each(['cn-tariff-law', 'us-mfn'])('are not brought over %s', (authority) => {
    expect(refusals(surcharge, { type: 'court.take-up', actor: 'court', authority })).toEqual([
      'court/not-exposed',
    ]);
  });

  const id = 'us/s122-surcharge';
  const average = (state: State) => averageTariffPct(state, 'usOnCn');

  it('may end one measure and leave its statute', () => {
    const state = after(surcharge, { type: 'court.strike-measure', actor: 'court', measure: id });
    expect(state.tariff[id]!.status).toBe('struck-down');
    expect(state.authorities.s122!.standing).toBe('available');
    expect(refusals(state, { type: 'court.strike-measure', actor: 'court', measure: id })).toEqual([
      'court/wrong-status',
    ]);
    expect(
      refusals(state, { type: 'court.strike-measure', actor: 'court', measure: 'cn/port-fees' }),
    ).toEqual(expect.arrayContaining(['court/not-exposed']) as string[]);
  });

  it('may free those alone who sued, until a higher court stays that; no party decides on it', () => {
    const relieved = after(surcharge, { type: 'court.relieve', actor: 'court', measure: id, share: 0.02 });
    expect(average(surcharge) - average(relieved)).toBeCloseTo(0.2, 9);
    expect(refusals(relieved, { type: 'court.relieve', actor: 'court', measure: id, share: 0.02 })).toEqual([
      'court/relieved-already',
    ]);
    const key = `${id}#court-relief`;
    expect(refusals(relieved, { type: 'exclusion.revoke', actor: 'US', key })).toEqual([
      'exclusion/by-a-court',
    ]);
    const stayed = after(relieved, { type: 'court.stay-relief', actor: 'court', measure: id });
    expect(average(stayed)).toBe(average(surcharge));
    expect(stayed.coercion).toEqual(surcharge.coercion);
    expect(refusals(stayed, { type: 'court.stay-relief', actor: 'court', measure: id })).toEqual([
      'court/no-relief',
    ]);
    expect(refusals(surcharge, { type: 'court.relieve', actor: 'court', measure: id, share: 0.51 })).toEqual([
      'court/too-much',
    ]);
  });
});
