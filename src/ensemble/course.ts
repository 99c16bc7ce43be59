/**
 * The course of an ensemble: average tariffs, their layers and the truce on a fixed grid of days, for those who draw.
 *
 * Averages are kept as histograms and layers as whole thousandths of a point, so that tallies merge by addition to
 * the same bytes in any grouping. The grid is daily at first, when most is decided, then fortnightly.
 */
import { InputError } from '../kit/input-error';
import { addDays, daysBetween } from '../kit/calendar';
import type { PartyId } from '../model/actor';
import { each } from '../model/column';
import type { State } from '../model/state';
import { averageTariffPct, pointsOf, type TariffDirection } from '../model/tariff';
import { stateOfToday, type ModelSpecification } from '../scenario/model-specification';
import { curveOf, followedDays, type CurvePoint, type TruceCurve } from './truce-curves';
import { wayOf, type Way } from './average-way';
import {
  count,
  countedValues,
  histogramMean,
  histogramQuantile,
  newCounter,
  RATE_STEP,
  total,
  type Histogram,
  type RunningTally,
  type Tally,
} from './tally';

const DAILY_UNTIL = 21;
const STEP_DAYS = 14;
/** A truce is watched daily at first, then every few days. */
const TRUCE_DAILY_UNTIL = 30;
const TRUCE_STEP_DAYS = 5;
/** Layers are summed in thousandths of a point. */
const UNITS_PER_POINT = 1_000;

/**
 * Days of the grid, counted from the first day. The last is the eve of the horizon: what runs out on the horizon
 * itself, a year's suspension for one, is nobody's choice any more.
 */
export function gridOf(asOf: string, horizon: string): number[] {
  const last = Math.max(0, daysBetween(asOf, horizon) - 1);
  const days: number[] = [];
  for (let day = 0; day < last; day += day < DAILY_UNTIL ? 1 : STEP_DAYS) days.push(day);
  return [...days, last];
}

/** Name of a layer in a tally: its own where it was there on the first day, else that of its kind, so that names stay few. */
function keyOf(initial: State, id: string, imposer: PartyId, authority: string): string {
  return id in initial.tariff ? id : `${imposer}/new/${authority}`;
}

/** Makes what notes the state of an episode on the evenings of the grid. */
export function courseKeeper(
  tally: RunningTally,
  initial: State,
  specification: ModelSpecification,
): (day: number, state: State) => void {
  const course = (tally.course ??= { days: {} });
  const onGrid = new Set(gridOf(initial.today, specification.horizon));
  return (day, state) => {
    if (!onGrid.has(day)) return;
    const at = (course.days[day] ??= {
      usOnCn: newCounter(RATE_STEP),
      cnOnUs: newCounter(RATE_STEP),
      layers: {},
    });
    count(at.usOnCn, averageTariffPct(state, 'usOnCn'));
    count(at.cnOnUs, averageTariffPct(state, 'cnOnUs'));
    for (const layer of each(state.tariff)) {
      const units = Math.round(pointsOf(layer) * UNITS_PER_POINT);
      if (units === 0) continue;
      const key = keyOf(initial, layer.id, layer.imposer, layer.authority);
      at.layers[key] = (at.layers[key] ?? 0) + units;
    }
  };
}

/** Quantiles of an average tariff on a day, per cent. */
export interface Fan {
  /** Value at or below which a tenth of the runs lies. */
  readonly p10: number;
  /** Value at or below which a quarter of the runs lies. */
  readonly p25: number;
  /** Median over the runs. */
  readonly p50: number;
  /** Value at or below which three quarters of the runs lie. */
  readonly p75: number;
  /** Value at or below which nine tenths of the runs lie. */
  readonly p90: number;
}

/** Where an average tariff stands on a day, over all runs. */
export interface AverageSpread {
  /** Mean, per cent. */
  readonly mean: number;
  /** Shares of the runs in which it is above the average of today by half a point or more, within that, and below by as much. */
  readonly ways: Readonly<Record<Way, number>>;
  /** Its values to a tenth of a point, rising, each with its share of the runs. */
  readonly levels: readonly {
    /** The value, per cent. */
    readonly pct: number;
    /** Share of the runs with it, above 0 to 1. */
    readonly p: number;
  }[];
}

/** The course of one layer, or of all new layers under one authority. */
export interface LayerCourse {
  /** Id of the duty, or `imposer/new/authority` for those that were not there on the first day. */
  readonly id: string;
  /** The party whose duties they are. */
  readonly imposer: PartyId;
  /** Id of the authority under which they stand. */
  readonly authority: string;
  /** Whether it stands for the layers that were not there on the first day. */
  readonly fresh: boolean;
  /** Mean points of the average that it adds, day by day of the grid. */
  readonly meanPp: readonly number[];
}

/** What happens over time in an ensemble. */
export interface Course {
  /** Days of the grid. */
  readonly dates: readonly string[];
  /** Quantiles of the average of each direction, one for each of `dates`, per cent. */
  readonly averageTariffPct: Readonly<Record<TariffDirection, readonly Fan[]>>;
  /** The same averages as distributions, day by day of the grid. */
  readonly distributions: Readonly<Record<TariffDirection, readonly AverageSpread[]>>;
  /** The duties of which the averages are made, by their ids in alphabetical order. */
  readonly layers: readonly LayerCourse[];
  /**
   * The two curves of the truce up to the horizon, by days since the planned day of the meeting, among the runs with a text
   * in force on the day after it; null where there is none.
   */
  readonly truce: Readonly<Record<TruceCurve, readonly CurvePoint[] | null>>;
}

function fan(histogram: Histogram): Fan {
  const at = (q: number) => histogramQuantile(histogram, q);
  return { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) };
}

function distribution(histogram: Histogram, today: number): AverageSpread {
  const runs = total(histogram);
  const counted = countedValues(histogram);
  const share = (way: Way) =>
    counted.reduce((sum, [value, n]) => sum + (wayOf(today, value) === way ? n : 0), 0) / runs;
  return {
    mean: histogramMean(histogram),
    ways: { up: share('up'), same: share('same'), down: share('down') },
    levels: counted.map(([pct, n]) => ({ pct, p: n / runs })),
  };
}

function describeLayer(key: string, initial: State): Pick<LayerCourse, 'imposer' | 'authority' | 'fresh'> {
  const layer = initial.tariff[key];
  if (layer !== undefined) return { imposer: layer.imposer, authority: layer.authority, fresh: false };
  const [imposer, , authority] = key.split('/');
  return { imposer: imposer === 'CN' ? 'CN' : 'US', authority: authority ?? '', fresh: true };
}

function truceCourse(tally: Tally, last: number): Course['truce'] {
  const days: number[] = [];
  for (let day = 0; day < last; day += day < TRUCE_DAILY_UNTIL ? 1 : TRUCE_STEP_DAYS) days.push(day);
  days.push(last);
  const points = (curve: TruceCurve) =>
    curveOf(tally, curve, days, last)?.filter((point) => point !== null) ?? null;
  return { text: points('text'), unbroken: points('unbroken') };
}

/** Turns a tally into the course that it kept. Throws an InputError for a tally that kept none. */
export function courseOf(specification: ModelSpecification, initial: State, tally: Tally): Course {
  const { course } = tally;
  if (course === undefined || tally.runs === 0)
    throw new InputError({
      code: 'input/tally',
      path: 'tally',
      given: tally,
      allowed: 'a tally of at least one run that kept its course',
    });
  const days = Object.keys(course.days)
    .map(Number)
    .sort((a, b) => a - b);
  const cells = days.map((day) => course.days[day]!);
  const now = stateOfToday(initial, specification);
  const distributions = (direction: TariffDirection) => {
    const today = averageTariffPct(now, direction);
    return cells.map((cell) => distribution(cell[direction], today));
  };
  const ids = [...new Set(cells.flatMap((cell) => Object.keys(cell.layers)))].sort();
  return {
    dates: days.map((day) => addDays(initial.today, day)),
    averageTariffPct: {
      usOnCn: cells.map((cell) => fan(cell.usOnCn)),
      cnOnUs: cells.map((cell) => fan(cell.cnOnUs)),
    },
    distributions: { usOnCn: distributions('usOnCn'), cnOnUs: distributions('cnOnUs') },
    layers: ids.map((id) => ({
      id,
      ...describeLayer(id, initial),
      meanPp: cells.map((cell) => (cell.layers[id] ?? 0) / (UNITS_PER_POINT * tally.runs)),
    })),
    truce: truceCourse(tally, followedDays(specification)),
  };
}
