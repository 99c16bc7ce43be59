/**
 * The next move of a steered play: verbs on what the play is about, time up to the dates that matter, what is due, the
 * meeting's programme, promises, something new.
 *
 * Rules that fail late fail along one life: the same measure threatened, put off, suspended, resumed. A play therefore
 * stays with one subject and prefers the sequence of verbs on it that was tried least (n-switch coverage, Chow 1978).
 */
import { actionTypeOf, actionTypes, type Event } from '../../actions/index';
import { dueEvents } from '../../engine/due';
import { legalActions, type Template } from '../../engine/legal-actions';
import { isLegal } from '../../engine/legality';
import { ACTION_PREFIX, allMeasures, findMeasure, MEASURE_KINDS } from '../../model/measure';
import { daysPlanned, nextPlanned } from '../../model/meeting';
import type { State } from '../../model/state';

import { eventOf, memberNear, pickOf, type Draw } from './sampling';
import type { Place } from './state-map';

/** What a play about the meetings is about: the next one, or meetings at large where none is ahead. */
export function nextMeeting(state: State): string {
  return nextPlanned(state)?.id ?? 'meeting';
}

/** Families of action types, by what they are about. */
function familiesOn(state: State, about: string): string[] {
  if (about === 'truce') return ['truce'];
  if (about === 'meeting' || Object.hasOwn(state.meetings, about)) return ['meeting', 'agreement'];
  if (about.includes('#')) return ['licence'];
  const kind = MEASURE_KINDS.find((it) => Object.hasOwn(state[it], about));
  if (kind !== undefined) return [ACTION_PREFIX[kind], ...(kind === 'control' ? ['licence'] : [])];
  const columns: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
    [state.probes, 'probe'],
    [state.authorities, 'court'],
    [state.flows, 'purchase'],
    [state.commitments, 'purchase'],
    [state.undertakings, 'undertaking'],
    [state.rounds, 'talks'],
    [state.issues, 'issue'],
  ];
  return columns.filter(([column]) => Object.hasOwn(column, about)).map(([, family]) => family);
}

const byFamily = new Map<string, string[]>();
for (const { type } of actionTypes) {
  const family = type.slice(0, type.indexOf('.'));
  byFamily.set(family, [...(byFamily.get(family) ?? []), type]);
}

/** Action types that make something new: their event brings an id of its own. */
const MAKING: readonly string[] = actionTypes
  .filter(({ subject, fieldRules }) => subject !== 'id' && fieldRules.some(([name]) => name === 'id'))
  .map(({ type }) => type);

/** The action types that can be about a subject. */
export function typesOn(state: State, about: string): string[] {
  return familiesOn(state, about).flatMap((family) => byFamily.get(family) ?? []);
}

/** What the fate of a subject hangs on, or what hangs on it: authority, probe, control, the measures that rest there. */
export function kinOf(state: State, about: string): string[] {
  if (about.includes('#')) return [about.slice(0, about.indexOf('#'))];
  const pledge = state.pledges[about];
  if (pledge !== undefined) return ['truce', nextMeeting(state)];
  const measure = findMeasure(state, about);
  if (measure !== undefined) return [measure.authority, ...(measure.basis === null ? [] : [measure.basis])];
  const resting: string[] = [];
  for (const [, { id, authority, basis }] of allMeasures(state))
    if (authority === about || basis === about) resting.push(id);
  return resting.length > 0 ? resting : ['truce', nextMeeting(state)];
}

/** The legal templates on one subject today. */
function templatesOn(state: State, about: string): Template[] {
  return typesOn(state, about).flatMap((type) => {
    const bound = actionTypeOf(type)!.subject !== null;
    return [...legalActions(state, bound ? { type, subject: about } : { type })];
  });
}

/** The last two verbs on a subject, latest last, among the last thirty events of a way. */
export function lifeOf(place: Place, about: string): string {
  const verbs: string[] = [];
  let at: Place | null = place;
  for (let back = 0; back < 30 && at !== null && at.event !== null && verbs.length < 2; back += 1) {
    if (at.about === about) verbs.unshift(at.event.type);
    at = at.parent;
  }
  return verbs.join('>');
}

/**
 * A legal move on a subject, of the verb that was tried least after the last two; of a pledge, the promised act. Null
 * where there is none.
 */
export function verbOn(
  place: Place,
  about: string,
  tried: (sequence: string) => number,
  draw: Draw,
): Event | null {
  const pledge = place.state.pledges[about];
  if (pledge !== undefined) {
    const act = { ...pledge.act, on: place.state.today } as unknown as Event;
    return isLegal(place.state, act) ? act : null;
  }
  const templates = templatesOn(place.state, about);
  const life = lifeOf(place, about);
  let least: Template[] = [];
  let fewest = Infinity;
  for (const template of templates) {
    const count = tried(`${life}>${template.type}`);
    if (count < fewest) [fewest, least] = [count, []];
    if (count === fewest) least.push(template);
  }
  const template = pickOf(draw() < 0.7 ? least : templates, draw);
  return template === undefined ? null : eventOf(place.state, template, draw);
}

/** What the calendar must do today, one of it; null where nothing is due. */
export function settle(state: State, draw: Draw): Event | null {
  return pickOf(dueEvents(state), draw) ?? null;
}

/** Time passes: to the next deadline, to tomorrow, to a date of the subject or of a meeting ahead. */
export function passTime(state: State, about: string, draw: Draw): Event | null {
  const template = pickOf([...legalActions(state, { type: 'calendar.advance' })], draw);
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
export function programme(state: State, draw: Draw): Event | null {
  const { today } = state;
  const next = nextPlanned(state);
  if (next !== undefined && next.on > today) {
    const go: Event = { type: 'calendar.advance', actor: 'calendar', on: today, to: next.on };
    if (isLegal(state, go)) return go;
  }
  for (const type of ['meeting.hold', 'agreement.reach', 'meeting.plan']) {
    const template = pickOf([...legalActions(state, { type })], draw);
    if (template !== undefined) return eventOf(state, template, draw);
  }
  return null;
}

/** A promised act that is legal today, whether its pledge is still open or not. */
export function promised(state: State, draw: Draw): Event | null {
  const acts = Object.values(state.pledges)
    .map(({ act }) => ({ ...act, on: state.today }) as unknown as Event)
    .filter((act) => isLegal(state, act));
  return pickOf(acts, draw) ?? null;
}

/** Something new: a measure, a probe, a commitment, an undertaking, a round, a text. */
export function something(state: State, draw: Draw): Event | null {
  return ofType(state, pickOf(MAKING, draw)!, draw);
}

/** A legal event of one type; null where there is none. */
export function ofType(state: State, type: string, draw: Draw): Event | null {
  const template = pickOf([...legalActions(state, { type })], draw);
  return template === undefined ? null : eventOf(state, template, draw);
}
