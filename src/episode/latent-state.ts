/**
 * The mind of an episode: pain, belief, stocks and markets, kept beside the machine's state and stepped once a day.
 *
 * Here the functions of economy and bargaining meet the state: tariffs cost (saturating pain), magnets run down (chokepoint),
 * unsold soybeans hurt (wedge and season), markets fall on news, audiences remember, credibility is learnt from
 * what became of threats. The result enters the record as the payload of the day's event.
 */
import { actionTypeOf, type Event } from '../actions/index';
import { accumulateAudience, backDown, decayAudience, honour, postpone } from '../bargaining/audience';
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
import type { Parameters } from '../bargaining/parameters';
import {
  newInventory,
  shortageCost,
  meanRetainedOverYear,
  shortageConvexity,
  stepInventory,
  supplyShare,
  type InventoryStep,
} from '../economy/chokepoint';
import { retained } from '../economy/decay';
import { marketReturn, pricedIn } from '../economy/markets';
import { painFlow, saturatingCost } from '../economy/pain';
import { farmPain, noPriceEffects, priceEffects } from '../economy/soybeans';
import { daysBetween } from '../kit/calendar';
import { exp, log } from '../kit/portable-math';
import type { PartyId } from '../model/actor';
import { each } from '../model/column';
import { foreignReach, subjectSeverity } from '../model/export-control';
import type { Gauges } from '../model/gauges';
import type { MeasureLife } from '../model/measure';
import type { State } from '../model/state';
import { PREPARATION_WINDOW_DAYS, preparation } from '../model/talks';
import { averageTariffPct } from '../model/tariff';
import { loophole } from '../model/truce';
import type { PublicMood } from '../policies/policy';
import type { Theory } from '../scenario/model-specification';

/** The mutable accumulators of one episode. */
export interface Mind extends PublicMood {
  credibility: Record<PartyId, number>;
  audience: Record<PartyId, number>;
  costPct: Record<PartyId, number>;
  drawdownPct: number;
  yieldRiseBp: number;
  farmPain: number;
  readonly beta: Record<PartyId, Beta>;
  readonly pain: Record<PartyId, number>;
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
  /** News of the day for equities, per cent. */
  newsPct: number;
  /** Addition to the log-hazard of a breach, and the last day on which it counts. */
  strain: { added: number; until: string } | null;
  /** Loophole, ripeness and judged promises on the first day: what is known of the record counts in them, so only change does. */
  readonly usual: {
    readonly loophole: number;
    ripeness: number;
    readonly promises: RecordView['promises'];
  };
  /** What the tariffs, controls and rounds of the state imply; taken again only after an event. */
  view: MeasureView;
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

/** Slow quantities read off the measures of the state. */
export interface MeasureView {
  usOnCnPct: number;
  cnOnUsPct: number;
  rareEarths: number;
  chips: number;
  /** Severity with which Chinese controls reach goods made in third countries. */
  foreignReach: number;
  /** Share of coercive measures that the truce text leaves uncovered. */
  loophole: number;
}

/** Slow quantities read off the record of talks, promises and breaches. */
export interface RecordView {
  soybeansHalted: boolean;
  rounds: number;
  leaderCall: number;
  recentBreach: number;
  /** Promises of each side kept and not kept so far: pledges, commitments and undertakings that were judged. */
  promises: Record<PartyId, { kept: number; broken: number }>;
  /** Whether a round is scheduled or under way. */
  roundsAhead: boolean;
}

const RECENT_BREACH_DAYS = 30;
const SUBJECT_RARE_EARTHS = 'rare-earths';

/** What the measures in force and pending imply. */
export function readMeasures(state: State): MeasureView {
  return {
    usOnCnPct: averageTariffPct(state, 'usOnCn'),
    cnOnUsPct: averageTariffPct(state, 'cnOnUs'),
    rareEarths: subjectSeverity(state, 'CN', SUBJECT_RARE_EARTHS),
    chips: subjectSeverity(state, 'US', 'chips'),
    foreignReach: foreignReach(state, 'CN'),
    loophole: loophole(state),
  };
}

/** What talks, promises and the truce's record imply. */
function readRecord(state: State, promises: RecordView['promises']): RecordView {
  const { today } = state;
  const latestBreach = state.truce.breaches.at(-1)?.on;
  let leaderCall = 0;
  let roundsAhead = false;
  for (const round of each(state.rounds)) {
    if (round.status === 'scheduled' || round.status === 'under-way') roundsAhead = true;
    if (round.level !== 'leaders-call' || round.concludedOn === null) continue;
    if (daysBetween(round.concludedOn, today) <= PREPARATION_WINDOW_DAYS) leaderCall = 1;
  }
  return {
    soybeansHalted: each(state.flows).some((flow) => flow.status === 'halted'),
    rounds: preparation(state, today),
    leaderCall,
    recentBreach:
      latestBreach !== undefined && daysBetween(latestBreach, today) <= RECENT_BREACH_DAYS ? 1 : 0,
    promises,
    roundsAhead,
  };
}

/** Counts the promises that have been judged, by side. */
export function judgedPromises(state: State): RecordView['promises'] {
  const promises = { US: { kept: 0, broken: 0 }, CN: { kept: 0, broken: 0 } };
  const judge = (party: PartyId, kept: boolean) => (promises[party][kept ? 'kept' : 'broken'] += 1);
  for (const { status, act } of each(state.pledges)) {
    if (status !== 'open' && act.actor !== 'both') judge(act.actor, status === 'performed');
  }
  for (const { status, flow } of each(state.commitments)) {
    if (status !== 'open') judge(state.flows[flow]!.buyer, status === 'met');
  }
  for (const { status, by } of each(state.undertakings)) {
    if (status !== 'open') judge(by, status === 'honoured');
  }
  return promises;
}

/** Belief that a side delivers what it promises, 0 to 1: its prior, moved by every promise judged since. */
export function complianceOf(mind: Mind, party: PartyId, p: Parameters): number {
  const { kept, broken } = mind.record.promises[party];
  // The prior was set with the promises of the record in sight: only what came since is evidence.
  const before = mind.usual.promises[party];
  const prior = betaFromMean(party === 'US' ? p.q_US : p.q_CN, p.nBeta);
  return mean(observed(prior, kept - before.kept, broken - before.broken, 1));
}

/** Stock at which a constant flow of pain neither grows nor fades. */
function steadyStock(flow: number, halfLifeDays: number): number {
  return flow / (1 - exp(-log(2) / halfLifeDays));
}

/** What tariffs of the United States cost each side at an average rate, % of GDP a year. */
export function tariffCostPct(party: PartyId, p: Parameters, usOnCnPct: number, baselinePct: number): number {
  const newTariffPp = usOnCnPct - baselinePct;
  return party === 'US'
    ? saturatingCost(newTariffPp, p.Lmax_us, p.T0_us)
    : saturatingCost(newTariffPp, p.Lmax_cn, p.T0_cn);
}

/** A mind on the morning of the first day: beliefs at their priors, pain where the measures in force have brought it. */
export function newMind(state: State, theory: Theory, p: Parameters): Mind {
  const view = readMeasures(state);
  const belief = betaFromMean(p.pi0, p.nBeta);
  const costPct = {
    US: tariffCostPct('US', p, view.usOnCnPct, theory.painBaselinePct),
    CN: tariffCostPct('CN', p, view.usOnCnPct, theory.painBaselinePct),
  };
  const mind: Mind = {
    beta: { US: belief, CN: belief },
    credibility: { US: p.pi0, CN: p.pi0 },
    audience: { US: 0, CN: 0 },
    costPct,
    pain: { US: steadyStock(costPct.US, p.HL_P), CN: steadyStock(costPct.CN, p.HL_P) },
    drawdownPct: 0,
    yieldRiseBp: 0,
    farmPain: 0,
    inventory: newInventory(p.I0_ree),
    shortagePct: 0,
    shortageDays: 0,
    leastStockMonths: p.I0_ree,
    costDays: { US: 0, CN: 0 },
    days: 0,
    newsPct: 0,
    strain: null,
    usual: { loophole: view.loophole, ripeness: 0, promises: judgedPromises(state) },
    view,
    record: readRecord(state, judgedPromises(state)),
    steady: {
      stale: true,
      month: 0,
      hope: 0,
      supply: 1,
      chipsPct: 0,
      shortage: NaN,
      convexity: 0,
      meanRetained: meanRetainedOverYear(p.HLsub_ree),
      painKept: retained(1, p.HL_P),
      drawdownKept: retained(1, p.HL_DD),
    },
  };
  mind.steady.hope = hopeOf(mind, p);
  mind.usual.ripeness = ripenessOf(mind, p);
  return mind;
}

/** What events have touched: the record of talks and promises always, measures and judged promises where their types say so. */
export interface Touches {
  record: boolean;
  measures: boolean;
  promises: boolean;
}

/** Takes the slow quantities again after something has happened; those that nothing touched stay as they were. */
export function refresh(mind: Mind, state: State, touched: Readonly<Touches>): void {
  if (touched.measures) mind.view = readMeasures(state);
  mind.record = readRecord(state, touched.promises ? judgedPromises(state) : mind.record.promises);
  mind.steady.stale = true;
}

const priceChange = noPriceEffects();

function soybeanPain(mind: Mind, month: number, theory: Theory, p: Parameters): number {
  const { cnOnUsPct } = mind.view;
  const { soybeansHalted } = mind.record;
  const duty = Math.max(0, cnOnUsPct - theory.painBaselineCnPct) / 100;
  const wedge = soybeansHalted ? p.soy_wedge_cap : duty;
  const calibration = {
    wedge: p.soy_wedge_ref,
    pricePerBu: p.soy_price,
    usPerBu: p.dp_us,
    brazilPerBu: p.dp_br,
    ceiling: p.soy_wedge_cap,
  };
  priceEffects(wedge, p.soy_price, calibration, priceChange);
  return farmPain(month, p.soy_price + priceChange.usPerBu, p.soy_price, p.season_amp, p.soy_weight);
}

function hopeOf(mind: Mind, p: Parameters): number {
  const { rounds, leaderCall, recentBreach } = mind.record;
  return optimism(
    { rounds: Math.min(rounds, p.n_max), leaderCall, cover: 0, recentBreach },
    { constant: p.o_0, round: p.o_1, leaderCall: p.o_2, cover: p.o_3, recentBreach: p.o_4 },
  );
}

/** Works out what stays the same until the next event or month. */
function settleMind(mind: Mind, month: number, theory: Theory, p: Parameters): void {
  const { steady, view } = mind;
  steady.stale = false;
  steady.month = month;
  mind.farmPain = soybeanPain(mind, month, theory, p);
  mind.costPct.US = tariffCostPct('US', p, view.usOnCnPct, theory.painBaselinePct);
  mind.costPct.CN = tariffCostPct('CN', p, view.usOnCnPct, theory.painBaselinePct);
  steady.supply = supplyShare(view.rareEarths, p.kappa_ree);
  steady.chipsPct = view.chips * p.chip_loss;
  steady.hope = hopeOf(mind, p);
}

function stepMagnets(mind: Mind, controlDays: number, p: Parameters): void {
  const { inventory, steady } = mind;
  stepInventory(inventory.stockMonths, steady.supply, inventory);
  if (inventory.stockMonths < mind.leastStockMonths) mind.leastStockMonths = inventory.stockMonths;
  mind.shortagePct = 0;
  if (inventory.shortage <= 0) return;
  mind.shortageDays += 1;
  if (inventory.shortage !== steady.shortage) {
    steady.shortage = inventory.shortage;
    steady.convexity = shortageConvexity(inventory.shortage, p.gam_ree);
  }
  mind.shortagePct = p.G80_us * steady.convexity * (retained(controlDays, p.HLsub_ree) / steady.meanRetained);
}

/** Ripeness of the conflict this morning, 0 to 1. */
export function ripenessOf(mind: Mind, p: Parameters): number {
  const { hope } = mind.steady;
  return ripeness(
    readiness(motivation(mind.pain.US, p.P0), hope),
    readiness(motivation(mind.pain.CN, p.P0), hope),
  );
}

/** A day as the mind lives it. */
export interface DayLived {
  /** Month of the year, 1 to 12. */
  readonly month: number;
  /** Days since the control on rare earths began; 0 where there is none. */
  readonly controlDays: number;
  /** The day's market move beside the news, standard normal. */
  readonly residual: number;
}

/** One day of the mind: costs, pain, memory of audiences, markets. It runs on every day of every episode. */
export function stepMind(
  mind: Mind,
  { month, controlDays, residual }: DayLived,
  theory: Theory,
  p: Parameters,
): void {
  const { steady, pain, audience, costPct, costDays } = mind;
  if (steady.stale || steady.month !== month) settleMind(mind, month, theory, p);
  stepMagnets(mind, controlDays, p);
  pain.US = pain.US * steady.painKept + painFlow(costPct.US, p.s_pain, mind.farmPain + mind.shortagePct, 0);
  pain.CN = pain.CN * steady.painKept + painFlow(costPct.CN, p.s_pain, steady.chipsPct, 0);
  costDays.US += costPct.US + mind.shortagePct;
  costDays.CN += costPct.CN + steady.chipsPct;
  mind.days += 1;
  audience.US = decayAudience(audience.US, p.lam_A);
  audience.CN = decayAudience(audience.CN, p.lam_A);
  mind.drawdownPct = Math.max(
    0,
    mind.drawdownPct * steady.drawdownKept - (mind.newsPct + p.market_sd * residual),
  );
  mind.newsPct = 0;
}

/** The gauges of the evening, a new object that the record may keep. */
export function gaugesOf(mind: Mind): Gauges {
  return {
    pain: { US: mind.pain.US, CN: mind.pain.CN },
    audience: { US: mind.audience.US, CN: mind.audience.CN },
    credibility: { US: mind.credibility.US, CN: mind.credibility.CN },
    inventoryMonths: mind.inventory.stockMonths,
    shortage: mind.inventory.shortage,
    farmPain: mind.farmPain,
    drawdownPct: mind.drawdownPct,
  };
}

/** Cost to each side, in points a year, of a measure that is not in force, were it to come. */
export function addedCostOf(
  party: PartyId,
  measure: MeasureLife & { ratePct?: number; share?: number; severity?: number; subject?: string },
  mind: Mind,
  theory: Theory,
  p: Parameters,
): number {
  if (measure.ratePct !== undefined && measure.share !== undefined) {
    if (measure.imposer !== 'US') return 0;
    const now = mind.view.usOnCnPct;
    const then = now + measure.ratePct * measure.share;
    return (
      tariffCostPct(party, p, then, theory.painBaselinePct) -
      tariffCostPct(party, p, now, theory.painBaselinePct)
    );
  }
  if (measure.severity === undefined || measure.target !== party) return 0;
  if (party === 'US' && measure.subject === SUBJECT_RARE_EARTHS) {
    return shortageCost(measure.severity * p.kappa_ree, 0, {
      G80: p.G80_us,
      gamma: p.gam_ree,
      halfLifeDays: p.HLsub_ree,
    });
  }
  return measure.severity * p.chip_loss;
}

function voiceWeight(event: Event, p: Parameters): number {
  if (!('voice' in event)) return p.v_unnamed;
  return event.voice === 'leader'
    ? p.v_leader
    : event.voice === 'spokesperson'
      ? p.v_spokesperson
      : p.v_unnamed;
}

/**
 * What an event tells about resolve: credibility, audience cost and the news for markets. `before` is the measure as
 * it stood before the event, where the event is about one. To be called before the event is applied.
 */
export function learn(
  mind: Mind,
  event: Event,
  before: MeasureLife | undefined,
  theory: Theory,
  p: Parameters,
): void {
  const signal = actionTypeOf(event.type)?.signal ?? null;
  if (signal === null) return;
  const author = before?.imposer ?? (event.actor === 'CN' ? 'CN' : 'US');
  if (signal !== 'threat' && before?.status !== 'threatened') return;
  const learning = { phi: p.phi_forget, wTraded: p.w_traded };
  const belief = mind.beta[author];
  const cost = before === undefined ? 0 : addedCostOf('US', before, mind, theory, p);
  const news = (share: number) => marketReturn(p.beta_mkt, cost, pricedIn(1, share));
  switch (signal) {
    case 'threat':
      mind.audience[author] = accumulateAudience(
        mind.audience[author],
        { sizePoints: 1, voice: voiceWeight(event, p) },
        p.a0,
      );
      return;
    case 'execution':
      mind.newsPct += news(mind.credibility[author]);
      mind.beta[author] = executed(belief, learning);
      mind.audience[author] = honour().stockLeft;
      break;
    case 'postponement':
      mind.beta[author] = postponed(belief, learning);
      mind.audience[author] = postpone(mind.audience[author], p.j_just).stockLeft;
      break;
    case 'withdrawal': {
      const forSomething = 'traded' in event && event.traded;
      mind.newsPct -= news(1 - mind.credibility[author]);
      mind.beta[author] = forSomething ? traded(belief, learning) : withdrawn(belief, learning);
      mind.audience[author] = forSomething
        ? honour().stockLeft
        : backDown(mind.audience[author], p.j_just).stockLeft;
    }
  }
  mind.credibility[author] = mean(mind.beta[author]);
}

/** The gambit validated: a deal that paid for a coercive measure makes its owner believe in coercion. */
export function validateGambit(mind: Mind, owner: PartyId, p: Parameters): void {
  mind.beta[owner] = encouraged(mind.beta[owner], p.gambit_a);
  mind.credibility[owner] = mean(mind.beta[owner]);
}
