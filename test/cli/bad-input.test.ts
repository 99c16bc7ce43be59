import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/kit/version';
import { cli, folder, type Folder } from './run-cli';

const BASE = 'kuala-lumpur-2025';
const VARIANT = `id: x\nextends: ${BASE}\n`;

let files: Folder;
beforeAll(() => {
  files = folder();
});
afterAll(() => files.remove());

const event = (fields: Record<string, unknown>) =>
  JSON.stringify({
    type: 'tariff.cut',
    actor: 'US',
    on: '2025-10-25',
    id: 'us/ieepa-fentanyl',
    ratePct: 10,
    ...fields,
  });

/** Command lines, and what the one sentence must say. */
const LINES: readonly (readonly [name: string, argv: readonly string[], says: readonly string[]])[] = [
  [
    'no such scenario',
    ['show', 'kuala-lumpr-2025'],
    ['kuala-lumpr-2025', 'did you mean "kuala-lumpur-2025"'],
  ],
  ['an empty name', ['show', ''], ['no such scenario', BASE]],
  ['a file that is not there', ['run', './nowhere.yaml'], ['./nowhere.yaml', 'there is no such file']],
  ['a directory', ['check', '.'], ['directory']],
  [
    'a mistyped quantity',
    ['project', BASE, '--given', 'clas:rollback'],
    ['--given', '"clas:rollback"', 'did you mean "class:rollback"?'],
  ],
  ['a value that nothing is to pass', ['flip', BASE, '--past', '60%'], ['--past needs --output']],
  ['work for registered answers', ['forecast', '--runs', '3'], ['--runs', '--again']],
  ['a seed for registered answers', ['forecast', '--seed', 'a'], ['--seed', '--again']],
  [
    'a day beside the published averages',
    ['ledger', '--at', '2025-01-01', '--published'],
    ['--at', '--published', 'exclude each other'],
  ],
  ...['--why', '--observed', '--given=held'].map(
    (flag) =>
      [
        `${flag} of a shard`,
        ['project', BASE, '--runs', '20', '--shard', '1/2', '--out', './o.json', flag],
        [flag.replace('=held', ''), '--shard', 'merged'],
      ] as const,
  ),
  ['an option twice', ['run', BASE, '--seed', 'a', '-s', 'b'], ['--seed', 'twice', '"a"', '"b"']],
  ['a condition twice', ['project', BASE, '--given', 'held', '--given', 'deal'], ['--given', 'twice']],
  [
    'an actor among the fields',
    ['show', BASE, '--act', 'US meeting.doubt meeting=busan-2025 actor=CN'],
    ['--act', 'actor is no field'],
  ],
  [
    'a day among the fields',
    ['explain', BASE, '--event', 'US meeting.doubt meeting=busan-2025 on=2025-10-28'],
    ['--event', 'on is no field', 'at the end'],
  ],
  ['a folder without a name', ['export', BASE, '-o', '', '-n', '1'], ['a folder has a name']],
  ['runs of nought', ['project', BASE, '--runs', '0'], ['--runs', '"0"', 'from 1 to 10000000']],
  ['negative runs', ['project', BASE, '--runs', '-1'], ['--runs', '"-1"']],
  ['runs in powers of ten', ['project', BASE, '--runs', '1e12'], ['--runs', '"1e12"']],
  ['runs above the most', ['project', BASE, '--runs', '10000001'], ['--runs', '10000000']],
  ['runs that are no number', ['project', BASE, '--runs', 'abc'], ['--runs', '"abc"']],
  ['runs with a fraction', ['project', BASE, '--runs', '10.5'], ['--runs', '"10.5"']],
  [
    'a seed of 10 000 characters',
    ['project', BASE, '--seed', 'x'.repeat(10_000)],
    ['--seed', '1 to 200', '10000'],
  ],
  ['an empty seed', ['run', BASE, '--seed', ''], ['--seed', 'given none']],
  ['a negative episode', ['run', BASE, '--episode', '-3'], ['--episode', '"-3"']],
  ['no workers', ['project', BASE, '--workers', '0'], ['--workers', 'from 1 to 256']],
  ['an unknown option', ['project', BASE, '--sed', '7'], ['"--sed"', 'did you mean "--seed"?']],
  [
    'an option like no other',
    ['show', BASE, '--quux'],
    ['"--quux"', 'it takes --after, --act, --today, --facts, --json, --help'],
  ],
  ['an unknown option of the program', ['--quux'], ['"--quux"', '--version']],
  ['an unknown command', ['projct', BASE], ['"projct"', 'did you mean "project"?']],
  ['a command like no other', ['quux'], ['"quux"', 'list, show, run, play, project']],
  ['a missing argument', ['explain'], ['<scenario> is missing', 'explain <scenario>']],
  ['a missing file', ['merge'], ['<file> is missing', 'merge <file...>']],
  ['an option without its value', ['project', BASE, '--runs'], ['--runs takes <n>', 'given nothing']],
  ['an argument too many', ['list', 'me'], ['too many arguments', 'list takes no argument', '"me"']],
  ['a file by the option of a quantity', ['report', BASE, '--output', 'x.html'], ['"--output"', 'it is -o']],
  ['a folder by the option of a quantity', ['export', BASE, '--output', 'x'], ['"--output"', 'it is -o']],
  [
    'a share of more than all',
    ['flip', BASE, '--output', 'class:rollback', '--past', '160%'],
    ['--past', '160%', 'from 0% to 100%'],
  ],
  ['a quantity by the option of a file', ['sensitivity', BASE, '-o', 'held'], ['"-o"', 'it is --output']],
  [
    'a reading of pain that is none',
    ['backtest', '--pain', 'stedy'],
    ['--pain takes age or steady', 'steady"?'],
  ],
  ['a day that does not exist', ['ledger', '--at', '2025-02-30'], ['2025-02-30', 'YYYY-MM-DD']],
  ['a day before the record', ['ledger', '--at', '2017-12-31'], ['2018-01-01', '2017-12-31']],
  ['a day after the record', ['ledger', '--at', '2026-10-10'], ['2026-10-09', '2026-10-10', 'Nothing later']],
  [
    'a past meeting that the record does not have',
    ['show', 'past-helsinki'],
    ['past-helsinki', 'past-geneva-2025'],
  ],
  [
    'a table that does not exist',
    ['export', BASE, '-o', './nowhere', '--tables', 'episodes,evnts'],
    ['--tables', '"evnts"', 'did you mean "events"'],
  ],
  [
    'a format that does not exist',
    ['export', BASE, '-o', './nowhere', '--format', 'parqet'],
    ['--format', 'did you mean "parquet"'],
  ],
  [
    'runs that are too few, by the name of the option',
    ['advise', BASE, '--party', 'US', '--runs', '32'],
    ['--runs: expected at least'],
  ],
  [
    'a wish that is no quantity',
    ['advise', BASE, '--party', 'US', '--want', 'zzz'],
    ['--want: no such quantity', '"zzz"'],
  ],
  [
    'an argument that is none of those',
    ['record', 'foo', '{}', '--into', './nowhere'],
    ['<what> takes add', '"foo"'],
  ],
  [
    'an act for a file',
    ['show', BASE, '--after', 'CN x'],
    ['no such file', '--after takes the name of a file, --act an act'],
  ],
  [
    'a name that is neither a scenario nor a file',
    ['check', 'soybean-first'],
    ['did you mean "soybeans-first"?'],
  ],
  ['a folder that is a file', ['export', BASE, '-o', './package.json'], ['package.json', 'is a file']],
  ['an export to nowhere', ['export', BASE], ['-o, --out <folder>', 'the folder to write']],
  ['part runs that are no number', ['backtest', '--part-runs', 'many'], ['--part-runs', 'many']],
  ['an event that is not JSON', ['explain', BASE, '--event', '{"type":'], ['--event', 'JSON']],
  ['an event that is a number', ['explain', BASE, '--event', '3'], ['--event takes an act', 'given "3"']],
  [
    'an event of an unknown type',
    ['explain', BASE, '--event', event({ type: 'tariff.cutt' })],
    ['did you mean "tariff.cut"'],
  ],
  [
    'an event with a number as text',
    ['explain', BASE, '--event', event({ ratePct: '10' })],
    ['ratePct', 'a number', '"10"'],
  ],
  ['an event with an unknown key', ['explain', BASE, '--event', event({ rate: 1 })], ['unknown key "rate"']],
  [
    'an event by nobody',
    ['explain', BASE, '--event', event({ actor: 'USA' })],
    ['actor', 'did you mean "US"'],
  ],
  [
    'an event on a day that does not exist',
    ['explain', BASE, '--event', event({ on: '2025-02-29' })],
    ['2025-02-29'],
  ],
  ['a family of moves that does not exist', ['actions', 'tarrif'], ['did you mean "tariff"']],
];

/** Files, and what the complaint must say after the file's name, its line and column. */
const FILES: readonly (readonly [
  name: string,
  content: string | Uint8Array,
  place: string,
  says: readonly string[],
])[] = [
  ['an unknown key', `${VARIANT}titel: a\n`, '3:1', ['titel', 'did you mean "title"']],
  ['a wrong date', `${VARIANT}asOf: 2025-13-01\n`, '3:7', ['asOf', '2025-13-01']],
  ['a number as text', `${VARIANT}parameters:\n  K: "0.4"\n`, '4:6', ['parameters.K', 'a number', '"0.4"']],
  [
    'a parameter outside its domain',
    `${VARIANT}parameters:\n  threats.postponedDays: 10.5\n`,
    '4:26',
    ['parameters.threats.postponedDays', 'a whole number from 1 to 3650 (days)', 'given 10.5'],
  ],
  [
    'a range of which one end lies outside',
    `${VARIANT}parameters:\n  rho: { low: 0.9, central: 2, high: 3 }\n`,
    '4:15',
    ['parameters.rho.low', 'bargaining.curvature must be a number above 1 to 20', 'given 0.9'],
  ],
  [
    'a parameter by both of its names',
    `${VARIANT}parameters:\n  K: 0.4\n  bargaining.privateCost: 0.4\n`,
    '5:3',
    ['"bargaining.privateCost" and "K" are one parameter'],
  ],
  [
    'a misspelt parameter',
    `${VARIANT}parameters:\n  meeting.notHold: 0.1\n`,
    '4:3',
    ['did you mean "meeting.notHeld"'],
  ],
  [
    'a policy that does not exist',
    `${VARIANT}policies:\n  US: hard-line\n  CN: crisis-game\n`,
    '4:7',
    ['did you mean "hard-liner"'],
  ],
  ['an issue that does not exist', `${VARIANT}agenda: [soybean]\n`, '3:10', ['did you mean "soybeans"']],
  [
    'a supposed event that is malformed',
    `${VARIANT}events:\n  cut:\n    on: 2025-10-28\n    actor: US\n    type: tariff.cut\n    id: us/mfn\n    ratePct: ten\n`,
    '9:14',
    ['events.cut.ratePct', '"ten"'],
  ],
  ['a base that does not exist', 'id: x\nextends: kuala-lumpur\n', '2:10', ['no such scenario']],
  ['a truncated file', `{"id": "x", "extends": "${BASE}", "parameters": {"K": `, '1:65', ['cut off']],
  ['a duplicate key', `${VARIANT}id: y\n`, '3:1', ['twice']],
  ['a tab for an indent', 'id: x\npolicies:\n\tUS: crisis-game\n', '3:1', ['tab']],
  ['two documents', 'id: x\n---\nid: y\n', '2:1', ['one document']],
  ['an empty file', '', '1:1', ['empty']],
  ['a file of comments', '# nothing\n', '1:1', ['empty']],
  ['broken UTF-8', new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0x78, 0x0a, 0xff, 0xfe]), '2:1', ['UTF-8']],
  ['a list for a scenario', '- a\n', '1:1', ['object']],
  ['a cycle of aliases', 'a: &a\n  b: *a\n', '1:1', ['nests deeper']],
  ['brackets without end', `a: ${'['.repeat(20_000)}`, '1:1', ['nests deeper']],
  ['a tag', 'id: !!js/function x\n', '1:5', ['tag']],
];

describe('bad input', () => {
  it.each(LINES)('%s is refused in one sentence', async (_name, argv, says) => {
    const { exit, out, err } = await cli(...argv);
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    for (const part of says) expect(err).toContain(part);
    expect(err.length).toBeLessThan(1_100);
    // Where it ends as a sentence, it does so once.
    expect(err).not.toMatch(/[.?!][.]$/m);
    expect(err).not.toMatch(/\n\s+at |undefined/);
  });

  it.each(FILES)('%s in a file is refused with its place', async (name, content, place, says) => {
    const path = files.file(`${name.replaceAll(' ', '-')}.yaml`, content);
    for (const argv of [
      ['check', path],
      ['project', path],
      ['show', path, '--json'],
    ]) {
      const { exit, out, err } = await cli(...argv);
      expect(exit).toBe(2);
      expect(out).toBe('');
      expect(err).toContain(`${path}:${place}: `);
      for (const part of says) expect(err).toContain(part);
      expect(err).not.toMatch(/\n\s+at |[.?!][.]$/m);
    }
  });

  it('a file above one mebibyte is refused unread', async () => {
    const path = files.file('large.yaml', `# ${'x'.repeat(1024 * 1024)}\n`);
    const { exit, err } = await cli('check', path);
    expect(exit).toBe(2);
    expect(err).toContain('1048576');
  });

  it('aliases that multiply are refused', async () => {
    const line = (name: string, inner: string) => `${name}: &${name} [${Array(9).fill(inner).join(',')}]\n`;
    const names = [...'abcdefghij'];
    const bomb = names.map((name, at) => line(name, at === 0 ? 'x' : `*${names[at - 1]!}`)).join('');
    const { exit, err } = await cli('check', files.file('bomb.yaml', bomb));
    expect(exit).toBe(2);
    expect(err).toContain('aliases');
  });

  it('check tells the same as JSON, with line and column, and still ends with 2', async () => {
    const path = files.file('unknown.yaml', `${VARIANT}titel: a\n`);
    const { exit, out } = await cli('check', path, '--json');
    expect(exit).toBe(2);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      findings: [
        {
          path: 'titel',
          line: 3,
          column: 1,
          code: 'scenario/unknown-key',
          message: 'unknown key "titel"; did you mean "title"?',
        },
      ],
    });
  });

  it('many complaints are cut to ten and counted', async () => {
    const { err } = await cli('check', files.file('bare.yaml', 'id: x\n'));
    const lines = err.trimEnd().split('\n');
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toMatch(/and \d+ more/);
  });
});

describe('bad logs', () => {
  const log = {
    version: VERSION,
    scenario: BASE,
    seed: '1',
    episode: 0,
    events: [] as unknown[],
    outcome: null,
    digest: 'x',
  };
  const cases: readonly (readonly [name: string, content: string, says: string])[] = [
    ['of another version', JSON.stringify({ ...log, version: '9.9.9' }), '9.9.9'],
    ['of no scenario', JSON.stringify({ ...log, scenario: 'kuala-lumpur-2024' }), 'did you mean'],
    ['with a seed too long', JSON.stringify({ ...log, seed: 'x'.repeat(10_000) }), 'seed'],
    [
      'with an event of an unknown type',
      JSON.stringify({ ...log, events: [{ type: 'tariff.cutt' }] }),
      'events.0.type',
    ],
    ['with events that are no list', JSON.stringify({ ...log, events: {} }), 'events'],
    ['without a digest', JSON.stringify({ ...log, digest: 3 }), 'digest'],
    ['cut off', JSON.stringify(log).slice(0, 40), 'cut off'],
    ['longer than a log', `${JSON.stringify(log)} x`, 'something stands behind its end'],
    [
      'one with a key twice',
      '{"episode":1,\n"episode":2}',
      ':2:1: the key "episode" stands twice in one object',
    ],
    ['that is empty', '', 'empty'],
    ['that is a list', '[]', 'object'],
    ['that is not JSON', 'hello', '1:1'],
  ];

  it('a log without an event is no log of what it says', async () => {
    const { exit, out } = await cli(
      'replay',
      files.file('no-event.json', JSON.stringify({ ...log, outcome: 'truce' })),
    );
    expect(exit).toBe(1);
    expect(out).toContain('without an event there is no outcome');
  });

  it.each(cases)('a log %s is refused', async (name, content, says) => {
    const path = files.file(`${name.replaceAll(' ', '-')}.json`, content);
    const { exit, out, err } = await cli('replay', path, '--json');
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/[.?!][.]$/m);
  });
});
