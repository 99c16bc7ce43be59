/** What a past meeting scored. */
import type { Scores } from '../../outcomes/forecast-scores';
import type { IssueScore, RateScore } from './detail-scores';
import type { PastMeeting } from './dossier';

/**
 * A meeting forecast and scored. Probabilities are given that it is held; `p` and the scores beside it are those of the
 * pool that is published.
 */
export interface MeetingScore extends Scores {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  readonly date: string;
  readonly set: PastMeeting['set'];
  readonly outcome: string;
  readonly held: number;
  readonly p: Readonly<Record<string, number>>;
  /** The model alone, before it is pooled with the base rate. */
  readonly pModel: Readonly<Record<string, number>>;
  readonly model: Scores;
  /** The pool in which model and base rate weigh the same. */
  readonly evenPool: Scores;
  /** The base rate of all other meetings, later ones too. */
  readonly baseRate: Scores;
  /** The base rate of the meetings before, which is what is pooled. */
  readonly baseRateBefore: Scores;
  /** The average duties two weeks after the meeting. */
  readonly rates: readonly RateScore[];
  /** What was granted issue by issue, for a meeting with a text; else empty. */
  readonly issues: readonly IssueScore[];
}
