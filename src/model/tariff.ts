/**
 * Tariff layers: duties under different authorities that stack on the same trade.
 *
 * The average follows the Peterson Institute's method of fixed trade weights (Bown): each layer counts with its ad
 * valorem rate times the share of bilateral trade that it covers; a remainder that the published parts do not
 * explain is a row of its own, never hidden in a rate. A suspended, threatened, proposed or withdrawn layer
 * contributes nothing today.
 */
import { checkAnswer, type AnswerForm } from '../kit/answer-form';
import { checkColumns, readOff, unknownName } from '../kit/checks';
import { decimalSum } from '../kit/decimals';
import type { PartyId } from './actor';
import { each } from './column';
import type { MeasureLife } from './measure';

/** Goods taken out of a duty by a list of lines, for a time or for good. */
export interface Exclusion {
  /** Id of the list within its duty; elsewhere it is named by `layer#exclusion`. */
  readonly id: string;
  /** What list it is, for people. */
  readonly label: string;
  /** Share of bilateral imports that it takes out, 0 to 1; nought where no figure is known. */
  readonly share: number;
  /** Day from which its goods are out of the duty, `YYYY-MM-DD`. */
  readonly since: string;
  /** First day no longer excluded, or null for an open end. */
  readonly until: string | null;
}

/** One duty under one authority. */
export interface TariffLayer extends MeasureLife {
  /** Ad valorem rate in per cent of customs value; 12.5 means 12.5 %. Untouched by a suspension. */
  readonly ratePct: number;
  /**
   * Share of bilateral imports that the layer covers on the weights of the Peterson Institute, 0 to 1; a widening raises it.
   * What exclusions have taken out is not in it.
   */
  readonly share: number;
  /** What has been taken out, in the order of the acts; absent where nothing has. */
  readonly exclusions?: readonly Exclusion[];
  /** Last day on which the rate that is still open may be set, null where none was named; absent where none is open. */
  readonly rateBy?: string | null;
}

/** Layer and exclusion in one id: `layer#exclusion`, since an exclusion lives inside its layer. */
export function exclusionKey(layer: Pick<TariffLayer, 'id'>, exclusion: Pick<Exclusion, 'id'>): string {
  return `${layer.id}#${exclusion.id}`;
}

/** What the deadline of a rate that is still to be set names. */
export function rateKey({ id }: Pick<TariffLayer, 'id'>): string {
  return `${id}#rate`;
}

/** The share of imports that a layer's exclusions take out, 0 to 1. */
export function excludedShare({ exclusions }: TariffLayer): number {
  return exclusions === undefined ? 0 : decimalSum(exclusions.map(({ share }) => share));
}

/** The share that a layer covers once an exclusion has ended: at most the whole trade. */
export function shareAfter({ share }: Pick<TariffLayer, 'share'>, ended: readonly Exclusion[]): number {
  return Math.min(1, decimalSum([share, ...ended.map((exclusion) => exclusion.share)]));
}

/** Trade direction by importer and exporter: US duties on Chinese goods, or Chinese duties on US goods. */
export type TariffDirection = 'usOnCn' | 'cnOnUs';

/** A remainder between the layers and the published average, in percentage points. */
export interface Reconciliation {
  /** The average to which it is added. */
  readonly direction: TariffDirection;
  /** Remainder, percentage points; below 0 where the layers come to more than the published average. */
  readonly pp: number;
  /** Id of its source in the register of the facts, or `assumption`. */
  readonly source: string;
}

/**
 * Every duty of a state with the remainders of the averages: all that an average tariff is worked out from.
 */
export interface Duties {
  /** Duties by their ids, whatever their status. */
  readonly tariff: Readonly<Record<string, TariffLayer>>;
  /** Remainders to published averages, one for a direction at most; none where it is nought. */
  readonly reconciliations: readonly Reconciliation[];
}

/** Both directions, American duties first. */
export const TARIFF_DIRECTIONS: readonly TariffDirection[] = ['usOnCn', 'cnOnUs'];

/** Refuses what is no direction with an InputError: a misspelt one would be taken for the other. */
function checkDirection(direction: unknown): void {
  if (direction !== 'usOnCn' && direction !== 'cnOnUs')
    throw unknownName('direction', direction, TARIFF_DIRECTIONS);
}

/** The direction in which a party's own duties count. */
export function directionOf(imposer: PartyId): TariffDirection {
  return imposer === 'US' ? 'usOnCn' : 'cnOnUs';
}

const DUTY: AnswerForm<TariffLayer> = {
  what: 'a duty out of a state',
  fields: { status: 'text', ratePct: 'number', share: 'number' },
};

/** What a layer adds to its direction's average today, in percentage points. */
export function pointsOf({ status, ratePct, share }: TariffLayer): number {
  return status === 'in-force' ? ratePct * share : 0;
}

/**
 * What a layer adds to its direction's average today, in percentage points: rate times share while in force. Throws an InputError for
 * what is no duty.
 * @param layer - Duty out of a state; one that is not in force adds 0.
 *
 * @example
 * const layer = start('kuala-lumpur-2025').tariff['us/ieepa-fentanyl'];
 * layer && contributionPp(layer)
 */
export function contributionPp(layer: TariffLayer): number {
  checkAnswer('layer', layer, DUTY);
  return pointsOf(layer);
}

/** Points of an average are added up in billionths: whole numbers have one sum, in whatever order they come. */
const PARTS_OF_A_POINT = 1e9;

/** The sum of percentage points, to a billionth of a point; does not depend on their order. */
export function sumOfPoints(points: readonly number[]): number {
  let sum = 0;
  for (const pp of points) sum += Math.round(pp * PARTS_OF_A_POINT);
  return sum / PARTS_OF_A_POINT;
}

/** The average ad valorem rate in one direction, in per cent; see {@link averageTariff}. */
export function averageTariffPct({ tariff, reconciliations }: Duties, direction: TariffDirection): number {
  const imposer: PartyId = direction === 'usOnCn' ? 'US' : 'CN';
  let sum = 0;
  for (const layer of each(tariff)) {
    if (layer.imposer === imposer && layer.status === 'in-force')
      sum += Math.round(layer.ratePct * layer.share * PARTS_OF_A_POINT);
  }
  for (const row of reconciliations) {
    if (row.direction === direction) sum += Math.round(row.pp * PARTS_OF_A_POINT);
  }
  return sum > 0 ? sum / PARTS_OF_A_POINT : 0;
}

const COLUMNS = ['tariff', 'reconciliations'] as const;

/**
 * The average ad valorem rate in one direction, in per cent, as of the state's day: the sum of the layers in force
 * plus the reconciliation row, to a billionth of a point; never negative. Throws an InputError for what is no direction, and for
 * columns that cannot be added up.
 * @param state - A state, or whatever has its duties and its remainders to published averages.
 * @param direction - `usOnCn` for American duties on Chinese goods, `cnOnUs` for Chinese ones on American goods.
 *
 * @example averageTariff(start('kuala-lumpur-2025'), 'usOnCn').toFixed(1)
 */
export function averageTariff(state: Duties, direction: TariffDirection): number {
  checkDirection(direction);
  checkColumns('state', state, COLUMNS);
  return readOff('state', state, () => averageTariffPct(state, direction));
}
