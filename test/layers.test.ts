/** The layers: what each may import, by one table that the linter and the checker of imports read too. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { LAYERS, PACKAGES, STILL_UPWARDS, closedTo } from '../tools/layers.mjs';
import { itLong } from './long';
import { parsed, root, sources, src, target, type Source } from './sources';

const NAMES = LAYERS.map(({ name }) => name);

/** Folders of tests that hold the whole and no single layer: inputs and outputs that were recorded, and suites of their own. */
const SUITES = ['levers', 'engines', 'golden', 'hostile', 'playground', 'recordings', 'validation'];

const foldersOf = (path: string) =>
  readdirSync(path).filter((name) => statSync(join(path, name)).isDirectory());

describe('the table of layers', () => {
  it('names every folder of the source beside the data, and no file stands beside them', () => {
    expect(readdirSync(src).sort()).toEqual([...NAMES, 'data'].sort());
  });

  it('is mirrored by the folders of the tests, a few suites apart', () => {
    const known = [...NAMES, 'data', ...SUITES];
    expect(foldersOf(join(root, 'test')).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('is told in CONTRIBUTING.md, layer by layer', () => {
    const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').replace(/ +/g, ' ');
    const rows = [...text.matchAll(/^\| `(\w+)` \| (.*?) \|$/gm)].map(([, name, meaning]) => [name, meaning]);
    expect(rows).toEqual(LAYERS.map(({ name, meaning }) => [name, meaning]));
  });

  it('sets law and theory side by side', () => {
    const closed = (name: string) => closedTo(LAYERS.find((layer) => layer.name === name)!);
    expect(closed('economy')).toEqual(
      expect.arrayContaining(['actions', 'engine', 'bargaining', 'policies']),
    );
    expect(closed('engine')).toEqual(expect.arrayContaining(['economy', 'bargaining', 'policies']));
    expect(closed('policies')).not.toContain('engine');
    expect(closed('policies')).not.toContain('bargaining');
  });
});

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** What the checker of imports complains of in the source of a folder. */
async function complaints(folder: string): Promise<string[]> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', 'src'];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...options], {
    cwd: folder,
    maxBuffer: 1 << 28,
  });
  const { summary } = JSON.parse(stdout) as {
    readonly summary: { readonly totalCruised: number; readonly violations: readonly Violation[] };
  };
  if (summary.totalCruised === 0) throw new Error('the checker of imports found no file');
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} to ${to}`).sort();
}

describe('imports', () => {
  it('form no circle and look at no higher layer, types and imports on demand included', async () => {
    expect(await complaints(root)).toEqual([]);
  });

  it('would be found to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'detente-layers-'));
    const files = {
      'kit/ring.ts': "import type { Link } from './link';\nexport type Ring = Link[];\n",
      'kit/link.ts': "import type { Ring } from './ring';\nexport type Link = Ring | null;\n",
      'kit/upwards.ts': "export const later = () => import('../model/noun');\n",
      'model/noun.ts': "import { readFileSync } from 'node:fs';\nexport const noun = readFileSync;\n",
      'economy/cost.ts': "import type { Rule } from '../engine/rule';\nexport type Cost = Rule;\n",
      'engine/rule.ts': "export type Rule = 'a rule';\n",
      'facts/packaged.ts': 'export const facts = 1;\n',
      'episode/run.ts': "export { facts } from '../facts/packaged';\n",
    };
    try {
      for (const [file, text] of Object.entries(files)) {
        const path = join(folder, 'src', file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
      expect(await complaints(folder)).toEqual([
        'circle: src/kit/link.ts to src/kit/ring.ts',
        'economy-imports-upwards: src/economy/cost.ts to src/engine/rule.ts',
        'kit-imports-upwards: src/kit/upwards.ts to src/model/noun.ts',
        'node: src/model/noun.ts to fs',
        'packaged-facts: src/episode/run.ts to src/facts/packaged.ts',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('against the order are none but those that are still to be turned round, and each of these is there', () => {
    const gone = STILL_UPWARDS.filter(
      ({ from, to }) =>
        !sources.some(
          ({ file, imports }) =>
            file.startsWith(from) && imports.some((specifier) => target(file, specifier)?.startsWith(to)),
        ),
    );
    expect(gone).toEqual([]);
  });

  it('of packages stand where the table says', () => {
    const isOpen = (file: string, places: readonly string[] = []) =>
      places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));
    const wrong = sources.flatMap(({ file, imports }) =>
      imports
        .filter((specifier) => target(file, specifier) === null && !specifier.startsWith('node:'))
        .filter((specifier) => !isOpen(file, PACKAGES[specifier]))
        .map((specifier) => `${file} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
    const used = new Set(sources.flatMap(({ imports }) => imports));
    expect(Object.keys(PACKAGES).filter((name) => !used.has(name))).toEqual([]);
  });
});

/** The files that a file imports when it runs, and the packages: what serves types alone is gone by then. */
function importedAtRunTime({ file, text }: Source): string[] {
  const names = (clause: ts.ImportClause | ts.NamedExports | undefined): boolean => {
    if (clause === undefined) return true;
    if (ts.isNamedExports(clause)) return clause.elements.some(({ isTypeOnly }) => !isTypeOnly);
    if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return false;
    const { name, namedBindings } = clause;
    if (name !== undefined || namedBindings === undefined || ts.isNamespaceImport(namedBindings)) return true;
    return namedBindings.elements.some(({ isTypeOnly }) => !isTypeOnly);
  };
  return parsed({ file, text }).statements.flatMap((statement) => {
    const runs =
      (ts.isImportDeclaration(statement) && names(statement.importClause)) ||
      (ts.isExportDeclaration(statement) &&
        !statement.isTypeOnly &&
        names(statement.exportClause as ts.NamedExports | undefined));
    const specifier = runs ? (statement as ts.ImportDeclaration).moduleSpecifier : undefined;
    return specifier !== undefined && ts.isStringLiteral(specifier) ? [specifier.text] : [];
  });
}

const byFile = new Map(sources.map((source) => [source.file, source]));

/** The files that run before the first line of one does, itself among them: imports on demand are not followed. */
function reachedFrom(entry: string): string[] {
  const seen = new Set([entry]);
  for (const file of seen) {
    const source = byFile.get(file);
    if (source === undefined) continue;
    for (const specifier of importedAtRunTime(source)) {
      const to = target(file, specifier);
      if (to !== null) seen.add(to);
    }
  }
  return [...seen];
}

describe('`detente list`', () => {
  const PARTS = ['cli/main.ts', 'cli/list.ts', 'scenario/library.ts', 'report/screens/list.ts'];

  it('loads neither facts nor rules, which a list of scenarios does not need', () => {
    const heavy = ['facts/', 'actions/', 'engine/', 'economy/', 'policies/', 'episode/', 'analyses/'];
    const loaded = PARTS.flatMap((part) =>
      reachedFrom(part)
        .filter((file) => heavy.some((folder) => file.startsWith(folder)))
        .map((file) => `${part} loads ${file}`),
    );
    expect(loaded).toEqual([]);
  });

  it('would be found to', () => {
    expect(reachedFrom('report/screens/state.ts').filter((file) => file.startsWith('engine/'))).not.toEqual(
      [],
    );
  });
});

describe('zod', () => {
  /** The files reached from one that import zod when they run. */
  const loadersOf = (entry: string): string[] =>
    reachedFrom(entry).filter((file) => {
      const source = byFile.get(file);
      return source !== undefined && importedAtRunTime(source).includes('zod');
    });

  it.each([
    'entries/index.ts',
    'entries/own.ts',
    'entries/state.ts',
    'entries/record.ts',
    'entries/studies.ts',
    'entries/shards.ts',
    'entries/data.ts',
    'entries/report.ts',
    'entries/testing.ts',
    'entries/browser.ts',
    'entries/node.ts',
    'browser/browser-worker.ts',
    'node/worker.ts',
    'cli/main.ts',
  ])('is not loaded by %s: its forms are compiled', (entry) => {
    expect(loadersOf(entry)).toEqual([]);
  });

  it('is loaded by the schemas, which would be found', () => {
    expect(loadersOf('entries/scenarios.ts').sort()).toEqual([
      'facts/condition-schema.ts',
      'scenario/schema.ts',
    ]);
    expect(loadersOf('facts/schema.ts').sort()).toEqual([
      'facts/act-schema.ts',
      'facts/condition-schema.ts',
      'facts/schema.ts',
    ]);
  });
});

describe('an entry', () => {
  it('holds names that other files define, and nothing else', () => {
    const more = sources
      .filter(({ file }) => file.startsWith('entries/'))
      .flatMap((source) =>
        parsed(source)
          .statements.filter(
            (statement) => !ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined,
          )
          .map((statement) => `${source.file}: ${statement.getText()}`),
      );
    expect(more).toEqual([]);
  });
});

describe('the linter', () => {
  const eslint = new ESLint({ cwd: root });

  /** The rules by which the linter refuses a text, were it that of a file. */
  async function refusals(file: string, text: string): Promise<string[]> {
    const [result] = await eslint.lintText(text, { filePath: join(src, file) });
    const { messages, fatalErrorCount } = result!;
    if (fatalErrorCount > 0) throw new Error(messages[0]!.message);
    return messages
      .map(({ ruleId, line }) => `${line} ${ruleId}`)
      .filter((told) => told.includes('no-restricted-'));
  }

  itLong('refuses imports of what lies above or beside', async () => {
    const text = ['../model/state', '../economy/pain', '../policies/policy', 'node:fs']
      .map((path, at) => `import * as m${at} from '${path}';\nvoid m${at};\n`)
      .join('');
    expect(await refusals('engine/apply.ts', text)).toEqual([
      '3 no-restricted-imports',
      '5 no-restricted-imports',
      '7 no-restricted-imports',
    ]);
  });

  it('refuses an export of everything', async () => {
    expect(await refusals('entries/data.ts', "export * from '../facts/packaged';\n")).toEqual([
      '1 no-restricted-syntax',
    ]);
  });

  it('refuses clocks, chance and maths whose last bit differs, up to the analyses', async () => {
    const text =
      'void Math.exp(1);\nvoid Date.now();\nvoid new Date();\nvoid (2 ** 3);\nvoid Math.random();\n';
    const found = await refusals('analyses/check/check.ts', text);
    expect(found.map((told) => told.split(' ')[0])).toEqual(['1', '2', '3', '4', '5']);
    expect(await refusals('report/wording/text.ts', text)).toEqual([]);
  });

  it('refuses what follows a spread in a literal where episodes run, and in effects', async () => {
    const text = [
      'const a = { b: 1 };',
      'void { ...a, c: 2 };',
      'void { ...a, ...a };',
      'void { c: 2, ...a };',
      'void { effect: () => ({ ...a, c: 2 }) };',
    ].join('\n');
    expect(await refusals('policies/answers.ts', text)).toEqual([
      '2 no-restricted-syntax',
      '3 no-restricted-syntax',
      '5 no-restricted-syntax',
    ]);
    expect(await refusals('actions/truce.ts', text)).toEqual(['5 no-restricted-syntax']);
    expect(await refusals('scenario/parse.ts', text)).toEqual([]);
  });

  it('refuses to walk or fill the columns of a state by other means than those of a column', async () => {
    const text = [
      "import type { State } from '../model/state';",
      'export function f(draft: State, { probes }: State, other: Record<string, number>): void {',
      '  for (const id in draft.tariff) void id;',
      "  void Object.values(draft['listing']);",
      '  void Object.entries(probes);',
      "  draft.pledges['a'] = draft.pledges['b']!;",
      "  delete draft.rounds['a'];",
      '  for (const id in other) void id;',
      '  void Object.values(other);',
      '  void Object.keys(draft.tariff);',
      "  other['a'] = 1;",
      "  draft.statements['US'] = null;",
      "  draft.tariff['a']!.ratePct = 1;",
      '}',
    ].join('\n');
    expect(await refusals('policies/answers.ts', text)).toEqual(
      [3, 4, 5, 6, 7, 13].map((line) => `${line} no-restricted-syntax`),
    );
  });
});
