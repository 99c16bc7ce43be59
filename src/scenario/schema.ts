/**
 * Scenarios: suppositions, each a difference from the facts.
 *
 * A scenario names its day, its horizon, the meeting, the agenda, the parties' policies, what it supposes to happen,
 * which authorities it does without, the hypotheses it turns and the outcome classes with their resolution rules. It
 * never copies a fact. A variant extends another scenario and says only what differs; null takes something away.
 */
import * as z from 'zod';
import { isIsoDate } from '../kit/calendar';
import { ACTORS } from '../model/actor';
import { BASE_RATE_CLASSES } from '../model/coded-class';
import { conditionSchema } from '../facts/condition-schema';
import { isInOrder } from './forms';
import { POLICY_IDS } from '../policies/policy-ids';

export type { Condition, TermCondition } from '../model/condition';
export type { PolicyId } from '../policies/policy-ids';

/**
 * The days that exist, as a pattern for those who have no other check: `YYYY-MM-DD`, with the months as long as they are. The
 * same as `isIsoDate` of the calendar.
 */
export const ISO_DAY =
  '^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const slug = (what: string) =>
  z.string().max(80).regex(SLUG, { error: 'expected lower-case words joined by hyphens' }).describe(what);
const day = (what: string) =>
  z
    .string()
    .refine(isIsoDate, { error: 'expected a day that exists, written YYYY-MM-DD' })
    // For the JSON schema, which knows no predicates.
    .meta({ description: what, pattern: ISO_DAY });
/** A character that is seen: no space, no control, and none that a font draws nothing for. */
const SEEN =
  /[^\s\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]/;
/** Looked for beside {@link SEEN} and not with it: each takes one pass over a text of any length. */
const ONE_LINE = /^[^\n\r\v\f\u0085\u2028\u2029]*$/;
const text = (what: string, max = 600) =>
  z.string().regex(SEEN, { error: 'expected a text that says something' }).max(max).describe(what);
const line = (what: string, max: number) =>
  z
    .string()
    .regex(ONE_LINE, { error: 'expected one line' })
    .regex(SEEN, { error: 'expected a line that says something' })
    .max(max)
    .describe(what);

/** One outcome class. */
export const outcomeSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    /** Id of the class, lower-case words joined by hyphens. */
    id: slug('Id of the class'),
    /** What people call the class, at most 120 characters. */
    title: line('What people call it', 120),
    /** What it would mean, in a sentence. */
    meaning: text('What it would mean'),
    /** The question that a judge would answer with yes or no. */
    question: text('The question that a judge would answer with yes or no'),
    /** Day on which the question is settled, `YYYY-MM-DD`. */
    resolvesOn: day('Day on which the question is settled'),
    /** The source to consult, in words. */
    consult: text('The source to consult'),
    /** What decides a doubtful case. */
    tie: text('What decides a doubtful case'),
    /** The condition on how an episode ends under which it belongs to the class. */
    when: conditionSchema.describe('The ends that belong to the class'),
    /** The coded class with whose base rate it is pooled; absent where it is the model alone. */
    coded: z
      .enum(BASE_RATE_CLASSES)
      .optional()
      .describe(
        'The class for which past meetings are coded that this one is; it is pooled with their base rate',
      ),
  }))();

export type { OutcomeClass, Scenario, ScenarioFile } from './types';

const rangeSchema = /* @__PURE__ */ (() =>
  z
    .strictObject({
      low: z.number().describe('Low end of the range, in the unit of the parameter'),
      central: z.number().describe('Central value, the mode of the triangle from which it is drawn'),
      high: z.number().describe('High end of the range; equal to low for what is not drawn'),
    })
    .refine(isInOrder, { error: 'expected low <= central <= high' })
    .describe('A range: low <= central <= high'))();

const supposedEventSchema = /* @__PURE__ */ (() =>
  z
    .looseObject({
      /** Day of the supposed event, `YYYY-MM-DD`. */
      on: day('Day of the event'),
      /** Who acts; what the calendar does is not supposed. */
      actor: z.enum(ACTORS).exclude(['calendar']).describe('Who acts'),
      /** Name of the action type, whose fields stand beside it. */
      type: line('Action type, as `detente actions` lists them', 60),
    })
    .describe('A supposed event: the fields of its action type'))();

/** What a year of all output is worth, in points: 1 % of GDP for a year is one. No issue is worth more. */
const MOST_WORTH = 100;

const issueChangeSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    /** Worth of the whole issue to its receiver, points, 0 to 100: one is 1 % of GDP for a year. */
    benefit: z.number().min(0).max(MOST_WORTH).optional().describe('Worth to the receiver, points'),
    /** Cost of granting all of it to its giver, points, 0 to 100. */
    cost: z.number().min(0).max(MOST_WORTH).optional().describe('Cost to the giver, points'),
    /** Red line: the most that the giver concedes, a degree from 0 to 1. */
    cap: z.number().min(0).max(1).optional().describe('Red line of the giver, 0 to 1'),
  }))();

const parts = /* @__PURE__ */ (() => ({
  /** Title of the scenario, at most 120 characters. */
  title: line('Title', 120),
  /** The question that it asks. */
  question: text('The question it asks'),
  /** What is supposed and why it matters, at most 1200 characters. */
  about: text('What is supposed and why it matters', 1200),
  /** The first day, `YYYY-MM-DD`; nothing later than this is known. */
  asOf: day('The first day; nothing later than this is known'),
  /** The last day, `YYYY-MM-DD`: after the first one, at most 20 years. */
  horizon: day('The last day: after asOf, at most 20 years'),
  /** Day, `YYYY-MM-DD`: only duties above those that stood on it count as pain. */
  painSince: day('Tariffs newer than this day count as pain'),
  /** Id in the facts of the meeting that it is about. */
  meeting: slug("The leaders' meeting, by id in the facts"),
  /** Ids of the issues on the table, 1 to 50. */
  agenda: z.array(slug('An issue')).min(1).max(50).describe('Issues on the table'),
  /** The policy that each party follows. */
  policies: z
    .strictObject({
      /** Id of the policy of the United States. */
      US: z.enum(POLICY_IDS).describe('Id of the policy of the United States'),
      /** Id of the policy of China. */
      CN: z.enum(POLICY_IDS).describe('Id of the policy of China'),
    })
    .describe('The decision rule of each party'),
  /** Two hypotheses of experts, each held or not. */
  hypotheses: z
    .strictObject({
      /** Whether China does not give up rare earths as a lever. */
      leverKept: z.boolean().describe('China does not give up rare earths as a lever'),
      /** Whether a deal validates coercion and a failure worsens relations. */
      gambitValidated: z.boolean().describe('A deal validates coercion and a failure worsens relations'),
    })
    .describe("Two experts' hypotheses as settings"),
  /** Ids of the authorities that it does without from the first day on, at most 20. */
  withoutAuthorities: z.array(slug('An authority')).max(20).describe('Authorities it does without'),
  /** What is supposed to happen, by a name for each event. */
  events: z
    .record(slug('Name of a supposed event'), supposedEventSchema)
    .describe('What is supposed to happen, by name'),
  /** Changed worths, costs and red lines, by the id of the issue. */
  issues: z.record(slug('An issue'), issueChangeSchema).describe('Changed weights and red lines'),
  /** Changed parameters by their dotted names: a number that is not drawn, or a range. */
  parameters: z
    .record(z.string().max(40), z.union([z.number(), rangeSchema]))
    .describe('Changed parameters: a number or a range'),
  /** What it rests on beside the facts, in sentences, at most 40. */
  assumptions: z.array(text('An assumption')).max(40).describe('What it rests on beside the facts'),
  /** The outcome classes in order of escalation, 2 to 20. */
  outcomes: z.array(outcomeSchema).min(2).max(20).describe('Outcome classes in order of escalation'),
}))();

const happenedUntil = /* @__PURE__ */ (() =>
  day('Up to this day the events have happened, and nothing else of parties and chance; asOf unless told'))();

const precedence = /* @__PURE__ */ (() =>
  z
    .array(slug('An outcome class'))
    .min(2)
    .max(20)
    .describe(
      'The order in which the classes are asked: the first that holds is the class. Without it each end has to belong to exactly one',
    ))();

/** A whole scenario. */
export const scenarioSchema = /* @__PURE__ */ (() =>
  z
    .strictObject({
      /** Id of the scenario, lower-case words joined by hyphens; the name of its file. */
      id: slug('Id, the name of the file'),
      ...parts,
      /** Day up to which the supposed events have happened, `YYYY-MM-DD`; the first day where it is absent. */
      today: happenedUntil.optional(),
      /** Ids of the classes in the order in which they are asked; absent where they exclude each other. */
      precedence: precedence.optional(),
    })
    .describe('A scenario: a supposition about a negotiation, as a difference from the facts'))();

/** Records by names, as this file declares them. */
type Records<S extends z.ZodType> = z.ZodRecord<z.ZodString, S>;

/** Fields each of which may be left out, or be null: that takes away what the scenario says that is extended. */
function removable<F extends z.ZodRawShape>(fields: F) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, schema]) => [name, z.nullable(schema).optional()]),
  ) as { [K in keyof F]: z.ZodOptional<z.ZodNullable<F[K]>> };
}

/** A scenario as it is written: complete, or a difference from another that it extends. */
export const scenarioFileSchema = /* @__PURE__ */ (() => {
  const nullableIn = <S extends z.ZodType>({ keyType, valueType, description }: Records<S>) =>
    z.record(keyType, valueType.nullable()).describe(description ?? '');
  const variant = z.object(
    removable({
      ...parts,
      /** Day up to which the supposed events have happened, `YYYY-MM-DD`; null takes it away. */
      today: happenedUntil,
      /** Ids of the classes in the order in which they are asked; null takes it away. */
      precedence,
      /** Supposed events by name; null takes one away that the scenario extended supposes. */
      events: nullableIn(parts.events),
      /** Changed worths, costs and red lines by issue; null takes a change away. */
      issues: nullableIn(parts.issues),
      /** Changed parameters by dotted name; null takes a change away. */
      parameters: nullableIn(parts.parameters),
    }),
  );
  return z
    .strictObject({
      /** Id of the scenario, lower-case words joined by hyphens; the name of its file. */
      id: slug('Id, the name of the file'),
      /** Id of the scenario that it differs from; absent where it is complete. */
      extends: slug('The scenario that it differs from').optional(),
    })
    .extend(variant.shape)
    .describe('A scenario file: complete, or a difference from the scenario that it extends');
})();
