/**
 * The logarithmic pool of a model's forecast with a base rate: the model read as a likelihood on the base rate as a prior
 * (Genest and Zidek, "Combining Probability Distributions", Statistical Science 1, 1986). Everything that is published
 * with a base rate is pooled here.
 *
 * Only outcome classes that declare one of the coded classes are pooled, and `deal` with them; what a scenario tells
 * beside is the model alone.
 */
import { exp, log } from '../kit/portable-math';
import { BASE_RATE_CLASSES, CLASSES_WITH_TEXT } from '../model/coded-class';
import { distributionOf, type ModelSpecification } from '../scenario/model-specification';
import { itemAt } from '../kit/lists';

/** Where a number comes from: the model alone, or the model pooled with the base rate of past meetings. */
export type Basis = 'pool' | 'model';

/** A base rate with its weight in the pool, and the least probability that the model is read as giving to a class. */
export interface PooledWith {
  /** Base rate of each class; above 0. */
  readonly baseRate: readonly number[];
  /** 0 is the model (floored), 1 the base rate. */
  readonly weight: number;
  readonly floor: number;
}

/**
 * The pool of a forecast with a base rate over the same classes, proportional to
 * `max(model, floor)^(1 - weight) * baseRate^weight`; adds up to one. A forecast above the floor that is pooled with itself
 * is itself.
 */
export function pooled(model: readonly number[], { baseRate, weight, floor }: PooledWith): number[] {
  const raw = model.map((share, at) =>
    exp((1 - weight) * log(Math.max(share, floor)) + weight * log(itemAt(baseRate, at))),
  );
  const sum = raw.reduce((all, part) => all + part, 0);
  return raw.map((part) => part / sum);
}

const sumOf = (values: readonly number[], at: readonly number[]) =>
  at.reduce((sum, index) => sum + itemAt(values, index), 0);

/**
 * What the pool gives to some classes together as the model's share of them moves to `share`, while those classes and
 * the others keep their proportions: so an end of the interval of a share is pooled. Rises with the share, and is the
 * pool itself at the share that the model has.
 */
export function pooledAt(
  model: readonly number[],
  members: readonly number[],
  share: number,
  how: PooledWith,
): number {
  const inside = sumOf(model, members);
  const outside = 1 - inside;
  const others = model.length - members.length;
  const moved = model.map((part, at) => {
    // Divided first: of a share next to nothing the product would be nought.
    if (members.includes(at)) return inside > 0 ? share * (part / inside) : share / members.length;
    return outside > 0 ? (1 - share) * (part / outside) : (1 - share) / others;
  });
  return sumOf(pooled(moved, how), members);
}

/** Indices of the outcome classes that declare a coded class. */
const codedOf = ({ outcomes }: ModelSpecification): number[] =>
  outcomes.flatMap(({ coded }, at) => (coded === undefined ? [] : [at]));

/**
 * Weight of the base rate in what is published: 0 where no class declares a coded one, and where the meeting no longer
 * lies ahead.
 */
export function baseRateWeight(specification: ModelSpecification): number {
  const { meetingAhead } = specification;
  return meetingAhead && codedOf(specification).length > 1
    ? distributionOf(specification, 'pool.baseRateWeight').central
    : 0;
}

/** The floor of the pool. */
export const poolFloor = (specification: ModelSpecification): number =>
  distributionOf(specification, 'pool.floor').central;

/** Base rate of the classes that declare a coded one; those that declare the same share its rate evenly. */
function declaredRates({ outcomes, baseRate }: ModelSpecification, coded: readonly number[]): number[] {
  const rates = coded.map((at) => {
    const { coded: declared } = itemAt(outcomes, at);
    if (declared === undefined) return 0;
    const alike = outcomes.filter((outcome) => outcome.coded === declared).length;
    return itemAt(baseRate, BASE_RATE_CLASSES.indexOf(declared)) / alike;
  });
  const sum = rates.reduce((all, rate) => all + rate, 0);
  return rates.map((rate) => rate / sum);
}

/** A probability as it is published. */
export interface Published {
  readonly p: number;
  readonly low: number;
  readonly high: number;
  readonly basis: Basis;
}

/** A share of the model with its interval. */
type ShareWithInterval = Omit<Published, 'basis'>;

/**
 * Makes what publishes the probability of some outcome classes together. `shares` are the model's shares of all classes.
 * Classes that declare a coded one are pooled given that one of them comes about, which is that the meeting is held, and
 * the chance of that stays the model's; the ends of an interval are pooled like the share itself.
 */
export function publisher(
  specification: ModelSpecification,
  shares: readonly number[],
): (members: readonly number[], model: ShareWithInterval) => Published {
  const weight = baseRateWeight(specification);
  const coded = codedOf(specification);
  const mass = sumOf(shares, coded);
  const how = { baseRate: declaredRates(specification, coded), weight, floor: poolFloor(specification) };
  const given = coded.map((at) => itemAt(shares, at) / mass);
  return (members, { p, low, high }) => {
    const places = members.map((at) => coded.indexOf(at));
    if (weight === 0 || mass === 0 || places.length === 0 || places.includes(-1))
      return { p, low, high, basis: 'model' };
    // No class is likelier than that one of them comes about: an end above that moves it along.
    const at = (share: number) =>
      Math.max(mass, share) * pooledAt(given, places, Math.min(1, share / mass), how);
    return { p: at(p), low: at(low), high: at(high), basis: 'pool' };
  };
}

/** Indices of the outcome classes of a meeting that ended with a text: together they are a deal. */
export function dealClasses({ outcomes }: ModelSpecification): number[] {
  return outcomes.flatMap(({ coded }, at) =>
    coded !== undefined && CLASSES_WITH_TEXT.includes(coded) ? [at] : [],
  );
}
