/** `detente project`: the distribution of what a meeting brings. */
import type { Command } from 'commander';
import type { Threads } from '../node/on-threads';
import type { ProjectionOptions } from '../analyses/project';
import type { Scenario } from '../scenario/schema';
import { DEFAULT_CAP } from '../ensemble/limits';
import type { Stop } from '../ensemble/stop-criterion';
import { ensembleOptions, threadsOf, withEnsembleOptions, type RawEnsembleOptions } from './ensemble-options';
import { interruptible } from './interrupt';
import { longRunOf, orUnwritten, withLongRunOptions, type LongRun, type RawLongRunOptions } from './long-run';
import { projectionAnswer } from './projection-answer';
import { scenarioOf } from './scenario-argument';
import { stopLine, stopCriterionOf, withStopCriterion, type RawStopOptions } from './stop-criterion';
import {
  BadInput,
  grouped,
  json,
  progressOn,
  quoted,
  shellWord,
  Stopped,
  type Answer,
  type Terminal,
} from './terminal';

/** What a stopped run says on standard error: how far it came, and how it goes on. */
function stoppedAt(by: string, done: number, asked: number, { checkpoint }: LongRun): string {
  const on = checkpoint === undefined ? '' : `; go on with --resume ${shellWord(checkpoint.path)}`;
  return `stopped by ${by} after ${grouped(done)} of ${grouped(asked)} runs${on}`;
}

async function shardAnswer(
  scenario: Scenario,
  { shard, out }: NonNullable<LongRun['part']>,
  long: LongRun,
  { projectShard }: Threads,
  how: Omit<ProjectionOptions, 'until'>,
  asJson: boolean,
): Promise<Answer> {
  const { CHECKPOINT_FORMAT, shardName } = await import('../ensemble/shard');
  const { writeShardFile } = await import('../node/shard-files');
  const { result, stopped } = await interruptible((signal) =>
    orUnwritten(projectShard(scenario, { ...how, shard, signal })),
  );
  const { seed, runs, shards, blocks, tally, digest, format } = result;
  if (stopped !== null && format === CHECKPOINT_FORMAT) {
    throw new Stopped(`${stoppedAt(stopped.by, tally.runs, runs, long)}; no shard is written.`, stopped.exit);
  }
  const fault = writeShardFile(out, result);
  if (fault !== null)
    throw new BadInput(`--out takes a file that can be written; given ${quoted(out)}: ${fault}.`);
  const said = { file: out, scenario: scenario.id, seed, runs, shards, blocks, digest };
  const text = `${out}: ${shardName(shards)}, ${tally.runs} of ${runs} runs\n`;
  return { text: asJson ? json(said) : text, exit: 0 };
}

/** Adds the command; `answer` takes what it has to say. */
export function addProject(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  const enough = (halfWidth: number, onProgress: ReturnType<typeof progressOn>) => (stop: Stop) => {
    // As if all were done: it wipes what is drawn.
    onProgress?.(stop.runs, stop.runs);
    terminal.warn(`detente: ${stopLine(stop, halfWidth)}\n`);
  };
  const command = program
    .command('project')
    .description('what the meeting brings: outcomes, concessions, tariffs, truce')
    .argument('<scenario>', 'id of a scenario, or a file');
  withStopCriterion(withLongRunOptions(withEnsembleOptions(command)))
    .option('--core', 'the core alone: what describes a meeting and its truce at central values')
    .option('--json', 'print JSON')
    .action(
      async (
        argument: string,
        raw: RawEnsembleOptions & RawLongRunOptions & RawStopOptions & { core?: boolean; json?: boolean },
      ) => {
        const asked = ensembleOptions(raw);
        const scenario = await scenarioOf(argument);
        const rule = await stopCriterionOf(raw, scenario);
        const usual = command.getOptionValueSource('runs') === 'default';
        const options = rule !== null && usual ? { ...asked, runs: DEFAULT_CAP } : asked;
        const long = await longRunOf(raw, scenario, options);
        if (rule !== null && (long.part !== undefined || long.checkpoint !== undefined)) {
          throw new BadInput(
            '--until-half-width asks after each block of the whole ensemble: it goes with none of --shard, --checkpoint and --resume.',
          );
        }
        const core = raw.core === true;
        if (core && (long.part !== undefined || long.checkpoint !== undefined))
          throw new BadInput(
            '--core goes with none of --shard, --checkpoint and --resume: those are of the whole model.',
          );
        const onProgress = progressOn(terminal, 'projecting', { already: long.already });
        const how = {
          ...options,
          ...(core ? { core } : {}),
          ...(onProgress === undefined ? {} : { onProgress }),
          ...(long.checkpoint === undefined ? {} : { checkpoint: long.checkpoint.keeper }),
          ...(rule === null ? {} : { until: { ...rule, onStop: enough(rule.halfWidth, onProgress) } }),
        };
        const threads = await threadsOf(options);
        const asJson = raw.json === true;
        if (long.part !== undefined) {
          answer(await shardAnswer(scenario, long.part, long, threads, how, asJson));
          return;
        }
        const inFull = !asJson && terminal.draws === true;
        const { result, stopped } = await interruptible(async (signal) =>
          inFull
            ? orUnwritten(threads.projectInFull(scenario, { ...how, signal }))
            : { projection: await orUnwritten(threads.project(scenario, { ...how, signal })) },
        );
        const { partial } = result.projection;
        const exit = stopped === null || partial === undefined ? 0 : stopped.exit;
        if (stopped !== null && partial !== undefined)
          terminal.warn(`detente: ${stoppedAt(stopped.by, partial.done, partial.asked, long)}.\n`);
        const reproduceCommand = `detente project ${shellWord(argument)} --runs ${result.projection.partial?.asked ?? result.projection.runs} --seed ${shellWord(options.seed)}${core ? ' --core' : ''}`;
        answer(await projectionAnswer(result, { json: asJson, command: reproduceCommand, exit }, terminal));
      },
    );
}
