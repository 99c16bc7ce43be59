/**
 * The account of a contract that was not met: what was missed, the shortest known way there as a story, or how near one
 * came and which rules stand in between.
 */
import { actionTypes, type Event } from '../../actions/index';
import { transition } from '../../engine/transition';
import type { State } from '../../model/state';
import { told } from '../../told';
import { CoverageCollector } from './collector';
import { goalName, type CoverageReport, type Missed } from './contract';
import type { Exploration } from './explore';
import type { Goal, Step } from './goals';
import { nearnessIn, typesRefusedWith, type Nearness } from './perturbation';
import { fitted, shortest } from './shorter';
import { wayTo, type Place, type StateMap } from './state-map';

/** Thrown by {@link assertCovered}: the message is the account, `report` the figures. */
export class CoverageError extends Error {
  override readonly name = 'CoverageError';

  constructor(
    message: string,
    readonly report: CoverageReport,
  ) {
    super(message);
  }
}

/** Missed goals that are told in full; of more only the names. */
const TOLD_IN_FULL = 8;
/** Abstract states that are asked how near they are to a goal never reached. */
const MOST_ASKED = 400;

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
const indented = (lines: readonly string[]) => lines.map((line) => (line === '' ? '' : `    ${line}`));

/** The goal of a full name, with its key. */
function found(collector: CoverageCollector, name: string): { goal: Goal; key: string } {
  const goal = collector.contract.demands
    .map((demand) => demand.goal)
    .find(
      (it) =>
        name.startsWith(`${it.name} `) && it.keys(collector.start).some((key) => goalName(it, key) === name),
    )!;
  return { goal, key: name.slice(goal.name.length + 1) };
}

/** Tries a list of events one after the other and gives each step; refused ones change nothing. */
function* steps(start: State, events: readonly Event[]): Generator<Step> {
  let state = start;
  for (const [at, event] of events.entries()) {
    // The last event may be one that is refused on purpose, by its day even: it stays as it is.
    const tried = at === events.length - 1 ? event : fitted(state, event);
    const next = transition(state, tried);
    yield {
      before: state,
      event: tried,
      after: next.ok ? next.state : null,
      refusals: next.ok ? [] : next.refusals,
    };
    if (next.ok) state = next.state;
  }
}

/** The shortest list of events that still shows a goal. */
function shortestWay(
  start: State,
  way: readonly Event[],
  { goal, key }: { goal: Goal; key: string },
): readonly Event[] {
  const shows = (events: readonly Event[]) => {
    for (const step of steps(start, events)) if (goal.seen(step).includes(key)) return true;
    return false;
  };
  return shows(way) ? shortest(way, shows) : way;
}

function wayText(start: State, way: readonly Event[]): string[] {
  const last = [...steps(start, way)].at(-1);
  const refused = last !== undefined && last.after === null;
  const legal = refused ? way.slice(0, -1) : way;
  const story = legal.length === 0 ? [`${start.today}: the first day`] : told(start, legal);
  const list = way.map((event) => JSON.stringify(event));
  const refusal = refused ? [`then refused: ${last.event.type} by ${last.event.actor}`] : [];
  return [...story, ...refusal, ...list];
}

/** The place of a map that is nearest to a goal that was never reached, with what stands in between. */
function nearestTo(
  map: StateMap,
  { goal, key }: { goal: Goal; key: string },
): { place: Place; near: Nearness; type: string } | null {
  const means = goal.means?.(key) ?? [];
  let best: { place: Place; near: Nearness; type: string } | null = null;
  const places = map
    .representatives()
    .sort((a, b) => a.depth - b.depth)
    .slice(0, MOST_ASKED);
  for (const place of places) {
    for (const { type = '', subject } of means) {
      const near = nearnessIn(place.state, type, subject);
      if (near !== null && (best === null || near.codes.length < best.near.codes.length))
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

function neverReached(map: StateMap, start: State, wanted: { goal: Goal; key: string }): string[] {
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
    near.codes.length === 0
      ? `  there ${about} by ${near.actor} breaks no rule on its subject, and was not tried or showed nothing`
      : `  there ${about} by ${near.actor} is refused:`,
    ...near.codes.map((code) => `    ${code}: ${ruleOf(code)}`),
  ];
}

function missedText(missed: Missed, collector: CoverageCollector, known: Exploration | null): string[] {
  const head = `- ${missed.goal}: seen ${times(missed.seen)}, wanted ${times(missed.wanted)}`;
  const wanted = found(collector, missed.goal);
  const way = collector.way(missed.goal) ?? known?.collector.way(missed.goal) ?? null;
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

/**
 * What a contract missed, in words: each goal with its count and the shortest known way there as a story and as events,
 * or, where none is known, the nearest abstract state and the rules that refuse. Empty where the contract is met.
 */
export function coverageAccount(seen: Exploration | CoverageCollector, known?: Exploration): string {
  const collector = seen instanceof CoverageCollector ? seen : seen.collector;
  const map = known ?? (seen instanceof CoverageCollector ? null : seen);
  const { met, goals, missed, stale } = collector.contract.check(collector);
  if (met) return '';
  const full = missed.slice(0, TOLD_IN_FULL);
  const rest = missed
    .slice(TOLD_IN_FULL)
    .map(({ goal, seen: count, wanted }) => `${goal} (${count} of ${wanted})`);
  return [
    `coverage contract not met: ${missed.length} of ${goals} goals missed, ${stale.length} stale`,
    ...full.flatMap((item) => missedText(item, collector, map)),
    ...(rest.length === 0 ? [] : [`- and ${rest.join(', ')}`]),
    ...stale.map(
      ({ goal, reason, seen: count }) =>
        `- ${goal}: exempt ("${reason}") but seen ${times(count)}; the exemption is stale`,
    ),
  ].join('\n');
}

/**
 * Fails where a contract is not met: throws a {@link CoverageError} whose message says what was missed and the shortest
 * known way there. Takes an exploration, or a collector that a property filled, with an exploration that knows the map.
 */
export function assertCovered(seen: Exploration | CoverageCollector, known?: Exploration): void {
  const collector = seen instanceof CoverageCollector ? seen : seen.collector;
  const report = collector.contract.check(collector);
  if (!report.met) throw new CoverageError(coverageAccount(seen, known), report);
}
