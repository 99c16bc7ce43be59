/**
 * What a family of measures says about its kind, and what every event that creates a measure carries.
 *
 * The shared verbs read this in `lifecycle.ts`. What a verb tells about resolve follows the crisis game of Lewis and
 * Schultz (2003): threats are made, carried out, put off or withdrawn.
 */
import type { ZodRawShape } from 'zod';
import type { Instrument } from '../model/authority';
import type { MeasureKind, MeasureLife } from '../model/measure';
import type { State } from '../model/state';
import type { EventBase, FieldRule, FieldsOf, Signal, Touched } from './action-type';
import { idOf, text, type Zod } from './fields';

/** The verbs that make up the life of a threat, and what each tells. */
const SIGNALS: Readonly<Record<string, Signal>> = {
  threaten: 'threat',
  'carry-out': 'execution',
  postpone: 'postponement',
  'put-off': 'postponement',
  'set-deadline': 'threat',
  withdraw: 'withdrawal',
  'expire-threat': 'withdrawal',
};

/** The verbs that leave every level in force and pending as it was: words and dates of what does not apply. */
const WITHOUT_A_LEVEL: readonly string[] = ['propose', 'threaten', 'postpone', 'extend', 'expire-threat'];

/** What a verb of a measure's life declares of itself: what it tells about resolve, and what it touches. */
export const declaredOf = (
  kind: MeasureKind,
  verb: string,
): { signal?: Signal; touches: readonly Touched[] } => {
  const signal = SIGNALS[verb];
  const touches: readonly Touched[] = WITHOUT_A_LEVEL.includes(verb) ? [] : [kind];
  return signal === undefined ? { touches } : { signal, touches };
};

/** What a family says about its kind of measure. */
export interface MeasureFamily<P extends string, F extends ZodRawShape> {
  /** Prefix of its action types. */
  readonly prefix: P;
  readonly kind: MeasureKind;
  /** The noun for people. */
  readonly noun: string;
  readonly instrument: Instrument;
  readonly cites: readonly string[];
  /** Fields that size a new measure, and their rules. */
  readonly sizeFields: (z: Zod) => F;
  readonly sizeRules: { readonly [K in keyof F]: FieldRule };
  /** Writes a new measure of the family into the state. */
  readonly write: (draft: State, life: MeasureLife, event: FieldsOf<F>) => void;
  /** Example values of the size fields and an authority that could carry them. */
  readonly example: { readonly authority: string; readonly size: FieldsOf<F>; readonly id: string };
}

/** Schemas of the fields that every new measure has. */
export const newMeasureFields = (z: Zod) => ({
  id: idOf(z, 'the new measure'),
  label: text(z, 'What people call it'),
  authority: idOf(z, 'the authority that it stands on'),
  basis: z.string().max(80).nullable().describe('Id of the probe whose finding it rests on, or null'),
});

/** Values that every creating event carries, whatever its family. */
export interface NewMeasure extends EventBase {
  readonly id: string;
  readonly label: string;
  readonly authority: string;
  readonly basis: string | null;
}
