/**
 * What acts since the first day have performed of an issue already: what was given is not given again, so that benefit and
 * cost of the issue are those of what is left.
 */
import { daysBetween } from '../kit/calendar';
import type { PartyId } from '../model/actor';
import { asDated } from '../model/changed';
import { each } from '../model/column';
import { freedShare, type ExportControl } from '../model/export-control';
import { isLive } from '../model/measure';
import type { State } from '../model/state';
import type { IssuePrior } from '../scenario/model-specification';
import { isOpen, performedOn, type Performance } from './performances';

const share = (x: number): number => (x > 0 ? (x < 1 ? x : 1) : 0);

/** What the promises of a side are believed to be worth, 0 to 1. */
export type Delivered = Readonly<Record<PartyId, number>>;

/** Of a quantity: what was delivered, and of what is promised besides, the part that is believed. */
function boughtShare(
  first: State,
  now: State,
  performance: Extract<Performance, { kind: 'buy' }>,
  delivered: Delivered,
) {
  const { flow, initialMmt, annualMmt, years } = performance;
  const buyer = now.flows[flow]?.buyer;
  if (buyer === undefined) return 0;
  let promised = 0;
  for (const { id, flow: of, status, quantityMmt, deliveredMmt } of each(now.commitments)) {
    if (of === flow && status === 'open' && first.commitments[id] === undefined)
      promised += quantityMmt - deliveredMmt;
  }
  const came = now.flows[flow]!.deliveredMmt - (first.flows[flow]?.deliveredMmt ?? 0);
  return share((came + delivered[buyer] * Math.max(0, promised)) / (initialMmt + annualMmt * years));
}

function undertakenShare(first: State, now: State, name: string, delivered: Delivered): number {
  let most = 0;
  for (const { id, by, degree, status } of each(now.undertakings)) {
    if (!id.startsWith(`${name}/`) || first.undertakings[id] !== undefined || status === 'defaulted')
      continue;
    most = Math.max(most, status === 'honoured' ? degree : degree * delivered[by]);
  }
  return share(most);
}

/** Part of the trade that licences free, pending ones too. */
const licensed = ({ licences }: ExportControl): number =>
  share(licences.reduce((sum, { share: of }) => sum + of, 0));

function licensedSince(was: ExportControl | undefined, is: ExportControl | undefined): number {
  if (was === undefined || is === undefined) return 0;
  const before = Math.max(freedShare(was), licensed(was));
  return before >= 1 ? 0 : share((licensed(is) - before) / (1 - before));
}

/** The share of so many days by which a date was moved. */
function putOffShare(was: string | null | undefined, is: string | null | undefined, days: number): number {
  if (typeof was !== 'string' || typeof is !== 'string') return 0;
  return share(daysBetween(was, is) / days);
}

const datedRate = ({ tariff }: State, id: string): number => {
  const layer = tariff[id];
  return layer === undefined ? 0 : asDated(layer).ratePct;
};
const datedSeverity = ({ control: controls }: State, id: string): number => {
  const control = controls[id];
  return control === undefined ? 0 : asDated(control).severity;
};

/** The share of one performance that is done, 0 to 1. */
function doneShare(first: State, now: State, performance: Performance, delivered: Delivered): number {
  const was = performedOn(first, performance);
  const held = performedOn(now, performance);
  // What is ordered for a later day is given.
  const is = held === undefined ? undefined : asDated(held);
  switch (performance.kind) {
    case 'cut-tariff':
      return share(1 - datedRate(now, performance.measure) / first.tariff[performance.measure]!.ratePct);
    case 'ease-control':
      return share(
        1 - datedSeverity(now, performance.measure) / first.control[performance.measure]!.severity,
      );
    case 'extend-suspension':
      return putOffShare(was?.suspendedUntil, is?.suspendedUntil, performance.days);
    case 'postpone-tariff':
    case 'postpone-control':
      if (is?.status === 'suspended') return 1;
      if (is === undefined || !isLive(is)) return 1;
      return putOffShare(was?.dueOn, is.dueOn, performance.days);
    case 'suspend-tariff':
    case 'suspend-control':
    case 'suspend-port-fee':
    case 'suspend-listing':
      return is?.status === 'in-force' ? 0 : 1;
    case 'withdraw-control':
      return is !== undefined && isLive(is) ? 0 : 1;
    case 'grant-licences':
      return licensedSince(first.control[performance.measure], now.control[performance.measure]);
    case 'buy':
      return boughtShare(first, now, performance, delivered);
    case 'suspend-probe':
      return now.probes[performance.probe]?.status === 'open' ? 0 : 1;
    case 'undertake':
      return undertakenShare(first, now, performance.undertaking, delivered);
    case 'establish':
      return now.institutions?.[performance.institution]?.status === 'standing' ? 1 : 0;
    case 'say':
      return 0;
  }
}

/** The share of an issue that acts since the first day have performed, 0 to 1: the mean over what could be done then. */
export function performedShare(first: State, now: State, issue: IssuePrior, delivered: Delivered): number {
  let sum = 0;
  let count = 0;
  for (const performance of issue.performance) {
    if (!isOpen(first, performance)) continue;
    count += 1;
    sum += doneShare(first, now, performance, delivered);
  }
  return count === 0 ? 0 : sum / count;
}
