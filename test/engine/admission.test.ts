/** Admission of events from outside: each way of asking for it says the same, and what is lawful but badly formed is told by its place. */
import * as fc from 'fast-check';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { defineAction } from '../../src/actions/action-type';
import { structure } from '../../src/actions/domain';
import { actionTable, actionTypes, tableOf, type EventBase } from '../../src/actions/index';
import { admit, isAdmitted, NOT_WELL_FORMED, refusalsOf } from '../../src/engine/admission';
import { legalActions, sampleMember } from '../../src/engine/legal-actions';
import { violations, type Refusal } from '../../src/engine/legality';
import { stepped, transitionIn } from '../../src/engine/transition';
import { legalEvent, legalPlay, perturbedEvent } from '../../src/entries/testing';
import { start } from '../../src/entries/index';
import type { State } from '../../src/model/state';
import { atLength } from '../extent';
import { kualaLumpur, morningOf, writableCopy } from '../record';

const STARTS = [kualaLumpur, morningOf('2025-11-10'), start('kuala-lumpur-2025')];

const asEvent = (value: unknown): EventBase => value as EventBase;

/** Why an event may not happen, in which all who can be asked agree; empty where it may. */
function refusals(state: State, given: EventBase, table = actionTable): readonly Refusal[] {
  const told = refusalsOf(state, given, table);
  const admitted = admit(state, given, table);
  expect(admitted).toEqual(
    told.length === 0 ? { ok: true, event: expect.anything() as unknown } : { ok: false, refusals: told },
  );
  expect(isAdmitted(state, given, table)).toBe(told.length === 0);
  const next = transitionIn(table, state, given);
  expect(next).toEqual(
    told.length === 0 ? { ok: true, state: expect.anything() as unknown } : { ok: false, refusals: told },
  );
  return told;
}

const codes = (state: State, given: EventBase, table = actionTable): readonly string[] =>
  refusals(state, given, table).map(({ code }) => code);

/** Complaints about an event that is lawful but not well formed, as "field: complaint". */
function complaints(state: State, given: EventBase, table = actionTable): readonly string[] {
  return refusals(state, given, table).map(({ code, rule, source, facts }) => {
    expect([code, source]).toEqual([NOT_WELL_FORMED, 'stylised']);
    expect(rule).toMatch(/^An event has the fields of its type/);
    expect(Object.keys(facts)).toEqual(['field', 'complaint']);
    return `${String(facts.field)}: ${String(facts.complaint)}`;
  });
}

/** A lawful event of every type that may happen on a morning. */
const lawful = (): readonly EventBase[] =>
  [...legalActions(kualaLumpur)]
    .filter(({ type }, at, all) => all.findIndex((other) => other.type === type) === at)
    .map((template) => sampleMember(template, () => 0.4));

const doubt = asEvent({ type: 'meeting.doubt', actor: 'US', on: kualaLumpur.today, meeting: 'busan-2025' });

/** An object that throws when it is read. */
const trapped = (fields: object, name: string): EventBase =>
  Object.defineProperty({ ...fields }, name, {
    enumerable: true,
    get: () => {
      throw new Error('a trap');
    },
  }) as EventBase;

/** Changes to an event after which it says what no event of any type says, and the place that is complained of. */
const BAD_FORM: readonly (readonly [what: string, change: object, place: string])[] = [
  ['a source of no text', { source: 7 }, 'source'],
  ['a function beside its fields', { then: () => 1 }, 'then'],
  ['a number that is none', { weight: NaN }, 'weight'],
  ['half of a character', { note: 'x\ud800' }, 'note'],
  ['a list with a hole', { empty: new Array(1) }, 'empty'],
  ['something bad deep inside', { deep: { list: [0, { bad: 1n }] } }, 'deep.list.1.bad'],
];

describe('an event from outside', () => {
  it('is let in exactly where the rules and the form let it, whoever is asked, wherever lawful plays lead', () => {
    let [inside, outside] = [0, 0];
    const asked = fc
      .constantFrom(...STARTS)
      .chain((first) => legalPlay(first, { maxMoves: 4 }))
      .chain(({ states }) => {
        const state = states.at(-1)!;
        const events = fc.array(fc.oneof(legalEvent(state), perturbedEvent(state)), {
          minLength: 5,
          maxLength: 5,
        });
        return fc.tuple(fc.constant(state), events);
      });
    fc.assert(
      fc.property(asked, ([state, events]) => {
        for (const event of events) {
          const told = refusals(state, event);
          expect(told.filter(({ code }) => code !== NOT_WELL_FORMED)).toEqual(violations(state, event));
          if (told.length === 0) inside += 1;
          else outside += 1;
        }
      }),
      { numRuns: atLength(100, 6), seed: 7 },
    );
    expect(Math.min(inside, outside)).toBeGreaterThan(10);
  });

  it.each(actionTypes.map(({ type, examples }) => [type, examples] as const))(
    'of the type %s is well formed as its examples are, on its day and on any other',
    (_type, examples) => {
      for (const example of examples)
        for (const on of [example.on, kualaLumpur.today])
          expect(codes(kualaLumpur, { ...example, on })).toEqual(
            violations(kualaLumpur, { ...example, on }).map(({ code }) => code),
          );
    },
  );

  it.each(BAD_FORM)(
    'is refused for its form where it has %s, of any type that is lawful',
    (_what, change, place) => {
      expect(lawful().length).toBeGreaterThan(20);
      for (const event of lawful()) {
        expect(codes(kualaLumpur, event)).toEqual([]);
        const [complaint, ...others] = complaints(kualaLumpur, { ...event, ...change });
        expect(complaint).toMatch(new RegExp(`^${place.replaceAll('.', '\\.')}: expected .+; given .+`));
        expect(others).toEqual([]);
      }
    },
  );

  it.each(BAD_FORM)('is refused by the rules alone where it breaks one and has %s', (_what, change) => {
    const late = { ...doubt, ...change, on: '2025-10-24' };
    expect(codes(kualaLumpur, late)).toEqual(['calendar/not-today']);
  });

  it('may have fields that its type does not know, which change nothing', () => {
    for (const event of lawful()) {
      const more = { ...event, mood: 'calm', aside: { by: ['whom'] } };
      expect(complaints(kualaLumpur, more)).toEqual([]);
      const next = transitionIn(actionTable, kualaLumpur, more);
      expect(next.ok && next.state).toEqual(stepped(kualaLumpur, event as Parameters<typeof stepped>[1]));
    }
  });

  it('is told every field that is wrong', () => {
    const event = asEvent({ ...doubt, source: 7, then: () => 1, weight: Infinity });
    expect(complaints(kualaLumpur, event).map((text) => text.split(':')[0])).toEqual(['then', 'weight']);
  });
});

/** A type that asks its fields for nothing, so that the form alone can refuse an event of it. */
const anything = structure('anything', () => true, {});
const field = { code: 'talks/anything', rule: 'A field is anything.', source: 'stylised' } as const;
const nod = defineAction({
  type: 'talks.nod',
  actors: ['US', 'CN'],
  doc: 'Nod across the table.',
  cites: ['stylised'],
  fields: { how: z.strictObject({ times: z.number() }), to: z.array(z.strictObject({ name: z.string() })) },
  subject: null,
  subjects: () => [''],
  rules: [],
  domains: { how: { ...field, domain: () => anything }, to: { ...field, domain: () => anything } },
  effect: () => undefined,
  examples: [{ type: 'talks.nod', actor: 'US', on: '2025-10-25', how: { times: 1 }, to: [] }],
});
const ownTable = tableOf([nod]);
const nodding = (fields: object): readonly string[] =>
  complaints(kualaLumpur, asEvent({ ...nod.examples[0], ...fields }), ownTable);

describe('a lawful event of a type whose fields are objects', () => {
  it.each<[what: string, fields: object, said: readonly string[]]>([
    ['nothing where all is in order', {}, []],
    ['nothing of a field that the type does not know', { mood: 'calm' }, []],
    ['an unknown key inside a field', { how: { times: 1, deep: 2 } }, ['how.deep: unknown key "deep"']],
    [
      'an unknown key inside the item of a list, and no more where another stands at the root',
      { mood: 'calm', to: [{ name: 'a' }, { name: 'b', rank: 1 }] },
      ['to.1.rank: unknown key "rank"'],
    ],
    [
      'a field of another kind',
      { how: { times: 'twice' } },
      ['how.times: expected a number; given the text "twice"'],
    ],
    ['a field that is missing', { how: undefined }, [expect.stringMatching(/^how: "how" is missing/)]],
    [
      'two fields',
      { how: null, to: 'all' },
      ['how: expected an object with named fields; given null', 'to: expected a list; given the text "all"'],
    ],
  ])('is told %s', (_what, fields, said) => {
    expect(nodding(fields)).toEqual(said);
  });
});

describe('what is no event', () => {
  it.each([
    ['null', null, 'given null'],
    ['nothing', undefined, 'given nothing'],
    ['a text', 'meeting.doubt', 'given the text "meeting.doubt"'],
    ['a number', 5, 'given 5'],
    ['a list', [doubt], 'given a list'],
    ['a function', () => doubt, 'given a function'],
  ])('is refused as a whole where it is %s', (_what, given, complaint) => {
    expect(complaints(kualaLumpur, asEvent(given))).toEqual([`: ${complaint}`]);
  });

  it('is refused as a whole where reading it throws, in any field', () => {
    for (const name of ['type', 'actor', 'on', 'meeting', 'source', 'mood'])
      expect(complaints(kualaLumpur, trapped(doubt, name))).toEqual([': the given object cannot be read']);
    const proxy = new Proxy(doubt, {
      ownKeys: () => {
        throw new Error('a trap');
      },
    });
    expect(complaints(kualaLumpur, proxy)).toEqual([': the given object cannot be read']);
  });
});

describe('an event that is let in', () => {
  it('is a copy of what was given, without what JSON leaves out', () => {
    for (const event of lawful()) {
      const given = writableCopy(event);
      const admitted = admit(kualaLumpur, { ...given, mood: undefined } as EventBase, actionTable);
      expect(admitted).toStrictEqual({ ok: true, event });
      expect(admitted.ok && admitted.event).not.toBe(given);
    }
  });
});
