/** A state that borrows its nouns goes through any play as one that owns them, and leaves the lender as it was. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTable } from '../../src/actions/index';
import { stepInPlace } from '../../src/engine/apply';
import { digest, start, transition } from '../../src/entries/index';
import { changesOf, each, indexOf, noteChanges, type ColumnIndex } from '../../src/model/column';
import { borrowState, copyState } from '../../src/model/copy-state';
import type { State } from '../../src/model/state';
import { legalPlay } from '../../src/testing/plays/legal-plays';
import { writableCopy } from '../record';
import { atLength } from '../extent';
import { itLong } from '../long';

const FROM = ['kuala-lumpur-2025', 'past-geneva-2025', 'past-phase-one-2019'];
const plays = (from: string) => legalPlay(from, { minMoves: 30, maxMoves: 60 });

const columnsOf = (state: State) =>
  Object.values(state).filter(
    (column): column is Readonly<Record<string, { readonly id?: string }>> =>
      typeof column === 'object' && column !== null && !Array.isArray(column),
  );

/** The ids that an index was shown. */
class Shown implements ColumnIndex<{ readonly id?: string }> {
  readonly ids: (string | undefined)[] = [];

  add({ id }: { readonly id?: string }): void {
    this.ids.push(id);
  }
}

const texts = (column: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(column).map(([id, item]) => [id, JSON.stringify(item)]));

describe('a borrowed state', () => {
  it('comes through any play to the same state as one of its own, and changes nothing of a lender that is not frozen', () => {
    for (const from of FROM) {
      const lender = copyState(start(from));
      const before = JSON.stringify(lender);
      fc.assert(
        fc.property(plays(from), ({ events }) => {
          const [borrowed, own] = [borrowState(lender), copyState(lender)];
          for (const event of events) expect(stepInPlace(borrowed, event)).toBe(stepInPlace(own, event));
          expect(digest(borrowed)).toBe(digest(own));
          expect(JSON.stringify(lender)).toBe(before);
        }),
        { numRuns: atLength(25, 8), seed: 21 },
      );
    }
  });

  it('writes into nothing that is frozen: every effect asks for an item of its own', () => {
    for (const from of FROM) {
      // A first day comes frozen, so that a write into it would throw.
      const frozen = start(from);
      fc.assert(
        fc.property(plays(from), ({ events }) => {
          const state = borrowState(frozen);
          for (const event of events) expect(stepInPlace(state, event)).toBe(true);
        }),
        { numRuns: atLength(25, 8), seed: 22 },
      );
    }
  });

  it('lists its columns as they stand, however many items were made its own, and shows an index each item once', () => {
    fc.assert(
      fc.property(plays(FROM[0]!), ({ events }) => {
        const state = borrowState(start(FROM[0]!));
        for (const event of events) {
          stepInPlace(state, event);
          for (const column of columnsOf(state)) {
            expect(each(column)).toEqual(Object.values(column));
            const shown = indexOf(column, Shown)?.ids ?? Object.keys(column);
            expect(shown).toEqual(Object.keys(column));
          }
        }
      }),
      { numRuns: atLength(25, 8), seed: 23 },
    );
  });

  itLong(
    'books the same acts as coercive as a plain one in place and the public transition, which find what rose in other ways',
    () => {
      let coercive = 0;
      for (const from of FROM) {
        fc.assert(
          fc.property(plays(from), ({ events }) => {
            let state = start(from);
            const [borrowed, plain] = [borrowState(state), writableCopy(state)];
            for (const event of events) {
              stepInPlace(borrowed, event);
              stepInPlace(plain, event);
              const next = transition(state, event);
              if (next.ok) state = next.state;
            }
            expect(borrowed.coercion).toEqual(state.coercion);
            expect(plain.coercion).toEqual(state.coercion);
            coercive += state.coercion.length - start(from).coercion.length;
          }),
          { numRuns: atLength(15, 6), seed: 24 },
        );
      }
      expect(coercive).toBeGreaterThan(atLength(100, 25));
    },
  );

  it('tells every change of a column since it was asked to note them, with the item as it was', () => {
    fc.assert(
      fc.property(plays(FROM[0]!), ({ events }) => {
        const state = borrowState(start(FROM[0]!));
        for (const event of events) {
          const columns = columnsOf(state).filter(noteChanges);
          const before = columns.map(texts);
          actionTable.guards.get(event.type)!.effect(state, event);
          columns.forEach((column, at) => {
            const told = changesOf(column);
            const after = texts(column);
            const changed = Object.keys(after).filter((id) => after[id] !== before[at]![id]);
            expect(told.map(({ id }) => id)).toEqual(expect.arrayContaining(changed));
            for (const { id, before: was } of told)
              expect(was === null ? undefined : JSON.stringify(was)).toBe(before[at]![id]);
            const order = Object.keys(column);
            expect(told.map(({ id }) => id)).toEqual(order.filter((id) => told.some((one) => one.id === id)));
            // Nobody asks any more.
            expect(changesOf(column)).toEqual([]);
          });
        }
      }),
      { numRuns: atLength(25, 8), seed: 25 },
    );
  });
});
