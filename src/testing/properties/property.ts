/**
 * Properties: what holds of every member of a kind, each a sentence that one could dispute and a check that a runner
 * can run.
 *
 * A suite is a list of properties, so that any runner takes it:
 * `for (const property of properties) test(property.name, property.check)`.
 */
import { checkAnswers, type AnswerForm } from '../../kit/answer-form';
import { firstOf } from '../../kit/lists';

/** One property about one or several rows. */
export interface NamedProperty {
  /** The law as a sentence about its rows. */
  readonly name: string;
  /** Passes, or throws a {@link PropertyBrokenError} that says what breaks the property. */
  readonly check: () => void | Promise<void>;
}

const PROPERTY: AnswerForm<NamedProperty> = {
  what: 'a property with a name and a check',
  fields: { name: 'text', check: 'function' },
};

/** Most cases that a broken property tells; one is enough to mend it, a few show the pattern. */
const MOST_TOLD = 5;

/** What a property's check throws: the property and the first cases that break it. */
export class PropertyBrokenError extends Error {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'PropertyBrokenError';
  /**
   * Takes what breaks a property.
   * @param options - The error behind it as `cause`; may be left out.
   */
  constructor(
    /** The sentence of the property. */
    readonly property: string,
    /** What breaks it, the first few cases. */
    readonly cases: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`Broken: ${property}\n${cases.map((text) => `  ${text}`).join('\n')}`, options);
  }
}

/**
 * Makes a property out of its sentence and a search for what breaks it. The search stops after a few cases; where a
 * row's own code throws, that is a case too.
 */
export function property(name: string, search: () => Iterable<string>): NamedProperty {
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
        throw new PropertyBrokenError(name, [...cases, `threw ${messageOf(error)}`], { cause: error });
      }
      if (cases.length > 0) throw new PropertyBrokenError(name, cases);
    },
  };
}

/** What a thrown value says, in one line. */
export function messageOf(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return firstOf(text.split('\n')).slice(0, 400);
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

/** The answer of all properties of a suite. */
export interface PropertyReport {
  /** Whether every property of the suite holds. */
  readonly ok: boolean;
  /** Sentences of the properties that hold. */
  readonly kept: readonly string[];
  /** The others, each with what breaks it. */
  readonly broken: readonly {
    /** The sentence of the property. */
    readonly property: string;
    /** The property with the first cases that break it. */
    readonly message: string;
  }[];
  /** For people: one line that counts, then every broken property with its cases. */
  readonly text: string;
}

/**
 * Checks every property, also after one is broken; what a property throws is in the report. Throws an InputError for what is no list of
 * properties.
 * @param properties - Properties in the order in which they are checked, one after the other.
 *
 * @example (await checkProperties([])).ok
 */
export async function checkProperties(properties: readonly NamedProperty[]): Promise<PropertyReport> {
  checkAnswers<NamedProperty>('properties', properties, PROPERTY);
  const kept: string[] = [];
  const broken: { property: string; message: string }[] = [];
  for (const { name, check } of properties) {
    try {
      await check();
      kept.push(name);
    } catch (error) {
      const message =
        error instanceof PropertyBrokenError ? error.message : `Broken: ${name}\n  threw ${messageOf(error)}`;
      broken.push({ property: name, message });
    }
  }
  const count = `${kept.length} of ${properties.length} properties hold`;
  const text = [`${count}${broken.length === 0 ? '.' : ':'}`, ...broken.map(({ message }) => message)].join(
    '\n',
  );
  return { ok: broken.length === 0, kept, broken, text };
}

/**
 * Checks every property and throws an Error that tells each broken one with its cases; for runners without a table of
 * tests. Throws an InputError for what is no list of properties.
 * @param properties - Properties in the order in which they are checked, one after the other.
 *
 * @example await assertProperties([])
 */
export async function assertProperties(properties: readonly NamedProperty[]): Promise<void> {
  const report = await checkProperties(properties);
  if (!report.ok) throw new Error(report.text);
}
