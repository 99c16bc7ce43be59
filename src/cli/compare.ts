/** `detente compare`: what a variant changes, on the same parameter draws and chances. */
import { HISTORIES } from '../ensemble/checks';
import type { Facts } from '../facts/schema';
import type { Scenario } from '../scenario/schema';
import { analysisOptions, ENSEMBLE, threadsOf } from './analysis-options';
import { standing, type PlayValues } from './play-options';
import { whole } from './readers';
import { command, option, optionalArgument } from './row';
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

/** The two that are compared: two scenarios after the same events, or one with its acts and without them. */
async function sidesOf(
  { scenario, variant }: { readonly scenario: Scenario; readonly variant: Scenario | undefined },
  values: PlayValues,
): Promise<readonly [Scenario, Scenario]> {
  if (variant !== undefined) return [await standing(scenario, values), await standing(variant, values)];
  if (values.acts.length === 0)
    throw new BadInput('compare needs a second scenario, or --act with what is done in the first.');
  const done = await standing(scenario, values);
  const undone = await standing(scenario, { ...values, acts: [], today: done.today });
  return [
    undone,
    { ...done, about: `the same, and then ${values.acts.map(({ text }) => text).join('; ')}.` },
  ];
}

/** The command. */
export const compare = command({
  name: 'compare',
  about: 'what a variant changes, on the same parameter draws and chances',
  arguments: {
    scenario: SCENARIO,
    variant: optionalArgument(
      'variant',
      'id of the other one, or a file; left out where --act tells what is compared with leaving it undone',
      scenarioOf,
    ),
  },
  options: {
    ...ENSEMBLE,
    histories: option(
      '--histories <n>',
      'changed runs to look into for where and why they part; 0 for none',
      whole(HISTORIES),
      { usual: USUAL_HISTORIES },
    ),
  },
  run: async ({ arguments: given, options, progress, facts }) => {
    const [scenario, variant] = await sidesOf(given, options);
    refuseOtherClasses({ name: scenario.id, scenario }, { name: variant.id, scenario: variant });
    const { explainDifference } = await threadsOf(options);
    const { runs, histories } = options;
    const how = { ...analysisOptions(options), runs, histories };
    const found = await explainDifference(scenario, variant, { ...how, ...progress('comparing') });
    const { VERSION } = await import('../kit/version');
    const { todayOf } = await import('../scenario/model-specification');
    const comparison = {
      version: VERSION,
      scenario: scenario.id,
      variant: variant.id,
      today: todayOf(variant),
      seed: options.seed,
      runs: options.runs,
      outcomes: found.outcomes,
      variance: found.variance,
      changed: found.changed,
    };
    const why =
      options.histories === 0 ? null : { found, names: await namesOfBoth(scenario, variant, await facts()) };
    return { comparison, why, scenario, variant };
  },
  json: async ({ comparison, why, scenario }) => {
    const { differenceReport } = await import('../report/screens/difference-report');
    const classes = scenario.outcomes.map((outcome) => outcome.id);
    return { ...comparison, why: why === null ? null : differenceReport(why.found, classes, why.names) };
  },
  screen: async ({ comparison, why, scenario, variant }, { options, paint }) => {
    const { comparisonText } = await import('../report/screens/comparison');
    const { seed, runs } = options;
    return comparisonText({ scenario, variant, seed, runs, comparison, why }, await paint());
  },
});
