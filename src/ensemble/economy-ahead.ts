/** What a projection tells of the economy: bands over the runs, and what they are of. */
import { histogramQuantile, type Histogram, type Tally } from './tally';

/** Tenth, median and ninetieth percentile. */
export interface Band {
  /** Value at or below which a tenth of the runs lies. */
  readonly p10: number;
  /** Median over the runs. */
  readonly p50: number;
  /** Value at or below which nine tenths of the runs lie. */
  readonly p90: number;
}

/** A band with its upper tail. */
export interface TailedBand extends Band {
  /** Value above which one run in twenty lies. */
  readonly p95: number;
}

/** What follows for trade, output, prices and supply; averages and what is denied abroad count by their means, not by one day. */
export interface EconomyAhead {
  /** All of it is the model alone; no base rate is pooled with it. */
  readonly basis: 'model';
  /** What the change of duties from the first day to their mean between meeting and horizon does to trade within a year, per cent. */
  readonly tradeFlowsPct: {
    /** Change of American imports from China, below 0 for a fall. */
    readonly usImportsFromCn: Band;
    /** Change of Chinese imports from the United States, below 0 for a fall. */
    readonly cnImportsFromUs: Band;
  };
  /** Mean short-run effect on GDP over the horizon of measures since the reference day, per cent. */
  readonly gdpPct: Readonly<Record<'US' | 'CN' | 'RoW', Band>>;
  /** Change of American consumer prices by the horizon, per cent. */
  readonly pricesPct: TailedBand;
  /** How American industry is supplied with rare-earth magnets. */
  readonly magnets: {
    /** Days of a run on which less came than was used and no stock was left, at least 0. */
    readonly shortageDays: Band;
    /** Smallest stock of a run, months of normal use, at least 0. */
    readonly leastStockMonths: Band;
  };
  /** American soybeans bought by China until the horizon, million metric tons. */
  readonly soybeansMmt: Band;
  /**
   * Share of the goods made in third countries which Chinese rare-earth rules catch that they deny, on average from the day after the
   * meeting to the horizon, 0 to 1.
   */
  readonly deniedAbroad: Band;
}

/** A number as a projection prints it. */
export const round = (value: number, digits = 6): number => {
  const scale = Number(`1e${digits}`);
  const rounded = Math.round(value * scale) / scale;
  return rounded === 0 ? 0 : rounded;
};

/** The band of what was counted. */
export function band(histogram: Histogram): Band {
  const at = (q: number) => round(histogramQuantile(histogram, q));
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** What a tally tells of the economy. */
export function economyAhead(tally: Tally): EconomyAhead {
  return {
    basis: 'model' as const,
    tradeFlowsPct: {
      usImportsFromCn: band(tally.trade.usFromCn),
      cnImportsFromUs: band(tally.trade.cnFromUs),
    },
    gdpPct: { US: band(tally.gdp.US), CN: band(tally.gdp.CN), RoW: band(tally.gdp.RoW) },
    pricesPct: { ...band(tally.prices), p95: round(histogramQuantile(tally.prices, 0.95)) },
    magnets: { shortageDays: band(tally.shortageDays), leastStockMonths: band(tally.leastStock) },
    soybeansMmt: band(tally.soybeans),
    deniedAbroad: band(tally.foreignReach),
  };
}
