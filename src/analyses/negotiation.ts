/** A negotiation that one takes part in: a play that goes on in place, for those who think in steps. */
import { act, passTo, play, RefusedEventError, type EventOfToday, type Play, type PlayOptions } from './play';
import { project, type Explained, type ProjectionOptions } from './project';
import type { Subject } from './prepared';

/**
 * A thin, changeable hold on a {@link Play}: acts and days follow one another, and the meeting is projected from where they
 * lead. The plays themselves stay as they are, so an earlier one may be kept and gone on from.
 *
 * @example
 * const talks = new Negotiation('kuala-lumpur-2025').passTo('2025-10-27');
 * talks.act({ actor: 'US', type: 'tariff.withdraw', id: 'us/ieepa-hundred', traded: true });
 * talks.project({ runs: 1_000 }).deal;
 */
export class Negotiation {
  #play: Play;

  /** Begins where {@link play} begins. Throws as it does. */
  constructor(scenario: Subject, options: PlayOptions = {}) {
    this.#play = play(scenario, options);
  }

  /** Where the negotiation stands: scenario, log, state and latent state, plain and frozen. */
  get play(): Play {
    return this.#play;
  }

  /** The day on which it stands, YYYY-MM-DD. */
  get today(): string {
    return this.#play.state.today;
  }

  /**
   * Does an act, today unless it names a later day, up to which days pass first. Throws a {@link RefusedEventError} with every
   * rule that it breaks, and changes nothing then; {@link act} answers with them instead.
   */
  act(event: EventOfToday): this {
    const before = event.on === undefined ? this.#play : passTo(this.#play, event.on);
    const answer = act(before, event);
    if (!answer.ok) {
      const dated = { ...event, on: event.on ?? this.today };
      throw new RefusedEventError(0, dated, answer.refusals);
    }
    this.#play = answer.play;
    return this;
  }

  /** Lets days pass up to a day. Throws an InputError for one before today or not before the horizon. */
  passTo(day: string): this {
    this.#play = passTo(this.#play, day);
    return this;
  }

  /** Projects the meeting from where the negotiation stands; throws as {@link project} does. */
  project(options: ProjectionOptions = {}): Explained {
    return project(this.#play, options);
  }
}
