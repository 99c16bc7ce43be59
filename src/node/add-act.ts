/**
 * An act of one's own put into a folder of facts: the way in for tomorrow's news. The act goes behind those of its year
 * (`acts/2026+.json`), a new source beside those of the package (`sources+.json`); what makes the facts unsound is not written.
 */
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isIsoDate } from '../kit/calendar';
import { isObject } from '../kit/checks';
import { facts as packagedFacts } from '../facts/packaged';
import { readFactsFolder, readFactsText } from './facts-folder';
import { writeWhole } from './whole-file';

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
  | { readonly ok: false; readonly complaints: readonly string[] };

const refused = (...complaints: string[]): AddedAct => ({ ok: false, complaints });

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
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unread(`${file}: this is not JSON`);
  }
}

function parsedEvent(text: string): Record<string, unknown> | string {
  try {
    const value = JSON.parse(text) as unknown;
    return isObject(value) ? { ...value } : 'the event is no JSON object';
  } catch {
    return 'the event is no JSON';
  }
}

const dayIn = ({ on }: Record<string, unknown>): string | null =>
  typeof on === 'string' && isIsoDate(on) ? on : null;

/** Puts back what stood in files, and takes away those that were not there, with a folder that was made for them. */
function putBack(before: readonly (readonly [file: string, text: string | null])[]): void {
  for (const [file, text] of before) {
    if (text !== null) writeWhole(file, text);
    else if (existsSync(file)) rmSync(file);
    if (text === null && existsSync(dirname(file)) && readdirSync(dirname(file)).length === 0)
      rmdirSync(dirname(file));
  }
}

/** Writes files, and puts back what stood there where one cannot be written or the facts are unsound with them. */
function triedWith(folder: string, files: ReadonlyMap<string, unknown>): readonly string[] {
  const before = [...files.keys()].map((file) => [file, textOf(file)] as const);
  for (const [file, value] of files) {
    const why = writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
    if (why === null) continue;
    putBack(before);
    return [`${file} cannot be written: ${why}`];
  }
  const found = readFactsFolder(folder);
  if (found.ok) return [];
  putBack(before);
  return found.issues.map(
    ({ file, path, message }) => `${file}: ${path === '' ? '' : `${path}: `}${message}`,
  );
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

/** Adds an act to a folder of facts, which is made where there is none. Nothing is written that is not sound. */
export function addAct(folder: string, act: NewAct): AddedAct {
  if (folder === '') return refused('a folder has a name; given ""');
  try {
    return added(folder, act);
  } catch (error) {
    if (error instanceof Unread) return refused(error.message);
    throw error;
  }
}

function added(folder: string, { event: text, source, certainty, note, newSource }: NewAct): AddedAct {
  const event = parsedEvent(text);
  if (typeof event === 'string') return refused(event);
  const day = dayIn(event);
  if (day === null) return refused('the event has no day: "on" takes a day that exists, YYYY-MM-DD');
  const file = join(folder, 'acts', `${day.slice(0, 4)}+.json`);
  const rows = read(file, []);
  if (!Array.isArray(rows)) return refused(`${file}: expected a list of acts`);
  const files = new Map<string, unknown>([
    [file, [...(rows as unknown[]), { event, source, certainty, ...(note === undefined ? {} : { note }) }]],
  ]);
  if (newSource !== undefined) {
    const sources = join(folder, 'sources+.json');
    files.set(sources, withSource(sources, source, newSource));
  }
  const complaints = triedWith(folder, files);
  if (complaints.length > 0) return { ok: false, complaints };
  const now = readFactsFolder(folder);
  return { ok: true, file, acts: now.ok ? now.facts.acts.length : 0 };
}
