/**
 * What is wrong with an input, told in one way: where it stands, what was given, what is allowed.
 *
 * Whoever calls the library with a wrong value gets an {@link InputError}; whatever else is thrown is a fault of the
 * library.
 */

/** Longest part of a given text that a complaint repeats, in UTF-16 units. */
const LONGEST_SHOWN = 60;
/** Longest path that a message begins with: keys may be a stranger's. */
const LONGEST_PATH = 200;

/**
 * What must not stand beside other text: control characters, marks that turn the writing round or show nothing, fillers, ends of lines,
 * what is no character, and halves of surrogate pairs.
 */
const UNSHOWN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0]/gu;

function codeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return code.length > 4 ? `\\u{${code}}` : `\\u${code}`;
}

/** A text whole, with everything that a terminal would act on spelt out but for ends of lines. */
export const shownWhole = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(UNSHOWN, codeOf))
    .join('\n');

/** A text of a stranger, cut short, with everything that a terminal would act on spelt out. Never throws. */
export function shownText(text: string, longest = LONGEST_SHOWN): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(UNSHOWN, codeOf);
}

/** The class that an object is of, or null for a plain one. */
function className(value: object): string | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return null;
  const { constructor } = value;
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'a class';
}

/** A value in a few words, for complaints: short, printable, and never a throw, whatever was given. */
export function shown(value: unknown): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'undefined':
      return 'nothing';
    case 'string':
      return `the text "${shownText(value)}"`;
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'boolean':
      return String(value);
    case 'bigint':
      return 'a bigint';
    case 'symbol':
      return 'a symbol';
    case 'function':
      return 'a function';
    default:
      return shownObject(value);
  }
}

function shownObject(value: object): string {
  try {
    if (Array.isArray(value)) return 'a list';
    const name = className(value);
    return name === null ? 'an object' : `an object of the class ${shownText(name)}`;
  } catch {
    // A proxy or a getter of the caller threw.
    return 'an object that cannot be read';
  }
}

/** What is wrong with one value. */
export interface Complaint {
  /** Stable code, `input/reason`. */
  readonly code: string;
  /** The name of the argument or option, or the keys to the place in it, joined by dots; empty for the whole. */
  readonly path: string;
  /** The value itself; complaints render it. */
  readonly given: unknown;
  /** What is allowed, in words that follow "expected". */
  readonly allowed: string;
  /** The nearest of what is known, where there is one. */
  readonly didYouMean?: string | null | undefined;
  /** A sentence that goes first, where "expected" says too little. */
  readonly why?: string | undefined;
}

/** A complaint without its place: `expected …; given …; did you mean "…"?`. */
export function complaintText({ why, allowed, given, didYouMean }: Complaint): string {
  const parts = [
    // A sentence goes on here.
    ...(why === undefined ? [] : [why.replace(/\.$/, '')]),
    `expected ${allowed}`,
    `given ${shown(given)}`,
    ...(didYouMean === null || didYouMean === undefined ? [] : [`did you mean "${didYouMean}"?`]),
  ];
  // What is allowed may name what a stranger named.
  return shownWhole(parts.join('; '));
}

/**
 * A wrong value of the caller's: which, what was given, what is allowed. A RangeError, so that whoever catches those goes
 * on to. `message` begins with the path.
 */
export class InputError extends RangeError {
  /** The name of the class, which begins a printed stack. */
  override readonly name: string = 'InputError';
  /** Stable code, `input/reason`. */
  readonly code: string;
  /** The name of the argument or option, or the keys to the place in it, joined by dots; empty for the whole. */
  readonly path: string;
  /** What was given, in words: printable, and cut short. */
  readonly given: string;
  /** What is allowed, in words. */
  readonly allowed: string;
  /** The nearest of what is known, or null. */
  readonly didYouMean: string | null;
  /** The message without the path, for those who name the place in their own way. */
  readonly complaint: string;

  /**
   * Words a complaint as the message, its place first.
   * @param complaint - Code, place and value, what is allowed in words that follow "expected", and what was probably meant; values are
   *   printed short.
   * @param options - The error behind it as `cause`; may be left out.
   */
  constructor(complaint: Complaint, options?: ErrorOptions) {
    const text = complaintText(complaint);
    super(complaint.path === '' ? text : `${shownText(complaint.path, LONGEST_PATH)}: ${text}`, options);
    this.code = complaint.code;
    this.path = complaint.path;
    this.given = shown(complaint.given);
    this.allowed = complaint.allowed;
    this.didYouMean = complaint.didYouMean ?? null;
    this.complaint = text;
  }
}
