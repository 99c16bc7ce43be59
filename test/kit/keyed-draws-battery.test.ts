/**
 * A battery of statistical tests over the keyed draws (Knuth, The Art of Computer Programming, volume 2, section 3.3;
 * Marsaglia's birthday spacings): along occasions, episodes, names and seeds, since a keyed generator has a sequence in
 * each direction of its key. Every p-value must be tenable, and together they must be as even as p-values are.
 */
import { describe, expect, it } from 'vitest';
import { createDraws } from '../../src/kit/keyed-draws';
import { exp, log, normalCdf, pow } from '../../src/kit/portable-math';
import { itLong } from '../long';

const N = 1 << 14;

/** A sequence of uniform values. */
type Sequence = readonly number[];

const twoSided = (z: number) => 2 * normalCdf(-Math.abs(z));

/** Upper tail of chi squared by the cube root of Wilson and Hilferty (1931): a thousandth off at worst. */
function chiSquareTail(x: number, df: number): number {
  const spread = 2 / (9 * df);
  return normalCdf((1 - spread - pow(x / df, 1 / 3)) / Math.sqrt(spread));
}

function chiSquare(counts: readonly number[], expected: (cell: number) => number): number {
  return chiSquareTail(
    counts.reduce((sum, count, cell) => sum + (count - expected(cell)) ** 2 / expected(cell), 0),
    counts.length - 1,
  );
}

/** Kolmogorov and Smirnov against the uniform distribution, with Stephens's correction for n. */
function kolmogorovSmirnov(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  let distance = 0;
  sorted.forEach((x, i) => {
    distance = Math.max(distance, (i + 1) / n - x, x - i / n);
  });
  const d = distance * (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n));
  let p = 0;
  for (let k = 1; k <= 100; k += 1) p += 2 * (k % 2 === 1 ? 1 : -1) * exp(-2 * k * k * d * d);
  return Math.min(1, Math.max(0, d < 0.2 ? 1 : p));
}

function tally(cells: number, indices: Iterable<number>): number[] {
  const counts = new Array<number>(cells).fill(0);
  for (const index of indices) counts[index]! += 1;
  return counts;
}

function grouped(values: Sequence, size: number): Sequence[] {
  return Array.from({ length: Math.floor(values.length / size) }, (_, i) =>
    values.slice(i * size, (i + 1) * size),
  );
}

const even = (values: Sequence) =>
  chiSquare(
    tally(
      256,
      values.map((x) => Math.floor(x * 256)),
    ),
    () => values.length / 256,
  );

const serialPairs = (values: Sequence) =>
  chiSquare(
    tally(
      256,
      grouped(values, 2).map(([x, y]) => Math.floor(x! * 16) * 16 + Math.floor(y! * 16)),
    ),
    () => values.length / 512,
  );

/** Order of three values: six cells. */
const permutations = (values: Sequence) =>
  chiSquare(
    tally(
      6,
      grouped(values, 3).map(([a, b, c]) => (a! < b! ? 1 : 0) + 2 * ((a! < c! ? 1 : 0) + (b! < c! ? 1 : 0))),
    ),
    () => Math.floor(values.length / 3) / 6,
  );

/** Runs above and below a half (Wald and Wolfowitz). */
function runs(values: Sequence): number {
  const above = values.map((x) => x >= 0.5);
  const n1 = above.filter(Boolean).length;
  const n2 = above.length - n1;
  const n = n1 + n2;
  const seen = 1 + above.filter((side, i) => i > 0 && side !== above[i - 1]).length;
  const mean = 1 + (2 * n1 * n2) / n;
  const variance = ((mean - 1) * (mean - 2)) / (n - 1);
  return twoSided((seen - mean) / Math.sqrt(variance));
}

function autocorrelation(values: Sequence, lag: number): number {
  let sum = 0;
  for (let i = 0; i + lag < values.length; i += 1) sum += (values[i]! - 0.5) * (values[i + lag]! - 0.5);
  return twoSided((12 * sum) / Math.sqrt(values.length - lag));
}

/** The largest of five values to the fifth power is uniform. */
const maxima = (values: Sequence) =>
  kolmogorovSmirnov(grouped(values, 5).map((five) => pow(Math.max(...five), 5)));

/** Gaps between visits of [0, 1/4): geometric. */
function gaps(values: Sequence): number {
  const cells = 12;
  const lengths: number[] = [];
  let gap = 0;
  for (const x of values) {
    if (x < 0.25) {
      lengths.push(Math.min(gap, cells - 1));
      gap = 0;
    } else gap += 1;
  }
  return chiSquare(
    tally(cells, lengths),
    (cell) => lengths.length * (cell === cells - 1 ? pow(0.75, cells - 1) : 0.25 * pow(0.75, cell)),
  );
}

/** Birthday spacings: 512 birthdays in 2^24 days have about Poisson(2) repeated spacings. */
function birthdaySpacings(values: Sequence): number {
  const lambda = 512 ** 3 / (4 * 2 ** 24);
  const repeats = grouped(values, 512).map((birthdays) => {
    const days = Float64Array.from(birthdays, (x) => Math.floor(x * 2 ** 24)).sort();
    const spacings = days.map((day, i) => (i === 0 ? day : day - days[i - 1]!)).sort();
    return spacings.filter((spacing, i) => i > 0 && spacing === spacings[i - 1]).length;
  });
  const total = repeats.reduce((sum, count) => sum + count, 0);
  const mean = lambda * repeats.length;
  // Two square roots steady the variance of a Poisson count (Freeman and Tukey 1950).
  return twoSided(Math.sqrt(total) + Math.sqrt(total + 1) - Math.sqrt(4 * mean + 1));
}

/** Empty urns: how many of 2^14 urns stay empty after as many balls as there are urns. */
function emptyUrns(values: Sequence): number {
  const urns = new Set(values.map((x) => Math.floor(x * N))).size;
  const share = exp(-values.length / N);
  const variance = N * share * (1 - share * (1 + values.length / N));
  return twoSided((N - urns - N * share) / Math.sqrt(variance));
}

/** Each of the 53 bits is set in half of the values; the worst of them, corrected for 53 looks. */
function bits(values: Sequence): number {
  let worst = 1;
  for (let bit = 1; bit <= 53; bit += 1) {
    const unit = 2 ** bit;
    const ones = values.filter((x) => Math.floor(x * unit) % 2 === 1).length;
    worst = Math.min(worst, twoSided((2 * ones - values.length) / Math.sqrt(values.length)));
  }
  return 1 - pow(1 - worst, 53);
}

const BATTERY: Readonly<Record<string, (values: Sequence) => number>> = {
  evenness: even,
  distribution: kolmogorovSmirnov,
  'serial pairs': serialPairs,
  permutations,
  runs,
  'autocorrelation at 1': (values) => autocorrelation(values, 1),
  'autocorrelation at 7': (values) => autocorrelation(values, 7),
  maxima,
  gaps,
  'birthday spacings': birthdaySpacings,
  'empty urns': emptyUrns,
  bits,
};

const SEEDS = ['1', '2', 'kuala-lumpur', '缓和', 'a', 'b'];
const along = (value: (i: number) => number): Sequence => Array.from({ length: N }, (_, i) => value(i));

/** One sequence in each direction of the key, for each seed. */
const SEQUENCES: Readonly<Record<string, readonly Sequence[]>> = {
  occasions: SEEDS.map((seed) => {
    const draws = createDraws(seed);
    return along((i) => draws.uniform(4, 'court/ruling', i));
  }),
  episodes: SEEDS.map((seed) => {
    const draws = createDraws(seed);
    return along((i) => draws.uniform(i, 'market/residual'));
  }),
  names: SEEDS.map((seed) => {
    const draws = createDraws(seed);
    return along((i) => draws.uniform(0, `party-${i}/purpose`));
  }),
  seeds: SEEDS.map((stem) => along((i) => createDraws(`${stem}${i}`).uniform(0, 'who/what'))),
};

describe.each(Object.entries(SEQUENCES))('along %s the draws', (_direction, sequences) => {
  it.each(Object.entries(BATTERY))('pass the test of %s', (_test, pValue) => {
    for (const values of sequences) {
      const p = pValue(values);
      expect(p).toBeGreaterThan(1e-5);
      expect(p).toBeLessThanOrEqual(1);
    }
  });
});

describe('the battery', () => {
  itLong('as a whole finds p-values as even as chance makes them', () => {
    const all = Object.values(SEQUENCES).flatMap((sequences) =>
      sequences.flatMap((values) => Object.values(BATTERY).map((pValue) => pValue(values))),
    );
    expect(all.length).toBe(288);
    expect(kolmogorovSmirnov(all)).toBeGreaterThan(0.001);
    // Fisher's combination: minus twice the sum of logarithms is chi squared with two degrees for each.
    const fisher = -2 * all.reduce((sum, p) => sum + log(Math.max(p, 1e-12)), 0);
    expect(chiSquareTail(fisher, 2 * all.length)).toBeGreaterThan(0.001);
  });

  it('neighbouring episodes, seeds and names share nothing: no correlation of one with the next', () => {
    const draws = createDraws('1');
    const pairs: [(i: number) => number, (i: number) => number][] = [
      [(i) => draws.uniform(i, 'US/threat'), (i) => draws.uniform(i, 'CN/threat')],
      [(i) => draws.uniform(i, 'US/threat', 1), (i) => draws.uniform(i, 'US/threat', 2)],
      [(i) => draws.uniform(0, 'a/b', i), (i) => draws.uniform(1, 'a/b', i)],
      [(i) => draws.uniform(i, 'a/b', i), (i) => draws.uniform(i + 1, 'a/b', i)],
    ];
    for (const [one, other] of pairs) {
      let sum = 0;
      for (let i = 0; i < N; i += 1) sum += (one(i) - 0.5) * (other(i) - 0.5);
      expect(twoSided((12 * sum) / Math.sqrt(N))).toBeGreaterThan(1e-4);
    }
  });

  it('would notice: it fails a congruential generator, a van der Corput sequence and one with a stuck bit', () => {
    let x = 1;
    const congruential = along(() => (x = (x * 1_229 + 1) % 65_536) / 65_536);
    const corput = along((i) => {
      let value = 0;
      for (let n = i + 1, unit = 0.5; n > 0; n >>= 1, unit /= 2) value += (n & 1) * unit;
      return value;
    });
    const draws = createDraws('1');
    const stuck = along((i) => Math.floor(draws.uniform(i, 'a/b') * 2 ** 40) / 2 ** 40);
    for (const bad of [congruential, corput, stuck])
      expect(Math.min(...Object.values(BATTERY).map((pValue) => pValue(bad)))).toBeLessThan(1e-6);
  });
});
