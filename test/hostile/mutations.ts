/** Generated bad inputs: valid ones with something put wrong, keyed by a number so that each can be made again. */
import { createDraws } from '../../src/kit/keyed-draws';

const draws = createDraws('hostile');

/** A sequence of draws for one case. */
export class Dice {
  private next = 0;
  constructor(
    private readonly kind: string,
    private readonly index: number,
  ) {}
  /** A number in [0, 1). */
  roll(): number {
    return draws.uniform(this.index, this.kind, this.next++);
  }
  /** A whole number from 0 below `count`. */
  below(count: number): number {
    return Math.floor(this.roll() * count);
  }
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

const nested = (depth: number, key: string | null): unknown => {
  let value: unknown = 0;
  for (let level = 0; level < depth; level += 1) value = key === null ? [value] : { [key]: value };
  return value;
};
/** Deep and large values are costly to make, so they are made once. */
const DEEP = [
  nested(70, null),
  nested(5_000, null),
  nested(5_000, 'not'),
  nested(70, 'all'),
  nested(2_000, 'a'),
];
const LARGE = [
  new Array<number>(30_000).fill(1),
  new Array<string>(300_000).fill('x'),
  Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`k${at}`, at])),
  'x'.repeat(1_000_000),
];
const cycle: Record<string, unknown> = {};
cycle.self = cycle;

/** A parsed object that has a key which no literal can give it. */
const smuggling = (key: string): unknown => JSON.parse(`{"${key}":{"polluted":true}}`);
const ODD: readonly unknown[] = [
  null,
  undefined,
  true,
  NaN,
  Infinity,
  -Infinity,
  -0,
  1e308,
  -1,
  0.5,
  2 ** 53,
  'NaN',
  'Infinity',
  '-.inf',
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\udfffb',
  '\u202eabc',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '2025-02-30',
  '2025-13-01',
  '0000-00-00',
  '2025-10-25T00:00:00Z',
  '99999-01-01',
  '２０２５-10-25',
  [],
  {},
  [[]],
  [null],
  ['x', 'x'],
  { length: 1e9 },
  smuggling('__proto__'),
  smuggling('constructor'),
  smuggling('prototype'),
  cycle,
];
/** What JSON cannot carry; only values can be such. */
const LIVE: readonly unknown[] = [
  Symbol('s'),
  10n,
  () => 0,
  new Date(0),
  new Map([['a', 1]]),
  /x/,
  Object.create({ inherited: true }) as object,
  Object.defineProperty({}, 'type', {
    enumerable: true,
    get: () => {
      throw new Error('a trap');
    },
  }),
];

/** A value that hardly any field takes: odd, rarely deep, large or not of JSON. */
export function oddValue(dice: Dice): unknown {
  const kind = dice.below(1000);
  if (kind < 4) return dice.pick(LARGE);
  if (kind < 40) return dice.pick(DEEP);
  if (kind < 100) return dice.pick(LIVE);
  return dice.pick(ODD);
}

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'extends',
  'id',
  'type',
  'x',
  '',
];

type Container = Record<string, unknown> | unknown[];

/** A container somewhere in a value; deeper ones are as likely as shallow ones on each step. */
function somewhere(dice: Dice, root: Container): Container {
  let at = root;
  for (;;) {
    const inner = Object.values(at).filter(
      (value): value is Container => typeof value === 'object' && value !== null,
    );
    if (inner.length === 0 || dice.roll() < 0.3) return at;
    at = dice.pick(inner);
  }
}

function define(target: Container, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A copy of a plain JSON value with one to three things put wrong: replaced, removed, added, doubled, moved, renamed. */
export function mutated(dice: Dice, valid: unknown): unknown {
  if (dice.roll() < 0.03) return oddValue(dice);
  const root = structuredClone(valid) as Container;
  for (let changes = 1 + dice.below(3); changes > 0; changes -= 1) {
    const target = somewhere(dice, root);
    const keys = Object.keys(target);
    const key = keys.length === 0 ? 'x' : dice.pick(keys);
    const change = dice.below(7);
    if (change <= 2) define(target, key, oddValue(dice));
    else if (change === 3 && !Array.isArray(target)) delete target[key];
    else if (change === 4) define(target, dice.pick(KEYS), oddValue(dice));
    else if (change === 5 && Array.isArray(target)) target.push(...target.slice(0, 20));
    else if (change === 5)
      define(target, `${key}${dice.pick(KEYS)}`, (target as Record<string, unknown>)[key]);
    else define(target, key, structuredClone(dice.pick(Object.values(somewhere(dice, root)))));
    // What was put in may be a getter that throws or a cycle: nothing further is changed below it.
    if (change <= 4) break;
  }
  return root;
}

const SNIPPETS: readonly string[] = [
  '\u0000',
  '\t',
  '\r',
  '\ufeff',
  '\ud800',
  '---\n',
  '...\n',
  '%YAML 9.9\n',
  '&a ',
  '*a',
  '!!js/function ',
  '!!binary ',
  '!<tag:x> ',
  '<<: *a\n',
  '<<: {a: 1}\n',
  '__proto__: {polluted: 1}\n',
  'constructor: {prototype: {polluted: 1}}\n',
  '"__proto__": {"polluted": 1},',
  '.nan',
  '.inf',
  '-.inf',
  'NaN',
  'Infinity',
  '1e999',
  '0x7fffffffffffffff',
  '? ',
  '| ',
  '>+9 ',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  "'",
  '# ',
  '2025-02-30',
  '10:20:30',
  'yes',
  '~',
  'extends: x\n',
  'id: y\n',
  '[[[[[[[[[[[[[[[[[[[[',
  '{"a":'.repeat(80),
  '[*a,*a,*a,*a,*a,*a,*a,*a,*a]',
  'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n',
  '\\ud800',
  '\\u0000',
  'é',
  '\u2028',
  '\u0085',
];

/** A text with one to four things put wrong: pieces cut out, doubled, moved or put in; broken off; lines swapped. */
export function mutatedText(dice: Dice, valid: string): string {
  let text = valid;
  for (let changes = 1 + dice.below(4); changes > 0; changes -= 1) {
    const at = dice.below(text.length + 1);
    const length = 1 + dice.below(40);
    const change = dice.below(6);
    if (change <= 1) text = text.slice(0, at) + dice.pick(SNIPPETS) + text.slice(at);
    else if (change === 2) text = text.slice(0, at) + text.slice(at + length);
    else if (change === 3)
      text = text.slice(0, at) + text.slice(at, at + length).repeat(2) + text.slice(at + length);
    else if (change === 4 && dice.roll() < 0.2) text = text.slice(0, at);
    else text = text.slice(0, at) + String.fromCharCode(dice.below(0x250)) + text.slice(at + 1);
  }
  return text;
}

/** The bytes of a text with some of them overwritten, so that they need not be UTF-8. */
export function mutatedBytes(dice: Dice, valid: string): Uint8Array {
  const bytes = new TextEncoder().encode(valid);
  for (let changes = 1 + dice.below(6); changes > 0; changes -= 1)
    bytes[dice.below(bytes.length)] = dice.below(256);
  return bytes;
}
