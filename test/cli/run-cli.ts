/** A command line run in this process, with what it wrote. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/program';

/** What a command line did. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line without a terminal: no colour, no progress. */
export function cli(...argv: string[]): Promise<Ran> {
  return cliWith([], ...argv);
}

/** Runs a command line that reads lines, as from a pipe. */
export async function cliWith(lines: readonly string[], ...argv: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const exit = await runCli(argv, {
    write: (text) => (out += text),
    warn: (text) => (err += text),
    drawsProgress: false,
    colour: false,
    input: Readable.from(lines.map((line) => `${line}\n`)),
  });
  return { exit, out, err };
}

/** A folder for the files of one test. */
export interface Folder {
  readonly file: (name: string, content: string | Uint8Array) => string;
  readonly path: string;
  readonly remove: () => void;
}

/** Makes a folder of its own in the system's place for such. */
export function folder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'detente-'));
  return {
    path,
    file: (name, content) => {
      const at = join(path, name);
      writeFileSync(at, content);
      return at;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** The longest line of a text, in characters. */
export function longestLine(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

/** What a screen never breaks: a command and a digest to copy, an event in JSON, a link. */
const WHOLE = /^\s*(again: |digest |[0-9a-f]{64}$|\{"|<https?:)/;

/** The name of an act's type, of a status or of a supposition in code, where a reader expects words. */
const CODE =
  /\b(tariff|control|listing|port-fee|exclusion|probe|purchase|talks|meeting|truce|court|agreement|promise|statement|undertaking|third-country)\.[a-z]+(-[a-z]+)*\b|(?<![-\w])(in-force|struck-down|called-off|no-progress|under-way|leaders-call|after-\d+|round-day-\d+)(?![-\w])/g;

/** Names of code in a screen, but for what is there to be copied. */
export function codeWords(text: string): string[] {
  const shown = text.split('\n').filter((line) => !WHOLE.test(line));
  // What a scenario says of itself may name code, between backquotes.
  return (
    shown
      .join('\n')
      .replace(/`[^`]*`/g, '')
      .match(CODE) ?? []
  );
}

/** Lines of a screen that go beyond the edge of a terminal, but for what is never broken. */
export function beyondEdge(text: string, width: number): string[] {
  return text.split('\n').filter((line) => line.length > width && !WHOLE.test(line));
}
