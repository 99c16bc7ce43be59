/** Studies on models whose answers are known: a study asks for points, and here a formula answers in place of episodes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraws } from '../../../src/kit/keyed-draws';
import type { DesignPoint, Study } from '../../../src/ensemble/design-point';
import { quantityOf } from '../../../src/ensemble/quantity-of-interest';
import { screening } from '../../../src/analyses/sensitivity/screening';
import { sensitivityStudy } from '../../../src/analyses/sensitivity/study-options';
import { tornado } from '../../../src/analyses/sensitivity/tornado';
import { varianceShares } from '../../../src/analyses/sensitivity/variance-shares';
import { uncertaintyIntervals } from '../../../src/analyses/uncertainty';
import { blockOf, shortScenario } from '../../episode/fixtures';
import { itLong } from '../../long';

const { specification } = blockOf(shortScenario(), 0, 1);
const quantity = quantityOf(specification, 'rollback');
const draws = createDraws('studies');

/** Level of a draw at a point, as an episode would meet it. */
const levelOf = ({ levels, drawNumber }: DesignPoint, name: string) =>
  levels?.[name] ?? draws.uniform(drawNumber, name);
const luckOf = ({ chance }: DesignPoint) => draws.uniform(chance, 'luck');

function answered<Answer>(study: Study<Answer>, model: (point: DesignPoint) => number): Answer {
  let step = study.next();
  while (step.done !== true) step = study.next(step.value.map((point) => [model(point)]));
  return step.value;
}

describe('a tornado', () => {
  const found = answered(
    tornado({ specification, quantity, runs: 40, policies: ['crisis-game', 'hard-liner'] }),
    (point) =>
      0.4 * levelOf(point, 'world/hold') -
      0.1 * levelOf(point, 'world/K') +
      luckOf(point) +
      (point.policies?.[1] === 'hard-liner' ? -0.5 : 0),
  );

  it('finds the change from one end to the other without the noise of the episodes, which are the same', () => {
    const hold = found.bars.find(({ id }) => id === 'meeting.obstinate')!;
    expect(hold.change).toBeCloseTo(0.4, 9);
    expect(hold.high - hold.low).toBeCloseTo(0, 9);
    expect(found.bars.find(({ id }) => id === 'bargaining.privateCost')!.change).toBeCloseTo(-0.1, 9);
  });

  it('sets each rule beside the one that the scenario assumes, and puts the longest bar first', () => {
    expect(found.bars[0]).toMatchObject({
      id: 'rule-cn',
      from: { at: 'crisis-game' },
      to: { at: 'hard-liner' },
    });
    expect(found.bars[0]!.change).toBeCloseTo(-0.5, 9);
    expect(found.bars.filter(({ kind }) => kind === 'rule')).toHaveLength(2);
  });

  it('does not distinguish from zero what changes nothing', () => {
    const idle = found.bars.filter(({ change }) => change === 0);
    expect(idle.length).toBe(found.bars.length - 3);
    expect(idle.every(({ distinguishable }) => !distinguishable)).toBe(true);
  });
});

describe('a screening', () => {
  it('ranks parameters, rules and chance by their effects', () => {
    const found = answered(
      screening({
        specification,
        quantity,
        trajectories: 30,
        policies: ['crisis-game', 'conciliator'],
        draws,
      }),
      (point) =>
        3 * levelOf(point, 'world/hold') -
        2 * levelOf(point, 'world/K') +
        (point.policies![0] === 'conciliator' ? 0.5 : 0) +
        0.01 * luckOf(point),
    );
    expect(found.factors.slice(0, 4).map(({ id }) => id)).toEqual([
      'meeting.obstinate',
      'bargaining.privateCost',
      'rule-us',
      'chance',
    ]);
    const [hold, K, policy] = found.factors;
    expect(hold!.mu).toBeCloseTo(3, 9);
    expect(K!.mu).toBeCloseTo(-2, 9);
    expect(K!.sigma).toBeCloseTo(0, 9);
    // A change of rule counts as a step of two thirds of a range; it has no sign.
    expect(policy!.muStar).toBeCloseTo(0.75, 9);
    expect(policy!.mu).toBeNull();
    expect(found.factors[4]).toMatchObject({ muStar: 0, distinguishable: false });
  });
});

describe('shares of variance', () => {
  const share = (of: (point: DesignPoint) => number, rows = 2048) =>
    answered(
      varianceShares({
        specification,
        quantity,
        rows,
        factors: 3,
        trajectories: 8,
        policies: ['crisis-game', 'conciliator'],
        draws,
      }),
      of,
    );

  it('are those of a sum: variances of uniforms, of a coin between rules, and of chance', () => {
    const found = share(
      (point) =>
        3 * levelOf(point, 'world/hold') +
        2 * levelOf(point, 'world/K') +
        (point.policies![1] === 'conciliator' ? 1 : 0) +
        luckOf(point),
    );
    const parts = {
      'meeting.obstinate': 9 / 12,
      'bargaining.privateCost': 4 / 12,
      'rule-cn': 1 / 4,
      chance: 1 / 12,
    };
    const variance = Object.values(parts).reduce((sum, part) => sum + part, 0);
    for (const [id, part] of Object.entries(parts)) {
      const { first, total } = found.factors.find((factor) => factor.id === id)!;
      expect(Math.abs(first.share - part / variance)).toBeLessThan(0.05);
      expect(Math.abs(total.share - part / variance)).toBeLessThan(0.02);
      expect(first.distinguishable || id === 'chance').toBe(true);
    }
    expect(found.knowable).toBeCloseTo(1 - parts.chance / variance, 1);
    const idle = found.factors.find((factor) => factor.id === 'rule-us')!;
    expect(idle.first.distinguishable || idle.total.distinguishable).toBe(false);
  });

  it('give the noise of yes or no to chance, however it is spread over episodes', () => {
    const found = share((point) => (luckOf(point) < 0.2 + 0.5 * levelOf(point, 'world/hold') ? 1 : 0));
    // Mean 0.45; the knowable part is the variance of the chance itself, 0.25 / 12.
    const variance = 0.45 * 0.55;
    expect(found.variance).toBeCloseTo(variance, 1);
    expect(Math.abs(found.knowable - 0.25 / 12 / variance)).toBeLessThan(0.06);
  });

  it('put what was not chosen into one group, and move it whole', () => {
    const found = share(
      (point) => draws.uniform(point.drawNumber, 'world/rho') + 1e-9 * levelOf(point, 'world/hold'),
    );
    const rest = found.factors.find((factor) => factor.id === 'rest-of-the-world')!;
    expect(rest.total.share).toBeGreaterThan(0.95);
  });
});

describe('the three intervals', () => {
  const policies = ['crisis-game', 'hard-liner'] as const;
  const SHIFT = 0.2;
  /** Yes with a chance that the Chinese policy and one uncertain quantity move by known amounts. */
  const model = (point: DesignPoint) => {
    const policy = point.policies![1] === 'hard-liner' ? 0.3 : 0.6;
    const drawNumber = draws.uniform(point.drawNumber, 'world/hold') < 0.5 ? -SHIFT : SHIFT;
    return luckOf(point) < policy + drawNumber ? 1 : 0;
  };
  const plan = (seed: string, ownWorlds: number, worlds: number) => ({
    specification,
    headlines: [{ ...quantity, modelShare: 1, perMeeting: 0 }],
    rules: policies,
    runs: 400,
    ownWorlds,
    worlds,
    replicates: 2,
    draws: createDraws(seed),
  });
  const [found] = answered(uncertaintyIntervals(plan('studies', 4000, 1000)), model).headlines;

  it('are those of the model in closed form', () => {
    // Two parameter draws a shift apart from their middle; two policies with equal weight, 0.3 apart.
    expect(found!.assumptions.halfWidth! / (1.96 * SHIFT)).toBeCloseTo(1, 1);
    expect(found!.actorModel.halfWidth! / (1.96 * 0.15)).toBeCloseTo(1, 1);
    // Wilson's half-width for 0.6 of 400.
    expect(found!.sampling.halfWidth).toBeCloseTo(0.0478, 2);
    expect(found!.dominates).toBe('assumptions');
  });

  it('name the quantity of the world behind the assumptions, and whose rule matters', () => {
    expect(found!.drivers.map(({ id }) => id)).toEqual(['meeting.obstinate']);
    expect(found!.ruleShare.CN).toBeGreaterThan(0.95);
    expect(found!.lowest.CN).toBe('hard-liner');
    expect(found!.highest.CN).toBe('crisis-game');
  });

  itLong('have intervals that cover the truth about as often as they say', () => {
    let covered = 0;
    const trials = 30;
    for (let trial = 0; trial < trials; trial += 1) {
      const own = createDraws(`trial ${trial}`);
      const [at] = answered(uncertaintyIntervals(plan(`trial ${trial}`, 120, 40)), (point) => {
        const policy = point.policies![1] === 'hard-liner' ? 0.3 : 0.6;
        const drawNumber = own.uniform(point.drawNumber, 'shift') < 0.5 ? -SHIFT : SHIFT;
        return own.uniform(point.chance, 'luck') < policy + drawNumber ? 1 : 0;
      }).headlines;
      const inside = ({ low, high }: { low: number; high: number }, truth: number) =>
        low <= truth && truth <= high ? 1 : 0;
      covered += inside(at!.assumptions, 1.959964 * SHIFT) + inside(at!.actorModel, 1.959964 * 0.15);
    }
    expect(covered / (2 * trials)).toBeGreaterThan(0.85);
  });

  it('seldom see a difference between rules where there is none, however few the worlds', () => {
    let seen = 0;
    const trials = 40;
    for (let trial = 0; trial < trials; trial += 1) {
      const own = createDraws(`idle ${trial}`);
      const [at] = answered(uncertaintyIntervals(plan(`idle ${trial}`, 20, 6)), (point) =>
        own.uniform(point.chance, 'luck') < 0.2 + 0.6 * own.uniform(point.drawNumber, 'shift') ? 1 : 0,
      ).headlines;
      if (at!.actorModel.distinguishable) seen += 1;
    }
    expect(seen / trials).toBeLessThan(0.2);
  });

  it('say of nothing that it cannot be told from zero', () => {
    const [idle] = answered(uncertaintyIntervals(plan('studies', 200, 40)), (point) =>
      luckOf(point) < 0.5 ? 1 : 0,
    ).headlines;
    expect(idle!.assumptions.low).toBe(0);
    expect(idle!.assumptions.distinguishable).toBe(false);
  });

  it('never say of a rare event that it cannot hang on the world, only because it never came twice in one', () => {
    const [rare] = answered(uncertaintyIntervals(plan('studies', 200, 2)), (point) =>
      point.chance % 40 === 0 ? 1 : 0,
    ).headlines;
    expect(rare!.assumptions).toMatchObject({ halfWidth: null, low: 0, why: 'at-or-below-zero' });
    expect(rare!.assumptions.high).toBeGreaterThan(0.05);
  });

  it('have nothing to tell of the actor model where only the own policies are asked for, and say why', () => {
    const alone = answered(uncertaintyIntervals({ ...plan('studies', 50, 2), rules: [] }), model);
    expect(alone.design.pairs).toBe(1);
    expect(alone.headlines[0]!.actorModel).toMatchObject({
      halfWidth: null,
      distinguishable: false,
      why: 'one-pair-of-policies',
    });
  });

  /** Yes with a chance that parameter draws move by so much up or down, whatever the policies. */
  const small = (seed: string, shift: number) => {
    const own = createDraws(seed);
    return answered(uncertaintyIntervals(plan(seed, 60, 12)), (point) => {
      const moved = own.uniform(point.drawNumber, 'shift') < 0.5 ? -shift : shift;
      return own.uniform(point.chance, 'luck') < 0.5 + moved ? 1 : 0;
    }).headlines[0]!;
  };

  it('never call a variance that came out at or below zero a sure zero', () => {
    let below = 0;
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        (seed, shift) => {
          const { assumptions, actorModel, sampling, dominates } = small(seed, shift);
          for (const width of [assumptions, actorModel]) {
            expect(width.halfWidth).not.toBe(0);
            expect(width.low <= (width.halfWidth ?? 0) && (width.halfWidth ?? 0) <= width.high).toBe(true);
            if (width.halfWidth === null) {
              below += 1;
              expect(width).toMatchObject({ low: 0, distinguishable: false, why: 'at-or-below-zero' });
              expect(width.high).toBeGreaterThan(0);
            } else expect(width).not.toHaveProperty('why');
            // What may be wider than the widest leaves open which one that is.
            if (!width.distinguishable && width.high > sampling.halfWidth)
              expect(dominates).not.toBe('sampling');
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(below).toBeGreaterThan(5);
  });

  itLong(
    'cover a small spread that few parameter draws do not show, and do not say that sampling dominates it',
    () => {
      // 1.96 times 0.06 is wider than the 0.049 of 400 runs, and 60 parameter draws see it seldom.
      const shift = 0.06;
      const trials = Array.from({ length: 60 }, (_, trial) => small(`small ${trial}`, shift));
      const truth = 1.959964 * shift;
      const covering = trials.filter(({ assumptions: { low, high } }) => low <= truth && truth <= high);
      expect(trials.filter(({ assumptions }) => assumptions.halfWidth === null).length).toBeGreaterThan(5);
      expect(covering.length / trials.length).toBeGreaterThan(0.85);
      expect(trials.filter(({ dominates }) => dominates === 'sampling').length / trials.length).toBeLessThan(
        0.1,
      );
    },
  );
});

describe('the sign of an effect', () => {
  const sizes = fc.double({ min: 0.05, max: 1, noNaN: true }).chain((size) => fc.constantFrom(size, -size));
  /** An outcome that hangs on whether the United States gives nothing, and on one parameter from its low to its high end. */
  const made = (ofYes: number, ofParameter: number) => (point: DesignPoint) =>
    (levelOf(point, 'US/type') < 0.3 ? ofYes : 0) + ofParameter * levelOf(point, 'world/hold');

  it('is that from no to yes, and from low to high, in a tornado', () => {
    fc.assert(
      fc.property(sizes, sizes, (ofYes, ofParameter) => {
        const study = tornado({ specification, quantity, runs: 4, policies: 'own' });
        const { bars } = answered(study, made(ofYes, ofParameter));
        const type = bars.find(({ id }) => id === 'type/US')!;
        expect([type.from.at, type.to.at]).toEqual(['no', 'yes']);
        expect(type.change).toBeCloseTo(ofYes, 9);
        expect(type.to.mean - type.from.mean).toBeCloseTo(ofYes, 9);
        const parameter = bars.find(({ id }) => id === 'meeting.obstinate')!;
        expect(Number(parameter.from.at)).toBeLessThan(Number(parameter.to.at));
        expect(parameter.change).toBeCloseTo(ofParameter, 9);
      }),
      { numRuns: 10 },
    );
  });

  it('is the same in elementary effects, with the ends that it is told for', () => {
    fc.assert(
      fc.property(sizes, sizes, (ofYes, ofParameter) => {
        const plan = { specification, quantity, trajectories: 12, policies: 'own' as const, draws };
        const { factors } = answered(screening(plan), made(ofYes, ofParameter));
        const type = factors.find(({ id }) => id === 'type/US')!;
        expect([type.from, type.to]).toEqual(['no', 'yes']);
        expect(Math.sign(type.mu!)).toBe(Math.sign(ofYes));
        const parameter = factors.find(({ id }) => id === 'meeting.obstinate')!;
        expect(Number(parameter.from)).toBeLessThan(Number(parameter.to));
        expect(parameter.mu).toBeCloseTo(ofParameter, 9);
        for (const { mu, from, to } of factors)
          expect([from === null, to === null]).toEqual([mu === null, mu === null]);
      }),
      { numRuns: 6 },
    );
  });

  it('is that of a driver: yes is high', () => {
    const plan = {
      specification,
      headlines: [{ ...quantity, modelShare: 1, perMeeting: 0 }],
      rules: [],
      runs: 400,
      ownWorlds: 400,
      worlds: 2,
      replicates: 2,
      draws,
    };
    for (const ofYes of [0.4, -0.4]) {
      const { headlines } = answered(uncertaintyIntervals(plan), (point) =>
        draws.uniform(point.drawNumber, 'US/type') < 0.3 ? ofYes : 0,
      );
      expect(Math.sign(headlines[0]!.drivers.find(({ id }) => id === 'type/US')!.correlation)).toBe(
        Math.sign(ofYes),
      );
    }
  });
});

describe('a request for a study', () => {
  const ask = (request: object) =>
    sensitivityStudy(specification, draws, { method: 'sobol', output: 'held', ...request } as never);

  it('is refused where a number, a policy, a quantity or a method is none', () => {
    expect(() => ask({ rows: 1000 })).toThrow(/power of two; given 1000/);
    expect(() => ask({ rows: 8 })).toThrow(/from 16 to 16384/);
    expect(() => ask({ factors: 31 })).toThrow(/from 1 to 30; given 31/);
    expect(() => ask({ policies: [] })).toThrow(/different policies/);
    expect(() => ask({ output: 'peace' })).toThrow(/no such quantity of interest.*given the text "peace"/);
    expect(() => ask({ method: 'guess' })).toThrow(/one of tornado, morris, sobol; given the text "guess"/);
    expect(() => ask({ method: 'tornado', runs: 1 })).toThrow(/from 2 to 20000; given 1/);
  });
});
