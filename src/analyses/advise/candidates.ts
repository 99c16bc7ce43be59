/** The acts that are held against one another: what is lawful for a party today, at a few sizes. */
import type { ActionTable, Event } from '../../actions/index';
import { contains, memberAt, nearestMember, resolved, type Domain } from '../../actions/domain';
import { asEvent } from '../../actions/as-event';
import { legalActions, type Template } from '../../engine/legal-actions';
import { violations } from '../../engine/legality';
import { channelOf } from '../../episode/channels';
import { checkKnown, checkList } from '../../kit/checks';
import type { PartyId } from '../../model/actor';
import type { State } from '../../model/state';

/** Places in the range of a field at which it is tried: low, middle and high. */
const PLACES = [0, 0.5, 1 - 1e-9] as const;

/** Part of a range above its open end at which its low value is taken. */
const ABOVE_END = 0.1;

/** The member of a domain at a place of its range, numbers in rising order. */
function valueAt(domain: Domain, place: number): unknown {
  if (domain.kind !== 'number') return memberAt(domain, place);
  const { min, max, above, whole } = domain;
  const low = above ? min + ABOVE_END * (max - min) : min;
  const grid = whole ? 1 : 100;
  return nearestMember(domain, Math.round((low + place * (max - low)) * grid) / grid);
}

/** Kinds of fields whose value is a name or words: another one is no other size. */
const NAMES: ReadonlySet<Domain['kind']> = new Set(['fresh-id', 'name', 'text', 'structure', 'absent']);

/** What a field says of an act that a party does by itself: what is withdrawn in return for something takes two. */
const BY_ITSELF: Readonly<Record<string, unknown>> = { traded: false };

/** Acts of a legislator: they can be supposed, and no negotiator can do them. They are tried where they are asked for by name. */
const LEGISLATIVE: ReadonlySet<string> = new Set(['tariff.set-by-statute']);

/** The member of a template in which one field stands at a place of its range, and all others at their first value. */
function memberWith({ type, actor, on, fields }: Template, field: string | null, place: number): Event {
  const event: Record<string, unknown> = { type, actor, on };
  for (const name in fields) {
    const domain = fields[name];
    if (domain === undefined) continue;
    const now = resolved(domain, event);
    const isTaken = Object.hasOwn(BY_ITSELF, name) && contains(now, BY_ITSELF[name]);
    const value = isTaken ? BY_ITSELF[name] : valueAt(now, name === field ? place : 0);
    if (value !== undefined) event[name] = value;
  }
  // The template was read off the type's own field rules, so the fields are those of the type.
  return asEvent(event);
}

/** The members of a template that are tried: one field at a time at low, middle and high, each once. */
function membersOf(template: Template): Event[] {
  const varied = Object.entries(template.fields).filter(([, { kind }]) => !NAMES.has(kind));
  const members = [
    memberWith(template, null, 0),
    ...varied.flatMap(([field]) => PLACES.map((place) => memberWith(template, field, place))),
  ];
  return [...new Map(members.map((event) => [JSON.stringify(event), event])).values()];
}

const familyOf = (type: string): string => type.slice(0, type.indexOf('.'));

/** What a party may do today. */
export interface Candidates {
  readonly events: readonly Event[];
  /** Acts that bear on nothing that is answered, which are not tried. */
  readonly inert: number;
}

/**
 * The acts of a party that are tried, of the types and families that are told or of all, in the order of the table of action types; each legal in the state
 * and for the party to do by itself, but for those of a legislator that are told by their type.
 * Throws an InputError for a type or family that there is not.
 */
export function candidatesOf(
  state: State,
  party: PartyId,
  table: ActionTable,
  only?: readonly string[],
): Candidates {
  const wanted = only === undefined ? null : new Set(checkList('only', only, 'types or families of acts'));
  const names = new Set(table.types.flatMap(({ type }) => [type, familyOf(type)]));
  for (const name of wanted ?? []) checkKnown('only', name, [...names]);
  const events: Event[] = [];
  let inert = 0;
  // A field that depends on one before it may leave a member that the rules refuse.
  const isLawful = (event: Event) => violations(state, event, table).length === 0;
  for (const template of legalActions(state, { actor: party }, table)) {
    const isNamed = wanted?.has(template.type) === true;
    if (!isNamed && (LEGISLATIVE.has(template.type) || wanted?.has(familyOf(template.type)) === false))
      continue;
    const lawful = membersOf(template).filter(isLawful);
    if ('inert' in channelOf(template.type, table)) inert += lawful.length;
    else events.push(...lawful);
  }
  return { events, inert };
}
