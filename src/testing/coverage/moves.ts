/**
 * What a steered play does with what it is about: the verbs on a subject, its kin, something new.
 *
 * Rules that fail late fail along one life: the same measure threatened, put off, suspended, resumed. A play therefore
 * stays with one subject and prefers the sequence of verbs on it that was tried least (n-switch coverage, Chow 1978).
 */
import { actionTable, actionTypes, type Event } from '../../actions/index';
import { legalActions, type Template } from '../../engine/legal-actions';
import { isLegal } from '../../engine/legality';
import {
  ACTION_PREFIX,
  allMeasures,
  findMeasure,
  MEASURE_KINDS,
  type MeasureKind,
} from '../../model/measure';
import type { State } from '../../model/state';
import { exclusionKey } from '../../model/tariff';
import { nextMeeting, ofType } from '../plays/moves';
import { eventOf, pickFrom, pickOf, type Draw } from '../plays/sampling';
import type { Place } from './state-map';
import { dated } from '../../policies/promises';
import { entryOf } from '../../kit/lists';

/** Families about what is taken out of a measure of a kind. */
const WITHIN: Partial<Readonly<Record<MeasureKind, readonly string[]>>> = {
  control: ['licence'],
  tariff: ['exclusion'],
};

/** Families of action types, by what they are about. */
function familiesOn(state: State, about: string): string[] {
  if (about === 'truce') return ['truce'];
  if (about === 'meeting' || Object.hasOwn(state.meetings, about)) return ['meeting', 'agreement'];
  if (about.includes('#'))
    return [Object.hasOwn(state.tariff, about.slice(0, about.indexOf('#'))) ? 'exclusion' : 'licence'];
  const kind = MEASURE_KINDS.find((it) => Object.hasOwn(state[it], about));
  if (kind !== undefined) return [ACTION_PREFIX[kind], ...(WITHIN[kind] ?? [])];
  const columns: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
    [state.probes, 'probe'],
    [state.authorities, 'court'],
    [state.flows, 'purchase'],
    [state.blockingOrders ?? {}, 'blocking-order'],
    [state.reliefs ?? {}, 'relief'],
    [state.institutions ?? {}, 'institution'],
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
    const bound = entryOf(actionTable.byType, type).subject !== null;
    if (!bound) return [...legalActions(state, { type })];
    const layer = state.tariff[about];
    const excluded = layer?.exclusions?.map((exclusion) => exclusionKey(layer, exclusion)) ?? [];
    const subjects = [about, ...excluded];
    return subjects.flatMap((subject) => [...legalActions(state, { type, subject })]);
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
    const act = dated(pledge.act, place.state.today);
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

/** Something new: a measure, a probe, a commitment, an undertaking, a round, a text. */
export function something(state: State, draw: Draw): Event | null {
  return ofType(state, pickFrom(MAKING, draw), draw);
}
