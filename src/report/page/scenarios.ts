/** The page of many scenarios beside a base: one table, and a picture for each quantity that is asked for first. */
import type { ScenarioTable } from '../../analyses/comparison/compare-all';
import type { ComparedQuantity } from '../../analyses/comparison/quantity-table';
import type { Facts } from '../../facts/schema';
import { loadDrawing } from '../charts/library';
import type { Picture } from '../charts/picture';
import { drawScenarios } from '../charts/side-by-side';
import { NOT_THERE, quantityChange, quantityValue, valueOrNone } from '../wording/factor';
import { FOREMOST, quantityLabel } from '../wording/quantity';
import { counted, listed, thousands } from '../wording/text';
import { firstOf, itemAt } from '../../kit/lists';
import { figure, scrollingTable } from './figure';
import { madeSection } from './foundations';
import { joined, markup, quoted, type Markup } from './markup';
import { page } from './shell';
import { trustSection } from './trust';

/** Many scenarios to show. */
export interface ScenariosInput {
  readonly table: ScenarioTable;
  readonly facts: Facts;
  /** The command that makes the same page again. */
  readonly command: string;
}

/** Whether the scenario at a place differs from the first beyond chance. */
const differs = ({ differences }: ComparedQuantity, at: number): boolean =>
  at > 0 && itemAt(differences, at - 1)?.beyondChance === true;

function cell(quantity: ComparedQuantity, at: number): string {
  const value = valueOrNone(quantity, itemAt(quantity.values, at)?.value);
  return `${value}${differs(quantity, at) ? ' *' : ''}`;
}

/** The change of a quantity from the first scenario to that at a place, in points; none for the first and where there is none. */
function changeText(quantity: ComparedQuantity, at: number): string {
  if (at === 0) return '';
  const difference = itemAt(quantity.differences, at - 1);
  return difference === null ? NOT_THERE : quantityChange(quantity, difference.change);
}

/** The scenarios that have a quantity, with its value in each. */
function having(quantity: ComparedQuantity, { scenarios }: Pick<ScenarioTable, 'scenarios'>) {
  return scenarios.flatMap(({ id, title }, at) => {
    const value = itemAt(quantity.values, at);
    return value === null ? [] : [{ at, id, title, ...value }];
  });
}

/** One quantity under all scenarios. */
function quantityPicture(quantity: ComparedQuantity, { scenarios }: ScenarioTable): Picture {
  const label = quantityLabel(quantity);
  const scale = quantity.unit === 'per cent' ? 1 : 100;
  const rows = having(quantity, { scenarios }).map(({ at, id, title, value, low, high }) => ({
    id: `${at} ${id}`,
    title,
    value: scale * value,
    low: scale * low,
    high: scale * high,
    clear: differs(quantity, at),
  }));
  const base = itemAt(quantity.values, 0);
  const clear = scenarios.flatMap(({ title }, at) =>
    differs(quantity, at) ? [`${title} (${changeText(quantity, at)})`] : [],
  );
  return {
    id: `by-${quantity.id.replace(/[^a-zA-Z0-9]+/g, '-')}`,
    title: label,
    summary:
      clear.length === 0
        ? base === null
          ? 'The first scenario does not have it, so that nothing is compared with it.'
          : 'No scenario differs from the first beyond chance.'
        : `Beyond chance, in points against the first: ${listed(clear)}.`,
    legend: markup`Dot: the value in the runs of a scenario, filled where it differs from the first beyond chance. Line: 95% interval. Dotted rule: the first.${rows.length < scenarios.length ? ` ${counted(scenarios.length - rows.length, 'scenario')} without it ${scenarios.length - rows.length === 1 ? 'is' : 'are'} not drawn.` : ''}`,
    table: {
      caption: label,
      head: ['Scenario', 'Value', '95% interval', 'Less the first, points', 'Beyond chance'],
      rows: scenarios.map(({ title }, at) => {
        const found = itemAt(quantity.values, at);
        return [
          title,
          valueOrNone(quantity, found?.value),
          found === null
            ? NOT_THERE
            : `${quantityValue(quantity, found.low)} to ${quantityValue(quantity, found.high)}`,
          changeText(quantity, at),
          at === 0 ? '' : differs(quantity, at) ? 'yes' : 'no',
        ];
      }),
    },
    draw: (drawing, width) =>
      drawScenarios(drawing, width, {
        rows,
        base: base === null ? null : scale * base.value,
        label: quantity.unit === 'per cent' ? 'per cent' : 'share of the runs',
      }),
  };
}

/** What the table says in a few sentences: how many differ, and the ends of the range of deals and of new coercion. */
function sentences({ scenarios, quantities }: ScenarioTable): string[] {
  const ends = ['deal', 'new-coercion'].flatMap((id) => {
    const quantity = quantities.find((one) => one.id === id);
    if (quantity === undefined) return [];
    const ranked = having(quantity, { scenarios }).sort((a, b) => b.value - a.value);
    const [most, least] = [firstOf(ranked), itemAt(ranked, ranked.length - 1)];
    const base = itemAt(quantity.values, 0);
    const beside =
      base === null ? '' : `; ${quantityValue(quantity, base.value)} in “${firstOf(scenarios).title}”`;
    return [
      `${quantityLabel(quantity)}: most in “${most.title}” with ${quantityValue(quantity, most.value)}, least in “${least.title}” with ${quantityValue(quantity, least.value)}${beside}.`,
    ];
  });
  const moved = scenarios.filter((_, at) => at > 0 && quantities.some((quantity) => differs(quantity, at)));
  const others = scenarios.length - 1;
  return [
    ...ends,
    `${moved.length} of ${counted(others, 'other scenario')} differ from “${firstOf(scenarios).title}” beyond chance in some quantity.`,
  ];
}

function wholeTable(table: ScenarioTable, quantities: readonly ComparedQuantity[]): Markup {
  return scrollingTable({
    caption: '* differs from the first beyond chance, at 5% for all differences of the page together (Holm)',
    head: ['Scenario', ...quantities.map(quantityLabel)],
    rows: table.scenarios.map(({ title }, at) => [title, ...quantities.map((one) => cell(one, at))]),
  });
}

/**
 * The page as text: one document that needs no network and runs no script. The same input gives the same bytes. Rejects
 * with a `MissingPeerError` where the chart library is not installed.
 */
export async function scenariosPage(input: ScenariosInput): Promise<string> {
  const { table, command, facts } = input;
  const drawing = await loadDrawing();
  const { scenarios, quantities, runs, seed, version } = table;
  const base = firstOf(scenarios);
  const foremost = FOREMOST.flatMap(({ id }) => quantities.find((one) => one.id === id) ?? []);
  const said = sentences(table);
  const rest = quantities.filter((one) => !foremost.includes(one));
  return page({
    title: `${base.title} and ${counted(scenarios.length - 1, 'other scenario')}`,
    description: firstOf(said),
    header: markup`<h1>${quoted(base.title)} <span class="against">beside ${counted(scenarios.length - 1, 'other scenario')}</span></h1>
<div class="answer">${said.map((text) => markup`<p>${text}</p>`)}</div>
<p class="meta">${thousands(runs)} runs of each, on the same parameter draws and chances; shares of the model alone, pooled with no base rate.</p>`,
    sections: [
      { id: 'all', name: 'All scenarios', body: wholeTable(table, foremost) },
      {
        id: 'quantities',
        name: 'One by one',
        body: joined(
          foremost.map((one) => figure(drawing, quantityPicture(one, table))),
          '',
        ),
      },
      {
        id: 'rest',
        name: 'Everything else',
        body: markup`<details><summary>All other quantities of interest</summary>${wholeTable(table, rest)}</details>`,
      },
      {
        id: 'trust',
        name: 'How far to trust it',
        body: trustSection(facts, { baseRate: { weight: 0, meetings: 0 } }),
      },
      {
        id: 'made',
        name: 'How it was made',
        body: madeSection(
          [
            ['Scenarios', markup`<code>${scenarios.map(({ id }) => id).join(' ')}</code>`],
            ['Seed', markup`<code>${seed}</code>`],
            ['Runs', markup`${thousands(runs)}`],
            ['Version', markup`detente ${version}`],
          ],
          command,
        ),
      },
    ],
  });
}
