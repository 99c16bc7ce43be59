/**
 * Items of lists, maps and records that the caller knows to be there. Where one is missing all the same, the program is at
 * fault, and it says so at once in place of handing on `undefined`.
 */

function there<T>(item: T | undefined, place: string | number): T {
  if (item === undefined) throw new Error(`There is no item ${place}.`);
  return item;
}

/** What is there by what went before. Throws where it is not. */
export function existing<T>(item: T | null | undefined): T {
  if (item === undefined || item === null) throw new Error('Something is missing that was there before.');
  return item;
}

/** Counts one more at a place of a list of counts. Throws where the list is shorter. */
export function countAt(counts: number[], at: number): void {
  counts[at] = itemAt(counts, at) + 1;
}

/** The item of a list at a place, from 0. Throws where the list is shorter. */
export const itemAt = <T>(list: ArrayLike<T>, at: number): T => there(list[at], at);

/** The first item of a list. Throws where it is empty. */
export const firstOf = <T>(list: ArrayLike<T>): T => there(list[0], 'at all');

/** The last item of a list. Throws where it is empty. */
export const lastOf = <T>(list: ArrayLike<T>): T => there(list[list.length - 1], 'at all');

/** What a map holds under a key. Throws where it holds nothing. */
export const entryOf = <K, V>(map: ReadonlyMap<K, V>, key: K): V =>
  there(map.get(key), `under ${String(key)}`);

/** What a record holds under a name. Throws where it holds nothing. */
export const itemOf = <T>(record: Readonly<Record<string, T>>, name: string): T => there(record[name], name);

/** The first item that a test takes. Throws where there is none. */
export const foundIn = <T>(list: readonly T[], isIt: (item: T) => boolean): T =>
  there(list.find(isIt), 'that is asked for');
