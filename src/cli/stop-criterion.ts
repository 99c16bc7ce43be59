/** Options of a projection that runs until it is sure enough: how narrow an interval, of what. */
import type { Stop, StopCriterion } from '../ensemble/stop-criterion';
import type { Facts } from '../facts/schema';
import type { Scenario } from '../scenario/schema';
import { option, text, type Reader } from './row';
import { BadInput, quoted } from './terminal';

/** Reads half the width of an interval in percentage points, as a share. */
const halfWidth: Reader<number> = (given, name) => {
  const points = /^(\d{1,2}(?:\.\d{1,6})?)pp$/.exec(given)?.[1];
  const share = Number(points) / 100;
  if (share >= 0.0001 && share <= 0.5) return share;
  const meant = /^\d+(\.\d+)?%?$/.test(given) ? `; did you mean ${given.replace('%', '')}pp?` : '.';
  throw new BadInput(`${name} takes percentage points from 0.01pp to 50pp; given ${quoted(given)}${meant}`);
};

/** When a projection has enough runs. */
export const STOP = {
  untilHalfWidth: option(
    '--until-half-width <width>',
    'run until half the 95% interval is so narrow, as in 0.5pp; --runs is then the most, 1000000 unless told',
    halfWidth,
    { silent: true },
  ),
  halfWidthOf: option(
    '--half-width-of <id>',
    'of held, of deal, an outcome class, text:90, unbroken:90 and the like; of the widest of the first three unless told',
    text,
    { silent: true },
  ),
};

/** The options as they were read. */
interface StopValues {
  readonly untilHalfWidth: number | undefined;
  readonly halfWidthOf: string | undefined;
}

/**
 * The criterion; null where there is none. Refuses an id without a width, and one of which there is no probability in
 * the scenario.
 */
export async function stopCriterionOf(
  { untilHalfWidth, halfWidthOf }: StopValues,
  scenario: Scenario,
  facts: Facts,
): Promise<StopCriterion | null> {
  if (untilHalfWidth === undefined) {
    if (halfWidthOf === undefined) return null;
    throw new BadInput('--half-width-of needs --until-half-width, as in --until-half-width 0.5pp.');
  }
  if (halfWidthOf === undefined) return { halfWidth: untilHalfWidth };
  const { prepare } = await import('../analyses/prepared');
  const { faultOfStopId } = await import('../ensemble/stop-criterion');
  const fault = faultOfStopId(prepare(scenario, { facts }).specification, halfWidthOf);
  if (fault !== null) throw new BadInput(`--half-width-of takes ${fault}.`);
  return { halfWidth: untilHalfWidth, of: halfWidthOf };
}

/** Why an ensemble stopped, for standard error. */
export function stopLine({ reason, runs, of, halfWidth }: Stop, asked: number): string {
  const points = (share: number) => `${(100 * share).toFixed(3)} points`;
  const width = `the half-width of ${of} is ${points(halfWidth)}`;
  return reason === 'reached'
    ? `stopped after ${runs} runs: ${width}, within ${points(asked)}`
    : `stopped at the cap of ${runs} runs: ${width}, still above ${points(asked)}; more with --runs`;
}
