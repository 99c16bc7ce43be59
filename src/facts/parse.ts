/** Parsing of a record of facts: a value from outside becomes facts or a list of issues, each with a path. */
import { DEEPEST, isExcessive, MOST_VALUES } from '../engine/bounds';
import { inputIssues, type InputIssue } from '../engine/parse';
import { factsSchema, type Facts } from './schema';

/** Parsed facts, or what is wrong with the input. */
export type ParsedFacts =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly issues: readonly InputIssue[] };

const whole = (message: string): ParsedFacts => ({ ok: false, issues: [{ path: '', message }] });

/**
 * Parses a value as facts, for those who bring a record of their own: strict, so that a misspelt field cannot pass
 * for a fact. Whether ids point to what exists is for the scenario that reads them. Never throws for bad input.
 */
export function parseFacts(input: unknown): ParsedFacts {
  try {
    if (isExcessive(input))
      return whole(`the facts nest deeper than ${DEEPEST} levels or come to more than ${MOST_VALUES} values`);
    const parsed = factsSchema.safeParse(input);
    if (parsed.success) return { ok: true, facts: parsed.data };
    return { ok: false, issues: inputIssues(parsed.error, input, Object.keys(factsSchema.shape)) };
  } catch {
    // A getter or a proxy of the caller threw.
    return whole('expected plain JSON; the given object cannot be read');
  }
}
