import { describe, expect, it } from 'vitest';
import {
  explainDifference,
  loadScenario,
  type ExplainedDifference,
  type Scenario,
} from '../../../src/entries/index';
import { digest } from '../../../src/engine/digest';
import { createDraws } from '../../../src/kit/keyed-draws';
import { prepare } from '../../../src/analyses/prepared';
import { parameterSampler } from '../../../src/episode/parameter-draw';
import { runToHorizon } from '../../../src/episode/episode';
import {
  differencesOf,
  takenBack,
  type Setting,
} from '../../../src/analyses/comparison/scenario-differences';
import { Trace } from '../../../src/episode/trace';
import { codedScenario } from '../../outcomes/coded-scenario';
import { shortScenario } from '../../episode/fixtures';
import { itLong } from '../../long';

type Events = Scenario['events'];

/** A sentence that nobody's policy reads. */
const DECOY: Events = {
  'a-remark': {
    on: '2025-10-25',
    actor: 'US',
    type: 'statement.make',
    voice: 'spokesperson',
    tone: 'neutral',
    topic: 'weather',
    gist: 'it rains in Busan',
  },
};

const explain = (base: Scenario, variant: Scenario, runs: number) =>
  explainDifference(base, variant, { runs, histories: runs });

function traced({ initial, specification }: Setting, episode: number, trace: Trace | null) {
  const draws = createDraws('1');
  const parameterDraw = parameterSampler(specification)(draws, episode);
  return runToHorizon(
    { initial, specification, draws },
    parameterDraw,
    episode,
    trace !== null,
    undefined,
    trace,
  ).run;
}

describe('the trace of an episode', () => {
  const setting = prepare(shortScenario());

  itLong('changes nothing: states are those of an episode without one', () => {
    for (let episode = 0; episode < 60; episode += 1) {
      const [with_, without] = [traced(setting, episode, new Trace()), traced(setting, episode, null)];
      expect(digest(with_.state)).toBe(digest(without.state));
    }
  });

  it('has one cause for each event of the log, and knows the policy of every decision', () => {
    for (let episode = 0; episode < 20; episode += 1) {
      const trace = new Trace();
      const run = traced(prepare('hundred-per-cent-executed'), episode, trace);
      expect(trace.causes.length).toBe(run.log!.length);
      run.log!.forEach((event, at) => {
        const cause = trace.causes[at]!;
        expect(cause.kind === 'calendar').toBe(event.actor === 'calendar');
        if (cause.kind === 'decision') expect(cause.by).toBe('crisis-game');
        if (cause.kind === 'supposition') expect(cause.rule).toBe('the-order-is-signed');
      });
    }
  });

  it('imposes the verdicts that stand without effect, and others with the effect that they name', () => {
    const trace = new Trace();
    const run = traced(setting, 3, trace);
    const falls = trace.trials.find(({ name }) => name === 'meeting/falls-away')!;
    const imposed = (comesTrue: boolean) =>
      traced(
        setting,
        3,
        new Trace({
          name: falls.name,
          from: falls.on,
          comesTrueOn: new Set(comesTrue ? [falls.on] : []),
        }),
      );
    expect(imposed(falls.happened).log).toEqual(run.log);
    expect(imposed(true).state.meetings['busan-2025']!.status).toBe('called-off');
    expect(imposed(false).state.meetings['busan-2025']!.status).toBe('held');
  });
});

describe('the differences of two scenarios', () => {
  const ids = [
    'soybeans-first',
    'extension-only',
    'hawks-on-both-sides',
    'trade-only',
    'court-strikes-ieepa',
  ];

  it.each(ids)('taken back one after the other turn %s into its base', (id) => {
    const [base, variant] = [prepare('kuala-lumpur-2025'), prepare(id)] as readonly Setting[];
    const differences = differencesOf(base!, variant!);
    expect(differences.length).toBeGreaterThan(0);
    const back = differences.reduce((setting, one) => takenBack(setting, base!, one), variant!);
    expect(differencesOf(base!, back)).toEqual([]);
    expect(back.specification.supposed).toEqual(base!.specification.supposed);
    expect(back.specification.issues).toEqual(base!.specification.issues);
  });

  it('are none between a scenario and itself', () => {
    const setting = prepare('soybeans-first');
    expect(differencesOf(setting, prepare('soybeans-first'))).toEqual([]);
  });
});

describe('what is looked into', () => {
  itLong('finds nothing between a scenario and itself', () => {
    const same = explain(shortScenario(), shortScenario(), 60);
    expect(same.changed.pairs).toBe(0);
    expect(same.starts).toEqual([]);
    expect(same.differences).toEqual([]);
    expect(same.endingAlike.parted.pairs).toBe(0);
    expect(same.example).toBeNull();
  });

  itLong(
    'sees an irrelevant event in every history and nothing else: no draw moves and no outcome changes',
    () => {
      const remark = explain(shortScenario(), shortScenario({ events: DECOY }), 200);
      expect(remark.changed.pairs).toBe(0);
      expect(remark.endingAlike.looked).toBe(200);
      expect(remark.endingAlike.parted.pairs).toBe(200);
      expect(remark.endingAlike.beyond.pairs).toBe(0);
      const settings = [prepare(shortScenario()), prepare(shortScenario({ events: DECOY }))];
      for (let episode = 0; episode < 20; episode += 1) {
        const [base, variant] = settings.map((setting) => {
          const trace = new Trace();
          traced(setting, episode, trace);
          return trace.trials;
        });
        expect(variant).toEqual(base);
      }
    },
  );
});

describe('a planted cause beside an irrelevant one', () => {
  /** Every changed run starts with the planted step and needed the planted difference, never the remark. */
  function expectNamed(found: ExplainedDifference, difference: string, start: RegExp): void {
    expect(found.changed.pairs).toBeGreaterThan(5);
    expect(found.explained).toBe(found.changed.pairs);
    expect(found.starts.map(({ key }) => key)).toEqual([expect.stringMatching(start)]);
    expect(found.starts[0]!.pairs).toBe(found.changed.pairs);
    for (const { id, needed } of found.differences)
      expect(needed.pairs).toBe(id === difference ? found.changed.pairs : 0);
    expect(found.example!.needed).toBe(true);
    expect(found.sentences[1]).toMatch(/^In every changed run it starts with /);
  }

  itLong('is named in every changed run where a threat is withdrawn', () => {
    const withdrawn: Events = {
      'threat-withdrawn': {
        on: '2025-10-27',
        actor: 'US',
        type: 'tariff.withdraw',
        id: 'us/ieepa-hundred',
        traded: false,
      },
    };
    const found = explain(shortScenario(), shortScenario({ events: { ...DECOY, ...withdrawn } }), 200);
    expectNamed(found, 'event:threat-withdrawn', /^event:threat-withdrawn:added$/);
    expect(found.sentences[1]).toContain('that was withdrawn');
  });

  itLong('is named in every changed run where a purchase is not made', () => {
    const purchase: Events = {
      'the-purchase': { on: '2025-10-28', actor: 'CN', type: 'purchase.resume', flow: 'soybeans' },
    };
    // Talks that fail and a Washington that watches its farms: only then does a purchase decide anything.
    const parameters = { K: 30, gF: 30, pNotHeld: 0.001, pi0: 0.9 };
    // By what is ordered: about the world such talks all end alike.
    const coded = { parameters, outcomes: codedScenario.outcomes, precedence: undefined };
    const found = explain(
      shortScenario({ ...coded, events: purchase }),
      shortScenario({ ...coded, events: DECOY }),
      300,
    );
    expectNamed(found, 'event:the-purchase', /^event:the-purchase:missing$/);
    expect(found.sentences[1]).toContain('the purchase of soybeans that was not resumed');
    expect(found.example!.chain.some((step) => step.crossed?.name === 'US/stand-firm')).toBe(true);
  });

  itLong('is named in every changed run where chance calls the meeting off', () => {
    const found = explain(
      shortScenario(),
      shortScenario({ events: DECOY, parameters: { pNotHeld: 0.5 } }),
      200,
    );
    expectNamed(found, 'parameter:meeting.notHeld', /meeting\.hold > meeting\.call-off/);
    const { crossed } = found.starts[0]!.step;
    expect(crossed!.name).toBe('meeting/falls-away');
    expect(crossed!.base!.value).toBe(crossed!.variant!.value);
    expect(crossed!.base!.threshold).toBeLessThanOrEqual(crossed!.base!.value);
    expect(crossed!.variant!.threshold).toBeGreaterThan(crossed!.variant!.value);
  });

  itLong(
    'is named in every changed run where a hazard strikes at once, though it would strike again the next day',
    () => {
      const found = explain(
        shortScenario(),
        shortScenario({ events: DECOY, parameters: { court_monthly: 1 } }),
        150,
      );
      expectNamed(found, 'parameter:chance.monthlyRuling', /court\.strike-down/);
    },
  );

  itLong('is told as a refusal where the law forbids the act in one history', () => {
    const order: Events = {
      'the-order': {
        on: '2025-10-27',
        actor: 'US',
        type: 'tariff.carry-out',
        id: 'us/ieepa-hundred',
        from: '2025-11-01',
      },
    };
    const struck: Events = {
      'the-ruling': { on: '2025-10-26', actor: 'court', type: 'court.strike-down', authority: 'ieepa' },
    };
    const found = explain(
      shortScenario({ events: order }),
      shortScenario({ events: { ...order, ...struck } }),
      60,
    );
    expect(found.starts[0]!.key).toBe('event:the-ruling:added');
    expect(found.starts[0]!.pairs).toBe(found.changed.pairs);
    expect(found.example!.chain[1]).toMatchObject({
      base: { type: 'tariff.carry-out' },
      variant: null,
      refused: { side: 'variant' },
    });
    expect(found.example!.chain[1]!.refused!.codes.length).toBeGreaterThan(0);
  });
});

describe('several differences at once', () => {
  itLong(
    'are told apart: a remark before the meeting differs first and matters to no run, the changed weight to all',
    () => {
      const issues = { soybeans: { benefit: 0.1, cost: 0.044 } };
      // A dear price of conceding, so that a weight decides.
      const parameters = { K: 0.3 };
      const found = explain(
        shortScenario({ parameters }),
        shortScenario({ parameters, events: DECOY, issues }),
        600,
      );
      expect(found.changed.pairs).toBeGreaterThan(5);
      const needed = Object.fromEntries(found.differences.map((one) => [one.id, one.needed.pairs]));
      expect(needed['issue:soybeans']).toBe(found.changed.pairs);
      for (const name of Object.keys(DECOY)) expect(needed[`event:${name}`]).toBe(0);
      expect(found.starts.every(({ key }) => !key.startsWith('event:'))).toBe(true);
      expect(found.partedBefore.pairs).toBe(found.changed.pairs);
      expect(found.sentences.join(' ')).toMatch(
        /Taken back alone, the weights and red line of the issue “Soybeans” would undo the change in 100%/,
      );
    },
  );
});

describe('a comparison and its mirror', () => {
  const [a, b] = [shortScenario(), shortScenario({ parameters: { K: 0.5 } })];
  const [there, back] = [explain(a, b, 120), explain(b, a, 120)];

  it('change the same pairs, with differences of the other sign', () => {
    expect(back.changed).toEqual(there.changed);
    expect(back.endingAlike).toEqual(there.endingAlike);
    there.outcomes.forEach(({ difference, low, high }, at) => {
      expect(back.outcomes[at]!.difference).toBeCloseTo(-difference, 12);
      expect(back.outcomes[at]!.low).toBeCloseTo(-high, 12);
      expect(back.outcomes[at]!.high).toBeCloseTo(-low, 12);
    });
  });

  it('have shares that count: starts and turns are of pairs that were looked into, each pair once', () => {
    for (const found of [there, back]) {
      for (const groups of [found.starts, found.turns]) {
        expect(groups.reduce((sum, group) => sum + group.pairs, 0)).toBe(found.explained);
      }
      expect(found.explained + found.endingAlike.looked).toBe(120);
    }
  });
});

describe('the number of histories', () => {
  itLong('bounds what is looked into and nothing else', () => {
    const variant = loadScenario('hundred-per-cent-executed');
    const short = { ...variant, horizon: '2025-11-14' };
    const [few, more] = [3, 12].map((histories) =>
      explainDifference(shortScenario(), short, { runs: 240, histories }),
    );
    expect(few!.explained).toBe(3);
    expect(few!.outcomes).toEqual(more!.outcomes);
    expect(few!.changed).toEqual(more!.changed);
    expect(() => explainDifference(short, short, { runs: 1, histories: -1 })).toThrow(RangeError);
  });
});
