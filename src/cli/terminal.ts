/**
 * What the commands share: where they write, how they are refused, how numbers and seeds are read.
 *
 * A command returns its whole answer before anything is written, so that nothing half written is left behind when an
 * input turns out to be bad.
 */
import type { Paint } from '../report/text';

/** Where a command line reads its surroundings and writes its answer. */
export interface Terminal {
  /** Writes to standard output. */
  readonly write: (text: string) => void;
  /** Writes to standard error. */
  readonly warn: (text: string) => void;
  /** Whether standard error is a terminal, where progress may be drawn. */
  readonly drawsProgress: boolean;
  /** Whether standard output takes colour. */
  readonly colour: boolean;
}

/** The answer of a command: the text for standard output, and the exit code. */
export interface Answer {
  readonly text: string;
  /** 0 done, 1 the answer is no. */
  readonly exit: 0 | 1;
}

/** Bad input: what is wrong, in sentences for standard error; exit code 2. `answer` is printed where JSON was asked for. */
export class BadInput extends Error {
  override readonly name = 'BadInput';

  constructor(
    message: string,
    readonly answer?: string,
  ) {
    super(message);
  }
}

/** One JSON document, as `--json` prints it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Longest quotation of what was given, in characters. */
const LONGEST_QUOTE = 60;

/** What was given, quoted and cut to a length that leaves the message readable. */
export function quoted(text: string): string {
  const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return JSON.stringify(cut);
}

/** Reads a whole number within bounds; refuses everything else, also `1e3` and `0x10`, which a reader may take differently. */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new BadInput(`${option} takes a whole number from ${least} to ${most}; given ${quoted(text)}.`);
}

/** Reads a seed: a text of 1 to `longest` characters. */
export function seedText(text: string, longest: number): string {
  if (text.length >= 1 && text.length <= longest) return text;
  throw new BadInput(`--seed takes a text of 1 to ${longest} characters; given ${text.length}.`);
}

/** Paint for a terminal: colours where it takes them. Loaded only when something is to be painted. */
export async function paintFor(terminal: Terminal): Promise<Paint> {
  const { default: colours } = await import('picocolors');
  return colours.createColors(terminal.colour);
}

/** Draws progress on standard error, where that is a terminal, and wipes it when all is done. */
export function progressOn(
  terminal: Terminal,
  what: string,
): ((done: number, all: number) => void) | undefined {
  if (!terminal.drawsProgress) return undefined;
  return (done, all) => {
    const share = Math.floor((100 * done) / all);
    terminal.warn(done >= all ? '\r\u001b[K' : `\r${what} ${String(share).padStart(3)}%`);
  };
}

/** A word as a shell takes it: bare where it is plain, else between single quotes. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:@%+=-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}
