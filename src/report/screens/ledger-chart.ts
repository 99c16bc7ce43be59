/**
 * The layers over time: one bar a day on which the average changed, stacked by the law that each part stands on.
 */
import { formatDate } from '../../kit/calendar';
import { checkKnown } from '../../kit/checks';
import { PARTY_IDS, type PartyId } from '../../model/actor';
import { TARIFF_DIRECTIONS, type TariffDirection } from '../../model/tariff';
import { averageOn } from '../../facts/averages';
import { checkFacts } from '../../facts/bare';
import { dutiesOn, dutySteps } from '../../facts/duties';
import type { Facts } from '../../facts/schema';
import { checkPaint } from '../wording/answer-forms';
import {
  columns,
  counted,
  fixed,
  heading,
  listed,
  partyName,
  screen,
  sentence,
  widthOf,
  wrap,
  type Paint,
} from '../wording/text';
import { firstOf, itemAt, lastOf } from '../../kit/lists';

/** A part of an average on a day, percentage points. */
export interface StackedPart {
  /** Id of the authority. */
  readonly authority: string;
  /** What the duties under that statute add to the average, percentage points. */
  readonly pp: number;
}

/** An average on a day with its parts; `remainderPp` is what no layer carries. */
export interface StackedDay {
  /** The day, YYYY-MM-DD. */
  readonly on: string;
  /** The average, per cent. */
  readonly averagePct: number;
  /** What each statute with duties in force adds to it, in the order of the ledger. */
  readonly parts: readonly StackedPart[];
  /** What no duty of the ledger carries, percentage points; below 0 where the duties come to more. */
  readonly remainderPp: number;
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;

function dayOf(facts: Facts, direction: TariffDirection, on: string): StackedDay {
  const parts = new Map<string, number>();
  for (const layer of dutiesOn(facts, direction, on)) {
    const pp = layer.ratePct * layer.share;
    if (pp > 0) parts.set(layer.authority, (parts.get(layer.authority) ?? 0) + pp);
  }
  const averagePct = averageOn(facts, direction, on);
  const layers = [...parts.values()].reduce((sum, pp) => sum + pp, 0);
  return {
    on,
    averagePct: round(averagePct),
    parts: [...parts].map(([authority, pp]) => ({ authority, pp: round(pp) })),
    remainderPp: round(averagePct - layers),
  };
}

/** Changes below this are too small for a row of a chart, percentage points. */
const LEAST_CHANGE_PP = 0.3;

/** The days of the record on which the average of one direction changed by a third of a point or more, with its parts. */
export function stackedDays(facts: Facts, direction: TariffDirection): StackedDay[] {
  checkKnown('direction', direction, TARIFF_DIRECTIONS);
  const froms = [
    ...dutySteps(facts).map((step) => step.on),
    ...facts.reconciliations.filter((row) => row.direction === direction).map((row) => row.from),
  ];
  const days: StackedDay[] = [];
  for (const on of [...new Set(froms)].sort()) {
    const day = dayOf(facts, direction, on);
    const before = days.at(-1);
    if (before === undefined || Math.abs(day.averagePct - before.averagePct) >= LEAST_CHANGE_PP)
      days.push(day);
  }
  return days;
}

/** One sign for each part, the lowest of the stack first. */
const SIGNS = ['█', '▓', '▒', '░', '▚', '▞'] as const;
/** Points that one character may stand for. */
const PP_PER_SIGN = [1, 2, 3, 4, 5, 10] as const;
/** Characters beside a bar. */
const BESIDE_BAR = 24;

/** The stacked bar of a day: as many signs of each part as its running sum allows, so that rounding never adds up. */
export function stackedBar(day: StackedDay, authorities: readonly string[], ppPerSign = 3): string {
  let sum = 0;
  let text = '';
  authorities.forEach((authority, at) => {
    sum += day.parts.find((part) => part.authority === authority)?.pp ?? 0;
    const sign = itemAt(SIGNS, at % SIGNS.length);
    text += sign.repeat(Math.max(0, Math.round(sum / ppPerSign) - text.length));
  });
  return text;
}

/** The least points for a sign with which every bar has room. */
function signOf(paint: Paint, days: readonly StackedDay[]): number {
  const longest = Math.max(...days.map(({ parts }) => parts.reduce((sum, { pp }) => sum + pp, 0)));
  const room = widthOf(paint) - BESIDE_BAR;
  return PP_PER_SIGN.find((pp) => longest / pp <= room) ?? lastOf(PP_PER_SIGN);
}

/** How an average went, in a sentence: its first, its highest and its last value. */
function courseText(importer: PartyId, days: readonly StackedDay[], facts: Facts): string {
  const [first, last] = [firstOf(days), lastOf(days)];
  const peak = days.reduce((highest, day) => (day.averagePct > highest.averagePct ? day : highest), first);
  const told = ({ averagePct, on }: StackedDay) => `${fixed(averagePct, 1)}% on ${formatDate(on)}`;
  return `Duties of ${partyName(facts, importer)}: ${told(first)}, at their highest ${told(peak)}, ${fixed(last.averagePct, 1)}% since ${formatDate(last.on)}.`;
}

function directionLines(
  direction: TariffDirection,
  days: readonly StackedDay[],
  ppPerSign: number,
  { facts, paint }: { readonly facts: Facts; readonly paint: Paint },
): string[] {
  const authorities = [...new Set(days.flatMap((day) => day.parts.map((part) => part.authority)))];
  const [importer, exporter] = direction === 'usOnCn' ? (['US', 'CN'] as const) : (['CN', 'US'] as const);
  const rows = days.map((day) => [
    formatDate(day.on),
    `${fixed(day.averagePct, 1)}%`,
    stackedBar(day, authorities, ppPerSign),
  ]);
  const labels = authorities.map(
    (id, at) =>
      `${itemAt(SIGNS, at % SIGNS.length)} ${facts.authorities.find((fact) => fact.id === id)?.label ?? id}`,
  );
  return [
    ...heading(
      paint,
      `${sentence(partyName(facts, importer))} on ${partyName(facts, exporter)}`,
      'average duty by the law it stands on',
    ),
    ...columns(paint, rows, { align: ['left', 'right', 'left'] }),
    ...wrap(paint, listed(labels, 'and'), '  ').map(paint.dim),
  ];
}

/**
 * The layers of both directions over time as a screen of the width of its paint. Pure.
 * @param facts - Facts of whose record the duties are drawn, on the days on which an average changed.
 * @param paint - Colours and width of the screen, from which follows for how many points a sign stands; `PLAIN` for 80 without colours.
 * @throws InputError when facts or paint are none.
 *
 * @example ledgerChart(facts, PLAIN)
 */
export function ledgerChart(facts: Facts, paint: Paint): string {
  checkFacts('facts', facts);
  checkPaint('paint', paint);
  const [us, cn] = [stackedDays(facts, 'usOnCn'), stackedDays(facts, 'cnOnUs')];
  const ppPerSign = signOf(paint, [...us, ...cn]);
  return screen(paint, [
    ...heading(paint, 'The record of duties since 2018', 'averages on the days on which they changed'),
    ...PARTY_IDS.flatMap((importer) =>
      wrap(paint, courseText(importer, importer === 'US' ? us : cn, facts), '  '),
    ),
    ...wrap(
      paint,
      'Look first at the jumps of spring 2025 and at what each last row stands on: a law that a court or a date can take away weighs less than one that stays.',
      '  ',
    ),
    '',
    ...directionLines('usOnCn', us, ppPerSign, { facts, paint }),
    '',
    ...directionLines('cnOnUs', cn, ppPerSign, { facts, paint }),
    '',
    ...wrap(
      paint,
      `One sign is ${counted(ppPerSign, 'point')}. Days on which the average changed by less than ${LEAST_CHANGE_PP} points are left out; the figure holds the remainder to the published averages, the bar does not. A day in full: detente ledger --at DATE.`,
      '  ',
    ).map(paint.dim),
  ]);
}
