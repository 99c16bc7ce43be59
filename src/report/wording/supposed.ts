/** What is taken as given: the acts that a caller tells, in sentences with their days, and what a supposition is called. */
import type { Event } from '../../actions/index';
import { formatDate } from '../../kit/calendar';
import type { State } from '../../model/state';
import type { BareFacts } from '../../facts/bare';
import { parseEvent } from '../../engine/parse';
import type { Scenario } from '../../scenario/schema';
import { eventSentences } from './dated-sentences';
import { sentenceOf } from './event-sentences';
import { actorName } from './scene';
import { quoted } from './wording';
import { heading, wrap, type Paint } from './text';

/** Name of an act of a play as a supposition of the scenario that the play is. */
const ACT_OF_PLAY = /^after-(\d+)$/;

/** Whether a supposition is an act that a caller told. */
export const isActOfPlay = (name: string): boolean => ACT_OF_PLAY.test(name);

/** Acts from one number to another, as they stand at the head of a screen. */
export function actsNumbered(first: number, last: number): string {
  return `${first === last ? `act ${first}` : `acts ${first} to ${last}`} of those taken as given`;
}

/** What a supposition is called in a sentence: by its name, or by its number where it is an act that was told. */
export function supposedName(name: string): string {
  const [, number] = ACT_OF_PLAY.exec(name) ?? [];
  return number === undefined
    ? `the supposed event ${quoted(name)}`
    : actsNumbered(Number(number), Number(number));
}

/** A supposed event in words, as it would be today; one of a type of one's own by what is known of it. */
export function supposedText(event: Scenario['events'][string], state: State, facts: BareFacts): string {
  const parsed = parseEvent(event);
  return parsed.ok
    ? `${sentenceOf(parsed.event, { before: state, after: state, facts }).text}.`
    : `${actorName(facts, event.actor)} makes the move “${event.type}”.`;
}

/** The acts of a play among what a scenario supposes, in their order: their days, and what is done as it would be on the first day. */
export function actsOfPlay(scenario: Scenario, state: State, facts: BareFacts): string[] {
  return Object.entries(scenario.events)
    .flatMap(([name, event]) => {
      const [, number] = ACT_OF_PLAY.exec(name) ?? [];
      return number === undefined ? [] : [{ number: Number(number), event }];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ event }) => `${formatDate(event.on)}: ${supposedText(event, state, facts)}`);
}

/** Most acts that are told one by one. */
const MOST_TOLD = 10;

/** Acts among the events of a log, each as a sentence. */
export function actSentences(
  start: State,
  log: readonly Event[],
  acts: readonly Event[],
  facts: BareFacts,
): string[] {
  return acts.map((act) =>
    eventSentences(start, log, facts, { isShown: (event) => event === act })
      .map(({ text }) => text)
      .join(' '),
  );
}

/**
 * The acts that are taken as given, as the head of a screen: numbered, with their days; nothing where there are none. `log` holds
 * them among all that happened since `start`. Pure.
 */
export function givenActLines(
  start: State,
  log: readonly Event[],
  acts: readonly Event[],
  facts: BareFacts,
  paint: Paint,
): string[] {
  if (acts.length === 0) return [];
  const told = acts.slice(0, MOST_TOLD);
  const sentences = actSentences(start, log, told, facts);
  const more = acts.length - told.length;
  return [
    ...heading(paint, 'Taken as given'),
    ...told.flatMap(({ on }, at) => {
      const head = `  ${at + 1}. ${formatDate(on).padEnd(11)}  `;
      return wrap(paint, sentences[at] ?? '', head, ' '.repeat(head.length));
    }),
    ...(more === 0 ? [] : [`  and ${more} more`]),
    '',
  ];
}
