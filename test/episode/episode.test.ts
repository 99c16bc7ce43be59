import { describe, expect, it } from 'vitest';
import { digest, replay, runEpisode, start, transition, brokenInvariants } from '../../src/entries/index';
import { agreementOf } from '../../src/outcomes/meeting';
import { loadScenario } from '../../src/scenario/library';
import { createDraws } from '../../src/kit/keyed-draws';
import { parameterSampler, valueOf } from '../../src/episode/parameter-draw';
import { blockOf, eachEpisode, outcomesOf, shortScenario } from './fixtures';

describe('an episode', () => {
  it.each([0, 1, 2, 17])(
    'replays through the public transition to the same digest (episode %i)',
    (episode) => {
      const recorded = runEpisode('kuala-lumpur-2025', { episode });
      const replayed = replay(start('kuala-lumpur-2025'), recorded.events);
      expect(replayed.ok).toBe(true);
      expect(digest(replayed.state)).toBe(recorded.digest);
    },
  );

  it('law 18: replaying the log equals the live state, field by field', () => {
    const recorded = runEpisode('kuala-lumpur-2025', { episode: 3 });
    expect(replay(start('kuala-lumpur-2025'), recorded.events).state).toEqual(recorded.final);
  });

  it('keeps every invariant after every one of its events', () => {
    for (const episode of [0, 4]) {
      let state = start('kuala-lumpur-2025');
      for (const event of runEpisode('kuala-lumpur-2025', { episode }).events) {
        const next = transition(state, event);
        if (!next.ok) throw new Error(next.refusals.map((refusal) => refusal.code).join());
        state = next.state;
        if (event.type !== 'economy.accrue') expect(brokenInvariants(state)).toEqual([]);
      }
    }
  });

  it('ends on the horizon and survives JSON', () => {
    const { final } = runEpisode('kuala-lumpur-2025', { episode: 1 });
    expect(final.today).toBe('2026-11-10');
    expect(JSON.parse(JSON.stringify(final))).toEqual(final);
  });

  it('is the same whatever ran before it', () => {
    const alone = runEpisode('kuala-lumpur-2025', { episode: 8 }).digest;
    runEpisode('kuala-lumpur-2025', { episode: 9, seed: 'other' });
    expect(runEpisode('kuala-lumpur-2025', { episode: 8 }).digest).toBe(alone);
  });

  it('does not move when something irrelevant is supposed: a statement changes no outcome', () => {
    const statement = {
      type: 'statement.make',
      actor: 'US',
      on: '2025-10-26',
      voice: 'officials',
      tone: 'neutral',
      topic: 'weather',
      gist: 'It rains.',
    } as const;
    const plain = outcomesOf(blockOf(shortScenario(), 0, 150));
    const talkative = outcomesOf(blockOf(shortScenario({ events: { rain: statement } }), 0, 150));
    expect(talkative).toEqual(plain);
  });

  it('draws its world from the ranges of the parameters and from nothing else', () => {
    const { specification } = blockOf(shortScenario(), 0, 1);
    const sampler = parameterSampler(specification);
    const draws = createDraws('7');
    for (let episode = 0; episode < 200; episode += 1) {
      const { parameters } = sampler(draws, episode);
      for (const { name, low, central, high, drawn } of specification.parameters) {
        const value = valueOf(parameters, name);
        if (!drawn) expect(value).toBe(central);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
      }
    }
  });

  it('draws the same world under another policy, so that only decisions differ', () => {
    const one = parameterSampler(blockOf(shortScenario(), 0, 1).specification);
    const other = parameterSampler(
      blockOf(shortScenario({ policies: { US: 'hard-liner', CN: 'conciliator' } }), 0, 1).specification,
    );
    for (let episode = 0; episode < 50; episode += 1) {
      expect(other(createDraws('1'), episode).parameters).toEqual(one(createDraws('1'), episode).parameters);
    }
  });

  it('a hawk carries its threat of 100 per cent out when nothing was agreed, a dove withdraws it', () => {
    const statusUnder = (US: 'hard-liner' | 'conciliator') => {
      const seen = new Set<string>();
      eachEpisode(
        shortScenario({ policies: { US, CN: 'status-quo' }, parameters: { court_monthly: 0 } }),
        40,
        ({ run }) => {
          if (agreementOf(run.state, run.specification.meeting) === undefined)
            seen.add(run.state.tariff['us/ieepa-hundred']!.status);
        },
      );
      return [...seen].sort();
    };
    expect(statusUnder('hard-liner')).toEqual(['in-force']);
    expect(statusUnder('conciliator')).toEqual(['withdrawn']);
  });

  it('a threat by itself raises no average: before 1 November the rate is that of the record', () => {
    eachEpisode(shortScenario({ parameters: { court_monthly: 0 } }), 30, ({ start: first }) => {
      expect(first.usOnCn).toBeCloseTo(57.6, 1);
    });
  });

  it('loses the IEEPA duties and no other when the court strikes the authority down', () => {
    const events = {
      ruling: { type: 'court.strike-down', actor: 'court', on: '2025-10-26', authority: 'ieepa' },
    } as const;
    eachEpisode(shortScenario({ events }), 5, ({ run }) => {
      for (const layer of Object.values(run.state.tariff)) {
        if (layer.authority === 'ieepa')
          expect(['struck-down', 'withdrawn', 'lapsed']).toContain(layer.status);
        if (layer.authority === 's301') expect(layer.status).not.toBe('struck-down');
      }
    });
  });

  it('loses to a ruling whatever a suit has brought before the courts, and nothing else', () => {
    const suit = { type: 'court.take-up', actor: 'court', on: '2025-10-25', authority: 's301' } as const;
    const struckIn = (events: Parameters<typeof shortScenario>[0]) => {
      const struck = new Set<string>();
      eachEpisode(shortScenario({ ...events, parameters: { court_monthly: 1 } }), 5, ({ run }) => {
        for (const { id, standing } of Object.values(run.state.authorities))
          if (standing === 'struck-down') struck.add(id);
      });
      return [...struck].sort();
    };
    expect(struckIn({})).toEqual(['ieepa']);
    expect(struckIn({ events: { suit } })).toEqual(['ieepa', 's301']);
  });

  it('refuses an episode that is not a whole number from 0', () => {
    for (const episode of [-1, 0.5, Number.NaN]) {
      expect(() => runEpisode(loadScenario('kuala-lumpur-2025'), { episode })).toThrow(RangeError);
    }
  });
});
