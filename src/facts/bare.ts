/**
 * The bare facts: what rules, plays and ensembles read of the record. What only explains it to people (sources, notes, how far
 * a row may be trusted, claims that were checked) is left out, so that a page need not load it.
 */
import { checkObject, isListOfObjects, isObject, readOff } from '../kit/checks';
import { deepFrozen } from '../kit/frozen';
import { InputError } from '../kit/input-error';
import type { Facts } from './schema';

/** What is left out wherever it stands: tables that nothing reckons with, and fields in words. */
const WORDS = [
  'sources',
  'claims',
  'threats',
  'commodities',
  'note',
  'meaning',
  'certainty',
  'assumption',
] as const;
/** What is kept whole: its words are part of an answer. */
const WHOLE = ['until', 'questions', 'registered', 'codedClasses'] as const;

type Word = (typeof WORDS)[number];
type Whole = (typeof WHOLE)[number];

/** A part of the facts without its words. */
type Bare<T> = T extends readonly unknown[]
  ? { [K in keyof T]: Bare<T[K]> }
  : T extends object
    ? { [K in keyof T as K extends Word ? never : K]: K extends Whole ? T[K] : Bare<T[K]> }
    : T;

/** The facts without sources, notes and what else explains them: what `start` and every analysis takes. All facts are bare facts, too. */
export interface BareFacts extends Bare<Facts> {}

const packaged = /* @__PURE__ */ new WeakSet<object>();

/** Remembers the facts that come with the package. Returns them. */
export function packagedWith<F extends BareFacts>(facts: F): F {
  packaged.add(facts);
  return facts;
}

/** Whether facts are those that come with the package, bare or with their words. */
export function isPackaged(facts: BareFacts): boolean {
  return packaged.has(facts);
}

const isWord = (key: string) => WORDS.some((word) => word === key);
/** Whether what stands under a key is kept whole. */
export const isWhole = (key: string) => WHOLE.some((word) => word === key);

/** A part of facts without its words. */
export function withoutWords(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutWords);
  if (typeof part !== 'object' || part === null) return part;
  const kept = Object.entries(part).filter(([key]) => !isWord(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, isWhole(key) ? value : withoutWords(value)]));
}

/** The tables of the facts that are reckoned with, by what each is. */
const TABLES: Readonly<Record<keyof BareFacts, 'list' | 'object'>> = {
  start: 'object',
  acts: 'list',
  parties: 'list',
  people: 'list',
  authorities: 'list',
  lists: 'list',
  tariffs: 'object',
  reconciliations: 'list',
  controls: 'object',
  portFees: 'list',
  listings: 'list',
  probes: 'list',
  purchases: 'object',
  undertakings: 'list',
  truces: 'list',
  truceSpells: 'list',
  meetings: 'list',
  codedClasses: 'list',
  codedMeetings: 'list',
  dossiers: 'list',
  firstScores: 'object',
  forecasts: 'list',
  questions: 'list',
  registered: 'list',
  rateContracts: 'list',
  issues: 'list',
  parameters: 'list',
  referenceFigures: 'list',
  tradeWorld: 'object',
  averages: 'list',
  plans: 'list',
  coverageYale: 'object',
  statements: 'list',
};

/**
 * Refuses with an InputError what are no facts, by the first table that is not there. Whether what stands in the tables is sound,
 * parsing asks.
 */
export function checkFacts(path: string, facts: unknown): void {
  if (typeof facts === 'object' && facts !== null && packaged.has(facts)) return;
  const given = checkObject(path, facts, 'facts, as parseFacts gives them');
  for (const [table, kind] of Object.entries(TABLES)) {
    const part = readOff(path, facts, () => given[table]);
    const fits = kind === 'list' ? isListOfObjects : isObject;
    if (readOff(`${path}.${table}`, part, () => fits(part))) continue;
    const allowed = `${kind === 'list' ? 'a list of objects' : 'an object'}, as parseFacts gives it`;
    throw new InputError({ code: 'input/facts', path: `${path}.${table}`, given: part, allowed });
  }
}

/** What of facts is reckoned with. Of bare facts that is all of them. */
export function bare(facts: BareFacts): BareFacts {
  // What is taken out, the type takes out as well.
  return withoutWords(facts) as BareFacts;
}

/** Facts, frozen, of which the acts are made when they are first asked for; those that `facts` has are not asked for. */
export function withLateActs<F extends BareFacts>(facts: F, make: () => F['acts']): F {
  let made: F['acts'] | undefined;
  const fields = Object.getOwnPropertyDescriptors(facts);
  const acts = { get: () => (made ??= deepFrozen(make())), enumerable: true };
  for (const [name, { value }] of Object.entries(fields)) if (name !== 'acts') deepFrozen(value);
  return Object.freeze(Object.defineProperties({}, { ...fields, acts }) as F);
}
