/**
 * The ensemble's own loaded instance of the rules.
 *
 * Rules that have run on immer's drafts stay several times slower in place, because the engine has learnt both
 * shapes. The package therefore builds this module as a bundle of its own, and the other entries reach it by the
 * package's import name `#ensemble`. The benchmarks load it once more for each side that they compare.
 */
export { applyEvent, stepInPlace } from '../engine/apply';
export { isLegal } from '../engine/legality';
export { borrowState, copyState } from '../model/copy-state';
export { averageTariffPct } from '../model/tariff';
export { tallier } from '../ensemble/ensemble';
export { runRecorded } from '../episode/recorded';
export { ENSEMBLE_KINDS, performer } from '../analyses/kinds';
