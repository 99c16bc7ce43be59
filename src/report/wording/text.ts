/**
 * Terminal text: wrapping to 80 columns, aligned columns, bars, and numbers written one way everywhere.
 *
 * Colour is a parameter, so that this layer needs no terminal: what paints is given, and {@link PLAIN} paints nothing.
 * Lines are measured in characters; the record has no wide ones.
 */
import type { PartyId } from '../../model/actor';
import type { Facts } from '../../facts/schema';
import { itemAt, lastOf } from '../../kit/lists';

/** What colours text: every function returns its text, perhaps between escape codes. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const same = (text: string): string => text;

/** Paints nothing: for pipes, files and tests. */
export const PLAIN: Paint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };

/** Width to which every screen is wrapped, in characters. */
export const WIDTH = 80;

/**
 * Breaks a text into lines of at most `width` characters, the first behind `first`, the others behind `rest`. A word
 * that is longer than a line stands on a line of its own.
 */
export function wrap(text: string, first = '', rest = first, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line.trimEnd()];
}

/** Side to which a column is aligned. */
export type Align = 'left' | 'right';

/** Rows as lines of aligned columns, two blanks between them; columns without an entry in `align` are left-aligned. */
export function columns(
  rows: readonly (readonly string[])[],
  align: readonly Align[],
  indent = '  ',
): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  const pad = (cell: string, at: number) =>
    align[at] === 'right' ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
  return rows.map((row) => (indent + row.map(pad).join('  ')).trimEnd());
}

/**
 * Rows as {@link columns} has them, with a first cell that is longer than `width` going on over further lines, so that nothing of
 * it is cut. The lines of each row stand together.
 */
export function labelledRows(
  rows: readonly (readonly string[])[],
  align: readonly Align[],
  width: number,
): string[][] {
  const labels = rows.map(([label = '']) => wrap(label, '', '', width));
  const lines = columns(
    rows.map((row, at) => [itemAt(itemAt(labels, at), 0), ...row.slice(1)]),
    align,
  );
  return lines.map((line, at) => [
    line,
    ...itemAt(labels, at)
      .slice(1)
      .map((rest) => `    ${rest}`),
  ]);
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
export function partyName(facts: Facts, party: PartyId): string {
  const label = facts.parties.find((fact) => fact.id === party)?.label ?? party;
  return label.startsWith('United ') ? `the ${label}` : label;
}

/** The capital that stands for a party's government: `Washington`, `Beijing`. */
export function capitalOf(facts: Facts, party: PartyId): string {
  return facts.parties.find((fact) => fact.id === party)?.capital ?? party;
}

/** A heading of a screen. */
export function heading(paint: Paint, text: string, aside = ''): string {
  return aside === '' ? paint.bold(text) : `${paint.bold(text)}  ${paint.dim(aside)}`;
}

/** Lines as a screen: joined, with one line end at the end. */
export function screen(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
