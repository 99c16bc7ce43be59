/** Whole numbers within bounds, and one sentence that refuses all others. */

/** Whole numbers that may be asked for, both ends included. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Whether a value is a whole number within bounds. */
export function isWithin(value: number, { least, most }: Bounds): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Refuses what is no whole number within bounds with a RangeError that says what is allowed and what was given. */
export function checkWhole(name: string, value: number, bounds: Bounds): void {
  if (isWithin(value, bounds)) return;
  throw new RangeError(
    `${name} must be a whole number from ${bounds.least} to ${bounds.most}; given ${value}`,
  );
}
