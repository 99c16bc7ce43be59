/** Issues: what is bargained over. What an issue is worth to whom is theory and stays out of the state. */
import type { PartyId } from './actor';

/** One issue of the agenda. */
export interface Issue {
  /** Id by which agendas, terms and pledges name the issue, such as `fentanyl-tariff`. */
  readonly id: string;
  /** What people call it. */
  readonly label: string;
  /** The party that would concede. */
  readonly giver: PartyId;
  /** Whether it can only be granted whole or not at all. */
  readonly indivisible: boolean;
}
