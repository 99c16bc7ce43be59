/**
 * Backtest: past meetings forecast from the record of their eve, scored, calibrated by leaving one out, and compared
 * with base rates, with markets and banks, and with the model without one of its parts.
 */
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
import type { Scenario } from '../../scenario/schema';
import { BASE_RATE_CLASSES } from '../../scenario/model-specification';
import { USUAL_WORK, type BacktestOptions } from './work';
import {
  bestOn,
  leaveOneOut,
  meanRps,
  permutationTest,
  posterior,
  tryCandidates,
  type Fitted,
  type PermutationTest,
} from './calibration';
import {
  detailMeans,
  detailsOf,
  scoreContract,
  scoreIssues,
  scoreRates,
  type ContractScore,
  type DetailMeans,
  type Details,
  type DetailTask,
  type IssueScore,
} from './detail-scores';
import { scoreForecasters, type ForecasterScore } from './forecasters';
import type { MeetingScore } from './meeting-score';
import {
  CLASSES,
  mixed,
  mixtureOf,
  modelShares,
  prepareMeetings,
  sharesOf,
  type PreparedMeeting,
} from './past-forecasts';

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
  { id: 'ripeness', title: 'issues that are not ripe are put off', values: { r0: 1 } },
  { id: 'hold', title: 'a side that gives nothing of its own', values: { hold: 0 } },
  { id: 'private-price', title: 'the private price of conceding', values: { K: 1e-6 } },
  { id: 'noise', title: 'misjudgement of what the other accepts', values: { sigma0: 1e-6 } },
  { id: 'threats', title: 'the price of pending threats', values: { H: 1e-6 } },
  { id: 'base-rate', title: 'the base rate mixed in', values: { lam_mix: 0 } },
];

function costsOfParts(
  training: readonly PreparedMeeting[],
  { runs, candidateRuns, seed }: BacktestOptions,
): PartCost[] {
  const outcomes = training.map((meeting) => meeting.outcome);
  // The same episodes with and without a part: their chance cancels out.
  const episodes = Math.min(runs, 2 * candidateRuns);
  const without = (values: Readonly<Record<string, number>>) =>
    meanRps(
      training.map((meeting) =>
        mixed(
          meeting,
          modelShares(meeting, values, episodes, seed).p,
          values.lam_mix ?? mixtureOf(meeting.theory),
        ),
      ),
      outcomes,
    );
  const whole = without({});
  return PARTS.map(({ id, title, values }) => {
    const rps = without(values);
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
  options: BacktestOptions,
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
  readonly meeting: PreparedMeeting;
  readonly task: DetailTask;
  readonly details: Details;
}

function forecastOf(facts: Facts, meeting: PreparedMeeting, options: BacktestOptions): Forecast {
  const contract = facts.rateContracts.find((item) => item.dossier === meeting.id) ?? null;
  const { initial, theory } = meeting;
  const task = { initial, theory, seed: options.seed, runs: options.runs, contract };
  return { meeting, task, details: detailsOf(task) };
}

function grantedAt(facts: Facts, id: string): Readonly<Record<string, number>> | undefined {
  const dossier = facts.dossiers.find((item) => item.id === id);
  return facts.codedMeetings.find((item) => item.id === dossier?.codedMeeting)?.granted;
}

function issuesAt(facts: Facts, { meeting, task, details }: Forecast): IssueScore[] {
  const granted = grantedAt(facts, meeting.id);
  return granted === undefined ? [] : scoreIssues(task, details, granted);
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

/**
 * Forecasts, scores and calibrates over the past meetings of the facts. `base` lends outcome classes and policies.
 * Deterministic in its arguments; pure but for the reports of progress.
 */
export function backtest(facts: Facts, base: Scenario, options: BacktestOptions = USUAL_WORK): Backtest {
  const meetings = prepareMeetings(facts, base);
  const outcomes = meetings.map((meeting) => meeting.outcome);
  const all = meetings.length * (options.candidates + 1 + PARTS.length);
  let done = 0;
  const step = () => options.onProgress?.((done += 1), all);
  const forecasts = meetings.map((meeting) => {
    step();
    return forecastOf(facts, meeting, options);
  });
  const shares = forecasts.map(({ meeting, details }) => sharesOf(meeting.theory, details.outcomes));
  const untuned = meetings.map((meeting, at) => mixed(meeting, shares[at]!.p, mixtureOf(meeting.theory)));
  const tried = tryCandidates(meetings, options, step);
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
      rates: scoreRates(facts, forecasts[at]!.task, forecasts[at]!.details),
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
            parameters: posterior(tried, outcomes, meetings[0]!.theory),
            permutation: permutationTest(tried, outcomes, meanRps(fitted, outcomes), options),
          },
    parts: costsOfParts(meetings.slice(0, -1), options),
    forecasters: scoreForecasters(facts, rows),
    contracts: scoreContracts(facts, forecasts),
    details: detailMeans(
      rows.flatMap((row) => row.rates),
      rows.flatMap((row) => row.issues),
    ),
    heldOut: heldOutOf(facts),
  };
}
