/**
 * What an act does to a quantity by its own arithmetic: who raises a duty raises the average of duties, whatever else comes of it.
 * It is what law and clocks alone make of the act by the day on which the quantity is read.
 */
import type { Event } from '../../actions/index';
import { wayOf } from '../../ensemble/average-way';
import { addDays } from '../../kit/calendar';
import { averageTariffPct, directionOf } from '../../model/tariff';
import { isBinding } from '../../model/truce';
import { AFTERMATH_DAYS } from '../../outcomes/coercion';
import { act, passTo, type Play } from '../play';

/** Reads a quantity off a play: as it stood on its today, and on the day on which it is read. */
interface Reading {
  /** Families of action types that change it by themselves. */
  readonly families: readonly string[];
  readonly days: number;
  readonly read: (now: Play, then: Play) => number;
}

function readingOf(quantity: string): Reading | null {
  const average = /^(mean|up|same|down):(US|CN)$/.exec(quantity);
  if (average !== null) {
    const [, way, party] = average;
    const direction = directionOf(party === 'US' ? 'US' : 'CN');
    const pct = ({ state }: Play) => averageTariffPct(state, direction);
    const read = (now: Play, then: Play) =>
      way === 'mean' ? pct(then) : Number(wayOf(pct(now), pct(then)) === way);
    return { families: ['tariff', 'truce'], days: AFTERMATH_DAYS, read };
  }
  const text = /^text:(\d+)$/.exec(quantity);
  if (text === null) return null;
  return {
    families: ['truce'],
    days: Number(text[1]),
    read: (_, then) => Number(isBinding(then.state.truce)),
  };
}

/**
 * What acts of a party do to a quantity by their own arithmetic, from a play and the day from which the quantity is counted; nought for
 * acts of other families and for quantities that no act sets by itself.
 */
export function arithmeticOf(
  now: Play,
  quantity: string,
  countedFrom: string,
): (events: readonly Event[]) => number {
  const reading = readingOf(quantity);
  if (reading === null) return () => 0;
  const { families, days, read } = reading;
  const eve = addDays(now.scenario.horizon, -1);
  const due = addDays(countedFrom, days);
  const on = due < eve ? due : eve;
  const valueOf = (play: Play) => read(play, passTo(play, on < play.state.today ? play.state.today : on));
  const without = valueOf(now);
  return (events) => {
    if (!events.some(({ type }) => families.includes(type.slice(0, type.indexOf('.'))))) return 0;
    let after = now;
    for (const event of events) {
      const answer = act(after, event);
      if (!answer.ok) return 0;
      after = answer.play;
    }
    return valueOf(after) - without;
  };
}
