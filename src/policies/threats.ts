/**
 * What becomes of a party's own threats on their last day: carried out, postponed or withdrawn.
 *
 * The probability of standing firm starts from what the other side believes and moves with the crisis game of Lewis
 * and Schultz (2003): own cost and a falling market make standing firm worse, audience cost makes backing down worse.
 */
import { joinedName } from '../kit/joined-name';
import type { Event } from '../actions/index';
import {
  equilibriumNear,
  shiftPayoffs,
  type CrisisEquilibrium,
  type CrisisPayoffs,
} from '../bargaining/crisis-game';
import type { Parameters } from '../model/parameters';
import { addDays, daysBetween } from '../kit/calendar';
import { isolatedFirmness } from '../bargaining/levers';
import { logistic, logit } from '../kit/portable-math';
import { reversalProbability } from '../economy/markets';
import { otherParty, type PartyId } from '../model/actor';
import { UNDETERMINED } from '../model/authority';
import { each } from '../model/column';
import { MEASURE_KINDS, measureAction, type MeasureKind, type MeasureLife } from '../model/measure';
import type { Alignment } from '../model/statement';
import { comesTrue, type Observation, type PublicIndicators } from './policy';
import { lastDayFor } from './promises';

/** Base payoffs of the crisis game from the parameter table. */
function basePayoffs(p: Parameters): CrisisPayoffs {
  return {
    statusQuoChallenger: p.crisis.statusQuoChallenger,
    concessionChallenger: p.crisis.concessionChallenger,
    concessionTarget: p.crisis.concessionTarget,
    standFirmChallenger: p.crisis.standFirmChallenger,
    standFirmTarget: p.crisis.standFirmTarget,
    backDownChallenger: p.crisis.backDownChallenger,
    backDownTarget: p.crisis.backDownTarget,
  };
}

/** An equilibrium with what it was sought from. */
interface KnownEquilibrium {
  readonly payoffs: CrisisPayoffs;
  readonly resistance: number;
  readonly equilibrium: CrisisEquilibrium;
}

let known: KnownEquilibrium | null = null;

/** The equilibrium of the base payoffs, remembered: they rarely differ from one parameter draw to the next. */
function usualEquilibrium(payoffs: CrisisPayoffs, resistance: number): CrisisEquilibrium {
  const keys = Object.keys(payoffs) as (keyof CrisisPayoffs)[];
  if (
    known === null ||
    known.resistance !== resistance ||
    keys.some((key) => known!.payoffs[key] !== payoffs[key])
  ) {
    known = { payoffs, resistance, equilibrium: equilibriumNear(payoffs, resistance) };
  }
  return known.equilibrium;
}

/**
 * Probability that a party carries out its own threat when it is not met, 0 to 1: its credibility, moved by the odds
 * ratio that today's conditions give in the crisis game, less the pull of markets and farms for the United States, and less
 * where third parties stand against it.
 */
export function standFirmProbability(
  party: PartyId,
  p: Parameters,
  indicators: PublicIndicators,
  alignments: readonly Alignment[] = [],
): number {
  const against = alignments.reduce((count, { side }) => count + (side === otherParty(party) ? 1 : 0), 0);
  return isolatedFirmness(firmness(party, p, indicators), against, p.levers.isolation, p.levers.aligned);
}

/** As {@link standFirmProbability}, were nobody looking on. */
function firmness(party: PartyId, p: Parameters, indicators: PublicIndicators): number {
  const base = basePayoffs(p);
  const conditions = {
    challengerCost: indicators.costPct[party],
    drawdownPct: party === 'US' ? indicators.drawdownPct : 0,
    audienceCost: indicators.audience[party],
    targetCost: indicators.costPct[otherParty(party)],
    conflictExpectation: 0,
  };
  const weights = {
    challengerCost: p.crisis.challengerCost,
    drawdownPct: p.crisis.drawdownPct,
    audienceCost: p.crisis.audienceCost,
    targetCost: p.crisis.targetCost,
    conflictExpectation: 0,
  };
  const usual = usualEquilibrium(base, p.crisis.usualResistance);
  const today = equilibriumNear(shiftPayoffs(base, conditions, weights), usual.pR);
  const least = p.crisis.leastProbability;
  const inside = (x: number) => Math.min(1 - least, Math.max(least, x));
  const belief = inside(indicators.credibility[party]);
  const firm = logistic(logit(belief) + logit(inside(today.pF)) - logit(inside(usual.pF)));
  if (party !== 'US') return firm;
  const pressure = {
    drawdownPct: indicators.drawdownPct,
    yieldRiseBp: indicators.yieldRiseBp,
    farmPain: indicators.farmPain,
    audience: indicators.audience.US,
  };
  const calm = { drawdownPct: 0, yieldRiseBp: 0, farmPain: 0, audience: 0 };
  const reversal = {
    base: p.reversal.base,
    drawdown: p.reversal.drawdown,
    yieldRise: p.reversal.yieldRise,
    farmPain: p.reversal.farmPain,
    audience: p.reversal.audience,
  };
  // Credibility was learnt in calm markets; only what today adds to the chance of a reversal counts.
  const added = reversalProbability(pressure, reversal) - reversalProbability(calm, reversal);
  return firm * (1 - Math.max(0, added));
}

/** Measures that the party acts on today because it pledged to, so that its threat is no longer its own to settle. */
function settledByPledge(observation: Observation): Set<unknown> {
  const { state, party, parameters, posture } = observation;
  const ids = new Set<unknown>();
  for (const id of lastDayFor(state, 'pledge-due')) {
    const pledge = state.pledges[id]!;
    if (pledge.status !== 'open' || pledge.act.actor !== party) continue;
    if (comesTrue(observation, 'keep', posture('keep'), parameters.promises.actKept)) ids.add(pledge.act.id);
  }
  return ids;
}

/** A threat on which its author has to say today what becomes of it. */
interface ThreatDue {
  readonly subject: string;
  readonly measureKind: MeasureKind;
  /** Whether it named this day. */
  readonly dated: boolean;
}

/**
 * The party's threats without a date that have stood for as long as one is usually believed; they are looked at on the first
 * of each month, on which every policy is asked.
 */
function openThreatsDue({ state, party, parameters }: Observation): ThreatDue[] {
  const due: ThreatDue[] = [];
  if (!state.today.endsWith('-01')) return due;
  for (const kind of MEASURE_KINDS) {
    for (const { id, status, dueOn, imposer, since } of each<MeasureLife>(state[kind])) {
      if (status !== 'threatened' || dueOn !== null || imposer !== party) continue;
      if (addDays(since, parameters.threats.openDays) <= state.today)
        due.push({ subject: id, measureKind: kind, dated: false });
    }
  }
  return due;
}

function ownThreatsDue(observation: Observation): ThreatDue[] {
  const { state, party } = observation;
  const due = openThreatsDue(observation);
  for (const deadline of state.deadlines) {
    if (deadline.on > state.today) break;
    if (deadline.kind !== 'threat') continue;
    const { subject, measureKind } = deadline;
    if (state[measureKind][subject]?.imposer === party) due.push({ subject, measureKind, dated: true });
  }
  if (due.length === 0) return due;
  const pledged = settledByPledge(observation);
  return due.filter((deadline) => !pledged.has(deadline.subject) && !isForgotten(observation, deadline));
}

/** Whether a threat that was put off again and again is left to lapse: after an agreement, when it is old. */
function isForgotten(
  { state, parameters, agreed }: Observation,
  { subject, measureKind }: ThreatDue,
): boolean {
  const since = state[measureKind][subject]?.since;
  const { forgottenThreatDays } = parameters.year;
  return (
    agreed &&
    forgottenThreatDays > 0 &&
    since !== undefined &&
    daysBetween(since, state.today) >= forgottenThreatDays
  );
}

/** The party's decision on each of its threats whose last day is today, or that has stood long enough without one. */
export function settleThreats(observation: Observation): Event[] {
  const { state, party, parameters, indicators, agreed, posture, draw } = observation;
  const all = ownThreatsDue(observation);
  // With an agreement what has no date need not be put off.
  const due = agreed ? all.filter(({ dated }) => dated) : all;
  if (due.length === 0) return [];
  const firm = agreed ? 0 : standFirmProbability(party, parameters, indicators, state.alignments);
  // One posture for all threats: a side that stands firm does so on each of them.
  const standsFirm = comesTrue(observation, 'stand-firm', posture('stand-firm'), firm);
  return due.map(({ subject: id, measureKind, dated }): Event => {
    const on = state.today;
    const because = (event: Event, rule: string, ...purposes: string[]): Event => {
      observation.notes?.because(event, rule, 'stand-firm', ...purposes);
      return event;
    };
    // What stands on no statute by name cannot be carried out, however firm its author is.
    if (standsFirm && state[measureKind][id]?.authority !== UNDETERMINED)
      return because(
        { type: measureAction(measureKind, 'carry-out'), actor: party, on, id, from: on },
        'stands firm on a threat',
      );
    const purpose = joinedName('postpone/', id);
    if (
      dated &&
      (agreed || comesTrue(observation, purpose, draw(purpose), parameters.threats.postponedShare))
    ) {
      const until = addDays(state.today, parameters.threats.postponedDays);
      return because(
        { type: measureAction(measureKind, 'postpone'), actor: party, on, id, until },
        'puts a threat off',
        purpose,
      );
    }
    return because(
      { type: measureAction(measureKind, 'withdraw'), actor: party, on, id, traded: false },
      'backs down from a threat',
      purpose,
    );
  });
}
