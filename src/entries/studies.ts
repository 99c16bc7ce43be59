/**
 * The entry `detente/studies`: studies of the model and of policies. On what an answer hangs, where its interval comes
 * from, and how policies fare against each other.
 *
 * @example
 * import { sensitivity, tournament, uncertainty } from 'detente/studies';
 *
 * @module detente/studies
 */
export {
  tournament,
  type PerSide,
  type PolicyEquilibrium,
  type Tournament,
  type TournamentOptions,
} from '../analyses/tournament/tournament';
export {
  sensitivity,
  uncertainty,
  type SensitivityOptions,
  type StudyOptions,
  type UncertaintyOptions,
} from '../analyses/sensitivity/sensitivity';
export {
  SENSITIVITY_METHODS,
  type Provenance,
  type ScenarioUncertainty,
  type Sensitivity,
  type SensitivityMethod,
} from '../analyses/sensitivity/study-options';
export type { QuantityUncertainty, Uncertainty } from '../analyses/uncertainty';

// Types that those above are made of.
export type { ScreenedFactor, ScreeningAnswer } from '../analyses/sensitivity/screening';
export type {
  SensitivityAnswer,
  SensitivityRequest,
  StudyPolicies,
  UncertaintyRequest,
} from '../analyses/sensitivity/study-options';
export type { FactorEnd, Tornado, TornadoBar } from '../analyses/sensitivity/tornado';
export type { FactorShares, ShareOfVariance, VarianceShares } from '../analyses/sensitivity/variance-shares';
export type {
  EstimatedHalfWidth,
  HalfWidth,
  PolicyMean,
  UncertaintyDriver,
  UncertaintySource,
} from '../analyses/uncertainty';
export type { Factor, FactorKind, PossiblePolicies } from '../ensemble/factor';
export type { Limits } from '../kit/bootstrap';
