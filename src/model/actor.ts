/**
 * Who may act in a negotiation: the two parties of the dyad and the actors whose moves are exogenous to it.
 *
 * Bargaining theory calls the two sides parties; simulation calls what neither side controls chance. Both leave
 * events in the same log, so both need a name there.
 */

/** The two parties in the order that every pair of numbers follows: the United States first. */
export const PARTY_IDS = ['US', 'CN'] as const;

/** One of the two bargaining parties, by ISO 3166 code: the United States or China. */
export type PartyId = (typeof PARTY_IDS)[number];

/**
 * Everybody to whom an event is attributed.
 *
 * - a party acts alone; `both` is a joint act of the two (a round, an agreement, an extension);
 * - `calendar` is what happens by itself on a date; `court`, `market` and `third-country` are chance.
 */
export const ACTORS = [...PARTY_IDS, 'both', 'calendar', 'court', 'market', 'third-country'] as const;

/** Who an event is attributed to. */
export type Actor = (typeof ACTORS)[number];

/** The other party of the dyad. */
export function otherParty(party: PartyId): PartyId {
  return party === 'US' ? 'CN' : 'US';
}

/** A party: who bargains. */
export interface Party {
  readonly id: PartyId;
  readonly label: string;
}

/** A person who sits in a delegation or speaks for a party. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly party: PartyId;
  readonly role: string;
}
