/** What the entries offer, as the compiler reads it: every name with words, every type that a signature uses by a name. */
import { basename } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ENTRY_NAMES, entryFiles, exportsOf, meantBy, programOf } from '../../tools/compiler';
import { parsed, sources, src, visit } from '../sources';
import { callablesOf, parameterFaults } from './parameter-words';

/** Names that two entries have with a declaration each, and why. */
const SAME_IN_TWO: readonly string[] = [
  'loadOwn', // it imports a module: the one by what the caller hands it, the other as Node does
];

/** Values that stand in two entries all the same, and why. */
const IN_TWO: readonly string[] = [
  'parseScenarioText: scenarios,node', // in Node it goes with `readScenarioFile`, and a page has no files
];

/** The most values that the main entry has: who opens it should be able to read its list. */
const MOST_IN_MAIN = 48;

/** The values of the entries that stand beside the main one, each in one of them alone. */
const VALUES: Readonly<Record<string, string>> = {
  own: 'TEXT dateFrom dateOrOpen defineAction freshId loadOwn numberAbove numberFrom oneOf optional outcomeTerms structure subsetOf wholeFrom withActionTypes',
  state: 'classify contributionPp effectiveSeverity licensedShare meetingOf nextPlanned preparation',
  record: 'USUAL_WORK backtest forecast pastMeetings pastScenarios',
  studies: 'SENSITIVITY_METHODS sensitivity tournament uncertainty',
  shards: 'joinShards mergeShards parseShard projectShard',
};

/** Words that no reader of the field knows in the sense that they had here. */
const PRIVATE_WORDS =
  'crew door doors drawer feat feats furniture headline headlines hire hires house insist insists mind minds mood moods teller wing workshop';

/** Identifiers that keep such a word: fields of answers that stay as they are until version 0.3. */
const KEPT_NAMES = ['headline', 'headlines'];

/** Functions whose parameters are not described, and what is said of each. */
const UNDESCRIBED = [
  {
    what: 'a parameter without a line',
    code: '/** Adds. @param a - First of the two numbers. */\nfunction f(a, b) {}',
    faults: ['f: too few words on b'],
  },
  {
    what: 'a line that says the name again',
    code: '/** Adds.\n * @param state - The state.\n */\nfunction f(state) {}',
    faults: ['f: too few words on state'],
  },
  {
    what: 'a line on a parameter that there is not',
    code: '/** Adds.\n * @param a - First of the two numbers.\n * @param c - Second of the two numbers.\n */\nfunction f(a) {}',
    faults: ['f: a line on c, which is no parameter or has one already'],
  },
  {
    what: 'an overload without lines',
    code: '/** Adds.\n * @param a - First of the two numbers.\n */\nfunction f(a: number): void;\nfunction f(b: string): void;\nfunction f(c: unknown) {}',
    faults: ['f: too few words on b'],
  },
  {
    what: 'a parameter of a public method alone',
    code: 'class f {\n constructor(/** First of the two numbers. */ readonly a: number) {}\n private hidden(b) {}\n shown(c) {}\n}',
    faults: ['f.shown: too few words on c'],
  },
];

const program = programOf(entryFiles);
const checker = program.getTypeChecker();

interface Export {
  readonly entry: string;
  readonly name: string;
  readonly symbol: ts.Symbol;
}

const exported: readonly Export[] = entryFiles.flatMap((file) =>
  exportsOf(program, file).map((found) => ({ entry: basename(file, '.ts'), ...found })),
);
const known = new Set(exported.map(({ symbol }) => symbol));

const isOurs = (node: ts.Node): boolean => node.getSourceFile().fileName.startsWith(src);

/** The types in a signature, those within their declarations too; bodies and what is private are none of it. */
function typesIn(node: ts.Node, see: (symbol: ts.Symbol) => void): void {
  if (ts.isBlock(node) || ts.isTypeQueryNode(node)) return;
  if (
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)
  )
    return;
  if (ts.isFunctionLike(node)) {
    node.typeParameters?.forEach((one) => typesIn(one, see));
    node.parameters.forEach((one) => typesIn(one, see));
    if (node.type !== undefined) typesIn(node.type, see);
    return;
  }
  if (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isPropertyDeclaration(node)) {
    if (node.type !== undefined) typesIn(node.type, see);
    else if (node.initializer !== undefined && ts.isFunctionLike(node.initializer))
      typesIn(node.initializer, see);
    return;
  }
  if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
    const name = ts.isTypeReferenceNode(node) ? node.typeName : node.expression;
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol !== undefined) see(meantBy(checker, symbol));
  }
  ts.forEachChild(node, (child) => typesIn(child, see));
}

/** Whether a type is known beyond its module: what is not is a help of the module's own, which the compiler spells out. */
const isOfItsModule = (declaration: ts.Declaration): boolean =>
  (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) === 0;

/** The types that public signatures use and no entry exports, each with an export that uses it. */
function namelessTypes(): string[] {
  const found = new Map<ts.Symbol, string>();
  const seen = new Set<ts.Node>();
  const look = (declaration: ts.Node, user: string): void => {
    if (seen.has(declaration) || !isOurs(declaration)) return;
    seen.add(declaration);
    typesIn(declaration, (symbol) => {
      if ((symbol.flags & ts.SymbolFlags.TypeParameter) !== 0) return;
      const ours = (symbol.declarations ?? []).filter((one) => isOurs(one));
      if (ours.length > 0 && !known.has(symbol) && !ours.some(isOfItsModule)) found.set(symbol, user);
      ours.forEach((one) => look(one, user));
    });
  };
  for (const { name, symbol } of exported) symbol.declarations?.forEach((one) => look(one, name));
  return [...found].map(([{ name }, user]) => `${name}, used by ${user}`);
}

/** Interfaces that a caller fills in. */
const FILLED_IN = /(?:Options|Request|Criterion|Filter|Checkpoint)$/;

/** Optional properties of what a caller fills in that refuse the word undefined. */
function strictOptions(): string[] {
  return exported.flatMap(({ symbol }) =>
    (symbol.declarations ?? [])
      .filter(
        (one): one is ts.InterfaceDeclaration =>
          ts.isInterfaceDeclaration(one) && FILLED_IN.test(one.name.text),
      )
      .flatMap(({ name, members }) =>
        members
          .filter(ts.isPropertySignature)
          .filter(
            ({ questionToken, type }) =>
              questionToken !== undefined && !/\bundefined$/.test(type?.getText() ?? ''),
          )
          .map((member) => `${name.text}.${member.name.getText()}`),
      ),
  );
}

/** Of these what acts and facts are, field by field, is compiled from schemas, with the words that those have. */
const COMPILED = ['actions/events.ts', 'facts/types.ts', 'scenario/types.ts'];

/** Fields of exported interfaces and aliases, also within each other, that carry no words; which of its kinds a value is says itself. */
function bareFields(): string[] {
  const bare = new Set<string>();
  const look = (node: ts.Node, path: string): void => {
    if (ts.isBlock(node) || ts.isFunctionLike(node)) return;
    const isField = ts.isPropertySignature(node) || ts.isMethodSignature(node);
    const here = isField ? `${path}.${node.name.getText()}` : path;
    if (
      isField &&
      node.name.getText() !== 'kind' &&
      checker.getSymbolAtLocation(node.name)?.getDocumentationComment(checker).length === 0
    )
      bare.add(here);
    ts.forEachChild(node, (child) => look(child, here));
  };
  for (const { name, symbol } of exported)
    for (const one of symbol.declarations ?? [])
      if (
        isOurs(one) &&
        !COMPILED.some((file) => one.getSourceFile().fileName.endsWith(file)) &&
        (ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one))
      )
        look(one, name);
  return [...bare];
}

/** What there is of each entry when it runs; a class of which only the type is passed on is no value. */
const valuesByEntry = new Map(
  await Promise.all(
    ENTRY_NAMES.map(async (entry) => {
      const module = (await import(`../../src/entries/${entry}.ts`)) as object;
      return [entry as string, Object.keys(module).sort()] as const;
    }),
  ),
);
const valuesOf = (entry: string): readonly string[] => valuesByEntry.get(entry) ?? [];

/** The words of a name: `HalfWidth` and `HALF_WIDTH` are half and width. */
const wordsIn = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _]/);

describe('the public modules', () => {
  it('give every name that they export a docstring', () => {
    const bare = exported.filter(({ symbol }) => symbol.getDocumentationComment(checker).length === 0);
    expect(bare.map(({ entry, name }) => `${entry}: ${name}`)).toEqual([]);
  });

  it('describe every field of what they export', () => {
    expect(bareFields()).toEqual([]);
  });

  it('give every function that they export an example', () => {
    const isFunction = (symbol: ts.Symbol) => {
      const [declaration] = symbol.declarations ?? [];
      return (
        declaration !== undefined &&
        (symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable)) !== 0 &&
        checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures().length > 0
      );
    };
    const without = exported.filter(
      ({ symbol }) =>
        isFunction(symbol) && !symbol.getJsDocTags(checker).some(({ name }) => name === 'example'),
    );
    expect(without.map(({ entry, name }) => `${entry}: ${name}`)).toEqual([]);
  });

  it('say in words what each parameter of a function or a method is', () => {
    const callables = exported.flatMap(({ name, symbol }) => callablesOf(name, symbol.declarations ?? []));
    expect(callables.length).toBeGreaterThan(200);
    expect([...new Set(callables.flatMap(parameterFaults))]).toEqual([]);
  });

  it.each(UNDESCRIBED)('would notice $what', ({ code, faults }) => {
    const { statements } = parsed({ file: 'example.ts', text: code });
    const callables = callablesOf(
      'f',
      statements.filter((one) => ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)),
    );
    expect(callables.flatMap(parameterFaults)).toEqual(faults);
  });

  it('export every type that one of their signatures uses, so that it can be named', () => {
    expect(namelessTypes()).toEqual([]);
  });

  it('mean one thing by a name, whichever entry has it', () => {
    const byName = new Map<string, Set<ts.Symbol>>();
    for (const { name, symbol } of exported) byName.set(name, (byName.get(name) ?? new Set()).add(symbol));
    const twice = [...byName].filter(([, symbols]) => symbols.size > 1).map(([name]) => name);
    expect(twice).toEqual(SAME_IN_TWO);
  });

  it('have each value in one entry alone', () => {
    const entriesOf = new Map<ts.Symbol, Set<string>>();
    for (const { entry, symbol } of exported.filter(({ entry, name }) => valuesOf(entry).includes(name)))
      entriesOf.set(symbol, (entriesOf.get(symbol) ?? new Set()).add(entry));
    const twice = [...entriesOf].filter(([, entries]) => entries.size > 1);
    expect(twice.map(([{ name }, entries]) => `${name}: ${[...entries].join()}`)).toEqual(IN_TWO);
  });

  it('keep the main entry short, and beside it what belongs together', () => {
    expect(valuesOf('index').length).toBeLessThanOrEqual(MOST_IN_MAIN);
    for (const [entry, values] of Object.entries(VALUES)) expect(valuesOf(entry)).toEqual(values.split(' '));
  });

  it('take undefined for an option as they take its absence', () => {
    expect(strictOptions()).toEqual([]);
  });
});

describe('names in the source', () => {
  const banned = new Set(PRIVATE_WORDS.split(' '));

  it('have no private words', () => {
    const found = new Set<string>();
    for (const source of sources)
      visit(parsed(source), (node) => {
        if (!ts.isIdentifier(node) || KEPT_NAMES.includes(node.text)) return;
        if (wordsIn(node.text).some((word) => banned.has(word))) found.add(`${source.file}: ${node.text}`);
      });
    expect([...found]).toEqual([]);
  });
});
