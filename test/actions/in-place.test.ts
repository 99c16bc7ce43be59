/** Effects of one's own action types on a state that is changed in place: what they write as plain assignments arrives. */
import { describe, expect, it } from 'vitest';
import { defineAction } from '../../src/actions/action-type';
import { inPlace } from '../../src/actions/in-place';
import { changesOf, each, isRolled, noteChanges } from '../../src/model/column';
import { copyState } from '../../src/model/copy-state';
import type { Draft, State } from '../../src/model/state';
import { kualaLumpur } from '../record';

type Effect = (draft: Draft) => void;

const on = '2025-10-25';

/** A type of one's own with an effect that is written without regard to where it runs. */
const typeWith = (effect: Effect) =>
  inPlace(
    defineAction({
      type: 'own.change',
      actors: ['US'],
      doc: 'Changes something.',
      cites: ['stylised'],
      fields: () => ({}),
      subject: null,
      subjects: () => [''],
      rules: [],
      domains: {},
      effect: (draft) => effect(draft as Draft),
      examples: [{ type: 'own.change', actor: 'US', on }],
    }),
  );

const plain = (state: State): State => JSON.parse(JSON.stringify(state)) as State;

/** The state that an effect leaves on plain JSON, and the one that it leaves in place. */
function leftBy(effect: Effect): { alone: State; there: Draft } {
  const event = { type: 'own.change', actor: 'US', on } as never;
  const alone = plain(kualaLumpur) as Draft;
  typeWith(effect).effect(alone, event);
  const there = copyState(kualaLumpur);
  expect(isRolled(there.tariff)).toBe(true);
  typeWith(effect).effect(there, event);
  return { alone, there };
}

const firstOf = <T>(column: Readonly<Record<string, T>>): T => Object.values(column)[0]!;

const EFFECTS: readonly (readonly [string, Effect])[] = [
  ['nothing', () => undefined],
  ['a field of an item', (draft) => void (firstOf(draft.tariff).ratePct = 77)],
  ['an item more', (draft) => void (draft.tariff['us/own'] = { ...firstOf(draft.tariff), id: 'us/own' })],
  [
    'two columns',
    (draft) => {
      firstOf(draft.listing).entities += 1;
      firstOf(draft.control).severity = 0.123;
    },
  ],
  ['a value that is no column', (draft) => void (draft.truce.status = 'terminated')],
  [
    'a deadline more',
    (draft) => void draft.deadlines.push({ kind: 'truce-expiry', on: '2026-05-01', subject: 'own' }),
  ],
  ['a deadline less', (draft) => void draft.deadlines.splice(0, 1)],
  [
    'a deadline on another day',
    (draft) => {
      const [first] = draft.deadlines;
      draft.deadlines[0] = { ...first!, on: '2026-06-01' };
    },
  ],
  ['the market', (draft) => void (draft.market = { on, equityPct: -3, yieldBp: 9 })],
];

/** Deadlines are a set: a list in place is kept by their days. */
const told = (state: State): State => {
  const { deadlines, ...others } = plain(state);
  return { ...others, deadlines: deadlines.map((one) => JSON.stringify(one)).sort() } as unknown as State;
};

describe('an effect of one’s own that changes', () => {
  it.each(EFFECTS)('%s leaves the same in place as on a plain state', (_, effect) => {
    const { alone, there } = leftBy(effect);
    expect(told(there)).toEqual(told(alone));
  });

  it('an item is told to those who follow its column, and what it did not touch is not', () => {
    const event = { type: 'own.change', actor: 'US', on } as never;
    const there = copyState(kualaLumpur);
    noteChanges(there.tariff);
    noteChanges(there.listing);
    const id = firstOf(there.tariff).id;
    typeWith((draft) => void (draft.tariff[id]!.ratePct = 77)).effect(there, event);
    const before = kualaLumpur.tariff[id]!;
    expect(changesOf(there.tariff)).toMatchObject([{ id, before: { ratePct: before.ratePct } }]);
    expect(changesOf(there.listing)).toEqual([]);
    expect(each(there.tariff).find((layer) => layer.id === id)!.ratePct).toBe(77);
  });

  it('a state that others hold leaves that one as it was', () => {
    const before = JSON.stringify(kualaLumpur);
    for (const [, effect] of EFFECTS) leftBy(effect);
    expect(JSON.stringify(kualaLumpur)).toBe(before);
  });
});
