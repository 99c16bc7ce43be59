/**
 * What would have to be true for another outcome to lead, or for a quantity to pass a value: the smallest change of at most three
 * parameters within their ranges, held against others, each judged on draws that had no part in its choice. The model alone.
 */
import { digest } from '../../engine/digest';
import { checkRunsAndSeed } from '../../ensemble/checks';
import { DEFAULT_SEED, FLIP_RUNS, LONGEST_SEED } from '../../ensemble/limits';
import { followedFor, quantityOf, type QuantityOfInterest } from '../../ensemble/quantity-of-interest';
import { parameterSampler } from '../../episode/parameter-draw';
import { checkOptions, type OptionTable } from '../../kit/checks';
import { toSixDigits } from '../../kit/decimals';
import { createDraws } from '../../kit/keyed-draws';
import { existing, firstOf, itemAt } from '../../kit/lists';
import { mean } from '../../kit/statistics';
import { VERSION } from '../../kit/version';
import type { ModelSpecification } from '../../scenario/model-specification';
import { seriesOf } from '../comparison/side-by-side';
import { prepare, type Prepared, type Subject } from '../prepared';
import { PROJECT_OPTIONS, type ProjectOptions } from '../project';
import { here } from '../runner/here';
import type { EnsembleAnalysis, RunOptions } from '../runner/stage';
import { axisOf, candidatesOf, changedBy, onlyThese, slopesOf, valueAt, type Candidate } from './candidates';
import { checkFlipRequest, columnsOf, questionOf, type FlipRequest, type Question } from './question';
import { smallestChange, type Change, type Closeness, type Point, type Query, type Reading } from './search';

export type { FlipRequest } from './question';

/** How a flip is looked for. */
export interface FlipOptions extends ProjectOptions, FlipRequest {
  /** What may be changed: parameters as `meeting.notHeld` or `issues.soybeans.cost`, or components as `meeting` or `issues`; all that are drawn unless told. */
  readonly only?: readonly string[] | undefined;
}

const FLIP_OPTIONS: OptionTable<FlipOptions> = {
  ...PROJECT_OPTIONS,
  output: true,
  past: true,
  leads: true,
  only: true,
};

/** A parameter that is set in all runs, or the middle of a worth or red line that is moved. */
export interface ChangedParameter {
  /** As a scenario file calls it. */
  readonly parameter: string;
  /** Its central value. */
  readonly from: number;
  /** The value to which it is moved, in its unit. */
  readonly to: number;
  /** Low end of the range within which it was looked for, in its unit. */
  readonly low: number;
  /** High end of that range, in its unit. */
  readonly high: number;
}

/** What a projection of the changed scenario says, on draws that had no part in the choice of the change. */
export interface AfterChange {
  /** The quantity with its 95 % interval of sampling. */
  readonly value: number;
  /** Lower end of the interval. */
  readonly low: number;
  /** Upper end of the interval. */
  readonly high: number;
  /** The classes by the model alone; null where no meeting lies ahead. */
  readonly classes:
    | readonly {
        /** Id of the outcome class. */
        readonly id: string;
        /** Share of the runs that end in it, 0 to 1. */
        readonly p: number;
      }[]
    | null;
  /** Runs with which it was projected, so that it can be again. */
  readonly runs: number;
  /** Seed with which it was projected: another than that of the search. */
  readonly seed: string;
}

/** A change with what comes of it. */
export interface FlipChange {
  /** At most three, the largest step first. */
  readonly changes: readonly ChangedParameter[];
  /** Root of the sum of squares of the steps, each in units of half the range of its parameter. */
  readonly distance: number;
  /** What the quantity is after the change, on fresh draws. */
  readonly after: AfterChange;
}

/** The answer: what `detente flip --json` prints. */
export interface Flip {
  /** Version of the library that gave the answer. */
  readonly version: string;
  /** Id of the scenario. */
  readonly scenario: string;
  /** First day of the runs, YYYY-MM-DD. */
  readonly today: string;
  /** Seed of the draws of the search. */
  readonly seed: string;
  /** Runs of the scenario as it is, and of each change that is told. */
  readonly runs: number;
  /** Episodes that the search took in all. */
  readonly episodes: number;
  /** Always `model`: no base rate is pooled with it. */
  readonly basis: 'model';
  /** Id of the quantity of interest, or `lead:<class>`: the share of a class less that of the largest other. */
  readonly quantity: string;
  /** The quantity in words. */
  readonly title: string;
  /** Unit of the quantity: a probability from 0 to 1, or per cent and its likes. */
  readonly unit: QuantityOfInterest['unit'];
  /** The quantity as it is, in its unit. */
  readonly from: number;
  /** The value that it is to pass, in its unit. */
  readonly to: number;
  /** Classes by the model as it is; null where no meeting lies ahead. */
  readonly classes: AfterChange['classes'];
  /** The smallest change that was found to do it, its interval wholly beyond the value: empty where none was. */
  readonly changes: readonly ChangedParameter[];
  /** Length of that change; null where none was found, as `after`. */
  readonly distance: number | null;
  /** What the quantity is after that change, on fresh draws; null where none was found. */
  readonly after: AfterChange | null;
  /** Changes of other parameters that do it, too, shortest first. */
  readonly runnersUp: readonly FlipChange[];
  /** Where no change does it: the one of those looked at that comes nearest; null where one does, and where nothing helps. */
  readonly nearest: FlipChange | null;
  /** Parameters, worths and red lines that might have been changed. */
  readonly candidates: number;
  /** SHA-256 of the answer without this field, hexadecimal. */
  readonly digest: string;
}

type Rows = readonly (readonly number[])[];

/** What a flip stands on. */
interface Ground {
  readonly prepared: Prepared;
  readonly specification: ModelSpecification;
  readonly columns: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly runs: number;
  readonly seed: string;
  readonly how: RunOptions;
}

/** The seed of draws that have no part in a search. */
const freshSeed = (seed: string): string => `${seed.slice(0, LONGEST_SEED - '/after'.length)}/after`;

/** Part of the runs by which a point is read, and the fewest. */
const PARTS: Readonly<Record<Closeness, readonly [part: number, fewest: number]>> = {
  coarse: [1 / 10, 80],
  middle: [1 / 4, 80],
  fresh: [1, 1],
};

/** How many runs a reading takes; never more than there are in all. */
function runsOf(how: Closeness, runs: number): number {
  const [part, fewest] = PARTS[how];
  return Math.min(runs, Math.max(fewest, Math.ceil(part * runs)));
}

/** Runs the same episodes under several specifications; the rows of each. */
function* runUnder(
  { prepared, columns, how }: Ground,
  specifications: readonly ModelSpecification[],
  runs: number,
  seed: string,
): EnsembleAnalysis<Rows[]> {
  const found: number[][] = [];
  const scenarios = specifications.map((specification) => ({
    initial: prepared.initial,
    specification,
    quantities: columns,
  }));
  yield {
    kind: 'quantities',
    setting: { seed, scenarios },
    from: 0,
    to: runs * scenarios.length,
    take: (part) => {
      for (const values of part) found.push(values);
    },
    how,
  };
  return seriesOf(found, scenarios.length);
}

const valuesAt = (candidates: readonly Candidate[], point: Point) =>
  [...point].map(([axis, step]) => {
    const candidate = itemAt(candidates, axis);
    return [candidate, valueAt(candidate, step)] as const;
  });

/** Reads points, and keeps what stood behind each reading. */
class Reader {
  readonly #ground: Ground;
  readonly #question: Question;
  readonly #base: Rows;
  /** Above 0 where the quantity is to rise. */
  readonly #sign: 1 | -1;
  readonly #rows = new Map<Reading, Rows>();
  episodes = 0;

  constructor(ground: Ground, question: Question, base: Rows) {
    this.#ground = ground;
    this.#question = question;
    this.#base = base;
    this.#sign = question.measure(base).value < question.bound ? 1 : -1;
  }

  /** How far some rows are beyond the bound. */
  reading(rows: Rows): Reading {
    const { value, low, high } = this.#question.measure(rows);
    const { bound } = this.#question;
    const gap = this.#sign * (value - bound);
    return { gap, sure: this.#sign > 0 ? low - bound : bound - high };
  }

  /** What stood behind a reading. */
  rowsOf(reading: Reading): Rows {
    return existing(this.#rows.get(reading));
  }

  *read({ points, how }: Query): EnsembleAnalysis<Reading[]> {
    const { specification, candidates, runs, seed } = this.#ground;
    const changed = points.map((point) => changedBy(specification, valuesAt(candidates, point)));
    const some = runsOf(how, runs);
    const all = yield* runUnder(this.#ground, changed, some, how === 'fresh' ? freshSeed(seed) : seed);
    this.episodes += some * points.length;
    // The same episodes unchanged are off by so much: on common draws a changed one is off alike.
    const off =
      how === 'fresh' ? 0 : this.reading(this.#base).gap - this.reading(this.#base.slice(0, some)).gap;
    return all.map((rows) => {
      const { gap, sure } = this.reading(rows);
      const reading = { gap: gap + off, sure: sure + off };
      if (how === 'fresh') this.#rows.set(reading, rows);
      return reading;
    });
  }
}

const classesIn = ({ outcomes, meetingAhead }: ModelSpecification, rows: Rows): AfterChange['classes'] =>
  meetingAhead
    ? outcomes.map(({ id }, at) => ({ id, p: toSixDigits(mean(rows.map((row) => itemAt(row, at)))) }))
    : null;

function told({ point, reading }: Change, ground: Ground, question: Question, reader: Reader): FlipChange {
  const rows = reader.rowsOf(reading);
  const { value, low, high } = question.measure(rows);
  const steps = valuesAt(ground.candidates, point).map(
    ([{ parameter, low: least, central, high: most }, to]) => ({
      step: (to - central) / ((most - least) / 2),
      change: { parameter, from: central, to, low: least, high: most },
    }),
  );
  return {
    changes: steps.sort((a, b) => Math.abs(b.step) - Math.abs(a.step)).map(({ change }) => change),
    distance: toSixDigits(Math.sqrt(steps.reduce((sum, { step }) => sum + step * step, 0))),
    after: {
      value: toSixDigits(value),
      low: toSixDigits(low),
      high: toSixDigits(high),
      classes: classesIn(ground.specification, rows),
      runs: rows.length,
      seed: freshSeed(ground.seed),
    },
  };
}

function groundOf(subject: Subject, options: FlipOptions): Ground {
  checkOptions(options, FLIP_OPTIONS);
  const { runs = FLIP_RUNS, seed = DEFAULT_SEED, signal, onProgress, only } = options;
  checkRunsAndSeed(runs, seed);
  const prepared = prepare(subject, options);
  const whole = prepared.specification;
  checkFlipRequest(whole, options, prepared.scenario.id);
  const columns = columnsOf(whole, options);
  const specification = followedFor(
    whole,
    columns.map((id) => quantityOf(whole, id)),
  );
  const candidates = onlyThese(candidatesOf(specification), only);
  return { prepared, specification, columns, candidates, runs, seed, how: { signal, onProgress } };
}

/** The analysis behind {@link flip}. */
export function* flipped(subject: Subject, options: FlipOptions = {}): EnsembleAnalysis<Flip> {
  const ground = groundOf(subject, options);
  const { prepared, specification, candidates, runs, seed } = ground;
  const base = firstOf(yield* runUnder(ground, [specification], runs, seed));
  const question = questionOf(specification, options, base);
  const reader = new Reader(ground, question, base);
  const draws = createDraws(seed);
  const sampler = parameterSampler(specification);
  const start = reader.reading(base);
  const { value: from } = question.measure(base);
  const sign = from < question.bound ? 1 : -1;
  const slopes = slopesOf(
    candidates,
    base.map((_, episode) => sampler(draws, episode)),
    question.series(base).map((value) => sign * value),
  );
  const search = smallestChange(candidates.map(axisOf), { start, slopes });
  let step = search.next();
  while (step.done !== true) step = search.next(yield* reader.read(step.value));
  const { crossing, nearest } = step.value;
  const [best, ...others] = crossing.map((change) => told(change, ground, question, reader));
  const answer = {
    version: VERSION,
    scenario: prepared.scenario.id,
    today: specification.today,
    seed,
    runs,
    episodes: runs + reader.episodes,
    basis: 'model' as const,
    quantity: question.quantity.id,
    title: question.quantity.title,
    unit: question.quantity.unit,
    from: toSixDigits(from),
    to: question.bound,
    classes: classesIn(specification, base),
    changes: best?.changes ?? [],
    distance: best?.distance ?? null,
    after: best?.after ?? null,
    runnersUp: others,
    nearest: nearest === null ? null : told(nearest, ground, question, reader),
    candidates: candidates.length,
  };
  return { ...answer, digest: digest(answer) };
}

/**
 * Looks for what would have to be true for another outcome class to lead, or for a quantity to pass a value: the smallest change of at
 * most three parameters within their ranges, with others that do it too, each projected on draws that had no part in its choice.
 * A change counts where the whole 95 % interval lies beyond; where none does, the nearest is told. Throws an InputError for a quantity,
 * class, value, parameter, runs or seed that does not exist or is out of range, and the reason of the signal where it is stopped.
 * @param subject - Scenario, id of one, or play whose answer is to turn over.
 * @param options - What is to come about, which parameters may change, runs (2 000 unless told) and seed; left out, the leading class is to
 *   lose its lead.
 *
 * @example flip('kuala-lumpur-2025', { output: 'class:rollback', past: 0.6, runs: 400 }).changes
 */
export function flip(subject: Subject, options: FlipOptions = {}): Flip {
  return here(flipped(subject, options));
}
