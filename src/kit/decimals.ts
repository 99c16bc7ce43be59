/**
 * Sums of decimal numbers as people write them: nine tenths and one tenth are one, and ten tenths leave nothing over.
 *
 * A number stands for the decimal that it is printed as, and sums are taken of these decimals without rounding; only the
 * result is the double nearest to the sum.
 */

/** A short decimal is of whole billionths and not large: doubles count sums of such exactly. */
const SHORT = 1e9;
const LARGEST_SHORT = 1e5;

/** A decimal as a whole number times a power of ten. */
interface Decimal {
  readonly digits: bigint;
  readonly power: number;
}

function decimalOf(value: number): Decimal {
  const [plain = '', exponent = '0'] = String(value).split('e');
  const [whole = '', part = ''] = plain.split('.');
  return { digits: BigInt(whole + part), power: Number(exponent) - part.length };
}

/** The exact sum of decimals with many places. */
function longSum(values: readonly number[]): number {
  if (!values.every(Number.isFinite)) return NaN;
  const decimals = values.map(decimalOf);
  const power = Math.min(...decimals.map((decimal) => decimal.power));
  let sum = 0n;
  for (const decimal of decimals) sum += BigInt(`${decimal.digits}${'0'.repeat(decimal.power - power)}`);
  return Number(`${sum}e${power}`);
}

/**
 * The sum of some numbers, each taken as the decimal that it prints as: 0.1 + 0.2 is 0.3. Does not depend on their
 * order. NaN where one of them is not finite.
 */
export function decimalSum(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) return NaN;
    const units = Math.round(value * SHORT);
    if (units / SHORT !== value || Math.abs(value) > LARGEST_SHORT) return longSum(values);
    sum += units;
  }
  return sum / SHORT;
}

/** A number to six digits behind the point, as answers tell it; nought has no sign. */
export function toSixDigits(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
