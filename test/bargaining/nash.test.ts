import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concessionAt,
  nashProduct,
  solveNash,
  utilities,
  type BargainingIssue,
  type BargainingProblem,
} from '../../src/bargaining/nash';
import { logNashProduct } from './yardsticks/frontier';
import { agendas, fraction, mirrored } from './agendas';

const RUNS = { numRuns: 1000 };

function issue(fields: Partial<BargainingIssue>): BargainingIssue {
  return { id: 'x', giver: 0, benefit: 1, cost: 1, cap: 1, indivisible: false, ...fields };
}

function problem(fields: Partial<BargainingProblem>): BargainingProblem {
  return { issues: [], alpha: 0.5, rho: 2, compliance: [1, 1], disagreement: [0, 0], ...fields };
}

function solved(given: BargainingProblem): NonNullable<ReturnType<typeof solveNash>> {
  const agreement = solveNash(given);
  if (agreement === null) throw new Error('No agreement where one was expected.');
  return agreement;
}

/** Every vector of shares on a grid within the caps; indivisible issues have two. */
function gridOf(issues: readonly BargainingIssue[], step: number): number[][] {
  return issues.reduce<number[][]>(
    (vectors, { cap, indivisible }) => {
      const steps = Math.floor(cap / step + 1e-9);
      const shares = indivisible
        ? [0, cap]
        : Array.from({ length: steps + 1 }, (_, k) => Math.min(cap, k * step));
      return vectors.flatMap((vector) => shares.map((share) => [...vector, share]));
    },
    [[]],
  );
}

describe('utility of terms', () => {
  it('adds what the other side delivers and takes off what is conceded, more than in proportion', () => {
    const given = problem({
      issues: [issue({ giver: 0, benefit: 0.4, cost: 0.3 }), issue({ giver: 1, benefit: 0.5, cost: 0.2 })],
      compliance: [0.6, 0.8],
    });
    const [u0, u1] = utilities(given, [0.5, 1]);
    expect(u0).toBeCloseTo(0.8 * 0.5 - 0.3 * 0.25, 15);
    expect(u1).toBeCloseTo(0.6 * 0.4 * 0.5 - 0.2, 15);
  });

  it('refuses terms that leave an issue out', () => {
    expect(() => utilities(problem({ issues: [issue({})] }), [])).toThrow(RangeError);
  });
});

describe('the Nash solution of an agenda', () => {
  it('trades two mirror-image concessions half and half', () => {
    const given = problem({ issues: [issue({ giver: 0 }), issue({ giver: 1 })] });
    const { z, utilities: u, mu } = solved(given);
    expect(z[0]).toBeCloseTo(0.5, 9);
    expect(z[1]).toBeCloseTo(0.5, 9);
    expect(u[0]).toBeCloseTo(0.25, 9);
    expect(mu).toBeCloseTo(0.5, 12);
  });

  it('finds the closed form of one concession against a standing threat', () => {
    // max (z)(.3 - z^2): the derivative .3 - 3 z^2 vanishes at z = sqrt(.1).
    const given = problem({ issues: [issue({ giver: 0 })], disagreement: [-0.3, 0] });
    expect(solved(given).z[0]).toBeCloseTo(Math.sqrt(0.1), 9);
  });

  it('stops at the red line', () => {
    const given = problem({ issues: [issue({ giver: 0, cap: 0.2 })], disagreement: [-0.3, 0] });
    expect(solved(given).z).toEqual([0.2]);
  });

  it('concedes an indivisible issue whole or not at all, whichever has the larger Nash product', () => {
    const free = issue({ giver: 1, benefit: 1, cost: 0.5 });
    const cheap = issue({ giver: 0, benefit: 0.5, cost: 0.3, indivisible: true });
    const dear = issue({ giver: 0, benefit: 0.5, cost: 1.5, indivisible: true });
    expect(solved(problem({ issues: [free, cheap] })).z[1]).toBe(1);
    expect(solved(problem({ issues: [free, dear], disagreement: [0, -0.4] })).z[1]).toBe(0);
  });

  it('agrees with trying every combination of indivisible issues', () => {
    fc.assert(
      fc.property(agendas({ indivisible: true, maxIssues: 5 }), (given) => {
        const open = given.issues.flatMap((one, index) => (one.indivisible ? [index] : []));
        let best = -Infinity;
        for (let choice = 0; choice < 1 << open.length; choice++) {
          const kept = given.issues.map((one, index) => {
            const position = open.indexOf(index);
            return position >= 0 && ((choice >> position) & 1) === 0 ? { ...one, cap: 0 } : one;
          });
          // What is conceded for certain moves the disagreement point instead of standing on the agenda.
          const certain = kept.map((one, index) => (open.includes(index) ? one.cap : 0));
          const [u0, u1] = utilities(given, certain);
          const [d0, d1] = given.disagreement;
          const rest = kept.filter((one) => !one.indivisible);
          const part = solveNash({ ...given, issues: rest, disagreement: [d0 - u0, d1 - u1] });
          if (part !== null) best = Math.max(best, logNashProduct(part.gains, given.alpha));
        }
        expect(logNashProduct(solved(given).gains, given.alpha)).toBeCloseTo(best, 8);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves both with nothing conceded where only one side has something to give and no threat hangs over it', () => {
    const { z, gains } = solved(problem({ issues: [issue({ giver: 0 })] }));
    expect(z[0]).toBeCloseTo(0, 9);
    expect(gains[0]).toBe(0);
  });

  it('finds an agreement at any weight, nought and one included, and with nearly proportional costs', () => {
    fc.assert(
      fc.property(
        agendas({ indivisible: true }),
        fc.constantFrom(1.05, 1.3, 2, 3),
        fc.constantFrom(0, 0.02, 0.5, 1),
        (given, rho, alpha) => {
          expect(solveNash({ ...given, rho, alpha })).not.toBeNull();
          expect(solveNash({ ...given, rho, alpha, disagreement: [0, 0] })).not.toBeNull();
        },
      ),
      RUNS,
    );
  });

  it('finds no agreement where a reservation is beyond reach', () => {
    const issues = [issue({ giver: 0 }), issue({ giver: 1 })];
    expect(solveNash(problem({ issues, disagreement: [1.01, 0] }))).toBeNull();
    expect(solveNash(problem({ issues, disagreement: [0.3, 0.3] }))).toBeNull();
    expect(solveNash(problem({ issues, disagreement: [0.2, 0.2] }))).not.toBeNull();
  });

  it('concedes what costs nothing and withholds what is worth nothing', () => {
    const issues = [issue({ giver: 0, cost: 0 }), issue({ giver: 0, benefit: 0 }), issue({ giver: 1 })];
    expect(solved(problem({ issues })).z.slice(0, 2)).toEqual([1, 0]);
  });

  it('gives all the gains to the side with all the weight', () => {
    const given = problem({ issues: [issue({ giver: 0 }), issue({ giver: 1 })], alpha: 1 });
    const { gains } = solved(given);
    expect(gains[1]).toBeCloseTo(0, 9);
    // Party 1 concedes z with z^2 = x, the worth of party 0's x; the best of sqrt(x) - x^2 is at x = 4^(-2/3).
    expect(gains[0]).toBeCloseTo(0.4724703937105774, 9);
  });

  it('refuses proportional costs, weights outside the unit interval, negative worths and nine indivisible issues', () => {
    const nine = Array.from({ length: 9 }, () => issue({ indivisible: true }));
    expect(() => solveNash(problem({ rho: 1 }))).toThrow(/curvature/);
    expect(() => solveNash(problem({ alpha: 1.1 }))).toThrow(/weight/);
    expect(() => solveNash(problem({ issues: [issue({ cost: -1 })] }))).toThrow(/negative/);
    expect(() => solveNash(problem({ issues: nine }))).toThrow(/indivisible/);
  });
});

describe('laws of the Nash solution', () => {
  it('law 1: no party is worse off than without agreement, and some agreement exists when nothing need be conceded', () => {
    fc.assert(
      fc.property(agendas({ indivisible: true }), (given) => {
        const agreement = solved(given);
        const [u0, u1] = utilities(given, agreement.z);
        expect(agreement.gains[0]).toBeGreaterThanOrEqual(0);
        expect(agreement.gains[1]).toBeGreaterThanOrEqual(0);
        expect(u0).toBeGreaterThanOrEqual(given.disagreement[0] - 1e-12);
        expect(u1).toBeGreaterThanOrEqual(given.disagreement[1] - 1e-12);
        agreement.z.forEach((share, index) => {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(given.issues[index]?.cap ?? 0);
        });
      }),
      RUNS,
    );
  });

  it('law 2: no terms on a 0.05 grid are better for both, with up to three issues', () => {
    fc.assert(
      fc.property(agendas({ maxIssues: 3, indivisible: true }), (given) => {
        const { utilities: agreed } = solved(given);
        const better = gridOf(given.issues, 0.05).find((z) => {
          const [u0, u1] = utilities(given, z);
          return u0 > agreed[0] + 1e-9 && u1 > agreed[1] + 1e-9;
        });
        expect(better).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it('law 3: a better fallback for one party never lowers its utility nor raises the other’s, indivisible issues or not', () => {
    fc.assert(
      fc.property(
        fc.boolean().chain((indivisible) => agendas({ indivisible })),
        fraction,
        (given, rise) => {
          const [d0, d1] = given.disagreement;
          const after = solveNash({ ...given, disagreement: [d0 + rise / 2, d1] });
          if (after === null) return;
          const before = solved(given);
          expect(after.utilities[0]).toBeGreaterThanOrEqual(before.utilities[0] - 1e-9);
          expect(after.utilities[1]).toBeLessThanOrEqual(before.utilities[1] + 1e-9);
        },
      ),
      RUNS,
    );
  });

  it('law 4: more weight never lowers a party’s utility', () => {
    fc.assert(
      fc.property(agendas({ indivisible: true }), fraction, (given, push) => {
        const alpha = given.alpha + push * (1 - given.alpha);
        const heavier = solved({ ...given, alpha });
        expect(heavier.utilities[0]).toBeGreaterThanOrEqual(solved(given).utilities[0] - 1e-9);
      }),
      RUNS,
    );
  });

  it('law 5: swapping the parties swaps the results', () => {
    fc.assert(
      fc.property(agendas({ indivisible: true }), (given) => {
        const here = solved(given);
        const there = solved(mirrored(given));
        expect(there.utilities[0]).toBeCloseTo(here.utilities[1], 9);
        expect(there.utilities[1]).toBeCloseTo(here.utilities[0], 9);
        there.z.forEach((share, index) => expect(share).toBeCloseTo(here.z[index] ?? NaN, 6));
      }),
      RUNS,
    );
  });

  it('law 6: rescaling one side leaves the terms unchanged', () => {
    fc.assert(
      fc.property(agendas({ indivisible: true }), fc.integer({ min: 1, max: 1000 }), (given, tenths) => {
        const factor = tenths / 10;
        const rescaled = solved({
          ...given,
          issues: given.issues.map((one) =>
            one.giver === 0 ? { ...one, cost: one.cost * factor } : { ...one, benefit: one.benefit * factor },
          ),
          disagreement: [given.disagreement[0] * factor, given.disagreement[1]],
        });
        const before = solved(given);
        rescaled.z.forEach((share, index) => expect(share).toBeCloseTo(before.z[index] ?? NaN, 6));
        expect(rescaled.utilities[0] / factor).toBeCloseTo(before.utilities[0], 9);
      }),
      RUNS,
    );
  });

  it('law 7: dropping an issue on which nothing is granted leaves the rest unchanged', () => {
    fc.assert(
      fc.property(agendas({ indivisible: true }), fc.constantFrom('benefit', 'cap'), (given, nought) => {
        const last = given.issues.at(-1);
        if (last === undefined) return;
        const issues = [...given.issues, { ...last, id: 'idle', [nought]: 0 }];
        const { z } = solved({ ...given, issues });
        const left = solved({ ...given, issues: issues.filter((_, index) => z[index] !== 0) });
        const granted = z.filter((share) => share !== 0);
        left.z.forEach((share, index) => expect(share).toBeCloseTo(granted[index] ?? NaN, 9));
      }),
      RUNS,
    );
  });

  it('law 8: bargaining over everything at once never has a smaller Nash product than two separate tables', () => {
    fc.assert(
      fc.property(agendas({ maxIssues: 8, indivisible: true }), (given) => {
        const half = { disagreement: [given.disagreement[0] / 2, given.disagreement[1] / 2] as const };
        const tables = [0, 1].map((table) =>
          solved({ ...given, ...half, issues: given.issues.filter((_, index) => index % 2 === table) }),
        );
        const separate = [0, 1].map((party) =>
          tables.reduce((total, table) => total + (table.gains[party] ?? NaN), 0),
        );
        const linked = nashProduct(solved(given).gains, given.alpha);
        expect(linked).toBeGreaterThanOrEqual(
          nashProduct([separate[0] ?? NaN, separate[1] ?? NaN], given.alpha) - 1e-9,
        );
      }),
      RUNS,
    );
  });

  it('law 9: at a fixed weight a dearer concession is never larger and a more valuable one never smaller', () => {
    fc.assert(
      fc.property(agendas(), fraction, fraction, (given, mu, rise) => {
        for (const one of given.issues) {
          const before = concessionAt(one, given, mu);
          expect(concessionAt({ ...one, cost: one.cost + rise }, given, mu)).toBeLessThanOrEqual(before);
          expect(concessionAt({ ...one, benefit: one.benefit + rise }, given, mu)).toBeGreaterThanOrEqual(
            before,
          );
        }
      }),
      RUNS,
    );
  });

  it('grants on each divisible issue what its own first-order condition says at the agreed weight', () => {
    fc.assert(
      fc.property(agendas({ indivisible: true }), (given) => {
        const { z, mu } = solved(given);
        given.issues.forEach((one, index) => {
          if (!one.indivisible) expect(z[index]).toBeCloseTo(concessionAt(one, given, mu), 9);
        });
      }),
      RUNS,
    );
  });

  it('B11: in 4 000 agendas with convex costs a better fallback never hurts its owner', () => {
    fc.assert(
      fc.property(agendas(), fraction, fc.constantFrom(0, 1), (given, rise, party) => {
        const [d0, d1] = given.disagreement;
        const raised = party === 0 ? ([d0 + rise / 2, d1] as const) : ([d0, d1 + rise / 2] as const);
        const after = solveNash({ ...given, disagreement: raised });
        const before = solved(given);
        if (after === null) return;
        expect(after.utilities[party] ?? NaN).toBeGreaterThanOrEqual((before.utilities[party] ?? NaN) - 1e-9);
      }),
      { numRuns: 4000 },
    );
  });
});
