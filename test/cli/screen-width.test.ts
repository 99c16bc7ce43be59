/**
 * How wide screens are: for each command, no line is longer than the terminal is wide, whatever that is, but for what is there
 * to be copied whole.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands';
import { runCli } from '../../src/cli/program';
import { lineWidth, screenWidth } from '../../src/cli/terminal';
import { loadScenario, runEpisode } from '../../src/entries/index';
import { FULL } from '../extent';
import { beyondEdge, codeWords, folder, type Folder } from './run-cli';

const root = join(import.meta.dirname, '../..');
const BASE = 'kuala-lumpur-2025';
const RUNS = ['--runs', '4', '--workers', '1'];
/** Widths that a screen is asked for; one that takes long is asked for the ends. */
const WIDTHS = FULL ? [60, 120, 40, 68, 76, 80, 88, 100, 112] : [60, 120];

let files: Folder;
let log = '';
let gap = '';
let shard = '';
beforeAll(async () => {
  files = folder();
  log = files.file('log.json', JSON.stringify(runEpisode(BASE)));
  const { outcomes, precedence = [], ...base } = loadScenario(BASE);
  const without = {
    ...{ ...base, id: 'gap', outcomes: outcomes.filter(({ id }) => id !== 'rollback') },
    precedence: precedence.filter((id) => id !== 'rollback'),
  };
  gap = files.file('gap.yaml', JSON.stringify(without));
  shard = join(files.path, 'a.shard.json');
  await answerOf(80, ['project', BASE, ...RUNS, '--shard', '1/1', '-o', shard]);
});
afterAll(() => files.remove());

/** What a command prints on a terminal of some width, with bars. */
async function answerOf(width: number, argv: readonly string[]): Promise<string> {
  let out = '';
  await runCli(argv, {
    write: (text) => (out += text),
    warn: () => undefined,
    drawsProgress: false,
    colour: false,
    draws: true,
    width,
  });
  return out;
}

interface Shown {
  readonly argv: () => readonly string[];
  /** Whether it takes long enough that only `npm run test:all` asks it. */
  readonly slow?: true;
}

const shown = (...argv: string[]): Shown => ({ argv: () => argv });
const slow = (...argv: string[]): Shown => ({ argv: () => argv, slow: true });
/** An act that is taken as given, and its words. */
const ACT = 'US listing.impose entities=200 on 2025-10-27';
const ACT_IN_WORDS = /27 Oct 2025 +Washington imposes a listing of 200 firms/;
const REFUSED = {
  type: 'tariff.raise',
  actor: 'CN',
  on: '2025-10-25',
  id: 'us/ieepa-fentanyl',
  ratePct: 500,
};

/** Screens of every command; none where a command has no screen of its own. */
const SCREENS: Readonly<Record<string, readonly Shown[]>> = {
  list: [shown('list'), slow('list', '--past')],
  show: [
    shown('show', BASE),
    shown('show', 'soybeans-first', '--act', ACT),
    slow('show', 'next-leaders-meeting'),
  ],
  run: [shown('run', BASE, '--episode', '3'), slow('run', BASE, '--episode', '3', '--act', ACT)],
  // A game reads lines: `game.test.ts` plays it.
  play: [],
  project: [
    shown('project', BASE, ...RUNS),
    shown('project', BASE, ...RUNS, '--act', ACT),
    slow('project', 'next-leaders-meeting', ...RUNS),
    slow('project', BASE, ...RUNS, '--act', 'US statement.make tone=conciliatory', '--why'),
    slow('project', BASE, ...RUNS, '--given', 'class:rollback'),
  ],
  merge: [{ argv: () => ['merge', shard], slow: true }],
  compare: [
    slow('compare', BASE, 'soybeans-first', '--runs', '60', '--histories', '5', '--workers', '1'),
    slow('compare', BASE, 'trade-only', 'short-agenda', ...RUNS),
    slow('compare', BASE, '--all', ...RUNS),
  ],
  tree: [slow('tree', BASE, ...RUNS)],
  watch: [slow('watch', BASE, '--runs', '60', '--workers', '1')],
  // `flip.test.ts`, `advise.test.ts` and `backtest.test.ts` hold the screens of these, whose answers take long.
  flip: [],
  sensitivity: [
    slow('sensitivity', BASE, '--output', 'deal', '--method', 'tornado', '--runs', '2'),
    slow('sensitivity', BASE, '--output', 'deal', '--method', 'morris', '--trajectories', '2'),
  ],
  uncertainty: [slow('uncertainty', BASE, '--own-worlds', '4', '--worlds', '2')],
  advise: [],
  tournament: [
    slow('tournament', BASE, '--policies', 'crisis-game,hard-liner,conciliator,tit-for-tat', ...RUNS),
  ],
  // These write files, and say so in a line.
  report: [],
  export: [],
  record: [],
  explain: [shown('explain', BASE, '--event', JSON.stringify(REFUSED))],
  ledger: [shown('ledger'), shown('ledger', '--at', '2025-10-25'), shown('ledger', '--published')],
  backtest: [],
  forecast: [shown('forecast')],
  check: [{ argv: () => ['check', gap], slow: true }],
  replay: [{ argv: () => ['replay', log] }],
  actions: [shown('actions'), shown('actions', 'tariff'), slow('actions', 'c')],
};

/** The words of a screen, but for bars, numbers and what is counted. */
const longWords = (text: string): string[] => (text.match(/[a-z]{7,}/gi) ?? []).sort();

describe('a screen', () => {
  it('is asked of every command', () => {
    expect(Object.keys(SCREENS).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  const asked = Object.values(SCREENS)
    .flat()
    .filter((one) => FULL || one.slow !== true);
  it.each(asked.map((one) => [one.argv().slice(0, 2).join(' '), one] as const))(
    'has no line beyond the edge of the terminal, and loses nothing of its words: %s',
    async (_, { argv, slow: isSlow = false }) => {
      const texts: string[] = [];
      for (const width of isSlow ? WIDTHS.slice(0, 2) : WIDTHS) {
        const text = await answerOf(width, argv());
        expect(beyondEdge(text, width), `${width}`).toEqual([]);
        expect(text).not.toBe('');
        texts.push(text);
      }
      for (const text of texts) expect(longWords(text)).toEqual(longWords(texts[0]!));
    },
    120_000,
  );

  it.each(
    asked
      .map((one) => one.argv())
      .filter(([name]) => name !== 'actions')
      .map((argv) => [argv.slice(0, 2).join(' '), argv] as const),
  )(
    'says acts and how things stand in words, not by their names in code: %s',
    async (_, argv) => {
      const text = await answerOf(100, argv);
      // The code of a refusal stands under its rule, to be looked up.
      expect(argv[0] === 'explain' ? [] : codeWords(text)).toEqual([]);
      if (argv.includes(ACT)) expect(text).toMatch(ACT_IN_WORDS);
    },
    120_000,
  );

  it('of every command that takes acts says them above its answer, or in it', () => {
    for (const { name, options } of COMMANDS) {
      const acts = options.find(({ flags }) => flags.startsWith('--act '));
      if (acts !== undefined) expect(acts.foreword, name).toBeTypeOf('function');
    }
  });

  it('of help keeps to the same width, over all commands', async () => {
    for (const width of [60, 120])
      for (const name of [null, ...COMMANDS.map((command) => command.name)]) {
        const help = await answerOf(width, name === null ? ['--help'] : [name, '--help']);
        expect(beyondEdge(help, width), `${name} at ${width}`).toEqual([]);
      }
  });

  it('uses from 40 to 120 characters of a terminal, and 80 where nobody tells', () => {
    expect([{}, { width: 1 }, { width: 57 }, { width: 100 }, { width: 999 }].map(screenWidth)).toEqual([
      80, 40, 57, 100, 120,
    ]);
  });

  it('is as wide as COLUMNS says, else as the terminal, else nobody tells', () => {
    const terminal = { isTTY: true, columns: 90 };
    const pipe = {};
    expect([
      lineWidth({ COLUMNS: '110' }, terminal),
      lineWidth({ COLUMNS: '110' }, pipe),
      lineWidth({}, terminal),
      lineWidth({ COLUMNS: 'wide' }, terminal),
      lineWidth({ COLUMNS: '0' }, { isTTY: true, columns: 0 }),
      lineWidth({ COLUMNS: '' }, pipe),
    ]).toEqual([110, 110, 90, 90, undefined, undefined]);
  });

  it('of the command as a process of its own follows COLUMNS', () => {
    const argv = ['--import', 'tsx', 'src/cli/main.ts', 'actions'];
    const env = { ...process.env, COLUMNS: '110' };
    const { stdout } = spawnSync(process.execPath, argv, { cwd: root, env, encoding: 'utf8' });
    const longest = Math.max(...stdout.split('\n').map((line) => line.length));
    expect([longest > 80, longest <= 110]).toEqual([true, true]);
  });
});
