/**
 * The benchmarks: every bar that the package holds itself to, as ratios within one run on the built package, side by
 * side with peers that run the same rules.
 *
 * Prints the table and writes `bench/results.md`. Needs a build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as core from '../src/index';
import type * as nodeDoor from '../src/node';
import type * as instance from '../src/ensemble/instance';
import { root } from '../tools/freshness.mjs';
import { dutiesAlone, runRules, sequence, type Rules } from './duties';
import { disagreement, Kernel, prepare } from './kernel';
import { boardgame, installPeers, versionOf, xstate, type Play, type Producer } from './peers';
import { help, memory, workers } from './processes';
import { processor, ratio, ROUNDS, spreadOf, takeTurns, type Spread } from './rounds';
import { report, type Row } from './table';

const SCENARIO = 'kuala-lumpur-2025';
/** Episodes of the ensemble that is timed before and after the public transitions. */
const EPISODES = 100;
const TRANSITIONS = 10_000;
const HELP_ROUNDS = 21;
/** Plays of the quick sides and of the slow ones in one round, so that a round is long beside the clock's grain. */
const QUICK = 40;
const SLOW = 4;
/** Plays of each side before the clock starts: an engine that still learns a side would flatter the others. */
const WARM = 60;

// Peers in the form in which they are shipped: without the checks of their development builds.
process.env['NODE_ENV'] = 'production';
/** Episodes between which memory is looked at. */
const [MEMORY_FROM, MEMORY_TO] = [10_000, 100_000];

/** The package's own immer: an import from here would find the older one that came with boardgame.io. */
const { Immer } = createRequire(join(root, 'package.json'))('immer') as {
  readonly Immer: new (options?: { readonly autoFreeze: boolean }) => Producer;
};

const built = <T>(name: string) => import(pathToFileURL(join(root, 'dist', name)).href) as Promise<T>;

/** A loaded instance of the rules of its own: what one side teaches the engine, the other does not see. */
function rules(side: string): Promise<typeof instance> {
  return import(`${pathToFileURL(join(root, 'dist/ensemble.js')).href}?${side}`) as Promise<typeof instance>;
}

/** Plays events in place on a copy. */
const inPlace =
  ({ copyState, stepInPlace }: Rules): Play =>
  (initial, events) => {
    const state = copyState(initial);
    for (const event of events) stepInPlace(state, event);
    return state;
  };

/** Plays events one by one over immer's `produce`, unfrozen. */
function overImmer({ stepInPlace }: Rules): Play {
  const immer = new Immer({ autoFreeze: false });
  return (initial, events) => {
    let state = initial;
    for (const event of events) state = immer.produce(state, (draft) => void stepInPlace(draft, event));
    return state;
  };
}

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
async function playEpisode(detente: typeof core): Promise<Row[]> {
  const initial = detente.start(SCENARIO);
  const { events, digest } = detente.runEpisode(SCENARIO, { seed: 'bench', episode: 1 });
  const types = detente.actionTypes.map(({ type }) => type);
  const plain = await rules('plain');
  // As the ensemble does: its episodes are copies of one copy.
  const mould = plain.copyState(initial);
  const sides: Record<string, () => void> = {};
  const add = (name: string, play: Play, from = initial, plays = SLOW) => {
    if (detente.digest(play(from, events)) !== digest) throw new Error(`${name} came to another state`);
    const work = often(() => play(from, events), plays);
    for (let warm = 0; warm < WARM; warm += plays) work();
    sides[name] = work;
  };
  add('in place', inPlace(plain), mould, QUICK);
  add('immer', overImmer(await rules('immer')));
  add('public', publicly(detente));
  const why = installPeers();
  if (why === null) {
    add('boardgame.io', boardgame(await rules('boardgame'), types));
    add('XState', xstate(await rules('xstate'), new Immer(), types));
  }
  const times = await takeTurns(sides, processor);
  const quick = times['in place']!;
  const against = (slow: string, fast = 'in place') =>
    times[slow] === undefined
      ? null
      : ratio(times[slow], times[fast]!, SLOW, fast === 'in place' ? QUICK : SLOW);
  const perEvent = (name: string, units = SLOW) =>
    `${((spreadOf(times[name]!).median / units / events.length) * 1e6).toFixed(2)} µs an event`;
  const told = why === null ? '' : `not measured: the peers could not be installed (${why})`;
  const peer = (name: string) =>
    why === null ? `${name} ${versionOf(name.toLowerCase())}: ${perEvent(name)}` : told;
  return [
    {
      what: `${events.length} events of an episode in place against the same loop over immer's \`produce\``,
      figure: ratio(times['immer']!, quick, SLOW, QUICK),
      least: 50,
      aim: 120,
      note: `${perEvent('in place', QUICK)} in place, ${perEvent('immer')} over immer`,
    },
    {
      what: 'the same in place against the reducer of boardgame.io',
      figure: against('boardgame.io'),
      least: 300,
      aim: 800,
      note: peer('boardgame.io'),
    },
    {
      what: 'the public transition, which keeps frozen states, against boardgame.io',
      figure: against('boardgame.io', 'public'),
      least: 2.5,
      aim: 6,
      note: `${perEvent('public')} in public`,
    },
    { what: 'in place against XState v5', figure: against('XState'), note: peer('XState') },
    {
      what: 'the public transition against XState v5',
      figure: against('XState', 'public'),
      note: '',
    },
    {
      what: 'in place against the public transition',
      figure: against('public'),
      note: '',
    },
  ];
}

/** The rules against the kernel by hand, on the same sequence of the life of duties. */
async function againstKernel(detente: typeof core): Promise<Row> {
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
  const times = await takeTurns({ byHand, byRules }, processor);
  const nanoseconds = (name: 'byHand' | 'byRules', units: number) =>
    ((spreadOf(times[name]).median / units / events.length) * 1e9).toFixed(0);
  return {
    what: `${events.length} events of the life of duties in place against a kernel by hand over typed arrays`,
    figure: ratio(times.byRules, times.byHand, QUICK, 10 * QUICK),
    most: 1.5,
    aim: 1.15,
    unit: '× slower',
    note: `${nanoseconds('byRules', QUICK)} against ${nanoseconds('byHand', 10 * QUICK)} ns an event, averages included`,
  };
}

/** The ensemble after many public transitions in the same process against before. */
async function afterTransitions(detente: typeof core): Promise<Row> {
  const ensemble = () => detente.project(SCENARIO, { runs: EPISODES, seed: 'bench' });
  const measured = async () => (await takeTurns({ ensemble }, processor)).ensemble;
  const before = await measured();
  const initial = detente.start(SCENARIO);
  const { events } = detente.runEpisode(SCENARIO, { seed: 'bench', episode: 1 });
  for (let done = 0; done < TRANSITIONS; done += events.length) publicly(detente)(initial, events);
  const after = await measured();
  const median = (times: readonly number[]) => spreadOf(times).median;
  const figure: Spread = {
    median: median(before) / median(after),
    low: spreadOf(before).low / spreadOf(after).high,
    high: spreadOf(before).high / spreadOf(after).low,
  };
  return {
    what: `the ensemble after ${TRANSITIONS} public transitions in the same process against before`,
    figure,
    least: 0.8,
    aim: 0.95,
    unit: '',
    note: `${(EPISODES / median(before)).toFixed(0)} whole episodes a second on one thread before`,
  };
}

async function onWorkers(): Promise<Row[]> {
  const { ensemble, machine, episodes } = await workers(await built<typeof nodeDoor>('node.js'), SCENARIO);
  const note = `${episodes} episodes; the bar holds where the machine itself gains 2×`;
  return [
    { what: 'two workers against one', figure: ensemble, least: 1.5, aim: 1.7, note },
    {
      what: 'the machine itself: two threads of pure arithmetic against one',
      figure: machine,
      note: 'in the same rounds',
    },
  ];
}

function memoryRow(): Row {
  const [early, late] = memory(MEMORY_FROM, MEMORY_TO);
  const grown = late.liveMb - early.liveMb;
  return {
    what: `live memory from ${early.runs} to ${late.runs} episodes without trajectories`,
    figure: { median: grown, low: grown, high: grown },
    most: 10,
    aim: 2,
    unit: ' MB',
    note: `after a collection, in one process; resident ${early.residentMb.toFixed(0)} MB, then ${late.residentMb.toFixed(0)} MB`,
  };
}

async function helpRow(): Promise<Row> {
  mkdirSync(join(root, '.tmp/bench'), { recursive: true });
  writeFileSync(join(root, '.tmp/bench/empty.mjs'), '');
  const { added, empty } = await help(HELP_ROUNDS);
  const note = `an empty Node takes ${empty.median.toFixed(0)} ms; ${HELP_ROUNDS} rounds`;
  return {
    what: '`detente --help` beyond an empty Node',
    figure: added,
    most: 40,
    aim: 10,
    unit: ' ms',
    note,
  };
}

const detente = await built<typeof core>('index.js');
const began = loadavg()[0]!;
// First the one that must see an instance untouched by drafts.
const steady = await afterTransitions(detente);
const rows: Row[] = [
  ...(await playEpisode(detente)),
  await againstKernel(detente),
  steady,
  ...(await onWorkers()),
];
rows.push(memoryRow(), await helpRow());
const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, ${process.platform} ${process.arch}`;
const text = report(rows, { machine, rounds: ROUNDS, loadBefore: began });
writeFileSync(join(root, 'bench/results.md'), text);
console.log(text);
