/** Events as sentences with their days, for whoever shows them in a way of their own: a page, a timeline, a message. */
import type { Event } from '../../actions/index';
import { tableFor, type OwnRules } from '../../engine/own-table';
import { checkState } from '../../engine/parse-state';
import { transitionIn } from '../../engine/transition';
import type { RecordedEpisode } from '../../episode/recorded';
import { checkFacts, type BareFacts } from '../../facts/bare';
import { checkAnswer } from '../../kit/answer-form';
import type { State } from '../../model/state';
import type { Scenario } from '../../scenario/schema';
import { EPISODE, SCENARIO, checkEvents } from './answer-forms';
import { checkRules } from './view-checks';
import { sentenceOf } from './event-sentences';
import { checkTold, checkWorded, type EventLinesOptions } from './told-events';
import { fold, leftSentences, momentText, type Folded } from './trajectory';
import { toldOf, whoMeets } from '../../facts/who-meets';
import { visible } from './visible';

/** One or several events as a sentence, with its day. */
export interface DatedSentence {
  /** Day of what it tells, YYYY-MM-DD. */
  readonly on: string;
  /** The sentence, without its day. */
  readonly text: string;
  /** The events that it tells of; none for a note that gathers routine, or says how pain, magnets and markets stand. */
  readonly events: readonly Event[];
  /** Whether it is a turn of events, one among others, or a note aside. */
  readonly tone: 'turn' | 'plain' | 'aside';
}

/** An episode as a story. */
export interface EpisodeStory {
  /** What happened, in the order of days. */
  readonly sentences: readonly DatedSentence[];
  /** The class in which it ends; null for none or several. */
  readonly ending: {
    /** Id of the outcome class. */
    readonly id: string;
    /** Name of the class as people read it. */
    readonly title: string;
    /** What the class means, in a sentence. */
    readonly meaning: string;
  } | null;
  /** What it leaves: what was conceded, what became of promises and truce, both averages. */
  readonly left: readonly string[];
}

const datedOf = ({ moments }: Folded): DatedSentence[] =>
  moments.map((moment) => ({
    on: moment.on,
    text: visible(momentText(moment)),
    events: moment.events,
    tone: moment.tone,
  }));

/**
 * One event in a state as a sentence with its full stop, and what it does to an average as a second one. One that the
 * rules refuse is told as what it would be. Pure.
 * @param state - State in which the event would happen; it is not changed.
 * @param event - Event, lawful or not, on the day of the state.
 * @param facts - Facts for labels of measures, laws and people.
 * @param rules - Rules with action types of one's own, whose events are worded as those declare; the library's where left out.
 * @throws InputError when the state is none, the event is not well formed, or facts or rules are none.
 *
 * @example
 * const state = start('kuala-lumpur-2025');
 * eventSentence(state, { type: 'meeting.doubt', actor: 'US', on: state.today, meeting: 'busan-2025' }, facts)
 */
export function eventSentence(state: State, event: Event, facts: BareFacts, rules?: OwnRules): string {
  checkState('state', state);
  checkFacts('facts', facts);
  checkRules(rules);
  const table = tableFor(rules);
  const next = transitionIn(table, state, event);
  // What may happen is well formed.
  if (!next.ok) checkWorded(event, rules);
  const after = next.ok ? next.state : state;
  const { text, move } = sentenceOf(event, { before: state, after, facts, types: table.byType });
  return visible(`${text}.${move}`);
}

/**
 * A list of events as sentences with their days: as `eventLines` tells them, without a width. Like events of a day share a
 * sentence; accruals and the passing of days have none. Pure.
 * @param start - State before the first event, on which all of them replay; it is not changed.
 * @param events - Events in the order in which they happened, those of the calendar included.
 * @param facts - Facts for labels of measures, laws and people.
 * @param options - Which events are left out, and rules with action types of one's own; all are told where left out.
 * @throws InputError when start, events, facts or options are none.
 *
 * @example
 * const { events } = runEpisode('kuala-lumpur-2025', { episode: 7 });
 * eventSentences(start('kuala-lumpur-2025'), events, facts)[0]?.text
 */
export function eventSentences(
  start: State,
  events: readonly Event[],
  facts: BareFacts,
  options: EventLinesOptions = {},
): DatedSentence[] {
  checkTold(start, events, facts, options);
  return datedOf(fold(start, events, facts, false, options));
}

/**
 * One episode as a story: its sentences, how it ends and what it leaves. Pure.
 * @param scenario - Scenario of the episode, whose outcome classes name the end.
 * @param start - The scenario's first state, on which the events replay.
 * @param episode - What happened, and the id of the class to which the end belongs, as `runEpisode` gives them.
 * @param facts - Facts for labels of measures, laws and people.
 * @param rules - Rules with action types of one's own, whose events are worded as those declare; the library's where left out.
 * @throws InputError when scenario, start, episode, facts or rules are none.
 *
 * @example
 * const [scenario, first] = [loadScenario('kuala-lumpur-2025'), start('kuala-lumpur-2025')];
 * episodeStory(scenario, first, runEpisode(scenario, { episode: 7 }), facts).ending?.title
 */
export function episodeStory(
  scenario: Scenario,
  start: State,
  episode: Pick<RecordedEpisode, 'events' | 'outcome'>,
  facts: BareFacts,
  rules?: OwnRules,
): EpisodeStory {
  checkAnswer('scenario', scenario, SCENARIO);
  checkState('start', start);
  checkAnswer('episode', episode, EPISODE);
  checkEvents('episode.events', episode.events);
  checkFacts('facts', facts);
  checkRules(rules);
  const { events, outcome } = episode;
  const folded = fold(start, events, facts, true, { rules });
  const found = scenario.outcomes.find(({ id }) => id === outcome);
  const told = (meaning: string) => toldOf(whoMeets(facts, scenario.meeting), meaning);
  return {
    sentences: datedOf(folded),
    ending: found === undefined ? null : { id: found.id, title: found.title, meaning: told(found.meaning) },
    left: leftSentences(scenario, start, folded.final, facts).map(visible),
  };
}
