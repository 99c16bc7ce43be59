/** Pages for tests: a small projection, a small comparison, and a scenario whose texts try to become markup. */
import { loadScenario, type Scenario } from '../../../src/entries/index';

/** Runs of the ensembles behind the pages of tests. */
export const FEW_RUNS = 40;

/** The base scenario. */
export const scenario: Scenario = loadScenario('kuala-lumpur-2025');

/** A variant of it. */
export const variant: Scenario = loadScenario('hundred-per-cent-executed');

/** Texts that would be markup, end an attribute, leave the page or turn the reading direction if they were let. */
export const HOSTILE = {
  script: '<script>globalThis.stolen = 1</script>',
  quotes: `"><img src=x onerror=stolen=1> ' onmouseover='stolen=1`,
  close: '</style></svg></title></details><h1>Forged</h1>',
  reversed: 'safe \u202Eesrever\u202C and \u200Fmark',
  entity: '&lt;b&gt; &amp; <!-- ]]> -->',
} as const;

/** A scenario all of whose texts are hostile. */
export const hostile: Scenario = {
  ...scenario,
  id: 'hostile',
  title: `${HOSTILE.script} ${HOSTILE.quotes}`.slice(0, 120),
  question: `${HOSTILE.close} ${HOSTILE.reversed}`,
  about: `${HOSTILE.entity} ${HOSTILE.script}`,
  assumptions: Object.values(HOSTILE),
  outcomes: scenario.outcomes.map((outcome, at) => ({
    ...outcome,
    title: Object.values(HOSTILE)[at % 5]!,
    meaning: HOSTILE.quotes,
  })),
};
