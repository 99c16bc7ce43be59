/**
 * The state on which a scenario opens: the fold of the record to its first day, with the meeting that the scenario asks
 * for and its agenda.
 */
import { each } from '../model/column';
import { ownDraft } from '../model/copy-state';
import { strikeUses } from '../model/lifecycle';
import { meetingOf } from '../model/meeting';
import type { Draft, State } from '../model/state';
import { foldedTo } from './fold';
import type { BareFacts } from './bare';

/** The first day that a scenario asks for: what a state starts from beside the facts. */
export interface FirstDay {
  readonly asOf: string;
  /** Id of the meeting in the facts, or null where none is looked at. */
  readonly meeting: string | null;
  readonly agenda: readonly string[];
  readonly withoutAuthorities: readonly string[];
}

const ranks = /* @__PURE__ */ new WeakMap<BareFacts, ReadonlyMap<string, number>>();

/** The place of each noun among the facts: what has a row there stands in its order, whenever it came. */
function rankOf(facts: BareFacts): ReadonlyMap<string, number> {
  const before = ranks.get(facts);
  if (before !== undefined) return before;
  const { tariffs, controls, portFees, listings, probes, issues } = facts;
  const all = [
    ...tariffs.usOnCn,
    ...tariffs.cnOnUs,
    ...controls.us,
    ...controls.cn,
    ...portFees,
    ...listings,
    ...probes,
    ...issues,
  ];
  const rank = new Map(all.map(({ id }, at) => [id, at]));
  ranks.set(facts, rank);
  return rank;
}

/** Sorts nouns as they stand among the facts; those without a row there follow in the order in which they came. */
export function inOrderOf<T extends { readonly id: string }>(facts: BareFacts, items: readonly T[]): T[] {
  const rank = rankOf(facts);
  return [...items].sort((a, b) => (rank.get(a.id) ?? Infinity) - (rank.get(b.id) ?? Infinity) || 0);
}

function columnInOrder<T extends { readonly id: string }>(
  facts: BareFacts,
  column: Readonly<Record<string, T>>,
): Record<string, T> {
  return Object.fromEntries(inOrderOf(facts, each(column)).map((item) => [item.id, item]));
}

/**
 * The meetings of the day: those of the record as it has them, and the one asked for with the agenda asked for, as far as
 * it was known: one of the record, or a round of ministers looked at as one.
 */
function meetingsOn(facts: BareFacts, state: State, { asOf, meeting, agenda }: FirstDay): State['meetings'] {
  if (meeting === null) return { ...state.meetings };
  const fact = facts.meetings.find(({ id }) => id === meeting);
  if (fact === undefined) throw new Error(`no such meeting in the facts: ${meeting}`);
  const known = meetingOf(state, meeting);
  if (known !== undefined) return { ...state.meetings, [meeting]: { ...known, agenda: [...agenda] } };
  const { id, on, place, planned } = fact;
  if (planned === undefined || planned.from > asOf) return { ...state.meetings };
  const since = planned.from;
  return { ...state.meetings, [id]: { id, status: 'planned', since, on, place, agenda: [...agenda] } };
}

function issuesOn(facts: BareFacts, state: State, agenda: readonly string[]): State['issues'] {
  const missing = facts.issues
    .filter(({ id }) => agenda.includes(id) && state.issues[id] === undefined)
    .map(({ id, label, giver, indivisible }) => ({ id, label, giver, indivisible }));
  return columnInOrder(facts, {
    ...state.issues,
    ...Object.fromEntries(missing.map((issue) => [issue.id, issue])),
  });
}

/** A round that is looked at as the meeting is no preparation for itself: it leaves the talks of the state. */
function roundsBeside(state: State, meeting: string | null): State['rounds'] {
  if (meeting === null || state.rounds[meeting] === undefined) return state.rounds;
  return Object.fromEntries(Object.entries(state.rounds).filter(([id]) => id !== meeting));
}

/** Ends what stands on authorities that a scenario does without, as a court does. */
function strikeDown(state: Draft, authorities: readonly string[]): void {
  for (const id of authorities) {
    const authority = state.authorities[id];
    if (authority === undefined) continue;
    authority.standing = 'struck-down';
    strikeUses(state, authority);
  }
}

/**
 * The state on a day by the record, with the meeting and the agenda asked for. Mutable and unfrozen; the caller freezes
 * it. Throws where the opening names a meeting that the facts do not have: parsing has refused that before.
 */
export function stateOn(facts: BareFacts, day: FirstDay): State {
  return aboutTheMeeting(facts, day, foldedTo(facts, day.asOf));
}

/** The folded state of a day as a first day that asks for a meeting; the folded state is used up. */
export function aboutTheMeeting(facts: BareFacts, day: FirstDay, folded: State): State {
  const { agenda, withoutAuthorities } = day;
  const state = ownDraft({
    ...folded,
    tariff: columnInOrder(facts, folded.tariff),
    control: columnInOrder(facts, folded.control),
    portFee: columnInOrder(facts, folded.portFee),
    listing: columnInOrder(facts, folded.listing),
    probes: columnInOrder(facts, folded.probes),
    issues: issuesOn(facts, folded, agenda),
    meetings: meetingsOn(facts, folded, day),
    rounds: roundsBeside(folded, day.meeting),
  });
  const conditions = facts.truces.find(({ id }) => id === state.truce.id)?.conditions ?? [];
  state.truce.conditions = conditions.map(({ party, text }) => ({ party, text }));
  strikeDown(state, withoutAuthorities);
  return state;
}
