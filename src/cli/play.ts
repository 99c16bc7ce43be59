/** `detente play`: one party of an episode, line by line, in a terminal or from a pipe. */
import { createInterface } from 'node:readline';
import { Readable, Transform } from 'node:stream';
import process from 'node:process';
import { RUNS } from '../ensemble/checks';
import type { PartyId } from '../model/actor';
import { visibleScreen } from '../report/wording/visible';
import { SEED } from './analysis-options';
import type { Game } from './game-value';
import { interruptible } from './interrupt';
import { OWN, policiesTold } from './own-options';
import { PLAY, standing } from './play-options';
import { orUnwritten, whole, writable } from './readers';
import { command, option, present, type Reader } from './row';
import { SCENARIO } from './scenario-argument';
import { BadInput, json, quoted, shellWord, type StoppedExit, type Terminal } from './terminal';

/** Runs of a projection while one plays: an answer within a second or two, with an interval of some points. */
const RUNS_OF_ADVICE = '200';

const party: Reader<PartyId> = async (text, name) => {
  const { PARTY_IDS } = await import('../model/actor');
  const { oneOf } = await import('./readers');
  return oneOf(PARTY_IDS)(text, name);
};

/** Longest line that is waited for, in bytes: what goes on without an end is no line. */
const LONGEST_WAIT = 1 << 20;

/** Lines that come from elsewhere than a terminal, as a stream of which no line is endless; `failed` is told why it ends too soon. */
function bounded(input: NodeJS.ReadableStream, failed: (why: string) => void): Readable {
  let waiting = 0;
  const lines = new Transform({
    transform(bytes: Buffer, _, done) {
      const end = bytes.lastIndexOf('\n');
      waiting = end === -1 ? waiting + bytes.length : bytes.length - end - 1;
      if (waiting <= LONGEST_WAIT) {
        done(null, bytes);
        return;
      }
      stop(`a line of it goes on beyond ${LONGEST_WAIT} bytes`);
      done();
    },
  });
  const stop = (why: string) => {
    failed(why);
    input.unpipe(lines);
    if (input instanceof Readable) input.destroy();
    lines.end();
  };
  input.on('error', ({ message }: Error) => stop(message));
  return input.pipe(lines);
}

async function save(game: Game, path: string): Promise<string | null> {
  const { gameLog } = await import('./game-value');
  const { writeWhole } = await import('../node/whole-file');
  return writeWhole(path, json(gameLog(game)));
}

/** Where a game is saved. */
interface Saving {
  /** The file that `--save` names. */
  readonly usual: string | undefined;
  readonly refusalToOverwrite: (path: string) => Promise<string | null>;
}

/** Saves where a line asked for it, and says so. */
async function saved(
  game: Game,
  asked: string | null,
  { usual, refusalToOverwrite }: Saving,
): Promise<string> {
  const path = asked ?? usual;
  if (path === undefined || path === '-') return 'save takes the name of a file.';
  const fault = (await refusalToOverwrite(path)) ?? (await save(game, path));
  if (fault !== null) return `${quoted(path)} cannot be written: ${fault}.`;
  const word = shellWord(path);
  const { today } = game.state;
  // Of the horizon nothing more is asked.
  const on =
    today < game.plan.prepared.scenario.horizon ? `\n  goes on: --after ${word} --today ${today}` : '';
  return `Saved.\n  checked by: detente replay ${word}${on}`;
}

/** Plays what the lines say, until they end, one of them quits, or a signal stops it. */
async function played(
  first: Game,
  { write, colour, input = Readable.from([]) }: Terminal,
  saving: Saving,
  signal: AbortSignal,
): Promise<{ readonly game: Game; readonly failure: string | null }> {
  const { stepGame } = await import('./game');
  const { welcome } = await import('./game-help');
  const asks = 'isTTY' in input && input.isTTY === true;
  const show = (lines: readonly string[]) => {
    if (lines.length > 0) write(visibleScreen(`${lines.join('\n')}\n`, colour));
  };
  show(welcome(first));
  let failure: string | null = null;
  const lines = createInterface({
    input: asks ? input : bounded(input, (why) => (failure ??= why)),
    terminal: asks,
    prompt: '> ',
    ...(asks ? { output: process.stdout } : {}),
  });
  const close = () => lines.close();
  signal.addEventListener('abort', close);
  // A terminal that readline holds gives it Ctrl-C as a key: it is taken as the signal that it is elsewhere.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  let game = first;
  if (asks) lines.prompt();
  for await (const line of lines) {
    const step = stepGame(game, line);
    game = step.game;
    show(step.lines);
    if (step.save !== undefined) show([await saved(game, step.save, saving)]);
    if (step.quit === true || signal.aborted) break;
    if (asks) lines.prompt();
  }
  close();
  signal.removeEventListener('abort', close);
  return { game, failure };
}

/** The command. */
export const play = command({
  name: 'play',
  about: 'a game: decide for one party, day by day, against the policy of the other',
  arguments: { scenario: SCENARIO },
  options: {
    as: option('--as <party>', 'the party for which you decide', party, {
      usual: 'US',
      choices: ['US', 'CN'],
    }),
    runs: option('-n, --runs <n>', 'number of runs of a projection on the way', whole(RUNS), {
      usual: RUNS_OF_ADVICE,
    }),
    ...PLAY,
    ...OWN,
    seed: SEED,
    save: option('--save <file>', 'where the log of the game is left at its end', writable, { writes: true }),
  },
  run: async ({ arguments: given, options, terminal, paint, refusalToOverwrite }) => {
    const scenario = await standing(given.scenario, options);
    const { loadOwn } = await import('../node/own-modules');
    const { prepare } = await import('../analyses/prepared');
    const { newGame } = await import('./game-value');
    const { facts, ...own } = await loadOwn(
      present({ policies: policiesTold(options), facts: options.facts }),
    );
    const plan = {
      prepared: prepare(scenario, { ...own, ...present({ facts }) }),
      own,
      party: options.as,
      seed: options.seed,
      runs: options.runs,
      paint: await paint(),
    };
    const { result, stopped } = await interruptible((signal) =>
      played(newGame(plan), terminal, { usual: options.save, refusalToOverwrite }, signal),
    );
    const { game, failure } = result;
    if (options.save !== undefined) orUnwritten('--save', options.save, await save(game, options.save));
    if (failure !== null) throw new BadInput(`standard input cannot be read on: ${failure}.`);
    const exit: 0 | StoppedExit = stopped === null ? 0 : stopped.exit;
    return { exit };
  },
  exit: ({ exit }) => exit,
  screen: () => '',
});
