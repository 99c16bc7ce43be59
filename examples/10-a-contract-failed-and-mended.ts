// For testers: a property holds, but what did its plays see? A contract says what they must have seen, and fails.
import * as fc from 'fast-check';
import { brokenInvariants, start } from 'detente';
import {
  assertCovered,
  CoverageError,
  coverageCollector,
  coverageContract,
  explore,
  playFrom,
  steeredPlay,
  type Play,
} from 'detente/testing';

const first = start('kuala-lumpur-2025');

// The truce ends in both ways, a court rules against IEEPA, and every other authority is exempt with its reason.
const others = Object.keys(first.authorities).filter((id) => id !== 'ieepa');
const contract = coverageContract({
  truceStatuses: 1,
  authoritiesStruck: 1,
  exempt: [
    {
      goals: others.map((id) => `authority struck ${id}`),
      reason: 'Courts hear challenges of IEEPA alone.',
    },
    {
      goals: ['truce status entered none', 'truce status left none'],
      reason: 'A truce stands on the first day.',
    },
  ],
});

// The map: what can be reached, and how.
const known = explore(first, contract);
console.log(`explored: the contract ${known.report.met ? 'can' : 'cannot'} be met`);
// => explored: the contract can be met

const runs = { numRuns: 40, seed: 1 };
function keepsTheInvariants(plays: fc.Arbitrary<Play>) {
  const collector = coverageCollector(contract, first);
  fc.assert(
    fc.property(plays, (play) => {
      collector.observe(play);
      return play.states.every((state) => brokenInvariants(state).length === 0);
    }),
    runs,
  );
  return collector;
}

// Random plays: the property holds, the contract fails and says the way to what was missed.
try {
  assertCovered(keepsTheInvariants(playFrom(first, { maxMoves: 6 })), known);
} catch (error) {
  if (!(error instanceof CoverageError)) throw error;
  console.log(`random plays: ${error.report.missed.length > 0 ? 'missed' : 'met'}`);
  console.log(error.message);
}
// => random plays: missed
// => - truce status entered talks: seen 0 times, wanted once
// =>   shortest known way, 2 events:
// =>                  Both sides agree to talk about a truce.

// Mended: the same property on plays steered by the map.
assertCovered(keepsTheInvariants(steeredPlay(known, { maxMoves: 6 })), known);
console.log('steered plays: the contract is met');
// => steered plays: the contract is met
