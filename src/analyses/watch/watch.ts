/**
 * What to watch: for each event that may be seen in the days to come, how often it is, what each quantity of interest becomes if it
 * is and if it is not, and how much it tells of how the meeting ends. The model alone.
 */
import { digest } from '../../engine/digest';
import { checkRunsAndSeed } from '../../ensemble/checks';
import { DEFAULT_SEED, WATCH_RUNS } from '../../ensemble/limits';
import { quantitiesOfInterest, type MeasuredQuantity } from '../../ensemble/quantity-of-interest';
import { addDays, daysBetween } from '../../kit/calendar';
import { checkOptions, checkWhole, type Bounds, type OptionTable } from '../../kit/checks';
import { itemAt } from '../../kit/lists';
import { mean, wilson } from '../../kit/statistics';
import { VERSION } from '../../kit/version';
import type { ModelSpecification } from '../../scenario/model-specification';
import { PROJECT_OPTIONS, type ProjectOptions } from '../project';
import { prepare, type Subject } from '../prepared';
import { here } from '../runner/here';
import type { EnsembleAnalysis } from '../runner/stage';
import { AFTERMATH_DAYS } from '../../outcomes/coercion';
import { informationBeyondChance } from './information';
import { lookDays, passedLevels, type SignalLevel } from './levels';
import { signalKey, type Sighted, type SignalEvent, type Sighting } from './sightings';
import { toSixDigits } from '../../kit/decimals';

/** A quantity of interest among the runs that show a signal and among those that do not; null where there is no such run. */
export interface Shift {
  /** Id of the quantity of interest. */
  readonly quantity: string;
  /** Its share or mean over the runs that show the signal, in its unit. */
  readonly ifSo: number | null;
  /** Its share or mean over the runs that do not, in its unit. */
  readonly ifNot: number | null;
}

/** Something that may be seen. */
export interface Signal {
  /** Who does what, and to what; null where it is a level. */
  readonly event: SignalEvent | null;
  /** The level that is passed, where it is no event. */
  readonly level?: SignalLevel;
  /** The day by which half of the runs that show it have shown it, YYYY-MM-DD. */
  readonly on: string;
  /** Share of runs that show it in time, 0 to 1, with its 95 % interval (Wilson). */
  readonly p: number;
  /** Lower end of that interval, 0 to 1. */
  readonly low: number;
  /** Upper end of that interval, 0 to 1. */
  readonly high: number;
  /** What each quantity of interest becomes if it is seen, and if it is not. */
  readonly shifts: readonly Shift[];
  /** Bits that it tells of how the meeting ends, beyond what chance would show; 0 where it may tell nothing. */
  readonly information: number;
  /** Days from its usual day to the planned day of the meeting; null where none lies ahead, below 0 where it comes later. */
  readonly leadDays: number | null;
}

/** How a scenario is watched. */
export interface WatchOptions extends ProjectOptions {
  /** Days from today that are watched, 1 to 365; up to two weeks after the meeting unless told, by when its class is settled, or 30 where none lies ahead. */
  readonly days?: number | undefined;
}

const WATCH_OPTIONS: OptionTable<WatchOptions> = { ...PROJECT_OPTIONS, days: true };

/** Bounds of the days that are watched. */
export const WATCH_DAYS: Bounds = { least: 1, most: 365 };
const USUAL_DAYS = 30;
/** Fewest runs with and without a signal: of fewer nothing can be said. */
const FEWEST = 10;

/** What to watch, most telling first. */
export interface Watch {
  /** Version of the library that gave the answer. */
  readonly version: string;
  /** Id of the scenario. */
  readonly scenario: string;
  /** First day of the runs, YYYY-MM-DD. */
  readonly today: string;
  /** Last day that is watched, YYYY-MM-DD. */
  readonly until: string;
  /** Seed of the draws. */
  readonly seed: string;
  /** Runs that were done. */
  readonly runs: number;
  /** Of one that was stopped: runs that were done, and those that were asked for. */
  readonly partial?: {
    /** Runs that were done. */
    readonly done: number;
    /** Runs that were asked for. */
    readonly asked: number;
  };
  /** Always `model`: no base rate is pooled with it. */
  readonly basis: 'model';
  /** The quantities of interest over all runs. */
  readonly quantities: readonly {
    /** Id of the quantity of interest. */
    readonly id: string;
    /** The quantity in words. */
    readonly title: string;
    /** Its share or mean over all runs, in its unit. */
    readonly value: number;
  }[];
  /** What may be seen, the most telling first. */
  readonly signals: readonly Signal[];
  /** SHA-256 of the answer without this field, hexadecimal. */
  readonly digest: string;
}

function daysAsked(
  { days }: WatchOptions,
  { meetingAhead, meetingOn, today, horizon }: ModelSpecification,
): number {
  if (days !== undefined) {
    checkWhole('days', days, WATCH_DAYS);
    return days;
  }
  const usual = meetingAhead ? daysBetween(today, meetingOn) + AFTERMATH_DAYS : USUAL_DAYS;
  return Math.min(WATCH_DAYS.most, Math.max(WATCH_DAYS.least, Math.min(usual, daysBetween(today, horizon))));
}

/** How each run ends: by its class, or, where no meeting lies ahead, by whether a text is in force at the last look of the truce. */
function endsOf(quantities: readonly MeasuredQuantity[], sighted: readonly Sighted[]): number[] {
  const classes = quantities.flatMap(({ id }, at) => (id.startsWith('class:') ? [at] : []));
  if (classes.length > 0)
    return sighted.map(({ values }) => classes.findIndex((at) => itemAt(values, at) > 0.5));
  const text = quantities.reduce((last, { id }, at) => (id.startsWith('text:') ? at : last), -1);
  return sighted.map(({ values }) => (text < 0 ? 0 : itemAt(values, text)));
}

/** The median of some days, the lower of the two in the middle. */
const medianDay = (days: readonly number[]): number =>
  itemAt(
    [...days].sort((a, b) => a - b),
    Math.floor((days.length - 1) / 2),
  );

/** What is known of a signal: the runs that show it, and when. */
interface Seen {
  readonly event: SignalEvent | null;
  readonly level?: SignalLevel;
  readonly days: ReadonlyMap<number, number>;
}

/** The runs by signal. */
function seenIn(sighted: readonly Sighted[]): Seen[] {
  const found = new Map<string, { readonly event: SignalEvent; readonly days: Map<number, number> }>();
  sighted.forEach(({ sightings }, run) => {
    for (const { day, ...event } of sightings satisfies readonly Sighting[]) {
      const key = signalKey(event);
      const seen = found.get(key) ?? { event, days: new Map<number, number>() };
      found.set(key, seen);
      seen.days.set(run, day);
    }
  });
  return [...found.values()];
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : toSixDigits(mean(values));

/** A text that names a signal. */
const keyOf = ({ event, level }: Signal): string =>
  event === null ? `level ${level?.of} ${level?.way}` : signalKey(event);

/** The signals of some runs that were watched for so many days, most telling first. */
export function signalsOf(
  sighted: readonly Sighted[],
  quantities: readonly MeasuredQuantity[],
  { today, meetingAhead, meetingOn }: Pick<ModelSpecification, 'today' | 'meetingAhead' | 'meetingOn'>,
  days: number,
): Signal[] {
  const n = sighted.length;
  const ends = endsOf(quantities, sighted);
  const looks = passedLevels(
    sighted.map((run) => run.looks),
    lookDays(days),
  ).map((passed): Seen => ({ event: null, ...passed }));
  const all = [...seenIn(sighted), ...looks].filter(
    ({ days: seenOn }) => seenOn.size >= FEWEST && n - seenOn.size >= FEWEST,
  );
  const signals = all.map(({ event, level, days: seenOn }): Signal => {
    const seen = sighted.map((_, run) => seenOn.has(run));
    const on = addDays(today, medianDay([...seenOn.values()]));
    const { p, low, high } = wilson(seenOn.size, n);
    const among = (is: boolean, at: number) =>
      sighted.flatMap(({ values }, run) => (seen[run] === is ? [itemAt(values, at)] : []));
    return {
      event,
      ...(level === undefined ? {} : { level }),
      on,
      p: toSixDigits(p),
      low: toSixDigits(low),
      high: toSixDigits(high),
      shifts: quantities.map(({ id }, at) => ({
        quantity: id,
        ifSo: meanOf(among(true, at)),
        ifNot: meanOf(among(false, at)),
      })),
      information: toSixDigits(informationBeyondChance(seen, ends, all.length)),
      leadDays: meetingAhead ? daysBetween(on, meetingOn) : null,
    };
  });
  const later = (a: Signal, b: Signal) => (keyOf(a) < keyOf(b) ? -1 : 1);
  return signals.sort((a, b) => b.information - a.information || b.p - a.p || later(a, b));
}

/** The analysis behind {@link watch}. */
export function* watched(subject: Subject, options: WatchOptions = {}): EnsembleAnalysis<Watch> {
  checkOptions(options, WATCH_OPTIONS);
  const { runs = WATCH_RUNS, seed = DEFAULT_SEED } = options;
  checkRunsAndSeed(runs, seed);
  const { scenario, initial, specification } = prepare(subject, options);
  const days = daysAsked(options, specification);
  const quantities = quantitiesOfInterest(specification);
  const found: Sighted[] = [];
  yield {
    kind: 'sightings',
    setting: { initial, specification, seed, days, quantities: quantities.map(({ id }) => id) },
    from: 0,
    to: runs,
    take: (part) => {
      for (const sighted of part) found.push(sighted);
    },
    partial: () => found.length > 0,
    how: options,
  };
  const answer = {
    version: VERSION,
    scenario: scenario.id,
    today: specification.today,
    until: addDays(specification.today, days),
    seed,
    runs: found.length,
    ...(found.length < runs ? { partial: { done: found.length, asked: runs } } : {}),
    basis: 'model' as const,
    quantities: quantities.map(({ id, title }, at) => ({
      id,
      title,
      value: toSixDigits(mean(found.map(({ values }) => itemAt(values, at)))),
    })),
    signals: signalsOf(found, quantities, specification, days),
  };
  return { ...answer, digest: digest(answer) };
}

/**
 * Tells what to watch in the days to come: each event that some runs show and others do not, and each level that some pass, how often, what every quantity of interest
 * becomes if it is seen and if it is not, and how many bits it tells of how the meeting ends, most telling first. A signal that may tell
 * nothing has 0 bits. Throws an InputError for days, runs or a seed out of range.
 * @param subject - Scenario, id of one, or play, which is watched from the day on which it stands.
 * @param options - Days that are watched (1 to 365; two weeks beyond the meeting unless told), runs (2 000 unless told) and seed.
 *
 * @example watch('kuala-lumpur-2025', { runs: 500 }).signals[0]
 */
export function watch(subject: Subject, options: WatchOptions = {}): Watch {
  return here(watched(subject, options));
}
