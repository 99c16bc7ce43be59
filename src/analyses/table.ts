/**
 * All analyses by the name of their function in the library, so that whatever runs analyses has each of them unasked: a
 * new one needs its line here and no other.
 */
import { sensitivityStudied, widthsStudied } from '../sensitivity';
import { fullProjection, projection } from '../project';
import { shardOf } from '../shards';
import { backtested, type BacktestOptions } from './backtest/backtest';
import { comparison, explainedComparison } from './comparison/comparison';

/** The analyses; their arguments are those of the function of that name. */
export const ANALYSES = {
  project: projection,
  projectInFull: fullProjection,
  projectShard: shardOf,
  compare: comparison,
  explainDifference: explainedComparison,
  sensitivity: sensitivityStudied,
  widths: widthsStudied,
  backtest: (options?: BacktestOptions) => backtested(options),
} as const;
