/**
 * The life of duties by hand over typed arrays: the same rules as the library's on the subset that `duties.ts` states,
 * with names, texts and sources left outside, days as whole numbers and every noun a row.
 *
 * This is what the library gives up for being readable, dated by calendar and open to new families: the yardstick of
 * the benchmark, never a second set of rules. `agreement` compares every duty, deadline, refusal and average.
 */
import type { Event, State } from '../src/entries/index';
import { DUTY_TYPES, type DutyType, type Run } from './duties';

const NONE = -1;
/** A date left open; later than every day. */
const OPEN = 0x7fffffff;
const LONGEST_STEP_DAYS = 366;
const LONGEST_NOTICE_DAYS = 730;
const PROHIBITIVE_PCT = 1000;
const GAUGES = 10;

const [US, CN, CALENDAR] = [0, 1, 2];
const STATUSES = [
  'proposed',
  'threatened',
  'scheduled',
  'in-force',
  'suspended',
  'lapsed',
  'withdrawn',
  'struck-down',
] as const;
const [PROPOSED, THREATENED, SCHEDULED, IN_FORCE, SUSPENDED, LAPSED, WITHDRAWN, ABSENT] = [
  0, 1, 2, 3, 4, 5, 6, 8,
];
const codeOf = (type: DutyType) => DUTY_TYPES.indexOf(type);
const [ADVANCE, ACCRUE, IMPOSE, THREATEN, CARRY_OUT, POSTPONE, WITHDRAW, SUSPEND] = [0, 1, 2, 3, 4, 5, 6, 7];
const [EXTEND, RESUME, RAISE, CUT, ENTER, SNAPBACK, LAPSE, EXPIRE] = [8, 9, 10, 11, 12, 13, 14, 15];

const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const dayOrOpen = (date: string | null) => (date === null ? OPEN : dayOf(date));

/** What does not change: laws and probes. */
interface Law {
  readonly owner: Int32Array;
  readonly carriesDuties: Uint8Array;
  readonly statutory: Uint8Array;
  readonly struckDown: Uint8Array;
  readonly asksFinding: Uint8Array;
  readonly hasFinding: Uint8Array;
  readonly ceiling: Float64Array;
  readonly longest: Int32Array;
  readonly probeLaw: Int32Array;
  /** 0 closed, 1 open or suspended, 2 affirmative. */
  readonly probeStands: Uint8Array;
}

/** The rows of the duties. */
interface Duties {
  readonly status: Uint8Array;
  readonly imposer: Uint8Array;
  readonly law: Int32Array;
  readonly basis: Int32Array;
  readonly since: Int32Array;
  readonly dueOn: Int32Array;
  readonly suspendedUntil: Int32Array;
  readonly endsOn: Int32Array;
  readonly ratePct: Float64Array;
  readonly share: Float64Array;
}

/** A sequence as rows. */
interface Sequence {
  readonly size: number;
  readonly type: Uint8Array;
  readonly actor: Uint8Array;
  readonly on: Int32Array;
  readonly duty: Int32Array;
  readonly law: Int32Array;
  readonly basis: Int32Array;
  readonly date: Int32Array;
  readonly ratePct: Float64Array;
  readonly share: Float64Array;
  readonly gauges: Float64Array;
}

/** A state and a sequence made ready for the kernel, outside of what is timed. */
export interface Prepared {
  readonly ids: readonly string[];
  readonly law: Law;
  readonly initial: Duties;
  readonly today: number;
  readonly sequence: Sequence;
  readonly remainder: Float64Array;
}

function newDuties(size: number): Duties {
  return {
    status: new Uint8Array(size).fill(ABSENT),
    imposer: new Uint8Array(size),
    law: new Int32Array(size),
    basis: new Int32Array(size),
    since: new Int32Array(size),
    dueOn: new Int32Array(size),
    suspendedUntil: new Int32Array(size),
    endsOn: new Int32Array(size),
    ratePct: new Float64Array(size),
    share: new Float64Array(size),
  };
}

function lawOf(state: State, laws: readonly string[], probes: readonly string[]): Law {
  const all = laws.map((id) => state.authorities[id]!);
  const looked = probes.map((id) => state.probes[id]!);
  const flags = (list: readonly boolean[]) => Uint8Array.from(list, Number);
  return {
    owner: Int32Array.from(all, (law) => (law.owner === 'US' ? US : CN)),
    carriesDuties: flags(all.map((law) => law.instruments.includes('tariff'))),
    statutory: flags(all.map((law) => law.instruments.length === 0)),
    struckDown: flags(all.map((law) => law.standing === 'struck-down')),
    asksFinding: flags(all.map((law) => law.procedure === 'finding')),
    hasFinding: flags(
      laws.map((id) => looked.some((probe) => probe.authority === id && probe.status === 'affirmative')),
    ),
    ceiling: Float64Array.from(all, (law) => law.ceilingPct ?? PROHIBITIVE_PCT),
    longest: Int32Array.from(all, (law) => law.maximumDays ?? NONE),
    probeLaw: Int32Array.from(looked, (probe) => laws.indexOf(probe.authority)),
    probeStands: Uint8Array.from(looked, ({ status }) =>
      status === 'affirmative' ? 2 : status === 'closed' ? 0 : 1,
    ),
  };
}

/** Turns a state and a sequence into rows. */
export function prepare(state: State, events: readonly Event[]): Prepared {
  const laws = Object.keys(state.authorities);
  const probes = Object.keys(state.probes);
  const fields = events as readonly (Event & Partial<Record<string, unknown>>)[];
  const ids = [
    ...new Set([...Object.keys(state.tariff), ...fields.map((event) => event.id as string)]),
  ].filter((id) => id !== undefined);
  const initial = newDuties(ids.length);
  Object.values(state.tariff).forEach((layer, row) => {
    initial.status[row] = STATUSES.indexOf(layer.status);
    initial.imposer[row] = layer.imposer === 'US' ? US : CN;
    initial.law[row] = laws.indexOf(layer.authority);
    initial.basis[row] = layer.basis === null ? NONE : probes.indexOf(layer.basis);
    initial.since[row] = dayOf(layer.since);
    initial.dueOn[row] = dayOrOpen(layer.dueOn);
    initial.suspendedUntil[row] = dayOrOpen(layer.suspendedUntil);
    initial.endsOn[row] = dayOrOpen(layer.endsOn);
    initial.ratePct[row] = layer.ratePct;
    initial.share[row] = layer.share;
  });
  const numbers = (pick: (event: (typeof fields)[number]) => number) => fields.map(pick);
  const gauges = new Float64Array(GAUGES * events.length);
  events.forEach((event, at) => {
    if (event.type !== 'economy.accrue') return;
    const { pain, audience, credibility, ...rest } = event.gauges;
    const pairs = [pain, audience, credibility].flatMap(({ US: us, CN: cn }) => [us, cn]);
    gauges.set([...pairs, rest.inventoryMonths, rest.shortage, rest.farmPain, rest.drawdownPct], GAUGES * at);
  });
  const remainder = new Float64Array(2 * state.reconciliations.length);
  state.reconciliations.forEach(({ direction, pp }, row) => {
    remainder[2 * row] = direction === 'usOnCn' ? US : CN;
    remainder[2 * row + 1] = pp;
  });
  return {
    ids,
    law: lawOf(state, laws, probes),
    initial,
    today: dayOf(state.today),
    remainder,
    sequence: {
      size: events.length,
      type: Uint8Array.from(numbers((event) => codeOf(event.type as DutyType))),
      actor: Uint8Array.from(numbers(({ actor }) => (actor === 'US' ? US : actor === 'CN' ? CN : CALENDAR))),
      on: Int32Array.from(numbers((event) => dayOf(event.on))),
      duty: Int32Array.from(numbers((event) => ids.indexOf(event.id as string))),
      law: Int32Array.from(numbers((event) => laws.indexOf(event.authority as string))),
      basis: Int32Array.from(numbers((event) => probes.indexOf(event.basis as string))),
      date: Int32Array.from(
        numbers((event) =>
          dayOrOpen((event.to ?? event.from ?? event.dueOn ?? event.until ?? null) as string | null),
        ),
      ),
      ratePct: Float64Array.from(numbers((event) => (event.ratePct as number | undefined) ?? 0)),
      share: Float64Array.from(numbers((event) => (event.share as number | undefined) ?? 0)),
      gauges,
    },
  };
}

/** The kernel: columns that are filled anew for each run. */
export class Kernel {
  readonly duties: Duties;
  readonly gauges = new Float64Array(GAUGES);
  today = 0;
  coercion = 0;
  /** Earliest day on a deadline, and earliest day on which the calendar must act: a threat has the whole of its day. */
  private next = OPEN;
  private nextAct = OPEN;

  constructor(private readonly prepared: Prepared) {
    this.duties = newDuties(prepared.ids.length);
  }

  /** Runs the whole sequence from the initial state. */
  run(): Run {
    this.begin();
    const { size, duty } = this.prepared.sequence;
    let refused = 0;
    let averages = 0;
    let both = this.average(US) + this.average(CN);
    for (let at = 0; at < size; at += 1) {
      if (!this.step(at)) refused += 1;
      else if (duty[at]! >= 0) both = this.average(US) + this.average(CN);
      averages += both;
    }
    return { refused, averages };
  }

  private begin(): void {
    const { initial, today } = this.prepared;
    const { duties } = this;
    duties.status.set(initial.status);
    duties.imposer.set(initial.imposer);
    duties.law.set(initial.law);
    duties.basis.set(initial.basis);
    duties.since.set(initial.since);
    duties.dueOn.set(initial.dueOn);
    duties.suspendedUntil.set(initial.suspendedUntil);
    duties.endsOn.set(initial.endsOn);
    duties.ratePct.set(initial.ratePct);
    duties.share.set(initial.share);
    this.today = today;
    this.coercion = 0;
    this.lookAhead();
  }

  private average(imposer: number): number {
    const { status, imposer: imposers, ratePct, share } = this.duties;
    const { remainder } = this.prepared;
    let sum = 0;
    for (let row = 0; row < status.length; row += 1) {
      if (status[row] === IN_FORCE && imposers[row] === imposer) sum += ratePct[row]! * share[row]!;
    }
    for (let row = 0; row < remainder.length; row += 2)
      if (remainder[row] === imposer) sum += remainder[row + 1]!;
    return sum > 0 ? sum : 0;
  }

  /** Finds the earliest days again after a duty has changed. */
  private lookAhead(): void {
    const { status, dueOn, suspendedUntil, endsOn } = this.duties;
    let next = OPEN;
    let nextAct = OPEN;
    for (let row = 0; row < status.length; row += 1) {
      const is = status[row]!;
      if (is === THREATENED) {
        if (dueOn[row]! < next) next = dueOn[row]!;
        if (dueOn[row]! + 1 < nextAct) nextAct = dueOn[row]! + 1;
        continue;
      }
      let on = OPEN;
      if (is === SCHEDULED) on = dueOn[row]!;
      else if (is === SUSPENDED) on = Math.min(suspendedUntil[row]!, endsOn[row]!);
      else if (is === IN_FORCE) on = endsOn[row]!;
      if (on < next) next = on;
      if (on < nextAct) nextAct = on;
    }
    this.next = next;
    this.nextAct = nextAct;
  }

  private step(at: number): boolean {
    const { sequence } = this.prepared;
    const type = sequence.type[at]!;
    const actor = sequence.actor[at]!;
    const { today } = this;
    if (sequence.on[at] !== today) return false;
    const row = sequence.duty[at]!;
    if (type >= ENTER) return actor === CALENDAR && row >= 0 && this.settle(type, row);
    if (this.nextAct <= today) return false;
    if (type === ADVANCE) return actor === CALENDAR && this.advance(sequence.date[at]!);
    if (type === ACCRUE) {
      if (actor !== CALENDAR) return false;
      const { gauges } = sequence;
      for (let k = 0; k < GAUGES; k += 1) {
        if (!Number.isFinite(gauges[GAUGES * at + k])) return false;
      }
      for (let k = 0; k < GAUGES; k += 1) this.gauges[k] = gauges[GAUGES * at + k]!;
      return true;
    }
    if (actor === CALENDAR) return false;
    const done =
      type === IMPOSE || type === THREATEN ? this.create(at, type, row) : this.change(at, type, row);
    if (done) this.lookAhead();
    return done;
  }

  private advance(to: number): boolean {
    const first = this.today + 1;
    const last = this.today + LONGEST_STEP_DAYS;
    const end = this.next >= last ? last : this.next > first ? this.next : first;
    if (to < first || to > end) return false;
    this.today = to;
    return true;
  }

  private settle(type: number, row: number): boolean {
    const { status, dueOn, suspendedUntil, endsOn } = this.duties;
    const { today } = this;
    const is = status[row]!;
    if (type === ENTER) {
      if (is !== SCHEDULED || dueOn[row]! > today) return false;
      this.enter(row);
    } else if (type === SNAPBACK) {
      if (is !== SUSPENDED || suspendedUntil[row]! > today) return false;
      this.enter(row);
    } else if (type === LAPSE) {
      if ((is !== IN_FORCE && is !== SUSPENDED) || endsOn[row]! > today) return false;
      this.setStatus(row, LAPSED);
    } else {
      if (type !== EXPIRE || is !== THREATENED || dueOn[row]! >= today) return false;
      this.setStatus(row, LAPSED);
    }
    this.lookAhead();
    return true;
  }

  private create(at: number, type: number, row: number): boolean {
    const { law: laws, sequence } = this.prepared;
    const { duties, today } = this;
    const law = sequence.law[at]!;
    const actor = sequence.actor[at]!;
    if (law < 0 || laws.owner[law] !== actor || laws.struckDown[law] === 1 || laws.carriesDuties[law] === 0)
      return false;
    const basis = sequence.basis[at]!;
    const asks = laws.asksFinding[law] === 1;
    if (type === IMPOSE && asks && laws.hasFinding[law] === 0) return false;
    const least = type === IMPOSE ? 2 : 1;
    if (asks ? basis < 0 || laws.probeLaw[basis] !== law || laws.probeStands[basis]! < least : basis >= 0)
      return false;
    const ratePct = sequence.ratePct[at]!;
    const share = sequence.share[at]!;
    const date = sequence.date[at]!;
    if (duties.status[row] !== ABSENT || !(ratePct > 0 && ratePct <= laws.ceiling[law]!)) return false;
    if (!(share >= 0 && share <= 1)) return false;
    if (date < (type === IMPOSE ? today : today + 1) || date > today + LONGEST_NOTICE_DAYS) return false;
    duties.imposer[row] = actor;
    duties.law[row] = law;
    duties.basis[row] = basis;
    duties.endsOn[row] = OPEN;
    duties.ratePct[row] = ratePct;
    duties.share[row] = share;
    if (type === IMPOSE) {
      this.order(row, date);
      // An order whose rate is still to be set presses nobody.
      this.coercion += 1;
    } else {
      this.setStatus(row, THREATENED);
      duties.dueOn[row] = date;
    }
    return true;
  }

  private change(at: number, type: number, row: number): boolean {
    const { law: laws, sequence } = this.prepared;
    const { duties, today } = this;
    if (row < 0 || duties.status[row] === ABSENT) return false;
    const law = duties.law[row]!;
    if (duties.imposer[row] !== sequence.actor[at] || laws.statutory[law] === 1) return false;
    const is = duties.status[row]!;
    const date = sequence.date[at]!;
    const lastNotice = today + LONGEST_NOTICE_DAYS;
    switch (type) {
      case CARRY_OUT: {
        if (is !== PROPOSED && is !== THREATENED) return false;
        if (laws.struckDown[law] === 1 || !this.founded(row, law)) return false;
        if (date < today || date > lastNotice) return false;
        this.order(row, date);
        // A duty that was cut to nothing presses nobody.
        if (duties.ratePct[row]! > 0) this.coercion += 1;
        return true;
      }
      case POSTPONE: {
        if (is !== THREATENED && is !== SCHEDULED) return false;
        if (date <= Math.max(today, duties.dueOn[row]!) || date > lastNotice) return false;
        duties.dueOn[row] = date;
        return true;
      }
      case WITHDRAW:
        if (is > SUSPENDED) return false;
        this.setStatus(row, WITHDRAWN);
        return true;
      case SUSPEND:
        if (is !== IN_FORCE || !this.endsInTime(row, today, date)) return false;
        this.suspend(row, date);
        return true;
      case EXTEND: {
        const until = duties.suspendedUntil[row]!;
        if (is !== SUSPENDED || until === OPEN || !this.endsInTime(row, Math.max(today, until), date))
          return false;
        const since = duties.since[row]!;
        this.suspend(row, date);
        duties.since[row] = since;
        return true;
      }
      case RESUME:
        if (is !== SUSPENDED || laws.struckDown[law] === 1) return false;
        this.enter(row);
        if (duties.ratePct[row]! > 0) this.coercion += 1;
        return true;
      case RAISE: {
        const ratePct = sequence.ratePct[at]!;
        if (is < THREATENED || is > SUSPENDED) return false;
        if (!(ratePct > duties.ratePct[row]! && ratePct <= laws.ceiling[law]!)) return false;
        duties.ratePct[row] = ratePct;
        // One that returns on a day already set is pending like one that was ordered for a day.
        if (is === IN_FORCE || is === SCHEDULED || (is === SUSPENDED && duties.suspendedUntil[row] !== OPEN))
          this.coercion += 1;
        return true;
      }
      case CUT: {
        const ratePct = sequence.ratePct[at]!;
        if (is < THREATENED || is > SUSPENDED) return false;
        if (!(ratePct >= 0 && ratePct <= duties.ratePct[row]! * (1 - Number.EPSILON))) return false;
        duties.ratePct[row] = ratePct;
        return true;
      }
      default:
        return false;
    }
  }

  /** Whether a suspension to a day, or without one, ends after a day and within the life of its duty. */
  private endsInTime(row: number, after: number, until: number): boolean {
    if (until === OPEN) return true;
    const { endsOn } = this.duties;
    return until > after && until <= Math.min(this.today + LONGEST_NOTICE_DAYS, endsOn[row]! - 1);
  }

  private founded(row: number, law: number): boolean {
    const { law: laws } = this.prepared;
    const basis = this.duties.basis[row]!;
    return laws.asksFinding[law] === 0 || (basis >= 0 && laws.probeStands[basis] === 2);
  }

  private setStatus(row: number, status: number): void {
    const { duties } = this;
    duties.status[row] = status;
    duties.since[row] = this.today;
    duties.dueOn[row] = OPEN;
    duties.suspendedUntil[row] = OPEN;
  }

  private startClock(row: number): void {
    const { duties } = this;
    const longest = this.prepared.law.longest[duties.law[row]!]!;
    if (longest !== NONE && duties.endsOn[row] === OPEN) duties.endsOn[row] = this.today + longest;
  }

  private enter(row: number): void {
    this.setStatus(row, IN_FORCE);
    this.startClock(row);
  }

  private suspend(row: number, until: number): void {
    this.setStatus(row, SUSPENDED);
    this.startClock(row);
    this.duties.suspendedUntil[row] = until;
  }

  private order(row: number, from: number): void {
    if (from <= this.today) {
      this.enter(row);
      return;
    }
    this.setStatus(row, SCHEDULED);
    this.duties.dueOn[row] = from;
  }
}

/** What differs between a kernel that has run and the state to which the rules came; empty where they agree. */
export function disagreement(
  prepared: Prepared,
  kernel: Kernel,
  ours: Run,
  theirs: Run & { state: State },
): string[] {
  const { state } = theirs;
  const { duties } = kernel;
  const found: string[] = [];
  const same = (what: string, a: unknown, b: unknown) => {
    if (!Object.is(a, b)) found.push(`${what}: ${String(a)} by hand, ${String(b)} by the rules`);
  };
  same('refused', ours.refused, theirs.refused);
  same('averages', ours.averages, theirs.averages);
  same('today', kernel.today, dayOf(state.today));
  same('coercive acts', kernel.coercion, state.coercion.length);
  const { pain, audience, credibility, inventoryMonths, shortage, farmPain, drawdownPct } = state.gauges;
  const pairs = [pain, audience, credibility].flatMap(({ US: us, CN: cn }) => [us, cn]);
  [...pairs, inventoryMonths, shortage, farmPain, drawdownPct].forEach((value, k) =>
    same(`gauge ${k}`, kernel.gauges[k], value),
  );
  prepared.ids.forEach((id, row) => {
    const layer = state.tariff[id];
    same(`${id} exists`, duties.status[row] !== ABSENT, layer !== undefined);
    if (layer === undefined) return;
    same(`${id} status`, STATUSES[duties.status[row]!], layer.status);
    same(`${id} since`, duties.since[row], dayOf(layer.since));
    same(`${id} dueOn`, duties.dueOn[row], dayOrOpen(layer.dueOn));
    same(`${id} suspendedUntil`, duties.suspendedUntil[row], dayOrOpen(layer.suspendedUntil));
    same(`${id} endsOn`, duties.endsOn[row], dayOrOpen(layer.endsOn));
    same(`${id} ratePct`, duties.ratePct[row], layer.ratePct);
    same(`${id} share`, duties.share[row], layer.share);
  });
  return found;
}
