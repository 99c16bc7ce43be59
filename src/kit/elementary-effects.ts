/**
 * Elementary effects: which of many factors move an output at all, from few runs (M. D. Morris, "Factorial Sampling
 * Plans for Preliminary Computational Experiments", Technometrics 33, 1991).
 *
 * A trajectory starts at a random point of a grid and changes one factor after the other, each once, in random order.
 * The mean size of a factor's effects (Campolongo, Cariboni and Saltelli, Environmental Modelling & Software 22, 2007)
 * says how much it matters; their standard deviation, how much that hangs on the other factors.
 */

/** One trajectory over the unit cube. */
export interface Trajectory {
  /** Level of each factor at the start, on the grid. */
  readonly from: readonly number[];
  /** Its level after its step. */
  readonly to: readonly number[];
  /** The factors in the order in which they step. */
  readonly order: readonly number[];
}

/** Size of a step on a grid of so many levels: as Morris recommends, p / (2 (p - 1)). */
export function stepOf(levels: number): number {
  return levels / (2 * (levels - 1));
}

/**
 * A random trajectory.
 * @param factors number of factors, at least 1
 * @param levels of the grid over [0, 1], an even number from 2
 * @param uniform a uniform draw in [0, 1) for a purpose and a factor
 * @throws RangeError for a number of factors or levels that is not such.
 */
export function trajectoryOf(
  factors: number,
  levels: number,
  uniform: (purpose: 'level' | 'way' | 'order', factor: number) => number,
): Trajectory {
  if (!Number.isInteger(factors) || factors < 1)
    throw new RangeError(`a trajectory needs a factor, not ${factors}`);
  if (!Number.isInteger(levels) || levels < 2 || levels % 2 !== 0) {
    throw new RangeError(`a grid has an even number of levels, 2 or more, not ${levels}`);
  }
  const half = levels / 2;
  const [from, to, order]: [number[], number[], number[]] = [[], [], []];
  for (let factor = 0; factor < factors; factor += 1) {
    const lower = Math.floor(uniform('level', factor) * half);
    const ends = [lower / (levels - 1), (lower + half) / (levels - 1)] as const;
    const up = uniform('way', factor) < 0.5;
    from.push(up ? ends[0] : ends[1]);
    to.push(up ? ends[1] : ends[0]);
    // Fisher and Yates, from the inside out.
    const place = Math.floor(uniform('order', factor) * (factor + 1));
    order.push(factor);
    [order[place], order[factor]] = [order[factor]!, order[place]!];
  }
  return { from, to, order };
}

/** Which factors have stepped at each point of a trajectory, from none to all. */
export function pointsOf(trajectory: Trajectory): boolean[][] {
  const stepped = trajectory.order.map(() => false);
  return [
    [...stepped],
    ...trajectory.order.map((factor) => {
      stepped[factor] = true;
      return [...stepped];
    }),
  ];
}

/**
 * Elementary effect of each factor: the change of the output by the change of its level.
 * @param outputs at the points of the trajectory, one more than there are factors
 * @throws RangeError where the outputs are too few or too many.
 */
export function effectsOf({ from, to, order }: Trajectory, outputs: readonly number[]): number[] {
  if (outputs.length !== order.length + 1) {
    throw new RangeError(`${order.length} factors need ${order.length + 1} outputs, not ${outputs.length}`);
  }
  const effects = new Array<number>(order.length).fill(0);
  order.forEach((factor, at) => {
    effects[factor] = (outputs[at + 1]! - outputs[at]!) / (to[factor]! - from[factor]!);
  });
  return effects;
}

/** What the effects of one factor amount to. */
export interface Screening {
  /** Mean effect: small where effects of both signs cancel. */
  readonly mu: number;
  /** Mean size of the effects. */
  readonly muStar: number;
  /** Standard deviation of the effects; 0 from one trajectory. */
  readonly sigma: number;
}

/** Sums one factor's effects up, over all trajectories or over those picked. Throws a RangeError where there is none. */
export function screeningOf(effects: readonly number[], picked?: Int32Array): Screening {
  const n = picked?.length ?? effects.length;
  if (n === 0) throw new RangeError('no effects to sum up');
  const at = (i: number) => effects[picked === undefined ? i : picked[i]!]!;
  let sum = 0;
  let sizes = 0;
  for (let i = 0; i < n; i += 1) {
    sum += at(i);
    sizes += Math.abs(at(i));
  }
  const mu = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i += 1) squares += (at(i) - mu) * (at(i) - mu);
  return { mu, muStar: sizes / n, sigma: n < 2 ? 0 : Math.sqrt(squares / (n - 1)) };
}
