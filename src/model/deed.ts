/**
 * Deeds: acts of one side that press the other or oblige it, of which nothing is the price. Goodwill is the memory of them
 * (Osgood 1962; Goldstein and Freeman 1990).
 */
import type { PartyId } from './actor';

/** In what the size of a deed is told. */
export type DeedScale =
  /** Points of an average duty: rate times share of trade. */
  | 'duty'
  /** Severity of a control, or its change. */
  | 'control'
  /** Firms listed. */
  | 'listing'
  /** Firms that a list keeps from public contracts, or whose securities it keeps off markets. */
  | 'naming'
  /** Share of the controlled trade that licences free. */
  | 'licence'
  /** Million metric tons bought or promised. */
  | 'purchase'
  /** The same as a share of what a normal year of the trade is. */
  | 'purchase-share'
  /** Worth of what is promised or kept, utility points; of what no issue is about, its degree. */
  | 'undertaking'
  | 'other-undertaking'
  /** No size: each weighs the same. */
  | 'plain'
  | 'leader-words'
  | 'other-words'
  /** Intensity itself, 0 to 1, as an action type of one's own tells it. */
  | 'own';

/** What part of an act's weight a deed about it has: the act itself, a threat of it, or its being put off. */
export type DeedPart = 'whole' | 'threat' | 'put-off';

/** An unpaid act of one side toward the other. */
export interface Deed {
  readonly by: PartyId;
  /** The measure, flow, promise or kind of words that it is about: deeds about one thing count once, the largest. */
  readonly subject: string;
  /** 1 obliges, -1 presses. */
  readonly sign: 1 | -1;
  readonly scale: DeedScale;
  /** Its size in its scale; 0 where the scale has none. */
  readonly amount: number;
  readonly part: DeedPart;
}
