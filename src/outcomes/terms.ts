/** All outcome terms, each with how it is measured. */
import { TERM_FORMS, TERM_IDS, type TermId } from '../model/outcome-term';
import { coercionEntered, newCoercion } from './coercion';
import {
  agreementReached,
  daysPostponed,
  issueDegree,
  meanConcession,
  meetingHeld,
  meetingPlanned,
} from './meeting';
import { averageCut, controlRelief, severityCut, tariffRelief } from './relief';
import type { OutcomeTerm, TermMeasure } from './term';
import { average, averageRise, measureStatus, severity, truceText } from './world';

const MEASURES: Readonly<Record<TermId, TermMeasure>> = {
  'meeting-held': meetingHeld,
  'days-postponed': daysPostponed,
  'agreement-reached': agreementReached,
  'mean-concession': meanConcession,
  'issue-degree': issueDegree,
  'tariff-relief': tariffRelief,
  'control-relief': controlRelief,
  'new-coercion': newCoercion,
  average,
  'average-rise': averageRise,
  'average-cut': averageCut,
  severity,
  'severity-cut': severityCut,
  'truce-text': truceText,
  'measure-status': measureStatus,
  'meeting-planned': meetingPlanned,
  'coercion-entered': coercionEntered,
};

/** All terms, by which conditions name them. */
export const outcomeTerms: readonly OutcomeTerm[] = TERM_IDS.map((id) => ({
  id,
  ...TERM_FORMS[id],
  measure: MEASURES[id],
}));

const byId = new Map<string, OutcomeTerm>(outcomeTerms.map((term) => [term.id, term]));

/** The term of an id, or undefined. */
export function outcomeTermOf(id: string): OutcomeTerm | undefined {
  return byId.get(id);
}
