/** `detente record add`: tomorrow's news as an act, in a folder of facts that every command takes with `--facts`. */
import { untilStopped } from './interrupt';
import { folder, oneOf } from './readers';
import { argument, command, option, text } from './row';
import { BadInput, Unwritten } from './terminal';

const CERTAINTIES = ['high', 'medium', 'low', 'unverified'] as const;

/** The command. */
export const record = command({
  name: 'record',
  about: 'add an act to a folder of facts: one event with its day and its source',
  arguments: {
    what: argument('what', 'what to do: add', oneOf(['add'])),
    event: argument('event', 'the event as JSON, with its day in "on"', text),
  },
  options: {
    into: option('--into <folder>', 'the folder of facts; made where there is none', folder, {
      required: true,
    }),
    source: option('--source <id>', 'id of its source: one of the package, or a new one with --title', text),
    title: option('--title <text>', 'title of a new source', text),
    href: option('--href <url>', 'address of a new source', text),
    certainty: option(
      '--certainty <word>',
      `how certain it is: ${CERTAINTIES.join(', ')}`,
      oneOf(CERTAINTIES),
      { usual: 'medium' },
    ),
    note: option('--note <text>', 'what else a reader should know', text),
  },
  run: async ({ arguments: { event }, options }) => {
    const { into, source, title, href, certainty, note } = options;
    if (source === undefined)
      throw new BadInput('an act needs a source: --source ID of the package, or a new one with --title.');
    const { addAct } = await import('../node/add-act');
    const act = {
      event,
      source,
      certainty: CERTAINTIES.find((one) => one === certainty) ?? 'medium',
      ...(note === undefined ? {} : { note }),
      ...(title === undefined ? {} : { newSource: { title, href: href ?? null } }),
    };
    const added = await untilStopped((signal) => addAct(into, act, { signal }));
    if (added.ok) return added;
    const told = `the act was not added:\n  ${added.complaints.join('\n  ')}`;
    throw added.unwritten === true ? new Unwritten(told) : new BadInput(told);
  },
  json: ({ file, acts }) => ({ file, acts }),
  screen: ({ file, acts }) => `added to ${file}; the facts hold ${acts} acts and are sound.\n`,
});
