/** Milestones: the dated events that a chart over time marks and a list under it explains. */
import { formatDate } from '../../kit/calendar';
import { isAhead } from '../../model/meeting';
import type { State } from '../../model/state';
import { directionOf, type TariffDirection } from '../../model/tariff';
import { eventsOf } from '../../facts/acts';
import type { Facts } from '../../facts/schema';
import type { HistoryRow } from './past-averages';
import { fixed } from '../wording/text';
import { whoMeets } from '../../facts/who-meets';

/** One milestone. */
export interface Milestone {
  readonly on: string;
  readonly letter: string;
  readonly text: string;
}

/** A move of an average that is worth a letter, in points. */
const LEAST_MOVE = 5;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

type Found = Omit<Milestone, 'letter'>;

const NAMES: Readonly<Record<TariffDirection, string>> = {
  usOnCn: 'American duties',
  cnOnUs: 'Chinese duties',
};

function moves(history: readonly HistoryRow[], from: string, direction: TariffDirection): Found[] {
  return history.flatMap((row, at) => {
    const before = history[at - 1];
    if (before === undefined || row.on < from) return [];
    const [was, is] = [before.averageTariffPct[direction], row.averageTariffPct[direction]];
    if (Math.abs(is - was) < LEAST_MOVE) return [];
    return [
      {
        on: row.on,
        text: `${NAMES[direction]} ${is > was ? 'rise' : 'fall'} from ${fixed(was, 1)}% to ${fixed(is, 1)}% on average`,
      },
    ];
  });
}

/** What the day of a deadline brings, if nothing is done; null where it is none of the chart's business. */
function deadlineText(
  state: State,
  deadline: State['deadlines'][number],
  direction: TariffDirection,
): string | null {
  const layer = state.tariff[deadline.subject];
  const measure = layer !== undefined && directionOf(layer.imposer) === direction ? layer : undefined;
  if (deadline.kind === 'threat' && measure !== undefined) return `The threat falls due: ${measure.label}`;
  if (deadline.kind === 'snapback' && measure !== undefined) return `A suspension ends: ${measure.label}`;
  if (deadline.kind === 'truce-expiry')
    return `The truce runs out unless it is prolonged (${state.truce.label})`;
  return null;
}

/** Past moves of an average since a day, truces agreed, and what the scenario's calendar holds; in order of time. */
export function milestones(
  facts: Facts,
  history: readonly HistoryRow[],
  initial: State,
  span: { readonly from: string; readonly to: string },
  direction: TariffDirection,
): Milestone[] {
  const truces = eventsOf(facts).flatMap((event) =>
    event.type === 'truce.conclude' && event.on >= span.from && event.on <= initial.today
      ? [{ on: event.on, text: `A truce is agreed: ${event.label}` }]
      : [],
  );
  const coming = initial.deadlines
    .filter((deadline) => deadline.on > initial.today && deadline.on <= span.to)
    .flatMap((deadline) => {
      const text = deadlineText(initial, deadline, direction);
      return text === null ? [] : [{ on: deadline.on, text }];
    });
  const meetings = Object.values(initial.meetings)
    .filter((meeting) => isAhead(meeting, initial.today) && meeting.on > initial.today)
    .map(({ id, on, place }) => ({ on, text: `The ${whoMeets(facts, id)} are to meet: ${place}` }));
  const byDay = new Map<string, string[]>();
  const found: Found[] = [...truces, ...moves(history, span.from, direction), ...meetings, ...coming];
  for (const { on, text } of found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const texts = byDay.get(on) ?? [];
    if (!texts.includes(text)) byDay.set(on, [...texts, text]);
  }
  return [...byDay].slice(0, LETTERS.length).map(([on, texts], at) => ({
    on,
    letter: LETTERS.charAt(at),
    text: `${formatDate(on)}: ${texts.join('; ')}`,
  }));
}
