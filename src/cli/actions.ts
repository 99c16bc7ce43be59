/** `detente actions`: all action types with what they mean, who may do them and their fields. */
import { command, optionalArgument, text } from './row';
import { BadInput } from './terminal';

/** The command. */
export const actions = command({
  name: 'actions',
  about: 'all kinds of move, for the events of scenarios and of explain',
  arguments: {
    prefix: optionalArgument('prefix', 'only those whose name begins so, such as tariff', text),
  },
  run: async ({ arguments: { prefix = '' } }) => {
    const { actionReference, refuseNoAction } = await import('../report/screens/actions');
    const entries = actionReference(prefix);
    if (entries.length === 0) throw new BadInput(refuseNoAction(prefix));
    return { prefix, entries };
  },
  json: ({ entries }) => entries,
  screen: async ({ prefix, entries }, { paint }) => {
    const { actionsOverview, actionsText } = await import('../report/screens/actions');
    return (prefix === '' ? actionsOverview : actionsText)(entries, await paint());
  },
});
