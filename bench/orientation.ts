/**
 * Rows for orientation, without a bar: the rules beside peers and a kernel by hand, and the ensemble after public
 * transitions.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as core from '../src/entries/index';
import type * as instance from './rules';
import { root } from '../tools/freshness.mjs';
import { dutiesAlone, runRules, sequence, type Rules } from './duties';
import { disagreement, Kernel, prepare } from './kernel';
import { boardgame, installPeers, versionOf, xstate, type Play, type Producer } from './peers';
import { bundled } from './processes';
import { processor, ratio, spreadOf, takeTurns, timed, type Spread } from './rounds';
import type { Row } from './table';

const SCENARIO = 'kuala-lumpur-2025';
const ROUNDS = { counted: 7, unseen: 1 };
/** Episodes of the ensemble that is timed before and after the public transitions. */
const EPISODES = 100;
const TRANSITIONS = 10_000;
/** Plays of the quick sides and of the slow ones in one round, so that a round is long beside the clock's grain. */
const QUICK = 40;
const SLOW = 4;
/** Plays of each side before the clock starts: an engine that still learns a side would flatter the others. */
const WARM = 60;

// Peers in the form in which they are shipped: without the checks of their development builds.
process.env['NODE_ENV'] = 'production';

/** The package's own immer: an import from here would find the older one that came with boardgame.io. */
const { Immer } = createRequire(join(root, 'package.json'))('immer') as {
  readonly Immer: new () => Producer;
};

/** A loaded instance of the rules of its own: what one side teaches the engine, the other does not see. */
function rules(side: string): Promise<typeof instance> {
  return import(`${pathToFileURL(bundled('rules')).href}?${side}`) as Promise<typeof instance>;
}

/** Plays events in place on a copy. */
const inPlace =
  ({ borrowState, stepInPlace }: Rules): Play =>
  (initial, events) => {
    const state = borrowState(initial);
    for (const event of events) stepInPlace(state, event);
    return state;
  };

const publicly =
  ({ transition }: typeof core): Play =>
  (initial, events) => {
    let state = initial;
    for (const event of events) {
      const next = transition(state, event);
      if (next.ok) state = next.state;
    }
    return state;
  };

/** The same work several times over. */
const often = (work: () => unknown, times: number) => () => {
  for (let n = 0; n < times; n += 1) work();
};

/** All sides play one recorded episode; each has to come to its digest. */
async function besidePeers(detente: typeof core): Promise<Row[]> {
  const initial = detente.start(SCENARIO);
  const { events, digest } = detente.runEpisode(SCENARIO, { seed: 'bench', episode: 1 });
  const types = detente.actionTypes.map(({ type }) => type);
  const plain = await rules('plain');
  const sides: Record<string, () => Promise<number>> = {};
  const add = (name: string, play: Play, from = initial, plays = SLOW) => {
    if (detente.digest(play(from, events)) !== digest) throw new Error(`${name} came to another state`);
    const work = often(() => play(from, events), plays);
    for (let warm = 0; warm < WARM; warm += plays) work();
    sides[name] = timed(processor, work);
  };
  // As the ensemble does: its episodes are copies of one copy.
  add('in place', inPlace(plain), plain.copyState(initial), QUICK);
  add('public', publicly(detente));
  const why = installPeers();
  if (why === null) {
    add('boardgame.io', boardgame(await rules('boardgame'), types));
    add('XState', xstate(await rules('xstate'), new Immer(), types));
  }
  const times = await takeTurns(sides, ROUNDS);
  const unitsOf = (name: string) => (name === 'in place' ? QUICK : SLOW);
  const perEvent = (name: string) =>
    `${((spreadOf(times[name]!).median / unitsOf(name) / events.length) * 1e6).toFixed(2)} µs an event`;
  const against = (slow: string, fast: string): Spread | null =>
    times[slow] === undefined ? null : ratio(times[slow], times[fast]!, unitsOf(slow), unitsOf(fast));
  const peer = (name: string) =>
    why === null
      ? `${name} ${versionOf(name.toLowerCase())}: ${perEvent(name)}`
      : `not measured: the peers could not be installed (${why})`;
  return [
    {
      what: `${events.length} events of an episode in place against the public transition`,
      figure: against('public', 'in place'),
      note: `${perEvent('in place')} in place, ${perEvent('public')} in public`,
    },
    {
      what: 'the same in place against the reducer of boardgame.io',
      figure: against('boardgame.io', 'in place'),
      note: peer('boardgame.io'),
    },
    {
      what: 'the public transition, which keeps frozen states, against boardgame.io',
      figure: against('boardgame.io', 'public'),
      note: '',
    },
    { what: 'in place against XState v5', figure: against('XState', 'in place'), note: peer('XState') },
    { what: 'the public transition against XState v5', figure: against('XState', 'public'), note: '' },
  ];
}

/** The rules against the kernel by hand, on the same sequence of the life of duties. */
async function besideKernel(detente: typeof core): Promise<Row> {
  const own = await rules('kernel');
  const initial = own.copyState(dutiesAlone(detente.start(SCENARIO)));
  const events = sequence(own, detente.dueEvents, initial, 380, 1);
  const prepared = prepare(initial, events);
  const kernel = new Kernel(prepared);
  const differs = disagreement(prepared, kernel, kernel.run(), runRules(own, initial, events));
  if (differs.length > 0) throw new Error(`the kernel does not do what the rules do: ${differs.join('; ')}`);
  const byHand = often(() => kernel.run(), 10 * QUICK);
  const byRules = often(() => runRules(own, initial, events), QUICK);
  for (let warm = 0; warm < 5; warm += 1) [byHand, byRules].forEach((work) => work());
  const sides = { byHand: timed(processor, byHand), byRules: timed(processor, byRules) };
  const times = await takeTurns(sides, ROUNDS);
  const nanoseconds = (name: 'byHand' | 'byRules', units: number) =>
    ((spreadOf(times[name]).median / units / events.length) * 1e9).toFixed(0);
  return {
    what: `${events.length} events of the life of duties in place against a kernel by hand over typed arrays`,
    figure: ratio(times.byRules, times.byHand, QUICK, 10 * QUICK),
    unit: '× slower',
    note: `${nanoseconds('byRules', QUICK)} against ${nanoseconds('byHand', 10 * QUICK)} ns an event, averages included`,
  };
}

/** The ensemble after many public transitions in the same process against before: two runs that cannot take turns. */
async function afterTransitions(detente: typeof core): Promise<Row> {
  const ensemble = timed(processor, () => detente.project(SCENARIO, { runs: EPISODES, seed: 'bench' }));
  const measured = async () => spreadOf((await takeTurns({ ensemble }, ROUNDS)).ensemble);
  const before = await measured();
  const initial = detente.start(SCENARIO);
  const { events } = detente.runEpisode(SCENARIO, { seed: 'bench', episode: 1 });
  for (let done = 0; done < TRANSITIONS; done += events.length) publicly(detente)(initial, events);
  const after = await measured();
  return {
    what: `the ensemble after ${TRANSITIONS} public transitions in the same process against before`,
    figure: {
      median: before.median / after.median,
      low: before.low / after.high,
      high: before.high / after.low,
    },
    note: 'medians divided, and extremes by extremes, since before and after cannot take turns',
  };
}

/** All rows for orientation. */
export async function orientation(): Promise<Row[]> {
  const detente = (await import(pathToFileURL(join(root, 'dist/index.js')).href)) as typeof core;
  // First the one that must see rules that no draft has run on.
  const steady = await afterTransitions(detente);
  return [...(await besidePeers(detente)), await besideKernel(detente), steady];
}
