/** The form of a state, compiled from its schema by `npm run forms`. */
import { isIsoDate } from '../kit/calendar';
import type { FieldsForm, Form, FormBook } from '../kit/form';
import compiled from './state-form.json';

interface CompiledState {
  readonly parts: Readonly<Record<string, Form>>;
  readonly form: FieldsForm;
}

// The one cast: TypeScript reads JSON literals as `string`; a test holds the file to the schema.
const file = compiled as unknown as CompiledState;

/** What the form of a state refers to. */
export const STATE_BOOK: FormBook = /* @__PURE__ */ (() => ({
  parts: file.parts,
  predicates: { isIsoDate },
}))();

/** The form of a state. */
export const STATE_FORM: FieldsForm = /* @__PURE__ */ (() => file.form)();
