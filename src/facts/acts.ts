/**
 * The acts of the record: what happened between the two sides, each once, in the library's own vocabulary.
 *
 * An act is an event with its source and how certain it is. Of a measure, a probe, an issue or a truce that has a row of
 * its own among the facts it tells only what is history: label, authority, coverage and the like stand in that row and
 * are filled in here. The state of any day is the fold of the acts (`fold.ts`).
 */
import { InputError } from '../kit/input-error';
import type { Event } from '../actions/index';
import type { BareFacts } from './bare';
import { asEvent } from '../actions/as-event';
import { itemAt } from '../kit/lists';

/** What the row of a noun says of it for good: the fields that an act on it need not repeat. */
type Row = Readonly<Record<string, unknown>>;

function rowsOf(facts: BareFacts): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  const add = (family: string, id: string, row: Row) => rows.set(`${family}/${id}`, row);
  for (const { id, label, authority, probe, coverage } of [...facts.tariffs.usOnCn, ...facts.tariffs.cnOnUs])
    add('tariff', id, { label, authority, basis: probe, share: coverage.share });
  for (const { id, label, authority, subject, reach, deMinimisPct, indivisible } of [
    ...facts.controls.us,
    ...facts.controls.cn,
  ])
    add('control', id, { label, authority, basis: null, subject, reach, deMinimisPct, indivisible });
  for (const { id, label, authority, probe, feePerNetTon, currency } of facts.portFees)
    add('port-fee', id, { label, authority, basis: probe, feePerNetTon, currency });
  for (const { id, label, authority, list, entities } of facts.listings)
    add('listing', id, { label, authority, basis: null, list, entities });
  for (const { id, authority, subject } of facts.probes) add('probe', id, { authority, subject });
  for (const { id, label, giver, indivisible } of facts.issues)
    add('issue', id, { label, giver, indivisible });
  for (const { id, product, unit, normalYear } of facts.purchases.products)
    add('purchase', id, { product, unit, normalYear: normalYear.value });
  for (const { id, label } of facts.truces) add('truce', id, { label });
  return rows;
}

/** The acts that bring a noun into being, and so carry what its row says. */
const CREATING: ReadonlySet<string> = new Set([
  ...['tariff', 'control', 'port-fee', 'listing'].flatMap((family) =>
    ['propose', 'threaten', 'impose'].map((verb) => `${family}.${verb}`),
  ),
  'probe.open',
  'purchase.open',
  'issue.raise',
  'truce.conclude',
]);

function completed({ event, source }: BareFacts['acts'][number], rows: ReadonlyMap<string, Row>): Event {
  const { type } = event;
  const row = CREATING.has(type)
    ? rows.get(`${type.slice(0, type.indexOf('.'))}/${String(event.id)}`)
    : undefined;
  const whole = { ...row, ...event, ...(source === null ? {} : { source }) };
  // That each is a well-formed event is asked where facts are parsed and, of the packaged ones, by a test.
  return asEvent(whole);
}

const known = /* @__PURE__ */ new WeakMap<BareFacts, readonly Event[]>();

/**
 * The acts of the facts as events, in the order of their days, each whole and with its source. The same list for the
 * same facts, which are not to be changed once they were used. Throws an InputError for acts that are out of order.
 */
export function eventsOf(facts: BareFacts): readonly Event[] {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const events = actsOf(facts);
  const late = events.findIndex((event, at) => at > 0 && event.on < itemAt(events, at - 1).on);
  if (late > 0)
    throw new InputError({
      code: 'input/order',
      path: `facts.acts.${late}`,
      given: itemAt(events, late).on,
      allowed: `a day from ${itemAt(events, late - 1).on} on, that of the act above`,
    });
  known.set(facts, events);
  return events;
}

/** The acts of the facts, or those told, as whole events, in whatever order they stand. */
export function actsOf(facts: BareFacts, acts: BareFacts['acts'] = facts.acts): Event[] {
  const rows = rowsOf(facts);
  return acts.map((act) => completed(act, rows));
}
