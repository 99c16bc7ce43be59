/** The base scenario with the classes by which past meetings are coded: exclusive without an order, and told by the record alone. */
import { facts } from '../../src/facts/packaged';
import { loadScenario } from '../../src/scenario/library';
import type { Scenario } from '../../src/scenario/schema';

const { precedence: _precedence, ...base } = loadScenario('kuala-lumpur-2025');

export const codedScenario: Scenario = {
  ...base,
  outcomes: base.outcomes.map((outcome) => {
    const coded = facts.codedClasses.find(({ id }) => id === outcome.coded);
    return coded === undefined ? outcome : { ...outcome, when: coded.when };
  }),
};
