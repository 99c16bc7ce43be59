/**
 * The rules in place, which no entry of the package exports. A side that is timed is bundled with a copy of its own of them: what it
 * teaches the engine, no other side sees.
 */
export { applyEvent, stepInPlace } from '../src/engine/apply';
export { isLegal } from '../src/engine/legality';
export { borrowState, copyState } from '../src/model/copy-state';
export { averageTariffPct } from '../src/model/tariff';
