/** Tests that take long and cannot be made shorter, beside quick ones of the same subject. */
import { it } from 'vitest';
import { FULL } from './extent';

/** A test that `npm test` leaves out, and counts as skipped: `npm run test:all` runs it. */
export const itLong = it.runIf(FULL);
