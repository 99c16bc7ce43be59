/** What stood over a time, for figures that shall hang on no single day. */
import type { MeasureView } from './readings';

/** Averages of duties in per cent, and the severity with which Chinese controls reach goods made abroad: of a day, summed or meant. */
export interface Stood {
  usOnCn: number;
  cnOnUs: number;
  foreignReach: number;
}

/** Sums up to a day, and of how many days. */
export interface StoodBy {
  readonly stood: Readonly<Stood>;
  readonly days: number;
}

/** What is summed, and over how many days; with what of it lies before the evening of the meeting. */
interface Summed extends StoodBy {
  stoodByMeeting: StoodBy | null;
  readonly view: Readonly<Pick<MeasureView, 'usOnCnPct' | 'cnOnUsPct' | 'foreignReach'>>;
}

/** Adds a day. */
export function addStood(stood: Stood, { usOnCnPct, cnOnUsPct, foreignReach }: Summed['view']): void {
  stood.usOnCn += usOnCnPct;
  stood.cnOnUs += cnOnUsPct;
  stood.foreignReach += foreignReach;
}

/** Notes that the mean begins tomorrow. */
export function noteMeeting(summed: Summed): void {
  const { usOnCn, cnOnUs, foreignReach } = summed.stood;
  summed.stoodByMeeting = { stood: { usOnCn, cnOnUs, foreignReach }, days: summed.days };
}

/** What stood on average in the mornings after the day of the meeting; what stands now where none has come since. */
export function meanStood({ stood, days, stoodByMeeting: met, view }: Summed): Stood {
  const since = days - (met?.days ?? 0);
  if (since <= 0) return { usOnCn: view.usOnCnPct, cnOnUs: view.cnOnUsPct, foreignReach: view.foreignReach };
  return {
    usOnCn: (stood.usOnCn - (met?.stood.usOnCn ?? 0)) / since,
    cnOnUs: (stood.cnOnUs - (met?.stood.cnOnUs ?? 0)) / since,
    foreignReach: (stood.foreignReach - (met?.stood.foreignReach ?? 0)) / since,
  };
}
