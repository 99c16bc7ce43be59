/** `detente compare`: what a variant changes, on the same parameter draws and chances. */
import { HISTORIES } from '../ensemble/checks';
import type { Facts } from '../facts/schema';
import type { Threads } from '../node/on-threads';
import type { Scenario } from '../scenario/schema';
import { analysisOptions, ENSEMBLE, threadsOf } from './analysis-options';
import { standing, type PlayValues } from './play-options';
import { whole } from './readers';
import { command, flag, moreArguments, option } from './row';
import { SCENARIO, scenarioOf } from './scenario-argument';
import { BadInput } from './terminal';

/** Changed runs looked into unless told. */
const USUAL_HISTORIES = '100';

/** Refuses two scenarios whose answers are not of the same classes, under the names that the caller knows them by. */
export function refuseOtherClasses(
  first: { readonly name: string; readonly scenario: Scenario },
  second: { readonly name: string; readonly scenario: Scenario },
): void {
  const ids = ({ scenario }: typeof first) => scenario.outcomes.map((outcome) => outcome.id).join(', ');
  if (ids(first) === ids(second)) return;
  throw new BadInput(
    `only scenarios with the same outcome classes can be compared; ${first.name} has ${ids(first)}; ${second.name} has ${ids(second)}.`,
  );
}

/** The names of measures and issues of both scenarios, for sentences. */
async function namesOfBoth(scenario: Scenario, variant: Scenario, facts: Facts) {
  const { start } = await import('../analyses/resolve');
  const { namesOf } = await import('../report/wording/step-phrases');
  return namesOf(facts, start(scenario, facts), start(variant, facts));
}

/** What is compared: two scenarios after the same events, one with its acts and without them, or several side by side. */
async function sidesOf(
  { scenario, others }: { readonly scenario: Scenario; readonly others: readonly Scenario[] },
  values: PlayValues,
): Promise<readonly Scenario[]> {
  if (others.length > 0) return Promise.all([scenario, ...others].map(async (one) => standing(one, values)));
  if (values.acts.length === 0)
    throw new BadInput('compare needs a second scenario, --all, or --act with what is done in the first.');
  const done = await standing(scenario, values);
  const undone = await standing(scenario, { ...values, acts: [], today: done.today });
  const { namesOfActs } = await import('../analyses/play');
  const { actsNumbered } = await import('../report/wording/supposed');
  const last = namesOfActs(done).length;
  const acts = actsNumbered(last - values.acts.length + 1, last);
  return [undone, { ...done, about: `the same, and then ${acts}.` }];
}

/** All other shipped scenarios that are seen from the same day: between others a year lies, and not what they suppose. */
export async function shippedBut({ id, asOf }: Scenario): Promise<readonly Scenario[]> {
  const { scenarios } = await import('../scenario/library');
  const others = scenarios.filter((other) => other.id !== id && other.asOf === asOf);
  if (others.length === 0)
    throw new BadInput(`--all finds no other shipped scenario that is seen from ${asOf}, as ${id} is.`);
  return others;
}

type Asked = ReturnType<typeof analysisOptions> & { readonly runs: number };
type Progress = { readonly onProgress?: (done: number, all: number) => void };

/** Two scenarios, with what lies behind their difference. */
async function pairOf(
  [scenario, variant]: readonly [Scenario, Scenario],
  how: Asked & Progress & { readonly histories: number },
  { explainDifference }: Threads,
  facts: Facts,
) {
  refuseOtherClasses({ name: scenario.id, scenario }, { name: variant.id, scenario: variant });
  const found = await explainDifference(scenario, variant, how);
  const { VERSION } = await import('../kit/version');
  const { todayOf } = await import('../scenario/model-specification');
  const comparison = {
    version: VERSION,
    scenario: scenario.id,
    variant: variant.id,
    today: todayOf(variant),
    seed: how.seed,
    runs: how.runs,
    outcomes: found.outcomes,
    variance: found.variance,
    changed: found.changed,
    scenarios: found.scenarios,
    quantities: found.quantities,
  };
  const why = how.histories === 0 ? null : { found, names: await namesOfBoth(scenario, variant, facts) };
  return { comparison, why, scenario, variant };
}

/** The command. */
export const compare = command({
  name: 'compare',
  about: 'what a variant changes, or many, on the same parameter draws and chances',
  arguments: {
    scenario: SCENARIO,
    others: moreArguments(
      'variants',
      'ids of the others, or files; none where --act tells what is compared with leaving it undone',
      scenarioOf,
    ),
  },
  options: {
    ...ENSEMBLE,
    all: flag('--all', 'beside every other shipped scenario that is seen from the same day'),
    histories: option(
      '--histories <n>',
      'changed runs to look into for where and why two part; 0 for none',
      whole(HISTORIES),
      { usual: USUAL_HISTORIES },
    ),
  },
  run: async ({ arguments: { scenario, others }, options, progress, facts }) => {
    const { runs, histories, all } = options;
    if (all && others.length > 0)
      throw new BadInput('--all sets every shipped scenario of its day beside the first: name no other.');
    const sides = await sidesOf({ scenario, others: all ? await shippedBut(scenario) : others }, options);
    const how = { ...analysisOptions(options), runs, ...progress('comparing') };
    const threads = await threadsOf(options);
    const [base, variant] = sides;
    if (sides.length === 2 && base !== undefined && variant !== undefined)
      return { pair: await pairOf([base, variant], { ...how, histories }, threads, await facts()) };
    return { table: await threads.compareAll(sides, how) };
  },
  json: async (found) => {
    if (!('pair' in found)) return found.table;
    const { comparison, why, scenario } = found.pair;
    const { differenceReport } = await import('../report/screens/difference-report');
    const classes = scenario.outcomes.map((outcome) => outcome.id);
    return { ...comparison, why: why === null ? null : differenceReport(why.found, classes, why.names) };
  },
  screen: async (found, { options, paint }) => {
    if (!('pair' in found)) {
      const { scenarioTableText } = await import('../report/screens/quantity-table');
      return scenarioTableText(found.table, await paint());
    }
    const { comparisonText } = await import('../report/screens/comparison');
    const { seed, runs } = options;
    return comparisonText({ ...found.pair, seed, runs }, await paint());
  },
});
