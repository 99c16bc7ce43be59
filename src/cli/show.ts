/** `detente show`: the state of a scenario on its first day or on a later one, people, agenda and assumptions. */
import { FACTS } from './own-options';
import { isPlayed, PLAY, playOf } from './play-options';
import { command } from './row';
import { SCENARIO } from './scenario-argument';

/** The command. */
export const show = command({
  name: 'show',
  about: 'where one stands: what is in force, who sits there, what each wants',
  arguments: { scenario: SCENARIO },
  options: { ...PLAY, ...FACTS },
  run: async ({ arguments: { scenario }, options, facts }) => {
    const { state, latent } = await playOf(scenario, options);
    const { start } = await import('../analyses/resolve');
    // The first day is shown as the record has it, before anything of it is felt.
    return { scenario, latent, state: isPlayed(options) ? state : start(scenario, await facts()) };
  },
  json: async ({ scenario, state, latent }) => {
    const { digest } = await import('../engine/digest');
    return { id: scenario.id, asOf: scenario.asOf, state, latent, digest: digest(state) };
  },
  screen: async ({ scenario, state }, { view }) => {
    const { stateText } = await import('../report/screens/state');
    const { facts, paint } = await view();
    return stateText(scenario, state, facts, paint);
  },
});
