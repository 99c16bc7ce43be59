/** Copies of plain JSON, for episodes that change their state in place. */

/** A deep mutable copy of a plain JSON value; anything but plain objects, arrays and scalars is a fault of the caller. */
export function cloneJson<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneJson) as T;
  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = cloneJson(value[key]);
  return copy as T;
}
