/** Deep freezing: what is shared by all who import it must be changed by none. */

/**
 * Freezes a value with all that it holds, and returns it. What is frozen already is taken to be so with all that it holds;
 * functions are left as they are.
 */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFrozen(item);
  return value;
}

/** As {@link deepFrozen}, for what somebody else may have frozen in part: plain values without a circle. */
export function frozenThroughout<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const item of Object.values(value)) frozenThroughout(item);
  return Object.freeze(value);
}

const NO_PARTS = {};

/**
 * Freezes a value that was made from another one, which is frozen, and returns it: what both share is not looked at again. As
 * {@link deepFrozen} with every other part.
 */
export function frozenBeside<T>(value: T, before: unknown): T {
  if (value === before || typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  const parts = value as Readonly<Record<string, unknown>>;
  const others = (typeof before === 'object' && before !== null ? before : NO_PARTS) as typeof parts;
  for (const key in parts) {
    const part = parts[key];
    if (typeof part !== 'object') continue;
    const other = others[key];
    if (part !== other) frozenBeside(part, other);
  }
  return Object.freeze(value);
}
