/** The shape of an act of the record. */
import * as z from 'zod';
import { isIsoDate } from '../kit/calendar';

const DATE = /* @__PURE__ */ (() =>
  z.string().refine(isIsoDate, { message: 'is not a date that exists (YYYY-MM-DD)' }))();

/** How certain an act is: a legal text or official act, second hand, inferred, or recalled without a document. */
const certaintySchema = /* @__PURE__ */ (() => z.enum(['high', 'medium', 'low', 'unverified']))();

/**
 * One act of the record. `source` is a key of the register of sources; where it is null, `note` says why. `basis` is
 * there where a figure of the act is no law: a statistic or an estimate. `announcedOn` is the day of the order, where
 * the act stands on the later day on which it took effect. `speaker` is the person who said it.
 */
export const actSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    event: z.looseObject({ on: DATE, actor: z.string(), type: z.string() }),
    source: z.string().nullable(),
    certainty: certaintySchema,
    basis: z.enum(['statistic', 'estimate', 'prior']).exactOptional(),
    announcedOn: DATE.exactOptional(),
    speaker: z.string().exactOptional(),
    assumption: z.literal(true).exactOptional(),
    note: z.string().min(1).exactOptional(),
  }))();

export type { RecordedAct } from './types';
