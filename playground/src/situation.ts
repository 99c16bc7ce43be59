/** What has been chosen: a scenario, acts and a day; with undo, redo and a link that holds all of it. */
import { loadScenario, play, type Event, type Play } from 'detente';

/** What a link holds. */
export interface Situation {
  readonly scenario: string;
  readonly acts: readonly Event[];
  /** The day; the first day of the scenario, or that of the last act, where it is not told. */
  readonly today: string | null;
}

/** The play of a situation. Throws an InputError for one that does not hold together. */
export function playOf({ scenario, acts, today }: Situation): Play {
  return play(scenario, { after: acts, ...(today === null ? {} : { today }) });
}

/** The same day without one's own acts. */
export function doingNothing({ scenario }: Situation, today: string): Play {
  return play(scenario, { today });
}

/** The part of an address that holds a situation. */
export function fragmentOf({ scenario, acts, today }: Situation): string {
  const told = new URLSearchParams({ scenario });
  if (today !== null) told.set('today', today);
  if (acts.length > 0) told.set('acts', JSON.stringify(acts));
  return `#${told.toString()}`;
}

/** The situation of an address; null where it holds none. Throws where it holds one that cannot be read. */
export function situationIn(fragment: string): Situation | null {
  const told = new URLSearchParams(fragment.replace(/^#/, ''));
  const scenario = told.get('scenario');
  if (scenario === null) return null;
  loadScenario(scenario);
  const acts: unknown = JSON.parse(told.get('acts') ?? '[]');
  if (!Array.isArray(acts)) throw new Error('the acts of this link are no list');
  // The play reads them as strangers’: what is malformed or refused is told there.
  return { scenario, acts: acts as Event[], today: told.get('today') };
}

/** Situations one after the other. */
export class History {
  #past: Situation[] = [];
  #future: Situation[] = [];

  constructor(public now: Situation) {}

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Goes on to another situation. */
  to(next: Situation): void {
    this.#past.push(this.now);
    this.#future = [];
    this.now = next;
  }

  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.now);
    this.now = before;
  }

  redo(): void {
    const next = this.#future.pop();
    if (next === undefined) return;
    this.#past.push(this.now);
    this.now = next;
  }
}
