/**
 * How the shape and scale of the hazard of a truce come out of the truces on record: Weibull laws by maximum likelihood with
 * right-censored spells, and what a law says of a whole truce. The library reads shape and scale as parameters.
 */
import { cumulativeHazard } from '../../../src/bargaining/truce-hazard';
import { exp, log, pow } from '../../../src/kit/portable-math';

/** Shape and scale of a Weibull law; a shape of one is a constant hazard. */
export interface Weibull {
  /** k: positive; below one the hazard falls with age. */
  readonly shape: number;
  /** s: positive; days after which a share 1/e of truces still stands. */
  readonly scaleDays: number;
}

/** A truce as observed: its length, and whether it was seen to end (false: censored). */
export interface TruceSpell {
  readonly days: number;
  readonly ended: boolean;
}

/** A Weibull law with the log-likelihood of the spells it was fitted to. */
export interface WeibullFit extends Weibull {
  readonly logLikelihood: number;
}

const HALVINGS = 100;

/** Probability in [0, 1] that a truce outlives its first `days` days, at a constant log hazard ratio (0 for the base law). */
export function weibullSurvival(days: number, shape: number, scaleDays: number, logRatio = 0): number {
  return exp(-cumulativeHazard(days, shape, scaleDays) * exp(logRatio));
}

/** The age in days that a share `survivors` in (0, 1] of truces outlives; at .5 the median length. Inverse of weibullSurvival. */
export function weibullQuantile(survivors: number, shape: number, scaleDays: number, logRatio = 0): number {
  return scaleDays * pow(-log(survivors) * exp(-logRatio), 1 / shape);
}

/**
 * Constant daily hazard of highest likelihood: endings over days at risk.
 * Throws a RangeError when no spell has ended or one has no length.
 */
export function fitExponential(spells: readonly TruceSpell[]): {
  hazardPerDay: number;
  logLikelihood: number;
} {
  const ended = endings(spells);
  const hazardPerDay = ended / spells.reduce((total, spell) => total + spell.days, 0);
  return { hazardPerDay, logLikelihood: ended * log(hazardPerDay) - ended };
}

/**
 * Weibull law of highest likelihood. Throws a RangeError when no spell has ended, when one has no length, or when the ended spells
 * are all alike and none is longer, for then the likelihood has no maximum.
 */
export function fitWeibull(spells: readonly TruceSpell[]): WeibullFit {
  const ended = endings(spells);
  const longest = Math.max(...spells.map((spell) => spell.days));
  if (spells.every((spell) => !spell.ended || spell.days === longest)) {
    throw new RangeError('Truces that all ended at the longest age seen do not identify a Weibull shape.');
  }
  const shape = shapeOfHighestLikelihood(spells);
  // Spells are measured against the longest, so that no power overflows while the shape is sought.
  const powers = spells.reduce((total, spell) => total + pow(spell.days / longest, shape), 0);
  const scaleDays = longest * pow(powers / ended, 1 / shape);
  return { shape, scaleDays, logLikelihood: weibullLogLikelihood(spells, shape, scaleDays) };
}

/** Log-likelihood of spells, some censored, under a Weibull law. */
export function weibullLogLikelihood(
  spells: readonly TruceSpell[],
  shape: number,
  scaleDays: number,
): number {
  let total = 0;
  for (const { days, ended } of spells) {
    total -= cumulativeHazard(days, shape, scaleDays);
    if (ended) total += log(shape / scaleDays) + (shape - 1) * log(days / scaleDays);
  }
  return total;
}

function endings(spells: readonly TruceSpell[]): number {
  if (spells.some((spell) => !(spell.days > 0))) throw new RangeError('A truce spell must last some time.');
  const ended = spells.filter((spell) => spell.ended).length;
  if (ended === 0) throw new RangeError('No truce among the spells has ended, so no hazard can be told.');
  return ended;
}

/** Root of the profile score, which falls in the shape. */
function shapeOfHighestLikelihood(spells: readonly TruceSpell[]): number {
  let low = 0;
  let high = 1;
  while (profileScore(spells, high) > 0) {
    low = high;
    high *= 2;
  }
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (profileScore(spells, middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}

function profileScore(spells: readonly TruceSpell[], shape: number): number {
  const longest = Math.max(...spells.map((spell) => spell.days));
  let powers = 0;
  let weighted = 0;
  let logsOfEnded = 0;
  let ended = 0;
  for (const spell of spells) {
    const age = log(spell.days / longest);
    const power = exp(shape * age);
    powers += power;
    weighted += power * age;
    if (!spell.ended) continue;
    logsOfEnded += age;
    ended += 1;
  }
  return 1 / shape + logsOfEnded / ended - weighted / powers;
}
