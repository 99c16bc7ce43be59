/** `detente sensitivity`: what moves a headline. */
import { Option, type Command } from 'commander';
import type { SensitivityMethod } from '../analyses/sensitivity/study-options';
import { threadsOf } from './ensemble-options';
import { scenarioOf } from './scenario-argument';
import { knownHeadline, numberGiven, studyOptions, withStudyOptions, type StudyTexts } from './study-options';
import { BadInput, json, paintFor, progressOn, shellWord, type Answer, type Terminal } from './terminal';

interface Texts extends StudyTexts {
  readonly method: SensitivityMethod;
  readonly output: string;
  readonly runs?: string;
  readonly trajectories?: string;
  readonly rows?: string;
  readonly factors?: string;
}

/** Numbers that each method takes; another is refused, so that nobody thinks that it counted. */
const NUMBERS: Readonly<Record<SensitivityMethod, readonly (keyof Texts)[]>> = {
  tornado: ['runs'],
  morris: ['trajectories'],
  sobol: ['trajectories', 'rows', 'factors'],
};

async function numbersOf(texts: Texts) {
  const { STUDY_BOUNDS } = await import('../analyses/sensitivity/study-options');
  for (const name of ['runs', 'trajectories', 'rows', 'factors'] as const) {
    if (texts[name] !== undefined && !NUMBERS[texts.method].includes(name)) {
      const takes = NUMBERS[texts.method].map((other) => `--${other}`).join(', ');
      throw new BadInput(`--method ${texts.method} takes ${takes}, not --${name}.`);
    }
  }
  const rows = numberGiven('rows', '--rows', texts.rows, STUDY_BOUNDS.rows);
  if (rows.rows !== undefined && (rows.rows & (rows.rows - 1)) !== 0) {
    throw new BadInput(`--rows takes a power of two, such as 1024; given ${rows.rows}.`);
  }
  return {
    ...numberGiven('runs', '--runs', texts.runs, STUDY_BOUNDS.runs),
    ...numberGiven('trajectories', '--trajectories', texts.trajectories, STUDY_BOUNDS.trajectories),
    ...rows,
    ...numberGiven('factors', '--factors', texts.factors, STUDY_BOUNDS.factors),
  };
}

function again(argument: string, texts: Texts): string {
  const words = ['method', 'output', 'rules', 'runs', 'trajectories', 'rows', 'factors', 'seed'] as const;
  const given = words.flatMap((name) => {
    const value = texts[name];
    return value === undefined ? [] : [`--${name}`, shellWord(value)];
  });
  return ['detente sensitivity', shellWord(argument), ...given].join(' ');
}

/** Adds the command; `answer` takes what it has to say. */
export function addSensitivity(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  const command = program
    .command('sensitivity')
    .description('what moves a headline: parameters, decision rules, chance')
    .argument('<scenario>', 'id of a scenario, or a file')
    .addOption(
      new Option('-m, --method <name>', 'each factor low and high, elementary effects, shares of variance')
        .choices(['tornado', 'morris', 'sobol'])
        .default('morris'),
    )
    .requiredOption(
      '-o, --output <headline>',
      'held, an outcome class, tariff-us-on-cn, tariff-cn-on-us, truce-90 and the like',
    )
    .option('-n, --runs <n>', 'tornado: episodes at each end')
    .option('--trajectories <n>', 'morris: trajectories; sobol: those of the screening')
    .option('--rows <n>', 'sobol: rows of each design, a power of two')
    .option('--factors <n>', 'sobol: how many factors of the world one by one');
  withStudyOptions(command).action(async (argument: string, texts: Texts) => {
    const shared = await studyOptions(texts);
    const numbers = await numbersOf(texts);
    const scenario = await scenarioOf(argument);
    const { sensitivity } = await threadsOf(shared);
    const { facts } = await import('../facts/packaged');
    await knownHeadline('--output', scenario, texts.output);
    const onProgress = progressOn(terminal, 'varying');
    const found = await sensitivity(scenario, {
      method: texts.method,
      output: texts.output,
      ...shared,
      ...numbers,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    if (texts.json === true) {
      answer({ text: json(found), exit: 0 });
      return;
    }
    const { sensitivityText } = await import('../report/screens/sensitivity');
    const view = {
      facts,
      paint: await paintFor(terminal),
      command: again(argument, texts),
      draws: terminal.draws === true,
    };
    answer({ text: sensitivityText(found, view), exit: 0 });
  });
}
