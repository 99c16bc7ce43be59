/** What-if scenarios beside the base scenario on common draws: how each act moves what people ask for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToHorizon, type FinishedEpisode } from '../../src/episode/episode';
import { trajectoryOf } from '../../src/episode/trajectory-facts';
import type { Averages } from '../../src/model/trajectory';
import { parameterSampler } from '../../src/episode/parameter-draw';
import { facts } from '../../src/facts/packaged';
import { stateOn } from '../../src/facts/initial-state';
import { addDays } from '../../src/kit/calendar';
import { createDraws } from '../../src/kit/keyed-draws';
import { countPairs, pairedDifference, type PairedDifference } from '../../src/kit/paired-shares';
import { each } from '../../src/model/column';
import { effectiveSeverity } from '../../src/model/export-control';
import { meetingOf } from '../../src/model/meeting';
import { averageTariffPct } from '../../src/model/tariff';
import { loadScenario } from '../../src/scenario/library';
import { AFTERMATH_DAYS } from '../../src/outcomes/coercion';
import { classesOf, endedBy } from '../../src/outcomes/index';
import { agreementOf } from '../../src/outcomes/meeting';
import { firstDayOf, specificationOf, type ModelSpecification } from '../../src/scenario/model-specification';
import type { Scenario } from '../../src/scenario/schema';
import { readScenarioFile } from '../../src/node/scenario-file';
import type { State } from '../../src/model/state';

/** The columns of the table of signs. */
export const COLUMNS = ['held', 'deal', 'rollback', 'new coercion', 'text:90'] as const;

/** What the others are differences from. */
export const BASE = loadScenario('kuala-lumpur-2025');

/** Days after the meeting by which everything that is asked for is settled. */
const SETTLED_DAYS = 91;

/** What each run of a scenario showed, column by column: 1 yes, 0 no. */
export type Shown = readonly Uint8Array[];

/** A what-if scenario of this folder. */
export function whatIf(name: string): Scenario {
  const read = readScenarioFile(join(import.meta.dirname, `${name}.yaml`));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.issues)}`);
  return read.scenario;
}

/** Whether a coercive act that nobody supposed was ordered after the first day and applies two weeks after the meeting. */
function newCoercion(state: State, { supposed, meetingOn }: ModelSpecification, asOf: string): boolean {
  const until = addDays(meetingOn, AFTERMATH_DAYS);
  return state.coercion.some(
    ({ on, from, measure }) =>
      on > asOf &&
      from <= until &&
      !supposed.some(({ event }) => event.on === on && 'id' in event && event.id === measure),
  );
}

const averageOf = (state: State): Averages => ({
  usOnCn: averageTariffPct(state, 'usOnCn'),
  cnOnUs: averageTariffPct(state, 'cnOnUs'),
});

/** Whether an average is 2.5 points below the first day's, or a control in force then applies by a quarter less. */
function isRelieved(first: State, end: Averages, last: State): boolean {
  const start = averageOf(first);
  if (start.usOnCn - end.usOnCn >= 2.5 || start.cnOnUs - end.cnOnUs >= 2.5) return true;
  return each(first.control).some((control) => {
    const before = effectiveSeverity(control);
    return before > 0 && effectiveSeverity(last.control[control.id]!) <= 0.75 * before;
  });
}

/** Runs so many episodes of a scenario with a seed; what is relieved is told against the first day of another. */
export function shown(scenario: Scenario, runs: number, seed: string, against: Scenario = BASE): Shown {
  const specification = specificationOf(
    { ...scenario, horizon: addDays(specificationOf(scenario, facts).meetingOn, SETTLED_DAYS) },
    facts,
  );
  const first = stateOn(facts, firstDayOf(against, facts));
  const plan = {
    initial: stateOn(facts, firstDayOf(scenario, facts)),
    specification,
    draws: createDraws(seed),
  };
  const sampler = parameterSampler(specification);
  const columns = COLUMNS.map(() => new Uint8Array(runs));
  const classOf = (finished: FinishedEpisode) => {
    const end = endedBy(specification, finished.run.state, trajectoryOf(finished));
    return specification.outcomes[classesOf(specification, end)[0] ?? -1]?.id ?? null;
  };
  for (let run = 0; run < runs; run += 1) {
    const finished = runToHorizon(plan, sampler(plan.draws, run), run, false);
    const { run: ended, textEndedAfter, end } = finished;
    const { state } = ended;
    const held = meetingOf(state, specification.meeting)?.status === 'held';
    const deal = held && agreementOf(state, specification.meeting) !== undefined;
    const yes = [
      held,
      deal,
      // About the world: what was done before the meeting counts as well.
      deal && (classOf(finished) === 'rollback' || isRelieved(first, end, state)),
      newCoercion(state, specification, scenario.asOf),
      textEndedAfter === null || textEndedAfter > SETTLED_DAYS - 1,
    ];
    yes.forEach((is, column) => (columns[column]![run] = is ? 1 : 0));
  }
  return columns;
}

/** The difference of each column, second less first, of the same runs. */
export function differences(first: Shown, second: Shown): PairedDifference[] {
  return first.map((one, column) => {
    const other = second[column]!;
    return pairedDifference(
      countPairs(
        one.length,
        (run) => one[run] === 1,
        (run) => other[run] === 1,
      ),
    );
  });
}

/** A change that nobody would notice. */
const ABOUT_NONE = 0.02;

/** What contradicts a sign, as a text; null where nothing does. */
function contradiction(sign: string, { low, high }: PairedDifference): string | null {
  const expected = sign.replace(/[()]/g, '')[0];
  if (expected === '+' && high < 0) return 'falls';
  if (expected === '-' && low > 0) return 'rises';
  if (expected === '0' && (low > ABOUT_NONE || high < -ABOUT_NONE)) return 'moves';
  return null;
}

/** The cells of a row that have another sign than is expected. */
export function wrongCells(signs: readonly string[], seen: readonly PairedDifference[]): string[] {
  return seen.flatMap((difference, column) => {
    const fault = contradiction(signs[column]!, difference);
    return fault === null ? [] : [`${COLUMNS[column]!} ${fault} by ${difference.difference.toFixed(3)}`];
  });
}

/** Whether a column with a sign outside brackets moves as expected, beyond its interval; true of a row that has none. */
export function movesAsExpected(signs: readonly string[], seen: readonly PairedDifference[]): boolean {
  const strong = signs.flatMap((sign, column) => (/^[+-]/.test(sign) ? [{ sign, column }] : []));
  return (
    strong.length === 0 ||
    strong.some(({ sign, column }) => {
      const { low, high } = seen[column]!;
      return sign.startsWith('+') ? low > 0 : high < 0;
    })
  );
}

/** The signs that are expected, by file; in brackets the weak ones. */
export const SIGNS = JSON.parse(readFileSync(join(import.meta.dirname, 'signs.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;

/** Rows in which the model dissents from what is expected, each with the equation and its source. */
export const DISSENTS = JSON.parse(
  readFileSync(join(import.meta.dirname, 'dissents.json'), 'utf8'),
) as Readonly<Record<string, string>>;
