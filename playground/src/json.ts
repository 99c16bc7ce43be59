/** JSON of strangers, in a file or a link. */
import { parseDocument } from 'yaml';

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
  const doubled = parseDocument(text).errors.find(({ code }) => code === 'DUPLICATE_KEY');
  const place = doubled?.linePos?.[0];
  if (doubled !== undefined)
    throw new Error(
      `has a key twice in one object${place === undefined ? '' : `, at line ${place.line}, column ${place.col}`}`,
    );
  return value;
}
