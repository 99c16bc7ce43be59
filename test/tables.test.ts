/** Properties over the whole table of action types: what holds of every kind of move, whoever adds it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTypes } from '../src/actions/index';
import { facts } from '../src/facts/packaged';
import { legalActions } from '../src/engine/legal-actions';
import type { State } from '../src/model/state';
import { actionTypeProperties, legalPlay } from '../src/entries/testing';
import { kualaLumpur, morningOf, withLongestLife } from './record';
import { atLength } from './extent';

/** Every statute with a longest life, so that every kind of measure can reach its end. */
const limited = withLongestLife(
  kualaLumpur,
  ['ecra', 's301', 'cn-maritime-regulations', 'cn-export-control-law', 'cn-tariff-law'],
  40,
);
const STARTS: readonly State[] = [kualaLumpur, limited, morningOf('2025-05-14'), morningOf('2025-11-10')];
const some: readonly State[] = STARTS.flatMap((start, index) =>
  fc
    .sample(legalPlay(start, { minMoves: 60, maxMoves: 60 }), { numRuns: atLength(8, 3), seed: 41 + index })
    .flatMap((play) => play.states.filter((_, at) => at % 20 === 0)),
);

describe('the table of action types', () => {
  const properties = actionTypeProperties(actionTypes, {
    facts,
    starts: STARTS,
    plays: atLength(20, 8),
    moves: 150,
    seed: 41,
  });
  for (const { name, check } of properties) it(name, check);
});

describe('every template', () => {
  it('is found by its actor and its type alone', () => {
    for (const state of some.slice(0, 20)) {
      const all = [...legalActions(state)];
      const split = actionTypes.flatMap(({ type }) => [...legalActions(state, { type })]);
      expect(split.map(({ type, actor }) => `${type} ${actor}`)).toEqual(
        all.map(({ type, actor }) => `${type} ${actor}`),
      );
      const byUs = [...legalActions(state, { actor: 'US' })];
      expect(byUs).toHaveLength(all.filter((template) => template.actor === 'US').length);
    }
  });
});

describe('every day', () => {
  it('has a legal move, and what is due leaves the calendar alone at work', () => {
    for (const state of some) {
      const templates = [...legalActions(state)];
      expect(templates.length, state.today).toBeGreaterThan(0);
      if (state.deadlines.some((deadline) => deadline.on <= state.today && deadline.kind !== 'threat')) {
        expect(new Set(templates.map((template) => template.actor))).toEqual(new Set(['calendar']));
      }
    }
  });
});
