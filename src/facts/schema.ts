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
const ID = /* @__PURE__ */ (() => z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))();
const MEASURE_ID = /* @__PURE__ */ (() => z.string().regex(/^(us|cn)\/[a-z0-9]+(-[a-z0-9]+)*$/))();
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
  source: ID.nullable(),
  basis: basisSchema.exactOptional(),
  assumption: z.literal(true).exactOptional(),
  note: z.string().min(1).exactOptional(),
}))();

/** A value without a default basis must state one. */
const SOURCED = /* @__PURE__ */ (() => ({ ...PROVENANCE, basis: basisSchema }))();

/** One document: its title, its address if it has one, and the day it was published if that is known. */
export const sourceSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    title: z.string().min(1),
    href: z.string().min(1).nullable(),
    published: DATE.nullable(),
  }))();

/** A bargaining party. Dates of its measures count in its capital, which `timezoneNote` names. */
export const partySchema = /* @__PURE__ */ (() =>
  z.strictObject({ id: PARTY, label: z.string(), capital: z.string(), timezoneNote: z.string() }))();

/** One person who speaks or sits for a party, or (party null) is quoted on it. */
export const personSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    name: z.string(),
    party: PARTY.nullable(),
    role: z.string(),
    body: z.string().exactOptional(),
    ...PROVENANCE,
  }))();

/**
 * The legal basis of measures. `ceilingPct` is the highest ad valorem duty and `maximumDays` the longest life it
 * allows (null: no such limit in the text); `procedure: 'finding'` needs a probe with an affirmative result.
 * What courts did to it, the acts tell.
 */
export const authoritySchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    owner: PARTY,
    label: z.string(),
    instruments: z.array(z.enum(INSTRUMENTS)),
    ceilingPct: z.number().positive().nullable(),
    procedure: z.enum(['none', 'finding']),
    maximumDays: z.number().int().positive().nullable(),
    exposedToCourts: z.boolean(),
    exposure: z
      .array(
        z.strictObject({
          use: z.enum(INSTRUMENTS),
          ...SOURCED,
        }),
      )
      .min(1)
      .exactOptional()
      .describe('The uses that courts may end, each by whose account; all of them where it is left out'),
    hitsAllCountries: z.boolean().describe('Whether its measures hit imports from all countries alike'),
    since: z.strictObject({ from: DATE, ...PROVENANCE }).describe('From when it could be used'),
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
    id: MEASURE_ID,
    label: z.string(),
    imposer: PARTY,
    target: PARTY,
    authority: ID,
    probe: z.string().nullable(),
    coverage: z.strictObject({
      share: SHARE,
      basis: z.enum(['published', 'derived']),
      source: ID.nullable(),
      assumption: z.literal(true).exactOptional(),
      note: z.string().exactOptional(),
    }),
    shareOfImports: z
      .strictObject({
        value: SHARE,
        year: z.number().int().nullable(),
        source: ID,
        note: z.string().exactOptional(),
      })
      .nullable(),
    stacksWith: z.enum(['all', 'all-but-listed']),
    doesNotStack: z.array(MEASURE_ID),
  }))();

/** A named residual, in points of the average, that holds from a date until the next row of its direction. */
export const reconciliationSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    direction: z.enum(['usOnCn', 'cnOnUs']),
    from: DATE,
    pp: z.number(),
    effectPp: z
      .number()
      .exactOptional()
      .describe('The part of it that has a source of its own and is no remainder'),
    ...SOURCED,
    note: z.string(),
  }))();

/**
 * One export control. Severity is the share of the trade in its subject that is denied without a licence, 0 to 1;
 * Nearly all are assumptions.
 * `deMinimisPct` is the share of controlled content, in percent of value, from which foreign goods are caught.
 */
export const controlSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: MEASURE_ID,
    label: z.string(),
    imposer: PARTY,
    target: PARTY,
    authority: ID,
    subject: z.enum(['rare-earths', 'chips', 'software', 'affiliates', 'aircraft', 'batteries', 'metals']),
    reach: z.enum(['bilateral', 'all-destinations', 'extraterritorial']),
    deMinimisPct: z.number().min(0).nullable(),
    indivisible: z.boolean(),
    severity: z.strictObject({ value: SHARE, low: SHARE, high: SHARE, ...SOURCED }),
  }))();

/** A fee on ships of the other side per net ton, in the currency named. */
export const portFeeSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: MEASURE_ID,
    label: z.string(),
    imposer: PARTY,
    target: PARTY,
    authority: ID,
    probe: z.string().nullable(),
    feePerNetTon: z.number().positive(),
    currency: z.enum(['USD', 'CNY']),
    indivisible: z.boolean(),
  }))();

/** A list that an authority keeps, and what being on it denies. `usual`: its party reaches for it first. */
export const listSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    label: z.string(),
    authority: ID,
    effect: z.enum(LIST_EFFECTS),
    usual: z.literal(true).exactOptional(),
    ...SOURCED,
  }))();

/** One act of listing firms; `entities` counts them as announced. */
export const listingSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: MEASURE_ID,
    label: z.string(),
    list: ID,
    imposer: PARTY,
    target: PARTY,
    authority: ID,
    entities: z.number().int().positive(),
  }))();

/** An investigation; an affirmative result is what an authority with `procedure: 'finding'` needs. */
export const probeSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: MEASURE_ID,
    owner: PARTY,
    target: PARTY,
    authority: ID,
    subject: z.string(),
    hearingOn: DATE.nullable(),
    ...PROVENANCE,
  }))();

/** Trade that the buyer's state can turn on and off, and what was promised about it (million tonnes, billion USD). */
export const purchasesSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    flows: z.array(
      z.strictObject({
        id: ID,
        buyer: PARTY,
        seller: PARTY,
        product: z.string(),
        monthlyImportsMmt: z.array(
          z.strictObject({
            from: DATE,
            until: DATE,
            value: z.number().min(0),
            publishedOn: DATE.nullable(),
            ...SOURCED,
          }),
        ),
        annualMmt: z.array(z.strictObject({ year: z.number().int(), value: z.number().min(0), ...SOURCED })),
      }),
    ),
    products: z
      .array(
        z.strictObject({
          id: ID,
          product: z.string(),
          unit: z.enum(UNITS),
          normalYear: z.strictObject({ value: z.number().positive(), year: z.number().int(), ...SOURCED }),
        }),
      )
      .describe('What else may be bought by promise: an act opens the trade, and takes its unit from here'),
    commitments: z.array(
      z.strictObject({
        id: ID,
        flow: ID.nullable(),
        buyer: PARTY,
        seller: PARTY,
        agreedOn: DATE,
        confirmedByBuyer: z.boolean(),
        terms: z.array(
          z.strictObject({
            from: DATE,
            until: DATE,
            measure: z.string(),
            value: z.number().positive(),
            unit: z.enum(['USD bn', 'Mmt', 'Mmt a year']),
            delivered: z.number().min(0).nullable(),
            deliveredShare: SHARE.nullable(),
            ...SOURCED,
          }),
        ),
      }),
    ),
  }))();

/** A promise about conduct that no ledger row carries: enforcement, an approval, a release. */
export const undertakingSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    party: PARTY,
    label: z.string(),
    history: z.array(
      z.strictObject({
        from: DATE,
        status: z.enum(['asked', 'partial', 'promised', 'done', 'refused']),
        ...PROVENANCE,
      }),
    ),
  }))();

/** A standstill and what each side promised in it; when it was agreed, extended and broken, the acts tell. */
export const truceSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    label: z.string(),
    parties: z.array(PARTY).length(2),
    conditions: z.array(z.strictObject({ party: PARTY, text: z.string(), ...PROVENANCE })),
  }))();

/** Days from the agreed text to the first documented breach; `censored` where none had come by `until`. */
export const truceSpellSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    truce: ID,
    from: DATE,
    until: DATE,
    days: z.number().int().positive(),
    censored: z.boolean(),
    brokenBy: PARTY.nullable(),
    ...PROVENANCE,
  }))();

/**
 * A meeting that a scenario can ask for. Meetings of the leaders are planned, doubted and held by acts; of a round of
 * ministers that is looked at as the meeting, `planned` says since when its day was known.
 */
export const meetingSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    on: DATE,
    place: z.string(),
    planned: z.strictObject({ from: DATE, ...PROVENANCE }).exactOptional(),
    delegations: z.strictObject({ US: z.array(ID), CN: z.array(ID) }).exactOptional(),
    source: ID.nullable().exactOptional(),
    note: z.string().exactOptional(),
  }))();

/** One coded meeting of the record: class 0 escalation, 1 no deal, 2 truce, 3 rollback, 4 comprehensive. */
export const codedMeetingSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    on: DATE,
    place: z.string(),
    outcome: z.enum(BASE_RATE_CLASSES),
    class: z.number().int().min(0).max(4),
    granted: z
      .record(ID, SHARE)
      .exactOptional()
      .describe('Degree to which each issue was granted by the text of the meeting; 0 for any other issue'),
    firstScore: z
      .strictObject({
        seed: z.string(),
        runs: DAYS,
        rps: z.number().min(0),
        log: z.number().min(0),
        note: z.string(),
      })
      .exactOptional()
      .describe('The score of the first forecast of this meeting that was kept'),
    otherReading: z
      .strictObject({
        outcome: z.enum(BASE_RATE_CLASSES),
        class: z.number().int().min(0).max(4),
        note: z.string().min(1),
      })
      .exactOptional()
      .describe('The class that another reader could give it, and why'),
    ...PROVENANCE,
    assumption: z.literal(true),
    note: z.string(),
  }))();

/**
 * One of the classes by which past meetings are coded, in the words of version 0.1: what the agreement says and what was ordered,
 * not what the world became.
 */
export const codedClassSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: z.enum(BASE_RATE_CLASSES),
    title: z.string(),
    meaning: z.string(),
    question: z.string(),
    consult: z.string(),
    tie: z.string(),
    when: conditionSchema,
  }))();

/**
 * A past meeting to be forecast from the record as it stood on a day: the eve of the talks. It names the meeting and
 * the coded outcome; state, agenda and weights follow from the record by rules that are the same for all. `set` tells
 * the nine that were scored first from the ten that were coded then and scored later, and from the five of the year after.
 */
export const dossierSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    title: z.string(),
    asOf: DATE,
    meeting: ID,
    codedMeeting: ID,
    painSince: DATE,
    set: z.enum(['nine', 'ten', 'five']),
  }))();

const CLASS_SHARES = /* @__PURE__ */ (() =>
  z.strictObject(
    Object.fromEntries(BASE_RATE_CLASSES.map((id) => [id, SHARE])) as Record<
      (typeof BASE_RATE_CLASSES)[number],
      typeof SHARE
    >,
  ))();
const RPS = /* @__PURE__ */ (() => z.number().min(0).max(1))();

/**
 * The first scores of the core on meetings that its author knew nothing of, as they were registered: shares of the classes given
 * that the meeting is held, the base rate of the meetings before, and ranked probability scores of the core alone, of the pool that is
 * published, of one of equal weights and of the base rate; beside them the scores of the first release. Nothing computes them again.
 */
export const firstScoresSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    core: z.strictObject({
      seed: z.string(),
      runs: DAYS,
      pain: z.literal('steady'),
      baseRateWeight: SHARE,
      ...SOURCED,
    }),
    earlier: z.strictObject({ version: z.string(), seed: z.string(), runs: DAYS, ...SOURCED }),
    meetings: z.array(
      z.strictObject({
        id: ID.describe('Id of the coded meeting'),
        p: CLASS_SHARES,
        baseRate: CLASS_SHARES,
        rps: z.strictObject({ model: RPS, published: RPS, evenPool: RPS, baseRate: RPS }),
        otherReading: z
          .strictObject({
            model: RPS,
            published: RPS.exactOptional(),
            evenPool: RPS.exactOptional(),
            baseRate: RPS.exactOptional(),
          })
          .exactOptional()
          .describe('The scores under the other reading of the meeting, as far as they were registered'),
        earlier: z.strictObject({ rps: RPS, log: z.number().min(0) }),
      }),
    ),
  }))();

/**
 * A market on the general rate of one side on a day: prices over bins of the sum of its duties in force under one
 * statute, per cent; a bin holds its lower edge and not its upper one.
 */
export const rateContractSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    forecaster: z.string(),
    on: DATE.nullable(),
    dossier: ID,
    resolvesOn: DATE,
    statement: z.string(),
    authority: ID,
    edgesPct: z.array(z.number().positive()).min(1),
    prices: z.array(SHARE).min(2),
    ...SOURCED,
  }))();

/**
 * What a market or a bank said before a past meeting, as probabilities over groups of outcome classes; with a group
 * for `not-held` they are over all classes, else given that the meeting is held.
 */
export const forecastSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    forecaster: z.string(),
    on: DATE,
    dossier: ID,
    statement: z.string(),
    groups: z.array(z.array(ID).min(1)).min(2),
    p: z.array(SHARE).min(2),
    ...SOURCED,
  }))();

/** A probability of a question, or the 10th, 50th and 90th percentile. */
const ANSWER = /* @__PURE__ */ (() =>
  z.union([
    z.strictObject({ p: SHARE }),
    z.strictObject({ p10: z.number(), p50: z.number(), p90: z.number() }),
  ]))();
const DIGEST = /* @__PURE__ */ (() => z.string().regex(/^[0-9a-f]{64}$/))();

/**
 * A question about a day to come, with the rules by which it is resolved. It is asked of every episode of a scenario: whether a condition
 * holds, or what a term is on an evening. The base rate counts comparable cases; null where there are none.
 */
export const questionSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    scenario: ID,
    question: z.string().min(1),
    resolvesOn: DATE,
    yes: z.string().min(1).describe('What resolves it: to yes, or to a number'),
    no: z.string().min(1).nullable().describe('What resolves it to no; null where it asks for a number'),
    edges: z.array(z.string().min(1)),
    consult: z.string().min(1),
    asks: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('chance'), when: conditionSchema }),
      z.strictObject({
        kind: z.literal('quantiles'),
        of: z.strictObject({ term: ID, of: z.string().min(1), on: DATE }),
        unit: z.string().min(1),
      }),
    ]),
    baseRate: z
      .strictObject({ n: z.number().int().min(0), of: z.number().int().positive(), ...SOURCED })
      .nullable(),
  }))();

const INTERVAL = /* @__PURE__ */ (() => z.strictObject({ low: z.number(), high: z.number() }))();

/**
 * A row of the register of forecasts, which only grows: an answer registered before its day, or what a question was resolved to. `before` is the
 * SHA-256 of the row before as canonical JSON, null of the first, so that no row can be changed or taken out unseen.
 */
export const registeredSchema = /* @__PURE__ */ (() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('registration'),
      question: ID,
      registeredOn: DATE,
      knownTo: DATE.describe('The last day of which anything was known'),
      version: z.string().min(1),
      seed: z.string(),
      runs: DAYS,
      answer: ANSWER,
      sampling: INTERVAL.nullable(),
      assumptions: INTERVAL.nullable().exactOptional().describe('Of the parameters, since 29 November 2026'),
      actors: INTERVAL.nullable().exactOptional().describe('Of the policies, since 29 November 2026'),
      baseRate: SHARE.nullable(),
      pModel: SHARE.nullable(),
      digest: DIGEST.describe('SHA-256 of the answers of that run'),
      before: DIGEST.nullable(),
    }),
    z.strictObject({
      kind: z.literal('resolution'),
      question: ID,
      resolvedOn: DATE,
      outcome: z.union([z.boolean(), z.number()]),
      source: ID.nullable(),
      assumption: z.literal(true).exactOptional(),
      note: z.string().min(1),
      before: DIGEST.nullable(),
    }),
  ]))();

/** The act by which an agreed degree of concession, 0 to 1, is carried out. */
export const performanceSchema = /* @__PURE__ */ (() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cut-tariff'), measure: MEASURE_ID }),
    z.strictObject({ kind: z.literal('extend-suspension'), measure: MEASURE_ID, days: DAYS }),
    z.strictObject({ kind: z.literal('suspend-tariff'), measure: MEASURE_ID, days: DAYS }),
    z.strictObject({ kind: z.literal('postpone-tariff'), measure: MEASURE_ID, days: DAYS }),
    z.strictObject({ kind: z.literal('suspend-control'), measure: MEASURE_ID, days: DAYS }),
    z.strictObject({ kind: z.literal('postpone-control'), measure: MEASURE_ID, days: DAYS }),
    z.strictObject({ kind: z.literal('ease-control'), measure: MEASURE_ID }),
    z.strictObject({ kind: z.literal('withdraw-control'), measure: MEASURE_ID }),
    z.strictObject({ kind: z.literal('grant-licences'), measure: MEASURE_ID }),
    z.strictObject({ kind: z.literal('suspend-port-fee'), measure: MEASURE_ID, days: DAYS }),
    z.strictObject({ kind: z.literal('suspend-listing'), measure: MEASURE_ID, days: DAYS }),
    z.strictObject({
      kind: z.literal('buy'),
      flow: ID,
      initialMmt: z.number().positive(),
      annualMmt: z.number().positive(),
      years: z.number().int().positive(),
    }),
    z.strictObject({ kind: z.literal('suspend-probe'), probe: MEASURE_ID, days: DAYS }),
    z.strictObject({ kind: z.literal('undertake'), undertaking: ID, days: DAYS }),
    z.strictObject({
      kind: z.literal('establish'),
      institution: ID,
      label: z.string(),
      monitors: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('say'), topic: ID }),
  ]))();

const STANCE = /* @__PURE__ */ (() => z.strictObject({ wants: z.string(), fears: z.string() }))();

/**
 * One issue of the agenda: who gives, the benefit to the receiver and the cost to the giver (1 point is 1 % of
 * GDP for a year), the red line `cap`, and how a concession is performed. All weights are priors. When it was raised
 * and dropped, the acts tell.
 */
export const issueSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    label: z.string(),
    giver: PARTY,
    benefit: z.number().positive(),
    cost: z.number().positive(),
    cap: SHARE,
    indivisible: z.boolean(),
    kind: z.enum(['tariff', 'control', 'economic', 'symbolic']),
    positions: z.strictObject({ US: STANCE, CN: STANCE }),
    performance: z.array(performanceSchema).min(1),
    ...PROVENANCE,
    assumption: z.literal(true),
    note: z.string(),
  }))();

/**
 * One number of the model. `drawn` ones are drawn once per episode from the law over low, central and high;
 * `fixed` ones enter as their central value. Low and high are null where no range is known.
 */
export const parameterSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    name: z
      .string()
      .regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)
      .describe('Dotted name: the component, and the parameter within it'),
    symbol: z.string().min(1).nullable().describe('Its symbol in version 0.1; null where it had none'),
    place: z
      .number()
      .int()
      .positive()
      .describe('Its column among all that studies draw: stays when files are put in another order'),
    meaning: z.string(),
    unit: z.string(),
    domain: z
      .strictObject({
        min: z.number(),
        max: z.number(),
        above: z.literal(true).exactOptional().describe('Whether the lower end is left out'),
        whole: z.literal(true).exactOptional().describe('Whether only whole numbers make sense'),
      })
      .describe('The values that make sense; the range lies within'),
    low: z.number().nullable(),
    central: z.number(),
    high: z.number().nullable(),
    law: z.enum(['triangular', 'fixed']),
    drawn: z.boolean(),
    core: z.boolean().exactOptional().describe('Whether the core alone takes it at its central value'),
    size: z
      .boolean()
      .exactOptional()
      .describe('Whether it is the size of a channel, which the core alone takes at nought'),
    basis: basisSchema,
    source: ID.nullable(),
    assumption: z.boolean(),
    note: z.string().exactOptional(),
  }))();

/** A published figure beside which the model is held; no run reads it. Low and high are null where no range is known. */
export const referenceFigureSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    symbol: z.string().min(1),
    name: ID,
    meaning: z.string(),
    unit: z.string(),
    low: z.number().nullable(),
    central: z.number(),
    high: z.number().nullable(),
    basis: basisSchema,
    source: ID.nullable(),
    assumption: z.boolean(),
    note: z.string().exactOptional(),
  }))();

/** The three-region trade matrix: goods flows, exporter in rows, and income, in thousand USD. */
export const tradeWorldSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    labels: z.tuple([z.literal('US'), z.literal('CN'), z.literal('RoW')]),
    year: z.number().int(),
    flowsThousandUsd: z.array(z.array(z.number().positive()).length(3)).length(3),
    incomeThousandUsd: z.array(z.number().positive()).length(3),
    ...SOURCED,
  }))();

/** A dated statistic of a commodity; `publishedOn` says from when a bargainer could know it (null: unknown). */
export const commoditySeriesSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    label: z.string(),
    unit: z.string(),
    observations: z.array(
      z.strictObject({
        from: DATE,
        until: DATE,
        value: z.number(),
        publishedOn: DATE.nullable(),
        ...SOURCED,
      }),
    ),
  }))();

/** A published average or headline rate, in percent, with the publisher's own method. */
export const averageSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    on: DATE,
    usOnCnPct: z.number().nullable(),
    cnOnUsPct: z.number().nullable(),
    publisher: z.string(),
    method: z.enum([
      'fixed-weights',
      'other-weights',
      'statutory',
      'collected',
      'simple',
      'own-estimate',
      'headline-sum',
    ]),
    use: z
      .strictObject({
        usOnCn: z.enum(['pinned', 'test']).exactOptional(),
        cnOnUs: z.enum(['pinned', 'test']).exactOptional(),
      })
      .exactOptional()
      .describe('Whether shares or remainders were found from this figure, or it tests them'),
    ...SOURCED,
  }))();

/** A plan that was announced and not carried out in that form, and the average that its publisher expected of it. */
export const planSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    label: z.string(),
    party: PARTY,
    announcedOn: DATE,
    on: DATE,
    publishedPct: z.number(),
    publisherMethod: z.enum(['fixed-weights', 'other-weights']),
    changes: z.array(z.strictObject({ layer: MEASURE_ID, ratePct: z.number().min(0) })).min(1),
    effectPp: z.number(),
    ...SOURCED,
    note: z.string(),
  }))();

/** Coverage on the basis of a second publisher, from its own steps; never to be mixed with the fixed weights. */
export const coverageSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    publisher: z.string(),
    direction: z.literal('usOnCn'),
    baseline: z.strictObject({ on: DATE, pct: z.number(), ...SOURCED }),
    coverage: z.array(
      z.strictObject({ layer: MEASURE_ID, share: SHARE, from: DATE.exactOptional(), ...SOURCED }),
    ),
  }))();

/** A dated public statement, its gist in this project's words. */
export const statementSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    on: DATE,
    speaker: ID.nullable(),
    party: PARTY.nullable(),
    tone: z.enum(['conciliatory', 'neutral', 'hostile']),
    topic: z.string(),
    gist: z.string(),
    ...PROVENANCE,
  }))();

/** A claim of the news article of 25 October 2025 and what the record says about it. */
export const claimSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    claim: z.string(),
    verdict: z.enum(['confirmed', 'corrected', 'judgement']),
    correction: z.string().exactOptional(),
    ...PROVENANCE,
  }))();

/** A threat and its fate. `calibration` is false where the case says nothing about resolve; `why` then tells. */
export const threatSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    id: ID,
    threatener: PARTY,
    target: PARTY,
    instrument: z.enum([
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
    ]),
    form: z.enum([
      'signed-measure',
      'verbal-ultimatum',
      'verbal-threat',
      'conditional-retaliation',
      'snapback',
      'regulatory-clock',
    ]),
    gist: z.string(),
    announcedOn: DATE,
    dueOn: DATE.nullable(),
    fate: z.enum([
      'on-time',
      'late',
      'diluted',
      'withdrawn',
      'met',
      'extended',
      'pending',
      'executed-without-date',
      'not-executed',
    ]),
    settledOn: DATE.nullable(),
    inReturnFor: z.string().exactOptional(),
    calibration: z.boolean(),
    why: z.string().exactOptional(),
    cluster: ID.nullable(),
    ...PROVENANCE,
  }))();

/** What held on the morning of the record's first day: duties, investigations under way, trade of the state's buying; and how far the record reaches. */
export const startSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    on: DATE,
    measures: z.array(z.strictObject({ id: MEASURE_ID, ratePct: z.number().min(0), ...SOURCED })),
    probes: z.array(
      z.strictObject({
        id: MEASURE_ID,
        since: DATE,
        status: z.enum(PROBE_STATUSES),
        ...PROVENANCE,
      }),
    ),
    flows: z.array(z.strictObject({ id: ID, status: z.enum(FLOW_STATUSES), ...PROVENANCE })),
    until: z
      .strictObject({ on: DATE, note: z.string().min(1) })
      .exactOptional()
      .describe(
        'The last day that the record covers, and why it ends there; that of its last act if left out',
      ),
  }))();

/** All facts, one key for each file of `src/data`. */
export const factsSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    sources: z.record(ID, sourceSchema),
    start: startSchema,
    acts: z.array(actSchema),
    parties: z.array(partySchema),
    people: z.array(personSchema),
    authorities: z.array(authoritySchema),
    lists: z.array(listSchema),
    tariffs: z.strictObject({ usOnCn: z.array(tariffLayerSchema), cnOnUs: z.array(tariffLayerSchema) }),
    reconciliations: z.array(reconciliationSchema),
    controls: z.strictObject({ us: z.array(controlSchema), cn: z.array(controlSchema) }),
    portFees: z.array(portFeeSchema),
    listings: z.array(listingSchema),
    probes: z.array(probeSchema),
    purchases: purchasesSchema,
    undertakings: z.array(undertakingSchema),
    truces: z.array(truceSchema),
    truceSpells: z.array(truceSpellSchema),
    meetings: z.array(meetingSchema),
    codedClasses: z.array(codedClassSchema),
    codedMeetings: z.array(codedMeetingSchema),
    dossiers: z.array(dossierSchema),
    firstScores: firstScoresSchema,
    forecasts: z.array(forecastSchema),
    questions: z.array(questionSchema),
    registered: z.array(registeredSchema),
    rateContracts: z.array(rateContractSchema),
    issues: z.array(issueSchema),
    parameters: z.array(parameterSchema),
    referenceFigures: z.array(referenceFigureSchema),
    tradeWorld: tradeWorldSchema,
    commodities: z.array(commoditySeriesSchema),
    averages: z.array(averageSchema),
    plans: z.array(planSchema),
    coverageYale: coverageSchema,
    statements: z.array(statementSchema),
    claims: z.array(claimSchema),
    threats: z.array(threatSchema),
  }))();

export type { Facts } from './types';
