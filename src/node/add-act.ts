/**
 * An act of one's own put into a folder of facts: the way in for tomorrow's news. The act goes behind those of its year
 * (`acts/2026+.json`), a new source beside those of the package (`sources+.json`); what makes the facts unsound is not written.
 */
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isIsoDate } from '../kit/calendar';
import { isObject } from '../kit/checks';
import { jsonTextFault, readJsonText } from '../kit/json-text';
import { facts as packagedFacts } from '../facts/packaged';
import { readFactsText, readFactsWith } from './facts-folder';
import { within } from './links';
import { locked, LockedError, type LockOptions } from './lock';
import { makeFolder, removeEmpty } from './make-folder';
import { orUndone } from './signals';
import { codeOf, isOfTheDisk, reasonOf, unwritable, writeWhole } from './whole-file';

/** An act with its source, as it was told. */
export interface NewAct {
  /** The event as JSON; its day stands in `on`. */
  readonly event: string;
  /** Id of the source. */
  readonly source: string;
  readonly certainty: 'high' | 'medium' | 'low' | 'unverified';
  readonly note?: string;
  /** The document, where no source of the package has that id. */
  readonly newSource?: { readonly title: string; readonly href: string | null };
}

/** The file to which an act was added, with the number of acts that the facts now hold; or why it was not. */
export type AddedAct =
  | { readonly ok: true; readonly file: string; readonly acts: number }
  | {
      readonly ok: false;
      readonly complaints: readonly string[];
      /** Whether nothing was wrong with what was told: a disk is full, say. Left out where something was. */
      readonly unwritten?: true;
    };

const refused = (...complaints: string[]): AddedAct => ({ ok: false, complaints });

const unwritten = (complaint: string): AddedAct => ({ ok: false, complaints: [complaint], unwritten: true });

/** The file in a folder of facts that a process holds while it adds to it; no file of the facts has such a name. */
const LOCK = '.lock';

/** A file of the folder that cannot be read, in words. */
class Unread extends Error {}

/** The text of a file, or null where there is none. Throws {@link Unread} for what is no text of a bounded size. */
function textOf(file: string): string | null {
  if (!existsSync(file)) return null;
  const read = readFactsText(file);
  if (!read.ok) throw new Unread(`${file}: ${read.message}`);
  return read.text;
}

/** The JSON of a file, or what stands for a file that there is not. Throws {@link Unread} for what is none. */
function read(file: string, otherwise: unknown): unknown {
  const text = textOf(file);
  if (text === null) return otherwise;
  const parsed = readJsonText(text);
  if (parsed.ok) return parsed.value;
  throw new Unread(`${file}: ${parsed.fault === 'broken' ? 'this is not JSON' : jsonTextFault(parsed)}`);
}

/** An event as it is told. */
const EXAMPLE =
  '{"type":"statement.make","actor":"US","on":"2026-10-12","voice":"leader","tone":"neutral","topic":"agenda","gist":"Talks will go on."}; `detente actions` has one of each type';

function parsedEvent(text: string): Record<string, unknown> | string {
  const parsed = readJsonText(text);
  if (!parsed.ok)
    return parsed.fault === 'broken'
      ? `the event is no JSON; it is told as ${EXAMPLE}`
      : `the event: ${jsonTextFault(parsed)}`;
  return isObject(parsed.value) ? { ...parsed.value } : 'the event is no JSON object';
}

const dayIn = ({ on }: Record<string, unknown>): string | null =>
  typeof on === 'string' && isIsoDate(on) ? on : null;

/** The files that an act comes in, by their names in the folder, in the order in which they are written. */
type NewFiles = Map<string, unknown>;

/** Writes files one after the other, each whole; what cannot be written is told, and whether it might have been: null where all was. */
function faultOf(folder: string, texts: ReadonlyMap<string, string>): AddedAct | null {
  const told = (name: string, why: string) => `${within(folder, name)} cannot be written: ${why}`;
  for (const name of texts.keys()) {
    const why = unwritable(within(folder, name));
    if (why !== null) return refused(told(name, why));
  }
  for (const [name, text] of texts) {
    const why = writeWhole(within(folder, name), text);
    if (why !== null) return unwritten(told(name, why));
  }
  return null;
}

/** Writes files where the facts are sound with them, and tells how many acts there are then; else nothing is written. */
function soundOrRefused(folder: string, file: string, files: NewFiles): AddedAct {
  const texts = new Map([...files].map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`]));
  const found = readFactsWith(folder, texts);
  if (!found.ok)
    return refused(
      ...found.issues.map(
        ({ file: where, path, message }) => `${where}: ${path === '' ? '' : `${path}: `}${message}`,
      ),
    );
  return faultOf(folder, texts) ?? { ok: true, file, acts: found.facts.acts.length };
}

/** The sources of a folder with a new one among them, or why it cannot be: a document has one title and one address. */
function withSource(
  file: string,
  id: string,
  { title, href }: NonNullable<NewAct['newSource']>,
): Readonly<Record<string, unknown>> {
  const given = read(file, {});
  const known: Readonly<Record<string, unknown>> = isObject(given) ? given : {};
  const sources: Readonly<Record<string, unknown>> = { ...packagedFacts.sources, ...known };
  const there = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (isObject(there) && (there['title'] !== title || there['href'] !== href))
    throw new Unread(`the source "${id}" is there already, with another title or address; leave out --title`);
  return { ...known, [id]: { published: null, ...(isObject(there) ? there : {}), title, href } };
}

/** Tries to make a folder that another process takes away again because it stayed empty. */
const MOST_TRIES = 3;

/**
 * Does work in a folder, which is made where there is none, while no other process adds to it. A folder that was made and stayed empty is
 * taken away again. Rejects as {@link locked} does.
 */
async function alone<T>(folder: string, work: () => T, options: LockOptions, tries = 1): Promise<T> {
  const made = makeFolder(folder);
  const remove = () => {
    if (made !== undefined) removeEmpty(folder, made);
  };
  try {
    return await orUndone(remove, () => locked(join(realpathSync.native(folder), LOCK), work, options));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || tries === MOST_TRIES) throw error;
    return await alone(folder, work, options, tries + 1);
  } finally {
    remove();
  }
}

/**
 * Adds an act to a folder of facts, which is made where there is none. Whether the facts are sound with it is asked before anything is
 * written: a source first, which alone is sound, too. Processes that add to one folder wait for each other. Rejects with the reason of
 * `signal` where that comes while another one is waited for.
 */
export async function addAct(folder: string, act: NewAct, options: LockOptions = {}): Promise<AddedAct> {
  if (folder === '') return refused('a folder has a name; given ""');
  try {
    return await alone(folder, () => added(folder, act), options);
  } catch (error) {
    if (error instanceof Unread || error instanceof LockedError) return refused(error.message);
    if (codeOf(error) === undefined || options.signal?.aborted === true) throw error;
    const complaint = `${folder} cannot be written: ${reasonOf(error)}`;
    return isOfTheDisk(error) ? unwritten(complaint) : refused(complaint);
  }
}

function added(folder: string, { event: text, source, certainty, note, newSource }: NewAct): AddedAct {
  const event = parsedEvent(text);
  if (typeof event === 'string') return refused(event);
  const day = dayIn(event);
  if (day === null) return refused('the event has no day: "on" takes a day that exists, YYYY-MM-DD');
  const name = `acts/${day.slice(0, 4)}+.json`;
  const file = within(folder, name);
  const rows = read(file, []);
  if (!Array.isArray(rows)) return refused(`${file}: expected a list of acts`);
  const files: NewFiles = new Map();
  if (newSource !== undefined)
    files.set('sources+.json', withSource(within(folder, 'sources+.json'), source, newSource));
  const act = { event, source, certainty, ...(note === undefined ? {} : { note }) };
  files.set(name, [...(rows as unknown[]), act]);
  return soundOrRefused(folder, file, files);
}
