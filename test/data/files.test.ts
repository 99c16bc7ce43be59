import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const DATA = join(import.meta.dirname, '../../src/data');
const files = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.json'),
);

describe('the files of the data', () => {
  it('are all joined to the facts', () => {
    const packaged = readFileSync(join(DATA, '../facts/packaged.ts'), 'utf8');
    expect(files.filter((file) => !file.startsWith('acts/')).length).toBeGreaterThanOrEqual(27);
    expect(files.filter((file) => !packaged.includes(`'../data/${file}'`))).toEqual([]);
  });

  it('end in a newline and hold no tab', () => {
    for (const file of files) {
      const text = readFileSync(join(DATA, file), 'utf8');
      expect(text.endsWith('\n') && !text.includes('\t'), file).toBe(true);
    }
  });
});
