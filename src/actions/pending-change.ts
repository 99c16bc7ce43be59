/**
 * Changes from a later day: what is decided today about a measure and holds once its day has come, or once the legal notice
 * of what was announced is given.
 *
 * The acts that ease a measure name the day themselves: `from` a later day the change is law already and waits, and without a
 * day it is announced only (the American easing on chips was announced on 8 December 2025 and held from 13 January 2026; the
 * prolongations of September 2026 were announced, and their notices were not seen for weeks).
 */
import { addDays, isIsoDate } from '../kit/calendar';
import type { Actor } from '../model/actor';
import { edit } from '../model/column';
import { isDue, setDeadline, clearDeadline } from '../model/deadline';
import { takeOut } from '../model/exclusion';
import { CHANGEABLE_STATUSES, dropChange, setStatus } from '../model/lifecycle';
import { ACTION_PREFIX, measureAction, type MeasureKind, type MeasureLife } from '../model/measure';
import { changeKey, lastUseOf, type ChangeTerms, type ChangeVerb } from '../model/pending-change';
import type { Draft, State } from '../model/state';
import type { Writable } from '../kit/writable';
import type { FieldRule, Rule } from './action-type';
import { earlierOf, endOf, lastNotice, redate, suspendUntil, tomorrowOn } from './course';
import { ABSENT, dateFrom, dateOrOpen, given, optional, type Present } from './domain';
import { isoDate, type Zod } from './fields';
import { mustBe, measures, mustBeDue } from './rules';

/** The last day from which a change of a verb may hold, whatever its own terms say. */
function lastEffect(state: State, kind: MeasureKind, id: string, verb: ChangeVerb): string {
  const last = earlierOf(lastNotice(state), endOf(state, kind, id));
  return verb === 'extend' ? earlierOf(last, state[kind][id]?.suspendedUntil ?? null) : last;
}

/** The day from which a change holds, as a field: left out it is today, and null announces the change without its notice. */
export const changeDay = (z: Zod) =>
  isoDate(z, 'Day')
    .nullable()
    .exactOptional()
    .describe('Later day from which it holds; null where it is announced and its legal notice is pending');

/** What the day of a change may be: later, within the life of the measure, and while something of the change is left. */
export function changeDayRule(kind: MeasureKind, verb: ChangeVerb): FieldRule {
  return {
    code: `${ACTION_PREFIX[kind]}/effect-not-ahead`,
    rule: 'A change of what is ordered or applies may hold from a later day, at most two years ahead, within the life of the measure and before the end of the change itself, or be announced without a day; one change of a measure is pending at a time.',
    source: 'stylised',
    optional: true,
    // To act at once is open wherever the act is.
    surely: (_state, value) => value === undefined,
    domain: (state, _actor, id) => {
      const measure: MeasureLife | undefined = state[kind][id];
      if (measure === undefined || !CHANGEABLE_STATUSES.includes(measure.status)) return ABSENT;
      const { pending } = measure;
      // What is no law yet is corrected by announcing it anew.
      if (pending !== undefined && (pending.effectiveOn !== null || pending.verb !== verb)) return ABSENT;
      const from = tomorrowOn(state);
      const last = lastEffect(state, kind, id, verb);
      const widest = dateOrOpen(from, last);
      if (verb !== 'suspend' && verb !== 'exclude') return optional(widest);
      return optional(
        given(widest, ({ until }): Present =>
          typeof until === 'string' && isIsoDate(until)
            ? dateOrOpen(from, earlierOf(last, addDays(until, -1)))
            : widest,
        ),
      );
    },
  };
}

/** Lets a change wait for its day or its notice, where it has one to wait for; returns whether it waits. */
export function waits(
  draft: Draft,
  measure: Writable<MeasureLife>,
  kind: MeasureKind,
  terms: ChangeTerms,
  from: string | null | undefined,
): boolean {
  if (from === undefined) return false;
  measure.pending = { announcedOn: draft.today, effectiveOn: from, ...terms };
  const subject = changeKey(measure);
  if (from === null) clearDeadline(draft, 'change', subject);
  else setDeadline(draft, { kind: 'change', on: from, subject, measure: measure.id, measureKind: kind });
  return true;
}

/** Gives notice of what was announced: from today on it holds at once, from a later day it waits for that. */
export function giveNotice(
  draft: Draft,
  measure: Writable<MeasureLife>,
  kind: MeasureKind,
  from: string,
): void {
  const announced = measure.pending;
  if (announced === undefined) return;
  const subject = changeKey(measure);
  measure.pending = { ...announced, effectiveOn: from };
  if (from <= draft.today) bringAbout(draft, measure, kind);
  else setDeadline(draft, { kind: 'change', on: from, subject, measure: measure.id, measureKind: kind });
}

/** Lets go of a pending change of a verb: an act on the same size to the worse takes its place. */
export function supersede(draft: Draft, measure: Writable<MeasureLife>, verb: ChangeVerb): void {
  if (measure.pending?.verb === verb) dropChange(draft, measure);
}

/** Brings about what a measure holds pending. */
export function bringAbout(draft: Draft, measure: Writable<MeasureLife>, kind: MeasureKind): void {
  const change = measure.pending;
  if (change === undefined) return;
  dropChange(draft, measure);
  const { id } = measure;
  switch (change.verb) {
    case 'cut':
      edit(draft.tariff, id).ratePct = change.ratePct;
      return;
    case 'exclude': {
      const layer = edit(draft.tariff, id);
      const { exclusion, label, until } = change;
      takeOut(draft, layer, { id: exclusion, label, share: Math.min(change.share, layer.share), until });
      return;
    }
    case 'ease':
      edit(draft.control, id).severity = change.severity;
      return;
    case 'remove':
      edit(draft.listing, id).entities -= change.entities;
      return;
    case 'suspend':
      suspendUntil(draft, measure, kind, change.until);
      return;
    case 'extend':
      redate(draft, measure, kind, change.until);
      return;
    case 'withdraw':
      setStatus(draft, measure, 'withdrawn');
  }
}

/** What was announced about the measure still lacks its legal notice. */
export const lacksNotice = (kind: MeasureKind): Rule => ({
  ...mustBe(
    measures(kind),
    {
      code: `${ACTION_PREFIX[kind]}/nothing-announced`,
      rule: 'Notice is given of a change that was announced and has no day yet.',
      source: 'stylised',
    },
    ({ pending }) => pending?.effectiveOn === null,
    ({ pending }) => ({ effectiveOn: pending?.effectiveOn ?? null }),
  ),
  instead: [measureAction(kind, 'drop-change')],
});

/** A change of the measure is pending. */
export const hasPending = (kind: MeasureKind): Rule =>
  mustBe(
    measures(kind),
    {
      code: `${ACTION_PREFIX[kind]}/nothing-pending`,
      rule: 'Only a change that is pending is dropped; what holds already is changed by another act.',
      source: 'stylised',
    },
    ({ pending }) => pending !== undefined,
    ({ status }) => ({ status }),
  );

/** The day of the change that the measure holds pending has come. */
export const changeIsDue = (kind: MeasureKind): Rule => ({
  ...mustBeDue(ACTION_PREFIX[kind], 'change'),
  violated: (state, _actor, id) =>
    isDue(state, 'change', changeKey({ id })) ? null : { deadline: 'change', today: state.today },
});

/** From when what was announced may hold, once its notice is given. */
export function noticeDay(state: State, kind: MeasureKind, _actor: Actor, id: string): Present {
  const pending = state[kind][id]?.pending;
  if (pending === undefined) return dateFrom(state.today, lastNotice(state));
  const lastUse = lastUseOf(pending);
  const last = lastEffect(state, kind, id, pending.verb);
  return dateFrom(state.today, lastUse === null ? last : earlierOf(last, addDays(lastUse, -1)));
}
