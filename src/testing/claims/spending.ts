/** How a chance of error is shared out among tests whose number nobody knows beforehand. */

/** Tests that share alike in the first half. */
const ALIKE = 100;

/**
 * Levels of a row of tests, one after the other, that sum to at most a chance of error: the first hundred have half of it, each
 * the same, the next hundred a sixth, then a twelfth (1/2, 1/6, 1/12, … is 1). By Bonferroni's inequality the chance that any
 * true claim of the row is refuted is at most that, whatever depends on what.
 */
export class Spending {
  #tests = 0;

  constructor(private readonly alpha: number) {}

  /** The level of the next test. */
  get level(): number {
    return levelOf(this.alpha, this.#tests);
  }

  /** Says that a test was made at that level. */
  spend(): void {
    this.#tests += 1;
  }
}

/** The level of a test by its place in the row, from 0. */
export function levelOf(alpha: number, place: number): number {
  const block = 1 + Math.floor(place / ALIKE);
  return alpha / (block * (block + 1)) / ALIKE;
}
