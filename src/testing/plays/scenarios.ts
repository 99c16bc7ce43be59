/**
 * Scenarios: sound variants of one, each a list of changes to it: other policies, a hypothesis turned, a shorter
 * agenda, other weights and red lines, a parameter within its range, another first or last day, a lawful act supposed.
 */
import { InputError } from '../../kit/input-error';
import * as fc from 'fast-check';
import type { Event } from '../../actions/index';
import { addDays, daysBetween } from '../../kit/calendar';
import { PARTY_IDS, type PartyId } from '../../model/actor';
import { prepare } from '../../analyses/prepared';
import { parseScenario, start, type ScenarioOrId } from '../../analyses/resolve';
import { POLICY_IDS, type PolicyId } from '../../policies/policy-ids';
import type { Scenario } from '../../scenario/schema';
import { settledAfter } from '../../outcomes/reading';
import { playThrough } from '../../episode/play';
import { legalEvent } from './events';
import { dwindling, isBelow, numbersBelow, printedAs } from './dwindling';
import { entryOf } from '../../kit/lists';

/** One difference from the base. Weights, red lines and parameters are given in steps of a hundredth away from it. */
type Change =
  | { readonly part: 'policy'; readonly of: PartyId; readonly value: PolicyId }
  | { readonly part: 'hypothesis'; readonly of: keyof Scenario['hypotheses'] }
  | { readonly part: 'off-the-agenda'; readonly of: string }
  | { readonly part: 'benefit' | 'cost' | 'cap' | 'parameter'; readonly of: string; readonly steps: number }
  | { readonly part: 'first-day' | 'last-day'; readonly of: ''; readonly steps: number }
  | { readonly part: 'event'; readonly of: ''; readonly value: Event };

const STEPS = 100;
const MOST_CHANGES = 6;
const SUPPOSED = 'supposed-on-the-first-day';

/** The base with what its changes refer to. */
interface Ground {
  readonly base: Scenario;
  readonly priors: ReadonlyMap<string, Readonly<Record<'benefit' | 'cost' | 'cap', number>>>;
  readonly ranges: ReadonlyMap<
    string,
    { readonly low: number; readonly central: number; readonly high: number }
  >;
  /** Days by which the first day can move towards the meeting. */
  readonly later: number;
  /** Days by which the last day can move back, to two weeks after the meeting. */
  readonly earlier: number;
}

function groundOf(given: ScenarioOrId): Ground {
  const { scenario: base, specification } = prepare(given);
  const { meetingOn, outcomes } = specification;
  const after = addDays(meetingOn, settledAfter(outcomes, meetingOn));
  return {
    base,
    priors: new Map(specification.issues.map((issue) => [issue.id, issue])),
    ranges: new Map(
      specification.parameters
        .filter(({ low, high }) => low < high)
        .map((distribution) => [distribution.name, distribution]),
    ),
    later: Math.max(0, daysBetween(base.asOf, specification.meetingOn) - 1),
    earlier: Math.max(0, daysBetween(after, base.horizon)),
  };
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

function issueChanged(
  { priors }: Ground,
  scenario: Scenario,
  change: Change & { steps: number },
): Partial<Scenario> {
  const prior = entryOf(priors, change.of);
  const share = change.steps / STEPS;
  const value =
    change.part === 'cap'
      ? { cap: rounded(prior.cap * (1 - share)) }
      : { [change.part]: rounded(prior[change.part as 'benefit' | 'cost'] * (1 + share)) };
  return { issues: { ...scenario.issues, [change.of]: { ...scenario.issues[change.of], ...value } } };
}

function parameterAt(
  { low, central, high }: { low: number; central: number; high: number },
  steps: number,
): number {
  // Even steps go up from the central value, odd ones down.
  const share = steps / STEPS;
  return rounded(steps % 2 === 0 ? central + (high - central) * share : central - (central - low) * share);
}

/** What a change makes of some parts of a scenario. */
function changed(ground: Ground, scenario: Scenario, change: Change): Partial<Scenario> {
  switch (change.part) {
    case 'policy':
      return { policies: { ...scenario.policies, [change.of]: change.value } };
    case 'hypothesis':
      return { hypotheses: { ...scenario.hypotheses, [change.of]: !ground.base.hypotheses[change.of] } };
    case 'off-the-agenda':
      return { agenda: scenario.agenda.filter((id) => id !== change.of) };
    case 'parameter': {
      const value = parameterAt(entryOf(ground.ranges, change.of), change.steps);
      return { parameters: { ...scenario.parameters, [change.of]: value } };
    }
    case 'first-day':
      return { asOf: addDays(ground.base.asOf, change.steps) };
    case 'last-day':
      return { horizon: addDays(ground.base.horizon, -change.steps) };
    case 'event':
      // The event's own actor and type are those that the schema of suppositions knows.
      return { events: { ...scenario.events, [SUPPOSED]: change.value as Scenario['events'][string] } };
    default:
      return issueChanged(ground, scenario, change);
  }
}

/** The base with changes, or null where they do not make a sound scenario together. */
function variantOf(ground: Ground, changes: readonly Change[]): Scenario | null {
  if (changes.length === 0) return ground.base;
  let scenario: Scenario = { ...ground.base, id: `${ground.base.id.slice(0, 70)}-variant` };
  for (const change of changes) scenario = { ...scenario, ...changed(ground, scenario, change) };
  const supposed = scenario.events[SUPPOSED];
  if (supposed !== undefined)
    scenario = {
      ...scenario,
      events: { ...scenario.events, [SUPPOSED]: { ...supposed, on: scenario.asOf } },
    };
  const parsed = parseScenario(JSON.parse(JSON.stringify(scenario)));
  if (!parsed.ok) return null;
  const acts = prepare(parsed.scenario).specification.supposed.map(({ event }) => event);
  if (changes.some(({ part }) => part === 'event' || part === 'first-day') && acts.length > 0)
    if (playThrough(start(parsed.scenario), acts).refused.length > 0) return null;
  return parsed.scenario;
}

const histories = new WeakMap<Scenario, readonly Change[]>();

function printedScenario(scenario: Scenario, changes: readonly Change[]): Scenario {
  const words = changes.map((change) => JSON.stringify(change)).join(', ');
  const value = printedAs({ ...scenario }, () =>
    changes.length === 0 ? `the scenario ${scenario.id}` : `${scenario.id}: ${words}`,
  );
  histories.set(value, changes);
  return value;
}

/** Changes taken in turn, each left out that would make the scenario unsound or changes the same thing again. */
function soundest(ground: Ground, wanted: readonly Change[]): Scenario {
  let scenario = ground.base;
  const kept: Change[] = [];
  for (const change of wanted) {
    if (kept.some(({ part, of }) => part === change.part && of === change.of)) continue;
    const next = variantOf(ground, [...kept, change]);
    if (next === null) continue;
    scenario = next;
    kept.push(change);
  }
  return printedScenario(scenario, kept);
}

function magnitude(change: Change): number {
  if ('steps' in change) return change.steps;
  return change.part === 'policy' ? POLICY_IDS.indexOf(change.value) : 0;
}

const sizeOf = (changes: readonly Change[]) => [
  changes.length,
  changes.reduce((sum, change) => sum + magnitude(change), 0),
];

function* smallerLists(changes: readonly Change[]): Generator<Change[]> {
  yield [];
  for (const change of changes) yield [change];
  for (let at = 0; at < changes.length; at += 1) yield changes.filter((_, index) => index !== at);
  for (const [at, change] of changes.entries()) {
    const put = (other: Change) => changes.map((own, index) => (index === at ? other : own));
    if ('steps' in change) {
      const least = change.part === 'parameter' && change.steps % 2 === 0 ? 2 : 1;
      for (const steps of numbersBelow(change.steps, least))
        if (change.part !== 'parameter' || steps % 2 === change.steps % 2) yield put({ ...change, steps });
    } else if (change.part === 'policy') {
      for (const value of POLICY_IDS.slice(0, magnitude(change))) yield put({ ...change, value });
    }
  }
}

/** Suppositions: what a party, a court, the market or a third country could lawfully do on the first day. */
function suppositions(base: Scenario): fc.Arbitrary<Change>[] {
  const supposable = (event: Event) => event.actor !== 'calendar' && event.type !== 'agreement.reach';
  const first = start(base);
  const fits = fc.sample(legalEvent(first), { numRuns: 20, seed: 1 }).some(supposable);
  if (!fits) return [];
  return [
    legalEvent(first)
      .filter(supposable)
      .map((value): Change => ({ part: 'event', of: '', value })),
  ];
}

function changeOf(ground: Ground): fc.Arbitrary<Change> {
  const { base, ranges, later, earlier } = ground;
  const steps = (max = STEPS) => fc.integer({ min: 1, max });
  const issue = fc.constantFrom(...base.agenda);
  const worth = fc.constantFrom('benefit' as const, 'cost' as const, 'cap' as const);
  const record = <T extends Change>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
    fc.record(model) as unknown as fc.Arbitrary<Change>;
  const days = (part: 'first-day' | 'last-day', max: number) =>
    max < 1 ? [] : [record({ part: fc.constant(part), of: fc.constant(''), steps: steps(max) })];
  return fc.oneof(
    record({
      part: fc.constant('policy'),
      of: fc.constantFrom(...PARTY_IDS),
      value: fc.constantFrom(...POLICY_IDS),
    }),
    record({ part: fc.constant('hypothesis'), of: fc.constantFrom('leverKept', 'gambitValidated') }),
    record({ part: fc.constant('off-the-agenda'), of: issue }),
    record({ part: worth, of: issue, steps: steps() }),
    record({ part: fc.constant('parameter'), of: fc.constantFrom(...ranges.keys()), steps: steps() }),
    ...days('first-day', later),
    ...days('last-day', earlier),
    ...suppositions(base),
  );
}

/**
 * How many things a scenario of `scenarioArbitrary` changes of its base. Throws an InputError for any other scenario.
 * @param scenario - Scenario that `scenarioArbitrary` drew, the very object: a copy knows no changes.
 *
 * @example
 * const [drawn] = fc.sample(scenarioArbitrary(), 1);
 * drawn && changesTo(drawn)
 */
export function changesTo(scenario: Scenario): number {
  const changes = histories.get(scenario);
  if (changes === undefined)
    throw new InputError({
      code: 'input/foreign',
      path: 'scenario',
      given: scenario,
      allowed: 'a scenario that scenarioArbitrary made: only those know their changes',
    });
  return changes.length;
}

/**
 * Sound variants of a scenario on the packaged facts: `parseScenario` accepts each, and what it supposes is lawful on its day. Up to six
 * changes: policies, hypotheses, issues off the agenda, weights up to double, red lines down to nought, parameters within their ranges, a
 * first day nearer to the meeting, a last day down to two weeks after it, an act on the first day. Shrinks to fewer and smaller changes, in
 * the end to the base itself. Prints as its changes.
 * @param base - Scenario, or id of one, that is varied; `kuala-lumpur-2025` where left out, and an id that does not exist is refused.
 *
 * @example fc.sample(scenarioArbitrary(), 1).length
 */
export function scenarioArbitrary(base: ScenarioOrId = 'kuala-lumpur-2025'): fc.Arbitrary<Scenario> {
  const ground = groundOf(base);
  const source = fc
    .array(changeOf(ground), { maxLength: MOST_CHANGES, size: 'max' })
    .map((changes) => soundest(ground, changes));
  return dwindling<Scenario>({
    source,
    *smaller(scenario) {
      const changes = histories.get(scenario) ?? [];
      for (const fewer of smallerLists(changes)) {
        if (!isBelow(sizeOf(fewer), sizeOf(changes))) continue;
        const variant = variantOf(ground, fewer);
        if (variant !== null) yield printedScenario(variant, fewer);
      }
    },
    size: (scenario) => sizeOf(histories.get(scenario) ?? []),
  });
}
