/** Comparison of two scenarios on common draws: episode by episode the same world, so that only the change differs. */
import { classify } from '../outcomes/index';
import { createDraws } from '../kit/keyed-draws';
import { worldDrawer } from './draw-world';
import { runToHorizon } from './episode';
import type { BlockTask } from './ensemble';

/** An outcome class under two scenarios, with the paired difference and its 95 % interval. */
export interface OutcomeDifference {
  readonly id: string;
  readonly base: number;
  readonly variant: number;
  /** Variant less base. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** The answer of a comparison. */
export interface Comparison {
  readonly outcomes: readonly OutcomeDifference[];
  /** Variance of the difference on common draws and on independent ones, summed over the classes. */
  readonly variance: { readonly paired: number; readonly unpaired: number };
}

/** Outcome class of each episode of a block, -1 where it has none or several. */
export function outcomesOfBlock(task: BlockTask): number[] {
  const plan = { initial: task.initial, theory: task.theory, draws: createDraws(task.seed) };
  const drawer = worldDrawer(task.theory);
  const found: number[] = [];
  for (let episode = task.from; episode < task.to; episode += 1) {
    const { run } = runToHorizon(plan, drawer(plan.draws, episode), episode, false);
    const classes = classify(task.theory.outcomes, run.state);
    found.push(classes.length === 1 ? classes[0]! : -1);
  }
  return found;
}

const Z95 = 1.959963984540054;

/** Pairs two series of outcomes, of the same episodes, class by class. Throws a RangeError on unequal lengths. */
export function comparePaired(
  ids: readonly string[],
  base: readonly number[],
  variant: readonly number[],
): Comparison {
  const n = base.length;
  if (variant.length !== n || n === 0)
    throw new RangeError(`cannot pair ${n} episodes with ${variant.length}`);
  let paired = 0;
  let unpaired = 0;
  const outcomes = ids.map((id, index) => {
    let inBase = 0;
    let inVariant = 0;
    let discordant = 0;
    for (let k = 0; k < n; k += 1) {
      const b = base[k] === index ? 1 : 0;
      const v = variant[k] === index ? 1 : 0;
      inBase += b;
      inVariant += v;
      if (b !== v) discordant += 1;
    }
    const pb = inBase / n;
    const pv = inVariant / n;
    const difference = pv - pb;
    const variance = (discordant / n - difference * difference) / n;
    paired += variance;
    unpaired += (pb * (1 - pb) + pv * (1 - pv)) / n;
    const half = Z95 * Math.sqrt(Math.max(0, variance));
    return { id, base: pb, variant: pv, difference, low: difference - half, high: difference + half };
  });
  return { outcomes, variance: { paired, unpaired } };
}
