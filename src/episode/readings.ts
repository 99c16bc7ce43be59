/**
 * Readings: what is taken off a state again only after something has happened, since no day by itself changes it. The sums
 * over measures, and what talks, promises and breaches amount to.
 */
import { daysBetween } from '../kit/calendar';
import type { PartyId } from '../model/actor';
import { each } from '../model/column';
import { foreignReach, subjectSeverity } from '../model/export-control';
import type { State } from '../model/state';
import { PREPARATION_WINDOW_DAYS, preparation } from '../model/talks';
import { averageTariffPct } from '../model/tariff';
import { loophole } from '../model/truce';

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
/** The subject of the controls on rare earths. */
export const SUBJECT_RARE_EARTHS = 'rare-earths';

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
export function readRecord(state: State, promises: RecordView['promises']): RecordView {
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
