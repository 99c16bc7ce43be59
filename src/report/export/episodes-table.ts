/** The table of episodes: how each ended and what came of it, one row an episode. */
import { digest } from '../../engine/digest';
import type { State } from '../../model/state';
import { meetingOf } from '../../model/meeting';
import { agreementOf } from '../../outcomes/meeting';
import { followedDays } from '../../ensemble/truce-curves';
import type { ExportSetting } from './setting';
import { amount, defineTable, flag, share, text, whole, type Column, type Table } from './table';
import { episodeColumn, UNITS, type Trajectory } from './trajectory';
import { whoOf } from '../../facts/who-meets';

const NO_DEAL = 'no agreement was reached';

const finalOf = ({ finished }: Trajectory): State => finished.run.state;

type TruceTime = 'textEndedAfter' | 'brokenAfter';

/** Days for which a truce was watched for an end of its text or a breach: to that, or to the horizon. */
function daysWatched({ finished }: Trajectory, time: TruceTime): number | null {
  if (!finished.truceBound) return null;
  return finished[time] ?? followedDays(finished.run.specification);
}

/** Whether it came by the horizon. */
function hasCome({ finished }: Trajectory, time: TruceTime): boolean | null {
  return finished.truceBound ? finished[time] !== null : null;
}

const UNBOUND = 'no text was in force on the evening of the day after the meeting';

function meetingColumns(setting: ExportSetting): Column<Trajectory>[] {
  const { meeting } = setting.specification;
  const outcomes = setting.specification.outcomes.map(({ id }) => id);
  return [
    text('scenario', 'Id of the scenario.', () => setting.scenario),
    text('seed', 'Seed of the ensemble.', () => setting.seed),
    episodeColumn(({ finished }) => finished.run.episode),
    text('outcome', 'Outcome class of the meeting.', ({ outcome }) => outcomes[outcome] ?? null, {
      levels: outcomes,
      ordered: true,
      empty: 'the classes of the scenario leave a gap or overlap',
    }),
    flag(
      'meeting_held',
      `Whether the ${whoOf(setting.specification.leadersMeet)} met.`,
      (row) => meetingOf(finalOf(row), meeting)?.status === 'held',
    ),
    text(
      'agreement_scope',
      'Whether the agenda was exchanged over, or the sides only held still.',
      (row) => agreementOf(finalOf(row), meeting)?.scope ?? null,
      { levels: ['narrow', 'agenda'], ordered: true, empty: NO_DEAL },
    ),
    share(
      'mean_concession',
      'Mean concession over the agenda, weighted by worth to the receiver; 0 without an agreement.',
      (row) => agreementOf(finalOf(row), meeting)?.weightedMean ?? 0,
    ),
  ];
}

const tariffColumns: readonly Column<Trajectory>[] = [
  amount(
    'us_on_cn_start_pct',
    UNITS.tariff,
    'Average American tariff on Chinese goods on the first day.',
    (row) => row.finished.start.usOnCn,
    { minimum: 0 },
  ),
  amount(
    'us_on_cn_end_pct',
    UNITS.tariff,
    'The same two weeks after the meeting.',
    (row) => row.finished.end.usOnCn,
    { minimum: 0 },
  ),
  amount(
    'cn_on_us_start_pct',
    UNITS.tariff,
    'Average Chinese tariff on American goods on the first day.',
    (row) => row.finished.start.cnOnUs,
    { minimum: 0 },
  ),
  amount(
    'cn_on_us_end_pct',
    UNITS.tariff,
    'The same two weeks after the meeting.',
    (row) => row.finished.end.cnOnUs,
    { minimum: 0 },
  ),
];

const truceColumns: readonly Column<Trajectory>[] = [
  flag(
    'truce_bound',
    'Whether a text was in force on the evening of the day after the meeting.',
    (row) => row.finished.truceBound,
  ),
  whole(
    'text_days',
    'days',
    'From the planned day of the meeting to the lapse or termination of the text, or to the horizon where it was in force: a time of a survival analysis.',
    (row) => daysWatched(row, 'textEndedAfter'),
    { empty: UNBOUND },
  ),
  flag(
    'text_ended',
    'Whether the text lapsed or was terminated by the horizon: the event of `text_days`; false is censored.',
    (row) => hasCome(row, 'textEndedAfter'),
    { empty: UNBOUND },
  ),
  whole(
    'unbroken_days',
    'days',
    'From the planned day of the meeting to the first documented breach, or to the horizon where there was none, also where the text had ended by then: a time of a survival analysis.',
    (row) => daysWatched(row, 'brokenAfter'),
    { empty: UNBOUND },
  ),
  flag(
    'breached',
    'Whether a breach was documented by the horizon: the event of `unbroken_days`; false is censored.',
    (row) => hasCome(row, 'brokenAfter'),
    { empty: UNBOUND },
  ),
];

const economyColumns: readonly Column<Trajectory>[] = [
  amount(
    'us_imports_from_cn_change_pct',
    UNITS.change,
    'Change of American imports from China, within a year, by duties at their mean between meeting and horizon against those of the first day.',
    (row) => row.economy.usImportsFromCnPct,
  ),
  amount(
    'cn_imports_from_us_change_pct',
    UNITS.change,
    'Change of Chinese imports from the United States, likewise.',
    (row) => row.economy.cnImportsFromUsPct,
  ),
  amount(
    'us_gdp_pct',
    UNITS.change,
    'Mean short-run effect on American GDP over the episode of measures since the reference day.',
    (row) => row.economy.gdpPct.US,
  ),
  amount('cn_gdp_pct', UNITS.change, 'The same for Chinese GDP.', (row) => row.economy.gdpPct.CN),
  amount(
    'rest_of_world_welfare_pct',
    UNITS.change,
    'Change of welfare in the rest of the world, within a year.',
    (row) => row.economy.gdpPct.RoW,
  ),
  amount(
    'us_prices_change_pct',
    UNITS.change,
    'Change of American consumer prices by the horizon.',
    (row) => row.economy.pricesPct,
  ),
  whole(
    'magnet_shortage_days',
    'days',
    'Days with a shortage of rare-earth magnets in American industry.',
    (row) => row.economy.shortageDays,
  ),
  amount(
    'magnet_least_stock_months',
    UNITS.magnets,
    'Smallest stock of magnets.',
    (row) => row.economy.leastStockMonths,
    { minimum: 0 },
  ),
  amount(
    'soybeans_mmt',
    UNITS.soybeans,
    'American soybeans bought by China until the horizon.',
    (row) => row.economy.soybeansMmt,
    { minimum: 0 },
  ),
  share(
    'denied_abroad',
    'Share of the goods made in third countries and caught by Chinese rare-earth rules that they deny, mean between meeting and horizon.',
    (row) => row.economy.foreignReach,
  ),
];

/** The table of episodes of one ensemble. */
export function episodesTable(setting: ExportSetting): Table<Trajectory> {
  return defineTable<Trajectory, Trajectory>({
    name: 'episodes',
    description: 'One row an episode: how the meeting ended, and what came of it.',
    key: ['episode'],
    rows: (trajectory) => [trajectory],
    columns: [
      ...meetingColumns(setting),
      ...tariffColumns,
      ...truceColumns,
      ...economyColumns,
      whole(
        'refused_events',
        null,
        'Events proposed by a policy that the law refused: 0 for sound ones.',
        (row) => row.finished.run.refused.length,
      ),
      text(
        'state_digest',
        'SHA-256 of the final state in canonical JSON: replaying the events gives it again.',
        (row) => digest(finalOf(row)),
      ),
    ],
  });
}
