import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cli, folder } from './run-cli';
import { loadScenario, scenarios } from '../../src/scenario/library';
import { itLong } from '../long';

const place = folder();
afterAll(place.remove);
const few = ['--runs', '12', '--seed', 'cli', '--workers', '1'];

describe('detente report', () => {
  it('writes one page, says where, and leaves nothing half written beside it', async () => {
    const file = join(place.path, 'new', 'page.html');
    const { exit, out, err } = await cli('report', 'kuala-lumpur-2025', ...few, '-o', file);
    expect([exit, err]).toEqual([0, '']);
    expect(out).toMatch(/page\.html: \d+ KB, for any browser; 12 runs, seed "cli"\n$/);
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(readdirSync(join(place.path, 'new'))).toEqual(['page.html']);
  });

  it('says above its answer what is taken as given, and nothing of it where that is nothing', async () => {
    const argv = ['report', 'kuala-lumpur-2025', '--runs', '2', '--workers', '1', '-o', '-'];
    const { out } = await cli(...argv, '--act', 'US listing.impose entities=200 on 2025-10-27');
    const [above = ''] = out.split('class="answer"');
    expect(above).toContain('27 Oct 2025: Washington imposes a listing of 200 firms on the SDN list');
    expect(out).not.toContain('after-1');
    expect((await cli(...argv)).out).not.toContain('Taken as given');
  });

  itLong('writes the same bytes again, with any number of workers, and to standard output', async () => {
    const again = await cli('report', 'kuala-lumpur-2025', ...few, '-o', '-');
    const threads = await cli(
      'report',
      'kuala-lumpur-2025',
      '--runs',
      '12',
      '--seed',
      'cli',
      '-w',
      '2',
      '-o',
      '-',
    );
    expect(again.exit).toBe(0);
    expect(threads.out).toBe(again.out);
  });

  itLong(
    'draws what moves a headline where that is asked for, and refuses one that does not exist',
    async () => {
      const two = ['--runs', '2', '--seed', 'cli', '--workers', '1', '-o', '-'];
      const { exit, out } = await cli('report', 'kuala-lumpur-2025', ...two, '--tornado', 'rollback');
      expect(exit).toBe(0);
      expect(out).toContain('<figure id="tornado">');
      expect(out).toContain('detente report kuala-lumpur-2025 --runs 2 --seed cli --tornado rollback -o -');
      const wrong = await cli('report', 'kuala-lumpur-2025', ...two, '--tornado', 'rolback');
      expect([wrong.exit, wrong.out]).toEqual([2, '']);
      expect(wrong.err).toMatch(
        /--tornado: no such quantity of interest.*given the text "rolback".*did you mean "class:rollback"\?/,
      );
      const branches = await cli('report', 'kuala-lumpur-2025', ...two, '--tree');
      expect(branches.out).toContain('<figure id="branches">');
      expect(branches.out).toContain('--tree -o -');
      const ofTwo = await cli('report', '-c', 'kuala-lumpur-2025', 'trade-only', ...two, '--tree');
      expect(ofTwo.err).toContain('--tree is for the page of one scenario');
      const both = await cli('report', '-c', 'kuala-lumpur-2025', 'trade-only', ...two, '--tornado', 'held');
      expect(both.err).toContain('--tornado is for the page of one scenario');
    },
  );

  it('shows two scenarios side by side', async () => {
    const { exit, out } = await cli(
      'report',
      '--compare',
      'kuala-lumpur-2025',
      'extension-only',
      ...few,
      '-o',
      '-',
    );
    expect(exit).toBe(0);
    expect(out).toContain('Where the histories part');
    expect(out).toContain(
      'detente report --compare kuala-lumpur-2025 extension-only --runs 12 --seed cli -o -',
    );
  });

  it('sets three scenarios and more in one table, with a picture of each quantity that is asked for first', async () => {
    const three = ['kuala-lumpur-2025', 'extension-only', 'trade-only'];
    const { exit, out, err } = await cli('report', '--compare', ...three, ...few, '-o', '-');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain(`detente report --compare ${three.join(' ')} --runs 12 --seed cli -o -`);
    for (const id of three) expect(out).toContain(loadScenario(id).title);
    for (const quantity of ['held', 'deal', 'new-coercion', 'mean-US', 'text-90'])
      expect(out).toContain(`<figure id="by-${quantity}">`);
    expect(out).not.toContain('Where the histories part');
  });

  it('finds nothing to set beside a past meeting with --all', async () => {
    const { exit, err } = await cli('compare', 'past-geneva-2025', '--all', ...few);
    expect([exit, err]).toEqual([
      2,
      'detente: --all finds no other shipped scenario that is seen from 2025-05-09, as past-geneva-2025 is.\n',
    ]);
  });

  itLong('sets every shipped scenario of its day beside one with --all', async () => {
    const { exit, out, err } = await cli(
      'report',
      '--compare',
      'kuala-lumpur-2025',
      '--all',
      '--runs',
      '2',
      '--workers',
      '1',
      '-o',
      '-',
    );
    expect([exit, err]).toEqual([0, '']);
    for (const { title, asOf } of scenarios)
      expect(out.includes(title.replaceAll('&', '&amp;').replaceAll("'", '&#39;'))).toBe(
        asOf === '2025-10-25',
      );
    expect(out).toContain('detente report --compare --all kuala-lumpur-2025 --runs 2');
  });

  it('takes a scenario from a file, whose texts stay texts', async () => {
    const file = place.file(
      'mine.yaml',
      'id: mine\nextends: kuala-lumpur-2025\ntitle: "<script>alert(1)</script> & more"\n',
    );
    const { exit, out } = await cli('report', file, ...few, '-o', '-');
    expect(exit).toBe(0);
    expect(out).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more');
    expect(out).not.toContain('<script');
  });

  it.each([
    [['report', 'kuala-lumpur-2025'], /report needs -o, --out <file>/],
    [['report', '-o', 'x.html'], /scenario/],
    [['report', 'kuala-lumpur-2025', 'extension-only', '-o', 'x.html'], /several after --compare; given 2/],
    [
      ['report', '--compare', 'kuala-lumpur-2025', '-o', 'x.html'],
      /takes 2 to 64 scenarios, or one with --all; given 1/,
    ],
    [['report', 'kuala-lumpur', '-o', 'x.html'], /did you mean/],
    [['report', 'kuala-lumpur-2025', '--runs', '0', '-o', 'x.html'], /whole number/],
  ])('refuses %j in one line and writes nothing', async (argv, words) => {
    const { exit, out, err } = await cli(...argv);
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(words);
    expect(existsSync('x.html')).toBe(false);
  });

  it('refuses a file that cannot be written', async () => {
    const taken = join(place.path, 'taken');
    mkdirSync(taken);
    const { exit, err } = await cli('report', 'kuala-lumpur-2025', ...few, '-o', taken);
    expect(exit).toBe(2);
    expect(err).toMatch(/can be written/);
  });
});
