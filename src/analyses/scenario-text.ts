/**
 * The text of a scenario file, YAML or JSON: parsed with line and column for every complaint.
 *
 * Nesting and aliases are bounded before anything is believed, and what is wrong comes back as data.
 */
import {
  CST,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  Parser,
  visit,
  type Document,
  type Node as YamlNode,
} from 'yaml';
import { DEEPEST, isExcessive, MOST_ALIASES, MOST_MARKS, MOST_VALUES } from '../engine/bounds';
import type { BareFacts } from '../facts/bare';
import { bareFacts } from '../facts/packaged-bare';
import { shownText } from '../kit/input-error';
import type { Scenario } from '../scenario/schema';
import { parseScenario } from './resolve';

/** A place in a text, both from 1. */
export interface TextPosition {
  /** Line of the text, from 1. */
  readonly line: number;
  /** Column of the line, in characters from 1. */
  readonly column: number;
}

/** Most complaints about one file: beyond, mending the first ones comes first. */
const MOST_ISSUES = 50;

/** What is wrong with a file, where. */
export interface FileIssue {
  /** Path of keys from the root, e.g. `policies.US`; empty for the whole file. */
  readonly path: string;
  /** Line from 1, or null where the file was not read. */
  readonly line: number | null;
  /** Column from 1, or null where the file was not read. */
  readonly column: number | null;
  /** Stable code: `file/...` for what cannot be read, `yaml/...` for what does not parse, `scenario/...` for what does not fit. */
  readonly code: string;
  /** What is wrong, in words. */
  readonly message: string;
}

/** A scenario read from a file, or what is wrong with it; `locate` finds the place of a path of keys in the file. */
export type ReadScenario =
  | {
      /** The file holds a scenario. */
      readonly ok: true;
      /** The scenario, complete. */
      readonly scenario: Scenario;
      /** Finds the place in the file of the value at a path of keys, or with `key` that of the key itself. */
      readonly locate: (path: string, about?: 'key') => TextPosition;
    }
  | {
      /** The file holds none. */
      readonly ok: false;
      /** All that is wrong, each with its place. */
      readonly issues: readonly FileIssue[];
    };

const isNode = (value: unknown): value is YamlNode =>
  isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);

/** One step from a node to the node of a key: its value, and the key itself where there is one. */
function step(node: unknown, key: string): { readonly key: unknown; readonly value: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && String(isScalar(item.key) ? item.key.value : item.key) === key,
    );
    return pair === undefined ? null : { key: pair.key, value: pair.value };
  }
  if (isSeq(node)) {
    const value: unknown = node.items[Number(key)];
    return value === undefined ? null : { key: value, value };
  }
  return null;
}

/** Offset of a path of keys: of the value, or of its key for a map; of the nearest parent where the path ends early. */
function offsetOf(document: Document, path: string, about?: 'key'): number {
  let node: unknown = document.contents;
  let at = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  let rest = path === '' ? [] : path.split('.');
  while (rest.length > 0) {
    const current: unknown = isAlias(node) ? node.resolve(document) : node;
    // Names of parameters and ids may contain a point, so the longest key that exists is taken.
    let taken = 0;
    let next: ReturnType<typeof step> = null;
    for (let n = rest.length; n > 0 && next === null; n -= 1) {
      next = step(current, rest.slice(0, n).join('.'));
      taken = n;
    }
    if (next === null) break;
    rest = rest.slice(taken);
    const place = rest.length === 0 && about !== 'key' && isScalar(next.value) ? next.value : next.key;
    if (isNode(place) && place.range) at = place.range[0];
    node = next.value;
  }
  return at;
}

const YAML_MESSAGES: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a scenario file holds one document; "---" begins a second one',
  TAB_AS_INDENT: 'a tab indents this line; YAML is indented by blanks',
  TAG_RESOLVE_FAILED: 'this tag is not known; write plain values',
};

/** Faults that tell of themselves; of the others only the first, since the rest follow from it. */
function plainFaults<T extends { readonly code: string }>(faults: readonly T[]): T[] {
  const first = faults.find((fault) => YAML_MESSAGES[fault.code] === undefined);
  return faults.filter((fault) => fault === first || YAML_MESSAGES[fault.code] !== undefined);
}

const asCode = (code: string) => `yaml/${code.toLowerCase().replace(/_/g, '-')}`;

/** What a text parses to, with the places of its values; or one complaint for each thing wrong. */
type ParsedText =
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly locate: (path: string, about?: 'key') => TextPosition;
    }
  | { readonly ok: false; readonly issues: readonly FileIssue[] };

/** Something of a file that is YAML and yet may not stand in a scenario. */
interface Foreign {
  readonly code: string;
  readonly message: string;
  readonly offset: number;
}

/** What is wrong with a key: `<<` takes over keys in YAML 1.1, and a path of keys can name nothing but text. */
function foreignKey(key: unknown, before: Set<string>): Foreign | null {
  const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
  if (!isScalar(key) || key.value === null || key.value === '') {
    const message = 'a key is to be plain text, written out; this one is a list, a map, an alias or empty';
    return { code: 'yaml/key', message, offset };
  }
  const named = String(key.value);
  if (before.has(named))
    return { code: 'yaml/duplicate-key', message: 'this key stands here twice; give each key once', offset };
  before.add(named);
  if (named !== '<<') return null;
  const message = 'the merge key << is not of YAML 1.2; write out what it takes over';
  return { code: 'yaml/merge-key', message, offset };
}

/** What a file takes from YAML 1.1, in which "on" is true, or has beyond keys of plain text and aliases of what stands before. */
function foreignYaml(document: Document): Foreign[] {
  const version = document.directives?.yaml.version;
  if (version !== undefined && version !== '1.2') {
    const message = `the directive %YAML ${version} reads "on" and "no" as true and false; take it away: files are YAML 1.2`;
    return [{ code: 'yaml/version', message, offset: 0 }];
  }
  const found: Foreign[] = [];
  const anchors = new Set<string>();
  const told = (fault: Foreign | null) => {
    if (fault !== null) found.push(fault);
    return found.length < MOST_ISSUES ? undefined : visit.BREAK;
  };
  visit(document, {
    Value: (_, { anchor }) => void (anchor !== undefined && anchors.add(anchor)),
    Alias: (as, { source, range }) => {
      // A key that is an alias is told as no key.
      if (as === 'key' || anchors.has(source)) return undefined;
      const message = `this alias has no anchor "&${shownText(source)}" before it; write the value out`;
      return told({ code: 'yaml/alias', message, offset: range?.[0] ?? 0 });
    },
    Map: (_, { items, anchor }) => {
      if (anchor !== undefined) anchors.add(anchor);
      const before = new Set<string>();
      for (const { key } of items) if (told(foreignKey(key, before)) === visit.BREAK) return visit.BREAK;
      return undefined;
    },
  });
  return found.sort((a, b) => a.offset - b.offset);
}

/** What may not stand in a file of YAML 1.2 (section 5.1): controls but for tabs and ends of lines, and halves of surrogate pairs. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]|\p{Cs}/u;

/** What stands open around the innermost value beside the levels of the file itself: the document and the value. */
const AROUND = 8;

/** What says nothing, and is not counted among the marks. */
const BLANK: ReadonlySet<CST.TokenType | null> = new Set(['space', 'newline', 'comment', 'doc-mode']);

/** A file that is not read any further, and why. */
interface TooMuch {
  readonly code: string;
  readonly message: string;
}

const TOO_DEEP: TooMuch = {
  code: 'yaml/too-deep',
  message: `the file nests deeper than ${DEEPEST} levels or comes to more than ${MOST_VALUES} values`,
};
const TOO_LONG: TooMuch = {
  code: 'yaml/too-long',
  message: `the file has more than ${MOST_MARKS} keys, values, commas and brackets`,
};
const TOO_MANY_ALIASES: TooMuch = {
  code: 'yaml/too-many-aliases',
  message: `the aliases of this file are more than ${MOST_ALIASES}, or multiply into too many values; write them out`,
};

/**
 * What a text has more of than any file may have. Asked first of the tokens, one by one: what makes a document of them takes ever longer
 * and calls itself at every level, and a stack that runs out within a regular expression ends the process, which nobody can catch.
 */
function tooMuchIn(text: string): TooMuch | null {
  const parser = new Parser();
  let marks = 0;
  let aliases = 0;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'alias') aliases += 1;
    if (!BLANK.has(type)) marks += 1;
    if (marks > MOST_MARKS) return TOO_LONG;
    if (aliases > MOST_ALIASES) return TOO_MANY_ALIASES;
    for (const finished of parser.next(token)) void finished;
    if (parser.stack.length > DEEPEST + AROUND) return TOO_DEEP;
  }
  return null;
}

function parseText(text: string): ParsedText {
  const lines = new LineCounter();
  const placed = (offset: number): TextPosition => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refuse = (code: string, message: string, offset = 0): ParsedText => ({
    ok: false,
    issues: [{ path: '', ...placed(offset), code, message }],
  });
  const refuseMuch = ({ code, message }: TooMuch) => refuse(code, message);
  const control = UNPRINTABLE.exec(text);
  if (control !== null) {
    const code = text.charCodeAt(control.index).toString(16).toUpperCase().padStart(4, '0');
    lines.addNewLine(0);
    for (const end of text.slice(0, control.index).matchAll(/\n/g)) lines.addNewLine(end.index + 1);
    const message = `the character U+${code} may not stand in a file; the file is to be text in UTF-8`;
    return refuse('yaml/unprintable', message, control.index);
  }
  let document: Document;
  try {
    const tooMuch = tooMuchIn(text);
    if (tooMuch !== null) return refuseMuch(tooMuch);
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
      resolveKnownTags: false,
      // Held here instead: the library compares every key with every other.
      uniqueKeys: false,
    });
  } catch {
    return refuseMuch(TOO_DEEP);
  }
  const faults = plainFaults([...document.errors, ...document.warnings]);
  if (faults.some((fault) => fault.message.includes('call stack'))) return refuseMuch(TOO_DEEP);
  if (faults.length > 0) {
    const end = text.trimEnd().length;
    const issues = faults.slice(0, MOST_ISSUES).map(({ code, message, pos }) => ({
      path: '',
      ...placed(pos[0]),
      code: asCode(code),
      message:
        YAML_MESSAGES[code] ??
        (pos[0] >= end ? `the file is cut off: ${message}` : `this is not YAML: ${message}`),
    }));
    return { ok: false, issues };
  }
  const foreign = foreignYaml(document);
  if (foreign.length > 0)
    return {
      ok: false,
      issues: foreign.map(({ code, message, offset }) => ({ path: '', ...placed(offset), code, message })),
    };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    return refuseMuch(TOO_MANY_ALIASES);
  }
  if (value === null || value === undefined)
    return refuse('file/empty', 'the file is empty; a scenario needs at least "id" and "extends"');
  if (isExcessive(value)) return refuseMuch(TOO_DEEP);
  return { ok: true, value, locate: (path, about) => placed(offsetOf(document, path, about)) };
}

/**
 * Parses the text of a scenario file: a scenario, or what is wrong with line and column. Never throws for bad input.
 * @param text - YAML or JSON of a whole scenario, or of one that `extends` a shipped one and says what differs.
 * @param facts - Facts whose ids, days and parameters it may speak of; the packaged ones where left out.
 *
 * @example parseScenarioText('id: mine\nextends: kuala-lumpur-2025\nhorizon: 2026-03-01').ok
 */
export function parseScenarioText(text: string, facts: BareFacts = bareFacts()): ReadScenario {
  const parsed = parseText(text);
  if (!parsed.ok) return parsed;
  const scenario = parseScenario(parsed.value, facts);
  if (scenario.ok) return { ok: true, scenario: scenario.scenario, locate: parsed.locate };
  const issues = scenario.issues.slice(0, MOST_ISSUES).map(({ path, message, about }) => ({
    path,
    ...parsed.locate(path, about),
    code: about === 'key' ? 'scenario/unknown-key' : 'scenario/does-not-fit',
    message,
  }));
  return { ok: false, issues };
}
