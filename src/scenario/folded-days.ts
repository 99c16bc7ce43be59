/**
 * The first days of the shipped scenarios, folded beforehand by `npm run scenarios`: they need no fold when they start. The first is told
 * whole, each further one as what differs from the day before it.
 */
import type { FoldedDay } from '../facts/opening';
import { withChange, type JsonChange } from '../kit/json-change';
import folded from './folded-days.json';

// The one cast: TypeScript reads JSON literals as `string`; a test holds the days to the fold.
const file = folded as unknown as readonly [first: FoldedDay, ...changes: JsonChange[]];

let told: readonly FoldedDay[] | null = null;

/** Days of the packaged facts. */
export function foldedDays(): readonly FoldedDay[] {
  if (told !== null) return told;
  const [first, ...changes] = file;
  const days = [first];
  let last = first;
  for (const change of changes) {
    last = withChange(last, change) as FoldedDay;
    days.push(last);
  }
  return (told = days);
}
