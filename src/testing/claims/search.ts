/**
 * The search for a lawful play that breaks a claim, layer by layer: first without a move, then with one, with two.
 *
 * A beam search (Lowerre 1976) that makes the kinds of move nearest to what the claim reads first, tries the boundary
 * values of each field (Myers 1979), goes on from states in which the claim's test gets farther before it decides
 * (approach level, McMinn 2004) and from kinds of state not seen before (novelty search, Lehman and Stanley 2011), and
 * lets time pass after each act that touched what the claim reads. It counts its work in steps of the machine, never in
 * seconds, so that the same seed finds the same play on every machine.
 */
import { actionTable, actionTypes, type Event } from '../../actions/index';
import { nextCalendarEvent } from '../../engine/replay';
import { subjectOf } from '../../engine/legality';
import { legalActions, sampleMember, type Template } from '../../engine/legal-actions';
import { transition } from '../../engine/transition';
import { createDraws } from '../../kit/keyed-draws';
import { anythingDue } from '../../model/deadline';
import type { State } from '../../model/state';
import { boundaryMembers } from './boundary-values';
import { stillSpeaks, type Claim, type ClaimStep } from './claim';
import { distances, readByClaim, ReadCounter, written, type Column } from './footprint';
import { isMove, nextDays, type PlayedEvents } from '../plays/play';
import { entryOf, existing, itemAt } from '../../kit/lists';

/** How hard to search. */
export interface Effort {
  /** Most moves of a play. */
  readonly maxMoves: number;
  /** Most steps of the machine. */
  readonly steps: number;
  /** Last day. */
  readonly until: string;
  /** Keys the choices where there are more than the effort allows. */
  readonly seed: number;
}

/** What a search came to: a play that breaks the claim, or null, and the steps that it took. */
export interface Found {
  readonly play: PlayedEvents | null;
  readonly steps: number;
}

/** A state with the way to it. */
interface Node {
  readonly state: State;
  readonly event: Event | null;
  readonly from: Node | null;
}

/** A state worth going on from. */
interface Candidate {
  readonly node: Node;
  /** How near its last move was to what the claim reads. */
  readonly near: number;
  /** Whether its last move wrote what the claim reads. */
  readonly concerned: boolean;
  /** Whether no state of its look was seen before. */
  readonly fresh: boolean;
  readonly distance: number;
  /** How far the claim's test got. */
  readonly progress: number;
  /** Type and subject of its last move. */
  readonly kind: string;
  /** A type of move that is legal here and was not at the start; null where there is none. */
  readonly opens: string | null;
  readonly order: number;
}

/** A state at which moves may be made, and what may be made there once it was asked. */
interface OpenState {
  readonly stop: Node;
  /** Waves until its turn. */
  readonly wait: number;
  options: { readonly template: Template; members: Event[] | null }[] | null;
}

/** States from which a layer goes on. */
const BEAM = 24;
/** Candidates that share type and subject of their last move, in one beam. */
const ALIKE_IN_BEAM = 2;
/** Share of what is left of the effort that a layer may use. */
const LAYER_SHARE = 0.5;
/** Share of a layer's effort that is spent on moves; the rest lets time pass after them. */
const MOVES_SHARE = 0.6;
/** How many waves a move that is not nearest to the claim waits for those that are. */
const FAR_WAIT = 3;
/** Waves of a layer, more than any place has states, days and values. */
const LAST_WAVE = 120;
/** Distance of a move that touches nothing of concern. */
const FAR = 9;

function playTo(node: Node): PlayedEvents {
  const events: Event[] = [];
  const states: State[] = [];
  for (let at: Node | null = node; at !== null; at = at.from) {
    states.unshift(at.state);
    if (at.event !== null) events.unshift(at.event);
  }
  return { events, states };
}

/** What a state looks like to somebody who sees statuses only, in some columns. */
function sketch(state: State, columns: readonly Column[]): string {
  const status = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.length;
    if (typeof value !== 'object' || value === null) return typeof value === 'number' ? 'n' : value;
    return 'status' in value ? value.status : Object.entries(value).map(([key, item]) => [key, status(item)]);
  };
  return JSON.stringify(columns.map((column) => status(state[column])));
}

/** Type and subject of an event. */
function kindOf(event: Event): string {
  return `${event.type} ${subjectOf(entryOf(actionTable.byType, event.type), event)}`;
}

/** The items of a list without those of a group that has had its number already. */
function atMost<T>(most: number, items: readonly T[], groupOf: (item: T) => string): T[] {
  const counts = new Map<string, number>();
  return items.filter((item) => {
    const count = (counts.get(groupOf(item)) ?? 0) + 1;
    counts.set(groupOf(item), count);
    return count <= most;
  });
}

class Search {
  private used = 0;
  private limit = 0;
  private readonly draws;
  private draw = 0;
  private readonly counter = new ReadCounter();
  private readonly seen = new Set<string>();
  private readonly reads: Set<Column>;
  private readonly common: ReadonlySet<string>;
  private readonly rare: readonly string[];
  private readonly opened = new Map<string, number>();
  private readonly writes = new Map<string, ReadonlySet<Column>>();
  private columns: readonly Column[] = [];
  private near: ReadonlyMap<string, number> = new Map();
  found: Node | null = null;

  constructor(
    private readonly claim: Claim,
    private readonly start: State,
    private readonly effort: Effort,
  ) {
    this.draws = createDraws(`search/${effort.seed}`);
    const steps = this.firstSteps();
    this.common = new Set(steps.map((step) => step.event.type));
    this.rare = actionTypes
      .filter(({ type, actors }) => !this.common.has(type) && !actors.includes('calendar'))
      .map(({ type }) => type);
    for (const step of steps) this.writes.set(step.event.type, new Set(written(step)));
    this.reads = readByClaim(claim, start, steps);
    this.look();
  }

  get steps(): number {
    return this.used;
  }

  /** One step of each type that is legal at the start: what it writes, and what the claim makes of it. */
  private firstSteps(): ClaimStep[] {
    const byType = new Map<string, ClaimStep>();
    for (const template of legalActions(this.start)) {
      if (byType.has(template.type)) continue;
      const event = sampleMember(template, () => 0);
      const next = this.step(this.start, event);
      if (next !== null) byType.set(template.type, { before: this.start, event, after: next });
    }
    return [...byType.values()];
  }

  private step(state: State, event: Event): State | null {
    this.used += 1;
    const next = transition(state, event);
    return next.ok ? next.state : null;
  }

  /** How far the claim's test gets at a node before it decides. */
  private progressAt(node: Node): number {
    const { state, event, from } = node;
    const view = (of: State) => this.counter.stateView(of);
    this.counter.reads = 0;
    const step = event === null ? null : { before: view(existing(from).state), event, after: view(state) };
    this.claim.breaks({ state: view(state), step, play: () => playTo(node) });
    const { reads, columns } = this.counter;
    this.learnReads(columns);
    return reads;
  }

  /** Takes in columns that the claim was not known to read. */
  private learnReads(columns: ReadonlySet<Column>): void {
    const before = this.reads.size;
    for (const column of columns) if (column !== 'today') this.reads.add(column);
    if (this.reads.size !== before) this.look();
  }

  /** Takes in what a type of move writes that was not seen before. */
  private learnWrites(step: ClaimStep): void {
    const { type } = step.event;
    if (this.writes.has(type)) return;
    this.writes.set(type, new Set(written(step)));
    this.look();
  }

  /** Measures anew how near the types of move are to the claim. */
  private look(): void {
    this.columns = [...this.reads].sort();
    this.near = distances(this.reads, this.writes, this.start);
  }

  private uniform(): number {
    return this.draws.uniform(0, 'search', this.draw++);
  }

  /** The node that an event leads to; null where the claim no longer speaks of it. Notes a break. */
  private follow(from: Node, event: Event): Node | null {
    const after = this.step(from.state, event);
    if (after === null) return null;
    const node: Node = { state: after, event, from };
    const step: ClaimStep = { before: from.state, event, after };
    this.learnWrites(step);
    if (!stillSpeaks(this.claim, this.effort.until, step, after)) return null;
    if (this.claim.breaks({ state: after, step, play: () => playTo(node) })) this.found ??= node;
    return node;
  }

  /** Lets time pass to a day, or as far as the claim speaks of it. */
  private pass(from: Node, day: string): Node[] {
    const nodes = [from];
    for (let node = from; this.found === null;) {
      const event = nextCalendarEvent(node.state, day);
      const next = event === null ? null : this.follow(node, event);
      if (next === null) return nodes;
      nodes.push(next);
      node = next;
    }
    return nodes;
  }

  /** The settled states at which a move could be made, in order of their days. */
  private stops(node: Node): Node[] {
    const chain = this.pass(node, this.effort.until);
    if (this.found !== null) return [];
    const stops = chain.filter(({ state }) => !anythingDue(state));
    const days = new Set(stops.map(({ state }) => state.today));
    for (const day of nextDays(node.state, this.effort.until)) {
      if (days.has(day)) continue;
      const before = stops.filter(({ state }) => state.today < day).at(-1);
      const there = before === undefined ? undefined : this.pass(before, day).at(-1);
      if (this.found !== null) return [];
      if (there?.state.today === day && !anythingDue(there.state)) stops.push(there);
    }
    return stops.sort((a, b) => (a.state.today < b.state.today ? -1 : a.state.today > b.state.today ? 1 : 0));
  }

  /** Types that were not legal at the start count as nearest: what opened them was a discovery. */
  private nearness(type: string): number {
    return this.common.has(type) ? (this.near.get(type) ?? FAR) : 0;
  }

  /** Templates of the moves at a stop, nearest to the claim first; those equally near in an order of chance. */
  private templates(state: State): Template[] {
    return [...legalActions(state)]
      .filter((template) => template.actor !== 'calendar')
      .map((template) => ({ template, rank: this.nearness(template.type) + this.uniform() / 2 }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ template }) => template);
  }

  /** Makes one move at a stop; those who call look whether it broke the claim. */
  private tryMove(stop: Node, event: Event, near: number, into: Candidate[]): void {
    const node = this.follow(stop, event);
    if (this.found === null && node !== null) this.consider(node, near, into);
  }

  /**
   * The moves of a place in a wave: of each kind near to the claim one more boundary value in each wave, of the others
   * the first value once their turn has come.
   */
  private expand(place: OpenState, wave: number, into: Candidate[]): void {
    place.options ??= this.templates(place.stop.state).map((template) => ({ template, members: null }));
    for (const option of place.options) {
      if (this.found !== null || this.used >= this.limit) return;
      const { template } = option;
      const near = this.nearness(template.type);
      if (near > 0) {
        if (wave === FAR_WAIT)
          this.tryMove(
            place.stop,
            sampleMember(template, () => 0),
            near,
            into,
          );
        continue;
      }
      option.members ??= boundaryMembers(place.stop.state, template, this.effort.until);
      const event = option.members[wave];
      if (event !== undefined) this.tryMove(place.stop, event, near, into);
    }
  }

  /** Notes a state to go on from. */
  private consider(node: Node, near: number, into: Candidate[]): void {
    const { event, state, from } = node;
    const touched = written({ before: existing(from).state, after: state });
    const look = sketch(state, this.columns) + sketch(state, touched);
    into.push({
      node,
      near,
      concerned: touched.some((column) => this.reads.has(column)),
      fresh: !this.seen.has(look),
      distance: this.claim.distance?.(state) ?? 0,
      progress: this.progressAt(node),
      kind: kindOf(existing(event)),
      opens: this.opening(state),
      order: this.uniform(),
    });
    this.seen.add(look);
  }

  /** A type of move that is legal in a state and was not at the start, the one that was seen least. */
  private opening(state: State): string | null {
    let best: string | null = null;
    for (const type of this.rare) {
      if (legalActions(state, { type }).next().done === true) continue;
      if (best === null || this.timesOpened(type) < this.timesOpened(best)) best = type;
    }
    if (best !== null) this.opened.set(best, this.timesOpened(best) + 1);
    return best;
  }

  private timesOpened(type: string): number {
    return this.opened.get(type) ?? 0;
  }

  /** Lets time pass from the states in which something was touched that the claim reads, while the effort lasts. */
  private letPass(candidates: readonly Candidate[]): void {
    const concerned = candidates.filter((candidate) => candidate.concerned);
    if (this.claim.distance !== null) concerned.sort((a, b) => a.distance - b.distance);
    for (const { node } of concerned) {
      if (this.found !== null || this.used >= this.limit) return;
      this.pass(node, this.effort.until);
    }
  }

  /** The states from which the next layer goes on, best first: by turns nearest to the claim, opening a new type of move, and farther. */
  private beamOf(candidates: readonly Candidate[]): Node[] {
    const ordered = [...candidates].sort(
      (a, b) =>
        a.distance - b.distance ||
        b.progress - a.progress ||
        Number(b.fresh) - Number(a.fresh) ||
        a.order - b.order,
    );
    const varied = atMost(ALIKE_IN_BEAM, ordered, ({ kind }) => kind);
    const nearest = varied.filter(({ near }) => near === 0);
    const farther = varied.filter(({ near }) => near > 0).sort((a, b) => a.near - b.near);
    const opening = atMost(
      ALIKE_IN_BEAM,
      varied.filter(({ opens }) => opens !== null),
      ({ opens }) => existing(opens),
    );
    const beam = new Set<Node>();
    for (let at = 0; beam.size < BEAM && at < varied.length; at += 1)
      for (const list of [nearest, opening, farther])
        if (list[at] !== undefined) beam.add(itemAt(list, at).node);
    return [...beam].slice(0, BEAM);
  }

  /**
   * The next layer: moves from each state at each stop. It works in waves, so that the first states, the first days and
   * the first values are tried before many of one kind: iterative broadening (Ginsberg and Harvey 1992).
   */
  private layer(nodes: readonly Node[], isLast: boolean): Node[] {
    const share = (this.effort.steps - this.used) * (isLast ? 1 : LAYER_SHARE);
    const end = this.used + share;
    this.limit = this.used + share * MOVES_SHARE;
    const places: OpenState[] = [];
    for (const [rank, node] of nodes.entries()) {
      if (this.used >= this.limit) break;
      for (const [later, stop] of this.stops(node).entries())
        places.push({ stop, wait: rank + later, options: null });
      if (this.found !== null) return [];
    }
    const candidates = this.waves(places);
    this.limit = end;
    this.letPass(candidates);
    return this.beamOf(candidates);
  }

  private waves(places: readonly OpenState[]): Candidate[] {
    const candidates: Candidate[] = [];
    for (let wave = 0; wave < LAST_WAVE; wave += 1) {
      for (const place of places) {
        if (this.found !== null || this.used >= this.limit) return candidates;
        if (wave >= place.wait) this.expand(place, wave - place.wait, candidates);
      }
    }
    return candidates;
  }

  run(): void {
    const root: Node = { state: this.start, event: null, from: null };
    if (!stillSpeaks(this.claim, this.effort.until, null, this.start)) return;
    if (this.claim.breaks({ state: this.start, step: null, play: () => playTo(root) })) this.found = root;
    if (this.found === null) this.pass(root, this.effort.until);
    let nodes: Node[] = [root];
    for (let moves = 1; moves <= this.effort.maxMoves && this.found === null; moves += 1) {
      if (this.used >= this.effort.steps || nodes.length === 0) return;
      nodes = this.layer(nodes, moves === this.effort.maxMoves);
    }
  }
}

/** Searches for a lawful play from a state that breaks a claim. Deterministic in its arguments. */
export function searchFor(claim: Claim, start: State, effort: Effort): Found {
  const search = new Search(claim, start, effort);
  search.run();
  return { play: search.found === null ? null : playTo(search.found), steps: search.steps };
}

/** The number of moves of a play. */
export function moveCount({ events }: Pick<PlayedEvents, 'events'>): number {
  return events.filter(isMove).length;
}
