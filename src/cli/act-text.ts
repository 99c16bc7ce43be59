/**
 * Acts told on the command line: `US listing.impose entities=200 on 2025-10-27`, or an event as JSON. What is left out is
 * taken from the first legal act of the kind, so that a reader needs to say only what matters.
 */
import type { Event, EventBase } from '../actions/index';
import type { Template } from '../engine/legal-actions';
import { jsonTextFault, readJsonText } from '../kit/json-text';
import type { State } from '../model/state';
import { visible } from '../report/wording/visible';
import { BadInput, quoted } from './terminal';

/** An act as it was told: the day may be left out, and so may fields. */
export interface ToldAct {
  readonly text: string;
  readonly actor: string;
  readonly type: string;
  readonly on: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

const EXAMPLE = "'US listing.impose list=entity-list authority=ecra entities=200 on 2025-10-27'";
/** The same where the party is known, and the day is today. */
const OWN_EXAMPLE = 'listing.impose list=entity-list authority=ecra entities=200';
/** What stands before the fields or behind them, and how each is told. */
const NO_FIELDS: Readonly<Record<string, string>> = {
  actor: 'who acts is the first word',
  type: 'what is done is the second word',
  on: 'the day stands at the end, as in "on 2025-10-27"',
};
/** Longest act that is read, in characters. */
const LONGEST_ACT = 100_000;
/** Words; what stands between quotation marks is one, also within a list or object of JSON. */
const WORDS = /(?:[^\s"]|"[^"]*")+/g;

/** Refuses a quotation mark without another that closes it, with its place: of what follows nobody knows whether it belongs to the text. */
function refuseUnclosed(text: string, refuse: (why: string) => BadInput): void {
  const marks = [...text.matchAll(/"/g)];
  const last = marks.at(-1);
  if (last !== undefined && marks.length % 2 === 1)
    throw refuse(`the quotation mark at character ${last.index + 1} is not closed`);
}

/**
 * The value of a field: a number, yes, no or nothing as JSON writes them, a list or object of JSON, else the text. Throws what `refuse`
 * makes of a text that goes on behind its quotation mark, and of a key that stands twice.
 */
function valueOf(text: string, refuse: (why: string) => BadInput): unknown {
  if (text.startsWith('"')) {
    if (/^"[^"]*"$/.test(text)) return text.slice(1, -1);
    throw refuse(`${quoted(text)} goes on behind its closing quotation mark`);
  }
  if (!/^(-?\d|true$|false$|null$|[[{])/.test(text) || /^\d{4}-\d\d/.test(text)) return text;
  const parsed = readJsonText(text);
  if (parsed.ok) return parsed.value;
  if (parsed.fault === 'doubled') throw refuse(parsed.message);
  return text;
}

function fromJson(text: string, name: string): ToldAct {
  const refuse = (why: string) => new BadInput(`${name} takes an act, such as ${EXAMPLE}; ${why}.`);
  const parsed = readJsonText(text);
  if (!parsed.ok)
    throw refuse(
      parsed.fault === 'broken' ? `given ${quoted(text)}, which is no JSON` : jsonTextFault(parsed),
    );
  const { actor, type, on, ...fields } = parsed.value as Record<string, unknown>;
  if (typeof actor !== 'string' || typeof type !== 'string')
    throw refuse('as JSON it has at least "actor" and "type"');
  if (on !== undefined && typeof on !== 'string') throw refuse('"on" is a day, as in "2025-10-27"');
  return { text, actor, type, on, fields };
}

/** Reads an act of words; refuses what has no actor, type or form. Where the party is known the text begins with what is done. */
function fromWords(text: string, name: string, party?: string): ToldAct {
  const example = party === undefined ? EXAMPLE : OWN_EXAMPLE;
  const refuse = (why: string) =>
    new BadInput(`${name} takes an act, such as ${example}; given ${quoted(text)}: ${why}.`);
  refuseUnclosed(text, refuse);
  const words = text.match(WORDS) ?? [];
  const [actor, type, ...rest] = party === undefined ? words : [party, ...words];
  if (actor === undefined || type === undefined || /=/.test(actor + type))
    throw refuse('it begins with who acts and what is done');
  const fields: Record<string, unknown> = {};
  let on: string | undefined;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, key, value = ''] = /^([A-Za-z][A-Za-z0-9]*)=(.*)$/s.exec(word) ?? [];
    if (key !== undefined && Object.hasOwn(NO_FIELDS, key))
      throw refuse(`${key} is no field: ${NO_FIELDS[key] ?? ''}`);
    if (key !== undefined && Object.hasOwn(fields, key)) throw refuse(`${key} stands there twice`);
    if (key !== undefined) fields[key] = valueOf(value, refuse);
    else if (word === 'on' && rest.length === 1) on = rest.shift();
    else throw refuse(`${quoted(word)} is neither key=value nor, at the end, on and a day`);
  }
  return { text, actor, type, on, fields };
}

/** Reads an act; refuses what has no actor, type or form. */
export function toldAct(text: string, name: string): ToldAct {
  if (text.length > LONGEST_ACT)
    throw new BadInput(`${name} takes at most ${LONGEST_ACT} characters; given ${text.length}.`);
  return text.trimStart().startsWith('{') ? fromJson(text, name) : fromWords(text, name);
}

/** Reads an act of a party, which the text does not name. */
export const toldActOf = (party: string, text: string, name: string): ToldAct => fromWords(text, name, party);

/** Refuses an act of a kind that there is not. */
async function knownType(type: string, name: string) {
  const { actionTypes } = await import('../actions/index');
  const known = actionTypes.find((candidate) => candidate.type === type);
  if (known !== undefined) return known;
  const { nearestText } = await import('../kit/nearest-text');
  const near = nearestText(
    type,
    actionTypes.map((candidate) => candidate.type),
  );
  const hint = near === null ? '`detente actions` lists them' : `did you mean ${quoted(near)}?`;
  throw new BadInput(`${name}: there is no act ${quoted(type)}; ${hint}`);
}

/** Refuses an act of a kind of which none is legal now, with the first rule in its way. */
async function refuseAll(state: State, { actor, type }: ToldAct, event: Event, name: string): Promise<never> {
  const { violations } = await import('../engine/legality');
  const [first] = violations(state, event);
  const why = first === undefined ? '' : `: ${first.rule} (${first.code})`;
  throw new BadInput(`${name}: no ${type} by ${quoted(actor)} is legal on ${state.today}${why}`);
}

/** What was told, and of a new duty that it is on all trade where that was not said: one on nothing shows nothing. */
function meant({ fields, on }: Template, told: ToldAct): EventBase {
  const isNewDuty = 'ratePct' in fields && 'share' in fields;
  return {
    actor: told.actor as Event['actor'],
    type: told.type,
    on,
    ...(isNewDuty ? { share: 1 } : {}),
    ...told.fields,
  };
}

/** An event as it was told, and whether any act of its kind by its actor is legal now. */
interface Meant {
  readonly event: Event;
  readonly anyLegal: boolean;
}

/**
 * The event that is meant, legal or not: what was told leaves out is taken from the legal act of its kind that admits most of it, or
 * from the example of the kind where none is legal. Refuses what is no event.
 */
async function meantBy(state: State, told: ToldAct, name: string): Promise<Meant> {
  const { examples } = await knownType(told.type, name);
  const { legalActions, nearestOf } = await import('../engine/legal-actions');
  const { contains } = await import('../actions/domain');
  const { parseEvent } = await import('../engine/parse');
  const entries = Object.entries(told.fields);
  const admitted = (template: Template) =>
    entries.filter(([key, value]) => {
      const domain = template.fields[key];
      return domain !== undefined && contains(domain, value);
    }).length;
  // The actor of a stranger may be none that there is: then no template is found.
  const filter = { actor: told.actor as Event['actor'], type: told.type };
  let nearest: { readonly template: Template; readonly admits: number } | undefined;
  for (const template of legalActions(state, filter)) {
    const admits = admitted(template);
    if (nearest === undefined || admits > nearest.admits) nearest = { template, admits };
    if (admits === entries.length) break;
  }
  const { actor, type, on = state.today } = told;
  const filled =
    nearest === undefined ? examples[0] : nearestOf(nearest.template, meant(nearest.template, told)).event;
  const parsed = parseEvent({ ...filled, ...told.fields, actor, type, on });
  if (parsed.ok) return { event: parsed.event, anyLegal: nearest !== undefined };
  throw new BadInput(
    parsed.issues
      .map(({ path, message }) => visible(`${name}: ${path === '' ? '' : `${path}: `}${message}`))
      .join('\n'),
  );
}

/** The event that is meant, to be asked about. */
export async function eventToAsk(state: State, told: ToldAct, name: string): Promise<Event> {
  return (await meantBy(state, told, name)).event;
}

/** The event that is meant, to be done; refuses a kind of which none is legal. */
export async function eventOf(state: State, told: ToldAct, name: string): Promise<Event> {
  const { event, anyLegal } = await meantBy(state, told, name);
  return anyLegal ? event : refuseAll(state, told, event, name);
}
