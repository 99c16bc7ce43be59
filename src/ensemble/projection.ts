/**
 * The projection: the distribution that an ensemble gives, with an interval on every probability.
 *
 * Published probabilities mix the model with the base rate of past meetings, because the raw model is overconfident;
 * both numbers are kept. Intervals are Wilson's at 95 % on the model's share, scaled by the mixture.
 */
import { rankCorrelation, wilson, type ShareInterval } from '../kit/statistics';
import { digest } from '../engine/digest';
import type { Scenario } from '../scenario/schema';
import { BASE_RATE_CLASSES, type ModelSpecification } from '../scenario/model-specification';
import type { State } from '../model/state';
import { averageTariffPct } from '../model/tariff';
import type { PartyId } from '../model/actor';
import { meetingOf } from '../model/meeting';
import { drawnSymbols } from '../episode/parameter-draw';
import { countAtLeast, histogramMean, histogramQuantile, type Histogram, type Tally } from './tally';

/** A probability with its 95 % interval. */
export type Probability = ShareInterval;

/** Tenth, median and ninetieth percentile. */
export interface Band {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** An outcome class in the answer. */
export interface OutcomeShare extends Probability {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  /** Share of the model's episodes, before the base rate is mixed in. */
  readonly pModel: number;
}

/** What is conceded on an issue, over all runs: 0 where there is no deal. */
export interface IssueShare {
  readonly id: string;
  readonly giver: PartyId;
  readonly label: string;
  /** Mean degree of concession, 0 to 1. */
  readonly mean: number;
  /** Probability of at least half a concession. */
  readonly pHalf: number;
  readonly p10: number;
  readonly p90: number;
}

/** A drawn parameter and how the answer moves with it. */
export interface Driver {
  readonly symbol: string;
  /** Rank correlation with the ordinal outcome given that the meeting is held, -1 to 1. */
  readonly correlation: number;
}

/** The answer of an ensemble: what `detente project --json` prints. */
export interface Projection {
  readonly version: string;
  readonly scenario: string;
  readonly title: string;
  readonly question: string;
  readonly asOf: string;
  readonly horizon: string;
  readonly seed: string;
  readonly runs: number;
  /** There where the ensemble was stopped: the answer is of the first episodes only. */
  readonly partial?: { readonly done: number; readonly asked: number };
  readonly digest: string;
  readonly meeting: { readonly on: string; readonly place: string; readonly held: Probability };
  /** Weight of the base rate in the published probabilities, and the number of meetings behind it. */
  readonly baseRate: { readonly weight: number; readonly meetings: number };
  readonly outcomes: readonly OutcomeShare[];
  readonly issues: readonly IssueShare[];
  readonly averageTariffPct: Readonly<
    Record<'usOnCn' | 'cnOnUs', { readonly start: number; readonly end: Band }>
  >;
  /** Survival of the truce that binds after the meeting, from the day of the meeting. */
  readonly truce: {
    readonly bound: Probability;
    readonly survival: readonly ({ readonly days: number } & Probability)[];
  };
  readonly economy: {
    /** Change of trade from the first day to two weeks after the meeting, medium term, per cent. */
    readonly tradeFlowsPct: { readonly usImportsFromCn: Band; readonly cnImportsFromUs: Band };
    /** Mean short-run effect on GDP over the horizon of measures since the reference day, per cent. */
    readonly gdpPct: Readonly<Record<'US' | 'CN' | 'RoW', Band>>;
    /** Change of American consumer prices by the horizon, per cent. */
    readonly pricesPct: Band;
    readonly magnets: { readonly shortageDays: Band; readonly leastStockMonths: Band };
    /** American soybeans bought by China until the horizon, million metric tons. */
    readonly soybeansMmt: Band;
    /** Severity with which Chinese rare-earth rules reach goods made in third countries at the horizon, 0 to 1. */
    readonly thirdCountryReach: Band;
  };
  /** Parameters that move the answer most, strongest first. */
  readonly drivers: readonly Driver[];
  readonly assumptions: readonly string[];
}

/** Days after the meeting on which the survival of the truce is told. */
export const SURVIVAL_DAYS = [30, 90, 180, 365] as const;

const round = (value: number, digits = 6): number => {
  const scale = Number(`1e${digits}`);
  const rounded = Math.round(value * scale) / scale;
  return rounded === 0 ? 0 : rounded;
};

function rounded(interval: ShareInterval): Probability {
  return { p: round(interval.p), low: round(interval.low), high: round(interval.high) };
}

function band(histogram: Histogram): Band {
  const at = (q: number) => round(histogramQuantile(histogram, q));
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** Whether the classes are those that the base rate is coded for, beside the meeting not being held. */
function hasBaseRate(specification: ModelSpecification): boolean {
  const ids: string[] = specification.outcomes.map((outcome) => outcome.id).filter((id) => id !== 'not-held');
  return ids.length === BASE_RATE_CLASSES.length && BASE_RATE_CLASSES.every((id) => ids.includes(id));
}

/** Weight of the base rate in the published probabilities: 0 where it is not coded for the classes. */
export function baseRateWeight(specification: ModelSpecification): number {
  const mixture =
    specification.parameters.find((distribution) => distribution.symbol === 'lam_mix')?.central ?? 0;
  return hasBaseRate(specification) ? mixture : 0;
}

/** The published probabilities of the classes that a tally gives. */
export function outcomeShares(
  specification: ModelSpecification,
  tally: Tally,
  weight: number,
): OutcomeShare[] {
  const classified = tally.runs - tally.unclassified;
  const pHeld = classified === 0 ? 0 : tally.held / classified;
  return specification.outcomes.map(({ id, title, meaning }, index) => {
    const share = wilson(tally.outcomes[index]!, classified);
    const at = (BASE_RATE_CLASSES as readonly string[]).indexOf(id);
    const mix = (model: number) =>
      at < 0 || weight === 0 ? model : (1 - weight) * model + weight * specification.baseRate[at]! * pHeld;
    return {
      id,
      title,
      meaning,
      pModel: round(share.p),
      p: round(mix(share.p)),
      low: round(mix(share.low)),
      high: round(mix(share.high)),
    };
  });
}

function issueShares(specification: ModelSpecification, initial: State, tally: Tally): IssueShare[] {
  return specification.issues.map(({ id, giver }, index) => {
    const degrees = tally.issues[index]!;
    return {
      id,
      giver,
      label: initial.issues[id]?.label ?? id,
      mean: round(histogramMean(degrees)),
      pHalf: round(tally.runs === 0 ? 0 : countAtLeast(degrees, 0.5) / tally.runs),
      p10: round(histogramQuantile(degrees, 0.1)),
      p90: round(histogramQuantile(degrees, 0.9)),
    };
  });
}

/** Drawn parameters by the strength of their rank correlation with the outcome. */
function drivers(specification: ModelSpecification, tally: Tally): Driver[] {
  const outcome = tally.sample.map((row) => row[0]!);
  return drawnSymbols(specification)
    .map((symbol, index) => ({
      symbol,
      correlation:
        outcome.length < 3
          ? 0
          : round(
              rankCorrelation(
                tally.sample.map((row) => row[index + 1]!),
                outcome,
              ),
              4,
            ),
    }))
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation) || (a.symbol < b.symbol ? -1 : 1));
}

function survival(tally: Tally): Projection['truce']['survival'] {
  return SURVIVAL_DAYS.map((days) => {
    const standing = tally.truceBound - (countOf(tally.truceDays) - countAtLeast(tally.truceDays, days + 1));
    return { days, ...rounded(wilson(standing, tally.truceBound)) };
  });
}

const countOf = (histogram: Histogram) => countAtLeast(histogram, -Infinity);

/** What a projection needs beside the tally. */
export interface ProjectionFrame {
  readonly version: string;
  readonly scenario: Scenario;
  readonly specification: ModelSpecification;
  readonly initial: State;
  readonly seed: string;
  /** Runs that were asked for; those of the tally unless told. */
  readonly asked?: number;
}

/** Turns a tally into the answer with its digest, which covers everything but itself. */
export function projectionOf(frame: ProjectionFrame, tally: Tally): Projection {
  const { version, scenario, specification, initial, seed, asked = tally.runs } = frame;
  const weight = baseRateWeight(specification);
  const direction = (name: 'usOnCn' | 'cnOnUs') => ({
    start: round(averageTariffPct(initial, name), 4),
    end: band(tally.end[name]),
  });
  const answer = {
    version,
    scenario: scenario.id,
    title: scenario.title,
    question: scenario.question,
    asOf: scenario.asOf,
    horizon: scenario.horizon,
    seed,
    runs: tally.runs,
    ...(tally.runs < asked ? { partial: { done: tally.runs, asked } } : {}),
    meeting: {
      on: specification.meetingOn,
      place: meetingOf(initial, specification.meeting)?.place ?? '',
      held: rounded(wilson(tally.held, tally.runs)),
    },
    baseRate: { weight, meetings: specification.baseRateMeetings },
    outcomes: outcomeShares(specification, tally, weight),
    issues: issueShares(specification, initial, tally),
    averageTariffPct: { usOnCn: direction('usOnCn'), cnOnUs: direction('cnOnUs') },
    truce: { bound: rounded(wilson(tally.truceBound, tally.runs)), survival: survival(tally) },
    economy: {
      tradeFlowsPct: {
        usImportsFromCn: band(tally.trade.usFromCn),
        cnImportsFromUs: band(tally.trade.cnFromUs),
      },
      gdpPct: { US: band(tally.gdp.US), CN: band(tally.gdp.CN), RoW: band(tally.gdp.RoW) },
      pricesPct: band(tally.prices),
      magnets: { shortageDays: band(tally.shortageDays), leastStockMonths: band(tally.leastStock) },
      soybeansMmt: band(tally.soybeans),
      thirdCountryReach: band(tally.foreignReach),
    },
    drivers: drivers(specification, tally),
    assumptions: scenario.assumptions,
  };
  return { ...answer, digest: digest(answer) };
}
