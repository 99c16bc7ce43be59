/**
 * How fast the rules run, as ratios within one run: the machine's mood touches both sides of a ratio alike.
 *
 * 1. A recorded episode replayed in place against the same events, one by one, over immer's `produce`, each on its own
 *    loaded instance of the rules.
 * 2. The ensemble after 10 000 public transitions in the same process against before, on the built package.
 *
 * Prints the ratios and writes `bench/results.md`. Needs a build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { Immer } from 'immer';
import type * as apply from '../src/engine/apply';
import type * as core from '../src/index';
import { copyState } from '../src/model/copy-state';
import { root } from '../tools/freshness.mjs';

const ROUNDS = 11;
const EPISODES = 100;
const TRANSITIONS = 10_000;
const SCENARIO = 'kuala-lumpur-2025';

const built = (name: string) => import(pathToFileURL(join(root, 'dist', name)).href) as Promise<unknown>;

/** A loaded instance of the rules of its own: what one side teaches the engine, the other does not see. */
async function rules(name: string): Promise<typeof apply> {
  const outfile = join(root, '.tmp/bench', `${name}.mjs`);
  await build({
    entryPoints: [join(root, 'src/engine/apply.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    packages: 'external',
    target: 'es2022',
  });
  return (await import(pathToFileURL(outfile).href)) as typeof apply;
}

function seconds(work: () => void): number {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Median times of two sides that take turns, after one round that does not count. */
function sideBySide(left: () => void, right: () => void): [left: number, right: number] {
  const times: [number, number][] = [];
  for (let round = 0; round <= ROUNDS; round += 1) times.push([seconds(left), seconds(right)]);
  const counted = times.slice(1);
  return [median(counted.map(([a]) => a)), median(counted.map(([, b]) => b))];
}

async function overImmer(
  detente: typeof core,
): Promise<{ ratio: number; frozen: number; events: number; perEventNs: number }> {
  const initial = detente.start(SCENARIO);
  const { events } = detente.runEpisode(SCENARIO, { seed: 'bench', episode: 1 });
  const [plain, drafted] = [await rules('plain'), await rules('drafted')];
  const immer = new Immer({ autoFreeze: false });
  const inPlace = () => {
    const state = copyState(initial);
    for (const event of events) plain.stepInPlace(state, event);
  };
  const produced = () => {
    let state = initial;
    for (const event of events)
      state = immer.produce(state, (draft) => void drafted.stepInPlace(draft as core.State, event));
  };
  for (let warm = 0; warm < 200; warm += 1) inPlace();
  const publicly = () => {
    let state = initial;
    for (const event of events) {
      const next = detente.transition(state, event);
      if (next.ok) state = next.state;
    }
  };
  const tenTimes = () => {
    for (let n = 0; n < 10; n += 1) inPlace();
  };
  const [fast, slow] = sideBySide(tenTimes, produced);
  const [again, frozen] = sideBySide(tenTimes, publicly);
  return {
    ratio: (10 * slow) / fast,
    frozen: (10 * frozen) / again,
    events: events.length,
    perEventNs: (fast / 10 / events.length) * 1e9,
  };
}

function afterTransitions(detente: typeof core): { ratio: number; episodesPerSecond: number } {
  const ensemble = () => void detente.project(SCENARIO, { runs: EPISODES, seed: 'bench' });
  const measured = () => median(Array.from({ length: ROUNDS }, () => seconds(ensemble)));
  ensemble();
  const before = measured();
  const initial = detente.start(SCENARIO);
  const { events } = detente.runEpisode(SCENARIO, { seed: 'bench', episode: 1 });
  for (let done = 0; done < TRANSITIONS;) {
    let state = initial;
    for (const event of events) {
      const next = detente.transition(state, event);
      if (next.ok) state = next.state;
      done += 1;
    }
  }
  return { ratio: before / measured(), episodesPerSecond: EPISODES / before };
}

const detente = (await built('index.js')) as typeof core;
// First the one that must see an instance untouched by drafts.
const steady = afterTransitions(detente);
const immer = await overImmer(detente);
const report = `# Benchmarks

Ratios of medians of ${ROUNDS} rounds in one run of \`npm run bench\`. Machine: ${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores,
Node ${process.version}, ${process.platform} ${process.arch}. Only the ratios carry over to other machines.

| what | ratio | for orientation |
| --- | ---: | --- |
| an episode's ${immer.events} events in place against the same over immer's \`produce\` | ${immer.ratio.toFixed(0)}× | ${immer.perEventNs.toFixed(0)} ns an event in place |
| the same against the public transition, which keeps frozen states | ${immer.frozen.toFixed(0)}× | |
| the ensemble after ${TRANSITIONS} public transitions in the same process against before | ${steady.ratio.toFixed(2)} | ${steady.episodesPerSecond.toFixed(0)} whole episodes a second on one thread before |
`;
mkdirSync(join(root, 'bench'), { recursive: true });
writeFileSync(join(root, 'bench/results.md'), report);
console.log(report);
