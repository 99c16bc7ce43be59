/** Outcome terms of the meeting itself: whether it was held and whether it ended in an agreement. */
import type { Agreement } from '../model/agreement';
import { each } from '../model/column';
import { meetingOf } from '../model/meeting';
import type { State } from '../model/state';
import type { OutcomeTerm } from './term';

/** The agreement that a meeting ended in, if any. */
export function agreementOf(state: State, meeting: string): Agreement | undefined {
  for (const agreement of each(state.agreements)) {
    if (agreement.meeting === meeting) return agreement;
  }
  return undefined;
}

/** 1 where the meeting was held, else 0. */
export const meetingHeld: OutcomeTerm = {
  id: 'meeting-held',
  unit: 'yes or no',
  doc: 'The leaders met on the day.',
  measure: (state, meeting) => (meetingOf(state, meeting)?.status === 'held' ? 1 : 0),
};

/** 1 where the meeting ended in an agreement of any scope, else 0. */
export const agreementReached: OutcomeTerm = {
  id: 'agreement-reached',
  unit: 'yes or no',
  doc: 'The meeting ended in an agreement of any scope.',
  measure: (state, meeting) => (agreementOf(state, meeting) === undefined ? 0 : 1),
};

/** Mean concession over the whole agenda, weighted by what each issue is worth to its receiver, 0 to 1. */
export const meanConcession: OutcomeTerm = {
  id: 'mean-concession',
  unit: 'share of the agenda',
  doc: 'Mean concession over the agenda, weighted by worth to the receiver; 0 without an agreement.',
  measure: (state, meeting) => agreementOf(state, meeting)?.weightedMean ?? 0,
};
