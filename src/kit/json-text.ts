/**
 * Texts of JSON from strangers: the value, or what is wrong and where. A key that an object has twice is refused: `JSON.parse` passes over
 * the first value in silence, so that a reader sees another text than the program.
 */

/** A place in a text, both numbers from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** The value of a text, or why it has none. */
export type JsonText =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      /** Whether a key stands there twice, something stands behind a whole value, or it is no JSON otherwise. */
      readonly fault: 'doubled' | 'behind' | 'broken';
      /** What is wrong, in words, without the place; what the engine says where it is no JSON. */
      readonly message: string;
      /** Where it is; null where only the engine knows. */
      readonly place: Place | null;
    };

/** The place of an offset in a text. */
export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** The characters by which the structure of a text is told. */
const CODE = {
  quote: 0x22,
  comma: 0x2c,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  open: 0x7b,
  close: 0x7d,
};

/** Offset of the quotation mark that ends the string which begins at an offset; -1 where none does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === CODE.backslash) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return -1;
}

/** What one walk over a text finds: the first key that an object has twice, or else where the outermost list or object ends. */
interface Walked {
  readonly doubled: { readonly key: string; readonly at: number } | null;
  /** Offset behind the end; -1 where it does not end, and for what is neither a list nor an object. */
  readonly end: number;
}

/** Walks over a text once; keys are told apart where they are asked for, which takes a text that is JSON. */
function walked(text: string, telling: boolean): Walked {
  /** The keys of the objects that are open, outermost first; null for a list. */
  const around: (Set<string> | null)[] = [];
  let isKey = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case CODE.quote: {
        const end = endOfString(text, at);
        if (end < 0) return { doubled: null, end };
        const keys = isKey ? around.at(-1) : undefined;
        if (telling && keys) {
          const raw = text.slice(at + 1, end);
          const key = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
          if (keys.has(key)) return { doubled: { key, at }, end: -1 };
          keys.add(key);
        }
        isKey = false;
        at = end;
        break;
      }
      case CODE.open:
      case CODE.openList:
        isKey = text.charCodeAt(at) === CODE.open;
        around.push(isKey ? new Set() : null);
        break;
      case CODE.close:
      case CODE.closeList:
        isKey = false;
        around.pop();
        if (around.length === 0) return { doubled: null, end: at + 1 };
        break;
      case CODE.comma:
        isKey = (around.at(-1) ?? null) !== null;
        break;
    }
  }
  return { doubled: null, end: -1 };
}

/** Offset of what stands behind a whole list or object; null where nothing does, or what stands before it is no JSON. */
function behindEnd(text: string): number | null {
  const { end } = walked(text, false);
  const rest = end < 0 ? '' : text.slice(end);
  if (rest.trim() === '') return null;
  try {
    JSON.parse(text.slice(0, end));
    return end + rest.length - rest.trimStart().length;
  } catch {
    return null;
  }
}

/** Longest key that is repeated in full, in characters. */
const LONGEST_KEY = 60;

const quoted = (key: string) =>
  JSON.stringify(key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key);

/** Reads a text of JSON. Never throws; takes a time in proportion to the text. */
export function readJsonText(text: string): JsonText {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const behind = behindEnd(text);
    if (behind !== null) {
      const message = 'something stands behind its end';
      return { ok: false, fault: 'behind', message, place: placeIn(text, behind) };
    }
    const message = error instanceof Error ? error.message : 'it does not parse';
    return { ok: false, fault: 'broken', message, place: null };
  }
  const { doubled } = walked(text, true);
  if (doubled === null) return { ok: true, value };
  const message = `the key ${quoted(doubled.key)} stands twice in one object`;
  return { ok: false, fault: 'doubled', message, place: placeIn(text, doubled.at) };
}

/** What JSON may hold as it is and a terminal or an editor acts on, or does not show: what is escaped anyway, and joiners of letters, left out. */
const ACTED_ON =
  /(?![\n\u00ad\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0]/gu;

/** A text of JSON in which what would turn a line round, move a cursor or hide is written by its number. */
export const escapedJson = (json: string): string =>
  json.replace(ACTED_ON, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

/** A value as lines of JSON that show what they hold. */
export const shownJson = (value: unknown): string => `${escapedJson(JSON.stringify(value, null, 2))}\n`;

/** What is wrong with a text that has no value, with the place where it is known. */
export const jsonTextFault = ({ message, place }: Extract<JsonText, { ok: false }>): string =>
  place === null ? message : `${message}, at line ${place.line}, column ${place.column}`;
