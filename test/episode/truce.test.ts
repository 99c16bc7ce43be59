/** The two times of a truce after the meeting: the end of its text, and the first documented breach. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/analyses/prepared';
import { legalActions, sampleMember } from '../../src/engine/legal-actions';
import { transition } from '../../src/engine/transition';
import { projectInFull } from '../../src/analyses/project';
import { digest, project, type Event } from '../../src/entries/index';
import { pastScenarios } from '../../src/entries/record';
import { complianceOf } from '../../src/episode/latent-state';
import { parameterSampler } from '../../src/episode/parameter-draw';
import { readMeasures } from '../../src/episode/readings';
import { runToHorizon, type FinishedEpisode } from '../../src/episode/episode';
import { Trace } from '../../src/episode/trace';
import { daysBetween } from '../../src/kit/calendar';
import { createDraws } from '../../src/kit/keyed-draws';
import { PARTY_IDS } from '../../src/model/actor';
import type { State } from '../../src/model/state';
import { policyOf } from '../../src/policies/index';
import { loadScenario } from '../../src/scenario/library';
import type { PolicyId } from '../../src/policies/policy-ids';
import { kualaLumpur } from '../record';
import { eachEpisode } from './fixtures';
import { itLong } from '../long';

const base = loadScenario('kuala-lumpur-2025');
const MEETING = '2025-10-30';
const draws = createDraws('the truce');

/** How an episode is run: what is supposed, who decides, and parameters in place of those drawn. */
interface Setting {
  readonly supposed?: readonly Event[];
  readonly policy?: PolicyId;
  readonly parameters?: Readonly<Record<string, number>>;
}

/** Runs an episode of the base scenario to its horizon, with its record. */
function ran(episode: number, { supposed = [], policy = 'status-quo', parameters = {} }: Setting) {
  const { initial, specification } = prepare({ ...base, parameters });
  const plan = {
    initial,
    specification: {
      ...specification,
      supposed: supposed.map((event, at) => ({ name: `supposed-${at}`, event })),
    },
    draws,
    policies: { US: policyOf(policy), CN: policyOf(policy) },
  };
  return runToHorizon(plan, parameterSampler(specification)(draws, episode), episode, true);
}

const typed = (type: string, { run }: FinishedEpisode) =>
  run.log!.filter((event) => event.type === type && event.on > MEETING);

const laterOf = (time: number | null) => time ?? Infinity;
/** When something first befell a truce: its text ended, or a breach was documented. */
const befell = ({ textEndedAfter, brokenAfter }: FinishedEpisode) =>
  Math.min(laterOf(textEndedAfter), laterOf(brokenAfter));

describe('the two times', () => {
  const seen: FinishedEpisode[] = [];
  eachEpisode(base, 200, (finished) => seen.push(finished));
  const bound = seen.filter(({ truceBound }) => truceBound);

  it('a text ends on the day of a lapse or of a termination, and by nothing else', () => {
    for (const finished of bound) {
      const [first] = [...typed('truce.lapse', finished), ...typed('truce.terminate', finished)].sort(
        (a, b) => (a.on < b.on ? -1 : 1),
      );
      expect(finished.textEndedAfter).toBe(first === undefined ? null : daysBetween(MEETING, first.on));
    }
  });

  it('a breach is a coercive act with the accusation of the other side, and nothing else counts', () => {
    for (const finished of bound) {
      const [first] = typed('truce.breach', finished);
      expect(finished.brokenAfter).toBe(first === undefined ? null : daysBetween(MEETING, first.on));
      if (first !== undefined)
        expect(finished.run.state.coercion.some((act) => act.on === first.on)).toBe(true);
    }
  });

  it('do not bound each other: some texts outlive a breach, some run out unbroken', () => {
    expect(bound.some((one) => one.brokenAfter !== null && one.textEndedAfter === null)).toBe(true);
    expect(bound.some((one) => one.brokenAfter === null && one.textEndedAfter !== null)).toBe(true);
  });

  it('a listing that passes ends and breaks nothing', () => {
    const listing: Event = {
      type: 'listing.impose',
      actor: 'US',
      on: '2025-11-03',
      id: 'us/passing',
      label: 'a listing that passes',
      authority: 'ecra',
      basis: null,
      list: 'entity-list',
      entities: 3,
      from: '2025-11-03',
    };
    const finished = ran(1, { supposed: [listing], parameters: { wb_s: 1e9, p_extend: 1 } });
    expect(finished.run.refused).toEqual([]);
    expect(finished).toMatchObject({ textEndedAfter: null, brokenAfter: null });
  });
});

describe('a promise that the other side finds not kept', () => {
  const made: Event = {
    type: 'undertaking.make',
    actor: 'CN',
    on: '2025-10-31',
    id: 'cn/example-promise',
    subject: 'an example',
    degree: 0.5,
    dueOn: '2025-11-20',
  };
  const kept: Event = { type: 'undertaking.honour', actor: 'CN', on: '2025-11-19', id: made.id };

  itLong('changes neither time of the episode, and lowers the belief in deliveries', () => {
    for (let episode = 0; episode < 60; episode += 1) {
      const honoured = ran(episode, { supposed: [made, kept], policy: 'scripted' });
      const defaulted = ran(episode, { supposed: [made], policy: 'scripted' });
      expect(defaulted.run.state.undertakings[made.id]!.status).toBe('defaulted');
      const times = ({ textEndedAfter, brokenAfter }: FinishedEpisode) => ({ textEndedAfter, brokenAfter });
      expect(times(defaulted)).toEqual(times(honoured));
      const belief = ({ run }: FinishedEpisode) => complianceOf(run.latent, 'CN', run.parameters);
      expect(belief(defaulted)).toBeLessThan(belief(honoured));
    }
  });
});

describe('on the eve of an expiry', () => {
  const sure = { p_extend: 1, wb_s: 1e9 };
  const noDeal: Event[] = [
    { type: 'meeting.call-off', actor: 'US', meeting: 'busan-2025', on: '2025-10-28' },
  ];
  const extensions = (finished: FinishedEpisode) =>
    finished.run.log!.filter((event) => event.type === 'truce.extend').map(({ on }) => on);

  it('a truce is prolonged by the technical days again and again where that is certain', () => {
    const finished = ran(3, { supposed: noDeal, parameters: sure });
    expect(extensions(finished)).toEqual([
      '2025-11-09',
      '2026-02-07',
      '2026-05-08',
      '2026-08-06',
      '2026-11-04',
    ]);
    expect(finished.textEndedAfter).toBeNull();
  });

  it('it lapses where that never happens', () => {
    const finished = ran(3, { supposed: noDeal, parameters: { ...sure, p_extend: 0 } });
    expect(extensions(finished)).toEqual([]);
    expect(finished.textEndedAfter).toBe(daysBetween(MEETING, '2025-11-10'));
  });

  it('it is never prolonged with a side that withholds', () => {
    for (let episode = 0; episode < 20; episode += 1) {
      const { initial, specification } = prepare({ ...base, parameters: sure });
      for (const withholding of PARTY_IDS) {
        const policies = { US: policyOf('status-quo'), CN: policyOf('status-quo') };
        policies[withholding] = policyOf('hard-liner');
        const supposed = [{ name: 'off', event: noDeal[0]! }];
        const plan = { initial, specification: { ...specification, supposed }, draws, policies };
        const finished = runToHorizon(plan, parameterSampler(specification)(draws, episode), episode, true);
        expect(extensions(finished)).toEqual([]);
        expect(finished.textEndedAfter).toBe(daysBetween(MEETING, '2025-11-10'));
      }
    }
  });
});

const RELIEF = /\.(suspend|extend|cut|ease|postpone|withdraw|exempt|grant|terminate)$/;

describe('the chance of a breach', () => {
  /** A setting in which it is anything from next to none to nearly certain on some days. */
  const parameters = fc.record({
    'truce.shape': fc.double({ min: 0.3, max: 2, noNaN: true }),
    'truce.scaleDays': fc.double({ min: 1, max: 300, noNaN: true }),
    'truce.provocation': fc.double({ min: 0, max: 2, noNaN: true }),
    'truce.loophole': fc.double({ min: 0, max: 3, noNaN: true }),
    'truce.ripeness': fc.double({ min: 0, max: 2, noNaN: true }),
    'truce.expiry': fc.double({ min: 0, max: 2, noNaN: true }),
    'truce.failureStrain': fc.double({ min: 0, max: 2, noNaN: true }),
  });

  itLong('is held against the draw on every day on which it could be above it, however high it is', () => {
    let [broken, high] = [0, 0];
    fc.assert(
      fc.property(fc.nat(100_000), parameters, (episode, changed) => {
        const { initial, specification } = prepare({ ...base, parameters: changed });
        const plan = { initial, specification, draws };
        const parameterDraw = parameterSampler(specification)(draws, episode);
        const trace = new Trace();
        const asked = runToHorizon(plan, parameterDraw, episode, true, undefined, trace);
        const passed = runToHorizon(plan, parameterDraw, episode, false);
        expect(passed.brokenAfter).toBe(asked.brokenAfter);
        expect(digest(passed.run.state)).toBe(digest(asked.run.state));
        for (const { name, value, threshold, happened } of trace.trials) {
          if (name !== 'truce/breach') continue;
          expect(threshold).toBeLessThanOrEqual(asked.run.breachCeiling);
          if (happened) broken += 1;
          if (happened && value > 0.2) high += 1;
        }
      }),
      { numRuns: 80, seed: 5 },
    );
    expect(broken).toBeGreaterThan(50);
    expect(high).toBeGreaterThan(10);
  });

  it('needs no look on nine days of ten with the parameters as they are', () => {
    let [days, looks] = [0, 0];
    const sameDraws = createDraws('1');
    eachEpisode(base, 50, ({ run }, episode) => {
      for (let day = 0; day < run.day; day += 1) {
        days += 1;
        if (sameDraws.uniform(episode, 'truce/breach', day) <= run.breachCeiling) looks += 1;
      }
    });
    expect(looks / days).toBeLessThan(0.1);
  });
});

describe('more that is settled', () => {
  it('never widens the gap that the text leaves, whatever is suspended, cut, eased, put off or withdrawn', () => {
    const gapOf = (state: State) => readMeasures(state).loophole;
    let tried = 0;
    for (const party of PARTY_IDS) {
      for (const template of legalActions(kualaLumpur, { actor: party })) {
        const event = sampleMember(template, () => 0.5);
        if (!RELIEF.test(event.type) || event.type.startsWith('truce.')) continue;
        const next = transition(kualaLumpur, event);
        if (!next.ok) continue;
        tried += 1;
        expect(gapOf(next.state), event.type).toBeLessThanOrEqual(gapOf(kualaLumpur));
      }
    }
    expect(tried).toBeGreaterThan(50);
  });

  it('a suspension moves the gap nowhere, and lifting what the text names leaves it too', () => {
    const { loophole } = readMeasures(kualaLumpur);
    const [named] = kualaLumpur.truce.covered.filter((id) => id in kualaLumpur.tariff);
    const after = (event: Event) => {
      const next = transition(kualaLumpur, event);
      if (!next.ok) throw new Error(JSON.stringify(next.refusals));
      return readMeasures(next.state).loophole;
    };
    const on = kualaLumpur.today;
    const suspended: Event = {
      type: 'tariff.suspend',
      actor: 'US',
      on,
      id: 'us/ieepa-fentanyl',
      until: '2026-11-10',
    };
    expect(after(suspended)).toBe(loophole);
    const { imposer } = kualaLumpur.tariff[named!]!;
    expect(after({ type: 'tariff.withdraw', actor: imposer, on, id: named!, traded: true })).toBe(loophole);
    const outside: Event = {
      type: 'tariff.withdraw',
      actor: 'US',
      on,
      id: 'us/ieepa-fentanyl',
      traded: true,
    };
    expect(after(outside)).toBeLessThan(loophole);
  });

  // Both texts run out on the same days here, and neither side starts anything of its own, so what is left is the law of
  // the hazard. After the first event the episodes part: a repair comes on another day.
  const acts: readonly Record<string, unknown>[] = [
    { type: 'tariff.cut', actor: 'US', id: 'us/ieepa-fentanyl', ratePct: 10 },
    { type: 'tariff.suspend', actor: 'US', id: 'us/s301-list3', until: '2026-11-10' },
    { type: 'tariff.withdraw', actor: 'CN', id: 'cn/fentanyl-farm', traded: true },
    { type: 'control.withdraw', actor: 'US', id: 'us/affiliates-rule', traded: true },
    { type: 'control.ease', actor: 'CN', id: 'cn/rare-earths-april', severity: 0.1 },
    { type: 'port-fee.suspend', actor: 'US', id: 'us/port-fees', until: '2026-11-10' },
  ];

  const agreedOn = (kept: readonly Record<string, unknown>[]): Event[] => {
    const pledges = kept.map((act, at) => ({
      id: `example/pledge-${at}`,
      issue: 'fentanyl-tariff',
      act,
      dueOn: '2025-11-06',
    }));
    const deal = { id: 'example-deal', scope: 'agenda', terms: [], weightedMean: 0, pledges };
    return [
      { type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: MEETING },
      { type: 'agreement.reach', actor: 'both', on: MEETING, ...deal } as unknown as Event,
      { type: 'truce.extend', actor: 'both', on: MEETING, until: '2026-05-01' },
    ];
  };

  itLong('never lets anything befall a truce sooner, on the same draws', () => {
    let [parted, performed, pledged] = [0, 0, 0];
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.subarray([...acts]),
        fc.subarray([...acts], { minLength: 1 }),
        (episode, fewer, added) => {
          const parameters = { keep_act: 1 };
          const less = ran(episode, { supposed: agreedOn(fewer), parameters });
          const all = acts.filter((act) => fewer.includes(act) || added.includes(act));
          const more = ran(episode, { supposed: agreedOn(all), parameters });
          const { pledges } = more.run.state;
          // A court may take the ground from under one of them.
          for (const at of all.keys())
            if (pledges[`example/pledge-${at}`]!.status === 'performed') performed += 1;
          pledged += all.length;
          expect(befell(more)).toBeGreaterThanOrEqual(befell(less));
          if (befell(more) > befell(less)) parted += 1;
        },
      ),
      { numRuns: 600, seed: 11 },
    );
    expect(parted).toBeGreaterThan(0);
    expect(performed).toBeGreaterThan(0.9 * pledged);
  });

  it('prolonging a calm truce never lets it break sooner, on the same draws', () => {
    const calm: Event[] = [{ type: 'truce.repair', actor: 'both', on: '2025-10-26' }];
    const longer: Event[] = [
      ...calm,
      { type: 'truce.extend', actor: 'both', on: '2025-11-05', until: '2026-10-30' },
    ];
    const off: Event = { type: 'meeting.call-off', actor: 'US', meeting: 'busan-2025', on: '2025-10-28' };
    let calmThen = 0;
    for (let episode = 0; episode < 80; episode += 1) {
      const short = ran(episode, { supposed: [calm[0]!, off] });
      // One that was broken before is not calm on the day on which it is prolonged.
      const breaches = short.run.state.truce.breaches.filter(({ on }) => on >= '2025-10-26');
      if (breaches.some(({ on }) => on < '2025-11-05')) continue;
      calmThen += 1;
      const long = ran(episode, { supposed: [calm[0]!, off, longer[1]!] });
      expect(befell(long)).toBeGreaterThanOrEqual(befell(short));
    }
    expect(calmThen).toBeGreaterThan(40);
  });
});

describe('the curves', () => {
  it('tell nothing beyond the horizon', () => {
    const short = project({ ...base, horizon: '2026-01-30' }, { runs: 60 });
    for (const curve of [short.truce.text, short.truce.unbroken])
      expect(curve!.map((point) => point?.days ?? null)).toEqual([14, 30, 90, null, null]);
    const { course } = projectInFull({ ...base, horizon: '2026-01-30' }, { runs: 20 });
    expect(course.truce.text!.at(-1)!.days).toBe(92);
  });

  it('are none where no run has a text on the day after the meeting: never a share of nothing', () => {
    const geneva = pastScenarios().find(({ id }) => id === 'past-geneva-2025')!;
    const { projection, course } = projectInFull(geneva, { runs: 60 });
    expect(projection.truce).toEqual({ text: null, unbroken: null });
    expect(course.truce).toEqual({ text: null, unbroken: null });
  });

  it('never rise, and stay within their intervals and from 0 to 1', () => {
    const { truce } = project(base, { runs: 300 });
    for (const curve of [truce.text, truce.unbroken]) {
      const shares = curve!.map((point) => point!.p);
      expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      for (const point of curve!) {
        expect(point!.low).toBeLessThanOrEqual(point!.p);
        expect(point!.p).toBeLessThanOrEqual(point!.high);
      }
    }
  });
});
