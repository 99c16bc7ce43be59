/**
 * The entry `detente/record`: the record of acts as the state of any of its days, the meetings of the past, and how the
 * forecasts for them fare against what came. The facts themselves are those of `detente/data`.
 *
 * @example
 * import { facts } from 'detente/data';
 * import { backtest, recordedOn } from 'detente/record';
 *
 * @module detente/record
 */
export { pastScenarios } from '../analyses/resolve';
export { backtest, type Backtest, type BacktestOptions } from '../analyses/backtest/backtest';
export type { RecordedAct } from '../facts/act-schema';
export { recordedOn, RefusedAct, type RecordedDay } from '../facts/fold';
export { parseFacts, type ParsedFacts } from '../facts/parse';
export { USUAL_WORK, type BacktestWork } from '../analyses/backtest/work';
export { pastMeetings, type PastMeeting } from '../analyses/backtest/dossier';

// Types that those above are made of.
export type { PartCost, PriceScores } from '../analyses/backtest/backtest';
export type { ContractScore, DetailMeans, IssueScore, RateScore } from '../analyses/backtest/detail-scores';
export type { ForecasterScore } from '../analyses/backtest/forecasters';
export type { MeetingScore } from '../analyses/backtest/meeting-score';
export type { HeldOut, RegisteredScore } from '../analyses/backtest/registered-scores';
export type { ForecastName, PermutationTest, SetScores } from '../analyses/backtest/set-scores';
export type { Baselines, Resampled, Scores } from '../outcomes/forecast-scores';
