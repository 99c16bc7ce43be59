/**
 * Relief at home: what a party pays those of its own whom the other side's measures hurt, such as the bridge payments to
 * American farmers of December 2025. It buys political time and changes nothing for the other side.
 */
import { daysBetween } from '../kit/calendar';
import type { PartyId } from './actor';
import { each } from './column';

/** Payments for what a trade loses in a number of days. */
export interface Relief {
  /** Id of the payments among the reliefs of a state, 1 to 80 characters. */
  readonly id: string;
  /** What people call the programme. */
  readonly label: string;
  /** The party that pays its own sellers. */
  readonly by: PartyId;
  /** The trade whose sellers are paid. */
  readonly flow: string;
  /** Sum that is paid for all of its days, thousand million US dollars, above 0 to 200. */
  readonly amountUsdBn: number;
  /** The days whose losses it is for; `until` is the first that is no longer among them. */
  readonly from: string;
  /** First day after those whose losses are paid, `YYYY-MM-DD`. */
  readonly until: string;
  /** `current` up to its last day, then `over`. */
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
