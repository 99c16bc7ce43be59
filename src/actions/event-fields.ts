/** Events by their fields: how shared code, which never asks what an event is, reads the fields that its type names. */

/** An event as its fields by name. */
export type EventFields = Readonly<Record<string, unknown>>;

/** The fields of an event of any type by name: the same object, seen otherwise. */
export const fieldsOf = (event: object): EventFields => event as EventFields;
