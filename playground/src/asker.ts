/** The edge: begins what is wanted and not begun, ends what is no longer wanted, and tells what comes of it. */
import type { Asked, Told } from './question';
import { messageOf } from './words';

/** Told what comes of a question, by its key. */
export type Tell = (key: string, told: Told) => void;
/** Does the work of a question until it is done or the signal is aborted. */
export type Work = (asked: Asked, signal: AbortSignal, tell: (told: Told) => void) => Promise<void>;

/** Keeps the work under way in step with what is wanted. */
export class Asker {
  readonly #running = new Map<string, AbortController>();
  readonly #tell: Tell;
  readonly #work: Work;

  constructor(work: Work, tell: Tell) {
    this.#work = work;
    this.#tell = tell;
  }

  /** Begins and ends work until just what is wanted is under way. */
  follow(wanted: readonly Asked[]): void {
    for (const [key, controller] of this.#running) {
      if (wanted.some((one) => one.key === key)) continue;
      this.#running.delete(key);
      controller.abort(new Error('it is no longer wanted'));
    }
    for (const one of wanted) if (!this.#running.has(one.key)) void this.#begin(one);
  }

  async #begin(asked: Asked): Promise<void> {
    const { key } = asked;
    const controller = new AbortController();
    const { signal } = controller;
    this.#running.set(key, controller);
    // What is no longer wanted has nothing to tell.
    const tell = (told: Told) => {
      if (!signal.aborted) this.#tell(key, told);
    };
    try {
      await this.#work(asked, signal, tell);
    } catch (error) {
      tell({ state: 'failed', text: messageOf(error) });
    } finally {
      if (this.#running.get(key) === controller) this.#running.delete(key);
    }
  }
}
