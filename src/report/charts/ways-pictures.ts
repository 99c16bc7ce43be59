/** Which way both averages go: chances of up, same and down over time, and all levels on one day. */
import { addDays, formatDate } from '../../kit/calendar';
import type { TariffDirection } from '../../model/tariff';
import type { Course } from '../../ensemble/course';
import { WAYS, wayOf, type Way } from '../../ensemble/average-way';
import type { Projection } from '../../ensemble/projection';
import { colourKey } from './legend';
import type { Picture } from './picture';
import { drawLevels, drawWays, WAY_COLOURS, type LevelBar, type WayStep } from './ways';
import { directionName } from '../wording/answer';
import { markup } from '../page/markup';
import { fixed, listed, percent } from '../wording/text';
import { firstOf, itemAt, lastOf } from '../../kit/lists';

const DIRECTIONS: readonly TariffDirection[] = ['usOnCn', 'cnOnUs'];

const WAY_NAMES: Readonly<Record<Way, string>> = {
  up: 'higher than today by half a point or more',
  same: 'about the same',
  down: 'lower by half a point or more',
};

const SHORT: Readonly<Record<Way, string>> = { up: 'higher', same: 'the same', down: 'lower' };

const key = (label: string) =>
  colourKey(
    label,
    WAYS.map((way) => ({ colour: WAY_COLOURS[way], name: WAY_NAMES[way] })),
  );

/** What both pictures are of. */
export interface WaysSubject {
  readonly projection: Projection;
  readonly course: Course;
}

/** Days from the day that an answer is counted from to the day of its averages. */
const AFTER_DAYS = 14;

/** The place on the grid of the day of which averages are told: two weeks after the meeting, or from today. */
function placeAfter({ projection, course }: WaysSubject): number {
  const day = addDays(projection.meeting?.on ?? projection.today, AFTER_DAYS);
  const at = course.dates.findIndex((date) => date >= day);
  return at < 0 ? course.dates.length - 1 : at;
}

function said({ course }: WaysSubject, direction: TariffDirection, at: number): string {
  const { ways, mean } = itemAt(course.distributions[direction], at);
  return `${directionName(direction)} are ${WAYS.map((way) => `${SHORT[way]} in ${percent(ways[way], 0)}`).join(', ')} of the runs, ${fixed(mean, 1)}% on average`;
}

/** Rows of the table: weekly at first, then as the grid has them. */
function rowsShown(dates: readonly string[]): number[] {
  return dates.map((_, at) => at).filter((at) => at % 7 === 0 || at > 21 || at === dates.length - 1);
}

/** Shares of the runs in which an average is above, at and below that of today, day by day. */
export function waysPicture(subject: WaysSubject): Picture {
  const { course, projection } = subject;
  const at = placeAfter(subject);
  const steps: WayStep[] = DIRECTIONS.flatMap((direction) =>
    course.dates.map((on, day) => ({
      label: directionName(direction),
      on,
      ...itemAt(course.distributions[direction], day).ways,
    })),
  );
  const days = [at, course.dates.length - 1];
  return {
    id: 'ways',
    title: 'Which way duties go',
    summary: `${days.map((day) => `On ${formatDate(itemAt(course.dates, day))} ${DIRECTIONS.map((direction) => said(subject, direction, day)).join('; ')}.`).join(' ')}`,
    legend: markup`${key('Against the average of today, from the top')}<p>Shares of the runs, day by day. The dotted rule is the day of the meeting.</p>`,
    table: {
      caption: 'Shares of the runs by which way the average has gone since today',
      head: [
        'Day',
        ...DIRECTIONS.flatMap((direction) => [
          ...WAYS.map((way) => `${directionName(direction)}, ${SHORT[way]}`),
          'mean, per cent',
        ]),
      ],
      rows: rowsShown(course.dates).map((day) => [
        formatDate(itemAt(course.dates, day)),
        ...DIRECTIONS.flatMap((direction) => {
          const { ways, mean } = itemAt(course.distributions[direction], day);
          return [...WAYS.map((way) => percent(ways[way], 0)), fixed(mean, 1)];
        }),
      ]),
    },
    draw: (drawing, width) =>
      drawWays(drawing, width, steps, {
        span: { from: firstOf(course.dates), to: lastOf(course.dates) },
        meeting: projection.meeting?.on ?? null,
      }),
  };
}

/** Points of an average that share a bar. */
const BIN_PP = 5;

function barsOf({ course }: WaysSubject, direction: TariffDirection, at: number, today: number): LevelBar[] {
  const shares = new Map<string, LevelBar>();
  for (const { pct, p } of itemAt(course.distributions[direction], at).levels) {
    const from = Math.floor(pct / BIN_PP) * BIN_PP;
    const way = wayOf(today, pct);
    const before = shares.get(`${from} ${way}`);
    shares.set(`${from} ${way}`, {
      from,
      to: from + BIN_PP,
      way,
      p: (before?.p ?? 0) + p,
    });
  }
  return [...shares.values()].sort((a, b) => a.from - b.from || WAYS.indexOf(b.way) - WAYS.indexOf(a.way));
}

/** Every level of one average on the day of which the answer tells, with its share of the runs. */
export function levelsPicture(subject: WaysSubject, direction: TariffDirection): Picture {
  const { course, projection } = subject;
  const at = placeAfter(subject);
  const on = formatDate(itemAt(course.dates, at));
  const { today } = projection.averageTariffPct[direction];
  const bars = barsOf(subject, direction, at, today);
  const commonest = [...itemAt(course.distributions[direction], at).levels]
    .sort((a, b) => b.p - a.p)
    .slice(0, 3)
    .map(({ pct, p }) => `${fixed(pct, 1)}% (${percent(p, 0)} of the runs)`);
  return {
    id: `levels-${direction.toLowerCase()}`,
    title: `${directionName(direction)} on ${on}`,
    summary: `They stand most often at ${listed(commonest)}; today at ${fixed(today, 1)}%.`,
    legend: markup`${key('Against the average of today')}<p>Height: share of the runs whose average lies in those ${BIN_PP} points. The dotted rule is the average of today.</p>`,
    table: {
      caption: `Levels of the average on ${on}, by ${BIN_PP} points`,
      head: ['Average', 'Against today', 'Share of the runs'],
      rows: bars.map(({ from, to, way, p }) => [`${from}% to ${to}%`, SHORT[way], percent(p)]),
    },
    draw: (drawing, width) => drawLevels(drawing, width, bars, today),
  };
}
