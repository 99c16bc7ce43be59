/**
 * The stage of an ensemble that is tallied: a projection or a shard of one. What was taken up to the last border of 250
 * runs is kept apart from what came since, so that a checkpoint can be made at any time.
 */
import { InputError } from '../kit/input-error';
import type { EnsembleKinds } from './kinds';
import { checkpointFault } from '../ensemble/foreign-checkpoint';
import type { Kept, Stage, StageOf } from './runner/stage';
import { BLOCK_EPISODES } from '../ensemble/blocks';
import type { GivenCondition } from '../ensemble/given';
import {
  blockSpan,
  CHECKPOINT_FORMAT,
  episodesIn,
  identityOf,
  sealed,
  SHARD_FORMAT,
  type Shard,
  type ShardSpan,
} from '../ensemble/shard';
import { stopWatch, type StopCriterion } from '../ensemble/stop-criterion';
import { addTally, emptyTally, type Tally } from '../ensemble/tally';
import { VERSION } from '../kit/version';
import { refuseOwnCode } from '../scenario/own';
import type { ModelSpecification } from '../scenario/model-specification';
import type { Prepared } from './prepared';

/** An ensemble to be tallied, or neighbouring shards of it. */
export interface TallyJob {
  readonly prepared: Prepared;
  readonly seed: string;
  /** Runs of the whole ensemble. */
  readonly runs: number;
  readonly shards: ShardSpan;
  /** Whether to keep the course of averages and layers too. */
  readonly course: boolean;
  readonly until?: StopCriterion | undefined;
  /** What an episode has to meet to be counted. */
  readonly given?: GivenCondition | undefined;
  /** Whether a part of it that is no multiple of 250 runs is an answer, too. */
  readonly anyRuns: boolean;
  /** Told after each part of what there is so far. */
  readonly look?: ((soFar: Reached) => void) | undefined;
  readonly how: Stage['how'];
}

/** What an ensemble has come to so far. */
export interface Reached {
  /** All that was run and counted: made anew each time it is asked for. */
  readonly tally: Tally;
  /** Episodes that were counted. */
  readonly counted: number;
  /** Episodes that were run, counted or not. */
  readonly done: number;
}

/** An ensemble as far as it was run. */
export interface Tallied extends Reached {
  /** What was run up to the last border, as a shard; a checkpoint where that is not all of it. */
  readonly shard: () => Shard;
  /** Whether a rule found it sure enough. */
  readonly enough: boolean;
}

/** What there is so far, of what was taken up to the last border and since. */
function reachedBy(
  specification: ModelSpecification,
  parts: () => { readonly whole: Tally; readonly rest: Tally; readonly done: number },
): Reached {
  return {
    get tally() {
      const { whole, rest } = parts();
      const all = emptyTally(specification);
      addTally(all, whole);
      addTally(all, rest);
      return all;
    },
    get counted() {
      const { whole, rest } = parts();
      return whole.runs + rest.runs;
    },
    get done() {
      return parts().done;
    },
  };
}

/** Runs an ensemble, or shards of it, to a tally. Throws an InputError for a rule or a checkpoint that does not fit. */
export function* tallied(job: TallyJob): Generator<StageOf<EnsembleKinds, 'tally'>, Tallied, void> {
  const { prepared, seed, runs, shards, course, until, given, anyRuns, look, how } = job;
  const { scenario, facts, initial, specification } = prepared;
  const setting = { initial, specification, seed, course, ...(given === undefined ? {} : { given }) };
  const due = blockSpan(runs, shards);
  const whole = emptyTally(specification);
  let rest = emptyTally(specification);
  let enough = false;
  let done = 0;
  const goesOn = stopWatch(specification, until, runs);
  if (how.checkpoint !== undefined) refuseOwnCode(specification, 'checkpoint');
  const identity = () => identityOf(VERSION, scenario, facts, seed, runs);
  const isAll = () => whole.runs === episodesIn(due, runs);
  const wholeAs = (format: Shard['format']) => {
    const to = isAll() ? due.to : due.from + whole.runs / BLOCK_EPISODES;
    return sealed({ ...identity(), format, shards, blocks: { ...due, to } }, whole);
  };
  const kept: Kept = {
    // A checkpoint keeps the course, so that it serves whoever draws.
    setting: { ...setting, course: true },
    resume: (from) => {
      const fault = checkpointFault(from, identity(), 'the checkpoint', shards);
      if (fault !== null)
        throw new InputError({
          code: 'input/checkpoint',
          path: 'checkpoint.resume',
          given: from,
          allowed: 'a checkpoint of this ensemble',
          why: `the checkpoint does not fit: ${fault.message}`,
        });
      addTally(whole, from.tally);
      return Math.min(runs, from.blocks.to * BLOCK_EPISODES);
    },
    make: () => wholeAs(CHECKPOINT_FORMAT),
  };
  const reached = reachedBy(specification, () => ({ whole, rest, done }));
  yield {
    kind: 'tally',
    setting,
    from: due.from * BLOCK_EPISODES,
    to: Math.min(runs, due.to * BLOCK_EPISODES),
    border: BLOCK_EPISODES,
    take: (part, from, to) => {
      addTally(rest, part);
      done += to - from;
      look?.(reached);
    },
    atBorder: () => {
      addTally(whole, rest);
      rest = emptyTally(specification);
    },
    goesOn: () => {
      enough = !goesOn(whole);
      return !enough;
    },
    partial: () => whole.runs + (anyRuns ? rest.runs : 0) > 0,
    kept: until === undefined ? kept : undefined,
    how,
  };
  const shard = () => wholeAs(isAll() ? SHARD_FORMAT : CHECKPOINT_FORMAT);
  return { tally: reached.tally, counted: reached.counted, done, shard, enough };
}
