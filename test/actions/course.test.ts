/** What the course of a measure rests on: its statute's standing and procedure, and the bounds of its days. */
import { describe, expect, it } from 'vitest';
import { earlierOf, endOf, laterOf } from '../../src/actions/course';
import { violations } from '../../src/engine/legality';
import type { EventBase } from '../../src/actions/index';
import type { Draft, State } from '../../src/model/state';
import { kualaLumpur, writableCopy } from '../record';

const changed = (change: (state: Draft) => void): State => {
  const state = writableCopy(kualaLumpur);
  change(state);
  return state;
};
/** Code and facts of the refusals of an act by the United States today. */
const told = (state: State, act: object) =>
  violations(state, { actor: 'US', on: state.today, ...act } as EventBase).map(({ code, facts }) => [
    code,
    facts,
  ]);

const SUSPENDED = 'us/ieepa-reciprocal-heightened';
const resume = { type: 'tariff.resume', id: SUSPENDED };
const FOUNDED = Object.values(kualaLumpur.tariff).find(
  ({ basis, imposer, status }) => basis !== null && imposer === 'US' && status === 'in-force',
)!;

describe('the later and the earlier of two days', () => {
  it('are what they say, and no day is neither', () => {
    expect(laterOf('2025-01-02', '2025-01-03')).toBe('2025-01-03');
    expect(laterOf('2025-01-02', '2025-01-01')).toBe('2025-01-02');
    expect(laterOf('2025-01-02', null)).toBe('2025-01-02');
    expect(earlierOf('2025-01-02', '2025-01-01')).toBe('2025-01-01');
    expect(earlierOf('2025-01-02', '2025-01-03')).toBe('2025-01-02');
    expect(earlierOf('2025-01-02', null)).toBe('2025-01-02');
  });

  it('bound a suspension by the last day of its measure', () => {
    expect(endOf(kualaLumpur, 'tariff', SUSPENDED)).toBeNull();
    expect(endOf(kualaLumpur, 'tariff', 'us/nothing')).toBeNull();
    const limited = changed((state) => {
      state.tariff[SUSPENDED]!.endsOn = '2025-12-01';
    });
    expect(endOf(limited, 'tariff', SUSPENDED)).toBe('2025-11-30');
    expect(told(limited, { type: 'tariff.extend', id: SUSPENDED, until: '2025-11-30' })).toEqual([]);
    expect(told(limited, { type: 'tariff.extend', id: SUSPENDED, until: '2025-12-01' })).toEqual([
      [
        'tariff/extension-not-later',
        { field: 'until', given: '2025-12-01', allowed: '2025-11-11 to 2025-11-30 or null' },
      ],
    ]);
  });
});

describe('a measure that shall apply again', () => {
  it('needs an authority that stands, and the refusal names it', () => {
    const struck = changed((state) => {
      state.authorities.ieepa!.standing = 'struck-down';
    });
    expect(told(kualaLumpur, resume)).toEqual([]);
    expect(told(struck, resume)).toEqual([['authority/struck-down', { authority: 'ieepa' }]]);
    for (const standing of ['challenged', 'stayed'] as const) {
      const doubtful = changed((state) => {
        state.authorities.ieepa!.standing = standing;
      });
      expect(told(doubtful, resume), standing).toEqual([]);
    }
  });

  it('on an authority that the record does not have is refused nothing on its account', () => {
    const lost = changed((state) => {
      Object.assign(state.tariff[SUSPENDED]!, { authority: 'nowhere' });
    });
    expect(told(lost, resume)).toEqual([]);
  });
});

describe('a threat that is carried out', () => {
  const carryOut = { type: 'tariff.carry-out', id: FOUNDED.id, from: kualaLumpur.today };
  const threatened = (basis: string | null, change: (state: Draft) => void = () => undefined) =>
    changed((state) => {
      Object.assign(state.tariff[FOUNDED.id]!, { status: 'threatened', basis });
      change(state);
    });

  it('rests on an affirmative finding where its statute asks for one, and the refusal names both', () => {
    const facts = (basis: string | null) => ({ authority: FOUNDED.authority, basis });
    expect(told(threatened(FOUNDED.basis), carryOut)).toEqual([]);
    expect(told(threatened(null), carryOut)).toEqual([['authority/no-finding', facts(null)]]);
    expect(told(threatened('nowhere'), carryOut)).toEqual([['authority/no-finding', facts('nowhere')]]);
    for (const status of ['open', 'suspended', 'closed'] as const) {
      const open = threatened(FOUNDED.basis, (state) => {
        state.probes[FOUNDED.basis!]!.status = status;
      });
      expect(told(open, carryOut), status).toEqual([['authority/no-finding', facts(FOUNDED.basis)]]);
    }
    const free = threatened(null, (state) => {
      Object.assign(state.tariff[FOUNDED.id]!, { authority: 'ieepa' });
    });
    expect(told(free, carryOut)).toEqual([]);
    const lost = threatened(null, (state) => {
      Object.assign(state.tariff[FOUNDED.id]!, { authority: 'nowhere' });
    });
    expect(told(lost, carryOut)).toEqual([]);
  });
});
