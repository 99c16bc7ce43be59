/**
 * The meeting on its day: it is held, the sides bargain at its table, and they agree or part. An agreement enters the record as one event
 * with its terms and pledges.
 */
import { actionTable, type Event } from '../actions/index';
import { dailyProbability } from '../bargaining/decision';
import { quarrelShare } from '../bargaining/levers';
import { addDays } from '../kit/calendar';
import { firstOf } from '../kit/lists';
import { PARTY_IDS } from '../model/actor';
import { asSettled, type Pledge } from '../model/agreement';
import type { State } from '../model/state';
import { isBinding } from '../model/truce';
import type { IssuePrior } from '../scenario/model-specification';
import { AFTERMATH_DAYS } from '../outcomes/coercion';
import { standingOn } from './conduct';
import type { IssueDraw } from './parameter-draw';
import {
  isMoot,
  measuresOnAgenda,
  pledgesFor,
  settle,
  suspensionActs,
  termsOf,
  threatActs,
  truceAct,
  type Settlement,
} from './settlement';
import { validateGambit } from './latent-state';
import { enact, type RunningEpisode } from './run';
import type { DeclaredCause } from './trace';

import { isStandstill, strike, type Deal, type Table } from './table';

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

/** The table at the meeting of the scenario. */
function tableOf(run: RunningEpisode): Table {
  const { leadersDecide, ministersDecide } = run.parameters.meeting;
  return {
    issues: issuesOnTable(run),
    unpressed: run.specification.leadersMeet ? leadersDecide : ministersDecide,
    draws: '',
    mayHoldStill: true,
    occasion: 0,
  };
}

/** Mean concession over the whole agenda of the scenario, weighted by central worth to the receiver: at most the largest. */
export function weightedMean(issues: readonly IssuePrior[], degrees: ReadonlyMap<string, number>): number {
  let sum = 0;
  let weight = 0;
  let largest = 0;
  for (const issue of issues) {
    const degree = degrees.get(issue.id) ?? 0;
    sum += issue.benefit * degree;
    if (degree > largest) largest = degree;
    weight += issue.benefit;
  }
  // Rounded, a mean of equal degrees may come out above them.
  return weight === 0 ? 0 : Math.min(largest, sum / weight);
}

/** An agreement as an event. */
export type AgreementEvent = Extract<
  Event,
  {
    /** Name of the action type. */
    readonly type: 'agreement.reach';
  }
>;

/** A meeting after that of the scenario. */
export interface LaterMeeting {
  readonly meeting: string;
  /** What ends after this day is not prolonged yet. */
  readonly soon: string;
}

/** The event of an agreement with its terms and pledges; at the meeting of the scenario unless a later one is named. */
export function agreementEvent(
  run: Pick<RunningEpisode, 'specification' | 'parameters' | 'done'> & { readonly state: State },
  scope: Deal['scope'],
  degrees: ReadonlyMap<string, number>,
  later: LaterMeeting | null = null,
): AgreementEvent {
  const { state, specification } = run;
  const meeting = later?.meeting ?? specification.meeting;
  const soon = later?.soon ?? null;
  const deal = run.parameters.settlement;
  const settlements: Settlement[] = [];
  const pledges: Pick<Pledge, 'id' | 'issue' | 'act' | 'dueOn'>[] = [];
  for (const issue of specification.issues) {
    const degree = degrees.get(issue.id);
    if (degree === undefined) continue;
    const settlement = settle(
      state,
      issue,
      degree,
      { meeting, undertakingLabels: specification.undertakingLabels },
      deal,
      soon,
    );
    settlements.push(settlement);
    pledges.push(...pledgesFor(state, meeting, issue.id, settlement.acts, deal, pledges.length));
  }
  const first = firstOf(specification.issues.filter(({ id }) => Object.hasOwn(state.issues, id))).id;
  // Who only holds still prolongs the text by the least; an exchange by as much as it grants of its standstill.
  const prolonging = scope === 'narrow' ? undefined : specification.issues.find(isStandstill);
  const { truce } = state;
  const holdsOn = soon !== null && isBinding(truce) && truce.expiresOn !== null && truce.expiresOn > soon;
  const prolonged = holdsOn
    ? null
    : truceAct(state, meeting, (prolonging && degrees.get(prolonging.id)) ?? 0, deal);
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

/** The other half of the hypothesis: a failure worsens relations for a time. `share` is how much of one it is. */
function strainRelations(run: RunningEpisode, share: number): void {
  if (!run.specification.hypotheses.gambitValidated || share === 0) return;
  const { failureStrain, failureStrainDays } = run.parameters.truce;
  run.latent.strain = { added: failureStrain * share, until: addDays(run.state.today, failureStrainDays) };
  // The clock of the hazards is set again with the next look.
  run.touched.record = true;
}

/** The sides agree: open scores are settled with it. Returns whether the rules allowed it. */
export function agree(run: RunningEpisode, event: AgreementEvent, declared: DeclaredCause): boolean {
  // Rules of one's own may know acts that the library's settlement does not.
  if (run.table === actionTable) asSettled(event.pledges);
  if (!enact(run, event, declared)) return false;
  run.agreed = true;
  settleScores(run);
  return true;
}

/** An agreement settles open scores: answers to what came before it are not given any more. */
function settleScores(run: RunningEpisode): void {
  for (const party of PARTY_IDS) {
    run.memory[party].answers = [];
    run.memory[party].seen = run.state.coercion.length;
  }
}

/** Without a text: from now on a quarrel may come, by what the sides have done to each other. */
function fallOut(run: RunningEpisode, held: boolean): void {
  const { parameters: p, state } = run;
  const { goodwill } = standingOn(run.record, run.since, run.firstDay + run.day, p);
  const conditions = {
    goodwill: (goodwill.US + goodwill.CN) / 2,
    terminated: state.truce.status === 'terminated',
    held,
  };
  const share = quarrelShare(p.meeting.quarrelAfterNoText, conditions, p.levers);
  run.quarrelDaily = dailyProbability(share, AFTERMATH_DAYS);
}

/** Parts after talks without a text. */
function part(run: RunningEpisode): void {
  fallOut(run, true);
  strainRelations(run, 1);
}

/** The day of a meeting that was called off, today or before: nobody meets, and the quarrel stays. */
export function missSummit(run: RunningEpisode): void {
  fallOut(run, false);
  strainRelations(run, run.parameters.levers.calledOffOnStrain);
}

/** Holds the meeting on its day: the leaders meet, bargain, and agree or part. */
export function holdSummit(run: RunningEpisode): void {
  const { meeting } = run.specification;
  if (!enact(run, { type: 'meeting.hold', actor: 'both', on: run.state.today, meeting }, MEETING_DAY)) return;
  const deal = strike(run, tableOf(run));
  if (deal === null) {
    part(run);
    return;
  }
  if (agree(run, agreementEvent(run, deal.scope, deal.degrees), AGREED[deal.scope]))
    rewardGambits(run, deal.degrees);
}
