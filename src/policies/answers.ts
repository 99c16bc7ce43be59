/**
 * Answers in kind: what a party does to a new coercive act of the other, how hard, and how soon.
 *
 * Matching with a coefficient below one and some generosity, as in generous tit for tat (Nowak and Sigmund 1992);
 * trade lawyers know it as the suspension of equivalent concessions. Where the law leaves no tariff, or by choice,
 * the answer is a listing.
 */
import { joinedName } from '../kit/joined-name';
import type { Event } from '../actions/index';
import { retaliationLagDays, retaliationSize } from '../bargaining/retaliation';
import { addDays } from '../kit/calendar';
import type { PartyId } from '../model/actor';
import { allowsInstrument, usualList, type Instrument } from '../model/authority';
import { each } from '../model/column';
import type { ExportControl } from '../model/export-control';
import type { State } from '../model/state';
import { averageTariffPct, directionOf } from '../model/tariff';
import { comesTrue, type Observation, type PendingAnswer } from './policy';

/** The party's own authority that carries an instrument without a procedure, the widest first; null where none is left. */
export function openAuthority(
  state: State,
  party: PartyId,
  instrument: Instrument,
  ratePct = 0,
): string | null {
  for (const authority of each(state.authorities)) {
    if (!allowsInstrument(authority, party, instrument) || authority.procedure !== 'none') continue;
    if (instrument === 'tariff' && authority.ceilingPct !== null && ratePct > authority.ceilingPct) continue;
    return authority.id;
  }
  return null;
}

/** Beginning of the ids of duties by which a party replaces those that a court has taken. */
export const REPLACEMENT_ID = { US: 'us/replacement-', CN: 'cn/replacement-' } as const;

/** Whether a measure replaces one that a court has taken: who had answered that has not taken its answer back. */
export function isReplacement(measure: string): boolean {
  return measure.startsWith(REPLACEMENT_ID.US) || measure.startsWith(REPLACEMENT_ID.CN);
}

/** Beginning of the ids of listings that pass: no breach, and nothing that is answered. */
export const PASSING_ID = { US: 'us/passing-', CN: 'cn/passing-' } as const;

/** Whether a measure is a listing that passes. */
export function passes(measure: string): boolean {
  return measure.startsWith(PASSING_ID.US) || measure.startsWith(PASSING_ID.CN);
}

/**
 * How an act that is no duty is answered in the year after: with the probability of the policy, but no more often than the record has
 * it, by a control or a listing as often as it has each. Null where that is not asked: then by a listing.
 */
function answeredInKind({
  inYear,
  parameters: { year },
}: Observation): { p: number; control: number } | null {
  const p = year.answeredByControl + year.answeredByListing;
  return inYear !== true || p === 0 ? null : { p: Math.min(1, p), control: year.answeredByControl / p };
}

/** Looks at the acts that are new since last time and decides which to answer, and when. */
function noteNewActs(observation: Observation, answerProbability: (isAnswer: boolean) => number): void {
  const { state, party, parameters, memory, draw } = observation;
  while (memory.seen < state.coercion.length) {
    const act = state.coercion[memory.seen]!;
    memory.seen += 1;
    if (act.by === party || isReplacement(act.measure) || passes(act.measure)) continue;
    const purpose = joinedName('answer/', memory.seen);
    const kinds = act.kind === 'tariff' ? null : answeredInKind(observation);
    const probability = Math.min(answerProbability(act.measure.includes('/answer-')), kinds?.p ?? 1);
    if (!comesTrue(observation, purpose, draw(purpose), probability)) continue;
    // What rose, in points of the other side's average; nought for what is not a duty.
    const sizePp = act.kind === 'tariff' ? act.size : 0;
    const meanLag = sizePp > 0 ? parameters.answers.lagDays : parameters.answers.controlLagDays;
    const lag = retaliationLagDays(
      draw(joinedName('lag/', memory.seen)),
      Math.max(parameters.answers.leastLagDays, meanLag),
      parameters.answers.lagShape,
    );
    const byControl = kinds !== null && decidesOnControl(observation, kinds.control);
    memory.answers.push({ on: addDays(state.today, lag), sizePp, to: act.measure, byControl, purpose });
  }
}

function decidesOnControl(observation: Observation, probability: number): boolean {
  const kind = joinedName('kind/', observation.memory.seen);
  return comesTrue(observation, kind, observation.draw(kind), probability);
}

/** Beginning of the ids of a party's answers. */
const ANSWER_ID = { US: 'us/answer-', CN: 'cn/answer-' } as const;

/** A control by which a party answers: on what its heaviest control is about; null where it has none. */
function controlEvent({ state, party, parameters, memory }: Observation, to: string): Event | null {
  let like: ExportControl | null = null;
  for (const control of each(state.control))
    if (
      control.imposer === party &&
      control.status === 'in-force' &&
      control.severity > (like?.severity ?? 0)
    )
      like = control;
  const authority = openAuthority(state, party, 'export-control');
  if (like === null || authority === null) return null;
  memory.count += 1;
  const on = state.today;
  return {
    type: 'control.impose',
    actor: party,
    on,
    id: joinedName(ANSWER_ID[party], memory.count),
    label: `answer to ${to}`.slice(0, 80),
    basis: null,
    authority,
    subject: like.subject,
    severity: Math.round(100 * parameters.year.answeringSeverity) / 100,
    reach: 'bilateral',
    deMinimisPct: null,
    indivisible: false,
    from: on,
  };
}

/** `room` is what is left of the tariff that a party would ever reach, points of its average. */
function answerEvent(observation: Observation, answer: PendingAnswer, room: number): Event | null {
  const { state, party, parameters, memory, draw } = observation;
  if (answer.byControl === true) return controlEvent(observation, answer.to);
  const ratePct = retaliationSize(answer.sizePp, {
    cap: Math.max(0, room),
    match: parameters.answers.match,
    generosity: parameters.answers.generosity,
  });
  memory.count += 1;
  const id = joinedName(ANSWER_ID[party], memory.count);
  const on = state.today;
  const label = `answer to ${answer.to}`.slice(0, 80);
  const authority = openAuthority(state, party, 'tariff', ratePct);
  const domain = joinedName('domain/', memory.count);
  const switches = comesTrue(
    observation,
    domain,
    draw(domain),
    room <= 0 ? parameters.answers.domainSwitch : 0,
  );
  if (ratePct >= parameters.answers.leastPp && authority !== null && !switches) {
    const rounded = Math.round(ratePct * 10) / 10;
    return {
      type: 'tariff.impose',
      actor: party,
      on,
      id,
      label,
      basis: null,
      authority,
      ratePct: rounded,
      share: 1,
      from: on,
    };
  }
  // Who has no room left for a duty, and does not turn to lists instead, lets a duty pass.
  if (answer.sizePp > 0 && !switches) return null;
  const kept = usualList(state.authorities, party);
  if (kept === null) return null;
  const entities = parameters.answers.entities;
  return {
    type: 'listing.impose',
    actor: party,
    on,
    id,
    label,
    basis: null,
    authority: kept.authority,
    list: kept.list,
    entities,
    from: on,
  };
}

/**
 * The party's answers that are due today. `answerProbability` says how likely an act is answered, and whether it is
 * itself an answer matters: without that a quarrel would never end.
 */
export function giveAnswers(
  observation: Observation,
  answerProbability: (isAnswer: boolean) => number,
): Event[] {
  const { state, memory } = observation;
  if (memory.seen < state.coercion.length) noteNewActs(observation, answerProbability);
  if (memory.answers.length === 0) return [];
  if (memory.answers.every(({ on }) => on > state.today)) return [];
  const { parameters, party } = observation;
  // The answers of a day are decided on before one of them is given.
  const room = parameters.answers.roomPct - averageTariffPct(state, directionOf(party));
  const events: Event[] = [];
  memory.answers = memory.answers.filter((answer) => {
    if (answer.on > state.today) return true;
    const event = answerEvent(observation, answer, room);
    if (event === null) return false;
    observation.notes?.because(event, 'answers a coercive act', answer.purpose);
    events.push(event);
    return false;
  });
  return events;
}

/** The other side's acts since last time are looked at and let pass. */
export function letPass(observation: Observation): void {
  observation.memory.seen = observation.state.coercion.length;
}
