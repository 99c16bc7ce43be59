/**
 * Relief at home: what a party pays those of its own whom the other side's measures hurt, such as the bridge payments to
 * American farmers of December 2025. It buys political time and changes nothing for the other side.
 */
import { daysBetween } from '../kit/calendar';
import type { PartyId } from './actor';
import { each } from './column';

/** Payments for what a trade loses in a number of days. */
export interface Relief {
  readonly id: string;
  readonly label: string;
  readonly by: PartyId;
  /** The trade whose sellers are paid. */
  readonly flow: string;
  readonly amountUsdBn: number;
  /** The days whose losses it is for; `until` is the first that is no longer among them. */
  readonly from: string;
  readonly until: string;
  readonly status: 'current' | 'over';
}

/** The column of relief, where a state has it. */
export interface Reliefs {
  readonly reliefs?: Readonly<Record<string, Relief>>;
}

/** What current payments of a party come to, billion USD for a year of losses. */
export function yearlyReliefUsdBn({ reliefs }: Reliefs, party: PartyId): number {
  if (reliefs === undefined) return 0;
  let sum = 0;
  for (const { by, amountUsdBn, from, until, status } of each(reliefs))
    if (by === party && status === 'current') sum += (amountUsdBn * 365) / daysBetween(from, until);
  return sum;
}
