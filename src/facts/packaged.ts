/**
 * The facts that come with the package: the dated, sourced record on which the scenarios stand, as one typed value.
 *
 * The files under `data/` are plain JSON; this module only joins them. A test holds them to `factsSchema`,
 * so nothing is parsed when a program starts.
 */
import authorities from '../data/authorities.json';
import averages from '../data/averages.json';
import claims from '../data/claims.json';
import codedClasses from '../data/coded-classes.json';
import codedMeetings from '../data/coded-meetings.json';
import commodities from '../data/commodities.json';
import coverageYale from '../data/coverage-yale.json';
import controlsCn from '../data/export-controls/cn.json';
import controlsUs from '../data/export-controls/us.json';
import dossiers from '../data/dossiers.json';
import firstScores from '../data/first-scores.json';
import forecasts from '../data/forecasts.json';
import questions from '../data/forecasts/questions.json';
import registered from '../data/forecasts/registered.json';
import rateContracts from '../data/rate-contracts.json';
import issues from '../data/issues.json';
import lists from '../data/lists.json';
import listings from '../data/listings.json';
import meetings from '../data/meetings.json';
import parties from '../data/parties.json';
import people from '../data/people.json';
import plans from '../data/plans.json';
import portFees from '../data/port-fees.json';
import probes from '../data/probes.json';
import purchases from '../data/purchases.json';
import referenceFigures from '../data/reference-figures.json';
import reconciliations from '../data/reconciliations.json';
import sources from '../data/sources.json';
import start from '../data/start.json';
import statements from '../data/statements.json';
import tariffsCnOnUs from '../data/tariffs/cn-on-us.json';
import tariffsUsOnCn from '../data/tariffs/us-on-cn.json';
import threats from '../data/threats.json';
import tradeWorld from '../data/trade-world.json';
import truceSpells from '../data/truce-spells.json';
import truces from '../data/truces.json';
import undertakings from '../data/undertakings.json';
import { parameters } from './parameters';
import { deepFrozen } from '../kit/frozen';
import { packagedWith } from './bare';
import { acts } from './packaged-acts';
import type { Facts } from './schema';

export type { Facts } from './schema';

const record = {
  sources,
  start,
  acts,
  parties,
  people,
  authorities,
  lists,
  tariffs: { usOnCn: tariffsUsOnCn, cnOnUs: tariffsCnOnUs },
  reconciliations,
  controls: { us: controlsUs, cn: controlsCn },
  portFees,
  listings,
  probes,
  purchases,
  undertakings,
  truces,
  truceSpells,
  meetings,
  codedClasses,
  codedMeetings,
  dossiers,
  firstScores,
  forecasts,
  questions,
  registered,
  rateContracts,
  issues,
  parameters,
  referenceFigures,
  tradeWorld,
  commodities,
  averages,
  plans,
  coverageYale,
  statements,
  claims,
  threats,
};

/**
 * The facts about the United States and China, 2018 to 9 October 2026: measures with their histories, talks,
 * statements, threats, statistics and parameters, each with its source or the word assumption.
 */
// The cast is the only one: TypeScript reads JSON literals as `string` and `number[]`, which the schema narrows; `test/data` parses the
// same value with `factsSchema`.
export const facts: Facts = /* @__PURE__ */ (() => packagedWith(deepFrozen(record as unknown as Facts)))();
