/** How often threats end in concession, imposition and backing down: what the literature counts of the crisis game. */
import type { CrisisEquilibrium } from '../../../src/bargaining/crisis-game';

/** How a threat ends; the three sum to one. */
export interface ThreatOutcome {
  /** The target concedes. */
  readonly concede: number;
  /** The target resists and the measure is imposed. */
  readonly imposed: number;
  /** The target resists and the challenger backs down. */
  readonly backDown: number;
}

/** How a threat that has been made ends in an equilibrium. */
export function outcomeProbabilities(equilibrium: CrisisEquilibrium): ThreatOutcome {
  const { pR, pF } = equilibrium;
  return { concede: 1 - pR, imposed: pR * pF, backDown: pR * (1 - pF) };
}
