/**
 * Facts of one's own as a folder: JSON files named as those of the package (`issues.json`, `tariffs/us-on-cn.json`,
 * `acts/2026.json`), laid over the packaged facts. A file stands in the place of the packaged one of its name; one whose name ends in
 * a plus (`acts/2025+.json`, `sources+.json`) has rows that come behind those of the package. What comes of it is parsed as any
 * facts are, and each complaint names the file and the place in it.
 */
import { existsSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { facts as packagedFacts, type Facts } from '../facts/packaged';
import { parseFacts } from '../facts/parse';
import { isObject } from '../kit/checks';
import { jsonTextFault, readJsonText } from '../kit/json-text';
import { nearestText } from '../kit/nearest-text';
import { decodeUtf8, readBounded } from './files';
import { within } from './links';

/** Largest file of facts that is read, bytes. */
const LARGEST_FACTS_BYTES = 8 * 1024 * 1024;

/** Something wrong with a folder of facts. */
export interface FactsIssue {
  /** The file, with its folder; the folder itself where no file of it is meant. */
  readonly file: string;
  /** Path of keys in the file, such as `3.benefit`; empty for the whole. */
  readonly path: string;
  /** What is wrong, in words. */
  readonly message: string;
}

/** Facts read from a folder, or what is wrong with it. */
export type ReadFacts =
  | {
      /** The folder holds sound facts. */
      readonly ok: true;
      /** The packaged facts with those of the folder over them. */
      readonly facts: Facts;
    }
  | {
      /** Something of the folder is wrong. */
      readonly ok: false;
      /** All that is wrong, by file and path. */
      readonly issues: readonly FactsIssue[];
    };

type Row = unknown;
type Loose = Readonly<Record<string, Row>>;

/** Where the content of a file stands among the facts, and which of the packaged rows are those of its packaged namesake. */
interface Place {
  readonly keys: readonly string[];
  readonly isOfFile: (row: Row) => boolean;
}

const every = () => true;

/** The files by their names without `.json`, but for those of the families below. */
const FILES: ReadonlyMap<string, Place> = new Map([
  ...Object.keys(packagedFacts)
    .filter((key) => !['acts', 'parameters', 'tariffs', 'controls'].includes(key))
    .map((key): [string, Place] => [
      key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      { keys: [key], isOfFile: every },
    ]),
  ['tariffs/us-on-cn', { keys: ['tariffs', 'usOnCn'], isOfFile: every }],
  ['tariffs/cn-on-us', { keys: ['tariffs', 'cnOnUs'], isOfFile: every }],
  ['export-controls/us', { keys: ['controls', 'us'], isOfFile: every }],
  ['export-controls/cn', { keys: ['controls', 'cn'], isOfFile: every }],
]);

const dayOf = (row: Row): string => {
  const event = isObject(row) ? row['event'] : undefined;
  return isObject(event) && typeof event['on'] === 'string' ? event['on'] : '';
};

const nameOf = (row: Row): string => (isObject(row) && typeof row['name'] === 'string' ? row['name'] : '');

/** Files of which there is one for each year, or for each component of the model. */
const FAMILIES: Readonly<Record<string, (member: string) => Place>> = {
  acts: (year) => ({ keys: ['acts'], isOfFile: (row) => dayOf(row).startsWith(`${year}-`) }),
  parameters: (component) => ({
    keys: ['parameters'],
    isOfFile: (row) => nameOf(row).startsWith(`${component}.`),
  }),
};

/** The place of a file by its name without `.json` and the plus, or undefined. */
function placeOf(name: string): Place | undefined {
  const [family = '', member] = name.split('/');
  const known = Object.hasOwn(FAMILIES, family) ? FAMILIES[family] : undefined;
  return member !== undefined && known !== undefined ? known(member) : FILES.get(name);
}

const knownNames = (): string[] => [
  ...FILES.keys(),
  ...new Set(packagedFacts.acts.map((row) => `acts/${dayOf(row).slice(0, 4)}`)),
  ...new Set(packagedFacts.parameters.map((row) => `parameters/${nameOf(row).split('.')[0] ?? ''}`)),
];

/** One file of the folder as it was read. */
interface Read {
  readonly file: string;
  readonly name: string;
  readonly adds: boolean;
  readonly place: Place;
  readonly content: unknown;
}

/** The text of a file of facts, or why it has none that can be read. */
export function readFactsText(
  file: string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string } {
  const read = readBounded(file, LARGEST_FACTS_BYTES);
  if (!read.ok) return read;
  const decoded = decodeUtf8(read.bytes);
  return decoded.ok ? decoded : { ok: false, message: 'the file is not UTF-8 text' };
}

/** Texts that stand in the place of files of a folder, by their names in it: `acts/2026+.json`. */
export type UnwrittenFiles = ReadonlyMap<string, string>;

function readFile(folder: string, relative: string, unwritten: UnwrittenFiles): Read | FactsIssue {
  const file = within(folder, relative);
  const refuse = (message: string): FactsIssue => ({ file, path: '', message });
  const bare = relative.replace(/\.json$/, '');
  const name = bare.replace(/\+$/, '');
  const place = placeOf(name);
  if (place === undefined) {
    const near = nearestText(name, knownNames());
    return refuse(
      `no file of the facts has this name${near === null ? `; known: ${knownNames().join(', ')}` : `; did you mean "${near}.json"?`}`,
    );
  }
  const given = unwritten.get(relative);
  const read = given === undefined ? readFactsText(file) : { ok: true as const, text: given };
  if (!read.ok) return refuse(read.message);
  const parsed = readJsonText(read.text);
  if (parsed.ok) return { file, name, adds: bare !== name, place, content: parsed.value };
  return refuse(`${parsed.fault === 'broken' ? 'this is not JSON: ' : ''}${jsonTextFault(parsed)}`);
}

/** Whether an entry of a folder is a folder, or a link to one. */
const isFolder = (folder: string, entry: Dirent) =>
  entry.isDirectory() ||
  (entry.isSymbolicLink() &&
    statSync(within(folder, entry.name), { throwIfNoEntry: false })?.isDirectory() === true);

/** The names of the JSON files in a folder and in the folders in it, in their order. */
function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      isFolder(folder, entry)
        ? readdirSync(within(folder, entry.name)).map((inner) => `${entry.name}/${inner}`)
        : [entry.name],
    )
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** The paths of the files that {@link readFactsFolder} reads of a folder; none where it cannot. */
export function factsFiles(folder: string): readonly string[] {
  try {
    return jsonFiles(folder).map((name) => within(folder, name));
  } catch {
    return [];
  }
}

/** A row with where it came from; null for the package. */
interface Origin {
  readonly file: string;
  readonly at: number;
}

/** Rows laid over others, with where each came from. */
interface Laid {
  readonly rows: readonly Row[];
  readonly origins: readonly (Origin | null)[];
}

/** The facts while files are laid over them. */
interface Overlay {
  readonly facts: Record<string, Row>;
  /** By the place of a list: where each of its rows came from. */
  readonly laid: Map<string, Laid>;
  /** By the place of anything else: the file that it came from. */
  readonly whole: Map<string, string>;
}

const at = (facts: Loose, keys: readonly string[]): Row =>
  keys.reduce<Row>((value, key) => (isObject(value) ? value[key] : undefined), facts);

function put(facts: Record<string, Row>, [first = '', second]: readonly string[], value: Row): void {
  facts[first] = second === undefined ? value : { ...(facts[first] as Loose), [second]: value };
}

function layRows(overlay: Overlay, { file, adds, place }: Read, rows: readonly Row[]): void {
  const key = place.keys.join('.');
  const packaged = at(overlay.facts, place.keys);
  const before: Laid = overlay.laid.get(key) ?? {
    rows: Array.isArray(packaged) ? (packaged as Row[]) : [],
    origins: Array.isArray(packaged) ? packaged.map(() => null) : [],
  };
  const kept = before.rows
    .map((row, index) => ({ row, origin: before.origins[index] ?? null }))
    .filter(({ row, origin }) => adds || origin !== null || !place.isOfFile(row));
  const given = rows.map((row, index) => ({ row, origin: { file, at: index } }));
  const all = [...kept, ...given];
  // Acts stand in the order of their days, of which a file of a year knows its own only.
  if (key === 'acts')
    all.sort((a, b) => (dayOf(a.row) < dayOf(b.row) ? -1 : dayOf(a.row) > dayOf(b.row) ? 1 : 0));
  overlay.laid.set(key, { rows: all.map(({ row }) => row), origins: all.map(({ origin }) => origin) });
  put(
    overlay.facts,
    place.keys,
    all.map(({ row }) => row),
  );
}

/** Fields laid over others: lists grow, all else is replaced. */
function merged(before: Row, given: Loose): Row {
  if (!isObject(before)) return given;
  const fields = Object.entries(given).map(([key, value]) => {
    const old = before[key];
    return [
      key,
      Array.isArray(old) && Array.isArray(value) ? [...(old as Row[]), ...(value as Row[])] : value,
    ];
  });
  return { ...before, ...Object.fromEntries(fields) };
}

function lay(overlay: Overlay, read: Read): FactsIssue | null {
  const { content, place, adds, file } = read;
  const isList = Array.isArray(at(packagedFacts, place.keys));
  if (isList !== Array.isArray(content) || (!isList && !isObject(content)))
    return { file, path: '', message: `expected ${isList ? 'a list' : 'an object with named fields'}` };
  if (isList) layRows(overlay, read, content as Row[]);
  else {
    put(overlay.facts, place.keys, adds ? merged(at(overlay.facts, place.keys), content as Loose) : content);
    overlay.whole.set(place.keys.join('.'), file);
  }
  return null;
}

/** A complaint about the facts as one about the file that it is in; about the folder where it is in none of them. */
function located(folder: string, { laid, whole }: Overlay, path: string, message: string): FactsIssue {
  for (const [key, { origins }] of laid) {
    if (!path.startsWith(`${key}.`)) continue;
    const [index = '', ...rest] = path.slice(key.length + 1).split('.');
    const origin = origins[Number(index)];
    if (origin !== undefined && origin !== null)
      return { file: origin.file, path: [String(origin.at), ...rest].join('.'), message };
  }
  for (const [key, file] of whole)
    if (path === key || path.startsWith(`${key}.`))
      return { file, path: path.slice(key.length + 1), message };
  return { file: folder, path, message };
}

/**
 * Reads a folder of facts and lays it over the packaged ones. What is wrong comes back with the file and the place in it: a folder
 * or file that cannot be read, a name that no file of the facts has, and all that `parseFacts` finds. Never throws for a bad folder.
 * @param folder - Path of a folder with JSON files named by the tables of the facts, `issues.json` in place of a table, `issues+.json`
 *   beside it.
 *
 * @example readFactsFolder('my-facts').ok
 */
export function readFactsFolder(folder: string): ReadFacts {
  return readFactsWith(folder, new Map());
}

/**
 * Reads a folder of facts as it would be with some files that are not written yet; then the folder need not be there. Never throws for a
 * bad folder.
 */
export function readFactsWith(folder: string, unwritten: UnwrittenFiles): ReadFacts {
  const whole = (message: string): ReadFacts => ({
    ok: false,
    issues: [{ file: folder, path: '', message }],
  });
  let names: string[];
  try {
    const there = unwritten.size > 0 && !existsSync(folder) ? [] : jsonFiles(folder);
    names = [...new Set([...there, ...unwritten.keys()])].sort();
  } catch {
    return whole('there is no folder that can be read');
  }
  if (names.length === 0) return whole('the folder has no JSON file; one is called issues.json and the like');
  const read = names.map((name) => readFile(folder, name, unwritten));
  const faults = read.filter((one): one is FactsIssue => 'message' in one);
  if (faults.length > 0) return { ok: false, issues: faults };
  const overlay: Overlay = { facts: { ...packagedFacts }, laid: new Map(), whole: new Map() };
  // Whole files first, so that a file with a plus adds to what stands in the end.
  const files = read.filter((one): one is Read => !('message' in one));
  for (const one of [...files.filter(({ adds }) => !adds), ...files.filter(({ adds }) => adds)]) {
    const fault = lay(overlay, one);
    if (fault !== null) return { ok: false, issues: [fault] };
  }
  const parsed = parseFacts(overlay.facts);
  if (parsed.ok) return parsed;
  return {
    ok: false,
    issues: parsed.issues.map(({ path, message }) => located(folder, overlay, path, message)),
  };
}
