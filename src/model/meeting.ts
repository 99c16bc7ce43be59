/** The leaders' meeting: what talks prepare, and where an agreement is reached or not. */

/** The leaders' meeting that the projection is about. */
export interface Meeting {
  id: string;
  status: 'none' | 'planned' | 'doubted' | 'confirmed' | 'held' | 'called-off';
  since: string;
  on: string | null;
  place: string;
  /** Ids of the issues on its agenda. */
  agenda: string[];
}
