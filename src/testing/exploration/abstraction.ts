/**
 * Abstraction: what two states must share to count as the same place on the map.
 *
 * Days, rates and ids are forgotten; statuses stay, since the rules ask for little else. This is predicate abstraction
 * in the sense of Graf and Saïdi (CAV 1997), with the guards of the action types as the predicates meant.
 */
import { actsOn } from '../../model/deadline';
import { MEASURE_KINDS, type MeasureLife } from '../../model/measure';
import type { State } from '../../model/state';
import { isBinding } from '../../model/truce';

/** One trait of an abstract state, in words: `truce strained, dated`. */
export type Facet = string;

const kinds = (values: readonly string[]): string => [...new Set(values)].sort().join('+');

function truceFacet({ truce }: State): Facet {
  const end = isBinding(truce) ? (truce.expiresOn === null ? ', open' : ', dated') : '';
  return `truce ${truce.status}${end}`;
}

function meetingFacet({ meeting, today, agreements }: State): Facet {
  const { on, status } = meeting;
  const when = on === null ? 'undated' : on > today ? 'ahead' : on === today ? 'today' : 'past';
  const agreed = Object.values(agreements).some((agreement) => agreement.meeting === meeting.id);
  return `meeting ${status}, ${when}${agreed ? ', agreed' : ''}`;
}

/** Where a measure stands, with what the rules ask of it beside its status. */
function phase({ status, suspendedUntil, endsOn }: MeasureLife): string {
  const end = status === 'suspended' ? (suspendedUntil === null ? '/open' : '/dated') : '';
  const clock = endsOn !== null && (status === 'in-force' || status === 'suspended') ? '/limited' : '';
  return `${status}${end}${clock}`;
}

/**
 * The facets of a state: truce, meeting, which statuses there are among each kind of measure, probes, licences,
 * promises and purchases, the authorities before courts, which kinds of deadline are set, and what is due today.
 */
export function facetsOf(state: State): Facet[] {
  const facets = [truceFacet(state), meetingFacet(state)];
  const add = (name: string, values: readonly string[]) => {
    if (values.length > 0) facets.push(`${name} ${kinds(values)}`);
  };
  for (const kind of MEASURE_KINDS) add(kind, Object.values<MeasureLife>(state[kind]).map(phase));
  add(
    'probes',
    Object.values(state.probes).map(({ status }) => status),
  );
  add(
    'licences',
    Object.values(state.control).flatMap(({ licences }) => licences.map(({ status }) => status)),
  );
  add(
    'pledges',
    Object.values(state.pledges).map(({ status }) => status),
  );
  add(
    'commitments',
    Object.values(state.commitments).map(({ status }) => status),
  );
  add(
    'undertakings',
    Object.values(state.undertakings).map(({ status }) => status),
  );
  add(
    'purchases',
    Object.values(state.flows).map(({ status }) => status),
  );
  for (const { id, standing } of Object.values(state.authorities))
    if (standing !== 'available') facets.push(`${id} ${standing}`);
  add(
    'waiting for',
    state.deadlines.map(({ kind }) => kind),
  );
  add(
    'due',
    state.deadlines.filter((deadline) => actsOn(deadline, state.today)).map(({ kind }) => kind),
  );
  return facets;
}

/** An abstract state: its facets in one text. */
export function abstractState(state: State): string {
  return facetsOf(state).join('; ');
}
