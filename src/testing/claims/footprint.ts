/**
 * Footprints: which columns of the state a claim reads, which a type of move writes, and which its rules read.
 *
 * From the three follows how near a type of move is to a claim: what writes what the claim reads is nearest, then
 * what writes what the rules of those moves read, and so on. Model checkers call this the cone of influence (Clarke,
 * Grumberg and Peled 1999, section 10.1); here it orders a search and excludes nothing.
 */
import { actionTable, actionTypes, type ActionType } from '../../actions/index';
import type { State } from '../../model/state';
import type { Claim, ClaimStep } from './claim';

/** A column of the state. */
export type Column = keyof State;

/** Columns that nearly all rules read, so that they tell nothing apart. */
const EVERYWHERE: ReadonlySet<Column> = new Set<Column>(['today', 'deadlines', 'parties']);

/** A view of a state that notes which of its columns are read. */
function watched(state: State, reads: Set<Column>): State {
  const view = {};
  for (const column of Object.keys(state) as Column[]) {
    Object.defineProperty(view, column, {
      enumerable: true,
      get: () => {
        reads.add(column);
        return state[column];
      },
    });
  }
  // Every column is there, each behind a getter.
  return view as State;
}

/** Counts what a test reads of a state, down to single fields: the more it reads, the farther it got. */
export class ReadCounter {
  reads = 0;
  /** Columns that were ever read. */
  readonly columns = new Set<Column>();
  private readonly views = new WeakMap<object, object>();

  /** A view of a state that also notes the columns. */
  stateView(state: State): State {
    return watched(this.view(state), this.columns);
  }

  /** A view of plain JSON that counts each field that is read; the same for the same object. */
  view<T extends object>(of: T): T {
    const known = this.views.get(of);
    // The view of an object has its fields, each behind a getter.
    if (known !== undefined) return known as T;
    const view = Array.isArray(of) ? [] : {};
    for (const key of Object.keys(of) as (keyof T & string)[]) {
      Object.defineProperty(view, key, {
        enumerable: true,
        get: () => {
          this.reads += 1;
          const value = of[key];
          return typeof value === 'object' && value !== null ? this.view(value) : value;
        },
      });
    }
    this.views.set(of, view);
    return view as T;
  }
}

/** Columns that differ between the two sides of a step: what is not written is shared. */
export function written({ before, after }: Pick<ClaimStep, 'before' | 'after'>): Column[] {
  return (Object.keys(after) as Column[]).filter((column) => after[column] !== before[column]);
}

/**
 * Columns that a claim reads, found by asking it about the start and about some steps. A test that ends early may
 * read more elsewhere, so this is a hint.
 */
export function readByClaim(claim: Claim, start: State, steps: readonly ClaimStep[]): Set<Column> {
  const reads = new Set<Column>();
  const ask = (state: State, step: ClaimStep | null) => {
    const seen = watched(state, reads);
    const before = step === null ? null : watched(step.before, reads);
    const asked = before === null || step === null ? null : { before, event: step.event, after: seen };
    claim.keeps?.(seen);
    claim.distance?.(seen);
    claim.breaks({
      state: seen,
      step: asked,
      play: () => ({
        events: step === null ? [] : [step.event],
        states: before === null ? [seen] : [before, seen],
      }),
    });
  };
  ask(start, null);
  for (const step of steps) ask(step.after, step);
  reads.delete('today');
  return reads;
}

/** Columns that the rules of an action type read in a state. */
function readByRules(action: ActionType, state: State): Set<Column> {
  const reads = new Set<Column>();
  const view = watched(state, reads);
  for (const actor of action.actors) {
    // Subjects are asked of the state itself: only their rules decide.
    const [subject] = action.subjects(state, actor);
    if (subject === undefined) continue;
    for (const rule of action.rules) rule.violated(view, actor, subject);
    for (const [, field] of action.fieldRules) field.domain(view, actor, subject, actionTable);
  }
  for (const column of EVERYWHERE) reads.delete(column);
  return reads;
}

/** What is known of the types of move: which columns each writes. A type that was not legal yet is not in it. */
export type Writes = ReadonlyMap<string, ReadonlySet<Column>>;

/**
 * How far each type of move is from what a claim reads, 0 for the nearest. A type that was not legal yet counts as
 * nearest, since nobody knows what it opens; one that touches nothing of concern is not in the answer.
 */
export function distances(reads: ReadonlySet<Column>, writes: Writes, state: State): Map<string, number> {
  const found = new Map<string, number>();
  let wanted = new Set(reads);
  const reached = new Set(wanted);
  for (let distance = 0; wanted.size > 0; distance += 1) {
    const next = new Set<Column>();
    for (const action of actionTypes) {
      if (found.has(action.type)) continue;
      const touches = writes.get(action.type);
      if (touches !== undefined && ![...touches].some((column) => wanted.has(column))) continue;
      found.set(action.type, distance);
      if (touches === undefined) continue;
      for (const column of readByRules(action, state)) if (!reached.has(column)) next.add(column);
    }
    for (const column of next) reached.add(column);
    wanted = next;
  }
  return found;
}
