/**
 * The workers of a page, which live as long as it and serve one analysis beside the other.
 *
 * A worker is begun by an address beside this module that bundlers know and follow; a bundler that does not, or a page
 * whose policy forbids it, hands in how to begin one.
 */
import type { Part } from '../analyses/runner/execution';
import type { Lane } from '../analyses/runner/lanes';
import { reasonOf } from '../kit/ask-own';
import { isObject } from '../kit/checks';
import { shown, shownText } from '../kit/input-error';
import { itemAt } from '../kit/lists';
import { VERSION } from '../kit/version';
import { isGreeting, isReply, portLane, type Port, type PortLane } from '../analyses/runner/port';

/** A worker as far as it is used here: `new Worker(…)` gives one. */
export interface WorkerLike {
  /**
   * Sends a message to it.
   * @param message - Plain data, copied as the browser copies values between threads.
   */
  postMessage(message: unknown): void;
  /** Called with each message that it sends; null where nobody listens. */
  onmessage: ((event: never) => void) | null;
  /** Called where it cannot begin or ends under its work; null where nobody listens. */
  onerror: ((event: never) => void) | null;
  /** Ends it at once, whatever it is doing. */
  terminate(): void;
}

/** Longest part of what a browser said that is repeated, in characters. */
const LONGEST_SAID = 300;

/** Why a worker could not begin, or ended under its work. */
export class WorkerStartError extends Error {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'WorkerStartError';

  constructor(
    /** What the browser said; empty where it says nothing, as of a file that is not there. */
    readonly said: string,
  ) {
    super(
      `the worker did not start${said === '' ? '' : `: ${shownText(said, LONGEST_SAID)}`}; where the bundler does not bring dist/browser-worker.js of detente along, copy it beside the bundle, or hand in \`startWorker\`; with \`workers: 0\` the work is done in slices of the page's own thread`,
    );
  }
}

declare const Worker: new (
  url: URL,
  options: { readonly type: 'module'; readonly name?: string },
) => WorkerLike;

/** Whether this place has workers at all: Node has none of this kind. */
export const hasWorkers = (): boolean => typeof Worker === 'function';

const MODULE = { type: 'module' } as const;

/** From where a development server keeps packages that it has bundled: it leaves a package's other files in their place. */
const FROM_BUNDLED = '../../detente/dist/browser-worker.js';

/** The ways in which a page starts its workers by itself, the next one where the one before is of no use. */
const OWN_WAYS: readonly (() => WorkerLike)[] = [
  // Bundlers look for exactly this form.
  () => new Worker(new URL('./browser-worker.js', import.meta.url), { type: 'module' }),
  () => new Worker(new URL(FROM_BUNDLED, import.meta.url), MODULE),
];

/** Ends a worker, whatever it makes of that: those beside it are to be ended, too. */
function terminated(worker: WorkerLike | undefined): void {
  try {
    worker?.terminate();
  } catch {
    // It is listened to no longer.
  }
}

/** Refuses what cannot be spoken to with a {@link WorkerStartError}. */
function checkedWorker(worker: WorkerLike): WorkerLike {
  const given: unknown = worker;
  const can = (name: string) => isObject(given) && typeof given[name] === 'function';
  if (can('postMessage') && can('terminate')) return worker;
  throw new WorkerStartError(`startWorker gave ${shown(given)}, which is no worker`);
}

/** What a browser says of a worker that died; empty where it says nothing that can be read. */
function messageOf(event: { readonly message?: unknown } | undefined): string {
  try {
    const message = event?.message;
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}

/** A worker as a lane. */
class WorkerLane implements Lane {
  readonly depth = 2;
  readonly #ways: readonly (() => WorkerLike)[];
  readonly #onEnd: (lane: WorkerLane) => void;
  #way = 0;
  #worker: WorkerLike | undefined;
  #lane: PortLane | undefined;
  #hasSpoken = false;
  /** What was said to a worker that has not spoken yet: the next one is told again. */
  #unheard: unknown[] = [];

  constructor(ways: readonly (() => WorkerLike)[], onEnd: (lane: WorkerLane) => void) {
    this.#ways = ways;
    this.#onEnd = onEnd;
    const port: Port = {
      postMessage: (message) => {
        if (!this.#hasSpoken) this.#unheard.push(message);
        this.#tell(message);
      },
      onmessage: null,
    };
    this.#lane = portLane(port);
    this.#start(port);
  }

  readonly perform = (part: Part): Promise<unknown> =>
    this.#lane?.perform(part) ?? Promise.reject(new WorkerStartError('it was ended'));

  readonly forget = (setting: object): void => this.#lane?.forget?.(setting);

  /** Ends it for good; what it was doing is rejected. */
  end(said: string): void {
    const lane = this.#lane;
    if (lane === undefined) return;
    this.#lane = undefined;
    this.#onEnd(this);
    lane.breakOff(new WorkerStartError(said));
    terminated(this.#worker);
  }

  #tell(message: unknown): void {
    try {
      this.#worker?.postMessage(message);
    } catch (error) {
      const said = reasonOf(error);
      this.end(said);
      throw new WorkerStartError(said);
    }
  }

  #heard(port: Port, event: never): void {
    const isHeard = this.#hasSpoken || isGreeting(event);
    this.#hasSpoken = true;
    this.#unheard = [];
    if (!isReply(event)) this.end('it sent a message that is no reply');
    else if (isHeard) port.onmessage?.(event);
    else this.end(`what it said first is not what a worker of detente ${VERSION} says`);
  }

  #start(port: Port): void {
    let worker: WorkerLike;
    try {
      worker = checkedWorker(itemAt(this.#ways, this.#way)());
      worker.onmessage = (event: never) => {
        try {
          this.#heard(port, event);
        } catch (error) {
          this.end(reasonOf(error));
        }
      };
      worker.onerror = (event: { readonly message?: unknown } | undefined) => {
        if (worker !== this.#worker || this.#lane === undefined) return;
        const isLast = this.#way === this.#ways.length - 1;
        if (this.#hasSpoken || isLast) {
          this.end(messageOf(event));
          return;
        }
        terminated(worker);
        this.#way += 1;
        this.#start(port);
        for (const unheard of this.#unheard) this.#tell(unheard);
      };
    } catch (error) {
      throw error instanceof WorkerStartError ? error : new WorkerStartError(reasonOf(error));
    }
    this.#worker = worker;
  }
}

/** Workers that were started in the same way, at most as many as were ever asked for. */
export class WorkerPool {
  readonly #ways: readonly (() => WorkerLike)[];
  readonly #lanes: WorkerLane[] = [];

  constructor(start?: () => WorkerLike) {
    this.#ways = start === undefined ? OWN_WAYS : [start];
  }

  /** Workers that were started and not ended. */
  get size(): number {
    return this.#lanes.length;
  }

  /** Those that there are, and as many more as make so many. Throws a {@link WorkerStartError} where none can be made. */
  lanes(count: number): readonly Lane[] {
    while (this.#lanes.length < count)
      this.#lanes.push(
        new WorkerLane(this.#ways, (lane) => {
          const at = this.#lanes.indexOf(lane);
          if (at >= 0) this.#lanes.splice(at, 1);
        }),
      );
    return this.#lanes.slice(0, count);
  }

  /** Ends all of them; what they were doing is rejected, and the next analysis starts new ones. */
  end(): void {
    for (const lane of [...this.#lanes]) lane.end('it was ended');
  }
}
