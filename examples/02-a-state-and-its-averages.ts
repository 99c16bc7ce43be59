// A state is one day of a negotiation as plain frozen JSON. Here: what stands on 25 October 2025, and what it adds up to.
import { averageTariff, digest, start } from 'detente';
import { contributionPp, effectiveSeverity } from 'detente/state';

const state = start('kuala-lumpur-2025');
console.log(`${state.today}: the truce is ${state.truce.status} and expires on ${state.truce.expiresOn}`);
// => 2025-10-25: the truce is strained and expires on 2025-11-10

console.log(`average US duty on Chinese goods: ${averageTariff(state, 'usOnCn').toFixed(1)} %`);
// => average US duty on Chinese goods: 57.6 %
console.log(`average Chinese duty on US goods: ${averageTariff(state, 'cnOnUs').toFixed(1)} %`);
// => average Chinese duty on US goods: 32.6 %

// The average is a sum over layers: rate times the share of trade that the layer covers, while it is in force.
const layers = Object.values(state.tariff)
  .filter((layer) => layer.imposer === 'US' && contributionPp(layer) > 0)
  .sort((a, b) => contributionPp(b) - contributionPp(a));
for (const layer of layers.slice(0, 3))
  console.log(`  ${layer.id}: ${layer.ratePct} % adds ${contributionPp(layer).toFixed(1)} points`);
// =>   us/ieepa-fentanyl: 20 % adds 20.0 points

// A threat is no duty: the hundred per cent waits for its day and adds nothing.
const threat = state.tariff['us/ieepa-hundred']!;
console.log(`${threat.ratePct} % is ${threat.status} for ${threat.dueOn} and adds ${contributionPp(threat)}`);
// => 100 % is threatened for 2025-11-01 and adds 0

const april = state.control['cn/rare-earths-april']!;
console.log(
  `rare earths since April: severity ${april.severity}, after licences ${effectiveSeverity(april).toFixed(2)}`,
);

// The same state has the same digest on every machine.
console.log(digest(state) === digest(start('kuala-lumpur-2025')));
// => true
