/** Files that a command line names twice: what is read must not be written over, and two answers do not fit in one file. */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { descriptorNamed, followed } from '../node/links';
import type { GivenRow, Raw } from './given';
import { BadInput, quoted } from './terminal';

/** A file that a command line names, by the place to which its path leads. */
interface NamedFile {
  readonly name: string;
  readonly path: string;
  readonly place: string;
}

/** The place to which a path leads, whatever links, steps and spelling are on the way, also where nothing is there yet. */
function placeOf(path: string): string {
  const place = followed(path);
  try {
    return realpathSync.native(place);
  } catch {
    const above = dirname(place);
    return above === place ? place : join(placeOf(above), basename(place));
  }
}

/** A file by its place; null for a pipe, a device and a descriptor, into which many may write, and for a path that leads nowhere. */
function named(name: string, path: string): NamedFile | null {
  try {
    if (path === '' || descriptorNamed(path) !== null) return null;
    const there = statSync(path, { throwIfNoEntry: false });
    return there === undefined || there.isFile() ? { name, path, place: placeOf(path) } : null;
  } catch {
    return null;
  }
}

const textsOf = (raw: Raw): readonly string[] =>
  typeof raw === 'string' ? [raw] : typeof raw === 'object' ? raw : [];

const isNamed = (file: NamedFile | null): file is NamedFile => file !== null;

/** The files that are read. */
async function inputs(given: readonly GivenRow[]): Promise<NamedFile[]> {
  const found: (NamedFile | null)[] = [];
  for (const { name, row, raw } of given)
    for (const text of textsOf(raw))
      for (const path of (await row.reads?.(text)) ?? []) found.push(named(name, path));
  return found.filter(isNamed);
}

/** Why a file must not be written, where it is one that is read; null for any other. */
export async function refusalToOverwrite(path: string, given: readonly GivenRow[]): Promise<string | null> {
  const output = named('', path);
  const read = output && (await inputs(given)).find(({ place }) => place === output.place);
  return read ? `it is the same file as ${read.name}, ${quoted(read.path)}, and would be written over` : null;
}

/**
 * Refuses a command line that would write over what it reads, or write two answers into one file: throws {@link BadInput}. A standard
 * stream, a pipe and a device are no such files.
 */
export async function refuseSameFile(given: readonly GivenRow[]): Promise<void> {
  const outputs = given
    .filter(({ row }) => row.writes === true)
    .flatMap(({ name, raw }) => textsOf(raw).map((path) => named(name, path)))
    .filter(isNamed);
  for (const [at, { name, path, place }] of outputs.entries()) {
    const why = await refusalToOverwrite(path, given);
    if (why !== null) throw new BadInput(`${name} names ${quoted(path)}: ${why}; name another file.`);
    const other = outputs.slice(0, at).find((before) => before.place === place);
    if (other !== undefined)
      throw new BadInput(
        `${other.name} and ${name} name one file, ${quoted(path)}: each of them takes a file of its own.`,
      );
  }
}
