/** `detente list`: which scenarios there are and the question that each asks. */
import type { Facts } from '../facts/schema';
import type { Scenario } from '../scenario/schema';
import { FACTS } from './own-options';
import { command, flag } from './row';

async function listed(past: boolean, facts: Facts): Promise<readonly Scenario[]> {
  return past
    ? (await import('../analyses/resolve')).pastScenarios(facts)
    : (await import('../scenario/library')).scenarios;
}

/** The command. */
export const list = command({
  name: 'list',
  about: 'which scenarios there are and the question each asks',
  options: { past: flag('--past', 'the past meetings of the record instead'), ...FACTS },
  run: async ({ options, facts }) => listed(options.past, await facts()),
  json: (scenarios) => scenarios.map(({ id, title, question, asOf }) => ({ id, title, question, asOf })),
  screen: async (scenarios, { paint }) => {
    const { listText } = await import('../report/screens/list');
    return listText(scenarios, await paint());
  },
});
