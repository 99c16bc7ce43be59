/** The forms of the fields of the library's own events, compiled from their schemas by `npm run forms`. */
import { isIsoDate } from '../kit/calendar';
import type { Form, FormBook } from '../kit/form';
import compiled from './event-forms.json';

interface EventForms {
  readonly parts: Readonly<Record<string, Form>>;
  /** What every event carries beside its type and its actor. */
  readonly base: Readonly<Record<string, Form>>;
  /** The fields of each action type. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, Form>>>>;
}

// The one cast: TypeScript reads JSON literals as `string`; a test holds the file to the schemas.
const forms = compiled as unknown as EventForms;

/** What the forms of events refer to. */
export const EVENT_BOOK: FormBook = /* @__PURE__ */ (() => ({
  parts: forms.parts,
  predicates: { isIsoDate },
}))();

/** The day and the source, which every event may carry. */
export const EVENT_BASE: Readonly<Record<string, Form>> = /* @__PURE__ */ (() => forms.base)();

/** Thrown where the fields of an action type are given as a function and no form was compiled from them. */
export class UncompiledFieldsError extends Error {
  override readonly name = 'UncompiledFieldsError';
}

/** The forms of the fields of one of the library's own action types. */
export function compiledFields(type: string): Readonly<Record<string, Form>> {
  if (Object.hasOwn(forms.fields, type)) return forms.fields[type]!;
  throw new UncompiledFieldsError(
    `${type}: its fields are not compiled; give them as an object of schemas or, within the library, run "npm run forms"`,
  );
}
