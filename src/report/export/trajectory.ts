/**
 * Trajectories as tables have them: an episode at its horizon with its evenings, and the columns that several tables
 * share.
 */
import { deliveredMmt } from '../../episode/run';
import type { Gauges } from '../../model/gauges';
import { meetingOf, type Meeting } from '../../model/meeting';
import type { State } from '../../model/state';
import { averageTariffPct } from '../../model/tariff';
import type { SeenEpisode } from '../../ensemble/ensemble';
import { whole, type Column } from './table';

/** An evening of an episode, taken off the state before it moves on. */
export interface Evening {
  readonly day: number;
  readonly on: string;
  readonly usOnCnPct: number;
  readonly cnOnUsPct: number;
  readonly truce: State['truce']['status'];
  readonly truceExpiresOn: string | null;
  /** `none` where the meeting asked about was never planned. */
  readonly meeting: Meeting['status'] | 'none';
  readonly gauges: Gauges;
  readonly soybeansMmt: number;
}

/** An episode with its evenings, where those were asked for. */
export interface Trajectory extends SeenEpisode {
  readonly evenings: readonly Evening[];
}

/** Units that several tables name. */
export const UNITS = {
  tariff: 'per cent of customs value',
  change: 'per cent',
  points: 'utility points (1 % of GDP for a year)',
  soybeans: 'million metric tons',
  magnets: 'months of normal use',
} as const;

/** The two parties as levels. */
export const PARTIES = ['US', 'CN'] as const;

const EPISODE = 'Number of the episode, from 0: `detente run` with this seed and number tells it as a story.';
/** The column that ties the tables together. */
export const episodeColumn = <Row>(of: (row: Row) => number): Column<Row> =>
  whole('episode', null, EPISODE, of);
/** The same for rows that carry the number. */
export const ofEpisode = episodeColumn<{ readonly episode: number }>(({ episode }) => episode);

/** Takes down what an evening's state shows; `before` is what had been delivered by the first day, million metric tons. */
export function eveningOf(day: number, state: State, before: number, meeting: string): Evening {
  return {
    day,
    on: state.today,
    usOnCnPct: averageTariffPct(state, 'usOnCn'),
    cnOnUsPct: averageTariffPct(state, 'cnOnUs'),
    truce: state.truce.status,
    truceExpiresOn: state.truce.expiresOn,
    meeting: meetingOf(state, meeting)?.status ?? 'none',
    gauges: state.gauges,
    soybeansMmt: deliveredMmt(state) - before,
  };
}
