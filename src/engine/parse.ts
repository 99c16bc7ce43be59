/** Parsing: events that come from outside become typed events or issues with paths; nothing is guessed. */
import { actionTypeOf, actionTypes, type Event } from '../actions/index';
import { nearestText } from '../kit/nearest-text';

/** What is wrong with an input, where. */
export interface InputIssue {
  /** Path of keys from the root, e.g. `terms.0.degree`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** A parsed event, or the issues of the input. */
export type ParsedEvent = { readonly ok: true; readonly event: Event } | { readonly ok: false; readonly issues: readonly InputIssue[] };

const single = (path: string, message: string): ParsedEvent => ({ ok: false, issues: [{ path, message }] });

/**
 * Parses an unknown value as an event: known type, known fields only, dates that exist, numbers that are numbers.
 * Whether the event is legal in a state is another question, for `explain` and `transition`. Never throws.
 */
export function parseEvent(input: unknown): ParsedEvent {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return single('', `expected an event, an object with "type", "actor" and "on"; given ${describe(input)}`);
  }
  const type: unknown = (input as Record<string, unknown>).type;
  if (typeof type !== 'string') return single('type', `expected the name of an action type; given ${describe(type)}`);
  const action = actionTypeOf(type);
  if (action === undefined) {
    const near = nearestText(type, actionTypes.map((candidate) => candidate.type));
    return single('type', `unknown action type "${type.slice(0, 60)}"${near === null ? '' : `; did you mean "${near}"?`}`);
  }
  const parsed = action.schema.safeParse(input);
  // The table's schema is that of the type named, so the parsed value is the event of that type.
  if (parsed.success) return { ok: true, event: parsed.data as unknown as Event };
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return { ok: false, issues };
}

/** A value in a few words, for messages. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text "${value.slice(0, 40)}"`;
  if (typeof value === 'object') return 'an object';
  return value === undefined ? 'nothing' : String(value);
}
