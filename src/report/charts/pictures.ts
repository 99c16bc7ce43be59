/** The pictures of a projection: each with its words, its table and the way it is drawn. */
import { addDays, formatDate } from '../../kit/calendar';
import type { PartyId } from '../../model/actor';
import type { State } from '../../model/state';
import type { TariffDirection } from '../../model/tariff';
import type { Facts } from '../../facts/schema';
import type { OwnRules } from '../../engine/own-table';
import { stateOn } from '../../facts/initial-state';
import type { Scenario } from '../../scenario/schema';
import { firstDayOf } from '../../scenario/model-specification';
import type { Course } from '../../ensemble/course';
import type { Projection } from '../../ensemble/projection';
import {
  drawFan,
  drawLayers,
  drawLongView,
  drawTruce,
  type AverageLine,
  type Band,
  type LayersView,
  type Step,
} from './over-time';
import { colourKey } from './legend';
import { ACCENT, bandColour, SECOND, type Picture } from './picture';
import { drawDrivers, drawOutcomes, type WordedDriver } from './rows';
import {
  historyRow,
  imposerOf,
  layerGroups,
  tariffHistory,
  type HistoryRow,
  type LayerGroup,
} from './past-averages';
import { milestones } from './milestones';
import { chance, directionName, twoWeeksAfter } from '../wording/answer';
import { driverNoise } from '../wording/driver';
import { markup } from '../page/markup';
import { fixed, listed, percent, sentence, signed } from '../wording/text';
import { itemAt, itemOf, lastOf } from '../../kit/lists';
import { toldOf, whoMeets } from '../../facts/who-meets';

/** What a page shows: an answer, and what it rests on. */
export interface Subject {
  readonly scenario: Scenario;
  readonly facts: Facts;
  /** The state on the scenario's first day. */
  readonly initial: State;
  readonly projection: Projection;
  readonly course: Course;
  /** The rules that its events obey, for action types of one's own; the library's where left out. */
  readonly rules?: OwnRules | undefined;
}

/** The outcome classes as bars with intervals; none where no meeting lies ahead. */
export function outcomesPicture({ projection, facts, scenario }: Subject): Picture | null {
  const { outcomes, baseRate } = projection;
  if (outcomes === null) return null;
  const first = [...outcomes].sort((a, b) => b.p - a.p);
  return {
    id: 'outcomes',
    title: 'What the meeting brings',
    summary: `From the likeliest to the least likely: ${first.map((outcome) => `${outcome.title}, ${chance(outcome)}`).join('; ')}.`,
    legend: markup`Bar: published probability. Line across its end: 95% interval of the sample. Diamond: the model alone, before it is pooled with the base rate of ${baseRate.meetings} past meetings of weight ${fixed(baseRate.weight, 2)}.`,
    table: {
      caption: 'Outcome classes with their probabilities',
      head: ['Outcome', 'Probability', '95% interval', 'Model alone', 'Meaning'],
      rows: outcomes.map(({ title, p, low, high, pModel, meaning }) => [
        title,
        percent(p),
        `${percent(low)} to ${percent(high)}`,
        percent(pModel),
        toldOf(whoMeets(facts, scenario.meeting), meaning),
      ]),
    },
    draw: (drawing, width) => drawOutcomes(drawing, width, outcomes, chance),
  };
}

/** All that the charts over time share, made once for a page. */
export interface Timeline {
  readonly history: readonly HistoryRow[];
  /** Ids of the layers that stood before the day since which duties count as pain. */
  readonly before: readonly string[];
}

/** The past of a scenario. */
export function timelineOf({
  scenario,
  facts,
  initial,
}: Pick<Subject, 'scenario' | 'facts' | 'initial'>): Timeline {
  const opening = firstDayOf(scenario, facts);
  const before = historyRow(stateOn(facts, { ...opening, asOf: scenario.painSince, withoutAuthorities: [] }));
  return { history: tariffHistory(facts, opening, initial), before: Object.keys(before.layersPp) };
}

/** What held on each of some days: the latest row that is not later. */
function holding(history: readonly HistoryRow[], on: string): HistoryRow | undefined {
  return history.filter((row) => row.on <= on).at(-1);
}

/** Rows of history within a span, the first one brought to its beginning. */
function within(history: readonly HistoryRow[], from: string): HistoryRow[] {
  const first = holding(history, from);
  return [
    ...(first === undefined ? [] : [{ ...first, on: from }]),
    ...history.filter((row) => row.on > from),
  ];
}

/** One direction on record since a day, and projected. */
export function averageLine(
  { course }: Pick<Subject, 'course'>,
  history: readonly HistoryRow[],
  direction: TariffDirection,
  from: string,
): AverageLine {
  return {
    label: directionName(direction),
    past: within(history, from).map((row) => ({ on: row.on, value: row.averageTariffPct[direction] })),
    dates: course.dates,
    fan: course.averageTariffPct[direction],
    means: course.distributions[direction].map(({ mean }) => mean),
  };
}

/** Both directions of trade, American duties first. */
export const DIRECTIONS: readonly TariffDirection[] = ['usOnCn', 'cnOnUs'];

/** The last day of the pictures: the eve of the horizon. */
export function lastDay(course: Course): string {
  return lastOf(course.dates);
}

/** Which line is whose. */
const directionKey = () =>
  colourKey('Lines', [
    { colour: ACCENT, line: 'full', name: directionName('usOnCn') },
    { colour: SECOND, line: 'dashed', name: directionName('cnOnUs') },
  ]);

/** Both averages since the record begins. */
export function longViewPicture(subject: Subject, { history }: Timeline): Picture {
  const { scenario, course } = subject;
  const from = history[0]?.on ?? scenario.asOf;
  const lines = DIRECTIONS.map((direction) => averageLine(subject, history, direction, from));
  const now = history.at(-1);
  const peaks = DIRECTIONS.map(
    (direction) =>
      [...history].sort((a, b) => b.averageTariffPct[direction] - a.averageTariffPct[direction])[0],
  );
  const said = DIRECTIONS.map((direction, at) => {
    const peak = peaks[at];
    return `${directionName(direction)} stood at ${fixed(history[0]?.averageTariffPct[direction] ?? 0, 1)}% on ${formatDate(from)}, at most at ${fixed(peak?.averageTariffPct[direction] ?? 0, 1)}% from ${formatDate(peak?.on ?? from)}, and at ${fixed(now?.averageTariffPct[direction] ?? 0, 1)}% on ${formatDate(scenario.asOf)}`;
  });
  return {
    id: 'long-view',
    title: 'Average tariffs since 2018',
    summary: `${said.join('. ')}. On average the runs have them at ${DIRECTIONS.map((direction) => `${fixed(lastOf(course.distributions[direction]).mean, 1)}%`).join(' and ')} on ${formatDate(lastDay(course))}.`,
    legend: markup`${directionKey()}<p>Right of the dotted rule, ${formatDate(scenario.asOf)}, the mean of the runs.</p>`,
    table: {
      caption: 'Average tariffs on the days on which either moved by a point or more, per cent',
      head: ['From', 'American on Chinese goods', 'Chinese on American goods'],
      rows: history
        .filter(
          (row, at) =>
            at === 0 ||
            at === history.length - 1 ||
            DIRECTIONS.some(
              (direction) =>
                Math.abs(
                  row.averageTariffPct[direction] - itemAt(history, at - 1).averageTariffPct[direction],
                ) >= 1,
            ),
        )
        .map((row) => [
          formatDate(row.on),
          ...DIRECTIONS.map((direction) => fixed(row.averageTariffPct[direction], 1)),
        ]),
    },
    draw: (drawing, width) =>
      drawLongView(drawing, width, lines, { from, to: lastDay(course) }, scenario.asOf),
  };
}

function authorityOf({ initial, course }: Subject, id: string): string {
  return initial.tariff[id]?.authority ?? course.layers.find((layer) => layer.id === id)?.authority ?? '';
}

/** Groups of layers of one direction as bands, the lasting ones below. */
function bandsOf(
  subject: Subject,
  { history, before }: Timeline,
  direction: TariffDirection,
  from: string,
): Band[] {
  const { scenario, facts, course } = subject;
  const imposer: PartyId = imposerOf(direction);
  const past = within(history, from);
  const prefix = `${imposer.toLowerCase()}/`;
  const coming = course.layers.filter((layer) => layer.imposer === imposer);
  const peaks = new Map<string, { authority: string; points: number }>();
  const see = (id: string, points: number) =>
    peaks.set(id, {
      authority: authorityOf(subject, id),
      points: Math.max(points, peaks.get(id)?.points ?? 0),
    });
  for (const row of past)
    for (const id in row.layersPp) if (id.startsWith(prefix)) see(id, itemOf(row.layersPp, id));
  for (const layer of coming) see(layer.id, Math.max(...layer.meanPp));
  const groups = layerGroups(
    facts,
    imposer,
    { day: scenario.painSince, words: formatDate(scenario.painSince), before },
    peaks,
  );
  const sumOf = (group: LayerGroup, pointsOf: (id: string) => number) =>
    [...peaks.keys()].reduce(
      (sum, id) => sum + (group.has(id, authorityOf(subject, id)) ? pointsOf(id) : 0),
      0,
    );
  const meanOf = (id: string, at: number) => coming.find((layer) => layer.id === id)?.meanPp[at] ?? 0;
  return groups.map((group, at) => ({
    label: group.label,
    number: String(at + 1),
    past: past.map((row) => ({ on: row.on, value: sumOf(group, (id) => row.layersPp[id] ?? 0) })),
    coming: course.dates.map((on, day) => ({ on, value: sumOf(group, (id) => meanOf(id, day)) })),
  }));
}

function quarterly(dates: readonly string[]): number[] {
  return dates
    .map((_, at) => at)
    .filter(
      (at) =>
        at === 0 || at === dates.length - 1 || at === 5 || at === 19 || (at > 19 && (at - 19) % 6 === 0),
    );
}

/** Averages on the days of the bands: on record, and the mean of the runs. */
type AverageSteps = Readonly<Record<'past' | 'coming', readonly number[]>>;

/** Points of the bands, what is left of the published average beside them, and the average. */
function layersTable(bands: readonly Band[], asOf: string, averages: AverageSteps): Picture['table'] {
  const past = bands[0]?.past ?? [];
  const row = (label: string, part: 'past' | 'coming', at: number) => {
    const values = bands.map((band) => band[part][at]?.value ?? 0);
    const average = itemAt(averages[part], at);
    return [label, ...[...values, remainderOf(average, values), average].map((value) => fixed(value, 1))];
  };
  const coming = bands[0]?.coming ?? [];
  return {
    caption: 'Points of the average by layer: on record, then the mean of the runs',
    head: ['From', ...bands.map((band) => `${band.number} ${band.label}`), 'Remainder', 'Average'],
    rows: [
      ...past.map(({ on }, at) => row(formatDate(on), 'past', at)),
      ...quarterly(coming.map((step) => step.on))
        .filter((at) => itemAt(coming, at).on > asOf)
        .map((at) => row(`${formatDate(itemAt(coming, at).on)}, projected`, 'coming', at)),
    ],
  };
}

/** What the published average has beside its layers: weights of trade that differ, and rounding. */
const remainderOf = (average: number, layers: readonly number[]): number =>
  average - layers.reduce((sum, value) => sum + value, 0);

/** The layers of one direction as a stack, on record and projected, with its milestones. */
export function layersPicture(subject: Subject, timeline: Timeline, direction: TariffDirection): Picture {
  const { scenario, facts, initial, course } = subject;
  const span = { from: `${scenario.painSince.slice(0, 4)}-01-01`, to: lastDay(course) };
  const bands = bandsOf(subject, timeline, direction, span.from);
  const marked = milestones(facts, timeline.history, initial, span, direction);
  const line = (key: 'p10' | 'p90'): Step[] =>
    course.averageTariffPct[direction].map((fan, at) => ({ on: itemAt(course.dates, at), value: fan[key] }));
  const view: LayersView = {
    span,
    asOf: scenario.asOf,
    bands,
    markers: marked,
    mean: course.distributions[direction].map(({ mean }, at) => ({
      on: itemAt(course.dates, at),
      value: mean,
    })),
    lower: line('p10'),
    upper: line('p90'),
  };
  const averages: AverageSteps = {
    past: within(timeline.history, span.from).map((row) => row.averageTariffPct[direction]),
    coming: course.distributions[direction].map(({ mean }) => mean),
  };
  const values = (at: 'past' | 'coming') => {
    const last = bands.map(({ [at]: steps }) => steps.at(-1)?.value ?? 0);
    const remainder = remainderOf(lastOf(averages[at]), last);
    return listed(
      [
        ...bands.map(({ label }, band) => [label, fixed(itemAt(last, band), 1)] as const),
        ['a remainder of', fixed(remainder, 1)] as const,
      ]
        .filter(([, points]) => Number(points) !== 0)
        .map(([label, points]) => `${label} ${points}`),
    );
  };
  const end = course.averageTariffPct[direction].at(-1);
  const key = bands
    .map(({ number, label }, at) => ({ colour: bandColour(at), name: markup`<b>${number}</b> ${label}` }))
    .reverse();
  return {
    id: `layers-${direction.toLowerCase()}`,
    title: `${directionName(direction)}, layer by layer`,
    summary: `On ${formatDate(scenario.asOf)} the average of ${fixed(lastOf(averages.past), 1)}% is made of ${values('past')} points. On ${formatDate(lastDay(course))} the runs have on average ${values('coming')} points; the mean of the average is ${fixed(lastOf(averages.coming), 1)}, four fifths of the runs lie between ${fixed(end?.p10 ?? 0, 1)} and ${fixed(end?.p90 ?? 0, 1)}.`,
    legend: markup`${colourKey('Layers, from the top', key)}<p>Numbers stand at the right edge, from the top as in this list. Fainter: the mean of the runs. Line: the mean of the average. Dotted lines: the 10th and the 90th percentile of the runs.</p><ol class="events">${marked.map(({ letter, text }) => markup`<li><b>${letter}</b> ${text}</li>`)}</ol>`,
    table: layersTable(bands, scenario.asOf, averages),
    draw: (drawing, width) => drawLayers(drawing, width, view),
  };
}

/** The fan of both averages. */
export function fanPicture(subject: Subject, { history }: Timeline): Picture {
  const { scenario, course } = subject;
  const from = addDays(scenario.asOf, -120);
  const lines = DIRECTIONS.map((direction) => averageLine(subject, history, direction, from));
  const said = DIRECTIONS.map((direction) => {
    const { start, end } = subject.projection.averageTariffPct[direction];
    const last = lastOf(course.averageTariffPct[direction]);
    const { mean } = lastOf(course.distributions[direction]);
    return `${directionName(direction)}: ${fixed(start, 1)}% on ${formatDate(scenario.asOf)}; ${twoWeeksAfter(subject.projection)} ${fixed(end.mean, 1)}% on average, ${fixed(end.p10, 1)} to ${fixed(end.p90, 1)} in four fifths of the runs; on ${formatDate(lastDay(course))} ${fixed(mean, 1)}% (${fixed(last.p10, 1)} to ${fixed(last.p90, 1)})`;
  });
  const days = quarterly(course.dates);
  return {
    id: 'fan',
    title: 'Average tariffs both ways',
    summary: `${said.join('. ')}.`,
    legend: markup`Line: on record, then the mean of the runs. Inner band: half of the runs, from the 25th to the 75th percentile. Whole band: four fifths, from the 10th to the 90th.`,
    table: {
      caption: 'Projected average tariffs, per cent',
      head: [
        'Day',
        ...DIRECTIONS.flatMap((direction) =>
          ['mean', '10th percentile', '25th', 'median', '75th', '90th'].map(
            (name) => `${direction === 'usOnCn' ? 'US on China' : 'China on US'}, ${name}`,
          ),
        ),
      ],
      rows: days.map((at) => [
        formatDate(itemAt(course.dates, at)),
        ...DIRECTIONS.flatMap((direction) => {
          const { p10, p25, p50, p75, p90 } = itemAt(course.averageTariffPct[direction], at);
          const { mean } = itemAt(course.distributions[direction], at);
          return [mean, p10, p25, p50, p75, p90].map((value) => fixed(value, 1));
        }),
      ]),
    },
    draw: (drawing, width) => drawFan(drawing, width, lines, { from, to: lastDay(course) }, scenario.asOf),
  };
}

const CURVE_NAMES = { text: 'Text in force', unbroken: 'No breach documented' } as const;

/** The two curves of the truce; null where no run has a text in force on the day after the meeting. */
export function trucePicture({ projection, course }: Subject): Picture | null {
  const { text, unbroken } = course.truce;
  if (text === null || unbroken === null) return null;
  const points = {
    text: projection.truce.text?.filter((point) => point !== null) ?? [],
    unbroken: projection.truce.unbroken?.filter((point) => point !== null) ?? [],
  };
  const said = (curve: keyof typeof points) =>
    points[curve].map((point) => `after ${point.days} days in ${chance(point)}`).join('; ');
  return {
    id: 'truce-curves',
    title: 'How long the truce lasts',
    summary: `Of the runs with a text in force on the day after the meeting, it is still in force ${said('text')}. No breach has been documented ${said('unbroken')}.`,
    legend: markup`${colourKey('Curves', [
      { colour: ACCENT, line: 'full', name: 'text in force: neither lapsed nor terminated' },
      { colour: SECOND, line: 'dashed', name: 'no breach documented yet' },
    ])}<p>Bands: 95% intervals of the sample.</p>`,
    table: {
      caption: 'Truces in force on the day after the meeting',
      head: [
        'Days since the planned day of the meeting',
        CURVE_NAMES.text,
        '95% interval',
        CURVE_NAMES.unbroken,
        '95% interval',
      ],
      rows: points.text.map((point, at) => [
        String(point.days),
        ...[point, itemAt(points.unbroken, at)].flatMap(({ p, low, high }) => [
          percent(p),
          `${percent(low)} to ${percent(high)}`,
        ]),
      ]),
    },
    draw: (drawing, width) =>
      drawTruce(drawing, width, [
        { course: text, points: points.text, dashed: false },
        { course: unbroken, points: points.unbroken, dashed: true },
      ]),
  };
}

const DRIVERS_SHOWN = 10;

/** What moves the answer beyond chance; null where fewer than two do. */
export function driversPicture({ projection, facts }: Subject): Picture | null {
  const noise = driverNoise(projection.runs);
  const shown: WordedDriver[] = projection.drivers
    .filter(({ correlation }) => Math.abs(correlation) >= noise)
    .slice(0, DRIVERS_SHOWN)
    .map((driver) => ({
      ...driver,
      meaning: sentence(
        facts.parameters.find(({ name }) => name === driver.parameter)?.meaning ?? driver.parameter,
      ),
    }));
  if (shown.length < 2) return null;
  const said = ({ meaning, correlation }: WordedDriver) => `${meaning}: ${signed(correlation, 2)}`;
  return {
    id: 'drivers',
    title: 'What each run draws, against what is settled',
    summary: `Rank correlation of what each run draws for itself with how much the meeting settles: ${shown.slice(0, 4).map(said).join('; ')}.`,
    legend: markup`${colourKey('The higher the value', [
      { colour: ACCENT, name: 'the more is settled, to the right' },
      { colour: SECOND, name: 'the less is settled, to the left' },
    ])}<p>With ${projection.runs} runs, correlations below about ${fixed(noise, 2)} in size may be chance, and are left out.</p>`,
    table: {
      caption: 'Rank correlations with the outcome, given that the meeting is held',
      head: ['Parameter', 'Meaning', 'Correlation'],
      rows: shown.map(({ parameter, meaning, correlation }) => [parameter, meaning, signed(correlation, 3)]),
    },
    draw: (drawing, width) => drawDrivers(drawing, width, shown, said),
  };
}
