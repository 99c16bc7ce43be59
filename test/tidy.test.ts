/** Keeps the source tidy: what may not be called, what has to be said, and what may not be forgotten. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { plantedBugs } from '../bench/planted/bugs';
import { VERSION } from '../src/kit/version';
import { ENTRY_NAMES } from '../tools/compiler';
import { LAYERS } from '../tools/layers.mjs';
import { filesBelow, layerOf, parsed, root, sources, src, target, visit } from './sources';

/** Layers in which the same input has to give the same bytes everywhere. */
const DETERMINISTIC = LAYERS.filter(({ deterministic }) => deterministic === true).map(({ name }) => name);

/** What a consumer opens or the package starts: all else has to be reached from here. */
const ENTRIES = [
  ...ENTRY_NAMES.map((name) => `entries/${name}.ts`),
  'browser/browser-worker.ts',
  'node/worker.ts',
  'cli/main.ts',
  'facts/words.ts', // what the build writes in place of the packaged facts puts together
];

/** Longer than a reader holds in the head. */
const MOST_LINES = 460;
/** Files that are long for a reason. */
const LONG_FOR_A_REASON = [
  'kit/portable-math.ts', // one published library, kept in one piece
  'facts/schema.ts', // the schema of the whole record, one part after the other
  'scenario/compiled.ts', // generated
  'model/parameters.ts', // generated
  'actions/events.ts', // generated
  'facts/types.ts', // generated
];

/** Folders of tests that are none of the source, each with its reason. */
const OTHER_TEST_FOLDERS: Readonly<Record<string, string>> = {
  'analyses/logs': 'logs that earlier versions wrote',
  'bargaining/yardsticks': 'solutions of the literature beside those in use',
  'economy/yardsticks': 'solutions of the literature beside those in use',
  engines: 'what other JavaScript engines answer, and how they are installed',
  golden: 'one trajectory of each scenario as it was last read',
  levers: 'what acts do to the projection: the core without them, and the signs that are expected',
  hostile: 'damaged input at every way in, whatever the layer',
  playground: 'the page of `playground/`, which is no layer',
  recordings: 'projections and screens as they were last read',
};

/** Paths of all folders below a folder. */
function foldersBelow(folder: string): string[] {
  return [...new Set(filesBelow(folder).map((path) => relative(folder, dirname(path))))].flatMap((path) => {
    const parts = path === '' ? [] : path.split('/');
    return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
  });
}

/** Folders of tests that are neither of the source nor listed, nor within one that is listed. */
function strangers(tests: readonly string[], source: readonly string[]): string[] {
  const listed = Object.keys(OTHER_TEST_FOLDERS);
  return tests.filter(
    (path) =>
      !source.includes(path) && !listed.some((known) => path === known || path.startsWith(`${known}/`)),
  );
}

describe('determinism', () => {
  const PORTABLE =
    /^(abs|min|max|floor|ceil|round|trunc|sign|sqrt|imul|clz32|fround|PI|E|LN2|LN10|SQRT2|LOG2E|LOG10E)$/;
  const banned = sources.filter(({ file }) => DETERMINISTIC.includes(layerOf(file)));

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

  it('calls nothing that differs between engines, days or runs, up to the analyses', () => {
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
    visit(parsed({ file: 'x.ts', text }), (node) => {
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

describe('the tests', () => {
  const [tests, source] = [foldersBelow(join(root, 'test')), foldersBelow(src)];

  it('stand in folders of the source, but for those that are listed with a reason', () => {
    expect(strangers(tests, source)).toEqual([]);
    expect(strangers(['actions', 'acts', 'golden', 'hostile/inner'], source)).toEqual(['acts']);
    expect(Object.keys(OTHER_TEST_FOLDERS).filter((path) => !tests.includes(path))).toEqual([]);
    expect(Object.keys(OTHER_TEST_FOLDERS).filter((path) => source.includes(path))).toEqual([]);
  });

  it('leave no layer out', () => {
    expect(LAYERS.map(({ name }) => name).filter((layer) => !tests.includes(layer))).toEqual([]);
  });

  it('plant bugs in passages that stand in the rules once each', () => {
    const times = plantedBugs.map(({ id, file, passage }) => {
      const text = sources.find((source) => source.file === file)?.text ?? '';
      return `${id}: ${text.split(passage).length - 1}`;
    });
    expect(times).toEqual(plantedBugs.map(({ id }) => `${id}: 1`));
  });
});

describe('nothing is forgotten', () => {
  it('has no dead file: each is reached from an entry', () => {
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
    expect(all.filter((file) => !reached.has(file))).toEqual([]);
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

describe('what people read', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...filesBelow(join(root, 'docs')).map((path) => relative(root, path)),
  ].filter((page) => page.endsWith('.md'));
  const PATH = /`((?:src|test|tools|docs|bench|scenarios|examples|schema)\/[\w./@-]*)`/g;
  const lost = (text: string) =>
    [...text.matchAll(PATH)].map(([, path]) => path!).filter((path) => !existsSync(join(root, path)));

  it('names no file of the source that is not there', () => {
    const gone = pages.flatMap((page) =>
      lost(readFileSync(join(root, page), 'utf8')).map((path) => `${page}: ${path}`),
    );
    expect(gone).toEqual([]);
    expect(lost('`src/no-such.ts`, `src/kit/` and `npm test`')).toEqual(['src/no-such.ts']);
  });

  it('has each decision on a short page of one form, in the list of all', () => {
    const folder = join(root, 'docs/decisions');
    const names = readdirSync(folder).filter((name) => name !== 'README.md');
    const list = readFileSync(join(folder, 'README.md'), 'utf8');
    const FORM =
      /^# .+\n\n- \*\*Decided\*\*: .+\n- \*\*Because\*\*: .+\n- \*\*Instead of\*\*: .+\n- \*\*The price\*\*: .+\n- \*\*Held by\*\*: .+\n$/;
    expect(names.filter((name) => !list.includes(`](${name})`))).toEqual([]);
    expect(names.filter((name) => !FORM.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
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
