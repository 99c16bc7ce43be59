/** `detente run`: one episode told as a story, or as a log that can be replayed. */
import { EPISODES } from '../ensemble/checks';
import { SEED } from './analysis-options';
import { PLAY, standing } from './play-options';
import { whole } from './readers';
import { command, option } from './row';
import { SCENARIO } from './scenario-argument';

/** The command. */
export const run = command({
  name: 'run',
  about: 'one episode, told as a story',
  arguments: { scenario: SCENARIO },
  options: {
    ...PLAY,
    seed: SEED,
    episode: option('-e, --episode <n>', 'which episode of the seed, from 0', whole(EPISODES), {
      usual: '0',
    }),
  },
  run: async ({ arguments: given, options }) => {
    const { seed, episode } = options;
    const scenario = await standing(given.scenario, options);
    const { runEpisode } = await import('../analyses/project');
    return runEpisode(scenario, { seed, episode });
  },
  jsonAbout: 'print a log that `detente replay` checks',
  json: ({ version, scenario, seed, episode, events, outcome, digest }) => ({
    version,
    scenario,
    seed,
    episode,
    events,
    outcome,
    digest,
  }),
  screen: async (recorded, { arguments: { scenario }, options: { seed }, view }) => {
    const { trajectoryText } = await import('../report/wording/trajectory');
    const { start } = await import('../analyses/resolve');
    return trajectoryText(scenario, start(scenario), recorded, { ...(await view()), seed });
  },
});
