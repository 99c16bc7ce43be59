/** What stands first on a screen: a sentence that sums up, before how it was found and before any table. */
import { describe, expect, it } from 'vitest';
import { tree } from '../../src/entries/index';
import { percent } from '../../src/report/wording/text';
import { cli } from './run-cli';

const BASE = 'kuala-lumpur-2025';
const RUNS = ['--runs', '20', '--workers', '1'];

/** What stands first after the title, and what must not come before it. */
const FIRST: readonly (readonly [argv: readonly string[], first: RegExp, later: RegExp])[] = [
  [['show', BASE], /^American duties on Chinese goods average 57\.6%/, /adds: points of it/],
  [['project', BASE, ...RUNS], /^ {2}- A deal of some kind: \d+\.\d%/, /What the meeting brings/],
  [
    ['compare', BASE, 'short-agenda', ...RUNS, '--histories', '0'],
    /^ {2}A deal of some kind: \d+\.\d% in the base, \d+\.\d% in the variant, [-+]?\d+\.\d points \(/,
    /base +variant +change/,
  ],
  [
    ['tree', BASE, ...RUNS],
    /^ {2}The commonest way, in \d+% of all runs: the leaders/,
    /of the branch above/,
  ],
  [
    ['sensitivity', BASE, '--output', 'deal', '--method', 'tornado', '--runs', '2', '--workers', '1'],
    /^ {2}(Most of all “|With this number of episodes nothing moves it beyond chance)/,
    /Each factor at the low/,
  ],
  [
    ['uncertainty', BASE, '--own-worlds', '4', '--worlds', '2', '--policies', 'own', '--workers', '1'],
    /^ {2}Of \d+ quantities of interest /,
    /From a nested design/,
  ],
  [
    ['tournament', BASE, '--policies', 'crisis-game,hard-liner', '--runs', '4', '--workers', '1'],
    /^ {2}- [a-z-]+( \d+%)?.* against .*: worth [-+]\d\.\d\d to the United States and/,
    /Worth to the United States/,
  ],
  [['ledger'], /^ {2}Duties of the United States: 3\.1% on 1 Jan 2018/, /█/],
  [
    ['list', '--past'],
    /^Each asks: What would the meeting have been expected to yield on its eve\?/,
    /past-/,
  ],
];

/** Screens whose chances of classes are not those of `project`, which pools them with the base rate. */
const MODEL_ALONE = [
  ['compare', BASE, 'short-agenda', ...RUNS, '--histories', '0'],
  ['compare', BASE, 'short-agenda', 'trade-only', ...RUNS],
  ['tree', BASE, ...RUNS],
  ['sensitivity', BASE, '--output', 'deal', '--method', 'tornado', '--runs', '2', '--workers', '1'],
  ['watch', BASE, ...RUNS],
];

describe('a screen of chances that are pooled with no base rate', () => {
  it.each(MODEL_ALONE)(
    'says so: %s',
    async (...argv) => {
      const words = (await cli(...argv)).out.replace(/\s+/g, ' ');
      expect(words).toMatch(/model alone|in the model, without the base rate/i);
    },
    60_000,
  );
});

describe('a screen begins with what sums up', () => {
  it.each(FIRST)(
    '%j',
    async (argv, first, later) => {
      const lines = (await cli(...argv)).out.split('\n');
      // A sentence may go on in the next line or two.
      const found = lines.findIndex((_, at) =>
        first.test(
          lines
            .slice(at, at + 3)
            .map((line, row) => (row === 0 ? line : line.trim()))
            .join(' '),
        ),
      );
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThan(lines.findIndex((line) => later.test(line)));
    },
    60_000,
  );

  it('of a tree, the way that most runs take to its end', async () => {
    const { out } = await cli('tree', BASE, ...RUNS);
    type Branch = ReturnType<typeof tree>['tree'];
    const ends = (branch: Branch): number[] =>
      branch.children.length === 0
        ? [branch.runs]
        : branch.children.flatMap((child) => ends(child as Branch));
    const most = Math.max(...ends(tree(BASE, { runs: 20 }).tree));
    expect(out).toContain(`The commonest way, in ${percent(most / 20, 0)} of all runs`);
  });

  it('and a list of past meetings has the day of each and what it was, and no question twice', async () => {
    const { out } = await cli('list', '--past');
    expect(out).toMatch(/past-geneva-2025 +11 May 2025 +Talks in Geneva/);
    expect(out.match(/\?/g)).toHaveLength(1);
  });
});
