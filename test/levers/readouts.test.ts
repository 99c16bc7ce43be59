/** Rounds before a meeting by how they ended, and threats taken off before it, run by run on common draws. */
import { describe, expect, it } from 'vitest';
import type { Readout } from '../../src/model/talks';
import type { Scenario } from '../../src/scenario/schema';
import { atLength } from '../extent';
import { BASE, COLUMNS, shown } from './what-if';

const RUNS = atLength(1000, 250);
const both = { actor: 'both', id: 'r2' } as const;

/** The base scenario after a second round that ended so. */
function afterRound(readout: Readout): Scenario {
  const round = {
    level: 'ministerial',
    place: 'Seoul',
    opensOn: '2025-10-28',
    days: 1,
    agenda: ['extension'],
  };
  const events = {
    scheduled: { ...both, ...round, on: '2025-10-27', type: 'talks.schedule' },
    opened: { ...both, on: '2025-10-28', type: 'talks.open' },
    ended: { ...both, on: '2025-10-28', type: 'talks.conclude', readout },
  };
  return { ...BASE, events: events as unknown as Scenario['events'] };
}

const columnOf = (scenario: Scenario, name: (typeof COLUMNS)[number]) =>
  shown(scenario, RUNS, 'readouts')[COLUMNS.indexOf(name)]!;
const sum = (runs: Uint8Array) => runs.reduce((all, run) => all + run, 0);

describe('a second round of talks', () => {
  const without = columnOf(BASE, 'held');
  const held = (['breakdown', 'no-progress', 'progress', 'framework'] as const).map((readout) =>
    columnOf(afterRound(readout), 'held'),
  );

  it('makes the meeting surer in no run in which it is not the better round', () => {
    for (let at = 1; at < held.length; at += 1)
      held[at]!.forEach((is, run) => expect(is).toBeGreaterThanOrEqual(held[at - 1]![run]!));
    expect(sum(held.at(-1)!)).toBeGreaterThan(sum(held[0]!));
  });

  it('makes it no surer than no round at all where it broke down', () => {
    held[0]!.forEach((is, run) => expect(is).toBeLessThanOrEqual(without[run]!));
  });
});

describe('a threat that is put off without a day', () => {
  const putOff = (renewed: number): Scenario => ({
    ...BASE,
    events: {
      off: { on: '2025-10-27', actor: 'US', type: 'tariff.put-off', id: 'us/ieepa-hundred', until: null },
    } as unknown as Scenario['events'],
    parameters: { ...BASE.parameters, 'levers.renewedThreat': renewed },
  });

  it('still hangs over the table as far as it may be made again', () => {
    expect(columnOf(putOff(0), 'deal')).not.toEqual(columnOf(putOff(1), 'deal'));
  });
});
