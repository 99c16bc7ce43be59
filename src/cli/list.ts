/** `detente list`: which scenarios there are and the question that each asks. */
import type { Scenario } from '../scenario/schema';
import { command, flag } from './row';

async function listed(past: boolean): Promise<readonly Scenario[]> {
  return past
    ? (await import('../analyses/resolve')).pastScenarios()
    : (await import('../scenario/library')).scenarios;
}

/** The command. */
export const list = command({
  name: 'list',
  about: 'which scenarios there are and the question each asks',
  options: { past: flag('--past', 'the past meetings of the record instead') },
  run: ({ options }) => listed(options.past),
  json: (scenarios) => scenarios.map(({ id, title, question, asOf }) => ({ id, title, question, asOf })),
  screen: async (scenarios, { paint }) => {
    const { listText } = await import('../report/screens/list');
    return listText(scenarios, await paint());
  },
});
