// Ten lines: load a scenario, project it, print. Run it with `npx tsx examples/01-ten-lines.ts`.
import { loadScenario, project } from 'detente';

const scenario = loadScenario('kuala-lumpur-2025');
console.log(scenario.question);
// => What will the leaders' meeting in Busan on 30 October 2025 yield, and how long will it last?

const { outcomes } = project(scenario, { runs: 80, seed: 'example' });
const percent = (share: number) => `${Math.round(100 * share)} %`;
for (const { title, p, low, high } of outcomes ?? [])
  console.log(`${title}: ${percent(p)} (${percent(low)} to ${percent(high)})`);
