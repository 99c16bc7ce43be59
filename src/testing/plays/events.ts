/** Legal events of a state: any, or those of some templates. */
import type * as fc from 'fast-check';
import type { Event } from '../../actions/index';
import { isMember, sampleMember, type Template } from '../../engine/legal-actions';
import { standardRules, type RuleSet } from '../../engine/rule-set';
import { InputError } from '../../kit/input-error';
import type { State } from '../../model/state';
import { drawn, dwindling } from './dwindling';
import { checkRules } from './play-form';
import { eventOf, pickFrom, type Draw } from './sampling';
import { plainerEvents, weightOf } from './smaller';

/** A legal event of some groups of templates: each group is equally likely, then each template, then each value. */
export function memberOfAny(
  state: State,
  groups: readonly (readonly Template[])[],
  draw: Draw,
  rules: RuleSet,
): Event {
  return eventOf(state, pickFrom(pickFrom(groups, draw), draw), draw, rules);
}

/**
 * Events of some groups of templates, of which there is at least one. Shrinks to the first template, then to smaller
 * numbers, earlier dates and shorter lists.
 */
export function eventsOfAny(
  state: State,
  groups: readonly (readonly Template[])[],
  rules: RuleSet,
): fc.Arbitrary<Event> {
  const places = groups.flat();
  const placeOf = (event: Event) =>
    places.findIndex(
      (template) =>
        template.type === event.type && template.actor === event.actor && isMember(template, event),
    );
  return dwindling<Event>({
    source: drawn((draw) => memberOfAny(state, groups, draw, rules)),
    *smaller(event) {
      // Its largest member first: what fails may need a rate or a date that is not the least.
      for (const template of places.slice(0, placeOf(event)))
        for (const at of [0.999, 0]) yield sampleMember(template, () => at);
      yield* plainerEvents(rules, state, event);
    },
    size: (event) => [placeOf(event), weightOf(event)],
  });
}

/** Legal templates by type, in the order of the table. Throws an InputError where nothing is legal. */
export function legalGroups(rules: RuleSet, state: State): Template[][] {
  const byType = new Map<string, Template[]>();
  for (const template of rules.legalActions(state)) {
    const group = byType.get(template.type);
    if (group === undefined) byType.set(template.type, [template]);
    else group.push(template);
  }
  if (byType.size === 0)
    throw new InputError({
      code: 'input/nothing-legal',
      path: 'state',
      given: state.today,
      allowed: 'a state on whose day something is legal',
      why: `nothing is legal on ${state.today}`,
    });
  return [...byType.values()];
}

/**
 * A legal event of a state: every action type that has one is equally likely, then every subject, then every value
 * of its fields. Shrinks to the first action type of the table and its first subject, then to smaller numbers, earlier dates and
 * shorter lists.
 *
 * Throws an InputError for a state in which nothing is legal (its calendar has come to its end), and for what is no rule set.
 * @param state - State on whose day the events happen; it is not changed.
 * @param rules - Rules that hold, such as those of `withActionTypes`; the library's where left out.
 *
 * @example
 * const state = start('kuala-lumpur-2025');
 * fc.sample(legalEvent(state), 3).every((event) => transition(state, event).ok)
 */
export function legalEvent(state: State, rules: RuleSet = standardRules): fc.Arbitrary<Event> {
  checkRules('rules', rules);
  return eventsOfAny(state, legalGroups(rules, state), rules);
}
