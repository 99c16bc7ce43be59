import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare, explainDifference, loadScenario, project } from '../../src/entries/index';
import { onThreads, readScenarioFile } from '../../src/entries/node';
import { parseScenarioText } from '../../src/entries/scenarios';
import { atLength } from '../extent';
import { itLong } from '../long';

const BASE = 'kuala-lumpur-2025';
/** All threads from the beginning, however little there is to do. */
const on = (workers: number) => onThreads({ workers, startAfterMs: 0 });
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-node-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const placed = (text: string) => {
  const read = parseScenarioText(text);
  return read.ok ? [] : read.issues.map(({ path, line, column }) => `${path}@${line}:${column}`);
};

describe('scenario files', () => {
  it('the file of a compiled scenario reads as that scenario', () => {
    expect(readScenarioFile(`scenarios/${BASE}.yaml`)).toMatchObject({
      ok: true,
      scenario: loadScenario(BASE),
    });
  });

  it('YAML and JSON of one variant read alike', () => {
    const variant = { id: 'x', extends: BASE, parameters: { K: 0.5 } };
    const yaml = parseScenarioText('id: x\nextends: kuala-lumpur-2025\nparameters: { K: 0.5 }\n');
    const json = parseScenarioText(JSON.stringify(variant, null, '\t'));
    expect(yaml.ok && json.ok && yaml.scenario).toEqual(json.ok && json.scenario);
  });

  it('a byte order mark is not part of the text', () => {
    const path = join(folder, 'bom.yaml');
    writeFileSync(path, `\uFEFFid: x\nextends: ${BASE}\n`);
    expect(readScenarioFile(path).ok).toBe(true);
  });

  it('a complaint about a value points at the value, about an unknown key at the key', () => {
    expect(placed(`id: x\nextends: ${BASE}\nhorizon: soon\n`)).toEqual(['horizon@3:10']);
    expect(placed(`id: x\nextends: ${BASE}\nhorizons: 2026-01-01\n`)).toEqual(['horizons@3:1']);
  });

  it('a complaint about what is missing points at what it is missing from', () => {
    expect(placed(`id: x\nextends: ${BASE}\npolicies:\n  US: hard-liner\n`)).toEqual(['policies.CN@3:1']);
  });

  it('a complaint in a list points at its item', () => {
    expect(placed(`id: x\nextends: ${BASE}\nagenda:\n  - soybeans\n  - tiktokk\n`)).toEqual(['agenda.1@5:5']);
  });

  it('each key given twice has a complaint of its own', () => {
    expect(placed('id: x\nid: y\ntitle: a\ntitle: b\n')).toEqual(['@2:1', '@4:1']);
  });

  it('a key that objects have by themselves is an unknown key', () => {
    expect(placed(`id: x\nextends: ${BASE}\ntoString: { a: 1 }\nconstructor: 3\n`)).toEqual([
      'toString@3:1',
      'constructor@4:1',
    ]);
  });

  it.each([
    ['the directive of YAML 1.1', `%YAML 1.1\n---\nid: x\nextends: ${BASE}\n`, '@1:1', '%YAML 1.1'],
    [
      'a merge key',
      `id: x\nextends: ${BASE}\nevents:\n  a: &a { on: 2025-10-26 }\n  b: { <<: *a }\n`,
      '@5:8',
      '<<',
    ],
  ])('%s is refused by name and place', (_, text, place, named) => {
    expect(placed(text)).toEqual([place]);
    const parsed = parseScenarioText(text);
    expect(parsed.ok ? '' : parsed.issues[0]!.message).toContain(named);
  });

  it('a key that would be lost on the way is refused wherever it stands', () => {
    const head = `id: x\nextends: ${BASE}\n`;
    expect(placed(`${head}__proto__: { a: 1 }\n`)).toEqual(['__proto__@3:1']);
    expect(placed(`${head}events:\n  __proto__: { on: 2025-10-26 }\n`)).toEqual(['events.__proto__@4:3']);
  });
});

describe('ensembles on threads', () => {
  itLong(
    'two and three workers give the bytes of the plain projection, and progress rises to the number of runs',
    async () => {
      const plain = JSON.stringify(project(BASE, { runs: 502, seed: 'threads' }));
      for (const workers of [2, 3]) {
        const told: number[] = [];
        const onProgress = (done: number) => told.push(done);
        const threaded = await on(workers).project(BASE, { runs: 502, seed: 'threads', onProgress });
        expect(JSON.stringify(threaded)).toBe(plain);
        expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
        expect(told.at(-1)).toBe(502);
        expect(told).toContain(250);
      }
    },
  );

  it('one worker needs no thread and gives the same', async () => {
    expect(await on(1).project(BASE, { runs: 3 })).toEqual(project(BASE, { runs: 3 }));
  });

  itLong('eight workers give the bytes of two and of one', async () => {
    // A meeting of the past has a near horizon, so that many blocks are soon done.
    const options = { runs: atLength(2_001, 1_001), seed: 'eight' };
    const plain = project('past-geneva-2025', options);
    for (const workers of [2, 8])
      expect(await on(workers).project('past-geneva-2025', options)).toEqual(plain);
  });

  it('two workers compare as one does', async () => {
    const variant = {
      ...loadScenario(BASE),
      id: 'lever',
      hypotheses: { leverKept: true, gambitValidated: true },
    };
    const threaded = await on(2).compare(BASE, variant, { runs: atLength(251, 120) });
    expect(threaded).toEqual(compare(BASE, variant, { runs: atLength(251, 120) }));
  });

  itLong('explain a difference with the same bytes as on one', async () => {
    const [base, variant] = [BASE, 'hundred-per-cent-executed'].map((id) => ({
      ...loadScenario(id),
      horizon: '2025-11-20',
    }));
    const options = { runs: 260, histories: 30 };
    const threaded = await on(2).explainDifference(base!, variant!, options);
    expect(JSON.stringify(threaded)).toBe(JSON.stringify(explainDifference(base!, variant!, options)));
    await expect(on(2).explainDifference(BASE, BASE, { histories: 0.5 })).rejects.toThrow(
      /histories: expected/,
    );
  });

  it('runs, seeds and workers out of range are refused', async () => {
    await expect(on(1).project(BASE, { runs: 0 })).rejects.toThrow(/runs: expected/);
    await expect(on(1).project(BASE, { seed: '' })).rejects.toThrow(/seed/);
    expect(() => onThreads({ workers: 0.5 })).toThrow(/workers: expected.*from 1 to 256; given 0.5/);
    expect(() => onThreads({ startAfterMs: -1 })).toThrow(/startAfterMs: expected.*given -1/);
    await expect(on(2).project('nowhere', { runs: 300 })).rejects.toThrow(/no such scenario/);
  });
});
