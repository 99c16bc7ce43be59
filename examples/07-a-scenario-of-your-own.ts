// A scenario of one's own as an object: a difference from another, parsed against the facts.
import { parseScenario, project, runEpisode } from 'detente';

const mine = parseScenario({
  id: 'farmers-are-heard',
  extends: 'kuala-lumpur-2025',
  title: 'Farmers are heard',
  question: 'What if Washington cares twice as much about soybeans?',
  events: {
    'the-leaders-speak': {
      on: '2025-10-28',
      actor: 'both',
      type: 'talks.leaders-call',
      id: 'a-call',
      agenda: ['soybeans', 'fentanyl-tariff'],
    },
  },
  issues: { soybeans: { benefit: 0.4 } },
  parameters: { 'bargaining.weightUs': { low: 0.3, central: 0.4, high: 0.5 } },
  assumptions: ['Twice the prior weight of soybeans stands for the farm states.'],
});
if (!mine.ok) throw new Error(mine.issues.map(({ path, message }) => `${path}: ${message}`).join('\n'));

const { issues } = project(mine.scenario, { runs: 40 });
console.log(
  (issues ?? [])
    .filter((issue) => issue.id === 'soybeans')
    .map(({ label, mean }) => `${label}: granted to ${mean.toFixed(2)} on average`)
    .join(),
);

const { events } = runEpisode(mine.scenario, { episode: 1 });
console.log(events.find((event) => event.type === 'talks.leaders-call')?.on);
// => 2025-10-28

// Mistakes are data, by path, and what was meant is guessed at for you but never for the machine.
const wrong = parseScenario({ id: 'wrong', extends: 'kuala-lumpur-2025', horizen: '2026-01-01' });
if (!wrong.ok) for (const { path, message } of wrong.issues) console.log(`${path}: ${message}`);
// => horizen: unknown key "horizen"; did you mean "horizon"?
const unknown = parseScenario({
  id: 'wrong',
  extends: 'kuala-lumpur-2025',
  agenda: ['soybean'],
  parameters: { 'bargaining.weigthUs': 0.5 },
});
if (!unknown.ok) for (const { path, message } of unknown.issues) console.log(`${path}: ${message}`);
// => agenda.0: no such issue: "soybean"; did you mean "soybeans"?
// => parameters.bargaining.weigthUs: no such parameter: "bargaining.weigthUs"; did you mean "bargaining.weightUs"?
