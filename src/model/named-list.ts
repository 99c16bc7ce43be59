/** Lists by name: which an authority keeps, and what being on one denies. */

/**
 * What being on a list denies: goods under export control; trade and investment; all dealings, assets frozen; its
 * securities; public contracts.
 */
export const LIST_EFFECTS = ['supply', 'trade', 'dealings', 'securities', 'procurement'] as const;

/** What being on a list denies. */
export type ListEffect = (typeof LIST_EFFECTS)[number];

/** A list that an authority keeps. */
export interface NamedList {
  /** Name of the list, by which listings name it. */
  readonly id: string;
  /** What being on it denies a firm. */
  readonly effect: ListEffect;
  /** Whether its party reaches for it first, to answer or in a quarrel. */
  readonly usual?: true;
}
