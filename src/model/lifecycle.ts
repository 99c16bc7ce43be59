/** The life of measures: the writers of their statuses, which keep the deadlines of the calendar in step. */
import type { Writable } from '../kit/writable';
import { endsUse, USE_OF, type Authority } from './authority';
import { edit } from './column';
import { clearDeadline, clearDeadlines, setDeadline, type Calendar } from './deadline';
import { wouldChange } from './changed';
import { licenceKey, type Licence } from './export-control';
import {
  allMeasures,
  isLive,
  LIVE_STATUSES,
  type MeasureKind,
  type MeasureLife,
  type MeasureStatus,
} from './measure';
import { changeKey } from './pending-change';
import type { Draft } from './state';
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

/** Lets go of the change that a measure holds pending, where it holds one. */
export function dropChange(draft: Writable<Calendar>, measure: Writable<MeasureLife>): void {
  if (measure.pending === undefined) return;
  clearDeadline(draft, 'change', changeKey(measure));
  delete measure.pending;
}

/** Statuses in which a measure can hold a change pending: it is ordered, or applies, or will again. */
export const CHANGEABLE_STATUSES: readonly MeasureStatus[] = ['scheduled', 'in-force', 'suspended'];

/** Lets go of a pending change that has nothing left to do as the measure stands now. */
export function dropMootChange(draft: Writable<Calendar>, measure: Writable<MeasureLife>): void {
  const { pending, status } = measure;
  if (pending === undefined) return;
  if (!CHANGEABLE_STATUSES.includes(status) || !wouldChange(measure, pending)) dropChange(draft, measure);
}

/**
 * Moves a measure to a status from today on. Deadlines of the old status go, with a control that is gone its licences and
 * theirs, and a pending change that has nothing left to do; the caller sets new ones, and the end of a suspension.
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
  // Whether a suspension can be prolonged is known once it has its end.
  if (measure.pending !== undefined && status !== 'suspended') dropMootChange(draft, measure);
}

/** Ends every live measure that makes a use of an authority which a ruling against it ends; the other uses live on. */
export function strikeUses(draft: Draft, authority: Authority): void {
  for (const [kind, measure] of allMeasures(draft)) {
    if (measure.authority === authority.id && endsUse(authority, USE_OF[kind]) && isLive(measure))
      setStatus(draft, edit<Writable<MeasureLife>>(draft[kind], measure.id), 'struck-down');
  }
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
