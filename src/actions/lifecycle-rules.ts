/**
 * What the verbs of a measure's life share: their fields with what each may be, and the rules on dates, suspensions and
 * statutes that several of them ask.
 */
import type { Actor } from '../model/actor';
import { allowsInstrument, UNDETERMINED, USE_OF } from '../model/authority';
import { each } from '../model/column';
import type { DeadlineKind } from '../model/deadline';
import { ACTION_PREFIX, measureAction, type MeasureKind, type MeasureLife } from '../model/measure';
import type { ChangeVerb } from '../model/pending-change';
import type { State } from '../model/state';
import type { FieldRule, Rule } from './action-type';
import { earlierOf, endOf, lastNotice, tomorrowOn, VOICE } from './course';
import { changeDay, changeDayRule, noticeDay } from './pending-change';
import { dateFrom, dateOrOpen } from './domain';
import { isoDate, type Zod } from './fields';
import type { VerbField } from './measure-verb';
import { depends, measures, mustBe, mustBeDue } from './rules';

/** The code of a refusal about a kind of measure. */
const codeOf = (kind: MeasureKind, reason: string) => `${ACTION_PREFIX[kind]}/${reason}`;

/** The measure of a kind, where the state has it. */
export const found = (state: State, kind: MeasureKind, id: string): MeasureLife | undefined =>
  state[kind][id];

/** A rule of one code, whose domain may depend on the kind. */
export const dated =
  (
    reason: string,
    rule: string,
    domain: (kind: MeasureKind) => FieldRule['domain'],
  ): ((kind: MeasureKind) => FieldRule) =>
  (kind) =>
    depends(codeOf(kind, reason), rule, domain(kind));

/** A day that must be named. */
export const day = (what: string, rule: VerbField['rule'], example: string) => ({
  schema: (z: Zod) => isoDate(z, what),
  rule,
  example,
});
/** A day, or an open end. */
export const dayOrOpen = (what: string, rule: VerbField['rule'], example: string | null) => ({
  schema: (z: Zod) => isoDate(z, `${what}, null for none`).nullable(),
  rule,
  example,
});

/** When a threat is due, and who says it. */
export const THREAT = {
  dueOn: dayOrOpen(
    'Day on which it would take effect',
    dated(
      'date-not-ahead',
      'The date of a threat lies ahead, at most two years, or none is named.',
      () => (state) => dateOrOpen(tomorrowOn(state), lastNotice(state)),
    ),
    '2025-11-25',
  ),
  voice: {
    schema: (z: Zod) => z.enum(['officials', 'spokesperson', 'leader']).describe('Who says it'),
    rule: () => VOICE,
    example: 'leader' as const,
  },
};

/** The date that a threat is given where it had none: another one without a date would say nothing new. */
export const NEW_DATE = {
  ...THREAT.dueOn,
  rule: (kind: MeasureKind): FieldRule => {
    const { code, rule, source, domain } = THREAT.dueOn.rule(kind);
    return depends(
      code,
      rule,
      (state, actor, id, table) =>
        found(state, kind, id)?.status === 'threatened'
          ? dateFrom(tomorrowOn(state), lastNotice(state))
          : domain(state, actor, id, table),
      source,
    );
  },
};

/** From when an order applies. */
export const ORDER = {
  from: day(
    'Day from which it applies',
    dated(
      'effect-in-the-past',
      'An order takes effect today or later, at most two years ahead.',
      () => (state) => dateFrom(state.today, lastNotice(state)),
    ),
    '2025-10-25',
  ),
};

/** From which later day a change holds, where it does not today. */
export const later = (verb: ChangeVerb) => ({
  from: { schema: changeDay, rule: (kind: MeasureKind) => changeDayRule(kind, verb) },
});

/** From when a change holds of which notice is given. */
export const NOTICE = {
  from: day(
    'Day from which the change holds',
    dated(
      'notice-too-late-or-early',
      'A notice lets a change hold from today or later, at most two years ahead, within the life of the measure and before the end of the change itself.',
      (kind) => (state, actor, id) => noticeDay(state, kind, actor, id),
    ),
    '2025-10-25',
  ),
};

export const AHEAD_WITHIN_LIFE =
  'A suspension ends on a later day, within the life of its measure and at most two years ahead';

/** The last day until which a measure may be suspended. */
export const lastReturn = (state: State, kind: MeasureKind, id: string) =>
  earlierOf(lastNotice(state), endOf(state, kind, id));

/** The suspension must have an open end. */
export const openEnded =
  (rule: string) =>
  (kind: MeasureKind): Rule =>
    mustBe(
      measures(kind),
      { code: codeOf(kind, 'has-a-return'), rule, source: 'stylised' },
      (measure) => measure.suspendedUntil === null,
      (measure) => ({ suspendedUntil: measure.suspendedUntil }),
    );

/** What was only proposed, or threatened without a date, has none that could be moved. */
export const hasDate = (kind: MeasureKind): Rule => ({
  ...mustBe(
    measures(kind),
    {
      code: codeOf(kind, 'without-a-date'),
      rule: 'Only what has a date can be put off; what has none is threatened for a date or withdrawn.',
      source: 'stylised',
    },
    ({ status, dueOn }) => status !== 'proposed' && (status !== 'threatened' || dueOn !== null),
    ({ status }) => ({ status, dueOn: null }),
  ),
  instead: ['set-deadline', 'withdraw'].map((verb) => measureAction(kind, verb)),
});

/** Only what was announced without a statute is given one. */
export const unnamed = (kind: MeasureKind): Rule =>
  mustBe(
    measures(kind),
    {
      code: 'authority/named-already',
      rule: 'A measure stays on the statute that was named for it.',
      source: 'stylised',
    },
    ({ authority }) => authority === UNDETERMINED,
    ({ authority }) => ({ authority }),
  );

/** The statutes of a party that provide for a kind of measure, and for the rate of the one that is meant. */
export function authoritiesThatCarry(state: State, actor: Actor, kind: MeasureKind, id: string): string[] {
  const ratePct = kind === 'tariff' ? (state.tariff[id]?.ratePct ?? 0) : 0;
  return each(state.authorities)
    .filter(
      (authority) =>
        (actor === 'US' || actor === 'CN') &&
        allowsInstrument(authority, actor, USE_OF[kind]) &&
        (authority.ceilingPct ?? ratePct) >= ratePct,
    )
    .map((authority) => authority.id);
}

/** A threat that already has its date. */
export const undatedThreat = (kind: MeasureKind): Rule => ({
  ...mustBe(
    measures(kind),
    {
      code: codeOf(kind, 'has-a-date'),
      rule: 'A threat with a date is carried out, withdrawn, postponed or put off, and not made again.',
      source: 'stylised',
    },
    ({ status, dueOn }) => status !== 'threatened' || dueOn === null,
    ({ dueOn }) => ({ dueOn }),
  ),
  instead: [measureAction(kind, 'postpone')],
});

/** The calendar acts on a deadline of a kind that has come. */
export const due =
  (deadline: DeadlineKind) =>
  (kind: MeasureKind): Rule =>
    mustBeDue(ACTION_PREFIX[kind], deadline);
