/** Digest: SHA-256 over canonical JSON (RFC 8785), so that equal values have equal digests on every engine. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { InputError } from '../kit/input-error';
import { checkJson } from '../kit/json';

/** A value of JSON as its canonical text, the same for equal values; of nothing, an empty one. */
export const canonicalJson = (value: unknown): string => canonicalize(value) ?? '';

/** Whether two values of JSON are equal: the order in which keys were written does not count. */
export const sameJson = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

/**
 * Hexadecimal SHA-256 of a JSON value in canonical form. Throws an InputError that names the place of what is no plain JSON:
 * NaN, undefined, a hole, an object of a class, half of a surrogate pair, what contains itself.
 * @param value - Plain JSON: an object, a list, a text, a finite number, yes or no, or null; the order of keys does not count.
 *
 * @example digest({ b: 1, a: 2 }) === digest({ a: 2, b: 1 })
 */
export function digest(value: unknown): string {
  checkJson('value', value);
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch {
    // Nested deeper than a program can walk.
    text = undefined;
  }
  if (text === undefined)
    throw new InputError({ code: 'input/json', path: 'value', given: value, allowed: 'plain JSON' });
  return bytesToHex(sha256(utf8ToBytes(text)));
}
