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

const terminal: Terminal = {
  write: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
  drawsProgress: process.stderr.isTTY,
  colour: takesColour(),
};

// A reader such as `head` may close the pipe early; that is no fault of anyone.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// The code is set and not forced, so that everything written arrives.
process.exitCode = await runCli(process.argv.slice(2), terminal);
