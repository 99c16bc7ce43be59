/** Action types that each break one property, and the property that has to say so; beside them one that keeps all. */
import * as z from 'zod';
import { defineAction, type ActionType } from '../../../src/actions/action-type';
import { numberFrom, oneOf, structure, subsetOf, TEXT, type Domain } from '../../../src/actions/domain';
import type { Draft, State } from '../../../src/model/state';
import type { TariffLayer } from '../../../src/model/tariff';
import { writableCopy } from '../../record';

const inForce = (state: State, id: string): TariffLayer | undefined => {
  const layer = Object.hasOwn(state.tariff, id) ? state.tariff[id] : undefined;
  return layer?.status === 'in-force' ? layer : undefined;
};
const own = (state: State, actor: string) =>
  Object.values(state.tariff)
    .filter((layer) => layer.status === 'in-force' && layer.imposer === actor)
    .map((layer) => layer.id);
const always = (domain: Domain) => ({
  code: 'tariff/any',
  rule: 'A field of the test takes these values.',
  source: 'stylised',
  domain: () => domain,
});

/** Narrows the coverage of a duty in force: what exclusions do. */
export const exclude = defineAction({
  type: 'tariff.exempt',
  actors: ['US', 'CN'],
  doc: 'Exclude goods from a duty in force, so that it covers a smaller share of trade.',
  cites: ['stylised'],
  fields: {
    id: z.string().min(1).max(80).describe('Id of the duty'),
    share: z.number().min(0).max(1).describe('Share of trade that stays covered, 0 to 1'),
  },
  subject: 'id',
  subjects: own,
  rules: [
    {
      code: 'tariff/not-in-force',
      rule: 'Only a duty in force has exclusions.',
      source: 'stylised',
      stops: true,
      violated: (state, _actor, id) => (inForce(state, id) === undefined ? { given: id } : null),
    },
    {
      code: 'tariff/not-the-imposer',
      rule: 'Only the party that imposed a duty excludes goods from it.',
      source: 'stylised',
      violated: (state, actor, id) =>
        inForce(state, id)?.imposer === actor ? null : { imposer: inForce(state, id)?.imposer ?? null },
    },
  ],
  domains: {
    share: {
      code: 'tariff/share-above',
      rule: 'An exclusion leaves at most the share that the duty covers now.',
      source: 'stylised',
      domain: (state, _actor, id) => numberFrom(0, inForce(state, id)?.share ?? 0),
    },
  },
  effect: (draft, event) => {
    draft.tariff[event.id] = { ...draft.tariff[event.id]!, share: event.share };
  },
  examples: [{ type: 'tariff.exempt', actor: 'US', on: '2025-10-25', id: 'us/s301-list3', share: 0.2 }],
});

/** The sound type with some of its statement changed: what an author may get wrong. */
const changed = (change: Partial<ActionType>): ActionType => ({
  ...exclude,
  ...change,
});

/** A type with one free field and no subject: a public word on exclusions. */
function word(change: {
  schema?: z.ZodType;
  domain?: Domain;
  effect?: (draft: Draft, value: unknown, event: object) => void;
  value?: unknown;
}): ActionType {
  const { schema = z.string().max(400), domain = TEXT, effect = () => undefined, value = 'a word' } = change;
  return defineAction({
    type: 'exclusion.discuss',
    actors: ['US', 'CN'],
    doc: 'Speak about exclusions.',
    cites: ['stylised'],
    fields: { said: schema },
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: { said: always(domain) },
    effect: (draft, event) => effect(draft, (event as unknown as { said: unknown }).said, event),
    examples: [{ type: 'exclusion.discuss', actor: 'US', on: '2025-10-25', said: value }],
  } as Parameters<typeof defineAction>[0]);
}

const [notInForce, notTheImposer] = exclude.rules;
let calls = 0;

/** What is wrong in words, the row, and the sentence of the property that catches it. */
export const BROKEN: readonly (readonly [wrong: string, row: ActionType, property: string])[] = [
  ['a name of one word', changed({ type: 'exclude' }), 'a name of its own'],
  ['a name that is taken', changed({ type: 'tariff.cut' }), 'a name of its own'],
  ['no sentence', changed({ doc: 'exclusions' }), 'in one sentence'],
  ['nobody who may act', changed({ actors: [] }), 'names who may act'],
  ['an actor that does not exist', changed({ actors: ['EU' as 'US'] }), 'names who may act'],
  ['a source that the register lacks', changed({ cites: ['no-such-act'] }), 'cites sources'],
  ['no source', changed({ cites: [] }), 'cites sources'],
  ['a code in capitals', changed({ rules: [{ ...notInForce!, code: 'NOT_IN_FORCE' }] }), 'rules with a code'],
  [
    'a rule without words',
    changed({ fieldRules: [['share', { ...exclude.fieldRules[0]![1], rule: '' }]] }),
    'rules with a code',
  ],
  ['no example', changed({ examples: [] }), 'has an example'],
  [
    'an example that does not parse',
    changed({ examples: [{ ...exclude.examples[0]!, on: '2025-02-30' }] }),
    'has an example',
  ],
  ['a field that may be left out', word({ schema: z.string().optional() }), 'refuses its own examples'],
  ['a deadline that a party settles', changed({ settlesDeadline: true }), 'settled by the calendar alone'],
  [
    'a rule that nothing satisfies',
    changed({ rules: [{ ...notInForce!, violated: () => ({ never: true }) }] }),
    'can be reached',
  ],
  [
    'a rule that trips over an unknown id',
    changed({
      rules: [
        {
          ...notTheImposer!,
          violated: (state, actor, id) => (state.tariff[id]!.imposer === actor ? null : { actor }),
        },
      ],
    }),
    'without throwing',
  ],
  [
    'a fact that JSON drops',
    changed({
      rules: [
        { ...notInForce!, violated: (s, _a, id) => (inForce(s, id) ? null : { given: undefined as never }) },
        notTheImposer!,
      ],
    }),
    'facts that survive JSON',
  ],
  [
    'a subject that is legal and never offered',
    changed({ subjects: (state, actor) => own(state, actor).slice(0, 1) }),
    'exactly where',
  ],
  [
    'legality that changes when asked again',
    changed({ rules: [notInForce!, { ...notTheImposer!, violated: () => ((calls += 1) % 2 ? null : {}) }] }),
    'by the state alone',
  ],
  [
    'a structure whose example it does not admit',
    word({ schema: z.array(z.string()), domain: structure('a list', () => false, []), value: [] }),
    'templates whose members are legal',
  ],
  [
    'a domain without words',
    word({ schema: z.array(z.string()), domain: structure('', Array.isArray, []), value: [] }),
    'can say each in words',
  ],
  [
    'a structure whose example is refused, so that nothing is nearest',
    word({
      schema: z.array(z.string()),
      domain: structure('a list', (value) => Array.isArray(value) && value.length > 0, []),
      value: ['x'],
    }),
    'among the nearest legal events',
  ],
  [
    'a schema narrower than the law',
    word({ schema: z.number().max(5), domain: numberFrom(0, 10), value: 1 }),
    'legal events that parse',
  ],
  [
    'a rate below nought',
    changed({
      effect: (draft, event) => void (draft.tariff[(event as unknown as { id: string }).id]!.ratePct = -1),
    }),
    'keeps every invariant',
  ],
  [
    'a truce that is gone while its deadline stays',
    word({ effect: (draft) => void (draft.truce.status = 'none') }),
    'cannot settle',
  ],
  [
    'an effect that asks whether it is drafted',
    word({
      effect: (draft) => {
        draft.market = { on: draft.today, equityPct: isDraft(draft) ? 1 : 0, yieldBp: 0 };
      },
    }),
    'in place and through the public transition',
  ],
  [
    'an effect that sorts the list of its event',
    word({
      schema: z.array(z.string()),
      domain: subsetOf(['b', 'a']),
      value: ['b', 'a'],
      effect: (_draft, value, event) => void Object.assign(event, { said: [...(value as string[]), 'c'] }),
    }),
    'the event as they were',
  ],
  [
    'an effect that stores the list of its event',
    word({
      schema: z.array(z.string()),
      domain: subsetOf(['soybeans', 'magnets']),
      value: [],
      effect: (draft, value) => void (draft.meetings['busan-2025']!.agenda = value as string[]),
    }),
    'shares nothing with the event',
  ],
  [
    'an effect that writes what is no number',
    word({ effect: (draft) => void (draft.gauges = { ...draft.gauges, shortage: NaN }) }),
    'is plain JSON',
  ],
  [
    'an effect that counts beside the state',
    word({
      effect: (draft) => {
        calls += 1;
        draft.market = { on: draft.today, equityPct: calls, yieldBp: 0 };
      },
    }),
    'replays from its log',
  ],
  [
    'a template that offers what the law refuses, so that plays break off',
    word({
      schema: z.enum(['x', 'y']),
      domain: oneOf('x', 'y'),
      value: 'x',
      effect: () => {
        throw new Error('not written yet');
      },
    }),
    'shrinks',
  ],
];

/** Whether immer holds the state: it answers to no own property of a plain object's. */
function isDraft(state: State): boolean {
  try {
    writableCopy(state);
    return false;
  } catch {
    return true;
  }
}
