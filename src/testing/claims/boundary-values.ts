/**
 * Boundary values: the members of a template at the ends of its fields' domains, one field at a time (Myers 1979).
 *
 * The first member takes the first value of every field; each other one differs from it in one field, and the last one
 * takes the last value of all. Dates are also tried on and just after a day of interest.
 */
import { contains, memberAt, resolved, type Domain } from '../../actions/domain';
import { fieldsOf, withField } from '../../actions/event-fields';
import type { Event } from '../../actions/index';
import { isMember, sampleMember, type Template } from '../../engine/legal-actions';
import { addDays } from '../../kit/calendar';
import type { State } from '../../model/state';
import { eventOf } from '../plays/sampling';

/** Just below 1: the position of the last value of a domain. */
export const LAST = 1 - 1 / (1 << 16);
/** Values of a list that are tried at either end of it: what came last stands last. */
const ENDS_OF_A_LIST = 3;
/** Agreements with terms and pledges that are tried beside the empty one. */
const FULL_AGREEMENTS = 6;

/** Draws after which those of the next full agreement begin. */
const DRAWS_OF_AN_AGREEMENT = 32;

/** Draws spread evenly over [0, 1): the multiples of the golden section, less their whole part. */
function spread(from: number): () => number {
  const GOLDEN = 0.618033988749895;
  let at = from;
  return () => (at++ * GOLDEN) % 1;
}

/** The values of one field that are worth trying beside its first. */
function boundariesOf(domain: Domain, day: string): unknown[] {
  switch (domain.kind) {
    case 'one-of':
      return [...domain.values.slice(0, ENDS_OF_A_LIST), ...domain.values.slice(-ENDS_OF_A_LIST)];
    case 'name':
      return [...domain.known.slice(0, ENDS_OF_A_LIST), memberAt(domain, LAST)];
    case 'number':
      return [memberAt(domain, 0), memberAt(domain, LAST)];
    case 'date': {
      const days = [day, addDays(day, 1), domain.from].filter((value) => contains(domain, value));
      return [...days, memberAt(domain, LAST), ...(domain.nullable ? [null] : [])];
    }
    case 'subset':
      return [[...domain.of], []];
    case 'optional':
      return [undefined, ...boundariesOf(domain.of, day)];
    default:
      return [];
  }
}

/**
 * The members of a template at its boundaries, plainest first and each once; `day` is a day of interest, such as the
 * last that a claim speaks of.
 */
export function boundaryMembers(state: State, template: Template, day: string): Event[] {
  const first = sampleMember(template, () => 0);
  const found = new Map<string, Event>();
  const add = (event: Event) => {
    if (isMember(template, event)) found.set(JSON.stringify(event), event);
  };
  add(first);
  for (const [name, domain] of Object.entries(template.fields)) {
    // The value lies in the field's own domain, so that the event stays one of its type.
    for (const value of boundariesOf(resolved(domain, fieldsOf(first)), day))
      add(withField(first, name, value));
  }
  add(sampleMember(template, () => LAST));
  // An agreement promises acts, of which its template knows nothing; see `eventOf`.
  for (let full = 1; template.type === 'agreement.reach' && full <= FULL_AGREEMENTS; full += 1)
    add(eventOf(state, template, spread(full * DRAWS_OF_AN_AGREEMENT)));
  return [...found.values()];
}
