/**
 * The entry `detente/own`: what one adds of one's own. Action types with the domains of their fields, the terms of which
 * outcome classes are made, and policies, rules and predicates that stand in a module and are told by its name.
 *
 * @example
 * import { play } from 'detente';
 * import { defineAction, optional, withActionTypes } from 'detente/own';
 *
 * @module detente/own
 */
export type { EventIn } from '../actions/index';
export type { ActionDefinition, FieldRule, Rule, TypedActionType } from '../actions/action-type';
export { TEXT, type Domain, type PartField, type Parts, type PartWay } from '../actions/domain';
export { defineAction } from '../actions/own-definition';
export {
  dateFrom,
  dateOrOpen,
  freshId,
  numberAbove,
  numberFrom,
  optional,
  oneOf,
  structure,
  subsetOf,
  wholeFrom,
} from '../actions/own-domain';
export { withActionTypes } from '../engine/own-rows';
export type { RuleSet, TemplateOf } from '../engine/rule-set';
export { outcomeTerms } from '../outcomes/index';
export type { OutcomeTerm } from '../outcomes/term';
export { loadOwn, type FromModule, type ImportModule } from '../scenario/own-module';
export type { OutcomePredicate, Own, OwnOutcome, OwnPolicies } from '../scenario/own';

// Types that those above are made of.
export type { ActionTypesByName, EventOf, FieldsOf, ResolveSignal, Touched } from '../actions/action-type';
export type { Present, Scalar } from '../actions/domain';
export type { FieldSchemas, Zod } from '../actions/fields';
export type { Guard } from '../actions/guard';
export type { OwnRules } from '../engine/own-table';
export type { TermForm, TermId, TermSubject } from '../model/outcome-term';
export type { OwnTerm } from '../outcomes/index';
export type { TermMeasure, TermOccasion } from '../outcomes/term';
