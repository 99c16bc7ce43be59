/** States that the library made: what it made is sound, so that only a state of somebody else's is looked at. */
import type { State } from './state';

const known = /* @__PURE__ */ new WeakSet<object>();

/** Remembers a state as one that the library made or has looked at. Returns it. */
export function know<S extends State>(state: S): S {
  known.add(state);
  return state;
}

/** Whether the library made a state or has looked at it. */
export function isKnown(state: object): boolean {
  return known.has(state);
}
