/**
 * Abstraction: what two states must share to count as the same place on the map.
 *
 * Days, rates and ids are forgotten; statuses stay, since the rules ask for little else, and small counts up to "many".
 * This is predicate abstraction in the sense of Graf and Saïdi (CAV 1997), with the guards of the action types as the
 * predicates meant.
 */
import { actsOn } from '../../model/deadline';
import { MEASURE_KINDS, type MeasureLife } from '../../model/measure';
import { isAhead, type Meeting } from '../../model/meeting';
import type { State } from '../../model/state';
import { isBinding } from '../../model/truce';

/** The traits of a state in words, `truce strained, dated`, each with the ids of what has it. */
export type Traits = ReadonlyMap<string, readonly string[]>;

/** A count as the abstraction sees it. */
const few = (count: number): string => (count > 2 ? 'many' : String(count));

/** Where a measure stands, with what the rules ask of it beside its status: its end, a longest life, courts, a finding. */
function phase(state: State, { status, suspendedUntil, endsOn, authority, basis }: MeasureLife): string {
  const end = status === 'suspended' ? (suspendedUntil === null ? ', open' : ', dated') : '';
  const limited = endsOn === null ? '' : ', limited';
  const exposed = state.authorities[authority]?.exposedToCourts === true ? ', exposed' : '';
  return `${status}${end}${limited}${exposed}${basis === null ? '' : ', founded'}`;
}

function truceTraits({ truce }: State): string[] {
  const { status, expiresOn, extensions, breaches, conditions } = truce;
  const end = isBinding(truce) ? (expiresOn === null ? ', open' : ', dated') : '';
  const text = conditions.length > 0 ? 'first' : 'new';
  return [
    `truce ${status}${end}`,
    `${text} text, extended ${few(extensions.length)}, breached ${few(breaches.length)}`,
  ];
}

function meetingTrait({ today, agreements }: State, { id, on, status }: Meeting): string {
  const when = on > today ? 'ahead' : on === today ? 'today' : 'past';
  const agreed = Object.values(agreements).some((agreement) => agreement.meeting === id);
  return `meeting ${status}, ${when}${agreed ? ', agreed' : ''}`;
}

function countOfMeetings({ meetings, agreements, today }: State): string {
  const all = Object.values(meetings);
  const ahead = all.filter((meeting) => isAhead(meeting, today)).length;
  const off = all.filter(({ status }) => status === 'called-off').length;
  const said = ahead > 1 ? 'several' : String(ahead);
  return `meetings ahead ${said}, called off ${few(off)}, agreements ${few(Object.keys(agreements).length)}`;
}

/**
 * The traits of a state: truce and meetings; which statuses there are among each kind of measure, probes, licences,
 * promises and purchases; the authorities before courts; which kinds of deadline are set, and which have come. Traits of
 * promises are taken together with the status of the truce, whose fate hangs on them.
 */
export function traitsOf(state: State): Traits {
  const traits = new Map<string, string[]>();
  const add = (trait: string, id: string) => {
    const ids = traits.get(trait);
    if (ids === undefined) traits.set(trait, [id]);
    else ids.push(id);
  };
  const { status: truce } = state.truce;
  for (const trait of truceTraits(state)) add(trait, 'truce');
  for (const meeting of Object.values(state.meetings)) add(meetingTrait(state, meeting), meeting.id);
  add(countOfMeetings(state), 'meeting');
  for (const kind of MEASURE_KINDS)
    for (const measure of Object.values<MeasureLife>(state[kind])) {
      add(`${kind} ${phase(state, measure)}`, measure.id);
      const { pending } = measure;
      if (pending !== undefined)
        add(`${pending.verb} ${pending.effectiveOn === null ? 'announced' : 'ordered'}`, measure.id);
    }
  for (const control of Object.values(state.control))
    for (const { id, status } of control.licences) add(`licence ${status}`, `${control.id}#${id}`);
  for (const { id, status } of Object.values(state.probes)) add(`probe ${status}`, id);
  for (const { id, status } of Object.values(state.pledges)) add(`pledge ${status}, truce ${truce}`, id);
  for (const { id, status } of Object.values(state.undertakings))
    add(`undertaking ${status}, truce ${truce}`, id);
  for (const { id, status } of Object.values(state.blockingOrders ?? {})) add(`blocking order ${status}`, id);
  for (const { id, status } of Object.values(state.reliefs ?? {})) add(`relief ${status}`, id);
  for (const { id, status } of Object.values(state.institutions ?? {})) add(`institution ${status}`, id);
  for (const { flow, status } of Object.values(state.commitments)) add(`commitment ${status}`, flow);
  for (const { id, status } of Object.values(state.flows)) add(`purchases ${status}`, id);
  for (const { id, standing } of Object.values(state.authorities))
    if (standing !== 'available') add(`${id} ${standing}`, id);
  for (const deadline of state.deadlines) {
    add(`waits for ${deadline.kind}`, deadline.subject);
    if (actsOn(deadline, state.today)) add(`${deadline.kind} due`, deadline.subject);
  }
  return traits;
}

/** The name of an abstract state: its traits in one text. */
export function abstractState(traits: Traits): string {
  return [...traits.keys()].sort().join('; ');
}
