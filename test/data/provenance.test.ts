import { describe, expect, it } from 'vitest';

import { facts } from '../../src/facts/packaged';

interface Found {
  readonly path: string;
  readonly node: Readonly<Record<string, unknown>>;
}

/** Every object of the record with its path. */
function* nodes(value: unknown, path = 'facts'): Generator<Found> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* nodes(item, `${path}[${index}]`);
  } else if (typeof value === 'object' && value !== null) {
    const node = value as Readonly<Record<string, unknown>>;
    yield { path, node };
    for (const [key, item] of Object.entries(node)) yield* nodes(item, `${path}.${key}`);
  }
}

const sourced = [...nodes(facts)].filter(({ node }) => 'source' in node);

describe('provenance', () => {
  it('every value names a source that exists, or says that it is an assumption and what it rests on', () => {
    const wrong = sourced.filter(({ node }) =>
      typeof node['source'] === 'string'
        ? !(node['source'] in facts.sources)
        : node['assumption'] !== true || typeof node['note'] !== 'string',
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('no source is listed that nothing uses', () => {
    const used = new Set(sourced.map(({ node }) => node['source']));
    expect(Object.keys(facts.sources).filter((id) => !used.has(id))).toEqual([]);
  });

  it('a value without a document is never called law or statistic', () => {
    const wrong = sourced.filter(
      ({ path, node }) =>
        node['source'] === null &&
        !path.endsWith('.coverage') &&
        (node['basis'] === 'law' || node['basis'] === 'statistic'),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('what is recalled without a document has the basis unverified', () => {
    const recalled = sourced.filter(
      ({ node }) => node['source'] === null && /Recalled, no document/.test(String(node['note'])),
    );
    expect(recalled.length).toBeGreaterThan(0);
    // Of an act its certainty says it.
    const wrong = recalled.filter(({ node }) => (node['certainty'] ?? node['basis']) !== 'unverified');
    expect(wrong.map(({ path }) => path)).toEqual([]);
    expect(recalled.some(({ path }) => path.startsWith('facts.acts['))).toBe(true);
  });

  it('no weight of an issue and no severity of a control poses as a fact', () => {
    expect(facts.issues.every((issue) => issue.assumption)).toBe(true);
    const controls = [...facts.controls.us, ...facts.controls.cn];
    expect(controls.every((control) => control.severity.assumption === true)).toBe(true);
  });

  it('no two sources share an address', () => {
    const addresses = Object.values(facts.sources).flatMap((source) => source.href ?? []);
    const twice = addresses.filter((address, index) => addresses.indexOf(address) !== index);
    // One chart page of the publisher was read in several editions.
    expect(new Set(twice).size).toBeLessThanOrEqual(1);
  });
});
