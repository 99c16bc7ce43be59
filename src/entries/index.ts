/**
 * Detente: a trade negotiation as a typed, replayable state machine, and a projection of what a leaders'
 * meeting will bring. This entry runs in a browser as well as in Node.
 *
 * @module detente
 */
export type { RecordedAct } from '../facts/act-schema';
export { recordedOn, RefusedAct, type RecordedDay } from '../facts/fold';
export { parseFacts, type ParsedFacts } from '../facts/parse';
export { loadScenario, scenarios } from '../scenario/library';
export { parseScenario, start, type ScenarioOrId } from '../analyses/resolve';
export {
  act,
  isPlay,
  passTo,
  play,
  RefusedEventError,
  type Acted,
  type EventOfToday,
  type Happened,
  type OwnPlayOptions,
  type Play,
  type PlayLatent,
  type PlayOptions,
} from '../analyses/play';
export { Negotiation } from '../analyses/negotiation';
export type { Contribution } from '../analyses/contributions';
export type { QuantityChange } from '../analyses/comparison/quantity-change';
export type { Subject } from '../analyses/prepared';
export { watch, type Signal, type Shift, type Watch, type WatchOptions } from '../analyses/watch/watch';
export {
  flip,
  type AfterChange,
  type ChangedParameter,
  type Flip,
  type FlipChange,
  type FlipOptions,
  type FlipRequest,
} from '../analyses/flip/flip';
export type { SignalEvent } from '../analyses/watch/sightings';
export type { SignalLevel, WatchedLevel } from '../analyses/watch/levels';
export { tree, type Branch, type Tree, type TreeOptions } from '../analyses/tree/tree';
export { compareAll, type ComparedScenario, type ScenarioTable } from '../analyses/comparison/compare-all';
export type {
  ComparedQuantity,
  QuantityDifference,
  QuantityValue,
} from '../analyses/comparison/quantity-table';
export { compare, type CompareOptions, type ExplainOptions } from '../analyses/comparison/comparison';
export { explainDifference, type ExplainedDifference } from '../report/wording/explained-difference';
export { advise, type Advice, type AdviseOptions } from '../analyses/advise/advise';
export type { AdvisedAct } from '../analyses/advise/ranking';
export type { OwnMeasure } from '../analyses/comparison/quantity-series';
export type { KeptResults } from '../analyses/runner/kept-results';
export type { Analysis, Checkpoint, Runner, RunOptions, Stage, StopSignal } from '../analyses/runner/stage';
export {
  project,
  runEpisode,
  type EpisodeLog,
  type EpisodeOptions,
  type Explained,
  type ProjectionOptions,
  type ProjectOptions,
} from '../analyses/project';
export { DEFAULT_RUNS, DEFAULT_SEED, LONGEST_SEED, MOST_RUNS } from '../ensemble/limits';
export { actionTypes, type Event, type Event as NegotiationEvent, type EventType } from '../actions/index';
export type { ActionType, RefusalFacts } from '../actions/action-type';
export { transition, transitionWithPatches, type Transition } from '../engine/transition';
export { explain, type Explanation } from '../engine/explain';
export {
  fieldsOpen,
  isMember,
  legalActions,
  sampleMember,
  type Template,
  type TemplateFilter,
} from '../engine/legal-actions';
export type { Refusal } from '../engine/legality';
export { parseEvent, type InputIssue, type ParsedEvent } from '../engine/parse';
export { advanceTo, replay, type Advance, type Replay } from '../engine/replay';
export { brokenInvariants, invariants, type Invariant } from '../engine/invariants';
export { dueEvents } from '../engine/due';
export { parseState, type ParsedState } from '../engine/parse-state';
export { digest } from '../engine/digest';
export { averageTariff, type TariffDirection, type TariffLayer } from '../model/tariff';
export type { ExportControl, Licence } from '../model/export-control';
export type { Round } from '../model/talks';
export type { Meeting } from '../model/meeting';
export type { Actor, Party, PartyId, Person } from '../model/actor';
export type { Agreement, Pledge, PromisedAct, Term } from '../model/agreement';
export type { Authority, Instrument, Standing } from '../model/authority';
export type { Deadline } from '../model/deadline';
export type { Gauges } from '../model/gauges';
export type { Listing } from '../model/listing';
export type { MeasureKind, MeasureLife, MeasureStatus } from '../model/measure';
export type { PortFee } from '../model/port-fee';
export type { Probe } from '../model/probe';
export type { PurchaseCommitment, PurchaseFlow } from '../model/purchase';
export type { Draft, State } from '../model/state';
export type { Averages, TrajectoryFacts } from '../model/trajectory';
export type { Breach, Truce, TruceStatus } from '../model/truce';
export type { Undertaking } from '../model/undertaking';
export { policies } from '../policies/index';
export type { Observation, Policy } from '../policies/policy';
export type { ParsedScenario } from '../scenario/parse';
export type { Condition, OutcomeClass, PolicyId, Scenario } from '../scenario/schema';
export type { Comparison, OutcomeDifference } from '../analyses/comparison/paired-comparison';
export type { Crossing, Happening, DifferingStep } from '../analyses/comparison/differing-steps';
export type { Divergence } from '../analyses/comparison/divergence';
export type {
  ExplainedComparison,
  NeededDifference,
  ShareOfPairs,
  StepGroup,
} from '../analyses/comparison/explained-comparison';
export type { DifferenceKind, ScenarioDifference } from '../analyses/comparison/scenario-differences';
export type { Cause, CauseKind, Trial } from '../episode/trace';
export type { Driver } from '../ensemble/drivers';
export type {
  Evidence,
  IssueShare,
  ModelProbability,
  Observed,
  OutcomeShare,
  Probability,
  Projection,
  PublishedShare,
} from '../ensemble/projection';
export type { Band, EconomyAhead, TailedBand } from '../ensemble/economy-ahead';
export type { Basis } from '../outcomes/pool';
export type { CodedClass } from '../model/coded-class';
export type { CurvePoint, TruceCurve } from '../ensemble/truce-curves';
export type { QuantityOfInterest } from '../ensemble/quantity-of-interest';
export type { Stop, StopCriterion } from '../ensemble/stop-criterion';
export type { RecordedEpisode } from '../episode/recorded';
export {
  parseLog,
  replayLog,
  type ClaimedLog,
  type LogDifference,
  type LogReplay,
  type ParsedLog,
  type ReplayedLog,
  type ReplayOptions,
  type UncheckedField,
} from '../analyses/replayed-log';
export { InputError } from '../kit/input-error';
export { VERSION } from '../kit/version';

// Types that those above are made of.
export type { EventBase } from '../actions/action-type';
export type { EventFields } from '../actions/event-fields';
export type { EventByType } from '../actions/events';
export type { ActionTable } from '../actions/index';
export type { OutcomeComparison } from '../analyses/comparison/paired-comparison';
export type { Kept } from '../analyses/runner/stage';
export type { Way } from '../ensemble/average-way';
export type { AverageAhead, AverageTariff, Given, RefusedSupposition } from '../ensemble/projection';
export type { QuantityId } from '../ensemble/quantity-of-interest';
export type { InertSupposition } from '../episode/inert';
export type { FormIssue, Formed } from '../kit/form';
export type { Complaint } from '../kit/input-error';
export type { OpenText } from '../kit/open-text';
export type { ShareInterval } from '../kit/statistics';
export type { Writable } from '../kit/writable';
export type { BlockingOrder } from '../model/blocking-order';
export type { CoerciveAct, CoerciveKind, Rise } from '../model/coercion';
export type { TermCondition } from '../model/condition';
export type { Calendar } from '../model/deadline';
export type { LicenceTerms, Reach } from '../model/export-control';
export type { Institution } from '../model/institution';
export type { Issue } from '../model/issue';
export type { MeetingStatus } from '../model/meeting';
export type { ListEffect, NamedList } from '../model/named-list';
export type { Parameters } from '../model/parameters';
export type { ChangeTerms, PendingChange } from '../model/pending-change';
export type { PastWindow, Unit } from '../model/purchase';
export type { Relief } from '../model/relief';
export type { Alignment, Statement, Voice } from '../model/statement';
export type { Readout, TalksLevel } from '../model/talks';
export type { Duties, Exclusion, Reconciliation } from '../model/tariff';
export type { DecisionNotes, Memory, PendingAnswer, PublicIndicators } from '../policies/policy';
export type { ScenarioId } from '../scenario/compiled';
export type { ModelReading } from '../scenario/model-specification';
