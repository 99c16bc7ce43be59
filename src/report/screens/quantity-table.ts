/** Tables of quantities of interest: two scenarios with every quantity, or many with those that are asked for most. */
import type { ScenarioTable } from '../../analyses/comparison/compare-all';
import type { ComparedQuantity, QuantityDifference } from '../../analyses/comparison/quantity-table';
import { firstOf, itemAt } from '../../kit/lists';
import { NOT_THERE, quantityChange, valueOrNone } from '../wording/factor';
import { FOREMOST, GRANTED, quantityLabel } from '../wording/quantity';
import {
  fixed,
  heading,
  screen,
  table,
  tableRows,
  thousands,
  wrap,
  type Align,
  type Paint,
} from '../wording/text';

/** Most scenarios that stand as columns beside their quantities. */
const MOST_COLUMNS = 4;

const mark = (difference: QuantityDifference | null) => (difference?.beyondChance === true ? '*' : '');

/** The mark behind the value of the scenario at a place, or the room for it. */
const markAt = ({ differences }: ComparedQuantity, at: number) =>
  (at === 0 ? '' : mark(itemAt(differences, at - 1))) || ' ';

/** What the marks of a table say. */
const MARKED =
  '* beyond chance, at 5% for all differences of the table together (Holm); shares of runs of the model alone, pooled with no base rate; changes in points';

function changeText(quantity: ComparedQuantity, difference: QuantityDifference | null): string[] {
  if (difference === null) return [NOT_THERE, NOT_THERE];
  const { change, low, high } = difference;
  const points = (value: number) => quantityChange(quantity, value);
  return [points(change), `${points(low)} to ${points(high)}`];
}

/** Every quantity of two scenarios but the classes of the outcome, which stand in a table of their own. Pure. */
export function quantityLines(quantities: readonly ComparedQuantity[], paint: Paint): string[] {
  const rows = quantities
    .filter(({ id }) => !id.startsWith('class:'))
    .map((quantity) => {
      const [base, variant] = quantity.values;
      const difference = firstOf(quantity.differences);
      return [
        quantityLabel(quantity),
        valueOrNone(quantity, base?.value),
        valueOrNone(quantity, variant?.value),
        ...changeText(quantity, difference),
        mark(difference),
      ];
    });
  const align: Align[] = ['left', 'right', 'right', 'right', 'right'];
  return [
    ...heading(paint, 'Everything else'),
    ...table(paint, ['', 'base', 'variant', 'change', '95% interval', ''], rows, { align }),
    ...wrap(paint, `${MARKED}; ${GRANTED}.`, '  ').map(paint.dim),
  ];
}

/** One column a scenario, one row a quantity. */
function quantityRows({ scenarios, quantities }: ScenarioTable, paint: Paint): string[] {
  const head = ['', ...scenarios.map((_, at) => String(at + 1))];
  const rows = quantities.map((quantity) => [
    quantityLabel(quantity),
    ...quantity.values.map((found, at) => `${valueOrNone(quantity, found?.value)}${markAt(quantity, at)}`),
  ]);
  return table(paint, head, rows, { align: ['left', ...scenarios.map(() => 'right' as const)] });
}

/** The title of a quantity inside a sentence. */
const inside = ({ title }: ComparedQuantity) => `${title.charAt(0).toLowerCase()}${title.slice(1)}`;

/** A column of the foremost quantities: its head, and what stands there. */
interface Foremost {
  readonly quantity: ComparedQuantity;
  readonly head: string;
  readonly says: string;
}

/** Of the foremost quantities the one that is left out where room is short. */
const LEFT_OUT = 'unbroken:90';

/** One row a scenario under its head, each in its lines. */
function rowsOf({ scenarios }: ScenarioTable, shown: readonly Foremost[], paint: Paint): string[][] {
  const rows = scenarios.map(({ id }, at) => [
    id,
    ...shown.map(({ quantity }) => {
      const found = itemAt(quantity.values, at);
      if (found === null) return `${NOT_THERE} `;
      const digits = quantity.unit === 'probability' ? 100 * found.value : found.value;
      return `${fixed(digits, 0)}${markAt(quantity, at)}`;
    }),
  ]);
  // Above the marks stands a blank, or the stop of a word cut short.
  const heads = shown.map(({ head }) => (head.endsWith('.') ? head : `${head} `));
  return tableRows(paint, [['', ...heads], ...rows], {
    align: ['left', ...shown.map(() => 'right' as const)],
  });
}

/** One row a scenario, one column for each of the foremost quantities for which there is room. */
function scenarioRows(found: ScenarioTable, paint: Paint): string[] {
  const all = FOREMOST.flatMap(({ id, head, says }): Foremost[] => {
    const quantity = found.quantities.find((one) => one.id === id);
    return quantity === undefined ? [] : [{ quantity, head, says: id === 'held' ? inside(quantity) : says }];
  });
  const isShort = rowsOf(found, all, paint).some((lines) => lines.length > 1);
  const out = all
    .filter(({ quantity }) => isShort && quantity.id === LEFT_OUT)
    .map(({ head }) => `. There is no room here for ${head}`);
  const shown = isShort ? all.filter(({ quantity }) => quantity.id !== LEFT_OUT) : all;
  const [top = [], ...rows] = rowsOf(found, shown, paint);
  return [
    ...top.map(paint.dim),
    ...rows.flat(),
    ...wrap(
      paint,
      `${all.map(({ head, says }) => `${head}: ${says}`).join('; ')}${out.join('')}. Shares of runs and duties in per cent; every quantity is in the JSON.`,
      '  ',
    ).map(paint.dim),
  ];
}

/** What a dash says, where one is shown. */
const lacking = ({ quantities }: ScenarioTable): string =>
  quantities.some(({ values }) => values.includes(null))
    ? ` ${NOT_THERE} the scenario has no such quantity: no meeting lies ahead of it, or none with such a class.`
    : '';

/** Several scenarios side by side as a screen of the width of its paint. Pure. */
export function scenarioTableText(table: ScenarioTable, paint: Paint): string {
  const { scenarios, seed, runs } = table;
  const few = scenarios.length <= MOST_COLUMNS;
  const base = firstOf(scenarios).id;
  return screen(paint, [
    ...heading(paint, `${scenarios.length} scenarios side by side`, `differences from ${base}`),
    ...(few
      ? scenarios.flatMap(({ id, title }, at) => wrap(paint, `${id}: ${title}`, `  ${at + 1}  `, '     '))
      : []),
    '',
    ...(few ? quantityRows(table, paint) : scenarioRows(table, paint)),
    ...wrap(paint, `${MARKED}${few ? `; ${GRANTED}` : ''}.${lacking(table)}`, '  ').map(paint.dim),
    ...wrap(paint, `${thousands(runs)} runs of each, seed ${JSON.stringify(seed)}.`, '  ').map(paint.dim),
  ]);
}
