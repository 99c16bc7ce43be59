/** The pages that people read: no link leads to nothing, and each page has its place on the site. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesOfTheSite, placeOf } from '../site/assemble';
import { CONTENTS } from '../site/contents';
import { anchorsOf, isOutside, linksOf, slugOf } from '../site/links';
import { staleActionPages } from '../tools/action-pages';
import { filesBelow, root } from './sources';

const pages = pagesOfTheSite();
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

/** Links of a page that lead to no file of the repository or to no heading of a page, each with what is missing. */
function deadLinks(page: string, text: string): string[] {
  return linksOf(text).flatMap(({ target }) => {
    if (isOutside(target)) return [];
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : relative(root, join(root, dirname(page), path));
    const at = join(root, file);
    if (!existsSync(at)) return [`${page}: ${target}: no such file`];
    const read = statSync(at).isDirectory() ? `${file}/README.md` : file;
    if (anchor === undefined || !read.endsWith('.md')) return [];
    const there = path === '' ? text : textOf(read);
    return anchorsOf(there).has(anchor) ? [] : [`${page}: ${target}: no such heading`];
  });
}

describe('the links of the pages', () => {
  it('lead to files and headings that are there', () => {
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.flatMap((page) => deadLinks(page, textOf(page)))).toEqual([]);
  });

  it('would be missed if they did not', () => {
    const text =
      '# One thing\n[a](no-such.md) [b](#one-thing) [c](#another) `[d](in-code.md)` ![e](model.md#no-heading)\n```\n[f](x.md)\n```\n';
    expect(deadLinks('docs/tree.md', text)).toEqual([
      'docs/tree.md: no-such.md: no such file',
      'docs/tree.md: #another: no such heading',
      'docs/tree.md: model.md#no-heading: no such heading',
    ]);
  });

  it('name headings as repositories do: lower case, hyphens for blanks, no other signs', () => {
    expect(slugOf('Every quantity, and what chance alone would bring')).toBe(
      'every-quantity-and-what-chance-alone-would-bring',
    );
    expect([...anchorsOf('# A `b` _c_\n## Two\n## Two\n')]).toEqual(['a-b-c', 'two', 'two-1']);
  });
});

describe('the site', () => {
  const told = CONTENTS.flatMap(({ entries }) => entries.map(({ page }) => page));

  it('leads to every page of the documentation, and once', () => {
    const written = filesBelow(join(root, 'docs'))
      .map((path) => relative(root, path))
      .filter((path) => path.endsWith('.md'));
    // Decisions and families of action types are listed by a page of their own.
    const listed = (page: string) => /^docs\/(decisions|actions)\/(?!README)/.test(page);
    expect(written.filter((page) => !told.includes(page) && !listed(page))).toEqual([]);
    expect(new Set(told).size).toBe(told.length);
    const gone = told.filter((page) => !page.startsWith('api/') && !existsSync(join(root, page)));
    expect(gone).toEqual([]);
  });

  it('tells of the action types as their tables have them: npm run action-pages', () => {
    expect(staleActionPages()).toEqual([]);
  });

  it('gives every page a place of its own', () => {
    const places = pages.map(placeOf);
    expect(new Set(places).size).toBe(places.length);
  });
});
