/** The game of `detente play`: lines that take one lawful game to another, and what a terminal or a pipe sees of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../src/analyses/prepared';
import { replayLog } from '../../src/analyses/replayed-log';
import { daysOfSeat, seated } from '../../src/analyses/seat';
import { GAME_COMMANDS, stepGame } from '../../src/cli/game';
import { gameLog, newGame, type Game } from '../../src/cli/game-value';
import { digest, legalActions, replay, runEpisode } from '../../src/entries/index';
import { existing } from '../../src/kit/lists';
import { PARTY_IDS } from '../../src/model/actor';
import { PLAIN } from '../../src/report/wording/text';
import { atLength } from '../extent';
import { cli, cliWith, folder, longestLine } from './run-cli';

const BASE = 'kuala-lumpur-2025';
const here = folder();
afterAll(here.remove);

const prepared = prepare(BASE);
const planOf = (party: 'US' | 'CN', seed = '1') => ({
  prepared,
  party,
  seed,
  runs: 4,
  own: {},
  paint: PLAIN,
});
const begun = { US: newGame(planOf('US')), CN: newGame(planOf('CN')) };

/** A game after some lines. */
const after = (game: Game, ...lines: readonly string[]) =>
  lines.reduce((now, line) => stepGame(now, line).game, game);
/** What a line is answered. */
const said = (game: Game, line: string) => stepGame(game, line).lines.join('\n');
/** The same in one line, however it is wrapped. */
const inShort = (game: Game, line: string) => said(game, line).replace(/\s+/g, ' ');

/** A game as what of it counts: what has been done, what has happened, where it stands. */
const gist = ({ acts, log, stance, state, over }: Game) => ({
  acts,
  log,
  stance,
  state: digest(state),
  over,
});

const WORDS = [
  'duty',
  'listing impose',
  'raise',
  'meeting',
  'statement',
  'control tighten',
  'truce',
  'pledge',
];
const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...GAME_COMMANDS) },
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 22 }).map(String) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('', '-', 'pass 2', 'pass 2025-10-30', 'pass 2999-01-01', 'table yields'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'tariff.raise ratePct=60',
      'listing.impose entities=7 id=constructor',
      'meeting.call-off',
      'tariff.withdraw id=__proto__',
      'statement.make tone=[1,2]',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

describe('a game', () => {
  it('is lawful and replayable whatever is typed, and does what was done in the order in which it was done', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PARTY_IDS), fc.array(line, { maxLength: 14 }), (party, lines) => {
        let game = begun[party];
        for (const one of lines) {
          const { log } = game;
          const step = stepGame(game, one);
          expect(step.lines.join('\n')).not.toContain('Cannot be projected');
          game = step.game;
          // What has happened stays as it was, but for undo.
          if (one !== 'undo') expect(game.log.slice(0, log.length)).toEqual(log);
        }
        const again = replay(prepared.initial, game.log);
        expect(again.ok && digest(again.state)).toBe(digest(game.state));
        expect(game.log.filter((event) => game.acts.includes(event))).toEqual(game.acts);
        const found = replayLog(JSON.parse(JSON.stringify(gameLog(game))));
        expect(found.ok && found.replayed.ok).toBe(true);
      }),
      { numRuns: atLength(150, 8) },
    );
  });

  it('is taken back step by step to what it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PARTY_IDS), fc.array(line, { maxLength: 10 }), (party, lines) => {
        const steps = [begun[party]];
        let game = begun[party];
        for (const one of lines.filter((word) => word !== 'undo')) {
          const next = stepGame(game, one).game;
          if (next.before === game) steps.push(next);
          game = next;
        }
        for (const earlier of steps.reverse()) {
          expect(gist(game)).toEqual(gist(earlier));
          game = after(game, 'cancel', 'undo');
        }
      }),
      { numRuns: atLength(100, 6) },
    );
  });

  it('leaves the other party, chance and the days before as they are where nothing is done', () => {
    const own = { ...seated(planOf('CN'), [], 'bargains') };
    const { events } = runEpisode(BASE, { policies: { CN: 'scripted' } });
    // As in an episode in which that party does nothing, up to its last day.
    const upTo = daysOfSeat(planOf('CN')).last;
    const until = <E extends { readonly on: string }>(log: readonly E[]) => log.filter(({ on }) => on < upTo);
    expect(until(own.log)).toEqual(until(events));
  });

  it('does nothing against the law: it says the rule, and an act near it that is lawful', () => {
    const refused = stepGame(begun.US, 'tariff.raise id=us/ieepa-fentanyl ratePct=19');
    const text = refused.lines.join('\n').replace(/\s+/g, ' ');
    expect(refused.game.acts).toEqual([]);
    expect(text).toContain('(tariff/not-a-rise)');
    const near = existing(/Lawful and near: (.+)$/.exec(text)?.[1]);
    expect(after(begun.US, near).acts).toHaveLength(1);
  });

  it('does nothing to what nobody named: it asks which where several may be meant, of every type', () => {
    let asked = 0;
    for (const party of PARTY_IDS) {
      const game = begun[party];
      const lawful = [...legalActions(game.state, { actor: party })];
      for (const type of new Set(lawful.map((template) => template.type))) {
        const several = lawful.filter((template) => template.type === type).length > 1;
        const step = stepGame(game, type);
        if (!several) continue;
        asked += 1;
        expect(step.game.acts, type).toEqual([]);
        expect(step.lines[0], type).toMatch(/^Which one\? Say \w+=…, or the number/);
        const [first] = step.game.listed;
        expect(first !== undefined && 'template' in first && first.template.type).toBe(type);
      }
    }
    expect(asked).toBeGreaterThan(20);
    const named = stepGame(begun.US, 'tariff.suspend id=us/ieepa-fentanyl');
    expect(named.game.acts.map(({ type }) => type)).toEqual(['tariff.suspend']);
    // Only one authority has that list.
    expect(stepGame(begun.US, 'listing.impose list=entity-list entities=200').game.acts).toHaveLength(1);
  });

  it.each([
    [
      'tariff.threaten ratePct=5 ratePct=6',
      'given "tariff.threaten ratePct=5 ratePct=6": ratePct stands there twice.',
    ],
    ['tariff.threaten label="abc', 'the quotation mark at character 23 is not closed.'],
    ['tariff.raise on 2025-13-01', 'You act today, on 2025-10-25; given "2025-13-01".'],
    ['tariff.raise on 2025-10-24', 'You act today, on 2025-10-25; given "2025-10-24".'],
    ['tariff.raise on 2025-10-28', 'You act today, on 2025-10-25: pass 2025-10-28 comes first.'],
  ])('tells what is wrong with an act as it was typed: %s', (typed, expected) => {
    const told = inShort(begun.US, typed);
    expect(told).toContain(expected);
    // The party is known, and never typed.
    expect(told).not.toContain('US ');
  });

  it('asks for the fields that the law leaves open, one by one, and for no other', () => {
    const listed = after(begun.US, 'listing impose ecra');
    expect(said(listed, '1')).toMatch(/^listing, impose/);
    let game = after(begun.US, 'listing impose ieepa', '1');
    expect(said(game, 'NOT AN ID')).toContain('is not allowed');
    expect(said(game, 'NOT AN ID')).not.toContain('imposes');
    game = after(game, 'us/mine', 'A label, with a comma', '');
    const many = said(game, '0');
    expect(many).toContain('a whole number from 1 to');
    for (const answer of ['250', '', '', '', '']) if (game.asking !== null) game = after(game, answer);
    expect(game.acts).toMatchObject([
      {
        type: 'listing.impose',
        id: 'us/mine',
        label: 'A label, with a comma',
        entities: 250,
        on: '2025-10-25',
      },
    ]);
    expect(after(listed, '1', 'cancel').asking).toBeNull();
  });

  it('ends two weeks after the meeting, in the class of the episode and with both sides’ story', () => {
    const ended = stepGame(after(begun.US, 'pass 6', 'keep'), 'pass 30');
    const { episode, over, state } = ended.game;
    expect(over).toBe(true);
    expect(state.today).toBe('2025-11-13');
    const found = prepared.scenario.outcomes.find(({ id }) => id === episode.outcome);
    const text = ended.lines.join('\n');
    expect(text).toContain(`How it ends: ${existing(found).title}`);
    expect(text).toMatch(/Washington[^]*Beijing[^]*Average duties: Washington 57\.6% at first/);
    expect(said(ended.game, 'pass')).toContain('It is over');
    expect(after(ended.game, 'undo').over).toBe(false);
  });

  it('ends at the horizon, and in no class, where no meeting lies ahead', () => {
    const plan = { ...planOf('US'), prepared: prepare(BASE, { today: '2026-11-05' }) };
    const text = said(newGame(plan), 'pass 30');
    expect(text).toContain('to 10 Nov 2026');
    expect(text).toContain('no class of outcomes');
    expect(text).not.toContain('How it ends');
  });

  it('bargains as one who gives none of its measures in force where that is chosen', () => {
    const grants = (stance: string) =>
      after(begun.US, `table ${stance}`, 'pass 6')
        .log.flatMap((event) => (event.type === 'agreement.reach' ? event.terms : []))
        .filter(({ giver }) => giver === 'US')
        .map(({ issue }) => issue);
    expect(grants('bargains')).toContain('port-fees');
    expect(grants('withholds')).not.toContain('port-fees');
  });

  it('keeps all promises of a party that the law lets it keep, and takes them back at once', () => {
    const met = after(begun.US, 'pass 6');
    const owed = after(met, 'promises').listed.length;
    const kept = after(met, 'keep');
    expect(owed).toBeGreaterThan(1);
    expect(kept.acts).toHaveLength(owed);
    expect(Object.values(kept.state.pledges).filter(({ status }) => status === 'performed')).toHaveLength(
      owed,
    );
    expect(said(kept, 'promises')).toBe('No promise of yours is open.');
    expect(gist(after(kept, 'undo'))).toEqual(gist(met));
  });

  it('tells why things happened, and what was done by whom', () => {
    const acted = after(begun.US, 'statement.make', 'pass 6', 'why');
    expect(said(acted, 'why')).toMatch(/The leaders agree [^:]*: bargaining/);
    expect(said(after(begun.US, 'pass', 'meeting.doubt', 'pass'), 'why').length).toBeGreaterThan(0);
  });

  it('projects from where it stands, and what the last act changes', () => {
    const first = said(begun.US, 'project');
    expect(first).toContain('a deal of some kind');
    expect(first).not.toContain('last act');
    const second = said(after(begun.US, 'tariff.withdraw id=us/ieepa-fentanyl traded=false'), 'project');
    expect(second).toContain('points by last act');
    expect(second).toContain('37.6% today');
  });

  it('says what was probably meant', () => {
    expect(said(begun.US, 'projct')).toContain('did you mean project?');
    expect(inShort(begun.US, 'pass yesterday')).toContain('given "yesterday"');
    expect(said(begun.US, '7')).toContain('No act has the number 7');
    expect(said(begun.US, 'x'.repeat(10_001))).toContain('at most 10000 characters');
  });
});

describe('detente play', () => {
  let out = '';
  const saved = join(here.path, 'game.json');
  beforeAll(async () => {
    const lines = [
      'help',
      'acts',
      'duty',
      'listing impose',
      '1',
      '',
      '',
      '',
      '',
      '',
      '',
      'pass 6',
      'promises',
      'keep',
    ];
    const ran = await cliWith([...lines, 'why', 'look', 'pass'], 'play', BASE, '--save', saved, '--as', 'CN');
    expect(ran).toMatchObject({ exit: 0, err: '' });
    ({ out } = ran);
  });

  it('plays the lines of a pipe without a prompt, in 80 columns', () => {
    expect(out).toContain('How it ends:');
    expect(out).not.toMatch(/^> /m);
    expect(longestLine(out.replace(/https?:\S+/g, ''))).toBeLessThanOrEqual(80);
  });

  it('leaves a log that replays, and from which every command goes on', async () => {
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({ scenario: BASE });
    expect((await cli('replay', saved)).exit).toBe(0);
    const on = await cliWith(['pass'], 'play', BASE, '--after', saved, '--today', '2025-11-13');
    expect(on.err).toBe('');
    expect(on.out).toContain('14 Nov 2025');
  });

  it('leaves with 0 when it quits and when its lines end, and hears nothing after that', async () => {
    const quit = await cliWith(['quit', 'pass'], 'play', BASE);
    expect(quit.exit).toBe(0);
    expect(quit.out).not.toContain('26 Oct 2025');
    expect((await cliWith([], 'play', BASE)).exit).toBe(0);
  });

  it('repeats no control character that was typed', async () => {
    const ran = await cliWith(
      ['\u001b]0;mine\u0007 duty', 'listing.impose authority=ecra label="\u009b2J\u202e" id=us/x', 'story'],
      'play',
      BASE,
    );
    expect(ran.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(ran.out).toContain('[U+');
  });

  it('saves where a line says so, and says what is wrong where it cannot', async () => {
    const at = join(here.path, 'by-line.json');
    const ran = await cliWith([`save ${at}`, 'save', `save ${at}/x.json`], 'play', BASE);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('save takes the name of a file');
    expect(ran.out).toContain('cannot be written');
    expect((await cli('replay', at)).exit).toBe(0);
  });

  it('is refused with exit 2 for a party that there is not', async () => {
    const { exit, err } = await cli('play', BASE, '--as', 'UK');
    expect(exit).toBe(2);
    expect(err).toContain('US, CN');
  });
});
