/**
 * Quiet days: which day calls somebody next, so that an episode passes over the days on which nothing would happen. Who
 * looks at every day sees the same.
 */
import type { Deadline, DeadlineKind } from '../model/deadline';
import { PARTY_IDS } from '../model/actor';
import { each } from '../model/column';
import type { MeasureLife } from '../model/measure';
import { awaitsNotice } from '../model/pending-change';
import type { State } from '../model/state';
import { AFTERMATH_DAYS } from '../outcomes/coercion';
import { isLater } from './later-talks';
import { dayOf, type RunningEpisode } from './run';

/** Whether nothing asks anything of the parties today: no date near, no act to heed, no answer due, no month begun. */
export function partiesRest(run: RunningEpisode): boolean {
  const { state, memory, policies, almanac, day } = run;
  if (almanac.firstOfMonth[day] === 1) return false;
  if (state.deadlines.length > 0 && state.deadlines[0]!.on <= almanac.dates[day + 1]!) return false;
  for (const party of PARTY_IDS) {
    const { heeds, rests } = policies[party];
    if (rests !== true || heeds !== 'coercion' || memory[party].seen < state.coercion.length) return false;
    for (const { on } of memory[party].answers) if (on <= state.today) return false;
  }
  return true;
}

/** Whether what has happened today calls somebody tomorrow: an act that a party has yet to heed, or a view to be taken again. */
function callsTomorrow(run: RunningEpisode): boolean {
  if (run.touched.record) return true;
  if (!run.acted) return false;
  for (const party of PARTY_IDS) {
    if (run.policies[party].heeds !== 'coercion') return true;
    if (run.memory[party].seen < run.state.coercion.length) return true;
  }
  return false;
}

/** The next day on which something can call a party or the calendar, so that no day before it needs a look. */
export function nextCall(run: RunningEpisode, nextSupposed: number): number {
  const { almanac, state, specification, memory } = run;
  const today = run.day;
  if (callsTomorrow(run)) return today + 1;
  let next = Math.min(almanac.last, almanac.nextFirst[today]!);
  const at = (day: number) => {
    if (day > today && day < next) next = day;
  };
  at(almanac.meeting);
  const meeting = state.meetings[specification.meeting];
  if (meeting !== undefined && meeting.on !== specification.meetingOn) at(dayOf(run, meeting.on));
  at(almanac.meeting + 1);
  at(almanac.meeting + AFTERMATH_DAYS);
  for (const { day } of run.dated) at(day);
  if (nextSupposed < specification.supposed.length)
    at(dayOf(run, specification.supposed[nextSupposed]!.event.on));
  for (const party of PARTY_IDS) for (const { on } of memory[party].answers) at(dayOf(run, on));
  if (run.latent.record.roundsAhead) {
    for (const { status, opensOn, closesOn } of each(state.rounds)) {
      if (status === 'scheduled') at(Math.max(today + 1, dayOf(run, opensOn)));
      if (status === 'under-way') at(Math.max(today + 1, dayOf(run, closesOn)));
    }
  }
  for (const other of each(state.meetings)) if (isLater(run, other)) at(dayOf(run, other.on));
  for (const { stopgapOn, findingOn } of run.losses) {
    at(stopgapOn);
    at(findingOn);
  }
  at(nextDeadlineCall(run));
  return next;
}

/** Kinds of deadline on whose eve a party or both may act: promises are kept, an expiring truce is prolonged. */
const WITH_AN_EVE: ReadonlySet<DeadlineKind> = new Set(['pledge-due', 'undertaking-due', 'truce-expiry']);

/** Whether the measure that returns on a deadline is announced to stay suspended: on the eve its author may give notice. */
function isAnnouncedAnew(state: State, deadline: Deadline): boolean {
  if (deadline.kind !== 'snapback') return false;
  const measure: MeasureLife | undefined = state[deadline.measureKind][deadline.subject];
  return measure !== undefined && awaitsNotice(measure);
}

/**
 * The next day on which a deadline calls: its eve where somebody may act then, its day, and a threat's on the day after.
 * A policy that heeds more than coercion is called on all three; the horizon where no deadline calls any more.
 */
function nextDeadlineCall(run: RunningEpisode): number {
  const { policies, almanac, day: today } = run;
  const heedful = policies.US.heeds !== 'coercion' || policies.CN.heeds !== 'coercion';
  const { year } = run.parameters;
  const [renews, decides] = [year.rounds > 0, year.probesDecided > 0];
  let next = almanac.last;
  for (const deadline of run.state.deadlines) {
    const { on, kind } = deadline;
    const day = dayOf(run, on);
    // Those behind it call no earlier than its eve.
    if (day - 1 >= next) break;
    const returns = kind === 'snapback' && (renews || isAnnouncedAnew(run.state, deadline));
    const eve = WITH_AN_EVE.has(kind) || returns || (decides && kind === 'probe-decision');
    if (day > today + 1 && (heedful || eve)) next = Math.min(next, day - 1);
    if (day > today) next = Math.min(next, day);
    if (day + 1 > today && (heedful || kind === 'threat')) next = Math.min(next, day + 1);
  }
  return next;
}
