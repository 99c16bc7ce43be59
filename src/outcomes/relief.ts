/**
 * Relief: what acts take off measures in force, and outcome terms of it. What an agreement says is one thing, and how far the
 * world of an evening lies below that of the first day another: acts before the meeting count there as well, and acts after it that
 * undo them too.
 */
import type { PartyId } from '../model/actor';
import type { Pledge, PromisedAct } from '../model/agreement';
import { asDated } from '../model/changed';
import { each } from '../model/column';
import { deniedShare, freedOn, type ExportControl } from '../model/export-control';
import type { State } from '../model/state';
import { averageTariffPct, pointsOf, directionOf } from '../model/tariff';
import { agreementOf } from './meeting';
import { partiesAsked } from './parties';
import type { TermMeasure } from './term';

/** Cut of the giver's own average by an act on one of its measures in force, percentage points. */
export function tariffReliefOf(state: State, giver: PartyId, act: PromisedAct): number {
  const layer = typeof act.id === 'string' ? state.tariff[act.id] : undefined;
  if (layer === undefined || layer.imposer !== giver || layer.status !== 'in-force') return 0;
  if (act.type === 'tariff.suspend' || act.type === 'tariff.withdraw') return pointsOf(layer);
  if (act.type === 'tariff.exclude') return layer.ratePct * Math.min(Number(act.share), layer.share);
  return act.type === 'tariff.cut' ? (layer.ratePct - Number(act.ratePct)) * layer.share : 0;
}

/** Fall of effective severity by an act on one of the giver's own controls in force, 0 to what is left of it. */
export function controlReliefOf(state: State, giver: PartyId, act: PromisedAct): number {
  const control = typeof act.id === 'string' ? state.control[act.id] : undefined;
  if (control === undefined || control.imposer !== giver || control.status !== 'in-force') return 0;
  const now = deniedShare(control);
  if (act.type === 'control.suspend' || act.type === 'control.withdraw') return now;
  if (act.type === 'control.ease')
    return control.severity === 0 ? 0 : now * (1 - Number(act.severity) / control.severity);
  return act.type === 'licence.grant' ? Math.min(now, control.severity * Number(act.share)) : 0;
}

function reliefBy(state: State, meeting: string, giver: PartyId): number {
  let sum = 0;
  for (const term of agreementOf(state, meeting)?.terms ?? [])
    if (term.giver === giver) sum += term.tariffReliefPp;
  return sum;
}

/** The larger of the two averages' agreed cuts by measures in force, percentage points. */
export const tariffRelief: TermMeasure = (state, { meeting }) =>
  Math.max(reliefBy(state, meeting, 'US'), reliefBy(state, meeting, 'CN'));

/** The largest agreed fall of the severity of a control in force, 0 to 1. */
export const controlRelief: TermMeasure = (state, { meeting }) =>
  (agreementOf(state, meeting)?.terms ?? []).reduce((most, term) => Math.max(most, term.controlRelief), 0);

/** What is still to be done of a meeting's agreement, by the day for which it is promised. */
function openPledges(state: State, meeting: string): Pledge[] {
  const agreement = agreementOf(state, meeting)?.id;
  if (agreement === undefined) return [];
  return each(state.pledges).filter((pledge) => pledge.agreement === agreement && pledge.status === 'open');
}

/** A state with its duties as what is ordered for a later day leaves them. */
function withDatedDuties(state: State): State {
  const layers = each(state.tariff);
  if (layers.every(({ pending }) => pending === undefined)) return state;
  return { ...state, tariff: Object.fromEntries(layers.map((layer) => [layer.id, asDated(layer)])) };
}

/** Points by which a party's average lies below the first day's, with what its open pledges and orders of a later day will still take off. */
function cutOf(state: State, first: State, meeting: string, party: PartyId): number {
  const direction = directionOf(party);
  const later = withDatedDuties(state);
  let cut = averageTariffPct(first, direction) - averageTariffPct(later, direction);
  for (const { act } of openPledges(state, meeting)) cut += tariffReliefOf(later, party, act);
  return cut;
}

/** Points by which an average tariff is cut, or cut for a later day, below that of the first day. */
export const averageCut: TermMeasure = (state, { first, meeting, of }) =>
  Math.max(...partiesAsked(of).map((party) => cutOf(state, first, meeting, party)));

/**
 * The severity that is left of a control once all licences that are granted have begun and what is ordered for a later day
 * holds; of one not in force nothing.
 */
function datedSeverity(now: ExportControl): number {
  const control = asDated(now);
  let least = deniedShare(control);
  if (control.status !== 'in-force') return least;
  for (const { effectiveOn } of control.licences)
    least = Math.min(least, control.severity * (1 - freedOn(control, effectiveOn)));
  return least;
}

/** Share of the first day's severity of a control that is gone, what is pledged for a later day taken as done. */
function severityCutOf(state: State, before: ExportControl, pledges: readonly Pledge[]): number {
  const was = deniedShare(before);
  const control = state.control[before.id];
  if (was === 0) return 0;
  let left = control === undefined ? 0 : datedSeverity(control);
  for (const { act } of pledges)
    if (act.id === before.id) left -= controlReliefOf(state, before.imposer, act);
  return 1 - Math.max(0, left) / was;
}

/** Share of the severity of a control in force on the first day that is gone, or will be by a date. */
export const severityCut: TermMeasure = (state, { first, meeting, of }) => {
  const pledges = openPledges(state, meeting);
  const asked = each(first.control).filter(({ id }) => of === undefined || id === of);
  return asked.reduce((most, control) => Math.max(most, severityCutOf(state, control, pledges)), 0);
};
