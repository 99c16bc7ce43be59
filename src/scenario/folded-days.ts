/** The first days of the shipped scenarios, folded beforehand by `npm run scenarios`: they need no fold when they start. */
import type { FoldedDay } from '../facts/opening';
import folded from './folded-days.json';

/** Days of the packaged facts. The one cast: TypeScript reads JSON literals as `string`; a test holds them to the fold. */
export const foldedDays: readonly FoldedDay[] = folded as unknown as readonly FoldedDay[];
