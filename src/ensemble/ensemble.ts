/**
 * Ensembles: blocks of episodes run in place and tallied.
 *
 * An episode is known by its number alone, so a block can run anywhere: here, in a worker, on another machine.
 */
import { phasedIn, retailPriceEffect, tradeConsequences } from '../economy/consequences';
import { tariffMatrix, worldFromFlows, type TradeWorld } from '../economy/exact-hat';
import { createDraws } from '../kit/keyed-draws';
import { daysBetween } from '../kit/calendar';
import { each } from '../model/column';
import { copyState } from '../model/copy-state';
import type { State } from '../model/state';
import { classify } from '../outcomes/index';
import { agreementOf } from '../outcomes/meeting';
import type { Theory } from '../scenario/model-specification';
import { almanacOf } from '../episode/almanac';
import { courseKeeper } from './course';
import { drawnSymbols, worldDrawer, type World, type WorldDrawer } from '../episode/parameter-draw';
import { dailyKeys, runToHorizon, type EpisodePlan, type FinishedEpisode } from '../episode/episode';
import { count, newTally, SAMPLE_EPISODES, type Tally } from './tally';

/** A block of episodes to run: plain JSON, so that it can cross to a worker. */
export interface BlockTask {
  readonly initial: State;
  readonly theory: Theory;
  readonly seed: string;
  /** First episode. */
  readonly from: number;
  /** First episode that is not in the block. */
  readonly to: number;
  /** Whether to keep the course of the averages and layers too: a few per cent slower. */
  readonly course?: boolean;
}

/** Rates above this are prohibitive many times over; with fixed deficits no wages clear the markets beyond. */
const HIGHEST_RATE_PCT = 300;

/** What all blocks of one plan share, made once. */
interface Workshop {
  readonly plan: EpisodePlan;
  readonly drawer: WorldDrawer;
  readonly world: TradeWorld;
  readonly symbols: ReturnType<typeof drawnSymbols>;
}

function workshop(task: BlockTask): Workshop {
  const { theory, initial, seed } = task;
  const { labels, flows, income } = theory.tradeWorld;
  const draws = createDraws(seed);
  return {
    // Copies of a copy share its layout; those of the frozen state that arrives would not.
    plan: {
      initial: copyState(initial),
      theory,
      draws,
      daily: dailyKeys(draws),
      almanac: almanacOf(initial.today, theory),
    },
    drawer: worldDrawer(theory),
    world: worldFromFlows(flows, income, labels),
    symbols: drawnSymbols(theory),
  };
}

const decimal = (ratePct: number) => Math.min(HIGHEST_RATE_PCT, ratePct) / 100;

/** Goods of exporter 1 (China) to 0 (US) and back carry the averages; all else is left as it is. */
function tariffsOf(averages: { readonly usOnCn: number; readonly cnOnUs: number }) {
  return tariffMatrix(3, [
    [1, 0, decimal(averages.usOnCn)],
    [0, 1, decimal(averages.cnOnUs)],
  ]);
}

/** What an episode did to trade, output, prices and supply. */
export interface EpisodeEconomy {
  /** Change of trade from the first day to two weeks after the meeting, medium term, per cent. */
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
  /** Severity with which Chinese rare-earth rules reach goods made in third countries at the horizon, 0 to 1. */
  readonly foreignReach: number;
}

function economyOf(finished: FinishedEpisode, world: World, trade: TradeWorld): EpisodeEconomy {
  const { run, start, end } = finished;
  const p = world.parameters;
  const { flowPct, welfarePct } = tradeConsequences(trade, tariffsOf(end), tariffsOf(start), p.eps);
  const { costDays, days, shortageDays, leastStockMonths, view } = run.mind;
  const phased = phasedIn(daysBetween(run.theory.meetingOn, run.theory.horizon), p.phase1);
  let soybeansMmt = 0;
  for (const flow of each(run.state.flows)) soybeansMmt += flow.deliveredMmt;
  return {
    usImportsFromCnPct: flowPct[1]![0]!,
    cnImportsFromUsPct: flowPct[0]![1]!,
    gdpPct: { US: -costDays.US / days, CN: -costDays.CN / days, RoW: welfarePct[2]! },
    pricesPct: retailPriceEffect(end.usOnCn - start.usOnCn, p.import_share, p.pt_retail25, phased),
    shortageDays,
    leastStockMonths,
    soybeansMmt,
    foreignReach: view.foreignReach,
  };
}

function tallyEconomy(tally: Tally, economy: EpisodeEconomy): void {
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

function tallyMeeting(tally: Tally, finished: FinishedEpisode): number {
  const { run, end } = finished;
  const { state, theory } = run;
  tally.runs += 1;
  const classes = classify(theory.outcomes, state);
  const outcome = classes.length === 1 ? classes[0]! : -1;
  if (outcome < 0) tally.unclassified += 1;
  else tally.outcomes[outcome]! += 1;
  if (state.meeting.status === 'held') tally.held += 1;
  const agreement = agreementOf(state);
  if (agreement?.scope === 'narrow') tally.narrow += 1;
  theory.issues.forEach((issue, index) => {
    const term = agreement?.terms.find((candidate) => candidate.issue === issue.id);
    count(tally.issues[index]!, term?.degree ?? 0);
  });
  count(tally.end.usOnCn, end.usOnCn);
  count(tally.end.cnOnUs, end.cnOnUs);
  if (finished.truceBound) {
    tally.truceBound += 1;
    if (finished.truceDays !== null) count(tally.truceDays, finished.truceDays);
  }
  tally.refused += run.refused.length;
  return outcome;
}

/** An episode of a block as an onlooker sees it. */
export interface SeenEpisode {
  readonly finished: FinishedEpisode;
  readonly economy: EpisodeEconomy;
  /** Index of its outcome class, or -1 where the classes leave a gap or overlap. */
  readonly outcome: number;
}

/** Who looks on while a block runs, to keep more than the tally does; changes nothing. */
export interface Onlooker {
  /** Whether the episodes keep their logs. */
  readonly record: boolean;
  /** Sees the state each evening. */
  readonly evening?: (day: number, state: State) => void;
  /** Sees each episode at its horizon. */
  readonly finished: (seen: SeenEpisode) => void;
}

/** What sees the states each evening: the keeper of the course, the onlooker, both or nobody. */
function watchOf(tally: Tally, task: BlockTask, onlooker: Onlooker | undefined) {
  const keep = task.course === true ? courseKeeper(tally, task.initial, task.theory) : undefined;
  const evening = onlooker?.evening;
  if (keep === undefined || evening === undefined) return keep ?? evening;
  return (day: number, state: State) => {
    keep(day, state);
    evening(day, state);
  };
}

/**
 * Runs a block of episodes in place. `onEpisode` is told of each one that is done; an onlooker sees them in full.
 * Deterministic in the task.
 */
export function runBlock(task: BlockTask, onEpisode?: (done: number) => void, onlooker?: Onlooker): Tally {
  const { plan, drawer, world: trade, symbols } = workshop(task);
  const tally = newTally(task.theory.outcomes.length, task.theory.issues.length);
  const watch = watchOf(tally, task, onlooker);
  for (let episode = task.from; episode < task.to; episode += 1) {
    const world = drawer(plan.draws, episode);
    const finished = runToHorizon(plan, world, episode, onlooker?.record === true, watch);
    const outcome = tallyMeeting(tally, finished);
    const economy = economyOf(finished, world, trade);
    tallyEconomy(tally, economy);
    onlooker?.finished({ finished, economy, outcome });
    if (episode < SAMPLE_EPISODES && outcome > 0) {
      tally.sample.push([outcome, ...symbols.map((symbol) => world.parameters[symbol])]);
    }
    onEpisode?.(episode - task.from + 1);
  }
  return tally;
}
