/** Outcome terms of relief: how far an agreement cuts measures in force, not those merely scheduled or threatened. */
import type { PartyId } from '../model/actor';
import type { State } from '../model/state';
import { agreementOf } from './meeting';
import type { OutcomeTerm } from './term';

function reliefBy(state: State, meeting: string, giver: PartyId): number {
  let sum = 0;
  for (const term of agreementOf(state, meeting)?.terms ?? [])
    if (term.giver === giver) sum += term.tariffReliefPp;
  return sum;
}

/** The larger of the two averages' agreed cuts by measures in force, percentage points. */
export const tariffRelief: OutcomeTerm = {
  id: 'tariff-relief',
  unit: 'percentage points of an average tariff',
  doc: 'Agreed cut of an average tariff by measures in force, the larger of the two directions.',
  measure: (state, meeting) => Math.max(reliefBy(state, meeting, 'US'), reliefBy(state, meeting, 'CN')),
};

/** The largest agreed fall of the severity of a control in force, 0 to 1. */
export const controlRelief: OutcomeTerm = {
  id: 'control-relief',
  unit: 'severity, 0 to 1',
  doc: 'Largest agreed fall of the severity of a control in force.',
  measure: (state, meeting) =>
    (agreementOf(state, meeting)?.terms ?? []).reduce((most, term) => Math.max(most, term.controlRelief), 0),
};
