/** The schema of scenario files, for editors and for the parser, and the compiled scenarios. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findScenario, loadScenario, scenarios } from '../../src/entries/scenarios';
import { POLICY_IDS } from '../../src/policies/policy-ids';
import { scenarioSchema } from '../../src/scenario/schema';
import { moduleText, schemaText } from '../../tools/compile-scenarios';

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

  it('are checked by the same command that compiles them', () => {
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
  ])('the JSON Schema refuses %s', (_what, value) => {
    expect(validate(value)).toBe(false);
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
