/** Factors and quantities of interest in words: what an answer hangs on, as a reader knows it. */
import type { PartyId } from '../../model/actor';
import type { Facts } from '../../facts/schema';
import { CHANCE_FACTOR, REST_FACTOR, POLICY_FACTORS } from '../../ensemble/factor';
import type { QuantityOfInterest } from '../../ensemble/quantity-of-interest';
import { fixed, partyName, percent, sentence, signed } from './text';

function issueWording(facts: Facts, what: string, id: string): string {
  const label = facts.issues.find((issue) => issue.id === id)?.label ?? id;
  const words: Readonly<Record<string, string>> = {
    benefit: `Worth to its receiver: ${label}`,
    cost: `Cost to its giver: ${label}`,
    cap: `Red line: ${label}`,
  };
  return words[what] ?? `${what} ${label}`;
}

/** A factor of an analysis in words; its id where it is not known. */
export function factorWording(facts: Facts, id: string): string {
  if (id === CHANCE_FACTOR) return 'Chance: which episode it is in the same world';
  if (id === REST_FACTOR) return 'All other assumptions about the world together';
  if (id === POLICY_FACTORS[0]) return `Decision rule of ${partyName(facts, 'US')}`;
  if (id === POLICY_FACTORS[1]) return `Decision rule of ${partyName(facts, 'CN')}`;
  const [what = '', which] = id.split('/');
  if (what === 'type' && which !== undefined)
    return `Whether ${partyName(facts, which as PartyId)} gives nothing of its own in force`;
  if (which !== undefined) return issueWording(facts, what, which);
  const meaning = facts.parameters.find((parameter) => parameter.name === id)?.meaning;
  return meaning === undefined ? id : `${sentence(meaning)} (${id})`;
}

/** What the words for a value ask of its quantity. */
type Told = Pick<QuantityOfInterest, 'unit'> & Partial<Pick<QuantityOfInterest, 'id'>>;

/** Effects on GDP are hundredths of a per cent, all else is told to a tenth. */
const digitsOf = ({ id }: Told): number => (id?.startsWith('gdp:') === true ? 2 : 1);

/** A value of a quantity of interest: `28.4%`; of what is granted, per cent of what was asked. */
export function quantityValue(quantity: Told, value: number): string {
  return quantity.unit === 'per cent' ? `${fixed(value, digitsOf(quantity))}%` : percent(value);
}

/** What stands in place of a quantity that a scenario does not have. */
export const NOT_THERE = '–';

/** A value of a quantity of interest, or what stands in its place where there is none. */
export const valueOrNone = (quantity: Told, value: number | undefined): string =>
  value === undefined ? NOT_THERE : quantityValue(quantity, value);

const inPoints = ({ unit }: Pick<QuantityOfInterest, 'unit'>, value: number) =>
  unit === 'per cent' ? value : 100 * value;

/** A change of a quantity of interest in percentage points, signed: `+3.2`. */
export function quantityChange(quantity: Told, value: number, digits = digitsOf(quantity)): string {
  return signed(inPoints(quantity, value), digits);
}

/** A size in percentage points: `3.2`. */
export function quantityPoints(
  quantity: Pick<QuantityOfInterest, 'unit'>,
  value: number,
  digits = 1,
): string {
  return fixed(inPoints(quantity, value), digits);
}
