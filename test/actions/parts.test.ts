/** How structured values are put together: whatever is put together piece by piece, each piece as it is open, the law takes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTypes, actionTable } from '../../src/actions/index';
import { contains, isEmpty, memberAt, oneOf, type Domain, type Parts } from '../../src/actions/domain';
import { legalActions } from '../../src/engine/legal-actions';
import { existing } from '../../src/kit/lists';
import type { State } from '../../src/model/state';
import { averageTariffPct } from '../../src/model/tariff';
import { atLength } from '../extent';
import { after, kualaLumpur, later } from '../record';

/** Thrown where a piece has no value today. */
class NothingOpen extends Error {}

/** Most items of a list that were put together. */
let longest = 0;

/** A value of parts, at positions in [0, 1); a list has one item at least, and up to two more as far as more are open. */
function putTogether(parts: Parts, position: () => number): unknown {
  switch (parts.kind) {
    case 'value':
      return pieceOf(parts.of, position);
    case 'list': {
      const items: unknown[] = [];
      const least = Math.max(1, parts.least);
      const most = Math.min(parts.most, least + Math.floor(3 * position()));
      while (items.length < most)
        try {
          items.push(putTogether(parts.of(items), position));
        } catch (error) {
          if (!(error instanceof NothingOpen) || items.length < least) throw error;
          break;
        }
      longest = Math.max(longest, items.length);
      return items;
    }
    case 'either':
      return putTogether(existing(parts.ways[Math.floor(position() * parts.ways.length)]).of, position);
    case 'fields': {
      const known: Record<string, unknown> = {};
      for (let at = 0; ; at += 1) {
        const asked = parts.by(known)[at];
        if (asked === undefined) return known;
        const value = putTogether(asked.of, position);
        if (value !== undefined) known[asked.name] = value;
      }
    }
  }
}

let texts = 0;

function pieceOf(domain: Domain, position: () => number): unknown {
  if (isEmpty(domain)) throw new NothingOpen();
  if (domain.kind === 'structure') return putTogether(existing(domain.parts)(), position);
  // Each text is another one, as people would write.
  if (domain.kind === 'text') return `text ${(texts += 1)}`;
  return memberAt(domain, position());
}

/** The morning of the meeting, once it is being held. */
const held: State = after(later(kualaLumpur, '2025-10-30'), {
  type: 'meeting.hold',
  actor: 'both',
  meeting: 'busan-2025',
});

/** The structures that are open: each with a state in which it is. */
const structures = (state: State) =>
  [...legalActions(state)].flatMap(({ type, fields }) =>
    Object.entries(fields).flatMap(([name, domain]) => {
      const of = domain.kind === 'optional' ? domain.of : domain;
      return of.kind === 'structure' ? [{ type, name, domain: of }] : [];
    }),
  );
const open = structures(held);

describe('what is put together piece by piece', () => {
  it('is tried of every structure that the action types have', () => {
    const all = actionTypes.flatMap(({ type, fieldRules, actors }) =>
      fieldRules
        .filter(([, { domain }]) => {
          const found = domain(held, existing(actors[0]), '', actionTable);
          return (found.kind === 'optional' ? found.of : found).kind === 'structure';
        })
        .map(([name]) => `${type}.${name}`),
    );
    const tried = new Set(open.map(({ type, name }) => `${type}.${name}`));
    expect(all.filter((one) => !tried.has(one))).toEqual([]);
    expect(tried.size).toBeGreaterThan(3);
  });

  it.each([...new Map(open.map((one) => [`${one.type}.${one.name}`, one]))])(
    'is lawful as %s',
    (_, { domain }) => {
      const positions = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }));
      let made = 0;
      longest = 0;
      fc.assert(
        fc.property(positions, (stream) => {
          let value: unknown;
          try {
            value = pieceOf(domain, () => existing(stream.next().value));
          } catch (error) {
            if (error instanceof NothingOpen) return;
            throw error;
          }
          made += 1;
          expect([value, domain.fault?.(value) ?? null]).toEqual([value, null]);
          expect(contains(domain, value)).toBe(true);
        }),
        { numRuns: atLength(600, 80) },
      );
      expect(made).toBeGreaterThan(0);
      const whole = domain.parts?.();
      if (whole?.kind === 'list' && whole.most > 1) expect(longest).toBeGreaterThan(1);
    },
  );
});

describe('the terms of an agreement', () => {
  const terms = existing(
    open.find(({ type, name }) => type === 'agreement.reach' && name === 'terms'),
  ).domain;
  const parts = existing(terms.parts)();
  if (parts.kind !== 'list') throw new Error('terms are a list');
  const agenda = existing(held.meetings['busan-2025']).agenda;
  const ofWashington = agenda.filter((id) => held.issues[id]?.giver === 'US');
  /** What is open to a field of a term about an issue, behind some terms. */
  const field = (before: readonly object[], issue: string, name: string): Domain => {
    const next = parts.of(before);
    if (next.kind !== 'fields') throw new Error('a term is fields');
    const asked = existing(next.by({ issue }).find((one) => one.name === name)).of;
    if (asked.kind !== 'value') throw new Error('each of them is a value');
    return asked.of;
  };

  it('are at most one for each issue of the agenda', () => {
    expect(parts).toMatchObject({ item: 'term', least: 0, most: agenda.length });
    const [first = '', second = ''] = ofWashington;
    expect(field([], second, 'issue')).toMatchObject({ values: agenda });
    expect(field([{ issue: first }], second, 'issue')).toMatchObject({
      values: agenda.filter((id) => id !== first),
    });
  });

  it('are none, whatever is asked, on a day on which no meeting is held', () => {
    const reach = existing(actionTypes.find(({ type }) => type === 'agreement.reach'));
    const [, { domain }] = existing(reach.fieldRules.find(([name]) => name === 'terms'));
    const today = domain(kualaLumpur, 'both', '', actionTable);
    if (today.kind !== 'structure') throw new Error('terms are put together');
    const none = existing(today.parts)();
    if (none.kind !== 'list') throw new Error('terms are a list');
    expect(none.most).toBe(0);
    const next = none.of([]);
    if (next.kind !== 'fields') throw new Error('a term is fields');
    for (const known of [{}, { issue: 'soybeans' }]) {
      const [issue] = next.by(known);
      expect(issue).toMatchObject({ name: 'issue', of: { kind: 'value', of: oneOf() } });
    }
  });

  it('cut together no more of an average than there is, and those of one side are none of the other’s', () => {
    const [first = '', second = ''] = ofWashington;
    const average = averageTariffPct(held, 'usOnCn');
    const left = (before: readonly object[]) => field(before, second, 'tariffReliefPp');
    expect(left([])).toMatchObject({ min: 0, max: average });
    expect(left([{ issue: first, giver: 'CN', tariffReliefPp: 20 }])).toMatchObject({ max: average });
    expect(left([{ issue: first, giver: 'US', tariffReliefPp: 20 }])).toMatchObject({
      max: expect.closeTo(average - 20, 9) as number,
    });
    expect(left([{ issue: first, giver: 'US', tariffReliefPp: average + 1 }])).toMatchObject({ max: 0 });
  });
});
