/** Numbers in words that a reader who knows no statistics understands. */

/** A share with the interval of sampling around it. */
export interface Share {
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

/** A number with so many decimals and a true minus; never a negative nought. */
export function decimals(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? (0).toFixed(digits) : text).replace('-', '−');
}

/** A share as per cent: `48.7%`. */
export const percent = (share: number, digits = 1): string => `${decimals(100 * share, digits)}%`;

/** A change with its sign: `+3.2`, `−0.4`, `±0`. */
export function signed(change: number, digits = 1): string {
  const text = decimals(change, digits);
  return Number(text.replace('−', '-')) === 0 ? '±0' : change > 0 ? `+${text}` : text;
}

/** A chance as people say it: `about 3 in 10`. */
export function chanceWords(p: number): string {
  if (p <= 0) return 'in none of the runs';
  if (p >= 1) return 'in all of the runs';
  if (p < 0.01) return 'less than 1 in 100';
  if (p > 0.99) return 'more than 99 in 100';
  if (p < 0.1) return `about 1 in ${Math.round(1 / p)}`;
  if (p > 0.9) return `all but about 1 in ${Math.round(1 / (1 - p))}`;
  return `about ${Math.round(10 * p)} in 10`;
}

/** An interval as people say it: `72 to 76 in 100`. */
export function intervalWords({ low, high }: Share): string {
  const [from, to] = [decimals(100 * low, 0), decimals(100 * high, 0)];
  return from === to ? `${from} in 100` : `${from} to ${to} in 100`;
}

/** A chance with its interval in one clause: `about 7 in 10 (72 to 76 in 100)`. */
export const chanceSentence = (share: Share): string => `${chanceWords(share.p)} (${intervalWords(share)})`;

/** Whether two shares differ by more than their intervals leave to chance. */
export const differsSurely = (one: Share, other: Share): boolean =>
  one.low > other.high || one.high < other.low;

/** A count with its noun: `1 run`, `2 000 runs`. */
export const counted = (n: number, noun: string): string =>
  `${String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f')} ${noun}${n === 1 ? '' : 's'}`;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A day as the library's texts write it: `30 Oct 2025`. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

const ACTORS: Readonly<Record<string, string>> = {
  US: 'the United States',
  CN: 'China',
  both: 'both together',
  calendar: 'the calendar',
  court: 'a court',
  market: 'markets',
  'third-country': 'another country',
};

/** Who acts, in words; undefined for what is nobody. */
export const actorWords = (actor: string): string | undefined =>
  Object.hasOwn(ACTORS, actor) ? ACTORS[actor] : undefined;

/** What is done by a type of act: `carry out` of `tariff.carry-out`. */
export const verbWords = (type: string): string => type.slice(type.indexOf('.') + 1).replaceAll('-', ' ');

/** The message of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
