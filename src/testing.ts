/**
 * The door for property-based tests: fast-check arbitraries of lawful and unlawful events and of whole plays.
 *
 * All of them are built from small numbers that choose among what the law allows, so that a failing property shrinks
 * to the shortest play of the plainest moves: fewer moves, time passing instead of acts, first choices, first values
 * of each range. Needs `fast-check` 4, an optional peer of this package.
 */
export { assertInvariants, brokenInvariants, invariants, type Invariant } from './engine/invariants';
export { legalEvent, perturbedEvent, playFrom, type Play, type PlayOptions } from './testing/plays';
