/** What of a trajectory its last state does not tell, for whoever judges how it ended. */
import type { State } from './state';

/** Average rates of both directions on a day, per cent. */
export interface Averages {
  /** Average of American duties on Chinese goods, per cent of customs value, at least 0. */
  readonly usOnCn: number;
  /** Average of Chinese duties on American goods, per cent of customs value, at least 0. */
  readonly cnOnUs: number;
}

/** How a state came about since the first day of a scenario. */
export interface TrajectoryFacts {
  /** Id of the meeting that is asked about. */
  readonly meeting: string;
  /** The state of the first day. */
  readonly first: State;
  /** The planned day of the meeting. */
  readonly meetingOn: string;
  /** What the conditions of the classes asked about evenings, by key. */
  readonly readings: Readonly<Record<string, number>>;
  /** Averages on the first day, two weeks after the day of the meeting and at the horizon. */
  readonly averages: {
    /** On the first day. */
    readonly start: Averages;
    /** Two weeks after the day of the meeting. */
    readonly end: Averages;
    /** At the horizon. */
    readonly last: Averages;
  };
  /** Whether a coercive act that is neither supposed nor older than the first day had entered into force two weeks after the meeting. */
  readonly newCoercion: boolean;
  /** Whether a text was in force on the evening of the day after the planned day of the meeting. */
  readonly textAfterMeeting: boolean;
  /** Days from the planned day of the meeting to the end of the text; null where it did not end. */
  readonly textEndedAfter: number | null;
  /** Days from the planned day of the meeting to the first breach documented after it; null where there was none. */
  readonly brokenAfter: number | null;
}
