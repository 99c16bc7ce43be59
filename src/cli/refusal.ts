/** What ends a command before it has an answer, as a sentence and an exit code: the one place where errors become either. */
import { InputError } from '../kit/input-error';
import { BadInput, sentence, Stopped, Unwritten } from './terminal';

/** Exit code of bad input. */
export const BAD_INPUT = 2;
/** Exit code of a fault of this program, after the convention of sysexits. */
export const FAULT = 70;
/** Exit code of an answer that cannot be written where it should go, after the same. */
export const UNWRITTEN = 74;

/** A refusal as the command line tells it. */
export interface Told {
  readonly message: string;
  readonly exit: number;
  /** What is printed where JSON was asked for. */
  readonly answer?: string;
}

/** Errors of the library that the caller can mend, by their names: importing their classes would load what throws them. */
const OF_THE_LIBRARY: Readonly<Record<string, (error: Error) => number>> = {
  MissingPeerError: () => BAD_INPUT,
  FolderError: (error) => ('begun' in error && error.begun === true ? UNWRITTEN : BAD_INPUT),
  CheckpointError: () => UNWRITTEN,
  InputError: () => BAD_INPUT,
};

/** Exit code of an error of the library that the caller can mend; undefined for a fault. */
function exitOf(error: unknown): number | undefined {
  if (error instanceof InputError) return BAD_INPUT;
  return error instanceof Error ? OF_THE_LIBRARY[error.name]?.(error) : undefined;
}

/** How an error is told, and with which code the process ends. */
export function refusalOf(error: unknown): Told {
  if (error instanceof BadInput) {
    const { message, answer } = error;
    return { message, exit: BAD_INPUT, ...(answer === undefined ? {} : { answer }) };
  }
  if (error instanceof Stopped) return { message: error.message, exit: error.exit };
  if (error instanceof Unwritten) return { message: error.message, exit: UNWRITTEN };
  const message = error instanceof Error ? error.message : String(error);
  const exit = exitOf(error);
  if (exit !== undefined) return { message: sentence(message), exit };
  return { message: `a fault of this program, not of your input: ${message}`, exit: FAULT };
}
