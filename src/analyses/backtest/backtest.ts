/**
 * Backtest: past meetings forecast from the record of their eve, scored, calibrated by leaving one out, and compared
 * with base rates, with markets and banks, and with the model without one of its parts.
 */
import { BACKTEST_RUNS, CANDIDATES, checkRunsAndSeed } from '../../ensemble/checks';
import { checkWhole } from '../../kit/bounds';
import { here } from '../runner/here';
import { seriesOf, type Series } from '../comparison/outcome-series';
import type { EnsembleAnalysis, RunOptions } from '../runner/stage';
import { createDraws } from '../../kit/keyed-draws';
import {
  baselinesOf,
  bootstrapMean,
  leaveOneOutBaseRates,
  meanScores,
  scoresOf,
  type Baselines,
  type Resampled,
  type Scores,
} from '../../outcomes/forecast-scores';
import type { Facts } from '../../facts/schema';
import { BASE_RATE_CLASSES } from '../../scenario/model-specification';
import { BASE_SCENARIO, USUAL_WORK, type BacktestWork } from './work';
import {
  bestOn,
  drawCandidates,
  leaveOneOut,
  meanRps,
  permutationTest,
  posterior,
  type Fitted,
  type PermutationTest,
  type Tried,
} from './calibration';
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
import type { MeetingScore } from './meeting-score';
import {
  CLASSES,
  mixed,
  mixtureOf,
  prepareMeetings,
  sharesOf,
  type ModelShares,
  type PreparedMeeting,
} from './past-forecasts';
import { prepare } from '../prepared';

/**
 * A part of the model taken out, and what the mean score becomes without it, on the training meetings alone: the
 * meeting that enters no fit is not looked at again.
 */
export interface PartCost {
  readonly id: string;
  readonly title: string;
  readonly rps: number;
  /** Mean score of the whole model on the same meetings. */
  readonly whole: number;
  /** Mean score with the part less without it; above 0 the part costs. */
  readonly cost: number;
}

const PARTS: readonly {
  readonly id: string;
  readonly title: string;
  readonly values: Readonly<Record<string, number>>;
}[] = [
  { id: 'deadline', title: 'a dated step presses', values: { tau_round: 1e-3 } },
  { id: 'put-off', title: 'decisions are put off', values: { t_text: 1, t_leaders: 1 } },
  { id: 'hurt', title: 'a stalemate that hurts both presses', values: { P0: 1e9 } },
  { id: 'refusal', title: 'a side may stand firm', values: { s_select: 1e-9 } },
  { id: 'hold', title: 'a side that gives nothing of its own', values: { hold: 0 } },
  { id: 'private-price', title: 'the private price of conceding', values: { K: 1e-6 } },
  { id: 'threats', title: 'the price of pending threats', values: { H: 1e-6 } },
  { id: 'base-rate', title: 'the base rate mixed in', values: { lam_mix: 0 } },
];

/** What each part costs, from the shares of the meetings without any part out, and then without each. */
function costsOfParts(
  training: readonly PreparedMeeting[],
  shares: readonly (readonly ModelShares[])[],
): PartCost[] {
  const outcomes = training.map((meeting) => meeting.outcome);
  const scored = (found: readonly ModelShares[], weight: number | undefined) =>
    meanRps(
      training.map((meeting, at) => mixed(meeting, found[at]!.p, weight ?? mixtureOf(meeting.specification))),
      outcomes,
    );
  const [all, ...without] = shares;
  const whole = scored(all!, undefined);
  return PARTS.map(({ id, title, values }, at) => {
    const rps = scored(without[at]!, values.lam_mix);
    return { id, title, rps, whole, cost: whole - rps };
  }).sort((a, b) => b.cost - a.cost);
}

/** The meeting that enters no fit: what it scored when it was first scored, and whether that is still its score. */
export interface HeldOut {
  readonly id: string;
  readonly title: string;
  readonly seed: string;
  readonly runs: number;
  readonly first: Scores & { readonly fitted: Scores };
}

/** The answer of a backtest. */
export interface Backtest {
  readonly seed: string;
  readonly n: number;
  readonly meetings: readonly MeetingScore[];
  readonly mean: Scores;
  readonly fitted: (Scores & { readonly training: Scores; readonly heldOut: Scores }) | null;
  readonly baselines: Baselines;
  /** Model less base rate, meeting by meeting: below 0 the model is better. */
  readonly againstBaseRate: { readonly untuned: Resampled; readonly fitted: Resampled | null };
  readonly calibration: {
    readonly candidates: number;
    readonly kept: number;
    readonly parameters: readonly Fitted[];
    readonly permutation: PermutationTest;
  } | null;
  readonly parts: readonly PartCost[];
  readonly forecasters: readonly ForecasterScore[];
  readonly contracts: readonly ContractScore[];
  readonly details: DetailMeans;
  readonly heldOut: readonly HeldOut[];
}

const named = (p: readonly number[]) => Object.fromEntries(BASE_RATE_CLASSES.map((id, at) => [id, p[at]!]));

/** Difference to the base rate by meeting, resampled. */
function againstBaseRate(
  p: readonly (readonly number[])[],
  outcomes: readonly number[],
  options: BacktestWork,
): Resampled {
  const rates = leaveOneOutBaseRates(outcomes, CLASSES);
  const differences = outcomes.map(
    (outcome, at) => scoresOf({ p: p[at]!, outcome }).rps - scoresOf({ p: rates[at]!, outcome }).rps,
  );
  const draws = createDraws(options.seed);
  return bootstrapMean(differences, options.resamples, (index) => draws.uniform(index, 'fit/bootstrap'));
}

/** A meeting with what its episodes say. */
interface Forecast {
  readonly meeting: PreparedMeeting & DetailedMeeting;
  readonly details: Details;
}

function grantedAt(facts: Facts, id: string): Readonly<Record<string, number>> | undefined {
  const dossier = facts.dossiers.find((item) => item.id === id);
  return facts.codedMeetings.find((item) => item.id === dossier?.codedMeeting)?.granted;
}

function issuesAt(facts: Facts, { meeting, details }: Forecast): IssueScore[] {
  const granted = grantedAt(facts, meeting.id);
  return granted === undefined ? [] : scoreIssues(meeting, details, granted);
}

function scoreContracts(facts: Facts, forecasts: readonly Forecast[]): ContractScore[] {
  return facts.rateContracts.map((contract) => {
    const forecast = forecasts.find(({ meeting }) => meeting.id === contract.dossier);
    if (forecast === undefined) throw new Error(`the contract ${contract.id} is about no past meeting`);
    return scoreContract(facts, contract, forecast.details);
  });
}

function heldOutOf(facts: Facts): HeldOut[] {
  return facts.dossiers.flatMap(({ id, title, codedMeeting }) => {
    const score = facts.codedMeetings.find((meeting) => meeting.id === codedMeeting)?.firstScore;
    if (score === undefined) return [];
    const { seed, runs, rps, log, fitted } = score;
    return [{ id, title, seed, runs, first: { rps, log, fitted: { rps: fitted.rps, log: fitted.log } } }];
  });
}

/** How a backtest is made: how much work, on which facts. */
export interface BacktestOptions extends Partial<BacktestWork>, RunOptions {
  /** Facts in place of the packaged ones. */
  readonly facts?: Facts;
}

/** Episodes that count as done before a stage, and all of them. */
interface Counted {
  readonly before: number;
  readonly all: number;
  readonly how: RunOptions;
}

/** Looks closely at the episodes of each meeting. */
function* forecastsOf(
  facts: Facts,
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
    take: (part, from) => addDetails(forecasts[Math.floor(from / runs)]!.details, part),
    ...counted,
  };
  return forecasts;
}

/** Shares of the classes of each meeting with each of some lists of parameters set, list by list. */
function* sharesWith(
  meetings: readonly PreparedMeeting[],
  lists: readonly Readonly<Record<string, number>>[],
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
    meetings.map((meeting, at) => sharesOf(meeting.specification, outcomes[list * meetings.length + at]!)),
  );
}

/** The analysis behind {@link backtest}. */
export function* backtested(options: BacktestOptions = {}): EnsembleAnalysis<Backtest> {
  const work: BacktestWork = { ...USUAL_WORK, ...options };
  checkRunsAndSeed(1, work.seed);
  checkWhole('runs', work.runs, BACKTEST_RUNS);
  checkWhole('candidates', work.candidates, CANDIDATES);
  checkWhole('candidateRuns', work.candidateRuns, BACKTEST_RUNS);
  // It lends outcome classes and policies.
  const { scenario: base, facts } = prepare(BASE_SCENARIO, options.facts);
  const meetings = prepareMeetings(facts, base);
  const training = meetings.slice(0, -1);
  const outcomes = meetings.map((meeting) => meeting.outcome);
  // The same episodes with and without a part: their chance cancels out.
  const partRuns = Math.min(work.runs, 2 * work.candidateRuns);
  const closely = meetings.length * work.runs;
  const fitting = work.candidates * meetings.length * work.candidateRuns;
  const all = closely + fitting + (1 + PARTS.length) * training.length * partRuns;

  const forecasts = yield* forecastsOf(facts, meetings, work, { before: 0, all, how: options });
  const shares = forecasts.map(({ meeting, details }) => sharesOf(meeting.specification, details.outcomes));
  const candidates = drawCandidates(meetings[0]!.specification, work);
  const fits = yield* sharesWith(
    meetings,
    candidates,
    { seed: work.seed, runs: work.candidateRuns },
    { before: closely, all, how: options },
  );
  const tried = candidates.map((candidate, at): Tried => ({
    candidate,
    p: meetings.map((meeting, index) => mixed(meeting, fits[at]![index]!.p, candidate.lam_mix)),
  }));
  const takenApart = yield* sharesWith(
    training,
    [{}, ...PARTS.map(({ values }) => values)],
    { seed: work.seed, runs: partRuns },
    { before: closely + fitting, all, how: options },
  );
  return scored(facts, work, { meetings, outcomes, forecasts, shares, tried, takenApart });
}

/** All that was found out about the meetings. */
interface Found {
  readonly meetings: readonly PreparedMeeting[];
  readonly outcomes: readonly number[];
  readonly forecasts: readonly Forecast[];
  readonly shares: readonly ModelShares[];
  readonly tried: readonly Tried[];
  readonly takenApart: readonly (readonly ModelShares[])[];
}

function scored(
  facts: Facts,
  options: BacktestWork,
  { meetings, outcomes, forecasts, shares, tried, takenApart }: Found,
): Backtest {
  const untuned = meetings.map((meeting, at) =>
    mixed(meeting, shares[at]!.p, mixtureOf(meeting.specification)),
  );
  const fitted = tried.length === 0 ? null : leaveOneOut(tried, outcomes);
  const rates = leaveOneOutBaseRates(outcomes, CLASSES);
  const casesOf = (p: readonly (readonly number[])[]) =>
    outcomes.map((outcome, at) => ({ p: p[at]!, outcome }));
  const rows: MeetingScore[] = meetings.map((meeting, at) => {
    const outcome = meeting.outcome;
    return {
      id: meeting.id,
      title: meeting.title,
      asOf: meeting.asOf,
      date: meeting.on,
      outcome: BASE_RATE_CLASSES[outcome]!,
      held: shares[at]!.held,
      p: named(untuned[at]!),
      pModel: named(shares[at]!.p),
      ...scoresOf({ p: untuned[at]!, outcome }),
      baseRate: scoresOf({ p: rates[at]!, outcome }),
      fitted: fitted === null ? null : { p: named(fitted[at]!), ...scoresOf({ p: fitted[at]!, outcome }) },
      rates: scoreRates(facts, forecasts[at]!.meeting, forecasts[at]!.details),
      issues: issuesAt(facts, forecasts[at]!),
    };
  });
  const scores = meanScores(casesOf(untuned));
  return {
    seed: options.seed,
    n: meetings.length,
    meetings: rows,
    mean: scores,
    fitted:
      fitted === null
        ? null
        : {
            ...meanScores(casesOf(fitted)),
            training: meanScores(casesOf(fitted).slice(0, -1)),
            heldOut: meanScores(casesOf(fitted).slice(-1)),
          },
    baselines: baselinesOf(outcomes, CLASSES),
    againstBaseRate: {
      untuned: againstBaseRate(untuned, outcomes, options),
      fitted: fitted === null ? null : againstBaseRate(fitted, outcomes, options),
    },
    calibration:
      fitted === null
        ? null
        : {
            candidates: tried.length,
            kept: bestOn(tried, outcomes, [0]).length,
            parameters: posterior(tried, outcomes, meetings[0]!.specification),
            permutation: permutationTest(tried, outcomes, meanRps(fitted, outcomes), options),
          },
    parts: costsOfParts(meetings.slice(0, -1), takenApart),
    forecasters: scoreForecasters(facts, rows),
    contracts: scoreContracts(facts, forecasts),
    details: detailMeans(
      rows.flatMap((row) => row.rates),
      rows.flatMap((row) => row.issues),
    ),
    heldOut: heldOutOf(facts),
  };
}

/**
 * Forecasts the past meetings of the facts from the record of their eve, scores them beside the base rate and
 * calibrates by leaving one out. Takes about a minute with the usual work; `candidates: 0` leaves the calibration out.
 * Throws a RangeError for runs, candidates or a seed out of range, and the reason of the signal where it is stopped.
 */
export function backtest(options: BacktestOptions = {}): Backtest {
  return here(backtested(options));
}
