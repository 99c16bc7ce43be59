/**
 * One side of a row, in a process of its own: bundled and started as `node sides.mjs SIDE FOLDER`, it loads the build in
 * the folder, does the work of the side and prints what it took as JSON. The folder may hold the earlier commit: only
 * names that both have are used, but for threads, which are not compared with it.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as core from '../src/entries/index';
import type * as nodeEntry from '../src/entries/node';
import * as own from './rules';
import type { Draft, Event, State } from '../src/entries/index';
import type { Producer } from './peers';
import { processor, wall } from './rounds';

const SCENARIO = 'kuala-lumpur-2025';
const SEED = 'bench';
/** Episodes before the clock starts, and episodes that are timed. */
const WARM_UP = 3_000;
const EPISODES = 1_000;
/** Episodes of a cold process, and of an ensemble on threads. */
const COLD_EPISODES = 4_000;
const THREADS_EPISODES = 20_000;
/** Recorded episodes whose events are played in turn: one alone would let the engine learn it by heart. */
const RECORDED = 8;
/** Seconds of processor time for which events are played, first unseen and then timed. */
const PLAYED_SECONDS = 1;

/** What an ensemble took. */
export interface EnsembleTime {
  readonly episodes: number;
  readonly wallSeconds: number;
  readonly processorSeconds: number;
}

/** What the events of the recorded episodes took. */
export interface EventTime {
  readonly events: number;
  readonly nanoseconds: number;
}

const [side = '', folder = ''] = process.argv.slice(2);
const load = <T>(name: string) => import(pathToFileURL(join(folder, 'dist', name)).href) as Promise<T>;
/** Rules that nothing but this side has run. The earlier commit had them in a file of their own. */
const freshRules = (): Promise<typeof own> =>
  existsSync(join(folder, 'dist/ensemble.js')) ? load('ensemble.js') : Promise.resolve(own);

async function timeOf(episodes: number, work: () => unknown): Promise<EnsembleTime> {
  const [fromWall, fromProcessor] = [wall(), processor()];
  await work();
  return { episodes, wallSeconds: wall() - fromWall, processorSeconds: processor() - fromProcessor };
}

async function warm(): Promise<EnsembleTime> {
  const { project } = await load<typeof core>('index.js');
  project(SCENARIO, { runs: WARM_UP, seed: SEED });
  return timeOf(EPISODES, () => project(SCENARIO, { runs: EPISODES, seed: SEED }));
}

function cold(): Promise<EnsembleTime> {
  return timeOf(COLD_EPISODES, async () => {
    const { project } = await load<typeof core>('index.js');
    project(SCENARIO, { runs: COLD_EPISODES, seed: SEED });
  });
}

async function threads(workers: number): Promise<EnsembleTime> {
  const { onThreads, endThreads } = await load<typeof nodeEntry>('node.js');
  const time = await timeOf(THREADS_EPISODES, () =>
    onThreads({ workers, startAfterMs: 0 }).project(SCENARIO, { runs: THREADS_EPISODES, seed: SEED }),
  );
  await endThreads();
  return time;
}

/** Plays events from a first day and returns the state they lead to. */
type Play = (initial: State, events: readonly Event[]) => State;

/** Times a way of playing events, over recorded episodes of the build's own in turn. */
function eventTime(detente: typeof core, initial: State, play: Play): EventTime {
  const records = Array.from({ length: RECORDED }, (_, episode) =>
    detente.runEpisode(SCENARIO, { seed: SEED, episode }),
  );
  for (const { events, digest } of records)
    if (detente.digest(play(initial, events)) !== digest) throw new Error(`${side} came to another state`);
  const secondsAPass = () => {
    const from = processor();
    let passes = 0;
    do {
      for (const { events } of records) play(initial, events);
      passes += 1;
    } while (processor() - from < PLAYED_SECONDS);
    return (processor() - from) / passes;
  };
  secondsAPass();
  const inAll = records.reduce((sum, { events }) => sum + events.length, 0);
  return { events: inAll, nanoseconds: (secondsAPass() * 1e9) / inAll };
}

async function publicTransition(): Promise<EventTime> {
  const detente = await load<typeof core>('index.js');
  return eventTime(detente, detente.start(SCENARIO), (initial, events) => {
    let state = initial;
    for (const event of events) {
      const next = detente.transition(state, event);
      if (next.ok) state = next.state;
    }
    return state;
  });
}

async function inPlace(): Promise<EventTime> {
  const detente = await load<typeof core>('index.js');
  const { borrowState, copyState, stepInPlace } = await freshRules();
  // As the ensemble does: its episodes are copies of one copy.
  return eventTime(detente, copyState(detente.start(SCENARIO)), (initial, events) => {
    const state = borrowState(initial);
    for (const event of events) stepInPlace(state, event);
    return state;
  });
}

async function overImmer(): Promise<EventTime> {
  const detente = await load<typeof core>('index.js');
  const { stepInPlace } = await freshRules();
  const { Immer } = createRequire(join(folder, 'package.json'))('immer') as {
    readonly Immer: new (options: { readonly autoFreeze: boolean }) => Producer;
  };
  const immer = new Immer({ autoFreeze: false });
  return eventTime(detente, detente.start(SCENARIO), (initial, events) => {
    let state = initial;
    for (const event of events)
      state = immer.produce(state, (draft) => void stepInPlace(draft as Draft, event));
    return state;
  });
}

const SIDES = {
  warm,
  cold,
  'one-thread': () => threads(1),
  'two-threads': () => threads(2),
  public: publicTransition,
  'in-place': inPlace,
  'over-immer': overImmer,
} as const;

/** The name of a side. */
export type Side = keyof typeof SIDES;

console.log(JSON.stringify(await SIDES[side as Side]()));
