import { describe, expect, it } from 'vitest';
import { project } from '../../src/entries/index';
import { onThreads } from '../../src/entries/node';
import { stopWatch, type Stop } from '../../src/ensemble/stop-criterion';
import { newTally, type Tally } from '../../src/ensemble/tally';
import { blockOf, shortScenario } from '../episode/fixtures';
import { itLong } from '../long';

const scenario = shortScenario();
const { specification } = blockOf(scenario, 0, 1);

/** A tally in which the meeting was held in half of the runs and each class came up. */
function tallyOf(runs: number): Tally {
  const classes = scenario.outcomes.length;
  const tally = newTally(classes, 1);
  tally.runs = runs;
  tally.held = runs / 2;
  tally.outcomes.fill(runs / classes);
  return tally;
}

describe('the stop rule', () => {
  it('stops where the half-width is narrow enough, and tells why', () => {
    const stops: Stop[] = [];
    const goesOn = stopWatch(
      specification,
      { halfWidth: 0.02, of: 'held', onStop: (stop) => stops.push(stop) },
      1e6,
    );
    expect(goesOn(tallyOf(1200))).toBe(true);
    expect(stops).toEqual([]);
    // At one half the half-width of Wilson's interval is z / (2 sqrt(n + z²)): 2397 runs are the first to do.
    expect(goesOn(tallyOf(2394))).toBe(true);
    expect(goesOn(tallyOf(2400))).toBe(false);
    expect(stops).toMatchObject([{ reason: 'reached', runs: 2400, of: 'held' }]);
    expect(stops[0]!.halfWidth).toBeLessThanOrEqual(0.02);
  });

  it('looks at the widest probability unless told of which', () => {
    const stops: Stop[] = [];
    const rule = { halfWidth: 0.03, onStop: (stop: Stop) => stops.push(stop) };
    expect(stopWatch(specification, rule, 1e6)(tallyOf(1200))).toBe(false);
    expect(stops[0]!.of).toBe('held');
  });

  itLong('takes what is told of the truce as a share of all runs, and never unless told', () => {
    const stops: Stop[] = [];
    const until = { halfWidth: 0.05, of: 'text:14', onStop: (stop: Stop) => stops.push(stop) };
    const answer = project(scenario, { until, runs: 5000 });
    expect(stops).toMatchObject([{ reason: 'reached', of: 'text:14', runs: answer.runs }]);
    const usual = project(scenario, {
      until: { halfWidth: 0.05, onStop: (stop: Stop) => stops.push(stop) },
      runs: 5000,
    });
    expect(usual.outcomes!.map(({ id }) => `class:${id}`).concat('held', 'deal')).toContain(stops[1]!.of);
  });

  it('says the successors of an old name, and that a day is beyond the horizon', () => {
    const stop = (of: string) => () => project(scenario, { until: { halfWidth: 0.05, of }, runs: 1 });
    expect(stop('truce-90')).toThrow(/text:90 .*unbroken:90/);
    expect(stop('unbroken:365')).toThrow(/unbroken:365 is beyond the horizon/);
  });

  it('says that the cap was met where the interval is still too wide', () => {
    const stops: Stop[] = [];
    const goesOn = stopWatch(specification, { halfWidth: 0.001, onStop: (stop) => stops.push(stop) }, 1200);
    expect(goesOn(tallyOf(1200))).toBe(true);
    expect(stops).toMatchObject([{ reason: 'cap', runs: 1200 }]);
  });

  itLong('gives the bytes of as many runs as it made, with one worker or more', async () => {
    const stops: Stop[] = [];
    const until = { halfWidth: 0.015, of: 'held', onStop: (stop: Stop) => stops.push(stop) };
    const answer = project(scenario, { until, runs: 5000 });
    // More than one look, and far from the cap.
    expect(answer.runs).toBeGreaterThan(250);
    expect(answer.runs).toBeLessThan(2500);
    expect(project(scenario, { runs: answer.runs })).toEqual(answer);
    expect(await onThreads({ workers: 2, startAfterMs: 0 }).project(scenario, { until, runs: 5000 })).toEqual(
      answer,
    );
    expect(stops).toHaveLength(2);
    expect(stops[1]).toEqual(stops[0]);
    expect((answer.meeting!.held.high - answer.meeting!.held.low) / 2).toBeLessThanOrEqual(0.015);
  });

  it('refuses a width or a probability that it cannot take', () => {
    const refuses = (rule: { halfWidth: number; of?: string }) =>
      expect(() => project(scenario, { until: rule, runs: 1 }));
    refuses({ halfWidth: 0 }).toThrow(/from 0.0001 to 0.5; given 0/);
    refuses({ halfWidth: Number.NaN }).toThrow(/given NaN/);
    refuses({ halfWidth: 0.1, of: 'peace' }).toThrow(
      /one of held, deal, class:not-held.*given the text "peace"/,
    );
  });
});
