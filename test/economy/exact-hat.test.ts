import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  purgeDeficits,
  solveExactHat,
  tariffMatrix,
  worldFromFlows,
  type HatSolution,
  type TradeWorld,
} from '../../src/economy/exact-hat';
import { optimalUniformTariff, uniformTariffWelfare } from './yardsticks/optimal-tariff';
import { BALANCED_PRINTED, CN, DEFICIT, FLOWS, INCOME, LABELS, ROW, US } from './three-regions';

const FREE = tariffMatrix(3);
const WORLD = worldFromFlows(FLOWS, INCOME, LABELS);
const BALANCED = purgeDeficits(WORLD, 4);
const RUNS = { numRuns: 1000 };

function bilateral(usOnCn: number, cnOnUs: number): number[][] {
  return tariffMatrix(3, [
    [CN, US, usOnCn],
    [US, CN, cnOnUs],
  ]);
}

function pct(hat: number | undefined): number {
  return 100 * ((hat ?? NaN) - 1);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function flow(solution: HatSolution, exporter: number, importer: number): number {
  return solution.flowHat[exporter]?.[importer] ?? NaN;
}

const elasticity = fc.double({ min: 1.5, max: 8, noNaN: true });
const tariff = fc.double({ min: 0, max: 1.5, noNaN: true });
const tariffTable = fc
  .array(tariff, { minLength: 9, maxLength: 9 })
  .map((cells) => FREE.map((row, i) => row.map((_, j) => (i === j ? 0 : (cells[3 * i + j] ?? 0)))));

/** Worlds of two to five regions, open to different degrees, with deficits of up to a seventh of income. */
const anyWorld: fc.Arbitrary<TradeWorld> = fc.integer({ min: 2, max: 5 }).chain((size) =>
  fc
    .array(fc.double({ min: 0.4, max: 1, noNaN: true }), { minLength: size * size, maxLength: size * size })
    .map((values) => {
      const flows = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (_unused, j) => (values[size * i + j] ?? 1) * (i === j ? 10 : 0.5)),
      );
      return worldFromFlows(flows, flows.map(total));
    }),
);

describe('the three-region world', () => {
  it('has the published shares and deficits', () => {
    BALANCED_PRINTED.lambda.forEach((row, i) =>
      row.forEach((share, j) => expect(BALANCED.lambda[i]?.[j]).toBeCloseTo(share, 7)),
    );
    DEFICIT.forEach((deficit, j) => expect(Math.abs((WORLD.deficit[j] ?? NaN) - deficit)).toBeLessThan(2));
    expect(WORLD.lambda[US]?.[US]).toBeCloseTo(0.89951906, 8);
    expect(WORLD.lambda[CN]?.[US]).toBeCloseTo(0.01524821, 8);
    expect(WORLD.lambda[ROW]?.[CN]).toBeCloseTo(0.1150967, 8);
  });

  it('balances at the published incomes when its deficits are purged', () => {
    BALANCED_PRINTED.income.forEach((income, i) =>
      expect((BALANCED.income[i] ?? NaN) / income).toBeCloseTo(1, 9),
    );
    expect(BALANCED.deficit).toEqual([0, 0, 0]);
  });
});

describe('T1: tariffs between two parties, deficits a fixed share of world income', () => {
  const rows = [
    [4, 0.1, 0, 0.0315, -0.1525, 0.0154, -33.76, -5.85],
    [4, 0.1, 0.1, 0.0113, -0.1236, 0.0125, -34.98, -40.23],
    [4, 0.2, 0.1, -0.0033, -0.2199, 0.0228, -56.15, -42.5],
    [4, 0.3, 0.1, -0.0344, -0.2815, 0.0298, -69.83, -43.92],
    [4, 1.45, 1.25, -0.2677, -0.498, 0.039, -98.7, -98.46],
    [2, 0.3, 0.1, 0.0225, -0.3685, 0.04, -50.57, -30.42],
    [2, 1.45, 1.25, -0.3351, -0.7902, 0.0682, -92.27, -92.16],
  ] as const;

  it.each(rows)(
    'at elasticity %d, %d on China and %d on the US cost the published welfare and trade',
    (eps, usOnCn, cnOnUs, us, cn, row, fromCn, fromUs) => {
      const solution = solveExactHat(WORLD, bilateral(usOnCn, cnOnUs), FREE, eps);
      [us, cn, row].forEach((expected, j) =>
        expect(Math.abs(pct(solution.welfareHat[j]) - expected)).toBeLessThan(5e-4),
      );
      expect(Math.abs(pct(flow(solution, CN, US)) - fromCn)).toBeLessThan(0.02);
      expect(Math.abs(pct(flow(solution, US, CN)) - fromUs)).toBeLessThan(0.02);
    },
  );
});

describe('T2: the balanced world', () => {
  it.each([
    ['computed', BALANCED],
    ['printed', BALANCED_PRINTED],
  ])('loses the published welfare, shares %s', (_name, world) => {
    const mild = solveExactHat(world, bilateral(0.3, 0.1), FREE, 4).welfareHat.map(pct);
    const harsh = solveExactHat(world, bilateral(1.45, 1.25), FREE, 4).welfareHat.map(pct);
    [-0.0372, -0.1169, 0.0062].forEach((w, j) => expect(Math.abs((mild[j] ?? NaN) - w)).toBeLessThan(5e-4));
    [-0.2297, -0.3307, 0.0106].forEach((w, j) => expect(Math.abs((harsh[j] ?? NaN) - w)).toBeLessThan(5e-4));
  });

  it('agrees with the forecast that a 30 % tariff removes some 70 % of shipments', () => {
    expect(pct(flow(solveExactHat(WORLD, bilateral(0.3, 0.1), FREE, 4), CN, US))).toBeCloseTo(-69.8, 1);
    expect(pct(flow(solveExactHat(BALANCED, bilateral(0.3, 0.1), FREE, 4), CN, US))).toBeCloseTo(-71.4, 1);
  });
});

describe('T3: the optimal uniform tariff of the US', () => {
  it.each([
    [2, 0.5102],
    [4, 0.255],
    [8, 0.1275],
  ])('at elasticity %d is %d', (eps, expected) => {
    const best = optimalUniformTariff(BALANCED, US, eps, 3);
    expect(best.tariff).toBeCloseTo(expected, 4);
    expect(best.atBound).toBe(false);
  });

  it('is the bound when the bound lies below it', () => {
    expect(optimalUniformTariff(BALANCED, US, 4, 0.1)).toMatchObject({ tariff: 0.1, atBound: true });
  });
});

describe('T4 and law 29: prohibitive tariffs', () => {
  it('bring autarky, λ_jj^(1/ε) − 1', () => {
    const wall = FREE.map((row, i) => row.map((_, j) => (i === j ? 0 : 1e6)));
    const welfare = solveExactHat(BALANCED, wall, FREE, 4).welfareHat.map(pct);
    [-2.1775, -3.8732, -1.919].forEach((w, j) => expect(welfare[j]).toBeCloseTo(w, 4));
    welfare.forEach((w, j) => expect(w).toBeCloseTo(100 * ((BALANCED.lambda[j]?.[j] ?? NaN) ** 0.25 - 1), 8));
  });
});

describe('T5: optimising a world with deficits', () => {
  it('is refused', () => {
    expect(() => optimalUniformTariff(WORLD, US, 4, 3)).toThrow(/purge/);
  });

  it('would run to any bound, worth 2.3 % at 300 %', () => {
    const welfare = [0.5, 1, 2, 3, 4].map((t) => uniformTariffWelfare(WORLD, US, 4, t));
    expect(welfare).toEqual([...welfare].sort((a, b) => a - b));
    expect(pct(welfare[3])).toBeCloseTo(2.25, 2);
  });
});

describe('laws of the exact-hat solution', () => {
  it('law 22: no change of tariffs is no change of anything, at any baseline, to 1e-12', () => {
    fc.assert(
      fc.property(tariffTable, elasticity, (table, eps) => {
        for (const world of [WORLD, BALANCED, BALANCED_PRINTED]) {
          const { wageHat, priceHat, expenditureHat, welfareHat, flowHat } = solveExactHat(
            world,
            table,
            table,
            eps,
          );
          for (const hat of [wageHat, priceHat, expenditureHat, welfareHat, ...flowHat].flat()) {
            expect(Math.abs(hat - 1)).toBeLessThan(1e-12);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('law 23: world income is kept and goods markets clear to 1e-10', () => {
    fc.assert(
      fc.property(anyWorld, tariff, tariff, elasticity, (world, first, second, eps) => {
        const size = world.income.length;
        const table = tariffMatrix(size, [
          [0, 1, first],
          [size - 1, 0, second],
        ]);
        const solution = solveExactHat(world, table, tariffMatrix(size), eps);
        const income = solution.wageHat.map((hat, i) => hat * (world.income[i] ?? NaN));
        expect(solution.residual).toBeLessThan(1e-10);
        expect(Math.abs(total(income) / total(world.income) - 1)).toBeLessThan(1e-12);
      }),
      RUNS,
    );
  });

  it('law 23: sales before duty add up to income in every region', () => {
    fc.assert(
      fc.property(tariffTable, tariffTable, elasticity, (table, baseline, eps) => {
        const solution = solveExactHat(WORLD, table, baseline, eps);
        FLOWS.forEach((row, i) => {
          const sold = total(row.map((value, j) => value * flow(solution, i, j)));
          expect(Math.abs(sold / ((solution.wageHat[i] ?? NaN) * (INCOME[i] ?? NaN)) - 1)).toBeLessThan(1e-9);
        });
      }),
      RUNS,
    );
  });

  it('law 24: the new shares sum to 1 in every region', () => {
    fc.assert(
      fc.property(tariffTable, tariffTable, elasticity, (table, baseline, eps) => {
        const { lambda } = solveExactHat(WORLD, table, baseline, eps);
        for (const j of [US, CN, ROW]) expect(total(lambda.map((row) => row[j] ?? NaN))).toBeCloseTo(1, 12);
      }),
      RUNS,
    );
  });

  it('law 25: the currency unit changes no hat', () => {
    fc.assert(
      fc.property(tariffTable, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (table, unit) => {
        const scaled = worldFromFlows(
          FLOWS.map((row) => row.map((value) => value * unit)),
          INCOME.map((value) => value * unit),
        );
        const one = solveExactHat(WORLD, table, FREE, 4);
        const other = solveExactHat(scaled, table, FREE, 4);
        one.welfareHat.forEach((hat, j) => expect(other.welfareHat[j]).toBeCloseTo(hat, 12));
        one.wageHat.forEach((hat, j) => expect(other.wageHat[j]).toBeCloseTo(hat, 12));
      }),
      RUNS,
    );
  });

  it('law 26: a higher bilateral tariff never raises that bilateral flow', () => {
    fc.assert(
      fc.property(anyWorld, tariff, tariff, elasticity, (world, first, second, eps) => {
        const size = world.income.length;
        const at = (rate: number): number =>
          flow(solveExactHat(world, tariffMatrix(size, [[1, 0, rate]]), tariffMatrix(size), eps), 1, 0);
        expect(at(Math.max(first, second))).toBeLessThanOrEqual(at(Math.min(first, second)) + 1e-12);
      }),
      RUNS,
    );
  });

  it("law 27: China's welfare falls in the US tariff on it, whatever its answer", () => {
    fc.assert(
      fc.property(tariff, tariff, tariff, elasticity, (first, second, answer, eps) => {
        const at = (rate: number): number =>
          solveExactHat(WORLD, bilateral(rate, answer), FREE, eps).welfareHat[CN] ?? NaN;
        expect(at(Math.max(first, second))).toBeLessThanOrEqual(at(Math.min(first, second)) + 1e-12);
      }),
      RUNS,
    );
  });

  it('law 28: US welfare has one peak in its uniform tariff, within 5 % of 1/eps', () => {
    fc.assert(
      fc.property(elasticity, tariff, tariff, (eps, first, second) => {
        const best = optimalUniformTariff(BALANCED, US, eps, 3);
        expect(Math.abs(best.tariff * eps - 1)).toBeLessThan(0.05);
        const [low, high] = [Math.min(first, second), Math.max(first, second)];
        const at = (rate: number): number => uniformTariffWelfare(BALANCED, US, eps, rate);
        if (high <= best.tariff) expect(at(high)).toBeGreaterThanOrEqual(at(low) - 1e-12);
        if (low >= best.tariff) expect(at(high)).toBeLessThanOrEqual(at(low) + 1e-12);
      }),
      { numRuns: 200 },
    );
  });

  it('a change there and back again is no change', () => {
    fc.assert(
      fc.property(tariffTable, (table) => {
        const there = solveExactHat(BALANCED, table, FREE, 4);
        const arrived: TradeWorld = worldFromFlows(
          BALANCED.lambda.map((row, i) =>
            row.map((share, j) => share * (BALANCED.income[j] ?? NaN) * flow(there, i, j)),
          ),
          there.wageHat.map((hat, i) => hat * (BALANCED.income[i] ?? NaN)),
        );
        const back = solveExactHat(arrived, FREE, table, 4);
        back.welfareHat.forEach((hat, j) => expect(hat * (there.welfareHat[j] ?? NaN)).toBeCloseTo(1, 10));
      }),
      RUNS,
    );
  });
});

describe('what the solver refuses', () => {
  it.each([
    ['a tariff of −100 %', () => solveExactHat(WORLD, bilateral(-1, 0), FREE, 4), /tariff/],
    ['a tariff that is not a number', () => solveExactHat(WORLD, bilateral(NaN, 0), FREE, 4), /tariff/],
    ['an elasticity of zero', () => solveExactHat(WORLD, FREE, FREE, 0), /elasticity/],
    ['tariffs of another size', () => solveExactHat(WORLD, tariffMatrix(2), FREE, 4), /3 by 3/],
    ['flows that do not add up to income', () => worldFromFlows(FLOWS, [1, 2, 3]), /income/],
    [
      'shares that do not sum to 1',
      () => solveExactHat({ ...WORLD, lambda: FREE }, FREE, FREE, 4),
      /income|sum to 1/,
    ],
    ['a cell outside the table', () => tariffMatrix(2, [[2, 0, 0.1]]), /cell/],
    ['an importer outside the world', () => uniformTariffWelfare(WORLD, 7, 4, 0.1), /region 7/],
    ['a bound of zero', () => optimalUniformTariff(BALANCED, US, 4, 0), /bound/],
  ])('%s', (_name, act, message) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });
});
