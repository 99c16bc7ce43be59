/** Options of a projection that runs until it is sure enough: how narrow an interval, of what. */
import type { Command } from 'commander';
import type { Stop, StopCriterion } from '../ensemble/stop-criterion';
import type { Scenario } from '../scenario/schema';
import { BadInput, quoted } from './terminal';

/** The options as commander gives them. */
export interface RawStopOptions {
  readonly untilHalfWidth?: string;
  readonly halfWidthOf?: string;
}

/** Adds the options to a command. */
export function withStopCriterion(command: Command): Command {
  return command
    .option(
      '--until-half-width <width>',
      'run until half the 95% interval is so narrow, as in 0.5pp; --runs is then the most, 1000000 unless told',
    )
    .option(
      '--half-width-of <id>',
      'of held, of deal, an outcome class, text:90, unbroken:90 and the like; of the widest of the first three unless told',
    );
}

/**
 * Reads the options; null without a criterion. Refuses a width that is not in percentage points, an id without a width,
 * and one of which there is no probability in the scenario.
 */
export async function stopCriterionOf(
  { untilHalfWidth, halfWidthOf }: RawStopOptions,
  scenario: Scenario,
): Promise<StopCriterion | null> {
  if (untilHalfWidth === undefined) {
    if (halfWidthOf === undefined) return null;
    throw new BadInput('--half-width-of needs --until-half-width, as in --until-half-width 0.5pp.');
  }
  const points = /^(\d{1,2}(?:\.\d{1,6})?)pp$/.exec(untilHalfWidth)?.[1];
  const halfWidth = Number(points) / 100;
  if (!(halfWidth >= 0.0001 && halfWidth <= 0.5)) {
    const meant = /^\d+(\.\d+)?%?$/.test(untilHalfWidth)
      ? `; did you mean ${untilHalfWidth.replace('%', '')}pp?`
      : '.';
    throw new BadInput(
      `--until-half-width takes percentage points from 0.01pp to 50pp; given ${quoted(untilHalfWidth)}${meant}`,
    );
  }
  if (halfWidthOf === undefined) return { halfWidth };
  const { prepare } = await import('../analyses/prepared');
  const { faultOfStopId } = await import('../ensemble/stop-criterion');
  const fault = faultOfStopId(prepare(scenario).specification, halfWidthOf);
  if (fault !== null) throw new BadInput(`--half-width-of takes ${fault}.`);
  return { halfWidth, of: halfWidthOf };
}

/** Why an ensemble stopped, for standard error. */
export function stopLine({ reason, runs, of, halfWidth }: Stop, asked: number): string {
  const points = (share: number) => `${(100 * share).toFixed(3)} points`;
  const width = `the half-width of ${of} is ${points(halfWidth)}`;
  return reason === 'reached'
    ? `stopped after ${runs} runs: ${width}, within ${points(asked)}`
    : `stopped at the cap of ${runs} runs: ${width}, still above ${points(asked)}; more with --runs`;
}
