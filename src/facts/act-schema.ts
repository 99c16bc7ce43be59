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
    event: z
      .looseObject({
        on: DATE.describe('Day of the act, YYYY-MM-DD'),
        actor: z
          .string()
          .describe('Who acted: a party, both, a court, a third country, the market or the calendar'),
        type: z.string().describe('Action type, `family.verb`'),
      })
      .describe('The act as an event of its action type, with the fields of that type'),
    source: z
      .string()
      .nullable()
      .describe(
        'Key of the source in the register of sources; null where there is no document, and the note says why',
      ),
    certainty: certaintySchema.describe(
      'How certain the act is: high for a legal text or an official act, medium for second hand, low for inferred, unverified for recalled without a document',
    ),
    basis: z
      .enum(['statistic', 'estimate', 'prior'])
      .exactOptional()
      .describe('There where a figure of the act is no law: a statistic, an estimate or a prior belief'),
    announcedOn: DATE.exactOptional().describe(
      'Day of the order, YYYY-MM-DD, where the act stands on the later day on which it took effect',
    ),
    speaker: z
      .string()
      .exactOptional()
      .describe('Id of the person who said it; left out where the act is no saying'),
    assumption: z
      .literal(true)
      .exactOptional()
      .describe('True where no document attests the act; left out otherwise'),
    note: z.string().min(1).exactOptional().describe('What is known or left open about the act, in words'),
  }))();

export type { RecordedAct } from './types';
