/** `detente flip`: what would have to be true for another outcome to lead, or for a quantity to pass a value. */
import { RUNS } from '../ensemble/checks';
import { FLIP_RUNS } from '../ensemble/limits';
import type { Facts } from '../facts/schema';
import type { Scenario } from '../scenario/schema';
import { analysisOptions, ANALYSIS, knownQuantity, threadsOf } from './analysis-options';
import { standing } from './play-options';
import { listOf, whole } from './readers';
import { command, option, present, text, type Reader } from './row';
import { SCENARIO } from './scenario-argument';
import { BadInput, quoted } from './terminal';

/** A value that is to be passed, as it was told. */
interface ToldValue {
  readonly number: number;
  readonly isPercent: boolean;
}

const toldValue: Reader<ToldValue> = (given, name) => {
  const [, digits = '', sign = ''] = /^(-?\d{1,9}(?:\.\d{1,9})?)(%?)$/.exec(given) ?? [];
  if (digits !== '') return { number: Number(digits), isPercent: sign === '%' };
  throw new BadInput(`${name} takes a number, as 0.5, 50% or -2.5; given ${quoted(given)}.`);
};

/** The value in the unit of its quantity: a share is told as 0.5 or as 50%. */
async function valueOf(
  { number, isPercent }: ToldValue,
  output: string | undefined,
  scenario: Scenario,
  facts: Facts,
): Promise<number> {
  if (!isPercent || output === undefined) return number;
  const { specificationOf } = await import('../scenario/model-specification');
  const { quantityOf } = await import('../ensemble/quantity-of-interest');
  if (quantityOf(specificationOf(scenario, facts), output).unit === 'per cent') return number;
  if (number < 0 || number > 100)
    throw new BadInput(`--past: expected a share from 0% to 100%; given ${number}%.`);
  return number / 100;
}

/** The command. */
export const flip = command({
  name: 'flip',
  about: 'the smallest change of parameters by which another outcome leads',
  arguments: { scenario: SCENARIO },
  options: {
    leads: option(
      '--leads <class>',
      'the outcome class that is to lead, or to lose its lead; the one that leads unless told',
      text,
    ),
    output: option(
      '--output <quantity>',
      'a quantity that is to pass a value, as class:rollback or mean:US; with --past',
      text,
    ),
    past: option('--past <value>', 'the value that it is to pass, from whichever side it is', toldValue),
    only: option(
      '--only <names>',
      'what may be changed, as issues,bargaining.curvature; all that is drawn unless told',
      listOf((name) => name.trim()),
    ),
    runs: option('-n, --runs <n>', 'runs as it is, and of each change that is told', whole(RUNS), {
      usual: String(FLIP_RUNS),
    }),
    ...ANALYSIS,
  },
  renamed: { '--quantity': '--output, the quantity that is to pass a value' },
  run: async ({ arguments: given, options, progress, facts }) => {
    const scenario = await standing(given.scenario, options);
    const { runs, leads, output, past, only } = options;
    if (past !== undefined && output === undefined)
      throw new BadInput(
        '--past needs --output, the quantity that is to pass it, as in --output class:rollback.',
      );
    if (output !== undefined) await knownQuantity('--output', scenario, output, await facts());
    const value = past === undefined ? undefined : await valueOf(past, output, scenario, await facts());
    const threads = await threadsOf(options);
    const asked = present({ leads, output, past: value, only });
    const how = { ...analysisOptions(options), runs, ...asked, ...progress('looking for changes') };
    return { scenario, found: await threads.flip(scenario, how) };
  },
  json: ({ found }) => found,
  screen: async ({ scenario, found }, { view }) => {
    const { flipText } = await import('../report/screens/flip');
    return flipText({ ...found, scenarioTitle: scenario.title, outcomes: scenario.outcomes }, await view());
  },
});
