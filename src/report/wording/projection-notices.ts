/** What a reader of a projection must be told first: runs that did not do what the scenario says, suppositions that move nothing, and runs in no class. */
import type { InertSupposition } from '../../episode/inert';
import type { Projection } from '../../ensemble/projection';
import { supposedName } from './supposed';
import { counted, percent, sentence, thousands } from './text';

/** That a supposed event moves nothing, as a sentence. */
export const inertNotice = ({ event, why }: InertSupposition): string =>
  `${sentence(supposedName(event))} moves nothing that is answered here: ${why}`;

/** The notices of a projection as sentences; none where all went as supposed and every run is in one class. */
export function projectionNotices({
  refused,
  inert = [],
  unclassified,
  outcomes,
  runs,
}: Projection): string[] {
  const unlawful = refused.map(
    ({ event, code, runs: without }) =>
      `${sentence(supposedName(event))} was refused in ${counted(without, 'run')} of ${thousands(runs)} (${percent(without / runs)}; first reason ${code}): those went on without it.`,
  );
  const idle = inert.map(inertNotice);
  const ofEvents = [...unlawful, ...idle];
  if (outcomes === null || unclassified.runs === 0) return ofEvents;
  const share = percent(unclassified.runs / runs);
  return [
    ...ofEvents,
    `The outcome classes leave a gap or overlap: ${counted(unclassified.runs, 'run')} (${share}) ${unclassified.runs === 1 ? 'is' : 'are'} in none of them or in several, first number ${unclassified.first}. Shares are of all runs and add up to less than one.`,
  ];
}
