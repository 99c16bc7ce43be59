/**
 * From terms to acts: what a settled issue comes to in events that a party can perform, and what it relieves.
 *
 * Every act is an ordinary event of the rules with a day by which it is pledged. A concession without a measure
 * to act on (struck down, lapsed, gone already) is moot.
 */
import { joinedName } from '../kit/joined-name';
import { addDays } from '../kit/calendar';
import type { Pledge, PromisedAct, Term } from '../model/agreement';
import { each } from '../model/column';
import { measureAction, allMeasures, findMeasure, type MeasureLife } from '../model/measure';
import type { State } from '../model/state';
import { averageTariffPct, directionOf } from '../model/tariff';
import { controlReliefOf, tariffReliefOf } from '../outcomes/relief';
import { isReplacement } from '../policies/answers';
import type { IssuePrior, ModelSpecification } from '../scenario/model-specification';
import {
  actsFor,
  daysAfter,
  isOnMeasure,
  isOpen,
  performedOn,
  type DealDays,
  type Performance,
} from './performances';

/** Whether nothing is left to concede on an issue: none of its measures lives, or all are suspended already. */
export function isMoot(state: State, issue: IssuePrior): boolean {
  let withMeasures = false;
  for (const performance of issue.performance) {
    if (!isOnMeasure(performance)) continue;
    if (isOpen(state, performance)) return false;
    withMeasures = true;
  }
  return withMeasures;
}

/** Until when a performance has put its measure aside already; null where it has not. */
function asideUntil(state: State, performance: Performance): string | null {
  const measure = performedOn(state, performance);
  if (measure === undefined) return null;
  if (performance.kind === 'extend-suspension') return measure.suspendedUntil;
  return performance.kind === 'postpone-tariff' || performance.kind === 'postpone-control'
    ? measure.dueOn
    : null;
}

/** Whether a performance only puts aside for longer what is put aside until after a day. */
const isAsideBeyond = (state: State, performance: Performance, day: string): boolean =>
  (asideUntil(state, performance) ?? day) > day;

/** Whether all that an issue still has to act on is put aside until after a day already. */
export function isGivenBeyond(state: State, issue: IssuePrior, day: string): boolean {
  return issue.performance.every(
    (performance) => !isOpen(state, performance) || isAsideBeyond(state, performance, day),
  );
}

/** Whether an issue is about the giver's own measures in force, of which a holding type gives nothing. */
export function isOwnInForce(state: State, issue: IssuePrior): boolean {
  return issue.performance.some((performance) => {
    const measure = performedOn(state, performance);
    return measure !== undefined && measure.imposer === issue.giver && measure.status === 'in-force';
  });
}

/** A settled issue with its acts. */
export interface Settlement {
  readonly term: Term;
  readonly acts: readonly PromisedAct[];
}

/**
 * Settles an issue to a degree in (0, 1]: the term with what it relieves, and the acts that carry it out. What is put aside until after
 * the day `soon` is not put aside for longer; where that is null, everything is.
 */
export function settle(
  state: State,
  issue: IssuePrior,
  degree: number,
  specification: Pick<ModelSpecification, 'meeting' | 'undertakingLabels'>,
  p: DealDays,
  soon: string | null = null,
): Settlement {
  const acts: PromisedAct[] = [];
  for (const performance of issue.performance) {
    if (soon !== null && isAsideBeyond(state, performance, soon)) continue;
    const label =
      'undertaking' in performance
        ? (specification.undertakingLabels[performance.undertaking] ?? issue.id)
        : issue.id;
    acts.push(...actsFor(performance, { state, degree, meeting: specification.meeting, label, p }));
  }
  let tariffReliefPp = 0;
  let controlRelief = 0;
  for (const act of acts) {
    tariffReliefPp += tariffReliefOf(state, issue.giver, act);
    controlRelief = Math.max(controlRelief, controlReliefOf(state, issue.giver, act));
  }
  return { term: { issue: issue.id, giver: issue.giver, degree, tariffReliefPp, controlRelief }, acts };
}

/**
 * The terms of settlements, with no more relief of an average than is in force: where two issues are about one duty, it is
 * lifted once.
 */
export function termsOf(state: State, settlements: readonly Settlement[]): Term[] {
  const left = {
    US: averageTariffPct(state, directionOf('US')),
    CN: averageTariffPct(state, directionOf('CN')),
  };
  return settlements.map(({ term }) => {
    const tariffReliefPp = Math.min(term.tariffReliefPp, Math.max(0, left[term.giver]));
    left[term.giver] -= tariffReliefPp;
    const { issue, giver, degree, controlRelief } = term;
    return { issue, giver, degree, tariffReliefPp, controlRelief };
  });
}

/** The joint act that an agreement of any scope at a meeting brings: the truce text lives on. Null where it needs no date. */
export function truceAct(
  state: State,
  meeting: string,
  extensionDegree: number,
  p: DealDays,
): PromisedAct | null {
  const { truce, today } = state;
  const days = Math.max(p.leastProlongationDays, Math.round(365 * extensionDegree));
  if (truce.status === 'in-force' || truce.status === 'strained' || truce.status === 'provisional') {
    // A text without an end needs no later one.
    if (truce.expiresOn === null) return null;
    const from = truce.expiresOn > today ? truce.expiresOn : today;
    return { type: 'truce.extend', actor: 'both', until: daysAfter(state, from, days) };
  }
  const covered = each(state.tariff)
    .filter((layer) => layer.status === 'suspended' && layer.suspendedUntil !== null)
    .map((layer) => layer.id);
  return {
    type: 'truce.conclude',
    actor: 'both',
    id: `truce-of-${meeting}`,
    label: `truce of ${state.meetings[meeting]?.place ?? meeting}`.slice(0, 80),
    until: addDays(today, days),
    covered,
    provisional: false,
  };
}

/**
 * Acts that prolong what would run out with the truce, up to its new end: an agreement that keeps the truce alive
 * keeps its suspensions alive. `settled` are the measures that an issue of the agreement has prolonged already.
 */
export function suspensionActs(
  state: State,
  prolonged: PromisedAct,
  settled: ReadonlySet<unknown>,
): PromisedAct[] {
  const { expiresOn } = state.truce;
  if (prolonged.type !== 'truce.extend' || expiresOn === null) return [];
  const acts: PromisedAct[] = [];
  for (const [kind, measure] of allMeasures(state)) {
    if (measure.status !== 'suspended' || measure.suspendedUntil !== expiresOn || settled.has(measure.id))
      continue;
    acts.push({
      type: measureAction(kind, 'extend'),
      actor: measure.imposer,
      id: measure.id,
      until: prolonged.until,
    });
  }
  return acts;
}

/** Measures that came as coercive acts since the first day, which found so many of them done. */
export function newMeasures({ coercion }: State, past: number): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let at = past; at < coercion.length; at += 1) ids.add(coercion[at]!.measure);
  return ids;
}

/**
 * Whether a measure hangs over the meeting: it is threatened, or it was ordered since the first day for a day still
 * to come. What was on the books for later before the talks is no threat of theirs.
 */
export function hangsOver({ id, status }: MeasureLife, fresh: ReadonlySet<string>): boolean {
  return status === 'threatened' || (status === 'scheduled' && fresh.has(id));
}

/**
 * Acts that lift what hangs over the meeting on either side, and what was done in the days before it, apart from
 * what issues are about: any agreement goes back to where the talks began.
 */
export function threatActs(state: State, onAgenda: ReadonlySet<string>, past: number): PromisedAct[] {
  const fresh = newMeasures(state, past);
  const acts: PromisedAct[] = [];
  for (const [kind, measure] of allMeasures(state)) {
    const undone = measure.status === 'in-force' && fresh.has(measure.id);
    if (onAgenda.has(measure.id) || isReplacement(measure.id) || !(undone || hangsOver(measure, fresh)))
      continue;
    acts.push({
      type: measureAction(kind, 'withdraw'),
      actor: measure.imposer,
      id: measure.id,
      traded: true,
    });
  }
  return acts;
}

const onAgenda = /* @__PURE__ */ new WeakMap<readonly IssuePrior[], ReadonlySet<string>>();

/** Ids of all measures and probes that the issues of an agenda are about. */
export function measuresOnAgenda(issues: readonly IssuePrior[]): ReadonlySet<string> {
  const known = onAgenda.get(issues);
  if (known !== undefined) return known;
  const ids = new Set<string>();
  for (const issue of issues) {
    for (const performance of issue.performance) if ('measure' in performance) ids.add(performance.measure);
  }
  onAgenda.set(issues, ids);
  return ids;
}

/** Day by which an act is pledged: soon after the meeting, and before the date that it is meant to head off. */
function pledgeDay(state: State, act: PromisedAct, p: DealDays): string {
  const usual = addDays(state.today, p.pledgeDays);
  const measure = typeof act.id === 'string' ? findMeasure(state, act.id) : undefined;
  const heads = [
    measure?.dueOn,
    measure?.suspendedUntil,
    act.type === 'truce.extend' ? state.truce.expiresOn : null,
  ];
  let day = usual;
  for (const head of heads) {
    if (head === null || head === undefined) continue;
    // On the date itself the calendar or the threat's own author acts, so the last useful day is the one before it.
    const last = addDays(head, -1);
    if (last < day) day = last;
  }
  return day < state.today ? state.today : day;
}

/** A pledge as an agreement's event carries it. */
export type PledgeDraft = Pick<Pledge, 'id' | 'issue' | 'act' | 'dueOn'>;

/** Pledges that a meeting brings for a list of acts of an issue. */
export function pledgesFor(
  state: State,
  meeting: string,
  issue: string,
  acts: readonly PromisedAct[],
  p: DealDays,
  from: number,
): PledgeDraft[] {
  return acts.map((act, index) => ({
    id: joinedName(joinedName(meeting, '/pledge-'), from + index + 1),
    issue,
    act,
    dueOn: pledgeDay(state, act, p),
  }));
}
