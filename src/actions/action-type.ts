/**
 * Action types: the kinds of move, each with its schema, meaning, citation, legality and effect in one place.
 *
 * Legality is stated once: rules about the subject of the move and a domain for every other field (see
 * `domain.ts`). Guards come before the first write; an effect may assume that they passed, and neither draws, reads
 * a clock nor calls another family.
 */
import type * as z from 'zod';
import { checkObject, isListOfObjects, isObject, readOff } from '../kit/checks';
import type { FieldsForm, ForeignSchema, Form, Formed, FormIssue } from '../kit/form';
import { parseForm } from '../kit/parse-form';
import { surelyHasFields } from '../kit/form-fit';
import { InputError } from '../kit/input-error';
import type { Actor } from '../model/actor';
import { COERCIVE_KINDS, type CoerciveKind } from '../model/coercion';
import type { Draft, State } from '../model/state';
import type { Domain, Scalar } from './domain';
import { compiledFields, EVENT_BASE, EVENT_BOOK } from './event-forms';
import { isoDate, schemasOf, type FieldSchemas, type Zod } from './fields';

/** What a refusal rests on: named facts of the state and of the event. */
export type RefusalFacts = Readonly<Record<string, Scalar | readonly string[]>>;

/** A rule about the subject of a move. `violated` returns the facts of the violation, or null. */
export interface Rule {
  /** Stable code, `family/reason`. */
  readonly code: string;
  /** The rule in words. */
  readonly rule: string;
  /** Id of a source in the register, or `stylised` where the rule is a convention of this model. */
  readonly source: string;
  /** The facts of the violation, or null where the rule holds. */
  readonly violated: (state: State, actor: Actor, subject: string) => RefusalFacts | null;
  /** Whether nothing further can be asked once this rule is violated (an unknown subject). */
  readonly stops?: boolean;
  /** Action types that are nearest where this rule refuses, on the same subject, the nearest first. */
  readonly instead?: readonly string[];
  /** Whether the move settles a deadline that has come, so that it goes before everything else of the day. */
  readonly settles?: boolean;
  /**
   * Whether what it asks of an actor and a subject does not change with the days: whose a measure is, what a statute
   * provides for. What is promised for a later day has to satisfy it today.
   */
  readonly lasting?: boolean;
}

/** Action types by name, of the table by which an event is judged. */
export interface ActionTypesByName {
  /** Action types by their names, `family.verb`. */
  readonly byType: ReadonlyMap<string, ActionType>;
}

/** What a field other than the subject may be. */
export interface FieldRule {
  /** Stable code, `family/reason`. */
  readonly code: string;
  /** The rule in words. */
  readonly rule: string;
  /** Id of a source in the register, or `stylised`. */
  readonly source: string;
  /** The values that the field may take now; `table` has the action types of which an event may speak. */
  readonly domain: (state: State, actor: Actor, subject: string, table: ActionTypesByName) => Domain;
  /** Whether a value is a member for sure, so that the domain need not be worked out; false says nothing. */
  readonly surely?: (state: State, value: unknown) => boolean;
  /** The domain, where it is the same in every state. */
  readonly constant?: Domain;
  /** Whether events may leave the field out; its domain then says so too. */
  readonly optional?: true;
}

/** What every event carries: its type, who acts, the day, and optionally the source that attests it. */
export interface EventBase {
  /** The action type, `family.verb`. */
  readonly type: string;
  /** Who acts. */
  readonly actor: Actor;
  /** The day, YYYY-MM-DD. */
  readonly on: string;
  /** Id or address of the source that attests it. */
  readonly source?: string | undefined;
}

/** Names of the fields that an event may leave out. */
type MayBeAbsent<F extends z.ZodRawShape> = {
  [K in keyof F]: F[K]['_zod']['optout'] extends 'optional' ? K : never;
}[keyof F];

/** The values of an event's own fields; a field whose schema is optional may be left out. */
export type FieldsOf<F extends z.ZodRawShape> = {
  readonly [K in keyof F as K extends MayBeAbsent<F> ? never : K]: z.output<F[K]>;
} & { readonly [K in keyof F as K extends MayBeAbsent<F> ? K : never]?: z.output<F[K]> };

/** The event of one action type. */
export type EventOf<T extends string, F extends z.ZodRawShape> = Omit<EventBase, 'type'> & {
  /** Name of the action type, `family.verb`. */
  readonly type: T;
} & FieldsOf<F>;

/** What a move tells about the resolve of its author, where it is part of a threat's life (Lewis and Schultz 2003). */
export type ResolveSignal = 'threat' | 'execution' | 'postponement' | 'withdrawal';

/**
 * What an act can change of what is read off a state: a kind of measure, its levels, averages, severities and what of it a
 * truce leaves uncovered; `flows`, halts of purchases; `promises`, how many were kept and
 * broken. Who keeps such a sum takes it anew only after an act that touches it, and only there does the engine look for
 * coercion.
 */
export type Touched = CoerciveKind | 'promises';

/** All of them: what a type touches that does not say. */
const ALL_TOUCHED: readonly Touched[] = [...COERCIVE_KINDS, 'promises'];

/** What an author writes for an action type. */
export interface ActionDefinition<T extends string, F extends z.ZodRawShape> {
  /** The name, `family.verb`. */
  readonly type: T;
  /** Who may make this move. */
  readonly actors: readonly Actor[];
  /** What the move is, for people: one sentence. */
  readonly doc: string;
  /** Ids of sources of the law or practice, or `stylised`. */
  readonly cites: readonly string[];
  /**
   * Zod schemas of the fields beside type, actor and day. The library's own types make them of the zod that they are handed,
   * so that zod is loaded by those alone who ask for a schema; what their events are checked by is compiled beforehand.
   */
  readonly fields: FieldSchemas<F>;
  /** The field that names what is acted on, or null. */
  readonly subject: (keyof F & string) | null;
  /** Candidates for the subject; the rules decide which are legal. */
  readonly subjects: (state: State, actor: Actor) => readonly string[];
  /** What has to hold of the subject, rule by rule. */
  readonly rules: readonly Rule[];
  /** One rule for each field but the subject. */
  readonly domains: { readonly [K in keyof F]?: FieldRule };
  /** What the move tells about resolve, where it is part of a threat's life. */
  readonly signal?: ResolveSignal;
  /** What its effect can change of what is read off a state; all of it unless told. */
  readonly touches?: readonly Touched[];
  /**
   * An event as a sentence, from the states before and after it; a type that has none is worded by `doc` and the label of
   * its subject. The library's own types have theirs in the report.
   */
  readonly sentence?: (event: EventOf<T, F>, before: State, after: State) => string;
  /**
   * How far an event of a type of one's own presses the other side, from -1, or obliges it, up to 1: what it does to
   * goodwill and to whether the meeting is held, beside what its effect changes. A type without one is inert there. Those of
   * the library's own types are a table of the episode.
   */
  readonly channel?: (event: EventOf<T, F>, before: State) => number;
  /** Writes a legal event into a draft. */
  readonly effect: (draft: Draft, event: EventOf<T, F>) => void;
  /** At least one event that is well formed; read by the schema test, the property suite and the reference page. */
  readonly examples: readonly EventOf<T, F>[];
}

/** An action type as the machine reads it: the author's statement without its field types. */
export interface ActionType {
  /** The name, `family.verb`. */
  readonly type: string;
  /** Who may make the move. */
  readonly actors: readonly Actor[];
  /** What the move is, for people: one sentence. */
  readonly doc: string;
  /** Ids of sources of the law or practice, or `stylised`. */
  readonly cites: readonly string[];
  /** The field that names what is acted on, or null. */
  readonly subject: string | null;
  /** Candidates for the subject; the rules decide which are legal. */
  readonly subjects: (state: State, actor: Actor) => readonly string[];
  /** What has to hold of the subject, rule by rule. */
  readonly rules: readonly Rule[];
  /** The field rules in the order of the fields. */
  readonly fieldRules: readonly (readonly [field: string, rule: FieldRule])[];
  /** Whether the move settles a deadline, and so goes before everything else of its day. */
  readonly settlesDeadline: boolean;
  /** What the move tells about resolve, or null. */
  readonly signal: ResolveSignal | null;
  /** What the effect can change of the sums read off a state. */
  readonly touches: readonly Touched[];
  /** An event as a sentence, where the type declares one. */
  readonly sentence?: ((event: EventBase, before: State, after: State) => string) | undefined;
  /** How far an event presses or obliges the other side, where the type declares it. */
  readonly channel?: ((event: EventBase, before: State) => number) | undefined;
  /** Writes a legal event into a draft. */
  readonly effect: (draft: Draft, event: EventBase) => void;
  /** At least one event that is well formed. */
  readonly examples: readonly EventBase[];
  /** Whether a value has the form of an event of this type: as a copy with the known fields, or what is wrong with it. */
  readonly parse: (value: unknown) => Formed;
  /**
   * What is wrong with the form of a value as an event of this type, as `parse` tells it, but without a copy; nothing where it has
   * the form. With a day, of an act that names none, on that day.
   */
  readonly formIssues: (value: unknown, on?: string) => readonly FormIssue[];
  /** Strict zod schema of the whole event, made by the zod that is handed over: `schema(z)`. */
  readonly schema: (z: Zod) => z.ZodType<EventBase>;
}

/** An action type that remembers its event in the type system, so that the union of events derives from the table. */
export interface TypedActionType<T extends string, F extends z.ZodRawShape> extends ActionType {
  readonly type: T;
  /** Never present at run time. */
  readonly __event?: EventOf<T, F>;
}

/** What every event carries, as schemas. */
export const baseSchemas = (z: Zod) => ({
  on: isoDate(z, 'Day of the act'),
  source: z.string().max(400).optional().describe('Id or address of the source that attests the act'),
});

/** The form of the whole event of a type. */
function formOf(type: string, actors: readonly Actor[], fields: Readonly<Record<string, Form>>): FieldsForm {
  return {
    kind: 'fields',
    fields: {
      type: { kind: 'one-of', values: [type] },
      actor: { kind: 'one-of', values: actors },
      ...EVENT_BASE,
      ...fields,
    },
    others: 'refused',
  };
}

/** The forms of fields that came as schemas: each is asked itself. */
function foreignFields(fields: z.ZodRawShape): Record<string, Form> {
  // What a shape may hold answers to these two names in every flavour of zod.
  const schemas = Object.entries(fields) as unknown as [string, ForeignSchema][];
  return Object.fromEntries(schemas.map(([name, schema]) => [name, { kind: 'foreign', schema }]));
}

/** The field rules in the order of the fields; of the library's own types the domains are written in that order. */
function fieldRulesOf({
  type,
  fields,
  subject,
  domains,
}: ActionDefinition<string, z.ZodRawShape>): [string, FieldRule][] {
  return Object.keys(typeof fields === 'function' ? domains : fields)
    .filter((field) => field !== subject)
    .map((field) => {
      const rule = domains[field];
      if (rule === undefined) {
        const why = `${type}: the field "${field}" has no rule`;
        throw new InputError({
          code: 'own/action',
          path: `definition.domains.${field}`,
          given: rule,
          allowed: 'a rule',
          why,
        });
      }
      return [field, rule];
    });
}

const isFunction = (value: unknown) => typeof value === 'function';

/** What a definition has to have, by field: what may be left out is looked at where it is used. */
const PARTS: Readonly<Record<string, readonly [allowed: string, is: (value: unknown) => boolean]>> = {
  type: ['a text of the form family.verb', (value) => typeof value === 'string' && value.includes('.')],
  actors: ['a list of those who may make the move', Array.isArray],
  fields: ['an object of schemas', (value) => isObject(value) || isFunction(value)],
  subjects: ['a function of a state and an actor', isFunction],
  rules: ['a list of rules', isListOfObjects],
  domains: ['an object of rules by field', isObject],
  effect: ['a function of a draft and an event', isFunction],
  examples: ['a list of events', isListOfObjects],
};

/** Refuses with an InputError what is no definition of an action type, by the part that cannot be one. */
function checkDefinition(definition: unknown): void {
  const given = checkObject('definition', definition, 'the definition of an action type');
  for (const [part, [allowed, is]] of Object.entries(PARTS)) {
    const value = readOff('definition', given, () => given[part]);
    if (!is(value))
      throw new InputError({ code: 'own/action', path: `definition.${part}`, given: value, allowed });
  }
}

const NONE: readonly never[] = [];

/**
 * Makes an action type out of its definition. Throws an InputError for a part that is missing or of another kind, a field without a rule
 * among them.
 * @param definition - Name, actors, fields, rules and effect of the new type; each field but the subject needs a rule under `domains`.
 *
 * @example
 * const nod = defineAction({
 *   type: 'talks.nod',
 *   actors: ['US', 'CN'],
 *   doc: 'Nod across the table.',
 *   cites: ['stylised'],
 *   fields: {},
 *   subject: null,
 *   subjects: () => [],
 *   rules: [],
 *   domains: {},
 *   effect: () => undefined,
 *   examples: [{ type: 'talks.nod', actor: 'US', on: '2025-10-25' }],
 * });
 * nod.type
 */
export function defineAction<const T extends string, F extends z.ZodRawShape>(
  definition: ActionDefinition<T, F>,
): TypedActionType<T, F> {
  checkDefinition(definition);
  const { type, actors, fields } = definition;
  let known: FieldsForm | undefined;
  const form = () =>
    (known ??= formOf(
      type,
      actors,
      typeof fields === 'function' ? compiledFields(type) : foreignFields(fields),
    ));
  const parse = (value: unknown) => parseForm(form(), value, EVENT_BOOK);
  return {
    type,
    actors,
    doc: definition.doc,
    cites: definition.cites,
    subject: definition.subject,
    subjects: definition.subjects,
    rules: definition.rules,
    fieldRules: fieldRulesOf(definition as unknown as ActionDefinition<string, z.ZodRawShape>),
    signal: definition.signal ?? null,
    touches: definition.touches ?? ALL_TOUCHED,
    settlesDeadline: definition.rules.some((rule) => rule.settles === true),
    // An event's type is looked up before its row is asked, so the narrower parameter is what arrives.
    sentence: definition.sentence as ActionType['sentence'],
    channel: definition.channel as ActionType['channel'],
    effect: definition.effect as unknown as (draft: Draft, event: EventBase) => void,
    examples: definition.examples,
    parse,
    formIssues: (value, on) => {
      const beside = on === undefined ? null : { name: 'on', value: on };
      if (surelyHasFields(form(), value, EVENT_BOOK, beside)) return NONE;
      const parsed = parse(beside === null ? value : { ...(value as object), on });
      return parsed.ok ? NONE : parsed.issues;
    },
    schema: (z) =>
      z.strictObject({
        type: z.literal(type),
        actor: z.enum(actors as [Actor, ...Actor[]]),
        ...baseSchemas(z),
        ...schemasOf(fields, z),
      }) as unknown as z.ZodType<EventBase>,
  };
}
