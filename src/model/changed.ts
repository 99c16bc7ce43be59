/** Measures as a pending change will leave them, for whoever looks at a later day. */
import { decimalSum } from '../kit/decimals';
import type { ExportControl } from './export-control';
import type { Listing } from './listing';
import type { MeasureLife } from './measure';
import type { ChangeTerms, PendingChange } from './pending-change';
import type { TariffLayer } from './tariff';

/** A measure of any kind, with what of its size a change is told by. */
export type Changeable = MeasureLife &
  Partial<Pick<TariffLayer, 'ratePct' | 'share' | 'exclusions'>> &
  Partial<Pick<ExportControl, 'severity'>> &
  Partial<Pick<Listing, 'entities'>>;

/** Whether a pending change of a measure would still change it, as it stands. */
export function wouldChange(measure: Changeable, change: PendingChange): boolean {
  const { status, suspendedUntil, ratePct = 0, severity = 0, entities = 0 } = measure;
  switch (change.verb) {
    case 'cut':
      return change.ratePct < ratePct;
    case 'ease':
      return change.severity < severity;
    case 'remove':
      return change.entities < entities;
    case 'suspend':
      return status === 'in-force';
    case 'extend':
      return (
        suspendedUntil !== null &&
        (change.until === null || change.until > suspendedUntil) &&
        (change.effectiveOn === null || change.effectiveOn <= suspendedUntil)
      );
    case 'exclude':
    case 'withdraw':
      return true;
  }
}

/** A measure with a change done; itself stays as it is. What goods an exclusion frees is at most what the duty still covers. */
export function changed<M extends Changeable>(measure: M, change: ChangeTerms): M {
  switch (change.verb) {
    case 'cut':
      return { ...measure, ratePct: change.ratePct };
    case 'exclude': {
      const { share = 0, exclusions = [] } = measure;
      const { exclusion: id, label, until } = change;
      const freed = Math.min(change.share, share);
      const one = { id, label, share: freed, since: measure.since, until };
      return { ...measure, share: decimalSum([share, -freed]), exclusions: [...exclusions, one] };
    }
    case 'ease':
      return { ...measure, severity: change.severity };
    case 'remove':
      return { ...measure, entities: (measure.entities ?? 0) - change.entities };
    case 'suspend':
      return { ...measure, status: 'suspended', suspendedUntil: change.until };
    case 'extend':
      return { ...measure, suspendedUntil: change.until };
    case 'withdraw':
      return { ...measure, status: 'withdrawn', dueOn: null, suspendedUntil: null };
  }
}

/** A measure as what is ordered for a later day leaves it; one of which nothing is, itself. What waits for its notice counts nothing. */
export function asDated<M extends Changeable>(measure: M): M {
  const { pending } = measure;
  return pending === undefined || pending.effectiveOn === null ? measure : changed(measure, pending);
}
