/**
 * What a run of the tests says of itself: at the start how long it takes and on which seed, at the end one line that
 * scripts can read, `N passed, N failed`; files that do not load count as failed. Seeds that failed are kept.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Reporter, TestCase, TestModule, TestSpecification, Vitest } from 'vitest/node';
import { KEPT_SEEDS, seedIn, withSeeds, type KeptSeed } from './seeds';

const root = resolve(import.meta.dirname, '../..');

/** Fewest files of a run of which it is worth while to say how long it takes. */
const MANY_FILES = 100;
/** Minutes that the two lengths take on two cores with nothing else to do; measured in `docs/testing.md`. */
const MINUTES = { short: 3, whole: 30 } as const;

function seedsOf(test: TestCase): KeptSeed[] {
  const file = relative(root, test.module.moduleId);
  return (test.result().errors ?? []).flatMap(({ message }) => {
    const found = seedIn(message);
    return found === null ? [] : [{ file, test: test.fullName, ...found }];
  });
}

/** Prints beside Vitest's own reporter. */
export default class OwnReporter implements Reporter {
  private seed = '';
  private whole = false;

  onInit(vitest: Vitest): void {
    this.seed = String(vitest.config.env['PROPERTY_SEED']);
    this.whole = vitest.vite.config.mode === 'all';
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    if (specifications.length >= MANY_FILES)
      console.log(
        this.whole
          ? `The whole tests: some ${MINUTES.whole} minutes on two quiet cores.`
          : `The short tests: some ${MINUTES.short} minutes on two quiet cores; the rest is npm run test:all.`,
      );
    if (this.whole) console.log(`Properties are drawn from the seed ${this.seed}; again: SEED=${this.seed}.`);
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    const found: KeptSeed[] = [];
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state !== 'failed') continue;
        failed += 1;
        found.push(...seedsOf(test));
      }
    }
    if (this.whole && found.length > 0) this.keep(found);
    console.log(`${passed} passed, ${failed} failed`);
  }

  private keep(found: readonly KeptSeed[]): void {
    const path = resolve(root, KEPT_SEEDS);
    // Written here and by hand, in this form.
    const kept = JSON.parse(readFileSync(path, 'utf8')) as readonly KeptSeed[];
    writeFileSync(path, `${JSON.stringify(withSeeds(kept, found), null, 2)}\n`);
    console.log(`Seeds that failed are kept in ${KEPT_SEEDS}; commit them with what mends them.`);
  }
}
