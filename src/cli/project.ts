/** `detente project`: the distribution of what a meeting brings. */
import type { ProjectionOptions } from '../analyses/project';
import { DEFAULT_CAP } from '../ensemble/limits';
import type { Shard } from '../ensemble/shard';
import type { Stop, StopCriterion } from '../ensemble/stop-criterion';
import type { Threads } from '../node/on-threads';
import type { Scenario } from '../scenario/schema';
import { analysisOptions, ENSEMBLE, threadsOf } from './analysis-options';
import { interruptible } from './interrupt';
import { LONG_RUN, longRunOf, type LongRun } from './long-run';
import { standing } from './play-options';
import { projectionScreen, type Projected } from './projection-screen';
import { orUnwritten } from './readers';
import { command, flag, option, present, text } from './row';
import { SCENARIO } from './scenario-argument';
import { shardLine, shardSummary } from './shard-summary';
import { STOP, stopCriterionOf, stopLine } from './stop-criterion';
import { BadInput, grouped, shellWord, Stopped, type StoppedExit } from './terminal';

/** What came of it: a projection, whole or the part that was done when a signal stopped it, or a shard in its file. */
type Found =
  | { readonly projected: Projected; readonly exit: 0 | 1 | StoppedExit }
  | { readonly shard: Shard; readonly out: string; readonly exit: 0 };

/** What a stopped run says on standard error: how far it came, and how it goes on. */
function stoppedAt(by: string, done: number, asked: number, { checkpoint }: LongRun): string {
  const on = checkpoint === undefined ? '' : `; go on with --resume ${shellWord(checkpoint.path)}`;
  const reached =
    done === asked
      ? 'before it was known what each act contributes'
      : `after ${grouped(done)} of ${grouped(asked)} runs`;
  return `stopped by ${by} ${reached}${on}`;
}

/** Refuses what cannot be asked together. */
function refuseTogether(criterion: StopCriterion | null, core: boolean, { part, checkpoint }: LongRun): void {
  if (part === undefined && checkpoint === undefined) return;
  if (criterion !== null) {
    throw new BadInput(
      '--until-half-width asks after each block of the whole ensemble: it goes with none of --shard, --checkpoint and --resume.',
    );
  }
  if (core) {
    throw new BadInput(
      '--core goes with none of --shard, --checkpoint and --resume: those are of the whole model.',
    );
  }
}

/** Refuses beside a shard what is told of the whole ensemble alone. */
function refuseBeside({ part }: LongRun, asked: Readonly<Record<string, boolean>>): void {
  const [name] = Object.keys(asked).filter((option) => asked[option]);
  if (part === undefined || name === undefined) return;
  throw new BadInput(`${name} does not go with --shard: it is told of all runs, once the shards are merged.`);
}

async function shardOf(
  scenario: Scenario,
  { shard, out }: NonNullable<LongRun['part']>,
  long: LongRun,
  { projectShard }: Threads,
  how: Omit<ProjectionOptions, 'until'>,
): Promise<Found> {
  const { CHECKPOINT_FORMAT } = await import('../ensemble/shard');
  const { writeShardFile } = await import('../node/shard-files');
  const { result, stopped } = await interruptible((signal) =>
    projectShard(scenario, { ...how, shard, signal }),
  );
  const { runs, tally, format } = result;
  if (stopped !== null && format === CHECKPOINT_FORMAT) {
    throw new Stopped(`${stoppedAt(stopped.by, tally.runs, runs, long)}; no shard is written.`, stopped.exit);
  }
  orUnwritten('--out', out, writeShardFile(out, result));
  return { shard: result, out, exit: 0 };
}

/** The command. */
export const project = command({
  name: 'project',
  about: 'what the meeting brings: outcomes, concessions, tariffs, truce',
  arguments: { scenario: SCENARIO },
  options: {
    ...ENSEMBLE,
    ...LONG_RUN,
    ...STOP,
    why: flag('--why', 'what each act contributes, left out one at a time; as many ensembles again'),
    observed: flag(
      '--observed',
      'what has happened is weighed: draws under which it was likely count for more',
    ),
    given: option(
      '--given <condition>',
      'only runs that come to this: class:rollback, or issue:soybeans>=0.5',
      text,
    ),
    core: flag('--core', 'the core alone: what describes a meeting and its truce at central values'),
  },
  run: async ({ arguments: given, options, isGiven, progress, asJson, terminal, facts }): Promise<Found> => {
    const scenario = await standing(given.scenario, options);
    const { core, why, observed, given: condition } = options;
    const criterion = await stopCriterionOf(options, scenario, await facts());
    const asked = analysisOptions(options);
    const runs = criterion !== null && !isGiven('runs') ? DEFAULT_CAP : options.runs;
    const long = await longRunOf(options, scenario, { seed: options.seed, runs, facts: await facts() });
    refuseTogether(criterion, core, long);
    refuseBeside(long, { '--why': why, '--observed': observed, '--given': condition !== undefined });
    const drawn = progress('projecting', { already: long.already });
    const enough = (halfWidth: number) => (stop: Stop) => {
      // As if all were done: it wipes what is drawn.
      drawn.onProgress?.(stop.runs, stop.runs);
      terminal.warn(`detente: ${stopLine(stop, halfWidth)}\n`);
    };
    const how = {
      ...asked,
      runs,
      ...(core ? { core } : {}),
      ...(why ? { why } : {}),
      ...(observed ? { observed } : {}),
      ...present({ given: condition }),
      ...drawn,
      ...(long.checkpoint === undefined ? {} : { checkpoint: long.checkpoint.keeper }),
      ...(criterion === null ? {} : { until: { ...criterion, onStop: enough(criterion.halfWidth) } }),
    };
    const threads = await threadsOf(options);
    if (long.part !== undefined) return shardOf(scenario, long.part, long, threads, how);
    // A course is of all runs.
    const inFull = !asJson && terminal.draws === true && condition === undefined;
    const { result, stopped } = await interruptible<Projected>(async (signal) =>
      inFull
        ? threads.projectInFull(scenario, { ...how, signal })
        : { projection: await threads.project(scenario, { ...how, signal }) },
    );
    const { partial } = result.projection;
    if (stopped === null || partial === undefined)
      return { projected: result, exit: result.projection.unclassified.runs > 0 ? 1 : 0 };
    terminal.warn(`detente: ${stoppedAt(stopped.by, partial.done, partial.asked, long)}.\n`);
    return { projected: result, exit: stopped.exit };
  },
  no: 'the outcome classes leave a gap or overlap in some run',
  exit: ({ exit }) => exit,
  json: (found) => ('shard' in found ? shardSummary(found.out, found.shard) : found.projected.projection),
  screen: async (found, { view, command: commandLine }) => {
    if ('shard' in found) return shardLine(found.out, found.shard);
    const { runs, partial } = found.projected.projection;
    const again = commandLine({ runs: String(partial?.asked ?? runs) });
    return projectionScreen(found.projected, { ...(await view()), command: again });
  },
});
