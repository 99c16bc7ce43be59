/**
 * One event in a line: who does what to which measure, from which level to which, and what it does to an average.
 *
 * The words come from the labels of the state before and after; what the state does not know is not told. A measure
 * stands at the head of its line, so that its label needs no grammar and like fates can share one line.
 */
import type { Event } from '../../actions/index';
import { actionTypeOf } from '../../actions/index';
import { formatDate } from '../../kit/calendar';
import type { PartyId } from '../../model/actor';
import type { PromisedAct } from '../../model/agreement';
import { isLive, type MeasureKind, type MeasureLife } from '../../model/measure';
import { averageTariffPct, directionOf } from '../../model/tariff';
import type { State } from '../../model/state';
import type { Facts } from '../../facts/schema';
import { meetingSentence } from './meeting-sentences';
import { actorName, type Scene } from './scene';
import { capitalOf, counted, fixed, listed, percent } from './text';

const KIND_OF: Readonly<Record<string, MeasureKind>> = {
  tariff: 'tariff',
  control: 'control',
  'port-fee': 'portFee',
  listing: 'listing',
};
const NOUN_OF: Readonly<Record<MeasureKind, string>> = {
  tariff: 'duty',
  control: 'export control',
  portFee: 'port fee',
  listing: 'listing',
};

/** A sentence in parts: what it is about, where several events may share the rest; what happened; what followed. */
export interface EventSentence {
  /** Name of the measure or probe that it is about, or null. */
  readonly subject: string | null;
  /** What happened, without its full stop. */
  readonly text: string;
  /** What it did to an average, as a sentence of its own, or ''. */
  readonly move: string;
}

type SubjectSentence = Pick<EventSentence, 'subject' | 'text'>;

const plain = (text: string): SubjectSentence => ({ subject: null, text });

/** A measure of any kind by its id, or undefined. */
function measureOf(state: State, id: string): MeasureLife | undefined {
  return state.tariff[id] ?? state.control[id] ?? state.portFee[id] ?? state.listing[id];
}

/** Name of a measure at the head of a sentence; of a listing with its list, since its label may only count firms. */
export function measureName(state: State, id: string): string {
  const label = withLabels(state, measureOf(state, id)?.label ?? id);
  const list = state.listing[id]?.list;
  return list === undefined ? label : `${label} (${list.replaceAll('-', ' ')})`;
}

/** Puts labels in place of the ids of measures in a text. */
function withLabels(state: State, text: string): string {
  const once = (given: string) =>
    given.replace(
      /\b(us|cn)\/[a-z0-9-]+/g,
      (id) => measureOf(state, id)?.label ?? state.probes[id]?.subject ?? id,
    );
  // An answer is labelled by what it answers, which may itself be an answer.
  return once(once(once(text)));
}

/** Rate or severity of a measure in words, with a blank before it; empty for kinds without a size. */
function sizeOf(state: State, id: string): string {
  const duty = state.tariff[id];
  if (duty !== undefined) return ` of ${percent(duty.ratePct / 100, duty.ratePct % 1 === 0 ? 0 : 1)}`;
  const control = state.control[id];
  if (control !== undefined) return ` that denies ${percent(control.severity, 0)} of the trade`;
  const listing = state.listing[id];
  return listing === undefined ? '' : ` of ${counted(listing.entities, 'firm')}`;
}

/** A date, or an open end. */
const until = (date: string | null) => (date === null ? 'with an open end' : `until ${formatDate(date)}`);

function newMeasure(
  verb: string,
  event: Event & { id: string; label: string },
  { after, facts }: Scene,
  kind: MeasureKind,
): string {
  const who = actorName(facts, event.actor);
  const what = `a new ${NOUN_OF[kind]}${sizeOf(after, event.id)} (${withLabels(after, event.label)})`;
  if (verb === 'propose') return `${who} lets it be known that it considers ${what}`;
  const on = measureOf(after, event.id)?.dueOn ?? null;
  if (verb === 'threaten') return `${who} threatens ${what}${on === null ? '' : ` from ${formatDate(on)}`}`;
  return `${who} orders ${what}, ${on === null ? 'in force at once' : `in force from ${formatDate(on)}`}`;
}

function withdrawal(who: string, was: MeasureLife, traded: boolean): string {
  if (was.status === 'in-force' || was.status === 'suspended') return `ended for good by ${who}`;
  if (was.status === 'proposed') return `dropped as a plan by ${who}`;
  return `threat withdrawn by ${who} ${traded ? 'in the bargain' : 'for nothing'}`;
}

/** What happens to a measure that exists, as its sentence says it; null for a verb that this table does not know. */
function changed(
  verb: string,
  event: Event & { id: string },
  { before, after, facts }: Scene,
): string | null {
  const was = measureOf(before, event.id);
  const is = measureOf(after, event.id);
  if (was === undefined || is === undefined) return null;
  const who = actorName(facts, event.actor);
  const due = is.dueOn === null ? '' : formatDate(is.dueOn);
  switch (verb) {
    case 'carry-out':
      return `carried out by ${who}, ${due === '' ? 'in force at once' : `in force from ${due}`}`;
    case 'postpone':
      return `put off by ${who}${was.dueOn === null ? '' : ` from ${formatDate(was.dueOn)}`} to ${due}`;
    case 'withdraw':
      return withdrawal(who, was, 'traded' in event && event.traded === true);
    case 'suspend':
      return `suspended by ${who} ${until(is.suspendedUntil)}`;
    case 'extend':
      return `suspension prolonged by ${who} ${until(is.suspendedUntil)}`;
    case 'resume':
      return `suspension ended by ${who}, in force again`;
    case 'enter-into-force':
      return 'in force from today';
    case 'snapback':
      return 'suspension over, in force again';
    case 'lapse':
      return 'lapsed, since the statute allows no longer';
    case 'expire-threat':
      return 'threat lapsed, since its day passed and nothing was done';
    default:
      return sized(verb, event.id, who, before, after);
  }
}

const PAST: Readonly<Record<string, string>> = {
  raise: 'raised',
  cut: 'cut',
  tighten: 'tightened',
  ease: 'eased',
};

function sized(verb: string, id: string, who: string, before: State, after: State): string | null {
  const rates = [before.tariff[id]?.ratePct, after.tariff[id]?.ratePct] as const;
  if ((verb === 'raise' || verb === 'cut') && rates[0] !== undefined && rates[1] !== undefined) {
    return `${PAST[verb]} by ${who} from ${fixed(rates[0], 1)}% to ${fixed(rates[1], 1)}%`;
  }
  const severities = [before.control[id]?.severity, after.control[id]?.severity] as const;
  if ((verb === 'tighten' || verb === 'ease') && severities[0] !== undefined && severities[1] !== undefined) {
    return `${PAST[verb]} by ${who}, from denying ${percent(severities[0], 0)} of the trade to ${percent(severities[1], 0)}`;
  }
  return null;
}

function measureSentence(event: Event, scene: Scene): SubjectSentence | null {
  const [prefix = '', verb = ''] = event.type.split('.');
  const kind = KIND_OF[prefix];
  if (kind === undefined || !('id' in event)) return null;
  if ('label' in event && (verb === 'propose' || verb === 'threaten' || verb === 'impose'))
    return plain(newMeasure(verb, event, scene, kind));
  const what = changed(verb, event, scene);
  return what === null ? null : { subject: measureName(scene.after, event.id), text: what };
}

/** People of a delegation, by name. */
function names(state: State, ids: readonly string[]): string {
  return listed(ids.map((id) => state.people[id]?.name ?? id));
}

function delegations(state: State, id: string, facts: Facts): string {
  const round = state.rounds[id];
  if (round === undefined) return '';
  const sides = (['US', 'CN'] as const)
    .filter((party) => round.delegations[party].length > 0)
    .map((party) => `${names(state, round.delegations[party])} for ${capitalOf(facts, party)}`);
  return sides.length === 0 ? '' : `, with ${sides.join('; ')}`;
}

const READOUT_WORDS: Readonly<Record<string, string>> = {
  progress: 'the readouts speak of progress',
  framework: 'the readouts speak of a framework',
  'no-progress': 'no progress',
  deal: 'a deal',
  breakdown: 'they break down',
};

function talksSentence(event: Event, { after, facts }: Scene): string | null {
  switch (event.type) {
    case 'talks.schedule':
      return `A ${event.level} round is agreed, in ${event.place} from ${formatDate(event.opensOn)}`;
    case 'talks.open':
      return `Talks open in ${after.rounds[event.id]?.place ?? event.id}${delegations(after, event.id, facts)}`;
    case 'talks.conclude':
      return `The talks in ${after.rounds[event.id]?.place ?? event.id} close: ${READOUT_WORDS[event.readout] ?? event.readout}`;
    case 'talks.call-off':
      return `${actorName(facts, event.actor)} calls the talks in ${after.rounds[event.id]?.place ?? event.id} off`;
    case 'talks.leaders-call':
      return 'The leaders speak on the telephone';
    case 'talks.name-delegation':
      return `${actorName(facts, event.actor)} sends ${names(after, event.people)}`;
    default:
      return null;
  }
}

/** A promised act in the infinitive, for a promise that was not kept. */
function promised(act: PromisedAct, state: State): string {
  const [prefix = '', verb = ''] = act.type.split('.');
  const id = typeof act.id === 'string' ? act.id : typeof act.flow === 'string' ? act.flow : '';
  const label = measureOf(state, id)?.label ?? state.probes[id]?.subject ?? state.flows[id]?.product ?? id;
  if (KIND_OF[prefix] !== undefined)
    return `${verb === 'extend' ? 'prolong the suspension of' : verb.replace('-', ' ')}: ${label}`;
  const doc = actionTypeOf(act.type)?.doc ?? act.type;
  return `${doc.charAt(0).toLowerCase()}${doc.slice(1).replace(/[.:;].*$/, '')}${label === '' ? '' : ` (${label})`}`;
}

/** The end of a truce in words. */
const toItsEnd = (day: string | null) => (day === null ? 'without an end date' : `to ${formatDate(day)}`);

function truceSentence(event: Event, { before, after, facts }: Scene): string | null {
  const who = actorName(facts, event.actor);
  switch (event.type) {
    case 'truce.open-talks':
      return 'Both sides agree to talk about a truce';
    case 'truce.conclude':
      return `A truce is agreed (${event.label}), ${toItsEnd(event.until)}`;
    case 'truce.confirm':
      return 'Both capitals confirm the truce';
    case 'truce.extend':
      return `The truce is prolonged ${toItsEnd(event.until)}`;
    case 'truce.strain':
      return `${who} says that the truce is being hollowed out: ${withLabels(after, event.through)}`;
    case 'truce.breach':
      return `${who} documents a breach of the truce by ${capitalOf(facts, event.by)}: ${withLabels(after, event.through)}`;
    case 'truce.repair':
      return 'What strained the truce is settled by a new text';
    case 'truce.terminate':
      return `${who} declares the truce over`;
    case 'truce.lapse':
      return `The truce lapses (${before.truce.label})`;
    default:
      return null;
  }
}

const tons = (mmt: number) => `${fixed(mmt, 1)} million tons`;

function promiseSentence(event: Event, { before, after, facts }: Scene): string | null {
  const who = actorName(facts, event.actor);
  const product = 'flow' in event ? (after.flows[event.flow]?.product ?? event.flow) : '';
  switch (event.type) {
    case 'agreement.default': {
      const pledge = before.pledges[event.id];
      if (pledge === undefined) return null;
      return `A promise of ${pledge.act.actor === 'both' ? 'both sides' : capitalOf(facts, pledge.act.actor)} is not kept: to ${promised(pledge.act, before)}`;
    }
    case 'undertaking.make':
      return `${who} undertakes, ${percent(event.degree, 0)} of what was asked and by ${formatDate(event.dueOn)}: ${event.subject}`;
    case 'undertaking.honour':
      return `${who} has kept its word: ${before.undertakings[event.id]?.subject ?? event.id}`;
    case 'undertaking.default': {
      const undertaking = before.undertakings[event.id];
      return undertaking === undefined
        ? null
        : `${capitalOf(facts, undertaking.by)} has not kept its word: ${undertaking.subject}`;
    }
    case 'purchase.commit':
      return `${who} commits to buy ${tons(event.quantityMmt)} of ${product} from ${formatDate(event.from)} within ${event.windowDays} days`;
    case 'purchase.deliver':
      return `${who} buys ${tons(event.quantityMmt)} of ${product}`;
    case 'purchase.halt':
      return `${who} stops buying ${product}`;
    case 'purchase.resume':
      return `${who} buys ${product} again`;
    case 'purchase.settle': {
      const commitment = after.commitments[event.id];
      if (commitment === undefined) return null;
      const { deliveredMmt, quantityMmt, status } = commitment;
      return `A purchase falls due: ${fixed(deliveredMmt, 1)} of ${tons(quantityMmt)} came, and it is ${status}`;
    }
    default:
      return null;
  }
}

function probeSentence(event: Event, { before, after, facts }: Scene): SubjectSentence | null {
  if (!event.type.startsWith('probe.') || !('id' in event)) return null;
  const probe = after.probes[event.id] ?? before.probes[event.id];
  if (probe === undefined) return null;
  const who = actorName(facts, event.actor);
  const worded = (text: string): SubjectSentence => ({ subject: `${probe.subject} (probe)`, text });
  switch (event.type) {
    case 'probe.open':
      return worded(`opened by ${who}`);
    case 'probe.suspend':
      return worded(`suspended by ${who} ${until(probe.suspendedUntil)}`);
    case 'probe.resume':
      return worded('resumed');
    case 'probe.close':
      return worded(`closed by ${who}`);
    case 'probe.lapse':
      return worded('time is up, without a finding');
    default:
      return worded(`moved on by ${who}, now ${probe.status}`);
  }
}

function licenceSentence(event: Event, { after, facts }: Scene): SubjectSentence | null {
  const who = actorName(facts, event.actor);
  if (event.type === 'licence.grant') {
    const { effectiveOn, share, id } = event;
    return {
      subject: measureName(after, id),
      text: `licences granted by ${who} for ${percent(share, 0)} of the trade, goods to move from ${formatDate(effectiveOn)}`,
    };
  }
  if (!('key' in event)) return null;
  const text = {
    'licence.take-effect': 'licensed goods move',
    'licence.expire': 'licences have run out',
    'licence.withhold': `granted licences withheld by ${who}`,
  };
  return { subject: measureName(after, event.key.split('#')[0]!), text: text[event.type] };
}

/** Live measures that stand on an authority. */
function standingOn(state: State, authority: string): number {
  return [state.tariff, state.control, state.portFee, state.listing]
    .flatMap((column) => Object.values<MeasureLife>(column))
    .filter((measure) => measure.authority === authority && isLive(measure)).length;
}

function restSentence(event: Event, { before, facts }: Scene): string | null {
  switch (event.type) {
    case 'court.take-up':
    case 'court.stay':
    case 'court.uphold':
    case 'court.strike-down': {
      const label = before.authorities[event.authority]?.label ?? event.authority;
      const fall = counted(standingOn(before, event.authority), 'measure');
      const what = {
        'court.take-up': 'takes up a challenge to',
        'court.stay': 'rules against, and stays its judgment on,',
        'court.uphold': 'upholds',
        'court.strike-down': `strikes down, and ${fall} with it,`,
      };
      return `A court ${what[event.type]} the ${label}`;
    }
    case 'statement.make':
      return `${actorName(facts, event.actor)} (${event.voice}, ${event.tone}): ${event.gist}`;
    case 'third-country.align':
      return event.side === 'neither'
        ? `${event.country} sides with neither`
        : `${event.country} sides with ${capitalOf(facts, event.side)}`;
    case 'market.move':
      return `Equities move by ${fixed(event.equityPct, 1)}%, the ten-year yield by ${fixed(event.yieldBp, 0)} basis points`;
    default:
      return null;
  }
}

/** Smallest move of an average that is told, percentage points. */
const LEAST_MOVE_PP = 0.05;

/** What an event does to the averages, as a sentence of its own; empty where they stay. */
function averageMove({ before, after, facts }: Scene): string {
  const moves = (['US', 'CN'] as const satisfies readonly PartyId[]).flatMap((imposer) => {
    const [from, to] = [
      averageTariffPct(before, directionOf(imposer)),
      averageTariffPct(after, directionOf(imposer)),
    ];
    if (Math.abs(to - from) < LEAST_MOVE_PP) return [];
    return [`${capitalOf(facts, imposer)}'s average duty goes from ${fixed(from, 1)}% to ${fixed(to, 1)}%`];
  });
  return moves.length === 0 ? '' : ` ${moves.join('; ')}.`;
}

/** Whether an event performs an open pledge. */
function keepsPledge({ before, after }: Scene): boolean {
  return Object.values(after.pledges).some(
    (pledge) => pledge.status === 'performed' && before.pledges[pledge.id]?.status === 'open',
  );
}

const SUBJECT_SENTENCES = [measureSentence, probeSentence, licenceSentence] as const;
const SENTENCES = [talksSentence, meetingSentence, truceSentence, promiseSentence, restSentence] as const;

function worded(event: Event, scene: Scene): SubjectSentence {
  for (const sentence of SUBJECT_SENTENCES) {
    const found = sentence(event, scene);
    if (found !== null) return found;
  }
  for (const sentence of SENTENCES) {
    const found = sentence(event, scene);
    if (found !== null) return plain(found);
  }
  return plain(
    `${actorName(scene.facts, event.actor)}: ${(actionTypeOf(event.type)?.doc ?? event.type).replace(/\.$/, '')}`,
  );
}

/**
 * An event as a sentence. One that no column of the table knows is worded by the meaning of its type. Accruals, the
 * calendar's steps and agreements are told elsewhere. Pure.
 */
export function sentenceOf(event: Event, scene: Scene): EventSentence {
  const { subject, text } = worded(event, scene);
  return { subject, text: keepsPledge(scene) ? `${text}, as agreed` : text, move: averageMove(scene) };
}
