/** Outcome terms of the meeting itself: whether and when it was held, whether it ended in a text, and what that grants. */
import { daysBetween } from '../kit/calendar';
import type { Agreement } from '../model/agreement';
import { each } from '../model/column';
import { meetingOf, nextAhead } from '../model/meeting';
import type { State } from '../model/state';
import type { TermMeasure } from './term';

/** The agreement that a meeting ended in, if any: an exchange, or a standstill. */
export function agreementOf(state: State, meeting: string): Agreement | undefined {
  for (const agreement of each(state.agreements)) {
    if (agreement.meeting === meeting) return agreement;
  }
  return undefined;
}

/** 1 where the meeting was held, else 0. */
export const meetingHeld: TermMeasure = (state, { meeting }) =>
  meetingOf(state, meeting)?.status === 'held' ? 1 : 0;

/** 1 where a meeting of the leaders is still to be held, else 0. */
export const meetingPlanned: TermMeasure = (state) => (nextAhead(state) === undefined ? 0 : 1);

/** By how many days the meeting has been put off since the first day. */
export const daysPostponed: TermMeasure = (state, { meeting, first }) => {
  const [before, now] = [meetingOf(first, meeting), meetingOf(state, meeting)];
  return before === undefined || now === undefined ? 0 : daysBetween(before.on, now.on);
};

/** 1 where the meeting ended in an agreement of any scope, else 0. */
export const agreementReached: TermMeasure = (state, { meeting }) =>
  agreementOf(state, meeting) === undefined ? 0 : 1;

/** Mean concession over the whole agenda, weighted by what each issue is worth to its receiver, 0 to 1. */
export const meanConcession: TermMeasure = (state, { meeting }) =>
  agreementOf(state, meeting)?.weightedMean ?? 0;

/** Degree to which the text of the meeting grants an issue, 0 to 1. */
export const issueDegree: TermMeasure = (state, { meeting, of }) =>
  agreementOf(state, meeting)?.terms.find(({ issue }) => issue === of)?.degree ?? 0;
