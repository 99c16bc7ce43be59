/** States are read only by their type, all the way down; the compiler is the test of the first sentence. */
import { expect, it } from 'vitest';
import { start, transition, type Draft, type State } from '../../src/entries/index';

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

const frozenByType: Same<State, Frozen<State>> = true;
const draftIsAnother: Same<Draft, State> = false;

/** The paths of what can be changed in a value. */
function loose(value: unknown, path = 'state'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, item]) => loose(item, `${path}.${key}`));
  return Object.isFrozen(value) ? inner : [path, ...inner];
}

it('a state can be written by nobody, whether the compiler or the engine is asked', () => {
  expect([frozenByType, draftIsAnother]).toEqual([true, false]);
  const first = start('kuala-lumpur-2025');
  expect(loose(first)).toEqual([]);
  const next = transition(first, {
    type: 'meeting.doubt',
    actor: 'US',
    on: first.today,
    meeting: 'busan-2025',
  });
  expect(next.ok && loose(next.state)).toEqual([]);
});
