/**
 * The shape of the record: every file of dated, sourced facts that a scenario starts from.
 *
 * A fact has the date from which it holds, a source or the word assumption, and a basis. Facts arrive as an
 * argument (`Facts`); nothing below this layer reads them. The schemas are strict: an unknown key is an error,
 * so that a misspelt field cannot pass for a fact.
 */
import * as z from 'zod';

import { isIsoDate } from '../kit/calendar';
import { PARTY_IDS } from '../model/actor';
import { INSTRUMENTS } from '../model/authority';
import { LIST_EFFECTS } from '../model/named-list';
import { BASE_RATE_CLASSES } from '../model/coded-class';
import { PROBE_STATUSES } from '../model/probe';
import { FLOW_STATUSES, UNITS } from '../model/purchase';
import { actSchema } from './act-schema';
import { conditionSchema } from './condition-schema';

const DATE = /* @__PURE__ */ (() =>
  z.string().refine(isIsoDate, { message: 'is not a date that exists (YYYY-MM-DD)' }))();
const ID = /* @__PURE__ */ (() =>
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected lower-case words joined by hyphens' }))();
const MEASURE_ID = /* @__PURE__ */ (() =>
  z.string().regex(/^(us|cn)\/[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'expected us/ or cn/ and lower-case words joined by hyphens',
  }))();
const PARTY = /* @__PURE__ */ (() => z.enum(PARTY_IDS))();
const SHARE = /* @__PURE__ */ (() => z.number().min(0).max(1))();
const DAYS = /* @__PURE__ */ (() => z.number().int().positive())();

/**
 * How far a value may be trusted: `law` is a legal text or the official act or announcement that the row is about,
 * then a statistic, an estimate, a prior belief, and `unverified`, what was recalled without a document.
 */
export const basisSchema = /* @__PURE__ */ (() =>
  z.enum(['law', 'statistic', 'estimate', 'prior', 'unverified']))();

/** See {@link basisSchema}. */
export type Basis = z.infer<typeof basisSchema>;

/**
 * Where a value comes from. `source` is a key of `sources.json`; where it is null, `assumption` is true and
 * `note` says what the value rests on (the test of the record holds every file to this).
 */
const PROVENANCE = /* @__PURE__ */ (() => ({
  source: ID.nullable().describe(
    'Key of the source in the register of sources; null where there is no document, and the row is an assumption',
  ),
  basis: basisSchema
    .exactOptional()
    .describe('How far the value may be trusted; left out where the table says so as a whole'),
  assumption: z
    .literal(true)
    .exactOptional()
    .describe('True where no document attests the row; left out otherwise'),
  note: z.string().min(1).exactOptional().describe('What the value rests on or leaves open, in words'),
}))();

/** A value without a default basis must state one. */
const SOURCED = /* @__PURE__ */ (() => ({
  ...PROVENANCE,
  basis: basisSchema.describe(
    'How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or recalled without a document',
  ),
}))();

/** One document: its title, its address if it has one, and the day it was published if that is known. */
export const sourceSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    title: z.string().min(1).describe('Publisher and title of the document'),
    href: z
      .string()
      .regex(/^https?:\/\/[^\s]+$/, { error: 'expected an address that begins with https:// or http://' })
      .nullable()
      .describe('Web address of the document, https or http; null where it has none'),
    published: DATE.nullable().describe('Day of publication, YYYY-MM-DD; null where it is not known'),
  }))();

/** A bargaining party. Dates of its measures count in its capital, which `timezoneNote` names. */
export const partySchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: PARTY.describe('The bargaining party: `US` or `CN`'),
    label: z.string().describe('Name of the country'),
    capital: z.string().describe('City of its government, in whose time its measures count'),
    timezoneNote: z
      .string()
      .describe('Time zone in which its days begin, and how it counts the last day of a measure'),
  }))();

/** One person who speaks or sits for a party, or (party null) is quoted on it. */
export const personSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the person, lower-case words joined by hyphens'),
    name: z.string().describe('Name as the press writes it'),
    party: PARTY.nullable().describe('The party for which the person speaks; null for an outside observer'),
    role: z.string().describe('Office or function at the time of the talks'),
    body: z
      .string()
      .exactOptional()
      .describe('Ministry or institution of the person; left out where none is named'),
    ...PROVENANCE,
  }))();

/**
 * The legal basis of measures. `ceilingPct` is the highest ad valorem duty and `maximumDays` the longest life it
 * allows (null: no such limit in the text); `procedure: 'finding'` needs a probe with an affirmative result.
 * What courts did to it, the acts tell.
 */
export const authoritySchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the statute or power, lower-case words joined by hyphens'),
    owner: PARTY.describe('The party whose law it is'),
    label: z.string().describe('Name of the statute or power'),
    instruments: z
      .array(z.enum(INSTRUMENTS))
      .describe('Kinds of measure that it allows; empty where a negotiation cannot use it'),
    ceilingPct: z
      .number()
      .positive()
      .nullable()
      .describe('Highest ad valorem duty that it allows, per cent; null where the text has no such limit'),
    procedure: z
      .enum(['none', 'finding'])
      .describe(
        'What it asks for before a measure: nothing, or an investigation with an affirmative finding',
      ),
    maximumDays: z
      .number()
      .int()
      .positive()
      .nullable()
      .describe('Longest life of a measure under it, days; null where the text has no such limit'),
    exposedToCourts: z
      .boolean()
      .describe(
        'Whether its use is before the courts where no act says so; a suit of the record may bring another there',
      ),
    exposure: z
      .array(
        z.strictObject({
          use: z.enum(INSTRUMENTS).describe('The kind of measure that a court may end'),
          ...SOURCED,
        }),
      )
      .min(1)
      .exactOptional()
      .describe('The uses that courts may end, each by whose account; all of them where it is left out'),
    hitsAllCountries: z.boolean().describe('Whether its measures hit imports from all countries alike'),
    since: z
      .strictObject({ from: DATE.describe('First day on which it could be used, YYYY-MM-DD'), ...PROVENANCE })
      .describe('From when it could be used'),
    ...SOURCED,
  }))();

/**
 * One duty under one authority. The average tariff is the sum over layers in force of their rate (percent) times
 * `coverage.share`, plus the residual rows of the reconciliations. `coverage.share` is on the basis of the
 * published averages and already leaves out goods on which the layer does not stack; `shareOfImports` counts
 * money and must never enter the same sum. Rates, and a share that was widened later, the acts tell.
 */
export const tariffLayerSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: MEASURE_ID.describe('Id of the duty, the imposer before a slash: `us/s301-list1`'),
    label: z.string().describe('What people call the duty'),
    imposer: PARTY.describe('The party that collects it'),
    target: PARTY.describe('The party whose goods it hits'),
    authority: ID.describe('Id of the statute on which it stands'),
    probe: z
      .string()
      .nullable()
      .describe('Id of the investigation whose finding it rests on; null where the statute needs none'),
    coverage: z
      .strictObject({
        share: SHARE.describe(
          'Share of the imports of the imposer from the target, 0 to 1, without goods on which it does not stack',
        ),
        basis: z
          .enum(['published', 'derived'])
          .describe(
            'Whether the share was published as such or derived from the steps of published averages',
          ),
        source: ID.nullable().describe(
          'Key of the source in the register of sources; null where there is no document',
        ),
        assumption: z
          .literal(true)
          .exactOptional()
          .describe('True where no document attests the share; left out otherwise'),
        note: z.string().exactOptional().describe('How the share was found, in words'),
      })
      .describe('How much of the trade it covers, on the weights of the published averages'),
    shareOfImports: z
      .strictObject({
        value: SHARE.describe('Share of the value of all imports from the target, 0 to 1'),
        year: z
          .number()
          .int()
          .nullable()
          .describe('Year of the trade by which it is weighed; null where none is told'),
        source: ID.describe('Key of the source in the register of sources'),
        note: z.string().exactOptional().describe('How the share was found, in words'),
      })
      .nullable()
      .describe(
        'Share of the imports by value, which never enters the sum of averages; null where none was published',
      ),
    stacksWith: z
      .enum(['all', 'all-but-listed'])
      .describe(
        'Whether it adds to every other duty on the same goods, or to all but those in `doesNotStack`',
      ),
    doesNotStack: z
      .array(MEASURE_ID)
      .describe('Ids of duties that do not add to it on the same goods; empty where it stacks with all'),
  }))();

/** A named residual, in points of the average, that holds from a date until the next row of its direction. */
export const reconciliationSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    direction: z
      .enum(['usOnCn', 'cnOnUs'])
      .describe(
        'The average that it mends: American duties on Chinese goods, or Chinese duties on American goods',
      ),
    from: DATE.describe('First day on which it holds, YYYY-MM-DD, until the next row of its direction'),
    pp: z
      .number()
      .describe(
        'What the published average has beyond the sum of the duties, percentage points of the average; negative where it has less',
      ),
    effectPp: z
      .number()
      .exactOptional()
      .describe('The part of it that has a source of its own and is no remainder'),
    ...SOURCED,
    note: z.string().describe('What the remainder is thought to consist of'),
  }))();

/**
 * One export control. Severity is the share of the trade in its subject that is denied without a licence, 0 to 1;
 * Nearly all are assumptions.
 * `deMinimisPct` is the share of controlled content, in percent of value, from which foreign goods are caught.
 */
export const controlSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: MEASURE_ID.describe('Id of the export control, the imposer before a slash: `cn/rare-earths-april`'),
    label: z.string().describe('What people call the control'),
    imposer: PARTY.describe('The party that controls the export'),
    target: PARTY.describe('The party that is denied the goods'),
    authority: ID.describe('Id of the statute on which it stands'),
    subject: z
      .enum(['rare-earths', 'chips', 'software', 'affiliates', 'aircraft', 'batteries', 'metals'])
      .describe('What is controlled: kinds of goods or technology, or the affiliates of listed firms'),
    reach: z
      .enum(['bilateral', 'all-destinations', 'extraterritorial'])
      .describe(
        'Which trade it catches: that of the two parties, exports to all countries, or foreign-made goods, too',
      ),
    deMinimisPct: z
      .number()
      .min(0)
      .nullable()
      .describe(
        'Share of controlled content from which foreign-made goods are caught, per cent of value; null where it catches none by content',
      ),
    indivisible: z.boolean().describe('Whether it can be lifted only as a whole, and not eased by degrees'),
    severity: z
      .strictObject({
        value: SHARE.describe('Central value, a share from 0 to 1'),
        low: SHARE.describe('Low end of what is held possible, a share from 0 to 1'),
        high: SHARE.describe('High end of what is held possible, a share from 0 to 1'),
        ...SOURCED,
      })
      .describe('Share of the trade in its subject that is denied without a licence, with its range'),
  }))();

/** A fee on ships of the other side per net ton, in the currency named. */
export const portFeeSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: MEASURE_ID.describe('Id of the port fee, the imposer before a slash: `us/port-fees`'),
    label: z.string().describe('What people call the fee'),
    imposer: PARTY.describe('The party in whose ports it is collected'),
    target: PARTY.describe('The party whose ships it hits'),
    authority: ID.describe('Id of the statute on which it stands'),
    probe: z
      .string()
      .nullable()
      .describe('Id of the investigation whose finding it rests on; null where the statute needs none'),
    feePerNetTon: z.number().positive().describe('Fee on each net ton of a ship, in the currency named'),
    currency: z.enum(['USD', 'CNY']).describe('Currency of the fee: US dollars or renminbi'),
    indivisible: z.boolean().describe('Whether it can be lifted only as a whole'),
  }))();

/** A list that an authority keeps, and what being on it denies. `usual`: its party reaches for it first. */
export const listSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the list, lower-case words joined by hyphens: `entity-list`'),
    label: z.string().describe('Name of the list'),
    authority: ID.describe('Id of the statute under which it is kept'),
    effect: z
      .enum(LIST_EFFECTS)
      .describe(
        'What being on it denies: controlled goods, trade and investment, all dealings, its securities, or public contracts',
      ),
    usual: z
      .literal(true)
      .exactOptional()
      .describe('True where its party reaches for it first, to answer or in a quarrel; left out otherwise'),
    ...SOURCED,
  }))();

/** One act of listing firms; `entities` counts them as announced. */
export const listingSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: MEASURE_ID.describe('Id of the act of listing, the imposer before a slash: `us/denial-zte-2018`'),
    label: z.string().describe('Who was listed, in words'),
    list: ID.describe('Id of the list on which they were put'),
    imposer: PARTY.describe('The party that lists'),
    target: PARTY.describe('The party whose firms are listed'),
    authority: ID.describe('Id of the statute under which the list is kept'),
    entities: z
      .number()
      .int()
      .positive()
      .describe('Number of firms and persons that were listed, as announced'),
  }))();

/** An investigation; an affirmative result is what an authority with `procedure: 'finding'` needs. */
export const probeSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: MEASURE_ID.describe('Id of the investigation, its owner before a slash: `us/probe-s301-maritime`'),
    owner: PARTY.describe('The party that investigates'),
    target: PARTY.describe('The party whose practices or firms are investigated'),
    authority: ID.describe('Id of the statute under which it is held'),
    subject: z.string().describe('What is investigated, in words'),
    hearingOn: DATE.nullable().describe('Day of its public hearing, YYYY-MM-DD; null where none is known'),
    ...PROVENANCE,
  }))();

/** Trade that the buyer's state can turn on and off, and what was promised about it (million metric tons, billion USD). */
export const purchasesSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    flows: z
      .array(
        z.strictObject({
          id: ID.describe('Id of the flow: `soybeans`'),
          buyer: PARTY.describe('The party that buys'),
          seller: PARTY.describe('The party that sells'),
          product: z.string().describe('The goods in words'),
          monthlyImportsMmt: z
            .array(
              z.strictObject({
                from: DATE.describe('First day of the span, YYYY-MM-DD'),
                until: DATE.describe('Last day of the span, YYYY-MM-DD'),
                value: z.number().min(0).describe('Imports in the whole span, million metric tons'),
                publishedOn: DATE.nullable().describe(
                  'Day on which the figure became known, YYYY-MM-DD; null where that day is not known',
                ),
                ...SOURCED,
              }),
            )
            .describe(
              'What the buyer imported from the seller, month by month or over a few months, million metric tons',
            ),
          annualMmt: z
            .array(
              z.strictObject({
                year: z.number().int().describe('Calendar year'),
                value: z.number().min(0).describe('Imports in the year, million metric tons'),
                ...SOURCED,
              }),
            )
            .describe('What the buyer imported from the seller in whole years, million metric tons'),
        }),
      )
      .describe('Goods whose trade the state of the buyer can halt and resume'),
    products: z
      .array(
        z.strictObject({
          id: ID.describe('Id of the product, by which an act opens the trade'),
          product: z.string().describe('The goods in words'),
          unit: z
            .enum(UNITS)
            .describe(
              'Unit in which promises and deliveries are counted: million metric tons, billion US dollars, or pieces',
            ),
          normalYear: z
            .strictObject({
              value: z.number().positive().describe('Quantity of that year, in the unit of the product'),
              year: z.number().int().describe('Calendar year that counts as usual'),
              ...SOURCED,
            })
            .describe('What is bought in a usual year'),
        }),
      )
      .describe('What else may be bought by promise: an act opens the trade, and takes its unit from here'),
    commitments: z
      .array(
        z.strictObject({
          id: ID.describe('Id of the promise, lower-case words joined by hyphens'),
          flow: ID.nullable().describe(
            'Id of the flow that it is about; null where it is about no single one',
          ),
          buyer: PARTY.describe('The party that promised to buy'),
          seller: PARTY.describe('The party to which it was promised'),
          agreedOn: DATE.describe('Day on which it was agreed, YYYY-MM-DD'),
          confirmedByBuyer: z
            .boolean()
            .describe('Whether the buyer has confirmed it, or the seller alone says it was promised'),
          terms: z
            .array(
              z.strictObject({
                from: DATE.describe('First day of the window in which deliveries count, YYYY-MM-DD'),
                until: DATE.describe('Last day of the window, YYYY-MM-DD'),
                measure: z.string().describe('What counts towards it, in words'),
                value: z.number().positive().describe('Quantity that was promised, in the unit named'),
                unit: z
                  .enum(['USD bn', 'Mmt', 'Mmt a year'])
                  .describe(
                    'Unit of the quantity: billion US dollars, or million metric tons in all or a year',
                  ),
                delivered: z
                  .number()
                  .min(0)
                  .nullable()
                  .describe('Quantity that was delivered, in the same unit; null where it is not known'),
                deliveredShare: SHARE.nullable().describe(
                  'Delivered as a share of what was promised, 0 to 1; null where it is not known',
                ),
                ...SOURCED,
              }),
            )
            .describe('What was promised, window by window or by kind of goods'),
        }),
      )
      .describe('Promises to buy that the parties made before or in the record, with what became of them'),
  }))();

/** A promise about conduct that no ledger row carries: enforcement, an approval, a release. */
export const undertakingSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the promise, lower-case words joined by hyphens'),
    party: PARTY.describe('The party from which it is asked'),
    label: z.string().describe('What is to be done, in words'),
    history: z
      .array(
        z.strictObject({
          from: DATE.describe('First day on which it stood so, YYYY-MM-DD'),
          status: z
            .enum(['asked', 'partial', 'promised', 'done', 'refused'])
            .describe('How it stood: asked for, done in part, promised, done or refused'),
          ...PROVENANCE,
        }),
      )
      .describe('How it stood over time, in the order of days'),
  }))();

/** A standstill and what each side promised in it; when it was agreed, extended and broken, the acts tell. */
export const truceSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the truce, lower-case words joined by hyphens'),
    label: z.string().describe('What people call the truce'),
    parties: z.array(PARTY).length(2).describe('The two parties to it'),
    conditions: z
      .array(
        z.strictObject({
          party: PARTY.describe('The party that promised it'),
          text: z.string().describe('The promise in the words of this project'),
          ...PROVENANCE,
        }),
      )
      .describe('What each party promised in its text'),
  }))();

/** Days from the agreed text to the first documented breach; `censored` where none had come by `until`. */
export const truceSpellSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the spell, lower-case words joined by hyphens'),
    truce: ID.describe('Id of the truce of which it is a spell'),
    from: DATE.describe('Day of the text that opened the spell, YYYY-MM-DD'),
    until: DATE.describe(
      'Day of the first documented breach, or where none came the last day that was observed, YYYY-MM-DD',
    ),
    days: z.number().int().positive().describe('Length of the spell, days'),
    censored: z
      .boolean()
      .describe('Whether no breach had come by its last day, as survival analysis calls a censored spell'),
    brokenBy: PARTY.nullable().describe(
      'The party that broke it; null where the spell is censored or the record names none',
    ),
    ...PROVENANCE,
  }))();

/**
 * A meeting that a scenario can ask for. Meetings of the leaders are planned, doubted and held by acts; of a round of
 * ministers that is looked at as the meeting, `planned` says since when its day was known.
 */
export const meetingSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the meeting: `busan-2025`'),
    on: DATE.describe('Day of the meeting, held or planned, YYYY-MM-DD; the last day of a round of several'),
    place: z.string().describe('City of the meeting'),
    planned: z
      .strictObject({ from: DATE.describe('Day on which it was planned, YYYY-MM-DD'), ...PROVENANCE })
      .exactOptional()
      .describe('Since when its day was known, for a round of ministers; left out where acts say so'),
    delegations: z
      .strictObject({
        US: z.array(ID).describe('Ids of the persons who sat for the United States'),
        CN: z.array(ID).describe('Ids of the persons who sat for China'),
      })
      .exactOptional()
      .describe('Who sat at the table; left out where that is not in the record'),
    source: ID.nullable()
      .exactOptional()
      .describe('Key of the source in the register of sources; null where there is no document'),
    note: z.string().exactOptional().describe('What is known or assumed about the meeting, in words'),
  }))();

/** One coded meeting of the record: class 0 escalation, 1 no deal, 2 truce, 3 rollback, 4 comprehensive. */
export const codedMeetingSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the meeting that is coded'),
    on: DATE.describe('Day of the meeting, YYYY-MM-DD'),
    place: z.string().describe('City of the meeting'),
    outcome: z.enum(BASE_RATE_CLASSES).describe('Id of the class that the coder gave it'),
    class: z
      .number()
      .int()
      .min(0)
      .max(4)
      .describe('Place of that class in the order of escalation, 0 for escalation to 4 for comprehensive'),
    granted: z
      .record(ID, SHARE)
      .exactOptional()
      .describe('Degree to which each issue was granted by the text of the meeting; 0 for any other issue'),
    firstScore: z
      .strictObject({
        seed: z.string().describe('Seed of that run'),
        runs: DAYS.describe('Episodes of that run'),
        rps: z
          .number()
          .min(0)
          .describe('Ranked probability score of its forecast, 0 to 1: the lower the better'),
        log: z
          .number()
          .min(0)
          .describe(
            'Logarithmic score, minus the natural logarithm of the probability of what happened: the lower the better',
          ),
        note: z.string().describe('Which model made that forecast, and what the score is worth since'),
      })
      .exactOptional()
      .describe('The score of the first forecast of this meeting that was kept'),
    otherReading: z
      .strictObject({
        outcome: z.enum(BASE_RATE_CLASSES).describe('Id of that other class'),
        class: z
          .number()
          .int()
          .min(0)
          .max(4)
          .describe('Place of that class in the order of escalation, 0 to 4'),
        note: z.string().min(1).describe('Under which reading of the record it would be that class'),
      })
      .exactOptional()
      .describe('The class that another reader could give it, and why'),
    ...PROVENANCE,
    assumption: z.literal(true).describe('Always true: a class is a judgement of the coder'),
    note: z.string().describe('Who coded it and with what certainty, in words'),
  }))();

/**
 * One of the classes by which past meetings are coded, in the words of version 0.1: what the agreement says and what was ordered,
 * not what the world became.
 */
export const codedClassSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: z.enum(BASE_RATE_CLASSES).describe('Id of the class, in the order of escalation'),
    title: z.string().describe('Name of the class as people read it'),
    meaning: z.string().describe('What a meeting of the class brings, in a sentence'),
    question: z.string().describe('Question that a resolver answers with yes for a meeting of the class'),
    consult: z.string().describe('Documents and publishers that a resolver looks at'),
    tie: z.string().describe('How a doubtful case is decided'),
    when: conditionSchema.describe('Ends of an episode that belong to the class'),
  }))();

/**
 * A past meeting to be forecast from the record as it stood on a day: the eve of the talks. It names the meeting and
 * the coded outcome; state, agenda and weights follow from the record by rules that are the same for all. `set` tells
 * the nine that were scored first from the ten that were coded then and scored later, and from the five of the year after.
 */
export const dossierSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the past meeting as a scenario: `past-busan-2025`'),
    title: z.string().describe('Name of the meeting as people read it'),
    asOf: DATE.describe(
      'First day of its forecast, the eve of the talks, YYYY-MM-DD: nothing later is known',
    ),
    meeting: ID.describe('Id of the meeting that is forecast'),
    codedMeeting: ID.describe('Id of the coded meeting with its outcome'),
    painSince: DATE.describe('Day since which duties count as pain, YYYY-MM-DD'),
    set: z
      .enum(['nine', 'ten', 'five'])
      .describe(
        'When it was scored: among the first nine, the ten scored later, or the five of the year after',
      ),
  }))();

const CLASS_SHARES = /* @__PURE__ */ (() =>
  z.strictObject(
    Object.fromEntries(
      BASE_RATE_CLASSES.map((id) => [id, SHARE.describe(`Share of the class \`${id}\`, 0 to 1`)]),
    ) as Record<(typeof BASE_RATE_CLASSES)[number], typeof SHARE>,
  ))();
const RPS = /* @__PURE__ */ (() => z.number().min(0).max(1))();

/**
 * The first scores of the core on meetings that its author knew nothing of, as they were registered: shares of the classes given
 * that the meeting is held, the base rate of the meetings before, and ranked probability scores of the core alone, of the pool that is
 * published, of one of equal weights and of the base rate; beside them the scores of the first release. Nothing computes them again.
 */
export const firstScoresSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    core: z
      .strictObject({
        seed: z.string().describe('Seed of the runs'),
        runs: DAYS.describe('Episodes of each meeting'),
        pain: z
          .literal('steady')
          .describe('How pain was reckoned: at the steady state of the duties in force'),
        baseRateWeight: SHARE.describe('Weight of the base rate in the pool that was published, 0 to 1'),
        ...SOURCED,
      })
      .describe('How the registered forecasts of the core were made'),
    earlier: z
      .strictObject({
        version: z.string().describe('Version of that release'),
        seed: z.string().describe('Seed of its runs'),
        runs: DAYS.describe('Episodes of each meeting'),
        ...SOURCED,
      })
      .describe('How the first release forecast the same meetings'),
    meetings: z
      .array(
        z.strictObject({
          id: ID.describe('Id of the coded meeting'),
          p: CLASS_SHARES.describe(
            'Probabilities of the classes by the core alone, given that the meeting is held',
          ),
          baseRate: CLASS_SHARES.describe('Base rate of the meetings before, by class'),
          rps: z
            .strictObject({
              model: RPS.describe('Score of the core alone'),
              published: RPS.describe('Score of the pool that was published'),
              evenPool: RPS.describe('Score of a pool in which core and base rate weigh the same'),
              baseRate: RPS.describe('Score of the base rate of the meetings before'),
            })
            .describe('Ranked probability scores on the class that happened, 0 to 1: the lower the better'),
          otherReading: z
            .strictObject({
              model: RPS.describe('Score of the core alone'),
              published: RPS.exactOptional().describe(
                'Score of the pool that was published; left out where it was not registered',
              ),
              evenPool: RPS.exactOptional().describe(
                'Score of a pool of equal weights; left out where it was not registered',
              ),
              baseRate: RPS.exactOptional().describe(
                'Score of the base rate; left out where it was not registered',
              ),
            })
            .exactOptional()
            .describe('The scores under the other reading of the meeting, as far as they were registered'),
          earlier: z
            .strictObject({
              rps: RPS.describe('Its ranked probability score, 0 to 1'),
              log: z.number().min(0).describe('Its logarithmic score, 0 for certainty of what happened'),
            })
            .describe('Scores of the first release on the same meeting'),
        }),
      )
      .describe('The meetings with what was forecast of each, and its scores'),
  }))();

/**
 * A market on the general rate of one side on a day: prices over bins of the sum of its duties in force under one
 * statute, per cent; a bin holds its lower edge and not its upper one.
 */
export const rateContractSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the contract, lower-case words joined by hyphens'),
    forecaster: z.string().describe('The market that quoted the prices'),
    on: DATE.nullable().describe('Day of the prices, YYYY-MM-DD; null where the snapshot has no date'),
    dossier: ID.describe('Id of the dossier whose episodes are asked for the same rate'),
    resolvesOn: DATE.describe('Day on which the rate is read, YYYY-MM-DD'),
    statement: z.string().describe('What the contract is about, in words'),
    authority: ID.describe('Id of the statute whose duties are summed'),
    edgesPct: z
      .array(z.number().positive())
      .min(1)
      .describe('Edges between the bins, rising, per cent: one fewer than there are prices'),
    prices: z.array(SHARE).min(2).describe('Price of each bin, 0 to 1, as quoted: their sum need not be 1'),
    ...SOURCED,
  }))();

/**
 * What a market or a bank said before a past meeting, as probabilities over groups of outcome classes; with a group
 * for `not-held` they are over all classes, else given that the meeting is held.
 */
export const forecastSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the forecast, lower-case words joined by hyphens'),
    forecaster: z.string().describe('The market, bank or paper that made it'),
    on: DATE.describe('Day on which it was said, YYYY-MM-DD'),
    dossier: ID.describe('Id of the dossier of the meeting that it is about'),
    statement: z.string().describe('What was forecast, in words'),
    groups: z
      .array(z.array(ID).min(1))
      .min(2)
      .describe('Groups of ids of outcome classes that it does not tell apart'),
    p: z.array(SHARE).min(2).describe('Probability of each group, 0 to 1, in their order'),
    ...SOURCED,
  }))();

/** A probability of a question, or the 10th, 50th and 90th percentile. */
const ANSWER = /* @__PURE__ */ (() =>
  z.union([
    z.strictObject({ p: SHARE.describe('Probability that the question resolves to yes, 0 to 1') }),
    z.strictObject({
      p10: z.number().describe('10th percentile of the number, in the unit of the question'),
      p50: z.number().describe('Median of the number, in the unit of the question'),
      p90: z.number().describe('90th percentile of the number, in the unit of the question'),
    }),
  ]))();
const DIGEST = /* @__PURE__ */ (() =>
  z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected a digest, 64 hexadecimal digits' }))();

/**
 * A question about a day to come, with the rules by which it is resolved. It is asked of every episode of a scenario: whether a condition
 * holds, or what a term is on an evening. The base rate counts comparable cases; null where there are none.
 */
export const questionSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the question, lower-case words joined by hyphens'),
    scenario: ID.describe('Id of the scenario whose episodes are asked'),
    question: z.string().min(1).describe('The question in words'),
    resolvesOn: DATE.describe('Day on which it is resolved, YYYY-MM-DD'),
    yes: z.string().min(1).describe('What resolves it: to yes, or to a number'),
    no: z.string().min(1).nullable().describe('What resolves it to no; null where it asks for a number'),
    edges: z.array(z.string().min(1)).describe('How doubtful cases are decided, one rule each'),
    consult: z.string().min(1).describe('Documents and publishers that a resolver looks at'),
    asks: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('chance').describe('Asks for the share of the episodes in which a condition holds'),
          when: conditionSchema.describe('The condition that resolves it to yes'),
        }),
        z.strictObject({
          kind: z.literal('quantiles').describe('Asks for percentiles of a term over the episodes'),
          of: z
            .strictObject({
              term: ID.describe('Id of a term, as outcomeTerms lists them'),
              of: z
                .string()
                .min(1)
                .describe('What the term is of: a party, an issue or a measure, as it asks for'),
              on: DATE.describe('Day on whose evening it is read, YYYY-MM-DD'),
            })
            .describe('The term that is read, of whom, and when'),
          unit: z.string().min(1).describe('Unit of the number, in words'),
        }),
      ])
      .describe('What an episode is asked: whether a condition holds, or what a term comes to'),
    baseRate: z
      .strictObject({
        n: z.number().int().min(0).describe('How many of the comparable cases resolved to yes'),
        of: z.number().int().positive().describe('Number of comparable cases'),
        ...SOURCED,
      })
      .nullable()
      .describe('Comparable cases of the record; null where there are none'),
  }))();

const INTERVAL = /* @__PURE__ */ (() =>
  z.strictObject({
    low: z.number().describe('Lower end of the 95 % interval of the probability, 0 to 1'),
    high: z.number().describe('Upper end of the 95 % interval of the probability, 0 to 1'),
  }))();

/**
 * A row of the register of forecasts, which only grows: an answer registered before its day, or what a question was resolved to. `before` is the
 * SHA-256 of the row before as canonical JSON, null of the first, so that no row can be changed or taken out unseen.
 */
export const registeredSchema = /* @__PURE__ */ (() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('registration').describe('A row that registers an answer before its day'),
      question: ID.describe('Id of the question'),
      registeredOn: DATE.describe('Day on which the answer was registered, YYYY-MM-DD'),
      knownTo: DATE.describe('The last day of which anything was known'),
      version: z.string().min(1).describe('Version of the library that gave the answer'),
      seed: z.string().describe('Seed of its runs'),
      runs: DAYS.describe('Episodes of the scenario that were asked'),
      answer: ANSWER.describe('The answer: a probability, or three percentiles'),
      sampling: INTERVAL.nullable().describe('The 95 % interval of sampling; null for a number'),
      assumptions: INTERVAL.nullable().exactOptional().describe('Of the parameters, since 29 November 2026'),
      actors: INTERVAL.nullable().exactOptional().describe('Of the policies, since 29 November 2026'),
      baseRate: SHARE.nullable().describe(
        'Probability by comparable cases alone, 0 to 1; null where there are none',
      ),
      pModel: SHARE.nullable().describe('Probability by the model alone, 0 to 1; null for a number'),
      digest: DIGEST.describe('SHA-256 of the answers of that run'),
      before: DIGEST.nullable().describe(
        'SHA-256 of the row before as canonical JSON, hexadecimal; null in the first row',
      ),
    }),
    z.strictObject({
      kind: z.literal('resolution').describe('A row that says what a question was resolved to'),
      question: ID.describe('Id of the question'),
      resolvedOn: DATE.describe('Day on which it was resolved, YYYY-MM-DD'),
      outcome: z.union([z.boolean(), z.number()]).describe('What happened: yes or no, or the number'),
      source: ID.nullable().describe(
        'Key of the source in the register of sources; null where there is no document',
      ),
      assumption: z
        .literal(true)
        .exactOptional()
        .describe('True where no document attests the outcome; left out otherwise'),
      note: z.string().min(1).describe('By what the question was resolved, in words'),
      before: DIGEST.nullable().describe(
        'SHA-256 of the row before as canonical JSON, hexadecimal; null in the first row',
      ),
    }),
  ]))();

/** The act by which an agreed degree of concession, 0 to 1, is carried out. */
export const performanceSchema = /* @__PURE__ */ (() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('cut-tariff').describe('Cuts a duty in force by the share that is granted'),
      measure: MEASURE_ID.describe('Id of the measure'),
    }),
    z.strictObject({
      kind: z.literal('extend-suspension').describe('Prolongs the suspension of a duty'),
      measure: MEASURE_ID.describe('Id of the measure'),
      days: DAYS.describe('Days by which it is prolonged where all is granted; fewer in proportion'),
    }),
    z.strictObject({
      kind: z.literal('suspend-tariff').describe('Suspends a duty in force'),
      measure: MEASURE_ID.describe('Id of the measure'),
      days: DAYS.describe('Days of the suspension where all is granted; fewer in proportion'),
    }),
    z.strictObject({
      kind: z.literal('postpone-tariff').describe('Puts off a duty that is ordered for a day'),
      measure: MEASURE_ID.describe('Id of the measure'),
      days: DAYS.describe('Days by which it is put off where all is granted; fewer in proportion'),
    }),
    z.strictObject({
      kind: z.literal('suspend-control').describe('Suspends an export control in force'),
      measure: MEASURE_ID.describe('Id of the measure'),
      days: DAYS.describe('Days of the suspension where all is granted; fewer in proportion'),
    }),
    z.strictObject({
      kind: z
        .literal('postpone-control')
        .describe('Puts off an export control that is ordered or threatened for a day'),
      measure: MEASURE_ID.describe('Id of the measure'),
      days: DAYS.describe('Days by which it is put off where all is granted; fewer in proportion'),
    }),
    z.strictObject({
      kind: z
        .literal('ease-control')
        .describe('Eases an export control in force by the share that is granted'),
      measure: MEASURE_ID.describe('Id of the measure'),
    }),
    z.strictObject({
      kind: z.literal('withdraw-control').describe('Takes an export control back'),
      measure: MEASURE_ID.describe('Id of the measure'),
    }),
    z.strictObject({
      kind: z
        .literal('grant-licences')
        .describe(
          'Grants licences under an export control for the share that is granted of what is still denied',
        ),
      measure: MEASURE_ID.describe('Id of the measure'),
    }),
    z.strictObject({
      kind: z.literal('suspend-port-fee').describe('Suspends a port fee in force'),
      measure: MEASURE_ID.describe('Id of the measure'),
      days: DAYS.describe('Days of the suspension where all is granted; fewer in proportion'),
    }),
    z.strictObject({
      kind: z.literal('suspend-listing').describe('Suspends a listing in force'),
      measure: MEASURE_ID.describe('Id of the measure'),
      days: DAYS.describe('Days of the suspension where all is granted; fewer in proportion'),
    }),
    z.strictObject({
      kind: z
        .literal('buy')
        .describe('Commits to purchases: a first quantity, and one for each year that follows'),
      flow: ID.describe('Id of the flow that is bought'),
      initialMmt: z
        .number()
        .positive()
        .describe('Quantity of the first purchase where all is granted, million metric tons'),
      annualMmt: z
        .number()
        .positive()
        .describe('Quantity of each year that follows where all is granted, million metric tons'),
      years: z.number().int().positive().describe('Number of years that follow'),
    }),
    z.strictObject({
      kind: z.literal('suspend-probe').describe('Suspends an open investigation'),
      probe: MEASURE_ID.describe('Id of the investigation'),
      days: DAYS.describe('Days of the suspension where all is granted; fewer in proportion'),
    }),
    z.strictObject({
      kind: z.literal('undertake').describe('Promises a conduct by a day'),
      undertaking: ID.describe('Id of the undertaking'),
      days: DAYS.describe('Days until the conduct is due where all is granted; fewer in proportion'),
    }),
    z.strictObject({
      kind: z.literal('establish').describe('Founds an institution of the two parties'),
      institution: ID.describe('Id of the institution'),
      label: z.string().describe('What people call the institution'),
      monitors: z.boolean().describe('Whether it looks at whether the truce is kept'),
    }),
    z.strictObject({
      kind: z.literal('say').describe('States a position and changes no measure'),
      topic: ID.describe('Id of what is spoken about: `taiwan`'),
    }),
  ]))();

const STANCE = /* @__PURE__ */ (() =>
  z.strictObject({
    wants: z.string().describe('What the party hopes for on the issue, in words'),
    fears: z.string().describe('What the party would avoid on the issue, in words'),
  }))();

/**
 * One issue of the agenda: who gives, the benefit to the receiver and the cost to the giver (1 point is 1 % of
 * GDP for a year), the red line `cap`, and how a concession is performed. All weights are priors. When it was raised
 * and dropped, the acts tell.
 */
export const issueSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the issue, lower-case words joined by hyphens'),
    label: z.string().describe('Name of the issue as people read it'),
    giver: PARTY.describe('The party that would concede on it'),
    benefit: z
      .number()
      .positive()
      .describe(
        'What a full concession is worth to the receiver, points of utility (1 point is 1 % of GDP for a year)',
      ),
    cost: z.number().positive().describe('What a full concession costs the giver, points of utility'),
    cap: SHARE.describe('Red line of the giver: the highest degree of concession, 0 to 1'),
    indivisible: z.boolean().describe('Whether it is granted whole or not at all'),
    kind: z.enum(['tariff', 'control', 'economic', 'symbolic']).describe('What kind of thing is conceded'),
    positions: z
      .strictObject({
        US: STANCE.describe('Position of the United States'),
        CN: STANCE.describe('Position of China'),
      })
      .describe('What each party wants and fears on it'),
    performance: z
      .array(performanceSchema)
      .min(1)
      .describe('The acts by which an agreed concession is carried out'),
    ...PROVENANCE,
    assumption: z.literal(true).describe('Always true: weights and red line are prior beliefs'),
    note: z.string().describe('What the weights rest on, in words'),
  }))();

/**
 * One number of the model. `drawn` ones are drawn once per episode from the law over low, central and high;
 * `fixed` ones enter as their central value. Low and high are null where no range is known.
 */
export const parameterSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    name: z
      .string()
      .regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/, { error: 'expected component.name, as in meeting.hold' })
      .describe('Dotted name: the component, and the parameter within it'),
    symbol: z.string().min(1).nullable().describe('Its symbol in version 0.1; null where it had none'),
    place: z
      .number()
      .int()
      .positive()
      .describe('Its column among all that studies draw: stays when files are put in another order'),
    meaning: z.string().describe('What the number stands for in the model, in words'),
    unit: z.string().describe('Unit in words; `none` for a pure number'),
    domain: z
      .strictObject({
        min: z.number().describe('Least value that makes sense, in the unit'),
        max: z.number().describe('Greatest value that makes sense, in the unit'),
        above: z.literal(true).exactOptional().describe('Whether the lower end is left out'),
        whole: z.literal(true).exactOptional().describe('Whether only whole numbers make sense'),
      })
      .describe('The values that make sense; the range lies within'),
    low: z.number().nullable().describe('Low end of the range, in the unit; null where no range is known'),
    central: z.number().describe('Central value, in the unit: the mode of a triangular law'),
    high: z.number().nullable().describe('High end of the range, in the unit; null where no range is known'),
    law: z
      .enum(['triangular', 'fixed'])
      .describe('How it is drawn: triangular on low, central and high, or fixed at its central value'),
    drawn: z.boolean().describe('Whether each episode draws it anew'),
    core: z.boolean().exactOptional().describe('Whether the core alone takes it at its central value'),
    size: z
      .boolean()
      .exactOptional()
      .describe('Whether it is the size of a channel, which the core alone takes at nought'),
    basis: basisSchema.describe('How far the value may be trusted'),
    source: ID.nullable().describe(
      'Key of the source in the register of sources; null where there is no document',
    ),
    assumption: z.boolean().describe('Whether no document attests the value'),
    note: z.string().exactOptional().describe('What the value and its range rest on, in words'),
  }))();

/** A published figure beside which the model is held; no run reads it. Low and high are null where no range is known. */
export const referenceFigureSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    symbol: z.string().min(1).describe('Symbol of the figure in the literature'),
    name: ID.describe('Id of the figure, lower-case words joined by hyphens'),
    meaning: z.string().describe('What the figure measures, in words'),
    unit: z.string().describe('Unit in words; `none` for a pure number'),
    low: z.number().nullable().describe('Low end of the range, in the unit; null where none is known'),
    central: z.number().describe('The published value, in the unit'),
    high: z.number().nullable().describe('High end of the range, in the unit; null where none is known'),
    basis: basisSchema.describe('How far the value may be trusted'),
    source: ID.nullable().describe(
      'Key of the source in the register of sources; null where there is no document',
    ),
    assumption: z.boolean().describe('Whether no document attests the value'),
    note: z.string().exactOptional().describe('What the value and its range rest on, in words'),
  }))();

/** The three-region trade matrix: goods flows, exporter in rows, and income, in thousand USD. */
export const tradeWorldSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    labels: z
      .tuple([z.literal('US'), z.literal('CN'), z.literal('RoW')])
      .describe('The three regions, in the order of rows and columns'),
    year: z.number().int().describe('Calendar year of the flows'),
    flowsThousandUsd: z
      .array(z.array(z.number().positive()).length(3))
      .length(3)
      .describe(
        'Goods trade, exporter in rows and importer in columns, thousand US dollars; sales at home on the diagonal',
      ),
    incomeThousandUsd: z
      .array(z.number().positive())
      .length(3)
      .describe('Gross domestic product of each region, thousand US dollars'),
    ...SOURCED,
  }))();

/** A dated statistic of a commodity; `publishedOn` says from when a bargainer could know it (null: unknown). */
export const commoditySeriesSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the series, lower-case words joined by hyphens'),
    label: z.string().describe('What is measured, in words'),
    unit: z.string().describe('Unit of the values: `t` for metric tons'),
    observations: z
      .array(
        z.strictObject({
          from: DATE.describe('First day of the span that is measured, YYYY-MM-DD'),
          until: DATE.describe('Last day of the span, YYYY-MM-DD'),
          value: z.number().describe('The value, in the unit of the series'),
          publishedOn: DATE.nullable().describe(
            'Day on which it became known, YYYY-MM-DD; null where that day is not known',
          ),
          ...SOURCED,
        }),
      )
      .describe('The values in the order of their days'),
  }))();

/** A published average or headline rate, in percent, with the publisher's own method. */
export const averageSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    on: DATE.describe('Day for which it was published, YYYY-MM-DD'),
    usOnCnPct: z
      .number()
      .nullable()
      .describe('Average American duty on Chinese goods, per cent; null where it was not published'),
    cnOnUsPct: z
      .number()
      .nullable()
      .describe('Average Chinese duty on American goods, per cent; null where it was not published'),
    publisher: z.string().describe('Institute, bank or government that published it'),
    method: z
      .enum([
        'fixed-weights',
        'other-weights',
        'statutory',
        'collected',
        'simple',
        'own-estimate',
        'headline-sum',
      ])
      .describe(
        "How it was averaged: on the fixed trade weights that the ledger follows, on others, by statute, by duties collected, as a simple mean, by the publisher's own estimate, or as a sum of headline rates",
      ),
    use: z
      .strictObject({
        usOnCn: z
          .enum(['pinned', 'test'])
          .exactOptional()
          .describe(
            'For the American figure: shares were found from it, or it tests them; left out where neither',
          ),
        cnOnUs: z
          .enum(['pinned', 'test'])
          .exactOptional()
          .describe(
            'For the Chinese figure: shares were found from it, or it tests them; left out where neither',
          ),
      })
      .exactOptional()
      .describe('Whether shares or remainders were found from this figure, or it tests them'),
    ...SOURCED,
  }))();

/** A plan that was announced and not carried out in that form, and the average that its publisher expected of it. */
export const planSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the plan, lower-case words joined by hyphens'),
    label: z.string().describe('What was planned, in words'),
    party: PARTY.describe('The party that announced it'),
    announcedOn: DATE.describe('Day of the announcement, YYYY-MM-DD'),
    on: DATE.describe('Day on which it was to take effect, YYYY-MM-DD'),
    publishedPct: z.number().describe('Average duty that its publisher expected for that day, per cent'),
    publisherMethod: z
      .enum(['fixed-weights', 'other-weights'])
      .describe(
        'Whether the publisher averages on the fixed trade weights that the ledger follows, or on others',
      ),
    changes: z
      .array(
        z.strictObject({
          layer: MEASURE_ID.describe('Id of the duty'),
          ratePct: z.number().min(0).describe('Planned ad valorem rate, per cent'),
        }),
      )
      .min(1)
      .describe('Duties with the rates that were planned'),
    effectPp: z
      .number()
      .describe(
        'What the plan changes beside the duties named, percentage points of the average; 0 for nothing',
      ),
    ...SOURCED,
    note: z.string().describe('Why the ledger may differ from the published average'),
  }))();

/** Coverage on the basis of a second publisher, from its own steps; never to be mixed with the fixed weights. */
export const coverageSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    publisher: z.string().describe('Who publishes the second basis'),
    direction: z.literal('usOnCn').describe('Always American duties on Chinese goods'),
    baseline: z
      .strictObject({
        on: DATE.describe('Day of the average, YYYY-MM-DD'),
        pct: z.number().describe('Average American duty on Chinese goods on that day, per cent'),
        ...SOURCED,
      })
      .describe('The average from which the steps are counted'),
    coverage: z
      .array(
        z.strictObject({
          layer: MEASURE_ID.describe('Id of the duty'),
          share: SHARE.describe('Share of imports that it covers, 0 to 1'),
          from: DATE.exactOptional().describe(
            'First day on which the share holds, YYYY-MM-DD; from the first on where left out',
          ),
          ...SOURCED,
        }),
      )
      .describe('The share of trade of each duty on this basis'),
  }))();

/** A dated public statement, its gist in this project's words. */
export const statementSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    on: DATE.describe('Day on which it was said, YYYY-MM-DD'),
    speaker: ID.nullable().describe('Id of the person who said it; null where the record names none'),
    party: PARTY.nullable().describe('The party for which it was said; null for an outside observer'),
    tone: z.enum(['conciliatory', 'neutral', 'hostile']).describe('How it sounds to the other side'),
    topic: z.string().describe('What it is about: the id of an issue, or `meeting`'),
    gist: z.string().describe('What was said, in the words of this project'),
    ...PROVENANCE,
  }))();

/** A claim of the news article of 25 October 2025 and what the record says about it. */
export const claimSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the claim, lower-case words joined by hyphens'),
    claim: z.string().describe('What the article says'),
    verdict: z
      .enum(['confirmed', 'corrected', 'judgement'])
      .describe('Whether the record confirms it, corrects it, or leaves it as a judgement'),
    correction: z
      .string()
      .exactOptional()
      .describe('What the record says instead; left out where it needs no correction'),
    ...PROVENANCE,
  }))();

/** A threat and its fate. `calibration` is false where the case says nothing about resolve; `why` then tells. */
export const threatSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID.describe('Id of the threat: party, day of the announcement and what it is about'),
    threatener: PARTY.describe('The party that threatens'),
    target: PARTY.describe('The party that is threatened'),
    instrument: z
      .enum([
        'tariff',
        'rare-earths',
        'metals',
        'listing',
        'software',
        'port-fee',
        'probe',
        'meeting',
        'trade-ban',
        'several',
      ])
      .describe('What is threatened: the kind of measure, or that a meeting falls away'),
    form: z
      .enum([
        'signed-measure',
        'verbal-ultimatum',
        'verbal-threat',
        'conditional-retaliation',
        'snapback',
        'regulatory-clock',
      ])
      .describe(
        'How it was voiced: an order that was signed, words, an answer on a condition, a suspension that would end, or the clock of a procedure',
      ),
    gist: z.string().describe('What was threatened, in words'),
    announcedOn: DATE.describe('Day of the announcement, YYYY-MM-DD'),
    dueOn: DATE.nullable().describe(
      'Day on which it was to be carried out, YYYY-MM-DD; null where none was named',
    ),
    fate: z
      .enum([
        'on-time',
        'late',
        'diluted',
        'withdrawn',
        'met',
        'extended',
        'pending',
        'executed-without-date',
        'not-executed',
      ])
      .describe(
        'What became of it: carried out in time, late or in part, withdrawn, met by the other side, put off, still open, carried out where no day was named, or never carried out',
      ),
    settledOn: DATE.nullable().describe(
      'Day on which its fate was settled, YYYY-MM-DD; null where it is open or the day is not known',
    ),
    inReturnFor: z
      .string()
      .exactOptional()
      .describe('What the other side gave for it; left out where nothing'),
    calibration: z.boolean().describe('Whether the case says something about the resolve of its author'),
    why: z.string().exactOptional().describe('Why it says nothing about resolve; left out where it does'),
    cluster: ID.nullable().describe(
      'Id that threats of one episode of the dispute share; null for one that stands alone',
    ),
    ...PROVENANCE,
  }))();

/** What held on the morning of the record's first day: duties, investigations under way, trade of the state's buying; and how far the record reaches. */
export const startSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    on: DATE.describe('First day of the record, YYYY-MM-DD'),
    measures: z
      .array(
        z.strictObject({
          id: MEASURE_ID.describe('Id of the duty'),
          ratePct: z.number().min(0).describe('Its ad valorem rate, per cent'),
          ...SOURCED,
        }),
      )
      .describe('Duties in force on that morning'),
    probes: z
      .array(
        z.strictObject({
          id: MEASURE_ID.describe('Id of the investigation'),
          since: DATE.describe('Day on which it was opened, YYYY-MM-DD'),
          status: z.enum(PROBE_STATUSES).describe('How it stood on that morning'),
          ...PROVENANCE,
        }),
      )
      .describe('Investigations that had begun before'),
    flows: z
      .array(
        z.strictObject({
          id: ID.describe('Id of the flow'),
          status: z
            .enum(FLOW_STATUSES)
            .describe('Whether goods were bought as the market has it, or purchases were halted'),
          ...PROVENANCE,
        }),
      )
      .describe('Trade that the state of the buyer can halt, as it stood'),
    until: z
      .strictObject({
        on: DATE.describe('Last day that the record covers, YYYY-MM-DD'),
        note: z.string().min(1).describe('Why the record ends there'),
      })
      .exactOptional()
      .describe(
        'The last day that the record covers, and why it ends there; that of its last act if left out',
      ),
  }))();

/** All facts, one key for each file of `src/data`. */
export const factsSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    sources: z.record(ID, sourceSchema).describe('The register of sources: every document by its key'),
    start: startSchema.describe('What held on the morning of the first day, and how far the record reaches'),
    acts: z.array(actSchema).describe('Every act of the parties, courts and others, in the order of days'),
    parties: z.array(partySchema).describe('The two bargaining parties'),
    people: z.array(personSchema).describe('Who speaks or sits for a party, or is quoted on it'),
    authorities: z.array(authoritySchema).describe('The statutes and powers on which measures stand'),
    lists: z.array(listSchema).describe('The lists of firms that authorities keep'),
    tariffs: z
      .strictObject({
        usOnCn: z.array(tariffLayerSchema).describe('American duties on Chinese goods'),
        cnOnUs: z.array(tariffLayerSchema).describe('Chinese duties on American goods'),
      })
      .describe('Duties, by whose goods they hit'),
    reconciliations: z
      .array(reconciliationSchema)
      .describe('Remainders between the sum of duties and published averages'),
    controls: z
      .strictObject({
        us: z.array(controlSchema).describe('Export controls of the United States'),
        cn: z.array(controlSchema).describe('Export controls of China'),
      })
      .describe('Export controls, by the party that imposes them'),
    portFees: z.array(portFeeSchema).describe('Fees on ships of the other side'),
    listings: z.array(listingSchema).describe('Acts of putting firms on a list'),
    probes: z.array(probeSchema).describe('Investigations under trade and competition law'),
    purchases: purchasesSchema.describe(
      'Goods that a state buys or can keep from being bought, and promises to buy',
    ),
    undertakings: z.array(undertakingSchema).describe('Promises about conduct beside measures and purchases'),
    truces: z.array(truceSchema).describe('Standstills with what each side promised'),
    truceSpells: z
      .array(truceSpellSchema)
      .describe('How long truces held until a breach, for the hazard of the model'),
    meetings: z.array(meetingSchema).describe('Meetings that a scenario can ask for'),
    codedClasses: z
      .array(codedClassSchema)
      .describe('The classes by which past meetings are coded, in order of escalation'),
    codedMeetings: z
      .array(codedMeetingSchema)
      .describe('Past meetings with the class of their outcome, from which base rates are counted'),
    dossiers: z.array(dossierSchema).describe('Past meetings that a backtest forecasts from their eve'),
    firstScores: firstScoresSchema.describe(
      'The registered scores of the core on meetings that were still ahead',
    ),
    forecasts: z.array(forecastSchema).describe('What markets and banks said before past meetings'),
    questions: z
      .array(questionSchema)
      .describe('Questions about days to come, which the model answers before them'),
    registered: z
      .array(registeredSchema)
      .describe('The register of answers and resolutions, each row sealed by the one before'),
    rateContracts: z.array(rateContractSchema).describe('Market prices on the rate of duty of a day'),
    issues: z.array(issueSchema).describe('What may be conceded, with its worth to both sides'),
    parameters: z.array(parameterSchema).describe('Every number of the model'),
    referenceFigures: z
      .array(referenceFigureSchema)
      .describe('Published figures beside which the model is held'),
    tradeWorld: tradeWorldSchema.describe('Trade and income of three regions, for the trade model'),
    commodities: z.array(commoditySeriesSchema).describe('Dated statistics of commodities'),
    averages: z.array(averageSchema).describe('Average duties as others published them'),
    plans: z.array(planSchema).describe('Duties that were announced and did not come in that form'),
    coverageYale: coverageSchema.describe('Shares of trade on the basis of a second publisher'),
    statements: z.array(statementSchema).describe('What was said in public'),
    claims: z.array(claimSchema).describe('Claims of a news article, checked against the record'),
    threats: z.array(threatSchema).describe('Threats of both sides and what became of them'),
  }))();

export type { Facts } from './types';
