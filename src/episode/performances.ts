/**
 * How each way of conceding is performed: on what it acts, whether there is something to act on today, and the acts that
 * carry it out to a degree. The table is total by kind, so that one in the facts without a row does not compile.
 */
import { addDays, daysBetween } from '../kit/calendar';
import type { PromisedAct } from '../model/agreement';
import { unlicensedShare } from '../model/export-control';
import { ACTION_PREFIX, isLive, type MeasureKind, type MeasureLife } from '../model/measure';
import type { Parameters } from '../model/parameters';
import type { MeasureColumns, MeasureOfKind, State } from '../model/state';
import type { IssuePrior } from '../scenario/model-specification';

/** One act, or list of acts, by which a concession on an issue is performed. */
export type Performance = IssuePrior['performance'][number];

/** The parameters that make dated acts of terms. */
export type DealDays = Parameters['settlement'];

/** What acts are made of beside the performance itself. */
export interface Concession {
  readonly state: State;
  /** In (0, 1]. */
  readonly degree: number;
  /** Id of the meeting that settles it. */
  readonly meeting: string;
  /** What an undertaking is about, in words. */
  readonly label: string;
  readonly p: DealDays;
}

interface Way<P> {
  /** The kind of measure on which it acts; null where it acts on none. */
  readonly on: MeasureKind | null;
  /** Whether it has something to act on today: a whole concession would then be an act. */
  readonly isOpen: (state: State, performance: P) => boolean;
  /** The acts to a degree; none where there is nothing to act on, or too little is granted. */
  readonly acts: (performance: P, concession: Concession) => PromisedAct[];
}

/** Longest notice that orders and texts give, in days: no act of a text looks further ahead. */
const LONGEST_AHEAD_DAYS = 730;

/** So many days after a day, but no later than the law lets an act of today look ahead. */
export function daysAfter(state: Pick<State, 'today'>, from: string, days: number): string {
  const [until, last] = [addDays(from, days), addDays(state.today, LONGEST_AHEAD_DAYS)];
  return until < last ? until : last;
}

const WORKING_TO_CALENDAR = 7 / 5;

const thousandths = (share: number): number => Math.round(share * 1000) / 1000;

/** Days of a whole concession, in part. */
const daysOf = (
  { days }: { readonly days: number },
  { degree, p }: Pick<Concession, 'degree' | 'p'>,
): number => Math.max(p.leastTermDays, Math.round(days * degree));

/** A way that acts on a measure while that is as `isOpen` asks. */
function onMeasure<K extends MeasureKind, P extends { readonly measure: string }>(
  on: K,
  isOpen: (measure: MeasureOfKind[K]) => boolean,
  acts: (measure: MeasureOfKind[K], concession: Concession, performance: P) => PromisedAct[],
): Way<P> {
  const openOne = (state: State, { measure: id }: P): MeasureOfKind[K] | null => {
    const columns: MeasureColumns = state;
    const measure = columns[on][id];
    return measure !== undefined && isOpen(measure) ? measure : null;
  };
  return {
    on,
    isOpen: (state, performance) => openOne(state, performance) !== null,
    acts: (performance, concession) => {
      const measure = openOne(concession.state, performance);
      return measure === null ? [] : acts(measure, concession, performance);
    },
  };
}

interface OnMeasureForDays {
  readonly measure: string;
  readonly days: number;
}

/** Suspends a measure in force for some days, where enough of it is granted. */
const suspending = (on: MeasureKind) =>
  onMeasure<MeasureKind, OnMeasureForDays>(
    on,
    ({ status }) => status === 'in-force',
    ({ imposer, id }, concession, performance) => {
      const { state, degree, p } = concession;
      if (degree < p.wholeFrom) return [];
      const until = addDays(state.today, daysOf(performance, concession));
      return [{ type: `${ACTION_PREFIX[on]}.suspend`, actor: imposer, id, until }];
    },
  );

/** Postpones a measure that is announced for a day. */
const postponing = (on: MeasureKind, announced: readonly MeasureLife['status'][]) =>
  onMeasure<MeasureKind, OnMeasureForDays>(
    on,
    ({ status, dueOn }) => announced.includes(status) && dueOn !== null,
    ({ imposer, id, dueOn }, concession, performance) =>
      dueOn === null
        ? []
        : [
            {
              type: `${ACTION_PREFIX[on]}.postpone`,
              actor: imposer,
              id,
              until: daysAfter(concession.state, dueOn, daysOf(performance, concession)),
            },
          ],
  );

/** A first purchase within the year, and one for each of the years that follow. */
function purchaseActs(
  performance: Extract<Performance, { kind: 'buy' }>,
  { state, degree, meeting, p }: Concession,
): PromisedAct[] {
  const flow = state.flows[performance.flow];
  if (flow === undefined) return [];
  const acts: PromisedAct[] = [];
  if (flow.status === 'halted') acts.push({ type: 'purchase.resume', actor: flow.buyer, flow: flow.id });
  const commit = (id: string, quantity: number, from: string, windowDays: number) =>
    acts.push({
      type: 'purchase.commit',
      actor: flow.buyer,
      id: `${flow.id}/${meeting}/${id}`,
      flow: flow.id,
      quantityMmt: Math.round(quantity * degree * 1000) / 1000,
      from,
      windowDays,
    });
  const yearEnd = `${Number(state.today.slice(0, 4)) + 1}-01-01`;
  const opens = addDays(state.today, 1);
  commit(
    'initial',
    performance.initialMmt,
    addDays(state.today, p.purchaseNoticeDays),
    Math.max(p.leastPurchaseDays, daysBetween(opens, yearEnd)),
  );
  for (let year = 0; year < performance.years; year += 1) {
    const from = `${Number(yearEnd.slice(0, 4)) + year}-01-01`;
    commit(`year-${year + 1}`, performance.annualMmt, from, 365);
  }
  return acts;
}

/** Every way of conceding, by its kind. */
const WAYS: { readonly [Kind in Performance['kind']]: Way<Extract<Performance, { readonly kind: Kind }>> } = {
  'cut-tariff': onMeasure(
    'tariff',
    ({ status, ratePct }) => status === 'in-force' && ratePct !== 0,
    ({ imposer, id, ratePct }, { degree }) => [
      {
        type: 'tariff.cut',
        actor: imposer,
        id,
        ratePct: Math.round(ratePct * (1 - degree) * 100) / 100,
      },
    ],
  ),
  'extend-suspension': onMeasure(
    'tariff',
    ({ status, suspendedUntil }) => status === 'suspended' && suspendedUntil !== null,
    ({ imposer, id, suspendedUntil }, concession, performance: OnMeasureForDays) => {
      if (suspendedUntil === null) return [];
      const days = Math.max(concession.p.leastProlongationDays, daysOf(performance, concession));
      return [
        {
          type: 'tariff.extend',
          actor: imposer,
          id,
          until: daysAfter(concession.state, suspendedUntil, days),
        },
      ];
    },
  ),
  'suspend-tariff': suspending('tariff'),
  'postpone-tariff': postponing('tariff', ['scheduled']),
  'suspend-control': suspending('control'),
  'postpone-control': postponing('control', ['scheduled', 'threatened']),
  'ease-control': onMeasure(
    'control',
    ({ status, severity }) => status === 'in-force' && severity !== 0,
    ({ imposer, id, severity }, { degree }) => [
      { type: 'control.ease', actor: imposer, id, severity: thousandths(severity * (1 - degree)) },
    ],
  ),
  'withdraw-control': onMeasure('control', isLive, ({ imposer, id }) => [
    { type: 'control.withdraw', actor: imposer, id, traded: true },
  ]),
  'grant-licences': onMeasure(
    'control',
    (control) => control.status === 'in-force' && thousandths(unlicensedShare(control)) > 0,
    (control, { state, degree, meeting, p }) => {
      const left = unlicensedShare(control);
      const share = Math.min(left, thousandths(degree * left));
      if (share <= 0) return [];
      const effectiveOn = addDays(state.today, Math.round(p.licenceWorkingDays * WORKING_TO_CALENDAR));
      const licence = `deal-${meeting}`;
      const { imposer, id } = control;
      return [{ type: 'licence.grant', actor: imposer, id, licence, share, effectiveOn, until: null }];
    },
  ),
  'suspend-port-fee': suspending('portFee'),
  'suspend-listing': suspending('listing'),
  buy: { on: null, isOpen: (state, { flow }) => state.flows[flow] !== undefined, acts: purchaseActs },
  'suspend-probe': {
    on: null,
    isOpen: (state, { probe }) => state.probes[probe]?.status === 'open',
    acts: (performance, concession) => {
      const { state, degree, p } = concession;
      const probe = state.probes[performance.probe];
      if (probe?.status !== 'open' || degree < p.wholeFrom) return [];
      const until = addDays(state.today, daysOf(performance, concession));
      return [{ type: 'probe.suspend', actor: probe.owner, id: probe.id, until }];
    },
  },
  undertake: {
    on: null,
    isOpen: () => true,
    acts: (performance, { state, degree, meeting, label, p }) => [
      {
        type: 'undertaking.make',
        actor: 'CN',
        id: `${performance.undertaking}/${meeting}`,
        subject: label,
        degree: Math.max(0.01, Math.round(degree * 100) / 100),
        dueOn: addDays(state.today, daysOf(performance, { degree, p })),
      },
    ],
  },
  establish: {
    on: null,
    isOpen: (state, { institution }) => state.institutions?.[institution] === undefined,
    acts: ({ institution, label, monitors }, { state }) =>
      state.institutions?.[institution] !== undefined
        ? []
        : [{ type: 'institution.establish', actor: 'both', id: institution, label, monitors }],
  },
  say: {
    on: null,
    isOpen: () => true,
    acts: ({ topic }) => [
      {
        type: 'statement.make',
        actor: 'US',
        voice: 'leader',
        tone: 'conciliatory',
        topic,
        gist: `a careful sentence on ${topic}`,
      },
    ],
  },
};

// Each row is asked about performances of its own kind alone.
const wayOf = ({ kind }: Performance): Way<Performance> => WAYS[kind] as Way<Performance>;

/** Whether a performance acts on a measure, alive or not. */
export const isOnMeasure = (performance: Performance): boolean => wayOf(performance).on !== null;

/** The measure on which a performance acts; undefined where it acts on none, or the state knows none of its id. */
export function performedOn(state: State, performance: Performance): MeasureLife | undefined {
  const { on } = wayOf(performance);
  return on === null || !('measure' in performance) ? undefined : state[on][performance.measure];
}

/** Whether a performance has something to act on today: a whole concession would then be an act. */
export const isOpen = (state: State, performance: Performance): boolean =>
  wayOf(performance).isOpen(state, performance);

/** The acts that carry out one performance to a degree; empty where there is nothing to act on. */
export const actsFor = (performance: Performance, concession: Concession): PromisedAct[] =>
  wayOf(performance).acts(performance, concession);
