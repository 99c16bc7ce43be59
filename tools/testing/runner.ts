/**
 * Vitest's runner with the seeds of the property tests: a test under which seeds are kept runs once more for each of
 * them, from the value that failed on.
 */
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { TestRunner } from 'vitest';
import { KEPT_SEEDS, type KeptSeed } from './seeds';

type Task = Parameters<TestRunner['onBeforeTryTask']>[0];
type Settings = Parameters<typeof fc.configureGlobal>[0] & { readonly path?: string };

const root = resolve(import.meta.dirname, '../..');
// The file is written by the reporter and by hand, in this form.
const kept = JSON.parse(readFileSync(resolve(root, KEPT_SEEDS), 'utf8')) as readonly KeptSeed[];

/** The seed of this run, which `vitest.config.ts` hands to every worker. */
const own = Number(process.env['PROPERTY_SEED']);

/** Names of a test's suites and its own, without that of the file. */
function nameOf(task: Task): string {
  const names = [task.name];
  for (let suite = task.suite; suite !== undefined; suite = suite.suite) names.unshift(suite.name);
  return names.join(' > ');
}

function seedsOf(task: Task): readonly KeptSeed[] {
  const file = relative(root, task.file.filepath);
  return kept.filter((one) => one.file === file && one.test === nameOf(task));
}

export default class SeededRunner extends TestRunner {
  private readonly tries = new WeakMap<Task, number>();

  override async onBeforeRunTask(task: Task): Promise<void> {
    await super.onBeforeRunTask(task);
    const seeds = seedsOf(task);
    if (seeds.length > 0) task.repeats = (task.repeats ?? 0) + seeds.length;
  }

  override onBeforeTryTask(task: Task): void {
    super.onBeforeTryTask(task);
    const tries = this.tries.get(task) ?? 0;
    this.tries.set(task, tries + 1);
    const again = seedsOf(task)[tries];
    // fast-check reads a path here as it does in a property's own settings, though its type does not say so.
    const settings: Settings =
      again === undefined ? { seed: own } : { seed: again.seed, path: String(again.value) };
    fc.configureGlobal(settings);
  }
}
