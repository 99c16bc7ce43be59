/**
 * Statistics of coverage: counts what plays and refused attempts show, and keeps the shortest way to each goal.
 *
 * One collector is filled by a whole run, inside a property or by an explorer, and then held against the contract.
 * fast-check's shrinking runs a failing property again and again, so counts mean something only for a run that holds.
 */
import { startOf, type Start } from '../plays/start';
import type { Event } from '../../actions/index';
import { digest } from '../../engine/digest';
import { transition, type Transition } from '../../engine/transition';
import type { State } from '../../model/state';
import type { PlayedEvents } from '../plays/play';
import { checkPlayed } from '../plays/play-form';
import { checkContract, type CoverageContract } from './contract';
import { goalName, type TriedMove } from './goals';
import { itemAt } from '../../kit/lists';

/** Counts of what was seen, by the full names of goals. */
export class CoverageCollector {
  /** The first state of the scenario, from which every way begins. */
  readonly start: State;
  private readonly counts = new Map<string, number>();
  private readonly ways = new Map<string, readonly Event[]>();
  private readonly sameStart = new WeakMap<State, boolean>();

  /**
   * Begins to count, with nothing seen.
   * @param scenario - Scenario, id of one, or first state, from which the kept ways begin.
   */
  constructor(
    /** The contract whose goals are counted. */
    readonly contract: CoverageContract,
    scenario: Start,
  ) {
    this.start = startOf(scenario);
  }

  /**
   * Counts every step of a play.
   * @param play - Play with its events and states; the shortest ways are kept of those that begin on the scenario's first day.
   */
  observe(play: PlayedEvents): void {
    checkPlayed('play', play);
    const fromStart = this.beginsHere(play.states[0]);
    play.events.forEach((event, at) => {
      const step = {
        before: itemAt(play.states, at),
        event,
        after: itemAt(play.states, at + 1),
        refusals: [],
      };
      this.see(step, at + 1, fromStart ? () => play.events.slice(0, at + 1) : null);
    });
  }

  /**
   * Asks the rules for an event and counts the answer, a refusal too.
   * @param before - State in which the event is tried; it is not changed.
   * @param event - Event that is tried, lawful or not.
   */
  attempt(before: State, event: Event): Transition {
    const next = transition(before, event);
    const [after, refusals] = next.ok ? [next.state, []] : [null, next.refusals];
    this.see({ before, event, after, refusals }, Infinity, null);
    return next;
  }

  /**
   * Counts one step.
   * @param step - The event that was tried, with the state before it, and the state after it or its refusals.
   * @param length - Number of events from the first day up to it and with it; Infinity where that is not known.
   * @param way - Gives those events, and is asked only where they are fewer than known; null where the way is not known.
   */
  see(step: TriedMove, length: number, way: (() => readonly Event[]) | null): void {
    for (const { goal } of this.contract.demands) {
      for (const key of goal.seen(step)) {
        const name = goalName(goal, key);
        this.counts.set(name, this.seen(name) + 1);
        if (way !== null && length < (this.ways.get(name)?.length ?? Infinity)) this.ways.set(name, way());
      }
    }
  }

  /**
   * How often a goal was seen.
   * @param goal - Full name of the goal, family and key, as `action type truce.lapse`.
   */
  seen(goal: string): number {
    return this.counts.get(goal) ?? 0;
  }

  /**
   * The fewest events from the first day that are known to show a goal, or null; the last may be a refused one.
   * @param goal - Full name of the goal, family and key, as `action type truce.lapse`.
   */
  way(goal: string): readonly Event[] | null {
    return this.ways.get(goal) ?? null;
  }

  private beginsHere(first: State | undefined): boolean {
    if (first === undefined || first === this.start) return first !== undefined;
    const known = this.sameStart.get(first);
    if (known !== undefined) return known;
    const same = digest(first) === digest(this.start);
    this.sameStart.set(first, same);
    return same;
  }
}

/**
 * An empty collector for a contract on a scenario. Throws an InputError for an id that does not exist and for what is no
 * contract.
 * @param contract - Contract whose goals are counted, as `coverageContract` makes it.
 * @param scenario - Scenario, id of one, or first state, from which the kept ways begin.
 *
 * @example coverageCollector(coverageContract({ actionTypes: 1 }), 'kuala-lumpur-2025').way('action type truce.lapse')
 */
export function coverageCollector(contract: CoverageContract, scenario: Start): CoverageCollector {
  checkContract('contract', contract);
  return new CoverageCollector(contract, scenario);
}
