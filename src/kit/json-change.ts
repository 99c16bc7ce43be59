/** How one JSON value differs from another, as plain JSON: of two that are much alike, the second is told shorter that way. */

/** Another value; or changes of fields, with the fields that are gone; or a list of which a beginning stays. */
export type JsonChange =
  | readonly [kind: 'value', value: unknown]
  | readonly [kind: 'fields', changed: Readonly<Record<string, JsonChange>>, gone: readonly string[]]
  | readonly [kind: 'list', kept: number, further: readonly unknown[]];

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function fieldsChange(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
): JsonChange {
  const changed: Record<string, JsonChange> = {};
  for (const [key, value] of Object.entries(to)) {
    if (!Object.hasOwn(from, key)) changed[key] = ['value', value];
    else if (!same(from[key], value)) changed[key] = changeOf(from[key], value);
  }
  return ['fields', changed, Object.keys(from).filter((key) => !Object.hasOwn(to, key))];
}

function listChange(from: readonly unknown[], to: readonly unknown[]): JsonChange {
  const differs = to.findIndex((item, at) => at >= from.length || !same(item, from[at]));
  const kept = differs < 0 ? to.length : differs;
  return ['list', kept, to.slice(kept)];
}

/** The change that makes one JSON value another, to the order of its fields. */
export function changeOf(from: unknown, to: unknown): JsonChange {
  if (Array.isArray(from) && Array.isArray(to)) return listChange(from, to);
  if (!isFields(from) || !isFields(to)) return ['value', to];
  const change = fieldsChange(from, to);
  // Fields that changed their places are told whole.
  return same(withChange(from, change), to) ? change : ['value', to];
}

/** A value after a change; what does not change is shared, and the value itself stays as it is. */
export function withChange(from: unknown, change: JsonChange): unknown {
  switch (change[0]) {
    case 'value':
      return change[1];
    case 'list':
      return [...(from as readonly unknown[]).slice(0, change[1]), ...change[2]];
    case 'fields': {
      const [, changed, gone] = change;
      const before = from as Readonly<Record<string, unknown>>;
      const after: Record<string, unknown> = {};
      for (const key of Object.keys(before)) if (!gone.includes(key)) after[key] = before[key];
      for (const [key, one] of Object.entries(changed)) after[key] = withChange(after[key], one);
      return after;
    }
  }
}
