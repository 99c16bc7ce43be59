/** Quantities of interest in the few words that a row of a table or a picture has room for. */
import { grantedTitle } from '../../ensemble/granted-title';
import type { QuantityOfInterest } from '../../ensemble/quantity-of-interest';
import { checkAnswer } from '../../kit/answer-form';
import type { WhoMeets } from '../../facts/who-meets';
import { QUANTITY } from './answer-forms';
import { visible } from './visible';

/** What stands before the colon of an id, in a few words; what stands behind it follows, or takes the place of `…`. */
const LABELS: Readonly<Record<string, string>> = {
  held: 'The leaders meet',
  deal: 'A deal of some kind',
  'new-coercion': 'New coercion in two weeks',
  mean: 'Average duty set by …',
  up: 'Average duty set by … rises',
  same: 'Average duty set by … stays',
  down: 'Average duty set by … falls',
  text: 'Text in force, … days on',
  unbroken: 'No breach in … days',
  gdp: 'GDP of … to the horizon',
  utility: 'Utility of …',
  own: 'Your own measure',
};

/** What a party is called behind the colon of an id. */
const PARTIES: Readonly<Record<string, string>> = { US: 'the US', CN: 'China' };

/** The words of a table for an id that a stranger may have made up, such as `constructor`. */
const wordsOf = (table: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.hasOwn(table, id) ? table[id] : undefined;

/**
 * A quantity in as few words as a row of a table has room for; its title where it has no such words.
 * @param quantity - A quantity of interest, or its id and title alone; the title stands in where the id is not known.
 * @throws InputError when id or title are no texts.
 *
 * @example quantityLabel({ id: 'text:90', title: 'Text in force after 90 days' })
 */
export function quantityLabel(quantity: Pick<QuantityOfInterest, 'id' | 'title'>): string {
  checkAnswer('quantity', quantity, QUANTITY);
  const { id, title } = quantity;
  const [kind = '', about = ''] = id.split(':');
  // Who meets is told by the title alone.
  if (kind === 'held' && title !== id) return visible(title);
  return visible((wordsOf(LABELS, kind) ?? title).replace('…', wordsOf(PARTIES, about) ?? about));
}

/**
 * Words for ids of quantities of one scenario: its classes by their titles, issues by their names, the meeting by
 * who meets, all else by its label. For answers that keep ids alone.
 */
export function quantityWords(
  outcomes: readonly { readonly id: string; readonly title: string }[],
  issues: readonly { readonly id: string; readonly label: string }[] = [],
  who: WhoMeets = 'leaders',
): (id: string) => string {
  const known = new Map<string, string>([
    ['held', `The ${who} meet`],
    ...outcomes.map(({ id, title }) => [`class:${id}`, title] as const),
    ...issues.map(({ id, label }) => [`issue:${id}`, grantedTitle(label)] as const),
  ]);
  return (id) => known.get(id) ?? quantityLabel({ id, title: id });
}

const SIGNS: Readonly<Record<string, string>> = {
  '>=': 'at least',
  '<=': 'at most',
  '>': 'above',
  '<': 'below',
};

/** What a bound on a quantity is told in. */
function boundText(id: string, bound: number): string {
  const [kind = ''] = id.split(':');
  if (kind === 'utility' || kind === 'own') return String(bound);
  return kind === 'mean' || kind === 'gdp' ? `${bound}%` : `${Number((100 * bound).toFixed(6))}%`;
}

/** A condition of `--given` by the words of its quantity: `“Granted: Soybeans” at least 50%`. */
export function conditionWords(condition: string, words: (id: string) => string): string {
  const [, id = condition, sign = '', bound = ''] =
    /^([^<>=]+)(>=|<=|>|<)(.+)$/.exec(condition.replaceAll(' ', '')) ?? [];
  const name = `“${words(id)}”`;
  return sign === '' ? name : `${name} ${SIGNS[sign]} ${boundText(id, Number(bound))}`;
}

/** What is asked for first of many scenarios: a word for the head of its column, and what stands in the column. */
export const FOREMOST: readonly {
  readonly id: string;
  readonly head: string;
  readonly says: string;
}[] = [
  { id: 'held', head: 'held', says: 'the leaders meet' },
  { id: 'deal', head: 'deal', says: 'the meeting ends in a deal of some kind' },
  { id: 'new-coercion', head: 'new coerc.', says: 'new coercion within two weeks' },
  { id: 'mean:US', head: 'US duty', says: 'mean American duty on Chinese goods two weeks after the meeting' },
  { id: 'mean:CN', head: 'CN duty', says: 'mean Chinese duty on American goods two weeks after the meeting' },
  { id: 'text:90', head: 'text', says: 'a text is in force 90 days on' },
  { id: 'unbroken:90', head: 'unbroken', says: 'no breach is documented in 90 days' },
];

/** In which unit tables tell what is granted. */
export const GRANTED = 'what is granted in per cent of what was asked, nothing without a deal';
