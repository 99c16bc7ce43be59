/** The pages that people read: no link leads to nothing, and each page has its place on the site. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesOfTheSite, placeOf, withoutRestated } from '../site/assemble';
import { CONTENTS } from '../site/contents';
import { anchorsOf, isOutside, linksOf, slugOf } from '../site/links';
import { actionTypes } from '../src/actions/index';
import { COMMANDS } from '../src/cli/commands';
import { facts } from '../src/facts/packaged';
import { ANALYSES } from '../src/report/all-analyses';
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

/** Code spans of a page in the text around its blocks of code, each with what stands in it. */
const spansOf = (text: string) =>
  [...text.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1\s*$/gm, '').matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(
    ([, span = '']) => span,
  );

describe('what the pages name', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const names = new Set<string>(facts.parameters.map(({ name }) => name));
  const components = new Set([...names].map((name) => name.split('.')[0]));
  const symbols = new Set(facts.parameters.flatMap(({ symbol }) => symbol ?? []));
  const types = new Set<string>(actionTypes.map(({ type }) => type));
  /** Fields of a projection whose names begin as those of a parameter do. */
  const FIELDS = ['meeting.held', 'truce.text', 'truce.unbroken'];
  /** What tells of earlier versions names what there was. */
  const HISTORY = ['docs/compatibility.md', 'CHANGELOG.md'];
  const current = pages.filter((page) => !HISTORY.includes(page));

  /** What a code span names that is not there. */
  function gone(span: string): string[] {
    const files = [
      ...span.matchAll(/(?:^|[\s(])((?:src|test|tools|bench|docs|examples|scenarios|schema)\/[\w./-]+)/g),
    ];
    const run = /\bnpm run ([\w:-]+)/.exec(span)?.[1];
    const [, command] = /^(?:npx )?detente ([a-z][a-z-]*)\b/.exec(span) ?? [];
    const isName = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(span) && components.has(span.split('.')[0]);
    return [
      ...files.flatMap(([, file = '']) => (existsSync(join(root, file)) ? [] : [file])),
      ...(run === undefined || run in scripts ? [] : [`npm run ${run}`]),
      ...(command === undefined || COMMANDS.some(({ name }) => name === command)
        ? []
        : [`detente ${command}`]),
      ...(isName && !names.has(span) && !types.has(span) && !FIELDS.includes(span) ? [span] : []),
      // A parameter is called by its name; its symbol is of version 0.1.
      ...(symbols.has(span) && /[A-Z_\d]/.test(span) ? [span] : []),
    ];
  }

  it('is there: files, scripts, commands, and parameters by their names', () => {
    const found = current.flatMap((page) =>
      spansOf(textOf(page)).flatMap((span) => gone(span).map((name) => `${page}: ${name}`)),
    );
    // The one symbol that says what symbols were.
    expect(found).toEqual(['docs/model.md: pNotHeld']);
  });

  it('would be missed if it were not', () => {
    const spans = [
      'src/no.ts',
      'npm run nothing',
      'detente nothing',
      'meeting.notHeldAtAll',
      'K',
      'meeting.notHeld',
    ];
    expect(spans.flatMap(gone)).toEqual([...spans.slice(0, -1)]);
  });

  it('calls no parameter by a letter that only those who wrote the model know', () => {
    // K was the private price of conceding.
    const said = current.filter((page) => /\bK\b/.test(textOf(page).replace(/```[\s\S]*?```/g, '')));
    expect(said).toEqual([]);
  });

  it('has every analysis that runs on threads on the page about threads', () => {
    const text = textOf('docs/shards.md');
    for (const name of Object.keys(ANALYSES)) expect(text).toContain(`\`${name}\``);
  });
});

/** What a page says stands in a file, `name` (`file`), and is not there. */
const misplaced = (text: string) =>
  [...text.matchAll(/`(\w+)` \(`(src\/[\w/.-]+\.ts)`/g)].flatMap(([, name = '', file = '']) =>
    new RegExp(`(?:function\\*?|class|const|interface|type) ${name}\\b`).test(textOf(file))
      ? []
      : [`${name} in ${file}`],
  );

describe('the walks through the code', () => {
  it('find what they name in the file that they name', () => {
    expect(misplaced('`eventsOf` (`src/facts/acts.ts`) and `gone` (`src/facts/acts.ts`)')).toEqual([
      'gone in src/facts/acts.ts',
    ]);
    expect(misplaced(textOf('docs/architecture.md'))).toEqual([]);
  });
});

describe('the record as its page counts it', () => {
  it('has as many acts', () => {
    expect(/as one of (\d+) events/.exec(textOf('docs/record.md'))?.[1]).toBe(String(facts.acts.length));
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

  it('does not say again in rows of their own what names a type of event', () => {
    const page = [
      '| `tariff.cut.actor` | `"US"` | - |',
      '| `tariff.cut.id` | `string` | Id of the duty |',
      '| `tariff.cut.type` | `"tariff.cut"` | - |',
      '',
    ].join('\n');
    expect(withoutRestated(page)).toBe('| `tariff.cut.id` | `string` | Id of the duty |\n');
  });

  it('gives every page a place of its own', () => {
    const places = pages.map(placeOf);
    expect(new Set(places).size).toBe(places.length);
  });
});
