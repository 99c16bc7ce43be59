/** How the texts of options are read: numbers, seeds, names on a list. What is not allowed is refused with what is. */
import { SEED_CHARACTERS } from '../ensemble/checks';
import { isWithin, type Bounds } from '../kit/checks';
import type { Reader } from './row';
import { BadInput, quoted, Unwritten } from './terminal';

/** Reads a whole number within bounds; refuses everything else, also `1e3` and `0x10`, which a reader may take differently. */
export function whole(bounds: Bounds | (() => Promise<Bounds>)): Reader<number> {
  return async (text, name) => {
    const within = typeof bounds === 'function' ? await bounds() : bounds;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (isWithin(value, within)) return value;
    const { least, most } = within;
    throw new BadInput(`${name} takes a whole number from ${least} to ${most}; given ${quoted(text)}.`);
  };
}

/** Reads a seed: a text of some length. */
export const seedText: Reader<string> = (text, name) => {
  if (isWithin(text.length, SEED_CHARACTERS)) return text;
  const { least, most } = SEED_CHARACTERS;
  const given = text === '' ? 'none' : `${text.length}`;
  throw new BadInput(`${name} takes a text of ${least} to ${most} characters; given ${given}.`);
};

/** Reads a name on a list; refuses another with the nearest that is there. `allowed` says more than the list where that is needed. */
export function oneOf<Name extends string>(names: readonly Name[], allowed?: string): Reader<Name> {
  return async (text, name) => {
    const found = names.find((candidate) => candidate === text);
    if (found !== undefined) return found;
    const { nearestText } = await import('../kit/nearest-text');
    const near = nearestText(text, names);
    const hint = near === null ? '.' : `; did you mean ${quoted(near)}?`;
    throw new BadInput(`${name} takes ${allowed ?? names.join(', ')}; given ${quoted(text)}${hint}`);
  };
}

/** Reads names with commas between, each by a reader of one. */
export function listOf<Name extends string>(read: Reader<Name>): Reader<readonly Name[]> {
  return async (text, name) => {
    const names: Name[] = [];
    for (const word of text.split(',')) names.push(await read(word.trim(), name));
    return names;
  };
}

/**
 * Reads the path of a file that is to be written; refuses one that cannot be, before hours of work and not after, and `-`, which is
 * standard output elsewhere.
 */
export const writable: Reader<string> = async (path, name) => {
  if (path === '-')
    throw new BadInput(`${name} takes a file, and no standard output: a file of the name "-" is told as ./-`);
  const { unwritable } = await import('../node/whole-file');
  const fault = unwritable(path);
  if (fault === null) return path;
  throw new BadInput(`${name} takes a file that can be written; given ${quoted(path)}: ${fault}.`);
};

/** Reads the path of a folder that is to be written; `-` is standard output elsewhere, and no folder. */
export const folder: Reader<string> = (path, name) => {
  if (path !== '-') return path;
  throw new BadInput(
    `${name} takes a folder, and no standard output: a folder of the name "-" is told as ./-`,
  );
};

/** Refuses, when the work is done, that a file could not be written after all. */
export function orUnwritten(name: string, path: string, fault: string | null): void {
  if (fault !== null) throw new Unwritten(`${name}: ${quoted(path)} cannot be written: ${fault}.`);
}
