/** Values as strangers write them down: the same, with the keys of every object in another order. */

/** A rank of keys that hangs on a salt: sorted by it they come in another order for each. */
export const rankOf = (salt: number) => (key: string) =>
  [...key].reduce((all, letter) => (all * 31 + letter.charCodeAt(0) * salt) % 1_000_003, salt);

/** The same value with the keys of every object within it in the order of their ranks. */
export function reordered<T>(value: T, rank: (key: string) => number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => reordered(item, rank)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([key, item]) => [key, reordered(item as unknown, rank)]),
  ) as T;
}
