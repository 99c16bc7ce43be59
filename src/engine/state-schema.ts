/**
 * The shape of a state, for whoever takes one back from a file. `npm run forms` compiles it, so that a program that checks a
 * state needs no library of schemas; what a state means beyond its shape, the invariants say.
 */
import * as z from 'zod';
import { isIsoDate } from '../kit/calendar';
import { PARTY_IDS } from '../model/actor';
import { INSTRUMENTS } from '../model/authority';
import { BLOCKING_ORDER_STATUSES } from '../model/blocking-order';
import { LIST_EFFECTS } from '../model/named-list';
import { MEASURE_KINDS, MEASURE_STATUSES } from '../model/measure';
import { MEETING_STATUSES } from '../model/meeting';
import { FEWEST_TARGETS, PROBE_STATUSES } from '../model/probe';
import { FLOW_STATUSES } from '../model/purchase';
import { TRUCE_STATUSES } from '../model/truce';
import { UNDERTAKING_STATUSES } from '../model/undertaking';

const day = /* @__PURE__ */ (() =>
  z.string().refine(isIsoDate, { error: 'expected a day that exists, written YYYY-MM-DD' }))();
const text = /* @__PURE__ */ (() => z.string().max(2000))();
const id = /* @__PURE__ */ (() => z.string().min(1).max(400))();
const ids = /* @__PURE__ */ (() => z.array(id).max(1000))();
const party = /* @__PURE__ */ (() => z.enum(PARTY_IDS))();
const share = /* @__PURE__ */ (() => z.number().min(0).max(1))();
const amount = /* @__PURE__ */ (() => z.number().min(0))();

const column = <Item extends z.ZodType>(item: Item) => z.record(id, item);
const byParty = <Item extends z.ZodType>(item: Item) => z.strictObject({ US: item, CN: item });

const authority = /* @__PURE__ */ (() =>
  z.strictObject({
    id,
    owner: party,
    label: text,
    instruments: z.array(z.enum(INSTRUMENTS)).max(20),
    ceilingPct: amount.nullable(),
    procedure: z.enum(['none', 'finding']),
    maximumDays: z.number().int().min(1).nullable(),
    exposedToCourts: z.boolean(),
    exposure: z.array(z.enum(INSTRUMENTS)).max(20).exactOptional(),
    standing: z.enum(['available', 'challenged', 'stayed', 'struck-down']),
    source: text,
    lists: z
      .array(z.strictObject({ id, effect: z.enum(LIST_EFFECTS), usual: z.literal(true).exactOptional() }))
      .max(100)
      .exactOptional(),
  }))();

const pending = /* @__PURE__ */ (() => {
  const of = <Verb extends string, Terms extends z.ZodRawShape>(verb: Verb, terms: Terms) =>
    z.strictObject({ verb: z.literal(verb), announcedOn: day, effectiveOn: day.nullable(), ...terms });
  return z.discriminatedUnion('verb', [
    of('cut', { ratePct: amount }),
    of('exclude', { exclusion: id, label: text, share, until: day.nullable() }),
    of('ease', { severity: share }),
    of('remove', { entities: z.number().int().min(1) }),
    of('suspend', { until: day.nullable() }),
    of('extend', { until: day.nullable() }),
    of('withdraw', { traded: z.boolean() }),
  ]);
})();

const life = /* @__PURE__ */ (() => ({
  id,
  label: text,
  imposer: party,
  target: party,
  authority: id,
  basis: id.nullable(),
  status: z.enum(MEASURE_STATUSES),
  since: day,
  dueOn: day.nullable(),
  suspendedUntil: day.nullable(),
  endsOn: day.nullable(),
  source: text,
  pending: pending.exactOptional(),
}))();

const licence = /* @__PURE__ */ (() =>
  z.strictObject({
    id,
    share,
    grantedOn: day,
    effectiveOn: day,
    until: day.nullable(),
    status: z.enum(['pending', 'effective', 'expired', 'withheld']),
    terms: z
      .strictObject({
        general: z.boolean().exactOptional(),
        holders: text.exactOptional(),
        capPct: amount.exactOptional(),
        revenueSharePct: amount.exactOptional(),
      })
      .exactOptional(),
  }))();

const measures = /* @__PURE__ */ (() => ({
  tariff: column(
    z.strictObject({
      ratePct: amount,
      share,
      exclusions: z
        .array(z.strictObject({ id, label: text, share, since: day, until: day.nullable() }))
        .min(1)
        .max(1000)
        .exactOptional(),
      rateBy: day.nullable().exactOptional(),
      ...life,
    }),
  ),
  control: column(
    z.strictObject({
      subject: text,
      severity: share,
      licences: z.array(licence).max(1000),
      reach: z.enum(['bilateral', 'all-destinations', 'extraterritorial']),
      deMinimisPct: amount.nullable(),
      indivisible: z.boolean(),
      ...life,
    }),
  ),
  portFee: column(z.strictObject({ feePerNetTon: amount, currency: text, ...life })),
  listing: column(
    z.strictObject({
      list: text,
      entities: z.number().int().min(0),
      effect: z.enum(LIST_EFFECTS).exactOptional(),
      ...life,
    }),
  ),
}))();

const probe = /* @__PURE__ */ (() =>
  z.strictObject({
    id,
    owner: party,
    target: party,
    authority: id,
    subject: text,
    status: z.enum(PROBE_STATUSES),
    since: day,
    decisionDueOn: day.nullable(),
    suspendedUntil: day.nullable(),
    targets: z.union([z.number().int().min(FEWEST_TARGETS), ids.min(FEWEST_TARGETS)]).exactOptional(),
  }))();

const purchases = /* @__PURE__ */ (() => ({
  flows: column(
    z.strictObject({
      id,
      product: text,
      buyer: party,
      seller: party,
      status: z.enum(FLOW_STATUSES),
      since: day,
      deliveredMmt: amount,
      unit: z.enum(['USD bn', 'pieces']).exactOptional(),
      normalYear: amount.exactOptional(),
      delivered: amount.exactOptional(),
      contracted: amount.exactOptional(),
    }),
  ),
  commitments: column(
    z.strictObject({
      id,
      flow: id,
      from: day,
      until: day,
      quantityMmt: amount,
      deliveredMmt: amount,
      status: z.enum(['open', 'met', 'missed']),
      quantity: amount.exactOptional(),
      delivered: amount.exactOptional(),
      counts: z.literal('contracts').exactOptional(),
      yearsLeft: z.number().int().min(0).exactOptional(),
      past: z
        .array(z.strictObject({ from: day, until: day, amount, status: z.enum(['met', 'missed']) }))
        .max(100)
        .exactOptional(),
    }),
  ),
  undertakings: column(
    z.strictObject({
      id,
      by: party,
      subject: text,
      degree: share,
      dueOn: day,
      status: z.enum(UNDERTAKING_STATUSES),
    }),
  ),
}))();

/** Columns that a state has once something has been put into them. */
const mayBeAbsent = /* @__PURE__ */ (() => ({
  blockingOrders: column(
    z.strictObject({
      id,
      label: text,
      owner: party,
      authority: id,
      answers: id,
      status: z.enum(BLOCKING_ORDER_STATUSES),
      since: day,
      until: day.nullable(),
    }),
  ).exactOptional(),
  reliefs: column(
    z.strictObject({
      id,
      label: text,
      by: party,
      flow: id,
      amountUsdBn: amount,
      from: day,
      until: day,
      status: z.enum(['current', 'over']),
    }),
  ).exactOptional(),
  institutions: column(
    z.strictObject({
      id,
      label: text,
      monitors: z.boolean(),
      status: z.enum(['standing', 'dissolved']),
      since: day,
    }),
  ).exactOptional(),
}))();

const truce = /* @__PURE__ */ (() =>
  z.strictObject({
    id,
    label: text,
    status: z.enum(TRUCE_STATUSES),
    provisional: z.boolean(),
    since: day,
    textOn: day.nullable(),
    expiresOn: day.nullable(),
    covered: ids,
    conditions: z.array(z.strictObject({ party, text })).max(1000),
    extensions: z.array(z.strictObject({ on: day, until: day.nullable() })).max(1000),
    breaches: z.array(z.strictObject({ on: day, by: party, through: text })).max(10_000),
  }))();

const talks = /* @__PURE__ */ (() => ({
  rounds: column(
    z.strictObject({
      id,
      level: z.enum(['technical', 'ministerial', 'leaders-call', 'leaders']),
      place: text,
      opensOn: day,
      closesOn: day,
      status: z.enum(['scheduled', 'under-way', 'concluded', 'called-off']),
      concludedOn: day.nullable(),
      agenda: ids,
      delegations: byParty(ids),
      readout: z.enum(['progress', 'framework', 'no-progress', 'deal', 'breakdown']).nullable(),
    }),
  ),
  issues: column(z.strictObject({ id, label: text, giver: party, indivisible: z.boolean() })),
  meetings: column(
    z.strictObject({ id, status: z.enum(MEETING_STATUSES), since: day, on: day, place: text, agenda: ids }),
  ),
}))();

const agreements = /* @__PURE__ */ (() => ({
  agreements: column(
    z.strictObject({
      id,
      meeting: id,
      reachedOn: day,
      scope: z.enum(['agenda', 'narrow']),
      terms: z
        .array(
          z.strictObject({
            issue: id,
            giver: party,
            degree: share,
            tariffReliefPp: amount,
            controlRelief: share,
          }),
        )
        .max(1000),
      weightedMean: share,
    }),
  ),
  pledges: column(
    z.strictObject({
      id,
      agreement: id,
      issue: id,
      act: z.looseObject({ type: id, actor: z.enum([...PARTY_IDS, 'both']) }),
      dueOn: day,
      status: z.enum(['open', 'performed', 'defaulted']),
    }),
  ),
}))();

const voices = /* @__PURE__ */ (() => ({
  statements: byParty(
    z
      .strictObject({
        on: day,
        voice: z.enum(['officials', 'spokesperson', 'leader']),
        tone: z.enum(['conciliatory', 'neutral', 'hostile']),
        topic: text,
        gist: text,
      })
      .nullable(),
  ),
  alignments: z
    .array(z.strictObject({ country: text, side: z.enum([...PARTY_IDS, 'neither']), since: day }))
    .max(10_000),
  coercion: z
    .array(
      z.strictObject({
        on: day,
        by: party,
        measure: id,
        kind: z.enum([...MEASURE_KINDS, 'flows']),
        from: day,
        size: amount,
      }),
    )
    .max(100_000),
  market: z.strictObject({ on: day, equityPct: z.number(), yieldBp: z.number() }).nullable(),
}))();

const gauges = /* @__PURE__ */ (() =>
  z.strictObject({
    pain: byParty(z.number().min(0)),
    audience: byParty(z.number().min(0)),
    credibility: byParty(z.number().min(0).max(1)),
    inventoryMonths: z.number().min(0),
    shortage: z.number().min(0).max(1),
    farmPain: z.number().min(0),
    drawdownPct: z.number().min(0),
  }))();

const deadline = /* @__PURE__ */ (() => {
  const measureKind = z.enum(MEASURE_KINDS);
  const ofMeasure = <Kind extends string>(kind: Kind) =>
    z.strictObject({ kind: z.literal(kind), on: day, subject: id, measureKind });
  const ofLicence = <Kind extends string>(kind: Kind) =>
    z.strictObject({ kind: z.literal(kind), on: day, subject: id, control: id });
  const ofLayer = <Kind extends string>(kind: Kind) =>
    z.strictObject({ kind: z.literal(kind), on: day, subject: id, layer: id });
  const of = <Kind extends string>(kind: Kind) =>
    z.strictObject({ kind: z.literal(kind), on: day, subject: id });
  return z.discriminatedUnion('kind', [
    of('blocking-order-end'),
    of('relief-end'),
    z.strictObject({ kind: z.literal('change'), on: day, subject: id, measure: id, measureKind }),
    ofMeasure('entry-into-force'),
    ofMeasure('threat'),
    ofMeasure('snapback'),
    ofMeasure('measure-end'),
    of('truce-expiry'),
    ofLicence('licence-effect'),
    ofLicence('licence-expiry'),
    ofLayer('exclusion-end'),
    ofLayer('rate-due'),
    of('purchase-window'),
    of('undertaking-due'),
    of('pledge-due'),
    of('probe-decision'),
    of('probe-resumes'),
  ]);
})();

/** The shape of a state, as `JSON.stringify` of one gives it. */
export const stateSchema = /* @__PURE__ */ (() =>
  z
    .strictObject({
      today: day,
      deadlines: z.array(deadline).max(100_000),
      parties: byParty(z.strictObject({ id: party, label: text })),
      people: column(z.strictObject({ id, name: text, party, role: text })),
      authorities: column(authority),
      reconciliations: z
        .array(z.strictObject({ direction: z.enum(['usOnCn', 'cnOnUs']), pp: z.number(), source: text }))
        .max(1000),
      probes: column(probe),
      truce,
      gauges,
    })
    .extend(measures)
    .extend(purchases)
    .extend(mayBeAbsent)
    .extend(talks)
    .extend(agreements)
    .extend(voices))();

/** What the schema of a state lets pass. */
export type StateShape = z.infer<typeof stateSchema>;
