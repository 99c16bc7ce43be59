/** What audiences remember of threats: before the first day, and the same as if one had lived through it. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { prepare } from '../../src/analyses/prepared';
import { decayAudience } from '../../src/bargaining/audience';
import { recordedConduct } from '../../src/episode/conduct';
import { parameterSampler } from '../../src/episode/parameter-draw';
import { audienceOf, heard, type DatedWord } from '../../src/episode/public-words';
import { createDraws } from '../../src/kit/keyed-draws';
import { fromDayNumber, toDayNumber } from '../../src/kit/calendar';
import { loadScenario, scenarios } from '../../src/scenario/library';
import { runToHorizon } from '../../src/episode/episode';

const BASE = loadScenario('kuala-lumpur-2025');
const { initial, specification } = prepare(BASE);
const draws = createDraws('public words');
const { parameters } = parameterSampler(specification)(draws, 0);
const FIRST = toDayNumber('2025-10-25');

const word = fc.record({
  by: fc.constantFrom('US' as const, 'CN' as const),
  signal: fc.constantFrom(
    'threat' as const,
    'threat' as const,
    'execution' as const,
    'postponement' as const,
    'withdrawal' as const,
  ),
  voice: fc.constantFrom('leader', 'spokesperson', 'officials', undefined),
  traded: fc.boolean(),
  day: fc.integer({ min: FIRST - 180, max: FIRST - 1 }),
});
const words = fc
  .array(word, { maxLength: 8 })
  .map((list): DatedWord[] => [...list].sort((a, b) => a.day - b.day));

describe('the audience cost that words have left', () => {
  it('is what living through the days leaves', () => {
    fc.assert(
      fc.property(words, (list) => {
        const lived = { US: 0, CN: 0 };
        for (let day = FIRST - 181; day < FIRST; day += 1) {
          for (const one of list)
            if (one.day === day) lived[one.by] = heard(lived[one.by], one, parameters).stockLeft;
          for (const by of ['US', 'CN'] as const)
            lived[by] = decayAudience(lived[by], parameters.audience.keptDaily);
        }
        expect(audienceOf(list, FIRST, parameters)).toEqual(lived);
      }),
    );
  });

  it("is never lower for a threat more of the last evening, and higher by all of it for one in a leader's words", () => {
    fc.assert(
      fc.property(words, word, (list, more) => {
        const threat: DatedWord = { ...more, signal: 'threat', voice: 'leader', day: FIRST - 1 };
        const before = audienceOf(list, FIRST, parameters);
        const after = audienceOf([...list, threat], FIRST, parameters);
        const { threatCost, leaderVoice, keptDaily } = parameters.audience;
        expect(after[threat.by] - before[threat.by]).toBeCloseTo(threatCost * leaderVoice * keptDaily, 12);
      }),
    );
  });

  it('is nothing once the last threat was carried out or traded', () => {
    fc.assert(
      fc.property(words, word, fc.boolean(), (list, { by }, isTraded) => {
        const end: DatedWord = {
          by,
          signal: isTraded ? 'withdrawal' : 'execution',
          voice: undefined,
          traded: isTraded,
          day: FIRST - 1,
        };
        expect(audienceOf([...list, end], FIRST, parameters)[by]).toBe(0);
      }),
    );
  });
});

describe('the record before the first day', () => {
  it('has, for the base scenario, the two threats that the White House made on 10 October', () => {
    const told = recordedConduct(initial, specification).words;
    expect(told.map(({ by, signal, voice, day }) => [by, signal, voice, fromDayNumber(day)])).toEqual([
      ['US', 'threat', 'leader', '2025-10-10'],
      ['US', 'threat', 'leader', '2025-10-10'],
    ]);
  });

  it('opens the audience cost of the first evening, and not that of the core', () => {
    const onFirstEvening = (core: boolean) => {
      const prepared = prepare(BASE, { core });
      const stocks: number[] = [];
      runToHorizon(
        { initial: prepared.initial, specification: prepared.specification, draws },
        parameterSampler(prepared.specification)(draws, 3),
        3,
        true,
        (day, _state, { latent }) => {
          if (day === 0) stocks.push(latent.audience.US, latent.audience.CN);
        },
      );
      return stocks;
    };
    expect(onFirstEvening(false)[0]).toBeGreaterThan(0);
    expect(onFirstEvening(false)[1]).toBe(0);
    expect(onFirstEvening(true)).toEqual([0, 0]);
  });

  it('leaves no word of later than the first day, in any scenario', () => {
    for (const scenario of scenarios) {
      const { initial: first, specification: model } = prepare(scenario);
      for (const { day } of recordedConduct(first, model).words)
        expect(day, scenario.id).toBeLessThanOrEqual(toDayNumber(first.today));
    }
  });
});
