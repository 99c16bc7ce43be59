/** What markets and banks said before past meetings, beside the model on the same groups of outcome classes. */
import { scoresOf } from '../../outcomes/forecast-scores';
import type { BareFacts } from '../../facts/bare';
import type { MeetingScore } from './meeting-score';
import { itemAt, itemOf } from '../../kit/lists';

/** What a market or a bank said beside the model on the same groups of classes. */
export interface ForecasterScore {
  /** Id of the forecast in the facts. */
  readonly id: string;
  /** The market, bank or paper that made it. */
  readonly forecaster: string;
  /** Day on which it was said, YYYY-MM-DD. */
  readonly on: string;
  /** Id of the dossier of the meeting. */
  readonly meeting: string;
  /** What was forecast, in words. */
  readonly statement: string;
  /** Probability that it gave to the group that happened, 0 to 1. */
  readonly p: number;
  /** Ranked probability score over its groups, 0 to 1: the lower the better. */
  readonly rps: number;
  /** The published pool on the same groups. */
  readonly model: {
    /** Probability that the pool gave to the group that happened, 0 to 1. */
    readonly p: number;
    /** Ranked probability score of the pool over the groups, 0 to 1. */
    readonly rps: number;
  };
}

function groupShare(
  group: readonly string[],
  p: Readonly<Record<string, number>>,
  held: number,
  overAll: boolean,
): number {
  return group.reduce((sum, id) => {
    if (id === 'not-held') return sum + 1 - held;
    return sum + itemOf(p, id) * (overAll ? held : 1);
  }, 0);
}

/** Scores every forecaster of the facts. Throws for one about a meeting that is not scored: a fault of the data. */
export function scoreForecasters(facts: BareFacts, meetings: readonly MeetingScore[]): ForecasterScore[] {
  return facts.forecasts.map(({ id, forecaster, on, dossier, statement, groups, p }) => {
    const meeting = meetings.find((candidate) => candidate.id === dossier);
    if (meeting === undefined) throw new Error(`the forecast ${id} is about no past meeting`);
    const overAll = groups.some((group) => group.includes('not-held'));
    const outcome = groups.findIndex((group) => group.includes(meeting.outcome));
    const model = groups.map((group) => groupShare(group, meeting.p, meeting.held, overAll));
    return {
      id,
      forecaster,
      on,
      meeting: dossier,
      statement,
      p: itemAt(p, outcome),
      rps: scoresOf({ p, outcome }).rps,
      model: { p: itemAt(model, outcome), rps: scoresOf({ p: model, outcome }).rps },
    };
  });
}
