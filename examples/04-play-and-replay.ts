// A negotiation played by hand, event by event, and replayed from its log to the same bytes.
import {
  advanceTo,
  averageTariff,
  digest,
  loadScenario,
  replay,
  start,
  transition,
  type Event,
} from 'detente';
import { classify } from 'detente/state';

const scenario = loadScenario('kuala-lumpur-2025');
const first = start(scenario);
const log: Event[] = [];
let state = first;
/** Every state on the way: the outcome classes ask about evenings, and about what has changed since the first day. */
const states = [first];

/** Lets the calendar act up to a day; what falls due on the way happens as ordinary events. */
function passTo(day: string): void {
  const advance = advanceTo(state, day);
  log.push(...advance.events);
  state = advance.state;
  states.push(state);
}

function play(event: Event): void {
  const next = transition(state, event);
  if (!next.ok) throw new Error(next.refusals.map((refusal) => refusal.rule).join(' '));
  log.push(event);
  state = next.state;
  states.push(state);
}

passTo('2025-10-26');
play({
  type: 'talks.conclude',
  actor: 'both',
  on: '2025-10-26',
  id: 'kuala-lumpur-2025',
  readout: 'framework',
});
passTo('2025-10-30');
play({ type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: '2025-10-30' });
play({
  type: 'agreement.reach',
  actor: 'both',
  on: '2025-10-30',
  id: 'a-deal-of-one-item',
  scope: 'agenda',
  terms: [{ issue: 'fentanyl-tariff', giver: 'US', degree: 0.5, tariffReliefPp: 10, controlRelief: 0 }],
  pledges: [
    {
      id: 'a-deal-of-one-item/1',
      issue: 'fentanyl-tariff',
      act: { type: 'tariff.cut', actor: 'US', id: 'us/ieepa-fentanyl', ratePct: 10 },
      dueOn: '2025-11-09',
    },
    {
      id: 'a-deal-of-one-item/2',
      issue: 'fentanyl-tariff',
      act: { type: 'tariff.withdraw', actor: 'US', id: 'us/ieepa-hundred', traded: true },
      dueOn: '2025-10-31',
    },
  ],
  weightedMean: 0.05,
});
play({ type: 'tariff.withdraw', actor: 'US', on: '2025-10-30', id: 'us/ieepa-hundred', traded: true });
passTo('2025-11-08');
play({ type: 'tariff.cut', actor: 'US', on: '2025-11-08', id: 'us/ieepa-fentanyl', ratePct: 10 });
console.log(
  Object.values(state.pledges)
    .map((pledge) => pledge.status)
    .join(),
);
// => performed,performed

// Nobody prolonged the truce: on 10 November it lapses and the suspended 24 points come back, by themselves.
passTo('2025-11-10');
console.log(state.truce.status, state.tariff['us/ieepa-reciprocal-heightened']?.status);
// => lapsed in-force
console.log(
  `${averageTariff(first, 'usOnCn').toFixed(1)} % before, ${averageTariff(state, 'usOnCn').toFixed(1)} % after`,
);

// A deal was reached and kept, and yet duties are higher than on the first day: the classes are about the world.
console.log(
  classify(scenario, states)
    .map((index) => scenario.outcomes[index]?.title)
    .join(),
);
// => Escalation

const again = replay(first, log);
console.log(again.ok && digest(again.state) === digest(state));
// => true
