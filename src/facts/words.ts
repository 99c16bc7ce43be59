/**
 * The words of facts apart from what is reckoned with, and both put together again. The build writes the facts of the package
 * that way (`tsup.config.ts`): a program that wants no words is given none.
 */
import { isWhole, withLateActs, withoutWords, type BareFacts } from './bare';
import type { Facts } from './schema';

/** What {@link withoutWords} left out of a part: its own fields with their places among all, and that of its parts by key. */
export type Words = readonly [
  own: readonly (readonly [place: number, key: string, value: unknown])[],
  parts: Readonly<Record<string, Words>>,
];

/** What is left out of some facts, or of a part of them; null where that is nothing. Plain JSON. */
export function wordsOf(whole: unknown): Words | null {
  if (typeof whole !== 'object' || whole === null) return null;
  const bare = withoutWords(whole) as object;
  const own: [number, string, unknown][] = [];
  const parts: Record<string, Words> = {};
  Object.entries(whole).forEach(([key, value], place) => {
    if (!Object.hasOwn(bare, key)) {
      own.push([place, key, value]);
      return;
    }
    const words = isWhole(key) ? null : wordsOf(value);
    if (words !== null) parts[key] = words;
  });
  return own.length === 0 && Object.keys(parts).length === 0 ? null : [own, parts];
}

/** A part with its words in their places: what {@link wordsOf} took them from. A part without words stays the same object. */
export function withWords(bare: unknown, words: Words | undefined): unknown {
  if (words === undefined || typeof bare !== 'object' || bare === null) return bare;
  const [own, parts] = words;
  if (Array.isArray(bare)) return bare.map((item, at) => withWords(item, parts[at]));
  const fields = Object.entries(bare).map(([key, value]): [string, unknown] => [
    key,
    withWords(value, parts[key]),
  ]);
  for (const [place, key, value] of own) fields.splice(place, 0, [key, value]);
  return Object.fromEntries(fields);
}

/** Facts with their words, frozen; the acts, with theirs, when they are first asked for. */
export function wholeFrom(facts: BareFacts, [own, { acts, ...others }]: Words): Facts {
  // What was taken out is put back: a test holds the whole to the files.
  const rest = withWords(
    withLateActs(facts, () => []),
    [own, others],
  ) as Facts;
  return withLateActs(rest, () => withWords(facts.acts, acts) as Facts['acts']);
}
