/** `detente explain`: may an event happen on a scenario's first day, why not, and what could instead. */
import type { Event } from '../actions/index';
import { visible } from '../report/wording/visible';
import { FACTS } from './own-options';
import { isPlayed, PLAY, playOf } from './play-options';
import { command, option, type Reader } from './row';
import { SCENARIO } from './scenario-argument';
import { BadInput, quoted } from './terminal';

/** Longest event that is read, in characters. */
const LONGEST_EVENT = 100_000;

/** Reads JSON; refuses what does not parse with the place where it breaks. */
function eventJson(text: string, name: string): unknown {
  if (text.length > LONGEST_EVENT)
    throw new BadInput(`${name} takes at most ${LONGEST_EVENT} characters; given ${text.length}.`);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const why =
      error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : 'it does not parse';
    throw new BadInput(
      `${name} takes an event as JSON, such as '{"type":"meeting.confirm","actor":"US","meeting":"busan-2025","on":"2025-10-25"}'; given ${quoted(text)}: ${why}.`,
    );
  }
}

const eventOf: Reader<Event> = async (text, name) => {
  const input = eventJson(text, name);
  const { parseEvent } = await import('../engine/parse');
  const parsed = parseEvent(input);
  if (parsed.ok) return parsed.event;
  throw new BadInput(
    parsed.issues
      .map(({ path, message }) => visible(`${name}: ${path === '' ? '' : `${path}: `}${message}`))
      .join('\n'),
  );
};

/** The command. */
export const explain = command({
  name: 'explain',
  about: 'is an event legal where one stands, why not, and what would be',
  arguments: { scenario: SCENARIO },
  options: {
    ...PLAY,
    ...FACTS,
    event: option(
      '--event <json>',
      'the event, as {"type": …, "actor": …, "on": …}; `detente actions` lists the types with examples',
      eventOf,
      {
        required: true,
      },
    ),
  },
  run: async ({ arguments: { scenario }, options, facts }) => {
    const { event } = options;
    const { start } = await import('../analyses/resolve');
    const rules = await import('../engine/explain');
    const state = isPlayed(options)
      ? (await playOf(scenario, options)).state
      : start(scenario, await facts());
    return { explanation: rules.explain(state, event), state };
  },
  no: 'the event is illegal',
  exit: ({ explanation }) => (explanation.legal ? 0 : 1),
  json: ({ explanation }) => explanation,
  screen: async ({ explanation, state }, { options: { event }, view }) => {
    const { explainText } = await import('../report/screens/explain');
    const { facts, paint } = await view();
    const { eventSentences } = await import('../report/wording/dated-sentences');
    const follows = explanation.legal ? eventSentences(state, [event], facts).map(({ text }) => text) : [];
    return explainText(event, explanation, facts, paint, follows);
  },
});
