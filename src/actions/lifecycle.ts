/**
 * The life of a measure as action types: propose, threaten, impose, carry out, postpone, withdraw, suspend, extend,
 * resume, and what the calendar does by itself (entry into force, snapback, lapse).
 *
 * Duties, controls, port fees and listings live alike, so their families share these verbs and add their own. A
 * threat is a measure with a deadline and stays apart from a duty in force; a suspension stops collection until a
 * date and touches no rate (the form of Executive Order 14334 of 11 August 2025 and of the Chinese announcements).
 */
import type { ZodRawShape } from 'zod';
import { addDays } from '../kit/calendar';
import { otherParty, PARTY_IDS, type PartyId } from '../model/actor';
import { edit } from '../model/column';
import { setDue, setStatus } from '../model/lifecycle';
import type { MeasureLife } from '../model/measure';
import type { State } from '../model/state';
import { defineAction, type EventBase, type FieldRule, type FieldsOf, type Rule } from './action-type';
import {
  endOf,
  earlierOf,
  enterIntoForce,
  fitForForce,
  laterOf,
  lastNotice,
  noteCoercion,
  orderFor,
  returnOrOpen,
  standingAuthority,
  startClock,
  suspendUntil,
  tomorrowOn,
  VOICE,
} from './course';
import { dateFrom, oneOf } from './domain';
import { idOf, isoDate, schemasOf, type FieldSchemas } from './fields';
import { declaredOf, newMeasureFields, type MeasureFamily, type NewMeasure } from './measure-family';
import {
  always,
  ANNOUNCED_BASIS,
  authoritiesFor,
  authorityRules,
  BASIS,
  depends,
  FINDING_FIRST,
  FREE_TEXT,
  freshSubject,
  idsOf,
  measures,
  mustBe,
  mustBeDue,
  mustExist,
  ownMeasure,
  statusIn,
} from './rules';

/** The shared verbs of one family of measures. */
export function lifecycle<const P extends string, F extends ZodRawShape>(family: MeasureFamily<P, F>) {
  const { prefix, kind, noun, cites, example } = family;
  const column = measures(kind);
  const exists = mustExist(prefix, noun, column);
  const own = ownMeasure(prefix, kind);
  const day = '2025-10-25';
  const sampled = { id: example.id, label: 'An example', authority: example.authority, basis: null };

  const create = (draft: State, event: NewMeasure, status: MeasureLife['status']): MeasureLife => {
    const imposer = event.actor as PartyId;
    const life: MeasureLife = {
      id: event.id,
      label: event.label,
      imposer,
      target: otherParty(imposer),
      authority: event.authority,
      basis: event.basis,
      status,
      since: draft.today,
      dueOn: null,
      suspendedUntil: null,
      endsOn: null,
      source: event.source ?? 'event',
    };
    // The size fields were parsed by the family's own schema; the generic shape hides that from the compiler.
    family.write(draft, life, event as unknown as FieldsOf<F>);
    return edit<MeasureLife>(draft[kind], event.id);
  };

  const fresh = freshSubject(prefix);
  // In the order of the fields, since refusals follow it.
  const createRules = (basis: FieldRule) => ({ id: fresh, label: FREE_TEXT, basis, ...family.sizeRules });
  const announced: readonly Rule[] = authorityRules(family.instrument);

  const dateAhead = (what: string) =>
    depends(`${prefix}/date-not-ahead`, `${what} lies ahead, at most two years.`, (state) =>
      dateFrom(tomorrowOn(state), lastNotice(state)),
    );
  const effectDate = depends(
    `${prefix}/effect-in-the-past`,
    'An order takes effect today or later, at most two years ahead.',
    (state) => dateFrom(state.today, lastNotice(state)),
  );

  const creation = <const V extends string, X extends ZodRawShape>(
    verb: V,
    doc: string,
    extraFields: FieldSchemas<X>,
    extraRules: { readonly [K in keyof X]: FieldRule } & { readonly basis: FieldRule },
    rules: readonly Rule[],
    effect: (draft: State, event: NewMeasure & FieldsOf<X>) => void,
    extraExample: FieldsOf<X>,
  ) =>
    defineAction<`${P}.${V}`, ReturnType<typeof newMeasureFields> & F & X>({
      type: `${prefix}.${verb}`,
      actors: PARTY_IDS,
      doc,
      cites,
      ...declaredOf(kind, verb),
      fields: (z) => ({ ...newMeasureFields(z), ...family.sizeFields(z), ...schemasOf(extraFields, z) }),
      subject: 'authority',
      subjects: authoritiesFor(family.instrument),
      rules,
      domains: { ...createRules(extraRules.basis), ...extraRules },
      effect: (draft, event) => effect(draft, event),
      examples: [
        {
          type: `${prefix}.${verb}`,
          actor: 'US',
          on: day,
          ...sampled,
          ...example.size,
          ...extraExample,
        } as never,
      ],
    });

  const propose = creation(
    'propose',
    `Make a ${noun} known as considered, without a date.`,
    {},
    { basis: ANNOUNCED_BASIS },
    announced,
    (draft, event) => {
      create(draft, event, 'proposed');
    },
    {},
  );
  const threaten = creation(
    'threaten',
    `Threaten a ${noun} from a date on, by a voice that audiences hear.`,
    (z) => ({
      dueOn: isoDate(z),
      voice: z.enum(['officials', 'spokesperson', 'leader']).describe('Who says it'),
    }),
    {
      basis: ANNOUNCED_BASIS,
      dueOn: dateAhead('The date of a threat'),
      voice: VOICE,
    },
    announced,
    (draft, event) => setDue(draft, create(draft, event, 'threatened'), kind, event.dueOn),
    { dueOn: '2025-11-25', voice: 'leader' },
  );
  const impose = creation(
    'impose',
    `Order a new ${noun}, with effect today or on a later date.`,
    (z) => ({ from: isoDate(z) }),
    { basis: BASIS, from: effectDate },
    [...announced, FINDING_FIRST],
    (draft, event) => {
      orderFor(draft, create(draft, event, 'scheduled'), kind, event.from);
      noteCoercion(draft, event.actor as PartyId, event.id);
    },
    { from: '2025-10-25' },
  );

  const on = <const V extends string, X extends ZodRawShape>(
    verb: V,
    doc: string,
    actors: readonly ('US' | 'CN' | 'calendar')[],
    rules: readonly Rule[],
    fields: FieldSchemas<X>,
    domains: { readonly [K in keyof X]: FieldRule },
    effect: (draft: State, measure: MeasureLife, event: EventBase & FieldsOf<X>) => void,
    extraExample: FieldsOf<X>,
  ) =>
    defineAction<`${P}.${V}`, { id: ReturnType<typeof idOf> } & X>({
      type: `${prefix}.${verb}`,
      actors,
      doc,
      cites,
      ...declaredOf(kind, verb),
      fields: (z) => ({ id: idOf(z, `the ${noun}`), ...schemasOf(fields, z) }),
      subject: 'id',
      subjects: idsOf(column),
      rules: [exists, ...rules],
      domains,
      effect: (draft, event) => {
        const acted = event as unknown as EventBase & { id: string } & FieldsOf<X>;
        effect(draft, edit<MeasureLife>(draft[kind], acted.id), acted);
      },
      examples: [
        { type: `${prefix}.${verb}`, actor: actors[0]!, on: day, id: example.id, ...extraExample } as never,
      ],
    });

  const standing = standingAuthority(kind);
  const fit = fitForForce(kind);
  const untilDay = returnOrOpen(kind);

  const carryOut = on(
    'carry-out',
    `Carry out a ${noun} that was proposed or threatened, with effect today or on a later date.`,
    PARTY_IDS,
    [...own, statusIn(prefix, kind, 'be carried out', 'proposed', 'threatened'), ...fit],
    (z) => ({ from: isoDate(z) }),
    { from: effectDate },
    (draft, measure, event) => {
      orderFor(draft, measure, kind, event.from);
      noteCoercion(draft, measure.imposer, measure.id);
    },
    { from: '2025-10-25' },
  );
  const postpone = on(
    'postpone',
    `Move the date of a threatened or ordered ${noun} to a later day.`,
    PARTY_IDS,
    [...own, statusIn(prefix, kind, 'be postponed', 'threatened', 'scheduled')],
    (z) => ({ until: isoDate(z) }),
    {
      until: depends(
        `${prefix}/date-not-later`,
        'A postponement moves the date to a later one, at most two years ahead.',
        (state, _actor, id) =>
          dateFrom(addDays(laterOf(state.today, state[kind][id]?.dueOn ?? null), 1), lastNotice(state)),
      ),
    },
    (draft, measure, event) => setDue(draft, measure, kind, event.until),
    { until: '2025-11-20' },
  );
  const putOff = on(
    'put-off',
    `Put a threatened or ordered ${noun} off before it applies, until a date or without one; it stays on the books.`,
    PARTY_IDS,
    [...own, statusIn(prefix, kind, 'be put off', 'threatened', 'scheduled')],
    (z) => ({ until: isoDate(z).nullable() }),
    {
      until: depends(
        `${prefix}/date-not-later`,
        'What is put off may apply on a later day than was set, at most two years ahead, where it could be ordered; else it has no day.',
        (state, actor, id) =>
          untilDay(state, actor, id, laterOf(state.today, state[kind][id]?.dueOn ?? null), lastNotice(state)),
      ),
    },
    (draft, measure, event) => suspendUntil(draft, measure, kind, event.until),
    { until: null },
  );
  const setDeadlineFor = on(
    'set-deadline',
    `Threaten a ${noun} that was proposed, or put off without a date, from a date on.`,
    PARTY_IDS,
    [
      ...own,
      statusIn(prefix, kind, 'be threatened anew', 'proposed', 'suspended'),
      mustBe(
        column,
        {
          code: `${prefix}/has-a-return`,
          rule: 'A suspension with a date ends on that date and needs no threat.',
          source: 'stylised',
        },
        (measure) => measure.suspendedUntil === null,
        (measure) => ({ suspendedUntil: measure.suspendedUntil }),
      ),
      standing,
    ],
    (z) => ({
      dueOn: isoDate(z),
      voice: z.enum(['officials', 'spokesperson', 'leader']).describe('Who says it'),
    }),
    { dueOn: dateAhead('The date of a threat'), voice: VOICE },
    (draft, measure, event) => {
      setStatus(draft, measure, 'threatened');
      // A threat has no life of its own; one over what was in force before does not stop that clock.
      if (measure.endsOn !== null) startClock(draft, measure, kind);
      setDue(draft, measure, kind, event.dueOn);
    },
    { dueOn: '2025-11-25', voice: 'leader' },
  );
  const scheduleReturn = on(
    'schedule-return',
    `Set the day on which the open-ended suspension of a ${noun} ends.`,
    PARTY_IDS,
    [
      ...own,
      statusIn(prefix, kind, 'be given a day of return', 'suspended'),
      mustBe(
        column,
        {
          code: `${prefix}/has-a-return`,
          rule: 'Only a suspension without a date can be given one; another is extended.',
          source: 'stylised',
        },
        (measure) => measure.suspendedUntil === null,
        (measure) => ({ suspendedUntil: measure.suspendedUntil }),
      ),
      ...fit,
    ],
    (z) => ({ until: isoDate(z) }),
    {
      until: depends(
        `${prefix}/suspension-not-ahead`,
        'A suspension ends on a later day, within the life of its measure and at most two years ahead.',
        (state, _actor, id) =>
          dateFrom(tomorrowOn(state), earlierOf(lastNotice(state), endOf(state, kind, id))),
      ),
    },
    (draft, measure, event) => {
      const { since } = measure;
      suspendUntil(draft, measure, kind, event.until);
      measure.since = since;
    },
    { until: '2026-10-25' },
  );
  const withdraw = on(
    'withdraw',
    `End a ${noun}, or a threat or proposal of one, for good.`,
    PARTY_IDS,
    [
      ...own,
      statusIn(prefix, kind, 'be withdrawn', 'proposed', 'threatened', 'scheduled', 'in-force', 'suspended'),
    ],
    (z) => ({ traded: z.boolean().describe('Whether something was given for it') }),
    { traded: always('withdrawal/not-a-yes-or-no', 'A withdrawal is traded or not.', oneOf(true, false)) },
    (draft, measure) => {
      setStatus(draft, measure, 'withdrawn');
    },
    { traded: true },
  );
  const suspend = on(
    'suspend',
    `Stop applying a ${noun} until a date, when it snaps back, or with an open end.`,
    PARTY_IDS,
    [...own, statusIn(prefix, kind, 'be suspended', 'in-force')],
    (z) => ({ until: isoDate(z).nullable() }),
    {
      until: depends(
        `${prefix}/suspension-not-ahead`,
        'A suspension ends on a later day, within the life of its measure and at most two years ahead, or stays open.',
        (state, actor, id) =>
          untilDay(state, actor, id, state.today, earlierOf(lastNotice(state), endOf(state, kind, id))),
      ),
    },
    (draft, measure, event) => suspendUntil(draft, measure, kind, event.until),
    { until: '2026-10-25' },
  );
  const extend = on(
    'extend',
    `Prolong the suspension of a ${noun} to a later date or to an open end.`,
    PARTY_IDS,
    [...own, statusIn(prefix, kind, 'have its suspension extended', 'suspended')],
    (z) => ({ until: isoDate(z).nullable() }),
    {
      until: depends(
        `${prefix}/extension-not-later`,
        'An extension ends later than the suspension did, within the life of the measure and at most two years ahead, or stays open.',
        (state, actor, id) => {
          const until = state[kind][id]?.suspendedUntil ?? null;
          // Nothing is later than an open end.
          if (until === null) return oneOf();
          const last = earlierOf(lastNotice(state), endOf(state, kind, id));
          return untilDay(state, actor, id, laterOf(state.today, until), last);
        },
      ),
    },
    (draft, measure, event) => {
      const { since } = measure;
      suspendUntil(draft, measure, kind, event.until);
      measure.since = since;
    },
    { until: '2026-11-10' },
  );
  const resume = on(
    'resume',
    `End the suspension of a ${noun} early: it applies again at its stored level.`,
    PARTY_IDS,
    [...own, statusIn(prefix, kind, 'be resumed', 'suspended'), ...fit],
    {},
    {},
    (draft, measure) => {
      enterIntoForce(draft, measure, kind);
      noteCoercion(draft, measure.imposer, measure.id);
    },
    {},
  );
  const enter = on(
    'enter-into-force',
    `The day of an ordered ${noun} has come and it applies.`,
    ['calendar'],
    [statusIn(prefix, kind, 'enter into force', 'scheduled'), mustBeDue(prefix, 'entry-into-force')],
    {},
    {},
    (draft, measure) => enterIntoForce(draft, measure, kind),
    {},
  );
  const snapback = on(
    'snapback',
    `The suspension of a ${noun} has run out and it applies again at its stored level.`,
    ['calendar'],
    [statusIn(prefix, kind, 'snap back', 'suspended'), mustBeDue(prefix, 'snapback')],
    {},
    {},
    (draft, measure) => enterIntoForce(draft, measure, kind),
    {},
  );
  const lapse = on(
    'lapse',
    `The longest life of a ${noun} under its authority is over and it ends.`,
    ['calendar'],
    [
      // A life that has begun goes on while the measure is put off and threatened or ordered anew.
      statusIn(prefix, kind, 'lapse', 'threatened', 'scheduled', 'in-force', 'suspended'),
      mustBeDue(prefix, 'measure-end'),
    ],
    {},
    {},
    (draft, measure) => setStatus(draft, measure, 'lapsed'),
    {},
  );
  const expire = on(
    'expire-threat',
    `The date of a threatened ${noun} has passed and nothing was done: the threat lapses.`,
    ['calendar'],
    [statusIn(prefix, kind, 'lapse as a threat', 'threatened'), mustBeDue(prefix, 'threat')],
    {},
    {},
    (draft, measure) => setStatus(draft, measure, 'lapsed'),
    {},
  );

  return [
    propose,
    threaten,
    impose,
    carryOut,
    postpone,
    putOff,
    setDeadlineFor,
    withdraw,
    suspend,
    extend,
    scheduleReturn,
    resume,
    enter,
    snapback,
    lapse,
    expire,
  ];
}
