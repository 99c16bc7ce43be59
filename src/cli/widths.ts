/** `detente widths`: how sure each headline is, and what would make it surer. */
import { Option, type Command } from 'commander';
import { RUNS } from '../ensemble/checks';
import { DEFAULT_RUNS } from '../ensemble/limits';
import { threadsOf } from './ensemble-options';
import { scenarioOf } from './scenario-argument';
import { numberGiven, studyOptions, withStudyOptions, type StudyTexts } from './study-options';
import {
  BadInput,
  json,
  paintFor,
  progressOn,
  shellWord,
  wholeNumber,
  type Answer,
  type Terminal,
} from './terminal';

interface Texts extends StudyTexts {
  readonly runs: string;
  readonly ownWorlds?: string;
  readonly worlds?: string;
  readonly replicates?: string;
}

function again(argument: string, texts: Texts): string {
  const given = [
    ['--rules', texts.rules],
    ['--runs', texts.runs],
    ['--own-worlds', texts.ownWorlds],
    ['--worlds', texts.worlds],
    ['--replicates', texts.replicates],
    ['--seed', texts.seed],
  ].flatMap(([name, value]) => (value === undefined ? [] : [name!, shellWord(value)]));
  return ['detente widths', shellWord(argument), ...given].join(' ');
}

/** A design that is too large as a whole is the caller's to mend, though each of its numbers is in range. */
async function orTooLarge<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput(`${error.message}.`);
    throw error;
  }
}

/** Adds the command; `answer` takes what it has to say. */
export function addWidths(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  const command = program
    .command('widths')
    .description('how sure each headline is: sampling, assumptions, actor model')
    .argument('<scenario>', 'id of a scenario, or a file')
    .addOption(
      new Option('-n, --runs <n>', 'runs of a projection for which the sampling width is told').default(
        String(DEFAULT_RUNS),
        String(DEFAULT_RUNS),
      ),
    )
    .option('--own-worlds <n>', "worlds under the scenario's own decision rules")
    .option('--worlds <n>', 'worlds under every other pair of rules')
    .option('--replicates <n>', 'episodes in each world');
  withStudyOptions(command).action(async (argument: string, texts: Texts) => {
    const shared = await studyOptions(texts);
    const runs = wholeNumber('--runs', texts.runs, RUNS);
    const { STUDY_BOUNDS } = await import('../analyses/sensitivity/study-options');
    const numbers = {
      ...numberGiven('ownWorlds', '--own-worlds', texts.ownWorlds, STUDY_BOUNDS.ownWorlds),
      ...numberGiven('worlds', '--worlds', texts.worlds, STUDY_BOUNDS.worlds),
      ...numberGiven('replicates', '--replicates', texts.replicates, STUDY_BOUNDS.replicates),
    };
    const scenario = await scenarioOf(argument);
    const { widths } = await threadsOf(shared);
    const onProgress = progressOn(terminal, 'widening');
    const found = await orTooLarge(
      widths(scenario, {
        runs,
        ...shared,
        ...numbers,
        ...(onProgress === undefined ? {} : { onProgress }),
      }),
    );
    if (texts.json === true) {
      answer({ text: json(found), exit: 0 });
      return;
    }
    const { facts } = await import('../facts/packaged');
    const { widthsText } = await import('../report/screens/uncertainty');
    const view = { facts, paint: await paintFor(terminal), command: again(argument, texts) };
    answer({ text: widthsText(found, view), exit: 0 });
  });
}
