/**
 * Verbs of a measure's life: what a row of their table says, and the action type of a family that a row becomes.
 *
 * A beginning makes a new measure, so what it acts on is the statute that carries it; every other verb acts on a measure
 * that exists. What a verb tells about resolve follows the crisis game of Lewis and Schultz (2003): threats are made,
 * carried out, put off or withdrawn.
 */
import type * as z from 'zod';
import { otherParty, PARTY_IDS, type Actor, type PartyId } from '../model/actor';
import { edit } from '../model/column';
import type { MeasureKind, MeasureLife, MeasureStatus } from '../model/measure';
import type { Draft } from '../model/state';
import type { Writable } from '../kit/writable';
import {
  defineAction,
  type EventBase,
  type FieldRule,
  type FieldsOf,
  type Rule,
  type ResolveSignal,
  type Touched,
  type TypedActionType,
} from './action-type';
import { idOf, type Zod } from './fields';
import { withArticle } from './nouns';
import { newMeasureFields, type MeasureFamily, type NewMeasure } from './measure-family';
import {
  authoritiesFor,
  authorityRules,
  FREE_TEXT,
  freshSubject,
  idsOf,
  measures,
  mustExist,
  ownMeasure,
  statusIn,
} from './rules';

/** A field of a verb's events: its schema, what it may be of a kind of measure, and an example of it where it is not left out. */
export interface VerbField<S extends z.ZodType = z.ZodType> {
  readonly schema: (z: Zod) => S;
  readonly rule: (kind: MeasureKind) => FieldRule;
  readonly example?: z.output<S>;
}

/** The fields of a verb's events by name, in their order. */
export type VerbFields = Readonly<Record<string, VerbField>>;

/** The schemas of a verb's fields. */
type ShapeOf<X extends VerbFields> = {
  readonly [K in keyof X]: X[K] extends VerbField<infer S> ? S : never;
};

/** What a row says of every verb. */
interface VerbRow<X extends VerbFields> {
  /** What the move is, in one sentence; `{a measure}` and `{measure}` stand for the family's noun. */
  readonly doc: string;
  readonly fields: X;
  /** What it tells about resolve, where it is part of a threat's life. */
  readonly signal?: ResolveSignal;
  /** Whether it can change a level in force or pending; what touches none is about words and dates of what does not apply. */
  readonly touches: 'level' | 'no-level';
  /** What it does to the measure and its deadlines. A method, so that rows of different fields stand in one table. */
  effect(draft: Draft, measure: Writable<MeasureLife>, kind: MeasureKind, event: FieldsOf<ShapeOf<X>>): void;
}

/** A verb by which a party brings a new measure into being. */
export interface Beginning<X extends VerbFields = VerbFields> extends VerbRow<X> {
  /** The status with which the measure is entered before the effect. */
  readonly begins: MeasureStatus;
  /** On which probe it may rest. */
  readonly basis: FieldRule;
  /** Whether it need not say on which statute it will stand. */
  readonly open: boolean;
  /** What it asks of the statute beside that it may carry such a measure. */
  readonly needs: readonly Rule[];
}

/** A verb about a measure that exists. */
export interface Verb<X extends VerbFields = VerbFields> extends VerbRow<X> {
  /** Who may: the party whose measure it is, or the calendar by itself. */
  readonly by: 'imposer' | 'calendar';
  /** The statuses in which it is open, and what a measure in one of them can do, for refusals. */
  readonly from: readonly MeasureStatus[];
  readonly can: string;
  /** What it asks beside existence, owner and status. */
  readonly needs: readonly ((kind: MeasureKind) => Rule)[];
}

/** A table of beginnings, each with its fields inferred. */
export const beginnings = <const T extends Readonly<Record<string, VerbFields>>>(rows: {
  readonly [V in keyof T]: Beginning<T[V]>;
}) => rows;

/** A table of verbs, each with its fields inferred. */
export const verbs = <const T extends Readonly<Record<string, VerbFields>>>(rows: {
  readonly [V in keyof T]: Verb<T[V]>;
}) => rows;

type FieldsIn<R> = R extends { readonly fields: infer X extends VerbFields } ? ShapeOf<X> : never;

/** The action types that a table of beginnings becomes in a family. */
export type BeginningTypes<P extends string, F extends z.ZodRawShape, T> = {
  [V in keyof T & string]: TypedActionType<
    `${P}.${V}`,
    ReturnType<typeof newMeasureFields> & F & FieldsIn<T[V]>
  >;
}[keyof T & string];

/** The action types that a table of verbs becomes in a family. */
export type VerbTypes<P extends string, T> = {
  [V in keyof T & string]: TypedActionType<`${P}.${V}`, { id: ReturnType<typeof idOf> } & FieldsIn<T[V]>>;
}[keyof T & string];

const DAY = '2025-10-25';

/** The same for each field, under its name. */
function ofFields<V>(fields: VerbFields, value: (field: VerbField) => V): Record<string, V> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, value(field)]));
}

/** What every verb of a family declares. */
function declared(
  { kind, cites, noun }: Pick<MeasureFamily<string, z.ZodRawShape>, 'kind' | 'cites' | 'noun'>,
  { doc, signal, touches, fields }: VerbRow<VerbFields>,
) {
  const touched: readonly Touched[] = touches === 'level' ? [kind] : [];
  return {
    doc: doc.replace('{a measure}', withArticle(noun)).replace('{measure}', noun.one),
    cites,
    touches: touched,
    ...(signal === undefined ? {} : { signal }),
    schemas: (z: Zod) => ofFields(fields, ({ schema }) => schema(z)),
    domains: ofFields(fields, ({ rule }) => rule(kind)),
    examples: Object.fromEntries(
      Object.entries(fields).flatMap(([name, { example }]) =>
        example === undefined ? [] : [[name, example]],
      ),
    ),
  };
}

/** Enters a new measure of a family into the state. */
function enter<F extends z.ZodRawShape>(
  draft: Draft,
  { write }: MeasureFamily<string, F>,
  event: NewMeasure,
  status: MeasureStatus,
): MeasureLife {
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
  return write(draft, life, event as unknown as FieldsOf<F>);
}

/** The action type of a beginning in a family. */
export function beginningOf<F extends z.ZodRawShape>(
  family: MeasureFamily<string, F>,
  name: string,
  row: Beginning,
) {
  const { prefix, kind, instrument, example } = family;
  const { schemas, domains, examples, ...rest } = declared(family, row);
  const type = `${prefix}.${name}`;
  return defineAction<string, z.ZodRawShape>({
    ...rest,
    type,
    actors: PARTY_IDS,
    fields: (z) => ({ ...newMeasureFields(z), ...family.sizeFields(z), ...schemas(z) }),
    subject: 'authority',
    subjects: authoritiesFor(instrument, row.open),
    rules: [...authorityRules(instrument, row.open), ...row.needs],
    // In the order of the fields, since refusals follow it.
    domains: {
      id: freshSubject(prefix),
      label: FREE_TEXT,
      basis: row.basis,
      ...family.sizeRules,
      ...domains,
    },
    effect: (draft, event) => {
      // Parsed by the fields above.
      const measure = enter(draft, family, event as unknown as NewMeasure, row.begins);
      row.effect(draft, measure, kind, event);
    },
    examples: [
      {
        type,
        actor: 'US',
        on: DAY,
        id: example.id,
        label: 'An example',
        authority: example.authority,
        basis: null,
        ...example.size,
        ...examples,
      },
    ],
  });
}

/** The measure that a parsed event of a verb names. */
const subjectOf = (event: EventBase): string => (event as EventBase & { readonly id: string }).id;

const BY: Readonly<Record<Verb['by'], readonly Actor[]>> = { imposer: PARTY_IDS, calendar: ['calendar'] };

/** The action type of a verb in a family. */
export function verbOf<F extends z.ZodRawShape>(family: MeasureFamily<string, F>, name: string, row: Verb) {
  const { prefix, kind, noun, example } = family;
  const { schemas, domains, examples, ...rest } = declared(family, row);
  const type = `${prefix}.${name}`;
  const column = measures(kind);
  const actors = BY[row.by];
  return defineAction<string, z.ZodRawShape>({
    ...rest,
    type,
    actors,
    fields: (z) => ({ id: idOf(z, `the ${noun.one}`), ...schemas(z) }),
    subject: 'id',
    subjects: idsOf(column),
    rules: [
      mustExist(prefix, noun.one, column),
      ...(row.by === 'imposer' ? ownMeasure(prefix, kind) : []),
      statusIn(prefix, kind, row.can, ...row.from),
      ...row.needs.map((need) => need(kind)),
    ],
    domains,
    effect: (draft, event) =>
      row.effect(draft, edit<MeasureLife>(draft[kind], subjectOf(event)), kind, event),
    examples: [{ type, actor: actors[0]!, on: DAY, id: example.id, ...examples }],
  });
}
