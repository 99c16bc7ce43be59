/** `detente uncertainty`: how sure each quantity of interest is, and what would make it surer. */
import { RUNS } from '../ensemble/checks';
import { DEFAULT_RUNS } from '../ensemble/limits';
import { studyOptions, STUDY, studyBounds, threadsOf } from './analysis-options';
import { standing } from './play-options';
import { whole } from './readers';
import { command, option, present } from './row';
import { SCENARIO } from './scenario-argument';

/** The command. */
export const uncertainty = command({
  name: 'uncertainty',
  alias: 'widths',
  about: 'how sure each quantity of interest is: sampling, assumptions, decision rules',
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
      "parameter draws under the scenario's own policies; 800 unless told",
      whole(studyBounds('ownWorlds')),
    ),
    worlds: option(
      '--worlds <n>',
      'parameter draws under every other pair of policies; 40 unless told',
      whole(studyBounds('worlds')),
    ),
    replicates: option(
      '--replicates <n>',
      'episodes with each parameter draw; 2 unless told',
      whole(studyBounds('replicates')),
    ),
    ...STUDY,
  },
  again: ['policies', 'runs', 'ownWorlds', 'worlds', 'replicates', 'seed'],
  run: async ({ arguments: given, options, progress }) => {
    const scenario = await standing(given.scenario, options);
    const { runs, ownWorlds, worlds, replicates } = options;
    const how = { ...studyOptions(options), runs, ...present({ ownWorlds, worlds, replicates }) };
    const threads = await threadsOf(options);
    return threads.uncertainty(scenario, { ...how, ...progress('widening') });
  },
  json: (found) => found,
  screen: async (found, { view }) => {
    const { uncertaintyText } = await import('../report/screens/uncertainty');
    return uncertaintyText(found, await view());
  },
});
