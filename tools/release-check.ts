/**
 * What a publisher has to fill in before this package can go to a registry: `npm run release:check` lists what is missing and
 * fails while anything is. `npm publish` runs it first.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What is looked at. */
export interface Release {
  /** What `package.json` says. */
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly changes: string;
  readonly readme: string;
}

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

const isAddress = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:git\+)?https:\/\/[^/]+[.][^/]+\/./.test(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** The checklist: each point with whether it is met. */
const POINTS: readonly (readonly [point: string, isMet: (release: Release) => boolean])[] = [
  [
    'package.json: "author", a name or { "name" }',
    ({ manifest: { author } }) => isText(author) || isText(field(author, 'name')),
  ],
  [
    'package.json: "repository", { "type": "git", "url": "git+https://…" }',
    ({ manifest }) => isAddress(field(manifest['repository'], 'url')),
  ],
  ['package.json: "homepage", an https address', ({ manifest }) => isAddress(manifest['homepage'])],
  [
    'package.json: "bugs", { "url": "https://…" }',
    ({ manifest }) => isAddress(field(manifest['bugs'], 'url')),
  ],
  ['package.json: "license"', ({ manifest }) => isText(manifest['license'])],
  ['package.json: not "private"', ({ manifest }) => manifest['private'] !== true],
  [
    'CHANGELOG.md: the day of this version in place of “unreleased”',
    ({ manifest, changes }) =>
      new RegExp(
        `^## ${String(manifest['version']).replaceAll('.', '[.]')} \\(\\d{4}-\\d{2}-\\d{2}\\)$`,
        'm',
      ).test(changes),
  ],
  [
    'README.md and docs/start: how to install it from the registry',
    ({ readme }) => !/not on the (?:npm )?registry yet/.test(readme),
  ],
];

/** The points of the checklist that a release does not meet, in order. */
export const unmet = (release: Release): string[] =>
  POINTS.filter(([, isMet]) => !isMet(release)).map(([point]) => point);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
  const manifest = JSON.parse(read('package.json')) as Release['manifest'];
  const start = ['analyst', 'developer', 'tester'].map((user) => read(`docs/start/${user}.md`));
  const readme = [read('README.md'), ...start].join('\n');
  const missing = unmet({ manifest, changes: read('CHANGELOG.md'), readme });
  for (const point of missing) console.error(`missing  ${point}`);
  if (missing.length > 0) {
    console.error('Nothing is published while anything is missing.');
    process.exitCode = 1;
  } else console.log('Everything that a publisher fills in is there.');
}
