/**
 * The subset of the rules that the hand-written kernel knows, as a state and a sequence of events.
 *
 * The subset is the life of duties: threats, orders, postponements, suspensions, extensions, resumptions, withdrawals,
 * rises and cuts, what the calendar does with them, the day's step and the day's gauges, and the two average tariffs.
 * It leaves out proposals, duties put off, threatened anew or folded in, acts of a legislator, and all other families.
 */
import type { Event, State } from '../src/entries/index';
import type * as instance from './rules';

/** The loaded rules on which a sequence is made and run. */
export type Rules = Pick<
  typeof instance,
  'stepInPlace' | 'applyEvent' | 'isLegal' | 'borrowState' | 'copyState' | 'averageTariffPct'
>;

/** Types of the subset; a type's place is its number in the kernel. */
export const DUTY_TYPES = [
  'calendar.advance',
  'economy.accrue',
  'tariff.impose',
  'tariff.threaten',
  'tariff.carry-out',
  'tariff.postpone',
  'tariff.withdraw',
  'tariff.suspend',
  'tariff.extend',
  'tariff.resume',
  'tariff.raise',
  'tariff.cut',
  'tariff.enter-into-force',
  'tariff.snapback',
  'tariff.lapse',
  'tariff.expire-threat',
] as const;

/** The name of a type in the subset. */
export type DutyType = (typeof DUTY_TYPES)[number];

/** Probability of an act on a day; an episode of the model has fewer. */
const ACTS_PER_DAY = 0.25;
/** Share of the acts that name whatever comes, so that refusals are compared too. */
const CARELESS = 0.3;

/** A state with nothing but duties and what they stand on. */
export function dutiesAlone(state: State): State {
  return {
    ...state,
    control: {},
    portFee: {},
    listing: {},
    rounds: {},
    commitments: {},
    coercion: [],
    deadlines: state.deadlines.filter(
      (deadline) => 'measureKind' in deadline && deadline.measureKind === 'tariff',
    ),
  };
}

/** Uniform numbers in [0, 1) that are the same on every machine (mulberry32, T. Ettinger 2017). */
function numbers(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const shifted = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** One attempt at an act: of a duty or a new one, with sizes and dates that are often but not always allowed. */
function attempt(state: State, draw: () => number, n: number): Event {
  const pick = <T>(list: readonly T[]) => list[Math.floor(draw() * list.length)]!;
  const ids = Object.keys(state.tariff);
  const careless = draw() < CARELESS;
  const id = pick(ids);
  const { imposer, status, ratePct } = state.tariff[id]!;
  const actor = careless && draw() < 0.3 ? pick(['US', 'CN'] as const) : imposer;
  const on = careless && draw() < 0.1 ? shifted(state.today, 1) : state.today;
  const day = shifted(state.today, Math.floor(draw() * (careless ? 800 : 120)) - (careless ? 3 : 0));
  const open = draw() < 0.2 ? null : day;
  const base = { actor, on, id } as const;
  const usual: readonly DutyType[] = {
    proposed: ['tariff.carry-out', 'tariff.withdraw'] as const,
    threatened: ['tariff.carry-out', 'tariff.postpone', 'tariff.withdraw', 'tariff.raise'] as const,
    scheduled: ['tariff.postpone', 'tariff.withdraw', 'tariff.cut'] as const,
    'in-force': ['tariff.suspend', 'tariff.raise', 'tariff.cut', 'tariff.withdraw'] as const,
    suspended: ['tariff.extend', 'tariff.resume', 'tariff.extend', 'tariff.withdraw'] as const,
    lapsed: ['tariff.impose', 'tariff.threaten'] as const,
    withdrawn: ['tariff.impose', 'tariff.threaten'] as const,
    'struck-down': ['tariff.impose'] as const,
  }[status];
  const type = careless ? pick(DUTY_TYPES) : pick(usual);
  switch (type) {
    case 'calendar.advance':
      return { type, actor: 'calendar', on, to: day };
    case 'economy.accrue':
      return { type, actor: 'calendar', on, gauges: state.gauges };
    case 'tariff.impose':
    case 'tariff.threaten': {
      const laws = Object.keys(state.authorities);
      const authority = careless
        ? pick(laws)
        : actor === 'US'
          ? pick(['ieepa', 's122', 's338'])
          : 'cn-tariff-law';
      const basis = careless && draw() < 0.5 ? pick(Object.keys(state.probes)) : null;
      const fresh = careless && draw() < 0.3 ? id : `new/${n}`;
      const size = {
        ratePct: Math.round(draw() * (careless ? 1100 : 15)),
        share: Math.round(draw() * 10) / 10,
      };
      const made = { actor, on, id: fresh, label: 'a duty', authority, basis, ...size } as const;
      return type === 'tariff.impose'
        ? { ...made, type, from: day }
        : { ...made, type, dueOn: day, voice: 'leader' };
    }
    case 'tariff.carry-out':
      return { ...base, type, from: day };
    case 'tariff.postpone':
      return { ...base, type, until: day };
    case 'tariff.suspend':
    case 'tariff.extend':
      return { ...base, type, until: open };
    case 'tariff.withdraw':
      return { ...base, type, traded: draw() < 0.5 };
    case 'tariff.resume':
      return { ...base, type };
    case 'tariff.raise':
    case 'tariff.cut':
      return {
        ...base,
        type,
        ratePct: Math.round(ratePct * (type === 'tariff.raise' ? 1 : 0) + draw() * 20),
      };
    case 'tariff.enter-into-force':
    case 'tariff.snapback':
    case 'tariff.lapse':
    case 'tariff.expire-threat':
      // Mostly what comes next, so that the day before and the day itself are told apart.
      return { type, actor: 'calendar', on, id: draw() < 0.7 ? (state.deadlines[0]?.subject ?? id) : id };
  }
}

/**
 * A sequence over so many days: each morning what is due, then the gauges, sometimes an act, lawful or not, then the
 * day's step. Deterministic in the seed.
 */
export function sequence(
  rules: Rules,
  dueEvents: (state: State) => Event[],
  initial: State,
  days: number,
  seed: number,
): Event[] {
  const draw = numbers(seed);
  const state = rules.copyState(initial);
  const events: Event[] = [];
  const happen = (event: Event) => {
    rules.stepInPlace(state, event);
    events.push(event);
  };
  for (let day = 0; day < days; day += 1) {
    for (let due = dueEvents(state); due.length > 0; due = dueEvents(state)) due.forEach(happen);
    const gauges = {
      pain: { US: draw(), CN: draw() },
      audience: { US: draw(), CN: draw() },
      credibility: { US: draw(), CN: draw() },
      inventoryMonths: draw(),
      shortage: draw(),
      farmPain: draw(),
      drawdownPct: draw(),
    };
    happen({ type: 'economy.accrue', actor: 'calendar', on: state.today, gauges });
    if (draw() < ACTS_PER_DAY) {
      const today = state.today;
      const event = attempt(state, draw, events.length);
      happen(event);
      // A careless step of the calendar is as good as the day's own.
      if (state.today !== today) continue;
    }
    for (let due = dueEvents(state); due.length > 0; due = dueEvents(state)) due.forEach(happen);
    happen({ type: 'calendar.advance', actor: 'calendar', on: state.today, to: shifted(state.today, 1) });
  }
  return events;
}

/** What both sides add up on the way and are compared by. */
export interface Run {
  /** Events that were refused. */
  readonly refused: number;
  /** Sum of both averages over all events, per cent: each changes with every duty. */
  readonly averages: number;
}

/** Runs a sequence in place, both averages taken again after every event that names a duty. */
export function runRules(
  rules: Rules,
  initial: State,
  events: readonly Event[],
): Run & { readonly state: State } {
  const state = rules.copyState(initial);
  let refused = 0;
  let averages = 0;
  let both = rules.averageTariffPct(state, 'usOnCn') + rules.averageTariffPct(state, 'cnOnUs');
  for (const event of events) {
    if (!rules.stepInPlace(state, event)) refused += 1;
    else if ('id' in event)
      both = rules.averageTariffPct(state, 'usOnCn') + rules.averageTariffPct(state, 'cnOnUs');
    averages += both;
  }
  return { refused, averages, state };
}
