import { describe, expect, it } from 'vitest';
import { MEASURE_KINDS } from '../../src/model/measure';
import { legalActions, sampleMember } from '../../src/engine/legal-actions';
import type { State } from '../../src/model/state';
import { loophole, uncoveredOf } from '../../src/model/truce';
import { after, kualaLumpur, later, refusals, type Act } from '../record';

const extend = (until: string): Act => ({ type: 'truce.extend', actor: 'both', until });
const conclude = (id: string): Act => ({
  type: 'truce.conclude',
  actor: 'both',
  id,
  label: 'x',
  until: '2026-11-10',
  covered: ['us/ieepa-fentanyl'],
  provisional: true,
});

/** The gap that the truce text of a state leaves. */
function gapOf(state: State): number {
  const uncovered = (kind: (typeof MEASURE_KINDS)[number]) => uncoveredOf(state, kind);
  return loophole(state.truce, {
    tariff: uncovered('tariff'),
    control: uncovered('control'),
    portFee: uncovered('portFee'),
    listing: uncovered('listing'),
  });
}

describe('the truce', () => {
  it('of Geneva lapses on 10 November, the first day no longer covered', () => {
    expect(later(kualaLumpur, '2025-11-09').truce.status).toBe('strained');
    expect(later(kualaLumpur, '2025-11-10').truce.status).toBe('lapsed');
  });

  it('extended lives to its new day, with what strained it laid aside', () => {
    const state = after(kualaLumpur, extend('2026-11-10'));
    expect(state.truce).toMatchObject({ status: 'in-force', textOn: '2025-10-25', expiresOn: '2026-11-10' });
    expect(later(state, '2026-11-09').truce.status).toBe('in-force');
    expect(later(state, '2026-11-10').truce.status).toBe('lapsed');
    expect(state.deadlines.filter((deadline) => deadline.kind === 'truce-expiry')).toHaveLength(1);
  });

  it('counts the age of a text from its conclusion, a repair, or an extension that lays a strain aside', () => {
    const mended = after(kualaLumpur, { type: 'truce.repair', actor: 'both' });
    expect(mended.truce.textOn).toBe('2025-10-25');
    const prolonged = after(later(mended, '2025-11-05'), extend('2026-11-10'));
    expect(prolonged.truce).toMatchObject({ textOn: '2025-10-25', expiresOn: '2026-11-10' });
    const broken = after(prolonged, {
      type: 'truce.breach',
      actor: 'CN',
      by: 'US',
      through: 'a new listing',
    });
    expect(broken.truce.textOn).toBe('2025-10-25');
    expect(after(later(broken, '2025-12-01'), extend('2026-12-10')).truce.textOn).toBe('2025-12-01');
  });

  it('is extended to a later day only, and by both', () => {
    expect(refusals(kualaLumpur, extend('2025-11-10'))).toEqual(['truce/extension-not-later']);
    expect(refusals(kualaLumpur, { ...extend('2026-01-01'), actor: 'US' } as unknown as Act)).toEqual([
      'actor/may-not',
    ]);
    expect(refusals(later(kualaLumpur, '2025-11-10'), extend('2026-01-01'))).toEqual(['truce/wrong-status']);
  });

  it('extending the truce suspends no duty: the 24 points snap back unless their own suspension is extended', () => {
    const state = later(after(kualaLumpur, extend('2026-11-10')), '2025-11-10');
    expect(state.tariff['us/ieepa-reciprocal-heightened']!.status).toBe('in-force');
  });

  it('is strained by a documented breach, which stays on the record after the repair', () => {
    const calm = after(kualaLumpur, { type: 'truce.repair', actor: 'both' });
    expect(calm.truce).toMatchObject({ status: 'in-force', expiresOn: '2025-11-10' });
    const broken = after(calm, { type: 'truce.breach', actor: 'CN', by: 'US', through: 'a new listing' });
    expect(broken.truce.status).toBe('strained');
    expect(after(broken, { type: 'truce.repair', actor: 'both' }).truce.breaches).toHaveLength(
      kualaLumpur.truce.breaches.length + 1,
    );
  });

  it('strained by an accusation counts no breach', () => {
    const calm = after(kualaLumpur, { type: 'truce.repair', actor: 'both' });
    const strained = after(calm, { type: 'truce.strain', actor: 'CN', through: 'the affiliates rule' });
    expect(strained.truce.status).toBe('strained');
    expect(strained.truce.breaches).toHaveLength(calm.truce.breaches.length);
  });

  it('terminated does not lapse later and can be followed by a new one', () => {
    const ended = after(kualaLumpur, { type: 'truce.terminate', actor: 'US' });
    expect(later(ended, '2025-11-12').truce.status).toBe('terminated');
    const next = after(ended, { type: 'truce.open-talks', actor: 'both' }, conclude('busan-2025'), {
      type: 'truce.confirm',
      actor: 'both',
    });
    expect(next.truce).toMatchObject({ id: 'busan-2025', status: 'in-force', breaches: [] });
  });

  it('a new one needs an id that nothing with a deadline has, so that ending it ends nothing else', () => {
    const ended = after(kualaLumpur, { type: 'truce.terminate', actor: 'US' });
    expect(refusals(ended, conclude('us/ieepa-hundred'))).toEqual(['truce/id-taken']);
    expect(refusals(kualaLumpur, conclude('busan-2025'))).toEqual(['truce/wrong-status']);
  });

  it('covers live measures only, and what it covers narrows the loophole', () => {
    const ended = after(kualaLumpur, { type: 'truce.terminate', actor: 'US' });
    expect(refusals(ended, { ...conclude('t'), covered: ['us/design-software-engines'] } as Act)).toEqual([
      'truce/covers-nothing-known',
    ]);
    expect(refusals(ended, { ...conclude('t'), covered: ['us/port-fees', 'us/port-fees'] } as Act)).toEqual([
      'truce/covers-nothing-known',
    ]);
    const wide = after(ended, {
      ...conclude('t'),
      covered: ['us/port-fees', 'cn/port-fees', 'us/ieepa-fentanyl'],
    } as Act);
    const uncovered = (state: State) =>
      MEASURE_KINDS.reduce((sum, kind) => sum + uncoveredOf(state, kind), 0);
    // One of the three is named by the other text too.
    expect(uncovered(wide)).toBe(uncovered(after(ended, conclude('t'))) - 2);
    expect(gapOf(wide)).toBeLessThan(gapOf(after(ended, conclude('t'))));
  });
});

describe('a text that the capitals must still confirm', () => {
  const VERBS = ['extend', 'strain', 'breach', 'repair', 'confirm', 'conclude'].map(
    (verb) => `truce.${verb}`,
  );
  const begun = after(later(kualaLumpur, '2025-11-10'), {
    type: 'truce.conclude',
    actor: 'both',
    id: 'second',
    label: 'second',
    until: '2026-11-10',
    covered: [],
    provisional: true,
  });

  it('takes effect by their confirmation and by no other act, in whatever order strains and repairs come', () => {
    let calmAgain = 0;
    const live = (state: State, moves: number, confirmed: boolean): void => {
      const { status, provisional } = state.truce;
      expect(provisional).toBe(!confirmed);
      expect(['strained', confirmed ? 'in-force' : 'provisional']).toContain(status);
      if (status === 'provisional' && moves < 4) calmAgain += 1;
      if (moves === 0) return;
      for (const type of VERBS)
        for (const template of legalActions(state, { type })) {
          const event = sampleMember(template, () => 0.5);
          live(after(state, event), moves - 1, confirmed || type === 'truce.confirm');
        }
    };
    live(begun, 5, false);
    expect(calmAgain).toBeGreaterThan(5);
  });

  it('awaits nobody once it is over', () => {
    const over = after(begun, { type: 'truce.terminate', actor: 'US' });
    expect(over.truce).toMatchObject({ status: 'terminated', provisional: false });
  });
});

describe('a strain that passes without a text', () => {
  it('leaves the truce at the age that it has, where a repair makes it new', () => {
    const { textOn } = kualaLumpur.truce;
    const calm = after(kualaLumpur, { type: 'truce.lay-aside', actor: 'both' });
    expect(calm.truce).toMatchObject({ status: 'in-force', since: kualaLumpur.today, textOn });
    const repaired = after(kualaLumpur, { type: 'truce.repair', actor: 'both' });
    expect(repaired.truce.textOn).toBe(kualaLumpur.today);
    expect(textOn! < kualaLumpur.today).toBe(true);
  });

  it('keeps its end and what was documented, and may be strained again', () => {
    const calm = after(kualaLumpur, { type: 'truce.lay-aside', actor: 'both' });
    expect(calm.truce.expiresOn).toBe(kualaLumpur.truce.expiresOn);
    expect(calm.truce.breaches).toEqual(kualaLumpur.truce.breaches);
    expect(calm.deadlines).toEqual(kualaLumpur.deadlines);
    expect(refusals(calm, { type: 'truce.strain', actor: 'CN', through: 'a list' })).toEqual([]);
  });

  it('takes both sides, and a strain', () => {
    expect(refusals(kualaLumpur, { type: 'truce.lay-aside', actor: 'US' } as unknown as Act)).toEqual([
      'actor/may-not',
    ]);
    const calm = after(kualaLumpur, { type: 'truce.lay-aside', actor: 'both' });
    expect(refusals(calm, { type: 'truce.lay-aside', actor: 'both' })).toEqual(['truce/wrong-status']);
  });
});

describe('a truce without an end', () => {
  const open = after(kualaLumpur, { type: 'truce.extend', actor: 'both', until: null });

  it('is given one by agreement, from tomorrow to two years ahead, and keeps the age of its text', () => {
    const ends = (until: string) => refusals(open, { type: 'truce.set-end', actor: 'both', until });
    expect(ends('2025-10-25')).toEqual(['truce/expiry-not-ahead']);
    expect(ends('2025-10-26')).toEqual([]);
    expect(ends('2027-10-25')).toEqual([]);
    expect(ends('2027-10-26')).toEqual(['truce/expiry-not-ahead']);
    const day = later(open, '2025-11-20');
    const ended = after(day, { type: 'truce.set-end', actor: 'both', until: '2026-03-01' });
    expect(ended.truce).toEqual({ ...day.truce, expiresOn: '2026-03-01' });
    expect(later(ended, '2026-02-28').truce.status).toBe(day.truce.status);
    expect(later(ended, '2026-03-01').truce.status).toBe('lapsed');
  });

  it('is the only one that can be given one', () => {
    const until = '2026-03-01';
    expect(refusals(kualaLumpur, { type: 'truce.set-end', actor: 'both', until })).toEqual([
      'truce/has-an-end',
    ]);
    expect(refusals(open, { type: 'truce.extend', actor: 'both', until })).toEqual([
      'truce/extension-not-later',
    ]);
  });
});
