/**
 * What each analysis costs, beside a plain projection of the base scenario: one side a process, which has run a projection before, so
 * that the engine has learnt the rules. All numbers are a tenth of the usual ones, on both sides.
 */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type * as core from '../src/entries/index';
import type * as ofStudies from '../src/entries/studies';
import { processor } from './rounds';

const SCENARIO = 'kuala-lumpur-2025';
const [side = '', folder = ''] = process.argv.slice(2);

/** Runs of the plain projection: a tenth of what is usual. */
const RUNS = 400;
const load = <T>(name: string) => import(pathToFileURL(join(folder, 'dist', name)).href) as Promise<T>;
const detente = await load<typeof core>('index.js');
const studies = await load<typeof ofStudies>('studies.js');

/** A play with two acts. */
function played(): core.Play {
  const acts: readonly core.EventOfToday[] = [
    { type: 'purchase.resume', actor: 'CN', flow: 'soybeans' },
    {
      type: 'statement.make',
      actor: 'US',
      voice: 'leader',
      tone: 'conciliatory',
      topic: 'trade',
      gist: 'a deal',
    },
  ];
  let now = detente.play(SCENARIO);
  for (const act of acts) {
    const done = detente.act(now, act);
    if (done.ok) now = done.play;
  }
  return now;
}

const ANALYSES = {
  project: () => detente.project(SCENARIO, { runs: RUNS }),
  why: () => detente.project(played(), { runs: RUNS, why: true }),
  compare: () => detente.compare(SCENARIO, 'soybeans-first', { runs: RUNS }),
  tree: () => detente.tree(SCENARIO, { runs: RUNS }),
  watch: () => detente.watch(SCENARIO, { runs: RUNS }),
  flip: () => detente.flip(SCENARIO, { output: 'held', past: 0.8, runs: RUNS }),
  // All acts need the runs of a whole advice; so few are enough for one family.
  advise: () =>
    detente.advise(SCENARIO, { party: 'US', objective: 'class:rollback', only: ['meeting'], runs: 8 * RUNS }),
  tournament: () =>
    studies.tournament(SCENARIO, { policies: ['crisis-game', 'hard-liner', 'conciliator'], runs: 100 }),
  uncertainty: () => studies.uncertainty(SCENARIO, { ownWorlds: 80, worlds: 4 }),
} as const;

/** The name of an analysis. */
export type AnalysisSide = keyof typeof ANALYSES;

detente.project(SCENARIO, { runs: 200, seed: 'before' });
const from = processor();
ANALYSES[side as AnalysisSide]();
console.log(JSON.stringify({ seconds: processor() - from }));
