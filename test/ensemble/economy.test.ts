/** The figures of the economy: that none hangs on the day on which one looks, that the tail is told, that open trade flows. */
import { describe, expect, it } from 'vitest';
import { loadScenario, project } from '../../src/entries/index';
import type { Band } from '../../src/ensemble/economy-ahead';
import { prepare } from '../../src/analyses/prepared';
import { runToHorizon } from '../../src/episode/episode';
import { parameterSampler } from '../../src/episode/parameter-draw';
import { createDraws } from '../../src/kit/keyed-draws';
import { itLong } from '../long';

const RUNS = 200;
const base = loadScenario('kuala-lumpur-2025');
const economyTo = (horizon: string) => project({ ...base, horizon }, { runs: RUNS }).economy;

/** Every band of the economy by its place. */
function bandsOf(economy: object, path = ''): [string, Band][] {
  return Object.entries(economy).flatMap(([key, value]: [string, Band | object | string]) => {
    if (typeof value === 'string') return [];
    const at = `${path}/${key}`;
    return 'p50' in value ? [[at, value] as [string, Band]] : bandsOf(value, at);
  });
}

describe('the figures of the economy', () => {
  // A suspension of one year that the meeting brings runs out between these two days.
  const before = bandsOf(economyTo('2026-10-25'));
  const after = new Map(bandsOf(economyTo('2026-11-09')));

  it('stay about where they are when one looks two weeks later, as no two weeks make a year', () => {
    expect(before.length).toBeGreaterThanOrEqual(10);
    const moved = before.flatMap(([at, { p10, p50, p90 }]) => {
      const later = after.get(at);
      const spread = p90 - p10;
      if (later === undefined) return [`${at} is gone`];
      const shift = Math.max(Math.abs(later.p10 - p10), Math.abs(later.p50 - p50), Math.abs(later.p90 - p90));
      return shift > 0.1 * spread + 0.02 ? [`${at} by ${shift} of ${spread}`] : [];
    });
    expect(moved).toEqual([]);
  });

  itLong('tell of prices what one run in twenty exceeds', () => {
    const { p50, p90, p95 } = economyTo('2026-10-25').pricesPct;
    expect(p95).toBeGreaterThan(p90);
    expect(p90).toBeGreaterThan(p50);
  });
});

describe('soybeans', () => {
  it('flow at .3 million tons a month at least in every month that opens with trade open', () => {
    const { initial, specification } = prepare(base);
    const draws = createDraws('soybeans');
    let open = 0;
    for (let episode = 0; episode < 20; episode += 1) {
      const opened: string[] = [];
      const { run } = runToHorizon(
        { initial, specification, draws },
        parameterSampler(specification)(draws, episode),
        episode,
        true,
        (_day, { today, flows }) => {
          if (today.endsWith('-01') && flows.soybeans?.status === 'market' && flows.soybeans.since < today)
            opened.push(today);
        },
      );
      open += opened.length;
      for (const on of opened) {
        const bought = (run.log ?? []).reduce(
          (sum, event) =>
            event.type === 'purchase.deliver' && event.flow === 'soybeans' && event.on === on
              ? sum + (event.quantityMmt ?? 0)
              : sum,
          0,
        );
        expect(bought, on).toBeGreaterThanOrEqual(0.3);
      }
    }
    expect(open).toBeGreaterThan(100);
  });
});
