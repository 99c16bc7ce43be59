/**
 * The meeting: decide, exchange, hold still.
 *
 * Deadlines, hurt and rank say whether the sides decide now. If they do, the terms are the asymmetric Nash solution over
 * what orders can undo and preparation has made ready (Nash 1950), and stand if they pay each side more than its private
 * price (Myerson and Satterthwaite 1983). Otherwise they hold still and keep talking, unless a side stands firm on its
 * step or they part without a text. An agreement enters the record as one event with its terms and pledges.
 */
import type { Event } from '../actions/index';
import { accepts, concessionPrice } from '../bargaining/acceptance';
import { backDownCost } from '../bargaining/audience';
import {
  dailyProbability,
  deadlinePressure,
  decisionProbability,
  obstinateProbability,
  readyShare,
  refusalProbability,
} from '../bargaining/decision';
import { priceFactor, quarrelShare, roundsWorth } from '../bargaining/levers';
import { solveNash, type BargainingIssue, type PerParty } from '../bargaining/nash';
import { motivation } from '../bargaining/readiness';
import { addDays, daysBetween } from '../kit/calendar';
import { joinedName } from '../kit/joined-name';
import { PARTY_IDS, type PartyId } from '../model/actor';
import type { Pledge } from '../model/agreement';
import { each } from '../model/column';
import type { MeasureLife } from '../model/measure';
import { preparingRounds, type Round } from '../model/talks';
import { standFirmProbability } from '../policies/threats';
import type { State } from '../model/state';
import type { IssuePrior } from '../scenario/model-specification';
import { AFTERMATH_DAYS } from '../outcomes/coercion';
import { fallOn, standingOn, type Standing } from './conduct';
import { disagreementOf } from './disagreement';
import type { IssueDraw } from './parameter-draw';
import { performedShare, type Delivered } from './performed';
import {
  isMoot,
  isOwnInForce,
  measuresOnAgenda,
  pledgesFor,
  settle,
  suspensionActs,
  termsOf,
  threatActs,
  truceAct,
  type Settlement,
} from './settlement';
import { complianceOf, validateGambit } from './latent-state';
import { enact, judged, type RunningEpisode } from './run';
import type { DeclaredCause } from './trace';

const MEETING_DAY: DeclaredCause = {
  kind: 'procedure',
  rule: 'the day of the meeting',
  trials: ['meeting/falls-away'],
};
const AGREED: Readonly<Record<Deal['scope'], DeclaredCause>> = {
  agenda: {
    kind: 'bargaining',
    rule: 'both accept an exchange',
    trials: ['meeting/decides', 'US/accepts', 'CN/accepts'],
  },
  narrow: {
    kind: 'bargaining',
    rule: 'nobody stands firm, and both hold still',
    trials: ['meeting/decides', 'US/accepts', 'CN/accepts', 'US/refuses', 'CN/refuses', 'meeting/text'],
  },
};

/** Issues of the meeting that are neither moot nor off its agenda, as this parameter draw has them. */
function issuesOnTable(run: RunningEpisode): IssueDraw[] {
  const { state, parameterDraw, specification } = run;
  const { agenda } = state.meetings[specification.meeting]!;
  return parameterDraw.issues.filter(({ prior }) => agenda.includes(prior.id) && !isMoot(state, prior));
}

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
const stepDay = ({ status, suspendedUntil, dueOn }: MeasureLife): string | null =>
  status === 'suspended' ? suspendedUntil : dueOn;

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

/** What presses at a meeting: each side's dated step, and with hurt and rank the chance that they decide. */
interface Pressure {
  readonly step: PerParty;
  readonly decides: number;
}

function pressureOf(run: RunningEpisode): Pressure {
  const { parameters: p, specification } = run;
  const days = daysToSteps(run);
  const step = [
    deadlinePressure(days.US, p.meeting.roundIntervalDays),
    deadlinePressure(days.CN, p.meeting.roundIntervalDays),
  ] as const;
  const hurt = Math.min(hurtOf(run, 'US'), hurtOf(run, 'CN'));
  const unpressed = specification.leadersMeet ? p.meeting.leadersDecide : p.meeting.ministersDecide;
  return { step, decides: decisionProbability(unpressed, Math.max(...step), hurt) };
}

/** Whether a side stands firm on its step at this meeting: the posture that it keeps until its day. */
function refuses(run: RunningEpisode, party: PartyId, step: number): boolean {
  const { policies, parameters: p, latent, draws, episode } = run;
  if (policies[party].atTheTable === 'yields') return false;
  // Firmness is no certainty: odds of it stay finite.
  const firm = Math.min(
    1 - p.crisis.leastProbability,
    standFirmProbability(party, p, latent, run.state.alignments),
  );
  const posture = draws.uniform(episode, joinedName(party, '/stand-firm'));
  return judged(
    run,
    joinedName(party, '/refuses'),
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

/** What the latest readout says of the mood: 1 after a breakdown, -1 after a framework, else 0. */
function moodOf(prepared: readonly Round[]): number {
  let latest: Round | null = null;
  for (const round of prepared) {
    if (round.readout !== null && (latest === null || round.concludedOn! >= latest.concludedOn!))
      latest = round;
  }
  return latest?.readout === 'breakdown' ? 1 : latest?.readout === 'framework' ? -1 : 0;
}

/** What the sides have done to each other and said, as it bears on the table. */
interface Mood {
  readonly standing: Standing;
  readonly readout: number;
}

/** Whether a side's gain covers its private price of conceding, which one that yields does not have. */
function acceptsGain(run: RunningEpisode, party: PartyId, gain: number, mood: Mood): boolean {
  const { draws, episode, latent, parameters: p, trace } = run;
  const shock = draws.normal(episode, joinedName(party, '/private-cost'));
  const price =
    run.policies[party].atTheTable === 'yields'
      ? 0
      : concessionPrice(
          p.bargaining.privateCost,
          p.bargaining.privateCostLogSd,
          shock,
          backDownCost(latent.audience[party], p.audience.justified),
        ) *
        priceFactor(
          mood.standing.goodwill[party],
          mood.readout,
          p.levers.goodwillOnPrice,
          p.levers.readoutOnPrice,
        );
  const verdict = accepts(gain, price);
  return trace === null
    ? verdict
    : trace.try(run.state.today, joinedName(party, '/accepts'), price, gain, verdict);
}

/** The exchange that suits both sides over the issues on the table, or null. */
function exchange(run: RunningEpisode, table: readonly IssueDraw[]): Deal | null {
  const { parameters: p } = run;
  const prepared = preparingRounds(run.state, run.state.today, p.meeting.preparationDays);
  for (const party of PARTY_IDS) run.obstinate[party] = withholds(run, party);
  const delivered = { US: complianceOf(run.latent, 'US', p), CN: complianceOf(run.latent, 'CN', p) };
  const issues: BargainingIssue[] = [];
  for (const issue of table) {
    const { prior } = issue;
    if (run.obstinate[prior.giver] && isOwnInForce(run.state, prior)) continue;
    const cap = issue.cap * readyShareOf(run, prior, prepared);
    if (cap > 0) issues.push(toBargain(run, issue, cap, delivered));
  }
  if (issues.length === 0) return null;
  const solution = solveNash({
    issues,
    alpha: p.bargaining.weightUs,
    rho: p.bargaining.curvature,
    compliance: [delivered.US, delivered.CN],
    disagreement: disagreementOf(run),
  });
  if (solution === null || !solution.z.some((degree) => degree >= p.meeting.leastDegree)) return null;
  const [us, cn] = solution.gains;
  const standing = standingOn(run.record, run.since, run.firstDay + run.day, p);
  const mood = { standing, readout: moodOf(prepared) };
  // Both judge, so that a record shows either side's verdict.
  const verdicts = [acceptsGain(run, 'US', us, mood), acceptsGain(run, 'CN', cn, mood)];
  return verdicts.includes(false)
    ? null
    : { scope: 'agenda', degrees: degreesOf(issues, solution.z, p.meeting.leastDegree) };
}

/** Whether an issue is a standstill: it only prolongs a suspension or puts an order off, and changes nothing in force. */
function isStandstill({ performance }: IssuePrior): boolean {
  return performance.every(({ kind }) => kind === 'extend-suspension' || kind === 'postpone-tariff');
}

interface Deal {
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
function strike(run: RunningEpisode, table: readonly IssueDraw[]): Deal | null {
  const { draws, episode } = run;
  const { step, decides } = pressureOf(run);
  const drawn = (name: string) => judged(run, name, draws.uniform(episode, name), decides);
  const deal = drawn('meeting/decides') ? exchange(run, table) : null;
  if (deal !== null) return deal;
  if (PARTY_IDS.some((party, at) => refuses(run, party, step[at]!))) return null;
  return drawn('meeting/text') ? standstill(table) : null;
}

/** Mean concession over the whole agenda of the scenario, weighted by central worth to the receiver: at most the largest. */
export function weightedMean(issues: readonly IssuePrior[], degrees: ReadonlyMap<string, number>): number {
  let sum = 0;
  let weight = 0;
  let largest = 0;
  for (const issue of issues) {
    const degree = degrees.get(issue.id) ?? 0;
    sum += issue.benefit * degree;
    weight += issue.benefit;
    if (degree > largest) largest = degree;
  }
  // Rounded, a mean of equal degrees may come out above them.
  return weight === 0 ? 0 : Math.min(largest, sum / weight);
}

/** The event of an agreement with its terms and pledges. */
export function agreementEvent(
  run: Pick<RunningEpisode, 'specification' | 'parameters' | 'done'> & { readonly state: State },
  scope: Deal['scope'],
  degrees: ReadonlyMap<string, number>,
): Event {
  const { state, specification } = run;
  const deal = run.parameters.settlement;
  const { meeting } = specification;
  const settlements: Settlement[] = [];
  const pledges: Pick<Pledge, 'id' | 'issue' | 'act' | 'dueOn'>[] = [];
  for (const issue of specification.issues) {
    const degree = degrees.get(issue.id);
    if (degree === undefined) continue;
    const settlement = settle(state, issue, degree, specification, deal);
    settlements.push(settlement);
    pledges.push(...pledgesFor(state, meeting, issue.id, settlement.acts, deal, pledges.length));
  }
  const first = specification.issues[0]!.id;
  // Who only holds still prolongs the text by the least; an exchange by as much as it grants of its standstill.
  const prolonging = scope === 'narrow' ? undefined : specification.issues.find(isStandstill);
  const prolonged = truceAct(state, meeting, (prolonging && degrees.get(prolonging.id)) ?? 0, deal);
  if (prolonged !== null) {
    const settled = new Set(pledges.map(({ act }) => act.id));
    const acts = [prolonged, ...suspensionActs(state, prolonged, settled)];
    pledges.push(...pledgesFor(state, meeting, first, acts, deal, pledges.length));
  }
  pledges.push(
    ...pledgesFor(
      state,
      meeting,
      first,
      threatActs(state, measuresOnAgenda(specification.issues), run.done.coercion),
      deal,
      pledges.length,
    ),
  );
  return {
    type: 'agreement.reach',
    actor: 'both',
    on: state.today,
    id: `agreement-of-${meeting}`,
    scope,
    terms: termsOf(state, settlements),
    pledges,
    weightedMean: weightedMean(specification.issues, degrees),
  };
}

/** Whether terms pay a side for lifting a coercive measure of its own: then its gambit is validated. */
function rewardGambits(run: RunningEpisode, degrees: ReadonlyMap<string, number>): void {
  if (!run.specification.hypotheses.gambitValidated) return;
  for (const party of PARTY_IDS) {
    const gave = run.specification.issues.some(
      (issue) => issue.giver === party && issue.kind === 'control' && (degrees.get(issue.id) ?? 0) > 0,
    );
    const got = run.specification.issues.some(
      (issue) =>
        issue.giver !== party &&
        (issue.kind === 'tariff' || issue.kind === 'control') &&
        (degrees.get(issue.id) ?? 0) > 0,
    );
    if (gave && got) validateGambit(run.latent, party, run.parameters);
  }
}

/** The other half of the hypothesis: a failure worsens relations for a time. */
function strainRelations(run: RunningEpisode): void {
  const { failureStrain, failureStrainDays } = run.parameters.truce;
  run.latent.strain = { added: failureStrain, until: addDays(run.state.today, failureStrainDays) };
}

/** An agreement settles open scores: answers to what came before it are not given any more. */
function settleScores(run: RunningEpisode): void {
  for (const party of PARTY_IDS) {
    run.memory[party].answers = [];
    run.memory[party].seen = run.state.coercion.length;
  }
}

/** Parts without a text: from now on a quarrel may come, by what the sides have done to each other. */
function part(run: RunningEpisode): void {
  const { parameters: p, state } = run;
  const { goodwill } = standingOn(run.record, run.since, run.firstDay + run.day, p);
  const conditions = {
    goodwill: (goodwill.US + goodwill.CN) / 2,
    terminated: state.truce.status === 'terminated',
  };
  const share = quarrelShare(p.meeting.quarrelAfterNoText, conditions, p.levers);
  run.quarrelDaily = dailyProbability(share, AFTERMATH_DAYS);
  run.parted = true;
  if (run.specification.hypotheses.gambitValidated) strainRelations(run);
}

/** Holds the meeting on its day: the leaders meet, bargain, and agree or part. */
export function holdSummit(run: RunningEpisode): void {
  const { meeting } = run.specification;
  if (!enact(run, { type: 'meeting.hold', actor: 'both', on: run.state.today, meeting }, MEETING_DAY)) return;
  const deal = strike(run, issuesOnTable(run));
  if (deal === null) {
    part(run);
    return;
  }
  if (enact(run, agreementEvent(run, deal.scope, deal.degrees), AGREED[deal.scope])) {
    run.agreed = true;
    settleScores(run);
    rewardGambits(run, deal.degrees);
  }
}
