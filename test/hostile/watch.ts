/** What must stay as it was while hostile input is parsed, what an answer must look like, and a tally of both. */
import { expect } from 'vitest';

const WATCHED: readonly object[] = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Number.prototype,
  Boolean.prototype,
  Function.prototype,
  Map.prototype,
  Set.prototype,
  Date.prototype,
  Promise.prototype,
  Object,
  Array,
  JSON,
  Math,
];

const picture = () =>
  WATCHED.map((watched) =>
    Reflect.ownKeys(watched).map((key) => [
      key,
      Object.getOwnPropertyDescriptor(watched, key)?.value as unknown,
    ]),
  );
const before = picture();

/** Fails where a built-in prototype has gained, lost or exchanged anything since this file was loaded. */
export function expectPrototypesUnchanged(): void {
  picture().forEach((now, index) => {
    expect(now.length).toBe(before[index]!.length);
    now.forEach(([key, value], at) => {
      if (key !== before[index]![at]![0] || !Object.is(value, before[index]![at]![1]))
        throw new Error(`${String(key)} has changed`);
    });
  });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}

/** Why a value accepted from outside is not plain, or null. */
function strange(value: unknown, path: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== Array.prototype && proto !== null)
    return `${path} has a prototype of its own`;
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') return `${path} holds the key __proto__`;
    const found = strange(item, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

/** Longest sentence of a complaint, in characters. */
const LONGEST = 1_100;

/** What is wrong with a complaint, or null: one line, of bounded length, for people. */
export function unclear(message: string): string | null {
  if (message.trim() === '') return 'it is empty';
  if (message.length > LONGEST) return `it has ${message.length} characters`;
  if (/\[object |\n\s+at |\bundefined\b/.test(message)) return 'it speaks of the inside';
  return null;
}

/** The shape of a complaint without what was given, so that kinds of complaints can be counted. */
function shapeOf(message: string): string {
  return message
    .replace(/"[^"]*"/g, '"…"')
    .replace(/-?\d[\d.e+:-]*/g, '0')
    .replace(/given .*/s, 'given …')
    .replace(/(one of|known:) .*/s, '$1 …')
    .slice(0, 80);
}

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly { readonly message: string }[] };

/** Counts answers and collects what is wrong with them. */
export class Tally {
  refused = 0;
  accepted = 0;
  readonly shapes = new Map<string, number>();
  readonly faults: string[] = [];

  note(index: number, answer: Answer): void {
    const fault = (text: string) => {
      if (this.faults.length < 10) this.faults.push(`case ${index}: ${text}`);
    };
    if (answer.ok) {
      this.accepted += 1;
      const found = strange(answer.value, '');
      if (found !== null) fault(`accepted, and ${found}`);
      return;
    }
    this.refused += 1;
    if (answer.issues.length === 0) fault('refused without a complaint');
    if (answer.issues.length > 100) fault(`${answer.issues.length} complaints`);
    for (const { message } of answer.issues) {
      const why = unclear(message);
      if (why !== null) fault(`a complaint is not clear, ${why}: ${JSON.stringify(message.slice(0, 200))}`);
      const shape = shapeOf(message);
      this.shapes.set(shape, (this.shapes.get(shape) ?? 0) + 1);
    }
  }

  threw(index: number, error: unknown): void {
    if (this.faults.length < 10)
      this.faults.push(
        `case ${index}: threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
  }

  /** One line for the record of a run. */
  get text(): string {
    return `${this.refused + this.accepted} inputs: ${this.refused} refused, ${this.accepted} valid after all, ${this.shapes.size} kinds of complaint`;
  }
}
