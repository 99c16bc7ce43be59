// For testers: a property that passes without having tested anything, the contract that tells, and how to mend it.
import * as fc from 'fast-check';
import { start, brokenInvariants } from 'detente';
import {
  assertCovered,
  coverageAccount,
  coverageCollector,
  coverageContract,
  explore,
  legalPlay,
  type PlayedEvents,
} from 'detente/testing';

const first = start('kuala-lumpur-2025');

// What a test of the truce has to have seen before its silence means anything. No move leads back to no truce at all.
const contract = coverageContract({
  truceStatuses: 1,
  authoritiesStruck: 1,
  exempt: [
    {
      goals: ['truce status entered none', 'truce status left none'],
      reason: 'A truce stands on the first day.',
    },
    {
      goals: Object.values(first.authorities)
        .filter(({ exposedToCourts }) => !exposedToCourts)
        .map(({ id }) => `authority struck ${id}`),
      reason: 'The record has no court that is asked about these.',
    },
  ],
});

/** Holds a property over plays, and counts what they show. */
function tested(plays: fc.Arbitrary<PlayedEvents>) {
  const collector = coverageCollector(contract, first);
  const property = fc.property(plays, (play) => {
    collector.observe(play);
    return play.states.every((state) => brokenInvariants(state).length === 0);
  });
  fc.assert(property, { numRuns: 200, seed: 1 });
  return collector;
}

// Two hundred random plays keep the invariants, but most of the life of a truce was in none of them.
const random = tested(legalPlay(first, { maxMoves: 10 }));
console.log(contract.check(random).met ? 'met' : 'the property passes, the contract does not');
// => the property passes, the contract does not

// An exploration draws the map of what can be reached. With it, the account says what was missed and the shortest way.
const known = explore(first, contract, { moves: 5000 });
console.log(coverageAccount(random, known));

// Mended: the same property on plays that are steered to everything on the map.
const steered = tested(legalPlay(known, { maxMoves: 6 }));
assertCovered(steered, known);
console.log('the contract is met');
// => the contract is met

// An exemption that is not true any more fails too.
const stale = coverageContract({
  authoritiesStruck: 1,
  exempt: [
    { goals: Object.keys(first.authorities).map((id) => `authority struck ${id}`), reason: 'No court acts.' },
  ],
});
console.log(
  coverageAccount(explore(first, stale, { moves: 3000, check: () => undefined }))
    .split('\n')
    .at(-1),
);
