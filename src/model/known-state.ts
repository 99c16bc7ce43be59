/** States that the library made: what it made is sound, so that only a state of somebody else's is looked at. */
import type { State } from './state';

const known = /* @__PURE__ */ new WeakSet<object>();
const frozen = /* @__PURE__ */ new WeakSet<object>();

/** Remembers a state as one that the library made or has looked at. Returns it. */
export function know<S extends State>(state: S): S {
  known.add(state);
  return state;
}

/** As {@link know}, of a state that is frozen with all that it holds: somebody else's may be so in part. */
export function knowFrozen<S extends State>(state: S): S {
  frozen.add(state);
  return state;
}

/** Whether the library froze a state with all that it holds. */
export function isKnownFrozen(state: object): boolean {
  return frozen.has(state);
}

/** Whether the library made a state or has looked at it. */
export function isKnown(state: object): boolean {
  return frozen.has(state) || known.has(state);
}
