/** `detente sensitivity`: what moves a quantity of interest. */
import { Option, type Command } from 'commander';
import type { SensitivityMethod } from '../analyses/sensitivity/study-options';
import { threadsOf } from './ensemble-options';
import { scenarioOf } from './scenario-argument';
import {
  knownQuantity,
  numberGiven,
  studyOptions,
  withStudyOptions,
  type RawStudyOptions,
} from './study-options';
import { BadInput, json, paintFor, progressOn, shellWord, type Answer, type Terminal } from './terminal';

interface RawOptions extends RawStudyOptions {
  readonly method: SensitivityMethod;
  readonly output: string;
  readonly runs?: string;
  readonly trajectories?: string;
  readonly rows?: string;
  readonly factors?: string;
}

/** Numbers that each method takes; another is refused, so that nobody thinks that it counted. */
const NUMBERS: Readonly<Record<SensitivityMethod, readonly (keyof RawOptions)[]>> = {
  tornado: ['runs'],
  morris: ['trajectories'],
  sobol: ['trajectories', 'rows', 'factors'],
};

async function numbersOf(raw: RawOptions) {
  const { STUDY_BOUNDS } = await import('../analyses/sensitivity/study-options');
  for (const name of ['runs', 'trajectories', 'rows', 'factors'] as const) {
    if (raw[name] !== undefined && !NUMBERS[raw.method].includes(name)) {
      const takes = NUMBERS[raw.method].map((other) => `--${other}`).join(', ');
      throw new BadInput(`--method ${raw.method} takes ${takes}, not --${name}.`);
    }
  }
  const rows = numberGiven('rows', '--rows', raw.rows, STUDY_BOUNDS.rows);
  if (rows.rows !== undefined && (rows.rows & (rows.rows - 1)) !== 0) {
    throw new BadInput(`--rows takes a power of two, such as 1024; given ${rows.rows}.`);
  }
  return {
    ...numberGiven('runs', '--runs', raw.runs, STUDY_BOUNDS.runs),
    ...numberGiven('trajectories', '--trajectories', raw.trajectories, STUDY_BOUNDS.trajectories),
    ...rows,
    ...numberGiven('factors', '--factors', raw.factors, STUDY_BOUNDS.factors),
  };
}

function reproduceCommand(argument: string, raw: RawOptions): string {
  const words = ['method', 'output', 'policies', 'runs', 'trajectories', 'rows', 'factors', 'seed'] as const;
  const given = words.flatMap((name) => {
    const value = raw[name];
    return value === undefined ? [] : [`--${name}`, shellWord(value)];
  });
  return ['detente sensitivity', shellWord(argument), ...given].join(' ');
}

/** Adds the command; `answer` takes what it has to say. */
export function addSensitivity(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  const command = program
    .command('sensitivity')
    .description('what moves a quantity of interest: parameters, policies, chance')
    .argument('<scenario>', 'id of a scenario, or a file')
    .addOption(
      new Option('-m, --method <name>', 'each factor low and high, elementary effects, shares of variance')
        .choices(['tornado', 'morris', 'sobol'])
        .default('morris'),
    )
    .requiredOption(
      '-o, --output <quantity>',
      'held, an outcome class, tariff-us-on-cn, tariff-cn-on-us, text:90, unbroken:90 and the like',
    )
    .option('-n, --runs <n>', 'tornado: episodes at each end')
    .option('--trajectories <n>', 'morris: trajectories; sobol: those of the screening')
    .option('--rows <n>', 'sobol: rows of each design, a power of two')
    .option('--factors <n>', 'sobol: how many factors of the world one by one');
  withStudyOptions(command).action(async (argument: string, raw: RawOptions) => {
    const shared = await studyOptions(raw);
    const numbers = await numbersOf(raw);
    const scenario = await scenarioOf(argument);
    const { sensitivity } = await threadsOf(shared);
    const { facts } = await import('../facts/packaged');
    await knownQuantity('--output', scenario, raw.output);
    const onProgress = progressOn(terminal, 'varying');
    const found = await sensitivity(scenario, {
      method: raw.method,
      output: raw.output,
      ...shared,
      ...numbers,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    if (raw.json === true) {
      answer({ text: json(found), exit: 0 });
      return;
    }
    const { sensitivityText } = await import('../report/screens/sensitivity');
    const view = {
      facts,
      paint: await paintFor(terminal),
      command: reproduceCommand(argument, raw),
      draws: terminal.draws === true,
    };
    answer({ text: sensitivityText(found, view), exit: 0 });
  });
}
