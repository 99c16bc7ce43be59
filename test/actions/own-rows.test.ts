/** Rows of a caller's own: whatever is wrong with a domain, a definition, an answer or an effect is told by its place. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Event, EventBase } from '../../src/actions/index';
import { legalActions } from '../../src/engine/legal-actions';
import * as own from '../../src/entries/own';
import { InputError } from '../../src/kit/input-error';
import type { State } from '../../src/model/state';
import { copyState } from '../../src/model/copy-state';
import { kualaLumpur, writableCopy } from '../record';

type Loose = Record<string, unknown>;

const deep = Array.from({ length: 10_000 }).reduce<unknown>((inside) => [inside], null);
const revoked = (() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();
const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new Error('no');
    },
    getOwnPropertyDescriptor: () => {
      throw new Error('no');
    },
    ownKeys: () => {
      throw new Error('no');
    },
  },
);
/** What is neither a number, a day, a domain, a rule nor a function. */
const ODD: readonly unknown[] = [
  NaN,
  Infinity,
  Symbol('odd'),
  7n,
  deep,
  revoked,
  throwing,
  { kind: 'odd' },
  '2025-02-30',
];

function thrownBy(ask: () => unknown): unknown {
  try {
    ask();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Writes into every leaf that can be reached; what is frozen refuses. */
function writeInto(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  for (const key of Object.keys(value)) {
    writeInto((value as Loose)[key], seen);
    thrownBy(() => ((value as Loose)[key] = 'written'));
  }
  thrownBy(() => ((value as Loose)['more'] = 'written'));
  if (Array.isArray(value)) thrownBy(() => value.push('written'));
}

describe('the templates of a state', () => {
  it('are the same again after somebody has written into every leaf of those that were asked for', () => {
    const ask = () => [...legalActions(kualaLumpur)];
    const before = JSON.stringify(ask());
    writeInto(ask());
    expect(JSON.stringify(ask())).toBe(before);
  });
});

/** Every argument of a constructor: its place, and the call with something else there. */
const ARGUMENTS: readonly (readonly [
  place: string,
  make: (value: never) => unknown,
  odd?: readonly unknown[],
])[] = [
  ['min', (value) => own.numberFrom(value, 1)],
  ['max', (value) => own.numberFrom(0, value)],
  ['min', (value) => own.wholeFrom(value, 1)],
  ['max', (value) => own.wholeFrom(0, value)],
  ['min', (value) => own.numberAbove(value, 1)],
  ['max', (value) => own.numberAbove(0, value)],
  ['from', (value) => own.dateFrom(value)],
  ['to', (value) => own.dateFrom('2025-10-25', value)],
  ['but', (value) => own.dateFrom('2025-10-25', null, value)],
  ['but.0', (value) => own.dateFrom('2025-10-25', null, [value])],
  ['from', (value) => own.dateOrOpen(value)],
  ['to', (value) => own.dateOrOpen('2025-10-25', value)],
  ['values.0', (value) => own.oneOf(value), ODD.filter((value) => typeof value !== 'string')],
  ['of', (value) => own.optional(value)],
  ['of', (value) => own.optional(own.optional(value) as never)],
  ['taken.0', (value) => own.freshId(value), [...ODD.slice(0, 4), deep, revoked, throwing]],
  ['ids', (value) => own.subsetOf(value)],
  ['ids.0', (value) => own.subsetOf([value]), ODD.filter((value) => typeof value !== 'string')],
  ['what', (value) => own.structure(value, () => true, 1), ODD.filter((value) => typeof value !== 'string')],
  ['admits', (value) => own.structure('a word', value, 1)],
  ['example', (value) => own.structure('a word', () => true, value), [NaN, 7n, deep, revoked, Symbol('odd')]],
  ['parts', (value) => own.structure('a word', () => true, 1, value)],
];

describe('a domain of one’s own', () => {
  it.each(ARGUMENTS.map(([place, make, odd = ODD]) => [place, make, odd] as const))(
    'is refused by the place "%s" where something else stands there',
    (place, make, odd) => {
      for (const value of odd) {
        const error = thrownBy(() => make(value as never));
        expect(error).toBeInstanceOf(InputError);
        expect((error as InputError).path.startsWith(place)).toBe(true);
      }
    },
  );

  it('can be written into by nobody, and leaves the lists that it was made of as they were', () => {
    const [ids, days] = [['a'], ['2025-10-26']];
    const made = [
      own.TEXT,
      own.numberFrom(0, 1),
      own.subsetOf(ids),
      own.dateFrom('2025-10-25', null, days),
      own.oneOf('a', 1),
      own.optional(own.oneOf('a')),
      own.structure('a pair', () => true, [0, 1]),
    ];
    const before = JSON.stringify(made);
    writeInto(made.map((domain) => domain));
    expect(JSON.stringify(made)).toBe(before);
    expect([Object.isFrozen(ids), Object.isFrozen(days)]).toEqual([false, false]);
  });
});

const share = {
  code: 'tariff/share',
  rule: 'A share.',
  source: 'stylised',
  domain: () => own.numberFrom(0, 1),
};
const rule = { code: 'tariff/any', rule: 'Any.', source: 'stylised', violated: () => null };
const ID = Object.keys(kualaLumpur.tariff)[0]!;
const sound = {
  type: 'tariff.exempt',
  actors: ['US', 'CN'],
  doc: 'Exclude goods from a duty.',
  cites: ['stylised'],
  fields: { id: z.string().min(1).max(80), share: z.number().min(0).max(1) },
  subject: 'id',
  subjects: (state: State) => Object.keys(state.tariff),
  rules: [rule],
  domains: { share },
  effect: (draft: Loose, event: Loose): unknown => {
    const tariff = draft['tariff'] as Record<string, Loose>;
    return void (tariff[event['id'] as string]!['share'] = event['share']);
  },
  examples: [{ type: 'tariff.exempt', actor: 'US', on: '2025-10-25', id: ID, share: 0.2 }],
};
const define = (change: Loose) => own.defineAction({ ...sound, ...change } as never);

/** A part of a definition that has gone wrong, and the place that is told. */
const PARTS: readonly (readonly [place: string, change: Loose])[] = [
  ...Object.keys(sound)
    .filter((part) => part !== 'subject')
    .flatMap((part) =>
      [null, 7n, Symbol('odd'), revoked, throwing].map((value): readonly [string, Loose] => [
        `definition.${part}`,
        { [part]: value },
      ]),
    ),
  ['definition.type', { type: 'exempt' }],
  ['definition.actors', { actors: [] }],
  ['definition.actors', { actors: ['US', 'US'] }],
  ['definition.actors.1', { actors: ['US', 'EU'] }],
  ['definition.actors', { actors: Array.from({ length: 1_000 }, () => 'US') }],
  ['definition.fields', { fields: () => sound.fields }],
  ['definition.fields.share', { fields: { ...sound.fields, share: {} } }],
  ['definition.fields.share', { fields: { ...sound.fields, share: revoked } }],
  ['definition.fields', { fields: { ...sound.fields, on: z.string() } }],
  ['definition.subject', { subject: 'no-field' }],
  ['definition.subject', { subject: 'toString' }],
  ['definition.subject', { subject: undefined }],
  ['definition.cites.0', { cites: [7] }],
  ['definition', { sentense: () => 'It was done.' }],
  ['definition.signal', { signal: 'smoke' }],
  ['definition.touches.0', { touches: ['all'] }],
  ['definition.sentence', { sentence: 'It was done.' }],
  ['definition.channel', { channel: 1 }],
  ['definition.examples.0', { examples: [7] }],
  ['definition.domains.share', { domains: {} }],
  ['definition.domains.share', { domains: Object.create({ share }) as Loose }],
  ['definition.domains.share.domain', { domains: { share: { ...share, domain: own.numberFrom(0, 1) } } }],
  ['definition.domains.share.constant', { domains: { share: { ...share, constant: { kind: 'odd' } } } }],
  ...['code', 'rule', 'source'].flatMap((part): (readonly [string, Loose])[] => [
    [`definition.rules.0.${part}`, { rules: [{ ...rule, [part]: 7 }] }],
    [`definition.domains.share.${part}`, { domains: { share: { ...share, [part]: undefined } } }],
  ]),
  ['definition.rules.0.violated', { rules: [{ ...rule, violated: null }] }],
  ['definition.rules.0.stops', { rules: [{ ...rule, stops: 'yes' }] }],
  ['definition.rules.0', { rules: [revoked] }],
];

describe('a definition of one’s own', () => {
  it.each(PARTS)('is refused by the place %s, and never with another error', (place, change) => {
    const error = thrownBy(() => define(change));
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).path.startsWith(place)).toBe(true);
  });

  it('is refused where nothing of it can be read', () => {
    for (const value of [revoked, throwing])
      expect(thrownBy(() => own.defineAction(value as never))).toBeInstanceOf(InputError);
  });

  it('is as it was made, whatever is written into the object that it was made of', () => {
    const rules = [{ ...rule }];
    const row = define({ rules });
    rules.push({ ...rule, code: 'tariff/late' });
    rules[0]!.code = 'tariff/other';
    expect(row.rules.map(({ code }) => code)).toEqual([rule.code]);
  });
});

const EVENT = { ...sound.examples[0]!, on: kualaLumpur.today } as unknown as Event;
const rulesWith = (change: Loose) => own.withActionTypes([define(change)]);
const boom = () => {
  throw new Error('boom');
};

/** Asks a rule set all that calls the functions of a row. */
function askAll(rules: ReturnType<typeof rulesWith>): void {
  const filter = { type: 'tariff.exempt' };
  for (const template of rules.legalActions(kualaLumpur, filter)) rules.isMember(template as never, EVENT);
  rules.violations(kualaLumpur, EVENT);
  const row = rules.actionTypes.at(-1)!;
  row.sentence?.(EVENT, kualaLumpur, kualaLumpur);
  row.channel?.(EVENT, kualaLumpur);
  rules.transition(kualaLumpur, EVENT);
}

const withDomain = (domain: unknown) => ({ domains: { share: { ...share, domain: () => domain } } });
const guarded = (make: () => unknown) => ({ domains: { share: { ...share, domain: make } } });

/** A function of a row that answers wrongly, and the place that is told. */
const ANSWERS: readonly (readonly [place: string, change: Loose])[] = [
  ['subjects', { subjects: boom }],
  ['subjects', { subjects: () => undefined }],
  ['subjects', { subjects: async () => Promise.resolve([]) }],
  ['subjects.0', { subjects: () => [7] }],
  ['rules.0.violated', { rules: [{ ...rule, violated: boom }] }],
  ['rules.0.violated', { rules: [{ ...rule, violated: () => undefined }] }],
  ['rules.0.violated', { rules: [{ ...rule, violated: () => ({ fact: 7n }) }] }],
  ['domains.share.domain', guarded(boom)],
  ...[
    null,
    undefined,
    7,
    [],
    { kind: 'odd' },
    { kind: 'number', min: NaN, max: 1, above: false, whole: false },
    revoked,
  ].map((value): readonly [string, Loose] => ['domains.share.domain', withDomain(value)]),
  ['domains.share.surely', { domains: { share: { ...share, surely: boom } } }],
  [
    'domains.share.domain.admits',
    withDomain({ kind: 'structure', what: 'a word', admits: boom, example: 1, fault: null, parts: null }),
  ],
  ['sentence', { sentence: () => 7 }],
  ['sentence', { sentence: boom }],
  ['channel', { channel: () => NaN }],
  ['channel', { channel: boom }],
  ['effect', { effect: boom }],
  ['effect', { effect: async () => Promise.resolve() }],
];

describe('what a function of one’s own answers', () => {
  it.each(ANSWERS)('is told by the type and the part %s where it is none', (place, change) => {
    const rules = rulesWith(change);
    const error = thrownBy(() => {
      askAll(rules);
      rules.stepInPlace(writableCopy(kualaLumpur), EVENT);
    });
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).path.startsWith(`tariff.exempt.${place}`)).toBe(true);
  });
});

type Write = (draft: Record<string, Record<string, Loose>>) => unknown;

/** What an effect writes that no state holds, and its place. */
const WRITTEN: readonly (readonly [place: string, write: Write])[] = [
  ...[NaN, Infinity, '0.5', null, 7n, undefined, Symbol('odd'), new Date(0), -1].map(
    (value): readonly [string, Write] => [
      `tariff.${ID}.share`,
      (draft) => (draft['tariff']![ID]!['share'] = value),
    ],
  ),
  [`tariff.${ID}.colour`, (draft) => (draft['tariff']![ID]!['colour'] = 'red')],
  [`tariff.${ID}.share`, (draft) => delete draft['tariff']![ID]!['share']],
  ['tariff.us/new', (draft) => (draft['tariff']!['us/new'] = { share: 1 })],
  ['tariff.us/new', (draft) => (draft['tariff']!['us/new'] = undefined as never)],
  ['tariff.us/new.id', (draft) => (draft['tariff']!['us/new'] = { ...draft['tariff']![ID] })],
  ['colours', (draft) => (draft['colours'] = {})],
  ['tariff', (draft) => (draft['tariff'] = [] as never)],
  ['tariff', (draft) => delete draft['tariff']],
  ['today', (draft) => (draft['today'] = 'tomorrow' as never)],
  ['deadlines', (draft) => (draft['deadlines'] as unknown as unknown[]).push(null)],
  ['', (draft) => (draft['tariff']![ID]!['share'] = deep)],
  [
    '',
    (draft) =>
      (draft['circle'] = Object.assign({}, { toItself: {} as Loose }) as never) &&
      ((draft['circle']!['toItself'] as Loose)['again'] = draft['circle']),
  ],
];

describe('what an effect of one’s own writes', () => {
  it.each(WRITTEN)(
    'is refused at "%s" where no state can hold it, on a frozen state, a plain one and an episode’s',
    (place, write) => {
      const rules = rulesWith({ effect: write });
      const plain = writableCopy(kualaLumpur);
      const before = JSON.stringify(plain);
      for (const happen of [
        () => rules.transition(kualaLumpur, EVENT),
        () => rules.stepInPlace(plain, EVENT),
        () => rules.stepInPlace(copyState(kualaLumpur), EVENT),
      ]) {
        const error = thrownBy(happen);
        expect(error).toMatchObject({ code: 'own/effect' });
        expect(error).toBeInstanceOf(InputError);
        expect(
          (error as InputError).path.startsWith(
            ['tariff.exempt.effect', place].filter((part) => part !== '').join('.'),
          ),
        ).toBe(true);
      }
      expect(JSON.stringify(plain)).toBe(before);
    },
  );

  it('stands where a state can hold it, the same however the state is kept', () => {
    const rules = rulesWith({});
    const [plain, kept] = [writableCopy(kualaLumpur), copyState(kualaLumpur)];
    const after = rules.transition(kualaLumpur, EVENT);
    expect([rules.stepInPlace(plain, EVENT), rules.stepInPlace(kept, EVENT)]).toEqual([true, true]);
    expect(after.ok && after.state.tariff[ID]?.share).toBe(0.2);
    for (const state of [plain, kept])
      expect(JSON.parse(JSON.stringify(state))).toEqual(JSON.parse(JSON.stringify(after.ok && after.state)));
  });
});

describe('a rule set with rows of one’s own', () => {
  it('has the library’s rows as they are', () => {
    const rules = rulesWith({});
    const [standard] = [own.withActionTypes([])];
    expect(rules.actionTypes.slice(0, -1)).toEqual(standard.actionTypes);
    for (const [at, row] of standard.actionTypes.entries()) expect(rules.actionTypes[at]).toBe(row);
  });

  it('refuses a row without one of the parts that defineAction gives it', () => {
    const row = define({});
    for (const part of [
      'type',
      'actors',
      'rules',
      'fieldRules',
      'subjects',
      'effect',
      'parse',
      'touches',
      'examples',
    ]) {
      const error = thrownBy(() => own.withActionTypes([{ ...row, [part]: undefined } as never]));
      expect(error).toMatchObject({ code: 'own/action', path: 'rows.0' });
    }
    expect((EVENT as EventBase).type).toBe(row.type);
  });
});
