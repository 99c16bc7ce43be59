/**
 * Columns: the nouns of a state by id.
 *
 * A column is a plain record, and stays one in JSON. What an episode changes in place carries a roll beside it, the
 * same items in their order as an array: a walk over a record that grows is many times slower than one over an array.
 */

const ROLL = /* @__PURE__ */ Symbol('roll');

interface Rolled<T> {
  [ROLL]?: T[];
}

/** The items of a column in the order in which they came. */
export function each<T>(column: Readonly<Record<string, T>>): readonly T[] {
  return (column as Rolled<T>)[ROLL] ?? Object.values(column);
}

/** A roll's items by a key of theirs, as far as they have been looked at. */
interface Index {
  seen: number;
  readonly byKey: Map<string, unknown[]>;
}

const indices = /* @__PURE__ */ new WeakMap<readonly unknown[], Index>();
const NONE: readonly never[] = [];

/**
 * The items of a column with a key, in the order in which they came. `keyOf` must be the same for a column each time,
 * and an item's key must never change: what carries a roll is looked at once.
 */
export function eachWith<T>(
  column: Readonly<Record<string, T>>,
  key: string,
  keyOf: (item: T) => string,
): readonly T[] {
  const items = each(column);
  if (items.length === 0) return NONE;
  if (!isRolled(column)) return items.filter((item) => keyOf(item) === key);
  let index = indices.get(items);
  if (index === undefined) indices.set(items, (index = { seen: 0, byKey: new Map() }));
  for (; index.seen < items.length; index.seen += 1) {
    const item = items[index.seen]!;
    const known = index.byKey.get(keyOf(item));
    if (known === undefined) index.byKey.set(keyOf(item), [item]);
    else known.push(item);
  }
  // An index of this roll holds its items and no others.
  return (index.byKey.get(key) as T[] | undefined) ?? NONE;
}

/** Puts a new item into a column. */
export function put<T>(column: Record<string, T>, id: string, item: T): void {
  (column as Rolled<T>)[ROLL]?.push(item);
  column[id] = item;
}

/** A copy of a column for changes in place, with each of its items copied. */
export function rolledCopy<T>(column: Readonly<Record<string, T>>, copy: (item: T) => T): Record<string, T> {
  const copied = { ...column };
  const roll: T[] = [];
  for (const id in column) {
    const item = copy(column[id]!);
    copied[id] = item;
    roll.push(item);
  }
  Object.defineProperty(copied, ROLL, { value: roll });
  return copied;
}

/** Whether a column carries a roll, and so is for changes in place only: a draft of it would change the roll's items apart. */
export function isRolled(column: object): boolean {
  return ROLL in column;
}
