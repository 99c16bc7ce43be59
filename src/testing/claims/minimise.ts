/**
 * Making a counterexample smaller: fewer moves, then earlier ones, then smaller values.
 *
 * Delta debugging (Zeller and Hildebrandt 2002) over moves, days and fields. Each candidate is played anew under the
 * rules and judged anew under the claim, so that whatever comes out is lawful and still breaks it.
 */
import { contains, memberAt, type Domain } from '../../actions/domain';
import { actionTypeOf, type Event } from '../../actions/index';
import { legalActions, nearestOf, type Template } from '../../engine/legal-actions';
import { subjectOf } from '../../engine/legality';
import { addDays, daysBetween } from '../../kit/calendar';
import type { State } from '../../model/state';
import { LAST } from './boundary-values';
import { beginningOf, judge, type Claim } from './claim';
import type { PlayedEvents } from '../plays/plays';
import { movesOf, playEvents, playMoves } from '../plays/plays-of-moves';

/** A counterexample at its smallest, and the plays that were tried on the way. */
export interface Minimised {
  readonly play: PlayedEvents;
  readonly tried: number;
}

/** Plays that are tried at most; far more than the longest stories need. */
const MOST_TRIED = 4000;

class Minimiser {
  tried = 0;
  private best: PlayedEvents;

  constructor(
    private readonly claim: Claim,
    private readonly until: string,
    broken: PlayedEvents,
  ) {
    this.best = broken;
    // What the calendar does between the moves is told in its own steps, where the claim is still broken so.
    this.accept(movesOf(broken.events));
  }

  private get start(): State {
    return this.best.states[0]!;
  }

  private get moves(): Event[] {
    return movesOf(this.best.events);
  }

  /** Takes a list of moves where its play breaks the claim; the story then ends where it does. */
  private accept(moves: readonly Event[]): boolean {
    if (this.tried >= MOST_TRIED) return false;
    this.tried += 1;
    const play = playMoves(this.start, moves, this.until);
    if (play === null) return false;
    const { at } = judge(this.claim, play, this.until);
    if (at === null) return false;
    this.best = beginningOf(play, at);
    return true;
  }

  private dropMoves(): boolean {
    let any = false;
    for (let size = this.moves.length; size >= 1; size = Math.floor(size / 2)) {
      for (let at = this.moves.length - size; at >= 0; at -= 1) {
        const { moves } = this;
        if (this.accept([...moves.slice(0, at), ...moves.slice(at + size)])) any = true;
      }
    }
    return any;
  }

  /** The state before a move on a day, with the moves before it made; null where they are refused. */
  private stateFor(at: number, day: string): State | null {
    return playMoves(this.start, this.moves.slice(0, at), day)?.states.at(-1) ?? null;
  }

  /** A move as it would be on another day: the same values where they are lawful, else the nearest. */
  private onDay(at: number, day: string): Event | null {
    const moved: Event = { ...this.moves[at]!, on: day };
    const state = this.stateFor(at, day);
    const template = state === null ? undefined : templateOf(state, moved);
    return template === undefined ? null : nearestOf(template, moved).event;
  }

  private moveTo(at: number, day: string): boolean {
    const moved = this.onDay(at, day);
    if (moved === null) return false;
    return this.accept(this.moves.map((move, index) => (index === at ? moved : move)));
  }

  private moveEarlier(): boolean {
    let any = false;
    for (let at = 0; at < this.moves.length; at += 1) {
      const first = at === 0 ? this.start.today : this.moves[at - 1]!.on;
      const days = new Set(this.best.states.map((state) => state.today));
      const candidates = [first, ...days].filter((day) => day >= first && day < this.moves[at]!.on).sort();
      const moved = candidates.some((day) => this.moveTo(at, day)) || this.bisectDay(at, first);
      if (moved) any = true;
      if (this.moves.length <= at) break;
    }
    return any;
  }

  private bisectDay(at: number, first: string): boolean {
    let any = false;
    let span = daysBetween(first, this.moves[at]!.on);
    let low = 0;
    while (low + 1 < span && at < this.moves.length) {
      const middle = Math.floor((low + span) / 2);
      if (this.moveTo(at, addDays(first, middle))) {
        any = true;
        span = middle;
      } else low = middle;
    }
    return any;
  }

  private withField(at: number, name: string, value: unknown): boolean {
    if (at >= this.moves.length) return false;
    const moves = this.moves.map((move, index) => (index === at ? { ...move, [name]: value } : move));
    return this.accept(moves);
  }

  private fieldOf(at: number, name: string): unknown {
    return (this.moves[at] as unknown as Record<string, unknown> | undefined)?.[name];
  }

  private makeSmaller(): boolean {
    let any = false;
    for (let at = 0; at < this.moves.length; at += 1) {
      const state = this.stateFor(at, this.moves[at]!.on);
      const template = state === null ? undefined : templateOf(state, this.moves[at]!);
      for (const [name, domain] of Object.entries(template?.fields ?? {}))
        if (this.shrinkField(at, name, domain)) any = true;
    }
    return any;
  }

  private shrinkField(at: number, name: string, domain: Domain): boolean {
    const value = this.fieldOf(at, name);
    if (Array.isArray(value)) return this.dropItems(at, name, value.length);
    if (domain.kind === 'number' && typeof value === 'number')
      return this.bisectNumber(at, name, domain, value);
    if (domain.kind === 'date') return this.shrinkDate(at, name, domain, value);
    if (domain.kind !== 'one-of') return false;
    const earlier = domain.values.slice(
      0,
      Math.max(
        0,
        domain.values.findIndex((item) => item === value),
      ),
    );
    return earlier.some((item) => this.withField(at, name, item));
  }

  private dropItems(at: number, name: string, length: number): boolean {
    let any = length > 0 && this.withField(at, name, []);
    for (let item = length - 1; item >= 0; item -= 1) {
      const value = this.fieldOf(at, name);
      if (!Array.isArray(value) || item >= value.length) continue;
      if (
        this.withField(
          at,
          name,
          value.filter((_, index) => index !== item),
        )
      )
        any = true;
    }
    return any;
  }

  /** Bisects to the least step of a grid from the low end of a domain that still breaks the claim. */
  private bisect(from: number, to: number, take: (step: number) => boolean): boolean {
    if (to <= from) return false;
    if (take(from)) return true;
    let low = from;
    let high = to;
    let any = false;
    while (low + 1 < high) {
      const middle = Math.floor((low + high) / 2);
      if (take(middle)) {
        high = middle;
        any = true;
      } else low = middle;
    }
    return any;
  }

  private bisectNumber(
    at: number,
    name: string,
    domain: Domain & { kind: 'number' },
    value: number,
  ): boolean {
    const grid = domain.whole || domain.max - domain.min >= 10 ? 1 : 100;
    const take = (step: number) =>
      step / grid < value && contains(domain, step / grid) && this.withField(at, name, step / grid);
    return this.bisect(Math.ceil(domain.min * grid), Math.ceil(value * grid), take);
  }

  /** The earliest day that breaks the claim; a day is smaller than an open end. */
  private shrinkDate(at: number, name: string, domain: Domain & { kind: 'date' }, value: unknown): boolean {
    if (typeof value === 'string') return this.bisectDate(at, name, domain, value);
    const last = memberAt(domain, LAST);
    if (typeof last !== 'string' || !this.withField(at, name, last)) return false;
    this.bisectDate(at, name, domain, last);
    return true;
  }

  private bisectDate(at: number, name: string, domain: Domain & { kind: 'date' }, value: string): boolean {
    const take = (step: number) => this.withField(at, name, addDays(domain.from, step));
    return this.bisect(0, daysBetween(domain.from, value), take);
  }

  /** Leaves out what else fell due on the last days, in an order that the claim does not ask for. */
  private dropEvents(): boolean {
    for (let at = this.best.events.length - 1; at >= 0; at -= 1) {
      const play = playEvents(
        this.start,
        this.best.events.filter((_, index) => index !== at),
      );
      this.tried += 1;
      if (play === null) continue;
      const { at: end } = judge(this.claim, play, this.until);
      if (end === null) continue;
      this.best = beginningOf(play, end);
      return true;
    }
    return false;
  }

  run(): PlayedEvents {
    while (this.dropMoves() || this.moveEarlier() || this.makeSmaller());
    while (this.dropEvents());
    return this.best;
  }
}

/** The template of a state from which an event of this type, actor and subject would be taken. */
function templateOf(state: State, event: Event): Template | undefined {
  const action = actionTypeOf(event.type)!;
  const subject = subjectOf(action, event);
  for (const template of legalActions(state, { type: event.type, actor: event.actor })) {
    if (action.subject === null) return template;
    const domain = template.fields[action.subject];
    if (domain !== undefined && contains(domain, subject)) return template;
  }
  return undefined;
}

/**
 * The smallest play that was found to break a claim, starting from one that does: no single event can be left out of
 * it, be it a move or the calendar's.
 * Lawful, and ending where the claim is broken. `until` is the last day of the plays that are tried.
 */
export function minimise(claim: Claim, broken: PlayedEvents, until: string): Minimised {
  const minimiser = new Minimiser(claim, until, broken);
  const play = minimiser.run();
  return { play, tried: minimiser.tried };
}
