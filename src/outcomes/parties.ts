/** Of which parties a term is asked. */
import { PARTY_IDS, type PartyId } from '../model/actor';

/** The party that is named, or both where none is. */
export function partiesAsked(of: string | undefined): readonly PartyId[] {
  return of === undefined ? PARTY_IDS : PARTY_IDS.filter((party) => party === of);
}
