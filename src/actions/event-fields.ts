/** Events by their fields: how shared code, which never asks what an event is, reads the fields that its type names. */

/** An event as its fields by name. */
export type EventFields = Readonly<Record<string, unknown>>;

/** The fields of an event of any type by name: the same object, seen otherwise. */
export const fieldsOf = (event: object): EventFields => event as EventFields;

/** An event with another value in one of its fields; undefined leaves the field out. */
export function withField<E extends object>(event: E, name: string, value: unknown): E {
  const changed = Object.fromEntries(Object.entries(event));
  if (value === undefined) delete changed[name];
  else changed[name] = value;
  // The same event but for the field, which its type is not asked about here.
  return changed as E;
}
