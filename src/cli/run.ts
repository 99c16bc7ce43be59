/** `detente run`: one episode told as a story, or as a log that can be replayed. */
import { EPISODES } from '../ensemble/checks';
import { SEED } from './analysis-options';
import { OWN, policiesTold } from './own-options';
import { PLAY, standing } from './play-options';
import { whole } from './readers';
import { command, option, present } from './row';
import { SCENARIO } from './scenario-argument';

/** The command. */
export const run = command({
  name: 'run',
  about: 'one episode, told as a story',
  arguments: { scenario: SCENARIO },
  options: {
    ...PLAY,
    ...OWN,
    seed: SEED,
    episode: option('-e, --episode <n>', 'which episode of the seed, from 0', whole(EPISODES), {
      usual: '0',
    }),
  },
  run: async ({ arguments: given, options }) => {
    const { seed, episode } = options;
    const scenario = await standing(given.scenario, options);
    const { runEpisode } = await import('../analyses/project');
    const { loadOwn } = await import('../node/own-modules');
    const own = await loadOwn(present({ policies: policiesTold(options), facts: options.facts }));
    return runEpisode(scenario, { seed, episode, ...own });
  },
  withoutForeword: true,
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
    const shown = await view();
    return trajectoryText(scenario, start(scenario, shown.facts), recorded, { ...shown, seed });
  },
});
