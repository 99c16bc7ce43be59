/**
 * Protocol: joint acts that neither side does alone. Rounds open and close, joint pledges are performed, a truce about
 * to run out is usually prolonged for some weeks, and talks resume when the conflict is ripe.
 */
import type { Event } from '../actions/index';
import { joinedName } from '../kit/joined-name';
import { itemOf } from '../kit/lists';
import { isLegal } from '../engine/legality';
import { addDays, dayAfter } from '../kit/calendar';
import { talksProbability } from '../bargaining/readiness';
import { otherParty, PARTY_IDS } from '../model/actor';
import { asDated } from '../model/changed';
import { each } from '../model/column';
import { measureAction, allMeasures, type MeasureKind, type MeasureLife } from '../model/measure';
import type { State } from '../model/state';
import { awaitsNotice } from '../model/pending-change';
import { isBinding } from '../model/truce';
import { dated, lastDayFor } from '../policies/promises';
import { holdRound, roundProbability } from './later-talks';
import { ripenessOf } from './latent-state';
import { dailyChance, enact, happensToday, judged, postureOf, type RunningEpisode } from './run';
import type { DeclaredCause } from './trace';

const procedure = (rule: string, ...trials: string[]): DeclaredCause => ({ kind: 'procedure', rule, trials });
const ROUND_DAY = procedure('the day of a round');
const READOUT = procedure('a round closes', 'talks/readout');
const JOINT_PLEDGE = procedure('a joint pledge is kept', 'both/keep');
const JUDGEMENT = procedure('an undertaking is judged');
const EXTENSION = procedure('a technical extension', 'truce/prolonged');
const NOTICE = {
  US: procedure('the notice of what was announced is given', 'notice/US'),
  CN: procedure('the notice of what was announced is given', 'notice/CN'),
} as const;
const RENEWAL = procedure('a suspension is prolonged with the truce', 'truce/renewed');
const TALKS_AGAIN = procedure('talks resume', 'talks/again');
const REPAIR = procedure('a strained truce is repaired', 'talks/again', 'talks/repair');

/** Probability that a round before the meeting that closes today comes to a framework. */
export const frameworkProbability = ({ latent, parameters }: RunningEpisode): number =>
  ripenessOf(latent, parameters);

/** Opens and concludes the rounds whose day it is; how far a round came follows from ripeness. */
export function conductRounds(run: RunningEpisode): void {
  const { state, latent } = run;
  if (!latent.record.roundsAhead) return;
  for (const round of each(state.rounds)) {
    const { id } = round;
    const actor = 'both';
    const on = state.today;
    if (round.status === 'scheduled' && round.opensOn <= state.today)
      enact(run, { type: 'talks.open', actor, on, id }, ROUND_DAY);
    if (round.status !== 'under-way' || round.closesOn > state.today) continue;
    const readout = happensToday(run, 'talks/readout', frameworkProbability(run)) ? 'framework' : 'progress';
    enact(run, { type: 'talks.conclude', actor, on, id, readout }, READOUT);
  }
}

/**
 * The other side finds a promise not kept that has fallen due today and that its author has not shown to be kept: whoever has
 * kept one has said so on the eve.
 */
export function judgeUndertakings(run: RunningEpisode, due: readonly Event[]): void {
  for (const event of due) {
    if (event.type !== 'undertaking.fall-due') continue;
    const { id, on } = event;
    const { by, status } = itemOf(run.state.undertakings, id);
    if (status !== 'due') continue;
    const actor = otherParty(by);
    enact(run, { type: 'undertaking.judge', actor, on, id, honoured: false }, JUDGEMENT);
  }
}

/** Performs the joint pledges whose last day is today. */
export function performJointPledges(run: RunningEpisode): void {
  const { state, parameters: p } = run;
  for (const id of lastDayFor(state, 'pledge-due')) {
    const pledge = state.pledges[id]!;
    if (pledge.status !== 'open' || pledge.act.actor !== 'both') continue;
    if (!judged(run, 'both/keep', postureOf(run, 'both/keep'), p.promises.actKept)) continue;
    const event = dated(pledge.act, state.today);
    // A truce may have ended before the day came: then nothing is left to prolong.
    if (isLegal(state, event)) enact(run, event, JOINT_PLEDGE);
  }
}

/** Suspensions that run out on a day, as far as nothing is ordered that prolongs them. */
function expiringSuspensions(
  run: RunningEpisode,
  until: string,
): { kind: MeasureKind; measure: MeasureLife }[] {
  const found: { kind: MeasureKind; measure: MeasureLife }[] = [];
  for (const [kind, measure] of allMeasures(run.state)) {
    if (measure.status === 'suspended' && asDated(measure).suspendedUntil === until)
      found.push({ kind, measure });
  }
  return found;
}

/** Whether today is the eve of the truce's expiry, and neither side withholds. */
export function mayProlong({ state, policies }: RunningEpisode): boolean {
  const { truce, today } = state;
  if (!isBinding(truce) || truce.expiresOn === null || truce.expiresOn !== dayAfter(today)) return false;
  return PARTY_IDS.every((party) => policies[party].atTheTable !== 'withholds');
}

/**
 * On the eve of its expiry a truce is usually prolonged for some weeks, and its suspensions with it; never with a side
 * that gives nothing at the table.
 */
export function technicalExtension(run: RunningEpisode): void {
  const { state, parameters: p } = run;
  const { truce } = state;
  if (!mayProlong(run) || truce.expiresOn === null) return;
  if (!happensToday(run, 'truce/prolonged', p.truce.extendedOnTheEve)) return;
  const expiring = expiringSuspensions(run, truce.expiresOn);
  const until = addDays(truce.expiresOn, p.truce.extensionDays);
  if (!enact(run, { type: 'truce.extend', actor: 'both', on: state.today, until }, EXTENSION)) return;
  for (const { kind, measure } of expiring) {
    enact(
      run,
      {
        type: measureAction(kind, 'extend'),
        actor: measure.imposer,
        on: state.today,
        id: measure.id,
        until,
      },
      EXTENSION,
    );
  }
}

/**
 * On the eve of the return of a suspended measure of which it has announced that it stays suspended, a party usually gives the
 * legal notice, as it does a pledged administrative act; one that gives nothing at the table does not.
 */
export function giveNotices(run: RunningEpisode): void {
  const { state, parameters: p, policies } = run;
  const tomorrow = dayAfter(state.today);
  if (!snapsBackOn(state, tomorrow)) return;
  for (const { kind, measure } of expiringSuspensions(run, tomorrow)) {
    const { id, imposer } = measure;
    if (!awaitsNotice(measure) || policies[imposer].atTheTable === 'withholds') continue;
    // One notice is for all of a side: they come together or not at all.
    if (!happensToday(run, joinedName('notice/', imposer), p.promises.actKept)) continue;
    const type = measureAction(kind, 'give-notice');
    enact(run, { type, actor: imposer, on: state.today, id, from: tomorrow }, NOTICE[imposer]);
  }
}

/** Whether a suspended measure returns on a day that is tomorrow or sooner. */
function snapsBackOn({ deadlines }: State, day: string): boolean {
  for (const { kind, on } of deadlines) {
    if (on > day) return false;
    if (kind === 'snapback' && on === day) return true;
  }
  return false;
}

/**
 * On the eve of its return a suspended measure is usually put off further while a text holds, until the text ends or for as long as a
 * technical extension; never with a side that gives nothing at the table.
 */
export function renewSuspensions(run: RunningEpisode): void {
  const { state, parameters: p, policies } = run;
  const { truce } = state;
  if (p.year.rounds === 0 || run.day < run.weekly.from || !isBinding(truce)) return;
  const tomorrow = dayAfter(state.today);
  if (tomorrow === truce.expiresOn || !snapsBackOn(state, tomorrow)) return;
  if (PARTY_IDS.some((party) => policies[party].atTheTable === 'withholds')) return;
  if (!happensToday(run, 'truce/renewed', p.truce.extendedOnTheEve)) return;
  const usual = addDays(tomorrow, p.truce.extensionDays);
  const until = truce.expiresOn !== null && truce.expiresOn > tomorrow ? truce.expiresOn : usual;
  for (const { kind, measure } of expiringSuspensions(run, tomorrow)) {
    const { id, imposer } = measure;
    const event = { type: measureAction(kind, 'extend'), actor: imposer, on: state.today, id, until };
    if (isLegal(state, event, run.table)) enact(run, event, RENEWAL);
  }
}

/** Whether the two sides agree today to meet again: decided every few days after the meeting, by how ripe the conflict is. */
export function talksResume(run: RunningEpisode): boolean {
  const { latent, parameters: p } = run;
  if (run.day <= run.almanac.meeting || run.day % p.talks.intervalDays !== 0) return false;
  if (p.year.rounds > 0) return dailyChance(run, 'talks/again', roundProbability(run, p.talks.intervalDays));
  return dailyChance(
    run,
    'talks/again',
    talksProbability(ripenessOf(latent, p), p.talks.base, p.talks.ripeness),
  );
}

/** After the meeting the two sides meet again when the conflict is ripe; a strained truce may be repaired there. */
export function furtherTalks(run: RunningEpisode): void {
  if (run.parameters.year.rounds > 0) {
    holdRound(run);
    return;
  }
  const { state, latent, parameters: p } = run;
  const id = joinedName('round-day-', run.day);
  const agenda: string[] = [];
  const actor = 'both';
  const on = state.today;
  enact(
    run,
    {
      type: 'talks.schedule',
      actor,
      on,
      id,
      level: 'ministerial',
      place: 'a third country',
      opensOn: state.today,
      days: 1,
      agenda,
    },
    TALKS_AGAIN,
  );
  enact(run, { type: 'talks.open', actor, on, id }, TALKS_AGAIN);
  enact(run, { type: 'talks.conclude', actor, on, id, readout: 'progress' }, TALKS_AGAIN);
  if (state.truce.status === 'strained' && happensToday(run, 'talks/repair', ripenessOf(latent, p))) {
    enact(run, { type: 'truce.repair', actor: 'both', on: state.today }, REPAIR);
  }
}
