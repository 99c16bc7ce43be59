import { itemOf } from '../../kit/lists';
/** A trap for chance and clocks that are not drawn: what a deterministic decision must never ask. */

/** What is trapped while a decision runs: the object, the name of its function, and what a case calls it. */
const TRAPPED: readonly (readonly [owner: object, name: string, called: string])[] = [
  [Math, 'random', 'Math.random'],
  [Date, 'now', 'Date.now'],
  ...(typeof performance === 'object' ? ([[performance, 'now', 'performance.now']] as const) : []),
  ...(typeof crypto === 'object'
    ? ([
        [crypto, 'getRandomValues', 'crypto.getRandomValues'],
        [crypto, 'randomUUID', 'crypto.randomUUID'],
      ] as const)
    : []),
];

/** Runs a decision and returns what it gives, with the names of the sources outside its draws that it asked. */
export function withoutChance<T>(decide: () => T): { readonly value: T; readonly asked: readonly string[] } {
  const asked: string[] = [];
  const before = TRAPPED.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name));
  const RealDate = Date;
  TRAPPED.forEach(([owner, name, called]) => {
    const real = itemOf(owner as Record<string, (...args: unknown[]) => unknown>, name);
    const trap = (...args: unknown[]) => {
      asked.push(called);
      return real.apply(owner, args);
    };
    Object.defineProperty(owner, name, { value: trap, configurable: true, writable: true });
  });
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) => {
      if (args.length === 0) asked.push('new Date()');
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  try {
    return { value: decide(), asked };
  } finally {
    globalThis.Date = RealDate;
    TRAPPED.forEach(([owner, name], index) => {
      const descriptor = before[index];
      if (descriptor === undefined) delete (owner as Record<string, unknown>)[name];
      else Object.defineProperty(owner, name, descriptor);
    });
  }
}
