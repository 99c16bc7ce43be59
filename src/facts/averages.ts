/**
 * Average duties by date, computed from rates, coverage and statuses, and held to what others published.
 *
 * Two number sets exist. On fixed weights (the Peterson Institute's, Bown) most shares were found from steps of the
 * published series, so most of its dates agree by construction: they are pinned, and only the others test anything.
 * On statutory rates with the weights of 2024 (Yale Budget Lab) the coverage is another; the two never enter one sum.
 */
import type { PartyId } from '../model/actor';
import { pointsOf, sumOfPoints, type TariffDirection } from '../model/tariff';
import { dutiesOn } from './duties';
import { latest } from './first-state';
import type { Facts } from './schema';

/** What of the reconciliation enters a sum: all of it, published effects that no layer carries, or nothing. */
export type Reconciled = 'all' | 'effects' | 'none';

const DIRECTIONS: readonly TariffDirection[] = ['usOnCn', 'cnOnUs'];
const directionOfParty = (party: PartyId): TariffDirection => (party === 'US' ? 'usOnCn' : 'cnOnUs');

/** The rate that a layer collects on a day, per cent; 0 unless in force. */
function collectedPct(facts: Facts, direction: TariffDirection, id: string, on: string): number {
  return dutiesOn(facts, direction, on).find((layer) => layer.id === id)?.ratePct ?? 0;
}

/** Sum of rates times shares over the layers in force on a day, in percentage points; no reconciliation. */
export function layersPp(facts: Facts, direction: TariffDirection, on: string): number {
  return sumOfPoints(dutiesOn(facts, direction, on).map(pointsOf));
}

/**
 * Average duty in one direction on a day, per cent, on fixed weights. With `effects` no remainder to a published
 * average is used, of that date or another: only layers and effects with a source of their own.
 */
export function averageOn(
  facts: Facts,
  direction: TariffDirection,
  on: string,
  reconciled: Reconciled = 'all',
): number {
  const layers = layersPp(facts, direction, on);
  if (reconciled === 'none') return layers;
  const row = latest(
    facts.reconciliations.filter((item) => item.direction === direction),
    on,
  );
  return sumOfPoints([layers, (reconciled === 'all' ? row?.pp : row?.effectPp) ?? 0]);
}

/** One published average beside the computed one. */
export interface AverageCheck {
  /** Day of the average, YYYY-MM-DD. */
  readonly on: string;
  /** Whose duties: American ones on Chinese goods, or Chinese ones on American goods. */
  readonly direction: TariffDirection;
  /** Whether shares or remainders were found from this very figure, or it tests them. */
  readonly use: 'pinned' | 'test';
  /** Average that was published, per cent. */
  readonly publishedPct: number;
  /** Average by the ledger with the remainder of the day, per cent. */
  readonly computedPct: number;
  /** Average by the ledger without any remainder to a published average, per cent. */
  readonly unreconciledPct: number;
}

/** Every published average on fixed weights beside the computed one, in the order of dates. */
export function checkAverages(facts: Facts): AverageCheck[] {
  const checks: AverageCheck[] = [];
  for (const row of facts.averages) {
    if (row.method !== 'fixed-weights' || row.use === undefined) continue;
    for (const direction of DIRECTIONS) {
      const use = row.use[direction];
      const publishedPct = direction === 'usOnCn' ? row.usOnCnPct : row.cnOnUsPct;
      if (use === undefined || publishedPct === null) continue;
      checks.push({
        on: row.on,
        direction,
        use,
        publishedPct,
        computedPct: averageOn(facts, direction, row.on),
        unreconciledPct: averageOn(facts, direction, row.on, 'effects'),
      });
    }
  }
  return checks;
}

/** How a set of checks came out: number, mean and largest absolute difference, percentage points. */
export interface CheckScore {
  /** Number of averages that were held against one another. */
  readonly n: number;
  /** Mean absolute difference, percentage points. */
  readonly meanAbsPp: number;
  /** Largest absolute difference, percentage points. */
  readonly largestAbsPp: number;
}

/** Scores differences; zero throughout where there are none. */
export function scoreOf(differences: readonly number[]): CheckScore {
  const sizes = differences.map(Math.abs);
  const sum = sizes.reduce((total, size) => total + size, 0);
  return {
    n: sizes.length,
    meanAbsPp: sizes.length === 0 ? 0 : sum / sizes.length,
    largestAbsPp: Math.max(0, ...sizes),
  };
}

/** Pinned and test dates scored apart, with and without remainders. */
export function scoreAverages(checks: readonly AverageCheck[]) {
  const of = (use: AverageCheck['use'], pick: (check: AverageCheck) => number) =>
    scoreOf(checks.filter((check) => check.use === use).map((check) => pick(check) - check.publishedPct));
  const both = (pick: (check: AverageCheck) => number) => ({
    /** Over averages from which shares or remainders were found. */
    pinned: of('pinned', pick),
    /** Over averages that test them. */
    test: of('test', pick),
  });
  return {
    /** With the remainders to published averages. */
    reconciled: both((check) => check.computedPct),
    /** Without any remainder to a published average. */
    unreconciled: both((check) => check.unreconciledPct),
  };
}

/** An announced plan beside what its publisher expected of it. */
export interface PlanCheck {
  /** Id of the plan. */
  readonly id: string;
  /** What was planned, in words. */
  readonly label: string;
  /** The average that it would have moved. */
  readonly direction: TariffDirection;
  /** Day on which it was to take effect, YYYY-MM-DD. */
  readonly on: string;
  /** Average that its publisher expected, per cent. */
  readonly publishedPct: number;
  /** Average by the ledger of the day of announcement with the planned rates in force, per cent. */
  readonly plannedPct: number;
  /** Why the two may differ, in words. */
  readonly note: string;
}

/**
 * Ledgers of plans that were announced and not carried out in that form: the layers of the day of announcement with
 * the planned rates in place of their own, and what the plan brings back.
 */
export function checkPlans(facts: Facts): PlanCheck[] {
  return facts.plans.map(({ id, label, party, announcedOn, on, publishedPct, changes, effectPp, note }) => {
    const direction = directionOfParty(party);
    let pp = averageOn(facts, direction, announcedOn) + effectPp;
    for (const change of changes) {
      const row = facts.tariffs[direction].find((candidate) => candidate.id === change.layer);
      if (row === undefined) throw new Error(`the plan ${id} names no layer: ${change.layer}`);
      const layer = dutiesOn(facts, direction, announcedOn).find((duty) => duty.id === change.layer);
      pp += (change.ratePct - (layer?.ratePct ?? 0)) * (layer?.share ?? row.coverage.share);
    }
    return { id, label, direction, on, publishedPct, plannedPct: pp, note };
  });
}

/** A date of the second basis. */
export interface StatutoryCheck {
  /** Day of the average, YYYY-MM-DD. */
  readonly on: string;
  /** Whether shares were found from this very figure, or it tests them. */
  readonly use: 'pinned' | 'test';
  /** Average American duty on Chinese goods that was published, per cent. */
  readonly publishedPct: number;
  /** The same by the shares of that publisher, per cent. */
  readonly computedPct: number;
  /** Published less computed, percentage points. */
  readonly residualPp: number;
}

/** Average US duty on Chinese goods on the statutory basis of the second publisher, per cent: its start and the steps since. */
function statutoryAverageOn(facts: Facts, on: string): number {
  const { baseline, coverage } = facts.coverageYale;
  let pct = baseline.pct;
  for (const row of coverage) {
    if (row.from !== undefined && on < row.from) continue;
    if (!facts.tariffs.usOnCn.some(({ id }) => id === row.layer))
      throw new Error(`the coverage names no layer: ${row.layer}`);
    const collected = (day: string) => collectedPct(facts, 'usOnCn', row.layer, day);
    pct += (collected(on) - collected(baseline.on)) * row.share;
  }
  return pct;
}

/** Every date of the second basis with its residual. */
export function checkStatutory(facts: Facts): StatutoryCheck[] {
  return facts.averages.flatMap((row) => {
    if (row.method !== 'statutory' || row.use?.usOnCn === undefined || row.usOnCnPct === null) return [];
    const computedPct = statutoryAverageOn(facts, row.on);
    return [
      {
        on: row.on,
        use: row.use.usOnCn,
        publishedPct: row.usOnCnPct,
        computedPct,
        residualPp: row.usOnCnPct - computedPct,
      },
    ];
  });
}
