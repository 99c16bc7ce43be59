/** The names of things in sentences: the labels that a state gives them, and how sizes and dates are written. */
import { visible } from './visible';
import type { Noun } from '../../actions/nouns';
import { checkState } from '../../engine/parse-state';
import { formatDate } from '../../kit/calendar';
import { ACTION_PREFIX, findMeasure, type MeasureKind, type MeasureLife } from '../../model/measure';
import { meetingOf } from '../../model/meeting';
import type { State } from '../../model/state';
import { checkLabel } from './labels';
import { fixed, percent } from './text';
import { NOUNS, quoted, type Named } from './wording';

/** Whose label holds the id of what it answers. */
const ID = /\b(us|cn)\/[a-z0-9-]+/g;

/** Label of a measure or probe of an id, as the state has it, or undefined. */
const labelOf = (state: State, id: string): string | undefined =>
  findMeasure(state, id)?.label ?? state.probes[id]?.subject;

/**
 * Puts labels in place of the ids of measures in a text. What answers an answer is named by that alone, since the chain
 * of what came before says nothing to a reader.
 */
export function withLabels(state: State, text: string): string {
  return text.replace(ID, (id) => {
    const label = labelOf(state, id);
    if (label === undefined) return id;
    return label.search(ID) < 0 ? label : 'an earlier answer';
  });
}

/** A label that ends with the id of the round of talks from which a truce came: its day says more to a reader. */
export function truceLabel(state: State, label: string): string {
  const id = label.split(' ').at(-1) ?? '';
  const round = Object.hasOwn(state.rounds, id) ? state.rounds[id] : undefined;
  return round === undefined ? label : `${label.slice(0, -id.length)}${formatDate(round.opensOn)}`;
}

/** Name of a list on which firms are put: `entity list`; what stands for other words keeps its capitals, as in `SDN list`. */
export const listName = (list: string): string => list.replaceAll('-', ' ').replace(/\bsdn\b/, 'SDN');

/** Name of a measure as its label has it; of a listing with its list, since its label may only count firms. */
export function measureName(state: State, id: string): string {
  const label = withLabels(state, findMeasure(state, id)?.label ?? id);
  const list = state.listing[id]?.list;
  return list === undefined ? label : `${label} (${listName(list)})`;
}

/**
 * What stands behind an id in a state, as readers know it: a label, a subject, a product or a place; undefined for none.
 * @param state - State in which the thing stands.
 * @param id - Id of a measure, issue, meeting or whatever else a state names; of a licence, that of its control.
 * @throws InputError when the state is none, or the id is no text.
 *
 * @example nameIn(start('kuala-lumpur-2025'), 'us/ieepa-fentanyl')
 */
export function nameIn(state: State, id: string): string | undefined {
  checkState('state', state);
  checkLabel('id', id);
  // A licence is named by its control.
  const known = id.replace(/#.*$/, '');
  // A plain object answers to names that nobody stored.
  if (known in Object.prototype) return undefined;
  const name =
    (findMeasure(state, known) === undefined ? undefined : measureName(state, known)) ??
    state.probes[known]?.subject ??
    state.flows[known]?.product ??
    state.authorities[known]?.label ??
    state.issues[known]?.label ??
    state.undertakings[known]?.subject ??
    state.blockingOrders?.[known]?.label ??
    state.reliefs?.[known]?.label ??
    state.institutions?.[known]?.label ??
    state.meetings[known]?.place ??
    state.rounds[known]?.place ??
    (state.truce.id === known ? truceLabel(state, state.truce.label) : undefined);
  return name === undefined ? undefined : visible(name);
}

/** A measure of a kind in a sentence. */
export function measureIn(state: State, kind: MeasureKind, id: string, adjective?: string): Named {
  return { noun: NOUNS[ACTION_PREFIX[kind]], label: measureName(state, id), adjective };
}

/** A probe in a sentence. */
export const probeIn = (state: State, id: string): Named => ({
  noun: NOUNS.probe,
  label: state.probes[id]?.subject ?? id,
});

/** A legal authority in a sentence. */
export const authorityIn = (state: State, id: string): Named => ({
  noun: NOUNS.court,
  label: state.authorities[id]?.label ?? id,
});

/** An issue in a sentence. */
export const issueIn = (state: State, id: string): Named => ({
  noun: NOUNS.issue,
  label: state.issues[id]?.label ?? id,
});

/** The truce of a state in a sentence. */
export const truceIn = (state: State): Named => ({
  noun: NOUNS.truce,
  label: truceLabel(state, state.truce.label),
});

/** The meeting of an id, by its place. */
export const meetingIn = (state: State, id: string): string =>
  `the meeting ${inPlace(meetingOf(state, id)?.place ?? quoted(id))}`;

/** Places that are none: how a round without one is held. */
const MEANS: Readonly<Record<string, string>> = {
  telephone: 'by telephone',
  video: 'by video',
  'in the capitals': 'in the capitals',
};

/** Where something is held: `in Madrid`, `in Busan (APEC)`, `by video`. */
export const inPlace = (place: string): string =>
  MEANS[place] ?? `in ${place.replace(/, ([A-Z0-9]+)$/, ' ($1)')}`;

/** What is traded in a flow, as a common noun in a sentence. */
export function productIn(state: State, flow: string): string {
  const product = state.flows[flow]?.product;
  return product === undefined ? quoted(flow) : product.charAt(0).toLowerCase() + product.slice(1);
}

/** Until when: `until 10 Nov 2025`, or without an end. */
export const untilText = (day: string | null): string =>
  day === null ? 'without an end date' : `until ${formatDate(day)}`;

/** From which later day a change holds, behind what it says; '' where it holds at once. */
export const fromText = (from: string | null | undefined): string =>
  from === undefined
    ? ''
    : from === null
      ? ', announced with the legal notice pending'
      : `, with effect from ${formatDate(from)}`;

/** From when an order applies. */
export const inForceText = (from: string, on: string): string =>
  from <= on ? 'in force at once' : `in force from ${formatDate(from)}`;

/** Most decimals of a rate or a share: beyond them two values are the same to a reader. */
const MOST_DECIMALS = 6;

/** A percentage with a decimal where it has one: `20%`, `7.2%`. */
export const rateText = (pct: number, digits = 1): string => `${Number(fixed(pct, digits))}%`;

/**
 * A change of a percentage: `from 10% to 20%`, with as many decimals as it takes to tell the two apart; `to 10%, as before`
 * for none.
 */
export function changeText(from: number | undefined, to: number): string {
  if (from === undefined) return `to ${rateText(to)}`;
  if (from === to) return `to ${rateText(to)}, as before`;
  let digits = 1;
  while (digits < MOST_DECIMALS && rateText(from, digits) === rateText(to, digits)) digits += 1;
  const [was, is] = [rateText(from, digits), rateText(to, digits)];
  return `from ${was} to ${was === is ? `just ${to < from ? 'under' : 'over'} ` : ''}${is}`;
}

/** A share of something as per cent without decimals. */
export const shareText = (share: number): string => percent(share, 0);

/** A quantity of goods. */
export const tonsText = (mmt: number): string => `${fixed(mmt, 1)} million metric tons`;

/** Something new of a kind, behind its article: `a duty of 10%`. */
export const newThing = ({ article, one }: Noun, size: string): string => `${article} ${one}${size}`;

/** A measure by its status before an act: what was only announced says so. */
export function announcedAs(measure: MeasureLife | undefined): string | undefined {
  switch (measure?.status) {
    case 'proposed':
      return 'proposed';
    case 'threatened':
      return 'threatened';
    case 'scheduled':
      return 'ordered';
    default:
      return undefined;
  }
}
