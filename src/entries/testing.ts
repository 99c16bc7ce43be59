/**
 * The entry for property-based tests: fast-check arbitraries of legal and illegal events and of whole plays, and
 * claims about what legal plays can and cannot do.
 *
 * All arbitraries shrink by meaning, each candidate played or judged anew, so that a failing property ends at the shortest
 * play of the plainest moves: fewer events, an earlier end, smaller numbers, earlier dates. Needs `fast-check` 4, an optional peer of this package, and no test runner.
 *
 * @module detente/testing
 */
export { assertInvariants } from '../engine/invariants';
export { assertCovered, coverageAccount, CoverageError } from '../testing/coverage/account';
export { coverageCollector, type CoverageCollector } from '../testing/coverage/collector';
export {
  coverageContract,
  type CoverageContract,
  type CoverageReport,
  type CoverageSpec,
  type Demand,
  type Exemption,
  type Missed,
  type Stale,
} from '../testing/coverage/contract';
export { explore, type Exploration, type ExploreOptions } from '../testing/coverage/explore';
export type { Failure } from '../testing/coverage/explorer';
export type { Goal, TriedMove } from '../testing/coverage/goals';
export { kualaLumpurContract } from '../testing/coverage/own-contract';
export type { Start } from '../testing/plays/start';
export type { AbstractNode, Place, StateMap } from '../testing/coverage/state-map';
export { legalEvent } from '../testing/plays/events';
export { isMove, type PlayedEvents } from '../testing/plays/play';
export {
  illegalEvent,
  perturbedEvent,
  type IllegalEvent,
  type IllegalOptions,
} from '../testing/plays/illegal';
export { refusalCodes } from '../testing/plays/unlawful';
export { measureArbitrary, type MeasureOptions } from '../testing/plays/measures';
export {
  dayOfTheMeeting,
  packageArbitrary,
  type AgreementEvent,
  type PackageOptions,
} from '../testing/plays/packages';
export { policyArbitrary, tablePolicy, type PolicyTable } from '../testing/plays/policies';
export { actsOf, plays, withActs, type PlaysOptions } from '../testing/plays/plays';
export { changesTo, scenarioArbitrary } from '../testing/plays/scenarios';
export {
  eventsTo,
  legalPlay,
  reachableState,
  type LegalPlayOptions,
  type PlaysFrom,
} from '../testing/plays/legal-plays';
// Names of 0.1, until 0.3.
export {
  legalPlay as playFrom,
  legalPlay as steeredPlay,
  type LegalPlayOptions as SteeredPlayOptions,
} from '../testing/plays/legal-plays';

export {
  always,
  eachStep,
  everyPlay,
  judge,
  never,
  noPlay,
  type Claim,
  type NoPlayOptions,
  type Judgement,
  type Moment,
  type Scope,
  type StateTest,
  type ClaimStep,
  type StepTest,
} from '../testing/claims/claim';
export {
  allOf,
  anyOf,
  averageAbove,
  concessionOn,
  isBy,
  isOfType,
  isThreat,
  measureIs,
  not,
  raisesAverage,
  truceHolds,
} from '../testing/claims/vocabulary';
export {
  assertClaim,
  claimTest,
  detenteMatchers,
  falsify,
  replayToken,
  type ClaimOptions,
  type Replayed,
  type TokenOptions,
} from '../testing/claims/scenario-claims';
export {
  isBrokenBy,
  type Counterexample,
  type Finding,
  type Survived,
  type FalsifyOptions,
  type Tried,
} from '../testing/claims/falsify';
export {
  adding,
  changing,
  leavingOut,
  projectionClaim,
  type ActOf,
  type Movement,
  type PlayChange,
  type ProjectionClaim,
  type ProjectionClaimOptions,
} from '../testing/claims/projection-claim';
export {
  judgeProjection,
  type JudgedChange,
  type JudgeOptions,
  type ProjectionJudgement,
} from '../testing/claims/projection-judge';
export {
  ProjectionBrokenError,
  projectionProperty,
  type ProjectionClaimTrial,
  type ProjectionCounterexample,
  type ProjectionFinding,
  type ProjectionPropertyOptions,
  type ProjectionSurvived,
  type ProjectionTried,
} from '../testing/claims/projection-falsify';
export { type ClaimName, type RunnerName } from '../testing/claims/regression-test';
export {
  ClaimBrokenError,
  type ClaimMatchers,
  type MatcherAnswer,
  type TestFunction,
} from '../testing/claims/runner';
export { TokenError } from '../testing/claims/token';
export { actionTypeProperties } from '../testing/properties/action-type';
export type { ActionTypePropertyOptions } from '../testing/properties/ground';
export {
  assertProperties,
  checkProperties,
  PropertyBrokenError,
  type NamedProperty,
  type PropertyReport,
} from '../testing/properties/property';
export { outcomeProperties, type OutcomePropertyOptions } from '../testing/properties/outcome';
export { policyProperties } from '../testing/properties/policy';
export type { PolicyPropertyOptions } from '../testing/properties/policy-ground';
export { scenarioProperties, type ScenarioPropertyOptions } from '../testing/properties/scenario';

// Types that those above are made of.
export type { Sightings } from '../testing/coverage/contract';
export type { Explored } from '../testing/plays/legal-plays';
export type { PlayRange } from '../testing/plays/play';
