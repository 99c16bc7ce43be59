/**
 * The benchmarks: every bar that the package holds itself to, as ratios and slopes within one run on the built package,
 * beside an earlier commit of it; and for orientation beside peers that run the same rules.
 *
 * Prints the tables and writes `bench/results.md`. Needs a build.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../tools/freshness.mjs';
import type { AnalysisSide } from './analyses';
import { baseline, COMMIT, type Baseline } from './baseline';
import type { GrowthTimes, Quantity } from './growth';
import { orientation } from './orientation';
import { inFreshProcess, machineGain, memory, starts } from './processes';
import { ratio, slopeAtTheEnd, spreadOf, takeTurns, timed, wall, type Spread } from './rounds';
import type { EnsembleTime, EventTime, Side } from './sides';
import { barOnThreads, LEAST_GAIN, report, type Bar, type Row } from './table';

/** Rounds of each row: fewer where a round is long. */
const ROUNDS = { warm: 5, cold: 5, threads: 3, events: 5, starts: 21, costs: 3 };
/** Episodes between which memory is looked at. */
const [MEMORY_FROM, MEMORY_TO] = [10_000, 100_000];

const atLeast = (value: number, aim: number): Bar => ({ side: 'least', value, aim });
const atMost = (value: number, aim?: number): Bar => ({
  side: 'most',
  value,
  ...(aim === undefined ? {} : { aim }),
});

const side = <Time>(name: Side, folder = root) => inFreshProcess<Time>('sides', name, folder);
const median = (figures: readonly number[]) => spreadOf(figures).median;

/** A row of the present build against the earlier commit, or why it was not measured. */
async function against(
  earlier: Baseline,
  what: string,
  bar: Bar,
  measure: (folder: string) => Promise<{ readonly figure: Spread; readonly note: string }>,
): Promise<Row> {
  if ('why' in earlier)
    return { what, bar, figure: null, note: `${COMMIT} could not be built: ${earlier.why}` };
  return { what, bar, ...(await measure(earlier.folder)) };
}

/** The bar was 4× while both builds ran one model of the meeting; an episode of today's agrees more often, and on more. */
const warm = (earlier: Baseline) =>
  against(
    earlier,
    `warm episodes a second, one thread, against ${COMMIT}, which has another model`,
    atLeast(2.5, 8),
    async (folder) => {
      const sides = {
        before: () => side<EnsembleTime>('warm', folder),
        now: () => side<EnsembleTime>('warm'),
      };
      const { before, now } = await takeTurns(sides, { counted: ROUNDS.warm });
      const seconds = (times: readonly EnsembleTime[]) => times.map(({ wallSeconds }) => wallSeconds);
      const processor = (times: readonly EnsembleTime[]) =>
        times.map(({ processorSeconds }) => processorSeconds);
      const rate = (times: readonly EnsembleTime[]) =>
        median(times.map(({ episodes, wallSeconds }) => episodes / wallSeconds)).toFixed(0);
      const byProcessor = ratio(processor(before), processor(now)).median.toFixed(2);
      return {
        figure: ratio(seconds(before), seconds(now)),
        note: `${rate(now)} against ${rate(before)} episodes a second; ${byProcessor}× by processor time`,
      };
    },
  );

const cold = (earlier: Baseline) =>
  against(earlier, `cold process of 4 000 runs against ${COMMIT}`, atLeast(2.5, 5), async (folder) => {
    const sides = {
      before: timed(wall, () => side('cold', folder)),
      now: timed(wall, () => side('cold')),
    };
    const { before, now } = await takeTurns(sides, { counted: ROUNDS.cold });
    const note = `${median(now).toFixed(2)} against ${median(before).toFixed(2)} s`;
    return { figure: ratio(before, now), note };
  });

async function eventTimes(folder: string, before: Side, now: Side) {
  const sides = {
    before: () => side<EventTime>(before, folder),
    now: () => side<EventTime>(now),
  };
  const times = await takeTurns(sides, { counted: ROUNDS.events });
  const nanoseconds = (of: readonly EventTime[]) => of.map((time) => time.nanoseconds);
  return {
    figure: ratio(nanoseconds(times.before), nanoseconds(times.now)),
    note: `${median(nanoseconds(times.now)).toFixed(0)} against ${median(nanoseconds(times.before)).toFixed(0)} ns an event; ${times.now[0]!.events} and ${times.before[0]!.events} events`,
  };
}

const publicTransition = (earlier: Baseline) =>
  against(earlier, `public transition against ${COMMIT}`, atLeast(1, 2), (folder) =>
    eventTimes(folder, 'public', 'public'),
  );

const rulesInPlace = (earlier: Baseline) =>
  against(earlier, `rules in place against the rules of ${COMMIT} over immer`, atLeast(30, 60), (folder) =>
    eventTimes(folder, 'over-immer', 'in-place'),
  );

async function onThreads(): Promise<Row[]> {
  const seconds = async (name: Side) => (await side<EnsembleTime>(name)).wallSeconds;
  const { one, two, gain } = await takeTurns(
    { one: () => seconds('one-thread'), gain: machineGain, two: () => seconds('two-threads') },
    { counted: ROUNDS.threads },
  );
  const machine = spreadOf(gain);
  const bar = atLeast(1.6, 1.8);
  const appliedBar = barOnThreads(bar, machine.median);
  const gained = `${machine.median.toFixed(2)}×`;
  const told =
    appliedBar === null
      ? `the machine itself gains ${gained}: below ${LEAST_GAIN}× nothing can be said`
      : `the machine itself gains ${gained}, so the bar is applied as ${appliedBar.value.toFixed(2)}×, the aim as ${appliedBar.aim!.toFixed(2)}×`;
  return [
    {
      what: 'two threads against one at 20 000 runs',
      figure: ratio(one, two),
      bar,
      appliedBar,
      note: `${median(two).toFixed(1)} against ${median(one).toFixed(1)} s; ${told}`,
    },
    {
      what: 'the machine itself: two threads of pure arithmetic against one',
      figure: machine,
      note: 'in the rounds of the two threads',
    },
  ];
}

async function memoryRow(): Promise<Row> {
  const [early, late] = await memory(MEMORY_FROM, MEMORY_TO);
  const grown = late.liveMb - early.liveMb;
  return {
    what: 'memory from 10 000 to 100 000 episodes',
    figure: { median: grown, low: grown, high: grown },
    bar: atMost(10, 2),
    unit: ' MB',
    note: `live after a collection: ${early.liveMb.toFixed(1)} MB, then ${late.liveMb.toFixed(1)} MB; resident ${early.residentMb.toFixed(0)} MB, then ${late.residentMb.toFixed(0)} MB`,
  };
}

async function startRows(): Promise<Row[]> {
  const { empty, importing, listing } = await starts(ROUNDS.starts);
  const note = `an empty Node takes ${empty.median.toFixed(0)} ms; ${ROUNDS.starts} rounds`;
  return [
    {
      what: "`import 'detente'` over empty Node",
      figure: importing,
      bar: atMost(90, 60),
      unit: ' ms',
      note,
    },
    { what: '`detente list` over empty Node', figure: listing, bar: atMost(40, 30), unit: ' ms', note },
  ];
}

/** A time in the unit that suits it. */
function told(seconds: number): string {
  if (seconds >= 1) return `${seconds.toPrecision(3)} s`;
  return seconds >= 1e-3 ? `${(seconds * 1e3).toPrecision(3)} ms` : `${(seconds * 1e6).toPrecision(3)} µs`;
}

async function slopeRow(quantity: Quantity, what: string, isJudged = true): Promise<Row> {
  const row = { what: `slope: ${what}`, ...(isJudged ? { bar: atMost(1.15) } : {}), unit: '' };
  try {
    const { sizes, seconds } = await inFreshProcess<GrowthTimes>('growth', quantity, root);
    const note = sizes.map((size, at) => `${size}: ${told(median(seconds[at]!))}`).join(', ');
    return { ...row, figure: slopeAtTheEnd(sizes, seconds), note };
  } catch (error) {
    // The rows that were measured before are not to be lost for one that fails.
    const [said = ''] = (error as Error).message.match(/^\w*Error: .*$/m) ?? [(error as Error).message];
    return { ...row, figure: null, note: said };
  }
}

const SLOPES: readonly (readonly [quantity: Quantity, what: string])[] = [
  ['horizon', 'horizon in days, 50 episodes'],
  ['measures', 'measures ordered on the first day, 10 episodes'],
  ['orders', 'the same measures ordered in place, rules alone'],
  ['issues', 'divisible issues, one Nash solution'],
  ['pledges', 'pledges of one agreement, reached and kept in place'],
  ['openPledges', 'pledges open while a party acts in place a hundred times'],
  ['log', 'events of a log, replayed in public'],
];

/** Analyses with their numbers in words; each at a tenth of what is usual, as the projection beside it. */
const COSTS: readonly (readonly [side: AnalysisSide, what: string])[] = [
  ['why', 'what each of two acts contributes'],
  ['compare', 'two scenarios compared'],
  ['tree', 'how the meeting branches'],
  ['watch', 'what to watch'],
  ['flip', 'the smallest change that takes `held` past 80 %'],
  ['advise', 'which act of a family a party should do, at the runs of eight projections'],
  ['tournament', 'three policies against each other, 100 runs a pair'],
  ['uncertainty', 'three intervals of every quantity'],
];

/** The cost of each analysis, as so many plain projections. */
async function costs(): Promise<Row[]> {
  const seconds = async (name: AnalysisSide) =>
    (await inFreshProcess<{ readonly seconds: number }>('analyses', name, root)).seconds;
  const sides = Object.fromEntries(
    (['project', ...COSTS.map(([name]) => name)] as const).map((name) => [name, () => seconds(name)]),
  ) as Record<AnalysisSide, () => Promise<number>>;
  const times = await takeTurns(sides, { counted: ROUNDS.costs });
  return COSTS.map(([name, what]) => ({
    what: `cost: ${what}, in projections`,
    figure: ratio(times[name], times.project),
    ...(name === 'advise' ? { bar: atMost(8) } : {}),
    note: `${told(median(times[name]))} against ${told(median(times.project))}`,
  }));
}

const began = loadavg()[0]!;
const earlier = baseline();
const parts: readonly (() => Promise<Row | Row[]>)[] = [
  () => warm(earlier),
  () => cold(earlier),
  onThreads,
  () => publicTransition(earlier),
  () => rulesInPlace(earlier),
  memoryRow,
  startRows,
  ...SLOPES.map(
    ([quantity, what]) =>
      () =>
        slopeRow(quantity, what),
  ),
  () => slopeRow('logOfOrders', 'events of a log that orders a measure with each', false),
  costs,
  orientation,
];
const rows: Row[] = [];
for (const part of parts) {
  const measured = [await part()].flat();
  rows.push(...measured);
  // The whole takes minutes: who waits sees what is done.
  for (const { what, figure } of measured)
    console.error(`${what}: ${figure?.median.toFixed(2) ?? 'not measured'}`);
}
const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, ${process.platform} ${process.arch}`;
const path = join(root, 'bench/results.md');
const page = report(rows, { machine, loadBefore: began });
const text = await format(page, { ...(await resolveConfig(path)), parser: 'markdown' });
writeFileSync(path, text);
console.log(text);
