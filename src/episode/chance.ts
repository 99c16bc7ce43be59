/**
 * Chance: what neither side decides. Courts rule, markets move, a meeting falls away, a truce breaks.
 *
 * Each hazard is a probability per day with a named draw of its own, so that what one of them does never shifts
 * another.
 */
import { joinedName } from '../kit/joined-name';
import type { Event } from '../actions/index';
import type { Parameters } from '../model/parameters';
import {
  breachProbability,
  highestBreachProbability,
  highestLogHazardRatio,
  logHazardRatio,
} from '../bargaining/truce-hazard';
import { meetingLogOdds, roundsWorth } from '../bargaining/levers';
import { DAYS_PER_MONTH, daysBetween } from '../kit/calendar';
import { logistic, logit, pow } from '../kit/portable-math';
import { otherParty, type PartyId } from '../model/actor';
import { usualList } from '../model/authority';
import { each } from '../model/column';
import type { State } from '../model/state';
import { isBinding } from '../model/truce';
import { AFTERMATH_DAYS } from '../outcomes/coercion';
import { fallOn, standingOn } from './conduct';
import {
  casesBeforeCourts,
  dailyChance,
  enact,
  happensToday,
  judged,
  occasionToday,
  type RunningEpisode,
} from './run';
import type { DeclaredCause } from './trace';

const ruledBy = (draw: string): DeclaredCause => ({ kind: 'chance', rule: 'a court rules', trials: [draw] });
const ALIGNMENT: DeclaredCause = { kind: 'chance', rule: 'allies take sides', trials: ['allies/align'] };
const FALLING_AWAY: DeclaredCause = {
  kind: 'chance',
  rule: 'the meeting falls away',
  trials: ['meeting/falls-away', 'meeting/who'],
};
const BREACH: DeclaredCause = {
  kind: 'chance',
  rule: 'the truce breaks',
  trials: ['truce/breach', 'truce/who'],
};
const TERMINATION: DeclaredCause = {
  kind: 'chance',
  rule: 'a broken truce is given up',
  trials: ['truce/breach', 'truce/terminate'],
};

/** Chance a day of a ruling, from the chance a month. */
export function dailyCourtHazard(p: Parameters): number {
  return 1 - pow(1 - p.chance.monthlyRuling, 1 / DAYS_PER_MONTH);
}

/** Whether a court rules today on one of the authorities before it. */
export function courtRules(run: RunningEpisode): boolean {
  if (dailyChance(run, 'court/ruling', run.courtDaily)) return true;
  for (const draw of run.clock.otherRulings) if (happensToday(run, draw, run.courtDaily)) return true;
  return false;
}

/** Probability that allies take sides today; null where nothing makes them or they have. */
export function alignmentProbability({ state, latent, parameters: p }: RunningEpisode): number | null {
  if (latent.view.foreignReach === 0 || state.alignments.length > 0) return null;
  return p.chance.dailyAlignment * latent.view.foreignReach;
}

/** Whether allies take sides today. */
export function alliesAlign(run: RunningEpisode): boolean {
  const probability = alignmentProbability(run);
  return probability !== null && dailyChance(run, 'allies/align', probability);
}

/** A court strikes down an authority that is challenged, with a constant hazard a month. */
export function courts(run: RunningEpisode): void {
  if (!courtRules(run)) return;
  const { state, courtDaily } = run;
  for (const { id, draw } of casesBeforeCourts(state)) {
    if (!happensToday(run, draw, courtDaily)) continue;
    const event = { type: 'court.strike-down', actor: 'court', on: state.today, authority: id } as const;
    enact(run, event, ruledBy(draw));
  }
}

/** While Chinese rules reach third countries, the allies of the United States may side with it over them. */
export function allies(run: RunningEpisode): void {
  if (!alliesAlign(run)) return;
  const { state } = run;
  enact(
    run,
    {
      type: 'third-country.align',
      actor: 'third-country',
      on: state.today,
      country: 'G7',
      side: 'US',
    },
    ALIGNMENT,
  );
}

/** Whether a framework was reached, or the leaders spoke, in the last days. */
function wayIsOpen({ state, parameters: p }: RunningEpisode): boolean {
  return each(state.rounds).some(
    ({ concludedOn, level, readout }) =>
      concludedOn !== null &&
      (level === 'leaders-call' || readout === 'framework') &&
      daysBetween(concludedOn, state.today) <= p.levers.recentDays,
  );
}

/** What acts and the state of affairs add to the log-odds that the meeting falls away. */
function addedLogOdds(run: RunningEpisode): number {
  const { state, latent, specification, parameters: p } = run;
  const day = run.firstDay + run.day;
  const { blows, gestures } = standingOn(run.record, run.since, day, p);
  const { status } = state.meetings[specification.meeting]!;
  return meetingLogOdds(
    {
      blows,
      gestures,
      confirmed: status === 'confirmed',
      doubted: status === 'doubted',
      truce: isBinding(state.truce),
      framework: wayIsOpen(run),
      drawdownPct: latent.drawdownPct + fallOn(run.record, run.since, day, p),
    },
    p.levers,
  );
}

/**
 * Probability that the meeting falls away on its day: the prior, lowered by each round held just before by what its readout
 * says of it, moved by acts and words of the last days, by doubt, and where no truce is in force.
 */
export function notHeldProbability(run: RunningEpisode): number {
  const { state, parameters: p } = run;
  let rounds = 0;
  for (const round of each(state.rounds)) {
    if (round.concludedOn === null) continue;
    const age = daysBetween(round.concludedOn, state.today);
    // What a framework adds has a size of its own; talks that came to nothing make no meeting surer.
    const worth = Math.min(1, roundsWorth(round.readout, p.levers.readoutOnReadiness));
    if (age <= run.day) rounds += worth;
    else if (age <= p.levers.earlierRoundDays) rounds += worth * p.levers.earlierRoundsOnMeeting;
  }
  return logistic(logit(p.meeting.notHeld) - p.meeting.notHeldRound * rounds + addedLogOdds(run));
}

/** Whether the meeting falls away this morning; if so, one side calls it off. */
export function meetingFallsAway(run: RunningEpisode): boolean {
  if (!happensToday(run, 'meeting/falls-away', notHeldProbability(run))) return false;
  const actor: PartyId = happensToday(run, 'meeting/who', run.parameters.meeting.calledOffByUs) ? 'US' : 'CN';
  const { meeting } = run.specification;
  return enact(run, { type: 'meeting.call-off', actor, on: run.state.today, meeting }, FALLING_AWAY);
}

/**
 * Log-hazard ratio of a breach today. The law was fitted to spells whose texts left a gap, so a gap counts by what it
 * exceeds theirs. Ripeness is that on which the spell was opened, since a text struck in a ripe hour holds; what the
 * text itself eases later, and with it the hurt that made the hour ripe, takes nothing away again.
 */
function breachLogRatio(run: RunningEpisode): number {
  const { clock, latent, day, parameters: p } = run;
  const provoked = clock.coercion !== null && day - clock.coercion <= p.truce.provocationDays ? 1 : 0;
  const daysToExpiry = clock.expiry === null ? null : clock.expiry - day;
  const strained = latent.strain !== null && day <= clock.strainUntil ? latent.strain.added : 0;
  return (
    strained +
    logHazardRatio(
      {
        provocation: provoked,
        loophole: latent.view.loophole - p.truce.usualLoophole,
        ripeness: clock.ripeness - latent.usual.ripeness,
        monitoring: latent.record.monitoring,
        daysToExpiry,
      },
      p.truce,
    )
  );
}

/**
 * A chance of a breach that no day of an episode exceeds, whatever happens in it up to its last day: gap and ripeness lie between
 * 0 and 1, and the spell may be the one that the first day finds or a new one.
 */
export function highestBreachChance(
  { truce, today }: Pick<State, 'truce' | 'today'>,
  lastDay: number,
  usualRipeness: number,
  p: Parameters,
): number {
  const oldest = lastDay + (truce.textOn === null ? 0 : Math.max(0, daysBetween(truce.textOn, today)));
  const least = {
    provocation: 0,
    loophole: -p.truce.usualLoophole,
    ripeness: -usualRipeness,
    monitoring: 0,
    daysToExpiry: null,
  };
  const most = {
    provocation: 1,
    loophole: 1 - p.truce.usualLoophole,
    ripeness: 1 - usualRipeness,
    monitoring: 1,
    daysToExpiry: null,
  };
  const strained = Math.max(0, p.truce.failureStrain) * Math.max(1, p.levers.calledOffOnStrain);
  const logRatio = strained + highestLogHazardRatio(least, most, p.truce);
  return highestBreachProbability(oldest, p.truce.shape, p.truce.scaleDays, logRatio);
}

/** Beginning of the ids of the acts by which a party breaks a truce. */
const BREACH_ID = { US: 'us/breach-', CN: 'cn/breach-' } as const;

/** The coercive act by which a party breaks the truce: a listing, through the gap that texts leave. */
function breakingAct(run: RunningEpisode, by: PartyId): Event | null {
  const { state, memory, parameters: p } = run;
  const kept = usualList(state.authorities, by);
  if (kept === null) return null;
  memory[by].count += 1;
  const id = joinedName(BREACH_ID[by], memory[by].count);
  const entities = p.truce.breachEntities;
  return {
    type: 'listing.impose',
    actor: by,
    on: state.today,
    id,
    label: 'new listing',
    authority: kept.authority,
    basis: null,
    list: kept.list,
    entities,
    from: state.today,
  };
}

const AFTER_FAILURE: DeclaredCause = {
  kind: 'chance',
  rule: 'a quarrel after a meeting without a text or called off',
  trials: ['after/act', 'after/who'],
};

/** Whether a new coercive act comes today because the meeting of the days before brought no text. */
export function quarrels(run: RunningEpisode): boolean {
  const { day, almanac, quarrelDaily } = run;
  if (quarrelDaily === 0 || day <= almanac.meeting || day > almanac.meeting + AFTERMATH_DAYS) return false;
  return dailyChance(run, 'after/act', quarrelDaily);
}

/** One side lists firms of the other after a meeting that brought no text. */
export function quarrel(run: RunningEpisode): void {
  const by: PartyId = happensToday(run, 'after/who', run.parameters.truce.brokenByUs) ? 'US' : 'CN';
  const act = breakingAct(run, by);
  if (act !== null) enact(run, act, AFTER_FAILURE);
}

/** Probability that a truce that can break breaks today. */
export function breachProbabilityToday(run: RunningEpisode): number {
  const { clock, day, parameters: p } = run;
  return breachProbability(day - clock.text!, p.truce.shape, p.truce.scaleDays, breachLogRatio(run));
}

/** Whether the truce breaks today, with its hazard. Looks at no date: it is asked on every day of every episode. */
export function truceBreaks(run: RunningEpisode): boolean {
  const { clock } = run;
  // What is strained has been broken already; it lives again with a repair or a new text.
  if (!clock.breakable) return false;
  const u = run.draws.uniformOf(run.daily['truce/breach'], run.episode, occasionToday(run));
  // On most days the draw is above any hazard that conditions can bring; a trace notes these days too.
  if (u > run.breachCeiling && run.trace === null) return false;
  return judged(run, 'truce/breach', u, breachProbabilityToday(run));
}

/** The truce breaks: one side lists firms of the other, and the other calls it a breach. */
export function breakTruce(run: RunningEpisode): void {
  const { state, parameters: p } = run;
  const by: PartyId = happensToday(run, 'truce/who', p.truce.brokenByUs) ? 'US' : 'CN';
  const act = breakingAct(run, by);
  if (act === null || !enact(run, act, BREACH)) return;
  const through = 'id' in act ? act.id : by;
  enact(run, { type: 'truce.breach', actor: otherParty(by), on: state.today, by, through }, BREACH);
  if (happensToday(run, 'truce/terminate', p.truce.terminated)) {
    enact(run, { type: 'truce.terminate', actor: otherParty(by), on: state.today }, TERMINATION);
  }
}
