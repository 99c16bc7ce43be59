/** Bounds of what is read from strangers: no input may nest or multiply beyond what any sound one needs. */
import { DEEPEST } from '../kit/json';

export { DEEPEST } from '../kit/json';

/** Most values that a scenario or a record may come to, with its aliases resolved. */
export const MOST_VALUES = 200_000;

/** Most marks of a file: keys, values, colons, commas, brackets, with those that are written by a line or an indent. A sound one has a few thousand. */
export const MOST_MARKS = 200_000;

/** Most aliases of a file: each is looked for among all anchors. */
export const MOST_ALIASES = 1_000;

/** Whether a value nests too deeply or, with its aliases, comes to too many values; cycles nest without end. */
export function isExcessive(root: unknown, mostValues = MOST_VALUES): boolean {
  const stack: [value: unknown, depth: number][] = [[root, 0]];
  let seen = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [value, depth] = next;
    seen += 1;
    if (depth > DEEPEST || seen > mostValues) return true;
    if (typeof value !== 'object' || value === null) continue;
    // Holes count too, since a schema visits them; and a list may carry named values beside its items.
    if (Array.isArray(value) && value.length > mostValues) return true;
    const items: unknown[] = Object.values(value);
    if (seen + stack.length + items.length > mostValues) return true;
    for (const item of items) stack.push([item, depth + 1]);
  }
  return false;
}
