/** `detente show`: the state on a scenario's first day, people, agenda and assumptions. */
import { command } from './row';
import { SCENARIO } from './scenario-argument';

/** The command. */
export const show = command({
  name: 'show',
  about: 'the first day: what is in force, who sits there, what each wants',
  arguments: { scenario: SCENARIO },
  run: async ({ arguments: { scenario } }) => {
    const { start } = await import('../analyses/resolve');
    return { scenario, state: start(scenario) };
  },
  json: async ({ scenario, state }) => {
    const { digest } = await import('../engine/digest');
    return { id: scenario.id, asOf: scenario.asOf, state, digest: digest(state) };
  },
  screen: async ({ scenario, state }, { view }) => {
    const { stateText } = await import('../report/screens/state');
    const { facts, paint } = await view();
    return stateText(scenario, state, facts, paint);
  },
});
