// Facts come with the package but arrive as an argument: change one, and everything that rests on it follows.
import { averageTariff, project, start } from 'detente';
import { facts, type Facts } from 'detente/data';

// Suppose the fentanyl duty had stayed at the 10 per cent of February 2025: no act raised it, and none had to cut it.
const acts = facts.acts.filter(
  ({ event }) =>
    event.id !== 'us/ieepa-fentanyl' || (event.type !== 'tariff.raise' && event.type !== 'tariff.cut'),
);
const milder: Facts = { ...facts, acts };

const average = (which: Facts) => averageTariff(start('kuala-lumpur-2025', which), 'usOnCn').toFixed(1);
console.log(`${average(facts)} % as recorded, ${average(milder)} % with the milder duty`);
// => 57.6 % as recorded, 47.6 % with the milder duty

// A projection on other facts: there is less to give away on fentanyl, and less pain that asks for relief.
for (const [name, which] of [
  ['as recorded', facts],
  ['milder', milder],
] as const) {
  const { averageTariffPct } = project('kuala-lumpur-2025', { runs: 20, facts: which });
  console.log(
    `${name}: median average two weeks after the meeting ${averageTariffPct.usOnCn.end.p50.toFixed(1)} %`,
  );
}
