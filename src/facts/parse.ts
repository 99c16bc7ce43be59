/** Parsing of a record of facts: a value from outside becomes facts or a list of issues, each with a path. */
import { DEEPEST, isExcessive, MOST_VALUES } from '../engine/bounds';
import { inputIssues, parseEvent, type InputIssue } from '../engine/parse';
import { eventsOf } from './acts';
import { factsSchema, type Facts } from './schema';

/** Parsed facts, or what is wrong with the input. */
export type ParsedFacts =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly issues: readonly InputIssue[] };

/** Most complaints about the acts of one record. */
const MOST_ISSUES = 100;

const whole = (message: string): ParsedFacts => ({ ok: false, issues: [{ path: '', message }] });

/** What is wrong with the acts as events, each whole with what its row says. */
function actIssues(facts: Facts): InputIssue[] {
  return eventsOf(facts).flatMap((event, at) => {
    const parsed = parseEvent(event);
    if (parsed.ok) return [];
    return parsed.issues.map((issue) => ({
      ...issue,
      path: `acts.${at}.event${issue.path === '' ? '' : `.${issue.path}`}`,
    }));
  });
}

/**
 * Parses a value as facts, for those who bring a record of their own: strict, so that a misspelt field cannot pass
 * for a fact, and every act a well-formed event. Whether ids point to what exists is for the scenario that reads them,
 * and whether the law allows the acts for `recordedOn`. Never throws for bad input.
 */
export function parseFacts(input: unknown): ParsedFacts {
  try {
    if (isExcessive(input))
      return whole(`the facts nest deeper than ${DEEPEST} levels or come to more than ${MOST_VALUES} values`);
    const parsed = factsSchema.safeParse(input);
    if (!parsed.success)
      return { ok: false, issues: inputIssues(parsed.error, input, Object.keys(factsSchema.shape)) };
    const issues = actIssues(parsed.data).slice(0, MOST_ISSUES);
    return issues.length === 0 ? { ok: true, facts: parsed.data } : { ok: false, issues };
  } catch {
    // A getter or a proxy of the caller threw.
    return whole('expected plain JSON; the given object cannot be read');
  }
}
