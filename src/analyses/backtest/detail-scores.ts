/**
 * What a forecast of a meeting says beside its outcome class, scored: the average duties two weeks after the meeting,
 * what is granted issue by issue, and the general rate that a market asked about.
 *
 * Rates are scored by the continuous ranked probability score beside the forecast that nothing changes, issues by
 * Brier's score of "at least half of it is granted", bins by the ranked probability score. What happened is computed
 * from the record; no base rate is pooled in, so that these figures are the model's alone.
 */
import { createDraws } from '../../kit/keyed-draws';
import {
  brier,
  continuousRankedProbabilityScore,
  mean,
  quantile,
  rankedProbabilityScore,
} from '../../kit/statistics';
import { addDays, daysBetween } from '../../kit/calendar';
import type { Cooperative } from '../../kit/cooperative';
import type { PartyId } from '../../model/actor';
import { each } from '../../model/column';
import { meetingOf } from '../../model/meeting';
import type { State } from '../../model/state';
import { averageTariffPct, type TariffDirection } from '../../model/tariff';
import { AFTERMATH_DAYS } from '../../outcomes/coercion';
import { outcomeOf } from '../../episode/trajectory-facts';
import { agreementOf } from '../../outcomes/meeting';
import type { BareFacts } from '../../facts/bare';
import { stateOn } from '../../facts/initial-state';
import type { ModelSpecification } from '../../scenario/model-specification';
import { parameterSampler } from '../../episode/parameter-draw';
import { runInSteps } from '../../episode/episode';
import { countAt, itemAt } from '../../kit/lists';

/** The sum of the rates in force of a party under one statute: what officials and markets call the general rate, per cent. */
export function generalRatePct(state: State, imposer: PartyId, authority: string): number {
  let sum = 0;
  for (const layer of each(state.tariff)) {
    if (layer.imposer === imposer && layer.authority === authority && layer.status === 'in-force')
      sum += layer.ratePct;
  }
  return sum;
}

/** A meeting whose episodes are looked at more closely. */
export interface DetailedMeeting {
  readonly initial: State;
  readonly specification: ModelSpecification;
  /** The contract whose rate is noted on its day, where there is one. */
  readonly contract: { readonly resolvesOn: string; readonly authority: string } | null;
}

/** What the episodes of one meeting say; one entry an episode, in order. */
export interface Details {
  /** Index of the outcome class, -1 where an episode has none or several. */
  readonly outcomes: number[];
  /** Average duties two weeks after the meeting, per cent. */
  readonly averages: Readonly<Record<TariffDirection, number[]>>;
  /** Degrees granted, issue by issue of the specification, in the episodes in which the meeting is held. */
  readonly degrees: readonly number[][];
  /** The general rate on the day of the contract, per cent; empty without a contract. */
  readonly rates: number[];
}

/** Meetings whose episodes are looked at: plain JSON. Unit `n` is episode `n % runs` of meeting `floor(n / runs)`. */
export interface DetailsSetting {
  readonly seed: string;
  /** Episodes of each meeting. */
  readonly runs: number;
  readonly meetings: readonly DetailedMeeting[];
}

/** Details of a meeting of which no episode was run yet. */
export function noDetails({ specification }: DetailedMeeting): Details {
  return {
    outcomes: [],
    averages: { usOnCn: [], cnOnUs: [] },
    degrees: specification.issues.map(() => []),
    rates: [],
  };
}

const append = (into: number[], more: readonly number[]): void => {
  for (const value of more) into.push(value);
};

/** Adds the details of the episodes that come next. */
export function addDetails(into: Details, next: Details): void {
  append(into.outcomes, next.outcomes);
  append(into.averages.usOnCn, next.averages.usOnCn);
  append(into.averages.cnOnUs, next.averages.cnOnUs);
  next.degrees.forEach((degrees, at) => append(itemAt(into.degrees, at), degrees));
  append(into.rates, next.rates);
}

/** Notes the rate of a contract on its day, where there is one. */
function contractWatch({ initial, contract }: DetailedMeeting, rates: number[]) {
  if (contract === null) return undefined;
  const contractDay = daysBetween(initial.today, contract.resolvesOn);
  return (day: number, state: State) => {
    if (day === contractDay) rates.push(generalRatePct(state, 'US', contract.authority));
  };
}

/** Makes meetings ready. What is made runs a stretch of episodes, all of one meeting, and notes their details. */
export function detailer(setting: DetailsSetting): (from: number, to: number) => Cooperative<Details> {
  const { seed, runs, meetings } = setting;
  const draws = createDraws(seed);
  const drawers = meetings.map(({ specification }) => parameterSampler(specification));
  return function* (from, to) {
    const at = Math.floor(from / runs);
    const [meeting, sampler] = [itemAt(meetings, at), itemAt(drawers, at)];
    const { initial, specification } = meeting;
    const outcomes: number[] = [];
    const averages = { usOnCn: [] as number[], cnOnUs: [] as number[] };
    const degrees = specification.issues.map(() => [] as number[]);
    const rates: number[] = [];
    const watch = contractWatch(meeting, rates);
    for (let episode = from - at * runs; episode < to - at * runs; episode += 1) {
      const parameterDraw = sampler(draws, episode);
      const finished = yield* runInSteps(
        { initial, specification, draws },
        parameterDraw,
        episode,
        false,
        watch,
      );
      const { run, end } = finished;
      outcomes.push(outcomeOf(finished));
      averages.usOnCn.push(end.usOnCn);
      averages.cnOnUs.push(end.cnOnUs);
      if (meetingOf(run.state, specification.meeting)?.status !== 'held') continue;
      const terms = agreementOf(run.state, specification.meeting)?.terms ?? [];
      specification.issues.forEach((issue, index) =>
        itemAt(degrees, index).push(terms.find((term) => term.issue === issue.id)?.degree ?? 0),
      );
    }
    return { outcomes, averages, degrees, rates };
  };
}

/** The forecast of an average duty two weeks after a meeting, with what the record computes for that day. */
export interface RateScore {
  /** The average that is forecast: American duties on Chinese goods, or Chinese duties on American goods. */
  readonly direction: TariffDirection;
  /** Day of the forecast average, two weeks after the meeting, YYYY-MM-DD. */
  readonly on: string;
  /** On the eve of the talks, per cent: what a forecast of no change says. */
  readonly before: number;
  /** Average by the record on that day, per cent. */
  readonly happened: number;
  /** 10th percentile over the episodes, per cent. */
  readonly p10: number;
  /** Median over the episodes, per cent. */
  readonly p50: number;
  /** 90th percentile over the episodes, per cent. */
  readonly p90: number;
  /** Whether what happened lies within the band from p10 to p90. */
  readonly inside: boolean;
  /** Continuous ranked probability score, percentage points of the average: the lower the better. */
  readonly crps: number;
  /** The same of a forecast of no change: its absolute error, percentage points. */
  readonly crpsNoChange: number;
}

const DIRECTIONS: readonly TariffDirection[] = ['usOnCn', 'cnOnUs'];
/** Half a tenth of a point: the record and the machine round differently. */
const ROUNDING_PP = 0.05;

/** Scores the averages of both directions two weeks after the meeting against the record. */
export function scoreRates(facts: BareFacts, meeting: DetailedMeeting, details: Details): RateScore[] {
  const on = addDays(meeting.specification.meetingOn, AFTERMATH_DAYS);
  const then = stateOn(facts, { asOf: on, meeting: null, agenda: [], withoutAuthorities: [] });
  return DIRECTIONS.map((direction) => {
    const sample = details.averages[direction];
    const before = averageTariffPct(meeting.initial, direction);
    const happened = averageTariffPct(then, direction);
    const [p10, p50, p90] = [0.1, 0.5, 0.9].map((q) => quantile(sample, q)) as [number, number, number];
    return {
      direction,
      on,
      before,
      happened,
      p10,
      p50,
      p90,
      inside: happened >= p10 - ROUNDING_PP && happened <= p90 + ROUNDING_PP,
      crps: continuousRankedProbabilityScore(sample, happened),
      crpsNoChange: Math.abs(happened - before),
    };
  });
}

/** The forecast that at least half of an issue is granted, given that the meeting is held. */
export interface IssueScore {
  /** Id of the issue. */
  readonly issue: string;
  /** Share of the episodes with a meeting in which at least half of it is granted, 0 to 1. */
  readonly p: number;
  /** Degree that the text of the meeting granted, 0 to 1. */
  readonly granted: number;
  /** Brier score of that share, 0 to 1: the lower the better. */
  readonly brier: number;
}

/** From this degree on, an issue counts as granted. */
const HALF = 0.5;

/** Scores what was granted issue by issue; `granted` names degrees, 0 for any other issue of the agenda. */
export function scoreIssues(
  meeting: DetailedMeeting,
  details: Details,
  granted: Readonly<Record<string, number>>,
): IssueScore[] {
  return meeting.specification.issues.map((issue, at) => {
    const degrees = itemAt(details.degrees, at);
    const p = degrees.length === 0 ? 0 : degrees.filter((degree) => degree >= HALF).length / degrees.length;
    const degree = granted[issue.id] ?? 0;
    return { issue: issue.id, p, granted: degree, brier: brier(p, degree >= HALF) };
  });
}

/** A market on a rate beside the model on the same bins. */
export interface ContractScore {
  /** Id of the contract in the facts. */
  readonly id: string;
  /** The market that quoted the prices. */
  readonly forecaster: string;
  /** Day of the prices, YYYY-MM-DD; null where the snapshot has no date. */
  readonly on: string | null;
  /** Day on which the rate was read, YYYY-MM-DD. */
  readonly resolvesOn: string;
  /** What the contract is about, in words. */
  readonly statement: string;
  /** Edges between the bins of the rate, rising, per cent. */
  readonly edgesPct: readonly number[];
  /** The general rate that the record has on the day, per cent. */
  readonly happenedPct: number;
  /** Prices of the bins, scaled so that they sum to 1. */
  readonly p: readonly number[];
  /** Ranked probability score of the prices, 0 to 1: the lower the better. */
  readonly rps: number;
  /** The model on the same bins. */
  readonly model: {
    /** Share of the episodes in each bin, 0 to 1; all 0 where none has a rate. */
    readonly p: readonly number[];
    /** Ranked probability score of these shares, 0 to 1. */
    readonly rps: number;
  };
}

/** Index of the bin that holds a rate: the number of edges at or below it. */
const binOf = (edgesPct: readonly number[], ratePct: number) =>
  edgesPct.filter((edge) => ratePct >= edge).length;

/** Scores a market on a rate and the model on the same bins. */
export function scoreContract(
  facts: BareFacts,
  contract: BareFacts['rateContracts'][number],
  details: Details,
): ContractScore {
  const { id, forecaster, on, resolvesOn, statement, authority, edgesPct, prices } = contract;
  const then = stateOn(facts, { asOf: resolvesOn, meeting: null, agenda: [], withoutAuthorities: [] });
  const happenedPct = generalRatePct(then, 'US', authority);
  const outcome = binOf(edgesPct, happenedPct);
  const sum = prices.reduce((all, price) => all + price, 0);
  const p = prices.map((price) => price / sum);
  const counts = new Array<number>(edgesPct.length + 1).fill(0);
  for (const rate of details.rates) countAt(counts, binOf(edgesPct, rate));
  const own = counts.map((count) => count / Math.max(1, details.rates.length));
  return {
    id,
    forecaster,
    on,
    resolvesOn,
    statement,
    edgesPct,
    happenedPct,
    p,
    rps: rankedProbabilityScore(p, outcome),
    model: { p: own, rps: rankedProbabilityScore(own, outcome) },
  };
}

/** The details of all meetings in a few figures. */
export interface DetailMeans {
  /** Mean continuous ranked probability score over meetings and directions, percentage points. */
  readonly crps: number;
  /** Mean absolute error of a forecast of no change, percentage points. */
  readonly crpsNoChange: number;
  /** Share of the bands from p10 to p90 that hold what happened; 0.8 would be right. */
  readonly insideBand: number;
  /** Number of bands: one for each meeting and direction. */
  readonly bands: number;
  /** Mean Brier score over the issues of the meetings whose grants are coded, 0 to 1. */
  readonly brier: number;
  /** Brier score of a forecast that gives each issue a half: 0.25. */
  readonly brierEven: number;
  /** Number of issues that were scored, over all meetings. */
  readonly issues: number;
}

/** Means over some meetings. Throws a RangeError where there are no rates or no issues. */
export function detailMeans(rates: readonly RateScore[], issues: readonly IssueScore[]): DetailMeans {
  return {
    crps: mean(rates.map((rate) => rate.crps)),
    crpsNoChange: mean(rates.map((rate) => rate.crpsNoChange)),
    insideBand: mean(rates.map((rate) => (rate.inside ? 1 : 0))),
    bands: rates.length,
    brier: mean(issues.map((issue) => issue.brier)),
    brierEven: HALF * HALF,
    issues: issues.length,
  };
}
