/**
 * Readings: what is taken off a state again only after something has happened, since no day by itself changes it. The sums
 * over measures, and what talks, promises and breaches amount to.
 */
import { addDays } from '../kit/calendar';
import type { PartyId } from '../model/actor';
import { each } from '../model/column';
import { foreignReach, subjectSeverity } from '../model/export-control';
import { monitoring } from '../model/institution';
import { MEASURE_KINDS, type MeasureKind } from '../model/measure';
import { yearlyReliefUsdBn } from '../model/relief';
import type { State } from '../model/state';
import type { Parameters } from '../model/parameters';
import { prepares } from '../model/talks';
import { averageTariffPct } from '../model/tariff';
import { loophole, uncoveredOf } from '../model/truce';

/** Slow quantities read off the measures of the state. */
export interface MeasureView {
  usOnCnPct: number;
  cnOnUsPct: number;
  rareEarths: number;
  chips: number;
  /** Severity with which Chinese controls reach goods made in third countries. */
  foreignReach: number;
  /** The gap that the truce text leaves, 0 to 1. */
  loophole: number;
  /** Coercive measures of each kind that the text does not name. */
  readonly uncovered: Record<MeasureKind, number>;
}

/** Slow quantities read off the record of talks, promises and breaches. */
export interface RecordView {
  soybeansHalted: boolean;
  rounds: number;
  leaderCall: number;
  recentBreach: number;
  /** Promises of each side kept and not kept so far: pledges, commitments and undertakings that were judged. */
  promises: Record<PartyId, { kept: number; broken: number }>;
  /** Share of the yearly losses of American sellers that relief makes good, 0 to 1. */
  relieved: number;
  /** Whether the truce is monitored, 0 or 1. */
  monitoring: number;
  /** Whether a round is scheduled or under way. */
  roundsAhead: boolean;
  /** Rounds at the head of the column that are over and too old to count ever again. */
  roundsPast: number;
}

const EVERY_KIND = { tariff: true, control: true, portFee: true, listing: true } as const;
/** The subject of the controls on rare earths. */
export const SUBJECT_RARE_EARTHS = 'rare-earths';

/** What the measures in force and pending imply. */
export function readMeasures(state: State): MeasureView {
  const view: MeasureView = {
    usOnCnPct: 0,
    cnOnUsPct: 0,
    rareEarths: 0,
    chips: 0,
    foreignReach: 0,
    loophole: 0,
    uncovered: { tariff: 0, control: 0, portFee: 0, listing: 0 },
  };
  readMeasuresAgain(view, state, EVERY_KIND);
  return view;
}

/** Brings a view up to date with the kinds of measure that something has touched. */
export function readMeasuresAgain(
  view: MeasureView,
  state: State,
  touched: Readonly<Record<MeasureKind, boolean>>,
): void {
  let any = false;
  for (const kind of MEASURE_KINDS) {
    if (!touched[kind]) continue;
    any = true;
    view.uncovered[kind] = uncoveredOf(state, kind);
  }
  if (any) view.loophole = loophole(state.truce, view.uncovered);
  if (touched.tariff) {
    view.usOnCnPct = averageTariffPct(state, 'usOnCn');
    view.cnOnUsPct = averageTariffPct(state, 'cnOnUs');
  }
  if (touched.control) {
    view.rareEarths = subjectSeverity(state, 'CN', SUBJECT_RARE_EARTHS);
    view.chips = subjectSeverity(state, 'US', 'chips');
    view.foreignReach = foreignReach(state, 'CN');
  }
}

/** What talks, promises and the truce's record imply; `past` is an earlier view's count of rounds past. */
export function readRecord(
  state: State,
  promises: RecordView['promises'],
  p: Parameters,
  past = 0,
): RecordView {
  const { today } = state;
  const latestBreach = state.truce.breaches.at(-1)?.on;
  const from = addDays(today, -p.meeting.preparationDays);
  let rounds = 0;
  let leaderCall = 0;
  let roundsAhead = false;
  const all = each(state.rounds);
  let roundsPast = past;
  for (let at = past; at < all.length; at += 1) {
    const round = all[at]!;
    if (round.status === 'scheduled' || round.status === 'under-way') roundsAhead = true;
    else if (at === roundsPast && (round.concludedOn === null || round.concludedOn < from)) roundsPast += 1;
    if (round.concludedOn === null || round.concludedOn < from) continue;
    if (prepares(round, from, today)) rounds += 1;
    if (round.level === 'leaders-call') leaderCall = 1;
  }
  return {
    soybeansHalted: state.flows.soybeans?.status === 'halted',
    rounds,
    leaderCall,
    recentBreach:
      latestBreach !== undefined && latestBreach >= addDays(today, -p.readiness.recentBreachDays) ? 1 : 0,
    promises,
    relieved: Math.min(1, yearlyReliefUsdBn(state, 'US') / p.soybeans.yearlyLossUsdBn),
    monitoring: monitoring(state),
    roundsAhead,
    roundsPast,
  };
}

/** Counts the promises that have been judged, by side. */
export function judgedPromises(state: State): RecordView['promises'] {
  const promises = { US: { kept: 0, broken: 0 }, CN: { kept: 0, broken: 0 } };
  const judge = (party: PartyId, kept: boolean) => (promises[party][kept ? 'kept' : 'broken'] += 1);
  for (const { status, act } of each(state.pledges)) {
    if (status !== 'open' && act.actor !== 'both') judge(act.actor, status === 'performed');
  }
  for (const { status, flow, past } of each(state.commitments)) {
    const { buyer } = state.flows[flow]!;
    if (past !== undefined) for (const window of past) judge(buyer, window.status === 'met');
    if (status !== 'open') judge(buyer, status === 'met');
  }
  for (const { status, by } of each(state.undertakings)) {
    if (status === 'honoured' || status === 'defaulted') judge(by, status === 'honoured');
  }
  return promises;
}
