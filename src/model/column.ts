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
  /** What finds its items by more than their ids, and how many of them it has been shown. */
  index: ColumnIndex<T> | null;
  indexed: number;
  /** What has been changed since somebody asked to know; null while nobody does. */
  changes: Change<T>[] | null;
}

/** A change of an item: as it was before, or null where it is new. */
export interface Change<T> {
  readonly id: string;
  readonly before: T | null;
}

/**
 * What finds the items of a column by what of them never changes. It is shown each item once, in the order in which they
 * came; of one that is copied since, it keeps the item as it was lent.
 */
export interface ColumnIndex<T> {
  readonly add: (item: T) => void;
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

/**
 * The index of a column that is changed in place, up to date; undefined for a plain record, which nobody would keep one
 * for. A column has one kind of index.
 */
export function indexOf<T, Index extends ColumnIndex<T>>(
  column: Readonly<Record<string, T>>,
  Kind: new () => Index,
): Index | undefined {
  const roll = (column as Rolled<T>)[ROLL];
  if (roll === undefined) return undefined;
  let { index } = roll;
  if (!(index instanceof Kind)) {
    roll.index = index = new Kind();
    roll.indexed = 0;
  }
  const { items } = roll;
  for (; roll.indexed < items.length; roll.indexed += 1) index.add(items[roll.indexed]!);
  // Narrowed above; the compiler forgets it of what was just made.
  return index as Index;
}

/** An item of a column for changes in place: its own, copied first where it is lent. Effects change no other. */
export function edit<T>(column: Record<string, T>, id: string): T {
  const item = column[id]!;
  const roll = (column as Rolled<T>)[ROLL];
  if (roll === undefined) return item;
  const isLent = roll.lender[id] === item;
  if (roll.changes !== null && !roll.changes.some((change) => change.id === id))
    roll.changes.push({ id, before: isLent ? item : roll.copy(item) });
  if (!isLent) return item;
  const own = roll.copy(item);
  column[id] = own;
  roll.items[roll.items.indexOf(item)] = own;
  return own;
}

/** Puts a new item into a column, its own from the start, and returns it. */
export function put<T, Item extends T>(column: Record<string, T>, id: string, item: Item): Item {
  const roll = (column as Rolled<T>)[ROLL];
  if (roll !== undefined) {
    roll.items.push(item);
    roll.changes?.push({ id, before: null });
  }
  column[id] = item;
  return item;
}

/**
 * Notes from now on which items of a column are put into it or taken for changes, until {@link changesOf} tells them. False
 * for a plain record, of which nobody can tell.
 */
export function noteChanges(column: Readonly<Record<string, unknown>>): boolean {
  const roll = (column as Rolled<unknown>)[ROLL];
  if (roll === undefined) return false;
  roll.changes = [];
  return true;
}

/** The changes since {@link noteChanges}, one of an item, in the order of the column; they are noted no longer. */
export function changesOf<T>(column: Readonly<Record<string, T>>): readonly Change<T>[] {
  const roll = (column as Rolled<T>)[ROLL];
  const changes = roll?.changes ?? [];
  if (roll !== undefined) roll.changes = null;
  const placeOf = ({ id }: Change<T>) => roll?.items.indexOf(column[id]!) ?? 0;
  return changes.length < 2 ? changes : changes.sort((a, b) => placeOf(a) - placeOf(b));
}

/** How a column is copied for changes in place; `copy` copies an item. */
export type ColumnCopy = <T>(column: Readonly<Record<string, T>>, copy: (item: T) => T) => Record<string, T>;

const rolled = <T>(column: Record<string, T>, roll: Roll<T>): Record<string, T> =>
  Object.defineProperty(column, ROLL, { value: roll });

/** A copy that borrows its items and makes one its own when it is changed: the lender must stay as it is. */
export const lentCopy: ColumnCopy = (column, copy) =>
  rolled(
    { ...column },
    { items: each(column).slice(), lender: column, copy, index: null, indexed: 0, changes: null },
  );

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
  return rolled(copied, { items, lender: {}, copy, index: null, indexed: 0, changes: null });
};

/**
 * A column for nouns that a state has not had yet, such as its other columns are: for changes in place where these are. Its
 * items are plain and hold nothing that a rule changes.
 */
export function newColumn<T extends object>(beside: object): Record<string, T> {
  if (!isRolled(beside)) return {};
  const copy = (item: T): T => ({ ...item });
  return rolled({}, { items: [], lender: {}, copy, index: null, indexed: 0, changes: null });
}

/** Whether a column carries a roll, and so is for changes in place only: a draft of it would change the roll's items apart. */
export function isRolled(column: object): boolean {
  return ROLL in column;
}
