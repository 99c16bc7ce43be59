/**
 * Sobol' sequences: points that fill the unit cube more evenly than random ones do, so that means over them settle
 * sooner (I. M. Sobol', USSR Computational Mathematics and Mathematical Physics 7, 1967), by the Gray code of Antonov
 * and Saleev (1979).
 *
 * Direction numbers: S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections",
 * SIAM Journal on Scientific Computing 30, 2008: the table new-joe-kuo-6, its dimensions 2 to 64. Each line has the
 * degree of a primitive polynomial, its inner coefficients as one number, and the initial direction numbers.
 */

/** Most dimensions that the table serves. */
export const SOBOL_DIMENSIONS = 64;

const JOE_KUO = `
1 0 1
2 1 1 3
3 1 1 3 1
3 2 1 1 1
4 1 1 1 3 3
4 4 1 3 5 13
5 2 1 1 5 5 17
5 4 1 1 5 5 5
5 7 1 1 7 11 19
5 11 1 1 5 1 1
5 13 1 1 1 3 11
5 14 1 3 5 5 31
6 1 1 3 3 9 7 49
6 13 1 1 1 15 21 21
6 16 1 3 1 13 27 49
6 19 1 1 1 15 7 5
6 22 1 3 1 15 13 25
6 25 1 1 5 5 19 61
7 1 1 3 7 11 23 15 103
7 4 1 3 7 13 13 15 69
7 7 1 1 3 13 7 35 63
7 8 1 3 5 9 1 25 53
7 14 1 3 1 13 9 35 107
7 19 1 3 1 5 27 61 31
7 21 1 1 5 11 19 41 61
7 28 1 3 5 3 3 13 69
7 31 1 1 7 13 1 19 1
7 32 1 3 7 5 13 19 59
7 37 1 1 3 9 25 29 41
7 41 1 3 5 13 23 1 55
7 42 1 3 7 3 13 59 17
7 50 1 3 1 3 5 53 69
7 55 1 1 5 5 23 33 13
7 56 1 1 7 7 1 61 123
7 59 1 1 7 9 13 61 49
7 62 1 3 3 5 3 55 33
8 14 1 3 1 15 31 13 49 245
8 21 1 3 5 15 31 59 63 97
8 22 1 3 1 11 11 11 77 249
8 38 1 3 1 11 27 43 71 9
8 47 1 1 7 15 21 11 81 45
8 49 1 3 7 3 25 31 65 79
8 50 1 3 1 1 19 11 3 205
8 52 1 1 5 9 19 21 29 157
8 56 1 3 7 11 1 33 89 185
8 67 1 3 3 3 15 9 79 71
8 70 1 3 7 11 15 39 119 27
8 84 1 1 3 1 11 31 97 225
8 97 1 1 1 3 23 43 57 177
8 103 1 3 7 7 17 17 37 71
8 115 1 3 1 5 27 63 123 213
8 122 1 1 3 5 11 43 53 133
9 8 1 3 5 5 29 17 47 173 479
9 13 1 3 3 11 3 1 109 9 69
9 16 1 1 1 5 17 39 23 5 343
9 22 1 3 1 5 25 15 31 103 499
9 25 1 1 1 11 11 17 63 105 183
9 44 1 1 5 11 9 29 97 231 363
9 47 1 1 5 15 19 45 41 7 383
9 52 1 3 7 7 31 19 83 137 221
9 55 1 1 1 3 23 15 111 223 83
9 59 1 1 5 13 31 15 55 25 161
9 62 1 1 3 13 25 47 39 87 257
`;

const BITS = 32;
const TWO_POW_32 = 4294967296;

/** The 32 direction numbers of a dimension, from the row of the table; without a row, those of van der Corput. */
function directionNumbers(row: readonly number[] | undefined): Uint32Array {
  const v = new Uint32Array(BITS);
  if (row === undefined) {
    for (let bit = 0; bit < BITS; bit += 1) v[bit] = 1 << (BITS - 1 - bit);
    return v;
  }
  const [degree, inner, ...initial] = row as [number, number, ...number[]];
  for (let bit = 0; bit < BITS; bit += 1) {
    if (bit < degree) {
      v[bit] = initial[bit]! << (BITS - 1 - bit);
      continue;
    }
    let word = v[bit - degree]! ^ (v[bit - degree]! >>> degree);
    for (let k = 1; k < degree; k += 1) {
      if (((inner >>> (degree - 1 - k)) & 1) === 1) word ^= v[bit - k]!;
    }
    v[bit] = word;
  }
  return v;
}

let table: readonly (readonly number[])[] | undefined;

function rowOf(dimension: number): readonly number[] | undefined {
  table ??= JOE_KUO.trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  return table[dimension - 1];
}

/**
 * The first points of the sequence, in its Gray-code order, the origin among them; in [0, 1), multiples of 2^-32.
 * With a power of two as their number they are balanced in every dimension.
 * @param count number of points, a whole number from 1 to 2^31
 * @param dimensions of each point, 1 to {@link SOBOL_DIMENSIONS}
 * @param shift a 32-bit word for each dimension, added without carry to all its coordinates (a random digital shift,
 *   Cranley and Patterson 1976, L'Ecuyer and Lemieux 2002): with random words each point is uniform on the cube
 * @throws RangeError when an argument is out of range.
 */
export function sobolPoints(count: number, dimensions: number, shift: readonly number[] = []): number[][] {
  if (!Number.isInteger(count) || count < 1 || count > TWO_POW_32 / 2) {
    throw new RangeError(`a Sobol' sequence gives a whole number of points from 1 to 2^31, not ${count}`);
  }
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > SOBOL_DIMENSIONS) {
    throw new RangeError(`a Sobol' point has from 1 to ${SOBOL_DIMENSIONS} dimensions, not ${dimensions}`);
  }
  const directions = Array.from({ length: dimensions }, (_, at) => directionNumbers(rowOf(at)));
  const words = Uint32Array.from({ length: dimensions }, (_, at) => shift[at] ?? 0);
  const points: number[][] = [];
  for (let index = 0; index < count; index += 1) {
    points.push(Array.from(words, (word) => word / TWO_POW_32));
    // The next point differs in the direction of the lowest zero bit of the index.
    const bit = Math.min(BITS - 1, BITS - 1 - Math.clz32(~index & (index + 1)));
    for (let at = 0; at < dimensions; at += 1) words[at] = words[at]! ^ directions[at]![bit]!;
  }
  return points;
}
