import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const DATA = join(import.meta.dirname, '../../src/data');
const files = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.json'),
);

describe('the files of the data', () => {
  it('are all joined to the facts', () => {
    const joined = ['packaged', 'packaged-acts', 'parameters']
      .map((name) => readFileSync(join(DATA, `../facts/${name}.ts`), 'utf8'))
      .join('\n');
    expect(files.filter((file) => !file.startsWith('acts/')).length).toBeGreaterThanOrEqual(27);
    expect(files.filter((file) => !joined.includes(`'../data/${file}'`))).toEqual([]);
  });

  it('end in a newline and hold no tab', () => {
    for (const file of files) {
      const text = readFileSync(join(DATA, file), 'utf8');
      expect(text.endsWith('\n') && !text.includes('\t'), file).toBe(true);
    }
  });
});
