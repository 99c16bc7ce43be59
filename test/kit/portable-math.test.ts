import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bivariateNormalCdf,
  exp,
  expm1,
  log,
  log1p,
  logistic,
  logit,
  normalCdf,
  normalQuantile,
  pow,
} from '../../src/kit/portable-math';

const words = new DataView(new ArrayBuffer(16));

/** How many doubles apart two doubles of one sign are; 0 for NaN against NaN. */
function ulpsApart(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  words.setFloat64(0, a);
  words.setFloat64(8, b);
  const gap = words.getBigInt64(0) - words.getBigInt64(8);
  return Math.abs(Number(gap));
}

function worstUlps(
  ours: (x: number) => number,
  engines: (x: number) => number,
  xs: readonly number[],
): number {
  return xs.reduce((worst, x) => Math.max(worst, ulpsApart(ours(x), engines(x))), 0);
}

function grid(from: number, to: number, points: number): number[] {
  return Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));
}

const BOUNDARIES = [
  0,
  -0,
  1,
  -1,
  2,
  -2,
  0.5,
  -0.5,
  3,
  -3,
  1.5,
  -1.5,
  1e300,
  -1e300,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Infinity,
  -Infinity,
  Number.NaN,
  1023,
  1024,
  -1022,
  -1074,
  -1075,
  709.78,
  709.79,
  -745.13,
  -745.14,
  2 ** 53,
  2 ** 53 - 1,
  -(2 ** 53) + 1,
];
const exponents = [
  ...grid(-750, 712, 40_001),
  ...grid(-2, 2, 40_001),
  ...grid(-1e-8, 1e-8, 101),
  ...BOUNDARIES,
];
const anyDouble = fc.double();

describe('exp', () => {
  it('is within 1 ulp of the engine over its whole range', () => {
    expect(worstUlps(exp, Math.exp, exponents)).toBeLessThanOrEqual(1);
    fc.assert(
      fc.property(anyDouble, (x) => ulpsApart(exp(x), Math.exp(x)) <= 1),
      { numRuns: 1000 },
    );
  });

  it('gives e to the last bit, 0 at -Infinity and the least double just before it vanishes', () => {
    expect([exp(1), exp(-Infinity), exp(-745.13), exp(709.79)]).toEqual([Math.E, 0, 5e-324, Infinity]);
  });
});

describe('expm1', () => {
  it('is within 1 ulp of the engine over its whole range', () => {
    expect(worstUlps(expm1, Math.expm1, exponents)).toBeLessThanOrEqual(1);
    fc.assert(
      fc.property(anyDouble, (x) => ulpsApart(expm1(x), Math.expm1(x)) <= 1),
      { numRuns: 1000 },
    );
  });
});

describe('log and log1p', () => {
  const sizes = exponents.map(Math.exp);

  it('log is within 1 ulp of the engine from the least double to the largest', () => {
    expect(worstUlps(log, Math.log, [...sizes, ...grid(0.5, 2, 40_001), ...BOUNDARIES])).toBeLessThanOrEqual(
      1,
    );
    fc.assert(
      fc.property(anyDouble, (x) => ulpsApart(log(x), Math.log(x)) <= 1),
      { numRuns: 1000 },
    );
  });

  it('log1p is within 2 ulp of the engine, also where 1 + x rounds to 1', () => {
    const near = [...grid(-0.9, 3, 40_001), ...sizes, ...grid(-1e-8, 1e-8, 101), ...BOUNDARIES];
    expect(worstUlps(log1p, Math.log1p, near)).toBeLessThanOrEqual(2);
    fc.assert(
      fc.property(anyDouble, (x) => ulpsApart(log1p(x), Math.log1p(x)) <= 2),
      { numRuns: 1000 },
    );
  });

  it('a negative number has no logarithm and 0 has -Infinity', () => {
    expect([log(-1), log(0), log1p(-1), log1p(-2)]).toEqual([Number.NaN, -Infinity, -Infinity, Number.NaN]);
  });
});

describe('pow', () => {
  it('is within 1 ulp of the engine over a grid of bases and powers', () => {
    for (const x of [...grid(0.01, 4, 301), ...grid(-300, 300, 101).map((d) => 10 ** d)]) {
      const worst = worstUlps(
        (y) => pow(x, y),
        (y) => x ** y,
        grid(-30, 30, 241),
      );
      if (worst > 1) expect([x, worst]).toEqual([x, 1]);
    }
  });

  it('agrees with the engine on every pair of boundary values', () => {
    for (const x of BOUNDARIES) {
      for (const y of BOUNDARIES) {
        const [ours, engines] = [pow(x, y), x ** y];
        if (!Object.is(ours, engines) && ulpsApart(ours, engines) > 1)
          expect([x, y, ours]).toEqual([x, y, engines]);
      }
    }
  });

  it('is within 1 ulp of the engine for any base close to 1 and any power', () => {
    const base = fc.double({ min: 0.5, max: 2, noNaN: true });
    fc.assert(
      fc.property(base, anyDouble, (x, y) => ulpsApart(pow(x, y), x ** y) <= 1),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(anyDouble, anyDouble, (x, y) => ulpsApart(pow(x, y), x ** y) <= 1),
      { numRuns: 1000 },
    );
  });

  it('a half-life halves: 2^(-90/90) is exactly one half, and whole powers of two are exact', () => {
    expect(pow(2, -90 / 90)).toBe(0.5);
    for (let k = -1074; k <= 1023; k++) if (pow(2, k) !== 2 ** k) expect(pow(2, k)).toBe(2 ** k);
  });
});

describe('logistic and logit', () => {
  it('logistic(0) is one half and stays in [0, 1] for any argument', () => {
    expect(logistic(0)).toBe(0.5);
    const x = fc.double({ noNaN: true });
    fc.assert(
      fc.property(x, (v) => logistic(v) >= 0 && logistic(v) <= 1),
      { numRuns: 1000 },
    );
  });

  it('the two are inverse', () => {
    for (const p of grid(0.001, 0.999, 999)) expect(logistic(logit(p))).toBeCloseTo(p, 14);
    expect([logit(0), logit(1), logit(1.1), logit(-0.1)]).toEqual([
      -Infinity,
      Infinity,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('the chances of yes and of no add up to 1', () => {
    for (const x of grid(-40, 40, 801)) expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 15);
  });
});

describe('normalCdf', () => {
  // mpmath, 40 digits, correctly rounded
  it.each([
    [-37, 5.725571222524577e-300],
    [-20, 2.7536241186062337e-89],
    [-10, 7.619853024160525e-24],
    [-5, 2.866515718791939e-7],
    [-3, 0.0013498980316300946],
    [-1.96, 0.024997895148220435],
    [-1, 0.15865525393145705],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [0.1, 0.539827837277029],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [1.25, 0.8943502263331448],
    [1.6448536269514722, 0.95],
    [2, 0.9772498680518208],
    [3, 0.9986501019683699],
    [5, 0.9999997133484281],
    [8, 0.9999999999999993],
  ])('P(Z <= %s) is %s', (x, expected) => {
    expect(Math.abs(normalCdf(x) / expected - 1)).toBeLessThan(2.3e-16 * (4 + x * x));
    expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(1e-15);
  });

  it('is symmetric to 1e-15 and never falls', () => {
    const xs = grid(-40, 40, 20_001);
    xs.forEach((x, i) => {
      const symmetric = Math.abs(normalCdf(x) + normalCdf(-x) - 1) < 1e-15;
      const rising = i === 0 || normalCdf(x) >= normalCdf(xs[i - 1] ?? x);
      if (!symmetric || !rising)
        expect({ x, symmetric, rising }).toEqual({ x, symmetric: true, rising: true });
    });
  });

  it('is 0, 1 and NaN at the ends of the number line and beyond it', () => {
    expect([-Infinity, Infinity, Number.NaN].map(normalCdf)).toEqual([0, 1, Number.NaN]);
  });
});

describe('normalQuantile', () => {
  it.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798407],
    [1e-10, -6.361340902404057],
    [0.001, -3.0902323061678136],
    [0.025, -1.9599639845400543],
    [0.075, -1.439531470938456],
    [0.25, -0.6744897501960817],
    [0.6, 0.2533471031357997],
    [0.9, 1.2815515655446006],
    [0.975, 1.9599639845400538],
    [0.995, 2.5758293035489004],
    [0.999, 3.090232306167813],
  ])('the %s-quantile is %s', (p, expected) => {
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThanOrEqual(4e-15 * Math.abs(expected));
  });

  it('undoes the distribution function from -37 to 6', () => {
    for (const x of grid(-37, 6, 4301)) {
      // Near p = 1 the probability itself has only 1e-16 to give; its slope says how much that is in x.
      const slack = 1e-13 * (1 + Math.abs(x)) + (x > 0 ? 2.3e-16 / Math.exp((-x * x) / 2) : 0);
      const miss = Math.abs(normalQuantile(normalCdf(x)) - x);
      if (miss > slack) expect([x, miss]).toEqual([x, slack]);
    }
  });

  it('is infinite at 0 and 1 and not defined outside', () => {
    const quantiles = [0, 1, -0.1, 1.1, Number.NaN].map(normalQuantile);
    expect(quantiles).toEqual([-Infinity, Infinity, Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('bivariateNormalCdf', () => {
  // mpmath, 30 digits
  it.each([
    [0, 0, 0.5, 0.3333333333333333],
    [1, 1, 0.5, 0.7452035868467497],
    [-1, 0.5, 0.3, 0.1332561354499511],
    [0.5, -1.2, -0.8, 0.01200453276040611],
    [1, -1, 0.95, 0.15865525392900787],
    [-1.5, -1.5, 0.95, 0.05055420479564465],
    [2, 1, -0.95, 0.8185946141203637],
    [-3, -2, 0.6, 0.0006539549058615686],
    [0.3, 0.4, -0.2, 0.3771034070913078],
    [1.1, 1, 0.99, 0.8367560308047716],
  ])('P(X <= %s, Y <= %s) at correlation %s is %s', (h, k, rho, expected) => {
    expect(Math.abs(bivariateNormalCdf(h, k, rho) - expected)).toBeLessThan(1e-14);
  });

  it('at the origin it is 1/4 + asin(rho)/2π', () => {
    for (const rho of grid(-0.999, 0.999, 1999)) {
      const exact = 0.25 + Math.asin(rho) / (2 * Math.PI);
      if (Math.abs(bivariateNormalCdf(0, 0, rho) - exact) > 1e-14) expect(rho).toBe(exact);
    }
  });

  const limit = fc.double({ min: -6, max: 6, noNaN: true });
  const correlation = fc.double({ min: -1, max: 1, noNaN: true });

  it('the two sides may be exchanged', () => {
    fc.assert(
      fc.property(limit, limit, correlation, (h, k, rho) => {
        return Math.abs(bivariateNormalCdf(h, k, rho) - bivariateNormalCdf(k, h, rho)) < 1e-14;
      }),
      { numRuns: 1000 },
    );
  });

  it('P(X <= h, Y <= k) and P(X <= h, Y > k) add up to P(X <= h)', () => {
    fc.assert(
      fc.property(limit, limit, correlation, (h, k, rho) => {
        const both = bivariateNormalCdf(h, k, rho) + bivariateNormalCdf(h, -k, -rho);
        return Math.abs(both - normalCdf(h)) < 1e-12;
      }),
      { numRuns: 1000 },
    );
  });

  it('independent sides multiply, identical ones give the lesser, opposite ones the overlap', () => {
    expect(bivariateNormalCdf(0.7, -0.3, 0)).toBe(normalCdf(0.7) * normalCdf(-0.3));
    expect(bivariateNormalCdf(0.7, -0.3, 1)).toBe(normalCdf(-0.3));
    expect(bivariateNormalCdf(0.7, -0.3, -1)).toBe(normalCdf(0.7) + normalCdf(-0.3) - 1);
    expect(bivariateNormalCdf(-0.7, -0.3, -1)).toBe(0);
  });

  it('an infinite limit leaves the other side alone, and a correlation beyond 1 is refused', () => {
    expect(bivariateNormalCdf(Infinity, 0.4, 0.5)).toBe(normalCdf(0.4));
    expect(bivariateNormalCdf(-Infinity, 0.4, 0.5)).toBe(0);
    expect(() => bivariateNormalCdf(0, 0, 1.01)).toThrow(RangeError);
    expect(() => bivariateNormalCdf(0, 0, Number.NaN)).toThrow(RangeError);
  });
});
