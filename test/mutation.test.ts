/** When the rules are mutated, a runner of its own loads their tests: it has to understand all of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { strykerPlugins } from '../tools/mutation/runner.mjs';
import { root } from './sources';

it('are understood by the runner that mutates the rules, each file of them', async () => {
  const runner = new strykerPlugins[0]!.injectableClass();
  await runner.init();
  const files = ['actions', 'engine', 'bargaining'].flatMap((layer) =>
    readdirSync(join(root, 'test', layer))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(root, 'test', layer, name)),
  );
  expect([...runner.files()].sort()).toEqual(files.sort());
});
