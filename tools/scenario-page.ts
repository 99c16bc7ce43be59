/** Writes `docs/scenarios.md`: every shipped scenario with its question and every quantity of interest, beside the base on common draws. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantityChange } from '../src/analyses/comparison/quantity-change';
import { quantitySeries } from '../src/analyses/comparison/quantity-series';
import { seriesOf } from '../src/analyses/comparison/side-by-side';
import { prepare } from '../src/analyses/prepared';
import { quantitiesOfInterest, type MeasuredQuantity } from '../src/ensemble/quantity-of-interest';
import { facts } from '../src/facts/packaged';
import { finish } from '../src/kit/cooperative';
import { itemAt } from '../src/kit/lists';
import { mean } from '../src/kit/statistics';
import { outcomeTerms } from '../src/outcomes/index';
import { slugOf } from '../site/links';
import { formatDate } from '../src/kit/calendar';
import { scenarios } from '../src/scenario/library';
import type { Scenario } from '../src/scenario/schema';

/** Where the page lies. */
export const SCENARIO_PAGE = join(fileURLToPath(new URL('..', import.meta.url)), 'docs/scenarios.md');

/** Episodes of each scenario, and the seed that they share. */
const RUNS = 1_000;
const SEED = '1';

const WHYS = JSON.parse(
  readFileSync(join(fileURLToPath(new URL('.', import.meta.url)), 'scenario-whys.json'), 'utf8'),
) as Readonly<Record<string, string>>;

/** Why a scenario answers as it does, in words; every shipped one but the base has them. */
export function whyOf(id: string): string | undefined {
  return WHYS[id];
}

/** Quantities on the page: all, of the truce on one day only. */
const isTold = ({ id }: MeasuredQuantity) => !/^(text|unbroken):(?!90$)/.test(id);

const percent = (value: number, digits = 1) => (100 * value).toFixed(digits);

function told({ unit }: MeasuredQuantity, value: number): string {
  return unit === 'per cent' ? value.toFixed(1) : percent(value);
}

function signed(quantity: MeasuredQuantity, value: number): string {
  const text = told(quantity, value);
  if (Number(text) === 0) return told(quantity, 0);
  return value > 0 ? `+${text}` : text;
}

function table(quantities: readonly MeasuredQuantity[], base: number[][], here: number[][]): string[] {
  const rows = quantities.map((quantity, at) => {
    const [before, after] = [itemAt(base, at), itemAt(here, at)];
    const { change, low, high } = quantityChange(quantity, before, after);
    const clear = low > 0 || high < 0;
    const difference = `${signed(quantity, change)} (${signed(quantity, low)} to ${signed(quantity, high)})`;
    return `| ${quantity.title} | \`${quantity.id}\` | ${told(quantity, mean(before))} | ${told(quantity, mean(after))} | ${clear ? `**${difference}**` : difference} |`;
  });
  return [
    '| Quantity | id | base | here | difference (95 %) |',
    '| --- | --- | ---: | ---: | ---: |',
    ...rows,
  ];
}

/** The values of each quantity, scenario by scenario. */
function valuesOf(quantities: readonly MeasuredQuantity[], all: readonly Scenario[]): number[][][] {
  const series = quantitySeries({
    seed: SEED,
    scenarios: all.map((scenario) => {
      const { initial, specification } = prepare(scenario, { facts });
      return { initial, specification, quantities: quantities.map(({ id }) => id) };
    }),
  });
  const values = finish(series(0, all.length * RUNS));
  return seriesOf(values, all.length).map((episodes) =>
    quantities.map((_, at) => episodes.map((row) => itemAt(row, at))),
  );
}

function termRows(): string[] {
  return outcomeTerms.map(({ id, unit, doc, of, is, evening }) => {
    const asked = of === undefined ? '' : `${of.needed ? '' : 'optional '}\`of\`: ${of.what}`;
    const status = is === undefined ? '' : `, \`is\`: ${is.join(', ')}`;
    return `| \`${id}\` | ${unit} | ${asked}${status} | ${evening ? 'yes' : ''} | ${doc} |`;
  });
}

function classRows({ outcomes, precedence }: Scenario): string[] {
  return (precedence ?? outcomes.map(({ id }) => id)).map((id, at) => {
    const outcome = outcomes.find((candidate) => candidate.id === id);
    return `| ${at + 1} | \`${id}\` | ${outcome?.title ?? ''} | ${outcome?.meaning ?? ''} | ${outcome?.coded ?? ''} |`;
  });
}

/** Quantities of the table that has every scenario in one row. */
const AT_A_GLANCE: Readonly<Record<string, string>> = {
  held: 'the leaders meet',
  deal: 'a deal of some kind',
  'class:rollback': 'partial rollback',
  'class:escalation': 'escalation',
  'mean:US': 'American duties',
  'text:90': 'text after 90 days',
};

/** A row of values for each scenario. */
function glanceRows(
  quantities: readonly MeasuredQuantity[],
  all: readonly Scenario[],
  values: number[][][],
): string[] {
  const columns = Object.keys(AT_A_GLANCE).map((id) => quantities.findIndex((one) => one.id === id));
  return all.map(({ title }, at) => {
    const cells = columns.map((column) =>
      told(itemAt(quantities, column), mean(itemAt(itemAt(values, at), column))),
    );
    return `| [${title}](#${slugOf(title)}) | ${cells.join(' | ')} |`;
  });
}

/** The page. */
export function scenarioPage(): string {
  const [base, ...all] = scenarios;
  if (base === undefined) throw new Error('no scenario is shipped');
  // What is seen from another first day shares no draw of a day with the base.
  const others = all.filter(({ asOf }) => asOf === base.asOf);
  const later = all.filter(({ asOf }) => asOf !== base.asOf);
  const quantities = quantitiesOfInterest(prepare(base, { facts }).specification).filter(isTold);
  const values = valuesOf(quantities, [base, ...others]);
  const [ofBase = [], ...ofOthers] = values;
  const sections = others.flatMap((scenario, at) => [
    `## ${scenario.title}`,
    '',
    `\`${scenario.id}\`: ${scenario.question}`,
    '',
    scenario.about.trim(),
    '',
    `**Why.** ${whyOf(scenario.id) ?? ''}`,
    '',
    ...table(quantities, ofBase, itemAt(ofOthers, at)),
    '',
  ]);
  return `${[
    '# Scenarios',
    '',
    `Generated by \`npm run scenario-page\`: ${RUNS.toLocaleString('en').replace(',', ' ')} episodes a scenario, seed ${SEED}, the model alone, every scenario on the draws of the base, so that a`,
    'difference is what the scenario changes and not chance. Probabilities in per cent, differences in points with their 95 % interval of sampling; in bold what',
    'excludes nought before it is rounded. A scenario that meets late, or not at all, still tells averages and the truce, counted from the planned day.',
    '',
    '## At a glance',
    '',
    'Per cent; American duties are the average on Chinese goods two weeks after the meeting. A run counts as a deal if its class is truce, rollback or comprehensive: a text over which duties have risen is an escalation. Texts and breaches are here shares of all runs: one without a text on the day after the meeting counts as none in force. Each scenario with all its quantities, and why it answers so, is below.',
    '',
    `| scenario | ${Object.values(AT_A_GLANCE).join(' | ')} |`,
    `| --- | ${Object.values(AT_A_GLANCE)
      .map(() => '---:')
      .join(' | ')} |`,
    ...glanceRows(quantities, [base, ...others], values),
    '',
    '## The classes',
    '',
    `They are about the world two weeks after the meeting, and are asked in this order: the first that holds is the class. \`coded\` names the class of the record that stands for it in the`,
    '[pool](record.md#the-pool); [the record](record.md#what-the-classes-ask) says where the two differ.',
    '',
    '| order | class | title | meaning | coded |',
    '| ---: | --- | --- | --- | --- |',
    ...classRows(base),
    '',
    'What a class may ask of, in a scenario file (`when: { term: average-rise, of: US, days: 14, atLeast: 5 }`; `all`, `any` and `not` join comparisons). A term of an evening is measured on the 14th day',
    'after the planned day of the meeting unless `days` or `on` says otherwise; all others at the end.',
    '',
    '| term | unit | asked of | evening | meaning |',
    '| --- | --- | --- | --- | --- |',
    ...termRows(),
    '',
    `## ${base.title}`,
    '',
    `\`${base.id}\`: ${base.question}`,
    '',
    base.about.trim(),
    '',
    '| Quantity | id | base |',
    '| --- | --- | ---: |',
    ...quantities.map(
      (quantity, at) =>
        `| ${quantity.title} | \`${quantity.id}\` | ${told(quantity, mean(itemAt(ofBase, at)))} |`,
    ),
    '',
    ...sections,
    ...later.flatMap(({ id, title, question, about, asOf }) => [
      `## ${title}`,
      '',
      `\`${id}\`, seen from ${formatDate(asOf)} and so beside no other: ${question}`,
      '',
      about.trim(),
      '',
    ]),
  ].join('\n')}`;
}

/** The page as it lies in the folder: formatted like all others. */
export async function formattedScenarioPage(): Promise<string> {
  const { format, resolveConfig } = await import('prettier');
  return format(scenarioPage(), { ...(await resolveConfig(SCENARIO_PAGE)), parser: 'markdown' });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(SCENARIO_PAGE, await formattedScenarioPage());
