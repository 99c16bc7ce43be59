/**
 * The latent state of an episode: pain, belief, stocks and markets, beside the machine's state, stepped once a day.
 *
 * Here the functions of economy and bargaining meet the state: tariffs cost (saturating pain), magnets run down (chokepoint),
 * unsold soybeans hurt (wedge and season), markets fall on news, audiences remember, credibility is learnt from
 * what became of threats. The result enters the record as the payload of the day's event.
 */
import type { ResolveSignal, Touched } from '../actions/action-type';
import { actionTypeOf, type Event } from '../actions/index';
import { decayAudience } from '../bargaining/audience';
import {
  betaFromMean,
  encouraged,
  executed,
  mean,
  observed,
  postponed,
  traded,
  withdrawn,
  type Beta,
} from '../bargaining/credibility';
import { motivation, optimism, readiness, ripeness } from '../bargaining/readiness';
import type { Parameters } from '../model/parameters';
import {
  newInventory,
  meanRetainedOverYear,
  newSources,
  offeredSupply,
  shortageConvexity,
  stepInventory,
  supplyShare,
  type InventoryStep,
} from '../economy/chokepoint';
import { retained } from '../economy/decay';
import { marketReturn, pricedIn } from '../economy/markets';
import { painFlow } from '../economy/pain';
import { farmPain, noPriceEffects, priceEffects, season } from '../economy/soybeans';
import { exp, log } from '../kit/portable-math';
import type { PartyId } from '../model/actor';
import type { Gauges } from '../model/gauges';
import type { MeasureLife } from '../model/measure';
import type { State } from '../model/state';
import type { PublicIndicators } from '../policies/policy';
import type { ModelSpecification } from '../scenario/model-specification';
import { addedCostOf } from './added-cost';
import { chineseDutiesCostPct, dutiesCostPct, tariffCostPct } from './duty-costs';
import { heard, wordOf } from './public-words';
import { addStood, type Stood, type StoodBy } from './stood';
import {
  judgedPromises,
  readMeasures,
  readMeasuresAgain,
  readRecord,
  type MeasureView,
  type RecordView,
} from './readings';

/** The mutable accumulators of one episode. */
export interface LatentState extends PublicIndicators {
  credibility: Record<PartyId, number>;
  audience: Record<PartyId, number>;
  costPct: Record<PartyId, number>;
  drawdownPct: number;
  yieldRiseBp: number;
  farmPain: number;
  readonly beta: Record<PartyId, Beta>;
  readonly pain: Record<PartyId, number>;
  /** What conceding and backing down have cost each side at home so far, utility points. */
  readonly politicalCost: Record<PartyId, number>;
  readonly inventory: InventoryStep;
  /** Loss of American GDP from the shortage of magnets today, % a year. */
  shortagePct: number;
  /** Days of the episode with a shortage. */
  shortageDays: number;
  /** Smallest stock of magnets seen, months. */
  leastStockMonths: number;
  /** Sums of the daily costs of tariffs and shortages, % of GDP times days, for the mean of the episode. */
  readonly costDays: Record<PartyId, number>;
  days: number;
  /** Sums over the days of what stood in their mornings, for means over a time, and the sums up to the day of the meeting. */
  readonly stood: Stood;
  stoodByMeeting: StoodBy | null;
  /** Rises of the ten-year yield that were told, with the days for which each counts still; their sum is `yieldRiseBp`. */
  toldRises: { readonly bp: number; daysLeft: number }[];
  /** News of the day for equities, per cent. */
  newsPct: number;
  /** Addition to the log-hazard of a breach, and the last day on which it counts. */
  strain: { added: number; until: string } | null;
  /** Ripeness and judged promises on the first day: what is known of the record counts in them, so only change does. */
  readonly usual: {
    ripeness: number;
    readonly promises: RecordView['promises'];
  };
  /** What the tariffs, controls and rounds of the state imply; taken again only after an event. */
  readonly view: MeasureView;
  record: RecordView;
  /** What this morning's view, record and month imply: worked out again only when one of them has changed. */
  readonly steady: Steady;
}

/** What stays the same from day to day until an event or a new month changes it. */
interface Steady {
  /** Whether view or record changed since this was worked out. */
  stale: boolean;
  month: number;
  /** How far the sides see a way out. */
  hope: number;
  supply: number;
  /** Cost of chips to China, points a year. */
  chipsPct: number;
  /** Shortage for which the convexity was worked out, and that. */
  shortage: number;
  convexity: number;
  /** Mean of what is left of a shortage's cost over the first year. */
  readonly meanRetained: number;
  readonly painKept: number;
  readonly drawdownKept: number;
}

/** Belief that a side delivers what it promises, 0 to 1: its prior, moved by every promise judged since. */
export function complianceOf(latent: LatentState, party: PartyId, p: Parameters): number {
  const { kept, broken } = latent.record.promises[party];
  // The prior was set with the promises of the record in sight: only what came since is evidence.
  const before = latent.usual.promises[party];
  const prior = betaFromMean(
    party === 'US' ? p.promises.deliveredUs : p.promises.deliveredCn,
    p.credibility.strength,
  );
  return mean(observed(prior, kept - before.kept, broken - before.broken, 1));
}

/** Stock at which a constant flow of pain neither grows nor fades. */
function steadyStock(flow: number, halfLifeDays: number): number {
  return flow / (1 - exp(-log(2) / halfLifeDays));
}

/**
 * Stock of pain of a side on the first morning: what the duties before it have left, each as long as it stood; where their
 * age is not counted, the stock that those in force keep up.
 */
function openingPain(party: PartyId, p: Parameters, model: ModelSpecification, costPct: number): number {
  if (model.pastDuties === null) return steadyStock(costPct, p.pain.halfLifeDays);
  let stock = 0;
  for (const { newTariffPp, newChinesePp, days } of model.pastDuties) {
    const kept = retained(days, p.pain.halfLifeDays);
    const flow = tariffCostPct(party, p, newTariffPp, 0) + chineseDutiesCostPct(party, newChinesePp, p);
    stock = stock * kept + steadyStock(flow, p.pain.halfLifeDays) * (1 - kept);
  }
  return stock;
}

/**
 * Latent state on the first morning: beliefs at their priors, pain where the measures in force have brought it, and the audience cost
 * that words of the record have left.
 */
export function initialLatentState(
  state: State,
  model: ModelSpecification,
  p: Parameters,
  audience: Readonly<Record<PartyId, number>> = { US: 0, CN: 0 },
): LatentState {
  const view = readMeasures(state);
  const belief = betaFromMean(p.credibility.prior, p.credibility.strength);
  const costPct = {
    US: dutiesCostPct('US', view, model, p),
    CN: dutiesCostPct('CN', view, model, p),
  };
  const latent: LatentState = {
    beta: { US: belief, CN: belief },
    credibility: { US: p.credibility.prior, CN: p.credibility.prior },
    audience: { US: audience.US, CN: audience.CN },
    costPct,
    pain: {
      US: openingPain('US', p, model, costPct.US),
      CN: openingPain('CN', p, model, costPct.CN),
    },
    politicalCost: { US: 0, CN: 0 },
    drawdownPct: 0,
    yieldRiseBp: 0,
    toldRises: [],
    farmPain: 0,
    inventory: newInventory(p.chokepoint.stockMonths),
    shortagePct: 0,
    shortageDays: 0,
    leastStockMonths: p.chokepoint.stockMonths,
    costDays: { US: 0, CN: 0 },
    days: 0,
    stood: { usOnCn: 0, cnOnUs: 0, foreignReach: 0 },
    stoodByMeeting: null,
    newsPct: 0,
    strain: null,
    usual: { ripeness: 0, promises: judgedPromises(state) },
    view,
    record: readRecord(state, judgedPromises(state), p),
    steady: {
      stale: true,
      month: 0,
      hope: 0,
      supply: 1,
      chipsPct: 0,
      shortage: NaN,
      convexity: 0,
      meanRetained: meanRetainedOverYear(p.chokepoint.halfLifeDays),
      painKept: retained(1, p.pain.halfLifeDays),
      drawdownKept: retained(1, p.markets.drawdownHalfLifeDays),
    },
  };
  latent.steady.hope = hopeOf(latent, p);
  latent.usual.ripeness = ripenessOf(latent, p);
  return latent;
}

/** What events have touched: the record of talks and promises always, measures and judged promises where their types say so. */
export interface Touches extends Record<Touched, boolean> {
  record: boolean;
}

/** Takes the slow quantities again after something has happened; those that nothing touched stay as they were. */
export function refresh(latent: LatentState, state: State, touched: Readonly<Touches>, p: Parameters): void {
  readMeasuresAgain(latent.view, state, touched);
  const { promises, roundsPast } = latent.record;
  latent.record = readRecord(state, touched.promises ? judgedPromises(state) : promises, p, roundsPast);
  latent.steady.stale = true;
}

const priceChange = noPriceEffects();

function soybeanPain(latent: LatentState, month: number, model: ModelSpecification, p: Parameters): number {
  const { cnOnUsPct } = latent.view;
  const { soybeansHalted } = latent.record;
  const duty = Math.max(0, cnOnUsPct - model.painBaselineCnPct) / 100;
  const wedge = soybeansHalted ? p.soybeans.ceiling : duty;
  const calibration = {
    wedge: p.soybeans.wedge,
    pricePerBu: p.soybeans.pricePerBu,
    usPerBu: p.soybeans.usPerBu,
    ceiling: p.soybeans.ceiling,
  };
  priceEffects(wedge, p.soybeans.pricePerBu, calibration, priceChange);
  return farmPain(
    season(month, p.soybeans.seasonAmplitude, p.soybeans),
    p.soybeans.pricePerBu + priceChange.usPerBu,
    p.soybeans.pricePerBu,
    p.soybeans.politicalWeight,
  );
}

function hopeOf(latent: LatentState, p: Parameters): number {
  const { rounds, leaderCall, recentBreach } = latent.record;
  return optimism(
    { rounds: Math.min(rounds, p.readiness.mostRounds), leaderCall, recentBreach },
    {
      constant: p.readiness.base,
      round: p.readiness.round,
      leaderCall: p.readiness.leadersCall,
      recentBreach: p.readiness.recentBreach,
    },
  );
}

/** Works out what stays the same until the next event or month. */
function settleLatent(latent: LatentState, month: number, model: ModelSpecification, p: Parameters): void {
  const { steady, view } = latent;
  steady.stale = false;
  steady.month = month;
  const felt = 1 - latent.record.relieved;
  latent.farmPain = felt * soybeanPain(latent, month, model, p);
  latent.costPct.US = dutiesCostPct('US', view, model, p);
  latent.costPct.CN = dutiesCostPct('CN', view, model, p);
  steady.supply = supplyShare(view.rareEarths, p.chokepoint.controlledShare);
  steady.chipsPct = view.chips * p.pain.chipLoss;
  steady.hope = hopeOf(latent, p);
}

function stepMagnets(latent: LatentState, controlDays: number, p: Parameters): void {
  const { inventory, steady } = latent;
  const { newSources: aYear, refill, stockMonths } = p.chokepoint;
  const possible = steady.supply + newSources(controlDays, aYear);
  stepInventory(
    inventory.stockMonths,
    offeredSupply(possible, inventory.stockMonths, stockMonths, refill),
    inventory,
  );
  if (inventory.stockMonths < latent.leastStockMonths) latent.leastStockMonths = inventory.stockMonths;
  latent.shortagePct = 0;
  if (inventory.shortage <= 0) return;
  latent.shortageDays += 1;
  if (inventory.shortage !== steady.shortage) {
    steady.shortage = inventory.shortage;
    steady.convexity = shortageConvexity(
      inventory.shortage,
      p.chokepoint.convexity,
      p.chokepoint.referenceCut,
    );
  }
  latent.shortagePct =
    p.chokepoint.costPct *
    steady.convexity *
    (retained(controlDays, p.chokepoint.halfLifeDays) / steady.meanRetained);
}

/** Ripeness of the conflict this morning, 0 to 1. */
export function ripenessOf(latent: LatentState, p: Parameters): number {
  const { hope } = latent.steady;
  return ripeness(
    readiness(motivation(latent.pain.US, p.readiness.painScale), hope),
    readiness(motivation(latent.pain.CN, p.readiness.painScale), hope),
  );
}

/** A day as the latent state lives it. */
export interface DayLived {
  /** Month of the year, 1 to 12. */
  readonly month: number;
  /** Days since the control on rare earths began; 0 where there is none. */
  readonly controlDays: number;
  /** The day's market move beside the news, standard normal. */
  readonly residual: number;
}

/** One day of the latent state: costs, pain, memory of audiences, markets. It runs on every day of every episode. */
export function stepLatentState(
  latent: LatentState,
  { month, controlDays, residual }: DayLived,
  model: ModelSpecification,
  p: Parameters,
): void {
  const { steady, pain, audience, costPct, costDays, stood, view } = latent;
  if (steady.stale || steady.month !== month) settleLatent(latent, month, model, p);
  stepMagnets(latent, controlDays, p);
  pain.US =
    pain.US * steady.painKept + painFlow(costPct.US, p.pain.scaling, latent.farmPain + latent.shortagePct, 0);
  pain.CN = pain.CN * steady.painKept + painFlow(costPct.CN, p.pain.scaling, steady.chipsPct, 0);
  costDays.US += costPct.US + latent.shortagePct;
  costDays.CN += costPct.CN + steady.chipsPct;
  latent.days += 1;
  addStood(stood, view);
  audience.US = decayAudience(audience.US, p.audience.keptDaily);
  audience.CN = decayAudience(audience.CN, p.audience.keptDaily);
  if (latent.toldRises.length > 0) forgetYields(latent);
  latent.drawdownPct = Math.max(
    0,
    latent.drawdownPct * steady.drawdownKept - (latent.newsPct + p.markets.dailySdPct * residual),
  );
  latent.newsPct = 0;
}

/** Takes note of a move of the ten-year yield that is told, basis points; it counts for the days of the window less those since. */
export function hearYields(latent: LatentState, bp: number, daysSince: number, p: Parameters): void {
  const daysLeft = p.reversal.yieldWindowDays - daysSince;
  if (bp === 0 || daysLeft <= 0) return;
  latent.toldRises.push({ bp, daysLeft });
  latent.yieldRiseBp += bp;
}

/** A day less for what was told of yields. */
function forgetYields(latent: LatentState): void {
  latent.yieldRiseBp = 0;
  latent.toldRises = latent.toldRises.filter((rise) => (rise.daysLeft -= 1) > 0);
  for (const { bp } of latent.toldRises) latent.yieldRiseBp += bp;
}

/** The gauges of the evening, a new object that the record may keep. */
export function gaugesOf(latent: LatentState): Gauges {
  return {
    pain: { US: latent.pain.US, CN: latent.pain.CN },
    audience: { US: latent.audience.US, CN: latent.audience.CN },
    credibility: { US: latent.credibility.US, CN: latent.credibility.CN },
    inventoryMonths: latent.inventory.stockMonths,
    shortage: latent.inventory.shortage,
    farmPain: latent.farmPain,
    drawdownPct: latent.drawdownPct,
  };
}

/**
 * What an event tells about resolve: credibility, audience cost and the news for markets. `signal` is what its type declares, where that is one's own; `before` is the measure as
 * it stood before the event, where the event is about one. To be called before the event is applied.
 */
export function learn(
  latent: LatentState,
  event: Event,
  before: MeasureLife | undefined,
  model: ModelSpecification,
  p: Parameters,
  signal: ResolveSignal | null = actionTypeOf(event.type)?.signal ?? null,
): void {
  const word = signal === null ? null : wordOf(event, before, signal);
  if (word === null) return;
  const author = word.by;
  const { cost: paid, stockLeft } = heard(latent.audience[author], word, p);
  latent.politicalCost[author] += paid;
  latent.audience[author] = stockLeft;
  if (word.signal === 'threat') return;
  const learning = { phi: p.credibility.evidenceKept, wTraded: p.credibility.tradedWeight };
  const belief = latent.beta[author];
  const cost = before === undefined ? 0 : addedCostOf('US', before, latent, model, p);
  const news = (share: number) => marketReturn(p.markets.costSensitivity, cost, pricedIn(1, share));
  switch (word.signal) {
    case 'execution':
      latent.newsPct += news(latent.credibility[author]);
      latent.beta[author] = executed(belief, learning);
      break;
    case 'postponement':
      latent.beta[author] = postponed(belief, learning, p.threats.postponedWeight);
      break;
    case 'withdrawal':
      latent.newsPct -= news(1 - latent.credibility[author]);
      latent.beta[author] = word.traded ? traded(belief, learning) : withdrawn(belief, learning);
  }
  latent.credibility[author] = mean(latent.beta[author]);
}

/** The gambit validated: a deal that paid for a coercive measure makes its owner believe in coercion. */
export function validateGambit(latent: LatentState, owner: PartyId, p: Parameters): void {
  latent.beta[owner] = encouraged(latent.beta[owner], p.credibility.gambitWeight);
  latent.credibility[owner] = mean(latent.beta[owner]);
}
