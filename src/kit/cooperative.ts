/**
 * Work that pauses now and then, so that whoever does it can look up from it in the middle: hear a signal, draw a frame,
 * give up. Its result does not depend on how long the pauses are or on whether anyone looks up.
 */

/** Work under way: it yields at each pause and returns its result. Pure but for its own progress. */
export type Cooperative<T> = Generator<void, T, void>;

/** Does work to its end without looking up. */
export function finish<T>(work: Cooperative<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
