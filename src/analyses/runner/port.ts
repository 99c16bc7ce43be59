/**
 * Lanes over ports: parts are done on the other side of a `postMessage`, be it a thread of Node, a worker of a browser or
 * a stand-in of a test. A setting crosses once and is kept there, with all that was made ready from it.
 */
import { isObject } from '../../kit/checks';
import { reasonOf } from '../../kit/ask-own';
import { finish, type Cooperative } from '../../kit/cooperative';
import { InputError } from '../../kit/input-error';
import { VERSION } from '../../kit/version';
import { arrived, crossing, type FromModule, type ImportModule } from '../../scenario/own-module';
import type { Assignment } from '../kinds';
import type { Lane } from './lanes';
import type { Analysis } from './stage';

/** One end of a channel, as browsers have it. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: never) => void) | null;
}

/** What is said to the other side. */
export type Order =
  | {
      readonly order: 'keep';
      readonly setting: number;
      readonly kind: string;
      readonly value: unknown;
      /** What the setting is made whole with on the other side. */
      readonly modules: readonly FromModule[];
    }
  | { readonly order: 'forget'; readonly setting: number }
  | {
      readonly order: 'perform';
      readonly part: number;
      readonly setting: number;
      readonly from: number;
      readonly to: number;
      readonly items: readonly unknown[] | undefined;
    };

/** What the other side says of a part: what came of it, or the error with which it failed. */
export type Reply =
  | { readonly part: number; readonly ok: true; readonly result: unknown }
  | { readonly part: number; readonly ok: false; readonly error: Error };

/** Whether a message is something that the other side may say; what it found is not looked at: see {@link isGreeting}. */
export function isReply(event: { readonly data?: unknown } | undefined): boolean {
  const data = event?.data;
  if (!isObject(data) || typeof data['part'] !== 'number') return false;
  return data['ok'] === true || (data['ok'] === false && isObject(data['error']));
}

/** A setting that is kept, with the kind of its work. */
interface Kept {
  readonly kind: string;
  readonly setting: object;
}

/** What was thrown as an error; of what is none, what it reads as. */
const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(reasonOf(thrown)));

const failed = (part: number, error: unknown): Reply => ({ part, ok: false, error: asError(error) });

/** What the other side says when it has begun to listen: of which version it is. No part has this number. */
const READY = { part: 0, ok: true, result: VERSION } as const satisfies Reply;

/** Whether a message is what the other side says first, and it is of this version: its results are what is expected here. */
export function isGreeting(event: { readonly data?: unknown } | undefined): boolean {
  const data = event?.data;
  return isObject(data) && data['part'] === READY.part && data['result'] === READY.result;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A lane whose other side may break away. */
export interface PortLane extends Lane {
  /** Rejects all that is under way: the other side is gone. */
  readonly breakOff: (error: Error) => void;
}

/** A function of one's own that no module is known to export. */
export function refuseFunction(): never {
  throw new InputError({
    code: 'own/cannot-cross',
    path: 'workers',
    given: "a policy, rules or an outcome predicate of one's own",
    allowed:
      "the module that exports it, as { module: new URL('./mine.mjs', import.meta.url).href, name: 'mine' }, or `workers: 1`",
    why: 'a function cannot cross to another thread',
  });
}

/** An analysis of which all crosses to other threads; `refuse` throws for functions of no known module before anything is run. */
export function* allCrossing<Answer>(analysis: Analysis<Answer>, refuse: () => never): Analysis<Answer> {
  try {
    for (let step = analysis.next(); ; step = analysis.next()) {
      if (step.done === true) return step.value;
      crossing(step.value.setting, refuse);
      yield step.value;
    }
  } finally {
    analysis.return(undefined as never);
  }
}

/** Makes a lane of a port on whose other side {@link serve} listens. */
export function portLane(port: Port): PortLane {
  const kept = new Map<object, number>();
  const waiting = new Map<number, Waiting>();
  let settings = 0;
  let parts = 0;
  const breakOff = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const say = (order: Order) => port.postMessage(order);
  port.onmessage = ({ data }: { readonly data: Reply }) => {
    const whose = waiting.get(data.part);
    waiting.delete(data.part);
    if (data.part > parts) breakOff(new Error('the other side answers what nobody asked'));
    if (data.ok) whose?.resolve(data.result);
    else whose?.reject(asError(data.error));
  };

  function numberOf({ kind, setting: value }: Assignment): number {
    const known = kept.get(value);
    if (known !== undefined) return known;
    const setting = (settings += 1);
    say({ order: 'keep', setting, kind, ...crossing(value, refuseFunction) });
    kept.set(value, setting);
    return setting;
  }

  return {
    // While what came of one part crosses, and whoever takes it is busy, the other side does the next one.
    depth: 2,
    perform: (assignment) =>
      new Promise((resolve, reject) => {
        const setting = numberOf(assignment);
        const { from, to, items } = assignment;
        const part = (parts += 1);
        say({ order: 'perform', part, setting, from, to, items });
        waiting.set(part, { resolve, reject });
      }),
    forget: (value) => {
      const setting = kept.get(value);
      if (setting === undefined) return;
      kept.delete(value);
      say({ order: 'forget', setting });
    },
    breakOff,
  };
}

const importsNothing: ImportModule = (module) =>
  Promise.reject(new Error(`nothing is imported here, so not ${module} either`));

/**
 * Does the parts that a {@link portLane} on the other side of a port asks for, and says so when it begins to listen. `load` imports
 * the modules in which settings have functions of one's own.
 */
export function serve(
  port: Port,
  perform: (assignment: Assignment) => Cooperative<unknown>,
  load: ImportModule = importsNothing,
): void {
  const kept = new Map<number, Kept | Promise<Kept>>();

  function done(known: Kept, { part, from, to, items }: Order & { readonly order: 'perform' }): Reply {
    try {
      return { part, ok: true, result: finish(perform({ ...known, from, to, items })) };
    } catch (error) {
      return failed(part, error);
    }
  }

  function reply(order: Order & { readonly order: 'perform' }): void {
    const { part, setting } = order;
    const known = kept.get(setting);
    if (known === undefined)
      port.postMessage(failed(part, new Error(`no setting has the number ${setting}`)));
    else if (known instanceof Promise)
      known.then(
        (whole) => port.postMessage(done(whole, order)),
        (error: unknown) => port.postMessage(failed(part, error)),
      );
    else port.postMessage(done(known, order));
  }

  function keep({ setting, kind, value, modules }: Order & { readonly order: 'keep' }): void {
    // What was sent is an object; a setting without modules is whole as it is, and its parts need not wait.
    const whole = (found: unknown): Kept => ({ kind, setting: found as object });
    if (modules.length === 0) {
      kept.set(setting, whole(value));
      return;
    }
    const coming = arrived({ value, modules }, load).then((found) => {
      const known = whole(found);
      if (kept.get(setting) === coming) kept.set(setting, known);
      return known;
    });
    // Whoever asks for a part is told.
    coming.catch(() => undefined);
    kept.set(setting, coming);
  }

  port.onmessage = ({ data }: { readonly data: Order }) => {
    if (data.order === 'keep') keep(data);
    else if (data.order === 'forget') kept.delete(data.setting);
    else reply(data);
  };
  port.postMessage(READY);
}
