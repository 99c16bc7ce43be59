/**
 * Promised acts: whether what an agreement pledges could be an act of its promisor on some day.
 *
 * Whether the act will be legal on its day depends on what happens until then. What never changes is asked at once: that
 * there is such an act, that it is well formed, on whom it is to act, and that it is for the promisor to do. A promise of
 * anything else would be a default from the start.
 */
import { shownText } from '../kit/input-error';
import { otherParty, PARTY_IDS, type Actor } from '../model/actor';
import type { Pledge, PromisedAct } from '../model/agreement';
import type { State } from '../model/state';
import type { ActionType, ActionTypesByName, FieldRule } from './action-type';
import { admits, contains, fieldAsked, oneOf, resolved, type Parts, type PartField } from './domain';
import { fieldsOf, type EventFields } from './event-fields';

/** A pledge as an agreement's event carries it. */
export type PledgeGiven = Pick<Pledge, 'id' | 'issue' | 'act' | 'dueOn'>;

/** The subject of a promised act, or '' where its type has none. */
function subjectOf({ subject }: ActionType, act: PromisedAct): string {
  const named = subject === null ? null : act[subject];
  return typeof named === 'string' ? named : '';
}

/** The ids that acts would bring into being. */
function broughtBy(
  state: State,
  acts: readonly PromisedAct[],
  table: ActionTypesByName,
): ReadonlySet<unknown> {
  const ids = new Set<unknown>();
  for (const act of acts) {
    const action = table.byType.get(act.type);
    if (action === undefined) continue;
    for (const [name, { domain }] of action.fieldRules)
      if (domain(state, act.actor, subjectOf(action, act), table).kind === 'fresh-id') ids.add(act[name]);
  }
  return ids;
}

/** Why a field of a promised act can on no day have its value, or null. */
function fieldFault(
  state: State,
  act: PromisedAct,
  subject: string,
  name: string,
  { rule, surely, constant, domain }: FieldRule,
  table: ActionTypesByName,
): string | null {
  const fields = fieldsOf(act);
  const value = fields[name];
  if (surely?.(state, value) === true) return null;
  const { actor } = act;
  const now = constant ?? domain(state, actor, subject, table);
  // What lies within is judged when it is done.
  if (now.kind === 'structure' || admits(now, fields, name)) return null;
  // What would do beside other fields contradicts the act itself.
  if (constant !== undefined || contains(now, value)) return rule;
  // Days that an act may name lie ahead, and those ahead get fewer.
  const { kind } = now.kind === 'optional' ? now.of : now;
  if (kind === 'date' && typeof value === 'string' && value < state.today) return rule;
  const theirs = actor === 'both' ? now : domain(state, otherParty(actor), subject, table);
  return admits(theirs, fields, name) ? rule : null;
}

/** Why a promised act can on no day be an act of its promisor, in words; null where it may be. */
function actFault(
  state: State,
  { act, dueOn }: PledgeGiven,
  table: ActionTypesByName,
  brought: () => ReadonlySet<unknown>,
): string | null {
  const action = table.byType.get(act.type);
  if (action === undefined) return `there is no action type "${shownText(act.type)}"`;
  if (Object.hasOwn(act, 'on')) return 'a promised act has no day of its own';
  const [issue] = action.formIssues(act, dueOn);
  if (issue !== undefined) return [...issue.path, issue.message].map(String).join(': ');
  const subject = subjectOf(action, act);
  for (const { rule, stops, lasting, violated } of action.rules) {
    if (stops !== true && lasting !== true) continue;
    if (violated(state, act.actor, subject) === null) continue;
    return stops === true && brought().has(subject) ? null : rule;
  }
  const { fieldRules } = action;
  for (let at = 0; at < fieldRules.length; at += 1) {
    const ruled = fieldRules[at]!;
    const fault = fieldFault(state, act, subject, ruled[0], ruled[1], table);
    if (fault !== null) return `${ruled[0]}: ${fault}`;
  }
  return null;
}

/** Why a pledge of an agreement promises what can on no day be an act of its promisor, in words; null where none does. */
export function promiseFault(
  state: State,
  pledges: readonly PledgeGiven[],
  table: ActionTypesByName,
): string | null {
  let known: ReadonlySet<unknown> | null = null;
  const brought = () =>
    (known ??= broughtBy(
      state,
      pledges.map(({ act }) => act),
      table,
    ));
  for (const pledge of pledges) {
    const fault = actFault(state, pledge, table, brought);
    if (fault !== null) return `${pledge.id}: ${pledge.act.type} by ${pledge.act.actor}: ${fault}`;
  }
  return null;
}

/** On what an actor may ever do an act of a type: what its lasting rules leave of today's subjects. */
function everLawful(state: State, actor: Actor, { rules, subjects }: ActionType): readonly string[] {
  const asked = rules.filter(({ stops, lasting }) => stops === true || lasting === true);
  return subjects(state, actor).filter((subject) =>
    asked.every(({ violated }) => violated(state, actor, subject) === null),
  );
}

/** The fields of an act but its subject, each as the fields before it leave it. */
function fieldsAsked(
  state: State,
  known: EventFields,
  actor: Actor,
  { subject: name, fieldRules }: ActionType,
  table: ActionTypesByName,
): PartField[] {
  const named = name === null ? '' : known[name];
  if (typeof named !== 'string') return [];
  return fieldRules.map(([field, { constant, domain }]) =>
    fieldAsked(field, null, resolved(constant ?? domain(state, actor, named, table), known)),
  );
}

/** How a promised act is put together: who promises it, what is done, to what, and the fields of that as they are open today. */
export function promisedParts(state: State, table: ActionTypesByName): Parts {
  const byActor = new Map<Actor, ReadonlyMap<string, readonly string[]>>();
  /** What an actor may ever do, and to what. */
  const openTo = (actor: Actor): ReadonlyMap<string, readonly string[]> => {
    const found = byActor.get(actor);
    if (found !== undefined) return found;
    const theirs = [...table.byType.values()].filter(({ actors }) => actors.includes(actor));
    const open = new Map(
      theirs
        .map((action) => [action.type, everLawful(state, actor, action)] as const)
        .filter(([, subjects]) => subjects.length > 0),
    );
    byActor.set(actor, open);
    return open;
  };
  const actors = [...PARTY_IDS, 'both'] as const;
  const by = (known: EventFields): readonly PartField[] => {
    const who = fieldAsked('actor', 'Promised by', oneOf(...actors));
    const actor = actors.find((one) => one === known['actor']);
    if (actor === undefined) return [who];
    const open = openTo(actor);
    const what = fieldAsked('type', 'What is done', oneOf(...open.keys()));
    const type = typeof known['type'] === 'string' ? known['type'] : '';
    const [action, subjects] = [table.byType.get(type), open.get(type)];
    if (action === undefined || subjects === undefined) return [who, what];
    const { subject } = action;
    const toWhat = subject === null ? [] : [fieldAsked(subject, 'To what', oneOf(...subjects))];
    return [who, what, ...toWhat, ...fieldsAsked(state, known, actor, action, table)];
  };
  return { kind: 'fields', by };
}
