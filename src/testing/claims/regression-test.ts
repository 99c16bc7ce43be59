/**
 * A counterexample as the source text of a test: it replays the events and expects what the story leaves behind, or
 * that the claim is broken where the text is told by which name the claim goes.
 */
import type { Event } from '../../actions/index';
import { resolve } from '../../analyses/resolve';
import { checkAnswer, type AnswerForm } from '../../kit/answer-form';
import { escapedJson } from '../../kit/json-text';
import type { Scenario } from '../../scenario/schema';
import type { State } from '../../model/state';
import type { Claim } from './claim';
import { readByClaim } from './footprint';
import { Draft, isAct, notBegun, playMoves, type PlayedEvents } from '../plays/play';
import { firstOf, itemAt, lastOf } from '../../kit/lists';

/** Test runners in whose form a test can be written. */
export const RUNNERS = ['vitest', 'jest', 'node'] as const;

/** A test runner in whose form a test can be written. */
export type RunnerName = (typeof RUNNERS)[number];

/** By which name the pasted test knows the claim. */
export interface ClaimName {
  /** The name of the constant. */
  readonly name: string;
  /** The module that exports it; none where the test stands in the same file. */
  readonly from?: string;
}

const CLAIM_NAME: AnswerForm<ClaimName> = {
  what: 'the name by which a test knows the claim',
  fields: { name: 'text', from: 'text?' },
};

/** Refuses what is no name of a claim with an InputError. */
export function checkClaimName(path: string, given: ClaimName): void {
  checkAnswer(path, given, CLAIM_NAME);
}

/** How the text of a test is written. */
export interface TestText {
  readonly scenario: Scenario;
  readonly story: string;
  readonly token: string;
  readonly runner: RunnerName;
  readonly claimName?: ClaimName | undefined;
}

/** Values that a test expects at most. */
const MOST_EXPECTED = 6;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** A text as a literal. */
export const quoted = (text: string) =>
  `'${escapedJson(JSON.stringify(text)).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** A JSON value as a literal in the style of the library's own sources. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  if (fields.length === 0) return '{}';
  return `{ ${fields.map(([key, item]) => `${IDENTIFIER.test(key) ? key : quoted(key)}: ${literal(item)}`).join(', ')} }`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A place in a state that differs from the start, as an expression, with its value at the end. */
interface Difference {
  readonly path: string;
  readonly value: unknown;
}

function differences(before: unknown, after: unknown, path: string): Difference[] {
  if (before === after) return [];
  if (Array.isArray(after))
    return [
      { path: `${path}.length`, value: after.length },
      ...(isRecord(before) ? itemDifferences(before, after, path) : []),
    ].filter(({ value }, at) => at > 0 || !Array.isArray(before) || before.length !== value);
  if (isRecord(after)) return itemDifferences(isRecord(before) ? before : {}, after, path);
  return [{ path, value: after }];
}

function itemDifferences(before: object, after: object, path: string): Difference[] {
  const was = before as Record<string, unknown>;
  return Object.entries(after).flatMap(([key, value]) => {
    const step = Array.isArray(after) ? `[${key}]` : IDENTIFIER.test(key) ? `.${key}` : `[${quoted(key)}]`;
    return differences(was[key], value, `${path}${step}`);
  });
}

/** Fields that say most about what happened, and those that say least. */
const TELLING = /\.(status|ratePct|severity)$/;
const DULL = /^\.deadlines|\.(since|source|label)$/;

/**
 * What the story left of what the claim reads: where it differs from the same days without a move, else from the first
 * state; the last day where it differs in nothing.
 */
function leftBehind(claim: Claim, { events, states }: PlayedEvents): Difference[] {
  const [first, last] = [firstOf(states), lastOf(states)];
  const steps = events.map((event, at) => ({
    before: itemAt(states, at),
    event,
    after: itemAt(states, at + 1),
  }));
  const reads = [...readByClaim(claim, first, steps)].sort();
  const byItself = events.filter((event) => !isAct(event));
  const draft = new Draft(notBegun(first));
  const alone = byItself.every((event) => draft.happen(event))
    ? draft.state
    : (playMoves(first, [], last.today)?.states.at(-1) ?? first);
  const from = (other: State) =>
    reads
      .flatMap((column) => differences(other[column], last[column], `.${column}`))
      .filter(({ path }) => !DULL.test(path));
  const moved = events.some(isAct) ? from(alone) : [];
  const found = moved.length > 0 ? moved : from(first);
  const ordered = [
    ...found.filter(({ path }) => TELLING.test(path)),
    ...found.filter(({ path }) => !TELLING.test(path)),
  ];
  return ordered.length === 0 ? [{ path: '.today', value: last.today }] : ordered.slice(0, MOST_EXPECTED);
}

/** Columns whose items are found by id and may be missing. */
const BY_ID = new RegExp(
  `^\\.(${['tariff', 'control', 'portFee', 'listing', 'authorities', 'probes', 'flows', 'commitments'].join('|')}|${['undertakings', 'blockingOrders', 'reliefs', 'institutions', 'rounds', 'issues', 'agreements', 'pledges', 'people'].join('|')})(\\.[\\w$]+|\\['[^']*'\\])(?=[.[])`,
);

/** A path that asks for what may be missing with a question mark, as strict compilers want it. */
function asked(path: string): string {
  const checked = path.replace(BY_ID, (item) => `${item}?`).replaceAll(/\[\d+\](?=[.[])/g, '$&?');
  return checked.replaceAll('?[', '?.[');
}

/** What a test imports of its runner. */
const HEADS: Readonly<Record<RunnerName, readonly string[]>> = {
  vitest: ["import { expect, it } from 'vitest';"],
  jest: ["import { expect, it } from '@jest/globals';"],
  node: ["import assert from 'node:assert/strict';", "import { it } from 'node:test';"],
};

/** The head of a test: what it imports of its runner and of the claim's module, and texts as comments. */
export const headLines = (
  runner: RunnerName,
  claimName: ClaimName | undefined,
  comments: readonly string[],
): string[] => [
  ...HEADS[runner],
  ...(claimName?.from === undefined ? [] : [`import { ${claimName.name} } from ${quoted(claimName.from)};`]),
  '',
  ...comments.flatMap((text) => text.split('\n').map((line) => `// ${line}`.trimEnd())),
];

/** The line that expects a value. */
export const equals = (runner: RunnerName, actual: string, expected: string) =>
  runner === 'node' ? `assert.equal(${actual}, ${expected});` : `expect(${actual}).toBe(${expected});`;

function eventLines(events: readonly Event[]): string[] {
  return ['  const events: Event[] = [', ...events.map((event) => `    ${literal(event)},`), '  ];'];
}

/** Whether a scenario is one that comes with the library, unchanged. */
export function isKnown(scenario: Scenario): boolean {
  try {
    return JSON.stringify(resolve(scenario.id)) === JSON.stringify(scenario);
  } catch {
    return false;
  }
}

/** The lines that make the first state, and what they import. */
function startLines(scenario: Scenario): { readonly lines: string[]; readonly imports: string[] } {
  if (isKnown(scenario)) return { lines: [`  const first = start(${quoted(scenario.id)});`], imports: [] };
  return {
    lines: [`  const scenario: Scenario = ${literal(scenario)};`, '  const first = start(scenario);'],
    imports: ['type Scenario'],
  };
}

/**
 * The source text of a test that passes while the rules allow the story, ready to paste. With a name for the claim it
 * expects the claim to be broken; without, it expects what the story leaves of what the claim reads.
 */
export function regressionTest(
  claim: Claim,
  play: PlayedEvents,
  { scenario, story, token, runner, claimName }: TestText,
): string {
  const { lines, imports } = startLines(scenario);
  const names = [...(claimName === undefined ? ['replay'] : []), 'start', 'type Event', ...imports];
  const expected =
    claimName === undefined
      ? [
          '  const end = replay(first, events);',
          `  ${equals(runner, 'end.ok', 'true')}`,
          ...leftBehind(claim, play).map(
            ({ path, value }) => `  ${equals(runner, `end.state${asked(path)}`, literal(value))}`,
          ),
        ]
      : [`  ${equals(runner, `isBrokenBy(${claimName.name}, first, events)`, 'true')}`];
  return [
    `import { ${names.join(', ')} } from 'detente';`,
    ...(claimName === undefined ? [] : ["import { isBrokenBy } from 'detente/testing';"]),
    ...headLines(runner, claimName, [story, token]),
    `it(${quoted(`a lawful sequence breaks: ${claim.title}`)}, () => {`,
    ...lines,
    ...eventLines(play.events),
    ...expected,
    '});',
    '',
  ].join('\n');
}
