/**
 * Copies of the rules with one bug each: the library's own source, bundled with one passage replaced and loaded as an
 * instance of its own, beside which the sound rules run untouched.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { TriedMove } from '../../src/testing/coverage/goals';
import type * as machine from '../../src/engine/transition';
import { root } from '../../tools/freshness.mjs';
import type { PlantedBug } from './bugs';

/** A transition, of the sound rules or of a copy. */
export type Rules = typeof machine.transition;

/** Replaces the passage while the copy is bundled; throws where it does not stand in its file exactly once. */
function planting({ id, file, passage, planted }: PlantedBug): Plugin {
  const path = join(root, 'src', file);
  return {
    name: 'plant',
    setup: (copy) => {
      copy.onLoad({ filter: /\.ts$/ }, (source) => {
        if (source.path !== path) return undefined;
        const parts = readFileSync(path, 'utf8').split(passage);
        if (parts.length !== 2)
          throw new Error(`${id}: its passage stands ${parts.length - 1} times in ${file}`);
        return { contents: parts.join(planted), loader: 'ts' };
      });
    },
  };
}

/** Bundles a copy with a bug and loads it. */
export async function copyWith(bug: PlantedBug): Promise<Rules> {
  const outfile = join(root, '.tmp/planted', `${bug.id}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, 'src/engine/transition.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    packages: 'external',
    target: 'es2022',
    logLevel: 'silent',
    plugins: [planting(bug)],
  });
  return ((await import(pathToFileURL(outfile).href)) as typeof machine).transition;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => Object.hasOwn(b, key) && same(value, right[key]))
  );
}

/** The oracle: a copy has to answer a step as the sound rules did, refusal for refusal and state for state. */
export function answersAlike(copy: Rules, { before, event, after }: TriedMove): boolean {
  const theirs = copy(before, event);
  // What did not change is shared with the state before, so that only what did change is compared.
  return theirs.ok ? after !== null && same(after, theirs.state) : after === null;
}
