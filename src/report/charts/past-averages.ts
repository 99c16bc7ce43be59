/** The past of the averages: layers day by day from the record, as the law had them, up to a scenario's first day. */
import type { PartyId } from '../../model/actor';
import {
  averageTariffPct,
  pointsOf,
  directionOf,
  type TariffDirection,
  type TariffLayer,
} from '../../model/tariff';
import { stateOn, type FirstDay } from '../../facts/initial-state';
import { dutySteps } from '../../facts/duties';
import type { Facts } from '../../facts/schema';
import type { State } from '../../model/state';

/** What held from a day on. */
export interface HistoryRow {
  readonly on: string;
  readonly averageTariffPct: Readonly<Record<TariffDirection, number>>;
  /** Points of its average that each layer added, by id; layers that added nothing are left out. */
  readonly layersPp: Readonly<Record<string, number>>;
}

/** Days on which a duty or a residual changed, up to and without `before`. */
function daysOfChange(facts: Facts, before: string): string[] {
  const days = [...dutySteps(facts).map(({ on }) => on), ...facts.reconciliations.map((row) => row.from)];
  return [...new Set(days)].filter((day) => day < before).sort();
}

/** A row of history from a state. */
export function historyRow(state: State): HistoryRow {
  const layersPp: Record<string, number> = {};
  for (const layer of Object.values<TariffLayer>(state.tariff)) {
    const points = pointsOf(layer);
    if (points !== 0) layersPp[layer.id] = points;
  }
  return {
    on: state.today,
    averageTariffPct: {
      usOnCn: averageTariffPct(state, 'usOnCn'),
      cnOnUs: averageTariffPct(state, 'cnOnUs'),
    },
    layersPp,
  };
}

/**
 * Averages and layers from the beginning of the record to a scenario's first day, one row for each day on which they
 * changed. The past is the record's even where the scenario supposes another present: only the last row, the
 * scenario's first day, is taken from `initial`.
 */
export function tariffHistory(facts: Facts, opening: FirstDay, initial: State): HistoryRow[] {
  const past = daysOfChange(facts, opening.asOf).map((day) =>
    historyRow(stateOn(facts, { ...opening, asOf: day, withoutAuthorities: [] })),
  );
  return [...past, historyRow(initial)];
}

/** Layers that are drawn as one band. */
export interface LayerGroup {
  readonly id: string;
  readonly label: string;
  readonly imposer: PartyId;
  /** Whether a layer belongs to it, by its id in history or in a course. */
  readonly has: (layer: string, authority: string) => boolean;
}

/** Below this many points at every time a group is drawn with the other small ones. */
const LEAST_POINTS = 1;

/** Name of an authority without what stands in brackets. */
const shortly = (label: string) => label.replace(/\s*\([^)]*\)/g, '').replace(/,.*$/, '');

/**
 * Groups of the layers of one direction: by authority, and within it those that stood before a day and those that
 * came since. Groups that never add a point share one.
 */
export function layerGroups(
  facts: Facts,
  imposer: PartyId,
  since: { readonly day: string; readonly words: string; readonly before: readonly string[] },
  peaks: ReadonlyMap<string, { readonly authority: string; readonly points: number }>,
): LayerGroup[] {
  const keyOf = (layer: string, authority: string) =>
    `${authority}/${since.before.includes(layer) ? 'before' : 'since'}`;
  const sums = new Map<string, number>();
  for (const [layer, { authority, points }] of peaks) {
    const key = keyOf(layer, authority);
    sums.set(key, (sums.get(key) ?? 0) + points);
  }
  const order = facts.authorities.filter((authority) => authority.owner === imposer);
  const large = order.flatMap((authority) =>
    (['before', 'since'] as const)
      .map((era) => ({ key: `${authority.id}/${era}`, authority, era }))
      .filter(({ key }) => (sums.get(key) ?? 0) >= LEAST_POINTS),
  );
  const keys = large.map(({ key }) => key);
  const both = (id: string) => keys.includes(`${id}/before`) && keys.includes(`${id}/since`);
  const groups: LayerGroup[] = large
    .sort((a, b) => (a.era === b.era ? 0 : a.era === 'before' ? -1 : 1))
    .map(({ key, authority, era }) => ({
      id: key,
      label: `${shortly(authority.label)}${both(authority.id) ? (era === 'before' ? `, before ${since.words}` : `, since ${since.words}`) : ''}`,
      imposer,
      has: (layer, of) => keyOf(layer, of) === key,
    }));
  const rest = [...sums.keys()].some((key) => !keys.includes(key));
  return rest
    ? [
        ...groups,
        { id: 'other', label: 'Other duties', imposer, has: (layer, of) => !keys.includes(keyOf(layer, of)) },
      ]
    : groups;
}

/** The side that imposes the duties of a direction. */
export function imposerOf(direction: TariffDirection): PartyId {
  return directionOf('US') === direction ? 'US' : 'CN';
}
