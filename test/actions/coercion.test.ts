/** What counts as a new coercive act, into which duty a rise may go, and which licences use up the trade. */
import { describe, expect, it } from 'vitest';
import { violations } from '../../src/engine/legality';
import type { EventBase } from '../../src/actions/index';
import type { Licence } from '../../src/model/export-control';
import type { MeasureStatus } from '../../src/model/measure';
import type { State } from '../../src/model/state';
import { after, kualaLumpur, refusals, type Act } from '../record';

const DUTY = 'us/ieepa-fentanyl';
const CONTROL = 'cn/rare-earths-april';
const changed = (change: (state: State) => void): State => {
  const state = structuredClone(kualaLumpur);
  change(state);
  return state;
};

describe('a measure made harder', () => {
  const noted = (status: MeasureStatus): [boolean, boolean] => {
    const state = changed((draft) => {
      draft.tariff[DUTY]!.status = status;
      Object.assign(draft.control[CONTROL]!, { status, severity: 0.5, indivisible: false });
    });
    const raise: Act = { type: 'tariff.raise', actor: 'US', id: DUTY, ratePct: 30 };
    const tighten: Act = { type: 'control.tighten', actor: 'CN', id: CONTROL, severity: 0.9 };
    return [after(state, raise), after(state, tighten)].map(
      ({ coercion }) => coercion.length > kualaLumpur.coercion.length,
    ) as [boolean, boolean];
  };

  it('is a coercive act where it applies or is ordered, and none while it is threatened or suspended', () => {
    expect(noted('in-force')).toEqual([true, true]);
    expect(noted('scheduled')).toEqual([true, true]);
    expect(noted('threatened')).toEqual([false, false]);
    expect(noted('suspended')).toEqual([false, false]);
  });
});

describe('a rise', () => {
  const into = (change: object, rate = 5): string[] => {
    const state = changed((draft) => {
      Object.assign(draft.tariff['us/ieepa-hundred']!, { authority: 's122', ratePct: rate });
      Object.assign(draft.tariff[DUTY]!, { authority: 's122', ratePct: 10, ...change });
    });
    return refusals(state, { type: 'tariff.fold-in', actor: 'US', id: 'us/ieepa-hundred', into: DUTY });
  };

  it('goes into a duty in force of the same party under the same statute, up to its ceiling', () => {
    expect(into({})).toEqual([]);
    expect(into({}, 5.1)).toEqual(['tariff/not-the-same-footing']);
    for (const change of [{ status: 'suspended' }, { imposer: 'CN' }, { authority: 'ieepa' }])
      expect(into(change), JSON.stringify(change)).toEqual(['tariff/not-the-same-footing']);
  });

  it('of no known duty has nowhere to go', () => {
    const act = { type: 'tariff.fold-in', actor: 'US', on: kualaLumpur.today, id: 'us/nothing', into: 'x' };
    expect(violations(kualaLumpur, act as EventBase).map(({ code }) => code)).toEqual(['tariff/unknown']);
  });
});

describe('licences', () => {
  const licence = (id: string, status: Licence['status']): Licence => ({
    id,
    share: 0.4,
    grantedOn: kualaLumpur.today,
    effectiveOn: kualaLumpur.today,
    until: '2027-01-01',
    status,
  });
  const grant = (state: State, share: number, id = 'new'): string[] =>
    refusals(state, {
      type: 'licence.grant',
      actor: 'CN',
      id: CONTROL,
      licence: id,
      share,
      effectiveOn: '2025-12-01',
      until: null,
    });
  const held = (...statuses: readonly Licence['status'][]): State =>
    changed((state) => {
      Object.assign(state.control[CONTROL]!, {
        status: 'in-force',
        licences: statuses.map((status, at) => licence(`l${at}`, status)),
      });
    });

  it('in effect or pending use up the trade, those expired or withheld do not', () => {
    expect(grant(held('effective', 'pending'), 0.19)).toEqual([]);
    expect(grant(held('effective', 'pending'), 0.21)).toEqual(['licence/too-much']);
    expect(grant(held('effective'), 0.61)).toEqual(['licence/too-much']);
    expect(grant(held('pending'), 0.61)).toEqual(['licence/too-much']);
    expect(grant(held('expired', 'withheld'), 1)).toEqual([]);
  });

  it('of one control have a name each', () => {
    expect(grant(held('effective'), 0.1, 'l0')).toEqual(['licence/id-taken']);
    expect(grant(held('effective'), 0.1, 'l1')).toEqual([]);
  });

  it('are withheld one by one, with the days on which they would have begun and ended', () => {
    const state = held('pending', 'pending');
    state.deadlines = ['licence-effect', 'licence-expiry'].flatMap((kind) =>
      ['l0', 'l1'].map(
        (id) =>
          ({
            kind,
            on: '2027-01-01',
            subject: `${CONTROL}#${id}`,
            control: CONTROL,
          }) as State['deadlines'][number],
      ),
    );
    const next = after(state, { type: 'licence.withhold', actor: 'CN', key: `${CONTROL}#l1` });
    expect(next.control[CONTROL]!.licences.map(({ status }) => status)).toEqual(['pending', 'withheld']);
    expect(next.deadlines.map(({ subject }) => subject)).toEqual([`${CONTROL}#l0`, `${CONTROL}#l0`]);
    expect(next.coercion.at(-1)).toMatchObject({ by: 'CN', measure: CONTROL });
  });
});
