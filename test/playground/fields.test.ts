/** The form of an act: every field of every action type in words, with a label, holding whatever the law allows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionTypes,
  fieldsOpen,
  legalActions,
  runEpisode,
  sampleMember,
  start,
  transition,
  type Event,
  type State,
  type Template,
} from '../../src/entries/index';
import type { Domain, Parts } from '../../src/entries/own';
import { existing } from '../../src/kit/lists';
import { recordedIn, STARTS } from '../actions/acts';
import { atLength } from '../extent';
import { root } from '../sources';

/** What is looked at of an element: the compiler knows no documents here. */
interface Tag {
  readonly id: string;
  readonly tagName: string;
  readonly textContent: string;
  readonly outerHTML: string;
  readonly htmlFor?: string;
  readonly click: () => void;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => Tag | null;
  readonly querySelectorAll: (selector: string) => Iterable<Tag>;
}

interface Form {
  readonly shown: Tag;
  readonly event: () => Readonly<Record<string, unknown>>;
  readonly refresh: () => void;
}

type FormOf = (template: Template, state: State, given?: Readonly<Record<string, unknown>>) => Form;
const FIELDS: string = join(root, 'playground/src/fields.ts');
const { formOf } = (await import(FIELDS)) as { readonly formOf: FormOf };

/** A lawful act and the state in which it is one. */
interface Lawful {
  readonly state: State;
  readonly event: Event;
}

function lawfulOf(first: State, events: readonly Event[]): Lawful[] {
  let state = first;
  return events.flatMap((event) => {
    const next = transition(state, event);
    if (!next.ok) return [];
    const before = state;
    ({ state } = next);
    return [{ state: before, event }];
  });
}

/** The lawful acts of the record of acts: some of every type. */
const recorded = recordedIn(readFileSync(join(root, 'test/actions/acts.txt'), 'utf8')).flatMap((story) =>
  lawfulOf(existing(STARTS[story.start]), story.events),
);
const byType = new Map<string, Lawful[]>();
for (const one of recorded) byType.set(one.event.type, [...(byType.get(one.event.type) ?? []), one]);
// Of types that were refused wherever they were told, one that was open on the way.
for (const { type } of actionTypes) {
  if (byType.has(type)) continue;
  for (const { state } of recorded) {
    const [template] = legalActions(state, { type });
    if (template === undefined) continue;
    byType.set(type, [{ state, event: sampleMember(template, () => 0.3) }]);
    break;
  }
}

/** The template of which a lawful act is a member. */
function templateOf({ state, event }: Lawful): Template {
  const { type, actor } = event;
  const { subject } = existing(actionTypes.find((action) => action.type === type));
  const named = subject === null ? {} : { subject: (event as unknown as Record<string, string>)[subject] };
  const [template] = legalActions(state, { actor, type, ...named });
  return existing(template);
}

const formWith = (one: Lawful) => {
  const { source: _, ...given } = one.event;
  return { given, form: formOf(templateOf(one), one.state, given) };
};

/** What an input is called for whoever does not see it: its label, or what it says of itself. */
function nameOf(input: Tag, labels: readonly Tag[]): string | null {
  if (input.tagName === 'BUTTON') return input.textContent;
  const label = labels.find(({ htmlFor }) => htmlFor === input.id);
  return label?.textContent ?? input.getAttribute('aria-label');
}

/** A name as people write it: no braces, no name of a field. */
const IN_WORDS = /^[^{}[\]_]*$/;

function unsaid(shown: Tag): string[] {
  const inputs = [...shown.querySelectorAll('input, select, textarea, button')];
  const labels = [...shown.querySelectorAll('label')];
  const ids = inputs.map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const nameless = inputs.filter((input) => {
    const name = nameOf(input, labels);
    return name === null || name.trim() === '' || !IN_WORDS.test(name) || /\b[a-z]+[A-Z]/.test(name);
  });
  return [...twice, ...nameless.map(({ outerHTML }) => outerHTML)];
}

/** What is told of no value: structures whose parts are not told, within all that can be asked. */
function untold(domain: Domain, path: string): string[] {
  if (domain.kind === 'optional' || domain.kind === 'given')
    return untold(domain.kind === 'given' ? domain.widest : domain.of, path);
  if (domain.kind !== 'structure') return [];
  return domain.parts === null ? [path] : untoldParts(domain.parts(), path);
}

function untoldParts(parts: Parts, path: string): string[] {
  switch (parts.kind) {
    case 'value':
      return untold(parts.of, path);
    case 'list':
      return untoldParts(parts.of([]), `${path}[]`);
    case 'either':
      return parts.ways.flatMap(({ label, of }) => untoldParts(of, `${path} (${label})`));
    case 'fields':
      return parts.by({}).flatMap(({ name, of }) => untoldParts(of, `${path}.${name}`));
  }
}

const before: unknown = Reflect.get(globalThis, 'document');

describe('the form of an act', () => {
  beforeAll(() => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    Object.assign(globalThis, { document });
  });
  afterAll(() => {
    Object.assign(globalThis, { document: before });
  });

  it('is tried with lawful acts of every type', () => {
    expect(actionTypes.map(({ type }) => type).filter((type) => !byType.has(type))).toEqual([]);
  });

  it.each([...byType.keys()])(
    'of %s has each of its fields in words, with a label and an id of its own',
    (type) => {
      for (const one of existing(byType.get(type)).slice(0, atLength(20, 3))) {
        const template = templateOf(one);
        const { shown, event } = formOf(template, one.state);
        expect(shown.querySelector('textarea')).toBeNull();
        expect(unsaid(shown)).toEqual([]);
        const open = Object.entries(fieldsOpen(template, event()));
        expect(open.flatMap(([name, domain]) => untold(domain, name))).toEqual([]);
        // What has to be said is said by the form as it opens.
        const must = open
          .filter(([, { kind }]) => kind !== 'optional' && kind !== 'absent')
          .map(([name]) => name);
        expect(Object.keys(event())).toEqual(expect.arrayContaining(must));
      }
    },
  );

  it.each([...byType.keys()])('of %s holds a lawful act and gives it back as it was', (type) => {
    for (const one of existing(byType.get(type)).slice(0, atLength(20, 3))) {
      const { given, form } = formWith(one);
      expect(form.event()).toEqual(given);
      form.refresh();
      expect(form.event()).toEqual(given);
      expect(unsaid(form.shown)).toEqual([]);
    }
  });

  it('holds the terms and pledges of whatever leaders agree in an episode', () => {
    const first = start('kuala-lumpur-2025');
    let held = 0;
    for (let episode = 0; episode < atLength(60, 12); episode += 1) {
      const { events } = runEpisode('kuala-lumpur-2025', { episode });
      for (const one of lawfulOf(first, events).filter(({ event }) => event.type === 'agreement.reach')) {
        const { given, form } = formWith(one);
        expect(form.event()).toEqual(given);
        expect(unsaid(form.shown)).toEqual([]);
        held += 1;
      }
    }
    expect(held).toBeGreaterThan(0);
  });
});
