/**
 * Backtest: past meetings forecast from the record of their eve, scored as they are published, and compared with base
 * rates, with markets and banks, and with the model without one of its parts. Nothing is fitted to an outcome.
 */
import { READING_OPTIONS, type ModelReading } from '../../scenario/model-specification';
import { BACKTEST_RUNS, PART_RUNS, RESAMPLES, checkRunsAndSeed } from '../../ensemble/checks';
import { checkOptions, checkWhole, type OptionTable } from '../../kit/checks';
import { here } from '../runner/here';
import type { ParameterValues, Series } from '../comparison/outcome-series';
import { seriesOf } from '../comparison/side-by-side';
import { RUN_OPTIONS, type EnsembleAnalysis, type RunOptions } from '../runner/stage';
import { createDraws } from '../../kit/keyed-draws';
import { mean } from '../../kit/statistics';
import {
  baselinesOf,
  leaveOneOutBaseRates,
  meanScores,
  scoresOf,
  type Baselines,
  type Resampled,
  type Scores,
} from '../../outcomes/forecast-scores';
import type { BareFacts } from '../../facts/bare';
import { BASE_RATE_CLASSES, distributionOf } from '../../scenario/model-specification';
import { BASE_SCENARIO, USUAL_WORK, type BacktestWork } from './work';
import {
  addDetails,
  detailMeans,
  noDetails,
  scoreContract,
  scoreIssues,
  scoreRates,
  type ContractScore,
  type DetailedMeeting,
  type DetailMeans,
  type Details,
  type IssueScore,
} from './detail-scores';
import { scoreForecasters, type ForecasterScore } from './forecasters';
import { firstScoresOf, heldOutOf, type HeldOut, type RegisteredScore } from './registered-scores';
import type { MeetingScore } from './meeting-score';
import {
  CLASSES,
  pooledForecast,
  prepareMeetings,
  sharesOf,
  type ModelShares,
  type PreparedMeeting,
} from './past-forecasts';
import { scoreSets, setsOf, type ForecastMeeting, type SetScores } from './set-scores';
import { prepare } from '../prepared';
import { firstOf, foundIn, itemAt, lastOf } from '../../kit/lists';

/** A part of the model taken out, and what the mean score of the published pool over all meetings becomes without it. */
export interface PartCost {
  /** Id of the part: `deadline`, `refusal` and their likes. */
  readonly id: string;
  /** What the part says of the talks, in words. */
  readonly title: string;
  /** Mean ranked probability score without the part, 0 to 1: the lower the better. */
  readonly rps: number;
  /** Mean score of the whole model on the same meetings. */
  readonly whole: number;
  /** Mean score with the part less without it; above 0 the part costs. */
  readonly cost: number;
}

const PARTS: readonly {
  readonly id: string;
  readonly title: string;
  readonly values: ParameterValues;
}[] = [
  { id: 'deadline', title: 'a dated step presses', values: { 'meeting.roundIntervalDays': 1e-3 } },
  {
    id: 'put-off',
    title: 'decisions are put off',
    values: { 'meeting.ministersDecide': 1, 'meeting.leadersDecide': 1 },
  },
  { id: 'hurt', title: 'a stalemate that hurts both presses', values: { 'readiness.painScale': 1e9 } },
  { id: 'refusal', title: 'a side may stand firm', values: { 'meeting.selection': 1e-9 } },
  { id: 'hold', title: 'a side that gives nothing of its own', values: { 'meeting.obstinate': 0 } },
  {
    id: 'private-price',
    title: 'the private price of conceding',
    values: { 'bargaining.privateCost': 1e-6 },
  },
  { id: 'threats', title: 'the price of pending threats', values: { 'bargaining.horizonYears': 1e-6 } },
  { id: 'base-rate', title: 'the base rate in the pool', values: { 'pool.baseRateWeight': 0 } },
];

/** Scores at another price of conceding, which has no source and on which they depend most. */
export interface PriceScores {
  /** Median of the private price, utility points. */
  readonly K: number;
  /** Mean RPS of each set: of the model alone, and of the pool that is published. */
  readonly sets: readonly {
    /** Id of the set of meetings. */
    readonly id: SetScores['id'];
    /** Mean ranked probability score of the model alone, 0 to 1. */
    readonly model: number;
    /** Mean ranked probability score of the pool that is published, 0 to 1. */
    readonly published: number;
  }[];
  /** What the meeting of the base scenario would be published to bring, by class. */
  readonly base: Readonly<Record<string, number>>;
}

/** The central price, half of it and twice as much. */
const PRICE_FACTORS = [0.5, 1, 2] as const;

function pricesOf(meetings: readonly PreparedMeeting[]): number[] {
  const { central } = distributionOf(firstOf(meetings).specification, 'bargaining.privateCost');
  return PRICE_FACTORS.map((factor) => factor * central);
}

/** Scores at each price, from the shares of the meetings there. */
function scoresAtPrices(
  meetings: readonly PreparedMeeting[],
  shares: readonly (readonly ModelShares[])[],
  baseMeeting: string,
): PriceScores[] {
  return pricesOf(meetings)
    .slice(0, shares.length)
    .map((K, list) => {
      const found = meetings.map((meeting, at) => {
        const { p } = itemAt(itemAt(shares, list), at);
        return {
          meeting: meeting.meeting,
          set: meeting.set,
          outcome: meeting.outcome,
          model: p,
          published: pooledForecast(meeting, p),
        };
      });
      const rps = (of: readonly (typeof found)[number][], which: 'model' | 'published') =>
        mean(of.map((one) => scoresOf({ p: one[which], outcome: one.outcome }).rps));
      return {
        K,
        sets: setsOf(found).map(([id, of]) => ({
          id,
          model: rps(of, 'model'),
          published: rps(of, 'published'),
        })),
        base: named(foundIn(found, ({ meeting }) => meeting === baseMeeting).published),
      };
    });
}

/** What each part costs, from the shares of the meetings without any part out, and then without each. */
function costsOfParts(
  meetings: readonly PreparedMeeting[],
  shares: readonly (readonly ModelShares[])[],
): PartCost[] {
  const scored = (found: readonly ModelShares[], weight?: number) =>
    mean(
      meetings.map(
        (meeting, at) =>
          scoresOf({ p: pooledForecast(meeting, itemAt(found, at).p, weight), outcome: meeting.outcome }).rps,
      ),
    );
  const [all, ...without] = shares;
  if (all === undefined) return [];
  const whole = scored(all);
  return PARTS.map(({ id, title, values }, at) => {
    const rps = scored(itemAt(without, at), values['pool.baseRateWeight']);
    return { id, title, rps, whole, cost: whole - rps };
  }).sort((a, b) => b.cost - a.cost);
}

/** The answer of a backtest. */
export interface Backtest {
  /** Seed of the draws: with it and the work the same scores come again. */
  readonly seed: string;
  /** Number of past meetings that were forecast. */
  readonly n: number;
  /** The meetings in the order of their days, each with its forecast and scores. */
  readonly meetings: readonly MeetingScore[];
  /** Mean scores over all meetings of the pool that is published. */
  readonly mean: Scores;
  /** Mean scores of forecasts that know nothing of a meeting: base rate and equal shares. */
  readonly baselines: Baselines;
  /** Published less base rate of the other meetings, meeting by meeting: below 0 the forecast is better. */
  readonly againstBaseRate: {
    /**
     * Mean difference of the ranked probability scores with its interval by resampling the meetings; nothing
     * was fitted to them.
     */
    readonly untuned: Resampled;
  };
  /** The sets of meetings, apart and together. */
  readonly sets: readonly SetScores[];
  /** What each part of the model costs or brings; empty where no part was taken out. */
  readonly parts: readonly PartCost[];
  /** Scores at half the price of conceding, at the price and at twice the price. */
  readonly prices: readonly PriceScores[];
  /** Markets and banks beside the model on the same meetings. */
  readonly forecasters: readonly ForecasterScore[];
  /** Markets on a rate of duty beside the model. */
  readonly contracts: readonly ContractScore[];
  /** How well rates and issues were forecast, over all meetings. */
  readonly details: DetailMeans;
  /** Meetings with the score of a first forecast by an earlier model. */
  readonly heldOut: readonly HeldOut[];
  /** Meetings with scores that were registered before their outcome was known. */
  readonly firstScores: readonly RegisteredScore[];
}

const named = (p: readonly number[]) =>
  Object.fromEntries(BASE_RATE_CLASSES.map((id, at) => [id, itemAt(p, at)]));

/** A meeting with what its episodes say. */
interface Forecast {
  readonly meeting: PreparedMeeting & DetailedMeeting;
  readonly details: Details;
}

function grantedAt(facts: BareFacts, id: string): Readonly<Record<string, number>> | undefined {
  const dossier = facts.dossiers.find((item) => item.id === id);
  return facts.codedMeetings.find((item) => item.id === dossier?.codedMeeting)?.granted;
}

function issuesAt(facts: BareFacts, { meeting, details }: Forecast): IssueScore[] {
  const granted = grantedAt(facts, meeting.id);
  return granted === undefined ? [] : scoreIssues(meeting, details, granted);
}

function scoreContracts(facts: BareFacts, forecasts: readonly Forecast[]): ContractScore[] {
  return facts.rateContracts.map((contract) => {
    const forecast = forecasts.find(({ meeting }) => meeting.id === contract.dossier);
    if (forecast === undefined) throw new Error(`the contract ${contract.id} is about no past meeting`);
    return scoreContract(facts, contract, forecast.details);
  });
}

/** How a backtest is made: how much work, on which facts. */
export interface BacktestOptions extends Partial<BacktestWork>, RunOptions, ModelReading {
  /** Facts in place of the packaged ones. */
  readonly facts?: BareFacts | undefined;
}

const WORK_OPTIONS: OptionTable<BacktestWork> = {
  seed: true,
  runs: true,
  partRuns: true,
  permutations: true,
  resamples: true,
};

const BACKTEST_OPTIONS: OptionTable<BacktestOptions> = {
  ...RUN_OPTIONS,
  ...READING_OPTIONS,
  ...WORK_OPTIONS,
  facts: true,
};

/** Episodes that count as done before a stage, and all of them. */
interface Counted {
  readonly before: number;
  readonly all: number;
  readonly how: RunOptions;
}

/** Looks closely at the episodes of each meeting. */
function* forecastsOf(
  facts: BareFacts,
  prepared: readonly PreparedMeeting[],
  { seed, runs }: BacktestWork,
  counted: Counted,
): EnsembleAnalysis<Forecast[]> {
  const forecasts = prepared.map((past): Forecast => {
    const contract = facts.rateContracts.find((item) => item.dossier === past.id) ?? null;
    const meeting = { ...past, contract };
    return { meeting, details: noDetails(meeting) };
  });
  const meetings = forecasts.map(({ meeting: { initial, specification, contract } }) => ({
    initial,
    specification,
    contract,
  }));
  yield {
    kind: 'details',
    setting: { seed, runs, meetings },
    from: 0,
    to: runs * meetings.length,
    border: runs,
    take: (part, from) => addDetails(itemAt(forecasts, Math.floor(from / runs)).details, part),
    ...counted,
  };
  return forecasts;
}

/** Shares of the classes of each meeting with each of some lists of parameters set, list by list. */
function* sharesWith(
  meetings: readonly PreparedMeeting[],
  lists: readonly ParameterValues[],
  { seed, runs }: Pick<BacktestWork, 'seed' | 'runs'>,
  counted: Counted,
): EnsembleAnalysis<ModelShares[][]> {
  const scenarios = meetings.map(({ initial, specification }) => ({ initial, specification }));
  const series = lists.flatMap((values) => meetings.map((_, scenario): Series => ({ scenario, values })));
  const found: number[] = [];
  yield {
    kind: 'outcomes',
    setting: { seed, scenarios, series },
    from: 0,
    to: runs * series.length,
    take: (part) => {
      for (const outcome of part) found.push(outcome);
    },
    ...counted,
  };
  const outcomes = seriesOf(found, series.length);
  return lists.map((_, list) =>
    meetings.map((meeting, at) =>
      sharesOf(meeting.specification, itemAt(outcomes, list * meetings.length + at)),
    ),
  );
}

/** The weight of the base rate in a pool of two that weigh the same. */
const EVEN = 1 / 2;

/** The analysis behind {@link backtest}. */
export function* backtested(options: BacktestOptions = {}): EnsembleAnalysis<Backtest> {
  checkOptions(options, BACKTEST_OPTIONS);
  const told = Object.entries(options).filter(([name, value]) => name in WORK_OPTIONS && value !== undefined);
  const work: BacktestWork = { ...USUAL_WORK, ...Object.fromEntries(told) };
  checkRunsAndSeed(1, work.seed);
  checkWhole('runs', work.runs, BACKTEST_RUNS);
  checkWhole('partRuns', work.partRuns, PART_RUNS);
  checkWhole('permutations', work.permutations, RESAMPLES);
  checkWhole('resamples', work.resamples, RESAMPLES);
  // It lends outcome classes and policies.
  const { scenario: base, facts } = prepare(BASE_SCENARIO, { facts: options.facts });
  const meetings = prepareMeetings(facts, base, options);
  const closely = meetings.length * work.runs;
  // The same episodes with and without a part: their chance cancels out.
  const prices = pricesOf(meetings).map((K) => ({ 'bargaining.privateCost': K }));
  const lists = work.partRuns === 0 ? [] : [...prices, {}, ...PARTS.map(({ values }) => values)];
  const all = closely + lists.length * meetings.length * work.partRuns;
  const forecasts = yield* forecastsOf(facts, meetings, work, { before: 0, all, how: options });
  const takenApart = yield* sharesWith(
    meetings,
    lists,
    { seed: work.seed, runs: work.partRuns },
    { before: closely, all, how: options },
  );
  return scored(facts, work, forecasts, {
    parts: costsOfParts(meetings, takenApart.slice(prices.length)),
    prices: scoresAtPrices(meetings, takenApart.slice(0, prices.length), base.meeting),
  });
}

/** What a meeting is forecast to bring, by the model and by its pools, with the rates scored. */
function forecastMeeting(
  facts: BareFacts,
  { meeting, details }: Forecast,
  { p: model }: ModelShares,
): ForecastMeeting {
  return {
    set: meeting.set,
    outcome: meeting.outcome,
    model,
    published: pooledForecast(meeting, model),
    evenPool: pooledForecast(meeting, model, EVEN),
    baseRateBefore: meeting.specification.baseRate,
    rates: scoreRates(facts, meeting, details),
  };
}

function scored(
  facts: BareFacts,
  work: BacktestWork,
  forecasts: readonly Forecast[],
  { parts, prices }: Pick<Backtest, 'parts' | 'prices'>,
): Backtest {
  const shares = forecasts.map(({ meeting, details }) => sharesOf(meeting.specification, details.outcomes));
  const found = forecasts.map((forecast, at) => forecastMeeting(facts, forecast, itemAt(shares, at)));
  const outcomes = found.map(({ outcome }) => outcome);
  const others = leaveOneOutBaseRates(outcomes, CLASSES);
  const rows = forecasts.map((forecast, at): MeetingScore => {
    const { id, title, asOf, on } = forecast.meeting;
    const { set, outcome, model, published, evenPool, baseRateBefore, rates } = itemAt(found, at);
    const scoreOf = (p: readonly number[]) => scoresOf({ p, outcome });
    return {
      id,
      title,
      asOf,
      date: on,
      set,
      outcome: itemAt(BASE_RATE_CLASSES, outcome),
      held: itemAt(shares, at).held,
      p: named(published),
      pModel: named(model),
      ...scoreOf(published),
      model: scoreOf(model),
      evenPool: scoreOf(evenPool),
      baseRate: scoreOf(itemAt(others, at)),
      baseRateBefore: scoreOf(baseRateBefore),
      rates,
      issues: issuesAt(facts, forecast),
    };
  });
  const sets = scoreSets(found, work, createDraws(work.seed));
  return {
    seed: work.seed,
    n: rows.length,
    meetings: rows,
    mean: meanScores(found.map(({ published: p, outcome }) => ({ p, outcome }))),
    baselines: baselinesOf(outcomes, CLASSES),
    againstBaseRate: { untuned: lastOf(sets).againstBaseRate.published },
    sets,
    parts,
    prices,
    forecasters: scoreForecasters(facts, rows),
    contracts: scoreContracts(facts, forecasts),
    details: detailMeans(
      rows.flatMap((row) => row.rates),
      rows.flatMap((row) => row.issues),
    ),
    heldOut: heldOutOf(facts),
    firstScores: firstScoresOf(facts, rows),
  };
}

/**
 * Forecasts the past meetings of the facts from the record of their eve and scores them beside the base rate. Takes about
 * a minute with the usual work; `partRuns: 0` takes no part of the model out. Throws an InputError for runs or a seed out
 * of range, and the reason of the signal where it is stopped.
 * @param options - Runs, resamples, permutations and seed, each with its default in `USUAL_WORK`; may be left out.
 *
 * @example backtest({ runs: 20, partRuns: 0, permutations: 20, resamples: 20 }).meetings.length
 */
export function backtest(options: BacktestOptions = {}): Backtest {
  return here(backtested(options));
}
