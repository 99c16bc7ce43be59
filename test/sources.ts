/** The files of the source as the tidy tests read them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));
/** Folder of the source. */
export const src = join(root, 'src');

/** The files of a folder; what was installed into it is not ours. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}

/** A file of the source. */
export interface Source {
  /** Path below `src`. */
  readonly file: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** All files of the source, declarations apart. */
export const sources: readonly Source[] = filesBelow(src)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    const { importedFiles } = ts.preProcessFile(text, true, true);
    return { file: relative(src, path), text, imports: importedFiles.map(({ fileName }) => fileName) };
  });

/** The file below `src` that a relative import means, or null for a package. */
export function target(file: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const path = resolve(src, dirname(file), specifier);
  const found = [`${path}.ts`, join(path, 'index.ts'), path].find((candidate) => existsSync(candidate));
  return relative(src, found ?? path);
}

/** The layer of a file below `src`. */
export const layerOf = (file: string) => file.slice(0, file.indexOf('/'));

/** A file as the compiler reads it. */
export function parsed({ file, text }: Pick<Source, 'file' | 'text'>): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
}

/** Shows a node and all below it. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}
