/** Parsing of a record of facts: a value from outside becomes facts or a list of issues, each with a path. */
import { DEEPEST, isExcessive, MOST_VALUES } from '../engine/bounds';
import { inputIssues, jsonIssues, parseEvent, type InputIssue } from '../engine/parse';
import { parseForm } from '../kit/parse-form';
import { deepFrozen } from '../kit/frozen';
import { readJson } from '../kit/json';
import { actsOf } from './acts';
import { eachEvening, RefusedAct } from './fold';
import { FACTS_BOOK, FACTS_FORM } from './facts-form';
import { parameterIssues } from './parameter-domain';
import { recordSpan } from './record-span';
import type { Facts } from './schema';
import { unsoundness } from './soundness';

/** Parsed facts, or what is wrong with the input. */
export type ParsedFacts =
  | {
      /** The input is a sound record. */
      readonly ok: true;
      /** The facts. */
      readonly facts: Facts;
    }
  | {
      /** Something of the input is wrong. */
      readonly ok: false;
      /** All that is wrong, by path. */
      readonly issues: readonly InputIssue[];
    };

/** Most complaints about the parameters and acts of one record. */
const MOST_ISSUES = 100;

const whole = (message: string): ParsedFacts => ({ ok: false, issues: [{ path: '', message }] });

/** What is wrong with the acts as events, each whole with what its row says, and with the order of their days. */
function actIssues(facts: Facts): InputIssue[] {
  const events = actsOf(facts);
  return events.flatMap((event, at) => {
    const path = `acts.${at}.event`;
    const parsed = parseEvent(event);
    if (!parsed.ok)
      return parsed.issues.map((issue) => ({
        ...issue,
        path: issue.path === '' ? path : `${path}.${issue.path}`,
      }));
    const before = events[at - 1]?.on ?? facts.start.on;
    if (event.on >= before) return [];
    const above = at === 0 ? 'the first day of the record' : 'the act above it';
    return [{ path: `${path}.on`, message: `${event.on} comes before ${above}, of ${before}` }];
  });
}

/** The first act that the law refuses, in acts that are well formed and in order. */
function refusedAct(facts: Facts): InputIssue[] {
  try {
    eachEvening(facts, recordSpan(facts).last, () => undefined);
    return [];
  } catch (error) {
    if (!(error instanceof RefusedAct)) throw error;
    return [{ path: error.at < 0 ? 'acts' : `acts.${error.at}.event`, message: error.message }];
  }
}

/**
 * Parses a value as facts, for those who bring a record of their own: strict, so that a misspelt field cannot pass
 * for a fact, every act a well-formed event, in the order of days, and allowed by the law when its turn comes; every
 * parameter that the model reads, within its domain; ids name one thing each and point to what there is, dated rows stand
 * in their order. The facts come back frozen. Never throws for bad input.
 * @param input - Plain JSON with every table of the facts, or anything else; it is copied and not changed.
 *
 * @example parseFacts({}).ok
 */
export function parseFacts(input: unknown): ParsedFacts {
  try {
    if (isExcessive(input))
      return whole(`the facts nest deeper than ${DEEPEST} levels or come to more than ${MOST_VALUES} values`);
    const read = readJson(input);
    if (!read.ok) return { ok: false, issues: jsonIssues(read.faults) };
    const parsed = parseForm(FACTS_FORM, read.value, FACTS_BOOK);
    if (!parsed.ok)
      return { ok: false, issues: inputIssues(parsed.issues, read.value, Object.keys(FACTS_FORM.fields)) };
    // The form was compiled from the schema of the facts.
    const facts = parsed.value as Facts;
    const unsound = [...parameterIssues(facts), ...actIssues(facts), ...unsoundness(facts)];
    const issues = unsound.length > 0 ? unsound.slice(0, MOST_ISSUES) : refusedAct(facts);
    return issues.length === 0 ? { ok: true, facts: deepFrozen(facts) } : { ok: false, issues };
  } catch {
    // A getter or a proxy of the caller threw.
    return whole('expected plain JSON; the given object cannot be read');
  }
}
