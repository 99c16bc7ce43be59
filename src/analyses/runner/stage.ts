/**
 * Analyses as generators of stages. An analysis says what is to be done and takes what comes of it; who does it, and how
 * many at a time, is the runner's business, and so are progress, stopping and checkpoints.
 */
import type { Shard } from '../../ensemble/shard';
import { checkFunction, checkObject, checkYesNo, readOff, type OptionTable } from '../../kit/checks';
import type { EnsembleKinds, KindTable } from '../kinds';

/** Asks work to stop: an `AbortSignal`, or anything like one. */
export interface StopSignal {
  /** Whether it was asked to stop. */
  readonly aborted: boolean;
  /** With what a promise is rejected that is stopped before it has an answer. */
  readonly reason?: unknown;
  /**
   * Has a listener called when it is asked to stop.
   * @param type - Name of the event, always `abort`.
   * @param listener - Called once, without looking at what it is given.
   */
  addEventListener(type: 'abort', listener: () => void): void;
  /**
   * Takes such a listener back.
   * @param type - Name of the event, always `abort`.
   * @param listener - The very function that was added.
   */
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * Keeps what is done of long work, and goes on from what was kept: the whole 250s of an ensemble, or the results of an analysis.
 * `checkpointFile` of `detente/node` makes one.
 */
export interface Checkpoint<Kept = Shard> {
  /** What was kept by an earlier run of the same; from the beginning unless told. */
  readonly resume?: Kept | undefined;
  /** Told now and then, of an ensemble at every 250th run, and at the end, with what makes the checkpoint of all so far; it need not be made at once. */
  readonly note: (make: () => Kept) => void;
  /** Told when the work is done, stopped or has failed: what was noted last is to be kept now. */
  readonly finish: () => void;
}

/** What every analysis may be told of how it is run; it changes nothing in what is answered. */
export interface RunOptions {
  /** Told now and then how many units are done, of how many in all, in rising order; some analyses begin anew for each part. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
  /**
   * Stops the analysis when it is aborted. Where what was done by then is an answer, it is given and marked as `partial`;
   * else the reason of the abortion is thrown.
   */
  readonly signal?: StopSignal | undefined;
}

/** With what work is rejected that is stopped before it has an answer: the reason of the signal, or an `AbortError` where it gives none. */
export function abortReason({ reason }: StopSignal): unknown {
  if (reason !== undefined) return reason;
  const error = new Error('the work was stopped before it had an answer');
  error.name = 'AbortError';
  return error;
}

function checkSignal(name: string, value: unknown): void {
  const signal = checkObject(name, value, 'an AbortSignal, or an object like one');
  checkYesNo(`${name}.aborted`, signal['aborted']);
  checkFunction(`${name}.addEventListener`, signal['addEventListener'], 'adds a listener');
  checkFunction(`${name}.removeEventListener`, signal['removeEventListener'], 'takes a listener away');
}

/** Refuses what is no {@link Checkpoint}; what it resumes from is looked at by whoever takes it. */
export function checkCheckpoint(name: string, value: unknown): void {
  const checkpoint = checkObject(name, value, 'a checkpoint, as checkpointFile of detente/node makes one');
  checkFunction(`${name}.note`, checkpoint['note'], 'takes what makes a checkpoint');
  checkFunction(`${name}.finish`, checkpoint['finish'], 'keeps what was noted last');
}

/** Refuses what is no {@link Analysis} with an InputError. */
export function checkAnalysis(value: unknown): void {
  const analysis = checkObject('analysis', value, 'an analysis under way, of which no answer was taken');
  for (const step of ['next', 'return'])
    checkFunction(
      `analysis.${step}`,
      readOff('analysis', value, () => analysis[step]),
      'steps through an analysis',
    );
}

/** The names of {@link RunOptions}. */
export const RUN_OPTIONS: OptionTable<RunOptions> = {
  onProgress: (name, value) => checkFunction(name, value, 'is told how many units are done, of how many'),
  signal: checkSignal,
};

/** What lets a stage be kept in a checkpoint. */
export interface Kept {
  /** The setting in place of the stage's own: what is kept may be more than what is answered. */
  readonly setting: object;
  /** Takes what an earlier run kept, and says from which unit to go on. Throws an InputError where it does not fit. */
  readonly resume: (from: Shard) => number;
  /** The checkpoint of all up to the last border. */
  readonly make: () => Shard;
}

/** Units of work of one kind, as a runner sees them. */
export interface Stage {
  /** Name of the kind of work in the table of kinds. */
  readonly kind: string;
  /** What all units share: plain JSON, so that it can cross to a worker, where it is given once. */
  readonly setting: object;
  /** Number of the first unit, from 0. */
  readonly from: number;
  /** Number of the first unit that is not to be done. */
  readonly to: number;
  /** Inputs of the units from 0 on, where a number is not enough. */
  readonly items?: readonly unknown[];
  /**
   * Takes what came of some units. Parts come in the order of their units, of any size.
   * @param part - What the kind of work makes of these units.
   * @param from - Number of the first unit of the part.
   * @param to - Number of the first unit after it.
   */
  take(part: unknown, from: number, to: number): void;
  /** No part lies across a multiple of this. */
  readonly border?: number;
  /** Told when all up to a border, or to the end of the stage, was taken. */
  readonly atBorder?: () => void;
  /** Asked after that: whether to go on. */
  readonly goesOn?: () => boolean;
  /** Whether what was taken so far makes an answer, for a stage that is stopped in the middle; no unless told. */
  readonly partial?: () => boolean;
  /** How the stage is kept in a checkpoint, where it can be. */
  readonly kept?: Kept | undefined;
  /** Units of earlier stages that count as done in the progress; none unless told. */
  readonly before?: number;
  /** Units in all, of which progress is told; those of this stage unless told. */
  readonly all?: number;
  /** How the analysis is run: progress, stopping, checkpoint. */
  readonly how: RunOptions & {
    /** Keeps what is done and goes on from what was kept; none unless told. */
    readonly checkpoint?: Checkpoint | undefined;
  };
}

type SettingOf<Kind extends KindTable[string]> = Parameters<Kind>[0];
type ItemsOf<Kind extends KindTable[string]> = Parameters<ReturnType<Kind>>[2];
type PartOf<Kind extends KindTable[string]> =
  ReturnType<ReturnType<Kind>> extends Generator<void, infer Part> ? Part : never;

/** A stage of one kind of a table, with the types of its setting, inputs and parts. */
export type StageOf<Table extends KindTable, Name extends keyof Table & string> = Omit<
  Stage,
  'kind' | 'setting' | 'items' | 'take'
> & {
  readonly kind: Name;
  readonly setting: SettingOf<Table[Name]>;
  take(part: PartOf<Table[Name]>, from: number, to: number): void;
} & (ItemsOf<Table[Name]> extends readonly unknown[] ? { readonly items: ItemsOf<Table[Name]> } : unknown);

/** A stage of any kind of a table. */
export type AnyStage<Table extends KindTable> = {
  [Name in keyof Table & string]: StageOf<Table, Name>;
}[keyof Table & string];

/** An analysis of ensembles under way: it asks for stages, one after the other, and returns its answer. */
export type EnsembleAnalysis<Answer> = Generator<AnyStage<EnsembleKinds>, Answer, void>;

/** An analysis under way, as a runner sees it. */
export type Analysis<Answer> = Generator<Stage, Answer, void>;

/**
 * What executes analyses: this thread, threads, a browser's worker. The answer has the same bytes with each of them.
 * @param analysis - Analysis under way, from which no answer has been taken yet; it is run to its end.
 */
export type Runner = <Answer>(analysis: Analysis<Answer>) => Answer | Promise<Answer>;
