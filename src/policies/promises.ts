/**
 * Keeping promises: pledged acts on their day, deliveries under purchase commitments, undertakings.
 *
 * Governments nearly always do the administrative act that they pledged; quantities and conduct are another matter
 * (Bown 2022 on Phase One: 58 % of the purchases). The two therefore have parameters of their own.
 */
import type { Event } from '../actions/index';
import { DAYS_PER_MONTH, dayAfter, daysBetween } from '../kit/calendar';
import { otherParty } from '../model/actor';
import type { PromisedAct } from '../model/agreement';
import { each } from '../model/column';
import { progressOf } from '../model/purchase';
import type { State } from '../model/state';
import { comesTrue, type Observation } from './policy';
import { asEvent } from '../actions/as-event';

const NONE: readonly string[] = [];

/** Ids of what the calendar would find unkept tomorrow, so that today is the last day to keep it. */
export function lastDayFor(state: State, kind: 'pledge-due' | 'undertaking-due'): readonly string[] {
  const tomorrow = dayAfter(state.today);
  const { deadlines } = state;
  if (deadlines.length === 0 || deadlines[0]!.on > tomorrow) return NONE;
  const ids: string[] = [];
  for (const deadline of deadlines) {
    if (deadline.on > tomorrow) break;
    if (deadline.kind === kind && deadline.on === tomorrow) ids.push(deadline.subject);
  }
  return ids;
}

/** A promised act on a day. */
export function dated(act: PromisedAct, on: string): Event {
  // The act was checked when the agreement was reached; only its day is added. Node 20 gives each object that is spread and then gets
  // a field a layout of its own, which takes ten times as long to make.
  return asEvent(Object.assign({}, act, { on }));
}

/** Acts that the party pledged and whose last day is today, kept with the probability of `promises.actKept`. */
function pledgedActs(observation: Observation, events: Event[]): void {
  const { state, party, parameters, posture, lawful } = observation;
  for (const id of lastDayFor(state, 'pledge-due')) {
    const pledge = state.pledges[id]!;
    if (pledge.status !== 'open' || pledge.act.actor !== party) continue;
    // One draw a side: a government carries its deal out or it does not.
    if (!comesTrue(observation, 'keep', posture('keep'), parameters.promises.actKept)) continue;
    const event = dated(pledge.act, state.today);
    if (!lawful(event)) continue;
    observation.notes?.because(event, 'keeps a pledge', 'keep');
    events.push(event);
  }
}

/** What open commitments to a flow ask for in a month, in its unit, of shipments or of contracts. */
function monthlyUnder(state: State, flow: string, counts: 'contracts' | undefined): number {
  let monthly = 0;
  for (const commitment of each(state.commitments)) {
    if (commitment.flow !== flow || commitment.status !== 'open' || commitment.counts !== counts) continue;
    if (state.today < commitment.from || state.today >= commitment.until) continue;
    monthly +=
      (progressOf(commitment).promised * DAYS_PER_MONTH) / daysBetween(commitment.from, commitment.until);
  }
  return monthly;
}

/** The flow for which the model knows what the market takes anyway. */
const SOYBEANS = 'soybeans';

/** Monthly deliveries and contracts under open commitments, pro rata of the window and the share usually delivered. */
function deliveries(observation: Observation, events: Event[]): void {
  const { state, party, parameters } = observation;
  if (!state.today.endsWith('-01')) return;
  const delivered = party === 'CN' ? parameters.promises.deliveredCn : parameters.promises.deliveredUs;
  for (const { id, buyer, status, unit } of each(state.flows)) {
    if (buyer !== party || status !== 'market') continue;
    const market = id === SOYBEANS ? parameters.soybeans.monthlyMarketMmt : 0;
    const on = state.today;
    const told = (amount: number) => (unit === undefined ? { quantityMmt: amount } : { quantity: amount });
    const shipped = Math.max(market, monthlyUnder(state, id, undefined) * delivered);
    const contracted = monthlyUnder(state, id, 'contracts') * delivered;
    const done: Event[] = [];
    if (shipped > 0) done.push({ type: 'purchase.deliver', actor: party, on, flow: id, ...told(shipped) });
    if (contracted > 0)
      done.push({ type: 'purchase.contract', actor: party, on, flow: id, ...told(contracted) });
    for (const event of done) {
      observation.notes?.because(event, 'buys for the month');
      events.push(event);
    }
  }
}

/** Undertakings that fall due tomorrow are honoured with the probability that the party delivers. */
function undertakings(observation: Observation, events: Event[]): void {
  const { state, party, parameters, posture } = observation;
  for (const id of lastDayFor(state, 'undertaking-due')) {
    if (state.undertakings[id]!.by !== party) continue;
    const delivers = party === 'CN' ? parameters.promises.deliveredCn : parameters.promises.deliveredUs;
    if (!comesTrue(observation, `honour/${id}`, posture(`honour/${id}`), delivers)) continue;
    const event = { type: 'undertaking.honour', actor: party, on: state.today, id } as const;
    observation.notes?.because(event, 'honours an undertaking', `honour/${id}`);
    events.push(event);
  }
}

/** The events by which a party keeps its promises today. */
export function keepPromises(observation: Observation): Event[] {
  const events: Event[] = [];
  pledgedActs(observation, events);
  deliveries(observation, events);
  undertakings(observation, events);
  return events;
}

/** Ends the party's own pending threats, as something given away: what a conciliatory side does with them. */
export function dropThreats(observation: Observation): Event[] {
  const { state, party } = observation;
  const events: Event[] = [];
  for (const layer of each(state.tariff)) {
    const { id } = layer;
    if (layer.imposer === party && layer.status === 'threatened' && layer.target === otherParty(party)) {
      const event = {
        type: 'tariff.withdraw',
        actor: party,
        on: state.today,
        id,
        traded: false,
      } as const;
      observation.notes?.because(event, 'drops a threat');
      events.push(event);
    }
  }
  return events;
}
