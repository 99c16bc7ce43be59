/**
 * The check of a scenario: are its suppositions lawful, and do its classes take in every final state exactly once?
 *
 * No proof, but a search by design: what conditions compare is driven to each threshold and past it through lawful
 * events, and episodes under the scenario's policies and under blind ones look for what design has missed.
 */
import type { Event } from '../../actions/index';
import type { Parameters } from '../../model/parameters';
import { explain } from '../../engine/explain';
import { addDays } from '../../kit/calendar';
import { checkOptions, type OptionTable } from '../../kit/checks';
import { createDraws, type Draws } from '../../kit/keyed-draws';
import { nearestText } from '../../kit/nearest-text';
import type { State } from '../../model/state';
import { AFTERMATH_DAYS } from '../../outcomes/coercion';
import { classify, outcomeTermOf, outcomeTerms } from '../../outcomes/index';
import { stateOn } from '../../facts/initial-state';
import type { Facts } from '../../facts/schema';
import type { Condition, Scenario } from '../../scenario/schema';
import { firstDayOf, specificationOf, type ModelSpecification } from '../../scenario/model-specification';
import { centralParameters, parameterSampler } from '../../episode/parameter-draw';
import { runToHorizon } from '../../episode/episode';
import { comparisonsIn, packagesFor } from './packages';
import { agreementEvent } from '../../episode/meeting';
import { inertSuppositions } from '../../episode/channels';
import { foundDone } from '../../episode/run';
import { act, coerciveAct, newDraft, passTo, refusedSuppositions, playThrough } from '../../episode/play';
import { entryOf, itemAt } from '../../kit/lists';

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

function unknownTermsIn(condition: Condition, path: string): CheckFinding[] {
  for (const key of ['all', 'any'] as const) {
    const parts = (condition as { readonly all?: readonly Condition[]; readonly any?: readonly Condition[] })[
      key
    ];
    if (parts !== undefined)
      return parts.flatMap((part, index) => unknownTermsIn(part, `${path}.${key}.${index}`));
  }
  if ('not' in condition) return unknownTermsIn(condition.not, `${path}.not`);
  if (!('term' in condition) || outcomeTermOf(condition.term) !== undefined) return [];
  const ids = outcomeTerms.map((term) => term.id);
  const near = nearestText(condition.term, ids);
  const hint = near === null ? `known: ${ids.join(', ')}` : `did you mean "${near}"?`;
  return [
    {
      path: `${path}.term`,
      code: 'outcome/unknown-term',
      message: `no such outcome term: "${condition.term}"; ${hint}`,
    },
  ];
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
  /** Unsound states found, by kind: the fewest acts that lead there. */
  readonly found: Map<string, Unsound>;
}

interface Unsound {
  readonly classes: readonly number[];
  readonly acts: readonly Event[];
}

/** Kind of an unsound state: its classes, and for a gap also what happened; null for a sound state. */
function kindOf(
  specification: ModelSpecification,
  state: State,
): { readonly kind: string; readonly classes: number[] } | null {
  const classes = classify(specification, state);
  if (classes.length === 1) return null;
  if (classes.length > 1) return { kind: classes.join('+'), classes };
  const yesOrNo = outcomeTerms
    .filter((term) => term.unit === 'yes or no')
    .map((term) => term.measure(state, specification.meeting));
  return { kind: `none/${yesOrNo.join('')}`, classes };
}

function note(search: Search, state: State, acts: readonly Event[]): void {
  const unsound = kindOf(search.specification, state);
  if (unsound === null) return;
  const known = search.found.get(unsound.kind);
  if (known === undefined || known.acts.length > acts.length)
    search.found.set(unsound.kind, { classes: unsound.classes, acts });
}

/** Which comparisons of the classes hold: states that agree in all of them belong to the same classes. */
function cellOf({ outcomes, meeting }: ModelSpecification, state: State): string {
  const values = new Map(outcomeTerms.map((term) => [term.id, term.measure(state, meeting)]));
  let cell = '';
  for (const { term, atLeast, below } of outcomes.flatMap((outcome) => comparisonsIn(outcome.when))) {
    const value = entryOf(values, term);
    cell += (atLeast === undefined || value >= atLeast) && (below === undefined || value < below) ? '1' : '0';
  }
  return cell;
}

/** Carries a case on from the meeting, with and without a new coercive act, and notes how it ends. */
function carryOn(search: Search, atMeeting: State, acts: readonly Event[]): void {
  const { specification, supposed, lastDay } = search;
  const later = supposed.filter((event) => event.on > specification.meetingOn);
  const blow = coerciveAct(atMeeting, addDays(specification.meetingOn, 1));
  const before = supposed.filter((event) => event.on <= specification.meetingOn);
  for (const tail of blow === null ? [later] : [later, byDay([...later, blow])]) {
    const draft = playThrough(atMeeting, tail);
    passTo(draft, lastDay);
    const done = tail.filter((event) => !draft.refused.includes(event));
    note(search, draft.state, [...before, ...acts, ...done]);
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
    const cell = cellOf(specification, agreed.state);
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
    const unsound = kindOf(specification, runToHorizon(plan, parameterDraw, episode, false).run.state);
    if (unsound === null || search.found.has(unsound.kind)) continue;
    const { run } = runToHorizon(plan, parameterDraw, episode, true);
    note(
      search,
      run.state,
      (run.log ?? []).filter((event) => event.actor !== 'calendar'),
    );
  }
}

/** Takes out of a way every act that is not supposed and not needed to end in the same kind of state. */
function shortest(search: Search, kind: string, acts: readonly Event[]): Event[] {
  const fixed = new Set(search.supposed.map((event) => JSON.stringify(event)));
  const leads = (way: readonly Event[]) => {
    const draft = playThrough(search.initial, way);
    if (draft.refused.length > 0) return null;
    return kindOf(search.specification, draft.state)?.kind === kind ? draft.events : null;
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
  return leads(way) ?? playThrough(search.initial, acts).events;
}

function findingOf(search: Search, kind: string, unsound: Unsound): CheckFinding {
  const { outcomes, meeting } = search.specification;
  const story = shortest(search, kind, unsound.acts);
  const draft = playThrough(search.initial, story);
  const values = outcomeTerms
    .map((term) => `${term.id} ${Math.round(term.measure(draft.state, meeting) * 1e6) / 1e6}`)
    .join(', ');
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
  const settled = addDays(specification.meetingOn, AFTERMATH_DAYS + 1);
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
  };
}

/**
 * Checks a scenario that has been parsed against these facts: unknown terms in its conditions, suppositions that the
 * rules refuse or that bear on nothing, and final states that belong to no class or to several. Deterministic in its arguments. Throws only
 * for a scenario that was not parsed.
 */
export function checkScenario(scenario: Scenario, facts: Facts, options: CheckOptions = {}): Check {
  checkOptions(options, CHECK_OPTIONS);
  const { seed = '1', episodes = DEFAULT_EPISODES } = options;
  const specification = specificationOf(scenario, facts);
  const initial = stateOn(facts, firstDayOf(scenario, facts));
  const { findings, refused } = refusalsOf(specification, initial);
  findings.push(...inertOf(specification));
  findings.unshift(
    ...scenario.outcomes.flatMap((outcome, index) => unknownTermsIn(outcome.when, `outcomes.${index}.when`)),
  );
  if (!findings.some((finding) => finding.code === 'outcome/unknown-term')) {
    const search = searchOf(specification, initial, refused, seed);
    exploreMeeting(search);
    const half = Math.ceil(episodes / 2);
    sample(search, specification.policies, 0, half);
    sample(search, { US: 'uniform-random', CN: 'uniform-random' }, half, episodes);
    for (const [kind, unsound] of search.found) findings.push(findingOf(search, kind, unsound));
  }
  return { ok: findings.length === 0, findings };
}
