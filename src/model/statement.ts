/** Public statements and the positions of third countries: what audiences and markets hear. */
import type { PartyId } from './actor';

/** Who is heard: unnamed officials, a spokesperson or the leader. */
export type Voice = 'officials' | 'spokesperson' | 'leader';

/** The latest public statement of a party. */
export interface Statement {
  /** Day on which it was said, `YYYY-MM-DD`. */
  readonly on: string;
  /** Who said it. */
  readonly voice: Voice;
  /** How it sounds to the other side. */
  readonly tone: 'conciliatory' | 'neutral' | 'hostile';
  /** What it is about, in words. */
  readonly topic: string;
  /** What was said, in words. */
  readonly gist: string;
}

/** A third country's declared side in the dispute. */
export interface Alignment {
  /** Name of the country or group, such as `G7`. */
  readonly country: string;
  /** The party with which it sides over rules that reach it, or neither. */
  readonly side: PartyId | 'neither';
  /** Day on which it was declared, `YYYY-MM-DD`. */
  readonly since: string;
}
