#!/usr/bin/env node
/** The command `detente`: the process's streams and arguments handed to the command line. */
import process from 'node:process';
import { runCli } from './program';
import type { Terminal } from './terminal';

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

const terminal: Terminal = {
  write: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
  drawsProgress: process.stderr.isTTY,
  colour: takesColour(),
  draws: drawsBlocks(),
};

// A reader such as `head` may close the pipe early; that is no fault of anyone.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// The code is set and not forced, so that everything written arrives.
process.exitCode = await runCli(process.argv.slice(2), terminal);
