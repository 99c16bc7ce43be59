/**
 * Two parties bargain over a whole agenda at once: the asymmetric Nash solution (Nash 1950; weights after Harsanyi and Selten
 * 1972) with issues linked, benefits linear in what is granted, and concession costs that grow more than in proportion.
 *
 *   U_i(z) = sum over issues given by j of q_j b_k z_k  -  sum over issues given by i of c_k z_k^rho
 *   maximise (U_0 - d_0)^alpha (U_1 - d_1)^(1-alpha)   with U_i >= d_i and 0 <= z_k <= cap_k
 *
 * Every point of the frontier maximises mu U_0 + (1-mu) U_1 for some mu, and for a given mu each issue has a closed form; so the
 * search is for one number. Issues that cannot be split are tried both ways.
 */
import { log, pow } from '../kit/portable-math';

/** The two parties by position: 0 is the United States, 1 is China. */
export type Party = 0 | 1;

/** One number for each party, party 0 first. */
export type PerParty = readonly [number, number];

/** A concession that one party can make to the other. Worths are in utility points (1 % of GDP for a year is one point). */
export interface BargainingIssue {
  readonly id: string;
  /** Who would have to concede. */
  readonly giver: Party;
  /** What the whole concession is worth to the receiver, if it is delivered; not negative. */
  readonly benefit: number;
  /** What the whole concession costs its giver; not negative. */
  readonly cost: number;
  /** The red line: the largest share of the concession that the giver can make, usually in [0, 1]. */
  readonly cap: number;
  /** True where the concession is made up to its cap or not at all. */
  readonly indivisible: boolean;
}

/** An agenda with all that decides its terms. */
export interface BargainingProblem {
  readonly issues: readonly BargainingIssue[];
  /** Bargaining weight of party 0, in [0, 1]. */
  readonly alpha: number;
  /** Curvature of concession costs, above 1; at 2 the last tenth costs nineteen times the first. */
  readonly rho: number;
  /** The share of each party's promises that is expected to be delivered, each in [0, 1]. */
  readonly compliance: PerParty;
  /** Utility of each party without agreement, in points. */
  readonly disagreement: PerParty;
}

/** Terms that neither party would rather do without. */
export interface Agreement {
  /** Share of each concession that is granted, in the order of the agenda. */
  readonly z: number[];
  readonly utilities: [number, number];
  /** Utility above disagreement, never negative. */
  readonly gains: [number, number];
  /** Weight of party 0 in the weighted sum of utilities that these terms maximise, in (0, 1). */
  readonly mu: number;
}

/** A way to single out one point of the frontier: Nash's, or that of Kalai and Smorodinsky. */
export interface BargainingSolution {
  /** Negative while party 0 has too little at weight mu, positive when it has too much; non-decreasing along the frontier. */
  readonly balance: (gain0: number, gain1: number, mu: number) => number;
  /** Decides between the frontiers that indivisible issues leave; the highest is taken. */
  readonly score: (gain0: number, gain1: number) => number;
  /** The most that `score` can be on a frontier whose point at weight mu has these gains: no terms have a larger weighted sum. */
  readonly bound: (gain0: number, gain1: number, mu: number) => number;
}

/** Halvings of the interval for mu: leaves it known to 1e-15. */
const HALVINGS = 50;
/** More issues of all or nothing than this are refused, since the work doubles with each. */
const MAX_INDIVISIBLE = 8;
/** Shortfall below disagreement, relative to what is at stake, that is put down to rounding. */
const ROUNDING = 1e-12;

/** A divisible issue made ready for the search. */
interface Divisible {
  readonly index: number;
  readonly giver: Party;
  /** What is granted where both parties weigh the same, before the cap. */
  readonly atEqualWeights: number;
  /** Worth to the receiver of the whole concession, given the delivery expected. */
  readonly value: number;
  readonly cap: number;
  readonly costAtCap: number;
}

/** An issue with only two outcomes, and what the second does to each party. */
interface Indivisible {
  readonly index: number;
  readonly cap: number;
  readonly delta0: number;
  readonly delta1: number;
}

/** The best terms so far: which indivisible issues they concede, the weight they maximise, and how they rank. */
interface Candidate {
  readonly choice: number;
  readonly mu: number;
  readonly score: number;
  readonly sum: number;
}

/** The agenda sorted for the search, with the gains at the weight looked at last. */
interface Sheet {
  readonly divisible: Divisible[];
  readonly indivisible: Indivisible[];
  readonly z: number[];
  readonly rho: number;
  readonly tolerance: number;
  /** Gains from what does not vary with mu. */
  base0: number;
  base1: number;
  gain0: number;
  gain1: number;
}

/**
 * Utility of both parties at terms z, in points; zero where nothing is conceded.
 * Throws a RangeError when z does not name a share for every issue.
 */
export function utilities(problem: BargainingProblem, z: readonly number[]): [number, number] {
  let u0 = 0;
  let u1 = 0;
  problem.issues.forEach((issue, index) => {
    const share = z[index];
    if (share === undefined) throw new RangeError(`No share is given for issue ${issue.id}.`);
    const gained = problem.compliance[issue.giver] * issue.benefit * share;
    const lost = issue.cost * raised(share, problem.rho);
    u0 += issue.giver === 0 ? -lost : gained;
    u1 += issue.giver === 0 ? gained : -lost;
  });
  return [u0, u1];
}

/**
 * What is granted on a divisible issue at the frontier point where party 0 weighs mu, in (0, 1):
 * z = min{ cap, [m_r q_g b / (rho m_g c)]^(1/(rho-1)) }, with r the receiver and g the giver.
 * An issue that is worth nothing to its receiver is not conceded; one that costs nothing is conceded up to its cap.
 */
export function concessionAt(
  issue: BargainingIssue,
  terms: Pick<BargainingProblem, 'rho' | 'compliance'>,
  mu: number,
): number {
  const value = terms.compliance[issue.giver] * issue.benefit;
  if (value === 0) return 0;
  const weightRatio = issue.giver === 0 ? (1 - mu) / mu : mu / (1 - mu);
  return Math.min(issue.cap, root((weightRatio * value) / (terms.rho * issue.cost), terms.rho));
}

/** The weighted product (gain 0)^alpha (gain 1)^(1-alpha) that Nash's solution maximises; gains must not be negative. */
export function nashProduct(gains: PerParty, alpha: number): number {
  return pow(gains[0], alpha) * pow(gains[1], 1 - alpha);
}

/**
 * The asymmetric Nash solution, or null when no terms leave both parties at least as well off as without agreement.
 * It is never null when neither disagreement utility is positive, because nothing conceded is then acceptable to both.
 * Throws a RangeError on curvature of 1 or less, on a weight outside [0, 1], on negative worths, and on more than
 * eight indivisible issues.
 */
export function solveNash(problem: BargainingProblem): Agreement | null {
  const { alpha } = problem;
  return solveOnFrontier(problem, {
    balance: (gain0, gain1, mu) => mu * (1 - alpha) * gain0 - (1 - mu) * alpha * gain1,
    score: (gain0, gain1) => weightedLog(alpha, gain0) + weightedLog(1 - alpha, gain1),
    bound: (gain0, gain1, mu) => {
      const weightedSum = Math.max(0, mu * gain0 + (1 - mu) * gain1);
      return (
        weightedLog(alpha, (alpha * weightedSum) / mu) +
        weightedLog(1 - alpha, ((1 - alpha) * weightedSum) / (1 - mu))
      );
    },
  });
}

/** The point of the frontier that a rule singles out; as {@link solveNash} in what is returned and refused. */
export function solveOnFrontier(problem: BargainingProblem, solution: BargainingSolution): Agreement | null {
  refuseMalformed(problem);
  const sheet = layOut(problem);
  let best: Candidate | null = null;
  // From everything conceded downwards: the best terms concede most, and then rule the rest out.
  for (let choice = (1 << sheet.indivisible.length) - 1; choice >= 0; choice--) {
    setBase(sheet, problem.disagreement, choice);
    if (best !== null && cannotBeat(sheet, solution, best)) continue;
    const mu = balancedWeight(sheet, solution);
    if (mu === null) continue;
    const score = solution.score(Math.max(0, sheet.gain0), Math.max(0, sheet.gain1));
    const sum = sheet.gain0 + sheet.gain1;
    // A party with nothing to gain makes every product zero; the sum then keeps the terms efficient.
    if (best === null || score > best.score || (score === best.score && sum > best.sum)) {
      best = { choice, mu, score, sum };
    }
  }
  return best === null ? null : agreementAt(problem, sheet, best.choice, best.mu);
}

function refuseMalformed(problem: BargainingProblem): void {
  if (!(problem.rho > 1))
    throw new RangeError(`Concession costs need a curvature above 1, not ${problem.rho}.`);
  if (!(problem.alpha >= 0 && problem.alpha <= 1)) {
    throw new RangeError(`A bargaining weight lies in [0, 1]; ${problem.alpha} does not.`);
  }
  for (const { id, benefit, cost, cap } of problem.issues) {
    if (!(benefit >= 0 && cost >= 0 && cap >= 0)) {
      throw new RangeError(`Benefit, cost and cap of issue ${id} must not be negative.`);
    }
  }
}

function layOut(problem: BargainingProblem): Sheet {
  const sheet: Sheet = {
    divisible: [],
    indivisible: [],
    z: problem.issues.map(() => 0),
    rho: problem.rho,
    tolerance: ROUNDING * atStake(problem),
    base0: 0,
    base1: 0,
    gain0: 0,
    gain1: 0,
  };
  problem.issues.forEach((issue, index) => {
    const value = problem.compliance[issue.giver] * issue.benefit;
    if (value === 0 || issue.cap === 0) return;
    if (issue.indivisible) sheet.indivisible.push(indivisible(issue, index, value, problem.rho));
    else sheet.divisible.push(divisible(issue, index, value, problem.rho));
  });
  if (sheet.indivisible.length > MAX_INDIVISIBLE) {
    throw new RangeError(
      `At most ${MAX_INDIVISIBLE} issues can be indivisible, not ${sheet.indivisible.length}.`,
    );
  }
  return sheet;
}

function atStake(problem: BargainingProblem): number {
  let total = Math.abs(problem.disagreement[0]) + Math.abs(problem.disagreement[1]);
  for (const issue of problem.issues) total += issue.benefit * issue.cap;
  return total;
}

function divisible(issue: BargainingIssue, index: number, value: number, rho: number): Divisible {
  const atEqualWeights = root(value / (rho * issue.cost), rho);
  return {
    index,
    giver: issue.giver,
    // Kept finite and positive, so that no weight turns the product with a power of the weight ratio into 0 times infinity.
    atEqualWeights: Math.min(Number.MAX_VALUE, Math.max(Number.MIN_VALUE, atEqualWeights)),
    value,
    cap: issue.cap,
    costAtCap: issue.cost * raised(issue.cap, rho),
  };
}

function indivisible(issue: BargainingIssue, index: number, value: number, rho: number): Indivisible {
  const gained = value * issue.cap;
  const lost = issue.cost * raised(issue.cap, rho);
  return issue.giver === 0
    ? { index, cap: issue.cap, delta0: -lost, delta1: gained }
    : { index, cap: issue.cap, delta0: gained, delta1: -lost };
}

/** Enters the outcome of the indivisible issues; bit k of `choice` says whether the k-th is conceded. */
function setBase(sheet: Sheet, disagreement: PerParty, choice: number): void {
  sheet.base0 = -disagreement[0];
  sheet.base1 = -disagreement[1];
  sheet.indivisible.forEach((issue, position) => {
    const conceded = ((choice >> position) & 1) === 1;
    sheet.z[issue.index] = conceded ? issue.cap : 0;
    if (!conceded) return;
    sheet.base0 += issue.delta0;
    sheet.base1 += issue.delta1;
  });
}

function cannotBeat(sheet: Sheet, solution: BargainingSolution, best: Candidate): boolean {
  lookAt(sheet, best.mu);
  return solution.bound(sheet.gain0, sheet.gain1, best.mu) < best.score;
}

/** The weight at which the rule is content, with its gains left on the sheet; null when the frontier misses both reservations. */
function balancedWeight(sheet: Sheet, solution: BargainingSolution): number | null {
  const floor = -sheet.tolerance;
  let low = 0;
  let high = 1;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const mu = (low + high) / 2;
    lookAt(sheet, mu);
    // The weighted sum is at its highest here, so if both lose, no terms please both.
    if (sheet.gain0 < floor && sheet.gain1 < floor) return null;
    if (solution.balance(sheet.gain0, sheet.gain1, mu) < 0) low = mu;
    else high = mu;
  }
  // Where costs are nearly proportional a hair's breadth in mu can move terms past a reservation; an end of the interval then serves.
  for (const mu of [(low + high) / 2, low, high]) {
    if (mu === 0 || mu === 1) continue;
    lookAt(sheet, mu);
    if (sheet.gain0 >= floor && sheet.gain1 >= floor) return mu;
  }
  return null;
}

/** Puts the gains at weight mu on the sheet, with the shares that bring them. */
function lookAt(sheet: Sheet, mu: number): void {
  const { z, rho } = sheet;
  const ratio = (1 - mu) / mu;
  const power = root(ratio, rho);
  let gain0 = sheet.base0;
  let gain1 = sheet.base1;
  for (const issue of sheet.divisible) {
    const byParty0 = issue.giver === 0;
    const wanted = byParty0 ? issue.atEqualWeights * power : issue.atEqualWeights / power;
    const share = wanted < issue.cap ? wanted : issue.cap;
    // Below the cap the first-order condition gives c z^(rho-1) without taking a power.
    const lost =
      wanted < issue.cap ? (share * issue.value * (byParty0 ? ratio : 1 / ratio)) / rho : issue.costAtCap;
    gain0 += byParty0 ? -lost : issue.value * share;
    gain1 += byParty0 ? issue.value * share : -lost;
    z[issue.index] = share;
  }
  sheet.gain0 = gain0;
  sheet.gain1 = gain1;
}

function agreementAt(problem: BargainingProblem, sheet: Sheet, choice: number, mu: number): Agreement {
  setBase(sheet, problem.disagreement, choice);
  lookAt(sheet, mu);
  const [u0, u1] = utilities(problem, sheet.z);
  const [d0, d1] = problem.disagreement;
  return { z: sheet.z, utilities: [u0, u1], gains: [Math.max(0, u0 - d0), Math.max(0, u1 - d1)], mu };
}

function weightedLog(weight: number, gain: number): number {
  return weight === 0 ? 0 : weight * log(gain);
}

function raised(share: number, rho: number): number {
  return rho === 2 ? share * share : pow(share, rho);
}

function root(x: number, rho: number): number {
  return rho === 2 ? x : pow(x, 1 / (rho - 1));
}
