/** What a past meeting scored. */
import type { Scores } from '../../outcomes/forecast-scores';
import type { IssueScore, RateScore } from '../../simulation/detail-scores';

/** A meeting forecast and scored. Probabilities are given that it is held. */
export interface MeetingScore extends Scores {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  readonly date: string;
  readonly outcome: string;
  readonly held: number;
  readonly p: Readonly<Record<string, number>>;
  /** Before the base rate is mixed in. */
  readonly pModel: Readonly<Record<string, number>>;
  readonly baseRate: Scores;
  readonly fitted: ({ readonly p: Readonly<Record<string, number>> } & Scores) | null;
  /** The average duties two weeks after the meeting. */
  readonly rates: readonly RateScore[];
  /** What was granted issue by issue, for a meeting with a text; else empty. */
  readonly issues: readonly IssueScore[];
}
