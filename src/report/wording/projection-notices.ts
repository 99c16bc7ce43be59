/** What a reader of a projection must be told first: runs that did not do what the scenario says, and runs in no class. */
import type { Projection } from '../../ensemble/projection';
import { counted, percent, thousands } from './text';

/** The notices of a projection as sentences; none where all went as supposed and every run is in one class. */
export function projectionNotices({ refused, unclassified, outcomes, runs }: Projection): string[] {
  const unlawful = refused.map(
    ({ event, code, runs: without }) =>
      `The supposed event ${event} was refused in ${counted(without, 'run')} of ${thousands(runs)} (${percent(without / runs)}; first reason ${code}): those went on without it.`,
  );
  if (outcomes === null || unclassified.runs === 0) return unlawful;
  const share = percent(unclassified.runs / runs);
  return [
    ...unlawful,
    `The outcome classes leave a gap or overlap: ${counted(unclassified.runs, 'run')} (${share}) ${unclassified.runs === 1 ? 'is' : 'are'} in none of them or in several, first number ${unclassified.first}. Shares are of all runs and add up to less than one.`,
  ];
}
