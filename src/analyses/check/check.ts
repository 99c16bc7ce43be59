/**
 * The check of a scenario: are its suppositions lawful, and do its classes take in every final state exactly once?
 *
 * No proof, but a search by design: what conditions compare is driven to each threshold and past it through lawful
 * events, and episodes under the scenario's policies and under blind ones look for what design has missed.
 */
import type { Event } from '../../actions/index';
import type { Parameters } from '../../model/parameters';
import { explain } from '../../engine/explain';
import { parseEvent } from '../../engine/parse';
import { addDays } from '../../kit/calendar';
import { checkOptions, type OptionTable } from '../../kit/checks';
import { createDraws, type Draws } from '../../kit/keyed-draws';
import type { State } from '../../model/state';
import { comparisonPaths, comparisonsIn } from '../../model/condition';
import { allMeasures, measureAction } from '../../model/measure';
import { termFaults, termFormOf, type TermNames } from '../../model/outcome-term';
import { classesOf, holds, measured, type End } from '../../outcomes/index';
import { readingDay, readingKey, readingsIn, settledAfter, taken } from '../../outcomes/reading';
import { stateOn } from '../../facts/initial-state';
import type { BareFacts } from '../../facts/bare';
import type { Scenario } from '../../scenario/schema';
import { firstDayOf, specificationOf, type ModelSpecification } from '../../scenario/model-specification';
import { centralParameters, parameterSampler } from '../../episode/parameter-draw';
import { runToHorizon } from '../../episode/episode';
import { packagesFor } from './packages';
import { agreementEvent } from '../../episode/meeting';
import { inertSuppositions } from '../../episode/inert';
import { foundDone } from '../../episode/run';
import {
  act,
  coerciveAct,
  newDraft,
  passTo,
  playThrough,
  refusedSuppositions,
  type PlayDraft,
} from '../../episode/play';
import { endOf } from '../../episode/trajectory-facts';
import { itemAt } from '../../kit/lists';

/** Something that is wrong with a scenario. */
export interface CheckFinding {
  /** Path of keys in the scenario, e.g. `events.the-order-is-signed`. */
  readonly path: string;
  /** Stable code: `outcome/unknown-term`, `event/refused`, `event/inert`, `outcome/gap` or `outcome/overlap`. */
  readonly code: string;
  readonly message: string;
  /** For a gap or an overlap: the shortest way found from the scenario's first day to such a state; it replays. */
  readonly story?: Event[];
}

/** The answer of a check. */
export interface Check {
  readonly ok: boolean;
  readonly findings: CheckFinding[];
}

/** How a check samples. */
export interface CheckOptions {
  /** Text that keys the draws; `1` unless told. */
  readonly seed?: string;
  /** Sampled episodes, half of them with blind policies; 160 unless told. */
  readonly episodes?: number;
}

const CHECK_OPTIONS: OptionTable<CheckOptions> = { seed: true, episodes: true };

const DEFAULT_EPISODES = 160;

/** Comparisons that ask their term badly: of an unknown name, or of what the term does not take. */
function askedBadly({ outcomes }: Scenario, names: TermNames): CheckFinding[] {
  return outcomes.flatMap(({ when }, index) =>
    comparisonPaths(when, `outcomes.${index}.when`).flatMap(([path, comparison]) =>
      termFaults(comparison, names).map(({ key, kind, message }) => ({
        path: `${path}.${key}`,
        code: key === 'term' ? 'outcome/unknown-term' : `outcome/${kind}`,
        message,
      })),
    ),
  );
}

/** Everything that the search needs, made once. */
interface Search {
  readonly initial: State;
  readonly specification: ModelSpecification;
  readonly parameters: Parameters;
  readonly draws: Draws;
  /** Suppositions that the rules accept, by day. */
  readonly supposed: readonly Event[];
  /** Day on which nothing that terms measure can change any more. */
  readonly lastDay: string;
  /** Unsound ends found, by kind: the fewest acts that lead there. */
  readonly found: Map<string, Unsound>;
  /** Indices of classes to which some end belongs that belongs to no other. */
  readonly reached: Set<number>;
}

interface Unsound {
  readonly classes: readonly number[];
  readonly acts: readonly Event[];
}

/** Kind of an unsound end: its classes, and for a gap also what happened; null for a sound one. */
function kindOf(
  { specification, reached }: Pick<Search, 'specification' | 'reached'>,
  end: End,
): { readonly kind: string; readonly classes: number[] } | null {
  const classes = classesOf(specification, end);
  const [only] = classes;
  if (only !== undefined && classes.length === 1) {
    reached.add(only);
    return null;
  }
  if (classes.length > 1) return { kind: classes.join('+'), classes };
  const yesOrNo = comparisonsOf(specification)
    .filter(({ term }) => termFormOf(term)?.unit === 'yes or no')
    .map((comparison) => measured(comparison, end));
  return { kind: `none/${yesOrNo.join('')}`, classes };
}

function note(search: Search, end: End, acts: readonly Event[]): void {
  const unsound = kindOf(search, end);
  if (unsound === null) return;
  const known = search.found.get(unsound.kind);
  if (known === undefined || known.acts.length > acts.length)
    search.found.set(unsound.kind, { classes: unsound.classes, acts });
}

/** All comparisons of the classes of a specification. */
const comparisonsOf = ({ outcomes }: ModelSpecification) =>
  outcomes.flatMap(({ when }) => comparisonsIn(when));

/** Which comparisons of the classes hold at the meeting: what agrees in all of them belongs to the same classes. */
function cellOf({ initial: first, specification }: Search, state: State): string {
  const { meeting, meetingOn } = specification;
  const end = { state, first, meeting, meetingOn, readings: {} };
  return comparisonsOf(specification)
    .map((comparison) => (holds(comparison, end) ? '1' : '0'))
    .join('');
}

/** The day on which a story of acts can stop: the last evening that the classes ask for, or else its last act. */
function storyEnd({ specification, lastDay }: Search, acts: readonly Event[]): string {
  return readingsIn(specification.outcomes).length > 0 ? lastDay : (acts.at(-1)?.on ?? lastDay);
}

/** Plays acts from the first day to a day, the evenings read on the way. */
function played(
  search: Search,
  acts: readonly Event[],
  lastDay = search.lastDay,
): { readonly draft: PlayDraft; readonly end: End } {
  const { initial: first, specification } = search;
  const { meeting, meetingOn, outcomes } = specification;
  const draft = newDraft(first);
  const readings: Record<string, number> = {};
  const evenings = readingsIn(outcomes)
    .map((reading) => ({ reading, day: readingDay(reading, meetingOn) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  let next = 0;
  const actUntil = (day: string) => {
    for (; next < acts.length && itemAt(acts, next).on <= day; next += 1) act(draft, itemAt(acts, next));
    passTo(draft, day);
  };
  for (const { reading, day } of evenings) {
    actUntil(day < lastDay ? day : lastDay);
    readings[readingKey(reading)] = taken(reading, draft.state, { meeting, meetingOn, first });
  }
  actUntil(lastDay);
  return { draft, end: { state: draft.state, first, meeting, meetingOn, readings } };
}

/**
 * Acts that keep all that was promised, put off what would come into force or come back by the last day, and prolong the truce: the
 * sides hold still, whatever the meeting came to.
 */
function holdingStill({ lastDay, specification }: Search, atMeeting: State): Event[] {
  const on = addDays(specification.meetingOn, 1);
  const until = addDays(lastDay, 90);
  const draft = newDraft(atMeeting);
  passTo(draft, on);
  const acts: Event[] = [];
  const tried = (event: Event) => {
    if (act(draft, event)) acts.push(event);
  };
  for (const pledge of Object.values(draft.state.pledges)) {
    const promised = parseEvent({ ...pledge.act, on });
    if (promised.ok && pledge.status === 'open') tried(promised.event);
  }
  const { truce } = draft.state;
  if (truce.expiresOn !== null && truce.expiresOn <= lastDay)
    tried({ type: 'truce.extend', actor: 'both', on, until });
  for (const [kind, { id, imposer: actor, status, dueOn, suspendedUntil }] of allMeasures(draft.state)) {
    if (status === 'scheduled' && dueOn !== null && dueOn <= lastDay)
      tried({ type: measureAction(kind, 'postpone'), actor, on, id, until });
    if (status === 'suspended' && suspendedUntil !== null && suspendedUntil <= lastDay)
      tried({ type: measureAction(kind, 'extend'), actor, on, id, until });
  }
  return acts;
}

/** Carries a case on from the meeting, with and without a new coercive act, or by holding still, and notes how it ends. */
function carryOn(search: Search, atMeeting: State, acts: readonly Event[]): void {
  const { specification, supposed } = search;
  const later = supposed.filter((event) => event.on > specification.meetingOn);
  const blow = coerciveAct(atMeeting, addDays(specification.meetingOn, 1));
  const before = supposed.filter((event) => event.on <= specification.meetingOn);
  const still = byDay([...holdingStill(search, atMeeting), ...later]);
  for (const tail of [later, still, ...(blow === null ? [] : [byDay([...later, blow])])]) {
    const way = [...before, ...acts, ...tail];
    const { draft, end } = played(search, way);
    note(
      search,
      end,
      way.filter((event) => !draft.refused.includes(event)),
    );
  }
}

function byDay(events: readonly Event[]): Event[] {
  return [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Goes through what can happen at the meeting: called off, held without and with every kind of agreement. */
function exploreMeeting(search: Search): void {
  const { initial, specification, supposed, parameters, draws } = search;
  const { meeting, meetingOn: on } = specification;
  const arrival = playThrough(
    initial,
    supposed.filter((event) => event.on <= on),
  );
  passTo(arrival, on);
  const callOff: Event = { type: 'meeting.call-off', actor: 'US', on, meeting };
  const away = playThrough(arrival.state, [callOff]);
  carryOn(search, away.state, away.refused.length === 0 ? [callOff] : []);
  const hold: Event = { type: 'meeting.hold', actor: 'both', on, meeting };
  const held = playThrough(arrival.state, [hold]);
  if (held.refused.length > 0) return;
  carryOn(search, held.state, [hold]);
  const done = foundDone(initial);
  const cells = new Set<string>();
  for (const { scope, degrees } of packagesFor(held.state, specification, parameters, draws)) {
    const agree = agreementEvent({ state: held.state, done, specification, parameters }, scope, degrees);
    const agreed = newDraft(held.state);
    if (!act(agreed, agree)) continue;
    const cell = cellOf(search, agreed.state);
    if (cells.has(cell)) continue;
    cells.add(cell);
    carryOn(search, agreed.state, [hold, agree]);
  }
}

/** Samples episodes under some policies to just after the meeting; an unsound end is told by what the sides did. */
function sample(search: Search, policies: ModelSpecification['policies'], from: number, to: number): void {
  const specification: ModelSpecification = { ...search.specification, policies, horizon: search.lastDay };
  const plan = { initial: search.initial, specification, draws: search.draws };
  const sampler = parameterSampler(specification);
  for (let episode = from; episode < to; episode += 1) {
    const parameterDraw = sampler(plan.draws, episode);
    const unsound = kindOf(search, endOf(runToHorizon(plan, parameterDraw, episode, false)));
    if (unsound === null || search.found.has(unsound.kind)) continue;
    const finished = runToHorizon(plan, parameterDraw, episode, true);
    note(
      search,
      endOf(finished),
      (finished.run.log ?? []).filter((event) => event.actor !== 'calendar'),
    );
  }
}

/** Takes out of a way every act that is not supposed and not needed to end in the same kind of state. */
function shortest(search: Search, kind: string, acts: readonly Event[]): Event[] {
  const fixed = new Set(search.supposed.map((event) => JSON.stringify(event)));
  const leads = (way: readonly Event[]) => {
    const { draft, end } = played(search, way, storyEnd(search, way));
    if (draft.refused.length > 0) return null;
    return kindOf(search, end)?.kind === kind ? draft.events : null;
  };
  let way = [...acts];
  for (let at = way.length - 1; at >= 0; at -= 1) {
    const event = itemAt(way, at);
    if (fixed.has(JSON.stringify(event))) continue;
    const without = way.filter((_, index) => index !== at);
    if (leads(without) !== null) way = without;
    else if (event.type === 'agreement.reach') {
      // Classes look at terms; the pledges behind them only make the story long.
      const bare = way.map((other, index) => (index === at ? { ...event, pledges: [] } : other));
      if (leads(bare) !== null) way = bare;
    }
  }
  return leads(way) ?? played(search, acts, storyEnd(search, acts)).draft.events;
}

function findingOf(search: Search, kind: string, unsound: Unsound): CheckFinding {
  const { outcomes } = search.specification;
  const story = shortest(search, kind, unsound.acts);
  const acts = story.filter(({ actor }) => actor !== 'calendar');
  const { end } = played(search, acts, storyEnd(search, acts));
  const told = new Map(
    comparisonsOf(search.specification).map((comparison) => [
      [comparison.term, comparison.of, comparison.is].filter((part) => part !== undefined).join(' '),
      Math.round(measured(comparison, end) * 1e6) / 1e6,
    ]),
  );
  const values = [...told].map(([term, value]) => `${term} ${value}`).join(', ');
  const names = unsound.classes.map((index) => itemAt(outcomes, index).id);
  if (names.length === 0) {
    return {
      path: 'outcomes',
      code: 'outcome/gap',
      message: `a final state belongs to no class: ${values}`,
      story,
    };
  }
  const path = `outcomes.${itemAt(unsound.classes, 1)}.when`;
  return {
    path,
    code: 'outcome/overlap',
    message: `a final state belongs to ${names.join(' and ')}: ${values}`,
    story,
  };
}

/** Suppositions that the rules refuse, with the rule and the nearest lawful event. */
function refusalsOf(
  specification: ModelSpecification,
  initial: State,
): { readonly findings: CheckFinding[]; readonly refused: ReadonlySet<Event> } {
  const events = specification.supposed.map(({ event }) => event);
  const refused = refusedSuppositions(initial, events, specification.meeting);
  const findings = refused.map(({ index, event, state }): CheckFinding => {
    const { refusals, nearest } = explain(state, event);
    const reasons = refusals.map(({ code, rule }) => `${code}: ${rule}`).join(' ');
    const near =
      nearest[0] === undefined
        ? 'no event of this kind is legal then'
        : `nearest: ${JSON.stringify(nearest[0])}`;
    return {
      path: `events.${itemAt(specification.supposed, index).name}`,
      code: 'event/refused',
      message: `refused on ${state.today}: ${reasons} ${near}`,
    };
  });
  return { findings, refused: new Set(refused.map(({ event }) => event)) };
}

/** Suppositions that bear on nothing that a projection answers, with the reason. */
function inertOf(specification: ModelSpecification): CheckFinding[] {
  return inertSuppositions(specification).map(({ event, why }) => ({
    path: `events.${event}`,
    code: 'event/inert',
    message: `moves nothing that a projection answers: ${why}`,
  }));
}

function searchOf(
  specification: ModelSpecification,
  initial: State,
  refused: ReadonlySet<Event>,
  seed: string,
): Search {
  const supposed = specification.supposed.map(({ event }) => event).filter((event) => !refused.has(event));
  const { meetingOn, outcomes } = specification;
  const settled = addDays(meetingOn, settledAfter(outcomes, meetingOn) + 1);
  const latest = supposed.at(-1)?.on ?? settled;
  const wanted = latest > settled ? latest : settled;
  const lastDay = wanted < specification.horizon ? wanted : specification.horizon;
  return {
    initial,
    specification,
    parameters: centralParameters(specification),
    draws: createDraws(seed),
    supposed,
    lastDay,
    found: new Map(),
    reached: new Set(),
  };
}

/** What comparisons may be about: what is there on the first day, and what is supposed to be made. */
function namesIn(initial: State, { supposed, issues }: ModelSpecification): TermNames {
  const made = supposed.flatMap(({ event }) => ('id' in event ? [event.id] : []));
  return {
    issue: issues.map(({ id }) => id),
    control: [...Object.keys(initial.control), ...made],
    measure: [...allMeasures(initial).map(([, { id }]) => id), ...made],
  };
}

/** Searches through the ends of a scenario by design and by samples of episodes. */
function explore(search: Search, episodes: number): void {
  exploreMeeting(search);
  const half = Math.ceil(episodes / 2);
  sample(search, search.specification.policies, 0, half);
  sample(search, { US: 'uniform-random', CN: 'uniform-random' }, half, episodes);
}

/** Ids of the outcome classes of a parsed scenario to which an end was found that belongs to no other. */
export function reachedClasses(
  scenario: Scenario,
  facts: BareFacts,
  { seed = '1', episodes = DEFAULT_EPISODES }: CheckOptions = {},
): string[] {
  const specification = specificationOf(scenario, facts);
  const initial = stateOn(facts, firstDayOf(scenario, facts));
  const search = searchOf(specification, initial, refusalsOf(specification, initial).refused, seed);
  explore(search, episodes);
  return [...search.reached].sort((a, b) => a - b).map((at) => itemAt(scenario.outcomes, at).id);
}

/**
 * Checks a scenario that has been parsed against these facts: unknown terms in its conditions, suppositions that the
 * rules refuse or that bear on nothing, and final states that belong to no class or to several. Deterministic in its arguments. Throws only
 * for a scenario that was not parsed.
 */
export function checkScenario(scenario: Scenario, facts: BareFacts, options: CheckOptions = {}): Check {
  checkOptions(options, CHECK_OPTIONS);
  const { seed = '1', episodes = DEFAULT_EPISODES } = options;
  const specification = specificationOf(scenario, facts);
  const initial = stateOn(facts, firstDayOf(scenario, facts));
  const { findings, refused } = refusalsOf(specification, initial);
  findings.push(...inertOf(specification));
  const badly = askedBadly(scenario, namesIn(initial, specification));
  findings.unshift(...badly);
  if (badly.length === 0) {
    const search = searchOf(specification, initial, refused, seed);
    explore(search, episodes);
    for (const [kind, unsound] of search.found) findings.push(findingOf(search, kind, unsound));
  }
  return { ok: findings.length === 0, findings };
}
