/**
 * Confidence sequences: intervals for a mean that hold at all sample sizes at once, so that one may look as often as one likes and
 * stop when one likes.
 *
 * The asymptotic one of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas ("Time-uniform central limit theory and asymptotic confidence
 * sequences", Annals of Statistics 2024, theorem 2.2), in standard units: Robbins' normal mixture with the variance of the sample.
 */
import { log } from './portable-math';

/** The size of sample at which a sequence is to be narrowest. */
const NARROWEST_AT = 250;

/** Precision of the mixture that is narrowest at a size of sample (their equation 23). */
function precisionFor(alpha: number, narrowestAt: number): number {
  const twice = -2 * log(alpha);
  return (twice + log(twice) + 1) / narrowestAt;
}

/**
 * Half the width of the interval at a size of sample, of a sequence that all in all misses the mean with a probability of at most
 * `alpha` (below one half). `sd` is the standard deviation of the sample. Throws a RangeError for an alpha that is none.
 */
export function sequenceHalfWidth(n: number, sd: number, alpha: number, narrowestAt = NARROWEST_AT): number {
  if (!(alpha > 0 && alpha < 0.5)) throw new RangeError(`alpha ${alpha} is not between 0 and one half`);
  if (n === 0) return Infinity;
  const spread = n * precisionFor(alpha, narrowestAt);
  return sd * Math.sqrt(((2 * (spread + 1)) / (n * spread)) * log(Math.sqrt(spread + 1) / alpha));
}
