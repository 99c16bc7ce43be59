/**
 * The screen of a projection: what the meeting may bring and how likely, what is conceded, what happens to duties,
 * truce and trade, what moves the answer and on what it rests. Every probability stands with its interval.
 */
import { addDays, daysBetween, formatDate } from '../../kit/calendar';
import { PARTY_IDS, type PartyId } from '../../model/actor';
import type { Facts } from '../../facts/schema';
import type { Course } from '../../ensemble/course';
import type { Band } from '../../ensemble/economy-ahead';
import type { IssueShare, OutcomeShare, Projection } from '../../ensemble/projection';
import type { Explained } from '../../analyses/project';
import type { CurvePoint } from '../../ensemble/truce-curves';
import { type AnswerForm, asGiven, checkAnswer } from '../../kit/answer-form';
import { answerSentences, waysOf } from '../wording/answer';
import { COURSE, PROJECTION } from '../wording/answer-forms';
import { checkView } from '../wording/view-checks';
import { driverNoise } from '../wording/driver';
import { contributions, whatWasSeen, whichRuns } from './projection-evidence';
import { toldOf, whoMeets } from '../../facts/who-meets';
import { projectionNotices } from '../wording/projection-notices';
import {
  bar,
  columns,
  fixed,
  heading,
  listed,
  partyName,
  percent,
  range,
  same,
  screen,
  sentence,
  signatureLines,
  signed,
  sparkline,
  table,
  tableRows,
  thousands,
  widthOf,
  wrap,
  type Paint,
} from '../wording/text';
import { firstOf, itemAt, lastOf } from '../../kit/lists';

/** Characters of the bars of the classes: the least that tells anything, and the most. */
const BAR_WIDTHS = { least: 6, most: 40 } as const;
/** Characters beside a title and a bar in the table of classes. */
const BESIDE_BAR = 28;
const CURVE_BAR_WIDTH = 8;
/** Width from which the curves have bars. */
const CURVE_BARS_FROM = 76;
/** Characters beside a line over time. */
const BESIDE_SPARKS = 40;
const LEAST_SPARKS = 10;
/** Beyond it a line tells no more, on a screen without an end. */
const MOST_SPARKS = 1_000;
/** How many of the drivers the screen names. */
const DRIVERS_SHOWN = 3;

/** The classes and how likely each is, with bars where there is room for them. */
function outcomeRows(classes: readonly OutcomeShare[], paint: Paint, draws: boolean): string[] {
  const longest = Math.max(...classes.map(({ title }) => title.length));
  const room = Math.min(BAR_WIDTHS.most, widthOf(paint) - BESIDE_BAR - longest);
  const bars = draws && room >= BAR_WIDTHS.least;
  const rows = classes.map(({ title, p, low, high }) => [
    title,
    ...(bars ? [bar(p, room)] : []),
    percent(p),
    range(fixed(100 * low, 1), fixed(100 * high, 1)),
  ]);
  return columns(paint, rows, {
    align: ['left', ...(bars ? (['left'] as const) : []), 'right', 'right'],
    look: [paint.bold, ...(bars ? [paint.cyan] : []), paint.bold],
  });
}

/** What the classes mean, each once. */
function meanings({ outcomes: classes, meeting }: Projection, facts: Facts, paint: Paint): string[] {
  if (classes === null || meeting === null) return [];
  const told = (meaning: string) => toldOf(whoMeets(facts, meeting.id), meaning);
  return [
    ...heading(paint, 'What the classes mean'),
    ...classes.flatMap(({ title, meaning }) => wrap(paint, `${title}: ${told(meaning)}`, '  - ', '    ')),
  ];
}

/** The answer in a few sentences, before any table. */
function inShort(projection: Projection, facts: Facts, paint: Paint): string[] {
  return [
    ...heading(paint, 'In short', 'in brackets 95% intervals of the sample'),
    ...answerSentences(projection, facts).flatMap((text) => wrap(paint, text, '  - ', '    ')),
  ];
}

function outcomes(projection: Projection, facts: Facts, paint: Paint, draws: boolean): string[] {
  const { meeting } = projection;
  if (meeting === null || projection.outcomes === null) {
    const why = `No outcome is told: ${projection.noMeeting}. What follows is counted from ${formatDate(projection.today)}.`;
    return [...heading(paint, 'What the meeting brings'), ...wrap(paint, why, '  ')];
  }
  const held = `${percent(meeting.held.p)} (${range(percent(meeting.held.low), percent(meeting.held.high))})`;
  return [
    ...heading(paint, 'What the meeting brings', 'with 95% intervals of the sample'),
    ...outcomeRows(projection.outcomes, paint, draws),
    ...wrap(
      paint,
      `The ${whoMeets(facts, meeting.id)} meet on ${formatDate(meeting.on)} in ${meeting.place}: ${held}.`,
      '  ',
    ),
  ];
}

function issueRows(issues: readonly IssueShare[], giver: PartyId, draws: boolean): string[][] {
  return issues
    .filter((issue) => issue.giver === giver)
    .sort((a, b) => b.mean - a.mean)
    .map(({ label, mean, pHalf, p10, p90 }) => [
      label,
      ...(draws ? [bar(mean, 10)] : []),
      percent(mean, 0),
      percent(pHalf, 0),
      range(percent(p10, 0), percent(p90, 0)),
    ]);
}

function issues(projection: Projection, facts: Facts, paint: Paint, draws: boolean): string[] {
  const conceded = projection.issues;
  if (conceded === null) return [];
  const groups = PARTY_IDS.map((giver) => ({ giver, rows: issueRows(conceded, giver, draws) }));
  const head = ['', ...(draws ? [''] : []), 'mean', 'half', '10th to 90th'];
  const [top = [], ...rows] = tableRows(paint, [head, ...groups.flatMap((group) => group.rows)], {
    align: ['left', ...(draws ? (['left'] as const) : []), 'right', 'right', 'right'],
    indent: '    ',
  });
  const lines = [
    ...heading(paint, 'What is conceded', 'of what was asked; nothing where there is no deal'),
    ...top.map(paint.dim),
  ];
  let next = 0;
  for (const { giver, rows: own } of groups) {
    if (own.length === 0) continue;
    lines.push(`  By ${partyName(facts, giver)}`, ...rows.slice(next, next + own.length).flat());
    next += own.length;
  }
  return [
    ...lines,
    ...wrap(
      paint,
      'mean: degree of the concession; half: chance of at least half of it; 10th to 90th: percentiles of the runs.',
      '  ',
    ).map(paint.dim),
  ];
}

const bandOf = (band: Band, digits: number, unit = '') =>
  `${fixed(band.p50, digits)}${unit} (${range(fixed(band.p10, digits), fixed(band.p90, digits))})`;

const changeOf = (band: Band, digits: number, unit = '%') =>
  `${signed(band.p50, digits)}${unit} (${range(signed(band.p10, digits), signed(band.p90, digits))})`;

const shareOf = ({ p10, p50, p90 }: Band) =>
  `${percent(p50, 0)} (${range(percent(p10, 0), percent(p90, 0))})`;

/** Means of both averages over time, one character for a span of days. */
function sparklines(course: Course, facts: Facts, paint: Paint): string[] {
  const [first, last] = [firstOf(course.dates), lastOf(course.dates)];
  const span = Math.max(1, daysBetween(first, last));
  const sparks = Math.min(MOST_SPARKS, Math.max(LEAST_SPARKS, widthOf(paint) - BESIDE_SPARKS));
  const days = Array.from({ length: sparks }, (_, at) =>
    addDays(first, Math.round((span * at) / (sparks - 1))),
  );
  const means = (direction: 'usOnCn' | 'cnOnUs') =>
    days.map((day) => {
      const at = course.dates.filter((date) => date <= day).length - 1;
      return itemAt(course.distributions[direction], Math.max(0, at)).mean;
    });
  const lines = PARTY_IDS.map((importer) => ({
    importer,
    values: means(importer === 'US' ? 'usOnCn' : 'cnOnUs'),
  }));
  const top = Math.max(...lines.flatMap(({ values }) => values));
  return [
    ...columns(
      paint,
      lines.map(({ importer, values }) => [
        `Duties of ${partyName(facts, importer)}`,
        sparkline(values, top),
        `${fixed(lastOf(values), 1)}%`,
      ]),
      { align: ['left', 'left', 'right'], look: [same, paint.cyan] },
    ),
    ...wrap(paint, `Means of the runs, ${formatDate(first)} to ${formatDate(last)}.`, '  ').map(paint.dim),
  ];
}

function tariffs(projection: Projection, facts: Facts, paint: Paint, course: Course | undefined): string[] {
  const row = (importer: PartyId, exporter: PartyId, direction: 'usOnCn' | 'cnOnUs') => {
    const { today, eve, end } = projection.averageTariffPct[direction];
    return [
      `${sentence(partyName(facts, importer))} on ${partyName(facts, exporter)}`,
      `${fixed(today, 1)}%`,
      ...(eve === null ? [] : [`${fixed(eve, 1)}%`]),
      `${fixed(end.mean, 1)}%`,
      `${range(fixed(end.p10, 1), fixed(end.p90, 1))}`,
      ...[...waysOf(end)].reverse(),
    ];
  };
  const ahead = projection.meeting !== null;
  return [
    ...heading(
      paint,
      'Average tariff',
      `${formatDate(projection.today)}, and ${projection.meeting === null ? 'two weeks later' : 'two weeks after the meeting'}`,
    ),
    ...table(
      paint,
      ['', 'today', ...(ahead ? ['eve'] : []), 'after', '10th to 90th', 'up', 'same', 'down'],
      [row('US', 'CN', 'usOnCn'), row('CN', 'US', 'cnOnUs')],
      { align: ['left', ...Array.from({ length: 7 }, () => 'right' as const)] },
    ),
    ...wrap(
      paint,
      `${ahead ? 'eve and after: means on the evening before the meeting and two weeks after it, so that what is done before is told from what the meeting adds' : 'after: mean two weeks from today'}; 10th to 90th: percentiles of the runs; up, same, down: chance that it then differs from today by half a point or more.`,
      '  ',
    ).map(paint.dim),
    ...(course === undefined ? [] : sparklines(course, facts, paint)),
  ];
}

function truce(projection: Projection, paint: Paint, draws: boolean): string[] {
  const { text, unbroken } = projection.truce;
  const from = projection.meeting === null ? 'today' : 'the planned day of the meeting';
  const after = projection.meeting === null ? 'tomorrow' : 'on the day after the meeting';
  const head = heading(paint, 'How long the truce lasts', `counted from ${from}`);
  if (text === null || unbroken === null)
    return [...head, ...wrap(paint, `none: in no run is a text in force ${after}.`, '  ')];
  const bars = draws && widthOf(paint) >= CURVE_BARS_FROM;
  const told = (point: CurvePoint) => [
    ...(bars ? [bar(point.p, CURVE_BAR_WIDTH)] : []),
    percent(point.p),
    range(fixed(100 * point.low, 1), fixed(100 * point.high, 1)),
  ];
  const rows = text.flatMap((point, at) => {
    const other = unbroken[at];
    return point && other ? [[`${point.days} days`, ...told(point), ...told(other)]] : [];
  });
  if (rows.length === 0)
    return [...head, ...wrap(paint, 'none: the horizon comes before the first of its days.', '  ')];
  const names = (name: string) => [...(bars ? [''] : []), name, ''];
  const sides = [...(bars ? (['left'] as const) : []), 'right', 'right'] as const;
  return [
    ...head,
    ...table(paint, ['', ...names('text'), ...names('unbroken')], rows, {
      align: ['right', ...sides, ...sides],
      words: [],
    }),
    ...wrap(
      paint,
      `text: share still in force, neither lapsed nor terminated; unbroken: no breach documented yet; both of the runs with a text in force ${after}. A text outlives a breach.`,
      '  ',
    ).map(paint.dim),
  ];
}

function drivers(projection: Projection, facts: Facts, paint: Paint): string[] {
  const told = projection.drivers
    .filter(({ correlation }) => Math.abs(correlation) >= driverNoise(projection.runs))
    .slice(0, DRIVERS_SHOWN);
  if (told.length === 0) return [];
  const lines = told.flatMap(({ parameter: name, correlation }, at) => {
    const parameter = facts.parameters.find((candidate) => candidate.name === name);
    const meaning = sentence(parameter?.meaning ?? name);
    const way = correlation > 0 ? 'the higher, the more is settled' : 'the higher, the less is settled';
    return wrap(
      paint,
      `${meaning} (${name}): ${way}; rank correlation ${signed(correlation, 2)}.`,
      `  ${at + 1}. `,
      '     ',
    );
  });
  return [...heading(paint, 'What moves the answer most', 'among what each run draws for itself'), ...lines];
}

function economy(projection: Projection, facts: Facts, paint: Paint): string[] {
  const { tradeFlowsPct, gdpPct, pricesPct, magnets, soybeansMmt, deniedAbroad } = projection.economy;
  const us = partyName(facts, 'US');
  const cn = partyName(facts, 'CN');
  const said: [string, string][] = [
    [
      'Trade',
      `American imports from China ${changeOf(tradeFlowsPct.usImportsFromCn, 0)}, Chinese from America ${changeOf(tradeFlowsPct.cnImportsFromUs, 0)}, within a year`,
    ],
    [
      'Prices',
      `American consumer prices ${changeOf(pricesPct, 2)} by ${formatDate(projection.horizon)}, above ${signed(pricesPct.p95, 2)}% in one run of twenty`,
    ],
    [
      'GDP',
      `${us} ${changeOf(gdpPct.US, 2)}, ${cn} ${changeOf(gdpPct.CN, 2)}, yearly, from all measures of 2025`,
    ],
    [
      'Third countries',
      `of the goods made there that Chinese rare-earth rules catch they deny ${shareOf(deniedAbroad)}, on average after the meeting`,
    ],
    [
      'Magnets',
      `American plants short on ${bandOf(magnets.shortageDays, 0)} days; lowest stock ${bandOf(magnets.leastStockMonths, 1)} months of use`,
    ],
    ['Soybeans', `China buys ${bandOf(soybeansMmt, 1)} million metric tons of the American crop`],
  ];
  const width = Math.max(...said.map(([name]) => name.length)) + 4;
  return [
    ...heading(paint, 'What follows', 'median (10th to 90th percentile of the runs) to the horizon'),
    ...said.flatMap(([name, text]) => wrap(paint, text, `  ${name}`.padEnd(width), ' '.repeat(width))),
  ];
}

/** Counts of the parameters that the model reads: all, and those that are priors. */
function priorCount(facts: Facts): { readonly all: number; readonly priors: number } {
  const { parameters } = facts;
  return {
    all: parameters.length,
    priors: parameters.filter((parameter) => parameter.basis === 'prior').length,
  };
}

function foundations(projection: Projection, facts: Facts, paint: Paint): string[] {
  const { all, priors } = priorCount(facts);
  const { weight, meetings } = projection.baseRate;
  const mixture =
    weight > 0
      ? `The chances of the classes, and of a deal, pool the model (weight ${fixed(1 - weight, 2)}) with the base rate of ${meetings} coded meetings (${fixed(weight, 2)}), in logarithms; all else is the model alone. The model alone: ${listed(
          (projection.outcomes ?? []).map(({ title, pModel }) => `“${title}” ${percent(pModel)}`),
        )}.`
      : 'The chances are those of the model alone: no base rate is pooled with it.';
  const honest = [
    `${priors} of the model's ${all} parameters are priors: judgements with a range, not measurements.`,
    mixture,
    'The intervals tell the error of sampling only; the model may be wrong in ways that no interval shows.',
  ];
  return [
    ...heading(paint, 'What it rests on'),
    ...[...honest, ...projection.assumptions].flatMap((text) => wrap(paint, text, '  - ', '    ')),
  ];
}

function footer(projection: Projection, command: string, paint: Paint): string[] {
  const { version, digest, runs, seed } = projection;
  const made = `${thousands(runs)} runs, seed ${JSON.stringify(seed)}`;
  return signatureLines(paint, { version, made, digest, command });
}

/** How a projection is shown. */
export interface ProjectionView {
  /** The facts that the projection rests on, for labels and meanings. */
  readonly facts: Facts;
  /** How the screen is coloured, and how wide it is. */
  readonly paint: Paint;
  /** The command that makes the same projection again. */
  readonly command: string;
  /** Whether block characters may be drawn: bars, and lines where there is a course; true unless told. */
  readonly draws?: boolean;
  /** The course of the same ensemble, for lines over time. */
  readonly course?: Course;
}

const VIEW: AnswerForm<ProjectionView> = {
  what: 'an object with facts, paint and command',
  fields: { facts: 'object', paint: 'object', command: 'text', draws: 'yes-no?', course: 'object?' },
};

/**
 * The projection as a screen of the width of its paint (the last line, a command, is never broken). Pure.
 * @param projection - The projection, as `project` gives it, with or without contributions of acts.
 * @param view - Facts for labels, colours and width, the command for the last line, and the course where lines over time are wanted.
 * @throws InputError when the projection is no answer of `project`, or something of the view is none.
 *
 * @example projectionText(project('kuala-lumpur-2025', { runs: 20 }), { facts, paint: PLAIN, command: 'detente project kuala-lumpur-2025' })
 */
export function projectionText(projection: Explained, view: ProjectionView): string {
  checkAnswer('projection', projection, PROJECTION);
  checkView(view, VIEW);
  return asGiven('projection', [projection, view], () => {
    const { facts, paint, command, draws = true, course } = view;
    if (course !== undefined) checkAnswer('view.course', course, COURSE);
    const sections = [
      inShort(projection, facts, paint),
      whichRuns(projection, facts, paint),
      outcomes(projection, facts, paint, draws),
      contributions(projection, facts, paint),
      whatWasSeen(projection, facts, paint),
      issues(projection, facts, paint, draws),
      tariffs(projection, facts, paint, draws ? course : undefined),
      truce(projection, paint, draws),
      drivers(projection, facts, paint),
      economy(projection, facts, paint),
      meanings(projection, facts, paint),
      foundations(projection, facts, paint),
      footer(projection, command, paint),
    ].filter((section) => section.length > 0);
    const { partial } = projection;
    const stopped =
      partial === undefined
        ? []
        : wrap(
            paint,
            partial.done === partial.asked
              ? 'It was stopped before it was known what each act contributes.'
              : `A partial answer: it was stopped after ${thousands(partial.done)} of ${thousands(partial.asked)} runs, and the intervals are those of ${thousands(partial.done)}.`,
          );
    const since =
      projection.today === projection.asOf ? '' : ` after what happened since ${formatDate(projection.asOf)}`;
    const seen = `Seen from ${formatDate(projection.today)}${since}, followed to ${formatDate(projection.horizon)}.`;
    return screen(paint, [
      ...heading(paint, projection.title),
      ...wrap(paint, projection.question),
      ...wrap(paint, seen).map(paint.dim),
      ...stopped.map(paint.bold),
      ...projectionNotices(projection)
        .flatMap((text) => wrap(paint, text))
        .map(paint.bold),
      ...sections.flatMap((section) => ['', ...section]),
    ]);
  });
}
