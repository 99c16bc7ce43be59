/**
 * Hostile input: whatever is thrown at a parser, it answers with clear complaints or, where the input is sound after
 * all, with a plain value. It never throws, never hangs, writes nothing and changes no prototype.
 *
 * The bounds are counts and not seconds: an event is walked to 20 000 values, a scenario or record to 200 000 and 64
 * levels, a scenario file is read to 1 MiB and a log to 64 MiB. `npm run test:all` runs the full number of inputs,
 * `npm test` a twentieth of them.
 */
import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import {
  actionTypes,
  loadScenario,
  parseEvent,
  parseScenario,
  runEpisode,
  scenarios,
  parseFacts,
} from '../../src/entries/index';
import { readScenarioFile } from '../../src/entries/node';
import { parseScenarioText } from '../../src/entries/scenarios';
import { VERSION } from '../../src/kit/version';
import { cli, folder } from '../cli/run-cli';
import { atLength } from '../extent';
import { Dice, mutated, mutatedBytes, mutatedText } from './mutations';
import { expectPrototypesUnchanged, Tally, unclear } from './watch';
import { itLong } from '../long';

const count = (full: number) => atLength(full, full / 20);
/** A watchdog for what hangs, not a bar: the slowest takes a tenth of this on a busy machine. */
const WATCHDOG_MS = 600_000;

const files = folder();
const shipped = () => ['scenarios', 'schema', 'src/data'].flatMap((path) => readdirSync(path)).sort();
const before = shipped();
afterAll(() => files.remove());
afterEach(() => {
  expectPrototypesUnchanged();
  expect(shipped()).toEqual(before);
});

/** Runs so many cases and reports them in one line; fails on the first faults. */
function run(
  kind: string,
  cases: number,
  answer: (dice: Dice, index: number) => Parameters<Tally['note']>[1],
): Tally {
  const tally = new Tally();
  for (let index = 0; index < cases; index += 1) {
    try {
      tally.note(index, answer(new Dice(kind, index), index));
    } catch (error) {
      tally.threw(index, error);
    }
  }
  process.stdout.write(`${kind}: ${tally.text}\n`);
  expect(tally.faults).toEqual([]);
  expect(tally.refused).toBeGreaterThan(cases / 2);
  return tally;
}

const folderOfScenarios = join(import.meta.dirname, '../../scenarios');
const texts = [
  ...readdirSync(folderOfScenarios)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(folderOfScenarios, name), 'utf8')),
  JSON.stringify(
    { id: 'x', extends: 'kuala-lumpur-2025', title: 'A variant', parameters: { alpha: 0.5 } },
    null,
    2,
  ),
];

describe('hostile input', () => {
  it(
    'to parseEvent is refused in clear words',
    () => {
      const examples = actionTypes.flatMap((action) => action.examples);
      const tally = run('events', count(60_000), (dice) => {
        const parsed = parseEvent(mutated(dice, dice.pick(examples)));
        return parsed.ok ? { ok: true, value: parsed.event } : parsed;
      });
      expect(tally.shapes.size).toBeGreaterThan(20);
    },
    WATCHDOG_MS,
  );

  it(
    'to parseScenario is refused in clear words',
    () => {
      const variant = {
        id: 'a-variant',
        extends: 'kuala-lumpur-2025',
        events: loadScenario('soybeans-first').events,
        issues: { taiwan: { cap: 0.5 } },
        parameters: { alpha: { low: 0.1, central: 0.2, high: 0.3 } },
      };
      const tally = run('scenario values', count(25_000), (dice) => {
        const parsed = parseScenario(mutated(dice, dice.roll() < 0.5 ? variant : dice.pick(scenarios)));
        return parsed.ok ? { ok: true, value: parsed.scenario } : parsed;
      });
      expect(tally.shapes.size).toBeGreaterThan(30);
    },
    WATCHDOG_MS,
  );

  it(
    'to parseScenarioText is refused in clear words, each with a place',
    () => {
      run('scenario texts', count(8_000), (dice) => {
        const parsed = parseScenarioText(mutatedText(dice, dice.pick(texts)));
        if (parsed.ok) return { ok: true, value: parsed.scenario };
        for (const { line, column } of parsed.issues)
          if (!(line! >= 1 && column! >= 1)) throw new Error('no place');
        return parsed;
      });
    },
    WATCHDOG_MS,
  );

  it(
    'in scenario files is refused in clear words, bytes that are no UTF-8 among it',
    () => {
      run('scenario files', count(2_000), (dice) => {
        const parsed = readScenarioFile(files.file('scenario.yaml', mutatedBytes(dice, dice.pick(texts))));
        return parsed.ok ? { ok: true, value: parsed.scenario } : parsed;
      });
    },
    WATCHDOG_MS,
  );

  it(
    'to parseFacts is refused in clear words',
    () => {
      // The whole record is large, so each case has a short one: the first two rows of each file.
      const short = JSON.parse(
        JSON.stringify(facts, (_key, value: unknown) => (Array.isArray(value) ? value.slice(0, 3) : value)),
      ) as unknown;
      run('facts', count(5_000), (dice) => {
        const parsed = parseFacts(mutated(dice, short));
        return parsed.ok ? { ok: true, value: parsed.facts } : parsed;
      });
    },
    WATCHDOG_MS,
  );

  itLong(
    'in logs is refused by the command in one line, and nothing is printed or written',
    async () => {
      const { events } = runEpisode('kuala-lumpur-2025');
      const log = {
        version: VERSION,
        scenario: 'kuala-lumpur-2025',
        seed: '1',
        episode: 0,
        events: events.slice(0, 6),
        outcome: null,
        digest: '0'.repeat(64),
      };
      const valid = JSON.stringify(log);
      const cases = count(10_000);
      const tally = new Tally();
      for (let index = 0; index < cases; index += 1) {
        const dice = new Dice('logs', index);
        const way = dice.below(3);
        let content: string | Uint8Array;
        if (way === 0) content = mutatedBytes(dice, valid);
        else if (way === 1) content = mutatedText(dice, valid);
        else content = asJson(mutated(dice, log));
        const path = files.file('log.json', content);
        const { exit, out, err } = await cli('replay', path, '--json');
        if (exit === 2) {
          const lines = err.trimEnd().split('\n');
          tally.note(index, {
            ok: false,
            issues: lines.map((line) => ({ message: line.replace(path, 'log') })),
          });
          if (lines.length !== 1 || out !== '') tally.threw(index, `${out}${err}`);
        } else {
          tally.note(index, { ok: true, value: JSON.parse(out) });
          if ((exit !== 0 && exit !== 1) || err !== '') tally.threw(index, `exit ${exit}: ${err}`);
        }
      }
      process.stdout.write(`logs: ${tally.text}\n`);
      expect(tally.faults).toEqual([]);
      expect(tally.refused).toBeGreaterThan(cases / 3);
      expect(readdirSync(files.path).sort()).toEqual(['log.json', 'scenario.yaml']);
    },
    WATCHDOG_MS,
  );

  itLong(
    'of fifty megabytes is refused: scenarios unread, logs within their bounds',
    async () => {
      const size = 50 * 1024 * 1024;
      const large = files.file('large.yaml', 'id: x\n');
      truncateSync(large, size);
      const read = readScenarioFile(large);
      expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual(['file/too-large']);
      const wide = `{"events":[${'1,'.repeat(size / 2)}1]}`;
      for (const content of ['['.repeat(size), `{"a":"${'x'.repeat(size)}"}`, wide]) {
        const { exit, out, err } = await cli('replay', files.file('large.json', content));
        expect([exit, out]).toEqual([2, '']);
        expect(unclear(err)).toBeNull();
      }
    },
    WATCHDOG_MS,
  );

  const NESTED: readonly (readonly [string, string])[] = [
    ['lists in a line', `a: ${'['.repeat(5e3)}${']'.repeat(5e3)}`],
    ['lists of JSON', `{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`],
    ['lists that nobody closes', '['.repeat(5e5)],
    ['objects', '{a: '.repeat(1e5)],
    ['pairs in lists', '[a: '.repeat(1e5)],
    ['items of items', `${'- '.repeat(4e5)}a`],
    ['keys of keys', `${'? '.repeat(4e5)}a`],
    ['items and keys in turn', '- ? '.repeat(2e5)],
    ['values without keys', ': '.repeat(3e5)],
    ['blocks in blocks', Array.from({ length: 1_300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ];
  it.each(NESTED)('of %s far beyond the deepest level is refused before it is read', (_, text) => {
    // Twice: what the engine compiles for the second reading is what a stack that runs out would end the process in.
    for (let time = 0; time < 2; time += 1) {
      const read = parseScenarioText(text);
      expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual(['yaml/too-deep']);
    }
  });

  it.each(['\u0000', '\u001b', '\u007f', '\u009b', '\ufffe\u0000'])(
    'with a character that no file may have is told where it stands: %j',
    (character) => {
      const read = parseScenarioText(`id: x\nextends: kuala-lumpur-2025\ntitle: "T${character}x"\n`);
      const issues = read.ok ? [] : read.issues;
      expect(issues.map(({ code, line }) => [code, line])).toEqual([['yaml/unprintable', 3]]);
      expect(issues[0]!.column).toBe(10 + character.length - 1);
      expect(issues[0]!.message).toMatch(/^the character U\+00[0-9A-F]{2} may not stand in a file; /);
    },
  );

  it('may have tabs, ends of lines of every kind and text beyond ASCII', () => {
    const read = parseScenarioText(
      'id: x\r\nextends: kuala-lumpur-2025\r\ntitle: "Öl\tund Zölle \u{1f6a2}"\r\n',
    );
    expect(read.ok).toBe(true);
  });

  it.each(['!!binary aGk=', '!!set {a, b}', '!!js/function x'])(
    'with a tag is told to write plain values: %s',
    (tagged) => {
      const read = parseScenarioText(`id: x\nextends: kuala-lumpur-2025\ntitle: ${tagged}\n`);
      expect(read.ok ? [] : read.issues.map(({ code, line }) => [code, line])).toEqual([
        ['yaml/tag-resolve-failed', 3],
      ]);
    },
  );

  it.each([
    ['? [a]\n: b', 'yaml/key', 3],
    ['? {a: 1}\n: b', 'yaml/key', 3],
    [': x', 'yaml/key', 1],
    ['null: x', 'yaml/key', 1],
    ["'': x", 'yaml/key', 1],
    ['~: x', 'yaml/key', 1],
    ['parameters:\n  ? [q]\n  : 3', 'yaml/key', 5],
    ['initial:\n  - &a b\n  - {*a : 3}', 'yaml/key', 6],
    ['*a : 3', 'yaml/key', 1],
    ['title: *a', 'yaml/alias', 8],
    ['title: *a\nquestion: &a b', 'yaml/alias', 8],
    ['<<: {title: b}', 'yaml/merge-key', 1],
  ])('with a key or an alias that names nothing is told where: %j', (text, code, column) => {
    const lines = text.split('\n').length;
    const read = parseScenarioText(`id: x\nextends: kuala-lumpur-2025\n${text}\n`);
    const issues = read.ok ? [] : read.issues;
    expect(issues.map((issue) => [issue.code, issue.column])).toEqual([[code, column]]);
    expect(issues[0]!.line).toBeGreaterThan(2);
    expect(issues[0]!.line).toBeLessThanOrEqual(2 + lines);
  });

  const many = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('');

  it.each([
    ['keys', 'yaml/too-long', many(100_000, (at) => `k${at}: 1\n`)],
    ['keys that stand twice', 'yaml/too-long', many(100_000, (at) => `k${at % 9}: 1\n`)],
    ['commas', 'yaml/too-long', `agenda: [${','.repeat(400_000)}]\n`],
    ['tags', 'yaml/too-long', `title: ${'! '.repeat(400_000)}x\n`],
    ['empty values', 'yaml/too-long', `agenda:\n${'-\n'.repeat(400_000)}`],
    [
      'aliases',
      'yaml/too-many-aliases',
      `agenda: [${many(2_000, (at) => `&a${at} x,`)}]\nassumptions: [${many(2_000, (at) => `*a${at},`)}]\n`,
    ],
  ])('with more %s than any file needs is not read to the end', (_, code, text) => {
    const read = parseScenarioText(`id: x\nextends: kuala-lumpur-2025\n${text}`);
    expect(read.ok ? [] : read.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it.each([
    ['keys', many(5_000, (at) => `k${at}: 1\n`)],
    ['keys that stand twice', many(5_000, (at) => `k${at % 9}: 1\n`)],
    ['parameters', `parameters:\n${many(5_000, (at) => `  p${at}: 1\n`)}`],
    ['issues', `issues:\n${many(5_000, (at) => `  i${at}: {cap: 1}\n`)}`],
    [
      'events of no form',
      `events:\n${many(1_000, (at) => `  e${at}: {type: meeting.doubt, actor: US, on: 2025-10-25}\n`)}`,
    ],
    [
      'unlawful events',
      `events:\n${many(1_000, (at) => `  e${at}: {type: tariff.raise, actor: US, on: 2025-10-25, id: x, ratePct: 5}\n`)}`,
    ],
  ])('with thousands of wrong %s is told of the first fifty', (_, text) => {
    const read = parseScenarioText(`id: x\nextends: kuala-lumpur-2025\n${text}`);
    expect(read.ok ? [] : read.issues).toHaveLength(50);
  });

  it('at the deepest level is told what does not fit, not that it is too deep', () => {
    const read = parseScenarioText(
      `id: x\nextends: kuala-lumpur-2025\nhorizn: ${'['.repeat(60)}${']'.repeat(60)}`,
    );
    expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual(['scenario/unknown-key']);
  });

  it('of cycles of bases is refused', () => {
    for (const id of ['a', 'constructor', '__proto__', 'toString', 'past-geneva-2025'])
      expect(parseScenario({ id, extends: id }).ok).toBe(false);
  });
});

/** JSON of a value that may hold what JSON cannot carry. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '{"version":';
  }
}
