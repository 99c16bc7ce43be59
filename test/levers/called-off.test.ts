/** A meeting that is called off leaves a quarrel behind, as talks without a text do. */
import { describe, expect, it } from 'vitest';
import { atLength } from '../extent';
import { BASE, COLUMNS, shown } from './what-if';
import type { Scenario } from '../../src/scenario/schema';

const RUNS = atLength(1000, 200);
const MEETING = 'busan-2025';

/** The base scenario with the meeting called off, and the hazard after that so large. */
function calledOff(size: number, on = '2025-10-27'): Scenario {
  return {
    ...BASE,
    events: { off: { on, actor: 'US', type: 'meeting.call-off', meeting: MEETING } },
    parameters: { 'levers.calledOffOnQuarrel': size, 'meeting.quarrelAfterNoText': 0.28 },
  } as unknown as Scenario;
}

const column = COLUMNS.indexOf('new coercion');
const coerced = (scenario: Scenario): number[] => [...shown(scenario, RUNS, 'called off')[column]!];
const share = (runs: readonly number[]) => runs.reduce((sum, run) => sum + run, 0) / runs.length;

describe('new coercion after a meeting that was called off', () => {
  const [none, once, twice] = [0, 1, 2].map((size) => coerced(calledOff(size)));

  it('comes wherever a smaller hazard brings it', () => {
    none!.forEach((is, run) => expect(once![run]).toBeGreaterThanOrEqual(is));
    once!.forEach((is, run) => expect(twice![run]).toBeGreaterThanOrEqual(is));
  });

  it('comes as often as the hazard says among the runs that are calm without it', () => {
    const calm = once!.filter((_, run) => none![run] === 0);
    // Goodwill between the sides moves the hazard by a few per cent; five standard errors of the share besides.
    const expected = 0.28;
    const error = 5 * Math.sqrt((expected * (1 - expected)) / calm.length);
    expect(Math.abs(share(calm) - expected)).toBeLessThan(0.05 + error);
  });

  it('comes alike whether it was called off early or on its eve, but for what else happens by then', () => {
    const late = coerced(calledOff(1, '2025-10-29'));
    expect(Math.abs(share(late) - share(once!))).toBeLessThan(0.1);
  });
});
