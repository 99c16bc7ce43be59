/**
 * Columns: the nouns of a state by id.
 *
 * A column is a plain record, and stays one in JSON. What an episode changes in place carries a roll beside it, the
 * same items in their order as an array: a walk over a record that grows is many times slower than one over an array.
 * Its items are lent by the state that it was copied from, until {@link edit} puts an item of its own in their place.
 */

const ROLL = /* @__PURE__ */ Symbol('roll');

interface Roll<T> {
  readonly items: T[];
  /** The column that lends its items, and how one of them is copied. */
  readonly lender: Readonly<Record<string, T>>;
  readonly copy: (item: T) => T;
  /** The items by a key of theirs, as far as they have been looked at. */
  index: { seen: number; readonly byKey: Map<string, T[]> } | null;
}

interface Rolled<T> {
  [ROLL]?: Roll<T>;
}

/** The items of a column in the order in which they came. */
export function each<T>(column: Readonly<Record<string, T>>): readonly T[] {
  return (column as Rolled<T>)[ROLL]?.items ?? Object.values(column);
}

/** Whether a column has no item. */
export function isEmpty(column: Readonly<Record<string, unknown>>): boolean {
  // To look for a first key is to list them all where a record has grown.
  const roll = (column as Rolled<unknown>)[ROLL];
  if (roll !== undefined) return roll.items.length === 0;
  for (const id in column) if (Object.hasOwn(column, id)) return false;
  return true;
}

const NONE: readonly never[] = [];

/**
 * The items of a column with a key, in the order in which they came. `keyOf` must be the same for a column each time,
 * and an item's key must never change: each item of a roll is looked at once.
 */
export function eachWith<T>(
  column: Readonly<Record<string, T>>,
  key: string,
  keyOf: (item: T) => string,
): readonly T[] {
  const roll = (column as Rolled<T>)[ROLL];
  if (roll === undefined) return Object.values(column).filter((item) => keyOf(item) === key);
  const { items } = roll;
  if (items.length === 0) return NONE;
  const index = (roll.index ??= { seen: 0, byKey: new Map<string, T[]>() });
  for (; index.seen < items.length; index.seen += 1) {
    const item = items[index.seen]!;
    const known = index.byKey.get(keyOf(item));
    if (known === undefined) index.byKey.set(keyOf(item), [item]);
    else known.push(item);
  }
  return index.byKey.get(key) ?? NONE;
}

/** An item of a column for changes in place: its own, copied first where it is lent. Effects change no other. */
export function edit<T>(column: Record<string, T>, id: string): T {
  const item = column[id]!;
  const roll = (column as Rolled<T>)[ROLL];
  if (roll === undefined || roll.lender[id] !== item) return item;
  const own = roll.copy(item);
  column[id] = own;
  roll.items[roll.items.indexOf(item)] = own;
  roll.index = null;
  return own;
}

/** Puts a new item into a column. */
export function put<T>(column: Record<string, T>, id: string, item: T): void {
  (column as Rolled<T>)[ROLL]?.items.push(item);
  column[id] = item;
}

/** How a column is copied for changes in place; `copy` copies an item. */
export type ColumnCopy = <T>(column: Readonly<Record<string, T>>, copy: (item: T) => T) => Record<string, T>;

const rolled = <T>(column: Record<string, T>, roll: Roll<T>): Record<string, T> =>
  Object.defineProperty(column, ROLL, { value: roll });

/** A copy that borrows its items and makes one its own when it is changed: the lender must stay as it is. */
export const lentCopy: ColumnCopy = (column, copy) =>
  rolled({ ...column }, { items: each(column).slice(), lender: column, copy, index: null });

/** A copy in which each item is its own from the start. */
export const ownCopy: ColumnCopy = <T>(
  column: Readonly<Record<string, T>>,
  copy: (item: T) => T,
): Record<string, T> => {
  const copied = { ...column };
  const items: T[] = [];
  for (const id in column) {
    const item = copy(column[id]!);
    copied[id] = item;
    items.push(item);
  }
  return rolled(copied, { items, lender: {}, copy, index: null });
};

/** Whether a column carries a roll, and so is for changes in place only: a draft of it would change the roll's items apart. */
export function isRolled(column: object): boolean {
  return ROLL in column;
}
