/** What happened in a game, why, and how it ends. */
import type { Event } from '../actions/index';
import { AS_TOLD, daysOfSeat, type Seated } from '../analyses/seat';
import { formatDate } from '../kit/calendar';
import { sentenceOf } from '../report/wording/event-sentences';
import { fixed, wrap } from '../report/wording/text';
import { classLines, eventLines, leftLines } from '../report/wording/trajectory';
import { factsOf, ownPolicy, same, type Game, type Step } from './game-value';

/** All that has happened since the party's first day, as dated sentences. */
export function storyLines({ plan, log, state }: Game): string[] {
  const { prepared, paint } = plan;
  const { first } = daysOfSeat(plan);
  const isShown = ({ on }: Event) => on >= first;
  const lines = eventLines(prepared.initial, log, prepared.facts, paint, { isShown });
  return lines.length === 0 ? [`Nothing of note has happened by ${formatDate(state.today)}.`] : lines;
}

/** The class of the end and what became of both sides. */
export function endLines({ plan, state, episode }: Game): string[] {
  const { prepared, paint } = plan;
  const { scenario, initial, facts, specification } = prepared;
  return [
    ...(specification.meetingAhead
      ? classLines(scenario, episode.outcome, paint, facts)
      : ['No meeting lay ahead, so there is no class of outcomes.']),
    ...leftLines(scenario, initial, state, { facts, paint }),
  ];
}

const KINDS: Readonly<Record<Seated['causes'][number]['kind'], string>> = {
  supposition: 'the scenario supposes it',
  calendar: 'it fell due',
  decision: 'decided',
  chance: 'chance',
  procedure: 'procedure',
  bargaining: 'bargaining',
};

/** Why things happened: a line each, with the draw behind it. */
export function whys(game: Game): Step {
  const { episode, log, since, plan, state } = game;
  const { paint } = plan;
  const { last } = daysOfSeat(plan);
  const acts = log.slice(since).flatMap((event, at) => {
    const cause = episode.causes[since + at];
    if (cause === undefined || event.type === 'calendar.advance' || event.type === 'economy.accrue')
      return [];
    const what = sentenceOf(event, { before: state, after: state, facts: factsOf(game) }).text;
    const isOwn = cause.by === AS_TOLD;
    const policy = isOwn ? ownPolicy(game) : (cause.by ?? 'a policy');
    const by = cause.kind === 'decision' ? ` by ${policy}: ${cause.rule}` : `: ${cause.rule}`;
    const draws = cause.trials.map(
      ({ name, value, threshold }) => `${name} drew ${fixed(value, 2)} against ${fixed(threshold, 2)}`,
    );
    const yours = isOwn && event.on <= last;
    const why = yours ? 'you did it' : `${KINDS[cause.kind]}${cause.kind === 'calendar' ? '' : by}`;
    const text = `${formatDate(event.on)}, ${what}: ${[why, ...draws].join('; ')}.`;
    return wrap(paint, text, '', '  ');
  });
  return same(game, acts.length === 0 ? ['Nothing of note has happened since.'] : acts);
}
