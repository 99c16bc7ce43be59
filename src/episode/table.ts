/**
 * A table at which the sides bargain: decide, exchange, hold still.
 *
 * Deadlines, hurt and rank say whether the sides decide now. If they do, the terms are the asymmetric Nash solution over
 * what orders can undo and preparation has made ready (Nash 1950), and stand if they pay each side more than its private
 * price (Myerson and Satterthwaite 1983). Otherwise they hold still and keep talking, unless a side stands firm on its
 * step or they part without a text.
 */
import { accepts, concessionPrice } from '../bargaining/acceptance';
import { backDownCost } from '../bargaining/audience';
import {
  deadlinePressure,
  decisionProbability,
  obstinateProbability,
  readyShare,
  refusalProbability,
} from '../bargaining/decision';
import { priceFactor, roundsWorth } from '../bargaining/levers';
import { solveNash, type BargainingIssue, type PerParty } from '../bargaining/nash';
import { motivation } from '../bargaining/readiness';
import { daysBetween } from '../kit/calendar';
import { joinedName } from '../kit/joined-name';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { asDated } from '../model/changed';
import { each } from '../model/column';
import type { MeasureLife } from '../model/measure';
import { preparingRounds, type Round } from '../model/talks';
import { standFirmProbability } from '../policies/threats';
import type { IssuePrior } from '../scenario/model-specification';
import { fallOn, standingOn, type Standing } from './conduct';
import { disagreementOf } from './disagreement';
import type { IssueDraw } from './parameter-draw';
import { performedShare, type Delivered } from './performed';
import { isOwnInForce, measuresOnAgenda } from './settlement';
import { complianceOf } from './latent-state';
import { judged, postureOf, type RunningEpisode } from './run';

/** Acts by which an order undoes or puts off an order overnight; what is drafted, bought or promised takes more. */
const BY_ORDER: ReadonlySet<IssuePrior['performance'][number]['kind']> = new Set([
  'cut-tariff',
  'suspend-tariff',
  'extend-suspension',
  'postpone-tariff',
  'suspend-control',
  'postpone-control',
  'withdraw-control',
  'suspend-port-fee',
  'suspend-listing',
]);

/** How much of an issue can be settled at this meeting, 0 to 1. */
function readyShareOf(run: RunningEpisode, issue: IssuePrior, prepared: readonly Round[]): number {
  if (issue.indivisible || issue.performance.every(({ kind }) => BY_ORDER.has(kind))) return 1;
  const { readyAtFirst, preparedPerRound } = run.parameters.meeting;
  const { readoutOnReadiness } = run.parameters.levers;
  let rounds = 0;
  for (const { agenda, readout } of prepared)
    if (agenda.includes(issue.id)) rounds += roundsWorth(readout, readoutOnReadiness);
  return readyShare(readyAtFirst, preparedPerRound, rounds);
}

/** American pain by a fall of markets that is told: points of equities as the cost that moves them so, over a half-life. */
function marketPain(run: RunningEpisode): number {
  const { parameters: p, record, since } = run;
  const points = fallOn(record, since, run.firstDay + run.day, p);
  return (p.levers.marketOnHurt * points * p.pain.halfLifeDays) / p.markets.costSensitivity;
}

/** How much the stalemate hurts a side, 0 to 1. */
function hurtOf(run: RunningEpisode, party: PartyId): number {
  const pain = run.latent.pain[party] + (party === 'US' ? marketPain(run) : 0);
  return motivation(pain, run.parameters.readiness.painScale);
}

/** Whether a side gives nothing of its own measures in force at this meeting. */
function withholds(run: RunningEpisode, party: PartyId): boolean {
  const { atTheTable } = run.policies[party];
  if (atTheTable !== 'bargains') return atTheTable === 'withholds';
  const name = joinedName(party, '/type');
  const drawn = run.draws.uniform(run.episode, name);
  return judged(run, name, drawn, obstinateProbability(run.parameters.meeting.obstinate, hurtOf(run, party)));
}

/** Whether a measure that no issue is about is a step that the talks could head off: announced, and not small. */
function isLooseStep(run: RunningEpisode, { id, status }: MeasureLife): boolean {
  if (status !== 'threatened' && status !== 'scheduled') return false;
  const { tariff, control } = run.state;
  const { leastStepPp, leastStepSeverity } = run.parameters.meeting;
  const layer = tariff[id];
  if (layer !== undefined) return layer.ratePct * layer.share >= leastStepPp;
  return (control[id]?.severity ?? 0) >= leastStepSeverity;
}

/** The day on which a measure steps in by itself: a suspension's end, or else the day for which it is announced. */
const stepDay = (measure: MeasureLife): string | null => {
  const { status, suspendedUntil, dueOn } = asDated(measure);
  return status === 'suspended' ? suspendedUntil : dueOn;
};

/**
 * Days from the meeting to each side's nearest coercive step that the talks could head off; Infinity where none is dated.
 * Dates under statutes that hit all countries are no part of the dispute.
 */
function daysToSteps(run: RunningEpisode): Record<PartyId, number> {
  const { state, specification } = run;
  const onAgenda = measuresOnAgenda(specification.issues);
  const days = { US: Infinity, CN: Infinity };
  const look = (measure: MeasureLife) => {
    const day = stepDay(measure);
    if (day === null || specification.generalAuthorities.includes(measure.authority)) return;
    if (!onAgenda.has(measure.id) && !isLooseStep(run, measure)) return;
    const until = Math.max(0, daysBetween(state.today, day));
    if (until < days[measure.imposer]) days[measure.imposer] = until;
  };
  for (const column of [state.tariff, state.control, state.portFee, state.listing])
    for (const measure of each<MeasureLife>(column)) look(measure);
  return days;
}

/** A table: over what the sides bargain, and by which draws. */
export interface Table {
  readonly issues: readonly IssueDraw[];
  /** Chance that those who meet decide where nothing presses. */
  readonly unpressed: number;
  /** Beginning of the names of its draws; empty for the meeting of the scenario. */
  readonly draws: string;
  /** Whether holding still is worth a text. */
  readonly mayHoldStill: boolean;
  /** Occasion of its draws: nought for the meeting of the scenario, the day of the calendar for a later one. */
  readonly occasion: number;
}

const named = ({ draws }: Table, name: string): string => (draws === '' ? name : joinedName(draws, name));

/** What presses at a meeting: each side's dated step, and with hurt and rank the chance that they decide. */
interface Pressure {
  readonly step: PerParty;
  readonly decides: number;
}

function pressureOf(run: RunningEpisode, { unpressed }: Table): Pressure {
  const { parameters: p } = run;
  const days = daysToSteps(run);
  const step = [
    deadlinePressure(days.US, p.meeting.roundIntervalDays),
    deadlinePressure(days.CN, p.meeting.roundIntervalDays),
  ] as const;
  const hurt = Math.min(hurtOf(run, 'US'), hurtOf(run, 'CN'));
  return { step, decides: decisionProbability(unpressed, Math.max(...step), hurt) };
}

/** Whether a side stands firm on its step at this meeting: the posture that it keeps until its day. */
function refuses(run: RunningEpisode, table: Table, party: PartyId, step: number): boolean {
  const { policies, parameters: p, latent } = run;
  if (policies[party].atTheTable === 'yields') return false;
  const posture = postureOf(run, joinedName(party, '/stand-firm'));
  // No firmness refuses more often than its step presses; a trace notes how firm a side was.
  if (posture >= step && run.trace === null) return false;
  // Firmness is no certainty: odds of it stay finite.
  const firm = Math.min(
    1 - p.crisis.leastProbability,
    standFirmProbability(party, p, latent, run.state.alignments),
  );
  return judged(
    run,
    named(table, joinedName(party, '/refuses')),
    posture,
    refusalProbability(firm, p.meeting.selection, step),
  );
}

/** An issue as the sides bargain over it, with the worth of what is left of it. */
function toBargain(
  run: RunningEpisode,
  issue: IssueDraw,
  cap: number,
  delivered: Delivered,
): BargainingIssue {
  const done = performedShare(run.first, run.state, issue.prior, delivered);
  const left = 1 - run.parameters.levers.performedShare * done;
  return {
    id: issue.prior.id,
    giver: issue.prior.giver === 'US' ? 0 : 1,
    benefit: issue.benefit * left,
    cost: issue.cost * left,
    cap,
    indivisible: issue.prior.indivisible,
  };
}

/** What the latest readout says of how the talks stand: 1 after a breakdown, -1 after a framework, else 0. */
function readoutOf(prepared: readonly Round[]): number {
  let latest: Round | null = null;
  for (const round of prepared) {
    if (round.readout !== null && (latest === null || round.concludedOn! >= latest.concludedOn!))
      latest = round;
  }
  return latest?.readout === 'breakdown' ? 1 : latest?.readout === 'framework' ? -1 : 0;
}

/** What the sides have done to each other and said, as it bears on the table. */
interface Climate {
  /** Null where nothing of it is remembered. */
  readonly standing: Standing | null;
  readonly readout: number;
}

/** A side's private price of conceding at a table, points; a side that yields has none. */
function priceOf(run: RunningEpisode, table: Table, party: PartyId, climate: Climate): number {
  const { draws, episode, latent, parameters: p } = run;
  if (run.policies[party].atTheTable === 'yields') return 0;
  const shock = draws.normal(episode, named(table, joinedName(party, '/private-cost')), table.occasion);
  const price = concessionPrice(
    p.bargaining.privateCost,
    p.bargaining.privateCostLogSd,
    shock,
    backDownCost(latent.audience[party], p.audience.justified),
  );
  const { standing, readout } = climate;
  const goodwill = standing?.goodwill[party] ?? 0;
  return price * priceFactor(goodwill, readout, p.levers.goodwillOnPrice, p.levers.readoutOnPrice);
}

/** Whether a side's gain covers its private price of conceding. */
function acceptsGain(
  run: RunningEpisode,
  table: Table,
  party: PartyId,
  gain: number,
  price: number,
): boolean {
  const verdict = accepts(gain, price);
  return run.trace === null
    ? verdict
    : run.trace.try(run.state.today, named(table, joinedName(party, '/accepts')), price, gain, verdict);
}

/** Issues as the sides bargain over them at a table, each within what is ready. */
function bargained(
  run: RunningEpisode,
  table: Table,
  prepared: readonly Round[],
  delivered: Delivered,
): BargainingIssue[] {
  const obstinate = { US: withholds(run, 'US'), CN: withholds(run, 'CN') };
  if (table.occasion === 0) Object.assign(run.obstinate, obstinate);
  const issues: BargainingIssue[] = [];
  for (const issue of table.issues) {
    const { prior } = issue;
    if (obstinate[prior.giver] && isOwnInForce(run.state, prior)) continue;
    const cap = issue.cap * readyShareOf(run, prior, prepared);
    if (cap > 0) issues.push(toBargain(run, issue, cap, delivered));
  }
  return issues;
}

/** Whether the most that each side could get covers its price: where not, no bargain is sought at a later table. */
function mayPay(
  issues: readonly IssueDraw[],
  disagreement: readonly [number, number],
  prices: readonly [number, number],
): boolean {
  let [us, cn] = [-disagreement[0], -disagreement[1]];
  for (const { prior, benefit, cap } of issues) {
    if (prior.giver === 'US') cn += benefit * cap;
    else us += benefit * cap;
  }
  return us >= prices[0] && cn >= prices[1];
}

/** The exchange that suits both sides over the issues on the table, or null. */
function exchange(run: RunningEpisode, table: Table): Deal | null {
  const { parameters: p } = run;
  const prepared = preparingRounds(run.state, run.state.today, p.meeting.preparationDays);
  const isLater = table.occasion > 0;
  const disagreement = disagreementOf(run);
  // Acts are noted up to the meeting; by the time of a later one their memory has faded.
  const standing = isLater ? null : standingOn(run.record, run.since, run.firstDay + run.day, p);
  const climate = { standing, readout: readoutOf(prepared) };
  const prices = [priceOf(run, table, 'US', climate), priceOf(run, table, 'CN', climate)] as const;
  if (isLater && !mayPay(table.issues, disagreement, prices)) return null;
  const delivered = { US: complianceOf(run.latent, 'US', p), CN: complianceOf(run.latent, 'CN', p) };
  const issues = bargained(run, table, prepared, delivered);
  if (issues.length === 0) return null;
  const solution = solveNash({
    issues,
    alpha: p.bargaining.weightUs,
    rho: p.bargaining.curvature,
    compliance: [delivered.US, delivered.CN],
    disagreement,
  });
  if (solution === null || !solution.z.some((degree) => degree >= p.meeting.leastDegree)) return null;
  const [us, cn] = solution.gains;
  // Both judge, so that a record shows either side's verdict.
  const verdicts = [
    acceptsGain(run, table, 'US', us, prices[0]),
    acceptsGain(run, table, 'CN', cn, prices[1]),
  ];
  if (verdicts.includes(false)) return null;
  const { politicalCost } = run.latent;
  politicalCost.US += prices[0];
  politicalCost.CN += prices[1];
  return { scope: 'agenda', degrees: degreesOf(issues, solution.z, p.meeting.leastDegree) };
}

/** Whether an issue is a standstill: it only prolongs a suspension or puts an order off, and changes nothing in force. */
export function isStandstill({ performance }: IssuePrior): boolean {
  return performance.every(({ kind }) => kind === 'extend-suspension' || kind === 'postpone-tariff');
}

/** What the sides settle: an exchange over the agenda, or a standstill. */
export interface Deal {
  readonly scope: 'agenda' | 'narrow';
  readonly degrees: ReadonlyMap<string, number>;
}

/** Degrees by issue, rounded; what is below the least is a courtesy and enters no agreement. */
function degreesOf(
  issues: readonly BargainingIssue[],
  z: readonly number[],
  least: number,
): Map<string, number> {
  const degrees = new Map<string, number>();
  issues.forEach((issue, index) => {
    const degree = Math.round(z[index]! * 1000) / 1000;
    if (degree >= least) degrees.set(issue.id, degree);
  });
  return degrees;
}

/** The standstill: what only prolongs is granted whole, and where there is no such issue the text alone holds. */
function standstill(table: readonly IssueDraw[]): Deal {
  const granted = table.filter(({ prior }) => isStandstill(prior)).map(({ prior }) => [prior.id, 1] as const);
  return { scope: 'narrow', degrees: new Map(granted) };
}

/** What the meeting comes to: an exchange, a standstill, or null where a side stands firm or there is no text. */
export function strike(run: RunningEpisode, table: Table): Deal | null {
  const { draws, episode } = run;
  const { step, decides } = pressureOf(run, table);
  const drawn = (what: string) => {
    const name = named(table, what);
    return judged(run, name, draws.uniform(episode, name, table.occasion), decides);
  };
  const deal = drawn('meeting/decides') ? exchange(run, table) : null;
  if (deal !== null) return deal;
  if (!table.mayHoldStill) return null;
  if (PARTY_IDS.some((party, at) => refuses(run, table, party, step[at]!))) return null;
  return drawn('meeting/text') ? standstill(table.issues) : null;
}
