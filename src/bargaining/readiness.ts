/**
 * When parties are ready to talk. Ripeness after Zartman (a stalemate that hurts both, and a way out), graded per side after
 * Pruitt's readiness theory: motivation times optimism, and the less ready side decides.
 */
import { expm1, logistic, pow } from '../kit/portable-math';

/** Coefficients of optimism, in logits. */
export interface OptimismCoefficients {
  readonly constant: number;
  /** For each preparatory round held. */
  readonly round: number;
  /** For a call between the leaders. */
  readonly leaderCall: number;
  /** Taken off after a recent breach. */
  readonly recentBreach: number;
}

/** What a party can see that bears on a way out. */
export interface Prospects {
  /** Preparatory rounds held, zero or more. */
  readonly rounds: number;
  /** Whether, or in [0, 1] how far, the leaders have spoken, and a breach is recent. */
  readonly leaderCall: number;
  readonly recentBreach: number;
}

/** A threat with a date, as one party sees it. */
export interface ImpendingThreat {
  /** Probability of its being carried out, in [0, 1]. */
  readonly credibility: number;
  /** Its cost, in points. */
  readonly cost: number;
  readonly daysToDeadline: number;
}

/** How far a party sees a way out, in (0, 1). */
export function optimism(prospects: Prospects, coefficients: OptimismCoefficients): number {
  return logistic(
    coefficients.constant +
      coefficients.round * prospects.rounds +
      coefficients.leaderCall * prospects.leaderCall -
      coefficients.recentBreach * prospects.recentBreach,
  );
}

/**
 * How much a party wants out, from 0 up: 1 - exp(-P/P0) for a pain stock P and its scale P0, both in per cent of GDP times days,
 * plus the pull of an impending catastrophe (see {@link catastrophePull}), nought where none is counted.
 */
export function motivation(painStock: number, painScale: number, catastrophe = 0): number {
  return -expm1(-painStock / painScale) + catastrophe;
}

/**
 * Zartman's impending catastrophe: gain times expected cost, over the days to the deadline to the power eta. A deadline today or
 * past counts as one day away.
 */
export function catastrophePull(threat: ImpendingThreat, gain: number, eta: number): number {
  return (gain * threat.credibility * threat.cost) / pow(Math.max(1, threat.daysToDeadline), eta);
}

/** A party's readiness in [0, 1]: motivation, counted up to one, times optimism. */
export function readiness(motivationLevel: number, optimismLevel: number): number {
  return Math.min(1, motivationLevel) * optimismLevel;
}

/** Ripeness of the conflict in [0, 1]: the readiness of the less ready side, because it takes two. */
export function ripeness(readiness0: number, readiness1: number): number {
  return Math.min(readiness0, readiness1);
}

/** Probability in (0, 1) of a round of talks or a call within the next seven days, given constant and slope in logits. */
export function talksProbability(ripenessLevel: number, constant: number, slope: number): number {
  return logistic(constant + slope * ripenessLevel);
}
