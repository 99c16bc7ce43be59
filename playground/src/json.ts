/** JSON of strangers, in a file or a link. */
import { parseDocument } from 'yaml';

/** Deepest nesting, in levels: of any file that the library reads. */
const DEEPEST = 64;

/** Whether a value nests deeper than that; level by level, since a stack that runs out may end the page. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
    );
  }
  return false;
}

/**
 * The value of a text of JSON. Throws, with what is wrong in a few words, for one that is none, and for one with an object that has a key
 * twice: `JSON.parse` would take the last value, where a reader may have seen the first.
 */
export function readJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('is cut off, or no JSON');
  }
  if (isTooDeep(value)) throw new Error(`nests deeper than ${DEEPEST} levels`);
  const doubled = parseDocument(text).errors.find(({ code }) => code === 'DUPLICATE_KEY');
  const place = doubled?.linePos?.[0];
  if (doubled !== undefined)
    throw new Error(
      `has a key twice in one object${place === undefined ? '' : `, at line ${place.line}, column ${place.col}`}`,
    );
  return value;
}
