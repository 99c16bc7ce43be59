/** Scenarios and plays made ready for analyses: with the state of their first day and their model specification. */
import type { EventBase } from '../actions/index';
import { bareFacts } from '../facts/packaged-bare';
import type { BareFacts } from '../facts/bare';
import type { State } from '../model/state';
import { specificationOf, type ModelReading, type ModelSpecification } from '../scenario/model-specification';
import { orderOf } from '../scenario/extend';
import { outcomesGiven, policiesGiven, rulesGiven, type Own, type OwnModel } from '../scenario/own';
import { POLICY_IDS } from '../policies/policy-ids';
import { PARTY_IDS } from '../model/actor';
import type { Scenario } from '../scenario/schema';
import { factsIn, isPlay, ownIn, played, playedScenario, type Play, type PlayOptions } from './play';
import { openingFor, resolve, type ScenarioOrId } from './resolve';

/** What can be asked about: a scenario, the id of one, or a play. */
export type Subject = ScenarioOrId | Play<EventBase>;

/** The state and the model specification of a scenario, for callers that run episodes themselves. */
export interface Prepared {
  readonly scenario: Scenario;
  readonly facts: BareFacts;
  readonly initial: State;
  readonly specification: ModelSpecification;
}

/** What has happened since the first day, and how the model is read. */
export interface PrepareOptions extends PlayOptions, ModelReading {}

/**
 * The scenario that is asked about, with what has happened in it and what is one's own. Throws an InputError for an id that
 * does not exist and for what has happened where it is malformed, out of range or refused.
 */
export function scenarioAsked(
  subject: Subject,
  options: PlayOptions = {},
  path = 'scenario',
): { readonly scenario: Scenario; readonly facts: BareFacts; readonly own: Own } {
  const { after, today, facts } = options;
  if (!isPlay(subject) && after === undefined && today === undefined) {
    const used = facts ?? bareFacts();
    return { scenario: resolve(subject, used, path), facts: used, own: options };
  }
  const now = played(subject, options, path);
  return { scenario: playedScenario(now), facts: factsIn(now), own: ownIn(now) };
}

/** A scenario with other classes in place of its own, in its order where that names exactly these. */
function withOutcomes({ precedence, ...rest }: Scenario, outcomes: Scenario['outcomes']): Scenario {
  const order = orderOf(precedence, outcomes);
  return { ...rest, outcomes, ...(order === undefined ? {} : { precedence: order }) };
}

/** A scenario with the shipped policies that are asked for, and its specification with what is one's own. */
function withOwn(
  scenario: Scenario,
  given: Own,
  specify: (scenario: Scenario, own: OwnModel | undefined) => ModelSpecification,
): Pick<Prepared, 'scenario' | 'specification'> {
  const { ids, own: policies } = policiesGiven(given.policies);
  const rules = rulesGiven(given.rules);
  const named = { ...scenario.policies };
  // A policy of one's own stays out of the scenario: that is what a file can hold.
  for (const party of PARTY_IDS) named[party] = POLICY_IDS.find((id) => id === ids[party]) ?? named[party];
  const acting = Object.keys(ids).length === 0 ? scenario : { ...scenario, policies: named };
  const judged = given.outcomes === undefined ? undefined : outcomesGiven(scenario, given.outcomes);
  const asked = judged === undefined ? acting : withOutcomes(acting, [...judged.outcomes]);
  const terms = judged?.terms ?? {};
  const judges = Object.keys(terms).length > 0;
  if (policies.length === 0 && rules === undefined && !judges)
    return { scenario: asked, specification: specify(asked, undefined) };
  const own = { policies, ...(rules === undefined ? {} : { rules }), ...(judges ? { terms } : {}) };
  const specification = specify(asked, own);
  return { scenario: asked, specification: { ...specification, policies: { ...named, ...ids } } };
}

/** Prepares a scenario or a play once for many episodes, in a reading of the model. */
export function prepare(subject: Subject, options: PrepareOptions = {}, path = 'scenario'): Prepared {
  const { scenario, facts, own } = scenarioAsked(subject, options, path);
  const opening = openingFor(scenario, facts);
  const specify = (asked: Scenario, own?: OwnModel) => specificationOf(asked, facts, opening, options, own);
  return { facts, initial: opening.state, ...withOwn(scenario, own, specify) };
}
