/** The fields of an act, asked for one by one: what is allowed, what is usual, and what an answer means. */
import { actionTypeOf, type Event } from '../actions/index';
import { asEvent } from '../actions/as-event';
import {
  contains,
  describeDomain,
  isEmpty,
  memberAt,
  nearestMember,
  resolved,
  type Domain,
} from '../actions/domain';
import { fieldsOf } from '../actions/event-fields';
import type { Template } from '../engine/legal-actions';
import { readJsonText } from '../kit/json-text';
import { itemOf } from '../kit/lists';
import type { State } from '../model/state';
import { fieldLabel } from '../report/wording/labels';
import { nameIn } from '../report/wording/names';
import { wrap, type Paint } from '../report/wording/text';
import { quoted } from './terminal';

/** An act of which some fields are known and others are asked for. */
export interface Asking {
  readonly template: Template;
  /** Type, actor, day and the fields so far. */
  readonly known: Readonly<Record<string, unknown>>;
  /** The names of the fields to come; the first of them is asked for now. */
  readonly rest: readonly string[];
}

/** A field as a question. */
interface Question {
  readonly name: string;
  readonly domain: Domain;
  /** What an empty line means. */
  readonly usual: unknown;
}

/** Goes on to the next field that leaves a choice; takes what leaves none. */
function onward({ template, known, rest }: Asking): Asking {
  const [name, ...others] = rest;
  if (name === undefined) return { template, known, rest };
  const domain = resolved(itemOf(template.fields, name), known);
  if (domain.kind === 'absent') return onward({ template, known, rest: others });
  if (domain.kind === 'one-of' && domain.values.length === 1)
    return onward({ template, known: { ...known, [name]: domain.values[0] }, rest: others });
  return { template, known, rest };
}

/** Begins to ask for the fields of an act. */
export function asking(template: Template): Asking {
  const { type, actor, on, fields } = template;
  return onward({ template, known: { type, actor, on }, rest: Object.keys(fields) });
}

/** An id that is not taken, as the party would name its acts. */
function freshId(domain: Domain, actor: string): unknown {
  for (let n = 1; ; n += 1) {
    const id = `${actor.toLowerCase()}/act-${n}`;
    if (contains(domain, id)) return id;
  }
}

/** What is usual in a field: what the example of the type has, as near as the law allows; the earliest day; a plain text. */
function usualOf(name: string, domain: Domain, { type, actor, on }: Template): unknown {
  if (domain.kind === 'optional') return undefined;
  if (domain.kind === 'fresh-id') return freshId(domain, actor);
  if (domain.kind === 'text') return `An act of ${actor} on ${on}`;
  if (domain.kind === 'date' && !isEmpty(domain)) return nearestMember(domain, domain.from);
  const [example] = actionTypeOf(type)?.examples ?? [];
  const shown = example === undefined ? undefined : fieldsOf(example)[name];
  return shown === undefined ? memberAt(domain, 0) : nearestMember(domain, shown);
}

/** The field that is asked for; null where the act is whole. */
export function questionOf({ template, known, rest: [name] }: Asking): Question | null {
  if (name === undefined) return null;
  const domain = resolved(itemOf(template.fields, name), known);
  return { name, domain, usual: usualOf(name, domain, template) };
}

/** A value as it is typed. */
export function valueText(value: unknown): string {
  if (value === undefined) return '-';
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Most values of a list that are shown. */
const MOST_VALUES = 24;

function allowedLines(domain: Domain, state: State, paint: Paint): string[] {
  const of = domain.kind === 'optional' ? domain.of : domain;
  const values = of.kind === 'one-of' ? of.values.map(String) : of.kind === 'subset' ? of.of : null;
  if (values === null) return wrap(paint, describeDomain(domain), '  ');
  const named = values.slice(0, MOST_VALUES).flatMap((value) => {
    const name = nameIn(state, value);
    return wrap(paint, name === undefined || name === value ? value : `${value}: ${name}`, '  - ', '    ');
  });
  const more = values.length - MOST_VALUES;
  const how = of.kind === 'subset' ? 'any of these, with commas between:' : 'one of these:';
  return [
    `  ${how}`,
    ...named,
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(domain.kind === 'optional' ? ['  or left out'] : []),
  ];
}

/** The rule of a field in words. */
const ruleOf = (type: string, name: string): string =>
  actionTypeOf(type)?.fieldRules.find(([field]) => field === name)?.[1].rule ?? '';

/** A question as lines: the field, its rule, what is allowed, and what an empty line means. */
export function questionLines(
  { name, domain, usual }: Question,
  { type }: Template,
  state: State,
  paint: Paint,
): string[] {
  const rule = ruleOf(type, name);
  const means = usual === undefined ? 'leaves it out' : `means ${valueText(usual)}`;
  return [
    ...wrap(paint, `${fieldLabel(name)}? ${rule}`, '', '  '),
    ...allowedLines(domain, state, paint),
    ...wrap(paint, `an empty line ${means}`, '  ', '    '),
  ];
}

/** What a typed text may mean in a domain: the text itself, a number, a list, JSON. The first that the law allows counts. */
function readings(line: string, domain: Domain): unknown[] {
  const found: unknown[] = [line];
  if (/^(yes|no)$/i.test(line)) found.push(/^yes$/i.test(line));
  if (line !== '' && Number.isFinite(Number(line))) found.push(Number(line));
  const list = line.split(',').map((word) => word.trim());
  found.push(list.filter((word) => word !== ''));
  if (line === '-') found.push(domain.kind === 'subset' ? [] : null);
  const json = readJsonText(line);
  // No JSON: then it is none of what is written so.
  if (json.ok) found.push(json.value);
  return found;
}

/** What came of an answer: the act with one field more, or why the answer is not allowed. */
export type Answered =
  { readonly ok: true; readonly asking: Asking } | { readonly ok: false; readonly why: readonly string[] };

/** Takes the answer to the question that is open: a value, an empty line for the usual one, `-` for none. */
export function answered(open: Asking, question: Question, line: string, paint: Paint): Answered {
  const { name, domain, usual } = question;
  const { template, known } = open;
  const rest = open.rest.slice(1);
  const text = line.trim();
  const withValue = (value: unknown): Answered => ({
    ok: true,
    asking: onward({ template, known: value === undefined ? known : { ...known, [name]: value }, rest }),
  });
  if (text === '') return withValue(usual);
  if (text === '-' && domain.kind === 'optional') return withValue(undefined);
  const value = readings(text, domain).find((reading) => contains(domain, reading));
  if (value !== undefined) return withValue(value);
  const near = nearestMember(domain, Number.isFinite(Number(text)) ? Number(text) : text);
  const hint = near === undefined ? '' : `; the nearest is ${valueText(near)}`;
  const allowed = describeDomain(domain).slice(0, 300);
  return { ok: false, why: wrap(paint, `${quoted(text)} is not allowed: ${allowed}${hint}.`) };
}

/** The act, once nothing is left to ask. */
export const askedEvent = ({ known }: Asking): Event => asEvent(known);
