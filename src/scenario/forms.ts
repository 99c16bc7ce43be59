/** The forms of scenarios and of their files, compiled from the schemas by `npm run forms`. */
import { isIsoDate } from '../kit/calendar';
import type { FieldsForm, Form, FormBook } from '../kit/form';
import { hasBound, hasOneDay } from '../model/condition';
import compiled from './scenario-forms.json';

/** Whether the three values of a range come in their order. */
export function isInOrder(range: {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}): boolean {
  return range.low <= range.central && range.central <= range.high;
}

interface ScenarioForms {
  readonly parts: Readonly<Record<string, Form>>;
  readonly file: FieldsForm;
  readonly whole: FieldsForm;
}

// The one cast: TypeScript reads JSON literals as `string`; a test holds the file to the schemas.
const forms = compiled as unknown as ScenarioForms;

/** What the forms of scenarios refer to. */
export const SCENARIO_BOOK: FormBook = /* @__PURE__ */ (() => ({
  parts: forms.parts,
  predicates: { isIsoDate, hasBound, hasOneDay, isInOrder },
}))();

/** The form of a scenario as it is written: complete, or a difference from another. */
export const SCENARIO_FILE_FORM: FieldsForm = /* @__PURE__ */ (() => forms.file)();

/** The form of a complete scenario. */
export const SCENARIO_FORM: FieldsForm = /* @__PURE__ */ (() => forms.whole)();
