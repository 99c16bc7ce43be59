/**
 * The opening of a scenario: the state on its first day and the past that led there, from one fold of the record.
 *
 * A state says what holds; that a duty is a month old or that a control came before the talks is past. It is told in
 * dated steps, which a model reads once for each draw of its parameters and never day by day.
 */
import type { Event } from '../actions/index';
import { addDays } from '../kit/calendar';
import { each } from '../model/column';
import { copyState, plainState } from '../model/copy-state';
import { deniedTogether, deniedShare } from '../model/export-control';
import type { PartyId } from '../model/actor';
import type { State } from '../model/state';
import { pointsOf, sumOfPoints, type TariffDirection } from '../model/tariff';
import { actsOf, eventsOf } from './acts';
import { eachEvening, foldedTo } from './fold';
import { reconciliationsOn } from './first-state';
import { aboutTheMeeting, inOrderOf, stateOn, type FirstDay } from './initial-state';
import type { BareFacts } from './bare';
import { firstOf } from '../kit/lists';

/** What held from a day on, until the next step. */
export interface PastStep {
  readonly on: string;
  /** Average duty of each direction, per cent. */
  readonly averageTariffPct: Readonly<Record<TariffDirection, number>>;
  /** Share of the trade that controls in force denied, 0 to 1. */
  readonly severity: {
    /** Chinese controls on rare earths and American ones on chips, in direct trade. */
    readonly rareEarths: number;
    readonly chips: number;
    /** Chinese controls that reach goods made in third countries. */
    readonly foreignReach: number;
  };
  /** Whether China had halted its purchases of soybeans. */
  readonly soybeansHalted: boolean;
}

/** The past of a first day, back to the day since which what was done counts as pain. */
export interface Past {
  /** The day since which it is told. */
  readonly from: string;
  /** The first step is what held on the evening of `from`; the others are days on which something changed. */
  readonly steps: readonly PastStep[];
  /** Moves of markets: equities in per cent, yields in basis points. */
  readonly markets: readonly { readonly on: string; readonly equityPct: number; readonly yieldBp: number }[];
  /** The first day on which each control was in force, before `from` too. */
  readonly controlsSince: Readonly<Record<string, string>>;
}

/** What the record tells of the months before a first day: the state in which they began, and the acts since. */
export interface Lately {
  readonly state: State;
  readonly acts: readonly Event[];
}

/** The state on the first day of a scenario and the past that led there. */
export interface Opening {
  readonly state: State;
  readonly past: Past;
  /** Made when it is first asked for: not every model remembers. */
  readonly lately: Lately;
}

type Sums = Omit<PastStep, 'on'>;

function denied(controls: State['control'], counts: (control: State['control'][string]) => boolean): number {
  return deniedTogether(each(controls).filter(counts).map(deniedShare));
}

/** The sums of an evening, the reconciliation of averages apart; what stands on authorities done without is left out. */
function sumsOf(facts: BareFacts, state: State, without: ReadonlySet<string>): Sums {
  const layers = inOrderOf(
    facts,
    each(state.tariff).filter(({ status, authority }) => status === 'in-force' && !without.has(authority)),
  );
  const average = (imposer: PartyId) =>
    sumOfPoints(layers.filter((layer) => layer.imposer === imposer).map(pointsOf));
  const of = (imposer: PartyId, subject: string) =>
    denied(
      state.control,
      (control) =>
        control.imposer === imposer &&
        control.subject === subject &&
        control.reach !== 'extraterritorial' &&
        !without.has(control.authority),
    );
  return {
    averageTariffPct: { usOnCn: average('US'), cnOnUs: average('CN') },
    severity: {
      rareEarths: of('CN', 'rare-earths'),
      chips: of('US', 'chips'),
      foreignReach: denied(
        state.control,
        ({ imposer, reach, authority }) =>
          imposer === 'CN' && reach === 'extraterritorial' && !without.has(authority),
      ),
    },
    soybeansHalted: state.flows.soybeans?.status === 'halted',
  };
}

const sameSums = (a: Sums, b: Sums) =>
  a.averageTariffPct.usOnCn === b.averageTariffPct.usOnCn &&
  a.averageTariffPct.cnOnUs === b.averageTariffPct.cnOnUs &&
  a.severity.rareEarths === b.severity.rareEarths &&
  a.severity.chips === b.severity.chips &&
  a.severity.foreignReach === b.severity.foreignReach &&
  a.soybeansHalted === b.soybeansHalted;

/** Sums with the reconciliation of a day, which changes on days of its own. */
function stepOn(
  facts: BareFacts,
  on: string,
  { averageTariffPct, severity, soybeansHalted }: Sums,
): PastStep {
  const averages = { ...averageTariffPct };
  for (const { direction, pp } of reconciliationsOn(facts, on))
    averages[direction] = sumOfPoints([averages[direction], pp]);
  return { on, averageTariffPct: averages, severity, soybeansHalted };
}

/** The sums of the last evening that is not later than a day. */
function latestSums(evenings: readonly { readonly on: string; readonly sums: Sums }[], day: string): Sums {
  let found = firstOf(evenings).sums;
  for (const { on, sums } of evenings) if (on <= day) found = sums;
  return found;
}

/** The past of a first day back to a day. Throws where the record holds an act that the law refuses. */
export function pastOf(facts: BareFacts, { asOf, withoutAuthorities }: FirstDay, from: string): Past {
  const without = new Set(withoutAuthorities);
  const evenings: { on: string; sums: Sums }[] = [];
  const markets: Past['markets'][number][] = [];
  const controlsSince: Record<string, string> = {};
  eachEvening(facts, asOf, (state) => {
    for (const { id, status } of each(state.control))
      if (status === 'in-force') controlsSince[id] ??= state.today;
    const { market } = state;
    if (market !== null && market.on === state.today && market.on >= from) markets.push({ ...market });
    evenings.push({ on: state.today, sums: sumsOf(facts, state, without) });
  });
  const changes = [...evenings.map(({ on }) => on), ...facts.reconciliations.map((row) => row.from)];
  const days = [from, ...new Set(changes.filter((day) => day > from && day <= asOf))].sort();
  const steps: PastStep[] = [];
  for (const day of days) {
    const step = stepOn(facts, day, latestSums(evenings, day));
    const before = steps.at(-1);
    if (before === undefined || !sameSums(before, step)) steps.push(step);
  }
  return { from, steps, markets, controlsSince };
}

/** Days of the record before the first that are remembered: what is older has faded by its half-life. */
const LATELY_DAYS = 180;

/** The months before a first day: the evening with which they begin, and whether an act falls into them. */
function monthsBefore({ start }: BareFacts, asOf: string) {
  const before = addDays(asOf, -LATELY_DAYS - 1);
  const since = before < start.on ? start.on : before;
  return { since, holds: ({ on }: { readonly on: string }) => on > since && on <= asOf };
}

/** The months before a day, by the record. */
function latelyOn(facts: BareFacts, asOf: string): Lately {
  const { since, holds } = monthsBefore(facts, asOf);
  return { state: foldedTo(facts, since), acts: eventsOf(facts).filter(holds) };
}

/** What the fold of the record to a day gives, worked out beforehand: plain JSON. */
export interface FoldedDay {
  readonly asOf: string;
  readonly painSince: string;
  readonly state: State;
  readonly past: Past;
  /** As {@link Lately}, but for what the rows of the facts say of an act anyhow. */
  readonly lately: { readonly state: State; readonly acts: BareFacts['acts'] };
}

/** Works a day out beforehand, for {@link openingOn}. */
export function foldedDay(facts: BareFacts, asOf: string, painSince: string): FoldedDay {
  const day = { asOf, meeting: null, agenda: [], withoutAuthorities: [] };
  const { since, holds } = monthsBefore(facts, asOf);
  return {
    asOf,
    painSince,
    state: foldedTo(facts, asOf),
    past: pastOf(facts, day, painSince),
    lately: { state: foldedTo(facts, since), acts: facts.acts.filter(({ event }) => holds(event)) },
  };
}

/**
 * The opening of a first day: its state, and its past back to `painSince`. `known` is what was worked out beforehand of
 * these facts; a day that is not there is folded. Throws where the day names a meeting that the facts do not have, or
 * where the record holds an act that the law refuses.
 */
export function openingOn(
  facts: BareFacts,
  day: FirstDay,
  painSince: string,
  known: readonly FoldedDay[] = [],
): Opening {
  const found = known.find((one) => one.asOf === day.asOf && one.painSince === painSince);
  let lately: Lately | undefined;
  const isWhole = found !== undefined && day.withoutAuthorities.length === 0;
  return {
    state: isWhole ? aboutTheMeeting(facts, day, plainState(copyState(found.state))) : stateOn(facts, day),
    past: isWhole ? found.past : pastOf(facts, day, painSince),
    get lately() {
      return (lately ??=
        found === undefined
          ? latelyOn(facts, day.asOf)
          : { state: found.lately.state, acts: actsOf(facts, found.lately.acts) });
    },
  };
}
