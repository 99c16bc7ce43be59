/** A lane of the page's own thread: works for a moment, then lets the page draw a frame and hear its reader. */
import type { Assignment } from '../analyses/kinds';
import { ownLane, type Lane, type Pause } from '../analyses/runner/lanes';
import type { Cooperative } from '../kit/cooperative';

/** Milliseconds for which the page waits. */
const SLICE_MS = 12;

/** Milliseconds that have passed. */
export const clock = (): number => performance.now();

interface MessagePortLike {
  onmessage: (() => void) | null;
  readonly postMessage: (message: null) => void;
}

interface Host {
  readonly setImmediate?: (callback: () => void) => unknown;
  readonly MessageChannel?: new () => { readonly port1: MessagePortLike; readonly port2: MessagePortLike };
}

/** Those who wait for their turn, the first come first. */
const waiting: (() => void)[] = [];
let bell: MessagePortLike | undefined;

/** Asks for a message to oneself, which comes behind all that waits already and, unlike a timer, is never put off. */
function ring(Channel: NonNullable<Host['MessageChannel']>): void {
  if (bell === undefined) {
    const { port1, port2 } = new Channel();
    port2.onmessage = () => waiting.shift()?.();
    bell = port1;
  }
  bell.postMessage(null);
}

/**
 * Lets everything else that waits have its turn: a frame is drawn, a message read, a timer heard. What the language of pages has
 * for that, `scheduler.yield`, goes on before all of these: a page that yields so hears neither timers nor workers until the end.
 */
export function turn(): Promise<void> {
  const { setImmediate: immediately, MessageChannel: Channel }: Host = globalThis as object;
  return new Promise((resolve) => {
    if (immediately !== undefined) immediately(resolve);
    else if (Channel === undefined) setTimeout(resolve, 0);
    else {
      waiting.push(resolve);
      ring(Channel);
    }
  });
}

/** Gives the page its turn after so many milliseconds of work. */
export function turnEvery(ms: number): Pause {
  let looked = clock();
  return () => {
    if (clock() - looked < ms) return undefined;
    return turn().then(() => {
      looked = clock();
    });
  };
}

/** A lane that works in slices of this thread, so that none of its waits is longer than a frame or two. */
export function sliceLane(perform: (assignment: Assignment) => Cooperative<unknown>): Lane {
  return ownLane(perform, turnEvery(SLICE_MS));
}
