/**
 * Work that a signal must not cut in two. A signal to which nobody listens ends a process where it stands, in the middle of a file; here
 * it is heard instead, what is half done is taken away, and the process ends by it after all.
 */
import { constants } from 'node:os';
import process from 'node:process';
import { setImmediate } from 'node:timers';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Work that is under way: what takes away what there is of it. */
const underWay = new Set<{ readonly undo: () => void }>();

function undoAll(): void {
  for (const { undo } of underWay) {
    try {
      undo();
    } catch {
      // What cannot be taken away stays; the process ends all the same.
    }
  }
  underWay.clear();
}

function begin(): void {
  for (const signal of SIGNALS) process.prependListener(signal, heard);
  process.on('exit', undoAll);
}

function end(): void {
  for (const signal of SIGNALS) process.off(signal, heard);
  process.off('exit', undoAll);
}

function heard(signal: NodeJS.Signals): void {
  // Whoever else listens decides what comes of it. In front of them all, none of them has taken itself off the list yet.
  if (process.listeners(signal).some((listener) => listener !== heard)) return;
  undoAll();
  end();
  try {
    process.kill(process.pid, signal);
  } catch {
    // Not every system lets a process send itself any signal.
    process.exit(128 + constants.signals[signal]);
  }
}

/** Takes note of work; what it returns is to be called once the work is done, whatever came of it. */
function noted(undo: () => void): () => void {
  const work = { undo };
  if (underWay.size === 0) begin();
  underWay.add(work);
  const release = () => {
    underWay.delete(work);
    if (underWay.size === 0) end();
  };
  // A signal that came meanwhile is heard when the system is asked next, and in the first of two turns it may have been asked before.
  return () => void setImmediate(() => setImmediate(release));
}

/** Does work that does not pause; a signal that comes meanwhile does what it does once the work is done. */
export function inOnePiece<T>(work: () => T): T {
  const done = noted(() => undefined);
  try {
    return work();
  } finally {
    done();
  }
}

/** Does work that pauses, and takes away what there is of it where a signal, or the program, ends the process before it is done. */
export async function orUndone<T>(undo: () => void, work: () => Promise<T>): Promise<T> {
  const done = noted(undo);
  try {
    return await work();
  } finally {
    done();
  }
}
