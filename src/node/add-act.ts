/**
 * An act of one's own put into a folder of facts: the way in for tomorrow's news. The act goes behind those of its year
 * (`acts/2026+.json`), a new source beside those of the package (`sources+.json`); what makes the facts unsound is not written.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isIsoDate } from '../kit/calendar';
import { isObject } from '../kit/checks';
import { readFactsFolder } from './facts-folder';
import { writeWhole } from './whole-file';
import { makeFolder } from './make-folder';

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

/** The JSON of a file, or what stands for a file that there is not. */
function read(file: string, otherwise: unknown): unknown {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : otherwise;
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

/** Writes files, and puts back what stood there where the facts are unsound with them. */
function triedWith(folder: string, files: ReadonlyMap<string, unknown>): readonly string[] {
  const before = [...files.keys()].map(
    (file) => [file, existsSync(file) ? readFileSync(file, 'utf8') : null] as const,
  );
  for (const [file, value] of files) {
    makeFolder(dirname(file));
    const why = writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
    if (why !== null) return [`${file}: ${why}`];
  }
  const found = readFactsFolder(folder);
  if (found.ok) return [];
  for (const [file, text] of before) {
    if (text === null) rmSync(file);
    else writeWhole(file, text);
  }
  return found.issues.map(
    ({ file, path, message }) => `${file}: ${path === '' ? '' : `${path}: `}${message}`,
  );
}

/** Adds an act to a folder of facts, which is made where there is none. Nothing is written that is not sound. */
export function addAct(
  folder: string,
  { event: text, source, certainty, note, newSource }: NewAct,
): AddedAct {
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
    const known = read(sources, {});
    files.set(sources, { ...(isObject(known) ? known : {}), [source]: { ...newSource, published: null } });
  }
  const complaints = triedWith(folder, files);
  if (complaints.length > 0) return { ok: false, complaints };
  const now = readFactsFolder(folder);
  return { ok: true, file, acts: now.ok ? now.facts.acts.length : 0 };
}
