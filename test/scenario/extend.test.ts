/** Variants: what a difference says replaces, named parts merge, null takes away. */
import { describe, expect, it } from 'vitest';
import { loadScenario, parseScenario, start, type Scenario } from '../../src/entries/index';
import { extendScenario } from '../../src/scenario/extend';
import { openingFor } from '../../src/analyses/resolve';
import { facts } from '../../src/facts/packaged';
import { parseScenario as parseAgainst } from '../../src/scenario/parse';
import { VARIANT } from './fixtures';

const base = loadScenario('kuala-lumpur-2025');

function variant(difference: object): Scenario {
  const parsed = parseScenario({ ...VARIANT, ...difference });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.scenario;
}

describe('a variant', () => {
  it('that says nothing differs by its name only', () => {
    expect(variant({})).toEqual({ ...base, id: 'a-variant' });
  });

  it('replaces what it says as a whole', () => {
    expect(variant({ agenda: ['extension'] }).agenda).toEqual(['extension']);
  });

  it('merges events, issues and parameters by name', () => {
    const first = loadScenario('soybeans-first');
    const parsed = parseScenario({
      id: 'further',
      extends: first.id,
      events: {
        'the-call': { on: '2025-10-29', actor: 'both', type: 'talks.leaders-call', id: 'call-x', agenda: [] },
      },
    });
    expect(parsed.ok && Object.keys(parsed.scenario.events).sort()).toEqual([
      'a-first-commitment',
      'buyers-return',
      'the-call',
    ]);
    expect(variant({ parameters: { 'bargaining.weightUs': 0.4 } }).parameters).toEqual({
      'bargaining.weightUs': 0.4,
    });
  });

  it('takes a named event of its base away with null', () => {
    const parsed = parseScenario({
      id: 'further',
      extends: 'soybeans-first',
      events: { 'a-first-commitment': null },
    });
    expect(parsed.ok && Object.keys(parsed.scenario.events)).toEqual(['buyers-return']);
  });

  const changed = {
    ...base,
    id: 'changed',
    today: '2025-10-27',
    withoutAuthorities: ['s338'],
    events: {
      one: { on: '2025-10-28', actor: 'US', type: 'tariff.withdraw', id: 'us/ieepa-hundred', traded: true },
      two: { on: '2025-10-29', actor: 'both', type: 'talks.leaders-call', id: 'call-x', agenda: [] },
    },
    issues: { soybeans: { cap: 0.5 }, taiwan: { cap: 0.1 } },
    parameters: { 'bargaining.weightUs': 0.4, 'meeting.leadersDecide': 0.5 },
    assumptions: ['One.', 'Two.'],
  } as const satisfies Scenario;
  const ofChanged = (difference: object) =>
    parseAgainst(
      { id: 'x', extends: 'changed', ...difference },
      { facts, lookup: () => changed, firstState: start },
    );

  it.each<[keyof Scenario, unknown]>([
    ['today', undefined],
    ['withoutAuthorities', []],
    ['events', {}],
    ['issues', {}],
    ['parameters', {}],
    ['assumptions', []],
  ])('takes all away that its base says under %s with null', (key, left) => {
    const parsed = ofChanged({ [key]: null });
    expect(parsed.ok && parsed.scenario[key]).toEqual(left);
  });

  it.each([
    ['events', 'one', 'two'],
    ['issues', 'soybeans', 'taiwan'],
    ['parameters', 'bargaining.weightUs', 'meeting.leadersDecide'],
    ['parameters', 'alpha', 'meeting.leadersDecide'],
  ] as const)('takes one of the %s of its base away with null: %s', (key, gone, stays) => {
    const parsed = ofChanged({ [key]: { [gone]: null } });
    expect(parsed.ok && Object.keys(parsed.scenario[key])).toEqual([stays]);
  });

  it('cannot take away what a scenario must have', () => {
    const must = Object.keys(base).filter(
      (key) =>
        !['id', 'withoutAuthorities', 'events', 'issues', 'parameters', 'assumptions', 'precedence'].includes(
          key,
        ),
    );
    expect(must).toContain('outcomes');
    for (const key of must) {
      const parsed = parseScenario({ ...VARIANT, [key]: null });
      expect(parsed.ok ? [] : parsed.issues.map(({ message }) => message), key).toEqual([
        expect.stringMatching(`^"${key}" is missing`),
      ]);
    }
  });

  it('adds its assumptions to those of its base', () => {
    expect(variant({ assumptions: ['One more.'] }).assumptions).toEqual([...base.assumptions, 'One more.']);
  });

  it('of a variant is a variant of the base', () => {
    const table = new Map([[base.id, base]]);
    for (const id of ['one', 'two']) {
      const parsed = parseAgainst(
        {
          id,
          extends: id === 'one' ? base.id : 'one',
          parameters: { [id === 'one' ? 'alpha' : 'meeting.notHeld']: 0.1 },
        },
        {
          facts,
          lookup: (key) => table.get(key),
          firstState: (scenario) => openingFor(scenario, facts).state,
        },
      );
      expect(parsed.ok).toBe(true);
      if (parsed.ok) table.set(id, parsed.scenario);
    }
    expect(table.get('two')?.parameters).toEqual({ 'bargaining.weightUs': 0.1, 'meeting.notHeld': 0.1 });
  });

  it('leaves its base as it was and does not keep the word "extends"', () => {
    const before = structuredClone(base);
    const result = extendScenario(base, { ...VARIANT, parameters: { alpha: 0.1 } });
    expect(base).toEqual(before);
    expect(result).not.toHaveProperty('extends');
  });
});
