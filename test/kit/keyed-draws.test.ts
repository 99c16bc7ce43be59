import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraws, rootKey, streamOf, threefry2x32, type WordPair } from '../../src/kit/keyed-draws';
import { normalCdf } from '../../src/kit/portable-math';
import { mean, rankCorrelation, variance } from '../../src/kit/statistics';
import { atLength } from '../extent';

const draws = createDraws('kuala-lumpur');
const count = fc.integer({ min: 0, max: 0xffffffff });

/** Pearson's statistic against equal shares. */
function chiSquare(counts: Float64Array): number {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((sum, seen) => sum + ((seen - expected) * (seen - expected)) / expected, 0);
}

function cellCounts(cells: number, values: Iterable<number>): Float64Array {
  const counts = new Float64Array(cells);
  for (const u of values) counts[Math.floor(u * cells)] = (counts[Math.floor(u * cells)] ?? 0) + 1;
  return counts;
}

function* values(n: number, draw: (i: number) => number): Generator<number> {
  for (let i = 0; i < n; i++) yield draw(i);
}

/** Seven standard deviations above the mean of a chi-square: a bound no sound generator meets by bad luck. */
function generousBound(cells: number): number {
  return cells - 1 + 7 * Math.sqrt(2 * (cells - 1));
}

describe('threefry2x32', () => {
  const vectors: [string, WordPair, WordPair, WordPair][] = [
    ['zeros', [0, 0], [0, 0], [0x6b200159, 0x99ba4efe]],
    ['ones', [0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], [0x1cb996fc, 0xbb002be7]],
    ['the digits of pi', [0x243f6a88, 0x85a308d3], [0x13198a2e, 0x03707344], [0xc4923a9c, 0x483df7a0]],
  ];

  it.each(vectors)('gives the vector published with Random123 for %s', (_, counter, key, expected) => {
    expect(threefry2x32(counter, key)).toEqual(expected);
  });

  it('is one to one in the counter: no two of 100 000 counters share a value', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i++) seen.add(threefry2x32([i, 7], [1, 2]).join());
    expect(seen.size).toBe(100_000);
  });

  it('flips half of the bits when one bit of counter or key flips', () => {
    const flipped: number[] = [];
    const ones = (word: number) => word.toString(2).replaceAll('0', '').length;
    for (let i = 0; i < 64; i++) {
      const bit: WordPair = i < 32 ? [2 ** i, 0] : [0, 2 ** (i - 32)];
      for (const [counter, key] of [
        [bit, [0, 0]],
        [[0, 0], bit],
      ] as [WordPair, WordPair][]) {
        const [x, y] = threefry2x32(counter, key);
        flipped.push(ones((x ^ 0x6b200159) >>> 0) + ones((y ^ 0x99ba4efe) >>> 0));
      }
    }
    expect(Math.abs(mean(flipped) - 32)).toBeLessThan(2);
    expect(Math.min(...flipped)).toBeGreaterThan(12);
  });
});

describe('the root key', () => {
  it('is fixed for a seed text, so that a digest published today holds tomorrow', () => {
    expect(rootKey('kuala-lumpur')).toEqual([664698262, 3789958870]);
    expect(rootKey('')).toEqual([715789690, 2091287642]);
  });

  it('differs between 100 000 numbered seeds', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i++) seen.add(rootKey(String(i)).join());
    expect(seen.size).toBe(100_000);
  });
});

describe('a keyed draw', () => {
  it('has the recorded values for the recorded keys', () => {
    expect([
      draws.uniform(0, 'court/ruling'),
      draws.uniform(4294967295, 'court/ruling', 4294967295),
      draws.normal(7, 'US/noise', 2),
      draws.triangular(0.05, 0.2, 0.4, 1, 'world/hold'),
      draws.lognormal(0.22, 0.6, 1, 'world/benefit'),
    ]).toEqual([
      0.8210734320205051, 0.18734597784612883, -0.19021991279309725, 0.13256944433304496, 0.3064376189046428,
    ]);
  });

  it('is the same whatever was drawn before it', () => {
    const key = fc.tuple(count, fc.string(), count);
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 20 }), fc.string(), (keys, seed) => {
        const forwards = createDraws(seed);
        const backwards = createDraws(seed);
        const first = keys.map((k) => forwards.uniform(...k));
        const second = keys.toReversed().map((k) => backwards.uniform(...k));
        expect(second.toReversed()).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it('is at least 0 and less than 1, on a grid of 2^-53', () => {
    fc.assert(
      fc.property(count, fc.string(), count, (episode, name, occasion) => {
        const u = draws.uniform(episode, name, occasion);
        return u >= 0 && u < 1 && Number.isInteger(u * 2 ** 53);
      }),
      { numRuns: 1000 },
    );
  });

  it('without an occasion is the draw of occasion 0', () => {
    expect(draws.uniform(3, 'CN/reply')).toBe(draws.uniform(3, 'CN/reply', 0));
  });

  it('by the key of its name is the draw of the name, uniform and normal', () => {
    const draws = createDraws('keys');
    fc.assert(
      fc.property(fc.string(), fc.nat(0xffff_ffff), fc.nat(0xffff_ffff), (name, episode, occasion) => {
        const key = draws.keyOf(name);
        expect(draws.keyOf(name)).toBe(key);
        expect(draws.uniformOf(key, episode, occasion)).toBe(draws.uniform(episode, name, occasion));
        expect(draws.normalOf(key, episode, occasion)).toBe(draws.normal(episode, name, occasion));
      }),
      { seed: 3 },
    );
  });

  it('changes when only the seed, the episode, the name or the occasion changes', () => {
    const keys = [
      'a',
      'b',
      'ab',
      'ba',
      'a\0',
      'court/ruling',
      'court/rulings',
      'Court/ruling',
      '',
      '\0',
      '朗读',
    ];
    const seen = new Set<number>();
    for (const seed of keys) {
      const own = createDraws(seed);
      for (const name of keys) {
        for (let i = 0; i < 10; i++) for (let j = 0; j < 10; j++) seen.add(own.uniform(i, name, j));
      }
    }
    expect(seen.size).toBe(keys.length * keys.length * 100);
  });

  it.each([-1, 0.5, 4294967296, Number.NaN, Infinity])('an episode or occasion of %s is refused', (bad) => {
    expect(() => draws.uniform(bad, 'a')).toThrow(RangeError);
    expect(() => draws.uniform(0, 'a', bad)).toThrow(RangeError);
  });
});

describe('uniform draws', () => {
  const N = atLength(200_000, 40_000);

  it.each([
    ['episodes', (i: number) => draws.uniform(i, 'court/ruling')],
    ['occasions', (i: number) => draws.uniform(0, 'court/ruling', i)],
    [
      'days of consecutive episodes',
      (i: number) => draws.uniform(Math.floor(i / 381), 'truce/breach', i % 381),
    ],
    ['names', (i: number) => createDraws('names').uniform(0, `drawer-${i % 20_000}`, Math.floor(i / 20_000))],
    ['numbered seeds', (i: number) => createDraws(String(i)).uniform(0, 'court/ruling')],
  ])('fill 100 cells evenly over %s', (_, draw) => {
    expect(chiSquare(cellCounts(100, values(N, draw)))).toBeLessThan(generousBound(100));
  });

  it('have even low bits too', () => {
    const low = (i: number) => (draws.uniform(i, 'low') * 2 ** 45) % 1;
    expect(chiSquare(cellCounts(256, values(N, low)))).toBeLessThan(generousBound(256));
  });

  const neighbours: [string, (i: number) => [number, number]][] = [
    ['consecutive episodes', (i) => [draws.uniform(i, 'x'), draws.uniform(i + 1, 'x')]],
    ['consecutive occasions', (i) => [draws.uniform(1, 'x', i), draws.uniform(1, 'x', i + 1)]],
    ['episode and occasion exchanged', (i) => [draws.uniform(i, 'x', 70_000), draws.uniform(70_000, 'x', i)]],
    [
      'two names that differ in one letter',
      (i) => [draws.uniform(i, 'US/noise'), draws.uniform(i, 'US/noisf')],
    ],
  ];

  it.each(neighbours)('are independent between %s', (_, pair) => {
    const cells = 16;
    const joint = (i: number) => {
      const [a, b] = pair(i);
      return (Math.floor(a * cells) + b) / cells;
    };
    expect(chiSquare(cellCounts(cells * cells, values(N, joint)))).toBeLessThan(generousBound(cells * cells));
    const pairs = Array.from({ length: 20_000 }, (_x, i) => pair(i));
    const rho = rankCorrelation(
      pairs.map(([a]) => a),
      pairs.map(([, b]) => b),
    );
    expect(Math.abs(rho)).toBeLessThan(7 / Math.sqrt(20_000));
  });

  it('seeds that differ in one letter share nothing', () => {
    const other = createDraws('kuala-lumpus');
    const xs = Array.from({ length: 20_000 }, (_, i) => draws.uniform(i, 'x'));
    const ys = Array.from({ length: 20_000 }, (_, i) => other.uniform(i, 'x'));
    expect(Math.abs(rankCorrelation(xs, ys))).toBeLessThan(7 / Math.sqrt(20_000));
  });
});

describe('shaped draws', () => {
  const N = 100_000;

  it('normal draws have mean 0, variance 1 and the normal shape', () => {
    const zs = Array.from({ length: N }, (_, i) => draws.normal(i, 'z'));
    expect(Math.abs(mean(zs))).toBeLessThan(0.02);
    expect(Math.abs(variance(zs) - 1)).toBeLessThan(0.03);
    expect(chiSquare(cellCounts(50, zs.map(normalCdf)))).toBeLessThan(generousBound(50));
  });

  it('a normal draw rises with the uniform draw of its key', () => {
    const us = Array.from({ length: 1000 }, (_, i) => draws.uniform(i, 'z'));
    const zs = Array.from({ length: 1000 }, (_, i) => draws.normal(i, 'z'));
    expect(rankCorrelation(us, zs)).toBe(1);
  });

  it('triangular draws stay in their range with mean (low + central + high) / 3', () => {
    const xs = Array.from({ length: N }, (_, i) => draws.triangular(0.05, 0.2, 0.4, i, 'hold'));
    expect(Math.min(...xs.slice(0, 50_000))).toBeGreaterThanOrEqual(0.05);
    expect(Math.max(...xs.slice(0, 50_000))).toBeLessThanOrEqual(0.4);
    expect(mean(xs)).toBeCloseTo(0.65 / 3, 2);
  });

  it('lognormal draws have their median, and are constant when the spread is 0', () => {
    const xs = Array.from({ length: N }, (_, i) => draws.lognormal(0.22, 0.6, i, 'b'));
    const below = xs.filter((x) => x < 0.22).length / N;
    expect(Math.abs(below - 0.5)).toBeLessThan(0.01);
    expect(draws.lognormal(0.22, 0, 5, 'b')).toBe(0.22);
  });
});

describe('a stream', () => {
  it('takes occasion after occasion', () => {
    const stream = streamOf(draws, 4, 'CN/reply');
    const taken = [stream.uniform(), stream.uniform(), stream.uniform()];
    expect(taken).toEqual([0, 1, 2].map((occasion) => draws.uniform(4, 'CN/reply', occasion)));
  });

  it('reads a stated occasion without moving on', () => {
    const stream = streamOf(draws, 4, 'CN/reply');
    expect(stream.uniform(9)).toBe(draws.uniform(4, 'CN/reply', 9));
    expect(stream.uniform()).toBe(draws.uniform(4, 'CN/reply', 0));
  });

  it('is not moved by another stream of the same name', () => {
    const [one, two] = [streamOf(draws, 4, 'a'), streamOf(draws, 4, 'a')];
    one.uniform();
    one.uniform();
    expect(two.uniform()).toBe(draws.uniform(4, 'a', 0));
  });
});
