/** What takes goods out of a duty and brings them back under it, with the day on which that happens by itself. */
import { decimalSum } from '../kit/decimals';
import type { Writable } from '../kit/writable';
import { clearDeadline, setDeadline, type Calendar } from './deadline';
import { exclusionKey, shareAfter, type Exclusion, type TariffLayer } from './tariff';

/** The id of what a court has freed from a duty: no party decides on it. */
export const COURT_RELIEF = 'court-relief';

/** Takes goods out of a duty from today on. */
export function takeOut(
  draft: Writable<Calendar>,
  layer: Writable<TariffLayer>,
  given: Omit<Exclusion, 'since'>,
): void {
  const { id, label, share, until } = given;
  const exclusion = { id, label, share, since: draft.today, until };
  layer.share = Math.max(0, decimalSum([layer.share, -share]));
  if (layer.exclusions === undefined) layer.exclusions = [exclusion];
  else layer.exclusions.push(exclusion);
  if (until !== null)
    setDeadline(draft, {
      kind: 'exclusion-end',
      on: until,
      subject: exclusionKey(layer, exclusion),
      layer: layer.id,
    });
}

/** Brings the goods of an exclusion under their duty again. */
export function bringBack(draft: Writable<Calendar>, layer: Writable<TariffLayer>, ended: Exclusion): void {
  layer.share = shareAfter(layer, [ended]);
  const left = (layer.exclusions ?? []).filter(({ id }) => id !== ended.id);
  if (left.length === 0) delete layer.exclusions;
  else layer.exclusions = left;
  clearDeadline(draft, 'exclusion-end', exclusionKey(layer, ended));
}
