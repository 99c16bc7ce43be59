/**
 * Claims about projections: how a change to a play moves a quantity of interest. That is metamorphic testing (Chen, Cheung and
 * Yiu 1998): nobody knows what the right probability is, but which way it must not move can be said.
 */
import type { Event, EventBase } from '../../actions/index';
import { act, passTo, type EventOfToday, type Play } from '../../analyses/play';
import type { QuantityId } from '../../ensemble/quantity-of-interest';
import { checkAnswer, checkAnswers, checkItems, type AnswerForm } from '../../kit/answer-form';
import { checkFunction, checkKnown, checkNumber, checkObject, checkText, readOff } from '../../kit/checks';
import { askOwn } from '../../kit/ask-own';
import { InputError } from '../../kit/input-error';
import { sameJson } from '../../engine/digest';
import { checkEvents } from '../../report/wording/answer-forms';
import { checkTitle } from './claim';
import { actsOf, withActs } from '../plays/plays';

/**
 * From a play to the play that it is set beside; null for a play that the claim does not speak of. Pure.
 * @param play - Play before the change, frozen: what comes back is another one.
 */
export type PlayChange = (play: Play) => Play | null;

/** Ways in which a change is claimed not to move a quantity. */
export const MOVEMENTS = ['raises', 'lowers', 'moves'] as const;

/** A way in which a change is claimed not to move a quantity. */
export type Movement = (typeof MOVEMENTS)[number];

/** What a claim about projections says. */
export interface ProjectionClaimOptions {
  /** What it is about: one quantity of interest, or several. */
  readonly quantity: QuantityId | readonly QuantityId[];
  /** What is changed in a play. */
  readonly change: PlayChange;
  /** What the change never does to any of the quantities. */
  readonly never: Movement;
  /** By how much it may do so all the same: a share of 1 for probabilities, else in the quantity's own unit; 0 unless told. */
  readonly by?: number | undefined;
}

/** A claim about projections. Made by `projectionClaim`. */
export interface ProjectionClaim {
  /** The claim as a sentence. */
  readonly title: string;
  /** Ids of the quantities of interest that it is about, one or more. */
  readonly quantities: readonly QuantityId[];
  /** What is changed in a play; null of a play of which the claim does not speak. */
  readonly change: PlayChange;
  /** What the change never does to any of them. */
  readonly never: Movement;
  /**
   * By how much it may do so all the same, from 0: a share of 1 for probabilities, else in the unit of the
   * quantity.
   */
  readonly by: number;
}

const SAID = 'an object that says quantity, change and never';

const PROJECTION_CLAIM: AnswerForm<ProjectionClaim> = {
  what: 'a claim about projections, as `projectionClaim` makes it',
  fields: { title: 'text', quantities: 'list', change: 'function', never: 'text', by: 'number' },
};

/** Lengths of the id of a quantity of interest, in characters. */
const IDS = { least: 1, most: 400 };

function checkQuantities(path: string, quantities: readonly QuantityId[]): void {
  checkItems(path, quantities, 'quantities of interest', (at, id) => checkText(at, id, IDS));
}

/** Refuses what is no claim about projections with an InputError. */
export function checkProjectionClaim(path: string, claim: ProjectionClaim): void {
  checkAnswer(path, claim, PROJECTION_CLAIM);
  checkQuantities(`${path}.quantities`, claim.quantities);
  checkKnown(`${path}.never`, claim.never, MOVEMENTS);
  checkNumber(`${path}.by`, claim.by, 0);
}

/**
 * Claims that a change to a play never raises, lowers or moves a quantity of interest, by more than a tolerance. The quantities are
 * the model alone, on common draws: the same episodes without the change and with it. Throws an InputError for an empty title, a
 * movement that there is not, or what is no such option; a quantity that no scenario has is refused where the claim is tried.
 * @param title - The claim as a sentence, which reports print; an empty one is refused.
 * @param options - At least one quantity of interest, the change to a play, what it never does, and by how much it may all the same, 0
 *   unless told.
 *
 * @example
 * projectionClaim('a call between the leaders never makes their meeting less likely', {
 *   change: adding({ type: 'talks.leaders-call', actor: 'both', id: 'call', agenda: ['soybeans'] }),
 *   never: 'lowers',
 *   quantity: 'held',
 * })
 */
export function projectionClaim(title: string, options: ProjectionClaimOptions): ProjectionClaim {
  checkTitle(title);
  checkObject('options', options, SAID);
  const { quantity, change, never, by = 0 } = readOff('options', options, () => ({ ...options }));
  const quantities: readonly QuantityId[] = typeof quantity === 'string' ? [quantity] : quantity;
  checkQuantities('quantity', quantities);
  if (quantities.length === 0)
    throw new InputError({
      code: 'input/list',
      path: 'quantity',
      given: quantity,
      allowed: 'at least one quantity of interest',
    });
  checkFunction('change', change, 'makes another play of a play');
  return {
    title,
    quantities,
    change,
    never: checkKnown('never', never, MOVEMENTS),
    by: checkNumber('by', by, 0),
  };
}

/** An event of a rule set whose day may be left out: then it is today's. */
export type ActOf<E extends EventBase> = EventOfToday<E>;

interface Act {
  readonly type: string;
  readonly actor: string;
  readonly on?: string | undefined;
}

const ACT: AnswerForm<Act> = {
  what: 'an act, whose day may be left out',
  fields: { type: 'text', actor: 'text', on: 'text?' },
};

/**
 * The change that does acts in a play, one after the other. Null for a play in which one of them is refused. Throws an InputError for
 * what is no act.
 * @param acts - Acts in their order, each today's unless it names a later day, up to which days pass first.
 *
 * @example adding({ type: 'purchase.resume', actor: 'CN', flow: 'soybeans' })(play('kuala-lumpur-2025'))?.log.length
 */
export function adding<E extends EventBase = Event>(...acts: readonly ActOf<E>[]): PlayChange {
  // Which events a rule set knows is the compiler's knowledge only.
  const events = acts as readonly unknown[] as readonly EventOfToday[];
  checkAnswers<Act>('acts', events, ACT);
  return (play) => {
    let current = play;
    for (const event of events) {
      const { on } = event;
      const done = act(on !== undefined && on > current.state.today ? passTo(current, on) : current, event);
      if (!done.ok) return null;
      current = done.play;
    }
    return current;
  };
}

/**
 * The change that leaves out the acts of a play that pass a test, all others on their days. Null for a play with no such act, and
 * where another would be refused without it.
 * @param test - Says of an act of the play whether it is left out; the calendar's events and what the scenario supposes are not asked
 *   about.
 *
 * @example leavingOut(({ type }) => type === 'listing.impose')
 */
export function leavingOut(test: (event: Event) => boolean): PlayChange {
  checkFunction('test', test, 'says of an act whether it is left out');
  return (play) => {
    const acts = actsOf(play);
    const left = acts.filter((event) => !test(event));
    return left.length === acts.length ? null : withActs(play, left);
  };
}

/**
 * The change that puts another act in the place of each. Null for a play in which nothing changes, and where the rules refuse what comes of
 * it.
 * @param map - Gives for each act of the play the act in its place: the same one where nothing is to change.
 *
 * @example changing((event) => event)
 */
export function changing(map: (event: Event) => Event): PlayChange {
  checkFunction('map', map, 'makes another act of an act');
  return (play) => {
    const acts = actsOf(play);
    const others = askOwn('map', () => acts.map(map));
    checkEvents('map', others);
    const isOther = others.some((event, at) => !sameJson(event, acts[at]));
    return isOther ? withActs(play, others) : null;
  };
}
