/** Whatever takes a scenario or an id takes the same ids: of compiled scenarios and of past meetings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectProgressively } from '../../src/entries/browser';
import * as detente from '../../src/entries/index';
import { onThreads } from '../../src/entries/node';
import * as record from '../../src/entries/record';
import * as report from '../../src/entries/report';
import * as shards from '../../src/entries/shards';
import * as studies from '../../src/entries/studies';
import * as testing from '../../src/entries/testing';
import { folder } from '../cli/run-cli';

const PAST = 'past-buenos-aires-2018';
const UNKNOWN = 'past-buenos-aires-2081';
const FEW = { runs: 2 };
const contract = testing.coverageContract({ authoritiesStruck: 1 });
const claim = testing.never('no truce lapses', ({ truce }) => truce.status === 'lapsed');
const projected = testing.projectionClaim('all stays as it is', {
  change: (play) => play,
  never: 'moves',
  quantity: 'held',
});
const [{ outcomes }] = record.pastScenarios() as [detente.Scenario];
const policy = detente.policies[0]!;
const tried = { effort: 20, numRuns: 1, maxMoves: 1 };

/** Every public function with a scenario or an id among its arguments, and a small call of it. */
const CALLS: Readonly<Record<string, (scenario: string) => unknown>> = {
  start: (scenario) => detente.start(scenario),
  play: (scenario) => detente.play(scenario),
  runEpisode: (scenario) => detente.runEpisode(scenario),
  replayLog: (scenario) =>
    detente.replayLog({ version: detente.VERSION, scenario, events: [], digest: '' }, { scenario }),
  project: (scenario) => detente.project(scenario, FEW),
  projectProgressively: (scenario) => projectProgressively(scenario, FEW).next(),
  projectInFull: (scenario) => report.projectInFull(scenario, FEW),
  projectShard: (scenario) => shards.projectShard(scenario, { ...FEW, shard: { index: 1, of: 1 } }),
  compare: (scenario) => detente.compare(scenario, scenario, FEW),
  advise: (scenario) => detente.advise(scenario, { party: 'US', runs: 500, only: ['statement'] }),
  tournament: (scenario) =>
    studies.tournament(scenario, { policies: ['crisis-game', 'hard-liner'], runs: 2 }),
  watch: (scenario) => detente.watch(scenario, FEW),
  flip: (scenario) => detente.flip(scenario, { ...FEW, output: 'held', past: 0.5, only: ['meeting'] }),
  tree: (scenario) => detente.tree(scenario, FEW),
  compareAll: (scenario) => detente.compareAll([scenario, scenario], FEW),
  explainDifference: (scenario) => detente.explainDifference(scenario, scenario, { ...FEW, histories: 1 }),
  sensitivity: (scenario) => studies.sensitivity(scenario, { method: 'tornado', output: 'held', runs: 2 }),
  uncertainty: (scenario) => studies.uncertainty(scenario, { runs: 2, ownWorlds: 2, worlds: 2 }),
  projectionReport: (scenario) => report.projectionReport(scenario, FEW),
  comparisonReport: (scenario) => report.comparisonReport(scenario, scenario, FEW),
  scenariosReport: (scenario) => report.scenariosReport([scenario, scenario], FEW),
  falsify: (scenario) => testing.falsify(claim, { scenario, ...tried }),
  assertClaim: (scenario) => testing.assertClaim(claim, { scenario, ...tried, effort: 0, numRuns: 0 }),
  claimTest: (scenario) =>
    testing.claimTest((_, body) => body(), claim, { scenario, ...tried, effort: 0, numRuns: 0 }),
  explore: (scenario) => testing.explore(scenario, contract, { moves: 20 }),
  coverageCollector: (scenario) => testing.coverageCollector(contract, scenario),
  dayOfTheMeeting: (scenario) => testing.dayOfTheMeeting(scenario),
  packageArbitrary: (scenario) => testing.packageArbitrary(scenario),
  plays: (scenario) => testing.plays(scenario),
  projectionProperty: (scenario) => testing.projectionProperty(projected, { scenario }),
  legalPlay: (scenario) => testing.legalPlay(scenario),
  reachableState: (scenario) => testing.reachableState(scenario),
  scenarioArbitrary: (scenario) => testing.scenarioArbitrary(scenario),
  actionTypeProperties: (scenario) =>
    firstChecked(testing.actionTypeProperties(detente.actionTypes[0]!, { scenario, plays: 1, moves: 1 }), 20),
  policyProperties: (scenario) =>
    firstChecked(
      testing.policyProperties(policy, { scenario, episodes: 1, plays: 1, suppositions: [scenario] }),
      2,
    ),
  outcomeProperties: (scenario) => testing.outcomeProperties(outcomes, { scenario }),
};

/** Checks one property, since a suite computes nothing before; what the property says is another test's concern. */
function firstChecked(properties: readonly testing.NamedProperty[], at: number): void {
  try {
    void properties[at]!.check();
  } catch (error) {
    if (!(error instanceof testing.PropertyBrokenError) || error.cause !== undefined) throw error;
  }
}

describe('a scenario or an id', () => {
  it.each(Object.entries(CALLS))('may be that of a past meeting: %s', async (_, call) => {
    await Promise.resolve().then(() => call(PAST));
  });

  it.each(Object.entries(CALLS))('is refused with the nearest of all ids: %s', async (_, call) => {
    await expect(Promise.resolve().then(() => call(UNKNOWN))).rejects.toThrow(
      new RegExp(`did you mean "${PAST}"`),
    );
  });

  it.each(Object.entries(CALLS).filter(([name]) => name !== 'replayLog'))(
    'is refused by the place where one made by hand names what there is not: %s',
    async (_, call) => {
      const made = JSON.parse(JSON.stringify(detente.loadScenario('kuala-lumpur-2025'))) as {
        id: string;
        agenda: string[];
      };
      made.id = 'made-by-hand';
      made.agenda[0] = 'affiliates-rul';
      // The calls take whatever a scenario can be given as; a log names its own by the id.
      const refused = Promise.resolve().then(() => call(made as unknown as string));
      await expect(refused).rejects.toThrow(/agenda\.0: .*did you mean "affiliates-rule"/);
    },
  );

  it('is asked for by no public function that is not held to this', () => {
    const root = join(import.meta.dirname, '../../src');
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(root, name), 'utf8'))
      .join('\n');
    const asking = [...sources.matchAll(/export (?:async )?function (\w+)(?:<[^(]*>)?\(([^)]*)\)/g)]
      .filter(([, , parameters]) => /\b(?:ScenarioOrId|Subject|Asked|Start|ClaimOptions)\b/.test(parameters!))
      .map(([, name]) => name!);
    const open = Object.keys({ ...detente, ...record, ...report, ...shards, ...studies, ...testing });
    expect(asking.filter((name) => open.includes(name) && !(name in CALLS))).toEqual([]);
  });

  it('may be that of a past meeting on threads too', async () => {
    const files = folder();
    try {
      const { project, exportEnsemble } = onThreads({ workers: 1 });
      expect((await project(PAST, FEW)).scenario).toBe(PAST);
      await exportEnsemble(PAST, join(files.path, 'out'), FEW);
    } finally {
      files.remove();
    }
  });
});
