import { afterAll, describe, expect, it } from 'vitest';
import { sensitivity, uncertainty } from '../../src/entries/studies';
import { onThreads } from '../../src/entries/node';
import { cli, folder, longestLine } from './run-cli';

const BASE = 'kuala-lumpur-2025';
const ONE = ['--workers', '1'] as const;
const two = onThreads({ workers: 2, startAfterMs: 0 });

/** All lines but the last, a command, which is never broken. */
const body = (out: string) => out.trimEnd().split('\n').slice(0, -1).join('\n');

describe('detente sensitivity', () => {
  it('shows a tornado in 80 columns, says in words what is not distinguishable from zero, and how to see it again', async () => {
    const { exit, out } = await cli(
      'sensitivity',
      BASE,
      '-m',
      'tornado',
      '--output',
      'rollback',
      '-n',
      '2',
      ...ONE,
    );
    expect(exit).toBe(0);
    expect(longestLine(body(out))).toBeLessThanOrEqual(80);
    expect(out).toContain('not distinguishable from zero');
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      `again: detente sensitivity ${BASE} --method tornado --output rollback --runs 2 --seed 1`,
    );
  });

  it('prints an answer as JSON that the library gives too, with one worker or two', async () => {
    const how = { method: 'morris', output: 'tariff-us-on-cn', trajectories: 3 } as const;
    const { out } = await cli(
      'sensitivity',
      BASE,
      '--output',
      how.output,
      '--trajectories',
      '3',
      ...ONE,
      '--json',
    );
    const found = sensitivity(BASE, how);
    expect(JSON.parse(out)).toEqual(found);
    expect(found).toMatchObject({ method: 'morris', scenario: BASE, seed: '1', trajectories: 3, levels: 4 });
    expect(await two.sensitivity(BASE, how)).toEqual(found);
  });

  it('shows shares of variance with what chance leaves', async () => {
    const sobol = [
      '-m',
      'sobol',
      '--rows',
      '16',
      '--trajectories',
      '2',
      '--factors',
      '1',
      '--policies',
      'own',
    ];
    const { exit, out } = await cli('sensitivity', BASE, '--output', 'held', ...sobol, ...ONE);
    expect(exit).toBe(0);
    expect(longestLine(body(out))).toBeLessThanOrEqual(80);
    expect(out).toContain('chance would');
    expect(out).not.toContain('Decision rule of');
  });

  it.each([
    [
      ['--output', 'rolback'],
      /--output: no such quantity of interest.*given the text "rolback".*did you mean "class:rollback"\?/,
    ],
    [[], /sensitivity needs --output <quantity>: held, deal, class:rollback/],
    [['--output', 'held', '-m', 'guess'], /--method takes tornado, morris, sobol; given "guess"/],
    [['--output', 'held', '--rows', '64'], /--method morris takes --trajectories, not --rows/],
    [
      ['--output', 'held', '-m', 'sobol', '--rows', '100'],
      /--rows takes a power of two, such as 1024; given 100/,
    ],
    [['--output', 'held', '--policies', 'hardliner'], /given "hardliner"; did you mean "hard-liner"\?/],
    [['--output', 'held', '--rules', 'scripted,scripted'], /names each policy once/],
    [['--output', 'held', '--trajectories', '1'], /--trajectories takes a whole number from 2 to 2000/],
  ])('refuses %j in one sentence', async (words, sentence) => {
    const { exit, out, err } = await cli('sensitivity', BASE, ...words);
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(sentence);
  });
});

describe('detente uncertainty', () => {
  const few = { ownWorlds: 6, worlds: 2, policies: ['crisis-game', 'hard-liner'] } as const;
  const words = ['--own-worlds', '6', '--worlds', '2', '--policies', 'crisis-game,hard-liner'];

  it('says of each quantity which interval is the widest and what would narrow it', async () => {
    const { exit, out } = await cli('widths', BASE, ...words, ...ONE);
    expect(exit).toBe(0);
    expect(longestLine(body(out))).toBeLessThanOrEqual(80);
    const told = out.replace(/\s+/g, ' ');
    for (const { title } of uncertainty(BASE, few).headlines)
      expect(told).toMatch(new RegExp(`${title}[^.]*: (\\w+ )?\\w+ (counts? most|interval is the widest)`));
    expect(told).toMatch(/What would (narrow it|tell):/);
  });

  it('prints as JSON what the library gives, with one worker or two', async () => {
    const { out } = await cli('widths', BASE, ...words, ...ONE, '--json');
    const found = uncertainty(BASE, few);
    expect(JSON.parse(out)).toEqual(found);
    expect(found.design).toMatchObject({ pairs: 4, ownWorlds: 6, worlds: 2, replicates: 2, episodes: 24 });
    expect(await two.uncertainty(BASE, few)).toEqual(found);
  });

  it('refuses a design without replicates', async () => {
    const { exit, err } = await cli('widths', BASE, '--replicates', '1');
    expect(exit).toBe(2);
    expect(err).toContain('--replicates takes a whole number from 2 to 1000; given "1"');
  });

  it('refuses a design that no memory holds, though each of its numbers is in range', async () => {
    const { exit, out, err } = await cli(
      'widths',
      BASE,
      '--own-worlds',
      '100000',
      '--replicates',
      '1000',
      ...ONE,
    );
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/at most 1000000 episodes in all.*given 101000000/);
  });
});

describe('detente project with a stop rule', () => {
  const files = folder();
  afterAll(() => files.remove());
  const short = files.file('short.yaml', `id: short\nextends: ${BASE}\nhorizon: 2025-11-14\n`);

  it('says on standard error why it stopped, and prints the bytes of as many runs', async () => {
    const rule = ['--until-half-width', '4pp', '--half-width-of', 'held'];
    const stopped = await cli('project', short, ...rule, ...ONE, '--json');
    expect(stopped.exit).toBe(0);
    expect(stopped.err).toMatch(
      /^detente: stopped after 250 runs: the half-width of held is \d\.\d+ points, within 4/,
    );
    const plain = await cli('project', short, '--runs', '250', ...ONE, '--json');
    expect(stopped.out).toBe(plain.out);
  });

  it('says that it met the cap, which --runs gives', async () => {
    const { exit, out, err } = await cli(
      'project',
      BASE,
      '--until-half-width',
      '0.5pp',
      '--runs',
      '20',
      ...ONE,
    );
    expect(exit).toBe(0);
    expect(err).toMatch(/stopped at the cap of 20 runs: .* still above 0.500 points; more with --runs/);
    expect(out).toContain(`again: detente project ${BASE} --runs 20 --seed 1`);
  });

  it.each([
    [['--until-half-width', '0.5'], /given "0.5"; did you mean 0.5pp\?/],
    [['--until-half-width', '0.005pp'], /from 0.01pp to 50pp; given "0.005pp"/],
    [
      ['--until-half-width', '1pp', '--half-width-of', 'peace'],
      /takes one of held, deal, class:not-held.*given "peace"/,
    ],
    [['--until-half-width', '1pp', '--half-width-of', 'truce-90'], /text:90 .*unbroken:90/],
    [['--half-width-of', 'held'], /needs --until-half-width/],
  ])('refuses %j in one sentence', async (words, sentence) => {
    const { exit, out, err } = await cli('project', BASE, ...words);
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(sentence);
  });
});

describe('what to watch', () => {
  it('asks of each signal one question with its day, on the screen and in JSON', async () => {
    const asked = ['watch', 'kuala-lumpur-2025', '--runs', '60', '--workers', '1'];
    const { signals } = JSON.parse((await cli(...asked, '--json')).out) as {
      signals: readonly { readonly question: string }[];
    };
    const questions = signals.map(({ question }) => question);
    expect(questions.length).toBeGreaterThan(10);
    for (const question of questions)
      expect(question).toMatch(/^Will it be seen by \d{1,2} \w{3} 2025 that [^?]+\?$/);
    const { out } = await cli(...asked);
    const flat = out.replace(/\s+/g, ' ');
    expect(questions.some((question) => flat.includes(question.replace(/\s+/g, ' ')))).toBe(true);
  });
});
