/**
 * The explorer: draws the map while it plays, and sets out again from the places that promise something new.
 *
 * A play begins at a place of the map, not always on the first day (return before exploring: Ecoffet and others, "First
 * Return, Then Explore", Nature 2021). Which place and which first move is a plan: the nearest abstract state with moves
 * untried, in breadth; a goal that is not met yet; a life to be lived on; time alone; the meetings' programme.
 */
import { actionTypes, type Event } from '../../actions/index';
import { legalActions, type TemplateFilter } from '../../engine/legal-actions';
import { isLegal } from '../../engine/legality';
import type { Transition } from '../../engine/transition';
import { anythingDue } from '../../model/deadline';
import type { State } from '../../model/state';
import { traitsOf } from './abstraction';
import type { CoverageCollector } from './collector';
import { REFUSAL_CODE, type Goal, type TriedMove } from './goals';
import { kinOf, lifeOf, something, typesOn, verbOn } from './moves';
import { nextMeeting, ofType, passTime, programme, promised, settle } from '../plays/moves';
import { eventOf, pickFrom, pickOf, type Draw } from '../plays/sampling';
import { breaking, nearlyLegal, nearnessIn, sneak, type Nearness } from '../plays/unlawful';
import { wayTo, type AbstractNode, type Place, type StateMap, type Trait } from './state-map';
import { existing, firstOf } from '../../kit/lists';

/** What an explorer walks on and is told to look at. */
export interface Expedition {
  readonly map: StateMap;
  readonly collector: CoverageCollector;
  readonly draw: Draw;
  readonly step: (state: State, event: Event) => Transition;
  readonly check: ((step: TriedMove) => void) | undefined;
  /** Most moves to be executed, refused attempts included. */
  readonly budget: number;
}

/** A check that failed: what it threw, and the events from the first day, of which the last one broke it. */
export interface Failure {
  /** What the check threw. */
  readonly error: unknown;
  /** The events from the first day; the last one broke it. */
  readonly events: readonly Event[];
}

/** A goal that is not met yet. */
export interface Unmet {
  readonly name: string;
  readonly goal: Goal;
  readonly key: string;
}

/** Thrown to leave all plans at once: the budget is spent or a check failed. */
class Halt extends Error {}

/** Longest way from the first day, in events. */
const LONGEST_WAY = 150;
/** Moves of a walk, and moves without anything new after which it ends. */
const WALK = 18;
const PATIENCE = 7;
/** Most moves of waiting: more than lie between the first day and the end of a licence of a year. */
const LONGEST_WAIT = 60;
/** Newest places kept as worth setting out from. */
const MOST_PROMISING = 3000;

/** Executes moves, keeps the map and remembers where something new was seen. */
export class Explorer {
  moves = 0;
  plays = 0;
  failure: Failure | null = null;
  /** How often something new was seen. */
  private discoveries = 0;
  private readonly sequences = new Map<string, number>();
  private readonly done = new Map<string, number>();
  private readonly frontier: AbstractNode[] = [];
  private readonly promising: Place[] = [];

  constructor(private readonly on: Expedition) {
    this.frontier.push(on.map.first.node);
    this.promising.push(on.map.first);
  }

  /** Carries one plan out; returns false once the budget is spent or the check has failed. */
  carryOut(plan: (explorer: Explorer) => void): boolean {
    this.plays += 1;
    try {
      plan(this);
      return this.moves < this.on.budget;
    } catch (error) {
      if (!(error instanceof Halt)) throw error;
      return false;
    }
  }

  /** Breadth first: a move untried at the shallowest abstract state that has one, then on from there. */
  broaden(): void {
    while (this.frontier.length > 0) {
      const node = firstOf(this.frontier);
      const place = firstOf(node.places);
      node.untried ??= this.legalTypes(place);
      const type = node.untried.pop();
      if (type === undefined) {
        this.frontier.shift();
        continue;
      }
      const event = ofType(place.state, type, this.on.draw);
      const next = event === null ? null : this.tryMove(place, event);
      if (next !== null) this.walk(next, next.about, 2);
      return;
    }
    this.live();
  }

  /** A life lived on: of what shows a trait that is rare and was followed seldom, or of something new. */
  live(): void {
    const { draw } = this.on;
    const { place, about } = this.neglected();
    if (draw() < 0.2 && !anythingDue(place.state)) {
      const made = something(place.state, draw);
      const next = made === null ? null : this.tryMove(place, made);
      if (next !== null) return this.walk(next, next.about, WALK);
    }
    this.walk(place, about, WALK);
  }

  /** Time alone, with what falls due: what lapses by itself does so weeks later. */
  waitOn(): void {
    this.waitFrom(this.neglected('waits for').place);
  }

  private waitFrom(from: Place): void {
    let place = from;
    for (let left = LONGEST_WAIT; left > 0 && place.depth < LONGEST_WAY; left -= 1) {
      const due = settle(place.state, this.on.draw);
      const event = due ?? (this.on.draw() < 0.95 ? passTime(place.state, place.about, this.on.draw) : null);
      const next = event === null ? null : this.tryMove(place, event);
      if (next === null) return this.walk(place, place.about, 3);
      place = next;
    }
  }

  /** The meetings' programme, with what is agreed kept or not. */
  meet(): void {
    let place = this.promisingPlace();
    for (let left = WALK; left > 0 && place.depth < LONGEST_WAY; left -= 1) {
      const { draw } = this.on;
      const { state } = place;
      const u = draw();
      const event =
        settle(state, draw) ??
        (u < 0.15
          ? passTime(state, nextMeeting(state), draw)
          : u < 0.35
            ? promised(state, draw)
            : u < 0.45
              ? this.verb(place, 'truce')
              : programme(state, draw));
      const next = event === null ? null : this.tryMove(place, event);
      if (next !== null) place = next;
    }
  }

  /** A goal that is not met: a place where its move is legal, or a place near to it and a rule to be broken. */
  pursue(unmet: Unmet): void {
    const { draw } = this.on;
    if (unmet.goal === REFUSAL_CODE) return this.provoke(unmet.key);
    const filter = pickOf(unmet.goal.means?.(unmet.key) ?? [], draw);
    const places = filter?.type === undefined ? [] : (this.on.map.legalAt.get(filter.type) ?? []);
    const place = pickOf(places, draw);
    if (filter?.type === undefined) return this.live();
    if (place === undefined) return this.approach(filter.type);
    const next = this.tryMember(place, filter);
    if (next === null) this.vary(place, filter);
    else if (draw() < 0.3) this.walk(next, next.about, 4);
  }

  /** A move that was never legal yet: the place where it breaks the fewest rules, and on from there with what blocks it. */
  private approach(type: string): void {
    const { draw, map } = this.on;
    const nodes = [...map.nodes.values()];
    let nearest: { place: Place; near: Nearness } | null = null;
    for (let tries = 0; tries < 24; tries += 1) {
      const place = pickFrom(pickFrom(nodes, draw).places, draw);
      const near = nearnessIn(place.state, type);
      if (near === null) continue;
      const isNearer =
        nearest === null ||
        near.codes.length < nearest.near.codes.length ||
        (near.waits && !nearest.near.waits);
      if (isNearer) nearest = { place, near };
    }
    if (nearest === null || draw() < 0.2) this.broaden();
    else if (nearest.near.waits) this.waitFrom(nearest.place);
    else this.walk(nearest.place, nearest.near.subject, WALK);
  }

  /** Events that a rule refuses, at places where its code can be given. */
  private provoke(code: string): void {
    const { draw, map } = this.on;
    const before = this.on.collector.seen(`${REFUSAL_CODE.name} ${code}`);
    const nodes = [...map.nodes.values()];
    for (let tries = 0; tries < 6; tries += 1) {
      const place = tries === 0 ? this.promisingPlace() : pickFrom(pickFrom(nodes, draw).places, draw);
      const event = breaking(place.state, code, draw);
      if (event !== null) this.tryMove(place, event);
      if (this.on.collector.seen(`${REFUSAL_CODE.name} ${code}`) > before) return;
    }
  }

  /** The way to a place once more, with another move put in: the same goal in other circumstances. */
  private vary(place: Place, filter: TemplateFilter): void {
    const { draw } = this.on;
    let base = place;
    const rest: Event[] = [];
    for (let back = 1 + Math.floor(draw() * 4); back > 0 && base.parent !== null; back -= 1) {
      rest.unshift(existing(base.event));
      base = base.parent;
    }
    const other = settle(base.state, draw) ?? ofType(base.state, this.rareType(), draw);
    let at = (other === null ? null : this.tryMove(base, other)) ?? base;
    for (const event of rest) {
      const again = { ...event, on: at.state.today };
      if (isLegal(at.state, again)) at = this.tryMove(at, again) ?? at;
    }
    this.tryMember(at, filter);
  }

  private tryMember(place: Place, filter: TemplateFilter): Place | null {
    const template = pickOf([...legalActions(place.state, filter)], this.on.draw);
    if (template === undefined) return null;
    const event = eventOf(place.state, template, this.on.draw);
    return place.tried.has(JSON.stringify(event)) ? null : this.tryMove(place, event);
  }

  /** Moves on one subject until nothing new is seen for a while. */
  private walk(from: Place, about: string, limit: number): void {
    let place = from;
    let patience = PATIENCE;
    for (let left = limit; left > 0 && patience > 0 && place.depth < LONGEST_WAY; left -= 1) {
      const known = this.discoveries;
      const event = this.nextMove(place, about);
      const next = event === null ? null : this.tryMove(place, event);
      patience = this.discoveries > known ? PATIENCE : patience - 1;
      if (next !== null) place = next;
    }
  }

  private nextMove(place: Place, about: string): Event | null {
    const { draw } = this.on;
    const { state } = place;
    const u = draw();
    if (u < 0.03) return nearlyLegal(state, draw, place.event?.type);
    if (u < 0.12) return this.forbidden(place, about);
    const due = settle(state, draw);
    if (due !== null) return due;
    if (u < 0.58) return this.verb(place, about) ?? passTime(state, about, draw);
    if (u < 0.76) return passTime(state, about, draw);
    if (u < 0.81) return promised(state, draw) ?? programme(state, draw);
    if (u < 0.91) return this.verb(place, pickOf(kinOf(state, about), draw) ?? about);
    if (u < 0.95) return this.verb(place, this.focusAt(place));
    return ofType(state, this.rareType(), draw);
  }

  private verb(place: Place, about: string): Event | null {
    return verbOn(place, about, (sequence) => this.sequences.get(sequence) ?? 0, this.on.draw);
  }

  /** A verb on a subject that its status may forbid, of those the one that was tried least after the last two. */
  private forbidden(place: Place, about: string): Event | null {
    const { draw } = this.on;
    const life = lifeOf(place, about);
    const count = (type: string) => this.sequences.get(`${life}!${type}`) ?? 0;
    const types = typesOn(place.state, about);
    const few = [0, 1, 2].flatMap(() => pickOf(types, draw) ?? []).sort((a, b) => count(a) - count(b));
    const type = few[0];
    if (type === undefined) return null;
    this.sequences.set(`${life}!${type}`, count(type) + 1);
    return sneak(place.state, type, about, draw);
  }

  /** Of a few action types the one that was done least. */
  private rareType(): string {
    const few = Array.from({ length: 3 }, () => pickFrom(actionTypes, this.on.draw).type);
    return firstOf(few.sort((a, b) => (this.done.get(a) ?? 0) - (this.done.get(b) ?? 0)));
  }

  /** Something else that the way to a place touched, or anything of its state. */
  private focusAt(place: Place): string {
    const { draw } = this.on;
    const touched: string[] = ['truce', nextMeeting(place.state)];
    for (let at: Place | null = place; at !== null && touched.length < 8; at = at.parent)
      if (at.about !== '') touched.push(at.about);
    if (draw() < 0.7) return pickFrom(touched, draw);
    const { tariff, control, portFee, listing, probes, flows, rounds, meetings } = place.state;
    const column = pickFrom([tariff, control, portFee, listing, probes, flows, rounds, meetings], draw);
    return pickOf(Object.keys(column), draw) ?? 'truce';
  }

  /** A trait that is rare and for whose sake few plays set out, a place that shows it, and what shows it there. */
  private neglected(prefix = ''): { place: Place; about: string } {
    const { draw, map } = this.on;
    let trait: Trait | null = null;
    let least = Infinity;
    for (const candidate of map.traits.values()) {
      const score = (1 + candidate.plays) * Math.sqrt(candidate.seen);
      if (score < least && candidate.name.startsWith(prefix)) [least, trait] = [score, candidate];
    }
    if (trait === null) return { place: this.promisingPlace(), about: 'truce' };
    trait.plays += 1;
    const place = pickFrom(trait.places, draw);
    return { place, about: pickFrom(traitsOf(place.state).get(trait.name) ?? ['truce'], draw) };
  }

  /** Of two places where something new was seen, the one from which fewer plays set out. */
  private promisingPlace(): Place {
    const { draw } = this.on;
    const [one, other] = [pickFrom(this.promising, draw), pickFrom(this.promising, draw)];
    const place = one.plays <= other.plays ? one : other;
    place.plays += 1;
    return place;
  }

  private legalTypes(place: Place): string[] {
    const types = new Set<string>();
    for (const { type } of legalActions(place.state)) types.add(type);
    for (const type of types) this.on.map.noteLegal(type, place);
    const order = [...types].map((type) => [this.on.draw(), type] as const);
    return order.sort(([a], [b]) => b - a).map(([, type]) => type);
  }

  /** Executes an event at a place, unless it was tried there before; returns where it leads, or null where it is refused. */
  tryMove(place: Place, event: Event): Place | null {
    const { map, collector, step, check, budget } = this.on;
    const text = JSON.stringify(event);
    const known = place.tried.get(text);
    if (known !== undefined) return known;
    if (this.moves >= budget) throw new Halt('the budget is spent');
    this.moves += 1;
    const next = step(place.state, event);
    const refusals = next.ok ? [] : next.refusals;
    const taken: TriedMove = { before: place.state, event, after: next.ok ? next.state : null, refusals };
    const way = () => [...wayTo(place), event];
    collector.see(taken, place.depth + 1, way);
    try {
      check?.(taken);
    } catch (error) {
      this.failure = { error, events: way() };
      throw new Halt('the check failed');
    }
    if (!next.ok) {
      place.tried.set(text, null);
      return null;
    }
    map.noteLegal(event.type, place);
    const reached = map.reach(place, event, next.state);
    place.tried.set(text, reached.place);
    this.learn(reached.place, reached.isNew, reached.isNewTrait);
    return reached.place;
  }

  private learn(place: Place, isNew: boolean, isNewTrait: boolean): void {
    const type = existing(place.event).type;
    this.done.set(type, (this.done.get(type) ?? 0) + 1);
    const sequence = `${lifeOf(existing(place.parent), place.about)}>${type}`;
    const times = this.sequences.get(sequence) ?? 0;
    this.sequences.set(sequence, times + 1);
    if (isNew) this.frontier.push(place.node);
    if (isNewTrait || times === 0) this.discoveries += 1;
    if (!isNew && times > 0) return;
    // The newest take the seats of the oldest by turns; the first day keeps its own.
    if (this.promising.length < MOST_PROMISING) this.promising.push(place);
    else this.promising[1 + (this.moves % (MOST_PROMISING - 1))] = place;
  }
}
