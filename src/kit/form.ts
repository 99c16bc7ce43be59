/**
 * Forms: what a value from outside has to look like, as plain data, and what may be wrong with one.
 *
 * Forms are compiled beforehand from schemas of zod (`npm run forms`), so that a program that checks a value needs no
 * library of schemas. What a form accepts, returns and complains of is what its schema does, down to the words; a property
 * holds the two to each other. The check itself is `parse-form.ts`.
 */

/** What is asked of a value that is of the right kind. */
export type FormTest =
  /** Of texts in code points, of lists in items. */
  | { readonly test: 'shortest' | 'longest' | 'length'; readonly is: number }
  | { readonly test: 'at-least' | 'above' | 'at-most'; readonly is: number }
  | { readonly test: 'whole' }
  | { readonly test: 'pattern'; readonly source: string; readonly message?: string }
  /** A named predicate of the book. */
  | { readonly test: 'holds'; readonly name: string; readonly message: string };

/** A schema of a caller's own, which brings its library along. */
export interface ForeignSchema {
  readonly safeParse: (
    value: unknown,
  ) =>
    | { readonly success: true; readonly data: unknown }
    | { readonly success: false; readonly error: { readonly issues: readonly FormIssue[] } };
  readonly _zod: { readonly optin?: string | undefined; readonly optout?: string | undefined };
}

/** A form by its kind, without tests. */
type Bare =
  | { readonly kind: 'text' | 'number' | 'yes-no' | 'null' | 'any' }
  | { readonly kind: 'one-of'; readonly values: readonly unknown[] }
  | { readonly kind: 'list'; readonly of: Form }
  /** A list of so many items, each of its own form. */
  | { readonly kind: 'row'; readonly of: readonly Form[] }
  | FieldsForm
  /** An object whose names are no fields but data. */
  | { readonly kind: 'record'; readonly names: Form; readonly of: Form }
  | { readonly kind: 'either'; readonly of: readonly Form[] }
  /** One form for each value of a field. */
  | { readonly kind: 'by-field'; readonly field: string; readonly of: Readonly<Record<string, Form>> }
  /** A field that may be absent; unless exact, undefined passes for absent. */
  | { readonly kind: 'optional'; readonly of: Form; readonly exact: boolean }
  | { readonly kind: 'nullable'; readonly of: Form }
  /** A part of the book, by name: what occurs often, or contains itself. */
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'foreign'; readonly schema: ForeignSchema };

/** An object with named fields, in the order in which they are returned; other keys are refused or kept behind them. */
export interface FieldsForm {
  readonly kind: 'fields';
  readonly fields: Readonly<Record<string, Form>>;
  readonly others: 'refused' | 'kept';
  readonly tests?: readonly FormTest[];
}

/** What a value has to look like. */
export type Form = Bare & { readonly tests?: readonly FormTest[] };

/** What forms refer to by name. */
export interface FormBook {
  readonly parts: Readonly<Record<string, Form>>;
  /** Each gets only values that are of the kind it is asked about. */
  readonly predicates: Readonly<Record<string, (value: never) => boolean>>;
}

interface IssueBase {
  /** Keys from the root. */
  readonly path: PropertyKey[];
  readonly message: string;
  /** Whether tests of what surrounds the place go on; false also ends those of lengths. */
  readonly goesOn?: boolean | undefined;
}

/** A complaint about a value, shaped like that of a schema. */
export type FormIssue = IssueBase &
  (
    | {
        /** A value of another kind. */ readonly code: 'invalid_type';
        /** Name of the kind that was expected, such as `string`. */ readonly expected: string;
      }
    | {
        /** A value that is none of those allowed. */ readonly code: 'invalid_value';
        /** The values that are allowed. */ readonly values: readonly unknown[];
      }
    | {
        /** Keys that no field has. */ readonly code: 'unrecognized_keys';
        /** The unknown keys. */ readonly keys: readonly string[];
      }
    | {
        /** A value that has none of several forms. */ readonly code: 'invalid_union';
        /** The complaints of each of those forms. */ readonly errors: readonly (readonly FormIssue[])[];
      }
    | {
        /** A wrong name in a record. */ readonly code: 'invalid_key';
        /** The complaints about the name. */ readonly issues: readonly FormIssue[];
      }
    | {
        /** A value of the right kind that fails a test. */
        readonly code:
          'too_big' | 'too_small' | 'invalid_format' | 'not_multiple_of' | 'invalid_element' | 'custom';
      }
  );

/** A value that has its form, as a copy with the known keys; or what is wrong with it. */
export type Formed =
  | {
      /** It has its form. */ readonly ok: true;
      /** The value as a copy, its known keys in the order of the form. */ readonly value: unknown;
    }
  | {
      /** It has not. */ readonly ok: false;
      /** What is wrong with it, at least one. */ readonly issues: FormIssue[];
    };
