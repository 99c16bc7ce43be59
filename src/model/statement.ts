/** Public statements and the positions of third countries: what audiences and markets hear. */
import type { PartyId } from './actor';

/** Who is heard: unnamed officials, a spokesperson or the leader. */
export type Voice = 'officials' | 'spokesperson' | 'leader';

/** The latest public statement of a party. */
export interface Statement {
  readonly on: string;
  readonly voice: Voice;
  readonly tone: 'conciliatory' | 'neutral' | 'hostile';
  readonly topic: string;
  readonly gist: string;
}

/** A third country's declared side in the dispute. */
export interface Alignment {
  readonly country: string;
  readonly side: PartyId | 'neither';
  readonly since: string;
}
