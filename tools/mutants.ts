/**
 * The mutants that the tests left alive, judged: reads Stryker's report and the verdicts, and writes both into `docs/testing.md`.
 *
 * A verdict is kept by file, mutator, line of code and replacement, so that it survives a shift of lines and falls with a change
 * of the code it speaks of. `npm run mutants` writes the page; `npm run mutants -- --check` writes nothing and fails where a
 * survivor has no verdict or the page is not the one that the report makes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formattedAs, withPart } from './marked-parts';

const root = fileURLToPath(new URL('..', import.meta.url));
const REPORT = join(root, '.tmp/mutation/report.json');
const VERDICTS = join(root, 'tools/mutation/verdicts.json');
const PAGE = join(root, 'docs/testing.md');
const LAYERS = ['actions', 'engine', 'bargaining'] as const;

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** Why mutants may live, and which. */
interface Group {
  readonly title: string;
  readonly why: string;
  /** Keys of mutants, as {@link keyOf} makes them. */
  readonly mutants: readonly string[];
}

/** A mutant that no test killed. */
interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  readonly key: string;
}

const LONGEST_TEXT = 90;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const cut = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} …` : text;

function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  if (lines.length === 0) return '';
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return oneLine(lines.join('\n'));
}

/** What a mutant is known by, wherever its line has moved. */
function keyOf(file: string, mutator: string, line: string, original: string, replacement: string): string {
  return [file, mutator, cut(oneLine(line)), cut(original), cut(replacement)].join(' | ');
}

function survivorsOf(report: Report): Survivor[] {
  const found: Survivor[] = [];
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    for (const { mutatorName: mutator, location, status, ...mutant } of mutants) {
      if (status !== 'Survived' && status !== 'NoCoverage') continue;
      const { line } = location.start;
      const original = textAt(source, location);
      const replacement = oneLine(mutant.replacement);
      const key = keyOf(file, mutator, source.split('\n')[line - 1]!, original, replacement);
      found.push({ file, line, mutator, original, replacement, key });
    }
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** How many mutants of a layer ended how. */
function tally(report: Report, layer: string) {
  const statuses = Object.entries(report.files)
    .filter(([file]) => layer === 'all' || file.startsWith(`src/${layer}/`))
    .flatMap(([, { mutants }]) => mutants.map(({ status }) => status));
  const count = (status: string): number => statuses.filter((one) => one === status).length;
  const [killed, timeout, survived, uncovered, ignored] = [
    count('Killed'),
    count('Timeout'),
    count('Survived'),
    count('NoCoverage'),
    count('Ignored'),
  ];
  const judged = killed + timeout + survived + uncovered;
  return { judged, killed, timeout, survived, uncovered, ignored, rate: (100 * (killed + timeout)) / judged };
}

function scoreTable(report: Report): string[] {
  const rows = [...LAYERS, 'all'].map((layer) => {
    const { judged, killed, timeout, survived, uncovered, ignored, rate } = tally(report, layer);
    const name = layer === 'all' ? '**all three**' : `\`src/${layer}\``;
    return `| ${[name, judged, killed, timeout, survived, uncovered, ignored, `${rate.toFixed(1)} %`].join(' | ')} |`;
  });
  return [
    '| layer | mutants | killed | timed out | survived | reached by no test | left alone | kill rate |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ];
}

/** Code in a table cell: bars would end it. */
const code = (text: string): string => {
  const plain = cut(text).replaceAll('|', '\\|');
  return plain.includes('`') ? `\`\` ${plain} \`\`` : `\`${plain || ' '}\``;
};

function groupSection({ title, why, mutants }: Group, survivors: readonly Survivor[]): string[] {
  const known = new Set(mutants);
  const mine = survivors.filter(({ key }) => known.has(key));
  if (mine.length === 0) return [];
  return [
    `### ${title} (${mine.length})`,
    '',
    why,
    '',
    '<details>',
    `<summary>The ${mine.length} of them</summary>`,
    '',
    '| where | mutator | code | mutant |',
    '| --- | --- | --- | --- |',
    ...mine.map(
      ({ file, line, mutator, original, replacement }) =>
        `| ${file.replace('src/', '')}:${line} | ${mutator} | ${code(original)} | ${code(replacement)} |`,
    ),
    '',
    '</details>',
    '',
  ];
}

async function main(): Promise<void> {
  if (!existsSync(REPORT)) throw new Error('There is no report: run "npm run mutation" first.');
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  const groups = JSON.parse(readFileSync(VERDICTS, 'utf8')) as Group[];
  const survivors = survivorsOf(report);
  const judged = new Set(groups.flatMap(({ mutants }) => mutants));
  const unjudged = survivors.filter(({ key }) => !judged.has(key));
  if (process.argv.includes('--unjudged')) {
    console.log(
      JSON.stringify(
        unjudged.map(({ key, line }) => ({ line, key })),
        null,
        1,
      ),
    );
    return;
  }
  for (const { file, line, key } of unjudged) console.error(`no verdict: ${file}:${line}  ${key}`);
  const part = [...scoreTable(report), '', ...groups.flatMap((group) => groupSection(group, survivors))].join(
    '\n',
  );
  const page = readFileSync(PAGE, 'utf8');
  const written = await formattedAs(PAGE, withPart(page, { page: 'docs/testing.md', name: 'mutants' }, part));
  const check = process.argv.includes('--check');
  if (!check) writeFileSync(PAGE, written);
  else if (written !== page)
    console.error('docs/testing.md is not what the report makes: run "npm run mutants".');
  const { rate } = tally(report, 'all');
  console.log(
    `${survivors.length} survivors, ${unjudged.length} without a verdict, kill rate ${rate.toFixed(1)} %`,
  );
  if (unjudged.length > 0) process.exitCode = 1;
}

await main();
