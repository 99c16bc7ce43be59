/**
 * A map of what can be reached: abstract states, a few concrete places on each, and which moves lead from where to
 * where.
 *
 * States are frozen and share what did not change, so a place costs little more than the move that led to it. Every
 * place knows the one before it; the way to it from the first day is read backwards.
 */
import { actionTypeOf, type Event } from '../../actions/index';
import type { State } from '../../model/state';
import type { PlayedEvents } from '../plays/play';
import { abstractState, traitsOf, type Traits } from './abstraction';
import { fieldsOf } from '../../actions/event-fields';
import { firstOf } from '../../kit/lists';

/** A concrete state that was reached, and how. */
export interface Place {
  /** The state that was reached. */
  readonly state: State;
  /** The abstract state that it stands for. */
  readonly node: AbstractNode;
  /** The place before; null for the first day. */
  readonly parent: Place | null;
  /** The event that led here; null for the first day. */
  readonly event: Event | null;
  /** Number of events from the first day. */
  readonly depth: number;
  /** What that event was about: a measure, a probe, the truce, the meeting. */
  readonly about: string;
  /** The events tried here, as text, each with the place it led to; null where it was refused. */
  readonly tried: Map<string, Place | null>;
  /** How many plays set out from here. */
  plays: number;
}

/** An abstract state on the map. */
export interface AbstractNode {
  /** Its traits in one text. */
  readonly name: string;
  /** Its traits, in words. */
  readonly traits: readonly string[];
  /** Fewest events from the first day known to lead here. */
  depth: number;
  /** Representatives, at most as many as the map keeps. */
  readonly places: Place[];
  /** Which action types led to which other abstract states. */
  readonly leads: Map<string, Set<AbstractNode>>;
  /** Action types that are legal at its first place and were not tried from it yet; null before they are asked for. */
  untried: string[] | null;
}

/** One trait on the map. */
export interface Trait {
  readonly name: string;
  /** The first places that show it, and the newest by turns. */
  readonly places: Place[];
  /** On how many places it was seen. */
  seen: number;
  /** How many plays set out for its sake. */
  plays: number;
}

/** Places of a trait that stay: the first ones, which lie near the first day. */
const FIRST_PLACES = 6;

/** How many concrete places stand for one abstract state, and for the legality of one action type. */
const MOST_PLACES = 24;

/** What an event is about: its subject or the new thing that it makes; truce and agreement by their family. */
export function aboutOf(event: Event): string {
  const { type } = event;
  const family = type.slice(0, type.indexOf('.'));
  if (family === 'truce' || family === 'agreement') return family;
  const fields = fieldsOf(event);
  const subject = actionTypeOf(type)?.subject;
  const name = fields.id ?? fields[subject ?? ''];
  return typeof name === 'string' ? name : family;
}

/** The events that lead from the first day to a place. */
export function wayTo(place: Place): Event[] {
  const events: Event[] = [];
  for (let at: Place | null = place; at !== null; at = at.parent)
    if (at.event !== null) events.push(at.event);
  return events.reverse();
}

/** The states from the first day to a place, that of the place included. */
function statesOn(place: Place): State[] {
  const states: State[] = [];
  for (let at: Place | null = place; at !== null; at = at.parent) states.push(at.state);
  return states.reverse();
}

/** The abstract graph of states with its representatives. */
export class StateMap {
  /** Abstract states by their names. */
  readonly nodes = new Map<string, AbstractNode>();
  /** Places at which an action type was seen to be legal, by type. */
  readonly legalAt = new Map<string, Place[]>();
  /** The place of the first day. */
  readonly first: Place;
  /** What shows each trait: places, and how many plays set out for its sake. */
  readonly traits = new Map<string, Trait>();

  constructor(
    /** The state of the first day. */
    readonly start: State,
  ) {
    const node = this.nodeOf(start, 0);
    this.first = this.place(start, node, null, null);
    node.places.push(this.first);
    this.noteTraits(this.first);
  }

  /**
   * Adds the place that an event leads to, and says whether its abstract state or one of its traits is new.
   * @param from - Place at which the event happened.
   * @param event - Event that was legal there.
   * @param state - State to which it led.
   */
  reach(
    from: Place,
    event: Event,
    state: State,
  ): {
    /** The place that the event leads to. */
    readonly place: Place;
    /** Whether its abstract state was not known before. */
    readonly isNew: boolean;
    /** Whether one of its traits was not known before. */
    readonly isNewTrait: boolean;
  } {
    const size = this.nodes.size;
    const node = this.nodeOf(state, from.depth + 1);
    /** The place that the event leads to. */
    const place = this.place(state, node, from, event);
    if (node.places.length < MOST_PLACES) node.places.push(place);
    /** Whether one of its traits was not known before. */
    const isNewTrait = this.noteTraits(place);
    if (node !== from.node) {
      const targets = from.node.leads.get(event.type);
      if (targets === undefined) from.node.leads.set(event.type, new Set([node]));
      else targets.add(node);
    }
    return { place, isNew: this.nodes.size > size, isNewTrait };
  }

  /**
   * Notes that an action type is legal at a place; the newest of many replace others by turns.
   * @param type - Name of the action type, `tariff.raise`.
   * @param place - Place at which some event of it is legal.
   */
  noteLegal(type: string, place: Place): void {
    const places = this.legalAt.get(type);
    if (places === undefined) this.legalAt.set(type, [place]);
    else if (places.at(-1) === place) return;
    else if (places.length < MOST_PLACES) places.push(place);
    else places[place.depth % MOST_PLACES] = place;
  }

  /** One place for each abstract state, in the order of discovery. */
  representatives(): Place[] {
    return [...this.nodes.values()].map(({ places }) => firstOf(places));
  }

  /** One play to each abstract state, by its shallowest place, the shortest plays first. */
  ways(): PlayedEvents[] {
    const nearest = [...this.nodes.values()].map(({ places }) =>
      places.reduce((best, place) => (place.depth < best.depth ? place : best)),
    );
    return nearest
      .sort((a, b) => a.depth - b.depth)
      .map((place) => ({ events: wayTo(place), states: statesOn(place) }));
  }

  private noteTraits(place: Place): boolean {
    let isNew = false;
    for (const name of place.node.traits) {
      const known = this.traits.get(name);
      if (known === undefined) {
        this.traits.set(name, { name, places: [place], seen: 1, plays: 0 });
        isNew = true;
        continue;
      }
      known.seen += 1;
      const { places } = known;
      if (places.length < MOST_PLACES) places.push(place);
      else places[FIRST_PLACES + (known.seen % (MOST_PLACES - FIRST_PLACES))] = place;
    }
    return isNew;
  }

  private nodeOf(state: State, depth: number): AbstractNode {
    const traits: Traits = traitsOf(state);
    const name = abstractState(traits);
    const known = this.nodes.get(name);
    if (known !== undefined) {
      if (depth < known.depth) known.depth = depth;
      return known;
    }
    const node: AbstractNode = {
      name,
      traits: [...traits.keys()],
      depth,
      places: [],
      leads: new Map(),
      untried: null,
    };
    this.nodes.set(name, node);
    return node;
  }

  private place(state: State, node: AbstractNode, parent: Place | null, event: Event | null): Place {
    const depth = parent === null ? 0 : parent.depth + 1;
    const about = event === null ? '' : aboutOf(event);
    return { state, node, parent, event, depth, about, tried: new Map(), plays: 0 };
  }
}
