/**
 * Talks in the year after the meeting: rounds of ministers, calls of the leaders and further meetings of theirs.
 *
 * A round bargains over what is open by the model of the meeting, with the chance of ministers to decide; what it settles is done at
 * once, since only leaders make a text with pledges. A truce about to end, or gone, is the other thing that it settles.
 */
import type { Event } from '../actions/index';
import { chanceWithin } from '../bargaining/year-hazards';
import { isLegal } from '../engine/legality';
import { addDays } from '../kit/calendar';
import { joinedName } from '../kit/joined-name';
import { exp } from '../kit/portable-math';
import { otherParty, PARTY_IDS } from '../model/actor';
import type { PromisedAct } from '../model/agreement';
import { each } from '../model/column';
import { allMeasures, measureAction } from '../model/measure';
import { isAhead, nextAhead, type Meeting } from '../model/meeting';
import { isBinding } from '../model/truce';
import { dated } from '../policies/promises';
import type { IssuePrior } from '../scenario/model-specification';
import { ripenessOf } from './latent-state';
import { agree, agreementEvent } from './meeting';
import type { IssueDraw } from './parameter-draw';
import { yearFrom } from './replacement';
import { enact, happensToday, occasionToday, type RunningEpisode } from './run';
import { isGivenBeyond, isMoot, settle, suspensionActs, truceAct } from './settlement';
import { isStandstill, strike, type Deal, type Table } from './table';
import type { DeclaredCause } from './trace';

const AT_ROUND = ['round/meeting/decides', 'round/US/accepts', 'round/CN/accepts'];
const AT_SUMMIT = ['summit/meeting/decides', 'summit/US/accepts', 'summit/CN/accepts'];

const TALKS_AGAIN: DeclaredCause = { kind: 'procedure', rule: 'talks resume', trials: ['talks/again'] };
const REPAIR: DeclaredCause = {
  kind: 'procedure',
  rule: 'a strained truce is repaired',
  trials: ['talks/again', 'talks/repair'],
};
const SETTLED: DeclaredCause = {
  kind: 'bargaining',
  rule: 'a round settles what was open',
  trials: AT_ROUND,
};
const CALL: DeclaredCause = { kind: 'procedure', rule: 'the leaders speak', trials: ['talks/call'] };
const PLANNED: DeclaredCause = {
  kind: 'procedure',
  rule: 'the leaders plan to meet again',
  trials: ['talks/summit'],
};
const FALLS_AWAY: DeclaredCause = {
  kind: 'chance',
  rule: 'the meeting falls away',
  trials: ['summit/falls-away', 'summit/who'],
};
const SUMMIT: DeclaredCause = {
  kind: 'procedure',
  rule: 'the day of the meeting',
  trials: ['summit/falls-away'],
};
const AGREED: DeclaredCause = {
  kind: 'bargaining',
  rule: 'a later meeting settles what was open',
  trials: AT_SUMMIT,
};

/** Whether what is given on an issue is given for a time, so that it can be given again when that has passed. */
const isForATime = ({ performance }: IssuePrior): boolean =>
  performance.some(
    ({ kind }) => kind.startsWith('suspend') || kind.startsWith('postpone') || kind.startsWith('extend'),
  );

/** Issues that a table has settled, at the meeting or after it. */
function settledIssues({ state, granted }: RunningEpisode): ReadonlySet<string> {
  const settled = new Set(granted);
  for (const { terms } of each(state.agreements)) for (const { issue } of terms) settled.add(issue);
  return settled;
}

/**
 * What is open: issues that were put off, and those on which what was given for a time soon runs out. What a table has settled is
 * not opened again.
 */
function openIssues(run: RunningEpisode): IssueDraw[] {
  const settled = settledIssues(run);
  const soon = soonIn(run);
  return run.parameterDraw.issues.filter(
    ({ prior }) =>
      Object.hasOwn(run.state.issues, prior.id) &&
      !isMoot(run.state, prior) &&
      (isForATime(prior) ? !isGivenBeyond(run.state, prior, soon) : !settled.has(prior.id)),
  );
}

/** The day from which on nobody prolongs yet what ends then. */
const soonIn = ({ state, parameters: p }: RunningEpisode): string => addDays(state.today, p.year.renewalDays);

/** Whether no text holds, or the one that does ends soon. */
function needsText(run: RunningEpisode): boolean {
  const { truce, today } = run.state;
  // Whose text has ended today has ended: a new one is another day's.
  if (!isBinding(truce)) return truce.since < today;
  return truce.expiresOn !== null && truce.expiresOn <= soonIn(run);
}

/** Acts that let suspensions live on which would soon end by themselves. */
function renewals(run: RunningEpisode, until: string): PromisedAct[] {
  const { state } = run;
  const soon = soonIn(run);
  const acts: PromisedAct[] = [];
  for (const [kind, { id, imposer, status, suspendedUntil }] of allMeasures(state)) {
    if (status !== 'suspended' || suspendedUntil === null || suspendedUntil > soon || suspendedUntil >= until)
      continue;
    acts.push({ type: measureAction(kind, 'extend'), actor: imposer, id, until });
  }
  return acts;
}

/** The acts of what a round settles. */
function actsOf(run: RunningEpisode, id: string, { degrees }: Deal): PromisedAct[] {
  const { state, specification, parameters: p } = run;
  const about = { meeting: id, undertakingLabels: specification.undertakingLabels };
  const acts: PromisedAct[] = [];
  let prolonging = 0;
  for (const issue of specification.issues) {
    const degree = degrees.get(issue.id);
    if (degree === undefined) continue;
    if (isStandstill(issue)) prolonging = degree;
    acts.push(...settle(state, issue, degree, about, p.settlement, soonIn(run)).acts);
  }
  if (!needsText(run)) return acts;
  const text = truceAct(state, id, prolonging, p.settlement);
  if (text === null) return acts;
  const settled = new Set(acts.map((act) => act.id));
  return [...acts, text, ...suspensionActs(state, text, settled)];
}

function perform(run: RunningEpisode, acts: readonly PromisedAct[], declared: DeclaredCause): void {
  for (const act of acts) {
    const event: Event = dated(act, run.state.today);
    // One act of a list may leave nothing for the next to do.
    if (isLegal(run.state, event, run.table)) enact(run, event, declared);
  }
}

/** What a round comes to: an exchange, a standstill where a text is needed, or nothing. What one table could not settle the next does not take up. */
function roundDeal(run: RunningEpisode, issues: readonly IssueDraw[]): Deal | null {
  const mayHoldStill = needsText(run);
  if (!mayHoldStill && !(bothGive(issues) && isNews(run, issues))) return null;
  const { ministersDecide } = run.parameters.meeting;
  const table: Table = {
    issues,
    unpressed: ministersDecide,
    draws: 'round/',
    mayHoldStill,
    occasion: occasionToday(run),
  };
  return strike(run, table);
}

/** Whether something has come open since a table last bargained, or that was so long ago that its preparation has faded. */
function isNews(run: RunningEpisode, issues: readonly IssueDraw[]): boolean {
  const { tried, day, parameters: p } = run;
  const open = issues.map(({ prior }) => prior.id).join();
  if (open === tried.open && day - tried.day < p.meeting.preparationDays) return false;
  tried.open = open;
  tried.day = day;
  return true;
}

/** Whether both sides have something to give: else there is nothing to exchange. */
const bothGive = (issues: readonly IssueDraw[]): boolean =>
  issues.some(({ prior }) => prior.giver === 'US') && issues.some(({ prior }) => prior.giver === 'CN');

/** Whether both sides go along with what the year brings. */
const goAlong = ({ policies }: RunningEpisode): boolean =>
  PARTY_IDS.every((party) => policies[party].goesAlong === true);

/** A round of ministers: over what is open, and done at once what is settled. */
export function holdRound(run: RunningEpisode): void {
  const { state, latent, parameters: p } = run;
  const id = joinedName('round-day-', run.day);
  const on = state.today;
  const actor = 'both';
  const begun = run.day >= yearFrom(run);
  const issues = openIssues(run);
  const agenda = issues.map(({ prior }) => prior.id);
  const place = 'a third country';
  enact(
    run,
    { type: 'talks.schedule', actor, on, id, level: 'ministerial', place, opensOn: on, days: 1, agenda },
    TALKS_AGAIN,
  );
  enact(run, { type: 'talks.open', actor, on, id }, TALKS_AGAIN);
  const deal = begun && goAlong(run) ? roundDeal(run, issues) : null;
  const readout = deal === null ? 'progress' : deal.scope === 'agenda' ? 'deal' : 'framework';
  enact(run, { type: 'talks.conclude', actor, on, id, readout }, TALKS_AGAIN);
  if (deal !== null) {
    perform(run, actsOf(run, id, deal), SETTLED);
    for (const issue of deal.degrees.keys()) run.granted.add(issue);
    const { expiresOn } = state.truce;
    if (isBinding(state.truce) && expiresOn !== null) perform(run, renewals(run, expiresOn), SETTLED);
  }
  if (state.truce.status === 'strained' && happensToday(run, 'talks/repair', ripenessOf(latent, p)))
    enact(run, { type: 'truce.repair', actor, on }, REPAIR);
}

/** Probability of a round within so many days: at the rate of the record, more where the conflict is riper than it was. */
export function roundProbability(run: RunningEpisode, days: number): number {
  const { latent, parameters: p } = run;
  const riper = ripenessOf(latent, p) - latent.usual.ripeness;
  return chanceWithin(days, p.year.rounds * exp(p.talks.ripeness * riper));
}

/** The leaders speak on the telephone. */
export function speak(run: RunningEpisode): void {
  const id = joinedName('call-day-', run.day);
  const agenda = openIssues(run).map(({ prior }) => prior.id);
  enact(run, { type: 'talks.leaders-call', actor: 'both', on: run.state.today, id, agenda }, CALL);
}

/** The leaders plan to meet again, where no meeting lies ahead. */
export function planSummit(run: RunningEpisode): void {
  const { state, parameters: p } = run;
  if (!goAlong(run) || nextAhead(state) !== undefined) return;
  const id = joinedName('summit-day-', run.day);
  const day = addDays(state.today, p.year.summitNoticeDays);
  enact(
    run,
    { type: 'meeting.plan', actor: 'both', on: state.today, id, day, place: 'one of the capitals' },
    PLANNED,
  );
}

function hold(run: RunningEpisode, { id, agenda }: Meeting): void {
  const { state, parameters: p } = run;
  const on = state.today;
  if (happensToday(run, 'summit/falls-away', p.meeting.notHeld)) {
    const actor = happensToday(run, 'summit/who', p.meeting.calledOffByUs) ? 'US' : 'CN';
    enact(run, { type: 'meeting.call-off', actor, on, meeting: id }, FALLS_AWAY);
    return;
  }
  const issues = openIssues(run);
  const unpressed = p.meeting.leadersDecide;
  const mayHoldStill = needsText(run);
  const deal = strike(run, {
    issues,
    unpressed,
    draws: 'summit/',
    mayHoldStill,
    occasion: occasionToday(run),
  });
  for (const { prior } of issues) {
    if (deal?.degrees.has(prior.id) !== true || agenda.includes(prior.id)) continue;
    const actor = otherParty(prior.giver);
    enact(run, { type: 'meeting.put-on-agenda', actor, on, meeting: id, issue: prior.id }, SUMMIT);
  }
  if (!enact(run, { type: 'meeting.hold', actor: 'both', on, meeting: id }, SUMMIT)) return;
  if (deal !== null)
    agree(run, agreementEvent(run, deal.scope, deal.degrees, { meeting: id, soon: soonIn(run) }), AGREED);
}

/** Whether a meeting is one that the year brings: not that of the scenario, and still to be held when the year has begun. */
export function isLater(run: RunningEpisode, meeting: Meeting): boolean {
  if (run.parameters.year.summits === 0 || meeting.id === run.specification.meeting) return false;
  return isAhead(meeting, run.state.today);
}

/** Holds the later meetings whose day is today. */
export function meetAgain(run: RunningEpisode): void {
  if (run.day < yearFrom(run)) return;
  for (const meeting of each(run.state.meetings))
    if (meeting.on === run.state.today && isLater(run, meeting)) hold(run, meeting);
}
