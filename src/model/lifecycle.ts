/** The life of measures: the writers of their statuses, which keep the deadlines of the calendar in step. */
import type { Writable } from '../kit/writable';
import { clearDeadline, clearDeadlines, setDeadline, type Calendar } from './deadline';
import { licenceKey, type Licence } from './export-control';
import { LIVE_STATUSES, type MeasureKind, type MeasureLife, type MeasureStatus } from './measure';
import { exclusionKey, rateKey, type TariffLayer } from './tariff';

/** Ends the licences under a control that is gone: there is nothing left that they free, and their days pass unnoticed. */
function endLicences(
  draft: Writable<Calendar>,
  control: Pick<MeasureLife, 'id'>,
  licences: Writable<Licence>[],
): void {
  for (const licence of licences) {
    if (licence.status !== 'effective' && licence.status !== 'pending') continue;
    licence.status = 'expired';
    clearDeadlines(draft, licenceKey(control, licence));
  }
}

/** Ends what a duty that is gone has left open: its exclusions free nothing any more, and no rate is to be set. */
function endOpenTerms(
  draft: Writable<Calendar>,
  layer: Writable<MeasureLife & Pick<TariffLayer, 'exclusions' | 'rateBy'>>,
): void {
  if (layer.exclusions !== undefined) {
    for (const exclusion of layer.exclusions)
      clearDeadline(draft, 'exclusion-end', exclusionKey(layer, exclusion));
    delete layer.exclusions;
  }
  if (layer.rateBy !== undefined) {
    clearDeadline(draft, 'rate-due', rateKey(layer));
    delete layer.rateBy;
  }
}

/**
 * Moves a measure to a status from today on. Deadlines of the old status go, and with a control that is gone its licences and
 * theirs; the caller sets new ones.
 */
export function setStatus(
  draft: Writable<Calendar>,
  measure: Writable<
    MeasureLife & { readonly licences?: readonly Licence[] } & Pick<TariffLayer, 'exclusions' | 'rateBy'>
  >,
  status: MeasureStatus,
): void {
  clearDeadlines(draft, measure.id);
  if (!LIVE_STATUSES.includes(status)) {
    if (measure.licences !== undefined) endLicences(draft, measure, measure.licences);
    endOpenTerms(draft, measure);
  }
  measure.status = status;
  measure.since = draft.today;
  measure.dueOn = null;
  measure.suspendedUntil = null;
}

/** Puts a measure on a day of effect: a threat is due at the end of that day, an order takes effect on it. */
export function setDue(
  draft: Writable<Calendar>,
  measure: Writable<MeasureLife>,
  kind: MeasureKind,
  dueOn: string,
): void {
  measure.dueOn = dueOn;
  const deadline = measure.status === 'threatened' ? 'threat' : 'entry-into-force';
  setDeadline(draft, { kind: deadline, on: dueOn, subject: measure.id, measureKind: kind });
}
