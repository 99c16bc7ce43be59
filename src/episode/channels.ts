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
import type { Deed, DeedPart } from '../model/deed';
import {
  change,
  exclusion,
  measureChannels,
  namesOnly,
  OBLIGES,
  PRESSES,
  rate,
  severity,
  type About,
  type Acting,
  type Draft,
  type SharedType,
  type Sign,
} from './measure-channels';
import type { Mechanism } from './mechanisms';

export type { About } from './measure-channels';
export { MECHANISMS, type Mechanism } from './mechanisms';

/** A type that bears on nothing, and why. */
interface Inert {
  readonly inert: string;
}

type Channel<E> = Acting<E> | Inert;

type OwnType = Exclude<Event['type'], SharedType>;
type OfType<T extends Event['type']> = Extract<Event, { readonly type: T }>;

const words = (sign: Sign, scale: 'leader-words' | 'other-words'): Draft => ({
  subject: 'words',
  sign,
  scale,
  amount: 0,
  part: 'whole',
});

/** To say who comes to talks, or that something may be bought, says in public that talks or purchases are meant, and no more than that. */
const wordsOfOfficials = (): Draft => words(OBLIGES, 'other-words');

const plain = (subject: string, sign: Sign, part: DeedPart = 'whole'): Draft => ({
  subject,
  sign,
  scale: 'plain',
  amount: 0,
  part,
});

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
    deed: (event, about) =>
      change(about, event.id, 'duty', ({ ratePct = 0 }) => -event.share * ratePct, event.from),
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
      return change(about, event.id, scale, () => -event.entities, event.from);
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
  'purchase.open': { through: ['goodwill', 'held'], deed: wordsOfOfficials },
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
  'talks.name-delegation': { through: ['goodwill', 'held'], deed: wordsOfOfficials },
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
  'meeting.call-off': { through: ['held', 'text'] },
  'agreement.reach': { through: ['levels', 'text', 'promises'] },
  'agreement.default': { through: ['promises'] },
  'statement.make': {
    through: ['goodwill', 'held'],
    deed: ({ voice, tone }) =>
      tone === 'neutral'
        ? null
        : words(tone === 'hostile' ? PRESSES : OBLIGES, voice === 'leader' ? 'leader-words' : 'other-words'),
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
  ...measureChannels(),
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
