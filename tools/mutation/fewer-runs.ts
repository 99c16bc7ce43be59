/**
 * fast-check as the mutants meet it: the same arbitraries, a fixed seed so that a score can be repeated, and fewer runs of
 * each property. A mutant that only the thousandth run would kill is one that this leaves alive.
 */
import * as fc from '../../node_modules/fast-check/lib/fast-check';

export * from '../../node_modules/fast-check/lib/fast-check';

const SEED = 20251025;
/** Filled in by the bundler: how many runs a suite gives to a property. */
declare const MOST_RUNS: number;

type Settings = { readonly numRuns?: number; readonly seed?: number };

function fewer<P extends Settings>(settings: P | undefined): P {
  const numRuns = Math.min(MOST_RUNS, settings?.numRuns ?? MOST_RUNS);
  return { seed: SEED, ...settings, numRuns } as P;
}

export function assert<Ts>(property: fc.IProperty<Ts>, settings?: fc.Parameters<Ts>): void {
  fc.assert(property, fewer(settings));
}

export default { ...fc, assert };
