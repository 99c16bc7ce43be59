/** `detente uncertainty`: how sure each quantity of interest is, and what would make it surer. */
import { RUNS } from '../ensemble/checks';
import { InputError } from '../kit/input-error';
import { DEFAULT_RUNS } from '../ensemble/limits';
import { analysisOptions, STUDY, studyBounds, threadsOf } from './analysis-options';
import { whole } from './readers';
import { command, option, present } from './row';
import { SCENARIO } from './scenario-argument';
import { BadInput } from './terminal';

/** A design that is too large as a whole is the caller's to mend, though each of its numbers is in range. */
async function orTooLarge<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof InputError) throw new BadInput(`${error.message}.`);
    throw error;
  }
}

/** The command. */
export const uncertainty = command({
  name: 'uncertainty',
  alias: 'widths',
  about: 'how sure each quantity of interest is: sampling, assumptions, actor model',
  arguments: { scenario: SCENARIO },
  options: {
    runs: option(
      '-n, --runs <n>',
      'runs of a projection for which the interval of sampling is given',
      whole(RUNS),
      { usual: String(DEFAULT_RUNS) },
    ),
    ownWorlds: option(
      '--own-worlds <n>',
      "parameter draws under the scenario's own policies",
      whole(studyBounds('ownWorlds')),
    ),
    worlds: option(
      '--worlds <n>',
      'parameter draws under every other pair of policies',
      whole(studyBounds('worlds')),
    ),
    replicates: option(
      '--replicates <n>',
      'episodes with each parameter draw',
      whole(studyBounds('replicates')),
    ),
    ...STUDY,
  },
  again: ['policies', 'runs', 'ownWorlds', 'worlds', 'replicates', 'seed'],
  run: async ({ arguments: { scenario }, options, progress }) => {
    const { runs, ownWorlds, worlds, replicates } = options;
    const how = { ...analysisOptions(options), runs, ...present({ ownWorlds, worlds, replicates }) };
    const threads = await threadsOf(options);
    return orTooLarge(threads.uncertainty(scenario, { ...how, ...progress('widening') }));
  },
  json: (found) => found,
  screen: async (found, { view }) => {
    const { uncertaintyText } = await import('../report/screens/uncertainty');
    return uncertaintyText(found, await view());
  },
});
