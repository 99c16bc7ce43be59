/**
 * How long a truce lasts: Weibull proportional hazards. With a shape below one the danger is greatest when the text is fresh and
 * falls as the truce ages; provocation, coercion that the text leaves uncovered, and a near expiry raise it, ripeness and
 * monitoring lower it.
 */
import { exp, expm1, pow } from '../kit/portable-math';

/** State of a truce on a day. */
export interface TruceConditions {
  /** Provocations lately, zero or more. */
  readonly provocation: number;
  /** Share of active coercive weight that the text does not cover, in [0, 1]. */
  readonly loophole: number;
  /** Ripeness of the conflict, in [0, 1]. */
  readonly ripeness: number;
  /** Whether, or how far, delivery is monitored, in [0, 1]. */
  readonly monitoring: number;
  /** Days until the truce runs out by its own terms; null where it does not. */
  readonly daysToExpiry: number | null;
}

/** Log-hazard per unit of each condition, as non-negative sizes: the sign is part of the model. */
export interface TruceCoefficients {
  readonly provocation: number;
  readonly loophole: number;
  readonly ripeness: number;
  readonly monitoring: number;
  readonly expiry: number;
  /** Days before expiry from which the expiry term counts. */
  readonly expiryWindowDays: number;
}

/** Logarithm of the factor by which conditions raise the hazard. */
export function logHazardRatio(conditions: TruceConditions, coefficients: TruceCoefficients): number {
  const { daysToExpiry } = conditions;
  const expiring = daysToExpiry !== null && daysToExpiry < coefficients.expiryWindowDays;
  return (
    coefficients.provocation * conditions.provocation +
    coefficients.loophole * conditions.loophole -
    coefficients.ripeness * conditions.ripeness -
    coefficients.monitoring * conditions.monitoring +
    (expiring ? coefficients.expiry : 0)
  );
}

/**
 * Probability in [0, 1] that a truce that has stood for `days` days breaks within the next: 1 - S(t+1)/S(t), under the log hazard
 * ratio of that day. The clock starts at the latest agreed text.
 */
export function breachProbability(days: number, shape: number, scaleDays: number, logRatio = 0): number {
  const hazard = cumulativeHazard(days + 1, shape, scaleDays) - cumulativeHazard(days, shape, scaleDays);
  return -expm1(-hazard * exp(logRatio));
}

/**
 * The highest log hazard ratio that conditions between two bounds, field by field, can come to. Days to the expiry are not
 * looked at: it may always be near.
 */
export function highestLogHazardRatio(
  least: TruceConditions,
  most: TruceConditions,
  coefficients: TruceCoefficients,
): number {
  const highest = (coefficient: number, low: number, high: number) =>
    Math.max(coefficient * low, coefficient * high);
  return (
    highest(coefficients.provocation, least.provocation, most.provocation) +
    highest(coefficients.loophole, least.loophole, most.loophole) +
    highest(-coefficients.ripeness, least.ripeness, most.ripeness) +
    highest(-coefficients.monitoring, least.monitoring, most.monitoring) +
    Math.max(0, coefficients.expiry)
  );
}

/** Far above what a few roundings of a probability come to, far below what matters. */
const ROUNDING = 1e-9;

/**
 * The highest {@link breachProbability} of a truce at any age from 0 to `oldest` days, under log hazard ratios up to
 * `logRatio`: a Weibull hazard only falls with age, or only rises. A trifle above it, so that no rounding lifts a day's over it.
 */
export function highestBreachProbability(
  oldest: number,
  shape: number,
  scaleDays: number,
  logRatio: number,
): number {
  const fresh = breachProbability(0, shape, scaleDays, logRatio);
  const old = breachProbability(oldest, shape, scaleDays, logRatio);
  return Math.max(fresh, old) * (1 + ROUNDING);
}

/** Expected number of breaks of the base law up to an age in days: (days/scale)^shape; none before the text. */
export function cumulativeHazard(days: number, shape: number, scaleDays: number): number {
  return days <= 0 ? 0 : pow(days / scaleDays, shape);
}
