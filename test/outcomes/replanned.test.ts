import { describe, expect, it } from 'vitest';
import { advanceTo, start, transition, type Event, type State } from '../../src/entries/index';
import { classify } from '../../src/outcomes/index';
import { loadScenario } from '../../src/scenario/library';
import { runEpisode } from '../../src/entries/index';
import { agreementOf } from '../../src/outcomes/meeting';
import { threatActs } from '../../src/episode/settlement';

const after = (state: State, event: Event): State => {
  const next = transition(state, event);
  if (!next.ok) throw new Error(next.refusals.map((refusal) => refusal.code).join());
  return next.state;
};

describe('a second meeting', () => {
  it('does not change the class of the first: called off stays not held, even where another is planned', () => {
    const scenario = loadScenario('kuala-lumpur-2025');
    const first = start('kuala-lumpur-2025');
    let state = after(first, {
      type: 'meeting.call-off',
      actor: 'US',
      meeting: 'busan-2025',
      on: '2025-10-25',
    });
    const before = classify(scenario, [first, state]);
    state = after(state, {
      type: 'meeting.plan',
      actor: 'both',
      on: '2025-10-25',
      id: 'second',
      day: '2025-10-28',
      place: 'Beijing',
    });
    state = advanceTo(state, '2025-10-28').state;
    state = after(state, { type: 'meeting.hold', actor: 'both', meeting: 'second', on: '2025-10-28' });
    expect(classify(scenario, [first, state])).toEqual(before);
    expect(scenario.outcomes[before[0]!]!.id).toBe('not-held');
  });
});

describe('what hangs over a meeting', () => {
  it('is lifted by any agreement, also where the threat has become a signed order', () => {
    let lifted = 0;
    for (let episode = 0; episode < 12; episode += 1) {
      const { final } = runEpisode('hundred-per-cent-executed', { episode });
      const agreed = agreementOf(final, 'busan-2025') !== undefined;
      const pledge = Object.values(final.pledges).find(
        ({ act }) => act.type === 'tariff.withdraw' && act.id === 'us/ieepa-hundred',
      );
      const status = final.tariff['us/ieepa-hundred']!.status;
      if (agreed && status !== 'struck-down') expect(pledge).toBeDefined();
      if (agreed && status === 'withdrawn') lifted += 1;
    }
    expect(lifted).toBeGreaterThan(0);
  });

  it('is not what was on the books before the talks: cranes and trucks stay ordered', () => {
    const ids = threatActs(
      start('kuala-lumpur-2025'),
      new Set(),
      start('kuala-lumpur-2025').coercion.length,
    ).map((act) => act.id);
    expect(ids).toContain('us/ieepa-hundred');
    expect(ids).not.toContain('us/s232-trucks');
    expect(ids).not.toContain('us/s301-cranes');
  });
});
