/**
 * Trajectories as tables: the episodes of an ensemble, the parameters that each drew, what was agreed, and on request
 * every day and every event. `episode` ties them together; an episode is the same whatever else is exported.
 */
import type { Event } from '../../actions/index';
import { ACTORS } from '../../model/actor';
import type { Term } from '../../model/agreement';
import { MEETING_STATUSES } from '../../model/meeting';
import { TRUCE_STATUSES } from '../../model/truce';
import { agreementOf } from '../../outcomes/meeting';
import type { IssuePrior } from '../../scenario/model-specification';
import { valueOf, type IssueDraw } from '../../episode/parameter-draw';
import { episodesTable } from './episodes-table';
import { whoOf } from '../../facts/who-meets';
import type { ExportSetting } from './setting';
import { amount, date, defineTable, flag, share, text, whole, type Column, type Table } from './table';
import { episodeColumn, ofEpisode, PARTIES, UNITS, type Evening, type Trajectory } from './trajectory';

const MEETING_COLUMN = ['none', ...MEETING_STATUSES] as const satisfies readonly Evening['meeting'][];

function parametersTable({ parameters }: ExportSetting): Table<Trajectory> {
  return defineTable<Trajectory, Trajectory>({
    name: 'parameters',
    description:
      'One row an episode: the values that its world drew for the parameters that vary, triangular between their bounds.',
    key: ['episode'],
    rows: (trajectory) => [trajectory],
    columns: [
      episodeColumn(({ finished }) => finished.run.episode),
      ...PARTIES.map((party) =>
        flag(
          `${party.toLowerCase()}_holds`,
          `Whether ${party === 'US' ? 'the United States' : 'China'} gave nothing of its own in force when an exchange was sought at the meeting.`,
          (row: Trajectory) => row.finished.run.obstinate[party],
        ),
      ),
      ...parameters.map(({ name, symbol, column, meaning, unit, low, high }) =>
        amount(
          column,
          unit,
          `${meaning}.`,
          ({ finished }: Trajectory) => valueOf(finished.run.parameters, name),
          { minimum: low, maximum: high, symbol },
        ),
      ),
    ],
  });
}

const issueColumn = <Row>(issues: readonly IssuePrior[], of: (row: Row) => string): Column<Row> =>
  text('issue', 'Id of the issue.', of, { levels: issues.map(({ id }) => id) });
const giverColumn = <Row>(of: (row: Row) => string): Column<Row> =>
  text('giver', 'Whose concession it is.', of, { levels: PARTIES });

interface DrawnIssue extends IssueDraw {
  readonly episode: number;
}

function weightsTable({ specification }: ExportSetting): Table<Trajectory> {
  return defineTable<Trajectory, DrawnIssue>({
    name: 'weights',
    description: 'One row an episode and issue: what the issue is worth in the world of the episode.',
    key: ['episode', 'issue'],
    rows: ({ finished: { run } }) =>
      run.parameterDraw.issues.map((issue) => ({ ...issue, episode: run.episode })),
    columns: [
      ofEpisode,
      issueColumn(specification.issues, (row) => row.prior.id),
      giverColumn((row) => row.prior.giver),
      amount(
        'benefit_points',
        UNITS.points,
        'Worth of a full concession to the receiver.',
        (row) => row.benefit,
        {
          minimum: 0,
        },
      ),
      amount('cost_points', UNITS.points, 'Cost of a full concession to the giver.', (row) => row.cost, {
        minimum: 0,
      }),
      share('red_line', 'Largest degree that the giver can concede.', (row) => row.cap),
    ],
  });
}

interface AgreedIssue {
  readonly episode: number;
  readonly prior: IssuePrior;
  readonly term: Term | undefined;
}

function termsTable({ specification }: ExportSetting): Table<Trajectory> {
  return defineTable<Trajectory, AgreedIssue>({
    name: 'terms',
    description:
      'One row an episode and issue of the agenda: what was conceded; 0 where nothing was, as in the projection.',
    key: ['episode', 'issue'],
    rows: ({ finished: { run } }) => {
      const terms = agreementOf(run.state, specification.meeting)?.terms ?? [];
      const termOf = (id: string) => terms.find((term) => term.issue === id);
      return specification.issues.map((prior) => ({ episode: run.episode, prior, term: termOf(prior.id) }));
    },
    columns: [
      ofEpisode,
      issueColumn(specification.issues, (row) => row.prior.id),
      giverColumn((row) => row.prior.giver),
      flag('settled', 'Whether the agreement has a term on it.', (row) => row.term !== undefined),
      share(
        'degree',
        'Degree of the concession: 1 grants all that was asked.',
        (row) => row.term?.degree ?? 0,
      ),
      amount(
        'tariff_relief_pp',
        'percentage points of an average tariff',
        'Agreed cut of an average tariff by measures in force.',
        (row) => row.term?.tariffReliefPp ?? 0,
      ),
      share(
        'control_relief',
        'Agreed fall of the severity of a control in force.',
        (row) => row.term?.controlRelief ?? 0,
      ),
    ],
  });
}

interface EpisodeEvening extends Evening {
  readonly episode: number;
}

const gaugeColumns: readonly Column<EpisodeEvening>[] = PARTIES.flatMap((party) => {
  const side = party === 'US' ? 'American' : 'Chinese';
  const prefix = party.toLowerCase();
  return [
    amount<EpisodeEvening>(
      `${prefix}_pain_pct_gdp_days`,
      'per cent of GDP times days',
      `Stock of ${side} pain from the conflict.`,
      (row) => row.gauges.pain[party],
    ),
    amount<EpisodeEvening>(
      `${prefix}_audience_cost_points`,
      UNITS.points,
      `Stock of ${side} audience cost of threats not carried out.`,
      (row) => row.gauges.audience[party],
    ),
    share<EpisodeEvening>(
      `${prefix}_credibility`,
      `Mean belief that ${side} threats are carried out.`,
      (row) => row.gauges.credibility[party],
    ),
  ];
});

/** Where duties, the truce and the meeting stand. */
const standingColumns = ({ specification }: ExportSetting): readonly Column<EpisodeEvening>[] => [
  amount('us_on_cn_pct', UNITS.tariff, 'Average American tariff on Chinese goods.', (row) => row.usOnCnPct, {
    minimum: 0,
  }),
  amount('cn_on_us_pct', UNITS.tariff, 'Average Chinese tariff on American goods.', (row) => row.cnOnUsPct, {
    minimum: 0,
  }),
  text(
    'truce_status',
    'Where the truce stands; provisional, in-force and strained bind.',
    (row) => row.truce,
    { levels: TRUCE_STATUSES },
  ),
  date('truce_expires_on', 'First day that the truce no longer covers.', (row) => row.truceExpiresOn, {
    empty: 'there is no truce, or its end is open',
  }),
  text(
    'meeting_status',
    `Where the ${whoOf(specification.leadersMeet)}' meeting stands.`,
    (row) => row.meeting,
    {
      levels: MEETING_COLUMN,
    },
  ),
];

/** How the economies stand beside pain. */
const economyColumns: readonly Column<EpisodeEvening>[] = [
  amount(
    'magnet_stock_months',
    UNITS.magnets,
    'Stock of rare-earth magnets in American industry.',
    (row) => row.gauges.inventoryMonths,
    { minimum: 0 },
  ),
  share('magnet_shortage', 'Share of normal magnet use that cannot be met.', (row) => row.gauges.shortage),
  amount(
    'us_farm_pain_points',
    UNITS.points,
    'Farm pain from unsold soybeans.',
    (row) => row.gauges.farmPain,
    { minimum: 0 },
  ),
  amount(
    'us_equity_drawdown_pct',
    UNITS.change,
    'Fall of American equities from their peak.',
    (row) => row.gauges.drawdownPct,
    { minimum: 0 },
  ),
  amount(
    'soybeans_mmt',
    UNITS.soybeans,
    'American soybeans bought by China since the first day.',
    (row) => row.soybeansMmt,
    { minimum: 0 },
  ),
];

function daysTable(setting: ExportSetting): Table<Trajectory> {
  return defineTable<Trajectory, EpisodeEvening>({
    name: 'days',
    description: 'One row an episode and day: how things stand in the evening.',
    key: ['episode', 'day'],
    rows: ({ finished, evenings }) =>
      evenings.map((evening) => ({ ...evening, episode: finished.run.episode })),
    columns: [
      ofEpisode,
      whole('day', 'days', 'Days since the first day of the scenario.', (row) => row.day),
      date('date', 'The day.', (row) => row.on),
      ...standingColumns(setting),
      ...gaugeColumns,
      ...economyColumns,
    ],
  });
}

interface LoggedEvent {
  readonly episode: number;
  readonly n: number;
  readonly event: Event;
}

function subjectOf(event: Event): string | null {
  if ('id' in event && typeof event.id === 'string') return event.id;
  return 'key' in event && typeof event.key === 'string' ? event.key : null;
}

function eventsTable(): Table<Trajectory> {
  return defineTable<Trajectory, LoggedEvent>({
    name: 'events',
    description:
      'One row an event of the log, in order: what an episode did. Replaying the payloads from the first day gives the final state.',
    key: ['episode', 'n'],
    rows: ({ finished: { run } }) => (run.log ?? []).map((event, n) => ({ episode: run.episode, n, event })),
    columns: [
      ofEpisode,
      whole('n', null, 'Place in the log of the episode, from 0.', (row) => row.n),
      date('date', 'The day of the event.', (row) => row.event.on),
      text('actor', 'Whose act it is.', (row) => row.event.actor, { levels: ACTORS }),
      text('type', 'Type of the event; `detente actions` explains each.', (row) => row.event.type),
      text('subject', 'Id of what is acted on.', (row) => subjectOf(row.event), {
        empty: 'the event acts on nothing that has an id',
      }),
      text('payload', 'The whole event as JSON text.', (row) => JSON.stringify(row.event)),
    ],
  });
}

/** All tables of trajectories in their order; made anew where they are used, since functions cross to no worker. */
export function trajectoryTables(setting: ExportSetting): Table<Trajectory>[] {
  return [
    episodesTable(setting),
    parametersTable(setting),
    weightsTable(setting),
    termsTable(setting),
    daysTable(setting),
    eventsTable(),
  ];
}
