/** The page of scenarios is made of the scenarios. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formattedScenarioPage, SCENARIO_PAGE } from '../../tools/scenario-page';

it(
  'docs/scenarios.md tells of each scenario what its runs say: else run "npm run scenario-page"',
  { timeout: 600_000 },
  async () => {
    expect(readFileSync(SCENARIO_PAGE, 'utf8')).toBe(await formattedScenarioPage());
  },
);
