/** Keeps house: floors, doors, what may not be called, and what may not be forgotten. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../src/version';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

const FLOORS = [
  'kit',
  'model',
  'actions',
  'engine',
  'economy',
  'bargaining',
  'policies',
  'scenario',
  'outcomes',
  'simulation',
  'ensemble',
  'analyses',
  'report',
  'testing',
  'node',
  'cli',
];
/** Floors from which the same input has to give the same bytes everywhere. */
const DETERMINISTIC = FLOORS.slice(0, 12);
const LAW = ['actions', 'engine'];
const THEORY = ['economy', 'bargaining'];

/** Where a package may be imported: behind one door, so that it can be exchanged there. */
const DOORS: Readonly<Record<string, (file: string) => boolean>> = {
  immer: (file) => file === 'engine/transition.ts',
  'seedrandom/lib/alea.js': (file) => file.startsWith('kit/'),
  'd3-array': (file) => file.startsWith('kit/'),
  // Where a schema is declared, and where its complaints become ours.
  zod: (file) =>
    file.startsWith('actions/') ||
    file.startsWith('scenario/') ||
    file === 'engine/parse.ts' ||
    file === 'simulation/shard-schema.ts',
  '@noble/hashes/sha2.js': (file) => file === 'engine/digest.ts',
  '@noble/hashes/utils.js': (file) => file === 'engine/digest.ts',
  canonicalize: (file) => file === 'engine/digest.ts',
  yaml: (file) => file.startsWith('node/'),
  'fast-check': (file) => file.startsWith('testing/'),
  '@observablehq/plot': (file) => file.startsWith('report/charts/'),
  linkedom: (file) => file.startsWith('report/charts/'),
  'hyparquet-writer': (file) => file === 'node/export/parquet-tables.ts',
  commander: (file) => file.startsWith('cli/'),
  picocolors: (file) => file.startsWith('cli/'),
};

/** What a consumer opens or the package starts: all else has to be reached from here. */
const ENTRIES = [
  'index.ts',
  'scenarios.ts',
  'data.ts',
  'testing.ts',
  'report.ts',
  'node.ts',
  'node/worker.ts',
  'cli/main.ts',
  'ensemble/instance.ts',
];
const PUBLIC_DOORS = ENTRIES.slice(0, 6);

/** Files of the floor of analyses that still stand beside the doors. */
const ANALYSES = ['project.ts', 'sensitivity.ts', 'shards.ts'];

/** Solutions that the tests set beside the one in use, each held to its own theorems; no door offers them. */
const YARDSTICKS = [
  'bargaining/fearon.ts',
  'bargaining/frontier.ts',
  'bargaining/kalai-smorodinsky.ts',
  'bargaining/rubinstein.ts',
  'bargaining/zeuthen.ts',
];

/** Longer than a reader holds in the head. */
const MOST_LINES = 460;
/** Files that are long for a reason. */
const LONG_FOR_A_REASON = [
  'kit/portable-math.ts', // one published library, kept in one piece
  'scenario/facts.ts', // the schema of the whole record, one part after the other
  'scenario/compiled.ts', // generated
];

/** The files of a folder; what was installed into it is not the house's. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}

interface Source {
  /** Path below `src`. */
  readonly file: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = filesBelow(src)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    const { importedFiles } = ts.preProcessFile(text, true, true);
    return { file: relative(src, path), text, imports: importedFiles.map(({ fileName }) => fileName) };
  });

/** The file below `src` that a relative import means, or null for a package. */
function target(file: string, specifier: string): string | null {
  if (specifier === '#ensemble') return 'ensemble/instance.ts';
  if (!specifier.startsWith('.')) return null;
  const path = resolve(src, dirname(file), specifier);
  const found = [`${path}.ts`, join(path, 'index.ts'), path].find((candidate) => existsSync(candidate));
  return relative(src, found ?? path);
}

/** Folder of a file below `src`; empty for the doors at the top. */
const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');

function parsed({ file, text }: Source): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

describe('floors', () => {
  const relations = sources.flatMap(({ file, imports }) =>
    imports.flatMap((specifier) => {
      const to = target(file, specifier);
      return to === null ? [] : [{ file, to, from: folderOf(file), into: folderOf(to) }];
    }),
  );

  it('has a name for every folder of the source', () => {
    const folders = readdirSync(src).filter((name) => statSync(join(src, name)).isDirectory());
    expect(folders.sort()).toEqual([...FLOORS, 'data'].sort());
  });

  it('lets a file import only from its own floor or a lower one, types included', () => {
    const wrong = relations.filter(
      ({ from, into }) => from !== '' && into !== '' && FLOORS.indexOf(into) > FLOORS.indexOf(from),
    );
    expect(wrong.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  it('keeps the wings of law and theory apart', () => {
    const across = relations.filter(
      ({ from, into }) =>
        (LAW.includes(from) && THEORY.includes(into)) || (THEORY.includes(from) && LAW.includes(into)),
    );
    expect(across.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  it('hands facts down as an argument: only doors and the command line open the data', () => {
    const readers = relations.filter(
      ({ file, from, to, into }) =>
        (into === 'data' || to === 'data.ts') &&
        !['', 'testing', 'node', 'cli'].includes(from) &&
        file !== 'analyses/prepared.ts',
    );
    expect(readers.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  it('opens the doors outwards: no floor below those for testing, Node and the command line imports one', () => {
    const inwards = relations.filter(({ file, from, to, into }) => {
      const allowed =
        ['testing', 'node', 'cli'].includes(from) ||
        to === 'version.ts' ||
        file === 'analyses/prepared.ts' ||
        (['analyses', 'report'].includes(from) && ANALYSES.includes(to));
      return from !== '' && into === '' && !allowed;
    });
    expect(inwards.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });
});

describe('doors', () => {
  it('imports each package behind its own door only', () => {
    const wrong = sources.flatMap(({ file, imports }) =>
      imports
        .filter((specifier) => target(file, specifier) === null && !specifier.startsWith('node:'))
        .filter((specifier) => DOORS[specifier]?.(file) !== true)
        .map((specifier) => `${file} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('touches Node only in the door for Node and the command line', () => {
    const touching = sources.filter(({ imports }) =>
      imports.some((specifier) => specifier.startsWith('node:')),
    );
    const open = (file: string) => /^(node|cli)\//.test(file);
    expect(touching.map(({ file }) => file).filter((file) => !open(file))).toEqual([]);
  });

  it('exports explicit names, never a star', () => {
    const stars = sources.filter((source) =>
      parsed(source).statements.some(
        (statement) => ts.isExportDeclaration(statement) && statement.exportClause === undefined,
      ),
    );
    expect(stars.map(({ file }) => file)).toEqual([]);
  });

  it('gives every export of the public doors a docstring', () => {
    const names = PUBLIC_DOORS.map((door) => join(src, door));
    const read = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
    const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
    const program = ts.createProgram([...names, join(src, 'kit/seedrandom.d.ts')], options);
    const checker = program.getTypeChecker();
    const bare = names.flatMap((name) => {
      const symbol = checker.getSymbolAtLocation(program.getSourceFile(name)!);
      return checker
        .getExportsOfModule(symbol!)
        .filter((exported) => {
          const meant =
            (exported.flags & ts.SymbolFlags.Alias) === 0 ? exported : checker.getAliasedSymbol(exported);
          return meant.getDocumentationComment(checker).length === 0;
        })
        .map((exported) => `${basename(name)}: ${exported.name}`);
    });
    expect(bare).toEqual([]);
  });
});

describe('determinism', () => {
  const PORTABLE =
    /^(abs|min|max|floor|ceil|round|trunc|sign|sqrt|imul|clz32|fround|PI|E|LN2|LN10|SQRT2|LOG2E|LOG10E)$/;
  const banned = sources.filter(({ file }) => DETERMINISTIC.includes(folderOf(file)));

  /** Why a node may give other bytes elsewhere, or null. */
  function fault(node: ts.Node): string | null {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      const [object, name] = [node.expression.text, node.name.text];
      if (object === 'Math' && !PORTABLE.test(name)) return `Math.${name}`;
      if ((object === 'Date' || object === 'performance') && name === 'now') return `${object}.now`;
      if (object === 'process' || object === 'crypto' || object === 'globalThis') return object;
    }
    const clock =
      (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'Date';
    if (clock && (ts.isCallExpression(node) || (node.arguments?.length ?? 0) === 0))
      return 'Date without a date';
    if (ts.isBinaryExpression(node)) {
      const power = [ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken];
      if (power.includes(node.operatorToken.kind)) return 'the operator **';
    }
    return null;
  }

  it('calls nothing that differs between engines, days or runs, up to the simulation', () => {
    const found: string[] = [];
    for (const source of banned) {
      visit(parsed(source), (node) => {
        const why = fault(node);
        if (why !== null) found.push(`${source.file}: ${why}`);
      });
    }
    expect(found).toEqual([]);
  });

  it('would notice such a call', () => {
    const text =
      'Math.exp(1); Date.now(); new Date(); 2 ** 3; Math.random(); performance.now(); new Date(0); Math.sqrt(2);';
    const found: string[] = [];
    visit(parsed({ file: 'x.ts', text, imports: [] }), (node) => {
      const why = fault(node);
      if (why !== null) found.push(why);
    });
    expect(found).toEqual([
      'Math.exp',
      'Date.now',
      'Date without a date',
      'the operator **',
      'Math.random',
      'performance.now',
    ]);
  });
});

describe('the language', () => {
  it('is ES2022: nothing in the source needs a later library', () => {
    const later =
      /\.(findLast|findLastIndex|toSorted|toReversed|toSpliced|with)\(|\bObject\.groupBy\b|\bArray\.fromAsync\b/;
    expect(sources.filter(({ text }) => later.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe('nothing is forgotten', () => {
  it('has no dead file: each is reached from a door', () => {
    const byFile = new Map(sources.map((source) => [source.file, source]));
    const reached = new Set<string>();
    const waiting = [...ENTRIES];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      for (const specifier of byFile.get(file)?.imports ?? []) {
        const to = target(file, specifier);
        if (to !== null) waiting.push(to);
      }
    }
    const all = filesBelow(src)
      .map((path) => relative(src, path))
      .filter((file) => /\.(ts|json)$/.test(file) && !file.endsWith('.d.ts'));
    expect(all.filter((file) => !reached.has(file))).toEqual(YARDSTICKS);
  });

  it('keeps every file short enough to be read in one go', () => {
    const long = sources.filter(
      ({ file, text }) => text.split('\n').length > MOST_LINES && !LONG_FOR_A_REASON.includes(file),
    );
    expect(long.map(({ file }) => file)).toEqual([]);
  });

  it('has a golden trajectory for every scenario', () => {
    const golden = filesBelow(join(root, 'test/golden')).map((path) => basename(path));
    const without = readdirSync(join(root, 'scenarios'))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => basename(name, '.yaml'))
      .filter((id) => !golden.some((name) => name.startsWith(`${id}.`)));
    expect(without).toEqual([]);
  });

  it('runs every example in a test', () => {
    const runner = readFileSync(join(root, 'test/examples.test.ts'), 'utf8');
    const readsTheFolder = /readdirSync\([^)]*examples/.test(runner);
    const examples = readdirSync(join(root, 'examples')).filter((name) => /\.(ts|mjs|js)$/.test(name));
    expect(examples).not.toEqual([]);
    expect(examples.filter((name) => !readsTheFolder && !runner.includes(name))).toEqual([]);
  });
});

describe('the package', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  it('has one version: in the manifest, the library and the change log', () => {
    expect(VERSION).toBe(manifest.version);
    expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${VERSION}`);
  });

  it('depends on nothing that it does not import', () => {
    const imported = new Set(sources.flatMap(({ imports }) => imports));
    const names: string[] = Object.keys(manifest.dependencies);
    expect(
      names.filter((name) => ![...imported].some((it) => it === name || it.startsWith(`${name}/`))),
    ).toEqual([]);
  });

  it('takes ranges for what it runs on and exact versions for what it is made with', () => {
    const ranges: string[] = Object.values(manifest.dependencies);
    const pins: string[] = Object.values(manifest.devDependencies);
    expect(ranges.filter((range) => !range.startsWith('^'))).toEqual([]);
    expect(pins.filter((pin) => !/^\d+\.\d+\.\d+$/.test(pin))).toEqual([]);
  });

  it('speaks of its subject, never of the machine it was written on', () => {
    // Put together here, so that this file does not hold what it looks for.
    const words = [
      '/wo' + 'rk/',
      '/ro' + 'ot/',
      '/ho' + 'me/',
      'sub' + 'agent',
      '(?:this|previous|next|earlier) ses' + 'sion',
    ];
    const pattern = new RegExp(words.join('|'), 'i');
    const places = [
      'src',
      'test',
      'tools',
      'docs',
      'examples',
      'scenarios',
      'bench',
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
    ];
    const files = places
      .map((place) => join(root, place))
      .filter((path) => existsSync(path))
      .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
      .filter((path) => /\.(ts|mjs|js|sh|md|json|ya?ml|html)$/.test(path));
    const telling = files.filter((path) => pattern.test(readFileSync(path, 'utf8')));
    expect(telling.map((path) => relative(root, path))).toEqual([]);
  });
});
