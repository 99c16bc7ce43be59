/**
 * Laws: what holds of every member of a kind, each a sentence that one could dispute and a check that a runner can run.
 *
 * A suite is a list of laws, so that any runner takes it: `for (const law of laws) test(law.name, law.check)`.
 */

/** One law about one or several rows. */
export interface Law {
  /** The law as a sentence about its rows. */
  readonly name: string;
  /** Passes, or throws a {@link LawBroken} that says what breaks the law. */
  readonly check: () => void | Promise<void>;
}

/** Most cases that a broken law tells; one is enough to mend it, a few show the pattern. */
const MOST_TOLD = 5;

/** What a law's check throws: the law and the first cases that break it. */
export class LawBroken extends Error {
  override readonly name = 'LawBroken';
  constructor(
    /** The sentence of the law. */
    readonly law: string,
    /** What breaks it, the first few cases. */
    readonly cases: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`Broken: ${law}\n${cases.map((text) => `  ${text}`).join('\n')}`, options);
  }
}

/**
 * Makes a law out of its sentence and a search for what breaks it. The search stops after a few cases; where a row's
 * own code throws, that is a case too.
 */
export function law(name: string, search: () => Iterable<string>): Law {
  return {
    name,
    check: () => {
      const cases: string[] = [];
      try {
        for (const text of search()) {
          cases.push(text);
          if (cases.length === MOST_TOLD) break;
        }
      } catch (error) {
        throw new LawBroken(name, [...cases, `threw ${said(error)}`], { cause: error });
      }
      if (cases.length > 0) throw new LawBroken(name, cases);
    },
  };
}

/** What a thrown value says, in one line. */
export function said(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return text.split('\n')[0]!.slice(0, 400);
}

/** Longest event or value that a case quotes, characters. */
const LONGEST_QUOTE = 300;

/** A value as JSON for a case, cut where it is long. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/** Computes a value on first use and keeps it: suites share what is costly and cost nothing until they run. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The answer of all laws of a suite. */
export interface LawReport {
  readonly ok: boolean;
  /** Sentences of the laws that hold. */
  readonly kept: readonly string[];
  /** The others, each with what breaks it. */
  readonly broken: readonly { readonly law: string; readonly message: string }[];
  /** For people: one line that counts, then every broken law with its cases. */
  readonly text: string;
}

/** Checks every law, also after one is broken. Never throws; what a law throws is in the report. */
export async function checkLaws(laws: readonly Law[]): Promise<LawReport> {
  const kept: string[] = [];
  const broken: { law: string; message: string }[] = [];
  for (const { name, check } of laws) {
    try {
      await check();
      kept.push(name);
    } catch (error) {
      const message = error instanceof LawBroken ? error.message : `Broken: ${name}\n  threw ${said(error)}`;
      broken.push({ law: name, message });
    }
  }
  const count = `${kept.length} of ${laws.length} laws hold`;
  const text = [`${count}${broken.length === 0 ? '.' : ':'}`, ...broken.map(({ message }) => message)].join(
    '\n',
  );
  return { ok: broken.length === 0, kept, broken, text };
}

/** Checks every law and throws an Error that tells each broken one with its cases; for runners without a table of tests. */
export async function assertLaws(laws: readonly Law[]): Promise<void> {
  const report = await checkLaws(laws);
  if (!report.ok) throw new Error(report.text);
}
