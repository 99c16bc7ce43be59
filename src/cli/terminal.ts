/**
 * What the commands share: where they write, how they are refused, how progress is drawn.
 *
 * A command returns its whole answer before anything is written, so that nothing half written is left behind when an
 * input turns out to be bad.
 */
import { shownJson } from '../kit/json-text';
import type { Paint } from '../report/wording/text';

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
  /** Whether standard output shows block characters, for bars and small lines; plain text unless told. */
  readonly draws?: boolean;
  /** Characters of a line of standard output; 80 unless told. Screens use from 40 to 120 of them. */
  readonly width?: number;
  /** Where lines are read from, by a command that reads any; nowhere unless told. */
  readonly input?: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Milliseconds that have passed, for rates on the screen; those of the process unless told. */
  readonly clock?: () => number;
}

/** Exit codes of work that a signal ended, after the convention of shells: 128 and its number. */
export type StoppedExit = 129 | 130 | 143;

/** The answer of a command: the text for standard output, and the exit code. */
export interface Answer {
  readonly text: string;
  /** 0 done, 1 the answer is no, 129, 130 or 143 a part of the answer. */
  readonly exit: 0 | 1 | StoppedExit;
}

/** Work that a signal ended before there was an answer: what was done, in a sentence for standard error. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor(
    message: string,
    readonly exit: StoppedExit,
  ) {
    super(message);
  }
}

/** A complaint as a sentence: with a stop, unless it ends as one. */
export const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

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

/** An answer that cannot be written where it should go: what and why, in a sentence for standard error; exit code 74. */
export class Unwritten extends Error {
  override readonly name = 'Unwritten';
}

/** One JSON document, as `--json` prints it. */
export const json = shownJson;

/** Longest quotation of what was given, in characters. */
const LONGEST_QUOTE = 60;

/** What was given, quoted and cut to a length that leaves the message readable. */
export function quoted(text: string): string {
  const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return JSON.stringify(cut);
}

/** Widths that screens are made for, in characters: narrower ones run over the edge, on wider ones the right stays empty. */
const WIDTHS = { least: 40, usual: 80, most: 120 } as const;

/** Characters of a line that a screen may use. */
export function screenWidth({ width = WIDTHS.usual }: Pick<Terminal, 'width'>): number {
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, width));
}

/** Characters of a line: what COLUMNS says, as for other programs, else what the terminal has; undefined where nothing tells. */
export function lineWidth(
  { COLUMNS = '' }: { readonly COLUMNS?: string },
  { isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number },
): number | undefined {
  if (/^[1-9]\d{0,5}$/.test(COLUMNS)) return Number(COLUMNS);
  return isTTY === true && columns !== undefined && columns > 0 ? columns : undefined;
}

/** Paint for a terminal: its width, and colours where it takes them. Loaded only when something is to be painted. */
export async function paintFor(terminal: Terminal): Promise<Paint> {
  const { default: colours } = await import('picocolors');
  return { ...colours.createColors(terminal.colour), width: screenWidth(terminal) };
}

/** A number without decimals, with blanks between thousands, as on the screens: `10 000`. */
export function grouped(n: number): string {
  return String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** Seconds as a clock shows them: `0:07`, `12:05`, `1:02:03`. */
function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** How progress is told. */
export interface ProgressOptions {
  /** What is counted. */
  readonly unit?: string;
  /** How much was done before, by an earlier process: it counts as done, but not for the rate. */
  readonly already?: number;
}

/**
 * Draws progress on standard error, where that is a terminal, and wipes it when all is done: the share, how fast it
 * goes and what time is left at that rate. Work that comes in several parts begins anew with each.
 */
export function progressOn(
  terminal: Terminal,
  what: string,
  { unit = 'runs', already = 0 }: ProgressOptions = {},
): ((done: number, all: number) => void) | undefined {
  if (!terminal.drawsProgress) return undefined;
  const clock = terminal.clock ?? (() => performance.now());
  let begun = { at: clock(), done: already };
  let last = already;
  return (done, all) => {
    const now = clock();
    if (done < last) begun = { at: now, done };
    last = done;
    if (done >= all) {
      terminal.warn('\r\u001b[K');
      return;
    }
    const share = String(Math.floor((100 * done) / all)).padStart(3);
    const rate = (1000 * (done - begun.done)) / (now - begun.at);
    const speed =
      rate > 0 && Number.isFinite(rate) ? `  ${grouped(rate)}/s  ${clockTime((all - done) / rate)} left` : '';
    terminal.warn(`\r${what} ${share}%  ${grouped(done)} of ${grouped(all)} ${unit}${speed}\u001b[K`);
  };
}

/** A word as a shell takes it: bare where it is plain, else between single quotes. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:@%+=-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}
