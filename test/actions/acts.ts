/**
 * Acts told in words: what each one wrote into the state, or which rules refused it and on which facts; and the table of
 * action types as a consumer relies on it.
 */
import * as z from 'zod';
import { actionTypes, type Event } from '../../src/actions/index';
import { describeDomain } from '../../src/actions/domain';
import { explain } from '../../src/engine/explain';
import { legalActions } from '../../src/engine/legal-actions';
import { transition } from '../../src/engine/transition';
import { violations } from '../../src/engine/legality';
import type { State } from '../../src/model/state';
import { kualaLumpur, morningOf, withAuthority } from '../record';

/** Every statute with a longest life, so that every kind of measure can reach its end. */
const shortLived = [
  'ecra',
  's301',
  'cn-maritime-regulations',
  'cn-export-control-law',
  'cn-tariff-law',
].reduce((state, id) => withAuthority(state, id, { maximumDays: 40 }), kualaLumpur);

/** The mornings from which recorded acts start. */
export const STARTS: Readonly<Record<string, State>> = {
  Geneva: morningOf('2025-05-14'),
  'Kuala Lumpur': kualaLumpur,
  'Kuala Lumpur with short-lived statutes': shortLived,
  'after Busan': morningOf('2025-11-10'),
};

type Leaves = Record<string, string>;

/** Every plain value of a state by its path; an empty list or record counts as a value. */
function leaves(value: unknown, path = '', into: Leaves = {}): Leaves {
  const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  if (typeof value !== 'object' || value === null || empty) {
    into[path] = JSON.stringify(value) ?? 'undefined';
    return into;
  }
  for (const [key, item] of Object.entries(value)) leaves(item, path === '' ? key : `${path}.${key}`, into);
  return into;
}

/** What an act wrote: a line for each plain value that changed, came or went; deadlines as a whole. */
export function written(before: State, after: State): string[] {
  const lines: string[] = [];
  for (const key of Object.keys(after) as (keyof State)[]) {
    if (before[key] === after[key]) continue;
    if (key === 'deadlines') {
      const said = (state: State) => state.deadlines.map((deadline) => JSON.stringify(deadline));
      const [old, now] = [said(before), said(after)];
      for (const line of old) if (!now.includes(line)) lines.push(`  - deadline ${line}`);
      for (const line of now) if (!old.includes(line)) lines.push(`  + deadline ${line}`);
      continue;
    }
    const [old, now] = [leaves(before[key], key), leaves(after[key], key)];
    for (const path of Object.keys(old)) if (now[path] === undefined) lines.push(`  - ${path}`);
    for (const path of Object.keys(now))
      if (old[path] !== now[path])
        lines.push(`  ${old[path] === undefined ? '+' : '='} ${path} ${now[path]}`);
  }
  return lines;
}

function fields(event: Event): string {
  const { type, actor, on, ...rest } = event;
  return `${on} ${actor} ${type} ${JSON.stringify(rest)}`;
}

/** A story line by line, and the state at its end. */
export function tell(start: State, events: readonly Event[]): { lines: string[]; end: State } {
  const lines: string[] = [];
  let state = start;
  for (const event of events) {
    const next = transition(state, event);
    lines.push(fields(event));
    if (next.ok) {
      lines.push(...written(state, next.state));
      state = next.state;
      continue;
    }
    for (const { code, facts } of violations(state, event))
      lines.push(`  refused ${code} ${JSON.stringify(facts)}`);
    const [near] = explain(state, event).nearest;
    if (near !== undefined) lines.push(`  nearest ${fields(near)}`);
  }
  return { lines, end: state };
}

/** The first template of each type and actor: what is open, and between which bounds. */
export function open(state: State): string[] {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const { type, actor, fields: domains } of legalActions(state)) {
    if (seen.has(`${type} ${actor}`)) continue;
    seen.add(`${type} ${actor}`);
    const said = Object.entries(domains).map(([name, domain]) => `${name}: ${describeDomain(domain)}`);
    lines.push(`${actor} ${type} {${said.join('; ')}}`);
  }
  return lines;
}

/** Lists of all ids are cut: whoever adds a measure need not read them again in every story. */
const LONGEST_LINE = 160;
const short = (line: string): string =>
  /^\d/.test(line) || line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE)}…`;

const HEADING = '# From ';

/** Acts in their order, and the name of the morning from which they start. */
export interface Story {
  readonly start: string;
  readonly events: readonly Event[];
}

/** The events of a record by their morning: its lines that begin with a date. */
export function recordedIn(text: string): Story[] {
  return text
    .split(HEADING)
    .slice(1)
    .map((part) => {
      const [start = '', ...lines] = part.split('\n');
      const events = lines
        .filter((line) => /^\d/.test(line))
        .map((line) => {
          const [on, actor, type, ...rest] = line.split(' ');
          return { type, actor, on, ...JSON.parse(rest.join(' ')) } as Event;
        });
      return { start, events };
    });
}

/** A story told anew, with what is open at its end where that is wanted. */
export function trajectoryText({ start, events }: Story, withOpen: boolean): string {
  const { lines, end } = tell(STARTS[start]!, events);
  const last = withOpen ? ['Open at the end:', ...open(end)] : [];
  return [`${HEADING}${start}`, ...lines, ...last, ''].map(short).join('\n');
}

/** Whether a story is the first of a record from its morning: there, what is open at the end is told too. */
export function isFirst(stories: readonly Story[], index: number): boolean {
  return stories.findIndex(({ start }) => start === stories[index]!.start) === index;
}

/** A record told anew. */
export function record(stories: readonly Story[]): string {
  return stories.map((story, index) => trajectoryText(story, isFirst(stories, index))).join('\n');
}

/** A schema without the words for people. */
function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key]) => key !== 'description' && key !== '$schema');
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value)]));
}

/** The table of action types: what they are, who acts on what and touches what, which rules may refuse it, and the schema of each field. */
export function tableText(): string {
  const lines: string[] = [];
  for (const action of actionTypes) {
    const { type, doc, cites, actors, subject, touches, signal, settlesDeadline, rules, fieldRules, schema } =
      action;
    lines.push(type, `  ${doc}`, `  by ${actors.join(', ')}${subject === null ? '' : ` on its ${subject}`}`);
    lines.push(`  touches ${touches.join(', ') || 'nothing'}`, `  rests on ${cites.join(', ')}`);
    if (signal !== null) lines.push(`  tells a ${signal}`);
    if (settlesDeadline) lines.push('  settles a deadline');
    for (const { code, rule, source, stops } of rules)
      lines.push(`  rule ${code}${stops === true ? ', then no further' : ''}: ${rule} [${source}]`);
    for (const [field, { code, rule }] of fieldRules) lines.push(`  field ${field}: ${code}: ${rule}`);
    const { properties } = z.toJSONSchema(schema(z)) as { properties: Record<string, unknown> };
    for (const [name, field] of Object.entries(properties)) {
      if (name !== 'type' && name !== 'actor') lines.push(`  ${name} ${JSON.stringify(bare(field))}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
