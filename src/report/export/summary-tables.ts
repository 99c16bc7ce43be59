/** The projection and its course as tables: the same figures as on the screen and in `detente project --json`. */
import type { Course, Fan, LayerCourse } from '../../ensemble/course';
import type { Band } from '../../ensemble/economy-ahead';
import type { Driver } from '../../ensemble/drivers';
import type { IssueShare, OutcomeShare, Probability, Projection } from '../../ensemble/projection';
import { TRUCE_CURVES, type CurvePoint, type TruceCurve } from '../../ensemble/truce-curves';
import type { ExportSetting } from './setting';
import { amount, date, defineTable, flag, share, text, whole, type Column, type Table } from './table';
import { PARTIES, UNITS } from './trajectory';
import { itemAt } from '../../kit/lists';
import { whoOf, type WhoMeets } from '../../facts/who-meets';

/** What the summaries are taken from. */
export interface Summary {
  readonly projection: Projection;
  readonly course: Course;
}

const INTERVAL = 'limit of the 95 % interval of the sample (Wilson).';
const interval = <Row>(of: (row: Row) => Probability): Column<Row>[] => [
  share('low', `Lower ${INTERVAL}`, (row) => of(row).low),
  share('high', `Upper ${INTERVAL}`, (row) => of(row).high),
];

function outcomesTable({ specification }: ExportSetting): Table<Summary> {
  return defineTable<Summary, OutcomeShare>({
    name: 'outcomes',
    description: 'One row an outcome class: how probable it is.',
    key: ['outcome'],
    rows: ({ projection }) => projection.outcomes ?? [],
    columns: [
      text('outcome', 'Id of the class.', (row) => row.id, {
        levels: specification.outcomes.map(({ id }) => id),
        ordered: true,
      }),
      text('title', 'The class in words.', (row) => row.title),
      share('probability', 'Published probability: the model pooled with the base rate.', (row) => row.p),
      ...interval<OutcomeShare>((row) => row),
      share(
        'model_share',
        'Share of the episodes, before it is pooled with the base rate.',
        (row) => row.pModel,
      ),
    ],
  });
}

interface Chance {
  readonly event: string;
  readonly meaning: string;
  readonly probability: Probability;
}

function chancesOf({ projection: { meeting } }: Summary, who: WhoMeets): Chance[] {
  if (meeting === null) return [];
  return [{ event: 'meeting-held', meaning: `The ${who} meet.`, probability: meeting.held }];
}

const chancesTable = ({ specification }: ExportSetting): Table<Summary> =>
  defineTable<Summary, Chance>({
    name: 'chances',
    description: 'One row an event: how probable it is.',
    key: ['event'],
    rows: (summary) => chancesOf(summary, whoOf(specification.leadersMeet)),
    columns: [
      text('event', 'The event.', (row) => row.event, { levels: ['meeting-held'] }),
      text('meaning', 'The event in words.', (row) => row.meaning),
      share('probability', 'Share of the episodes.', (row) => row.probability.p),
      ...interval<Chance>((row) => row.probability),
    ],
  });

function issuesTable({ specification }: ExportSetting): Table<Summary> {
  return defineTable<Summary, IssueShare>({
    name: 'issues',
    description:
      'One row an issue of the agenda: the degree of the concession over all episodes, 0 where there is no deal.',
    key: ['issue'],
    rows: ({ projection }) => projection.issues ?? [],
    columns: [
      text('issue', 'Id of the issue.', (row) => row.id, {
        levels: specification.issues.map(({ id }) => id),
      }),
      text('giver', 'Whose concession it is.', (row) => row.giver, { levels: PARTIES }),
      text('label', 'The issue in words.', (row) => row.label),
      share('mean_degree', 'Mean degree.', (row) => row.mean),
      share('half_probability', 'Probability of at least half the concession.', (row) => row.pHalf),
      share('degree_p10', 'Tenth percentile of the degree.', (row) => row.p10),
      share('degree_p90', 'Ninetieth percentile of the degree.', (row) => row.p90),
    ],
  });
}

interface Quantity extends Band {
  /** Name of the column of `episodes` that it sums up. */
  readonly column: string;
  readonly unit: string;
}

function quantitiesOf({ projection: { averageTariffPct, economy } }: Summary): Quantity[] {
  const { tradeFlowsPct, gdpPct, pricesPct, magnets, soybeansMmt, deniedAbroad } = economy;
  return [
    { column: 'us_on_cn_end_pct', unit: UNITS.tariff, ...averageTariffPct.usOnCn.end },
    { column: 'cn_on_us_end_pct', unit: UNITS.tariff, ...averageTariffPct.cnOnUs.end },
    { column: 'us_imports_from_cn_change_pct', unit: UNITS.change, ...tradeFlowsPct.usImportsFromCn },
    { column: 'cn_imports_from_us_change_pct', unit: UNITS.change, ...tradeFlowsPct.cnImportsFromUs },
    { column: 'us_gdp_pct', unit: UNITS.change, ...gdpPct.US },
    { column: 'cn_gdp_pct', unit: UNITS.change, ...gdpPct.CN },
    { column: 'rest_of_world_welfare_pct', unit: UNITS.change, ...gdpPct.RoW },
    { column: 'us_prices_change_pct', unit: UNITS.change, ...pricesPct },
    { column: 'magnet_shortage_days', unit: 'days', ...magnets.shortageDays },
    { column: 'magnet_least_stock_months', unit: UNITS.magnets, ...magnets.leastStockMonths },
    { column: 'soybeans_mmt', unit: UNITS.soybeans, ...soybeansMmt },
    { column: 'denied_abroad', unit: 'share, 0 to 1', ...deniedAbroad },
  ];
}

const OF_UNIT = 'in the unit of the row';

const quantitiesTable = (): Table<Summary> =>
  defineTable<Summary, Quantity>({
    name: 'quantities',
    description: 'One row a quantity: its spread over the episodes, from histograms of a fixed step.',
    key: ['quantity'],
    rows: quantitiesOf,
    columns: [
      text('quantity', 'Name of the column of `episodes` that it sums up.', (row) => row.column),
      text('unit', 'Its unit.', (row) => row.unit),
      amount('p10', OF_UNIT, 'Tenth percentile.', (row) => row.p10),
      amount('p50', OF_UNIT, 'Median.', (row) => row.p50),
      amount('p90', OF_UNIT, 'Ninetieth percentile.', (row) => row.p90),
    ],
  });

interface TrucePoint {
  readonly curve: TruceCurve;
  readonly point: CurvePoint;
}

const truceTable = (): Table<Summary> =>
  defineTable<Summary, TrucePoint>({
    name: 'truce',
    description:
      'One row a curve and a number of days since the planned day of the meeting: how long a truce lasts, among the episodes with a text in force on the day after it. No rows where there is none.',
    key: ['curve', 'days'],
    rows: ({ course }) =>
      TRUCE_CURVES.flatMap((curve) => course.truce[curve]?.map((point) => ({ curve, point })) ?? []),
    columns: [
      text(
        'curve',
        '`text`: the text is still in force; `unbroken`: no breach has been documented yet. Neither bounds the other.',
        (row) => row.curve,
        { levels: [...TRUCE_CURVES] },
      ),
      whole('days', 'days', 'Days since the planned day of the meeting.', (row) => row.point.days),
      share(
        'probability',
        'Share of the episodes with a text in force on the day after it.',
        (row) => row.point.p,
      ),
      ...interval<TrucePoint>((row) => row.point),
    ],
  });

interface CourseDay extends Fan {
  readonly on: string;
  readonly direction: 'us_on_cn' | 'cn_on_us';
}

function courseDays({ course: { dates, averageTariffPct } }: Summary): CourseDay[] {
  return dates.flatMap((on, at) => [
    { on, direction: 'us_on_cn' as const, ...itemAt(averageTariffPct.usOnCn, at) },
    { on, direction: 'cn_on_us' as const, ...itemAt(averageTariffPct.cnOnUs, at) },
  ]);
}

const PERCENTILES = [10, 25, 50, 75, 90] as const;

const courseTable = (): Table<Summary> =>
  defineTable<Summary, CourseDay>({
    name: 'course',
    description:
      'One row a day and direction: the spread of the average tariff over the episodes, daily at first, then fortnightly.',
    key: ['date', 'direction'],
    rows: courseDays,
    columns: [
      date('date', 'The day.', (row) => row.on),
      text('direction', 'Whose tariff on whose goods.', (row) => row.direction, {
        levels: ['us_on_cn', 'cn_on_us'],
      }),
      ...PERCENTILES.map((p) =>
        amount<CourseDay>(
          `p${p}_pct`,
          UNITS.tariff,
          `Percentile ${p} of the average tariff.`,
          (row) => row[`p${p}`],
          {
            minimum: 0,
          },
        ),
      ),
    ],
  });

interface LayerDay {
  readonly on: string;
  readonly layer: LayerCourse;
  readonly meanPp: number;
}

const layersTable = (): Table<Summary> =>
  defineTable<Summary, LayerDay>({
    name: 'layers',
    description:
      'One row a day and layer of duties: what it adds to its average on the mean of the episodes.',
    key: ['date', 'layer'],
    rows: ({ course: { dates, layers } }) =>
      dates.flatMap((on, at) => layers.map((layer) => ({ on, layer, meanPp: itemAt(layer.meanPp, at) }))),
    columns: [
      date('date', 'The day.', (row) => row.on),
      text(
        'layer',
        'Id of the layer, or a name for all new layers under one authority.',
        (row) => row.layer.id,
      ),
      text('imposer', 'Whose duty it is.', (row) => row.layer.imposer, { levels: PARTIES }),
      text('authority', 'Id of the authority that it stands on.', (row) => row.layer.authority),
      flag('on_first_day', 'Whether it was there on the first day.', (row) => !row.layer.fresh),
      amount('mean_pp', 'percentage points of the average', 'What it adds on the mean.', (row) => row.meanPp),
    ],
  });

function driversTable({ parameters }: ExportSetting): Table<Summary> {
  const columnOf = new Map(parameters.map(({ name, column }) => [name as string, column]));
  return defineTable<Summary, Driver>({
    name: 'drivers',
    description: 'One row a drawn parameter, strongest first: how the outcome moves with it.',
    key: ['parameter'],
    rows: ({ projection }) => projection.drivers,
    columns: [
      text('parameter', 'Name of its column in `parameters`.', (row) => columnOf.get(row.parameter) ?? null),
      text(
        'symbol',
        'Its symbol in version 0.1, which scenarios may still use; its dotted name where it had none.',
        (row) => row.symbol,
      ),
      amount(
        'correlation',
        'rank correlation, -1 to 1',
        'Rank correlation with the ordered outcome, given that the meeting is held.',
        (row) => row.correlation,
        { minimum: -1, maximum: 1 },
      ),
    ],
  });
}

/** All tables of summaries in their order. */
export function summaryTables(setting: ExportSetting): Table<Summary>[] {
  return [
    outcomesTable(setting),
    chancesTable(setting),
    issuesTable(setting),
    quantitiesTable(),
    truceTable(),
    courseTable(),
    layersTable(),
    driversTable(setting),
  ];
}
