/**
 * Acts told on the command line: `US listing.impose entities=200 on 2025-10-27`, or an event as JSON. What is left out is
 * taken from the first legal act of the kind, so that a reader needs to say only what matters.
 */
import type { Event } from '../actions/index';
import type { EventOfToday } from '../analyses/play';
import type { Template } from '../engine/legal-actions';
import type { State } from '../model/state';
import { BadInput, quoted } from './terminal';

/** An act as it was told: the day may be left out, and so may fields. */
export interface ToldAct {
  readonly text: string;
  readonly actor: string;
  readonly type: string;
  readonly on: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

const EXAMPLE = "'US listing.impose entities=200 on 2025-10-27'";
/** Longest act that is read, in characters. */
const LONGEST_ACT = 100_000;
/** Words, and fields whose values may stand in quotation marks. */
const WORDS = /[^\s"]*"[^"]*"|\S+/g;

/** The value of a field: a number, yes, no or nothing as JSON writes them, a list or object of JSON, else the text. */
function valueOf(text: string): unknown {
  if (/^".*"$/s.test(text)) return text.slice(1, -1);
  if (!/^(-?\d|true$|false$|null$|[[{])/.test(text) || /^\d{4}-\d\d/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function fromJson(text: string, name: string): ToldAct {
  const refuse = (why: string) => new BadInput(`${name} takes an act, such as ${EXAMPLE}; ${why}.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse(`given ${quoted(text)}, which is no JSON`);
  }
  const { actor, type, on, ...fields } = value as Record<string, unknown>;
  if (typeof actor !== 'string' || typeof type !== 'string')
    throw refuse('as JSON it has at least "actor" and "type"');
  if (on !== undefined && typeof on !== 'string') throw refuse('"on" is a day, as in "2025-10-27"');
  return { text, actor, type, on, fields };
}

/** Reads an act; refuses what has no actor, type or form. */
export function toldAct(text: string, name: string): ToldAct {
  if (text.length > LONGEST_ACT)
    throw new BadInput(`${name} takes at most ${LONGEST_ACT} characters; given ${text.length}.`);
  if (text.trimStart().startsWith('{')) return fromJson(text, name);
  const refuse = (why: string) =>
    new BadInput(`${name} takes an act, such as ${EXAMPLE}; given ${quoted(text)}: ${why}.`);
  const [actor, type, ...rest] = text.match(WORDS) ?? [];
  if (actor === undefined || type === undefined || /=/.test(actor + type))
    throw refuse('it begins with who acts and what is done');
  const fields: Record<string, unknown> = {};
  let on: string | undefined;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, key, value = ''] = /^([A-Za-z][A-Za-z0-9]*)=(.*)$/s.exec(word) ?? [];
    if (key !== undefined && Object.hasOwn(fields, key)) throw refuse(`${key} stands there twice`);
    if (key !== undefined) fields[key] = valueOf(value);
    else if (word === 'on' && rest.length === 1) on = rest.shift();
    else throw refuse(`${quoted(word)} is neither key=value nor, at the end, on and a day`);
  }
  return { text, actor, type, on, fields };
}

/** Refuses an act of a kind of which none is legal now, with the first rule in its way. */
async function refuseAll(state: State, { actor, type, fields }: ToldAct, name: string): Promise<never> {
  const { actionTypes } = await import('../actions/index');
  const { nearestText } = await import('../kit/nearest-text');
  const { parseEvent } = await import('../engine/parse');
  const { violations } = await import('../engine/legality');
  const known = actionTypes.find((candidate) => candidate.type === type);
  if (known === undefined) {
    const near = nearestText(
      type,
      actionTypes.map((candidate) => candidate.type),
    );
    const hint = near === null ? '`detente actions` lists them' : `did you mean ${quoted(near)}?`;
    throw new BadInput(`${name}: there is no act ${quoted(type)}; ${hint}`);
  }
  const [example] = known.examples;
  const parsed = parseEvent({ ...example, ...fields, actor, type, on: state.today });
  const [first] = parsed.ok ? violations(state, parsed.event) : [];
  const why = first === undefined ? '' : `: ${first.rule} (${first.code})`;
  throw new BadInput(`${name}: no ${type} by ${quoted(actor)} is legal on ${state.today}${why}`);
}

/** The event that is meant: of the first template that admits what was told, with what it leaves out from that template. */
export async function eventOf(state: State, told: ToldAct, name: string): Promise<EventOfToday> {
  const { legalActions, sampleMember } = await import('../engine/legal-actions');
  const { contains } = await import('../actions/domain');
  const admits = (template: Template) =>
    Object.entries(told.fields).every(([key, value]) => {
      const domain = template.fields[key];
      return domain !== undefined && contains(domain, value);
    });
  // The actor and type of a stranger may be none that there is: then no template is found.
  const filter = { actor: told.actor as Event['actor'], type: told.type };
  let first: Template | undefined;
  let fitting: Template | undefined;
  for (const template of legalActions(state, filter)) {
    first ??= template;
    if (!admits(template)) continue;
    fitting = template;
    break;
  }
  const template = fitting ?? first;
  if (template === undefined) return refuseAll(state, told, name);
  return { ...sampleMember(template, () => 0), ...told.fields };
}
