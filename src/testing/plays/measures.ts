/**
 * New measures of the four kinds, lawful where they are made: under an authority that stands, at most at its ceiling,
 * on a finding where its statute asks for one.
 */
import type * as fc from 'fast-check';
import type { Event } from '../../actions/index';
import type { Template } from '../../engine/legal-actions';
import { standardRules } from '../../engine/rule-set';
import { checkItems } from '../../kit/answer-form';
import { checkKnown, checkOptions, type OptionCheck, type OptionTable } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import { ACTION_PREFIX, MEASURE_KINDS, type MeasureKind } from '../../model/measure';
import type { State } from '../../model/state';
import { eventsOfAny } from './events';

/** How a measure can be made: made known, threatened for a date, or ordered. */
export const MEASURE_VERBS = ['propose', 'threaten', 'impose'] as const;

/** Which new measures are wanted. */
export interface MeasureOptions {
  /** Kinds of measure; all four unless told. */
  readonly kinds?: readonly MeasureKind[] | undefined;
  /** Ways in which one is made; all three unless told. */
  readonly verbs?: readonly (typeof MEASURE_VERBS)[number][] | undefined;
}

const someOf =
  (names: readonly string[]): OptionCheck =>
  (name, given) =>
    checkItems(name, given as readonly unknown[], 'names', (at, item) => checkKnown(at, item, names));

const MEASURE_OPTIONS: OptionTable<MeasureOptions> = {
  kinds: someOf(MEASURE_KINDS),
  verbs: someOf(MEASURE_VERBS),
};

function templatesOf(
  state: State,
  { kinds = MEASURE_KINDS, verbs = MEASURE_VERBS }: MeasureOptions,
): Template[][] {
  return kinds
    .flatMap((kind) => verbs.map((verb) => `${ACTION_PREFIX[kind]}.${verb}`))
    .map((type) => [...standardRules.legalActions(state, { type })])
    .filter((templates) => templates.length > 0);
}

/**
 * Events that make a new measure of any of the four kinds, legal in a state: proposed, threatened or imposed. Each kind
 * and way is equally likely, then each party and authority, then each value. Shrinks to kinds and ways that come first
 * in the table, to the first authority, to the smallest rate, severity, fee or list, and to the earliest date.
 *
 * Throws an InputError where no such measure is legal: what is due today comes first, or no authority stands; and for a
 * kind or a way that there is not.
 * @param state - State on whose day the measure is made; it is not changed.
 * @param options - Which of the four kinds and of the three ways are drawn; all of them where left out.
 *
 * @example fc.sample(measureArbitrary(start('kuala-lumpur-2025'), { kinds: ['tariff'] }), 2).length
 */
export function measureArbitrary(state: State, options: MeasureOptions = {}): fc.Arbitrary<Event> {
  checkOptions(options, MEASURE_OPTIONS);
  const groups = templatesOf(state, options);
  if (groups.length === 0)
    throw new InputError({
      code: 'input/nothing-legal',
      path: 'state',
      given: state.today,
      allowed: 'a state on whose day a new measure of these is legal',
      why: `no new measure of these is legal on ${state.today}`,
    });
  return eventsOfAny(state, groups, standardRules);
}
