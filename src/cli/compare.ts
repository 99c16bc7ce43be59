/** `detente compare`: what a variant changes, on the same parameter draws and chances. */
import { HISTORIES } from '../ensemble/checks';
import type { Scenario } from '../scenario/schema';
import { analysisOptions, ENSEMBLE, threadsOf } from './analysis-options';
import { whole } from './readers';
import { argument, command, option } from './row';
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
async function namesOfBoth(scenario: Scenario, variant: Scenario) {
  const { facts } = await import('../facts/packaged');
  const { start } = await import('../analyses/resolve');
  const { namesOf } = await import('../report/wording/step-phrases');
  return namesOf(facts, start(scenario), start(variant));
}

/** The command. */
export const compare = command({
  name: 'compare',
  about: 'what a variant changes, on the same parameter draws and chances',
  arguments: {
    scenario: SCENARIO,
    variant: argument('variant', 'id of the other one, or a file', scenarioOf),
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
  run: async ({ arguments: { scenario, variant }, options, progress }) => {
    refuseOtherClasses({ name: scenario.id, scenario }, { name: variant.id, scenario: variant });
    const { explainDifference } = await threadsOf(options);
    const { runs, histories } = options;
    const how = { ...analysisOptions(options), runs, histories };
    const found = await explainDifference(scenario, variant, { ...how, ...progress('comparing') });
    const { VERSION } = await import('../kit/version');
    const comparison = {
      version: VERSION,
      scenario: scenario.id,
      variant: variant.id,
      seed: options.seed,
      runs: options.runs,
      outcomes: found.outcomes,
      variance: found.variance,
      changed: found.changed,
    };
    const why = options.histories === 0 ? null : { found, names: await namesOfBoth(scenario, variant) };
    return { comparison, why };
  },
  json: async ({ comparison, why }, { arguments: { scenario } }) => {
    const { differenceReport } = await import('../report/screens/difference-report');
    const classes = scenario.outcomes.map((outcome) => outcome.id);
    return { ...comparison, why: why === null ? null : differenceReport(why.found, classes, why.names) };
  },
  screen: async ({ comparison, why }, { arguments: { scenario, variant }, options, paint }) => {
    const { comparisonText } = await import('../report/screens/comparison');
    const { seed, runs } = options;
    return comparisonText({ scenario, variant, seed, runs, comparison, why }, await paint());
  },
});
