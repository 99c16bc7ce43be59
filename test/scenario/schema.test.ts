/** The schema of scenario files, for editors and for the parser, and the compiled scenarios. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadScenario, scenarios } from '../../src/entries/index';
import { findScenario } from '../../src/entries/scenarios';
import { POLICY_IDS } from '../../src/policies/policy-ids';
import { parseScenario } from '../../src/entries/index';
import { facts } from '../../src/facts/packaged';
import { isIsoDate } from '../../src/kit/calendar';
import { scenarioFileSchema, scenarioSchema } from '../../src/scenario/schema';
import { moduleText, schemaText } from '../../tools/compile-scenarios';
import { itLong } from '../long';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = readdirSync(join(root, 'scenarios')).filter((name) => name.endsWith('.yaml'));
const values = files.map(
  (name) => [name, parse(read(`scenarios/${name}`)) as Record<string, unknown>] as const,
);

describe('the compiled scenarios', () => {
  it('are those of the YAML files', () => {
    expect(read('src/scenario/compiled.ts')).toBe(moduleText());
    expect(scenarios.map((scenario) => `${scenario.id}.yaml`).sort()).toEqual([...files].sort());
  });

  it('stand under a JSON Schema that is not stale', () => {
    expect(read('schema/scenario.schema.json')).toBe(schemaText());
  });

  itLong('are checked by the same command that compiles them', () => {
    expect(() =>
      execFileSync('node', ['--import', 'tsx', 'tools/compile-scenarios.ts', '--check'], {
        cwd: root,
        stdio: 'pipe',
      }),
    ).not.toThrow();
  });

  it('begin with the base scenario', () => {
    expect(scenarios[0]?.id).toBe('kuala-lumpur-2025');
    expect(scenarios.length).toBeGreaterThanOrEqual(10);
  });

  it('ask a question each, and no two the same', () => {
    const questions = scenarios.map((scenario) => scenario.question);
    expect(new Set(questions).size).toBe(questions.length);
    for (const question of questions) expect(question).toMatch(/\?$/);
  });

  it('are found by id, and a near miss is told what was meant', () => {
    expect(findScenario('no-such-thing')).toBeUndefined();
    expect(() => loadScenario('kuala-lumpur-2024')).toThrow(/did you mean "kuala-lumpur-2025"/);
    expect(() => loadScenario('__proto__')).toThrow(RangeError);
  });

  it('all have a line in the page of the folder', () => {
    const page = read('scenarios/README.md');
    for (const { id } of scenarios) expect(page).toContain(`\`${id}\``);
  });
});

const outcomeWhen = (when: object) => ({ ...structuredClone(scenarios[0]!.outcomes[0]!), when });

describe('the files of scenarios', () => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(
    JSON.parse(read('schema/scenario.schema.json')) as object,
  );

  it.each(values)('%s is valid by the JSON Schema', (_name, value) => {
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(values)('%s names its schema on the first line and says what it differs in', (name, value) => {
    expect(read(`scenarios/${name}`)).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/schema\/scenario\.schema\.json\n#\n# /,
    );
    if (value.extends !== undefined) expect(Object.keys(value).length).toBeGreaterThan(5);
  });

  it.each([
    ['a key that does not exist', { id: 'x', horizen: '2026-01-01' }],
    ['a policy that does not exist', { id: 'x', policies: { US: 'hawk', CN: 'hawk' } }],
    ['a number as text', { id: 'x', issues: { taiwan: { cap: '1' } } }],
    ['a day in words', { id: 'x', horizon: 'soon' }],
    ['a day that does not exist', { id: 'x', events: { a: { on: '2025-02-30', actor: 'US', type: 'x' } } }],
    ['a title of blanks', { id: 'x', title: '   ' }],
    ['a title of two lines', { id: 'x', title: 'one\ntwo' }],
    ['an assumption that says nothing', { id: 'x', assumptions: ['\n'] }],
    ['a parameter that there is not', { id: 'x', parameters: { 'meeting.nothing': 1 } }],
    ['a share above 1', { id: 'x', parameters: { 'meeting.leadersDecide': 1.2 } }],
    [
      'a range with an end outside the domain',
      { id: 'x', parameters: { 'meeting.leadersDecide': { low: -1, central: 0, high: 1 } } },
    ],
    [
      'a comparison with nothing',
      { id: 'x', outcomes: [outcomeWhen({ term: 'meeting-held' }), outcomeWhen({})] },
    ],
  ])('the JSON Schema refuses %s', (_what, value) => {
    expect(validate(value)).toBe(false);
  });

  it('takes a key away by null, each that may be inherited', () => {
    const inherited = Object.keys(scenarioFileSchema.shape).filter(
      (key) => key !== 'id' && key !== 'extends',
    );
    for (const key of inherited) expect(validate({ id: 'x', [key]: null }), key).toBe(true);
    for (const key of ['events', 'issues', 'parameters'])
      expect(validate({ id: 'x', [key]: { soybeans: null } }), key).toBe(key !== 'parameters');
    expect(validate({ id: 'x', parameters: { 'meeting.leadersDecide': null } })).toBe(true);
  });

  it('knows every parameter by name and symbol, with the domain of the facts at its ends', () => {
    for (const { name, symbol, domain } of facts.parameters) {
      for (const called of symbol === null ? [name] : [name, symbol]) {
        const says = (value: number) => validate({ id: 'x', parameters: { [called]: value } });
        for (const value of [domain.min - 1, domain.min, domain.max, domain.max + 1, domain.min + 0.5]) {
          const parsed = parseScenario({
            id: 'x',
            extends: 'kuala-lumpur-2025',
            parameters: { [called]: value },
          });
          expect(says(value), `${called}: ${value}`).toBe(parsed.ok);
        }
      }
    }
  });

  it('has the days that exist, no others', () => {
    const { pattern } = (
      JSON.parse(read('schema/scenario.schema.json')) as {
        properties: { horizon: { anyOf: { pattern: string }[] } };
      }
    ).properties.horizon.anyOf[0]!;
    const isDay = new RegExp(pattern);
    const two = (n: number) => String(n).padStart(2, '0');
    for (const year of [
      '0000',
      '0004',
      '1700',
      '1900',
      '1996',
      '2000',
      '2023',
      '2024',
      '2025',
      '2100',
      '9999',
    ])
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${two(month)}-${two(day)}`;
          expect(isDay.test(text), text).toBe(isIsoDate(text));
        }
    for (const text of ['', 'soon', '2025-1-1', '10000-01-01', ' 2025-01-01', '2025-01-01\n', '2025/01/01'])
      expect(isDay.test(text), text).toBe(isIsoDate(text));
  });

  it('offers every policy to each party', () => {
    const named = (id: string) => validate({ id: 'x', extends: 'y', policies: { US: id, CN: id } });
    expect(POLICY_IDS.filter((id) => !named(id))).toEqual([]);
    expect(named('no-such-policy')).toBe(false);
  });
});

describe('the schema of scenarios', () => {
  it('reads a compiled scenario back as it is', () => {
    for (const scenario of scenarios)
      expect(scenarioSchema.parse(structuredClone(scenario))).toEqual(scenario);
  });
});
