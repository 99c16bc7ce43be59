/**
 * What a family of measures says about its kind, and what every event that creates a measure carries. The verbs that all
 * families share, in `lifecycle.ts`, read this.
 */
import type { ZodRawShape } from 'zod';
import type { Instrument } from '../model/authority';
import type { Writable } from '../kit/writable';
import type { MeasureKind, MeasureLife } from '../model/measure';
import type { Draft } from '../model/state';
import type { EventBase, FieldRule, FieldsOf } from './action-type';
import { idOf, text, type Zod } from './fields';
import type { Noun } from './nouns';

/** What a family says about its kind of measure. */
export interface MeasureFamily<P extends string, F extends ZodRawShape> {
  /** Prefix of its action types. */
  readonly prefix: P;
  readonly kind: MeasureKind;
  /** The noun for people, with its article. */
  readonly noun: Noun;
  readonly instrument: Instrument;
  readonly cites: readonly string[];
  /** Fields that size a new measure, and their rules. */
  readonly sizeFields: (z: Zod) => F;
  readonly sizeRules: { readonly [K in keyof F]: FieldRule };
  /** Writes a new measure of the family into the state and returns it. */
  readonly write: (draft: Draft, life: MeasureLife, size: FieldsOf<F>) => Writable<MeasureLife>;
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
