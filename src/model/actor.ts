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
  /** The ISO 3166 code by which everything else names the party. */
  readonly id: PartyId;
  /** The name of the country as texts print it, such as `United States`. */
  readonly label: string;
}

/** A person who sits in a delegation or speaks for a party. */
export interface Person {
  /** Id of the person among the people of a state, a surname in lower case such as `bessent`. */
  readonly id: string;
  /** Full name as texts print it; for a spokesperson who is not named the office. */
  readonly name: string;
  /** The party for which the person sits and speaks. */
  readonly party: PartyId;
  /** Office held and part in the talks, in words. */
  readonly role: string;
}
