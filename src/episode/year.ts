/**
 * The year after a meeting, week by week: what comes at rates of the record, beside what the parties decide day by day.
 *
 * It begins when the outcome of the meeting has been read, so that no class of outcome counts anything of it. Each process has a
 * size among the parameters and a draw of its own; one that is switched off draws nothing.
 */
import { chanceWithin } from '../bargaining/year-hazards';
import type { Parameters } from '../model/parameters';
import { planSummit, speak } from './later-talks';
import { reversalRate, reverse } from './reversal';
import { easeUnpaid, listAndPass, passingListings } from './unpaid-acts';
import { dailyChance, type DAILY, type RunningEpisode } from './run';

/** One kind of thing that the year may bring. */
interface Hazard {
  readonly draw: (typeof DAILY)[number];
  /** Chance at one look, as things stand; nought where it is switched off. */
  readonly chance: (run: RunningEpisode) => number;
  /** Lets it happen, where there is anything that it could happen to. */
  readonly act: (run: RunningEpisode) => void;
}

const reversal = ({ weekly }: RunningEpisode): number => weekly.reversal;
const listing = ({ weekly }: RunningEpisode): number => weekly.listing;
const easing = ({ weekly }: RunningEpisode): number => weekly.easing;

/** All of them, in the order of the evening. */
const HAZARDS: readonly Hazard[] = [
  { draw: 'US/reversal', chance: reversal, act: (run) => reverse(run, 'US') },
  { draw: 'CN/reversal', chance: reversal, act: (run) => reverse(run, 'CN') },
  { draw: 'US/listing', chance: listing, act: (run) => listAndPass(run, 'US') },
  { draw: 'CN/listing', chance: listing, act: (run) => listAndPass(run, 'CN') },
  { draw: 'US/easing', chance: easing, act: (run) => easeUnpaid(run, 'US') },
  { draw: 'CN/easing', chance: easing, act: (run) => easeUnpaid(run, 'CN') },
  { draw: 'talks/call', chance: ({ weekly }) => weekly.call, act: speak },
  { draw: 'talks/summit', chance: ({ weekly }) => weekly.summit, act: planSummit },
];

const NOTHING: readonly Hazard[] = [];

/** What the year brings today, by chance; changes nothing of the state. Looked at once in so many days. */
export function yearBrings(run: RunningEpisode): readonly Hazard[] {
  const { day, weekly } = run;
  if (day !== weekly.next) return NOTHING;
  const { lookDays } = run.parameters.year;
  weekly.next = day + lookDays;
  weekly.reversal = chanceWithin(lookDays, reversalRate(run));
  let brought: Hazard[] | null = null;
  for (const hazard of HAZARDS) {
    const chance = hazard.chance(run);
    if (chance > 0 && dailyChance(run, hazard.draw, chance)) (brought ??= []).push(hazard);
  }
  return brought ?? NOTHING;
}

/** The first look of a run, and the chances that stay the same from look to look. */
export function firstLook(from: number, { year }: Parameters): RunningEpisode['weekly'] {
  return {
    from,
    next: from,
    reversal: 0,
    listing: chanceWithin(year.lookDays, passingListings(year)),
    easing: chanceWithin(year.lookDays, year.easings),
    call: chanceWithin(year.lookDays, year.calls),
    summit: chanceWithin(year.lookDays, year.summits),
  };
}

/** Lets it happen. */
export function passYear(run: RunningEpisode, brought: readonly Hazard[]): void {
  for (const { act } of brought) act(run);
}
