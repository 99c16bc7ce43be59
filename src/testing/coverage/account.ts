/**
 * The account of a contract that was not met: what was missed, the shortest known way there as a story, or how near one
 * came and which rules stand in between.
 */
import { actionTypes, type Event } from '../../actions/index';
import { legalActions, sampleMember } from '../../engine/legal-actions';
import { transition } from '../../engine/transition';
import { checkAnswer, type AnswerForm } from '../../kit/answer-form';
import { readOff } from '../../kit/checks';
import { createDraws, streamOf } from '../../kit/keyed-draws';
import type { State } from '../../model/state';
import { PLAIN, wrap } from '../../report/wording/text';
import { packagedEventLines } from './event-lines';
import { CoverageCollector } from './collector';
import { checkContract, type CoverageReport, type Missed } from './contract';
import type { Exploration } from './explore';
import { goalName, REFUSAL_CODE, type Goal, type TriedMove } from './goals';
import { breaking, nearnessIn, typesRefusedWith, type Nearness } from '../plays/unlawful';
import { eventOf, pickOf, type Draw } from '../plays/sampling';
import { notBegun } from '../plays/play';
import { fitted, legalRest, plainest, shortest } from '../plays/smaller';
import { wayTo, type Place, type StateMap } from './state-map';
import { foundIn, itemAt, lastOf } from '../../kit/lists';

/** Thrown by {@link assertCovered}: the message is the account, `report` the figures. */
export class CoverageError extends Error {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'CoverageError';

  /**
   * Takes the account of what was missed.
   * @param message - The account in words, as `coverageAccount` gives it.
   */
  constructor(
    message: string,
    /** What was missed, and which exemptions are stale. */
    readonly report: CoverageReport,
  ) {
    super(message);
  }
}

/** Missed goals that are told in full; of more only the names. */
const TOLD_IN_FULL = 8;
/** Abstract states that are asked how near they are to a goal never reached. */
const MOST_ASKED = 400;

/** Events at the end of a way that a shortcut keeps. */
const LONGEST_TAIL = 3;

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
const indented = (lines: readonly string[]) => lines.map((line) => (line === '' ? '' : `    ${line}`));

interface Wanted {
  readonly goal: Goal;
  readonly key: string;
}

/** The goal of a full name, with its key. */
function found(collector: CoverageCollector, name: string): Wanted {
  const goal = foundIn(
    collector.contract.demands.map((demand) => demand.goal),
    (it) =>
      name.startsWith(`${it.name} `) && it.keys(collector.start).some((key) => goalName(it, key) === name),
  );
  return { goal, key: name.slice(goal.name.length + 1) };
}

/** What comes of an event in a state. */
function stepOf(before: State, event: Event): TriedMove {
  const next = transition(before, event);
  return next.ok
    ? { before, event, after: next.state, refusals: [] }
    : { before, event, after: null, refusals: next.refusals };
}

const shows = (step: TriedMove, { goal, key }: Wanted): boolean => goal.seen(step).includes(key);

/** What is lawful of a list of events, up to the one that shows a goal, which may be refused; null where none does. */
function wayOf(start: State, events: readonly Event[], wanted: Wanted): readonly Event[] | null {
  const kept: Event[] = [];
  let state = start;
  for (const event of events) {
    const step = stepOf(state, fitted(state, event));
    if (shows(step, wanted)) return [...kept, step.event];
    if (shows(stepOf(state, event), wanted)) return [...kept, event];
    if (step.after === null) continue;
    kept.push(step.event);
    state = step.after;
  }
  return null;
}

/** The last few events of a long way behind one plain move on the first day, where that leads to the goal as well. */
function shortcut(start: State, way: readonly Event[], wanted: Wanted): readonly Event[] {
  if (way.length <= LONGEST_TAIL + 1) return way;
  const moves = [...legalActions(start)].map((template) => sampleMember(template, () => 0));
  for (let tail = 1; tail <= LONGEST_TAIL; tail += 1) {
    for (const move of moves) {
      const shorter = wayOf(start, [move, ...way.slice(-tail)], wanted);
      if (shorter !== null) return shorter;
    }
  }
  return way;
}

/** A way to a goal from which no event can be taken out, with the plainest values that still lead there. */
function shortestWay(start: State, way: readonly Event[], wanted: Wanted): readonly Event[] {
  const fewer = shortest(way, (events) => wayOf(start, events, wanted) !== null);
  let best = shortcut(start, wayOf(start, fewer, wanted) ?? way, wanted);
  for (let at = 0; at < best.length; at += 1) {
    const before = lastOf(legalRest(notBegun(start), best.slice(0, at)).states);
    const plain = plainest(before, itemAt(best, at));
    const plainer = wayOf(
      start,
      best.map((it, index) => (index === at ? plain : it)),
      wanted,
    );
    if (plainer !== null && plainer.length <= best.length) best = plainer;
  }
  return best;
}

function wayText(start: State, way: readonly Event[]): string[] {
  const last = way.at(-1);
  const before = lastOf(legalRest(notBegun(start), way.slice(0, -1)).states);
  const refused = last !== undefined && !transition(before, last).ok;
  const legal = refused ? way.slice(0, -1) : way;
  const story = legal.length === 0 ? [`${start.today}: the first day`] : packagedEventLines(start, legal);
  const list = way.map((event) => JSON.stringify(event));
  const refusal = refused ? [`then refused: ${last.type} by ${last.actor}`] : [];
  return [...story, ...refusal, ...list];
}

/** One more event at a place, by which a goal would be seen; null where none was found. */
function lastStep(state: State, wanted: Wanted, draw: Draw): Event | null {
  const { goal, key } = wanted;
  const tries =
    goal === REFUSAL_CODE
      ? [breaking(state, key, draw)]
      : (goal.means?.(key) ?? []).map((filter) => {
          const template = pickOf([...legalActions(state, filter)], draw);
          return template === undefined ? null : eventOf(state, template, draw);
        });
  return tries.find((event) => event !== null && shows(stepOf(state, event), wanted)) ?? null;
}

/** States in the order of their distance from the first day: it, what one plain move makes of it, the map's own. */
function* nearby(map: StateMap): Generator<{ state: State; way: () => readonly Event[] }> {
  yield { state: map.start, way: () => [] };
  for (const template of legalActions(map.start)) {
    const event = sampleMember(template, () => 0);
    const next = transition(map.start, event);
    if (next.ok) yield { state: next.state, way: () => [event] };
  }
  for (const place of placesAsked(map)) yield { state: place.state, way: () => wayTo(place) };
}

/** A way that nobody took, shorter than a limit: to the shallowest place from which one more event leads to a goal. */
function wayAcross(map: StateMap, wanted: Wanted, limit: number): readonly Event[] | null {
  const stream = streamOf(createDraws(goalName(wanted.goal, wanted.key)), 0, 'account');
  const draw: Draw = () => stream.uniform();
  for (const { state, way } of nearby(map)) {
    const events = way();
    if (events.length + 1 >= limit) break;
    const event = lastStep(state, wanted, draw);
    if (event !== null) return [...events, event];
  }
  return null;
}

/** The shallowest abstract states of a map, one place each. */
const placesAsked = (map: StateMap): Place[] =>
  map
    .representatives()
    .sort((a, b) => a.depth - b.depth)
    .slice(0, MOST_ASKED);

/** The place of a map that is nearest to a goal that was never reached, with what stands in between. */
function nearestTo(
  map: StateMap,
  { goal, key }: Wanted,
): { place: Place; near: Nearness; type: string } | null {
  const types = new Set((goal.means?.(key) ?? []).flatMap(({ type }) => (type === undefined ? [] : [type])));
  let best: { place: Place; near: Nearness; type: string } | null = null;
  for (const place of placesAsked(map)) {
    for (const type of types) {
      const near = nearnessIn(place.state, type);
      if (
        near !== null &&
        near.codes.length > 0 &&
        (best === null || near.codes.length < best.near.codes.length)
      )
        best = { place, near, type };
    }
  }
  return best;
}

const ruleOf = (code: string): string => {
  const rules = actionTypes.flatMap(({ rules: own, fieldRules }) => [
    ...own,
    ...fieldRules.map(([, rule]) => rule),
  ]);
  return rules.find((rule) => rule.code === code)?.rule ?? '';
};

function neverReached(map: StateMap, start: State, wanted: Wanted): string[] {
  const nearest = nearestTo(map, wanted);
  if (nearest === null) {
    const refusing = typesRefusedWith(wanted.key);
    const asked = refusing.length === 0 ? '' : `; asked of ${refusing.join(', ')}`;
    return [`  never reached on ${map.nodes.size} abstract states${asked}`];
  }
  const { place, near, type } = nearest;
  const about = near.subject === '' ? type : `${type} on ${near.subject}`;
  return [
    `  never reached on ${map.nodes.size} abstract states; nearest, ${place.depth} events from the first day:`,
    `    ${place.node.name}`,
    ...(place.depth === 0 ? [] : indented(wayText(start, wayTo(place)))),
    `  there ${about} by ${near.actor} is refused:`,
    ...near.codes.map((code) => `    ${code}: ${ruleOf(code)}`),
  ];
}

function missedText(missed: Missed, collector: CoverageCollector, known: Exploration | null): string[] {
  const head = `- ${missed.goal}: seen ${times(missed.seen)}, wanted ${times(missed.wanted)}`;
  const wanted = found(collector, missed.goal);
  const taken = collector.way(missed.goal) ?? known?.collector.way(missed.goal) ?? null;
  const way = (known === null ? null : wayAcross(known.map, wanted, taken?.length ?? Infinity)) ?? taken;
  if (way !== null) {
    const fewest = shortestWay(collector.start, way, wanted);
    const length = fewest.length === 1 ? '1 event' : `${fewest.length} events`;
    return [head, `  shortest known way, ${length}:`, ...indented(wayText(collector.start, fewest))];
  }
  if (known === null)
    return [
      head,
      '  never reached; explore the scenario and hand the exploration in to learn how near it is',
    ];
  return [head, ...neverReached(known.map, collector.start, wanted)];
}

/** Goals missed, by their names alone: a line for each family, folded, with how often a goal was seen if it was at all. */
function namesOf(rest: readonly Missed[], collector: CoverageCollector): string[] {
  return collector.contract.demands.flatMap(({ goal: { name }, times: wanted }) => {
    const keys = rest
      .filter(({ goal }) => goal.startsWith(`${name} `))
      .map(({ goal, seen }) => `${goal.slice(name.length + 1)}${seen === 0 ? '' : ` (${seen})`}`);
    return keys.length === 0
      ? []
      : wrap(PLAIN, `- ${name}, wanted ${times(wanted)}, ${keys.length} more: ${keys.join(', ')}`, '', '  ');
  });
}

const COLLECTOR: AnswerForm<CoverageCollector> = {
  what: 'a collector, as `coverageCollector` makes it',
  fields: { contract: 'object', start: 'object', seen: 'function', way: 'function' },
};

const EXPLORATION: AnswerForm<Pick<Exploration, 'collector' | 'map'>> = {
  what: 'an exploration, as `explore` gives it, or a collector',
  fields: { collector: 'object', map: 'object' },
};

const MAP: AnswerForm<StateMap> = {
  what: 'the map of an exploration',
  fields: { nodes: 'object', start: 'object', ways: 'function', representatives: 'function' },
};

function checkCollector(path: string, collector: CoverageCollector): void {
  checkAnswer(path, collector, COLLECTOR);
  checkContract(`${path}.contract`, collector.contract);
}

function checkExploration(path: string, exploration: Exploration): void {
  checkAnswer(path, exploration, EXPLORATION);
  checkCollector(`${path}.collector`, exploration.collector);
  checkAnswer(`${path}.map`, exploration.map, MAP);
}

/** Refuses what is neither an exploration nor a collector with an InputError. */
function checkSeen(seen: Exploration | CoverageCollector, known: Exploration | undefined): void {
  if (readOff('seen', seen, () => seen instanceof CoverageCollector))
    checkCollector('seen', seen as CoverageCollector);
  else checkExploration('seen', seen as Exploration);
  if (known !== undefined) checkExploration('known', known);
}

/**
 * What a contract missed, in words: each goal with its count and the shortest known way there as a story and as events,
 * or, where none is known, the nearest abstract state and the rules that refuse. Empty where the contract is met. Throws an
 * InputError for what is neither an exploration nor a collector.
 * @param seen - An exploration, or a collector that a property filled.
 * @param known - Exploration that knows ways to states, for what a collector alone has not seen; may be left out.
 *
 * @example coverageAccount(explore('kuala-lumpur-2025', coverageContract({}), { moves: 20 }))
 */
export function coverageAccount(seen: Exploration | CoverageCollector, known?: Exploration): string {
  checkSeen(seen, known);
  return accountOf(seen, known);
}

function accountOf(seen: Exploration | CoverageCollector, known: Exploration | undefined): string {
  const collector = seen instanceof CoverageCollector ? seen : seen.collector;
  const map = known ?? (seen instanceof CoverageCollector ? null : seen);
  const { met, goals, missed, stale } = collector.contract.check(collector);
  if (met) return '';
  const full = missed.slice(0, TOLD_IN_FULL);
  const rest = missed.slice(TOLD_IN_FULL);
  return [
    `coverage contract not met: ${missed.length} of ${goals} goals missed, ${stale.length} stale`,
    ...full.flatMap((item) => missedText(item, collector, map)),
    ...namesOf(rest, collector),
    ...stale.map(
      ({ goal, reason, seen: count }) =>
        `- ${goal}: exempt ("${reason}") but seen ${times(count)}; the exemption is stale`,
    ),
  ].join('\n');
}

/**
 * Fails where a contract is not met: throws a {@link CoverageError} whose message says what was missed and the shortest known way there.
 * Throws an InputError for what is neither an exploration nor a collector.
 * @param seen - An exploration, or a collector that a property filled.
 * @param known - Exploration that knows ways to states, for what a collector alone has not seen; may be left out.
 *
 * @example assertCovered(explore('kuala-lumpur-2025', coverageContract({}), { moves: 20 }))
 */
export function assertCovered(seen: Exploration | CoverageCollector, known?: Exploration): void {
  checkSeen(seen, known);
  const collector = seen instanceof CoverageCollector ? seen : seen.collector;
  const report = collector.contract.check(collector);
  if (!report.met) throw new CoverageError(accountOf(seen, known), report);
}
