/**
 * The entry `detente/record`: the meetings of the past, how the forecasts for them fare against what came, and what is forecast
 * of days to come. The facts themselves are those of `detente/data`.
 *
 * @example
 * import { backtest, forecast, pastMeetings } from 'detente/record';
 *
 * @module detente/record
 */
export { pastScenarios } from '../analyses/resolve';
export { backtest, type Backtest, type BacktestOptions } from '../analyses/backtest/backtest';
export {
  forecast,
  type Answer,
  type Forecast,
  type ForecastOptions,
  type ForecastInterval,
  type ForecastQuestion,
} from '../analyses/forecast/forecast';
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
