/** Outcome terms of the world on an evening: average tariffs, severity, the text of the truce, the status of a measure. */
import { each } from '../model/column';
import { deniedShare } from '../model/export-control';
import { findMeasure } from '../model/measure';
import { averageTariffPct, directionOf } from '../model/tariff';
import { isBinding } from '../model/truce';
import { partiesAsked } from './parties';
import type { TermMeasure } from './term';

/** The average of the duties of a party, per cent. */
export const average: TermMeasure = (state, { of }) =>
  Math.max(...partiesAsked(of).map((party) => averageTariffPct(state, directionOf(party))));

/** Points by which the average of a party lies above that of the first day. */
export const averageRise: TermMeasure = (state, { first, of }) =>
  Math.max(
    ...partiesAsked(of).map((party) => {
      const direction = directionOf(party);
      return averageTariffPct(state, direction) - averageTariffPct(first, direction);
    }),
  );

/** Severity of a control in force, less what licences free. */
export const severity: TermMeasure = (state, { of }) =>
  each(state.control)
    .filter(({ id }) => of === undefined || id === of)
    .reduce((most, control) => Math.max(most, deniedShare(control)), 0);

/** 1 where the text of a truce binds, else 0. */
export const truceText: TermMeasure = ({ truce }) => (isBinding(truce) ? 1 : 0);

/** 1 where a measure has a status, else 0. */
export const measureStatus: TermMeasure = (state, { of, is }) =>
  of !== undefined && findMeasure(state, of)?.status === is ? 1 : 0;
