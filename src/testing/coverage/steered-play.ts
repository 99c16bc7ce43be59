/**
 * Steered plays as an arbitrary: each begins on the first day, goes to an abstract state of the map, all of them equally
 * likely, and goes on from there as `playFrom` does.
 *
 * Random plays spend their moves where most moves lead. Here a state that an explorer found once is as likely as one that
 * is found always. Shrinks by taking events out and by plainer values, and every play on the way is lawful.
 */
import * as fc from 'fast-check';
import { standardRules } from '../../engine/rule-set';
import { choices, playOut, printable, type Choice, type PlayedEvents } from '../plays/plays';
import type { Event } from '../../actions/index';
import type { State } from '../../model/state';
import type { Exploration } from './explore';
import { legalRest, plainest, shorterLists } from './shorter';
import { wayTo, type Place, type StateMap } from './state-map';

/** How a steered play goes on from the place that it is led to. */
export interface SteeredPlayOptions {
  /** Most moves after the way to the place; 10 unless told. */
  readonly maxMoves?: number;
}

function statesOn(place: Place): State[] {
  const states: State[] = [];
  for (let at: Place | null = place; at !== null; at = at.parent) states.push(at.state);
  return states.reverse();
}

/** The shallowest place of every abstract state, shallow ones first, so that smaller numbers are shorter ways. */
function placesOf(map: StateMap): Place[] {
  const nearest = [...map.nodes.values()].map(({ places }) =>
    places.reduce((best, place) => (place.depth < best.depth ? place : best)),
  );
  return nearest.sort((a, b) => a.depth - b.depth);
}

const text = (value: unknown) => JSON.stringify(value);
const without = (events: readonly Event[], at: number) => events.filter((_, index) => index !== at);

/** Plays with one event plainer than it was and all others as they were. */
function* plainerPlays(play: PlayedEvents): Generator<PlayedEvents> {
  for (const [at, event] of play.events.entries()) {
    const plain = plainest(play.states[at]!, event);
    if (text(plain) === text(event)) continue;
    const other = legalRest(
      play.states[0]!,
      play.events.map((it, index) => (index === at ? plain : it)),
    );
    if (text(without(other.events, at)) === text(without(play.events, at))) yield other;
  }
}

function* simplerPlays(play: PlayedEvents): Generator<PlayedEvents> {
  for (const fewer of shorterLists(play.events)) {
    const shorter = legalRest(play.states[0]!, fewer);
    if (shorter.events.length < play.events.length) yield shorter;
  }
  yield* plainerPlays(play);
}

class SteeredPlays extends fc.Arbitrary<PlayedEvents> {
  private readonly places: readonly Place[];
  private readonly numbers: fc.Arbitrary<{ at: number; list: Choice[] }>;

  constructor(map: StateMap, maxMoves: number) {
    super();
    this.places = placesOf(map);
    this.numbers = fc.record({
      at: fc.nat({ max: this.places.length - 1 }),
      list: fc.array(choices(), { maxLength: maxMoves, size: 'max' }),
    });
  }

  override generate(mrng: fc.Random, biasFactor: number | undefined): fc.Value<PlayedEvents> {
    const { at, list } = this.numbers.generate(mrng, biasFactor).value;
    const place = this.places[at]!;
    const { events, states } = playOut(standardRules, place.state, list);
    const play = {
      events: [...wayTo(place), ...events],
      states: [...statesOn(place), ...states.slice(1)],
    };
    return new fc.Value(printable(play), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is PlayedEvents {
    return typeof value === 'object' && value !== null && 'events' in value && 'states' in value;
  }

  override shrink(play: PlayedEvents): fc.Stream<fc.Value<PlayedEvents>> {
    const simpler = function* () {
      for (const next of simplerPlays(play)) yield new fc.Value(printable(next), undefined);
    };
    return fc.stream(simpler());
  }
}

/**
 * Lawful plays over everything that an exploration found, for fast-check properties. Shrinks to fewer events and plainer
 * ones. A counterexample prints as its events, which `replay` accepts from the same start.
 */
export function steeredPlay(
  known: Exploration,
  options: SteeredPlayOptions = {},
): fc.Arbitrary<PlayedEvents> {
  return new SteeredPlays(known.map, options.maxMoves ?? 10);
}
