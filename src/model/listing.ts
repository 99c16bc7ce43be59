/** Listings: firms put on an entity list, an unreliable-entity list or an export-control list by one act. */
import type { MeasureLife } from './measure';

/** One act of listing. */
export interface Listing extends MeasureLife {
  readonly list: string;
  /** Number of entities that the act names. */
  entities: number;
}
