/** The form of the file of a shard or a checkpoint, compiled from its schema by `npm run forms`. */
import type { FieldsForm, Form, FormBook } from '../kit/form';
import type { ShardSpan } from './shard';
import compiled from './shard-form.json';

/** Whether a span of shards lies within the ensemble. */
export function isSpan({ first, last, of }: ShardSpan): boolean {
  return first <= last && last <= of;
}

interface CompiledShard {
  readonly parts: Readonly<Record<string, Form>>;
  readonly form: FieldsForm;
}

// The one cast: TypeScript reads JSON literals as `string`; a test holds the file to the schema.
const file = compiled as unknown as CompiledShard;

/** What the form of a shard refers to. */
export const SHARD_BOOK: FormBook = /* @__PURE__ */ (() => ({
  parts: file.parts,
  predicates: { isSpan },
}))();

/** The form of the file, but for the scenario, which has a form of its own. */
export const SHARD_FORM: FieldsForm = /* @__PURE__ */ (() => file.form)();
