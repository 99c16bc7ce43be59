/** `detente sensitivity`: what moves a quantity of interest. */
import type { SensitivityMethod } from '../analyses/sensitivity/study-options';
import { studyOptions, knownQuantity, STUDY, studyBounds, threadsOf } from './analysis-options';
import { standing } from './play-options';
import { oneOf, whole } from './readers';
import { command, option, present, text, type Reader } from './row';
import { SCENARIO } from './scenario-argument';
import { BadInput } from './terminal';

const METHODS: readonly SensitivityMethod[] = ['tornado', 'morris', 'sobol'];

/** Numbers that only some methods take. */
interface Numbers {
  readonly runs: number | undefined;
  readonly trajectories: number | undefined;
  readonly rows: number | undefined;
  readonly factors: number | undefined;
}

/** Numbers that each method takes; another is refused, so that nobody thinks that it counted. */
const NUMBERS: Readonly<Record<SensitivityMethod, readonly (keyof Numbers)[]>> = {
  tornado: ['runs'],
  morris: ['trajectories'],
  sobol: ['trajectories', 'rows', 'factors'],
};

function numbersOf(method: SensitivityMethod, { runs, trajectories, rows, factors }: Numbers) {
  const given = present({ runs, trajectories, rows, factors });
  const foreign = (Object.keys(given) as (keyof Numbers)[]).find((name) => !NUMBERS[method].includes(name));
  if (foreign === undefined) return given;
  const takes = NUMBERS[method].map((other) => `--${other}`).join(', ');
  throw new BadInput(`--method ${method} takes ${takes}, not --${foreign}.`);
}

const powerOfTwo: Reader<number> = async (given, name) => {
  const rows = await whole(studyBounds('rows'))(given, name);
  if ((rows & (rows - 1)) === 0) return rows;
  throw new BadInput(`${name} takes a power of two, such as 1024; given ${rows}.`);
};

/** The command. */
export const sensitivity = command({
  name: 'sensitivity',
  about: 'what moves a quantity of interest: parameters, policies, chance',
  arguments: { scenario: SCENARIO },
  options: {
    method: option(
      '-m, --method <name>',
      'tornado: each factor low and high; morris: elementary effects; sobol: shares of variance',
      oneOf(METHODS),
      { usual: 'morris' },
    ),
    output: option(
      '--output <quantity>',
      'held, deal, class:rollback, mean:US, text:90, unbroken:90 and the like',
      text,
      { required: true },
    ),
    runs: option(
      '-n, --runs <n>',
      'tornado: episodes at each end; 100 unless told',
      whole(studyBounds('runs')),
    ),
    trajectories: option(
      '--trajectories <n>',
      'morris: trajectories, 60 unless told; sobol: those of the screening, 20',
      whole(studyBounds('trajectories')),
    ),
    rows: option('--rows <n>', 'sobol: rows of each design, a power of two; 1024 unless told', powerOfTwo),
    factors: option(
      '--factors <n>',
      'sobol: how many uncertain quantities one by one; 10 unless told',
      whole(studyBounds('factors')),
    ),
    ...STUDY,
  },
  renamed: { '-o': '--output, since -o is a file or folder to write' },
  again: ['method', 'output', 'policies', 'runs', 'trajectories', 'rows', 'factors', 'seed'],
  run: async ({ arguments: given, options, progress, facts }) => {
    const scenario = await standing(given.scenario, options);
    const { method, output, ...rest } = options;
    const how = { ...studyOptions(rest), ...numbersOf(method, rest) };
    await knownQuantity('--output', scenario, output, await facts());
    const threads = await threadsOf(options);
    return threads.sensitivity(scenario, { method, output, ...how, ...progress('varying') });
  },
  json: (found) => found,
  screen: async (found, { view }) => {
    const { sensitivityText } = await import('../report/screens/sensitivity');
    return sensitivityText(found, await view());
  },
});
