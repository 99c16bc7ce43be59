/** The form of a record of facts, compiled from its schema by `npm run forms`. */
import { isIsoDate } from '../kit/calendar';
import type { FieldsForm, Form, FormBook } from '../kit/form';
import { hasBound, hasOneDay } from '../model/condition';
import compiled from './facts-form.json';

interface CompiledFacts {
  readonly parts: Readonly<Record<string, Form>>;
  readonly form: FieldsForm;
}

// The one cast: TypeScript reads JSON literals as `string`; a test holds the file to the schema.
const file = compiled as unknown as CompiledFacts;

/** What the form of the facts refers to. */
export const FACTS_BOOK: FormBook = /* @__PURE__ */ (() => ({
  parts: file.parts,
  predicates: { isIsoDate, hasBound, hasOneDay },
}))();

/** The form of all facts. */
export const FACTS_FORM: FieldsForm = /* @__PURE__ */ (() => file.form)();
