/** What all who import the library share is changed by none of them. */
import { describe, expect, it } from 'vitest';
import * as data from '../../src/entries/data';
import * as main from '../../src/entries/index';

/** The first place at which a value may be changed, or null. */
function open(value: unknown, path: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Object.isFrozen(value)) return path;
  for (const [key, item] of Object.entries(value)) {
    const found = open(item, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

const facts = main.parseFacts(data.facts);
const scenario = main.parseScenario({ id: 'mine', extends: 'trade-only' });

const SHARED: Readonly<Record<string, unknown>> = {
  facts: data.facts,
  scenarios: main.scenarios,
  'a loaded scenario': main.loadScenario('trade-only'),
  policies: main.policies,
  actionTypes: main.actionTypes,
  invariants: main.invariants,
  'a first state': main.start('trade-only'),
  'parsed facts': facts.ok && facts.facts,
  'a parsed scenario': scenario.ok && scenario.scenario,
};

describe('what is shared', () => {
  it.each(Object.entries(SHARED))('is frozen with all that it holds: %s', (name, value) => {
    expect(value).not.toBe(false);
    expect(open(value, name)).toBeNull();
  });

  it('answers as before to whoever tried to change it', () => {
    const loaded = main.loadScenario('trade-only');
    const was = loaded.horizon;
    expect(() => Object.assign(loaded, { horizon: '2025-12-01' })).toThrow(TypeError);
    expect(main.loadScenario('trade-only').horizon).toBe(was);
  });
});
