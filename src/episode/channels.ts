/**
 * Channels: through what each kind of act bears on the projection. The one place that says so, total over the library's
 * action types by its type; a type of one's own declares its `channel`.
 *
 * What an act changes in force works by itself: costs, dated steps, the agenda, beliefs. Beside it the table says which acts
 * are deeds, that is press or oblige the other side while nothing is their price, and how large. What a mechanism makes of
 * them is in `bargaining/levers.ts`; a type that reaches nothing is inert and says why.
 */
import { actionTable, type ActionTable, type Event, type EventBase } from '../actions/index';
import { otherParty, PARTY_IDS, type PartyId } from '../model/actor';
import type { Deed, DeedPart, DeedScale } from '../model/deed';
import { licensedShare } from '../model/export-control';
import { effectOf } from '../model/listing';
import type { ListEffect } from '../model/named-list';
import {
  ACTION_PREFIX,
  findMeasure,
  MEASURE_KINDS,
  type MeasureKind,
  type MeasureLife,
} from '../model/measure';
import type { State } from '../model/state';
import type { ModelSpecification } from '../scenario/model-specification';
import type { Mechanism } from './mechanisms';

export { MECHANISMS, type Mechanism } from './mechanisms';

/** What a deed is about and how large it is; who, when and whether it was paid are the event's. */
type Draft = Omit<Deed, 'by'>;

/** What the sizes of deeds are read from. */
export interface About {
  readonly state: State;
  readonly specification: Pick<ModelSpecification, 'issues' | 'generalAuthorities'>;
  /** The action types, where some are one's own; the library's unless told. */
  readonly table?: ActionTable | undefined;
}

/** Through what the events of a type work, and of which of them are deeds. */
interface Acting<E> {
  readonly through: readonly [Mechanism, ...Mechanism[]];
  /** The deed that an event is, from the state before it; null where it is none. */
  readonly deed?: (event: E, about: About) => Draft | null;
}

/** A type that bears on nothing, and why. */
interface Inert {
  readonly inert: string;
}

type Channel<E> = Acting<E> | Inert;

type Kinds = (typeof ACTION_PREFIX)[MeasureKind];
type SharedVerb = Extract<Event['type'], `port-fee.${string}`> extends `port-fee.${infer V}` ? V : never;
type SharedType = `${Kinds}.${SharedVerb}`;
type OwnType = Exclude<Event['type'], SharedType>;
type OfType<T extends Event['type']> = Extract<Event, { readonly type: T }>;

interface Sized {
  readonly ratePct?: number;
  readonly share?: number;
  readonly severity?: number;
  readonly entities?: number;
  readonly list?: string;
  readonly effect?: ListEffect;
  readonly authority?: string;
  readonly licences?: readonly unknown[];
}

/** Whether a listing keeps firms from public contracts or from selling their securities, and trades on otherwise. */
function namesOnly(sized: Sized, { state }: About): boolean {
  const { list = '', effect, authority = '' } = sized;
  const denied = effectOf(effect === undefined ? { list } : { list, effect }, state.authorities[authority]);
  return denied === 'procurement' || denied === 'securities';
}

/** The size of a measure of a kind, as it is stored or as an event brings it. */
function sizeOf(kind: MeasureKind, sized: Sized, about: About): { scale: DeedScale; amount: number } {
  switch (kind) {
    case 'tariff':
      return { scale: 'duty', amount: (sized.ratePct ?? 0) * (sized.share ?? 0) };
    case 'control':
      return { scale: 'control', amount: sized.severity ?? 0 };
    case 'listing':
      return { scale: namesOnly(sized, about) ? 'naming' : 'listing', amount: sized.entities ?? 0 };
    case 'portFee':
      return { scale: 'plain', amount: 0 };
  }
}

type Sign = Deed['sign'];
const PRESSES: Sign = -1;
const OBLIGES: Sign = 1;

/** How a verb of a measure's life presses or obliges: the part of the measure's weight by the status it finds. */
interface VerbRow {
  readonly through: readonly [Mechanism, ...Mechanism[]];
  readonly sign?: Sign;
  readonly part?: (status: MeasureLife['status'] | null) => DeedPart;
}

const whole = (): DeedPart => 'whole';
const threat = (): DeedPart => 'threat';
const putOff = (): DeedPart => 'put-off';
/** What is taken back weighs as what it was. */
const asItStood = (status: MeasureLife['status'] | null): DeedPart =>
  status === 'threatened' || status === 'suspended' ? 'threat' : status === 'proposed' ? 'put-off' : 'whole';

const VERBS: Readonly<Record<SharedVerb, VerbRow>> = {
  propose: { through: ['goodwill', 'held'], sign: PRESSES, part: putOff },
  threaten: { through: ['threat', 'step', 'belief', 'goodwill', 'held'], sign: PRESSES, part: threat },
  impose: { through: ['levels', 'step', 'threat', 'goodwill', 'held', 'text'], sign: PRESSES, part: whole },
  'carry-out': {
    through: ['levels', 'step', 'threat', 'belief', 'goodwill', 'held'],
    sign: PRESSES,
    part: whole,
  },
  postpone: { through: ['step', 'belief', 'worth', 'goodwill', 'held'], sign: OBLIGES, part: putOff },
  'put-off': {
    through: ['step', 'threat', 'belief', 'worth', 'goodwill', 'held'],
    sign: OBLIGES,
    part: (status) => (status === 'scheduled' ? 'whole' : 'put-off'),
  },
  'set-deadline': { through: ['threat', 'step', 'belief', 'goodwill', 'held'], sign: PRESSES, part: threat },
  'name-authority': { through: ['threat', 'step'] },
  withdraw: {
    through: ['levels', 'threat', 'step', 'belief', 'worth', 'goodwill', 'held'],
    sign: OBLIGES,
    part: asItStood,
  },
  suspend: { through: ['levels', 'worth', 'goodwill', 'held'], sign: OBLIGES, part: whole },
  extend: { through: ['step', 'threat', 'worth', 'goodwill', 'held'], sign: OBLIGES, part: putOff },
  'schedule-return': { through: ['step', 'threat', 'goodwill', 'held'], sign: PRESSES, part: whole },
  resume: { through: ['levels', 'goodwill', 'held'], sign: PRESSES, part: whole },
  'enter-into-force': { through: ['levels'] },
  snapback: { through: ['levels'] },
  lapse: { through: ['levels', 'step', 'threat'] },
  'expire-threat': { through: ['threat', 'step', 'belief'] },
};

/** An event about a measure: a new one with its size, or one of the state by its id. */
type MeasureEvent = EventBase & Sized & { readonly id: string; readonly authority?: string };

/** What of a control its licences leave. */
const unlicensed = (kind: MeasureKind, measure: MeasureLife): number =>
  kind === 'control' && 'licences' in measure ? 1 - licensedShare(measure as State['control'][string]) : 1;

/** Whether a statute hits all countries: what stands on it is no act toward the other side. */
const isGeneral = ({ specification }: About, authority: string | undefined): boolean =>
  authority !== undefined && specification.generalAuthorities.includes(authority);

function verbChannel(kind: MeasureKind, { through, sign, part }: VerbRow): Acting<MeasureEvent> {
  if (sign === undefined || part === undefined) return { through };
  const deed = (event: MeasureEvent, about: About): Draft | null => {
    const measure = about.state[kind][event.id] as (MeasureLife & Sized) | undefined;
    if (isGeneral(about, measure?.authority ?? event.authority)) return null;
    const { scale, amount } = sizeOf(kind, measure ?? event, about);
    const left = measure === undefined ? 1 : unlicensed(kind, measure);
    return { subject: event.id, sign, scale, amount: amount * left, part: part(measure?.status ?? null) };
  };
  return { through, deed };
}

/** A change of a measure by a difference: pressing where it is above nought. */
function change(
  about: About,
  id: string,
  scale: DeedScale,
  difference: (measure: Sized) => number,
): Draft | null {
  const measure = findMeasure(about.state, id) as (MeasureLife & Sized) | undefined;
  if (measure === undefined || isGeneral(about, measure.authority)) return null;
  const by = difference(measure);
  return by === 0
    ? null
    : { subject: id, sign: by > 0 ? PRESSES : OBLIGES, scale, amount: Math.abs(by), part: 'whole' };
}

const plain = (subject: string, sign: Sign, part: DeedPart = 'whole'): Draft => ({
  subject,
  sign,
  scale: 'plain',
  amount: 0,
  part,
});

const rate = (event: { readonly id: string; readonly ratePct: number }, about: About) =>
  change(about, event.id, 'duty', ({ ratePct = 0, share = 0 }) => (event.ratePct - ratePct) * share);

/** An act on an exclusion: what it takes out of its duty, in points of the average. */
function exclusion(key: string, about: About, sign: Sign, part: DeedPart): Draft | null {
  const [id = '', name] = key.split('#');
  const layer = about.state.tariff[id];
  const one = layer?.exclusions?.find((candidate) => candidate.id === name);
  if (layer === undefined || one === undefined || isGeneral(about, layer.authority)) return null;
  return { subject: id, sign, scale: 'duty', amount: layer.ratePct * one.share, part };
}

const severity = (event: { readonly id: string; readonly severity: number }, about: About) =>
  change(about, event.id, 'control', (control) => event.severity - (control.severity ?? 0));

interface Buying {
  readonly flow: string;
  readonly quantityMmt?: number;
  readonly quantity?: number;
}

/** A quantity bought or promised: as a share of a normal year where the trade says what that is, else in tons, else without a size. */
function bought({ flow, quantityMmt, quantity }: Buying, { state }: About): Draft {
  const normal = state.flows[flow]?.normalYear;
  const amount = quantity ?? quantityMmt ?? 0;
  if (normal === undefined && quantity !== undefined) return plain(flow, OBLIGES);
  return normal === undefined
    ? { subject: flow, sign: OBLIGES, scale: 'purchase', amount, part: 'whole' }
    : { subject: flow, sign: OBLIGES, scale: 'purchase-share', amount: amount / normal, part: 'whole' };
}

/** Worth of what an undertaking is about: of the issue that asks for it, by the name that they share; else null. */
function worthOf({ specification }: About, id: string): number | null {
  const words = id.split(/[/-]/).slice(1);
  for (const issue of specification.issues) {
    for (const performance of issue.performance) {
      if (performance.kind !== 'undertake') continue;
      if (id.startsWith(`${performance.undertaking}/`)) return issue.benefit;
      const named = issue.id.split('-');
      if (words.some((word) => named.includes(word))) return issue.benefit;
    }
  }
  return null;
}

function undertaking(id: string, degree: number, about: About): Draft {
  const worth = worthOf(about, id);
  return {
    subject: id,
    sign: OBLIGES,
    scale: worth === null ? 'other-undertaking' : 'undertaking',
    amount: worth === null ? degree : worth * degree,
    part: 'whole',
  };
}

const OWN: { readonly [T in OwnType]: Channel<OfType<T>> } = {
  'calendar.advance': { inert: 'Bookkeeping of the calendar.' },
  'economy.accrue': { inert: 'Bookkeeping of gauges that the record shows.' },
  'market.move': { through: ['markets'] },
  'tariff.raise': { through: ['levels', 'goodwill', 'held'], deed: rate },
  'tariff.cut': { through: ['levels', 'worth', 'goodwill', 'held'], deed: rate },
  'tariff.widen': {
    through: ['levels', 'goodwill', 'held'],
    deed: (event, about) =>
      change(about, event.id, 'duty', ({ ratePct = 0, share = 0 }) => (event.share - share) * ratePct),
  },
  'tariff.exclude': {
    through: ['levels', 'worth', 'goodwill', 'held'],
    deed: (event, about) => change(about, event.id, 'duty', ({ ratePct = 0 }) => -event.share * ratePct),
  },
  'exclusion.extend': {
    through: ['levels', 'goodwill', 'held'],
    deed: ({ key }, about) => exclusion(key, about, OBLIGES, 'put-off'),
  },
  'exclusion.revoke': {
    through: ['levels', 'goodwill', 'held'],
    deed: ({ key }, about) => exclusion(key, about, PRESSES, 'whole'),
  },
  'exclusion.expire': { through: ['levels'] },
  'tariff.set-rate': { through: ['levels', 'goodwill', 'held'], deed: rate },
  'tariff.leave-rate': { inert: 'The calendar notes that a rate was not set; the duty stays as it is.' },
  'tariff.fold-in': {
    through: ['levels', 'belief', 'goodwill', 'held'],
    deed: (event, about) => change(about, event.id, 'duty', ({ ratePct = 0, share = 0 }) => ratePct * share),
  },
  'tariff.set-by-statute': { through: ['levels'] },
  'control.tighten': { through: ['levels', 'goodwill', 'held'], deed: severity },
  'control.ease': { through: ['levels', 'worth', 'goodwill', 'held'], deed: severity },
  'licence.grant': {
    through: ['levels', 'worth', 'goodwill', 'held'],
    deed: ({ id, share }) => ({ subject: id, sign: OBLIGES, scale: 'licence', amount: share, part: 'whole' }),
  },
  'licence.take-effect': { through: ['levels', 'stocks'] },
  'licence.expire': { through: ['levels', 'stocks'] },
  'licence.withhold': {
    through: ['levels', 'stocks', 'goodwill', 'held'],
    deed: ({ key }, { state }) => {
      const [control, licence] = key.split('#');
      const held = state.control[control!]?.licences.find(({ id }) => id === licence);
      return { subject: control!, sign: PRESSES, scale: 'licence', amount: held?.share ?? 0, part: 'whole' };
    },
  },
  'listing.remove': {
    through: ['levels', 'goodwill', 'held'],
    deed: (event, about) => {
      const listing = about.state.listing[event.id];
      const scale = listing !== undefined && namesOnly(listing, about) ? 'naming' : 'listing';
      return change(about, event.id, scale, () => -event.entities);
    },
  },
  'blocking-order.issue': { through: ['goodwill', 'held'], deed: ({ id }) => plain(id, PRESSES) },
  'blocking-order.lift': { through: ['goodwill', 'held'], deed: ({ id }) => plain(id, OBLIGES) },
  'blocking-order.lapse': { inert: 'The calendar ends an order on the day that it names.' },
  'probe.open': {
    through: ['goodwill', 'held'],
    // One of many is singled out as little as by a duty on all countries.
    deed: ({ id, targets }) => (targets === undefined ? plain(id, PRESSES) : null),
  },
  'probe.find': {
    through: ['goodwill', 'held', 'levels'],
    deed: ({ id, affirmative }) => plain(id, affirmative ? PRESSES : OBLIGES),
  },
  'probe.close': { through: ['goodwill', 'held', 'worth'], deed: ({ id }) => plain(id, OBLIGES) },
  'probe.suspend': { through: ['goodwill', 'held', 'worth'], deed: ({ id }) => plain(id, OBLIGES) },
  'probe.extend': {
    through: ['goodwill', 'held', 'worth'],
    deed: ({ id }) => plain(id, OBLIGES, 'put-off'),
  },
  'probe.resume': { inert: 'The calendar lets an investigation go on; what it finds is another act.' },
  'probe.lapse': { inert: 'The calendar ends an investigation that found nothing.' },
  'purchase.open': { inert: 'A trade counts once something is bought, promised or halted in it.' },
  'purchase.contract': { through: ['worth', 'goodwill', 'held', 'promises'], deed: bought },
  'purchase.commit': { through: ['worth', 'promises', 'goodwill', 'held'], deed: bought },
  'purchase.deliver': { through: ['worth', 'stocks', 'goodwill', 'held'], deed: bought },
  'purchase.halt': { through: ['stocks', 'goodwill', 'held'], deed: ({ flow }) => plain(flow, PRESSES) },
  'purchase.resume': { through: ['stocks', 'goodwill', 'held'], deed: ({ flow }) => plain(flow, OBLIGES) },
  'purchase.settle': { through: ['promises'] },
  'relief.pay': { through: ['stocks'] },
  'relief.end': { through: ['stocks'] },
  'undertaking.make': {
    through: ['worth', 'promises', 'goodwill', 'held'],
    deed: (event, about) => undertaking(event.id, event.degree, about),
  },
  'undertaking.honour': {
    through: ['worth', 'promises', 'goodwill', 'held'],
    deed: (event, about) => undertaking(event.id, about.state.undertakings[event.id]?.degree ?? 0, about),
  },
  'undertaking.fall-due': {
    inert: 'The calendar opens a promise to judgement; the judgement is another act.',
  },
  'undertaking.judge': { through: ['promises'] },
  'truce.open-talks': { through: ['text'] },
  'truce.conclude': { through: ['text', 'held'] },
  'truce.confirm': { through: ['text', 'held'] },
  'truce.extend': { through: ['text'] },
  'truce.set-end': { through: ['text'] },
  'truce.strain': { through: ['text'] },
  'truce.breach': { through: ['text', 'preparation'] },
  'truce.repair': { through: ['text'] },
  'truce.lay-aside': { through: ['text'] },
  'truce.terminate': { through: ['text', 'held', 'goodwill'] },
  'truce.lapse': { through: ['text', 'held'] },
  'institution.establish': { through: ['text'] },
  'institution.dissolve': { through: ['text'] },
  'issue.raise': { inert: 'An issue counts once it is on the agenda of the meeting.' },
  'issue.drop': { inert: 'An issue counts as long as it is on the agenda of the meeting.' },
  'talks.schedule': { through: ['preparation'] },
  'talks.name-delegation': { inert: 'Who sits for a party enters no equation; the level of the round does.' },
  'talks.open': { through: ['preparation'] },
  'talks.conclude': { through: ['preparation', 'held', 'goodwill'] },
  'talks.call-off': { through: ['preparation', 'held'] },
  'talks.leaders-call': { through: ['preparation', 'held'] },
  'meeting.plan': { through: ['held'] },
  'meeting.doubt': { through: ['held'] },
  'meeting.confirm': { through: ['held'] },
  'meeting.reinstate': { through: ['held'] },
  'meeting.postpone': { through: ['held', 'step'] },
  'meeting.put-on-agenda': { through: ['agenda'] },
  'meeting.take-off-agenda': { through: ['agenda'] },
  'meeting.hold': { through: ['held'] },
  'meeting.call-off': { through: ['held'] },
  'agreement.reach': { through: ['levels', 'text', 'promises'] },
  'agreement.default': { through: ['promises'] },
  'statement.make': {
    through: ['goodwill', 'held'],
    deed: ({ voice, tone }) =>
      tone === 'neutral'
        ? null
        : {
            subject: 'words',
            sign: tone === 'hostile' ? PRESSES : OBLIGES,
            scale: voice === 'leader' ? 'leader-words' : 'other-words',
            amount: 0,
            part: 'whole',
          },
  },
  'third-country.align': { through: ['isolation'] },
  'court.take-up': { through: ['courts'] },
  'court.stay': { through: ['courts'] },
  'court.uphold': { through: ['courts'] },
  'court.strike-measure': { through: ['courts', 'levels', 'threat'] },
  'court.relieve': { through: ['courts', 'levels'] },
  'court.stay-relief': { through: ['courts', 'levels'] },
  'court.strike-down': { through: ['courts', 'levels', 'threat'] },
};

const CHANNELS: ReadonlyMap<string, Channel<never>> = /* @__PURE__ */ new Map<string, Channel<never>>([
  ...MEASURE_KINDS.flatMap((kind) =>
    Object.entries(VERBS).map(
      ([verb, row]) => [`${ACTION_PREFIX[kind]}.${verb}`, verbChannel(kind, row)] as const,
    ),
  ),
  ...Object.entries(OWN),
]);

/** What the table says of an action type: through what it works, or why it is inert. */
export type ChannelOf = { readonly through: readonly Mechanism[] } | Inert;

const UNDECLARED: Inert = { inert: 'The type declares no channel.' };
const DECLARED = { through: ['goodwill', 'held'] } as const;
/** What a type of one's own changes in force counts as ever; it need not say so. */
const TOUCHING = { through: ['levels'] } as const;

/** Through what the events of a type bear on the projection; a type that the table does not know is asked itself. */
export function channelOf(type: string, { byType }: ActionTable = actionTable): ChannelOf {
  const known = CHANNELS.get(type);
  if (known !== undefined) return known;
  const action = byType.get(type);
  if (action?.channel !== undefined) return DECLARED;
  return action === undefined || action.touches.length === 0 ? UNDECLARED : TOUCHING;
}

const isParty = (actor: string): actor is PartyId => PARTY_IDS.includes(actor as PartyId);

/** The deed of an event of a type of one's own that declares a channel. */
function ownDeed(event: EventBase, { state, table = actionTable }: About): Draft | null {
  const action = table.byType.get(event.type);
  const told = action?.channel?.(event, state) ?? 0;
  if (told === 0 || Number.isNaN(told)) return null;
  const subject = action?.subject ?? null;
  const named =
    subject === null ? undefined : (event as unknown as Readonly<Record<string, unknown>>)[subject];
  const sign = told > 0 ? OBLIGES : PRESSES;
  const amount = Math.min(1, Math.abs(told));
  return {
    subject: typeof named === 'string' ? named : event.type,
    sign,
    scale: 'own',
    amount,
    part: 'whole',
  };
}

/** The deed that an event is, from the state before it; null where it is none. Joint acts are paid, and so no deeds. */
export function deedOf(event: EventBase, about: About): Deed | null {
  const { actor } = event;
  if (!isParty(actor)) return null;
  const channel = CHANNELS.get(event.type);
  if (channel === undefined) {
    const own = ownDeed(event, about);
    return own === null ? null : { by: actor, ...own };
  }
  if (!('deed' in channel) || channel.deed === undefined) return null;
  // The row was found by the type of the event.
  const draft = (channel as unknown as Acting<EventBase>).deed!(event, about);
  return draft === null ? null : { by: actor, ...draft };
}

/** Whom a deed is done to. */
export const receiverOf = ({ by }: Pick<Deed, 'by'>): PartyId => otherParty(by);
