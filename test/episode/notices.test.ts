/** Notices: a suspension of which it was announced that it goes on ends unless its author gives the legal notice in time. */
import { expect, it } from 'vitest';
import { loadScenario } from '../../src/scenario/library';
import type { Scenario } from '../../src/scenario/schema';
import { eachEpisode } from './fixtures';

const EPISODES = 40;
const DUTY = 'us/ieepa-reciprocal-heightened';
const base = loadScenario('meeting-called-off');

const announcement = {
  type: 'tariff.extend',
  actor: 'US',
  on: '2025-10-27',
  id: DUTY,
  until: '2026-01-10',
  from: null,
} as const;

const snapback = { type: 'tariff.snapback', actor: 'calendar', on: '2025-11-10', id: DUTY };

/** Episodes without a meeting in which the duty stays suspended by a notice, and in which it returns. */
function counted(parameters: Scenario['parameters'], announced: boolean) {
  const events = announced ? { ...base.events, announced: announcement } : base.events;
  const scenario: Scenario = { ...base, events, horizon: '2025-11-14', parameters };
  let noticed = 0;
  let returned = 0;
  eachEpisode(scenario, EPISODES, ({ run }) => {
    const given = run.log!.filter((event) => event.type === 'tariff.give-notice');
    const duty = run.state.tariff[DUTY]!;
    if (given.length > 0) {
      expect(given).toMatchObject([{ actor: 'US', on: '2025-11-09', id: DUTY, from: '2025-11-10' }]);
      expect(duty).toMatchObject({ status: 'suspended', suspendedUntil: '2026-01-10' });
    } else expect(run.log).toContainEqual(snapback);
    if (given.length > 0) noticed += 1;
    else returned += 1;
  });
  return { noticed, returned };
}

/** No truce is prolonged, which would prolong its suspensions at once, and no court ends the duty. */
const ALONE = { 'truce.extendedOnTheEve': 0, 'chance.monthlyRuling': 0 } as const;

it('is given on the eve as often as a pledged administrative act is done, and the suspension goes on', () => {
  expect(counted({ ...ALONE, 'promises.actKept': 1 }, true)).toEqual({ noticed: EPISODES, returned: 0 });
  expect(counted({ ...ALONE, 'promises.actKept': 0 }, true)).toEqual({ noticed: 0, returned: EPISODES });
  const { noticed } = counted({ ...ALONE, 'promises.actKept': 0.5 }, true);
  expect(noticed).toBeGreaterThan(EPISODES * 0.2);
  expect(noticed).toBeLessThan(EPISODES * 0.8);
});

it('is given as well where nothing else goes on in the year after', () => {
  const quiet = { ...ALONE, 'promises.actKept': 1, 'year.rounds': 0 } as const;
  expect(counted(quiet, true)).toEqual({ noticed: EPISODES, returned: 0 });
});

it('is not given of what was not announced', () => {
  expect(counted({ ...ALONE, 'promises.actKept': 1 }, false)).toEqual({ noticed: 0, returned: EPISODES });
});
