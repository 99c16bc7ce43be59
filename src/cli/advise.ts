/** `detente advise`: which of all lawful acts of a party serves it best today. */
import { RUNS } from '../ensemble/checks';
import { DEFAULT_RUNS } from '../ensemble/limits';
import type { FromModule } from '../scenario/own-module';
import { ANALYSIS, analysisOptions, threadsOf } from './analysis-options';
import { interruptible } from './interrupt';
import { KEPT_RESULTS, resultsKeeper } from './long-run';
import { moduleFile } from './own-options';
import { playOf } from './play-options';
import { listOf, oneOf, whole } from './readers';
import { command, flag, option, present, type Reader } from './row';
import { SCENARIO } from './scenario-argument';
import { grouped, shellWord, type StoppedExit } from './terminal';

const party: Reader<'US' | 'CN'> = async (text, name) => {
  const { PARTY_IDS } = await import('../model/actor');
  return oneOf(PARTY_IDS)(text, name);
};

/** A quantity by its id, or a measure of one's own by its module: `./mine.mjs#name`. */
const wanted: Reader<string | FromModule> = (text) => {
  const at = text.lastIndexOf('#');
  return at < 0 ? text : { module: text.slice(0, at), name: text.slice(at + 1) };
};

/** The command. */
export const advise = command({
  name: 'advise',
  about: 'what a party should do today: its lawful acts against doing nothing',
  arguments: { scenario: SCENARIO },
  options: {
    party: option('-p, --party <id>', 'who is advised: US or CN', party, { required: true }),
    want: option(
      '--want <quantity>',
      'what it wants most of, as class:rollback, or ./mine.mjs#name; its own utility unless told',
      wanted,
      { asked: 'objective', reads: moduleFile },
    ),
    avoid: flag('--avoid', 'it wants least of that'),
    only: option(
      '--only <types>',
      'acts that are tried, as meeting,tariff.withdraw; all that are lawful unless told',
      listOf((name) => name.trim()),
    ),
    pairs: flag('--pairs', 'pairs of the best acts are tried, too'),
    runs: option(
      '-n, --runs <n>',
      'most runs, all acts together; refused where too few for so many acts (--only tries fewer)',
      whole(RUNS),
      {
        usual: String(8 * DEFAULT_RUNS),
      },
    ),
    ...ANALYSIS,
    ...KEPT_RESULTS,
  },
  run: async ({ arguments: given, options, progress, terminal }) => {
    const { runs, want, avoid, pairs, only } = options;
    const how = {
      ...analysisOptions(options),
      ...present({ objective: want, only }),
      party: options.party,
      runs,
    };
    const threads = await threadsOf(options);
    const kept = await resultsKeeper(options);
    const { facts } = options;
    const { result, stopped } = await interruptible(async (signal) =>
      threads.advise(await playOf(given.scenario, options), {
        ...how,
        ...present({ facts, checkpoint: kept?.keeper }),
        avoid,
        pairs,
        signal,
        ...progress('weighing acts'),
      }),
    );
    const exit: 0 | StoppedExit = stopped === null || result.partial === undefined ? 0 : stopped.exit;
    if (exit !== 0)
      terminal.warn(
        `detente: stopped after ${grouped(result.runs)} of at most ${grouped(runs)} runs${kept === undefined ? '' : `; go on with --resume ${shellWord(kept.path)}`}.\n`,
      );
    return { result, exit, scenario: given.scenario };
  },
  exit: ({ exit }) => exit,
  json: ({ result }) => result,
  screen: async ({ result, scenario }, { view }) => {
    const { adviceText } = await import('../report/screens/advice');
    return adviceText(result, { ...(await view()), scenario });
  },
});
