/** Zod schemas of the fields that events share: dates, ids, rates and shares, with what they mean and allow. */
import * as z from 'zod';
import { isIsoDate } from '../kit/calendar';

/** A day that exists, `YYYY-MM-DD`. */
export const isoDate = () =>
  z
    .string()
    .refine(isIsoDate, { error: 'expected a day that exists, written YYYY-MM-DD' })
    .describe('Day, YYYY-MM-DD');
/** An id of something in the state. */
export const idOf = (what: string) => z.string().min(1).max(80).describe(`Id of ${what}`);
/** A finite number. */
export const finite = (what: string) => z.number().describe(what);
/** A share from 0 to 1. */
export const share = (what: string) => z.number().min(0).max(1).describe(`${what}, 0 to 1`);
/** A short text for people. */
export const text = (what: string) => z.string().max(400).describe(what);
