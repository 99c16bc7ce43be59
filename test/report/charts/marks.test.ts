/** Charts are made of shared parts, so that all have one axis, one grid, one halo behind words and one key of colours. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../../src/report', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

/** Files of the report in which a pattern stands. */
const filesWith = (pattern: RegExp) =>
  files.filter((name) => pattern.test(readFileSync(join(folder, name), 'utf8'))).sort();

describe('the parts of charts', () => {
  it.each([
    ['axes and grids', /Plot\.(axis|grid)[XY]\(/, 'charts/marks.ts'],
    ['bands of rows', /type: 'band'/, 'charts/marks.ts'],
    ['scales of days', /type: 'utc'/, 'charts/marks.ts'],
    ['halos behind words', /stroke: PAPER,\s+strokeWidth: 4\b/, 'charts/marks.ts'],
    ['keys of colours', /class="key"/, 'charts/legend.ts'],
    ['colours of bands', /var\(--band-/, 'charts/picture.ts'],
  ])('%s are made in one place', (_, pattern, place) => {
    expect(filesWith(pattern)).toEqual([place]);
  });
});
