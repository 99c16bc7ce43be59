/**
 * All analyses by the name of their function in the library, with the words that belong to their answers, so that whatever
 * runs analyses has each of them unasked: a new one needs its line here and no other.
 */
import { backtested } from '../analyses/backtest/backtest';
import { comparison } from '../analyses/comparison/comparison';
import { fullProjection, projection } from '../project';
import { sensitivityStudied, widthsStudied } from '../sensitivity';
import { shardOf } from '../shards';
import { explainedDifference } from './explained-difference';

/** The analyses; their arguments are those of the function of that name. */
export const ANALYSES = {
  project: projection,
  projectInFull: fullProjection,
  projectShard: shardOf,
  compare: comparison,
  explainDifference: explainedDifference,
  sensitivity: sensitivityStudied,
  widths: widthsStudied,
  backtest: backtested,
} as const;
