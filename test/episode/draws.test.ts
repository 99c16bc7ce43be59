/** Draws of a run: whence it is seen changes none of them. */
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/analyses/prepared';
import { runToHorizon } from '../../src/episode/episode';
import { parameterSampler } from '../../src/episode/parameter-draw';
import { Trace } from '../../src/episode/trace';
import { createDraws } from '../../src/kit/keyed-draws';
import { loadScenario } from '../../src/scenario/library';

const base = loadScenario('kuala-lumpur-2025');
const draws = createDraws('whence');

/** What is drawn in an episode that begins on a day, by the day of it and its name. */
function drawnFrom(asOf: string, episode: number): Map<string, number> {
  const { initial, specification } = prepare({ ...base, asOf });
  const trace = new Trace();
  const drawn = parameterSampler(specification)(draws, episode);
  runToHorizon({ initial, specification, draws }, drawn, episode, true, undefined, trace);
  // Whether a side accepts is a comparison of what it gets with what it asks, and no draw.
  const trials = trace.trials.filter(({ name }) => !name.endsWith('/accepts'));
  return new Map(trials.map(({ on, name, value }) => [`${on} ${name}`, value]));
}

describe('draws', () => {
  it.each(['2025-10-26', '2025-10-27', '2025-10-29'])(
    'of a run that begins on %s are on each day those of one that began before',
    (asOf) => {
      let shared = 0;
      for (let episode = 0; episode < 8; episode += 1) {
        const before = drawnFrom(base.asOf, episode);
        for (const [when, value] of drawnFrom(asOf, episode)) {
          if (!before.has(when)) continue;
          expect(before.get(when), when).toBe(value);
          shared += 1;
        }
      }
      expect(shared).toBeGreaterThan(8 * 365);
    },
  );

  it('of one day differ from those of the next', () => {
    const drawn = [...drawnFrom(base.asOf, 0)].filter(([when]) => when.endsWith(' truce/breach'));
    expect(new Set(drawn.map(([, value]) => value)).size).toBe(drawn.length);
    expect(drawn.length).toBeGreaterThan(20);
  });
});
