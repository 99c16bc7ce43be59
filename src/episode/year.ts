/**
 * The year after a meeting, week by week: what comes at rates of the record, beside what the parties decide day by day.
 *
 * It begins when the outcome of the meeting has been read, so that no class of outcome counts anything of it. Each process has a
 * size among the parameters and a draw of its own; one that is switched off draws nothing.
 */
import { chanceWithin } from '../bargaining/year-hazards';
import { yearFrom } from './replacement';
import { reversalRate, reverse } from './reversal';
import { dailyChance, type DAILY, type RunningEpisode } from './run';

/** One kind of thing that the year may bring. */
interface Hazard {
  readonly draw: (typeof DAILY)[number];
  /** How often a year, as things stand; nought where it is switched off. */
  readonly rate: (run: RunningEpisode) => number;
  /** Lets it happen, where there is anything that it could happen to. */
  readonly act: (run: RunningEpisode) => void;
}

/** All of them, in the order of the evening. */
const HAZARDS: readonly Hazard[] = [
  { draw: 'US/reversal', rate: reversalRate, act: (run) => reverse(run, 'US') },
  { draw: 'CN/reversal', rate: reversalRate, act: (run) => reverse(run, 'CN') },
];

const NOTHING: readonly Hazard[] = [];

/** What the year brings today, by chance; changes nothing. Looked at once in so many days. */
export function yearBrings(run: RunningEpisode): readonly Hazard[] {
  const { lookDays } = run.parameters.year;
  const from = yearFrom(run);
  if (run.day < from || (run.day - from) % lookDays !== 0) return NOTHING;
  let brought: Hazard[] | null = null;
  for (const hazard of HAZARDS) {
    const rate = hazard.rate(run);
    if (rate > 0 && dailyChance(run, hazard.draw, chanceWithin(lookDays, rate)))
      (brought ??= []).push(hazard);
  }
  return brought ?? NOTHING;
}

/** Lets it happen. */
export function passYear(run: RunningEpisode, brought: readonly Hazard[]): void {
  for (const { act } of brought) act(run);
}
