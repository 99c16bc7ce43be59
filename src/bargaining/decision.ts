/**
 * Whether talks decide anything: deadlines, hurt and rank press the sides to settle now, and a side may stand firm.
 *
 * Talks settle when somebody's clock runs out (Roth, Murnighan and Schoumaker 1988), when a stalemate hurts both
 * (Zartman 2000; Pruitt 2005), or when those who can decide have come for it. What more than an order needs is ready only
 * as far as rounds have prepared it. A type that gives nothing of its own (Abreu and Gul 2000) is rarer the more the
 * stalemate hurts it, and a side that will stand firm anyway comes to meetings less often (Fearon 1998, 2002). The form of
 * the joint probability is ours.
 */
import { exp, pow } from '../kit/portable-math';

/** Days beyond which a step presses nobody: keeps the power finite where no step is dated. */
const FAR_DAYS = 10_000;

/**
 * How hard a dated step presses at a meeting, in [0, 1]: e^(−days/interval). `days` from the meeting to the step, Infinity
 * where none is dated; `intervalDays` > 0 the mean time between rounds, since a step due later than the next does not press.
 *
 * @example deadlinePressure(0, 25) // 1
 */
export function deadlinePressure(days: number, intervalDays: number): number {
  return exp(-Math.min(FAR_DAYS, days) / intervalDays);
}

/**
 * Probability that the sides decide now and do not put off, in [0, 1]: 1 − (1 − t)(1 − D)(1 − M). `unpressed` t is that of
 * those who meet where nothing presses, `deadline` D the pressure of the nearest step, `hurt` M the motivation of the
 * side that hurts less; each in [0, 1].
 */
export function decisionProbability(unpressed: number, deadline: number, hurt: number): number {
  return 1 - (1 - unpressed) * (1 - deadline) * (1 - hurt);
}

/**
 * Share of an issue that can be settled at this meeting where more than an order is needed, in [0, 1]: `atFirst` at a
 * first discussion, and of what is left a share `perRound` with each of the `rounds` that had it on the agenda.
 */
export function readyShare(atFirst: number, perRound: number, rounds: number): number {
  return 1 - (1 - atFirst) * pow(1 - perRound, rounds);
}

/** Probability in [0, 1] that a side gives nothing of its own in force: `hold`, faded by its hurt in [0, 1]. */
export function obstinateProbability(hold: number, hurt: number): number {
  return hold * (1 - hurt);
}

/**
 * Probability that a side which came to the meeting stands firm on its step there, in [0, 1]: its firmness in [0, 1), at
 * odds times `selection` > 0 (1 is no selection), times how hard the step presses.
 */
export function refusalProbability(firm: number, selection: number, deadline: number): number {
  return ((selection * firm) / (selection * firm + 1 - firm)) * deadline;
}

/** Probability a day of what comes within so many days with probability `share` in [0, 1), at a constant hazard. */
export function dailyProbability(share: number, days: number): number {
  return 1 - pow(1 - share, 1 / days);
}
