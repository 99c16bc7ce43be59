// For testers: throw lawful plays at a claim about the rules, and read the shortest play that breaks it.
import * as fc from 'fast-check';
import {
  averageTariff,
  explain,
  isMember,
  legalActions,
  replay,
  start,
  transition,
  brokenInvariants,
} from 'detente';
import { legalEvent, perturbedEvent, legalPlay } from 'detente/testing';

const first = start('kuala-lumpur-2025');
const runs = { numRuns: 40, seed: 1 };

// Holds: whatever is played lawfully, no state breaks an invariant, and the log gives the state back.
fc.assert(
  fc.property(legalPlay(first, { maxMoves: 20 }), ({ events, states }) => {
    const again = replay(first, events);
    return (
      again.ok &&
      again.state.today === states.at(-1)?.today &&
      states.every((state) => brokenInvariants(state).length === 0)
    );
  }),
  runs,
);
console.log('lawful plays keep the invariants');
// => lawful plays keep the invariants

// Holds: an event is legal exactly when transition takes it, explain finds nothing and a template contains it.
fc.assert(
  fc.property(fc.oneof(legalEvent(first), perturbedEvent(first)), (event) => {
    const legal = transition(first, event).ok;
    const inTemplate = [...legalActions(first, { type: event.type })].some((template) =>
      isMember(template, event),
    );
    return legal === explain(first, event).legal && legal === inTemplate;
  }),
  runs,
);
console.log('transition, explain and legalActions agree');
// => transition, explain and legalActions agree

// Does not hold, and fast-check shrinks it: "the American average never moves".
const before = averageTariff(first, 'usOnCn');
const answer = fc.check(
  fc.property(legalPlay(first, { maxMoves: 20 }), ({ states }) =>
    states.every((state) => averageTariff(state, 'usOnCn') === before),
  ),
  { numRuns: 200, seed: 1 },
);
console.log(answer.failed ? 'the average can move; the shortest play found:' : 'no counterexample');
// => the average can move; the shortest play found:
for (const event of answer.counterexample?.[0].events ?? [])
  console.log(`  ${event.on} ${event.actor} ${event.type}`);
