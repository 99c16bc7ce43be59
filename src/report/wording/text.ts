/**
 * Terminal text: wrapping to the width of a screen, tables, bars, and numbers written one way everywhere.
 *
 * Colour and width are a parameter, so that this layer needs no terminal: what paints is given, and {@link PLAIN} paints
 * nothing. Lines are measured in characters; the record has no wide ones.
 */
import type { PartyId } from '../../model/actor';
import type { BareFacts } from '../../facts/bare';
import { checkItems } from '../../kit/answer-form';
import { checkNumber } from '../../kit/checks';
import { itemAt, lastOf } from '../../kit/lists';
import { visibleScreen } from './visible';

/** Room for text on a screen. */
export interface Room {
  /** Characters that a line may have; {@link WIDTH} unless told. */
  readonly width?: number;
}

/** What a screen is made for: how wide it is, and what colours text. Every function returns its text, perhaps between escape codes. */
export interface Paint extends Room {
  /** Makes a text bold: headings. */
  readonly bold: (text: string) => string;
  /** Makes a text pale: notes aside. */
  readonly dim: (text: string) => string;
  /** Makes a text red: what is broken or lost. */
  readonly red: (text: string) => string;
  /** Makes a text green: what holds. */
  readonly green: (text: string) => string;
  /** Makes a text yellow: what needs a look. */
  readonly yellow: (text: string) => string;
  /** Makes a text cyan: marks among others. */
  readonly cyan: (text: string) => string;
}

/** Leaves a text as it is. */
export const same = (text: string): string => text;

/** Paints nothing, 80 characters wide: for pipes, files and tests. */
export const PLAIN: Paint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };

/** Characters of a line where nothing else is told. */
export const WIDTH = 80;

/** Characters that a line of a screen may have. */
export const widthOf = ({ width = WIDTH }: Room): number => width;

const CODES = /\u001b\[[0-9;]*m/g;

/** Characters of a text as they are seen: the codes of colours take no room. */
export const seenLength = (text: string): number => text.replace(CODES, '').length;

/**
 * Breaks a text into lines that fit a screen, the first behind `first`, the others behind `rest`. A word that is longer
 * than a line stands on a line of its own.
 */
export function wrap(room: Room, text: string, first = '', rest = first): string[] {
  const width = widthOf(room);
  const lines: string[] = [];
  let line = first;
  let used = seenLength(first);
  let empty = true;
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const length = seenLength(word);
    if (!empty && used + 1 + length > width) {
      lines.push(line);
      line = rest;
      used = seenLength(rest);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    used += empty ? length : length + 1;
    empty = false;
  }
  return [...lines, line.trimEnd()];
}

/** Side to which a column is aligned. */
export type Align = 'left' | 'right';

/** How a table is laid out. */
export interface TableLayout {
  /** The side of each column; left where there is none. */
  readonly align: readonly Align[];
  /** What stands before each row; two blanks unless told. */
  readonly indent?: string;
  /** Columns of words, by their places: where room is short their cells go on over further lines, the first of them first. The first column unless told. */
  readonly words?: readonly number[];
  /** What paints the cells of a column. */
  readonly look?: readonly ((text: string) => string)[];
}

const GAP = '  ';
/** Characters that a column of words keeps however short room is. */
const LEAST_WORDS = 14;
/** Lines beside a label over which columns are spread, before all of them go beneath it. */
const MOST_FOLDS = 2;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The longest cell of each column, up to so many characters. */
function widestIn(rows: readonly (readonly string[])[], most = Infinity): number[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => (widths[at] = Math.min(most, Math.max(widths[at] ?? 0, seenLength(cell)))));
  return widths;
}

function widthsOf(
  room: Room,
  rows: readonly (readonly string[])[],
  { indent = GAP, words = [0] }: TableLayout,
): number[] {
  const widths = widestIn(rows);
  let over = indent.length + sum(widths) + GAP.length * (widths.length - 1) - widthOf(room);
  for (const at of words) {
    const width = widths[at] ?? 0;
    const longest = Math.max(...rows.flatMap((row) => (row[at] ?? '').split(/\s+/).map(seenLength)));
    const least = Math.min(width, Math.max(LEAST_WORDS, longest + GAP.length));
    const less = Math.max(least, width - Math.max(0, over));
    over -= width - less;
    widths[at] = less;
  }
  return widths;
}

/** Places of the columns that stand beside one another: all where they fit, else the rest beneath the first ones, right of the labels. */
function foldsOf(room: Room, widths: readonly number[], label: number): number[][] {
  const folds: number[][] = [[]];
  let used = label;
  for (const [at, width] of widths.entries()) {
    if (at === 0) continue;
    if (lastOf(folds).length > 0 && used + GAP.length + width > widthOf(room)) {
      folds.push([]);
      used = label;
    }
    lastOf(folds).push(at);
    used += GAP.length + width;
  }
  return folds;
}

/** Lines at the end that hold nothing, of those behind the first. */
function emptyAtEnd(lines: readonly string[]): number {
  let empty = 0;
  while (empty < lines.length - 1 && itemAt(lines, lines.length - 1 - empty).trim() === '') empty += 1;
  return empty;
}

/**
 * Rows as lines of aligned columns, two blanks between them; the lines of each row stand together. What does not fit side by
 * side goes on beneath: first the words of a cell, then whole columns, and where not even one has room beside the label, all of them
 * beneath it, so that nothing is cut.
 */
export function tableRows(room: Room, rows: readonly (readonly string[])[], layout: TableLayout): string[][] {
  const { align, indent = GAP, look = [] } = layout;
  const most = widthOf(room);
  const asked = widthsOf(room, rows, layout);
  const label = indent.length + (asked[0] ?? 0);
  const beside = foldsOf(room, asked, label);
  const isBeneath =
    asked.some((width, at) => at > 0 && label + GAP.length + width > most) || beside.length > MOST_FOLDS;
  const widths = isBeneath ? widestIn(rows, most - indent.length - GAP.length) : asked;
  const folds = isBeneath ? foldsOf(room, widths, indent.length) : beside;
  const pad = (cell: string, at: number) => {
    const blanks = ' '.repeat(Math.max(0, (widths[at] ?? 0) - seenLength(cell)));
    const painted = look[at]?.(cell) ?? cell;
    return align[at] === 'right' ? blanks + painted : painted + blanks;
  };
  const partsOf = (cell: string, at: number): string[] =>
    seenLength(cell) <= (widths[at] ?? 0) ? [cell] : wrap({ width: widths[at] ?? 0 }, cell, '', '  ');
  return rows.map((row) => {
    const parts = row.map(partsOf);
    const lines = folds.flatMap((places) => {
      const there = places.filter((at) => at < row.length);
      const height = Math.max(1, ...there.map((at) => itemAt(parts, at).length));
      return Array.from({ length: height }, (_, line) =>
        there.map((at) => GAP + pad(itemAt(parts, at)[line] ?? '', at)).join(''),
      );
    });
    const labels = parts[0] ?? [];
    if (isBeneath)
      return [
        ...labels.filter((text) => text !== '').map((text) => indent + (look[0]?.(text) ?? text)),
        ...lines.filter((line) => line.trim() !== '').map((line) => (indent + line).trimEnd()),
      ];
    const height = Math.max(labels.length, lines.length - emptyAtEnd(lines));
    return Array.from({ length: height }, (_, line) =>
      (indent + pad(labels[line] ?? '', 0) + (lines[line] ?? '')).trimEnd(),
    );
  });
}

/** Rows as the lines of a table. */
export function columns(room: Room, rows: readonly (readonly string[])[], layout: TableLayout): string[] {
  return tableRows(room, rows, layout).flat();
}

/** Rows as the lines of a table under a head, which is dimmed. */
export function table(
  paint: Paint,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  layout: TableLayout,
): string[] {
  const [top = [], ...lines] = tableRows(paint, [head, ...rows], layout);
  return [...top.map(paint.dim), ...lines.flat()];
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A horizontal bar for a share from 0 to 1, `width` characters long at 1, padded with blanks. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  return ('█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')).padEnd(width);
}

const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Values from 0 to `top` as one character each, the higher the taller; what lies beyond is cut to the ends. */
export function sparkline(values: readonly number[], top: number): string {
  const level = (value: number) => Math.round((top > 0 ? Math.min(1, Math.max(0, value / top)) : 0) * 7);
  return values.map((value) => itemAt(LEVELS, level(value))).join('');
}

/** A number with a fixed number of decimals; never a negative nought. */
export function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}

/** A share as per cent, `48.7%`; an event that never came in the sample is `0.0%`, its interval says how rare. */
export function percent(share: number, digits = 1): string {
  return `${fixed(100 * share, digits)}%`;
}

/**
 * Shares of a whole as whole per cents that add up to what the whole rounds to: those that lose most by rounding down are rounded up
 * (Hamilton's method of the largest remainders, the earlier of two equal ones).
 * @param shares - Shares, each from 0 to 1, and their sum at most 1.
 * @throws InputError when a share is no number.
 *
 * @example wholePercents([0.413, 0.293, 0.294]).join(' ') // => '41% 29% 30%'
 */
export function wholePercents(shares: readonly number[]): string[] {
  checkItems('shares', shares, 'shares', (at, share) => checkNumber(at, share, -Infinity));
  // What a float loses is no remainder.
  const exact = shares.map((share) => Number((100 * share).toFixed(9)));
  const down = exact.map(Math.floor);
  const left = Math.round(sum(exact)) - sum(down);
  const up = exact
    .map((value, at) => ({ at, lost: value - itemAt(down, at) }))
    .sort((a, b) => b.lost - a.lost)
    .slice(0, left)
    .map(({ at }) => at);
  return down.map((value, at) => `${value + (up.includes(at) ? 1 : 0)}%`);
}

/** An interval in words: `1.5 to 2`. */
export const range = (low: string, high: string): string => `${low} to ${high}`;

/** A change with its sign: `+0.3`, `-1.2`, `0.0`. */
export function signed(value: number, digits = 1): string {
  const text = fixed(value, digits);
  return Number(text) > 0 ? `+${text}` : text;
}

/** A whole number with blanks between thousands: `10 000`. */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** A count with its noun: `1 round`, `3 rounds`. */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** Things in a row as a sentence names them: `a, b and c`. */
export function listed(items: readonly string[], joiner = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joiner} ${lastOf(items)}`;
}

/** A text with a capital at its head. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Name of a party in a sentence, with its article: `the United States`, `China`. */
export function partyName(facts: BareFacts, party: PartyId): string {
  const label = facts.parties.find((fact) => fact.id === party)?.label ?? party;
  return label.startsWith('United ') ? `the ${label}` : label;
}

/** The capital that stands for a party's government: `Washington`, `Beijing`. */
export function capitalOf(facts: BareFacts, party: PartyId): string {
  return facts.parties.find((fact) => fact.id === party)?.capital ?? party;
}

/** A heading of a screen; what is said aside goes beneath where it does not fit beside it. */
export function heading(paint: Paint, text: string, aside = '', indent = ''): string[] {
  if (aside !== '' && indent.length + text.length + GAP.length + aside.length <= widthOf(paint))
    return [`${indent}${paint.bold(text)}${GAP}${paint.dim(aside)}`];
  const beneath = aside === '' ? [] : wrap(paint, aside, indent + GAP).map(paint.dim);
  return [...wrap(paint, text, indent, indent + GAP).map(paint.bold), ...beneath];
}

/** What an answer was made with, as the last lines of its screen. */
export interface Signature {
  readonly version: string;
  /** What was run: `4 000 runs, seed "1"`. */
  readonly made: string;
  readonly digest?: string;
  /** The command that makes the answer again. */
  readonly command: string;
}

/** The last lines of a screen. The digest and the command are there to be copied, so they are never broken. */
export function signatureLines(paint: Paint, { version, made, digest, command }: Signature): string[] {
  return [
    ...wrap(paint, `detente ${version}, ${made}`),
    ...(digest === undefined ? [] : [`digest ${digest}`]),
    `again: ${command}`,
  ].map(paint.dim);
}

/** Whether what paints a screen puts codes of colours around a text. */
const colours = (paint: Room & Partial<Paint>): boolean => paint.dim !== undefined && paint.dim('x') !== 'x';

/** Text for what paints it, in which of all that a terminal obeys only colours are left, and those only where they are painted. */
export const onScreen = (paint: Room & Partial<Paint>, text: string): string =>
  visibleScreen(text, colours(paint));

/**
 * Lines as a screen: joined, with one line end at the end. A text of a stranger moves no cursor, turns no line round and colours
 * nothing where nothing is coloured.
 */
export function screen(paint: Room & Partial<Paint>, lines: readonly string[]): string {
  return onScreen(paint, `${lines.join('\n')}\n`);
}
