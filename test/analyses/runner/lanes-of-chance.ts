/** Lanes for tests: they do parts at once and answer when the test says so, in whatever order. */
import type { Lane } from '../../../src/analyses/runner/lanes';
import type { Part } from '../../../src/analyses/runner/execution';
import { ENSEMBLE_KINDS, performer, type KindTable } from '../../../src/analyses/kinds';
import type { Port } from '../../../src/analyses/runner/port';
import { finish } from '../../../src/kit/cooperative';

/** Lanes whose answers come in an order that numbers decide, and a clock that they move, so that parts vary in size. */
export function lanesOfChance(count: number, numbers: readonly number[], kinds: KindTable = ENSEMBLE_KINDS) {
  const perform = performer(kinds);
  const parts: Part[] = [];
  const waiting: (() => void)[] = [];
  let now = 0;
  let asked = 0;
  const next = () => numbers[(asked += 1) % numbers.length]!;
  /** One of those who wait is let go, whichever: when all others have had their turn. */
  const release = () => {
    const [one] = waiting.splice(next() % waiting.length, 1);
    one?.();
  };
  const lane = (): Lane => ({
    perform: async (part) => {
      parts.push(part);
      const result = finish(perform(part));
      now += next();
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        queueMicrotask(release);
      });
      return result;
    },
  });
  return { lanes: Array.from({ length: count }, lane), clock: () => now, parts };
}

/** Two ports that hear each other, as a page and its worker do: what crosses is a copy. */
export function channel(): { readonly page: Port; readonly worker: Port; readonly crossed: unknown[] } {
  const crossed: unknown[] = [];
  const port = (other: () => Port): Port => ({
    onmessage: null,
    postMessage: (message) => {
      crossed.push(message);
      const data: unknown = structuredClone(message);
      queueMicrotask(() => other().onmessage?.({ data } as never));
    },
  });
  const page: Port = port(() => worker);
  const worker: Port = port(() => page);
  return { page, worker, crossed };
}
