/** Scores of past meetings that were registered when they were made, and are never computed again. */
import type { BareFacts } from '../../facts/bare';
import type { Scores } from '../../outcomes/forecast-scores';
import type { MeetingScore } from './meeting-score';

/**
 * A meeting with the score of the first forecast that was kept. The model has changed since, by people who knew how the
 * meeting ended, so its score of today is no test of the model.
 */
export interface HeldOut {
  /** Id of the dossier of the meeting. */
  readonly id: string;
  /** Name of the meeting as people read it. */
  readonly title: string;
  /** Seed of that first forecast. */
  readonly seed: string;
  /** Episodes of that first forecast. */
  readonly runs: number;
  /** Its scores, by the model of that day. */
  readonly first: Scores;
}

/**
 * A meeting of which the core was scored before anything of it was known: what was registered then, and the score of today's model, which
 * was made after it was known.
 */
export interface RegisteredScore {
  /** Id of the dossier of the meeting. */
  readonly id: string;
  /** Name of the meeting as people read it. */
  readonly title: string;
  /** Id of the class that the record codes for it. */
  readonly outcome: string;
  /** Ranked probability scores as they were registered. */
  readonly registered: FirstScore['rps'];
  /** The same under the other reading of the meeting, as far as they were registered; null where it has none. */
  readonly otherReading: FirstScore['otherReading'] | null;
  /** The first release on the same meeting. */
  readonly earlier: FirstScore['earlier'];
  /** The model as it is, made after the outcome was known: alone, and pooled as it is published. */
  readonly afterwards: {
    /** Ranked probability score of the model alone, 0 to 1: the lower the better. */
    readonly model: number;
    /** Ranked probability score of the published pool, 0 to 1. */
    readonly published: number;
  };
}

type FirstScore = BareFacts['firstScores']['meetings'][number];

/** The first scores that were kept of meetings by earlier models. */
export function heldOutOf(facts: BareFacts): HeldOut[] {
  return facts.dossiers.flatMap(({ id, title, codedMeeting }) => {
    const score = facts.codedMeetings.find((meeting) => meeting.id === codedMeeting)?.firstScore;
    if (score === undefined) return [];
    const { seed, runs, rps, log } = score;
    return [{ id, title, seed, runs, first: { rps, log } }];
  });
}

/** What was registered of meetings before they were known, beside the rows of today. */
export function firstScoresOf(facts: BareFacts, rows: readonly MeetingScore[]): RegisteredScore[] {
  return facts.firstScores.meetings.flatMap((registered) => {
    const dossier = facts.dossiers.find(({ codedMeeting }) => codedMeeting === registered.id);
    const row = rows.find(({ id }) => id === dossier?.id);
    if (row === undefined) return [];
    return [
      {
        id: row.id,
        title: row.title,
        outcome: row.outcome,
        registered: registered.rps,
        otherReading: registered.otherReading ?? null,
        earlier: registered.earlier,
        afterwards: { model: row.model.rps, published: row.rps },
      },
    ];
  });
}
