/**
 * Forecasts of questions about days to come: what was registered before their day, with its resolution and score, and what the model says
 * today. A probability is pooled with the base rate of comparable cases, at the weight of every published pool.
 */
import { checkOptions, type OptionTable } from '../../kit/checks';
import { itemAt } from '../../kit/lists';
import { brier, mean, quantile, wilson } from '../../kit/statistics';
import { VERSION } from '../../kit/version';
import { digest } from '../../engine/digest';
import { checkRunsAndSeed } from '../../ensemble/checks';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../ensemble/limits';
import { facts as packagedFacts } from '../../facts/packaged';
import { recordSpan } from '../../facts/record-span';
import type { Facts } from '../../facts/schema';
import { poolFloor, pooled } from '../../outcomes/pool';
import { distributionOf, type ModelSpecification } from '../../scenario/model-specification';
import { here } from '../runner/here';
import { prepare, type Prepared } from '../prepared';
import { RUN_OPTIONS, type EnsembleAnalysis, type RunOptions } from '../runner/stage';
import { conditionOf, type Question } from './answers';

type Row = Facts['registered'][number];
type Registration = Extract<Row, { kind: 'registration' }>;
type Resolution = Extract<Row, { kind: 'resolution' }>;

/** An answer: a probability, or the 10th, 50th and 90th percentile. */
export type Answer = Registration['answer'];

/** A question with its answer, as it was registered or as the model gives it today. */
export interface ForecastQuestion {
  readonly id: string;
  readonly scenario: string;
  readonly question: string;
  readonly resolvesOn: string;
  readonly answer: Answer;
  /** The 95 % interval of sampling of a probability; that of assumptions and of the actor model is not told. */
  readonly intervals: {
    readonly sampling: { readonly low: number; readonly high: number } | null;
    readonly assumptions: null;
    readonly actors: null;
  };
  /** Probability by comparable cases, with Jeffreys' prior; null where there are none. */
  readonly baseRate: number | null;
  /** The model alone; null for a number. */
  readonly pModel: number | null;
  /** The day on which it was registered; null for an answer of today. */
  readonly registeredOn: string | null;
  /** The last day of which anything was known. */
  readonly knownTo: string;
  readonly version: string;
  readonly seed: string;
  readonly runs: number;
  readonly digest: string;
  readonly resolution: {
    readonly on: string;
    readonly outcome: boolean | number;
    readonly note: string;
  } | null;
  /** Brier score of a probability, mean pinball loss of percentiles; null until the question is resolved. */
  readonly score: number | null;
}

/** Questions with their answers. */
export interface Forecast {
  readonly version: string;
  /** What nobody could know: the record ends here. */
  readonly known: { readonly to: string; readonly note: string | null };
  readonly questions: readonly ForecastQuestion[];
  /** SHA-256 of the last row of the register; null while it is empty. */
  readonly head: string | null;
  readonly digest: string;
}

/** How questions are answered. */
export interface ForecastOptions extends RunOptions {
  /** Whether today's model answers anew; else what was registered is told. */
  readonly again?: boolean | undefined;
  /** Episodes of each scenario that questions are asked of; 4 000 unless told. */
  readonly runs?: number | undefined;
  readonly seed?: string | undefined;
  /** Facts in place of the packaged ones. */
  readonly facts?: Facts | undefined;
}

const FORECAST_OPTIONS: OptionTable<ForecastOptions> = {
  ...RUN_OPTIONS,
  again: true,
  runs: true,
  seed: true,
  facts: true,
};

const LEVELS = [0.1, 0.5, 0.9] as const;
/** Jeffreys' prior count of either answer. */
const PRIOR_COUNT = 0.5;

/** The probability of a question by comparable cases. */
export function baseRateOf({ baseRate }: Pick<Question, 'baseRate'>): number | null {
  return baseRate === null ? null : (baseRate.n + PRIOR_COUNT) / (baseRate.of + 2 * PRIOR_COUNT);
}

/** A probability of the model pooled with a base rate as every published one is; itself where there is none. */
function publishedChance(specification: ModelSpecification, p: number, base: number | null): number {
  if (base === null) return p;
  // The weight of every published pool, though no meeting need lie ahead.
  const weight = distributionOf(specification, 'pool.baseRateWeight').central;
  const how = { weight, floor: poolFloor(specification) };
  return itemAt(pooled([p, 1 - p], { ...how, baseRate: [base, 1 - base] }), 0);
}

/** The score of an answer: Brier for a probability, the mean pinball loss for percentiles. */
export function scoreOf(answer: Answer, outcome: boolean | number): number {
  if ('p' in answer) return brier(answer.p, outcome === true);
  const happened = Number(outcome);
  const told = [answer.p10, answer.p50, answer.p90];
  return mean(
    LEVELS.map((level, at) => {
      const miss = happened - itemAt(told, at);
      return miss >= 0 ? level * miss : (level - 1) * miss;
    }),
  );
}

const rounded = (value: number): number => Number(value.toFixed(4));

/** What the numbers of episodes come to. */
function answered(
  question: Question,
  specification: ModelSpecification,
  values: readonly number[],
): Pick<ForecastQuestion, 'answer' | 'intervals' | 'baseRate' | 'pModel'> {
  const none = { assumptions: null, actors: null };
  if (question.asks.kind === 'quantiles') {
    const at = (level: number) => rounded(quantile(values, level));
    const answer = { p10: at(LEVELS[0]), p50: at(LEVELS[1]), p90: at(LEVELS[2]) };
    return { answer, intervals: { sampling: null, ...none }, baseRate: null, pModel: null };
  }
  const base = baseRateOf(question);
  const told = (p: number) => rounded(publishedChance(specification, p, base));
  const { p, low, high } = wilson(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
  return {
    answer: { p: told(p) },
    intervals: { sampling: { low: told(low), high: told(high) }, ...none },
    baseRate: base === null ? null : rounded(base),
    pModel: rounded(p),
  };
}

const tellOf = ({ id, scenario, question, resolvesOn }: Question) => ({ id, scenario, question, resolvesOn });

/** What was registered of a question, with its resolution; the last registration before its day where there are several. */
function registeredOf(question: Question, rows: readonly Row[]): ForecastQuestion[] {
  const mine = rows.filter((row) => row.question === question.id);
  const row = mine.filter((one): one is Registration => one.kind === 'registration').at(-1);
  if (row === undefined) return [];
  const resolved = mine.filter((one): one is Resolution => one.kind === 'resolution').at(-1);
  const { answer, sampling, baseRate, pModel, registeredOn, knownTo, version, seed, runs } = row;
  return [
    {
      ...tellOf(question),
      answer,
      intervals: { sampling, assumptions: null, actors: null },
      ...{ baseRate, pModel, registeredOn, knownTo, version, seed, runs, digest: row.digest },
      resolution:
        resolved === undefined
          ? null
          : { on: resolved.resolvedOn, outcome: resolved.outcome, note: resolved.note },
      score: resolved === undefined ? null : scoreOf(answer, resolved.outcome),
    },
  ];
}

/** The answers of today's model to the questions of one scenario. */
function* answersOf(
  prepared: Prepared,
  questions: readonly Question[],
  { seed, runs }: { readonly seed: string; readonly runs: number },
  progress: { readonly before: number; readonly all: number; readonly how: RunOptions },
): EnsembleAnalysis<ForecastQuestion[]> {
  const { facts, initial, specification: given } = prepared;
  // What an episode reads on evenings are the terms of its outcome classes: the questions stand in their place.
  const outcomes = questions.map((question) => ({
    ...{ id: question.id, title: question.id, meaning: question.question, question: question.question },
    ...{ resolvesOn: question.resolvesOn, consult: question.consult, tie: question.yes },
    when: conditionOf(question.asks),
  }));
  const { precedence: _precedence, ...rest } = given;
  const specification = { ...rest, outcomes };
  const found: (readonly number[])[] = [];
  yield {
    kind: 'answers',
    setting: { seed, initial, specification, asked: questions.map(({ asks }) => asks) },
    from: 0,
    to: runs,
    take: (part) => {
      for (const values of part) found.push(values);
    },
    ...progress,
  };
  const told = questions.map((question, at) => ({
    ...tellOf(question),
    ...answered(
      question,
      given,
      found.map((values) => itemAt(values, at)),
    ),
  }));
  const of = digest({ version: VERSION, seed, runs, answers: told });
  const { last: knownTo } = recordSpan(facts);
  return told.map((one) => ({
    ...one,
    ...{ registeredOn: null, knownTo, version: VERSION, seed, runs, digest: of },
    ...{ resolution: null, score: null },
  }));
}

/** The analysis behind {@link forecast}. */
export function* forecasted(options: ForecastOptions = {}): EnsembleAnalysis<Forecast> {
  checkOptions(options, FORECAST_OPTIONS);
  const { again = false, runs = DEFAULT_RUNS, seed = DEFAULT_SEED, facts = packagedFacts } = options;
  checkRunsAndSeed(runs, seed);
  const { questions, registered } = facts;
  const told: ForecastQuestion[] = [];
  if (again) {
    const scenarios = [...new Set(questions.map(({ scenario }) => scenario))];
    for (const [at, scenario] of scenarios.entries()) {
      const of = questions.filter((question) => question.scenario === scenario);
      const progress = { before: at * runs, all: scenarios.length * runs, how: options };
      told.push(...(yield* answersOf(prepare(scenario, { facts }), of, { seed, runs }, progress)));
    }
  } else for (const question of questions) told.push(...registeredOf(question, registered));
  const { last, note } = recordSpan(facts);
  const head = registered.at(-1);
  const answer = {
    version: VERSION,
    known: { to: last, note },
    questions: told,
    head: head === undefined ? null : digest(head),
  };
  return { ...answer, digest: digest(answer) };
}

/**
 * The questions of the facts with their answers: those that were registered before their day, with resolution and score, or with `again`
 * those of today's model. Deterministic in its arguments. Throws an InputError for runs or a seed out of range, and the reason of the
 * signal where it is stopped.
 *
 * @example forecast().questions[0]?.answer
 */
export function forecast(options: ForecastOptions = {}): Forecast {
  return here(forecasted(options));
}
