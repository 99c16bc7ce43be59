/**
 * The meeting: bargaining over the whole ripe agenda, then over the extension alone, else no deal.
 *
 * Asymmetric Nash bargaining with private cost and noise (Nash 1950; Myerson and Satterthwaite 1983 for why talks
 * fail although a deal exists). The agreement enters the record as one event with its terms and pledges.
 */
import { joinedName } from '../kit/joined-name';
import type { Event } from '../actions/index';
import {
  acceptance,
  accepts,
  concessionPrice,
  disagreementUtility,
  noiseSd,
  type PendingThreat,
} from '../bargaining/acceptance';
import { backDownCost } from '../bargaining/audience';
import { solveNash, type BargainingIssue, type PerParty } from '../bargaining/nash';
import { issueReadiness } from '../bargaining/readiness';
import { addDays } from '../kit/calendar';
import { otherParty, PARTY_IDS, type PartyId } from '../model/actor';
import type { Pledge } from '../model/agreement';
import { each } from '../model/column';
import type { ExportControl } from '../model/export-control';
import { preparingRounds, type Round } from '../model/talks';
import type { TariffLayer } from '../model/tariff';
import type { IssuePrior } from '../scenario/model-specification';
import type { IssueDraw } from './parameter-draw';
import {
  hangsOver,
  isMoot,
  isOwnInForce,
  measuresOnAgenda,
  pledgesFor,
  settle,
  suspensionActs,
  threatActs,
  truceAct,
  type Settlement,
} from './settlement';
import { addedCostOf, complianceOf, validateGambit } from './latent-state';
import { enact, judged, type RunningEpisode } from './run';
import type { DeclaredCause, Trace } from './trace';

/** Concessions below this are courtesies and enter no agreement. */
const LEAST_DEGREE = 0.02;

const MEETING_DAY: DeclaredCause = {
  kind: 'procedure',
  rule: 'the day of the meeting',
  trials: ['meeting/falls-away'],
};
const ACCEPTED = {
  agenda: ['US/accepts/agenda', 'CN/accepts/agenda'],
  narrow: ['US/accepts/narrow', 'CN/accepts/narrow'],
};
const AGREED: Readonly<Record<Deal['scope'], DeclaredCause>> = {
  agenda: { kind: 'bargaining', rule: 'both accept the agenda', trials: ACCEPTED.agenda },
  narrow: {
    kind: 'bargaining',
    rule: 'both accept the narrow question',
    trials: [...ACCEPTED.agenda, ...ACCEPTED.narrow],
  },
};

/** Issues of the meeting that are neither moot nor off its agenda, as this parameter draw has them. */
function issuesOnTable(run: RunningEpisode): IssueDraw[] {
  const { state, parameterDraw, specification } = run;
  const { agenda } = state.meetings[specification.meeting]!;
  return parameterDraw.issues.filter(({ prior }) => agenda.includes(prior.id) && !isMoot(state, prior));
}

/** Whether an issue is ripe for this meeting in this episode, after the rounds that prepared it. */
function isRipe(run: RunningEpisode, { id }: IssuePrior, prepared: readonly Round[]): boolean {
  let rounds = 0;
  for (const { agenda } of prepared) if (agenda.includes(id)) rounds += 1;
  const name = joinedName('ripe/', id);
  const drawn = run.draws.uniform(run.episode, name);
  return judged(run, name, drawn, issueReadiness(run.parameters.r0, rounds));
}

function withholds(run: RunningEpisode, party: PartyId): boolean {
  const table = run.policies[party].atTheTable;
  return table === 'withholds' || (table === 'bargains' && run.parameterDraw.holds[party === 'US' ? 0 : 1]);
}

/** Red line of an issue at this meeting: nought where it is unripe, or the giver withholds what it has in force. */
function capOf(run: RunningEpisode, issue: IssueDraw, prepared: readonly Round[]): number {
  if (!isRipe(run, issue.prior, prepared)) return 0;
  if (withholds(run, issue.prior.giver) && isOwnInForce(run.state, issue.prior)) return 0;
  return issue.cap;
}

function toBargain(issue: IssueDraw, cap: number): BargainingIssue {
  return {
    id: issue.prior.id,
    giver: issue.prior.giver === 'US' ? 0 : 1,
    benefit: issue.benefit,
    cost: issue.cost,
    cap,
    indivisible: issue.prior.indivisible,
  };
}

/** What each side expects without agreement: the other's pending threats that no issue is about. */
function disagreementOf(run: RunningEpisode): [number, number] {
  const { state, latent, specification, parameters: p } = run;
  const onAgenda = measuresOnAgenda(specification.issues);
  const threats: Record<PartyId, PendingThreat[]> = { US: [], CN: [] };
  const look = (measure: TariffLayer | ExportControl) => {
    if (!hangsOver(state, measure, run.done.coercion) || onAgenda.has(measure.id)) return;
    const { imposer } = measure;
    const party = otherParty(imposer);
    // A signed order is believed; a threat as far as its author's word goes.
    const credibility = measure.status === 'scheduled' ? 1 : latent.credibility[imposer];
    threats[party].push({ credibility, addedCost: addedCostOf(party, measure, latent, specification, p) });
  };
  for (const layer of each(state.tariff)) look(layer);
  for (const control of each(state.control)) look(control);
  return [disagreementUtility(threats.US, p.H), disagreementUtility(threats.CN, p.H)];
}

/** Private price of conceding of each side, points. */
function prices(run: RunningEpisode, scale: number): [number, number] {
  const { draws, episode, latent, parameters: p } = run;
  return PARTY_IDS.map((party) => {
    if (run.policies[party].atTheTable === 'yields') return 0;
    const shock = draws.normal(episode, `${party}/private-cost`);
    return scale * concessionPrice(p.K, p.sigK, shock, backDownCost(latent.audience[party], p.j_just));
  }) as [number, number];
}

function misjudgements(run: RunningEpisode, attempt: string, prepared: readonly Round[]): [number, number] {
  const { draws, episode, parameters: p } = run;
  const rounds = Math.min(prepared.length, p.n_max);
  const sd = noiseSd(p.sigma0, p.kappa_prep, rounds);
  return PARTY_IDS.map((party) => sd * draws.normal(episode, `${party}/misjudgement/${attempt}`)) as [
    number,
    number,
  ];
}

/** What both attempts of a meeting start from. */
interface Ground {
  /** The rounds that prepared it. */
  readonly prepared: readonly Round[];
  readonly disagreement: PerParty;
}

/** Terms that both sides accept over some issues, or null. */
function bargain(
  run: RunningEpisode,
  issues: readonly BargainingIssue[],
  attempt: string,
  priceScale: number,
  { prepared, disagreement }: Ground,
): number[] | null {
  const { parameters: p } = run;
  const solution = solveNash({
    issues,
    alpha: p.alpha,
    rho: p.rho,
    compliance: [complianceOf(run.latent, 'US', p), complianceOf(run.latent, 'CN', p)],
    disagreement,
  });
  if (solution === null) return null;
  if (!solution.z.some((degree) => degree >= LEAST_DEGREE)) return null;
  const [asked, seen] = [prices(run, priceScale), misjudgements(run, attempt, prepared)];
  const accepted =
    run.trace === null
      ? acceptance(solution.gains, asked, seen)
      : acceptanceNoted(run, run.trace, attempt, solution.gains, asked, seen);
  return accepted ? solution.z : null;
}

/** As `acceptance`, with each side's judgement noted: its price against the gain that it sees. */
function acceptanceNoted(
  run: RunningEpisode,
  trace: Trace,
  attempt: string,
  gains: PerParty,
  asked: PerParty,
  seen: PerParty,
): boolean {
  const verdicts = PARTY_IDS.map((party, at) => {
    const [gain, price, misjudged] = [gains[at]!, asked[at]!, seen[at]!];
    const verdict = accepts(gain, price, misjudged);
    return trace.try(run.state.today, `${party}/accepts/${attempt}`, price, gain + misjudged, verdict);
  });
  return verdicts.every((verdict) => verdict);
}

/** Whether an issue is a standstill: it only prolongs a suspension or puts an order off, and changes nothing in force. */
function isStandstill({ performance }: IssuePrior): boolean {
  return performance.every(({ kind }) => kind === 'extend-suspension' || kind === 'postpone-tariff');
}

/** The issue that a meeting falls back on when the whole agenda fails: its first standstill, if it has one. */
function standstillOf(issues: readonly IssuePrior[]): IssuePrior | undefined {
  return issues.find(isStandstill);
}

/** The standstill alone: each side holds still, so that both give and both receive. */
function narrowIssues(run: RunningEpisode, table: readonly IssueDraw[]): BargainingIssue[] {
  const standstill = standstillOf(table.map((issue) => issue.prior));
  const extension = table.find((issue) => issue.prior === standstill);
  if (extension === undefined) return [];
  const own = toBargain(extension, extension.cap);
  const share = run.parameters.mirror;
  return [
    own,
    {
      id: 'mirror',
      giver: own.giver === 0 ? 1 : 0,
      benefit: own.benefit * share,
      cost: own.cost * share,
      cap: own.cap,
      indivisible: own.indivisible,
    },
  ];
}

interface Deal {
  readonly scope: 'agenda' | 'narrow';
  readonly degrees: ReadonlyMap<string, number>;
}

function degreesOf(issues: readonly BargainingIssue[], z: readonly number[]): Map<string, number> {
  const degrees = new Map<string, number>();
  issues.forEach((issue, index) => {
    const degree = Math.round(z[index]! * 1000) / 1000;
    if (degree >= LEAST_DEGREE) degrees.set(issue.id, degree);
  });
  return degrees;
}

function strike(run: RunningEpisode, table: readonly IssueDraw[]): Deal | null {
  const prepared = preparingRounds(run.state, run.state.today);
  const ground = { prepared, disagreement: disagreementOf(run) };
  const wide: BargainingIssue[] = [];
  for (const issue of table) {
    const cap = capOf(run, issue, prepared);
    if (cap > 0) wide.push(toBargain(issue, cap));
  }
  const agenda = wide.length === 0 ? null : bargain(run, wide, 'agenda', 1, ground);
  if (agenda !== null) return { scope: 'agenda', degrees: degreesOf(wide, agenda) };
  const narrow = narrowIssues(run, table);
  const [own] = narrow;
  const fallback = own === undefined ? null : bargain(run, narrow, 'narrow', run.parameters.K_narrow, ground);
  if (own === undefined || fallback === null) return null;
  const degree = Math.max(LEAST_DEGREE, Math.min(1, Math.round(Math.max(...fallback) * 1000) / 1000));
  return { scope: 'narrow', degrees: new Map([[own.id, degree]]) };
}

/** Mean concession over the whole agenda of the scenario, weighted by central worth to the receiver. */
export function weightedMean(issues: readonly IssuePrior[], degrees: ReadonlyMap<string, number>): number {
  let sum = 0;
  let weight = 0;
  for (const issue of issues) {
    sum += issue.benefit * (degrees.get(issue.id) ?? 0);
    weight += issue.benefit;
  }
  return weight === 0 ? 0 : sum / weight;
}

/** The event of an agreement with its terms and pledges. */
export function agreementEvent(
  run: Pick<RunningEpisode, 'state' | 'specification' | 'parameters' | 'done'>,
  scope: Deal['scope'],
  degrees: ReadonlyMap<string, number>,
): Event {
  const { state, specification, parameters } = run;
  const { meeting } = specification;
  const settlements: Settlement[] = [];
  const pledges: Pick<Pledge, 'id' | 'issue' | 'act' | 'dueOn'>[] = [];
  for (const issue of specification.issues) {
    const degree = degrees.get(issue.id);
    if (degree === undefined) continue;
    const settlement = settle(state, issue, degree, specification, parameters);
    settlements.push(settlement);
    pledges.push(...pledgesFor(state, meeting, issue.id, settlement.acts, parameters, pledges.length));
  }
  const first = specification.issues[0]!.id;
  const standstill = standstillOf(specification.issues);
  const prolonged = truceAct(state, meeting, (standstill && degrees.get(standstill.id)) ?? 0, parameters);
  if (prolonged !== null) {
    const settled = new Set(pledges.map(({ act }) => act.id));
    const acts = [prolonged, ...suspensionActs(state, prolonged, settled)];
    pledges.push(...pledgesFor(state, meeting, first, acts, parameters, pledges.length));
  }
  pledges.push(
    ...pledgesFor(
      state,
      meeting,
      first,
      threatActs(state, measuresOnAgenda(specification.issues), run.done.coercion),
      parameters,
      pledges.length,
    ),
  );
  return {
    type: 'agreement.reach',
    actor: 'both',
    on: state.today,
    id: `agreement-of-${meeting}`,
    scope,
    terms: settlements.map((settlement) => settlement.term),
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
  const { gambit_b, gambit_days } = run.parameters;
  run.latent.strain = { added: gambit_b, until: addDays(run.state.today, Math.round(gambit_days)) };
}

/** An agreement settles open scores: answers to what came before it are not given any more. */
function settleScores(run: RunningEpisode): void {
  for (const party of PARTY_IDS) {
    run.memory[party].answers = [];
    run.memory[party].seen = run.state.coercion.length;
  }
}

/** Holds the meeting on its day: the leaders meet, bargain, and agree or part. */
export function holdSummit(run: RunningEpisode): void {
  const { meeting } = run.specification;
  if (!enact(run, { type: 'meeting.hold', actor: 'both', on: run.state.today, meeting }, MEETING_DAY)) return;
  const deal = strike(run, issuesOnTable(run));
  if (deal === null) {
    if (run.specification.hypotheses.gambitValidated) strainRelations(run);
    return;
  }
  if (enact(run, agreementEvent(run, deal.scope, deal.degrees), AGREED[deal.scope])) {
    run.agreed = true;
    settleScores(run);
    rewardGambits(run, deal.degrees);
  }
}
