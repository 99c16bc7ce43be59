/** `detente list`: which scenarios there are and the question that each asks. */
import type { Facts } from '../facts/schema';
import type { Scenario } from '../scenario/schema';
import { FACTS } from './own-options';
import { command, flag } from './row';

/** The shipped scenarios need no facts: they are read for the past ones, and where others are given, which may be unsound. */
async function listed(
  { past, facts: given }: { readonly past: boolean; readonly facts: Facts | undefined },
  facts: () => Promise<Facts>,
): Promise<readonly Scenario[]> {
  const read = past || given !== undefined ? await facts() : null;
  return past && read !== null
    ? (await import('../analyses/resolve')).pastScenarios(read)
    : (await import('../scenario/library')).scenarios;
}

/** The command. */
export const list = command({
  name: 'list',
  about: 'which scenarios there are and the question each asks',
  options: { past: flag('--past', 'the past meetings of the record instead'), ...FACTS },
  run: async ({ options, facts }) => listed(options, facts),
  json: (scenarios) => scenarios.map(({ id, title, question, asOf }) => ({ id, title, question, asOf })),
  screen: async (scenarios, { paint }) => {
    const { listText } = await import('../report/screens/list');
    return listText(scenarios, await paint());
  },
});
