/**
 * Plays: a scenario with what has happened since its first day. What is done in a play has happened, and so has what law
 * and clocks make of it; nothing else of parties and chance has. Everything can be asked of a play that can be asked of a
 * scenario, from the day on which it stands.
 *
 * A play is a plain frozen value. Its log has every event, the calendar's included, so that it replays to its state; its
 * latent state follows the events at central values of the parameters.
 */
import type { Event, EventBase } from '../actions/index';
import { digest } from '../engine/digest';
import { violations, type Refusal } from '../engine/legality';
import { frozen } from '../engine/frozen';
import { tableFor, type OwnRules } from '../engine/own-table';
import { checkState } from '../engine/parse-state';
import { livedToToday } from '../episode/episode';
import { gaugesOf, ripenessOf } from '../episode/latent-state';
import { centralDraw } from '../episode/parameter-draw';
import { bareFacts } from '../facts/packaged-bare';
import type { BareFacts } from '../facts/bare';
import { checkItems } from '../kit/answer-form';
import { reasonOf } from '../kit/ask-own';
import { checkObject, checkOptions, readOff, type OptionTable } from '../kit/checks';
import { InputError } from '../kit/input-error';
import { createDraws } from '../kit/keyed-draws';
import type { Gauges } from '../model/gauges';
import { plainState } from '../model/copy-state';
import type { State } from '../model/state';
import { specificationOf, suppositionsOf, todayOf } from '../scenario/model-specification';
import { OWN_OPTIONS, ownOver, policiesGiven, rulesGiven, type Own, type OwnModel } from '../scenario/own';
import type { Scenario } from '../scenario/schema';
import type { FromModule } from '../scenario/own-module';
import { dayAsked, eventsFrom, refuseForeign, type EventOfToday, type Happened } from './happened';
import { noScenario } from './check-scenario';
import { openingFor, resolve, type ScenarioOrId } from './resolve';
import { firstOf, itemAt } from '../kit/lists';

export type { EventOfToday, Happened } from './happened';

/** What parties feel beside the legal state, at central values of the parameters: before what today adds. */
export interface PlayLatent extends Gauges {
  /** Ripeness of the conflict, 0 to 1. */
  readonly ripeness: number;
}

/**
 * A scenario with what has happened since its first day: plain and frozen, as JSON carries it. `E` are the events that may happen in
 * it: the library's, and those of the rules that it was made with.
 */
export interface Play<E extends EventBase = Event> {
  /** What it is a play of. */
  readonly scenario: Scenario;
  /** All events since the first day, the calendar's included: replaying them on the first state gives `state`. */
  readonly log: readonly E[];
  /** The state of today. */
  readonly state: State;
  /** What the parties feel today, at central values of the parameters. */
  readonly latent: PlayLatent;
}

/** What has happened since the first day of a scenario, and what is one's own in it: a play keeps that for all that is asked of it. */
export interface PlayOptions<E extends EventBase = Event> extends Own {
  /** What has happened; the calendar's events may be among it and are made anew. */
  readonly after?: Happened<E> | undefined;
  /** The day on which it stands, YYYY-MM-DD; the day of the last event unless told. */
  readonly today?: string | undefined;
  /** Facts in place of the packaged ones. */
  readonly facts?: BareFacts | undefined;
}

/** The options of a play whose rules say which events may happen in it, action types of one's own among them. */
export interface OwnPlayOptions<E extends EventBase> extends PlayOptions<E> {
  readonly rules?: OwnRules<E> | FromModule | undefined;
}

/** The names of {@link PlayOptions}. */
export const PLAY_OPTIONS: OptionTable<PlayOptions> = {
  ...OWN_OPTIONS,
  after: true,
  today: true,
  facts: true,
};

/** An event of what is told to have happened that the rules refuse on its day. */
export class RefusedEventError extends InputError {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'RefusedEventError';

  constructor(
    /** Its place in the list, from 0. */
    readonly index: number,
    /** The event that was refused. */ readonly event: EventBase,
    /** Every rule that it breaks. */
    readonly refusals: readonly Refusal[],
  ) {
    const [first] = refusals;
    super({
      code: 'play/refused',
      path: `after.${index}`,
      given: event.type,
      allowed: `an event that is legal on ${event.on}`,
      ...(first === undefined ? {} : { why: `refused, ${first.code}: ${first.rule}` }),
    });
  }
}

/** What a play was made with beside its scenario. */
interface Basis {
  readonly facts: BareFacts;
  readonly own: Own;
  /** The rules of what is one's own. */
  readonly rules: OwnRules | undefined;
}

const NOTHING_OWN: Own = {};

/** What plays were made with, where that is not the packaged facts alone. */
const basisOf = new WeakMap<Play<EventBase>, Basis>();

/**
 * A play with its events as the caller knows them: which events a rule set has is the compiler's knowledge only, and at run time an
 * event is a record of its fields.
 */
export const withEvents = <E extends EventBase>(play: Play) => play as Play<EventBase> as Play<E>;
/** A play for whoever reads its events by their types. */
export const withoutEvents = (play: Play<EventBase>) => play as Play;

/**
 * Whether a value is a play and no scenario.
 * @param value - Anything at all; only the names of its fields are looked at.
 *
 * @example isPlay(play('kuala-lumpur-2025'))
 */
export function isPlay(value: unknown): value is Play<EventBase> {
  try {
    return typeof value === 'object' && value !== null && 'scenario' in value && 'log' in value;
  } catch {
    // A proxy of the caller threw.
    return false;
  }
}

/** The plays that were made here, and not thawed from JSON. */
const made = new WeakSet<object>();

/**
 * Refuses a play that somebody else put together with an InputError where its log does not lead to its state: what is asked of it would go
 * by the one here and by the other there.
 */
function checkLedTo(path: string, { scenario, log, state }: Play, basis: Basis): void {
  const refuse = (part: 'log' | 'state', given: unknown, allowed: string, cause?: unknown): never => {
    const why = cause === undefined ? undefined : reasonOf(cause);
    throw new InputError({ code: 'input/no-play', path: `${path}.${part}`, given, allowed, why }, { cause });
  };
  const told = <T>(part: 'log' | 'state', given: unknown, allowed: string, ask: () => T): T => {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return refuse(part, given, allowed, error);
    }
  };
  const today = told('state', state, 'the state of a day of its scenario', () =>
    dayAsked(state.today, todayOf(scenario), scenario),
  );
  const led = told('log', log, 'the events that led to its state', () => {
    const events = eventsFrom(log, scenario, basis.rules);
    return playedTo(scenario, ownActs(events, scenario, basis), today, basis).state;
  });
  if (digest(led) !== digest(state)) refuse('state', state, 'the state to which its log leads');
}

/** Refuses with an InputError what is no play, by the part of it that cannot be one; `basis` is what it is taken to be made with. */
export function checkPlay(path: string, value: unknown, basis?: Basis): void {
  if (typeof value === 'object' && value !== null && made.has(value)) return;
  if (!isPlay(value)) {
    const allowed = 'a play, as play(scenario) makes it';
    throw new InputError({ code: 'input/no-play', path, given: value, allowed });
  }
  const { scenario, log, state } = readOff(path, value, (): Readonly<Record<string, unknown>> => ({
    ...value,
  }));
  if (typeof scenario !== 'object') throw noScenario(`${path}.scenario`, scenario);
  resolve(value.scenario, bareFacts(), `${path}.scenario`);
  checkItems(`${path}.log`, log as Event[], 'events', (at, event) => checkObject(at, event, 'an event'));
  checkState(`${path}.state`, state);
  checkLedTo(path, withoutEvents(value), basis ?? basisIn(value));
}

const sameEvent = (a: Event, b: Event) =>
  a.type === b.type && a.actor === b.actor && a.on === b.on && digest(a) === digest(b);

/** What is one's own of the model before today: the rules alone, since nobody acts by a policy. */
const ownModelOf = ({ rules }: Basis): OwnModel | undefined =>
  rules === undefined ? undefined : { rules, policies: [] };

/** The events without the calendar's, and without those that the scenario supposes itself. */
function ownActs(events: readonly Event[], scenario: Scenario, basis: Basis): Event[] {
  const { facts } = basis;
  const first = openingFor(scenario, facts).state;
  const supposed = suppositionsOf(scenario, facts, first, ownModelOf(basis)).supposed.map(
    ({ event }) => event,
  );
  return events.filter((event) => {
    if (event.actor === 'calendar') return false;
    const at = supposed.findIndex((candidate) => sameEvent(candidate, event));
    if (at >= 0) supposed.splice(at, 1);
    return at < 0;
  });
}

/** A scenario in which the given events have happened by a day, beside its own up to that day. */
function withHappened(scenario: Scenario, given: readonly Event[], today: string): Scenario {
  const events = { ...scenario.events };
  let number = 0;
  for (const event of given) {
    do number += 1;
    while (Object.hasOwn(events, `after-${number}`));
    // Of what happened the calendar has no part: what falls due happens by itself.
    events[`after-${number}`] = event as Scenario['events'][string];
  }
  return { ...scenario, today, events };
}

const NAME_OF_GIVEN = /^after-\d+$/;

/** The scenario that a play is, for whoever runs scenarios: the play's own acts are supposed events of it. */
export function playedScenario(play: Play<EventBase>): Scenario {
  const { scenario, log, state } = withoutEvents(play);
  return withHappened(scenario, ownActs(log, scenario, basisIn(play)), state.today);
}

function basisIn(play: Play<EventBase>): Basis {
  return basisOf.get(play) ?? { facts: bareFacts(), own: NOTHING_OWN, rules: undefined };
}

/** What has been done in a play since its first day, in order: its own acts, without the calendar's and without those that its scenario supposes. */
export function actsIn(play: Play<EventBase>): Event[] {
  checkPlay('play', play);
  return ownActs(withoutEvents(play).log, play.scenario, basisIn(play));
}

/** The same play as another object, made with the same, and with properties that whoever lists its fields does not see. */
export function withHidden(play: Play, hidden: PropertyDescriptorMap): Play {
  const other = Object.freeze(Object.defineProperties({ ...play }, hidden));
  const basis = basisOf.get(play);
  if (basis !== undefined) basisOf.set(other, basis);
  if (made.has(play)) made.add(other);
  return other;
}

/** The facts that a play was made with. */
export function factsIn(play: Play<EventBase>): BareFacts {
  return basisIn(play).facts;
}

/** What is one's own in a play. */
export function ownIn(play: Play<EventBase>): Own {
  return basisIn(play).own;
}

/** Plays a scenario up to its today, at central values of the parameters. */
function playedTo(base: Scenario, given: readonly Event[], today: string, basis: Basis): Play {
  const { facts, own } = basis;
  const scenario = withHappened(base, given, today);
  const opening = openingFor(scenario, facts);
  const specification = specificationOf(scenario, facts, opening, {}, ownModelOf(basis));
  const plan = { initial: opening.state, specification, draws: createDraws('') };
  const { run, log } = livedToToday(plan, centralDraw(specification));
  refuseRefused(base, given, run.refused, basis);
  const play: Play = {
    scenario: base,
    log,
    state: frozen(plainState(run.state)),
    latent: { ...gaugesOf(run.latent), ripeness: ripenessOf(run.latent, run.parameters) },
  };
  Object.freeze(play.latent);
  Object.freeze(play.log);
  if (facts !== bareFacts() || own !== NOTHING_OWN) basisOf.set(play, basis);
  made.add(play);
  return Object.freeze(play);
}

/** Throws for the first of the given events that was refused, with every rule that it breaks on its day. */
function refuseRefused(
  base: Scenario,
  given: readonly Event[],
  refused: readonly Event[],
  basis: Basis,
): void {
  const index = given.findIndex((event) => refused.some((other) => sameEvent(event, other)));
  if (index < 0) return;
  const event = itemAt(given, index);
  const before = playedTo(base, given.slice(0, index), event.on, basis);
  throw new RefusedEventError(index, event, violations(before.state, event, tableFor(basis.rules)));
}

/**
 * A play of a scenario by rules of one's own: on its first day, or after what has happened since. Events of the action types that they add
 * may happen in it, and it throws as by the rules of the library.
 * @param scenario - Scenario, id of one, or play from which it goes on.
 * @param options - The rules, which must be told here, with what has happened, the day on which it stands, and facts.
 */
export function play<E extends EventBase>(
  scenario: ScenarioOrId | Play<E>,
  options: PlayOptions<E> & { readonly rules: OwnRules<E> },
): Play<E>;
/**
 * A play of a scenario: on its first day, or after what has happened since. What law and clocks derive happens by itself, and so do the
 * scenario's own events up to today. Throws an {@link InputError} for an unknown id, a malformed event, a log of another scenario, a play
 * made by hand whose log does not lead to its state, or a day out of range, and a {@link RefusedEventError} for an event that the rules refuse.
 * @param scenario - Scenario, id of a shipped one or of a past meeting, or play from which it goes on.
 * @param options - What has happened, the day on which it stands, facts, and rules and policies of one's own; left out, its first day.
 *
 * @example play('kuala-lumpur-2025', { today: '2025-10-27' }).latent.pain.US
 */
export function play(scenario: ScenarioOrId | Play, options?: PlayOptions): Play;
/**
 * A play that goes on from another, by the rules of that one.
 * @param scenario - Play from which it goes on; it stays as it is.
 * @param options - What has happened since the day of that play, the day on which it stands, and facts; left out, nothing has.
 */
export function play<E extends EventBase>(scenario: Play<E>, options?: PlayOptions<E>): Play<E>;
export function play<E extends EventBase>(
  scenario: ScenarioOrId | Play<E>,
  options: PlayOptions<E> = {},
): Play<E> {
  checkOptions(options, PLAY_OPTIONS);
  return withEvents(played(scenario, options));
}

/** As {@link play}, for whoever has looked at the names of the options, or is asked more by them. */
export function played(
  scenario: ScenarioOrId | Play<EventBase>,
  options: PlayOptions<EventBase>,
  path = 'scenario',
): Play {
  const { after, today } = options;
  const basis = basisFor(scenario, options);
  if (isPlay(scenario)) checkPlay(path, scenario, basis);
  const { facts } = basis;
  const [base, before, from] = isPlay(scenario)
    ? ([
        scenario.scenario,
        ownActs(withoutEvents(scenario).log, scenario.scenario, basis),
        scenario.state.today,
      ] as const)
    : (() => {
        const whole = resolve(scenario, facts, path);
        return [whole, [] as Event[], todayOf(whole)] as const;
      })();
  if (after === undefined) return playedTo(base, before, dayAsked(today, from, base), basis);
  if (!isPlay(scenario)) refuseForeign(after, base, openingFor(base, facts).state);
  const events = eventsFrom(after, { ...base, asOf: isPlay(scenario) ? from : base.asOf }, basis.rules);
  const given = ownActs(events, base, basis);
  const latest = given.reduce((day, { on }) => (on > day ? on : day), from);
  return playedTo(base, [...before, ...given], dayAsked(today, latest, base), basis);
}

/** What a play is made with: what is told, and else what the play before it was made with. */
function basisFor(scenario: ScenarioOrId | Play<EventBase>, options: PlayOptions<EventBase>): Basis {
  const { facts, own } = isPlay(scenario) ? basisIn(scenario) : { facts: bareFacts(), own: NOTHING_OWN };
  const given = ownOver(own, options);
  // Nobody acts by a policy before today, so nothing else would find that it is none.
  policiesGiven(given.policies);
  const rules = rulesGiven(given.rules);
  return { facts: options.facts ?? facts, own: isNothing(given) ? NOTHING_OWN : given, rules };
}

const isNothing = (own: Own) => Object.keys(own).length === 0;

/** What an act came to: the play after it, or the same play with the rules that the act breaks. */
export type Acted<E extends EventBase = Event> =
  | {
      /** The rules admit the act. */ readonly ok: true;
      /** The play after the act. */ readonly play: Play<E>;
    }
  | {
      /** The rules refuse the act. */ readonly ok: false;
      /** The play as it was. */ readonly play: Play<E>;
      /** Every rule that the act breaks, with the facts of it. */ readonly refusals: readonly Refusal[];
    };

/**
 * Does an act today, of one's own action types too where the play was made with rules that have them. A refused act changes nothing:
 * the answer has the same play and every rule that the act breaks. Throws an {@link InputError} for an event that is not well formed.
 * @param current - Play on whose day the act happens; it stays as it is.
 * @param event - Act with its type, actor and fields; its day may be left out, and no other than today's is lawful.
 *
 * @example act(play('kuala-lumpur-2025'), { actor: 'US', type: 'tariff.withdraw', id: 'us/ieepa-hundred', traded: false }).ok
 */
export function act<E extends EventBase = Event>(current: Play<E>, event: EventOfToday<E>): Acted<E> {
  checkPlay('play', current);
  checkObject('event', event, 'an event, an object with "type" and "actor"');
  const basis = basisIn(current);
  const { scenario, log, state } = withoutEvents(current);
  const today = readOff('event', event, () => ({ ...event, on: event.on ?? state.today }));
  const dated = firstOf(eventsFrom([today], scenario, basis.rules));
  const refusals = violations(state, dated, tableFor(basis.rules));
  if (refusals.length > 0) return { ok: false, play: current, refusals };
  const given = [...ownActs(log, scenario, basis), dated];
  return { ok: true, play: withEvents(playedTo(scenario, given, state.today, basis)) };
}

/**
 * Lets days pass up to a day: the scenario's own events happen, and what falls due.
 * @param current - Play from whose day they pass; it stays as it is.
 * @param day - Day on which the play stands then, YYYY-MM-DD, from today to the eve of the horizon; any other throws an {@link InputError}.
 *
 * @example passTo(play('kuala-lumpur-2025'), '2025-10-27').state.today
 */
export function passTo<E extends EventBase = Event>(current: Play<E>, day: string): Play<E> {
  checkPlay('play', current);
  const basis = basisIn(current);
  const { scenario, log, state } = withoutEvents(current);
  const given = ownActs(log, scenario, basis);
  return withEvents(playedTo(scenario, given, dayAsked(day, state.today, scenario), basis));
}

/** Names of the supposed events of a scenario that are a play's own acts, in their order. */
export function namesOfActs(scenario: Scenario): string[] {
  return Object.entries(scenario.events)
    .filter(([name]) => NAME_OF_GIVEN.test(name))
    .sort(([, a], [, b]) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(([name]) => name);
}
