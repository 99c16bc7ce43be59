/**
 * The suite for policies: the properties to which this library holds every policy of its own table, for a user's own.
 *
 * The policy is run for real: it acts for both sides in whole episodes, under suppositions, and on the states of
 * lawful plays, where no sensible party has led it.
 */
import type { AnswerForm } from '../../kit/answer-form';
import { checkOptions } from '../../kit/checks';
import { stepInPlace } from '../../engine/apply';
import { copyState } from '../../model/copy-state';
import type { Policy } from '../../policies/policy';
import { withoutChance } from './chance-trap';
import { property, quote, messageOf, type NamedProperty } from './property';
import {
  POLICY_OPTIONS,
  policyGrounds,
  type PlayedEpisode,
  type PolicyGround,
  type PolicyPropertyOptions,
  type Shown,
} from './policy-ground';
import { oneOrMore } from './suite-options';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const TABLE_MANNERS: readonly string[] = ['bargains', 'withholds', 'yields'];

function* introduction({ policy }: PolicyGround): Iterable<string> {
  const { id, title, alsoKnownAs, doc, source, atTheTable } = policy;
  if (!SLUG.test(id)) yield `the id ${quote(id)} is not lower-case words joined by hyphens`;
  if (title.trim() === '') yield 'it has no title';
  if (alsoKnownAs.length === 0) yield 'it has no other name';
  if (new Set([title, ...alsoKnownAs]).size !== alsoKnownAs.length + 1) yield 'it has one name twice';
  if (!/^[A-Z].*\.$/.test(doc)) yield `${quote(doc)} is no sentence`;
  if (source.trim() === '') yield 'it names no source';
  if (!TABLE_MANNERS.includes(atTheTable))
    yield `at the table it ${quote(atTheTable)}; known: ${TABLE_MANNERS.join(', ')}`;
}

const where = ({ scenario, episode }: PlayedEpisode) => `${scenario}, episode ${episode}`;

function* refused(episodes: readonly PlayedEpisode[]): Iterable<string> {
  for (const played of episodes)
    for (const event of played.refused) yield `${where(played)}: refused on ${event.on}: ${quote(event)}`;
}

const shownAs = ({ state, party }: Shown) => `${party} on ${state.today}`;

function* survival({ policy, shown }: PolicyGround): Iterable<string> {
  for (const one of shown()) {
    try {
      const events: unknown = policy.decide(one.look().observation);
      if (!Array.isArray(events))
        yield `${shownAs(one)}: decided ${quote(events)}, which is no list of events`;
    } catch (error) {
      yield `${shownAs(one)}: threw ${messageOf(error)}`;
    }
  }
}

function* lawfulAnywhere({ policy, shown }: PolicyGround): Iterable<string> {
  for (const one of shown()) {
    const state = copyState(one.state);
    // Each has to be lawful when its turn comes, so the ones before it have happened.
    for (const event of policy.decide(one.look().observation))
      if (!stepInPlace(state, event)) yield `${shownAs(one)}: refused: ${quote(event)}`;
  }
}

function* ownActs({ policy, shown }: PolicyGround): Iterable<string> {
  for (const one of shown())
    for (const event of policy.decide(one.look().observation))
      if (event.actor !== one.party) yield `${shownAs(one)}: acts for ${event.actor}: ${quote(event)}`;
}

function* repeats({ policy, shown }: PolicyGround): Iterable<string> {
  for (const one of shown()) {
    const [first, second] = [one.look(), one.look()].map(({ observation }) =>
      quote(policy.decide(observation)),
    );
    if (first !== second) yield `${shownAs(one)}: decided ${first}, and asked again ${second}`;
  }
}

function* forgets({ again, episodes }: PolicyGround): Iterable<string> {
  // The first episode once more, after all others: nothing may have stayed from them.
  for (const first of episodes().slice(0, 3)) {
    const log = again(first.episode).log;
    const at = log.findIndex((event, index) => JSON.stringify(event) !== JSON.stringify(first.log[index]));
    if (at >= 0 || log.length !== first.log.length)
      yield `${where(first)}: another story when run again, from event ${at}: ${quote(log[at])}`;
  }
}

function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const item of Object.values(value)) deepFrozen(item);
  return Object.freeze(value);
}

function* observes({ policy, shown }: PolicyGround): Iterable<string> {
  for (const one of shown()) {
    const { observation } = one.look();
    // States of plays are frozen already; what else it sees is frozen here, but for its own memory.
    deepFrozen(observation.parameters);
    deepFrozen(observation.indicators);
    try {
      policy.decide(observation);
    } catch (error) {
      yield `${shownAs(one)}: wrote into what it sees: ${messageOf(error)}`;
    }
  }
}

function* draws({ policy, shown }: PolicyGround): Iterable<string> {
  for (const one of shown()) {
    const { observation, draws: count } = one.look();
    const { asked } = withoutChance(() => policy.decide(observation));
    for (const source of new Set(asked)) yield `${shownAs(one)}: asked ${source}`;
    if (!policy.stochastic && count() > 0) yield `${shownAs(one)}: calls itself free of chance and drew`;
  }
}

function* remembers({ episodes }: PolicyGround): Iterable<string> {
  for (const played of episodes()) {
    for (const [party, memory] of Object.entries(played.memory)) {
      const again: unknown = JSON.parse(JSON.stringify(memory));
      if (!sameShape(memory, again)) yield `${where(played)}: ${party} remembers ${quote(memory)}`;
    }
  }
}

/** Whether a value is its own copy through JSON, to the kinds of its parts. */
function sameShape(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, item]) => Object.hasOwn(b, key) && sameShape(item, (b as Record<string, unknown>)[key]))
  );
}

const POLICY: AnswerForm<Policy> = {
  what: 'a policy',
  fields: { id: 'text', decide: 'function' },
};

function propertiesOf(ground: PolicyGround): NamedProperty[] {
  const { id } = ground.policy;
  return [
    property(`${id} has an id, a title, other names, a sentence and a source`, () => introduction(ground)),
    property(`${id} survives every state that lawful play reaches`, () => survival(ground)),
    property(`${id} on both sides proposes nothing that the law refuses`, () => refused(ground.episodes())),
    property(`${id} proposes nothing unlawful under a supposition either`, () =>
      refused(ground.suppositions()),
    ),
    property(`${id} proposes lawful events in every state that lawful play reaches`, () =>
      lawfulAnywhere(ground),
    ),
    property(`${id} acts for its own side alone`, () => ownActs(ground)),
    property(`${id} decides the same on the same draws`, () => repeats(ground)),
    property(`${id} takes nothing from one episode into another`, () => forgets(ground)),
    property(`${id} leaves what it sees as it was`, () => observes(ground)),
    property(
      `${id} draws by its observation alone, and not at all where it calls itself free of chance`,
      () => draws(ground),
    ),
    property(`${id} remembers in plain JSON`, () => remembers(ground)),
  ];
}

/**
 * The properties of policies. Nothing is computed before a property is checked. Deterministic in its arguments. Throws an InputError for
 * what is no policy or no option.
 * @param policies - One policy or several; an empty list throws an InputError.
 * @param options - Scenario in which it acts for both sides, `kuala-lumpur-2025` unless told, episodes (40 unless told), and seed; may be
 *   left out.
 *
 * @example policyProperties(policies[0]!, { episodes: 2 }).length
 */
export function policyProperties(
  policies: Policy | readonly Policy[],
  options: PolicyPropertyOptions = {},
): readonly NamedProperty[] {
  const list = oneOrMore<Policy>('policies', policies, POLICY);
  checkOptions(options, POLICY_OPTIONS);
  return policyGrounds(list, options).flatMap(propertiesOf);
}
