/** Outcome term: a new coercive act within 14 days after the day of the meeting. */
import { addDays } from '../kit/calendar';
import { meetingOf } from '../model/meeting';
import type { OutcomeTerm } from './term';

/** Days after a meeting in which a new coercive act counts as its outcome. */
export const AFTERMATH_DAYS = 14;

/** 1 where a party took a new coercive act from the day of the meeting to the 14th day after it, else 0. */
export const newCoercion: OutcomeTerm = {
  id: 'new-coercion',
  unit: 'yes or no',
  doc: 'A new coercive act by a party from the day of the meeting to the 14th day after it.',
  measure: (state, meeting) => {
    const from = meetingOf(state, meeting)?.on;
    if (from === undefined) return 0;
    const until = addDays(from, AFTERMATH_DAYS);
    for (const act of state.coercion) if (act.on >= from && act.on <= until) return 1;
    return 0;
  },
};
