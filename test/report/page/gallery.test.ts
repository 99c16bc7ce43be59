import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../../src/kit/version';

const folder = fileURLToPath(new URL('../../../docs/gallery/', import.meta.url));
const names = readdirSync(folder);
const pages = names.filter((name) => name.endsWith('.html'));
const words = readFileSync(`${folder}README.md`, 'utf8');

describe('the gallery', () => {
  it('holds reports of at least three scenarios, each named by its page and in words of this version', () => {
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const name of pages) {
      expect(words).toContain(`](${name})`);
      expect(readFileSync(folder + name, 'utf8')).toContain(`detente ${VERSION}`);
    }
  });

  it('shows every picture that it holds, with words for those who do not see it, and keeps them small', () => {
    for (const name of names.filter((candidate) => candidate.endsWith('.png'))) {
      expect(words).toMatch(new RegExp(`!\\[[^\\]]{40,}\\]\\(${name.replace('.', '\\.')}\\)`));
      expect(statSync(folder + name).size).toBeLessThan(250_000);
    }
  });

  it('says how large its pages are', () => {
    const [, low = 0, high = 0] = /of (\d+) to (\d+) KB/.exec(words) ?? [];
    for (const name of pages) {
      const size = statSync(folder + name).size / 1000;
      expect(size).toBeGreaterThan(Number(low));
      expect(size).toBeLessThan(Number(high));
    }
  });

  it('says how each page is made, as the page itself does', () => {
    for (const name of pages) {
      const made = /<pre><code>([^<]+)<\/code>/.exec(readFileSync(folder + name, 'utf8'))?.[1];
      expect(words).toContain(`\`${made ?? 'nothing'}\``);
    }
  });
});
