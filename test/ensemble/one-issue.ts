/** A scenario that runs in a fifth of the time: one issue, and an end on the day after the meeting. */
import { loadScenario } from '../../src/scenario/library';
import type { Scenario } from '../../src/scenario/schema';

/** The base scenario with the extension alone on the table. */
export function oneIssue(change: Partial<Scenario> = {}): Scenario {
  return { ...loadScenario('kuala-lumpur-2025'), horizon: '2025-10-31', agenda: ['extension'], ...change };
}
