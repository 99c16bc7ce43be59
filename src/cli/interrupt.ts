/**
 * Ctrl-C during long work: the first one asks it to stop and say what it has, the second one ends the process at once.
 * SIGTERM, with which schedulers end a job, and SIGHUP, which comes when the terminal goes away, are taken alike.
 */
import process from 'node:process';
import { Stopped, type StoppedExit } from './terminal';

const EXITS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const satisfies Readonly<
  Record<string, StoppedExit>
>;

type StopSignalName = keyof typeof EXITS;
const SIGNALS: readonly StopSignalName[] = ['SIGHUP', 'SIGINT', 'SIGTERM'];

/** What long work came to, and the signal that stopped it, if one did. */
export interface Interruptible<T> {
  readonly result: T;
  readonly stopped: { readonly by: StopSignalName; readonly exit: StoppedExit } | null;
}

/**
 * Does work that a signal may stop. Rejects as the work does; where it was stopped before it had anything to say,
 * with {@link Stopped}.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<Interruptible<T>> {
  const controller = new AbortController();
  let by: StopSignalName | null = null;
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  const stop = (signal: NodeJS.Signals) => {
    by = SIGNALS.find((name) => name === signal) ?? 'SIGINT';
    // Without a listener the next signal does what the system does: it ends the process.
    release();
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const stoppedBy = () => (by === null ? null : { by, exit: EXITS[by] });
  try {
    const result = await work(controller.signal);
    return { result, stopped: stoppedBy() };
  } catch (error) {
    const stopped = stoppedBy();
    if (stopped !== null && error === controller.signal.reason) {
      throw new Stopped(
        `stopped by ${stopped.by} before the first run was done: there is no answer.`,
        stopped.exit,
      );
    }
    throw error;
  } finally {
    release();
  }
}

/** Does the work until a signal stops it; then nothing stays behind, and it rejects with {@link Stopped}. */
export async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return (await interruptible(work)).result;
  } catch (error) {
    if (error instanceof Stopped) throw new Stopped('stopped; nothing was written.', error.exit);
    throw error;
  }
}
