/**
 * Commands as rows of a table: what each is called, takes, does and shows. One runner reads what was given, does the
 * work and makes the answer, as JSON or as a screen; help, complaints and the reference in the docs come from the same rows.
 *
 * Rows stand in the program's first file, so what they need is imported when they are run, not before.
 */
import type { Facts } from '../facts/schema';
import { InputError } from '../kit/input-error';
import type { Paint } from '../report/wording/text';
import { visibleScreen } from '../report/wording/visible';
import type { FilesRead, FileTraits, GivenRow, Raw } from './given';
import {
  BadInput,
  json,
  paintFor,
  progressOn,
  sentence,
  shellWord,
  type Answer,
  type ProgressOptions,
  type Terminal,
} from './terminal';

/**
 * Reads a text that was given for an option or argument of some name; throws `BadInput` for what is not allowed. An argument is read
 * against the facts that an option brings.
 */
export type Reader<T> = (text: string, name: string, facts?: Facts) => T | Promise<T>;

/** Nothing to read: the text as it is. */
export const text: Reader<string> = (given) => given;

/** An option of a command. */
export interface OptionRow<T = unknown> extends FileTraits {
  /** Its names and the name of its value, as help shows them: `-n, --runs <n>`. */
  readonly flags: string;
  /** What it is, for help. */
  readonly about: string;
  /** What is read where it is not given. */
  readonly usual?: string;
  /** All values that it takes, for help. */
  readonly choices?: readonly string[];
  readonly required?: true;
  /** Whether it may stand there several times. */
  readonly repeated?: true;
  /** A name that it had before and that still works; help does not show it. */
  readonly formerly?: string;
  /** Whether it stays out of the command that makes an answer again, since it changes nothing of the answer. */
  readonly silent?: true;
  /** What the library calls it, where that is another name than the one in the table. */
  readonly asked?: string;
  /** What stands above the screen where it is given. */
  readonly foreword?: (call: ForewordCall) => Promise<readonly string[]>;
  /** Reads what the parser handed over. */
  readonly value: (raw: Raw) => T | Promise<T>;
}

/** What a foreword is made from: all that the command line says, as it was read. */
export interface ForewordCall {
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly facts: () => Promise<Facts>;
  readonly paint: () => Promise<Paint>;
}

/** What may be said of an option beside its names, its meaning and its reader. */
export type OptionTraits = Pick<
  OptionRow,
  | 'usual'
  | 'choices'
  | 'required'
  | 'repeated'
  | 'formerly'
  | 'silent'
  | 'foreword'
  | 'asked'
  | 'writes'
  | 'reads'
>;

/** The long name of an option, as it is told in sentences: `--runs`. */
export function longName({ flags }: Pick<OptionRow, 'flags'>): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

/** An option with a value: of what it reads; of that or nothing where it has neither a usual value nor is required. */
export function option<T>(
  flags: string,
  about: string,
  read: Reader<T>,
  traits: OptionTraits & ({ readonly usual: string } | { readonly required: true }),
): OptionRow<T>;
export function option<T>(
  flags: string,
  about: string,
  read: Reader<T>,
  traits?: OptionTraits,
): OptionRow<T | undefined>;
export function option<T>(
  flags: string,
  about: string,
  read: Reader<T>,
  traits: OptionTraits = {},
): OptionRow<T | undefined> {
  const name = longName({ flags });
  return { flags, about, ...traits, value: (raw) => (typeof raw === 'string' ? read(raw, name) : undefined) };
}

/** An option that may stand there several times: all its values, in their order; an empty list where it is not given. */
export function options<T>(
  flags: string,
  about: string,
  read: Reader<T>,
  traits: OptionTraits = {},
): OptionRow<readonly T[]> {
  const name = longName({ flags });
  const all = (raw: Raw) => (Array.isArray(raw) ? (raw as readonly string[]) : []);
  return {
    flags,
    about,
    ...traits,
    repeated: true,
    value: async (raw) => {
      const values: T[] = [];
      for (const given of all(raw)) values.push(await read(given, name));
      return values;
    },
  };
}

/** An option without a value: whether it stands there. */
export function flag(flags: string, about: string, traits: OptionTraits = {}): OptionRow<boolean> {
  return { flags, about, ...traits, value: (raw) => raw === true };
}

/** An argument of a command. */
export interface ArgumentRow<T = unknown> extends Pick<FileTraits, 'reads'> {
  /** As help shows it: `<scenario>`, `[prefix]` where it may be left out, `<file...>` for one or more. */
  readonly term: string;
  /** What it is, for help. */
  readonly about: string;
  /** Reads what the parser handed over, against facts of one's own where an option brings them. */
  readonly value: (raw: Raw, facts?: Facts) => T | Promise<T>;
}

/** An argument that has to be there. */
export function argument<T>(
  name: string,
  about: string,
  read: Reader<T>,
  traits: Pick<ArgumentRow, 'reads'> = {},
): ArgumentRow<T> {
  return {
    term: `<${name}>`,
    about,
    ...traits,
    value: (raw, facts) => read(typeof raw === 'string' ? raw : '', `<${name}>`, facts),
  };
}

/** An argument that may be left out. */
export function optionalArgument<T>(
  name: string,
  about: string,
  read: Reader<T>,
): ArgumentRow<T | undefined> {
  return {
    term: `[${name}]`,
    about,
    value: (raw, facts) => (typeof raw === 'string' ? read(raw, name, facts) : undefined),
  };
}

/** Arguments of which there may be none, each read. */
export function moreArguments<T>(name: string, about: string, read: Reader<T>): ArgumentRow<readonly T[]> {
  return {
    term: `[${name}...]`,
    about,
    value: async (raw, facts) => {
      const values: T[] = [];
      for (const text of typeof raw === 'object' ? raw : []) values.push(await read(text, name, facts));
      return values;
    },
  };
}

/** One or more arguments, as they are. */
export function argumentList(name: string, about: string, reads: FilesRead): ArgumentRow<readonly string[]> {
  const value = (raw: Raw) => (typeof raw === 'object' ? raw : []);
  return { term: `<${name}...>`, about, reads, value };
}

type Arguments = Readonly<Record<string, ArgumentRow>>;
type Options = Readonly<Record<string, OptionRow>>;
type ValuesOf<Rows> = {
  readonly [Name in keyof Rows]: Rows[Name] extends { value: (raw: Raw, facts?: Facts) => infer T }
    ? Awaited<T>
    : never;
};

/** What a screen is made with, beside what was found. */
export interface View {
  readonly facts: Facts;
  readonly paint: Paint;
  /** The command that makes the answer again. */
  readonly command: string;
  /** Whether bars and small lines are drawn. */
  readonly draws: boolean;
}

type Progress = (done: number, all: number) => void;

/** A command line that is being answered. */
export interface Call<A, O> {
  readonly arguments: ValuesOf<A>;
  readonly options: ValuesOf<O>;
  readonly terminal: Terminal;
  /** Whether the answer is printed as JSON. */
  readonly asJson: boolean;
  /** Whether an option was given, and does not have its usual value. */
  readonly isGiven: (name: keyof O & string) => boolean;
  /** The option that draws progress where that is shown, as the library takes it; none elsewhere. */
  readonly progress: (what: string, how?: ProgressOptions) => { readonly onProgress?: Progress };
  /** The facts that are asked about: those that an option brings, or the packaged ones. */
  readonly facts: () => Promise<Facts>;
  /** The command that makes the answer again, with other texts for some options. */
  readonly command: (changed?: Readonly<Record<string, string>>) => string;
  /** Why a file must not be written, where it is one that is read; null for any other. */
  readonly refusalToOverwrite: (path: string) => Promise<string | null>;
  readonly paint: () => Promise<Paint>;
  readonly view: () => Promise<View>;
}

/** Where the arguments stand among the options, in the order of {@link CommandRow.again}. */
export const ARGUMENTS = '<>';

/** A command as its file states it. */
export interface CommandRow<A extends Arguments, O extends Options, Found> {
  readonly name: string;
  /** A name that it had before and that still works. */
  readonly alias?: string;
  /** What it answers, in a few words, for help. */
  readonly about: string;
  /** Its arguments, in their order. */
  readonly arguments?: A;
  /** Its options, in the order of help; `--json` comes last by itself. */
  readonly options?: O;
  /** Options that have another name now, with what is to be said instead. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Options and arguments in the order of the command that makes an answer again; the others follow. */
  readonly again?: readonly ((keyof O & string) | typeof ARGUMENTS)[];
  /** Does the work. */
  readonly run: (call: Call<A, O>) => Found | Promise<Found>;
  /** What is printed as one JSON document; without it the command has no `--json`. */
  readonly json?: (found: Found, call: Call<A, O>) => unknown;
  /** What `--json` does, where help says more than that it prints JSON. */
  readonly jsonAbout?: string;
  /** Whether the screen itself tells what options would say above it. */
  readonly withoutForeword?: true;
  /** What is printed for people. */
  readonly screen: (found: Found, call: Call<A, O>) => string | Promise<string>;
  /** A document that goes to standard output as it is, in place of a screen; null where there is a screen. */
  readonly document?: (found: Found, call: Call<A, O>) => string | null;
  /** The exit code; 0 unless told. */
  readonly exit?: (found: Found) => Answer['exit'];
  /** When the answer is no, and the exit code 1, for help. */
  readonly no?: string;
}

/** What a parser of command lines found of a command. */
export interface GivenWords {
  readonly arguments: readonly Raw[];
  /** The value of an option, by its row. */
  readonly option: (row: OptionRow) => Raw;
  /** Whether an option stood on the command line. */
  readonly isGiven: (row: OptionRow) => boolean;
}

/** A command as the table holds it. */
export interface Command {
  readonly name: string;
  readonly alias?: string;
  readonly about: string;
  readonly arguments: readonly ArgumentRow[];
  /** All options, `--json` among them. */
  readonly options: readonly OptionRow[];
  readonly renamed: Readonly<Record<string, string>>;
  /** When the answer is no, and the exit code 1. */
  readonly no?: string;
  readonly answer: (given: GivenWords, terminal: Terminal) => Promise<Answer>;
}

/** Refuses a command line without an option that has to be there. */
function refuseMissing(name: string, rows: readonly OptionRow[], given: GivenWords): void {
  const missing = rows.find((row) => row.required === true && given.option(row) === undefined);
  if (missing !== undefined) throw new BadInput(`${name} needs ${missing.flags}: ${missing.about}.`);
}

/** Reads the values of rows one after the other, so that the first that is refused is always the same one. */
async function valuesOf<Row extends ArgumentRow | OptionRow, Rows extends Readonly<Record<string, Row>>>(
  rows: Rows,
  raw: (row: Row, at: number) => Raw,
  facts?: Facts,
): Promise<ValuesOf<Rows>> {
  const values: Record<string, unknown> = {};
  for (const [at, [name, row]] of Object.entries<Row>(rows).entries())
    values[name] = await row.value(raw(row, at), facts);
  return values as ValuesOf<Rows>;
}

/** The facts among the options that were read, where a command takes any. */
function factsAmong(options: object): Facts | undefined {
  // The one option of this name is that of facts.
  return 'facts' in options ? (options.facts as Facts | undefined) : undefined;
}

function againWords(name: string, raw: Raw): string[] {
  if (typeof raw === 'string') return [name, shellWord(raw)];
  if (typeof raw === 'object') return raw.flatMap((one) => [name, shellWord(one)]);
  return raw === true ? [name] : [];
}

/** A file whose name begins as an option does, so that it is taken for a file. */
const notAnOption = (word: string) => word.replace(/^('?)-/, '$1./-');

/** The command that makes an answer again: all that changes the answer, in one order. */
function commandAgain<A extends Arguments, O extends Options, Found>(
  { name, options: rows, again = [] }: CommandRow<A, O, Found>,
  given: GivenWords,
  changed: Readonly<Record<string, string>>,
): string {
  const first = again.includes(ARGUMENTS) ? again : [ARGUMENTS, ...again];
  const all = Object.keys(rows ?? {});
  const order = [...first, ...all.filter((key) => !again.includes(key))];
  const words = order.flatMap((key) => {
    if (key === ARGUMENTS)
      return given.arguments.flatMap((raw) =>
        againWords('', raw)
          .filter((word) => word !== '')
          .map(notAnOption),
      );
    const row = rows?.[key];
    if (row === undefined || row.silent === true) return [];
    const short = /^-o, /.test(row.flags) ? '-o' : longName(row);
    return againWords(short, changed[key] ?? given.option(row));
  });
  return ['detente', name, ...words].join(' ');
}

/** Does the work; what the library refuses of an option is refused by the name that the option has here. */
async function answered<T>(work: () => T | Promise<T>, rows: Options): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const row = Object.entries(rows).find(([name, { asked = name }]) => asked === error.path)?.[1];
    throw row === undefined ? error : new BadInput(sentence(`${longName(row)}: ${error.complaint}`));
  }
}

/** What options say above a screen, in their order. */
async function forewords(rows: readonly OptionRow[], call: ForewordCall): Promise<string[]> {
  const lines: string[] = [];
  for (const { foreword } of rows) lines.push(...((await foreword?.(call)) ?? []));
  return lines;
}

/** All that was given, by the names that sentences call it. */
function rowsGiven(
  takes: readonly ArgumentRow[],
  has: readonly OptionRow[],
  given: GivenWords,
): readonly GivenRow[] {
  return [
    ...takes.map((row, at) => ({ name: row.term, row, raw: given.arguments[at] })),
    ...has.map((row) => ({ name: longName(row), row, raw: given.option(row) })),
  ];
}

/** A row of the table: the one place where what was given is read, done and told. */
export function command<A extends Arguments, O extends Options, Found>(
  row: CommandRow<A, O, Found>,
): Command {
  const { name, alias, about, renamed = {} } = row;
  const takes = (row.arguments ?? {}) as A;
  const has = (row.options ?? {}) as O;
  const JSON_FLAG = flag('--json', row.jsonAbout ?? 'print JSON', { silent: true });
  return {
    name,
    ...present({ alias, no: row.no }),
    about,
    renamed,
    arguments: Object.values(takes),
    options: [...Object.values(has), ...(row.json === undefined ? [] : [JSON_FLAG])],
    answer: async (given, terminal) => {
      refuseMissing(name, Object.values(has), given);
      const commandLine = (changed = {}) => commandAgain(row, given, changed);
      const paint = () => paintFor(terminal);
      const options = await valuesOf<OptionRow, O>(has, (option) => given.option(option));
      const told = factsAmong(options);
      const facts = async () => told ?? (await import('../facts/packaged')).facts;
      const named = rowsGiven(Object.values(takes), Object.values(has), given);
      const call: Call<A, O> = {
        options,
        arguments: await valuesOf<ArgumentRow, A>(takes, (_, at) => given.arguments[at], told),
        facts,
        terminal,
        asJson: row.json !== undefined && given.option(JSON_FLAG) === true,
        isGiven: (key) => has[key] !== undefined && given.isGiven(has[key]),
        progress: (what, how) => {
          const onProgress = progressOn(terminal, what, how);
          return onProgress === undefined ? {} : { onProgress };
        },
        command: commandLine,
        refusalToOverwrite: async (path) => (await import('./same-file')).refusalToOverwrite(path, named),
        paint,
        view: async () => ({
          facts: await facts(),
          paint: await paint(),
          command: commandLine(),
          draws: terminal.draws === true,
        }),
      };
      if (named.some(({ row, raw }) => row.writes === true && raw !== undefined))
        await (await import('./same-file')).refuseSameFile(named);
      const found = await answered(() => row.run(call), has);
      const exit = row.exit?.(found) ?? 0;
      if (call.asJson && row.json !== undefined) return { text: json(await row.json(found, call)), exit };
      const document = row.document?.(found, call) ?? null;
      if (document !== null) return { text: document, exit };
      const above = row.withoutForeword === true ? [] : await forewords(Object.values(has), call);
      const text = [...above, await row.screen(found, call)].join('\n');
      return { text: visibleScreen(text, terminal.colour), exit };
    },
  };
}

/** The fields that have a value: options of the library are given or left out. */
export function present<T extends object>(fields: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}
