/**
 * Writes `docs/actions`: every action type with its fields, units, who may act, limits, refusals and channel, made of the tables of
 * `src/actions` and `src/episode/channels`. `npm run action-pages`; `-- --check` compares only.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ActionType, FieldRule } from '../src/actions/action-type';
import { compiledFields, EVENT_BOOK } from '../src/actions/event-forms';
import { actionTypes } from '../src/actions/index';
import { channelOf } from '../src/episode/channels';
import { facts } from '../src/facts/packaged';
import type { Form, FormTest } from '../src/kit/form';

/** Where the pages lie. */
export const ACTIONS_FOLDER = join(fileURLToPath(new URL('..', import.meta.url)), 'docs/actions');

/** Units of fields by their names: a name means the same in every type. */
const UNITS: Readonly<Record<string, string>> = {
  ratePct: 'per cent of customs value',
  equityPct: 'per cent',
  yieldBp: 'basis points',
  deMinimisPct: 'per cent of the value of a product',
  tariffReliefPp: 'percentage points',
  share: 'share of imports from the other side',
  severity: 'degree',
  degree: 'degree',
  controlRelief: 'degree',
  weightedMean: 'degree',
  licensedShare: 'share of applications',
  quantityMmt: 'million tonnes',
  quantity: 'the unit of the flow',
  normalYear: 'the unit of the flow, in a year',
  amountUsdBn: 'billion dollars',
  windowDays: 'days',
  days: 'days',
  feePerNetTon: 'currency for each net ton',
  entities: 'firms',
};

/** What each family is about. */
const familyOf = ({ type }: ActionType) => type.slice(0, type.indexOf('.'));

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

/** A source of the register as people read it. */
function sourceText(id: string): string {
  if (id === 'stylised') return 'a convention of this model';
  const source = facts.sources[id];
  if (source === undefined) return `\`${id}\``;
  const title = cell(source.title).replace(/[[\]]/g, '');
  return source.href === null || source.href === undefined ? title : `[${title}](${source.href})`;
}

function bounds(tests: readonly FormTest[]): string {
  const words = tests.flatMap((test) => {
    switch (test.test) {
      case 'at-least':
        return [`from ${test.is}`];
      case 'above':
        return [`above ${test.is}`];
      case 'at-most':
        return [`to ${test.is}`];
      case 'whole':
        return ['whole'];
      case 'longest':
        return [`at most ${test.is} characters`];
      default:
        return [];
    }
  });
  return words.length === 0 ? '' : ` ${words.join(' ')}`;
}

/** What a form admits, in words. */
function formText(form: Form): string {
  const tests = form.tests ?? [];
  if (tests.some((test) => test.test === 'holds' && test.name === 'isIsoDate')) return 'a day';
  switch (form.kind) {
    case 'text':
      return `text${bounds(tests)}`;
    case 'number':
      return `number${bounds(tests)}`;
    case 'yes-no':
      return 'true or false';
    case 'null':
      return 'null';
    case 'one-of':
      return form.values.map((value) => `\`${String(value)}\``).join(', ');
    case 'list':
    case 'row':
      return 'a list';
    case 'optional':
      return `${formText(form.of)}; may be left out`;
    case 'nullable':
      return `${formText(form.of)}, or null`;
    case 'either':
      return form.of.map(formText).join(', or ');
    case 'part': {
      const part = EVENT_BOOK.parts[form.part];
      return part === undefined ? 'a value' : formText(part);
    }
    default:
      return 'an object';
  }
}

function fieldRows(action: ActionType): string[] {
  const forms = compiledFields(action.type);
  const ruled = new Map<string, FieldRule>(action.fieldRules);
  return Object.entries(forms).map(([name, form]) => {
    const rule = ruled.get(name);
    const limit =
      rule === undefined ? 'what is acted on: see the refusals' : `${cell(rule.rule)} \`${rule.code}\``;
    return `| \`${name}\` | ${cell(formText(form))} | ${UNITS[name] ?? ''} | ${limit} |`;
  });
}

/** What the table of channels says of a type, in words. */
function channelText(type: string): string {
  const channel = channelOf(type);
  if ('inert' in channel) return `none: ${channel.inert}`;
  return `${channel.through.join(', ')}${!('deed' in channel) ? '' : '; a deed, which presses or obliges the other side'}`;
}

function section(action: ActionType): string[] {
  const { type, actors, doc, cites, rules, examples } = action;
  const fields = fieldRows(action);
  return [
    `## ${type}`,
    '',
    doc,
    '',
    `- By: ${actors.map((actor) => `\`${actor}\``).join(', ')}`,
    `- Rests on: ${cites.map(sourceText).join('; ')}`,
    `- Channel: ${channelText(type)}`,
    '',
    ...(fields.length === 0
      ? []
      : ['| field | holds | unit | limit and its refusal |', '| --- | --- | --- | --- |', ...fields, '']),
    ...(rules.length === 0
      ? []
      : [
          '| refused with | where | source |',
          '| --- | --- | --- |',
          ...rules.map(({ code, rule, source }) => `| \`${code}\` | ${cell(rule)} | ${sourceText(source)} |`),
          '',
        ]),
    '```json',
    JSON.stringify(examples[0]),
    '```',
    '',
  ];
}

/** The page of a family. */
function familyPage(family: string, types: readonly ActionType[]): string {
  return [
    `# Action types: ${family}`,
    '',
    `Generated by \`npm run action-pages\`; [all families](README.md). Every event also has \`type\`, \`actor\`, \`on\` (its day) and, if told, \`source\`. A limit holds on top of what the field`,
    'holds: what is outside is refused with the code beside it. The channel is that of [levers](../levers.md).',
    '',
    ...types.flatMap(section),
  ].join('\n');
}

function listPage(families: ReadonlyMap<string, readonly ActionType[]>): string {
  return [
    '# Action types',
    '',
    `Generated by \`npm run action-pages\`. The ${actionTypes.length} kinds of act in ${families.size} families: what each is, who may do it, its fields with units and limits, why it is refused, and through what`,
    'it bears on a projection. In a terminal: `detente actions`. A type of your own: [what is your own](../own.md#an-action-type).',
    '',
    ...[...families].flatMap(([family, types]) => [
      `## ${family}`,
      '',
      ...types.map(({ type, doc }) => `- [\`${type}\`](${family}.md#${type.replace(/[^\w-]/g, '')}): ${doc}`),
      '',
    ]),
  ].join('\n');
}

/** All pages by their file names. */
export function actionPages(): ReadonlyMap<string, string> {
  const families = new Map<string, ActionType[]>();
  for (const action of actionTypes) {
    const family = familyOf(action);
    families.set(family, [...(families.get(family) ?? []), action]);
  }
  return new Map([
    ['README.md', listPage(families)],
    ...[...families].map(([family, types]) => [`${family}.md`, familyPage(family, types)] as const),
  ]);
}

/** The pages that do not lie in the folder as they would be written now, and files that are none of them. */
export function staleActionPages(): string[] {
  const pages = actionPages();
  const lying = existsSync(ACTIONS_FOLDER) ? readdirSync(ACTIONS_FOLDER) : [];
  const read = (name: string) =>
    lying.includes(name) ? readFileSync(join(ACTIONS_FOLDER, name), 'utf8') : null;
  return [
    ...[...pages].filter(([name, text]) => read(name) !== text).map(([name]) => name),
    ...lying.filter((name) => !pages.has(name)),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const stale = staleActionPages();
    if (stale.length > 0) process.stderr.write(`npm run action-pages: ${stale.join(', ')}\n`);
    process.exitCode = stale.length === 0 ? 0 : 1;
  } else {
    rmSync(ACTIONS_FOLDER, { recursive: true, force: true });
    mkdirSync(ACTIONS_FOLDER, { recursive: true });
    for (const [name, text] of actionPages()) writeFileSync(join(ACTIONS_FOLDER, name), text);
  }
}
