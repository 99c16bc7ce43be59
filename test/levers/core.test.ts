/** The core: with every channel at nought the model gives, to the byte, what it gave before there were channels. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectInFull } from '../../src/analyses/project';
import { digest } from '../../src/engine/digest';
import { facts } from '../../src/facts/packaged';
import { loadScenario } from '../../src/scenario/library';
import { specificationOf } from '../../src/scenario/model-specification';
import type { Scenario } from '../../src/scenario/schema';
import { recordedScenarios } from '../../tools/recordings';
import { FULL } from '../extent';

const SIZES = facts.parameters.filter(({ size }) => size === true).map(({ name }) => name);
/**
 * Digests of projections and courses, 400 runs with the seed `recording`, as they were without channels; without the figures that
 * were read on one day then and over the time followed now. Averages of the course are counted in hundredths, in tenths then: the
 * digests were taken of that model once more, with that one number changed. Draws have the day of the calendar for their occasion
 * and had the day of the run then: the digests were taken again when the core, its draws counted by the day of the run, still gave those
 * of then.
 */
const RECORDED = JSON.parse(readFileSync(join(import.meta.dirname, 'core.json'), 'utf8')) as Readonly<
  Record<string, string>
>;
const SHORT = ['past-geneva-2025', 'kuala-lumpur-2025'];

function withSizes(scenario: Scenario, size: number): Scenario {
  const sizes = Object.fromEntries(SIZES.map((name) => [name, size]));
  return { ...scenario, parameters: { ...scenario.parameters, ...sizes } };
}

/** A scenario with the classes by which past meetings are coded, in their own words: what the scenarios asked then. */
function asCoded({ precedence: _order, ...scenario }: Scenario): Scenario {
  const outcomes = scenario.outcomes.map((outcome) => {
    const { id, ...coded } = facts.codedClasses.find((row) => row.id === outcome.coded) ?? { id: outcome.id };
    return { ...outcome, ...coded, id };
  });
  return { ...scenario, outcomes };
}

function projectedDigest(scenario: Scenario): string {
  const {
    projection,
    course: { distributions: _s, ...course },
  } = projectInFull(asCoded(scenario), { runs: 400, seed: 'recording' });
  const { version: _v, digest: _d, drivers: _r, newCoercion: _n, averageTariffPct, ...compared } = projection;
  // What a projection tells beside what it told then.
  const averages = Object.fromEntries(
    Object.entries(averageTariffPct).map(([direction, { eve: _e, ...told }]) => [direction, told]),
  );
  const {
    tradeFlowsPct: _t,
    gdpPct: { RoW: _w, ...gdpPct },
    pricesPct: _p,
    deniedAbroad: _a,
    ...economy
  } = compared.economy;
  return digest({ ...compared, economy: { ...economy, gdpPct }, averageTariffPct: averages, course });
}

describe('the core', () => {
  const asked = recordedScenarios.filter(({ id }) => id in RECORDED && (FULL || SHORT.includes(id)));

  it.each(asked.map((scenario) => [scenario.id, scenario] as const))(
    '%s answers with all channels at nought as it did without channels, to the byte',
    (id, scenario) => {
      expect(projectedDigest(withSizes(scenario, 0))).toBe(RECORDED[id]);
    },
  );

  it('is what a projection with `core` has: all sizes at nought, and nothing of the record besides', () => {
    const core = specificationOf(loadScenario('kuala-lumpur-2025'), facts, undefined, { core: true });
    const sizes = core.parameters.filter(({ name }) => SIZES.includes(name));
    expect(sizes.every(({ central, drawn }) => central === 0 && !drawn)).toBe(true);
    expect(sizes.length).toBeGreaterThan(20);
    expect(core.lately).toBe(null);
  });
});
