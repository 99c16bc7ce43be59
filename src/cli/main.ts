#!/usr/bin/env node
/** The command `detente`: the process's streams and arguments handed to the command line. */
import { fstatSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { runCli } from './program';
import { BAD_INPUT, UNWRITTEN } from './refusal';
import { lineWidth, type Terminal } from './terminal';

/** Whether standard output takes colour: a terminal that is not told otherwise (no-color.org). */
function takesColour(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return process.stdout.isTTY && TERM !== 'dumb';
}

/** Whether standard output shows block characters: a terminal that takes more than plain text, in Unicode. */
function drawsBlocks(): boolean {
  const { NO_COLOR, TERM, LC_ALL, LC_CTYPE, LANG } = process.env;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== undefined && value !== '');
  const unicode = locale === undefined || /utf-?8/i.test(locale);
  const asked = NO_COLOR === undefined || NO_COLOR === '';
  return process.stdout.isTTY && TERM !== 'dumb' && asked && unicode;
}

/** Why standard output does not take the answer; null while it does. */
let unwritten: NodeJS.ErrnoException | null = null;
process.stdout.on('error', (error: NodeJS.ErrnoException) => (unwritten ??= error));
// Nobody can be told that nobody can be told; the exit code says what it would have said.
process.stderr.on('error', () => undefined);

const STANDARD_OUTPUT = 1;

/** Whether standard output is a file or a device: those take a part of what they are given, and the stream passes over it. */
function isFile(): boolean {
  if (process.stdout.isTTY) return false;
  try {
    const found = fstatSync(STANDARD_OUTPUT);
    return found.isFile() || found.isCharacterDevice();
  } catch {
    return false;
  }
}

function write(text: string): void {
  if (!isFile()) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(STANDARD_OUTPUT, text);
  } catch (error) {
    unwritten ??= error as NodeJS.ErrnoException;
  }
}

/**
 * The exit code once all is written that can be: 74 where an answer could not, but for a reader that went away, as `head` does. Of what is
 * stopped or refused the code says so, and that it could not be written is told beside it.
 */
async function written(exit: number): Promise<number> {
  await new Promise<void>((done) => process.stdout.write('', () => done()));
  if (unwritten === null || unwritten.code === 'EPIPE') return exit;
  process.stderr.write(`detente: the answer cannot be written: ${unwritten.message}.\n`);
  return exit === 0 || exit === 1 ? UNWRITTEN : exit;
}

const width = lineWidth(process.env, process.stdout);

const terminal: Terminal = {
  write,
  warn: (text) => process.stderr.write(text),
  drawsProgress: process.stderr.isTTY,
  colour: takesColour(),
  draws: drawsBlocks(),
  ...(width === undefined ? {} : { width }),
  // Opened by the command that reads lines, and by no other.
  get input() {
    return process.stdin;
  },
};

let answered = false;
// A module of one's own may end the process, or never finish loading: without a word that would look like an empty answer.
process.once('exit', () => {
  if (answered) return;
  process.stderr.write(
    "detente: it ended before there was an answer; a module of one's own ended it, or never finished loading.\n",
  );
  process.exitCode = BAD_INPUT;
});
// The code is set and not forced, so that everything written arrives.
const code = await written(await runCli(process.argv.slice(2), terminal));
answered = true;
process.exitCode = code;
