/** What has happened, taken as seen: the weights of parameter draws, and what follows from them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { witness } from '../../src/analyses/evidence';
import { asSeen, effectiveNumber, resampled } from '../../src/analyses/observed';
import { prepare, type Prepared } from '../../src/analyses/prepared';
import { here } from '../../src/analyses/runner/here';
import { play, project, type EventOfToday } from '../../src/entries/index';
import { parameterSampler } from '../../src/episode/parameter-draw';
import { learntByToday } from '../../src/episode/episode';
import { runRecorded } from '../../src/episode/recorded';
import { finish } from '../../src/kit/cooperative';
import { createDraws } from '../../src/kit/keyed-draws';
import { mean } from '../../src/kit/statistics';
import { projectionText } from '../../src/report/screens/projection';
import { facts } from '../../src/facts/packaged';
import { PLAIN } from '../../src/report/wording/text';
import { oneIssue } from '../ensemble/one-issue';
import { itLong } from '../long';

const ID = 'kuala-lumpur-2025';
const ROUND = 'kuala-lumpur-2025';
const HUNDRED = 'us/ieepa-hundred';
const FRAMEWORK = {
  type: 'talks.conclude',
  actor: 'both',
  on: '2025-10-26',
  id: ROUND,
  readout: 'framework',
} as const;
const PROGRESS = { ...FRAMEWORK, readout: 'progress' } as const;
const STATEMENT = {
  type: 'statement.make',
  actor: 'US',
  on: '2025-10-26',
  voice: 'leader',
  tone: 'conciliatory',
  topic: 'the talks',
  gist: 'they go well',
} as const;

const seen = (prepared: Prepared, runs: number, seed = '1') =>
  here(asSeen(prepared, { runs, seed, how: {} }));
const factorsOf = (prepared: Prepared, runs: number) => {
  const { initial, specification } = prepared;
  const setting = { initial, specification: { ...specification, observed: {} }, seed: '1' };
  return finish(witness(setting)(0, runs));
};

describe('a count of days with a triangular prior', () => {
  itLong(
    'moves the parameter as the integral of prior times likelihood says, within the error of sampling',
    () => {
      // Two months on which no court ruled, each day a trial with the same chance.
      const days = 60;
      const [low, peak, high] = [0.1, 0.3, 0.9];
      const scenario = oneIssue({
        horizon: '2026-01-31',
        parameters: { 'chance.monthlyRuling': { low, central: peak, high } },
      });
      const prepared = prepare(scenario, { today: '2025-12-24' });
      const runs = 1_500;
      const { prepared: weighed, observed } = seen(prepared, runs);
      const draws = createDraws('1');
      const sampler = parameterSampler(weighed.specification);
      const found = Array.from(
        { length: runs },
        (_, at) => sampler(draws, at).parameters.chance.monthlyRuling,
      );
      const density = (x: number) => (x < peak ? (x - low) / (peak - low) : (high - x) / (high - peak));
      const likelihood = (x: number) => (1 - x) ** (days / (365.25 / 12));
      let mass = 0;
      let moment = 0;
      for (let at = 0; at < 20_000; at += 1) {
        const x = low + ((at + 0.5) / 20_000) * (high - low);
        mass += density(x) * likelihood(x);
        moment += x * density(x) * likelihood(x);
      }
      const prior = (low + peak + high) / 3;
      expect(moment / mass).toBeLessThan(prior - 0.04);
      const sd = Math.sqrt(mean(found.map((x) => (x - moment / mass) ** 2)));
      expect(Math.abs(mean(found) - moment / mass)).toBeLessThan(
        4 * (sd / Math.sqrt(observed.effectiveRuns)),
      );
    },
  );
});

describe('what is seen', () => {
  it('has under each draw chances that add up to one, over what a round may come to', () => {
    const [yes, no] = [FRAMEWORK, PROGRESS].map((event) =>
      factorsOf(prepare(ID, { after: [event] }), 40).map((factors) => factors['after-1']),
    );
    yes?.forEach((chance, at) => expect(chance! + no![at]!).toBeCloseTo(1, 12));
  });

  it('is as likely as it is frequent in the episodes of the same draws', () => {
    const prepared = prepare(ID, { after: [FRAMEWORK] });
    const chances = factorsOf(prepared, 300).map((factors) => factors['after-1']!);
    const { initial, specification } = prepare({ ...oneIssue() });
    const came = chances.map((_, episode) =>
      runRecorded(initial, specification, '1', episode).events.some(
        (event) => event.type === 'talks.conclude' && event.id === ROUND && event.readout === 'framework',
      ),
    );
    const share = came.filter(Boolean).length / came.length;
    expect(Math.abs(share - mean(chances))).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / came.length));
  });

  it('is weighed once, however often its day is asked about', () => {
    const { initial, specification } = prepare(ID, { after: [FRAMEWORK] });
    const [event] = specification.supposed.filter(({ name }) => name === 'after-1');
    const twice = { ...specification, observed: {}, supposed: [event!, { ...event!, name: 'again' }] };
    const draws = createDraws('1');
    const draw = parameterSampler(specification)(draws, 0);
    const plan = (of: typeof twice) => ({ initial, specification: of, draws });
    const once = learntByToday(plan({ ...twice, supposed: [event!] }), draw, 0).factors;
    expect(learntByToday(plan(twice), draw, 0).factors).toEqual(once);
    expect(Object.keys(once)).toContain('after-1');
  });

  it('tells the same in any order of what is independent', () => {
    const halt = { type: 'purchase.resume', actor: 'CN', on: '2025-10-26', flow: 'soybeans' } as const;
    const answers = [
      [FRAMEWORK, halt],
      [halt, FRAMEWORK],
    ].map((after) => {
      const { observed } = seen(prepare(ID, { after, today: '2025-10-28' }), 300);
      const told = observed.evidence.map(({ act, absent, p, bits }) => [act?.type ?? absent, p, bits]);
      return { told, runs: observed.effectiveRuns };
    });
    expect(answers[0]).toEqual(answers[1]);
  });

  it('is taken as given where the model has no probability of it, and is named', () => {
    const withdrawal = {
      type: 'tariff.withdraw',
      actor: 'US',
      on: '2025-10-26',
      id: HUNDRED,
      traded: true,
    } as const;
    const { observed } = seen(prepare(ID, { after: [FRAMEWORK, withdrawal, STATEMENT] }), 400);
    expect(observed.unweighed).toEqual(['after-2', 'after-3']);
    expect(observed.evidence.flatMap(({ event }) => event ?? [])).toEqual(['after-1']);
  });

  it('tells by its absence only of days that are over', () => {
    const absent = (today: string) =>
      seen(prepare(ID, { today }), 205).observed.evidence.flatMap((evidence) => evidence.absent ?? []);
    expect(absent('2025-10-25')).toEqual([]);
    expect(absent('2025-10-26')).toContain('court/ruling');
  });
});

describe('a threat that was seen carried out on its day', () => {
  const carried: EventOfToday = {
    type: 'tariff.carry-out',
    actor: 'US',
    on: '2025-11-01',
    id: HUNDRED,
    from: '2025-11-01',
  };
  const { initial, specification } = prepare(ID, { after: [carried], today: '2025-11-02' });
  const learnt = (episode: number) => {
    const draws = createDraws('1');
    const observing = { ...specification, observed: {} };
    return learntByToday(
      { initial, specification: observing, draws },
      parameterSampler(observing)(draws, episode),
      episode,
    );
  };

  it('leaves its author the posture that gives it, as wide as it was likely', () => {
    for (let episode = 0; episode < 20; episode += 1) {
      const { factors, regions } = learnt(episode);
      const { low, high } = regions.get('US/stand-firm')!;
      expect(low).toBe(0);
      expect(high).toBeCloseTo(factors['after-1']!, 12);
    }
  });
});

describe('a projection of what was seen', () => {
  it('is the projection of what was given where nothing tells draws apart', () => {
    const { digest: _, observed, ...weighed } = project(oneIssue(), { runs: 40, observed: true });
    const { digest: __, ...given } = project(oneIssue(), { runs: 40 });
    expect(observed).toEqual({ effectiveRuns: 40, evidence: [], unweighed: [] });
    expect(weighed).toEqual(given);
  });

  it('is refused where too few draws are left, with the runs that would be needed', () => {
    expect(() => project(ID, { after: [FRAMEWORK], runs: 210, observed: true })).toThrow(
      expect.objectContaining({
        code: 'observed/too-few',
        path: 'runs',
        allowed: expect.stringMatching(/^about \d+ runs$/),
      }),
    );
  });

  it.each([{ why: true }, { until: { halfWidth: 0.1 } }, { checkpoint: { note() {}, finish() {} } }])(
    'is refused beside %s',
    (beside) => {
      expect(() => project(ID, { runs: 10, observed: true, ...beside })).toThrow(
        expect.objectContaining({ code: 'observed/beside' }),
      );
    },
  );

  it('says on its screen what was seen and how much it tells, within 80 columns', () => {
    const answer = project(play(oneIssue(), { after: [FRAMEWORK], today: '2025-10-27' }), {
      runs: 400,
      observed: true,
    });
    const text = projectionText(answer, { facts, paint: PLAIN, command: 'again' });
    expect(text).toMatch(/What was seen/);
    expect(text).toMatch(
      /26 Oct 2025, Both sides conclude the talks in Kuala Lumpur: the +\d+\.\d% +\d\.\d+/,
    );
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('resampling', () => {
  const weights = fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 })
    .filter((all) => all.some((weight) => weight > 1e-9));

  it('draws each as often as its share of the weight, to less than one', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 200 }), (all, runs) => {
        const drawn = resampled(all, runs);
        const whole = all.reduce((sum, weight) => sum + weight, 0);
        expect(drawn).toHaveLength(runs);
        all.forEach((weight, at) => {
          const times = drawn.filter((other) => other === at).length;
          expect(Math.abs(times - (runs * weight) / whole)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  it('counts equal weights as all, and one alone as one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (n, weight) => {
          expect(effectiveNumber(new Array<number>(n).fill(weight))).toBeCloseTo(n, 6);
          expect(effectiveNumber([weight, ...new Array<number>(n).fill(0)])).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
