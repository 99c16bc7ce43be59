/** Random agendas and frontiers for the laws of bargaining. */
import fc from 'fast-check';
import type { BargainingIssue, BargainingProblem, PerParty } from '../../src/bargaining/nash';

/**
 * A number strictly between nought and one, without the round values at which two choices tie. It does not shrink: two numbers
 * that must move together would be walked down a millionth at a time.
 */
export const fraction = fc.noShrink(
  fc.noBias(fc.integer({ min: 1, max: 999_999 })).map((n) => n / 1_000_000),
);

interface AgendaOptions {
  readonly maxIssues?: number;
  readonly indivisible?: boolean;
}

function issueOf(indivisible: boolean): fc.Arbitrary<Omit<BargainingIssue, 'id'>> {
  return fc.record({
    giver: fc.constantFrom(0 as const, 1 as const),
    benefit: fraction,
    cost: fraction,
    cap: fc.oneof(fc.constant(1), fraction),
    indivisible: indivisible ? fc.boolean() : fc.constant(false),
  });
}

/** Agendas on which both parties at least break even by conceding nothing. */
export function agendas(options: AgendaOptions = {}): fc.Arbitrary<BargainingProblem> {
  const { maxIssues = 6, indivisible = false } = options;
  return fc
    .record({
      issues: fc.array(issueOf(indivisible), { minLength: 1, maxLength: maxIssues }),
      alpha: fc.integer({ min: 10, max: 90 }).map((n) => n / 100),
      rho: fc.constantFrom(1.3, 1.7, 2, 2, 3),
      compliance: fc.tuple(fraction, fraction),
      shortfall: fc.tuple(fraction, fraction),
    })
    .map(({ issues, alpha, rho, compliance, shortfall }) => ({
      issues: issues.map((issue, index) => ({ id: `issue-${index}`, ...issue })),
      alpha,
      rho,
      compliance,
      disagreement: [-shortfall[0] / 2, -shortfall[1] / 2] as const,
    }));
}

/** The agenda seen from the other side of the table. */
export function mirrored(problem: BargainingProblem): BargainingProblem {
  return {
    issues: problem.issues.map((issue) => ({ ...issue, giver: issue.giver === 0 ? 1 : 0 })),
    alpha: 1 - problem.alpha,
    rho: problem.rho,
    compliance: [problem.compliance[1], problem.compliance[0]],
    disagreement: [problem.disagreement[1], problem.disagreement[0]],
  };
}

/** The efficient chain of the set spanned by some points with free disposal: its upper right hull. */
export function hullChain(points: readonly PerParty[]): PerParty[] {
  const sorted = [...points].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const chain: PerParty[] = [];
  for (const point of sorted) {
    while (chain.length > 0 && hides(chain, point)) chain.pop();
    chain.push(point);
  }
  return chain;
}

function hides(chain: readonly PerParty[], point: PerParty): boolean {
  const last = chain.at(-1);
  const before = chain.at(-2);
  if (last === undefined) return false;
  if (last[1] <= point[1]) return true;
  if (before === undefined) return false;
  return (last[0] - before[0]) * (point[1] - before[1]) >= (point[0] - before[0]) * (last[1] - before[1]);
}
