/**
 * Listings: firms put on a list of a party by one act.
 *
 * Lists have open names. Those that are known stand in the data with the authority that keeps them and with what being on
 * them denies; a party may open another under an authority of its own, which then denies what that authority can.
 */
import type { Authority } from './authority';
import type { MeasureLife } from './measure';
import { LIST_EFFECTS, type ListEffect } from './named-list';

/** One act of listing. */
export interface Listing extends MeasureLife {
  /** Name of the list: one that its authority keeps, or another. */
  readonly list: string;
  /** Number of entities that the act names, less those that were taken off since. */
  readonly entities: number;
  /** What this act denies, where it says so; absent where it denies what the list does. */
  readonly effect?: ListEffect;
}

/** What firms are denied that an act puts on a list under an authority; supply where nothing is known of either. */
export function effectOf(
  { list, effect }: Pick<Listing, 'list' | 'effect'>,
  authority: Pick<Authority, 'lists'> | undefined,
): ListEffect {
  const lists = authority?.lists ?? [];
  return effect ?? (lists.find(({ id }) => id === list) ?? lists[0])?.effect ?? 'supply';
}

/** What an authority may deny those whom it lists: what its lists do, or anything where none is known. */
export function effectsUnder({ lists }: Pick<Authority, 'lists'>): readonly ListEffect[] {
  return lists === undefined ? LIST_EFFECTS : [...new Set(lists.map(({ effect }) => effect))];
}
