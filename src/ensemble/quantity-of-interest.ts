/**
 * Quantities of interest: those that people take from a projection, each as a number that every episode has, so that
 * its mean over episodes is the model's answer. Whether the leaders meet, the outcome classes, both average tariffs two
 * weeks after the meeting, and of the truce two: whether a text is in force so many days after the planned day of the
 * meeting (`text:90`), and whether no breach of one has been documented (`unbroken:90`). The curves of a projection are
 * among the runs with a text on the day after; these are shares of all runs. All are the model alone: the pool with the
 * base rate is of a whole ensemble, and no episode has a part in it.
 *
 * All but those of the truce are settled two weeks after the meeting, and nothing that comes later in an episode moves them, so
 * an episode is followed only as long as the quantities of interest that are asked for need.
 */
import { InputError } from '../kit/input-error';
import { addDays } from '../kit/calendar';
import { meetingOf } from '../model/meeting';
import { nearestText } from '../kit/nearest-text';
import { AFTERMATH_DAYS } from '../outcomes/coercion';
import { classify } from '../outcomes/index';
import type { ModelSpecification } from '../scenario/model-specification';
import type { FinishedEpisode } from '../episode/episode';
import { trajectoryOf } from '../episode/trajectory-facts';
import {
  followedDays,
  isStillAfter,
  TRUCE_CURVES,
  TRUCE_DAYS,
  truceQuantityId,
  type TruceCurve,
} from './truce-curves';

/** A quantity that is a mean over episodes: duties two weeks after the meeting, truces from its day on. */
export interface QuantityOfInterest {
  readonly id: string;
  readonly title: string;
  /** A probability from 0 to 1, or an average tariff in per cent. */
  readonly unit: 'probability' | 'per cent';
  /** The model alone: no base rate is pooled with it. */
  readonly basis: 'model';
}

/** A quantity of interest with the way it is measured on an episode. */
export interface MeasuredQuantity extends QuantityOfInterest {
  /** Days after the meeting by which it is settled. */
  readonly settledAfter: number;
  /** What one episode adds to the mean. `outcome` is the index of its class, -1 where it has none. */
  readonly measure: (finished: FinishedEpisode, outcome: number) => number;
}

const yes = (holds: boolean): number => (holds ? 1 : 0);
const isHeld = ({ run: { state, specification } }: FinishedEpisode) =>
  meetingOf(state, specification.meeting)?.status === 'held';

function classQuantities(specification: ModelSpecification): MeasuredQuantity[] {
  return specification.outcomes.map(({ id, title }, index) => ({
    id,
    title,
    unit: 'probability',
    basis: 'model',
    settledAfter: AFTERMATH_DAYS,
    measure: (_finished, outcome) => yes(outcome === index),
  }));
}

/** Those of the meeting itself. */
function meetingQuantities(specification: ModelSpecification): MeasuredQuantity[] {
  const held: MeasuredQuantity = {
    id: 'held',
    title: 'The leaders meet',
    unit: 'probability',
    basis: 'model',
    settledAfter: AFTERMATH_DAYS,
    measure: (finished) => yes(isHeld(finished)),
  };
  return [held, ...classQuantities(specification)];
}

/**
 * All quantities of interest of a scenario, in the order in which a projection tells them. Where no meeting lies ahead there
 * are none of it, and what is counted from its day is counted from today.
 */
export function quantitiesOfInterest(specification: ModelSpecification): MeasuredQuantity[] {
  const settled = { settledAfter: AFTERMATH_DAYS, basis: 'model' } as const;
  return [
    ...(specification.meetingAhead ? meetingQuantities(specification) : []),
    {
      ...settled,
      id: 'tariff-us-on-cn',
      title: 'American duties on Chinese goods',
      unit: 'per cent',
      measure: ({ end }) => end.usOnCn,
    },
    {
      ...settled,
      id: 'tariff-cn-on-us',
      title: 'Chinese duties on American goods',
      unit: 'per cent',
      measure: ({ end }) => end.cnOnUs,
    },
    ...truceQuantities(specification),
  ];
}

const TRUCE_TITLES: Readonly<Record<TruceCurve, (days: number) => string>> = {
  text: (days) => `Text in force after ${days} days`,
  unbroken: (days) => `No breach yet after ${days} days`,
};

/** Those of the truce, up to the horizon: nothing is known of later days. */
function truceQuantities(specification: ModelSpecification): MeasuredQuantity[] {
  const followed = followedDays(specification);
  return TRUCE_CURVES.flatMap((curve) =>
    TRUCE_DAYS.filter((days) => days <= followed).map((days): MeasuredQuantity => ({
      id: truceQuantityId(curve, days),
      title: TRUCE_TITLES[curve](days),
      unit: 'probability',
      settledAfter: days,
      basis: 'model',
      measure: (finished) => yes(isStillAfter(finished, curve, days)),
    })),
  );
}

/** Words for an id that has a successor, or that today or the horizon leaves out; null for any other. */
export function whyUnknown(specification: ModelSpecification, id: string): string | null {
  if (!specification.meetingAhead && meetingQuantities(specification).some((quantity) => quantity.id === id))
    return `${id} is of a meeting, and none lies ahead of ${specification.today}`;
  const old = /^truce-(\d+)$/.exec(id)?.[1];
  if (old !== undefined)
    return `${id} told two things in one: now text:${old} (a text is in force) and unbroken:${old} (no breach has been documented)`;
  const beyond = TRUCE_CURVES.some((curve) => TRUCE_DAYS.some((days) => id === truceQuantityId(curve, days)));
  return beyond
    ? `${id} is beyond the horizon, which is ${followedDays(specification)} days after the planned day of the meeting`
    : null;
}

/**
 * The quantity of an id. Throws an InputError for one that does not exist, with the nearest that does, its successor, or the
 * horizon that leaves it out.
 */
export function quantityOf(specification: ModelSpecification, id: string): MeasuredQuantity {
  const all = quantitiesOfInterest(specification);
  const found = all.find((quantity) => quantity.id === id);
  if (found !== undefined) return found;
  const why = whyUnknown(specification, id);
  const ids = all.map((quantity) => quantity.id);
  if (why !== null)
    throw new InputError({
      code: 'input/unknown-name',
      path: 'output',
      given: id,
      allowed: `one of ${ids.join(', ')}`,
      why: `no such quantity of interest: ${why}`,
    });
  throw new InputError({
    code: 'input/unknown-name',
    path: 'output',
    given: id,
    allowed: `one of ${ids.join(', ')}`,
    didYouMean: typeof id === 'string' ? nearestText(id, ids) : null,
    why: 'no such quantity of interest',
  });
}

/** What a reader needs of a quantity of interest. */
export function described({ id, title, unit, basis }: QuantityOfInterest): QuantityOfInterest {
  return { id, title, unit, basis };
}

/**
 * The specification followed only until the quantities of interest are settled, or to its own horizon where that comes
 * first.
 */
export function followedFor(
  specification: ModelSpecification,
  quantities: readonly MeasuredQuantity[],
): ModelSpecification {
  // What a predicate of one's own looks at may come on the last day.
  if (specification.own?.terms !== undefined) return specification;
  const days = Math.max(...quantities.map((quantity) => quantity.settledAfter));
  const until = addDays(specification.meetingOn, days);
  return until < specification.horizon ? { ...specification, horizon: until } : specification;
}

/** Takes the quantities of interest of a finished episode. */
export function measured(
  specification: ModelSpecification,
  quantities: readonly MeasuredQuantity[],
  finished: FinishedEpisode,
): number[] {
  const classes = classify(specification, finished.run.state, trajectoryOf(finished));
  const outcome = classes.length === 1 ? classes[0]! : -1;
  return quantities.map((quantity) => quantity.measure(finished, outcome));
}
