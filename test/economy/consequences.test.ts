import { describe, expect, it } from 'vitest';
import { consequencesIn, phasedIn, retailPriceEffect } from '../../src/economy/consequences';
import { tariffMatrix, worldFromFlows } from '../../src/economy/exact-hat';
import { CN, FLOWS, INCOME, LABELS, ROW, US } from './three-regions';

const WORLD = worldFromFlows(FLOWS, INCOME, LABELS);
const FREE = tariffMatrix(3);
const WAR = tariffMatrix(3, [
  [CN, US, 1.45],
  [US, CN, 1.25],
]);

describe('consequences for trade', () => {
  const war = consequencesIn(WORLD)(WAR, FREE, 4);

  it('are those of the exact-hat model, in percent', () => {
    expect(war.welfarePct[US]).toBeCloseTo(-0.2677, 3);
    expect(war.flowPct[CN]?.[US]).toBeCloseTo(-98.7, 1);
    expect(war.labels).toEqual(LABELS);
  });

  it('raise consumer prices against wages in both parties and divert trade to the third', () => {
    expect(war.pricePct[US]).toBeGreaterThan(0);
    expect(war.pricePct[CN]).toBeGreaterThan(0);
    expect(war.labels[ROW]).toBe('RoW');
    expect(war.welfarePct[ROW]).toBeCloseTo(0.039, 3);
    expect(war.flowPct[ROW]?.[US]).toBeGreaterThan(0);
  });

  it('are nothing when tariffs stay where they are', () => {
    const still = consequencesIn(WORLD)(WAR, WAR, 4);
    for (const change of [still.welfarePct, still.pricePct, ...still.flowPct].flat())
      expect(change).toBeCloseTo(0, 10);
  });
});

describe('consequences for retail prices', () => {
  it('are a third through after a year, two thirds after two and complete at last', () => {
    expect(phasedIn(365, 0.33)).toBeCloseTo(0.33, 12);
    expect(phasedIn(730, 0.33)).toBeCloseTo(0.66, 12);
    expect(phasedIn(5 * 365, 0.33)).toBe(1);
    expect(phasedIn(-3, 0.33)).toBe(0);
  });

  it('are the change of the tariff times share, pass-through and phasing', () => {
    expect(retailPriceEffect(20, 0.1, 0.2, 1)).toBeCloseTo(0.4, 12);
    expect(retailPriceEffect(20, 0.1, 0.2, 0.33)).toBeCloseTo(0.132, 12);
    expect(retailPriceEffect(-10, 0.1, 0.2, 1)).toBeCloseTo(-0.2, 12);
  });
});
