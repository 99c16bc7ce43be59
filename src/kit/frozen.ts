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
