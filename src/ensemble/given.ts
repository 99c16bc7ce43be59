/**
 * Conditions on what comes of an episode, as in `class:rollback` or `issue:soybeans>=0.5`: an ensemble that is given one is told of
 * the episodes that meet it alone.
 */
import type { FinishedEpisode } from '../episode/episode';
import { InputError } from '../kit/input-error';
import type { ModelSpecification } from '../scenario/model-specification';
import { quantityOf } from './quantity-of-interest';

const COMPARISONS = {
  '>=': (value: number, bound: number) => value >= bound,
  '<=': (value: number, bound: number) => value <= bound,
  '>': (value: number, bound: number) => value > bound,
  '<': (value: number, bound: number) => value < bound,
} as const;

type Sign = keyof typeof COMPARISONS;

/** A condition on a quantity of interest of an episode: plain JSON, so that it can cross to a worker. */
export interface GivenCondition {
  /** Id of the quantity. */
  readonly quantity: string;
  readonly sign: Sign;
  readonly bound: number;
}

const TEXT = /^([^<>=]+)(?:(>=|<=|>|<)(-?\d+(?:\.\d+)?))?$/;

function refuse(given: unknown, why: string): never {
  throw new InputError({
    code: 'input/given',
    path: 'given',
    given,
    allowed:
      'a quantity of interest that is or is not, as class:rollback, or one with a bound, as issue:soybeans>=0.5',
    why,
  });
}

/**
 * Reads a condition. Throws an InputError for a text that is none, for a quantity that the scenario does not have, and for one that
 * is a number and stands without a bound.
 */
export function givenCondition(specification: ModelSpecification, text: string): GivenCondition {
  if (typeof text !== 'string') return refuse(text, 'a condition is a text');
  const found = TEXT.exec(text.replaceAll(' ', ''));
  if (found === null) return refuse(text, 'no such condition');
  const [, id = '', sign, bound] = found;
  const quantity = quantityOf(specification, id, 'given');
  if (sign !== undefined && bound !== undefined)
    // The expression has no other sign.
    return { quantity: quantity.id, sign: sign as Sign, bound: Number(bound) };
  if (quantity.unit === 'probability') return { quantity: quantity.id, sign: '>', bound: 0.5 };
  return refuse(text, `${quantity.id} is a number of each run: a bound says which of them`);
}

/** Makes what asks whether an episode meets a condition; `outcome` is the index of its class. */
export function meeter(
  specification: ModelSpecification,
  { quantity, sign, bound }: GivenCondition,
): (finished: FinishedEpisode, outcome: number) => boolean {
  const { measure } = quantityOf(specification, quantity);
  const compare = COMPARISONS[sign];
  return (finished, outcome) => compare(measure(finished, outcome), bound);
}
