/** What is dated ahead of a day: measures that fall due, suspensions that end, the truce, rounds and meetings. */
import type { PartyId } from '../../model/actor';
import { allMeasures } from '../../model/measure';
import { isAhead } from '../../model/meeting';
import type { State } from '../../model/state';
import type { Scenario } from '../../scenario/schema';
import type { BareFacts } from '../../facts/bare';
import { inWords } from './labels';
import { announcedAs, measureName, truceLabel } from './names';
import { supposedText } from './supposed';
import { whoMeets } from '../../facts/who-meets';

/** One dated thing: whose it is, null where it is both sides'. */
export interface DayAhead {
  readonly on: string;
  readonly by: PartyId | null;
  readonly what: string;
}

/** How a measure that falls due stands, in a word or two. */
const BECOMES: Readonly<Record<string, string>> = {
  proposed: 'proposed for this day',
  threatened: 'the threat falls due',
  ordered: 'ordered, enters into force',
};

/** Measures of a state with a day ahead of them. */
function measuresAhead(state: State): DayAhead[] {
  return allMeasures(state).flatMap(([, measure]) => {
    const on = measure.dueOn ?? measure.suspendedUntil;
    if (on === null || on < state.today) return [];
    const stands = announcedAs(measure);
    const what = stands === undefined ? 'the suspension ends' : (BECOMES[stands] ?? stands);
    return [{ on, by: measure.imposer, what: `${measureName(state, measure.id)}: ${what}` }];
  });
}

/** Everything that the first day of a scenario has dated ahead, up to its horizon, in order of days. */
export function daysAhead({ events, horizon }: Scenario, state: State, facts: BareFacts): DayAhead[] {
  const { truce, rounds, meetings, today } = state;
  const found: DayAhead[] = [
    ...measuresAhead(state),
    ...(truce.status !== 'none' && truce.expiresOn !== null && truce.expiresOn > today
      ? [
          {
            on: truce.expiresOn,
            by: null,
            what: `The truce runs out unless it is prolonged: ${truceLabel(state, truce.label)}`,
          },
        ]
      : []),
    ...Object.values(rounds)
      .filter((round) => round.status !== 'concluded' && round.closesOn >= today)
      .map(({ opensOn, place }) => ({ on: opensOn, by: null, what: `A round opens: ${place}` })),
    ...Object.values(meetings)
      .filter((meeting) => isAhead(meeting, today))
      .map(({ id, on, place, status }) => ({
        on,
        by: null,
        what: `The ${whoMeets(facts, id)} are to meet: ${place} (${inWords(status)})`,
      })),
    ...Object.entries(events)
      .filter(([, event]) => event.on > today)
      .map(([, event]) => ({
        on: event.on,
        by: null,
        what: `Supposed: ${supposedText(event, state, facts)}`,
      })),
  ];
  return found.filter(({ on }) => on <= horizon).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
