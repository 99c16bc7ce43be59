/**
 * Puts the pages of the site together: the Markdown of the repository as it is, with its links led to where the site has their
 * targets. What a page links to that is no page (a source file, a folder) becomes one that shows it, so that no
 * link leaves the site for a repository that may lie anywhere.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTENTS } from './contents';
import { isOutside, linksOf } from './links';

/** Folder of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Where the pages of the site are put together. */
export const PAGES = join(ROOT, 'site/.pages');

/** What is shown as it is, and not as a page. */
const ASSETS = ['.svg', '.png', '.html'];
/** Beyond this a file is named and not shown. */
const MOST_SHOWN_BYTES = 60_000;
const LANGUAGES: Readonly<Record<string, string>> = {
  '.ts': 'ts',
  '.mjs': 'js',
  '.json': 'json',
  '.yaml': 'yaml',
  '.sh': 'sh',
};

/** Pages that stand in other folders of the repository than their place on the site says. */
const MOVED: Readonly<Record<string, string>> = {
  'README.md': 'project/readme.md',
  'CONTRIBUTING.md': 'project/contributing.md',
  'CHANGELOG.md': 'project/changes.md',
  'bench/results.md': 'project/speed.md',
  'bench/planted-bugs.md': 'project/planted-bugs.md',
  'scenarios/README.md': 'scenario-files.md',
  'examples/cluster/README.md': 'examples/cluster/index.md',
};

/** Where the site has a file of the repository: a page, an asset, or a page that shows it. */
export function placeOf(path: string): string {
  const moved = MOVED[path];
  if (moved !== undefined) return moved;
  if (path.startsWith('api/')) return path;
  const inDocs = path.replace(/^docs\//, '').replace(/(^|\/)README\.md$/, '$1index.md');
  if (ASSETS.includes(extname(path))) return path.startsWith('docs/') ? `public/${inDocs}` : `public/${path}`;
  if (path.endsWith('.md')) return inDocs;
  return `files/${path.replace(/\/$/, '')}.md`;
}

/** The pages of the repository that the site has: those of the contents, and all of `docs`. */
export function pagesOfTheSite(): string[] {
  const told = CONTENTS.flatMap(({ entries }) => entries.map(({ page }) => page));
  const below = (folder: string): string[] =>
    readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? below(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
  const all = [...told, ...below('docs').filter((path) => path.endsWith('.md'))];
  return [...new Set(all)].filter((path) => existsSync(join(ROOT, path)));
}

/** A page that shows a file or the names in a folder. */
function shown(path: string): string {
  const full = join(ROOT, path);
  if (statSync(full).isDirectory()) {
    const names = readdirSync(full, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules');
    return `# ${path}\n\nA folder of the repository.\n\n${names.map((entry) => `- \`${entry.name}${entry.isDirectory() ? '/' : ''}\``).join('\n')}\n`;
  }
  const text = readFileSync(full, 'utf8');
  if (text.length > MOST_SHOWN_BYTES)
    return `# ${path}\n\nA file of the repository, too long to be shown here: ${Math.round(text.length / 1000)} KB.\n`;
  return `# ${path}\n\n\`\`\`\`${LANGUAGES[extname(path)] ?? 'text'}\n${text}\n\`\`\`\`\n`;
}

function write(place: string, text: string): void {
  const path = join(PAGES, place);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The address by which one page of the site calls another or an asset. */
function addressFrom(place: string, target: string): string {
  if (target.startsWith('public/')) return `/${target.slice('public/'.length)}`;
  const path = posix.relative(posix.dirname(place), target);
  return path.startsWith('.') ? path : `./${path}`;
}

/** Lays one page, and what it links to that is no page of its own. */
function lay(source: string, pages: ReadonlySet<string>): void {
  const place = placeOf(source);
  let text = readFileSync(join(ROOT, source), 'utf8');
  for (const { target, at } of linksOf(text).reverse()) {
    if (isOutside(target) || target.startsWith('#')) continue;
    const [path = '', anchor] = target.split('#');
    const meant = posix.normalize(posix.join(posix.dirname(source), path)).replace(/\/$/, '');
    const file = pages.has(`${meant}/README.md`) ? `${meant}/README.md` : meant;
    if (!existsSync(join(ROOT, file))) continue; // the build names it
    const there = placeOf(file);
    if (there.startsWith('public/')) {
      mkdirSync(dirname(join(PAGES, there)), { recursive: true });
      cpSync(join(ROOT, file), join(PAGES, there));
    } else if (!pages.has(file)) write(there, shown(file));
    const address = addressFrom(place, there) + (anchor === undefined ? '' : `#${anchor}`);
    // The router of the site would look for a page of its own behind an address that ends in .html.
    const end = there.endsWith('.html') ? '){target="_self"}' : ')';
    text = text.slice(0, at) + address + text.slice(at + target.length).replace(')', end);
  }
  write(place, text.replace(/^<!--[\s\S]*?-->\n/gm, ''));
}

/** The events by their types without the two fields that say again what the name of the row says, in each of them. */
export const withoutRestated = (text: string): string =>
  text.replace(/^\| `[a-z-]+\.[a-z-]+\.(?:type|actor)` \|.*\n/gm, '');

/** Mends what the generator of the reference cannot be told. */
export function mendReference(): void {
  for (const path of readdirSync(join(PAGES, 'api'), { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('EventByType.md')) continue;
    const file = join(PAGES, 'api', path);
    writeFileSync(file, withoutRestated(readFileSync(file, 'utf8')));
  }
}

/** Lays all pages anew. */
export function assemble(): number {
  rmSync(PAGES, { recursive: true, force: true });
  const pages = new Set(pagesOfTheSite());
  for (const page of pages) lay(page, pages);
  return pages.size;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(`${assemble()} pages in ${relative(process.cwd(), PAGES)}\n`);
