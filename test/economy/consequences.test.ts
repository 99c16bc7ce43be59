import { describe, expect, it } from 'vitest';
import { consequencesIn, phasedIn, retailPriceEffect, withinAYear } from '../../src/economy/consequences';
import { tariffMatrix, worldFromFlows } from '../../src/economy/exact-hat';
import { facts } from '../../src/facts/packaged';
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

describe('American imports from China within a year', () => {
  const { labels, flowsThousandUsd, incomeThousandUsd } = facts.tradeWorld;
  const consequences = consequencesIn(worldFromFlows(flowsThousandUsd, incomeThousandUsd, labels));
  const { low, central, high } = facts.parameters.find(({ name }) => name === 'trade.elasticity')!;
  const { central: delayed } = facts.parameters.find(({ name }) => name === 'trade.delayed')!;
  const importsPct = (fromPct: number, toPct: number, elasticity: number) => {
    const duty = (pct: number) => tariffMatrix(3, [[1, 0, pct / 100]]);
    return consequences(duty(toPct), duty(fromPct), withinAYear(elasticity, delayed)).flowPct[1]![0]!;
  };

  it('fall by 20 to 45 per cent when the average rises by 37 points, over the whole range of the elasticity', () => {
    for (const elasticity of [low!, central, high!]) {
      expect(importsPct(57.6, 94.6, elasticity)).toBeLessThan(-20);
      expect(importsPct(57.6, 94.6, elasticity)).toBeGreaterThan(-45);
    }
  });

  it('fall by a seventh to a third under the duties of 2018 and 2019, and by more in the long run', () => {
    expect(importsPct(3.1, 21, central)).toBeLessThan(-100 / 7);
    expect(importsPct(3.1, 21, central)).toBeGreaterThan(-100 / 3);
    expect(withinAYear(central, 0)).toBe(central);
  });
});
