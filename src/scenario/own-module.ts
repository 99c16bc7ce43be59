/**
 * What is one's own, told by the module that exports it: policies, rules and predicates of outcome classes are functions, and no
 * function crosses to another thread; the name of its module does. Whoever runs the analysis hands in what imports a module, so
 * that no chunk of the library imports one by a name that it does not know.
 */
import { reasonOf } from '../kit/ask-own';
import { checkObject, readOff } from '../kit/checks';
import { InputError } from '../kit/input-error';
import { nearestText } from '../kit/nearest-text';

/** Something that a module exports, in place of the value itself. */
export interface FromModule {
  /**
   * The module, as `import()` takes it: the name of a package or a URL, such as `new URL('./mine.mjs', import.meta.url).href`. In
   * Node a path, too, from the folder of the process.
   */
  readonly module: string;
  /** The name of the export; `default` for the one without a name. */
  readonly name: string;
}

/**
 * Imports a module, and gives what it exports.
 * @param module - Name of a package or a URL, as `import()` takes it; in Node a path, too, from the folder of the process.
 */
export type ImportModule = (module: string) => Promise<unknown>;

/** Whether a value tells a module and a name, in place of being a policy, rules or a predicate. */
export function isFromModule(value: unknown): value is FromModule {
  return (
    typeof value === 'object' &&
    value !== null &&
    'module' in value &&
    'name' in value &&
    typeof value.module === 'string' &&
    typeof value.name === 'string'
  );
}

/** As it is written in one text: `./mine.mjs#name`. */
export const moduleText = ({ module, name }: FromModule): string => `${module}#${name}`;

/** Where values of one's own came from that were imported here. */
const origins = new WeakMap<object, FromModule>();

/** The module from which a value was imported by {@link imported}, or undefined. */
export function originOf(value: unknown): FromModule | undefined {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
    ? origins.get(value)
    : undefined;
}

/** The complaint about a module that was told and not imported. */
export function notImported(path: string, given: FromModule): InputError {
  return new InputError({
    code: 'own/not-imported',
    path,
    given: moduleText(given),
    allowed:
      'what `await loadOwn(options)` made of these options; the functions of `onThreads` do that themselves',
    why: 'a module is imported in time, and this function answers at once',
  });
}

/** Imports what is told. Rejects with an InputError where there is no such module, or no such export in it. */
export async function imported(path: string, from: FromModule, load: ImportModule): Promise<unknown> {
  const { module, name } = from;
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = { ...checkObject('module', await load(module), 'a module') };
  } catch (error) {
    throw new InputError(
      {
        code: 'own/no-module',
        path: `${path}.module`,
        given: module,
        allowed: 'a module that can be imported',
        why: `it cannot be imported: ${reasonOf(error)}`,
      },
      { cause: error },
    );
  }
  if (!Object.hasOwn(exported, name)) {
    const names = Object.keys(exported);
    throw new InputError({
      code: 'own/no-export',
      path: `${path}.name`,
      given: name,
      allowed: names.length === 0 ? `a module that exports something` : `one of ${names.join(', ')}`,
      didYouMean: nearestText(name, names),
      why: `${module} exports no such name`,
    });
  }
  const value = exported[name];
  if ((typeof value === 'object' && value !== null) || typeof value === 'function') origins.set(value, from);
  return value;
}

type Loose = Readonly<Record<string, unknown>>;

/** A value with every {@link FromModule} at a known place in it imported; itself where there is none. */
async function loadedAt(value: unknown, path: string, deep: number, load: ImportModule): Promise<unknown> {
  if (isFromModule(value)) return imported(path, value, load);
  if (deep === 0 || typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  const parts = await Promise.all(
    keys.map((key) => loadedAt((value as Loose)[key], `${path}.${key}`, deep - 1, load)),
  );
  if (keys.every((key, at) => parts[at] === (value as Loose)[key])) return value;
  return Array.isArray(value) ? parts : Object.fromEntries(keys.map((key, at) => [key, parts[at]]));
}

/** How deep in each option a module may be told: the rules themselves, a party's policy, the `when` of a class. */
const DEPTHS: Readonly<Record<string, number>> = {
  rules: 0,
  policies: 1,
  outcomes: 2,
  variant: 3,
  objective: 0,
};

/**
 * Options of which each policy, rule set and predicate that is told by its module has been imported, for functions that answer at once.
 * Rejects with an InputError where there is no such module or export.
 * @param options - Options of any function of the core; they are not changed, and what is no object comes back as it is.
 * @param load - Imports a module by the text that names it, as `import()` does; its exports are what it resolves to.
 *
 * @example
 * const load = () => Promise.resolve({ patient: policies[0] });
 * await loadOwn({ policies: { US: { module: './mine.mjs', name: 'patient' } } }, load)
 */
export async function loadOwn<Options>(options: Options, load: ImportModule): Promise<Options> {
  const given: unknown = options;
  if (typeof given !== 'object' || given === null) return options;
  const changed: Record<string, unknown> = {};
  for (const [name, deep] of Object.entries(DEPTHS)) {
    const value = readOff(name, given, () => (given as Loose)[name]);
    const loaded = await loadedAt(value, name, deep, load);
    if (loaded !== value) changed[name] = loaded;
  }
  return Object.keys(changed).length === 0 ? options : { ...options, ...changed };
}

/** Stands in a setting that crosses for what the other side imports: its place in the list of modules. */
const PLACE = 'detente/module';

/** A setting as it crosses, with the modules that its other side imports. */
export interface Crossing {
  readonly value: unknown;
  readonly modules: readonly FromModule[];
}

/**
 * A setting with its functions replaced by the modules that export them; itself where it holds none. `refuse` is called for a
 * function that was not imported, and throws.
 */
export function crossing(setting: unknown, refuse: () => never): Crossing {
  const modules: FromModule[] = [];
  const replaced = (value: unknown): unknown => {
    const from = originOf(value);
    if (from !== undefined) return { [PLACE]: modules.push(from) - 1 };
    if (typeof value === 'function') return refuse();
    if (typeof value !== 'object' || value === null) return value;
    let changed: Record<string, unknown> | unknown[] | undefined;
    for (const [key, part] of Object.entries(value)) {
      const other = replaced(part);
      if (other === part) continue;
      changed ??= Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Loose) };
      (changed as Record<string, unknown>)[key] = other;
    }
    return changed ?? value;
  };
  return { value: replaced(setting), modules };
}

/** A setting that has crossed, with what its modules export in place again. */
export async function arrived({ value, modules }: Crossing, load: ImportModule): Promise<unknown> {
  if (modules.length === 0) return value;
  const values = await Promise.all(modules.map((from) => imported('module', from, load)));
  const restored = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    const place = (part as Loose)[PLACE];
    if (typeof place === 'number') return values[place];
    for (const [key, inner] of Object.entries(part)) {
      const other = restored(inner);
      if (other !== inner) (part as Record<string, unknown>)[key] = other;
    }
    return part;
  };
  return restored(value);
}
