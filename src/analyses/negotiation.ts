/** A negotiation that one takes part in: a play that goes on in place, for those who think in steps. */
import type { Event, EventBase } from '../actions/index';
import {
  act,
  passTo,
  PLAY_OPTIONS,
  played,
  RefusedEventError,
  withEvents,
  type EventOfToday,
  type OwnPlayOptions,
  type Play,
} from './play';
import { project, type Explained, type ProjectionOptions } from './project';
import { checkOptions } from '../kit/checks';
import type { ScenarioOrId } from './resolve';

const dayed = (event: EventOfToday<EventBase>, on: string): EventBase => ({ ...event, on });

/**
 * A thin, changeable hold on a {@link Play}: acts and days follow one another, and the meeting is projected from where they
 * lead. The plays themselves stay as they are, so an earlier one may be kept and gone on from.
 *
 * @example
 * const talks = new Negotiation('kuala-lumpur-2025').passTo('2025-10-27');
 * talks.act({ actor: 'US', type: 'tariff.withdraw', id: 'us/ieepa-hundred', traded: true });
 * talks.project({ runs: 1_000 }).deal;
 */
export class Negotiation<E extends EventBase = Event> {
  #play: Play<E>;

  /**
   * Begins where {@link play} begins. Throws as it does.
   * @param scenario - Scenario, id of one, or play at which it begins; a play that is given stays as it is.
   * @param options - What has happened before, the day on which it stands, facts, and rules and policies of one's own; may be left out.
   */
  constructor(scenario: ScenarioOrId | Play<E>, options: OwnPlayOptions<E> = {}) {
    checkOptions(options, PLAY_OPTIONS);
    this.#play = withEvents(played(scenario, options));
  }

  /** Where the negotiation stands: scenario, log, state and latent state, plain and frozen. */
  get play(): Play<E> {
    return this.#play;
  }

  /** The day on which it stands, YYYY-MM-DD. */
  get today(): string {
    return this.#play.state.today;
  }

  /**
   * Does an act. Throws a {@link RefusedEventError} with every rule that it breaks, and changes nothing then; {@link act} answers with them
   * instead.
   * @param event - Act with its type, actor and fields; today's unless it names a later day, up to which days pass first.
   */
  act(event: EventOfToday<E>): this {
    const before = event.on === undefined ? this.#play : passTo(this.#play, event.on);
    const answer = act(before, event);
    if (!answer.ok) {
      throw new RefusedEventError(0, dayed(event, event.on ?? this.today), answer.refusals);
    }
    this.#play = answer.play;
    return this;
  }

  /**
   * Lets days pass up to a day: the scenario's own events happen, and what falls due.
   * @param day - Day on which it stands then, YYYY-MM-DD, from today to the eve of the horizon; any other throws an InputError.
   */
  passTo(day: string): this {
    this.#play = passTo(this.#play, day);
    return this;
  }

  /**
   * Projects the meeting from where the negotiation stands; throws as {@link project} does.
   * @param options - Runs (4 000 unless told), seed, and what else {@link project} takes; what has happened is in it already.
   */
  project(options: ProjectionOptions = {}): Explained {
    return project(this.#play, options);
  }
}
