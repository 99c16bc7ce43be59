/**
 * Backtest: past meetings forecast from the record of their eve, scored, calibrated by leaving one out, and compared.
 *
 * Eight outcomes carry at most five free parameters: the private price of conceding, the noise, the ripeness of an
 * issue, the holding type and the weight of the base rate. Candidates come from their priors; those that score best
 * on the other meetings make the forecast of the one left out (approximate Bayesian computation by rejection, Beaumont
 * 2002), so the prior is the penalty and no meeting has a constant of its own. The last meeting enters no fit.
 */
import { mean, quantile } from '../kit/statistics';
import { createDraws, type Draws } from '../kit/keyed-draws';
import type { State } from '../model/state';
import {
  baselinesOf,
  bootstrapMean,
  leaveOneOutBaseRates,
  meanScores,
  scoresOf,
  type Baselines,
  type Resampled,
  type Scores,
} from '../outcomes/forecast-scores';
import type { Facts } from '../scenario/facts';
import { stateOn } from '../scenario/initial-state';
import type { Scenario } from '../scenario/schema';
import { BASE_RATE_CLASSES, openingOf, theoryOf, type Theory } from '../scenario/theory';
import { outcomesOfBlock } from './compare';
import { USUAL_WORK, type BacktestOptions } from './backtest-work';
import { pastMeetings, type PastMeeting } from './dossier';

/** The parameters that may be fitted; more than five would outrun the outcomes. */
export const FREE_PARAMETERS = ['K', 'sigma0', 'r0', 'hold', 'lam_mix'] as const;

/** One value for each free parameter. */
export type Candidate = Readonly<Record<(typeof FREE_PARAMETERS)[number], number>>;

/** A meeting made ready: its state, its theory and the class that the record codes for it. */
export interface PreparedMeeting extends PastMeeting {
  readonly initial: State;
  readonly theory: Theory;
  /** Index into {@link BASE_RATE_CLASSES}. */
  readonly outcome: number;
}

/** Shares of the classes given that the meeting is held, and the share of episodes in which it is. */
interface ModelShares {
  readonly p: readonly number[];
  readonly held: number;
}

const CLASSES = BASE_RATE_CLASSES.length;

/** All past meetings made ready. */
export function prepareMeetings(facts: Facts, base: Scenario): PreparedMeeting[] {
  return pastMeetings(facts, base).map((past, index) => {
    const coded = facts.codedMeetings.find((meeting) => meeting.id === facts.dossiers[index]!.codedMeeting);
    if (coded === undefined) throw new Error(`${past.id} has no coded outcome`);
    const initial = stateOn(facts, openingOf(past.scenario));
    return { ...past, initial, theory: theoryOf(past.scenario, facts), outcome: coded.class };
  });
}

/** A theory with some parameters set to one value. */
export function withParameters(theory: Theory, values: Readonly<Record<string, number>>): Theory {
  const parameters = theory.parameters.map((law) => {
    const value = Object.hasOwn(values, law.symbol) ? values[law.symbol] : undefined;
    return value === undefined
      ? law
      : { symbol: law.symbol, low: value, central: value, high: value, drawn: false };
  });
  return { ...theory, parameters };
}

function modelShares(
  { initial, theory }: PreparedMeeting,
  values: Readonly<Record<string, number>>,
  runs: number,
  seed: string,
): ModelShares {
  const changed = withParameters(theory, values);
  const series = outcomesOfBlock({ initial, theory: changed, seed, from: 0, to: runs });
  const counts = new Array<number>(CLASSES).fill(0);
  for (const index of series) {
    const at = index < 0 ? -1 : (BASE_RATE_CLASSES as readonly string[]).indexOf(theory.outcomes[index]!.id);
    if (at >= 0) counts[at]! += 1;
  }
  const held = counts.reduce((sum, count) => sum + count, 0);
  return {
    p: held === 0 ? counts.map(() => 1 / CLASSES) : counts.map((count) => count / held),
    held: held / runs,
  };
}

function mixed(meeting: PreparedMeeting, p: readonly number[], weight: number): number[] {
  return p.map((share, at) => (1 - weight) * share + weight * meeting.theory.baseRate[at]!);
}

const mixtureOf = (theory: Theory) => theory.parameters.find((law) => law.symbol === 'lam_mix')!.central;

/** A candidate with its forecasts of all meetings. */
export interface Tried {
  readonly candidate: Candidate;
  readonly p: readonly (readonly number[])[];
}

function drawCandidate(theory: Theory, draws: Draws, index: number): Candidate {
  const value = (symbol: string) => {
    const law = theory.parameters.find((item) => item.symbol === symbol)!;
    return draws.triangular(law.low, law.central, law.high, index, `fit/${symbol}`);
  };
  return Object.fromEntries(FREE_PARAMETERS.map((symbol) => [symbol, value(symbol)])) as Candidate;
}

function tryCandidates(
  meetings: readonly PreparedMeeting[],
  options: BacktestOptions,
  onDone: () => void,
): Tried[] {
  const draws = createDraws(options.seed);
  return Array.from({ length: options.candidates }, (_, index) => {
    const candidate = drawCandidate(meetings[0]!.theory, draws, index);
    const p = meetings.map((meeting) => {
      onDone();
      const { p: shares } = modelShares(meeting, candidate, options.candidateRuns, options.seed);
      return mixed(meeting, shares, candidate.lam_mix);
    });
    return { candidate, p };
  });
}

/** Share of the candidates that is kept. */
const KEPT = 1 / 8;

/** The candidates that score best on some meetings. */
function bestOn(tried: readonly Tried[], outcomes: readonly number[], training: readonly number[]): Tried[] {
  const loss = (item: Tried) =>
    training.reduce((sum, at) => sum + scoresOf({ p: item.p[at]!, outcome: outcomes[at]! }).rps, 0);
  const ranked = tried.map((item) => ({ item, loss: loss(item) })).sort((a, b) => a.loss - b.loss);
  return ranked.slice(0, Math.max(1, Math.round(tried.length * KEPT))).map(({ item }) => item);
}

const averaged = (items: readonly Tried[], at: number): number[] =>
  items[0]!.p[at]!.map((_, index) => mean(items.map((item) => item.p[at]![index]!)));

/** The fitted forecast of each meeting from the other training meetings; the last one is in nobody's training. */
export function leaveOneOut(tried: readonly Tried[], outcomes: readonly number[]): number[][] {
  const training = outcomes.map((_, at) => at).slice(0, -1);
  return outcomes.map((_, at) =>
    averaged(
      bestOn(
        tried,
        outcomes,
        training.filter((other) => other !== at),
      ),
      at,
    ),
  );
}

/** Outcomes in another order, by drawn keys. */
function permuted(outcomes: readonly number[], draws: Draws, permutation: number): number[] {
  const keyed = outcomes.map((outcome, at) => ({
    outcome,
    key: draws.uniform(permutation, 'fit/permutation', at),
  }));
  return keyed.sort((a, b) => a.key - b.key).map(({ outcome }) => outcome);
}

const meanRps = (p: readonly (readonly number[])[], outcomes: readonly number[]) =>
  mean(outcomes.map((outcome, at) => scoresOf({ p: p[at]!, outcome }).rps));

/** How the fitted score compares with the same fit to outcomes in a random order. */
export interface PermutationTest {
  readonly n: number;
  /** Mean fitted score over the permutations: what a fit to chance scores. */
  readonly meanRps: number;
  /** Share of permutations that score as well as the true order or better. */
  readonly pValue: number;
}

/** Fits to outcomes in random order, and how the true order compares with them. */
export function permutationTest(
  tried: readonly Tried[],
  outcomes: readonly number[],
  observed: number,
  options: Pick<BacktestOptions, 'seed' | 'permutations'>,
): PermutationTest {
  const draws = createDraws(options.seed);
  const scores = Array.from({ length: options.permutations }, (_, index) => {
    const shuffled = permuted(outcomes, draws, index);
    return meanRps(leaveOneOut(tried, shuffled), shuffled);
  });
  const asGood = scores.filter((score) => score <= observed).length;
  return {
    n: scores.length,
    meanRps: scores.length === 0 ? 0 : mean(scores),
    pValue: (asGood + 1) / (scores.length + 1),
  };
}

/** A parameter before and after. */
export interface Fitted {
  readonly symbol: (typeof FREE_PARAMETERS)[number];
  readonly prior: { readonly low: number; readonly central: number; readonly high: number };
  readonly posterior: { readonly p10: number; readonly mean: number; readonly p90: number };
}

/** A part of the model taken out, and what the mean score becomes without it. */
export interface PartCost {
  readonly id: string;
  readonly title: string;
  readonly rps: number;
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
  meetings: readonly PreparedMeeting[],
  outcomes: readonly number[],
  full: number,
  options: BacktestOptions,
): PartCost[] {
  return PARTS.map(({ id, title, values }) => {
    const p = meetings.map((meeting) => {
      const weight = values.lam_mix ?? mixtureOf(meeting.theory);
      return mixed(
        meeting,
        modelShares(meeting, values, Math.min(options.runs, 2 * options.candidateRuns), options.seed).p,
        weight,
      );
    });
    const rps = meanRps(p, outcomes);
    return { id, title, rps, cost: full - rps };
  }).sort((a, b) => b.cost - a.cost);
}

/** A meeting forecast and scored. Probabilities are given that it is held. */
export interface MeetingScore extends Scores {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  readonly date: string;
  readonly outcome: string;
  readonly held: number;
  readonly p: Readonly<Record<string, number>>;
  /** Before the base rate is mixed in. */
  readonly pModel: Readonly<Record<string, number>>;
  readonly baseRate: Scores;
  readonly fitted: ({ readonly p: Readonly<Record<string, number>> } & Scores) | null;
}

/** What a market or a bank said beside the model on the same groups of classes. */
export interface ForecasterScore {
  readonly id: string;
  readonly forecaster: string;
  readonly on: string;
  readonly meeting: string;
  readonly statement: string;
  /** Probability given to what happened. */
  readonly p: number;
  readonly rps: number;
  readonly model: { readonly p: number; readonly rps: number };
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
}

const named = (p: readonly number[]) => Object.fromEntries(BASE_RATE_CLASSES.map((id, at) => [id, p[at]!]));

function postTable(tried: readonly Tried[], outcomes: readonly number[], theory: Theory): Fitted[] {
  const best = bestOn(tried, outcomes, outcomes.map((_, at) => at).slice(0, -1));
  return FREE_PARAMETERS.map((symbol) => {
    const law = theory.parameters.find((item) => item.symbol === symbol)!;
    const values = best.map((item) => item.candidate[symbol]);
    return {
      symbol,
      prior: { low: law.low, central: law.central, high: law.high },
      posterior: { p10: quantile(values, 0.1), mean: mean(values), p90: quantile(values, 0.9) },
    };
  });
}

function groupShare(
  group: readonly string[],
  p: Readonly<Record<string, number>>,
  held: number,
  overAll: boolean,
): number {
  return group.reduce((sum, id) => {
    if (id === 'not-held') return sum + 1 - held;
    return sum + p[id]! * (overAll ? held : 1);
  }, 0);
}

function scoreForecasters(facts: Facts, meetings: readonly MeetingScore[]): ForecasterScore[] {
  return facts.forecasts.map(({ id, forecaster, on, dossier, statement, groups, p }) => {
    const meeting = meetings.find((candidate) => candidate.id === dossier);
    if (meeting === undefined) throw new Error(`the forecast ${id} is about no past meeting`);
    const overAll = groups.some((group) => group.includes('not-held'));
    const outcome = groups.findIndex((group) => group.includes(meeting.outcome));
    const model = groups.map((group) => groupShare(group, meeting.p, meeting.held, overAll));
    return {
      id,
      forecaster,
      on,
      meeting: dossier,
      statement,
      p: p[outcome]!,
      rps: scoresOf({ p, outcome }).rps,
      model: { p: model[outcome]!, rps: scoresOf({ p: model, outcome }).rps },
    };
  });
}

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
  const shares = meetings.map((meeting) => {
    step();
    return modelShares(meeting, {}, options.runs, options.seed);
  });
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
            parameters: postTable(tried, outcomes, meetings[0]!.theory),
            permutation: permutationTest(tried, outcomes, meanRps(fitted, outcomes), options),
          },
    parts: costsOfParts(meetings, outcomes, scores.rps, options),
    forecasters: scoreForecasters(facts, rows),
  };
}
