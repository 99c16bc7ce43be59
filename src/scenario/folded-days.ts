/**
 * The first days of the shipped scenarios, folded beforehand by `npm run scenarios`: they need no fold when they start. The first is told
 * whole, each further one as what differs from the day before it.
 */
import type { FoldedDay } from '../facts/opening';
import type { State } from '../model/state';
import { withChange, type JsonChange } from '../kit/json-change';
import folded from './folded-days.json';

/** A day as it is told: of the state in which the months before it began only what differs from its own. */
export interface FoldedDayTold extends Omit<FoldedDay, 'lately'> {
  readonly lately: { readonly state: JsonChange; readonly acts: FoldedDay['lately']['acts'] };
}

// The one cast: TypeScript reads JSON literals as `string`; a test holds the days to the fold.
const file = folded as unknown as readonly [first: FoldedDayTold, ...changes: JsonChange[]];

function dayOf(day: FoldedDayTold): FoldedDay {
  const { state, acts } = day.lately;
  return { ...day, lately: { state: withChange(day.state, state) as State, acts } };
}

let told: readonly FoldedDay[] | null = null;

/** Days of the packaged facts. */
export function foldedDays(): readonly FoldedDay[] {
  if (told !== null) return told;
  const [first, ...changes] = file;
  const days = [first];
  let last = first;
  for (const change of changes) {
    last = withChange(last, change) as FoldedDayTold;
    days.push(last);
  }
  return (told = days.map(dayOf));
}
