/** `detente uncertainty`: how sure each quantity of interest is, and what would make it surer. */
import { Option, type Command } from 'commander';
import { RUNS } from '../ensemble/checks';
import { DEFAULT_RUNS } from '../ensemble/limits';
import { threadsOf } from './ensemble-options';
import { scenarioOf } from './scenario-argument';
import { numberGiven, studyOptions, withStudyOptions, type RawStudyOptions } from './study-options';
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

interface RawOptions extends RawStudyOptions {
  readonly runs: string;
  readonly ownWorlds?: string;
  readonly worlds?: string;
  readonly replicates?: string;
}

function reproduceCommand(argument: string, raw: RawOptions): string {
  const given = [
    ['--policies', raw.policies],
    ['--runs', raw.runs],
    ['--own-worlds', raw.ownWorlds],
    ['--worlds', raw.worlds],
    ['--replicates', raw.replicates],
    ['--seed', raw.seed],
  ].flatMap(([name, value]) => (value === undefined ? [] : [name!, shellWord(value)]));
  return ['detente uncertainty', shellWord(argument), ...given].join(' ');
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
export function addUncertainty(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  const command = program
    .command('uncertainty')
    .alias('widths')
    .description('how sure each quantity of interest is: sampling, assumptions, actor model')
    .argument('<scenario>', 'id of a scenario, or a file')
    .addOption(
      new Option(
        '-n, --runs <n>',
        'runs of a projection for which the interval of sampling is given',
      ).default(String(DEFAULT_RUNS), String(DEFAULT_RUNS)),
    )
    .option('--own-worlds <n>', "parameter draws under the scenario's own policies")
    .option('--worlds <n>', 'parameter draws under every other pair of policies')
    .option('--replicates <n>', 'episodes with each parameter draw');
  withStudyOptions(command).action(async (argument: string, raw: RawOptions) => {
    const shared = await studyOptions(raw);
    const runs = wholeNumber('--runs', raw.runs, RUNS);
    const { STUDY_BOUNDS } = await import('../analyses/sensitivity/study-options');
    const numbers = {
      ...numberGiven('ownWorlds', '--own-worlds', raw.ownWorlds, STUDY_BOUNDS.ownWorlds),
      ...numberGiven('worlds', '--worlds', raw.worlds, STUDY_BOUNDS.worlds),
      ...numberGiven('replicates', '--replicates', raw.replicates, STUDY_BOUNDS.replicates),
    };
    const scenario = await scenarioOf(argument);
    const { uncertainty } = await threadsOf(shared);
    const onProgress = progressOn(terminal, 'widening');
    const found = await orTooLarge(
      uncertainty(scenario, {
        runs,
        ...shared,
        ...numbers,
        ...(onProgress === undefined ? {} : { onProgress }),
      }),
    );
    if (raw.json === true) {
      answer({ text: json(found), exit: 0 });
      return;
    }
    const { facts } = await import('../facts/packaged');
    const { uncertaintyText } = await import('../report/screens/uncertainty');
    const view = { facts, paint: await paintFor(terminal), command: reproduceCommand(argument, raw) };
    answer({ text: uncertaintyText(found, view), exit: 0 });
  });
}
