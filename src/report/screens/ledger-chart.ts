/**
 * The layers over time: one bar a day on which the average changed, stacked by the law that each part stands on.
 */
import { formatDate } from '../../kit/calendar';
import { checkKnown } from '../../kit/checks';
import { TARIFF_DIRECTIONS, type TariffDirection } from '../../model/tariff';
import { averageOn } from '../../facts/averages';
import { dutiesOn, dutySteps } from '../../facts/duties';
import type { Facts } from '../../facts/schema';
import {
  columns,
  fixed,
  heading,
  listed,
  partyName,
  screen,
  sentence,
  wrap,
  type Paint,
} from '../wording/text';
import { itemAt } from '../../kit/lists';

/** A part of an average on a day, percentage points. */
export interface StackedPart {
  /** Id of the authority. */
  readonly authority: string;
  readonly pp: number;
}

/** An average on a day with its parts; `remainderPp` is what no layer carries. */
export interface StackedDay {
  readonly on: string;
  readonly averagePct: number;
  readonly parts: readonly StackedPart[];
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
/** Points that one character stands for. */
const PP_PER_SIGN = 3;

/** The stacked bar of a day: as many signs of each part as its running sum allows, so that rounding never adds up. */
export function stackedBar(day: StackedDay, authorities: readonly string[]): string {
  let sum = 0;
  let text = '';
  authorities.forEach((authority, at) => {
    sum += day.parts.find((part) => part.authority === authority)?.pp ?? 0;
    const sign = itemAt(SIGNS, at % SIGNS.length);
    text += sign.repeat(Math.max(0, Math.round(sum / PP_PER_SIGN) - text.length));
  });
  return text;
}

function directionLines(facts: Facts, direction: TariffDirection, paint: Paint): string[] {
  const days = stackedDays(facts, direction);
  const authorities = [...new Set(days.flatMap((day) => day.parts.map((part) => part.authority)))];
  const [importer, exporter] = direction === 'usOnCn' ? (['US', 'CN'] as const) : (['CN', 'US'] as const);
  const rows = days.map((day) => [
    formatDate(day.on),
    `${fixed(day.averagePct, 1)}%`,
    stackedBar(day, authorities),
  ]);
  const labels = authorities.map(
    (id, at) =>
      `${itemAt(SIGNS, at % SIGNS.length)} ${facts.authorities.find((fact) => fact.id === id)?.label ?? id}`,
  );
  return [
    heading(
      paint,
      `${sentence(partyName(facts, importer))} on ${partyName(facts, exporter)}`,
      'average duty by the law it stands on',
    ),
    ...columns(rows, ['left', 'right', 'left']),
    ...wrap(listed(labels, 'and'), '  ').map(paint.dim),
  ];
}

/**
 * The layers of both directions over time as a screen of 80 columns. Pure.
 *
 * @example ledgerChart(facts, PLAIN)
 */
export function ledgerChart(facts: Facts, paint: Paint): string {
  return screen([
    ...directionLines(facts, 'usOnCn', paint),
    '',
    ...directionLines(facts, 'cnOnUs', paint),
    '',
    ...wrap(
      `One sign is ${PP_PER_SIGN} points. Days on which the average changed by less than ${LEAST_CHANGE_PP} points are left out; the figure holds the remainder to the published averages, the bar does not. A day in full: detente ledger --at DATE.`,
      '  ',
    ).map(paint.dim),
  ]);
}
