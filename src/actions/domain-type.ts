/** The types of domains: the values that a field of an event may take now, and how a value with parts is put together. */
import type { EventFields } from './event-fields';

/** A scalar that events carry. */
export type Scalar = string | number | boolean | null;

/** The set of values that a field may take. Ranges stay ranges; dates are inclusive on both ends, but for single days. */
export type Domain =
  | {
      /** One of some values. */
      readonly kind: 'one-of';
      /** The values; empty where none is allowed now. */
      readonly values: readonly Scalar[];
    }
  | {
      /** A number within bounds. */
      readonly kind: 'number';
      /** Least value, in the unit of the field. */
      readonly min: number;
      /** Greatest value, in the unit of the field. */
      readonly max: number;
      /** Whether the least value itself is left out. */
      readonly above: boolean;
      /** Whether only whole numbers are allowed. */
      readonly whole: boolean;
    }
  | {
      /** A day. */
      readonly kind: 'date';
      /** First day, YYYY-MM-DD. */
      readonly from: string;
      /** Last day, YYYY-MM-DD; null where the end is open. */
      readonly to: string | null;
      /** Whether null may stand in place of a day. */
      readonly nullable: boolean;
      /** Days of the range that are taken, each once. */
      readonly but: readonly string[];
      /** An earlier field of the event: where it holds a day, this one is later. */
      readonly after?: string;
    }
  | {
      /** An id that is not in use yet. */
      readonly kind: 'fresh-id';
      /** Columns whose ids are in use. */
      readonly taken: readonly Readonly<Record<string, unknown>>[];
      /** One more id that is taken; null where there is none. */
      readonly beside: string | null;
    }
  /** A name of lower-case letters, digits, hyphens and slashes: one that is known, or another, but none of those in `but`. */
  | {
      /** A name, known or new. */
      readonly kind: 'name';
      /** Names that are known, to choose from. */
      readonly known: readonly string[];
      /** Names that mean something else. */
      readonly but: readonly string[];
    }
  | {
      /** A short text. */
      readonly kind: 'text';
      /** Most letters that it may have. */
      readonly maxLength: number;
    }
  | {
      /** A list without repetition. */
      readonly kind: 'subset';
      /** Ids of which it is a part. */
      readonly of: readonly string[];
    }
  /** The field may be left out, unless the fields before it ask for it, or has a member of another domain. */
  | {
      /** A value, or none. */
      readonly kind: 'optional';
      /** What the value may be. */
      readonly of: Present;
      /** Whether the fields before it ask for it. */
      readonly unless?: (fields: EventFields) => boolean;
    }
  /** The field has to be left out. */
  | { readonly kind: 'absent' }
  | {
      /** A value with parts. */
      readonly kind: 'structure';
      /** What is allowed, in words. */
      readonly what: string;
      /** Whether a value is allowed. */
      readonly admits: (value: unknown) => boolean;
      /** A value that is allowed. */
      readonly example: unknown;
      /** What keeps a value out, in words, where there is more to say than `what`. */
      readonly fault: ((value: unknown) => string | null) | null;
      /** How one is put together; null where not told. */
      readonly parts: (() => Parts) | null;
    }
  /** What a field may be beside the fields before it; `widest` is what it may be beside some. */
  | {
      /** A value that hangs on the fields before it. */
      readonly kind: 'given';
      /** What it may be beside some of them. */
      readonly widest: Present;
      /** What it may be beside these. */
      readonly by: (fields: EventFields) => Present;
    };

/**
 * How a value is put together piece by piece: a value of a domain, a list, fields by name, or one of several ways. It says what can be
 * asked for, in words; whether the whole is a member is for the domain to say.
 */
export type Parts =
  | {
      /** One value. */
      readonly kind: 'value';
      /** What it may be. */
      readonly of: Domain;
    }
  | {
      /** Items, one after the other. */
      readonly kind: 'list';
      /** What one item is, in words. */
      readonly item: string;
      /** How the next item is put together. */
      readonly of: (before: readonly unknown[]) => Parts;
      /** Fewest items. */
      readonly least: number;
      /** Most items. */
      readonly most: number;
    }
  | {
      /** Fields by their names. */
      readonly kind: 'fields';
      /** The fields that are asked for beside those that are known: what one is may hang on those before it. */
      readonly by: (known: EventFields) => readonly PartField[];
    }
  | {
      /** One of several. */
      readonly kind: 'either';
      /** The ways, one of which is taken. */
      readonly ways: readonly PartWay[];
    };

/** One of the fields of which a value is put together. */
export interface PartField {
  /** Name of the field in the value. */
  readonly name: string;
  /** The field in words, with its unit; null where its name says it. */
  readonly label: string | null;
  /** How its value is put together. */
  readonly of: Parts;
}

/** One of several ways in which a value can be put together. */
export interface PartWay {
  /** The way in words, to choose it by. */
  readonly label: string;
  /** How the value is put together that way. */
  readonly of: Parts;
}

/** A domain of which every member is a value. */
export type Present = Exclude<Domain, { readonly kind: 'optional' | 'absent' }>;
