/**
 * A threat as a signalling game: the crisis bargaining model of Lewis and Schultz (2003), in the form in which Jo (2011) and
 * Crisman-Cox and Gibilisco estimate it on sanction threats.
 *
 *   The challenger A threatens or not (S_A, 0). The target B concedes (V_A, C_B) or resists.
 *   A then stands firm (W_A + e, W_B + e) or backs down (a + e, V_B); the e are private and standard normal.
 *
 * An equilibrium is a fixed point in the target's probability of resisting. There can be several; a reader of a crisis takes the
 * one next to yesterday's.
 */
import { jointBelow, normalCdf } from '../kit/portable-math';

/** Payoffs of the game in standard deviations of the private shocks. A is the challenger, B the target. */
export interface CrisisPayoffs {
  /** S_A: the challenger's payoff from not threatening. */
  readonly statusQuoChallenger: number;
  /** V_A: the challenger's payoff when the target concedes; above the status quo for a threat to make sense. */
  readonly concessionChallenger: number;
  /** C_B: the target's payoff when it concedes. */
  readonly concessionTarget: number;
  /** W_A: the challenger's mean payoff from carrying the threat out. */
  readonly standFirmChallenger: number;
  /** W_B: the target's mean payoff when the threat is carried out. */
  readonly standFirmTarget: number;
  /** a: the challenger's mean payoff from backing down after resistance. */
  readonly backDownChallenger: number;
  /** V_B: the target's payoff when the challenger backs down. */
  readonly backDownTarget: number;
}

/** A fixed point of the game. */
export interface CrisisEquilibrium {
  /** The target's probability of resisting a threat. */
  readonly pR: number;
  /** The challenger's probability of threatening. */
  readonly pC: number;
  /** The challenger's probability of standing firm when its threat is resisted. */
  readonly pF: number;
}

/** What moves the payoffs from their base level; each is an amount in its own unit, zero for no effect. */
export interface CrisisConditions {
  /** What carrying out the threat would cost the challenger itself, in points. */
  readonly challengerCost: number;
  /** Fall of the challenger's stock market from its peak, in per cent. */
  readonly drawdownPct: number;
  /** What backing down would cost the challenger before its own audience, in points. */
  readonly audienceCost: number;
  /** What the measure would cost the target, in points. */
  readonly targetCost: number;
  /** How often the target expects to be in dispute with the challenger again, in [0, 1] (Drezner 1999). */
  readonly conflictExpectation: number;
}

/** Payoff lost for each unit of a condition; none negative. */
export interface ConditionWeights {
  readonly challengerCost: number;
  readonly drawdownPct: number;
  readonly audienceCost: number;
  readonly targetCost: number;
  readonly conflictExpectation: number;
}

type PointOfCurve = readonly [x: number, excess: number];

const CELLS = 32;
const MAX_STEPS = 100;
/** A probability of resisting is taken for a root when the reply to it is no further off than this. */
const PRECISION = 1e-14;
const SQRT_HALF = Math.sqrt(0.5);

/** The challenger's two probabilities, given that it expects resistance with probability pR in (0, 1]. */
export function challengerStrategy(payoffs: CrisisPayoffs, pR: number): { pC: number; pF: number } {
  return strategyOf(payoffs, pR, firmerOf(payoffs));
}

/** How often standing firm beats backing down for the challenger, and its quantile: what no expectation changes. */
interface Firmer {
  readonly h: number;
  readonly pH: number;
}

function firmerOf({ standFirmChallenger, backDownChallenger }: CrisisPayoffs): Firmer {
  const h = (standFirmChallenger - backDownChallenger) * SQRT_HALF;
  return { h, pH: normalCdf(h) };
}

function strategyOf(payoffs: CrisisPayoffs, pR: number, { h, pH }: Firmer): { pC: number; pF: number } {
  const { statusQuoChallenger, concessionChallenger, standFirmChallenger, backDownChallenger } = payoffs;
  const threshold = (statusQuoChallenger - (1 - pR) * concessionChallenger) / pR;
  const fights = normalCdf(standFirmChallenger - threshold);
  const bluffs = normalCdf(backDownChallenger - threshold);
  // The complement of a product of near-ones, written so that a rare threat keeps its digits.
  const pC = fights + bluffs - fights * bluffs;
  const firm = jointBelow(h, standFirmChallenger - threshold, SQRT_HALF, pH, fights);
  return { pC, pF: pC > 0 ? Math.min(1, Math.max(0, firm / pC)) : 0 };
}

/** The target's best reply: its probability of resisting a challenger who expects resistance with probability pR in (0, 1]. */
export function resistanceReply(payoffs: CrisisPayoffs, pR: number): number {
  return replyOf(payoffs, pR, firmerOf(payoffs));
}

function replyOf(payoffs: CrisisPayoffs, pR: number, firmer: Firmer): number {
  const { pF } = strategyOf(payoffs, pR, firmer);
  const { standFirmTarget, backDownTarget, concessionTarget } = payoffs;
  const advantage = pF * standFirmTarget + (1 - pF) * backDownTarget - concessionTarget;
  if (pF === 0) return advantage > 0 ? 1 : 0;
  return normalCdf(advantage / pF);
}

/**
 * All equilibria, in rising order of resistance: generically one or three. Two closer together than 1/256 can be missed.
 * Throws a RangeError when conceding is not better for the challenger than the status quo, for then nobody threatens.
 */
export function equilibria(payoffs: CrisisPayoffs): CrisisEquilibrium[] {
  refusePointlessThreat(payoffs);
  const excess = excessOnGrid(payoffs);
  const found: CrisisEquilibrium[] = [];
  for (let cell = 0; cell < CELLS; cell++) {
    const root = rootInCell(payoffs, excess, cell);
    if (root !== null) found.push(equilibriumAt(payoffs, root));
  }
  return found;
}

/**
 * The equilibrium whose resistance is closest to the probability held before, in [0, 1]: beliefs move no further than they must.
 * The same point as the nearest of {@link equilibria}, without looking at the rest. Throws as equilibria does.
 */
export function equilibriumNear(payoffs: CrisisPayoffs, previousPR: number): CrisisEquilibrium {
  refusePointlessThreat(payoffs);
  const excess = excessOnGrid(payoffs);
  const home = Math.min(CELLS - 1, Math.max(0, Math.floor(previousPR * CELLS)));
  // How far away the nearest root outside the home cell is at least.
  const margin = Math.min(previousPR - home / CELLS, (home + 1) / CELLS - previousPR);
  let nearest: number | null = null;
  for (let ring = 0; ring < CELLS; ring++) {
    for (const cell of ring === 0 ? [home] : [home - ring, home + ring]) {
      const root = cell < 0 || cell >= CELLS ? null : rootInCell(payoffs, excess, cell);
      if (root === null) continue;
      if (nearest === null || Math.abs(root - previousPR) < Math.abs(nearest - previousPR)) nearest = root;
    }
    // A cell of the next ring begins this far away at least.
    if (nearest !== null && Math.abs(nearest - previousPR) <= margin + ring / CELLS) break;
  }
  if (nearest === null) throw new RangeError('The payoffs of the crisis game are not finite numbers.');
  return equilibriumAt(payoffs, nearest);
}

/**
 * Payoffs under today's conditions: standing firm loses with the challenger's own cost and its markets' fall, backing down with
 * the audience's anger, being hit with the cost of the measure, and conceding with the disputes still to come.
 */
export function shiftPayoffs(
  base: CrisisPayoffs,
  conditions: CrisisConditions,
  weights: ConditionWeights,
): CrisisPayoffs {
  return {
    statusQuoChallenger: base.statusQuoChallenger,
    concessionChallenger: base.concessionChallenger,
    backDownTarget: base.backDownTarget,
    standFirmChallenger:
      base.standFirmChallenger -
      weights.challengerCost * conditions.challengerCost -
      weights.drawdownPct * conditions.drawdownPct,
    backDownChallenger: base.backDownChallenger - weights.audienceCost * conditions.audienceCost,
    standFirmTarget: base.standFirmTarget - weights.targetCost * conditions.targetCost,
    concessionTarget: base.concessionTarget - weights.conflictExpectation * conditions.conflictExpectation,
  };
}

function refusePointlessThreat(payoffs: CrisisPayoffs): void {
  if (!(payoffs.concessionChallenger > payoffs.statusQuoChallenger)) {
    throw new RangeError('A challenger who gains nothing from a concession has no reason to threaten.');
  }
}

/** pR minus the reply to it, worked out on demand at the edges of the cells and kept. */
function excessOnGrid(payoffs: CrisisPayoffs): (edge: number) => number {
  const known: (number | undefined)[] = [];
  const firmer = firmerOf(payoffs);
  return (edge) => {
    const seen = known[edge];
    if (seen !== undefined) return seen;
    // No threat is resisted with probability nought: the shocks are unbounded.
    const value = edge === 0 ? -1 : excessAt(payoffs, edge / CELLS, firmer);
    known[edge] = value;
    return value;
  };
}

function excessAt(payoffs: CrisisPayoffs, pR: number, firmer: Firmer): number {
  return pR - replyOf(payoffs, pR, firmer);
}

function rootInCell(payoffs: CrisisPayoffs, excess: (edge: number) => number, cell: number): number | null {
  const excessLow = excess(cell);
  const excessHigh = excess(cell + 1);
  // A root on an edge belongs to the cell below it only.
  const crosses = excessLow < 0 ? excessHigh >= 0 : excessLow > 0 && excessHigh <= 0;
  if (!crosses) return null;
  const firmer = firmerOf(payoffs);
  return rootBetween(
    (pR) => excessAt(payoffs, pR, firmer),
    [cell / CELLS, excessLow],
    [(cell + 1) / CELLS, excessHigh],
  );
}

/** Root of a function between two points of opposite sign, by false position in the Illinois variant. */
function rootBetween(excess: (x: number) => number, low: PointOfCurve, high: PointOfCurve): number {
  let [near, excessNear] = low;
  let [far, excessFar] = high;
  for (let step = 0; step < MAX_STEPS && Math.abs(excessFar) > PRECISION; step++) {
    const guess = (near * excessFar - far * excessNear) / (excessFar - excessNear);
    const excessGuess = excess(guess);
    if (excessGuess < 0 === excessFar < 0) {
      // The other end has stayed put: halving its weight keeps it from holding the search back.
      excessNear /= 2;
    } else {
      near = far;
      excessNear = excessFar;
    }
    far = guess;
    excessFar = excessGuess;
  }
  return far;
}

function equilibriumAt(payoffs: CrisisPayoffs, pR: number): CrisisEquilibrium {
  return { pR, ...challengerStrategy(payoffs, pR) };
}
