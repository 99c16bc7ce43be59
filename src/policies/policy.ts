/**
 * Policies: decision procedures of a party, seen as the literature on repeated games and crisis bargaining sees them.
 *
 * A policy sees its observation and nothing else, proposes lawful events, and draws only by name, so that another
 * policy in its place moves no other draw.
 */
import type { Event } from '../actions/index';
import type { Parameters } from '../model/parameters';
import type { PartyId } from '../model/actor';
import type { State } from '../model/state';

/** What is believed and felt on a day, as far as both sides can know it. */
export interface PublicIndicators {
  /** Belief that each side's threats are carried out, 0 to 1. */
  readonly credibility: Readonly<Record<PartyId, number>>;
  /** Audience cost that each side has run up, utility points. */
  readonly audience: Readonly<Record<PartyId, number>>;
  /** Fall of American equities below their remembered peak, per cent, at least 0. */
  readonly drawdownPct: number;
  /** Rise of the ten-year Treasury yield that still counts, basis points, below 0 for a fall. */
  readonly yieldRiseBp: number;
  /** Pain of American farmers from unsold soybeans, utility points, at least 0. */
  readonly farmPain: number;
  /** What tariffs of the United States now cost each side, per cent of GDP a year. */
  readonly costPct: Readonly<Record<PartyId, number>>;
}

/** An answer that a party has decided on and will give on a day. */
export interface PendingAnswer {
  /** Day on which it is given, `YYYY-MM-DD`. */
  readonly on: string;
  /** Size of what it answers: percentage points of average tariff, or 0 for what is not a duty. */
  readonly sizePp: number;
  /** Id of the measure or trade of the other side whose rise it answers. */
  readonly to: string;
  /** Whether it is given by a control; by a duty or a listing unless told. */
  readonly byControl?: boolean;
  /** Purpose of the draw by which it was decided. */
  readonly purpose: string;
}

/** What a policy remembers of an episode. */
export interface Memory {
  /** How many of the recorded coercive acts it has looked at. */
  seen: number;
  /** What it has decided to answer and has not answered yet. */
  answers: PendingAnswer[];
  /** Running number of its own new measures. */
  count: number;
}

/** What a record keeps of how a party decides. Nothing here may change what is decided, unless a verdict is imposed. */
export interface DecisionNotes {
  /** Notes that a draw was held against a probability; returns the verdict that stands. */
  readonly trial: (purpose: string, drawn: number, probability: number) => boolean;
  /** Notes the rule by which an event is proposed, and the purposes of the draws on which it hung. */
  readonly because: (event: Event, rule: string, ...purposes: string[]) => void;
}

/** What a party observes on a day. */
export interface Observation {
  /** The state at that moment, with all that has happened on the day so far; read only. */
  readonly state: State;
  /** The party that observes. */
  readonly party: PartyId;
  /** The values of the parameters in this episode. */
  readonly parameters: Parameters;
  /** What both sides know of beliefs, costs and markets. */
  readonly indicators: PublicIndicators;
  /** Whether the meeting has ended in an agreement. */
  readonly agreed: boolean;
  /** Whether the year after the meeting has begun, in which acts are answered as often as the record has it; not unless told. */
  readonly inYear?: boolean;
  /** What it has kept from earlier days; the only thing that it may change. */
  readonly memory: Memory;
  /** A uniform draw in [0, 1) for a purpose on this day; equal for equal purposes. */
  readonly draw: (purpose: string) => number;
  /** A uniform draw for a purpose that is the same on all days of the episode. */
  readonly posture: (purpose: string) => number;
  /** Whether an event of the party's would be lawful now. */
  readonly lawful: (event: Event) => boolean;
  /** Where the reasons are noted; absent or null in an episode that keeps no record. */
  readonly notes?: DecisionNotes | null;
}

/** Whether what has a probability comes true on a draw, noted where a record is kept. */
export function comesTrue(
  { notes }: Pick<Observation, 'notes'>,
  purpose: string,
  drawn: number,
  probability: number,
): boolean {
  return notes ? notes.trial(purpose, drawn, probability) : drawn < probability;
}

/** The same observation for a party that thinks otherwise of an agreement and of its own posture. */
export function observedAs(
  observation: Observation,
  { agreed, posture }: Pick<Observation, 'agreed' | 'posture'>,
): Observation {
  return {
    state: observation.state,
    party: observation.party,
    parameters: observation.parameters,
    indicators: observation.indicators,
    agreed,
    inYear: observation.inYear === true,
    memory: observation.memory,
    draw: observation.draw,
    posture,
    lawful: observation.lawful,
    notes: observation.notes ?? null,
  };
}

/** A decision procedure of a party. */
export interface Policy {
  /** Id by which scenarios name it, such as `crisis-game`. */
  readonly id: string;
  /** The name in the literature. */
  readonly title: string;
  /** Every other name that it has had. */
  readonly alsoKnownAs: readonly string[];
  /** What it does, in a sentence or two. */
  readonly doc: string;
  /** Who described it. */
  readonly source: string;
  /** Whether it ever draws. */
  readonly stochastic: boolean;
  /**
   * How it bargains: by the Nash solution, giving nothing of its own, or without a price for conceding. With a side that
   * withholds no truce is prolonged on the eve of its expiry either.
   */
  readonly atTheTable: 'bargains' | 'withholds' | 'yields';
  /**
   * Whether it goes along with what the year after a meeting brings at rates of the record: takes back measures of its own, and does
   * at once what rounds settle. One that does not say does what it decides and nothing else.
   */
  readonly goesAlong?: true;
  /** The party's events of the day, in order; each lawful when its turn comes. */
  readonly decide: (observation: Observation) => Event[];
  /**
   * Whether it rests on days on which nothing calls it: no event of the day or the day before, no deadline today or
   * tomorrow, no answer of its own due, no first of a month. One that does not say is asked every day, and so is one that
   * is not shipped.
   */
  readonly rests?: true;
  /**
   * All of what happens that it ever heeds, for one that rests: coercive acts, and nothing else calls it the day after.
   * One that does not say heeds every event.
   */
  readonly heeds?: 'coercion';
}

/** The memory of a party on the first day: what is past has been seen, and nothing is owed for it. */
export function newMemory(first: Pick<State, 'coercion'>): Memory {
  return { seen: first.coercion.length, answers: [], count: 0 };
}
