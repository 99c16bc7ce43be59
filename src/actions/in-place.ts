/**
 * Effects of action types of one's own on a state that is changed in place.
 *
 * An effect is written on a draft, as plain assignments. The columns of an episode's state have to be told of each change
 * (`model/column`), and a stranger's effect tells them nothing: it runs on a plain copy, and what it changed is taken
 * over. That costs a copy of the state, for each event of one's own and for no other.
 */
import { edit, isRolled, put } from '../model/column';
import { clearDeadline, setDeadline, type Deadline } from '../model/deadline';
import type { Draft, State } from '../model/state';
import type { ActionType } from './action-type';

type Items = Record<string, object>;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Takes over what was put into a column or changed in it. What is on the record stays there: nothing is taken out. */
function takeColumn(into: Items, from: Readonly<Items>): void {
  for (const [id, item] of Object.entries(from)) {
    const own = into[id];
    if (own === undefined) put(into, id, item);
    else if (!same(own, item)) Object.assign(edit(into, id), item);
  }
}

/** Takes over the deadlines that were set or cleared. */
function takeDeadlines(into: Draft, from: readonly Deadline[]): void {
  const isIn = (list: readonly Deadline[], deadline: Deadline) => list.some((other) => same(other, deadline));
  for (const gone of into.deadlines.filter((deadline) => !isIn(from, deadline)))
    clearDeadline(into, gone.kind, gone.subject);
  for (const set of from.filter((deadline) => !isIn(into.deadlines, deadline))) setDeadline(into, set);
}

function takeOver(into: Draft, from: State): void {
  const fields = into as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(from)) {
    const own = fields[name];
    if (name === 'deadlines') takeDeadlines(into, from.deadlines);
    else if (typeof own === 'object' && own !== null && isRolled(own))
      takeColumn(own as Items, value as Items);
    else if (!same(own, value)) fields[name] = value;
  }
}

/** An action type whose effect, written as plain assignments, may be run on a state that is changed in place. */
export function inPlace(action: ActionType): ActionType {
  const { effect } = action;
  return {
    ...action,
    effect: (draft, event) => {
      if (!isRolled(draft.tariff)) {
        effect(draft, event);
        return;
      }
      // A state is plain JSON; not every engine has another way to copy one.
      const plain = JSON.parse(JSON.stringify(draft)) as Draft;
      effect(plain, event);
      takeOver(draft, plain);
    },
  };
}
