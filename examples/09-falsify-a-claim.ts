// For testers: state a claim about sequences of moves, and be told the shortest story that breaks it.
import {
  allOf,
  averageAbove,
  concessionOn,
  eachStep,
  falsify,
  isThreat,
  never,
  noPlay,
  not,
  raisesAverage,
  replayToken,
  truceHolds,
} from 'detente/testing';

const scenario = 'kuala-lumpur-2025';

// False: one move is enough, and it concedes nothing on rare earths.
const claim = noPlay('without a concession on rare earths no six moves keep the truce to the new year', {
  keeps: truceHolds,
  until: '2026-01-01',
  without: concessionOn('rare-earths'),
});
const finding = falsify(claim, { scenario, maxMoves: 6 });
if (finding.falsified) {
  console.log(finding.story);
  console.log(`${finding.moves} move among ${finding.events.length} events; as a test:`);
  console.log(finding.test);
  console.log(`the token breaks it again: ${String(replayToken(finding.token, { claim }).broken)}`);
}
// => 25 Oct 2025  Both sides prolong the “Geneva truce” without an end date.
// => 1 move among 24 events; as a test:
// => the token breaks it again: true

// A move and what falls due by itself, together.
const average = never('the Chinese average never exceeds 60 %', averageAbove('cnOnUs', 60));
const second = falsify(average, { scenario });
console.log(second.falsified ? second.story : second.note);
// => 25 Oct 2025  Beijing raises the “Answer to the reciprocal duty, the 10 points
// =>              kept” from 10% to 13.4%. Beijing’s average duty goes from 32.6% to
// =>              36.0%.
// => 10 Nov 2025  The “Answer to the reciprocal duty, the 24 points” snaps back at
// =>              the end of the suspension. Beijing’s average duty goes from 36.0%
// =>              to 60.0%.

// Stands, as far as was tried: a threat is only a date and a rate.
const threats = eachStep(
  'no threat raises the tariff average by itself',
  not(allOf(isThreat, raisesAverage())),
);
const third = falsify(threats, { scenario, maxMoves: 3, effort: 2000, numRuns: 50 });
console.log(third.falsified ? third.story : third.note);
// => No lawful sequence of at most 3 moves to 2026-11-10 was found that breaks it, in 1369 steps of a guided search and 50 random sequences. That is no proof.
