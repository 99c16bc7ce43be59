/**
 * Channels of acts on measures: what the verbs of a measure's life bear on, and how large a deed an act on one is. A change that
 * waits for its day weighs as the change; one that waits for its notice half, as a threat beside what it announces.
 */
import type { ActionTable, Event, EventBase } from '../actions/index';
import type { Deed, DeedPart, DeedScale } from '../model/deed';
import { freedShare } from '../model/export-control';
import { effectOf } from '../model/listing';
import type { ListEffect } from '../model/named-list';
import {
  ACTION_PREFIX,
  findMeasure,
  MEASURE_KINDS,
  type MeasureKind,
  type MeasureLife,
} from '../model/measure';
import type { PendingChange } from '../model/pending-change';
import type { State } from '../model/state';
import type { ModelSpecification } from '../scenario/model-specification';
import type { Mechanism } from './mechanisms';

/** What a deed is about and how large it is; who, when and whether it was paid are the event's. */
export type Draft = Omit<Deed, 'by'>;

/** What the sizes of deeds are read from. */
export interface About {
  readonly state: State;
  readonly specification: Pick<ModelSpecification, 'issues' | 'generalAuthorities'>;
  /** The action types, where some are one's own; the library's unless told. */
  readonly table?: ActionTable | undefined;
}

/** Through what the events of a type work, and of which of them are deeds. */
export interface Acting<E> {
  readonly through: readonly [Mechanism, ...Mechanism[]];
  /** The deed that an event is, from the state before it; null where it is none. */
  readonly deed?: (event: E, about: About) => Draft | null;
}

type Kinds = (typeof ACTION_PREFIX)[MeasureKind];
/** A verb that all kinds of measure share. */
type SharedVerb = Extract<Event['type'], `port-fee.${string}`> extends `port-fee.${infer V}` ? V : never;
/** An action type of such a verb. */
export type SharedType = `${Kinds}.${SharedVerb}`;

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
export function namesOnly(sized: Sized, { state }: About): boolean {
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

/** Whether a deed presses or obliges. */
export type Sign = Deed['sign'];
export const PRESSES: Sign = -1;
export const OBLIGES: Sign = 1;

/** How a verb of a measure's life presses or obliges: the part of the measure's weight by the status it finds. */
interface VerbRow {
  readonly through: readonly [Mechanism, ...Mechanism[]];
  /** Whether it is about the change that the measure holds pending, and weighs as that; else about the whole measure. */
  readonly ofPending?: true;
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
  'give-notice': {
    through: ['levels', 'worth', 'goodwill', 'held'],
    ofPending: true,
    sign: OBLIGES,
    part: whole,
  },
  'drop-change': {
    through: ['levels', 'worth', 'goodwill', 'held'],
    ofPending: true,
    sign: PRESSES,
    part: whole,
  },
  'take-effect': { through: ['levels'] },
  'enter-into-force': { through: ['levels'] },
  snapback: { through: ['levels'] },
  lapse: { through: ['levels', 'step', 'threat'] },
  'expire-threat': { through: ['threat', 'step', 'belief'] },
};

/** An event about a measure: a new one with its size, or one of the state by its id. */
type MeasureEvent = EventBase &
  Sized & { readonly id: string; readonly authority?: string; readonly from?: string | null };

/** What of a control its licences leave. */
const unlicensed = (kind: MeasureKind, measure: MeasureLife): number =>
  kind === 'control' && 'licences' in measure ? 1 - freedShare(measure as State['control'][string]) : 1;

/** Whether a statute hits all countries: what stands on it is no act toward the other side. */
export const isGeneral = ({ specification }: About, authority: string | undefined): boolean =>
  authority !== undefined && specification.generalAuthorities.includes(authority);

/** The part that an act has which is announced with its notice pending: that of a threat beside what it announces. */
const announcedPart = (part: DeedPart, from: string | null | undefined): DeedPart =>
  from !== null ? part : part === 'whole' ? 'threat' : 'put-off';

/** The size of a change that a measure holds pending. */
function sizeOfPending(
  kind: MeasureKind,
  measure: MeasureLife & Sized,
  pending: PendingChange,
  about: About,
): { scale: DeedScale; amount: number } {
  const { scale, amount } = sizeOf(kind, measure, about);
  switch (pending.verb) {
    case 'cut':
      return { scale, amount: ((measure.ratePct ?? 0) - pending.ratePct) * (measure.share ?? 0) };
    case 'exclude':
      return { scale, amount: (measure.ratePct ?? 0) * pending.share };
    case 'ease':
      return { scale, amount: (measure.severity ?? 0) - pending.severity };
    case 'remove':
      return { scale, amount: pending.entities };
    default:
      return { scale, amount: amount * unlicensed(kind, measure) };
  }
}

/** The deed of an act on what a measure holds pending: once a notice or a day is given it weighs as the change itself. */
function pendingDeed(kind: MeasureKind, { id, from }: MeasureEvent, about: About, sign: Sign): Draft | null {
  const measure = about.state[kind][id] as (MeasureLife & Sized) | undefined;
  if (measure?.pending === undefined || isGeneral(about, measure.authority)) return null;
  const { pending } = measure;
  const part = pending.verb === 'extend' ? 'put-off' : 'whole';
  const isLaw = typeof from === 'string' || pending.effectiveOn !== null;
  const { scale, amount } = sizeOfPending(kind, measure, pending, about);
  return { subject: id, sign, scale, amount, part: isLaw ? part : announcedPart(part, null) };
}

function verbChannel(kind: MeasureKind, { through, ofPending, sign, part }: VerbRow): Acting<MeasureEvent> {
  if (sign === undefined || part === undefined) return { through };
  if (ofPending === true) return { through, deed: (event, about) => pendingDeed(kind, event, about, sign) };
  const deed = (event: MeasureEvent, about: About): Draft | null => {
    const measure = about.state[kind][event.id] as (MeasureLife & Sized) | undefined;
    if (isGeneral(about, measure?.authority ?? event.authority)) return null;
    const { scale, amount } = sizeOf(kind, measure ?? event, about);
    const left = measure === undefined ? 1 : unlicensed(kind, measure);
    return {
      subject: event.id,
      sign,
      scale,
      amount: amount * left,
      part: announcedPart(part(measure?.status ?? null), event.from),
    };
  };
  return { through, deed };
}

/** A change of a measure by a difference: pressing where it is above nought. */
export function change(
  about: About,
  id: string,
  scale: DeedScale,
  difference: (measure: Sized) => number,
  from?: string | null,
): Draft | null {
  const measure = findMeasure(about.state, id) as (MeasureLife & Sized) | undefined;
  if (measure === undefined || isGeneral(about, measure.authority)) return null;
  const by = difference(measure);
  return by === 0
    ? null
    : {
        subject: id,
        sign: by > 0 ? PRESSES : OBLIGES,
        scale,
        amount: Math.abs(by),
        part: announcedPart('whole', from),
      };
}

/** What an act that may hold from a later day says of it. */
type From = { readonly from?: string | null };

/** A change of a duty's rate. */
export const rate = (event: { readonly id: string; readonly ratePct: number } & From, about: About) =>
  change(
    about,
    event.id,
    'duty',
    ({ ratePct = 0, share = 0 }) => (event.ratePct - ratePct) * share,
    event.from,
  );

/** An act on an exclusion: what it takes out of its duty, in points of the average. */
export function exclusion(key: string, about: About, sign: Sign, part: DeedPart): Draft | null {
  const [id = '', name] = key.split('#');
  const layer = about.state.tariff[id];
  const one = layer?.exclusions?.find((candidate) => candidate.id === name);
  if (layer === undefined || one === undefined || isGeneral(about, layer.authority)) return null;
  return { subject: id, sign, scale: 'duty', amount: layer.ratePct * one.share, part };
}

/** A change of a control's severity. */
export const severity = (event: { readonly id: string; readonly severity: number } & From, about: About) =>
  change(about, event.id, 'control', (control) => event.severity - (control.severity ?? 0), event.from);

/** The channels of the verbs that all kinds share, by the names of their action types. */
export const measureChannels = (): (readonly [string, Acting<MeasureEvent>])[] =>
  MEASURE_KINDS.flatMap((kind) =>
    Object.entries(VERBS).map(
      ([verb, row]) => [`${ACTION_PREFIX[kind]}.${verb}`, verbChannel(kind, row)] as const,
    ),
  );
