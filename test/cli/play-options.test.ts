/** What has happened, told on the command line: every command that asks about a scenario takes it, and to the same answer. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { act, compare, passTo, play, project, runEpisode, type Play } from '../../src/entries/index';
import { COMMANDS } from '../../src/cli/commands';
import { longName } from '../../src/cli/row';
import { cli, folder } from './run-cli';
import { itLong } from '../long';

const BASE = 'kuala-lumpur-2025';
const here = folder();
afterAll(here.remove);

const LISTING = 'US listing.impose entities=200 on 2025-10-27';
const FEW = ['-n', '20', '-w', '1', '--json'];

/** The listing that the text tells, done in the library. */
async function listed(): Promise<Play> {
  const monday = passTo(play(BASE), '2025-10-27');
  const { eventOf, toldAct } = await import('../../src/cli/act-text');
  const answer = act(monday, await eventOf(monday.state, toldAct(LISTING, '--act'), '--act'));
  if (!answer.ok) throw new Error('refused');
  return answer.play;
}

const parsed = async (...words: string[]) => {
  const { out, err, exit } = await cli(...words);
  expect(err).toBe('');
  expect(exit).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
};

describe('an act in words', () => {
  it('has texts of several words in quotation marks, wherever they stand', async () => {
    const { toldAct } = await import('../../src/cli/act-text');
    const told = toldAct('US statement.make  topic="soybeans and more" tone=warm on 2025-10-27', '--act');
    expect(told).toMatchObject({ actor: 'US', type: 'statement.make', on: '2025-10-27' });
    expect(told.fields).toEqual({ topic: 'soybeans and more', tone: 'warm' });
    expect(toldAct('CN a.b label="one  two" note=""', '--act').fields).toEqual({
      label: 'one  two',
      note: '',
    });
    expect(() => toldAct('CN a.b label=one two', '--act')).toThrow('"two" is neither key=value');
    expect(toldAct('CN a.b names=["one","two three"] of={"a":[1]}', '--act').fields).toEqual({
      names: ['one', 'two three'],
      of: { a: [1] },
    });
  });
});

describe('acts on the command line', () => {
  it('are taken by every command that asks about a scenario', () => {
    const asking = [
      'project',
      'compare',
      'sensitivity',
      'uncertainty',
      'report',
      'export',
      'run',
      'show',
      'explain',
    ];
    for (const name of asking) {
      const { options } = COMMANDS.find((candidate) => candidate.name === name)!;
      const flags = options.map(longName);
      expect(flags, name).toEqual(expect.arrayContaining(['--act', '--after', '--today']));
    }
  });

  it('project what the library projects of the same play', async () => {
    const expected = project(await listed(), { runs: 20 });
    expect(await parsed('project', BASE, '--act', LISTING, ...FEW)).toEqual(
      JSON.parse(JSON.stringify(expected)),
    );
  });

  itLong('are what a log is that has them, and a list of events', async () => {
    const { log, state } = await listed();
    const expected = await parsed('project', BASE, '--act', LISTING, ...FEW);
    for (const [name, content] of [
      ['list.json', log],
      ['log.json', { scenario: BASE, events: log }],
    ] as const) {
      const file = join(here.path, name);
      writeFileSync(file, JSON.stringify(content));
      expect(await parsed('project', BASE, '--after', file, '--today', state.today, ...FEW)).toEqual(
        expected,
      );
    }
  });

  itLong('are compared with leaving them undone where no second scenario is named', async () => {
    const found = await parsed('compare', BASE, '--act', LISTING, '--histories', '0', ...FEW);
    const undone = play(BASE, { today: '2025-10-27' });
    expect(found['today']).toBe('2025-10-27');
    expect(found['outcomes']).toEqual(compare(undone, await listed(), { runs: 20 }).outcomes);
  });

  it('stand in the command that makes the answer again, each in its place', async () => {
    const resume = 'CN purchase.resume flow=soybeans';
    const { out } = await cli('project', BASE, '--act', LISTING, '--act', resume, '-n', '10', '-w', '1');
    expect(out).toContain(`--act '${LISTING}' --act '${resume}'`);
    expect(out).toContain('Seen from 27 Oct 2025');
  });

  it('happen before the day of an episode and of what is shown', async () => {
    const told = (await parsed('run', BASE, '--today', '2025-10-28', '--json')) as { events: unknown };
    expect(told.events).toEqual(JSON.parse(JSON.stringify(runEpisode(BASE, { today: '2025-10-28' }).events)));
    const shown = (await parsed('show', BASE, '--act', LISTING, '--json')) as unknown as Pick<
      Play,
      'state' | 'latent'
    >;
    expect(shown.state.today).toBe('2025-10-27');
    expect(shown.latent.pain.US).toBeGreaterThan(0);
  });

  it.each([
    ['a type that there is not', ['--act', 'US listing.impos'], /did you mean "listing.impose"/],
    [
      'an actor that there is not',
      ['--act', 'XX listing.impose'],
      /--act: actor: expected one of US, CN; given the text "XX"/,
    ],
    ['an act that the rules refuse', ['--act', 'US tariff.withdraw id=us/none traded=true'], /tariff\//],
    ['a field that there is not', ['--act', 'US listing.impose firms=3'], /firms/],
    ['a field twice', ['--act', 'US listing.impose entities=3 entities=4'], /twice/],
    ['words that are no field', ['--act', 'US listing.impose many'], /key=value/],
    ['no act at all', ['--act', 'US'], /who acts and what is done/],
    ['half an event', ['--act', '{"actor":"US"'], /no JSON/],
    ['a day that there is not', ['--act', 'US listing.impose on 2025-02-30'], /2025-02-30/],
    [
      'acts out of order',
      ['--act', LISTING, '--act', 'CN purchase.resume flow=soybeans on 2025-10-26'],
      /order/,
    ],
    ['a key twice', ['--act', '{"actor":"US","type":"listing.impose","actor":"CN"}'], /"actor" stands twice/],
    ['a key twice in a field', ['--act', 'US listing.impose names={"a":1,"a":2}'], /"a" stands twice/],
    [
      'a quotation mark that is not closed',
      ['--act', 'US statement.make voice=leader topic="unclosed gist=x'],
      /the quotation mark at character 38 is not closed/,
    ],
    ['one within a word', ['--act', 'US statement.make gist=5"'], /at character 25 is not closed/],
    ['a text behind a quoted one', ['--act', 'US statement.make gist="a"b'], /goes on behind its closing/],
    ['no such file', ['--after', '/nowhere/log.json'], /no such file/],
    ['a day before the first', ['--today', '2025-10-01'], /2025-10-25/],
    ['a day before the acts', ['--act', LISTING, '--today', '2025-10-26'], /2025-10-27/],
  ])('are refused with exit 2 and a sentence: %s', async (_name, words, why) => {
    const { exit, err, out } = await cli('project', BASE, ...words, ...FEW.slice(0, 4));
    expect(err).toMatch(why);
    expect(exit).toBe(2);
    expect(out).toBe('');
  });

  it.each([
    [
      'a key twice',
      '{"scenario":"kuala-lumpur-2025",\n "events":[],"events":[]}',
      ':2:14: the key "events" stands twice in one object; it has a list of events',
    ],
    ['two lists', '{"events":[],"log":[]}', 'with its list of events as `events` or as `log`'],
    ['something behind its end', '{"events":[]}\n x', ':2:2: something stands behind its end; it has'],
  ])('in a file that has %s are refused with exit 2', async (name, content, says) => {
    const file = join(here.path, `${name.replaceAll(' ', '-')}.json`);
    writeFileSync(file, content);
    const { exit, err, out } = await cli('show', BASE, '--after', file);
    expect([exit, out, err]).toEqual([2, '', expect.stringContaining(says)]);
  });

  it('of no kind are asked for where one scenario is compared with nothing', async () => {
    const { exit, err } = await cli('compare', BASE);
    expect(exit).toBe(2);
    expect(err).toContain('--act');
  });
});

describe('classes with a gap', () => {
  it('end the command with 1, and the answer says how many runs are in none', async () => {
    const file = join(here.path, 'gap.yaml');
    writeFileSync(
      file,
      [
        'id: gap',
        `extends: ${BASE}`,
        'title: Two classes with a gap',
        'question: Held or not?',
        'about: A deal is in neither class.',
        'outcomes:',
        '  - { id: not-held, title: Not held, meaning: They do not meet., question: q, resolvesOn: 2025-11-14, consult: c, tie: t, when: { term: meeting-held, below: 1 } }',
        '  - { id: nothing, title: Nothing, meaning: No text., question: q, resolvesOn: 2025-11-14, consult: c, tie: t, when: { all: [{ term: meeting-held, atLeast: 1 }, { term: agreement-reached, below: 1 }] } }',
      ].join('\n'),
    );
    const { exit, out } = await cli('project', file, ...FEW);
    const { unclassified, outcomes } = JSON.parse(out) as ReturnType<typeof project>;
    expect(exit).toBe(1);
    expect(unclassified.runs).toBeGreaterThan(0);
    expect(outcomes!.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1 - unclassified.runs / 20, 5);
    const screen = await cli('project', file, ...FEW.slice(0, 4));
    expect(screen.out).toContain('leave a gap or overlap');
  });
});
