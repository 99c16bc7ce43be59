/**
 * Writes the declarations of the entries as ES modules into `dist/types`, each with a map to its source, so that an editor goes
 * from a name to where it is written. Only what the entries reach is kept. The bundler writes those of CommonJS.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { ENTRY_NAMES, entryFiles, programOf } from './compiler';
import { root } from './freshness.mjs';

const src = join(root, 'src');
/** Where they go: the folder that is given, or that of the build. */
const out = join(resolve(process.argv[2] ?? join(root, 'dist')), 'types');

const RELATIVE = /^[.]{1,2}[/]/;

/** A relative import as ES modules name it, with its ending: that of a folder is its index. */
function withEnding(from: string, specifier: string): string {
  const path = resolve(src, dirname(from), specifier);
  return existsSync(`${path}.ts`) ? `${specifier}.js` : `${specifier}/index.js`;
}

/** The text of a declaration file with the endings of its relative imports, and the files that it imports. */
function withEndings(
  file: string,
  text: string,
): { readonly text: string; readonly imports: readonly string[] } {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const relative = importedFiles.filter(({ fileName }) => RELATIVE.test(fileName));
  let changed = text;
  // From the last on, so that the places of the others hold; a place begins at the quotation mark.
  for (const { fileName, pos } of [...relative].sort((a, b) => b.pos - a.pos)) {
    const start = pos + 1;
    changed = changed.slice(0, start) + withEnding(file, fileName) + changed.slice(start + fileName.length);
  }
  const imports = relative.map(({ fileName }) =>
    join(dirname(file), withEnding(file, fileName)).replace(/[.]js$/, '.d.ts'),
  );
  return { text: changed, imports };
}

function emitted(): Map<string, string> {
  const program = programOf(entryFiles, {
    noEmit: false,
    declaration: true,
    declarationMap: true,
    emitDeclarationOnly: true,
    outDir: out,
    rootDir: src,
  });
  const files = new Map<string, string>();
  const { diagnostics } = program.emit(
    undefined,
    (path, text) => void files.set(path.slice(out.length + 1), text),
  );
  if (diagnostics.length > 0)
    throw new Error(
      ts.formatDiagnostics(diagnostics, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => root,
        getNewLine: () => '\n',
      }),
    );
  return files;
}

const files = emitted();
const waiting = ENTRY_NAMES.map((name) => `entries/${name}.d.ts`);
const written = new Set<string>();
for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
  if (written.has(file)) continue;
  written.add(file);
  const declared = files.get(file);
  if (declared === undefined) throw new Error(`${file}: imported by a declaration, and not declared`);
  const { text, imports } = withEndings(file, declared);
  mkdirSync(join(out, dirname(file)), { recursive: true });
  writeFileSync(join(out, file), text);
  writeFileSync(join(out, `${file}.map`), files.get(`${file}.map`) ?? '');
  waiting.push(...imports);
}
console.log(`${written.size} declarations of ES modules with maps`);
