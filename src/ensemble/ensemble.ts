/**
 * Ensembles: episodes run in place and tallied.
 *
 * An episode is known by its number alone, so any stretch of them can run anywhere: here, in a worker, on another machine.
 */
import { consequencesIn, phasedIn, retailPriceEffect, withinAYear } from '../economy/consequences';
import { worldFromFlows, type Matrix } from '../economy/exact-hat';
import type { Cooperative } from '../kit/cooperative';
import { createDraws } from '../kit/keyed-draws';
import { daysBetween } from '../kit/calendar';
import { copyState } from '../model/copy-state';
import { meetingOf } from '../model/meeting';
import type { Parameters } from '../model/parameters';
import type { State } from '../model/state';
import { agreementOf } from '../outcomes/meeting';
import type { ModelSpecification } from '../scenario/model-specification';
import { almanacOf } from '../episode/almanac';
import { courseKeeper } from './course';
import {
  drawnDistributions,
  parameterSampler,
  type ParameterDraw,
  type ParameterSampler,
  readerOf,
} from '../episode/parameter-draw';
import { dailyKeys, runInSteps, type EpisodePlan, type FinishedEpisode } from '../episode/episode';
import { deliveredMmt } from '../episode/run';
import { outcomeOf } from '../episode/trajectory-facts';
import { meeter, type GivenCondition } from './given';
import {
  count,
  countRefused,
  countUnclassified,
  keptTally,
  newRunningTally,
  SAMPLE_EPISODES,
  type RunningTally,
  type Tally,
} from './tally';

/** An ensemble to be tallied: plain JSON, so that it can cross to a worker. */
export interface TallySetting {
  readonly initial: State;
  readonly specification: ModelSpecification;
  readonly seed: string;
  /** Whether to keep the course of the averages and layers too: a few per cent slower. */
  readonly course?: boolean;
  /** What an episode has to meet to be counted; none is left out where there is none. Not with a course. */
  readonly given?: GivenCondition;
}

/** Rates above this are prohibitive many times over; with fixed deficits no wages clear the markets beyond. */
const HIGHEST_RATE_PCT = 300;

/** What all episodes of a setting share, made once. */
interface Shared {
  readonly plan: EpisodePlan;
  readonly sampler: ParameterSampler;
  readonly consequences: ReturnType<typeof consequencesIn>;
  readonly drawn: readonly ((parameters: Parameters) => number)[];
}

function sharedOf({ specification, initial, seed }: TallySetting): Shared {
  const { labels, flows, income } = specification.tradeWorld;
  const draws = createDraws(seed);
  return {
    // What is frozen, as the state that arrives may be, has another layout than what an episode makes.
    plan: {
      initial: copyState(initial),
      specification,
      draws,
      daily: dailyKeys(draws),
      almanac: almanacOf(initial.today, specification),
    },
    sampler: parameterSampler(specification),
    consequences: consequencesIn(worldFromFlows(flows, income, labels)),
    drawn: drawnDistributions(specification).map(({ name }) => readerOf(name)),
  };
}

const decimal = (ratePct: number) => Math.min(HIGHEST_RATE_PCT, ratePct) / 100;

/** Goods of exporter 1 (China) to 0 (US) and back carry the averages; all else is left as it is. */
function tariffsOf(averages: { readonly usOnCn: number; readonly cnOnUs: number }): Matrix {
  return [
    [0, decimal(averages.cnOnUs), 0],
    [decimal(averages.usOnCn), 0, 0],
    [0, 0, 0],
  ];
}

/** What an episode did to trade, output, prices and supply. */
export interface EpisodeEconomy {
  /** What the change of duties from the first day to their mean between meeting and horizon does to trade within a year, per cent. */
  readonly usImportsFromCnPct: number;
  readonly cnImportsFromUsPct: number;
  /** Mean short-run effect on GDP over the horizon, per cent; for the rest of the world the change of welfare. */
  readonly gdpPct: Readonly<Record<'US' | 'CN' | 'RoW', number>>;
  /** Change of American consumer prices by the horizon, per cent. */
  readonly pricesPct: number;
  readonly shortageDays: number;
  readonly leastStockMonths: number;
  /** American soybeans bought by China until the horizon, million metric tons. */
  readonly soybeansMmt: number;
  /** Mean severity between meeting and horizon with which Chinese rare-earth rules reach goods made in third countries, 0 to 1. */
  readonly foreignReach: number;
}

function economyOf(
  finished: FinishedEpisode,
  parameterDraw: ParameterDraw,
  consequences: Shared['consequences'],
): EpisodeEconomy {
  const { run, start, mean } = finished;
  const p = parameterDraw.parameters;
  const elasticity = withinAYear(p.trade.elasticity, p.trade.delayed);
  const { flowPct, welfarePct } = consequences(tariffsOf(mean), tariffsOf(start), elasticity);
  const { costDays, days, shortageDays, leastStockMonths } = run.latent;
  // Phasing in is in proportion to time, so that the mean of the time counts each change by how long it has stood.
  const phased = phasedIn(
    daysBetween(run.specification.meetingOn, run.specification.horizon),
    p.trade.firstYearPhaseIn,
  );
  const soybeansMmt = deliveredMmt(run.state) - run.done.deliveredMmt;
  return {
    usImportsFromCnPct: flowPct[1]![0]!,
    cnImportsFromUsPct: flowPct[0]![1]!,
    gdpPct: { US: -costDays.US / days, CN: -costDays.CN / days, RoW: welfarePct[2]! },
    pricesPct: retailPriceEffect(
      mean.usOnCn - start.usOnCn,
      p.trade.importShare,
      p.trade.retailPassThrough,
      phased,
    ),
    shortageDays,
    leastStockMonths,
    soybeansMmt,
    foreignReach: mean.foreignReach,
  };
}

function tallyEconomy(tally: RunningTally, economy: EpisodeEconomy): void {
  count(tally.trade.usFromCn, economy.usImportsFromCnPct);
  count(tally.trade.cnFromUs, economy.cnImportsFromUsPct);
  count(tally.gdp.US, economy.gdpPct.US);
  count(tally.gdp.CN, economy.gdpPct.CN);
  count(tally.gdp.RoW, economy.gdpPct.RoW);
  count(tally.prices, economy.pricesPct);
  count(tally.shortageDays, economy.shortageDays);
  count(tally.leastStock, economy.leastStockMonths);
  count(tally.soybeans, economy.soybeansMmt);
  count(tally.foreignReach, economy.foreignReach);
}

function tallyTruce(tally: RunningTally, { textEndedAfter, brokenAfter }: FinishedEpisode): void {
  tally.truceBound += 1;
  if (textEndedAfter !== null) count(tally.textEndedAfter, textEndedAfter);
  if (brokenAfter !== null) count(tally.brokenAfter, brokenAfter);
}

function tallyMeeting(tally: RunningTally, finished: FinishedEpisode, outcome: number): void {
  const { run, eve, end, last, newCoercion } = finished;
  const { state, specification } = run;
  tally.runs += 1;
  if (outcome < 0) countUnclassified(tally, run.episode);
  else tally.outcomes[outcome]! += 1;
  if (meetingOf(state, specification.meeting)?.status === 'held') tally.held += 1;
  const agreement = agreementOf(state, specification.meeting);
  if (agreement?.scope === 'narrow') tally.narrow += 1;
  for (let at = 0; at < specification.issues.length; at += 1) {
    const { id } = specification.issues[at]!;
    const term = agreement?.terms.find((candidate) => candidate.issue === id);
    count(tally.issues[at]!, term?.degree ?? 0);
  }
  if (newCoercion) tally.newCoercion += 1;
  count(tally.eve.usOnCn, eve.usOnCn);
  count(tally.eve.cnOnUs, eve.cnOnUs);
  count(tally.end.usOnCn, end.usOnCn);
  count(tally.end.cnOnUs, end.cnOnUs);
  count(tally.last.usOnCn, last.usOnCn);
  count(tally.last.cnOnUs, last.cnOnUs);
  if (finished.truceBound) tallyTruce(tally, finished);
  tally.refused += run.refused.length - run.refusedSupposed.length;
  for (const { name, code } of run.refusedSupposed) countRefused(tally, name, { code, runs: 1 });
}

/** An episode as an onlooker sees it. */
export interface SeenEpisode {
  readonly finished: FinishedEpisode;
  readonly economy: EpisodeEconomy;
  /** Index of its outcome class, or -1 where the classes leave a gap or overlap. */
  readonly outcome: number;
}

/** Who looks on while episodes run, to keep more than the tally does; changes nothing. */
export interface Onlooker {
  /** Whether the episodes keep their logs. */
  readonly record: boolean;
  /** Sees the state each evening. */
  readonly evening?: (day: number, state: State) => void;
  /** Sees each episode at its horizon. */
  readonly finished: (seen: SeenEpisode) => void;
}

/** What sees the states each evening: the keeper of the course, the onlooker, both or nobody. */
function watchOf(tally: RunningTally, setting: TallySetting, onlooker: Onlooker | undefined) {
  const { initial, specification, course } = setting;
  const keep = course === true ? courseKeeper(tally, initial, specification) : undefined;
  const evening = onlooker?.evening;
  if (keep === undefined || evening === undefined) return keep ?? evening;
  return (day: number, state: State) => {
    keep(day, state);
    evening(day, state);
  };
}

/** Runs the episodes from one number up to but without another, and tallies them; an onlooker sees them in full. */
export type Tallier = (from: number, to: number, onlooker?: Onlooker) => Cooperative<Tally>;

/** Makes ready what all episodes of a setting share. What comes of a stretch of them depends on nothing else. */
export function tallier(setting: TallySetting): Tallier {
  const { plan, sampler, consequences, drawn } = sharedOf(setting);
  const { specification, given } = setting;
  const meets = given === undefined ? undefined : meeter(specification, given);
  return function* (from, to, onlooker) {
    const tally = newRunningTally(specification);
    const watch = watchOf(tally, setting, onlooker);
    for (let episode = from; episode < to; episode += 1) {
      const parameterDraw = sampler(plan.draws, episode);
      const finished = yield* runInSteps(plan, parameterDraw, episode, onlooker?.record === true, watch);
      const outcome = outcomeOf(finished);
      if (meets?.(finished, outcome) === false) continue;
      tallyMeeting(tally, finished, outcome);
      const economy = economyOf(finished, parameterDraw, consequences);
      tallyEconomy(tally, economy);
      onlooker?.finished({ finished, economy, outcome });
      if (episode < SAMPLE_EPISODES && outcome > 0) {
        tally.sample.push([outcome, ...drawn.map((read) => read(parameterDraw.parameters))]);
      }
    }
    return keptTally(tally);
  };
}
