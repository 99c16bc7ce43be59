/**
 * The next event of a lawful play: what is due, time up to the dates that matter, the meetings' programme, promises, or
 * any move that the law allows.
 *
 * Each is a function of the state and of draws, and lawful whatever is drawn.
 */
import type { Event } from '../../actions/index';
import { dueEvents } from '../../engine/due';
import { standardRules, type RuleSet } from '../../engine/rule-set';
import { daysPlanned, nextAhead } from '../../model/meeting';
import type { State } from '../../model/state';
import { eventOf, memberNear, pickOf, type Draw } from './sampling';
import { dated } from '../../policies/promises';
import { itemAt } from '../../kit/lists';

/** What a play about the meetings is about: the next one, or meetings at large where none is ahead. */
export function nextMeeting(state: State): string {
  return nextAhead(state)?.id ?? 'meeting';
}

/** What the calendar must do today, one of it; null where nothing is due. */
export function settle(state: State, draw: Draw): Event | null {
  return pickOf(dueEvents(state), draw) ?? null;
}

/** Time passes: to the next deadline, to tomorrow, to a date of the subject or of a meeting ahead. */
export function passTime(
  state: State,
  about: string,
  draw: Draw,
  rules: RuleSet = standardRules,
): Event | null {
  const template = pickOf([...rules.legalActions(state, { type: 'calendar.advance' })], draw);
  const domain = template?.fields.to;
  if (domain?.kind !== 'date') return null;
  const { from, to } = domain;
  const own = state.deadlines.filter(({ subject }) => subject === about).map(({ on }) => on);
  const dates = [...own, ...daysPlanned(state)].filter((on) => on >= from && (to === null || on <= to));
  const u = draw();
  const day =
    u < 0.4
      ? (to ?? from)
      : u < 0.65
        ? from
        : u < 0.9
          ? (pickOf(dates, draw) ?? from)
          : memberNear(domain, draw);
  return { type: 'calendar.advance', actor: 'calendar', on: state.today, to: day as string };
}

/** Towards the next meeting, then the meeting, then what it settles, then the next one. */
export function programme(state: State, draw: Draw, rules: RuleSet = standardRules): Event | null {
  const { today } = state;
  const next = nextAhead(state);
  if (next !== undefined && next.on > today) {
    const go: Event = { type: 'calendar.advance', actor: 'calendar', on: today, to: next.on };
    if (rules.isLegal(state, go)) return go;
  }
  for (const type of ['meeting.hold', 'agreement.reach', 'meeting.plan']) {
    const template = pickOf([...rules.legalActions(state, { type })], draw);
    if (template !== undefined) return eventOf(state, template, draw, rules);
  }
  return null;
}

/** A promised act that is legal today, whether its pledge is still open or not. */
export function promised(state: State, draw: Draw, rules: RuleSet = standardRules): Event | null {
  const acts = Object.values(state.pledges)
    .map(({ act }) => dated(act, state.today))
    .filter((act) => rules.isLegal(state, act));
  return pickOf(acts, draw) ?? null;
}

/** A legal event of one type; null where there is none. */
export function ofType(state: State, type: string, draw: Draw, rules: RuleSet = standardRules): Event | null {
  const template = pickOf([...rules.legalActions(state, { type })], draw);
  return template === undefined ? null : eventOf(state, template, draw, rules);
}

/** Share of moves that let time pass, follow the meetings' programme or keep a promise. */
const TIME = 0.4;
/** As `TIME` on the day of a meeting, which would otherwise pass before anything is agreed. */
const TIME_ON_THE_DAY = 0.1;
const PROGRAMME = 0.1;
const PROMISES = 0.08;

/** A legal event of a type by lot, or of the next in the table that has any; null where nothing is legal. */
export function anyMove(state: State, draw: Draw, rules: RuleSet = standardRules): Event | null {
  const { actionTypes } = rules;
  const first = Math.floor(draw() * actionTypes.length);
  for (let step = 0; step < actionTypes.length; step += 1) {
    const { type } = itemAt(actionTypes, (first + step) % actionTypes.length);
    const event = ofType(state, type, draw, rules);
    if (event !== null) return event;
  }
  return null;
}

/**
 * The next event of a play at random: what falls due first, as it must; else two in five let time pass, some go to the
 * leaders' meeting and settle something there, some keep a promise, the rest may be anything that the law allows.
 * Null where nothing is legal.
 */
export function nextEvent(state: State, draw: Draw, rules: RuleSet = standardRules): Event | null {
  const due = settle(state, draw);
  if (due !== null) return due;
  const meets = Object.values(state.meetings).some(({ on }) => on === state.today);
  const time = meets ? TIME_ON_THE_DAY : TIME;
  const u = draw();
  if (u >= TIME + PROGRAMME + PROMISES) return anyMove(state, draw, rules);
  const chosen =
    u < time ? null : u < TIME + PROGRAMME ? programme(state, draw, rules) : promised(state, draw, rules);
  return chosen ?? passTime(state, nextMeeting(state), draw, rules) ?? anyMove(state, draw, rules);
}
