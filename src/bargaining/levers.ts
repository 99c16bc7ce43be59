/**
 * How acts bear on a meeting beside what they change in force: the intensity of an act, whether the meeting is held, what
 * goodwill does to the political price, what a readout is worth.
 *
 * The signs are those of the literature on reciprocity (Osgood 1962; Goldstein and Freeman 1990) and of crisis bargaining
 * (Lewis and Schultz 2003); the forms are ours, bounded so that no pile of acts decides by itself. At sizes of nought each
 * gives back what it was handed, to the bit.
 */
import { exp, expm1 } from '../kit/portable-math';

/** Intensity of an act in [0, 1): 1 − e^(−size/scale), for a size from 0 up and a scale above 0. */
export function intensity(size: number, scale: number): number {
  return -expm1(-size / scale);
}

/** Hyperbolic tangent, in (−1, 1). */
function tanh(x: number): number {
  const doubled = expm1(2 * Math.min(20, Math.max(-20, x)));
  return doubled / (doubled + 2);
}

/** What bears on whether a planned meeting is held. */
export interface MeetingConditions {
  /** Joint intensity of unpaid coercive and of cooperative acts of the last days, each in [0, 1]. */
  readonly blows: number;
  readonly gestures: number;
  readonly confirmed: boolean;
  readonly doubted: boolean;
  readonly truce: boolean;
  /** Whether a framework or a call of the leaders is fresh. */
  readonly framework: boolean;
  /** By how much equities are down, per cent. */
  readonly drawdownPct: number;
}

/** Sizes of {@link meetingLogOdds}, in logits from 0 up; the sign is part of the model. */
export interface MeetingSizes {
  readonly blowsOnMeeting: number;
  readonly gesturesOnMeeting: number;
  readonly unconfirmedOnMeeting: number;
  readonly doubtOnMeeting: number;
  readonly noTruceOnMeeting: number;
  readonly frameworkOnMeeting: number;
  /** For each per cent. */
  readonly marketOnMeeting: number;
}

/** What conditions add to the log-odds that a meeting falls away. A doubt stands in the place of a missing confirmation. */
export function meetingLogOdds(conditions: MeetingConditions, sizes: MeetingSizes): number {
  const { blows, gestures, confirmed, doubted, truce, framework, drawdownPct } = conditions;
  const standing = doubted ? sizes.doubtOnMeeting : confirmed ? 0 : sizes.unconfirmedOnMeeting;
  return (
    standing +
    sizes.blowsOnMeeting * blows -
    sizes.gesturesOnMeeting * gestures +
    (truce ? 0 : sizes.noTruceOnMeeting) -
    (framework ? sizes.frameworkOnMeeting : 0) -
    sizes.marketOnMeeting * drawdownPct
  );
}

/**
 * Factor of the political price of conceding, above 0: e^(−γ tanh G + r s). `goodwill` G is the faded sum of the other
 * side's signed intensities, `readout` s is 1 after a breakdown, −1 after a framework, else 0.
 */
export function priceFactor(goodwill: number, readout: number, onPrice: number, onReadout: number): number {
  return exp(onReadout * readout - onPrice * tanh(goodwill));
}

/**
 * Chance of new coercion after talks without a text, in [0, 1): the usual one, less by goodwill between the sides, more
 * where the truce was declared over, and a share of it where the meeting was not held at all.
 */
export function quarrelShare(
  usual: number,
  {
    goodwill,
    terminated,
    held,
  }: { readonly goodwill: number; readonly terminated: boolean; readonly held: boolean },
  sizes: {
    readonly goodwillOnQuarrel: number;
    readonly terminationOnQuarrel: number;
    readonly calledOffOnQuarrel: number;
  },
): number {
  const provoked =
    (1 + sizes.terminationOnQuarrel * (terminated ? 1 : 0)) * (held ? 1 : sizes.calledOffOnQuarrel);
  return Math.min(0.999, usual * exp(-sizes.goodwillOnQuarrel * tanh(goodwill)) * provoked);
}

/** Firmness in [0, 1] of a side against which so many third parties stand: it falls by up to the share `size`. */
export function isolatedFirmness(firm: number, against: number, size: number, scale: number): number {
  return firm * (1 - size * intensity(against, scale));
}

/** Rounds for which a round counts by its readout, moved from one by `size` in [0, 1]. */
export function roundsWorth(readout: string | null, size: number): number {
  const worth =
    readout === 'framework' || readout === 'deal'
      ? 2
      : readout === 'no-progress'
        ? 0.5
        : readout === 'breakdown'
          ? 0
          : 1;
  return 1 + size * (worth - 1);
}
