/** `detente compare`: what a variant changes, on the same parameter draws and chances. */
import { Option, type Command } from 'commander';
import { HISTORIES } from '../ensemble/checks';
import { ensembleOptions, threadsOf, withEnsembleOptions, type RawEnsembleOptions } from './ensemble-options';
import { scenarioOf } from './scenario-argument';
import { BadInput, json, paintFor, progressOn, wholeNumber, type Answer, type Terminal } from './terminal';

/** Changed runs looked into unless told. */
const USUAL_HISTORIES = '100';

interface RawCompareOptions extends RawEnsembleOptions {
  readonly histories: string;
  readonly json?: boolean;
}

/** Adds the command; `answer` takes what it has to say. */
export function addCompare(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  const command = program
    .command('compare')
    .description('what a variant changes, on the same parameter draws and chances')
    .argument('<scenario>', 'id of a scenario, or a file')
    .argument('<variant>', 'id of the other one, or a file');
  withEnsembleOptions(command)
    .addOption(
      new Option(
        '--histories <n>',
        'changed runs to look into for where and why they part; 0 for none',
      ).default(USUAL_HISTORIES, USUAL_HISTORIES),
    )
    .option('--json', 'print JSON')
    .action(async (first: string, second: string, raw: RawCompareOptions) => {
      const options = ensembleOptions(raw);
      const histories = wholeNumber('--histories', raw.histories, HISTORIES);
      const scenario = await scenarioOf(first);
      const variant = await scenarioOf(second);
      const ids = (of: typeof scenario) => of.outcomes.map((outcome) => outcome.id).join(', ');
      if (ids(scenario) !== ids(variant)) {
        throw new BadInput(
          `only scenarios with the same outcome classes can be compared; ${scenario.id} has ${ids(scenario)}; ${variant.id} has ${ids(variant)}.`,
        );
      }
      const { explainDifference } = await threadsOf(options);
      const onProgress = progressOn(terminal, 'comparing');
      const found = await explainDifference(scenario, variant, {
        ...options,
        histories,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
      const { runs, seed } = options;
      const { VERSION } = await import('../kit/version');
      const comparison = {
        version: VERSION,
        scenario: scenario.id,
        variant: variant.id,
        seed,
        runs,
        outcomes: found.outcomes,
        variance: found.variance,
        changed: found.changed,
      };
      const [{ facts }, { start }, { namesOf }] = await Promise.all([
        import('../facts/packaged'),
        import('../analyses/prepared'),
        import('../report/wording/step-phrases'),
      ]);
      const names = namesOf(facts, start(scenario), start(variant));
      if (raw.json === true) {
        const { differenceReport } = await import('../report/screens/difference-report');
        const classes = scenario.outcomes.map((outcome) => outcome.id);
        const why = histories === 0 ? null : differenceReport(found, classes, names);
        answer({ text: json({ ...comparison, why }), exit: 0 });
        return;
      }
      const { comparisonText } = await import('../report/screens/comparison');
      answer({
        text: comparisonText(
          { scenario, variant, seed, runs, comparison, why: histories === 0 ? null : { found, names } },
          await paintFor(terminal),
        ),
        exit: 0,
      });
    });
}
