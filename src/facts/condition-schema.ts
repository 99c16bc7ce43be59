/** The schema of conditions, for the outcome classes of scenarios and for those by which past meetings are coded. */
import * as z from 'zod';
import { isIsoDate } from '../kit/calendar';
import { hasBound, hasOneDay, type Condition } from '../model/condition';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Most days after a meeting on which a term can be measured: the longest horizon. */
const MOST_DAYS = 7305;

/** A condition over how an episode ends. */
export const conditionSchema = /* @__PURE__ */ (() => {
  const condition: z.ZodType<Condition> = z.lazy(() =>
    z.union([
      z
        .strictObject({
          term: z
            .string()
            .max(80)
            .regex(SLUG, { error: 'expected lower-case words joined by hyphens' })
            .describe('A term, as outcomeTerms lists them'),
          of: z
            .string()
            .min(1)
            .max(80)
            .optional()
            .describe('What of: a party, an issue, a control or a measure, as the term asks for'),
          is: z.string().min(1).max(40).optional().describe('The status that is asked for'),
          days: z
            .number()
            .int()
            .min(0)
            .max(MOST_DAYS)
            .optional()
            .describe(
              'Days after the planned day of the meeting on whose evening it is measured; 14 unless told',
            ),
          on: z
            .string()
            .refine(isIsoDate, { error: 'expected a day that exists, written YYYY-MM-DD' })
            .optional()
            .describe('The day on whose evening it is measured, in place of `days`'),
          atLeast: z.number().optional().describe('The term is at least this'),
          below: z.number().optional().describe('The term is below this'),
        })
        .refine(hasBound, { error: 'a comparison needs "atLeast" or "below"' })
        .refine(hasOneDay, { error: 'a comparison has "days" or "on", not both' })
        // For the JSON schema, which knows no predicates.
        .meta({
          anyOf: [{ required: ['atLeast'] }, { required: ['below'] }],
          not: { required: ['days', 'on'] },
        }),
      z.strictObject({ all: z.array(condition).min(1).max(20) }),
      z.strictObject({ any: z.array(condition).min(1).max(20) }),
      z.strictObject({ not: condition }),
    ]),
  );
  return condition;
})();
