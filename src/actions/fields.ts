/**
 * Zod schemas of the fields that events share: dates, ids, rates and shares, with what they mean and allow.
 *
 * Zod is handed over and not imported: a program that runs needs only the forms that were compiled from the schemas.
 */
import type * as z from 'zod';
import { isIsoDate } from '../kit/calendar';

/** The library of schemas, as it is handed to those who make some. */
export type Zod = typeof z;

/** Schemas of fields, or what makes them of the zod that it is handed. */
export type FieldSchemas<F extends z.ZodRawShape> = F | ((z: Zod) => F);

/** The schemas of fields, made where they are not. */
export function schemasOf<F extends z.ZodRawShape>(fields: FieldSchemas<F>, lib: Zod): F {
  return typeof fields === 'function' ? fields(lib) : fields;
}

/** A day that exists, `YYYY-MM-DD`, and what it is the day of. */
export const isoDate = (z: Zod, what: string) =>
  z
    .string()
    .refine(isIsoDate, { error: 'expected a day that exists, written YYYY-MM-DD' })
    .describe(`${what}, YYYY-MM-DD`);
/** An id of something in the state. */
export const idOf = (z: Zod, what: string) => z.string().min(1).max(80).describe(`Id of ${what}`);
/** A finite number. */
export const finite = (z: Zod, what: string) => z.number().describe(what);
/** A share from 0 to 1. */
export const share = (z: Zod, what: string) => z.number().min(0).max(1).describe(`${what}, 0 to 1`);
/** A short text for people. */
export const text = (z: Zod, what: string) => z.string().max(400).describe(what);
