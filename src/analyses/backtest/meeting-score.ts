/** What a past meeting scored. */
import type { Scores } from '../../outcomes/forecast-scores';
import type { IssueScore, RateScore } from './detail-scores';
import type { PastMeeting } from './dossier';

/**
 * A meeting forecast and scored. Probabilities are given that it is held; `p` and the scores beside it are those of the
 * pool that is published.
 */
export interface MeetingScore extends Scores {
  /** Id of the dossier: `past-busan-2025`. */
  readonly id: string;
  /** Name of the meeting as people read it. */
  readonly title: string;
  /** The eve of the talks, first day of the forecast, YYYY-MM-DD. */
  readonly asOf: string;
  /** Day of the meeting, YYYY-MM-DD. */
  readonly date: string;
  /** The set to which it belongs: the first nine, the ten scored later, or the five of the year after. */
  readonly set: PastMeeting['set'];
  /** Id of the class that the record codes for it. */
  readonly outcome: string;
  /** Share of the episodes in which it is held, 0 to 1. */
  readonly held: number;
  /** Probability of each class by the published pool, 0 to 1, by id of the class. */
  readonly p: Readonly<Record<string, number>>;
  /** Probability of each class by the model alone, before it is pooled with the base rate, 0 to 1. */
  readonly pModel: Readonly<Record<string, number>>;
  /** Scores of the model alone. */
  readonly model: Scores;
  /** The pool in which model and base rate weigh the same. */
  readonly evenPool: Scores;
  /** The base rate of all other meetings, later ones too. */
  readonly baseRate: Scores;
  /** The base rate of the meetings before, which is what is pooled. */
  readonly baseRateBefore: Scores;
  /** The average duties two weeks after the meeting. */
  readonly rates: readonly RateScore[];
  /** What was granted issue by issue, for a meeting whose grants are coded; else empty. */
  readonly issues: readonly IssueScore[];
}
