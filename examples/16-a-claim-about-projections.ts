// For testers: nobody knows the right probability of a meeting, but which way a change must not move it can be said.
import * as fc from 'fast-check';
import {
  adding,
  falsify,
  leavingOut,
  projectionClaim,
  projectionProperty,
  replayToken,
} from 'detente/testing';

const scenario = 'kuala-lumpur-2025';

// False, but only of a play in which a court does something that counts: the search has to find one.
const claim = projectionClaim('without its courts a play never has higher American duties', {
  change: leavingOut(({ actor }) => actor === 'court'),
  never: 'raises',
  quantity: 'mean:US',
});
const finding = falsify(claim, {
  scenario,
  types: ['court.strike-down', 'market.move', 'statement.make'],
  maxMoves: 4,
});
if (finding.falsified) {
  console.log(finding.story);
  console.log(`${finding.moves} act among ${finding.play.log.length} events; as a test:`);
  console.log(finding.test);
  const again = finding.token === null ? null : replayToken(finding.token, { claim });
  console.log(`the token breaks it again: ${String(again?.broken)}`);
}
// => As it is:
// => With the change:
// => 25 Oct 2025  Nothing is done.
// => the token breaks it again: true

// Stands, as far as was tried: a property like any other, on common draws, with a chance of error of one in a hundred for
// all plays together.
const firms = projectionClaim('a thousand firms more on a list never make the meeting likelier', {
  change: adding({
    type: 'listing.impose',
    actor: 'US',
    id: 'us/a-thousand-firms',
    label: 'A thousand firms',
    authority: 'ecra',
    basis: null,
    list: 'entity-list',
    entities: 1000,
    from: '2025-10-29',
  }),
  never: 'raises',
  quantity: 'held',
});
fc.assert(projectionProperty(firms, { scenario, maxMoves: 2, runs: 100 }), { numRuns: 3, seed: 1 });
console.log('the other claim stands');
// => the other claim stands
