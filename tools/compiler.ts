/** The compiler as this project asks it: its settings, the entries by name, and a program of some files. */
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './freshness.mjs';

/** Folder of the source. */
const src = join(root, 'src');

/** The entries of the package, each by the name of its file. */
export const ENTRY_NAMES = [
  'index',
  'own',
  'state',
  'record',
  'studies',
  'shards',
  'scenarios',
  'data',
  'testing',
  'report',
  'browser',
  'node',
] as const;

/** The files of the entries, in the same order. */
export const entryFiles: readonly string[] = ENTRY_NAMES.map((name) => join(src, 'entries', `${name}.ts`));

/** A program of some files under the project's settings and those that are given beside; seedrandom has its types here. */
export function programOf(files: readonly string[], settings: ts.CompilerOptions = {}): ts.Program {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram([...files, join(src, 'kit/seedrandom.d.ts')], { ...options, ...settings });
}

/** What an exported name means: of one that is passed on, what it was declared as. */
export const meantBy = (checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol =>
  (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);

/** The names that a file of a program exports, each with what it means. */
export function exportsOf(
  program: ts.Program,
  file: string,
): readonly { readonly name: string; readonly symbol: ts.Symbol }[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file}: no module of the program`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => ({ name: symbol.name, symbol: meantBy(checker, symbol) }));
}
