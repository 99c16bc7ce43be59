import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANALYSIS } from '../../src/cli/analysis-options';
import { COMMANDS } from '../../src/cli/commands';
import { cli, folder, longestLine, type Folder } from './run-cli';
import { itLong } from '../long';

const BASE = 'kuala-lumpur-2025';

let files: Folder;
beforeAll(() => {
  files = folder();
});
afterAll(() => files.remove());

async function json(...argv: string[]): Promise<{ exit: number; value: never; err: string }> {
  const { exit, out, err } = await cli(...argv, '--json');
  return { exit, value: JSON.parse(out) as never, err };
}

describe('the command line', () => {
  it('says of a lawful event what would follow, and of none that is refused', async () => {
    const asked = (type: string, more: object) =>
      cli(
        ...['explain', 'kuala-lumpur-2025', '--event'],
        JSON.stringify({ type, actor: 'US', on: '2025-10-25', id: 'us/ieepa-hundred', ...more }),
      );
    const lawful = await asked('tariff.carry-out', { from: '2025-10-25' });
    expect([lawful.exit, lawful.out.replace(/\s+/g, ' ')]).toEqual([
      0,
      'legal on 25 Oct 2025: Washington carries out the threatened duty “Threatened extra 100 percent”, in force at once. Washington’s average duty goes from 57.6% to 157.6%. ',
    ]);
    const refused = await asked('tariff.resume', {});
    expect(refused.exit).toBe(1);
    expect(refused.out).toMatch(/^not legal on 25 Oct 2025: Washington resumes/);
    expect(refused.out.split('It breaks')[0]).not.toContain('average duty goes');
  });

  it('explains an act in words as the same act in JSON, what is left out taken from a legal one, on its own day', async () => {
    const ask = (event: string, ...more: string[]) => cli('explain', BASE, '--event', event, ...more);
    const cut = { type: 'tariff.cut', actor: 'US', on: '2025-10-25', id: 'us/ieepa-fentanyl', ratePct: 90 };
    const inWords = await ask('US tariff.cut id=us/ieepa-fentanyl ratePct=90');
    expect(inWords).toEqual(await ask(JSON.stringify(cut)));
    expect([inWords.exit, inWords.out]).toEqual([1, expect.stringContaining('from 20%\n  to 90%')]);
    // One that no legal act admits is still about the measure that it names.
    expect(inWords.out).toContain('allowed: from 0 to just under 20');
    const later = await ask('US tariff.carry-out id=us/ieepa-hundred on 2025-10-28');
    expect([later.exit, later.out]).toEqual([0, expect.stringMatching(/^legal on 28 Oct 2025: Washington/)]);
    expect(later).toEqual(await ask('US tariff.carry-out id=us/ieepa-hundred', '--today', '2025-10-28'));
    // A new duty of which a rate was told leaves none open, and is on something.
    const duty = await ask('US tariff.impose ratePct=12 authority=s122');
    expect(duty.out.replace(/\s+/g, ' ')).toBe(
      'legal on 25 Oct 2025: Washington imposes a duty of 12%, “unnamed”, in force at once. Washington’s average duty goes from 57.6% to 69.6%. ',
    );
    for (const [event, says] of [
      ['US tarif.cut', '--event: there is no act "tarif.cut"; did you mean "tariff.cut"?'],
      ['US tariff.cut ratePct=ten', '--event: ratePct: expected a number; given the text "ten"'],
      ['US tariff.cut on 2029-01-01', '--event: expected a day from 2025-10-25'],
      ['US', '--event takes an act'],
    ] as const) {
      const { exit, err } = await ask(event);
      expect([exit, err]).toEqual([2, expect.stringContaining(says)]);
      const acted = await cli('project', BASE, '--act', event);
      expect(acted.err).toBe(err.replaceAll('--event', '--act'));
    }
  });

  it('lists the past meetings of the record apart, each seen from its eve', async () => {
    const { exit, value } = await json('list', '--past');
    expect(exit).toBe(0);
    expect(value).toHaveLength(24);
    expect(value[13]).toEqual({
      id: 'past-geneva-2025',
      title: 'Talks in Geneva',
      question: 'What would the meeting of 11 May 2025 have been expected to yield on its eve?',
      asOf: '2025-05-09',
    });
  });

  it('has every command on the page of commands, and no other', () => {
    const page = readFileSync(new URL('../../docs/command-line.md', import.meta.url), 'utf8');
    const told = new Set([...page.matchAll(/^npx detente (\w+)/gm)].map(([, name]) => name));
    expect([...told].sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  it('lists every scenario with its question', async () => {
    const { exit, value } = await json('list');
    expect(exit).toBe(0);
    expect(value).toContainEqual(
      expect.objectContaining({
        id: BASE,
        asOf: '2025-10-25',
        question: expect.any(String),
        title: expect.any(String),
      }),
    );
  });

  it('shows the state of the first day with its digest', async () => {
    const { value } = await json('show', BASE);
    expect(value).toMatchObject({
      id: BASE,
      asOf: '2025-10-25',
      state: { today: '2025-10-25' },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('prints the fields of a projection on which scripts rely', async () => {
    const { exit, value, err } = await json('project', BASE, '--runs', '20', '--workers', '1');
    expect(exit).toBe(0);
    expect(err).toBe('');
    const band = { p10: expect.any(Number), p50: expect.any(Number), p90: expect.any(Number) };
    const probability = { p: expect.any(Number), low: expect.any(Number), high: expect.any(Number) };
    expect(value).toMatchObject({
      scenario: BASE,
      seed: '1',
      runs: 20,
      digest: expect.any(String),
      meeting: { held: probability },
      averageTariffPct: { usOnCn: { start: expect.any(Number), end: band }, cnOnUs: { end: band } },
      economy: { gdpPct: { US: band, CN: band, RoW: band }, soybeansMmt: band },
    });
    const { outcomes, issues, truce } = value as {
      outcomes: object[];
      issues: object[];
      truce: { text: object[]; unbroken: object[] };
    };
    expect(outcomes[0]).toMatchObject({
      id: 'not-held',
      title: expect.any(String),
      pModel: expect.any(Number),
      ...probability,
    });
    expect(issues[0]).toMatchObject({
      id: expect.any(String),
      giver: expect.any(String),
      mean: expect.any(Number),
      pHalf: expect.any(Number),
    });
    expect(truce.text.map((point) => (point as { days: number }).days)).toEqual([14, 30, 90, 180, 365]);
    expect(truce.unbroken[1]).toMatchObject({ days: 30, ...probability });
    expect(Object.keys(truce)).toEqual(['text', 'unbroken']);
  });

  itLong('gives the same bytes for the same input, and others for another seed', async () => {
    const argv = ['project', BASE, '--runs', '12', '--workers', '1', '--json'] as const;
    const first = await cli(...argv);
    expect((await cli(...argv)).out).toBe(first.out);
    expect((await cli(...argv, '--seed', '2')).out).not.toBe(first.out);
  });

  it('takes a file wherever it takes an id', async () => {
    const path = files.file(
      'lever.yaml',
      `id: lever\nextends: ${BASE}\nhypotheses: { leverKept: true, gambitValidated: true }\n`,
    );
    const { value } = await json('project', path, '--runs', '4', '--workers', '1');
    expect(value).toMatchObject({ scenario: 'lever', runs: 4 });
  });

  it('compares two scenarios class by class on common draws', async () => {
    const path = files.file('same.yaml', `id: same\nextends: ${BASE}\n`);
    const { exit, value } = await json('compare', BASE, path, '--runs', '10', '--workers', '1');
    expect(exit).toBe(0);
    expect(value).toMatchObject({
      scenario: BASE,
      variant: 'same',
      runs: 10,
      variance: { paired: 0, unpaired: expect.any(Number) },
    });
    const { outcomes } = value as { outcomes: { difference: number }[] };
    expect(outcomes.every((outcome) => outcome.difference === 0)).toBe(true);
    expect(value).toMatchObject({ changed: { pairs: 0 }, why: { explained: 0, starts: [], example: null } });
  });

  itLong(
    'says where and why the changed runs part, with a dated chain, unless told not to look',
    async () => {
      const variant = 'hundred-per-cent-executed';
      const asked = ['compare', BASE, variant, '--runs', '250', '--workers', '1'];
      const { value } = await json(...asked, '--histories', '4');
      const { why } = value as { why: { explained: number; example: { chain: { on: string }[] } } };
      expect(why).toMatchObject({
        explained: 4,
        sentences: expect.arrayContaining([
          expect.stringMatching(/^In every changed run it starts with the duty/),
        ]),
        starts: [{ key: 'event:the-order-is-signed:added', share: 1 }],
        differences: [{ id: 'event:the-order-is-signed', needed: { pairs: 4 } }],
      });
      expect(why.example.chain[0]!.on).toBe('2025-10-27');
      expect((await json(...asked, '--histories', '0')).value).toMatchObject({ why: null });
      const refused = await cli(...asked, '--histories', 'many');
      expect(refused.exit).toBe(2);
      expect(refused.err).toContain('--histories');
    },
  );

  it('refuses to compare scenarios with other outcome classes', async () => {
    const outcome = (id: string, when: string) =>
      `  - { id: ${id}, title: t, meaning: m, question: q, resolvesOn: 2025-11-01, consult: c, tie: t, when: ${when} }\n`;
    const path = files.file(
      'classes.yaml',
      `id: classes\nextends: ${BASE}\noutcomes:\n${outcome('met', '{ term: meeting-held, atLeast: 1 }')}${outcome('not-met', '{ term: meeting-held, below: 1 }')}`,
    );
    const { exit, err } = await cli('compare', BASE, path);
    expect(exit).toBe(2);
    expect(err).toContain('not-met');
  });

  it('a log that run prints replays to its digest, and a changed one does not', async () => {
    const { out } = await cli('run', BASE, '--seed', 'a b', '--episode', '3', '--json');
    const log = JSON.parse(out) as {
      events: { gauges?: { pain: { US: number } } }[];
      digest: string;
      seed: string;
      episode: number;
    };
    expect(log).toMatchObject({ version: expect.any(String), scenario: BASE, seed: 'a b', episode: 3 });
    const whole = await json('replay', files.file('log.json', out));
    expect(whole).toMatchObject({ exit: 0, value: { ok: true, digest: log.digest, expected: log.digest } });
    const last = log.events.findLast((event) => event.gauges !== undefined);
    if (last?.gauges !== undefined) last.gauges.pain.US += 1;
    const changed = await json('replay', files.file('changed.json', JSON.stringify(log)));
    expect(changed).toMatchObject({ exit: 1, value: { ok: false, expected: log.digest } });
  });

  it('says at which event a log breaks the rules', async () => {
    const { out } = await cli('run', BASE, '--json');
    const log = JSON.parse(out) as { events: unknown[] };
    log.events.splice(0, 1, { type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: '2025-10-25' });
    const { exit, value } = await json('replay', files.file('unlawful.json', JSON.stringify(log)));
    expect(exit).toBe(1);
    expect(value).toMatchObject({
      ok: false,
      refused: { at: 0, refusals: [expect.objectContaining({ code: 'meeting/not-today' })] },
    });
  });

  it('explains a legal event with 0 and an illegal one with 1, its rule and what would be legal', async () => {
    const cut = (ratePct: number) =>
      JSON.stringify({ type: 'tariff.cut', actor: 'US', on: '2025-10-25', id: 'us/ieepa-fentanyl', ratePct });
    expect(await json('explain', BASE, '--event', cut(10))).toMatchObject({
      exit: 0,
      value: { legal: true, refusals: [], nearest: [] },
    });
    const { exit, value } = await json('explain', BASE, '--event', cut(90));
    expect(exit).toBe(1);
    expect(value).toMatchObject({
      legal: false,
      refusals: [
        {
          code: 'tariff/not-a-cut',
          rule: expect.any(String),
          source: expect.any(String),
          facts: expect.any(Object),
        },
      ],
      nearest: [
        expect.objectContaining({ type: 'tariff.cut' }),
        ...Array<unknown>((value as { nearest: unknown[] }).nearest.length - 1).fill(expect.anything()),
      ],
    });
  });

  it('draws the layers over time where no day is given', async () => {
    const { exit, out } = await cli('ledger');
    expect(exit).toBe(0);
    expect(out).toMatch(/12 Apr 2025 +147\.6%/);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const { value } = await json('ledger');
    expect(value).toMatchObject({ usOnCn: expect.any(Array), cnOnUs: expect.any(Array) });
  });

  itLong('scores past meetings with the fields that scripts rely on', async () => {
    const { exit, value } = await json('backtest', '--runs', '20', '--part-runs', '0');
    expect(exit).toBe(0);
    const { meetings } = value as { meetings: object[] };
    expect(meetings).toHaveLength(24);
    expect(meetings[4]).toMatchObject({
      id: 'past-buenos-aires-2018',
      date: '2018-12-01',
      outcome: 'truce',
      p: { truce: expect.any(Number) },
      rps: expect.any(Number),
      log: expect.any(Number),
    });
    expect(value).toMatchObject({
      mean: { rps: expect.any(Number), log: expect.any(Number) },
      baselines: { uniform: { rps: expect.any(Number) }, baseRate: { rps: expect.any(Number) } },
      sets: [
        { id: 'nine', n: 9, baselines: { baseRate: { rps: 0.127803 } } },
        { id: 'ten', n: 10, mean: { published: { rps: expect.any(Number) } } },
        { id: 'nineteen', n: 19, baselines: { baseRate: { rps: 0.146623 } } },
        { id: 'five', n: 5 },
        { id: 'all', n: 24, againstBaseRate: { published: { low: expect.any(Number) } } },
      ],
    });
    expect(value).not.toHaveProperty('calibration');
    expect(value).not.toHaveProperty('fitted');
  });

  it('shows a past meeting as the record stood on its eve', async () => {
    const { exit, value } = await json('show', 'past-geneva-2025');
    expect(exit).toBe(0);
    expect(value).toMatchObject({ id: 'past-geneva-2025', asOf: '2025-05-09' });
  });

  it.each(['2018-01-01', '2019-09-01', '2020-02-14', '2025-04-10', '2025-10-25', '2025-11-10', '2026-10-09'])(
    'keeps a ledger of %s',
    async (at) => {
      const { exit, value } = await json('ledger', '--at', at);
      expect(exit).toBe(0);
      const { layers, averageTariffPct } = value as {
        layers: object[];
        averageTariffPct: { usOnCn: number };
      };
      expect(value).toMatchObject({
        date: at,
        controls: expect.any(Array),
        truce: { status: expect.any(String) },
      });
      expect(averageTariffPct.usOnCn).toBeGreaterThan(3);
      expect(layers[0]).toMatchObject({
        id: expect.any(String),
        imposer: 'US',
        authority: expect.any(String),
        ratePct: expect.any(Number),
        status: expect.any(String),
        share: expect.any(Number),
      });
    },
  );

  it('finds a gap between outcome classes with 1, its place and the story that leads there', async () => {
    const outcome = (id: string, when: string) =>
      `  - { id: ${id}, title: t, meaning: m, question: q, resolvesOn: 2025-11-01, consult: c, tie: t, when: ${when} }\n`;
    const path = files.file(
      'gap.yaml',
      `id: gap\nextends: ${BASE}\noutcomes:\n${outcome('a', '{ term: meeting-held, below: 1 }')}${outcome('b', '{ term: agreement-reached, atLeast: 1 }')}`,
    );
    const { exit, value } = await json('check', path, '--episodes', '2');
    expect(exit).toBe(1);
    const { findings } = value as { findings: object[] };
    expect(findings[0]).toMatchObject({
      path: 'outcomes',
      line: 3,
      code: 'outcome/gap',
      story: expect.any(Array),
    });
    const { out } = await cli('check', path, '--episodes', '2');
    expect(out).toContain(`${path}:3:1`);
  });

  it('names every kind of move with an example', async () => {
    const { value } = await json('actions');
    expect((value as unknown[]).length).toBeGreaterThan(80);
    expect(value).toContainEqual(
      expect.objectContaining({
        type: 'tariff.cut',
        actors: ['US', 'CN'],
        fields: expect.arrayContaining([expect.objectContaining({ name: 'ratePct' })]),
      }),
    );
  });

  it('prints help within 80 columns, and the version', async () => {
    for (const argv of [[], ['--help'], ...COMMANDS.map(({ name }) => [name, '--help'])]) {
      const { exit, out } = await cli(...argv);
      expect(exit).toBe(0);
      expect(longestLine(out)).toBeLessThanOrEqual(80);
    }
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await cli('--version')).out).toBe(`${version}\n`);
  });

  it('says in the help of a command what it takes, what has to be there and what a no is', async () => {
    for (const { name, options, arguments: takes, no } of COMMANDS) {
      const help = (await cli(name, '--help')).out.replace(/\s+/g, ' ');
      for (const { flags, about, required } of options) {
        expect(help).toContain(`${flags} ${about}`);
        if (required === true) expect(help).toContain(`${about} (required)`);
      }
      for (const { about } of takes) expect(help).toContain(about);
      if (no !== undefined) expect(help).toContain(`Exit code 1: ${no}.`);
    }
  });

  it.each(['project', 'compare', 'sensitivity', 'uncertainty', 'report', 'export'])(
    'gives %s what every analysis takes',
    (name) => {
      const { options } = COMMANDS.find((command) => command.name === name)!;
      expect(options).toEqual(expect.arrayContaining(Object.values(ANALYSIS)));
    },
  );

  it('gives a file whose name begins as an option does in a form that can be run again', async () => {
    const path = files.file('-dash.yaml', `id: dash\nextends: ${BASE}\n`);
    const before = process.cwd();
    process.chdir(files.path);
    try {
      const { out } = await cli('project', './-dash.yaml', '--runs', '2', '--workers', '1');
      expect(out).toContain('detente project ./-dash.yaml');
      const bare = await cli('project', '--runs', '2', '--workers', '1', '--', '-dash.yaml');
      expect(bare.out).toContain('detente project ./-dash.yaml');
    } finally {
      process.chdir(before);
    }
    expect(path).toContain('-dash');
  });

  it('keeps screens within 80 columns, but for commands, events and addresses to copy', async () => {
    for (const argv of [
      ['list'],
      ['show', BASE],
      ['run', BASE, '--episode', '3'],
      ['ledger', '--at', '2025-10-25'],
    ]) {
      const { exit, out } = await cli(...argv);
      expect(exit).toBe(0);
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });
});
