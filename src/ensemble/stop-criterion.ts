/**
 * The stop criterion: an ensemble runs until the 95 % interval of a published probability is narrow enough (fixed-width
 * sequential sampling; Y. S. Chow and H. Robbins, "On the Asymptotic Theory of Fixed-Width Sequential Confidence
 * Intervals", Annals of Mathematical Statistics 36, 1965).
 *
 * It is asked at the borders of blocks only, on the tally of all episodes up to there, so where it stops depends
 * neither on the number of workers nor on which of them is first, and the answer is that of so many runs.
 */
import { checkKnown, checkNumber, checkOptions, type OptionTable } from '../kit/checks';
import { InputError } from '../kit/input-error';
import { wilson } from '../kit/statistics';
import type { ModelSpecification } from '../scenario/model-specification';
import { publishedShares } from './projection';
import { followedDays, stillAfter, TRUCE_CURVES, TRUCE_DAYS, truceQuantityId } from './truce-curves';
import { quantitiesOfInterest, quantityId, whyUnknown, type QuantityId } from './quantity-of-interest';
import type { Tally } from './tally';

/** How sure an answer is to be. */
export interface StopCriterion {
  /** Half the width that the 95 % interval may have, as a share: 0.005 is half a percentage point. From 0.0001 to 0.5. */
  readonly halfWidth: number;
  /**
   * Of which probability: `held`, `deal`, `class:<id>`, `new-coercion`, or of the truce `text:<days>` or `unbroken:<days>` as a share of all
   * runs. Unless told, the widest of `held`, `deal` and the classes; of the truce where no meeting lies ahead.
   */
  readonly of?: QuantityId | undefined;
  /** Told once, when the ensemble stops, of the reason. */
  readonly onStop?: ((stop: Stop) => void) | undefined;
}

const CRITERION: OptionTable<StopCriterion> = { halfWidth: true, of: true, onStop: true };

/** Why an ensemble stopped. */
export interface Stop {
  /** `reached`: narrow enough; `cap`: as many runs as were allowed, and still too wide. */
  readonly reason: 'reached' | 'cap';
  /** Number of episodes that were run. */
  readonly runs: number;
  /** The probability that decided. */
  readonly of: string;
  /** Half the width of its 95 % interval at the end, as a share from 0 to 0.5. */
  readonly halfWidth: number;
}

/** The narrowest half-width that can be asked for; 10 000 000 runs give three times as much in the middle. */
const LEAST_HALF_WIDTH = 0.0001;
const MOST_HALF_WIDTH = 0.5;

interface NamedHalfWidth {
  readonly of: string;
  readonly halfWidth: number;
}

const half = ({ low, high }: { readonly low: number; readonly high: number }) => (high - low) / 2;

/** Half-widths of the probabilities of what the meeting brings. */
function halfWidths(specification: ModelSpecification, tally: Tally): NamedHalfWidth[] {
  if (!specification.meetingAhead) return [];
  const { outcomes, deal } = publishedShares(specification, tally);
  return [
    { of: 'held', halfWidth: half(wilson(tally.held, tally.runs)) },
    ...(deal === null ? [] : [{ of: 'deal', halfWidth: half(deal) }]),
    ...outcomes.map((share) => ({ of: `class:${share.id}`, halfWidth: half(share) })),
  ];
}

/** Half-widths of what is told of the truce, as shares of all runs. */
function truceHalfWidths(specification: ModelSpecification, tally: Tally): NamedHalfWidth[] {
  const followed = followedDays(specification);
  return TRUCE_CURVES.flatMap((curve) =>
    TRUCE_DAYS.filter((days) => days <= followed).map((days) => ({
      of: truceQuantityId(curve, days),
      halfWidth: half(wilson(stillAfter(tally, curve, days), tally.runs)),
    })),
  );
}

/** Probabilities of averages, which no ensemble is stopped by. */
const OF_AVERAGES = /^(up|same|down):/;

/** Ids of the probabilities that an ensemble may be stopped by. */
function stopIds(specification: ModelSpecification): string[] {
  return quantitiesOfInterest(specification)
    .filter(({ unit, id }) => unit === 'probability' && !OF_AVERAGES.test(id))
    .map(({ id }) => id);
}

/** What is wrong with the id of a probability to stop by, in words that follow "takes"; null for one that there is. */
export function faultOfStopId(specification: ModelSpecification, id: string): string | null {
  const ids = stopIds(specification);
  if (ids.includes(quantityId(specification, id))) return null;
  const why = whyUnknown(specification, id);
  return `one of ${ids.join(', ')}; given ${JSON.stringify(id)}${why === null ? '' : `: ${why}`}`;
}

function checked(specification: ModelSpecification, criterion: StopCriterion): void {
  checkOptions(criterion, CRITERION, 'until');
  const { halfWidth, of } = criterion;
  checkNumber('until.halfWidth', halfWidth, LEAST_HALF_WIDTH, MOST_HALF_WIDTH);
  if (of === undefined) {
    if (specification.meetingAhead || followedDays(specification) >= TRUCE_DAYS[0]) return;
    throw new InputError({
      code: 'input/nothing-to-stop-by',
      path: 'until',
      given: specification.horizon,
      allowed: `a horizon at least ${TRUCE_DAYS[0]} days after ${specification.today}`,
      why: 'no meeting lies ahead, and nothing is told of the truce before that day',
    });
  }
  const why = typeof of === 'string' ? whyUnknown(specification, of) : null;
  const asked = typeof of === 'string' ? quantityId(specification, of) : of;
  checkKnown('until.of', asked, stopIds(specification), why ?? 'no such probability');
}

/**
 * Makes what is asked after each block, with the tally so far: whether the ensemble is to go on. Without one it
 * always is, to the cap. Throws an InputError for a half-width or a probability that the criterion cannot take.
 */
export function stopWatch(
  specification: ModelSpecification,
  criterion: StopCriterion | undefined,
  cap: number,
): (tally: Tally) => boolean {
  if (criterion === undefined) return () => true;
  checked(specification, criterion);
  const asked = criterion.of === undefined ? undefined : quantityId(specification, criterion.of);
  return (tally) => {
    const meeting = halfWidths(specification, tally);
    const coercion = { of: 'new-coercion', halfWidth: half(wilson(tally.newCoercion, tally.runs)) };
    const all = [...meeting, coercion, ...truceHalfWidths(specification, tally)];
    const widths =
      criterion.of === undefined
        ? meeting.length > 0
          ? meeting
          : all
        : all.filter(({ of }) => of === asked);
    const decides = widths.reduce((most, width) => (width.halfWidth > most.halfWidth ? width : most));
    const reached = decides.halfWidth <= criterion.halfWidth;
    if (reached || tally.runs >= cap) {
      criterion.onStop?.({ reason: reached ? 'reached' : 'cap', runs: tally.runs, ...decides });
    }
    return !reached;
  };
}
