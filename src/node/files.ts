/**
 * Files from strangers: their size and encoding are bounded before anything is believed, and what is wrong comes back
 * as data, never as an exception.
 */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { TextPosition } from '../analyses/scenario-text';
import { descriptorFault } from './descriptors';
import { descriptorNamed } from './links';

const IS_DIRECTORY = 'this is a directory, not a file';
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'the file may not be read',
  EPERM: 'the file may not be read',
  EISDIR: IS_DIRECTORY,
  ENOTDIR: 'a part of the path is not a directory',
  ENAMETOOLONG: 'the path is too long',
};

/** The bytes of a file of bounded size, or why there are none. */
export type ReadBytes =
  | {
      /** The file was read. */
      readonly ok: true;
      /** Its content. */
      readonly bytes: Uint8Array;
    }
  | {
      /** The file was not read. */
      readonly ok: false;
      /** Stable code: `file/too-large` or `file/unreadable`. */
      readonly code: string;
      /** Why it was not read, in words. */
      readonly message: string;
    };

/**
 * Why a path is not opened: a pipe with a name of its own, and a descriptor that this program was not given, may wait for ever. Null where
 * nothing speaks against it.
 */
function unopened(path: string): string | null {
  const descriptor = descriptorNamed(path);
  if (descriptor !== null) return descriptorFault(descriptor, 'read');
  return statSync(path).isFIFO() ? 'this is a pipe, not a file' : null;
}

/**
 * Reads a regular file of at most `limit` bytes; a larger one, a directory, a pipe with a name and a descriptor that this program was
 * not given are refused unread. Never throws for a bad path.
 */
export function readBounded(path: string, limit: number): ReadBytes {
  let descriptor: number | undefined;
  try {
    const fault = unopened(path);
    if (fault !== null) return { ok: false, code: 'file/unreadable', message: fault };
    descriptor = openSync(path, 'r');
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) return { ok: false, code: 'file/unreadable', message: IS_DIRECTORY };
    if (stat.size > limit) {
      return {
        ok: false,
        code: 'file/too-large',
        message: `the file has ${stat.size} bytes; at most ${limit} are read`,
      };
    }
    // A pipe has no size: one byte more than the limit shows that there is too much.
    const buffer = new Uint8Array(limit + 1);
    let length = 0;
    for (let got = -1; got !== 0 && length <= limit; length += got)
      got = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (length > limit)
      return { ok: false, code: 'file/too-large', message: `the file has more than ${limit} bytes` };
    return { ok: true, bytes: buffer.subarray(0, length) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return {
      ok: false,
      code: 'file/unreadable',
      message: REASONS[code] ?? `the file cannot be read (${code || 'unknown reason'})`,
    };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Line and column of the first byte that is not UTF-8. */
function brokenAt(bytes: Uint8Array): TextPosition {
  let good = 0;
  let bad = bytes.length;
  const decodes = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** The text of bytes that are valid UTF-8, without a byte order mark; else the place of the first that is not. */
export function decodeUtf8(
  bytes: Uint8Array,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly place: TextPosition } {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, place: brokenAt(bytes) };
  }
}
