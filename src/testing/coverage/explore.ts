/**
 * Exploration: runs the explorer on a scenario until a contract is met or the moves are spent.
 *
 * The same scenario, contract and options give the same exploration: all draws come from the seed.
 */
import { checkSeed } from '../../ensemble/checks';
import { checkFunction, checkOptions, checkWhole, type OptionTable } from '../../kit/checks';
import type { Event } from '../../actions/index';
import { transition, type Transition } from '../../engine/transition';
import { createDraws, streamOf } from '../../kit/keyed-draws';
import type { State } from '../../model/state';
import { CoverageCollector } from './collector';
import { checkContract, type CoverageContract, type CoverageReport } from './contract';
import { Explorer, type Failure, type Unmet } from './explorer';
import { goalName, type TriedMove } from './goals';
import { pickFrom, type Draw } from '../plays/sampling';
import type { Start } from '../plays/start';
import { StateMap } from './state-map';
import { firstOf } from '../../kit/lists';

/** How a scenario is explored. */
export interface ExploreOptions {
  /** Text that keys all draws; `1` unless told. */
  readonly seed?: string | undefined;
  /** Most moves to be executed, refused attempts included, a whole number from 1; 20 000 unless told. */
  readonly moves?: number | undefined;
  /** The rules to walk on; those of this library unless told. */
  readonly step?: ((state: State, event: Event) => Transition) | undefined;
  /** Looks at every move and throws where something is wrong, which ends the exploration; it then runs on to its last move. */
  readonly check?: ((step: TriedMove) => void) | undefined;
}

const EXPLORE_OPTIONS: OptionTable<ExploreOptions> = {
  seed: true,
  moves: true,
  step: (name, given) => checkFunction(name, given, 'says what comes of an event in a state'),
  check: (name, given) => checkFunction(name, given, 'looks at a move that was tried'),
};

/** What an exploration found. */
export interface Exploration {
  /** The contract that steered the search. */
  readonly contract: CoverageContract;
  /** Counts of all that was seen. */
  readonly collector: CoverageCollector;
  /** The kinds of state that were reached, with a way to each. */
  readonly map: StateMap;
  /** The contract held against what was seen. */
  readonly report: CoverageReport;
  /** Moves executed, refused attempts included. */
  readonly moves: number;
  /** Plays, each from a place of the map. */
  readonly plays: number;
  /** The first failure of the check, or null. */
  readonly failure: Failure | null;
}

/** Plays between two looks at which goals are still unmet. */
const PLAYS_BETWEEN = 25;
const DEFAULT_MOVES = 20_000;

function unmetOf(contract: CoverageContract, collector: CoverageCollector): Unmet[] {
  const wanted = contract.wanted(collector.start);
  return contract.demands.flatMap(({ goal }) =>
    goal
      .keys(collector.start)
      .map((key) => ({ name: goalName(goal, key), goal, key }))
      .filter(({ name }) => collector.seen(name) < (wanted.get(name) ?? 0)),
  );
}

/** Of a few unmet goals the one that was pursued least, so that what cannot be reached does not take the rest's time. */
function nextGoal(unmet: readonly Unmet[], pursued: Map<string, number>, draw: Draw): Unmet {
  const few = [0, 1, 2].map(() => pickFrom(unmet, draw));
  const goal = firstOf(few.sort((a, b) => (pursued.get(a.name) ?? 0) - (pursued.get(b.name) ?? 0)));
  pursued.set(goal.name, (pursued.get(goal.name) ?? 0) + 1);
  return goal;
}

/** A plan without a goal: breadth, lives, time, meetings. */
function freePlan(draw: Draw): (explorer: Explorer) => void {
  const u = draw();
  if (u < 0.2) return (explorer) => explorer.broaden();
  if (u < 0.7) return (explorer) => explorer.live();
  if (u < 0.85) return (explorer) => explorer.waitOn();
  return (explorer) => explorer.meet();
}

/**
 * Explores a scenario towards a contract: the abstract graph first, in breadth, then whatever is not seen yet. Ends as
 * soon as the contract is met, unless there is a check. Throws an InputError for a scenario id that does not exist, an
 * exemption that names no goal, moves that are no whole number from 1, or what is no contract or no option.
 * @param scenario - Scenario, id of one, or first state, from which every play sets out.
 * @param contract - Contract towards which it goes, as `coverageContract` makes it.
 * @param options - Most moves, a whole number from 1 (20 000 unless told), seed, and a check of every move; may be left out.
 *
 * @example explore('kuala-lumpur-2025', coverageContract({ actionTypes: 1 }), { moves: 20 }).moves
 */
export function explore(
  scenario: Start,
  contract: CoverageContract,
  options: ExploreOptions = {},
): Exploration {
  checkContract('contract', contract);
  checkOptions(options, EXPLORE_OPTIONS);
  const { seed = '1', moves = DEFAULT_MOVES, step = transition, check } = options;
  checkWhole('moves', moves, { least: 1, most: Number.MAX_SAFE_INTEGER });
  checkSeed(seed);
  const collector = new CoverageCollector(contract, scenario);
  const map = new StateMap(collector.start);
  const stream = streamOf(createDraws(seed), 0, 'explore');
  const draw: Draw = () => stream.uniform();
  const explorer = new Explorer({ map, collector, draw, step, check, budget: moves });
  const pursued = new Map<string, number>();
  let unmet = unmetOf(contract, collector);
  let onwards = true;
  while (onwards) {
    if (explorer.plays % PLAYS_BETWEEN === 0) unmet = unmetOf(contract, collector);
    if (unmet.length === 0 && check === undefined) break;
    if (unmet.length > 0 && draw() < 0.75) {
      const goal = nextGoal(unmet, pursued, draw);
      onwards = explorer.carryOut(() => explorer.pursue(goal));
    } else onwards = explorer.carryOut(freePlan(draw));
  }
  return {
    contract,
    collector,
    map,
    report: contract.check(collector),
    moves: explorer.moves,
    plays: explorer.plays,
    failure: explorer.failure,
  };
}
