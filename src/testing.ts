/**
 * The door for property-based tests: fast-check arbitraries of lawful and unlawful events and of whole plays, and
 * claims about what lawful sequences of moves can and cannot do.
 *
 * All arbitraries are built from small numbers that choose among what the law allows, so that a failing property shrinks
 * to the shortest play of the plainest moves: fewer moves, time passing instead of acts, first choices, first values
 * of each range. Needs `fast-check` 4, an optional peer of this package, and no test runner.
 */
export { assertInvariants, brokenInvariants, invariants, type Invariant } from './engine/invariants';
export { assertCovered, coverageAccount, CoverageError } from './testing/exploration/account';
export { coverageCollector, type CoverageCollector } from './testing/exploration/collector';
export {
  coverageContract,
  type CoverageContract,
  type CoverageReport,
  type CoverageSpec,
  type Demand,
  type Exemption,
  type Missed,
  type Stale,
} from './testing/exploration/contract';
export { explore, type Exploration, type ExploreOptions } from './testing/exploration/explore';
export type { Failure } from './testing/exploration/explorer';
export type { Goal, Step } from './testing/exploration/goals';
export { kualaLumpurContract } from './testing/exploration/own-contract';
export type { Start } from './testing/start';
export type { AbstractNode, Place, StateMap } from './testing/exploration/state-map';
export { steeredPlay, type SteeredPlayOptions } from './testing/exploration/steered-play';
export { legalEvent, perturbedEvent, playFrom, type Play, type PlayOptions } from './testing/plays';
export {
  illegalEvent,
  refusalCodes,
  type IllegalEvent,
  type IllegalOptions,
} from './testing/arbitraries/illegal';
export { measureArbitrary, type MeasureOptions } from './testing/arbitraries/measures';
export {
  dayOfTheMeeting,
  packageArbitrary,
  type AgreementEvent,
  type PackageOptions,
} from './testing/arbitraries/packages';
export { policyArbitrary, tablePolicy, type PolicyTable } from './testing/arbitraries/policies';
export { changesTo, scenarioArbitrary } from './testing/arbitraries/scenarios';
export {
  eventsTo,
  lawfulSequence,
  reachableState,
  type SequenceOptions,
} from './testing/arbitraries/sequences';
export { sequenceFrom, type SequenceOptions as MoveSequenceOptions } from './testing/sequences';

export {
  always,
  eachStep,
  everyPlay,
  isMove,
  judge,
  never,
  noSequence,
  type Claim,
  type Feat,
  type Judgement,
  type Moment,
  type Scope,
  type StateTest,
  type Step as ClaimStep,
  type StepTest,
} from './testing/claim';
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
} from './testing/vocabulary';
export {
  assertClaim,
  claimTest,
  detenteMatchers,
  falsify,
  replayToken,
  type ClaimOptions,
  type Replayed,
  type TokenOptions,
} from './claims';
export {
  isBrokenBy,
  type Counterexample,
  type Finding,
  type Survived,
  type Trial,
  type Tried,
} from './testing/falsify';
export { type ClaimName, type RunnerName } from './testing/regression-test';
export {
  ClaimBrokenError,
  type ClaimMatchers,
  type MatcherAnswer,
  type TestFunction,
} from './testing/runner';
export { TokenError } from './testing/token';
export { actionTypeLaws } from './testing/laws/action-type';
export type { GroundOptions as ActionTypeLawOptions } from './testing/laws/ground';
export { assertLaws, checkLaws, LawBroken, type Law, type LawReport } from './testing/laws/law';
export { outcomeLaws, type OutcomeLawOptions } from './testing/laws/outcome';
export { policyLaws } from './testing/laws/policy';
export type { PolicyLawOptions } from './testing/laws/policy-ground';
export { scenarioLaws, type ScenarioLawOptions } from './testing/laws/scenario';
