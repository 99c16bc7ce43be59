/**
 * Forecasts of questions about days to come: what was registered before their day, with its resolution and score, and what the model says
 * today. A probability is pooled with the base rate of comparable cases, at the weight of every published pool.
 */
import { checkOptions, checkYesNo, type OptionTable } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import { createDraws } from '../../kit/keyed-draws';
import { itemAt } from '../../kit/lists';
import { brier, mean, quantile, wilson } from '../../kit/statistics';
import { VERSION } from '../../kit/version';
import { digest } from '../../engine/digest';
import { checkRunsAndSeed } from '../../ensemble/checks';
import { POSSIBLE_POLICIES } from '../../ensemble/factor';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../ensemble/limits';
import { bareFacts } from '../../facts/packaged-bare';
import { recordSpan } from '../../facts/record-span';
import { checkFacts, type BareFacts } from '../../facts/bare';
import { poolFloor, pooled } from '../../outcomes/pool';
import { distributionOf, type ModelSpecification } from '../../scenario/model-specification';
import { here } from '../runner/here';
import { prepare, type Prepared } from '../prepared';
import { RUN_OPTIONS, type EnsembleAnalysis, type RunOptions } from '../runner/stage';
import { studied } from '../runner/study';
import {
  nestedEpisodes,
  uncertaintyIntervals,
  type EstimatedHalfWidth,
  type QuantityUncertainty,
} from '../uncertainty';
import { conditionOf, type AnswersSetting, type Question } from './answers';

type Row = BareFacts['registered'][number];
type Registration = Extract<Row, { kind: 'registration' }>;
type Resolution = Extract<Row, { kind: 'resolution' }>;

/** An answer: a probability, or the 10th, 50th and 90th percentile. */
export type Answer = Registration['answer'];

/** The ends of an interval of a probability, 0 to 1. */
export interface ForecastInterval {
  /** Lower end, 0 to 1. */
  readonly low: number;
  /** Upper end, 0 to 1. */
  readonly high: number;
}

/** A question with its answer, as it was registered or as the model gives it today. */
export interface ForecastQuestion {
  /** Id of the question. */
  readonly id: string;
  /** Id of the scenario whose episodes are asked. */
  readonly scenario: string;
  /** The question in words. */
  readonly question: string;
  /** Day on which it is resolved, YYYY-MM-DD. */
  readonly resolvesOn: string;
  /** The answer: a probability, or the 10th, 50th and 90th percentile of a number. */
  readonly answer: Answer;
  /** The 95 % intervals of a probability, pooled as it is; null for a number, whose percentiles are the spread of its runs. */
  readonly intervals: {
    /** How far it may be off because so many runs were made and not more. */
    readonly sampling: ForecastInterval | null;
    /** Because the parameters are not known; null, too, where it was not asked for or is not told from nothing. */
    readonly assumptions: ForecastInterval | null;
    /** Because nobody knows which decision rules the parties follow; null, too, where it was not asked for or is not told from nothing. */
    readonly actors: ForecastInterval | null;
  };
  /** Probability by comparable cases, with Jeffreys' prior; null where there are none. */
  readonly baseRate: number | null;
  /** The model alone; null for a number. */
  readonly pModel: number | null;
  /** The day on which it was registered; null for an answer of today. */
  readonly registeredOn: string | null;
  /** The last day of which anything was known. */
  readonly knownTo: string;
  /** Version of the library that gave the answer. */
  readonly version: string;
  /** Seed of its runs. */
  readonly seed: string;
  /** Episodes of the scenario that were asked. */
  readonly runs: number;
  /** SHA-256 of the answers that were given with it, hexadecimal. */
  readonly digest: string;
  /** What the question was resolved to; null until then. */
  readonly resolution: {
    /** Day on which it was resolved, YYYY-MM-DD. */
    readonly on: string;
    /** What happened: yes or no, or the number. */
    readonly outcome: boolean | number;
    /** By what it was resolved, in words. */
    readonly note: string;
  } | null;
  /** Brier score of a probability, mean pinball loss of percentiles; null until the question is resolved. */
  readonly score: number | null;
}

/** Questions with their answers. */
export interface Forecast {
  /** Version of the library that gave the answer. */
  readonly version: string;
  /** What nobody could know: the record ends here. */
  readonly known: {
    /** Last day of the record, YYYY-MM-DD. */
    readonly to: string;
    /** Why the record ends there; null where its authors say nothing. */
    readonly note: string | null;
  };
  /** The questions, each with its answer; those that nobody has registered an answer to only with `again`. */
  readonly questions: readonly ForecastQuestion[];
  /** SHA-256 of the last row of the register; null while it is empty. */
  readonly head: string | null;
  /** SHA-256 of the answer without this field, hexadecimal. */
  readonly digest: string;
}

/** How questions are answered. */
export interface ForecastOptions extends RunOptions {
  /** Whether today's model answers anew; else what was registered is told. */
  readonly again?: boolean | undefined;
  /**
   * With `again`: whether the intervals of assumptions and of the actor model are told, too, by a nested design over all pairs of the
   * policies held possible, which takes two and a half times as many episodes again; not unless told.
   */
  readonly intervals?: boolean | undefined;
  /** Episodes of each scenario that questions are asked of; 4 000 unless told. */
  readonly runs?: number | undefined;
  /** With `again`: seed of the draws, 1 to 200 characters; `1` unless told. */
  readonly seed?: string | undefined;
  /** Facts in place of the packaged ones. */
  readonly facts?: BareFacts | undefined;
}

const FORECAST_OPTIONS: OptionTable<ForecastOptions> = {
  ...RUN_OPTIONS,
  again: true,
  intervals: true,
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

const NO_INTERVALS = { sampling: null, assumptions: null, actors: null };

const rounded = (value: number): number => Number(value.toFixed(4));

/** What the numbers of episodes come to. */
function answered(
  question: Question,
  specification: ModelSpecification,
  values: readonly number[],
  uncertainty: QuantityUncertainty | undefined,
): Pick<ForecastQuestion, 'answer' | 'intervals' | 'baseRate' | 'pModel'> {
  if (question.asks.kind === 'quantiles') {
    const at = (level: number) => rounded(quantile(values, level));
    const answer = { p10: at(LEVELS[0]), p50: at(LEVELS[1]), p90: at(LEVELS[2]) };
    return { answer, intervals: NO_INTERVALS, baseRate: null, pModel: null };
  }
  const base = baseRateOf(question);
  const told = (p: number) => rounded(publishedChance(specification, p, base));
  const { p, low, high } = wilson(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
  const around = (width: EstimatedHalfWidth | undefined): ForecastInterval | null => {
    if (width === undefined || width.halfWidth === null || !width.distinguishable) return null;
    return {
      low: told(Math.max(0, p - width.halfWidth)),
      high: told(Math.min(1, p + width.halfWidth)),
    };
  };
  return {
    answer: { p: told(p) },
    intervals: {
      sampling: { low: told(low), high: told(high) },
      assumptions: around(uncertainty?.assumptions),
      actors: around(uncertainty?.actorModel),
    },
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
  const { answer, sampling, assumptions = null, actors = null, baseRate, pModel } = row;
  const { registeredOn, knownTo, version, seed, runs } = row;
  return [
    {
      ...tellOf(question),
      answer,
      intervals: { sampling, assumptions, actors },
      ...{ baseRate, pModel, registeredOn, knownTo, version, seed, runs, digest: row.digest },
      resolution:
        resolved === undefined
          ? null
          : { on: resolved.resolvedOn, outcome: resolved.outcome, note: resolved.note },
      score: resolved === undefined ? null : scoreOf(answer, resolved.outcome),
    },
  ];
}

interface Asked {
  readonly seed: string;
  readonly runs: number;
  readonly intervals: boolean;
}

interface Told {
  readonly before: number;
  readonly all: number;
  readonly how: RunOptions;
}

/**
 * A nested design. What the parameters do to a rare event is told from chance by many parameter draws only, so the scenario's own
 * policies get one for each run.
 */
function designOf({ runs }: Asked) {
  return { ownWorlds: Math.max(2, runs), worlds: Math.max(2, Math.round(runs / 100)), replicates: 2 };
}

/** Episodes of a scenario. */
function costOf(asked: Asked, specification: ModelSpecification): number {
  if (!asked.intervals) return asked.runs;
  return asked.runs + nestedEpisodes({ specification, rules: POSSIBLE_POLICIES, ...designOf(asked) });
}

/** How sure the answers to the questions of one scenario are. */
function* uncertaintyOfAnswers(
  setting: AnswersSetting,
  questions: readonly Question[],
  asked: Asked,
  told: Told,
): EnsembleAnalysis<readonly QuantityUncertainty[]> {
  const { specification, seed } = setting;
  const plan = {
    ...{ specification, rules: POSSIBLE_POLICIES, runs: asked.runs, ...designOf(asked) },
    draws: createDraws(seed),
    headlines: questions.map(({ id, question, asks }) => ({
      ...{ id, title: question, basis: 'model' as const },
      unit: asks.kind === 'chance' ? ('probability' as const) : ('per cent' as const),
    })),
  };
  const found = yield* studied(uncertaintyIntervals(plan), (points, take) => ({
    ...{ kind: 'answers', setting, items: points, from: 0, to: points.length, take },
    ...{ before: told.before, all: told.all, how: told.how },
  }));
  return found.headlines;
}

/** The answers of today's model to the questions of one scenario. */
function* answersOf(
  prepared: Prepared,
  questions: readonly Question[],
  asked: Asked,
  progress: Told,
): EnsembleAnalysis<ForecastQuestion[]> {
  const { seed, runs } = asked;
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
  const setting = { seed, initial, specification, asked: questions.map(({ asks }) => asks) };
  yield {
    kind: 'answers',
    setting,
    from: 0,
    to: runs,
    take: (part) => {
      for (const values of part) found.push(values);
    },
    ...progress,
  };
  const sure = asked.intervals
    ? yield* uncertaintyOfAnswers(setting, questions, asked, {
        ...progress,
        before: progress.before + runs,
      })
    : [];
  const told = questions.map((question, at) => ({
    ...tellOf(question),
    ...answered(
      question,
      given,
      found.map((values) => itemAt(values, at)),
      sure[at],
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
  const { again = false, intervals = false, facts = bareFacts() } = options;
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED } = options;
  checkRunsAndSeed(runs, seed);
  checkYesNo('intervals', intervals);
  if (intervals && !again)
    throw new InputError({
      code: 'input/unknown-option',
      path: 'intervals',
      given: intervals,
      allowed: 'it with `again` only: registered answers keep the intervals that they were registered with',
    });
  checkFacts('facts', facts);
  const { questions, registered } = facts;
  const told: ForecastQuestion[] = [];
  if (again) {
    const asked = { seed, runs, intervals };
    const scenarios = [...new Set(questions.map(({ scenario }) => scenario))].map((scenario) => {
      const prepared = prepare(scenario, { facts });
      const of = questions.filter((question) => question.scenario === scenario);
      return { prepared, of, cost: costOf(asked, prepared.specification) };
    });
    const all = scenarios.reduce((sum, { cost }) => sum + cost, 0);
    let before = 0;
    for (const { prepared, of, cost } of scenarios) {
      told.push(...(yield* answersOf(prepared, of, asked, { before, all, how: options })));
      before += cost;
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
 * @param options - Whether today's model answers anew, with how many runs and which seed; left out, what was registered is told.
 *
 * @example forecast().questions[0]?.answer
 */
export function forecast(options: ForecastOptions = {}): Forecast {
  return here(forecasted(options));
}
