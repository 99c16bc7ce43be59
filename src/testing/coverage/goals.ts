/**
 * Goals of coverage: what a test has to have seen before its silence means anything.
 *
 * A family of goals names its keys in a scenario and says which of them one step shows. Structural coverage of a state
 * machine is counted as in the testing of state machines: states entered and left, transitions taken (0-switch coverage
 * in the sense of Chow, "Testing Software Design Modeled by Finite-State Machines", IEEE TSE 1978); the refusals are
 * the guards that were seen to hold.
 */
import { actionTypes, type Event } from '../../actions/index';
import { legalActions, sampleMember, type TemplateFilter } from '../../engine/legal-actions';
import type { Refusal } from '../../engine/legality';
import { transition } from '../../engine/transition';
import { ACTION_PREFIX, MEASURE_KINDS, MEASURE_STATUSES, type MeasureLife } from '../../model/measure';
import type { State } from '../../model/state';
import { refusalCodes } from '../plays/unlawful';
import { TRUCE_STATUSES, type TruceStatus } from '../../model/truce';

/** One move that was tried: the state before, the event, and what came of it. */
export interface TriedMove {
  /** The state in which it was tried. */
  readonly before: State;
  /** The event that was tried. */
  readonly event: Event;
  /** The next state; null where the event was refused. */
  readonly after: State | null;
  /** Why it was refused; empty where it was not. */
  readonly refusals: readonly Refusal[];
}

/** A family of goals: its keys in a scenario, and which of them a step shows. */
export interface Goal {
  /** Name of the family, which goes before each key: `action type`, `refusal code`. */
  readonly name: string;
  /** Everything that the family wants to be seen, given the state on the first day. */
  readonly keys: (start: State) => readonly string[];
  /** The keys that one step shows; others than those of `keys` are counted and not asked for. */
  readonly seen: (step: TriedMove) => readonly string[];
  /** The moves that could show a key, for the search and for the account of what blocks it; none where any could. */
  readonly means?: (key: string) => readonly TemplateFilter[];
}

/** Full name of a goal: its family, then its key. */
export const goalName = (goal: Goal, key: string): string => `${goal.name} ${key}`;

const typesOf = (...families: readonly string[]): TemplateFilter[] =>
  actionTypes
    .filter(({ type }) => families.some((family) => type.startsWith(`${family}.`)))
    .map(({ type }) => ({ type }));

/** Each action type, done. */
export const ACTION_TYPE: Goal = {
  name: 'action type',
  keys: () => actionTypes.map(({ type }) => type),
  seen: ({ event, after }) => (after === null ? [] : [event.type]),
  means: (type) => [{ type }],
};

/** Each action type by each actor who may make the move, done: `truce.strain by US`. */
export const MOVE: Goal = {
  name: 'move',
  keys: () => actionTypes.flatMap(({ type, actors }) => actors.map((actor) => `${type} by ${actor}`)),
  seen: ({ event, after }) => (after === null ? [] : [`${event.type} by ${event.actor}`]),
  means: (key) => {
    const [type, actor] = key.split(' by ');
    return actionTypes
      .filter((action) => action.type === type)
      .flatMap((action) => action.actors.filter((it) => it === actor).map((it) => ({ type, actor: it })));
  },
};

/** Each refusal code of the table and of the rules that hold for all events, given as a reason. */
export const REFUSAL_CODE: Goal = {
  name: 'refusal code',
  keys: () => refusalCodes(),
  seen: ({ refusals }) => [...new Set(refusals.map(({ code }) => code))],
};

/** Each status of the truce, entered from another. */
export const TRUCE_STATUS_ENTERED: Goal = {
  name: 'truce status entered',
  keys: () => TRUCE_STATUSES,
  seen: (step) => truceChange(step).map(([, to]) => to),
  means: () => typesOf('truce'),
};

/** Each status of the truce, left for another. */
export const TRUCE_STATUS_LEFT: Goal = {
  name: 'truce status left',
  keys: () => TRUCE_STATUSES,
  seen: (step) => truceChange(step).map(([from]) => from),
  means: () => typesOf('truce'),
};

/** Each lawful transition of the truce from one status to another: `strained to lapsed`. */
export const TRUCE_TRANSITION: Goal = {
  name: 'truce transition',
  keys: (start) => [
    ...new Set(TRUCE_STATUSES.flatMap((from) => waysOut(start, from).map((to) => `${from} to ${to}`))),
  ],
  seen: (step) => truceChange(step).map(([from, to]) => `${from} to ${to}`),
  means: () => typesOf('truce'),
};

/** Measures whose status is not what it was. */
function changed(
  before: Readonly<Record<string, MeasureLife>>,
  after: Readonly<Record<string, MeasureLife>>,
): MeasureLife[] {
  return Object.values(after).filter(({ id, status }) => before[id]?.status !== status);
}

/** Each status of each kind of measure, entered from another or by a new measure: `control suspended`. */
export const MEASURE_STATUS: Goal = {
  name: 'measure status',
  keys: () => MEASURE_KINDS.flatMap((kind) => MEASURE_STATUSES.map((status) => `${kind} ${status}`)),
  seen: ({ before, after }) => {
    if (after === null) return [];
    return MEASURE_KINDS.flatMap((kind) =>
      before[kind] === after[kind]
        ? []
        : changed(before[kind], after[kind]).map(({ status }) => `${kind} ${status}`),
    );
  },
  means: (key) => {
    const kind = MEASURE_KINDS.find((it) => key.startsWith(`${it} `));
    if (key.endsWith('struck-down')) return [{ type: 'court.strike-down' }];
    return kind === undefined ? [] : typesOf(ACTION_PREFIX[kind]);
  },
};

/** Each legal authority, struck down by a court. */
export const AUTHORITY_STRUCK: Goal = {
  name: 'authority struck',
  keys: (start) => Object.keys(start.authorities),
  seen: ({ before, after }) =>
    after === null || before.authorities === after.authorities
      ? []
      : Object.values(after.authorities)
          .filter(
            ({ id, standing }) =>
              standing === 'struck-down' && before.authorities[id]?.standing !== 'struck-down',
          )
          .map(({ id }) => id),
  means: (id) => [{ type: 'court.strike-down', subject: id }],
};

function truceChange({ before, after }: TriedMove): [from: TruceStatus, to: TruceStatus][] {
  if (after === null || before.truce.status === after.truce.status) return [];
  return [[before.truce.status, after.truce.status]];
}

/** The statuses that the rules lead to from one: asked of the rules themselves, on a day on which the truce's end is due. */
function waysOut(start: State, from: TruceStatus): TruceStatus[] {
  const { truce, today } = start;
  const standing: State = { ...start, truce: { ...truce, status: from, expiresOn: today }, deadlines: [] };
  const due: State = {
    ...standing,
    deadlines: [{ kind: 'truce-expiry', on: today, subject: truce.id }],
  };
  const found = new Set<TruceStatus>();
  for (const state of [standing, due]) {
    for (const { type } of typesOf('truce')) {
      for (const template of legalActions(state, { type })) {
        for (const at of [0, 0.9]) {
          const next = transition(
            state,
            sampleMember(template, () => at),
          );
          if (next.ok && next.state.truce.status !== from) found.add(next.state.truce.status);
        }
      }
    }
  }
  return [...found].sort();
}
