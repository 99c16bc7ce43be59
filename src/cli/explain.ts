/** `detente explain`: may an event happen on a scenario's first day, why not, and what could instead. */
import type { Facts } from '../facts/schema';
import type { State } from '../model/state';
import type { Scenario } from '../scenario/schema';
import { eventToAsk, toldAct, type ToldAct } from './act-text';
import { FACTS } from './own-options';
import { isPlayed, passedTo, PLAY, playOf, type PlayValues } from './play-options';
import { command, option } from './row';
import { SCENARIO } from './scenario-argument';

type Standing = PlayValues & { readonly facts: Facts | undefined };

/** Where one stands when an act is asked about: on its day, where that is a later one. */
async function stateFor(scenario: Scenario, options: Standing, { on }: ToldAct): Promise<State> {
  const { isIsoDate } = await import('../kit/calendar');
  const { start } = await import('../analyses/resolve');
  const first = start(scenario, options.facts);
  const asks = on !== undefined && isIsoDate(on) ? on : first.today;
  if (!isPlayed(options) && asks <= first.today) return first;
  const here = await playOf(scenario, options);
  return (asks > here.state.today ? await passedTo(here, asks, '--event') : here).state;
}

/** The command. */
export const explain = command({
  name: 'explain',
  about: 'is an event legal where one stands, why not, and what would be',
  arguments: { scenario: SCENARIO },
  options: {
    ...PLAY,
    ...FACTS,
    event: option(
      '--event <act>',
      "the act, as 'US tariff.cut id=us/ieepa-fentanyl ratePct=10', with `on` and a day where it is a later one, or as JSON; `detente actions` lists the types",
      toldAct,
      { required: true },
    ),
  },
  run: async ({ arguments: { scenario }, options }) => {
    const { explain: explainEvent } = await import('../engine/explain');
    const { event: told } = options;
    const state = await stateFor(scenario, options, told);
    const event = await eventToAsk(state, told, '--event');
    return { event, explanation: explainEvent(state, event), state };
  },
  no: 'the event is illegal',
  exit: ({ explanation }) => (explanation.legal ? 0 : 1),
  json: ({ explanation }) => explanation,
  screen: async ({ event, explanation, state }, { view }) => {
    const { explainText } = await import('../report/screens/explain');
    const { eventSentence, eventSentences } = await import('../report/wording/dated-sentences');
    const { facts, paint } = await view();
    const inWords = explanation.legal
      ? eventSentences(state, [event], facts).map(({ text }) => text)
      : [eventSentence(state, event, facts)];
    const nearest = explanation.nearest.map((candidate) => eventSentence(state, candidate, facts));
    return explainText(event, explanation, facts, paint, inWords, nearest);
  },
});
