/**
 * The runner over lanes: whatever does parts and promises what comes of them, one part after the other. This thread is a
 * lane that looks up now and then; a worker thread is one, and so is a browser's worker. Parts are as large as keeps a
 * lane busy for a moment, so that answers and stops come soon whatever an episode costs.
 *
 * The core knows no clock and no timers: whoever drives lanes hands them in.
 */
import type { Cooperative } from '../../kit/cooperative';
import { Execution, type Part } from './execution';
import type { Assignment } from '../kinds';
import type { Analysis, StopSignal } from './stage';

/** Whatever does parts, one after the other. */
export interface Lane {
  /** Parts that it is given at a time, so that it need not wait for the next one: 1 unless told, for a lane of this thread. */
  readonly depth?: number;
  /** Does a part. Rejects with the error with which the part itself failed, or where it cannot be done at all. */
  readonly perform: (part: Part) => Promise<unknown>;
  /** Told that a setting comes no more. */
  readonly forget?: (setting: object) => void;
}

/** The lanes of one analysis. */
export interface LaneSupply {
  /** Lanes that are there from the beginning. */
  readonly lanes: readonly Lane[];
  /** Milliseconds that have passed. */
  readonly clock: () => number;
  /**
   * Asked after each part with the milliseconds of work that one lane would take for the rest of the stage, and how long
   * lanes have worked by now: lanes may join, now or later.
   */
  readonly more?: (rest: RestOfStage, join: (lane: Lane) => void) => void;
}

/** What is left of a stage, as far as the last part tells. */
export interface RestOfStage {
  /** Milliseconds of work of one lane. */
  readonly ms: number;
  /** Milliseconds for which this lane has worked, with all that it had to learn. */
  readonly workedMs: number;
}

/** Milliseconds after which a lane's speed tells what the rest will take: before that, it is still learning the rules. */
const LEARNT_MS = 250;

/**
 * How many lanes to add for what is left of a stage, beside so many that work or are about to: as long as each lane has more
 * left than one costs to start. Before a lane has learnt the rules its speed says nothing, and none is added.
 */
export function lanesWorthAdding(
  { ms, workedMs }: RestOfStage,
  lanes: number,
  mostLanes: number,
  startAfterMs: number,
): number {
  if (workedMs < LEARNT_MS) return 0;
  let worth = lanes;
  while (worth < mostLanes && ms / worth > startAfterMs) worth += 1;
  return worth - lanes;
}

/** Milliseconds that a part should take: a signal waits no longer for a lane that cannot look up. */
const PART_MS = 75;
/** Units of a lane's first part, of which nobody knows what it takes. */
const FIRST_UNITS = 2;
/** Parts that are cut ahead for each lane: none is idle, and what comes before its turn does not pile up. */
const PARTS_A_LANE = 4;

/** Units of a lane's next part, from what the last one took; never more than twice as many. */
function nextUnits(units: number, ms: number): number {
  const fitting = ms <= 0 ? Infinity : Math.round((units * PART_MS) / ms);
  return Math.max(1, Math.min(2 * units, fitting));
}

/** A promise that many wait for, again and again: each waits for the next call. */
function newBell() {
  let ring = (): void => undefined;
  let rung = Promise.resolve();
  const renew = () => {
    rung = new Promise((resolve) => (ring = resolve));
  };
  renew();
  return {
    ring: () => {
      ring();
      renew();
    },
    rung: () => rung,
  };
}

/** One analysis, driven on lanes. */
class Drive<Answer> {
  readonly #execution: Execution<Answer>;
  readonly #supply: LaneSupply;
  readonly #lanes = new Set<Lane>();
  readonly #bell = newBell();
  #failure: { readonly error: unknown } | undefined;
  #signal: StopSignal | undefined;
  #setting: object | undefined;

  constructor(analysis: Analysis<Answer>, supply: LaneSupply) {
    this.#execution = new Execution(analysis);
    this.#supply = supply;
  }

  async run(): Promise<Answer> {
    try {
      this.#guarded(() => this.#execution.begin());
      for (const lane of this.#supply.lanes) this.#join(lane);
      while (!this.#isOver) await this.#bell.rung();
      if (this.#failure !== undefined) throw this.#failure.error;
      const { outcome } = this.#execution;
      if (outcome === undefined) throw new Error('The lanes ended before the analysis had an answer.');
      return outcome.answer;
    } finally {
      this.#listenTo(undefined);
      this.#keepTo(undefined);
      this.#execution.close();
    }
  }

  get #isOver(): boolean {
    return this.#failure !== undefined || this.#execution.outcome !== undefined;
  }

  /** Does what may change the stage or fail, and tells everyone who waits. */
  #guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#failure ??= { error };
    }
    this.#listenTo(this.#isOver ? undefined : this.#execution.stage?.how.signal);
    this.#keepTo(this.#execution.setting);
    this.#bell.ring();
  }

  readonly #onAbort = () => this.#guarded(() => this.#execution.stop());

  #listenTo(signal: StopSignal | undefined): void {
    if (signal === this.#signal) return;
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#signal = signal;
    signal?.addEventListener('abort', this.#onAbort);
  }

  #keepTo(setting: object | undefined): void {
    const old = this.#setting;
    if (setting === old) return;
    this.#setting = setting;
    if (old !== undefined) for (const lane of this.#lanes) lane.forget?.(old);
  }

  readonly #join = (lane: Lane): void => {
    if (this.#isOver || this.#lanes.has(lane)) return;
    this.#lanes.add(lane);
    for (let given = 0; given < (lane.depth ?? 1); given += 1) void this.#drive(lane);
  };

  async #drive(lane: Lane): Promise<void> {
    const { clock, more } = this.#supply;
    let most = FIRST_UNITS;
    let workedMs = 0;
    while (!this.#isOver) {
      const part = this.#execution.cut(most, PARTS_A_LANE * this.#lanes.size);
      if (part === null) {
        await this.#bell.rung();
        continue;
      }
      const begun = clock();
      try {
        const result = await lane.perform(part);
        const units = part.to - part.from;
        // For a part of that time it waited for the ones before it.
        const ms = (clock() - begun) / (lane.depth ?? 1);
        workedMs += ms;
        most = nextUnits(units, ms);
        this.#guarded(() => this.#execution.handIn(part, result));
        const rest = { ms: (this.#execution.unitsLeft * ms) / units, workedMs };
        if (!this.#isOver) more?.(rest, this.#join);
      } catch (error) {
        // What nobody waits for may fail as it likes.
        if (part.isWanted()) this.#guarded(() => raise(error));
      }
    }
  }
}

function raise(error: unknown): never {
  throw error;
}

/**
 * Executes an analysis on lanes and returns its answer: the same bytes for any lanes, and any order in which they are
 * done. Rejects with what the analysis throws, with the error of a part, and with the reason of the signal where it is
 * aborted before there is an answer.
 */
export function onLanes<Answer>(analysis: Analysis<Answer>, supply: LaneSupply): Promise<Answer> {
  return new Drive(analysis, supply).run();
}

/** Called at each pause of work; gives a promise where it is time to look up, and nothing goes on before that is kept. */
export type Pause = () => Promise<void> | undefined;

/** Does work to its end with pauses; undefined where nobody wants it any more when it looks up. */
export async function withPauses<T>(
  work: Cooperative<T>,
  pause: Pause,
  isWanted: () => boolean,
): Promise<T | undefined> {
  for (;;) {
    const step = work.next();
    const looked = pause();
    if (looked !== undefined) {
      await looked;
      if (!isWanted()) return undefined;
    }
    if (step.done === true) return step.value;
  }
}

/**
 * A lane of this thread. `pause` is called at each pause of the work and gives a promise where it is time to look up,
 * for signals or a frame; nothing goes on before it is kept. A part that nobody wants any more is given up there. It is called before
 * a part and behind it, too: whatever asked for the part and whatever takes what came of it works in this thread as well.
 */
export function ownLane(perform: (assignment: Assignment) => Cooperative<unknown>, pause: Pause): Lane {
  return {
    perform: async (part) => {
      await pause();
      if (!part.isWanted()) return undefined;
      return withPauses(perform(part), pause, part.isWanted);
    },
  };
}
