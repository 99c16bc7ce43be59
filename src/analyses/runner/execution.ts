/**
 * The execution of an analysis: cuts its stages into parts, takes what comes of them in the order of their units, asks at
 * borders whether to go on, tells progress, keeps checkpoints and stops. It does no work and knows no clock: a runner asks
 * it for parts and hands in what came of them, in any order, so that all runners share what decides the answer.
 */
import { InputError } from '../../kit/input-error';
import type { Assignment } from '../kinds';
import { abortReason, type Analysis, type Stage } from './stage';

/** A stretch of units of a stage, to be done. */
export interface Part extends Assignment {
  /** Whether anyone still waits for it. */
  readonly isWanted: () => boolean;
}

interface HandedIn {
  readonly part: Part;
  readonly result: unknown;
}

/** A stage under way. */
interface Current {
  readonly stage: Stage;
  readonly setting: object;
  /** First unit that was not cut yet, and first that was not taken. */
  cut: number;
  taken: number;
  /** Results that came before their turn, by the first unit of their part. */
  readonly early: Map<number, HandedIn>;
  /** Parts that were cut and not taken. */
  underWay: number;
}

/** An analysis on its way from its first stage to its answer. */
export class Execution<Answer> {
  readonly #analysis: Analysis<Answer>;
  #current: Current | undefined;
  #outcome: { readonly answer: Answer } | undefined;
  #isTaking = false;

  constructor(analysis: Analysis<Answer>) {
    this.#analysis = analysis;
  }

  /** Goes to the first stage. Throws what the analysis throws, and the reason of a signal that was aborted before. */
  begin(): void {
    this.#enterNext();
  }

  /** The answer, once there is one. */
  get outcome(): { readonly answer: Answer } | undefined {
    return this.#outcome;
  }

  /** The stage under way, for its signal. */
  get stage(): Stage | undefined {
    return this.#current?.stage;
  }

  /** The setting of the stage under way. */
  get setting(): object | undefined {
    return this.#current?.setting;
  }

  /** Units of the stage under way that were not cut yet. */
  get unitsLeft(): number {
    return this.#current === undefined ? 0 : this.#current.stage.to - this.#current.cut;
  }

  /**
   * Cuts the next part, of at most so many units. Null where there is none before another is handed in: all of the stage
   * is under way, or so many parts are.
   */
  cut(mostUnits: number, mostParts: number): Part | null {
    const current = this.#current;
    if (current === undefined || current.underWay >= mostParts) return null;
    const { stage, setting, cut: from } = current;
    if (from >= stage.to) return null;
    const { kind, border = Infinity, items } = stage;
    const nextBorder = border === Infinity ? Infinity : (Math.floor(from / border) + 1) * border;
    const to = Math.min(from + mostUnits, stage.to, nextBorder);
    current.cut = to;
    current.underWay += 1;
    const isWanted = () => this.#current === current;
    return { kind, setting, from, to, items: items?.slice(from, to), isWanted };
  }

  /** Hands in what came of a part; what nobody waits for is dropped. Throws what the analysis throws when it takes it. */
  handIn(part: Part, result: unknown): void {
    const current = this.#current;
    if (current === undefined || !part.isWanted()) return;
    current.early.set(part.from, { part, result });
    for (;;) {
      const next = current.early.get(current.taken);
      if (next === undefined) return;
      current.early.delete(current.taken);
      current.underWay -= 1;
      if (!this.#take(current, next)) return;
    }
  }

  /** Stops the stage under way, and each later one, where its signal is aborted. Throws the reason where that leaves no answer. */
  stop(): void {
    // Aborted by whoever is told of progress: it is looked at when that part is taken whole.
    if (this.#isTaking) return;
    if (this.#stopStage()) this.#enterNext();
  }

  /** Lets go of an analysis, done or not. Throws where its checkpoint cannot be kept. */
  close(): void {
    try {
      this.#leave();
    } finally {
      this.#analysis.return(undefined as never);
    }
  }

  /** Takes a part whose turn it is. Returns whether its stage goes on. */
  #take(current: Current, { part, result }: HandedIn): boolean {
    const { stage } = current;
    let goesOn = part.to < stage.to;
    this.#isTaking = true;
    try {
      stage.take(result, part.from, part.to);
      current.taken = part.to;
      const isBorder = !goesOn || part.to % (stage.border ?? Infinity) === 0;
      if (isBorder) {
        stage.atBorder?.();
        if (stage.kept !== undefined) stage.how.checkpoint?.note(stage.kept.make);
      }
      this.#tellProgress(current);
      if (isBorder && stage.goesOn?.() === false) goesOn = false;
    } finally {
      this.#isTaking = false;
    }
    if (!goesOn) {
      this.#leave();
      this.#enterNext();
    } else this.stop();
    return this.#current === current;
  }

  #tellProgress({ stage, taken }: Current): void {
    const { from, to, before = 0, all = to - from, how } = stage;
    how.onProgress?.(before + taken - from, all);
  }

  /** Goes to the next stage that has work left, or to the answer. */
  #enterNext(): void {
    for (;;) {
      const step = this.#analysis.next();
      if (step.done === true) {
        this.#outcome = { answer: step.value };
        return;
      }
      if (this.#enter(step.value)) return;
    }
  }

  /** Enters a stage; returns whether it has work left. */
  #enter(stage: Stage): boolean {
    const { kept, how, from, to } = stage;
    const { checkpoint } = how;
    if (checkpoint !== undefined && kept === undefined)
      throw new InputError({
        code: 'input/checkpoint',
        path: 'checkpoint',
        given: checkpoint,
        allowed: 'no checkpoint beside the option `until`',
        why: 'a stop rule looks at all runs from the first one on',
      });
    const resumed = checkpoint?.resume;
    const begin = resumed === undefined || kept === undefined ? from : kept.resume(resumed);
    const setting = checkpoint === undefined || kept === undefined ? stage.setting : kept.setting;
    const current = { stage, setting, cut: begin, taken: begin, early: new Map(), underWay: 0 };
    this.#current = current;
    if (begin > from) this.#tellProgress(current);
    if (begin >= to) {
      this.#leave();
      return false;
    }
    return !this.#stopStage();
  }

  /** Leaves the stage under way where its signal is aborted; returns whether it did. */
  #stopStage(): boolean {
    const stage = this.stage;
    const signal = stage?.how.signal;
    if (stage === undefined || signal?.aborted !== true) return false;
    this.#leave();
    if (stage.partial?.() !== true) throw abortReason(signal);
    return true;
  }

  #leave(): void {
    const stage = this.stage;
    this.#current = undefined;
    stage?.how.checkpoint?.finish();
  }
}
