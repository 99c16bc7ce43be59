/**
 * The search for a lawful play that breaks a claim, layer by layer: first without a move, then with one, with two.
 *
 * A beam search (Lowerre 1976) that expands the kinds of move nearest to what the claim reads first, tries the
 * boundary values of each field (Myers 1979), prefers states of a kind not seen before (novelty search, Lehman and
 * Stanley 2011), and lets time pass after each act that touched what the claim reads. It counts its work in steps of the
 * machine, never in seconds, so that the same seed finds the same play on every machine.
 */
import type { Event } from '../actions/index';
import { nextCalendarEvent } from '../engine/replay';
import { legalActions, type Template } from '../engine/legal-actions';
import { transition } from '../engine/transition';
import { createDraws } from '../kit/keyed-draws';
import { anythingDue } from '../model/deadline';
import type { State } from '../model/state';
import { boundaryMembers } from './boundary-values';
import { isMove, stillSpeaks, type Claim, type Step } from './claim';
import { distances, readByClaim, written, type Column } from './footprint';
import { memberOf, type Play } from './plays';
import { nextDays } from './sequences';

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
  readonly play: Play | null;
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
  readonly fresh: boolean;
  readonly distance: number;
  /** Type and subject of its last move. */
  readonly kind: string;
  readonly order: number;
}

/** States from which a layer goes on. */
const BEAM = 24;
/** Candidates that share type and subject of their last move, in one beam. */
const ALIKE_IN_BEAM = 2;
/** Share of what is left of the effort that a layer may use. */
const LAYER_SHARE = 0.5;
/** Share of a layer's effort that the moves nearest to the claim may use. */
const NEAR_SHARE = 0.7;
/** Distance of a move that touches nothing of concern. */
const FAR = 9;

function playTo(node: Node): Play {
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

class Search {
  private used = 0;
  private limit = 0;
  private readonly draws;
  private draw = 0;
  private readonly seen = new Set<string>();
  private readonly rolled = new Set<string>();
  private readonly reads: ReadonlySet<Column>;
  private readonly columns: readonly Column[];
  private readonly near: ReadonlyMap<string, number>;
  found: Node | null = null;

  constructor(
    private readonly claim: Claim,
    private readonly start: State,
    private readonly effort: Effort,
  ) {
    this.draws = createDraws(`search/${effort.seed}`);
    const steps = this.firstSteps();
    this.reads = readByClaim(claim, start, steps);
    const writes = new Map<string, Set<Column>>();
    for (const step of steps) writes.set(step.event.type, new Set(written(step)));
    this.near = distances(this.reads, writes, start);
    this.columns = [...this.reads].sort();
  }

  get steps(): number {
    return this.used;
  }

  /** One step of each type that is legal at the start: what it writes, and what the claim makes of it. */
  private firstSteps(): Step[] {
    const byType = new Map<string, Step>();
    for (const template of legalActions(this.start)) {
      if (byType.has(template.type)) continue;
      const event = memberOf(this.start, template, []);
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

  private uniform(): number {
    return this.draws.uniform(0, 'search', this.draw++);
  }

  /** The node that an event leads to; null where the claim no longer speaks of it. Notes a break. */
  private follow(from: Node, event: Event): Node | null {
    const after = this.step(from.state, event);
    if (after === null) return null;
    const node: Node = { state: after, event, from };
    const step: Step = { before: from.state, event, after };
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
      const before = stops.findLast(({ state }) => state.today < day);
      const there = before === undefined ? undefined : this.pass(before, day).at(-1);
      if (this.found !== null) return [];
      if (there?.state.today === day && !anythingDue(there.state)) stops.push(there);
    }
    return stops.sort((a, b) => (a.state.today < b.state.today ? -1 : a.state.today > b.state.today ? 1 : 0));
  }

  private nearness(type: string): number {
    return this.near.get(type) ?? FAR;
  }

  /** Templates of the moves at a stop, nearest to the claim first; those equally near in an order of chance. */
  private templates(state: State): Template[] {
    return [...legalActions(state)]
      .filter((template) => template.actor !== 'calendar')
      .map((template) => ({ template, rank: this.nearness(template.type) + this.uniform() / 2 }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ template }) => template);
  }

  /** Makes moves at a stop until a share of the effort is used; those near to the claim with all boundary values. */
  private expandAt(stop: Node, templates: readonly Template[], upTo: number, into: Candidate[]): void {
    for (const template of templates) {
      if (this.used >= upTo) return;
      const near = this.nearness(template.type);
      const members =
        near === 0
          ? boundaryMembers(stop.state, template, this.effort.until)
          : [memberOf(stop.state, template, [])];
      for (const event of members) {
        if (this.used >= upTo) return;
        const node = this.follow(stop, event);
        if (this.found !== null) return;
        if (node !== null) this.consider(node, near, into);
        if (this.found !== null) return;
      }
    }
  }

  /** Notes a state to go on from, and lets time pass from it where what the claim reads was touched. */
  private consider(node: Node, near: number, into: Candidate[]): void {
    const { event, state, from } = node;
    const touched = written({ before: from!.state, after: state });
    const concerned = touched.some((column) => this.reads.has(column));
    if (concerned || (touched.includes('deadlines') && this.isNewFuture(state)))
      this.pass(node, this.effort.until);
    if (this.found !== null) return;
    const look = sketch(state, this.columns) + sketch(state, touched);
    into.push({
      node,
      near,
      fresh: !this.seen.has(look),
      distance: this.claim.distance?.(state) ?? 0,
      kind: `${event!.type} ${String('id' in event! ? event.id : '')}`,
      order: this.uniform(),
    });
    this.seen.add(look);
  }

  /** Whether no state with these deadlines was let pass yet: where only they were touched, the future hangs on them. */
  private isNewFuture({ today, deadlines }: State): boolean {
    const key = JSON.stringify([today, deadlines]);
    if (this.rolled.has(key)) return false;
    this.rolled.add(key);
    return true;
  }

  /** The states from which the next layer goes on: half of them nearest to the claim, half of them farther. */
  private beamOf(candidates: readonly Candidate[]): Node[] {
    const ordered = [...candidates].sort(
      (a, b) => a.distance - b.distance || Number(b.fresh) - Number(a.fresh) || a.order - b.order,
    );
    const alike = new Map<string, number>();
    const take = (of: readonly Candidate[], most: number) =>
      of
        .filter(({ kind }) => {
          const count = (alike.get(kind) ?? 0) + 1;
          alike.set(kind, count);
          return count <= ALIKE_IN_BEAM;
        })
        .slice(0, most)
        .map(({ node }) => node);
    const nearest = take(
      ordered.filter(({ near }) => near === 0),
      BEAM / 2,
    );
    const farther = [...ordered.filter(({ near }) => near > 0)].sort((a, b) => a.near - b.near);
    return [...nearest, ...take(farther, BEAM - nearest.length)];
  }

  /** The next layer: moves from each state at each stop, near ones everywhere before far ones anywhere. */
  private layer(nodes: readonly Node[], isLast: boolean): Node[] {
    this.limit = this.used + (this.effort.steps - this.used) * (isLast ? 1 : LAYER_SHARE);
    const candidates: Candidate[] = [];
    const places: { stop: Node; templates: Template[] }[] = [];
    for (const node of nodes) {
      if (this.used >= this.limit) break;
      for (const stop of this.stops(node)) places.push({ stop, templates: this.templates(stop.state) });
      if (this.found !== null) return [];
    }
    const forNear = this.used + NEAR_SHARE * (this.limit - this.used);
    for (const isNear of [true, false]) {
      places.forEach(({ stop, templates }, at) => {
        if (this.found !== null) return;
        const wanted = templates.filter(({ type }) => (this.nearness(type) === 0) === isNear);
        const share = ((isNear ? forNear : this.limit) - this.used) / (places.length - at);
        this.expandAt(stop, wanted, this.used + share, candidates);
      });
    }
    return this.found === null ? this.beamOf(candidates) : [];
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
export function moveCount({ events }: Pick<Play, 'events'>): number {
  return events.filter(isMove).length;
}
