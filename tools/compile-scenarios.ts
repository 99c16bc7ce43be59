/**
 * Compiles `scenarios/*.yaml` into the typed module `src/scenario/compiled.ts`, folds the record to their first days and
 * writes the JSON Schema that gives editors completion. With `--check` it writes nothing and fails when either is stale.
 */
import { readdirSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import { foldedDay, type FoldedDay } from '../src/facts/opening';
import type { FoldedDayTold } from '../src/scenario/folded-days';
import { facts } from '../src/facts/packaged';
import { bareFacts } from '../src/facts/packaged-bare';
import { changeOf } from '../src/kit/json-change';
import { openingOf } from '../src/scenario/model-specification';
import type { Facts } from '../src/facts/schema';
import { parseScenario } from '../src/scenario/parse';
import { scenarioFileSchema, type Scenario } from '../src/scenario/schema';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const MODULE = join(root, 'src/scenario/compiled.ts');
const SCHEMA = join(root, 'schema/scenario.schema.json');
const FOLDED = join(root, 'src/scenario/folded-days.json');

interface Source {
  readonly name: string;
  readonly value: { readonly id?: unknown; readonly extends?: unknown };
}

function sources(): Source[] {
  const folder = join(root, 'scenarios');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, value: parse(readFileSync(join(folder, name), 'utf8')) as Source['value'] }));
}

interface Compiled {
  readonly scenario: Scenario;
  readonly base: Scenario | undefined;
}

/** Compiles bases before the variants that extend them; fails on the first file that does not parse. */
function compile(files: readonly Source[]): Compiled[] {
  const done = new Map<string, Compiled>();
  let waiting = [...files];
  while (waiting.length > 0) {
    const ready = waiting.filter(
      ({ value }) => value.extends === undefined || done.has(String(value.extends)),
    );
    if (ready.length === 0) throw new Error(`no base for ${waiting.map((file) => file.name).join(', ')}`);
    for (const { name, value } of ready) {
      const parsed = parseScenario(value, {
        facts,
        lookup: (id) => done.get(id)?.scenario,
        firstState: (scenario) => openingOf(scenario, facts).state,
      });
      if (!parsed.ok) {
        throw new Error(
          parsed.issues.map((issue) => `scenarios/${name}: ${issue.path}: ${issue.message}`).join('\n'),
        );
      }
      if (`${parsed.scenario.id}.yaml` !== name)
        throw new Error(`scenarios/${name}: id is ${parsed.scenario.id}`);
      const base = value.extends === undefined ? undefined : done.get(String(value.extends))?.scenario;
      done.set(parsed.scenario.id, { scenario: parsed.scenario, base });
    }
    waiting = waiting.filter((file) => !ready.includes(file));
  }
  return [...done.values()];
}

const nameOf = (id: string) => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The fields in which a variant differs from its base; all of them for a base. */
function difference({ scenario, base }: Compiled): Partial<Scenario> {
  if (base === undefined) return scenario;
  const own = Object.entries(scenario).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(base[key as keyof Scenario]),
  );
  return Object.fromEntries(own);
}

function constantText(compiled: Compiled): string {
  const fields = JSON.stringify(difference(compiled), null, 2);
  const spread = compiled.base === undefined ? '' : `\n  ...${nameOf(compiled.base.id)},`;
  return `const ${nameOf(compiled.scenario.id)}: Scenario = {${spread}${fields.slice(1, -1)}};`;
}

/** The text of the typed module: a variant is its base with the fields in which it differs. */
export function moduleText(): string {
  const compiled = compile(sources());
  return `/** The scenarios as a typed module, compiled from \`scenarios/*.yaml\`. Do not edit: run \`npm run scenarios\`. */
import type { Scenario } from './schema';

${compiled.map(constantText).join('\n\n')}

/** All scenarios, each base before its variants. */
export const compiledScenarios: readonly Scenario[] = [
${compiled.map(({ scenario }) => `  ${nameOf(scenario.id)},`).join('\n')}
];

/** Ids of all of them. */
export type ScenarioId =
${compiled.map(({ scenario }) => `  | '${scenario.id}'`).join('\n')};
`;
}

/** A day with the state in which the months before it began told as what differs from its own. */
function toldDay(day: FoldedDay): FoldedDayTold {
  return { ...day, lately: { ...day.lately, state: changeOf(day.state, day.lately.state) } };
}

/** The first days of the scenarios, folded beforehand: the first of them, and how each differs from the one before. */
export function foldedText(): string {
  const days = new Map(
    compile(sources()).map(({ scenario: { asOf, painSince } }) => [asOf + painSince, { asOf, painSince }]),
  );
  const folded = [...days.values()].map(({ asOf, painSince }) =>
    toldDay(foldedDay(bareFacts(), asOf, painSince)),
  );
  const told = folded.map((day, at) => (at === 0 ? day : changeOf(folded[at - 1], day)));
  return `${JSON.stringify(told)}\n`;
}

type Domain = Facts['parameters'][number]['domain'];

/** A number of a domain as a JSON Schema. */
const numberIn = ({ min, max, above, whole }: Domain) => ({
  type: whole === true ? 'integer' : 'number',
  ...(above === true ? { exclusiveMinimum: min } : { minimum: min }),
  maximum: max,
});

/** What may be said of a parameter of a domain: a number, a range, or null. */
function changeIn(domain: Domain) {
  const number = numberIn(domain);
  return {
    anyOf: [
      number,
      {
        type: 'object',
        properties: { low: number, central: number, high: number },
        required: ['low', 'central', 'high'],
        additionalProperties: false,
        description: 'A range: low <= central <= high',
      },
      { type: 'null' },
    ],
  };
}

/** The changes of parameters as a JSON Schema, each by its name or its symbol of version 0.1, with what its domain allows. */
function parameterSchemas() {
  const definitions: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  for (const { name, symbol, domain, meaning, unit } of facts.parameters) {
    const id = `${domain.whole === true ? 'whole-number' : 'number'}-${domain.above === true ? 'above' : 'from'}-${domain.min}-to-${domain.max}`;
    definitions[id] = changeIn(domain);
    const $ref = `#/definitions/${id}`;
    properties[name] = { allOf: [{ $ref }], description: unit === 'none' ? meaning : `${meaning} (${unit})` };
    if (symbol !== null)
      properties[symbol] = { allOf: [{ $ref }], description: `Until version 0.3: ${name}` };
  }
  return { definitions, properties };
}

/** The text of the JSON Schema of scenario files. */
export function schemaText(): string {
  const { definitions, properties } = parameterSchemas();
  const schema = z.toJSONSchema(scenarioFileSchema, { io: 'input', target: 'draft-07' });
  const parameters = {
    anyOf: [
      {
        type: 'object',
        properties,
        additionalProperties: false,
        description: 'Changed parameters: a number or a range',
      },
      { type: 'null' },
    ],
  };
  const whole = {
    ...schema,
    properties: { ...schema.properties, parameters },
    definitions: { ...(schema['definitions'] as object | undefined), ...definitions },
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function run(): void {
  const wanted: readonly (readonly [string, string])[] = [
    [MODULE, moduleText()],
    [SCHEMA, schemaText()],
    [FOLDED, foldedText()],
  ];
  const stale = wanted.filter(([path, text]) => !safeRead(path) || readFileSync(path, 'utf8') !== text);
  if (process.argv.includes('--check')) {
    if (stale.length > 0) {
      console.error(`stale, run "npm run scenarios": ${stale.map(([path]) => path).join(', ')}`);
      process.exit(1);
    }
    return;
  }
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function safeRead(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run();
