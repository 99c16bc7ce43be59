/**
 * Reversals: a side takes back a measure of its own that has not stood for long, since it hurts both; the other side
 * usually does the same with one of its own.
 */
import type { Event } from '../actions/index';
import { intensity } from '../bargaining/levers';
import { motivation } from '../bargaining/readiness';
import { reversalsAYear } from '../bargaining/year-hazards';
import { painFlow } from '../economy/pain';
import { isLegal } from '../engine/legality';
import { addDays, daysBetween } from '../kit/calendar';
import { otherParty, type PartyId } from '../model/actor';
import { each } from '../model/column';
import { measureAction, type MeasureLife } from '../model/measure';
import type { Parameters } from '../model/parameters';
import { isBinding } from '../model/truce';
import { isReplacement } from '../policies/answers';
import type { LatentState } from './latent-state';
import { enact, happensToday, type RunningEpisode } from './run';
import type { DeclaredCause } from './trace';

/** What a side may take back: a measure in force, or a halt of purchases. */
type Reversible =
  | { readonly kind: (typeof REVERSIBLE_KINDS)[number]; readonly measure: MeasureLife }
  | { readonly kind: 'flows'; readonly flow: string };

const REVERSIBLE_KINDS = ['tariff', 'control', 'portFee'] as const;

/** Names of the draws of each side. */
const DRAWS = {
  US: { follows: 'US/reversal-follows' },
  CN: { follows: 'CN/reversal-follows' },
} as const;

const REVERSES: Readonly<Record<PartyId, DeclaredCause>> = {
  US: { kind: 'chance', rule: 'a measure that hurts both is taken back', trials: ['US/reversal'] },
  CN: { kind: 'chance', rule: 'a measure that hurts both is taken back', trials: ['CN/reversal'] },
};
const FOLLOWS: Readonly<Record<PartyId, DeclaredCause>> = {
  US: { kind: 'chance', rule: 'the other side takes back its own', trials: [DRAWS.US.follows] },
  CN: { kind: 'chance', rule: 'the other side takes back its own', trials: [DRAWS.CN.follows] },
};

/** The intensity of a measure in force, 0 to 1. */
function intensityOf(
  measure: MeasureLife & { readonly ratePct?: number; readonly share?: number; readonly severity?: number },
  p: Parameters,
): number {
  const { ratePct, share, severity } = measure;
  if (ratePct !== undefined && share !== undefined) return intensity(ratePct * share, p.levers.dutyScalePp);
  return severity === undefined ? p.levers.plainIntensity : intensity(severity, p.levers.controlScale);
}

/**
 * What a side would take back first of what it has in force against the other and has not held for long: what is heavy and
 * young; null where there is none. What replaces duties that a court has taken is not given away.
 */
function firstToGo(run: RunningEpisode, party: PartyId): Reversible | null {
  const { state, specification, parameters: p } = run;
  const { freshDays } = p.year;
  const from = addDays(state.today, 1 - freshDays);
  let first: Reversible | null = null;
  let most = 0;
  const youth = (since: string) => 1 - daysBetween(since, state.today) / freshDays;
  for (const kind of REVERSIBLE_KINDS) {
    for (const measure of each<MeasureLife>(state[kind])) {
      const { id, imposer, status, since, authority } = measure;
      if (imposer !== party || status !== 'in-force' || since < from || isReplacement(id)) continue;
      const weight = intensityOf(measure, p) * youth(since);
      if (weight <= most || specification.generalAuthorities.includes(authority)) continue;
      most = weight;
      first = { kind, measure };
    }
  }
  for (const { id, buyer, status, since } of each(state.flows)) {
    if (buyer !== party || status !== 'halted' || since < from) continue;
    const weight = p.levers.plainIntensity * youth(since);
    if (weight <= most) continue;
    most = weight;
    first = { kind: 'flows', flow: id };
  }
  return first;
}

/** How much what is in force hurts the side that hurts less if it stays, 0 to 1. */
function lastingHurt({ costPct, farmPain, shortagePct, steady }: LatentState, p: Parameters): number {
  const us = painFlow(costPct.US, p.pain.scaling, farmPain + shortagePct, 0);
  const cn = painFlow(costPct.CN, p.pain.scaling, steady.chipsPct, 0);
  // The stock at which a lasting flow neither grows nor fades.
  return motivation(Math.min(us, cn) / (1 - steady.painKept), p.readiness.painScale);
}

/** How often a year a side takes something back as things stand, if it has anything to take back. */
export function reversalRate({ latent, parameters: p }: RunningEpisode): number {
  if (p.year.reversals === 0) return 0;
  return reversalsAYear({ hurt: lastingHurt(latent, p), drawdownPct: latent.drawdownPct }, p.year);
}

/** Days that a suspension within a text must at least have ahead. */
const LEAST_DAYS = 30;

/** The act that takes something back: within a text put off with it, else ended. */
function takingBack(run: RunningEpisode, party: PartyId, what: Reversible, mutual: boolean): Event {
  const { state } = run;
  const { today: on, truce } = state;
  if (what.kind === 'flows') return { type: 'purchase.resume', actor: party, on, flow: what.flow };
  const { id } = what.measure;
  const until = truce.expiresOn;
  if (isBinding(truce) && until !== null && daysBetween(on, until) >= LEAST_DAYS) {
    const suspension = { type: measureAction(what.kind, 'suspend'), actor: party, on, id, until };
    if (isLegal(state, suspension, run.table)) return suspension;
  }
  return { type: measureAction(what.kind, 'withdraw'), actor: party, on, id, traded: mutual };
}

/** An answer to what is gone is not given any more. */
function forget(run: RunningEpisode, party: PartyId, what: Reversible): void {
  const gone = what.kind === 'flows' ? what.flow : what.measure.id;
  const memory = run.memory[otherParty(party)];
  memory.answers = memory.answers.filter(({ to }) => to !== gone);
}

/** A side takes back what it would take back first, and the other may follow. */
export function reverse(run: RunningEpisode, party: PartyId): void {
  const { policies } = run;
  if (policies[party].goesAlong !== true) return;
  const what = firstToGo(run, party);
  if (what === null) return;
  const other = otherParty(party);
  const answer = policies[other].goesAlong === true ? firstToGo(run, other) : null;
  const follows =
    answer !== null && happensToday(run, DRAWS[other].follows, run.parameters.year.reversalFollowed);
  if (!enact(run, takingBack(run, party, what, follows), REVERSES[party])) return;
  forget(run, party, what);
  if (!follows) return;
  enact(run, takingBack(run, other, answer, true), FOLLOWS[other]);
  forget(run, other, answer);
}
