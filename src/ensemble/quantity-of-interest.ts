/**
 * Quantities of interest: those that people take from a projection, each as a number that every episode has, so that
 * its mean over episodes is the model's answer. `held` and `deal`; `class:<id>` of each outcome class; `new-coercion`;
 * `mean:US` and `up:US`, `same:US`, `down:US` of the average of the duties that a party imposes, two weeks after the meeting; of the truce
 * `text:<days>` (a text is in force so many days after the planned day of the meeting) and `unbroken:<days>` (no breach of one has been
 * documented). The curves of a projection are among the runs with a text on the day after; these are shares of all runs. Asked for by
 * name there are also `issue:<id>`, the degree to which it is granted, `gdp:US`, and `utility:US`. All are the model alone: the pool with the
 * base rate is of a whole ensemble, and no episode has a part in it.
 *
 * An episode is followed only as long as the quantities of interest that are asked for need.
 */
import { InputError } from '../kit/input-error';
import { addDays } from '../kit/calendar';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { meetingOf } from '../model/meeting';
import type { CodedClass } from '../model/coded-class';
import { directionOf } from '../model/tariff';
import { nearestText } from '../kit/nearest-text';
import type { OpenText } from '../kit/open-text';
import { AFTERMATH_DAYS } from '../outcomes/coercion';
import { agreementOf } from '../outcomes/meeting';
import { dealClasses } from '../outcomes/pool';
import { settledAfter } from '../outcomes/reading';
import type { ModelSpecification } from '../scenario/model-specification';
import type { FinishedEpisode } from '../episode/episode';
import { outcomeOf } from '../episode/trajectory-facts';
import { grantedTitle } from './granted-title';
import { utilityOf } from './utility';
import { WAYS, wayOf, type Way } from './average-way';
import {
  followedDays,
  isStillAfter,
  TRUCE_CURVES,
  TRUCE_DAYS,
  truceQuantityId,
  type TruceCurve,
} from './truce-curves';
import { whoOf } from '../facts/who-meets';

/**
 * Id of a quantity of interest. `class:<id>` of a scenario's own classes and `issue:<id>` of what is on its agenda are
 * taken, too, and so is the bare id of a class.
 */
export type QuantityId =
  | 'held'
  | 'deal'
  | 'new-coercion'
  | `class:${'not-held' | CodedClass}`
  | `${'mean' | Way | 'gdp' | 'utility'}:${PartyId}`
  | `${TruceCurve}:${(typeof TRUCE_DAYS)[number]}`
  | `issue:${string}`
  | OpenText;

/** A quantity that is a mean over episodes: duties two weeks after the meeting, truces from its day on. */
export interface QuantityOfInterest {
  /** Id by which it is asked for, such as `held`, `class:rollback` or `mean:US`. */
  readonly id: string;
  /** What it is, in a few words for people. */
  readonly title: string;
  /** A probability from 0 to 1, an average tariff or an effect on GDP in per cent, or a degree of concession. */
  readonly unit: 'probability' | 'per cent' | 'degree, 0 to 1';
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

/** A probability of the model. */
const chanceOf = (
  id: string,
  title: string,
  settledAfter: number,
  measure: MeasuredQuantity['measure'],
): MeasuredQuantity => ({ id, title, unit: 'probability', basis: 'model', settledAfter, measure });

/** Those of the meeting itself. */
function meetingQuantities(specification: ModelSpecification): MeasuredQuantity[] {
  const { outcomes, meetingOn, leadersMeet } = specification;
  const settled = settledAfter(outcomes, meetingOn);
  const withText = dealClasses(specification);
  return [
    chanceOf('held', `The ${whoOf(leadersMeet)} meet`, AFTERMATH_DAYS, (finished) => yes(isHeld(finished))),
    ...(withText.length === 0
      ? []
      : [
          chanceOf('deal', 'The meeting ends in a deal of some kind', settled, (_finished, outcome) =>
            yes(withText.includes(outcome)),
          ),
        ]),
    ...outcomes.map(({ id, title }, index) =>
      chanceOf(`class:${id}`, title, settled, (_finished, outcome) => yes(outcome === index)),
    ),
  ];
}

const DUTIES: Readonly<Record<PartyId, string>> = {
  US: 'American duties on Chinese goods',
  CN: 'Chinese duties on American goods',
};
const MOVES: Readonly<Record<Way, string>> = {
  up: 'go up by half a point or more',
  same: 'stay within half a point',
  down: 'go down by half a point or more',
};

/** Those of the average of a party's duties two weeks after the meeting. */
function averageQuantities(party: PartyId): MeasuredQuantity[] {
  const direction = directionOf(party);
  return [
    {
      id: `mean:${party}`,
      title: DUTIES[party],
      unit: 'per cent',
      basis: 'model',
      settledAfter: AFTERMATH_DAYS,
      measure: ({ end }) => end[direction],
    },
    ...WAYS.map((way) =>
      chanceOf(`${way}:${party}`, `${DUTIES[party]} ${MOVES[way]}`, AFTERMATH_DAYS, ({ today, end }) =>
        yes(wayOf(today[direction], end[direction]) === way),
      ),
    ),
  ];
}

/**
 * The quantities of interest of a scenario that are told without being asked for, in the order in which a projection tells them. Where
 * no meeting lies ahead there are none of it, and what is counted from its day is counted from today.
 */
export function quantitiesOfInterest(specification: ModelSpecification): MeasuredQuantity[] {
  return [
    ...(specification.meetingAhead ? meetingQuantities(specification) : []),
    chanceOf(
      'new-coercion',
      'New coercion within two weeks of the meeting',
      AFTERMATH_DAYS,
      ({ newCoercion }) => yes(newCoercion),
    ),
    ...PARTY_IDS.flatMap(averageQuantities),
    ...truceQuantities(specification),
  ];
}

/** Those that are told only where they are asked for: each issue of the meeting, and what measures cost each side. */
function furtherQuantities(specification: ModelSpecification): MeasuredQuantity[] {
  const { issues, meeting, meetingAhead } = specification;
  const granted = issues.map(({ id, label }): MeasuredQuantity => ({
    id: `issue:${id}`,
    title: grantedTitle(label),
    unit: 'degree, 0 to 1',
    basis: 'model',
    settledAfter: AFTERMATH_DAYS,
    measure: ({ run: { state } }) =>
      agreementOf(state, meeting)?.terms.find(({ issue }) => issue === id)?.degree ?? 0,
  }));
  const costs = PARTY_IDS.map((party): MeasuredQuantity => ({
    id: `gdp:${party}`,
    title: `Effect of measures on the GDP of ${party === 'US' ? 'the United States' : 'China'} to the horizon`,
    unit: 'per cent',
    basis: 'model',
    settledAfter: Infinity,
    measure: ({ run: { latent } }) => -latent.costDays[party] / latent.days,
  }));
  return [...(meetingAhead ? granted : []), ...costs];
}

/** All quantities of interest of a scenario: those told unasked, and those told where they are asked for. */
export function allQuantities(specification: ModelSpecification): MeasuredQuantity[] {
  return [...quantitiesOfInterest(specification), ...furtherQuantities(specification)];
}

/** What the episode was worth to each side, which is told by name alone. */
const UTILITIES: readonly MeasuredQuantity[] = PARTY_IDS.map((party) => ({
  id: `utility:${party}`,
  title: `Utility of ${party === 'US' ? 'the United States' : 'China'} to the horizon, points of 1 % of GDP for a year`,
  unit: 'per cent',
  basis: 'model',
  settledAfter: Infinity,
  measure: (finished) => utilityOf(finished, party),
}));

/** All quantities that a scenario may be asked for by name. */
export function askableQuantities(specification: ModelSpecification): MeasuredQuantity[] {
  return [...allQuantities(specification), ...UTILITIES];
}

/**
 * Every quantity that at least one of some lists has, once: in the order of the first list, with what only later ones have behind
 * what comes before it there.
 */
export function unionOfQuantities(lists: readonly (readonly MeasuredQuantity[])[]): MeasuredQuantity[] {
  const all: MeasuredQuantity[] = [];
  for (const list of lists) {
    let next = 0;
    for (const quantity of list) {
      const place = all.findIndex(({ id }) => id === quantity.id);
      if (place < 0) all.splice(next, 0, quantity);
      next = place < 0 ? next + 1 : place + 1;
    }
  }
  return all;
}

/** Ids of earlier versions that a quantity still goes by. */
const FORMER_IDS: Readonly<Record<string, string>> = {
  'tariff-us-on-cn': 'mean:US',
  'tariff-cn-on-us': 'mean:CN',
};

/** The id that a quantity has, for one that it may be asked by: a class by its bare id, an average by its former name. */
export function quantityId({ outcomes }: ModelSpecification, asked: string): string {
  if (Object.hasOwn(FORMER_IDS, asked)) return FORMER_IDS[asked] ?? asked;
  return asked !== 'held' && asked !== 'deal' && outcomes.some(({ id }) => id === asked)
    ? `class:${asked}`
    : asked;
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
  if (
    !specification.meetingAhead &&
    meetingQuantities(specification).some((quantity) => quantity.id === quantityId(specification, id))
  )
    return `${id} is of a meeting, and none lies ahead of ${specification.today}`;
  const old = /^truce-(\d+)$/.exec(id)?.[1];
  if (old !== undefined)
    return `${id} told two things in one: now text:${old} (a text is in force) and unbroken:${old} (no breach has been documented)`;
  const beyond = TRUCE_CURVES.some((curve) => TRUCE_DAYS.some((days) => id === truceQuantityId(curve, days)));
  return beyond
    ? `${id} is beyond the horizon, which is ${followedDays(specification)} days after the planned day of the meeting`
    : null;
}

/** The id nearest to what was asked, where a class may be asked for by its bare id. */
function nearestId({ outcomes }: ModelSpecification, asked: string, ids: readonly string[]): string | null {
  const near = nearestText(asked, [...ids, ...outcomes.map(({ id }) => id)]);
  return near !== null && outcomes.some(({ id }) => id === near) ? `class:${near}` : near;
}

/**
 * The quantity of an id. Throws an InputError for one that does not exist, with the nearest that does, its successor, or the
 * horizon that leaves it out.
 */
export function quantityOf(specification: ModelSpecification, id: string, path = 'output'): MeasuredQuantity {
  const all = askableQuantities(specification);
  const known = typeof id === 'string' ? quantityId(specification, id) : id;
  const found = all.find((quantity) => quantity.id === known);
  if (found !== undefined) return found;
  const why = whyUnknown(specification, id);
  const ids = all.map((quantity) => quantity.id);
  if (why !== null)
    throw new InputError({
      code: 'input/unknown-name',
      path,
      given: id,
      allowed: `one of ${ids.join(', ')}`,
      why: `no such quantity of interest: ${why}`,
    });
  throw new InputError({
    code: 'input/unknown-name',
    path,
    given: id,
    allowed: `one of ${ids.join(', ')}`,
    didYouMean: typeof id === 'string' ? nearestId(specification, id, ids) : null,
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
  if (days === Infinity) return specification;
  const until = addDays(specification.meetingOn, days);
  return until < specification.horizon ? { ...specification, horizon: until } : specification;
}

/** Takes the quantities of interest of a finished episode. */
export function measured(quantities: readonly MeasuredQuantity[], finished: FinishedEpisode): number[] {
  const outcome = outcomeOf(finished);
  return quantities.map((quantity) => quantity.measure(finished, outcome));
}
