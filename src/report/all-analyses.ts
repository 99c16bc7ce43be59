/**
 * All analyses by the name of their function in the library, with the words that belong to their answers, so that whatever
 * runs analyses has each of them unasked: a new one needs its line here and no other.
 */
import { advised } from '../analyses/advise/advise';
import { backtested } from '../analyses/backtest/backtest';
import { comparisonOfAll } from '../analyses/comparison/compare-all';
import { flipped } from '../analyses/flip/flip';
import { forecasted } from '../analyses/forecast/forecast';
import { comparison } from '../analyses/comparison/comparison';
import { fullProjection, projection } from '../analyses/project';
import { sensitivityStudied, uncertaintyStudied } from '../analyses/sensitivity/sensitivity';
import { shardOf } from '../analyses/shards';
import { treeGrown } from '../analyses/tree/tree';
import { played } from '../analyses/tournament/tournament';
import { watched } from '../analyses/watch/watch';
import { explainedDifference } from './wording/explained-difference';

/** The analyses; their arguments are those of the function of that name. */
export const ANALYSES = {
  /** Projects a scenario to a distribution with intervals. */
  project: projection,
  /** As `project`, with the course of averages, layers and truce on a grid of days. */
  projectInFull: fullProjection,
  /** Runs one shard of an ensemble. */
  projectShard: shardOf,
  /** Compares two scenarios on common draws. */
  compare: comparison,
  /** Sets several scenarios side by side. */
  compareAll: comparisonOfAll,
  /** As `compare`, and says where and why the runs part that end otherwise. */
  explainDifference: explainedDifference,
  /** Which of all lawful acts of a party serves it best. */
  advise: advised,
  /** How a meeting branches, and how often each way. */
  tree: treeGrown,
  /** Every pair of policies on common draws. */
  tournament: played,
  /** What to watch in the days to come. */
  watch: watched,
  /** What would have to be true for another outcome to lead, or for a quantity to pass a value. */
  flip: flipped,
  /** What moves a headline. */
  sensitivity: sensitivityStudied,
  /** How sure each headline is: sampling, assumptions, decision rules. */
  uncertainty: uncertaintyStudied,
  /** Forecasts past meetings and scores the forecasts. */
  backtest: backtested,
  /** Questions about days to come, with the answers registered before them. */
  forecast: forecasted,
} as const;
