/** A meeting that a scenario supposes to be put off is held on its new day, and one planned beside it changes nothing. */
import { describe, expect, it } from 'vitest';
import {
  compare,
  digest,
  parseScenario,
  project,
  runEpisode,
  start,
  transition,
  type Event,
  type Scenario,
} from '../../src/entries/index';
import { checkScenario } from '../../src/analyses/check/check';
import { facts } from '../../src/facts/packaged';
import { createDraws } from '../../src/kit/keyed-draws';
import { policyOf } from '../../src/policies/index';
import type { Policy } from '../../src/policies/policy';
import { specificationOf } from '../../src/scenario/model-specification';
import { parameterSampler } from '../../src/episode/parameter-draw';
import { runToHorizon } from '../../src/episode/episode';
import { complaints, VARIANT } from '../scenario/fixtures';
import { atLength } from '../extent';

const putOff = { on: '2025-10-28', actor: 'US', type: 'meeting.postpone', meeting: 'busan-2025' };
const beijing = {
  on: '2025-10-28',
  actor: 'both',
  type: 'meeting.plan',
  id: 'beijing-2026',
  day: '2026-04-15',
  place: 'Beijing',
};

function variant(change: object): Scenario {
  const parsed = parseScenario({ ...VARIANT, ...change });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.scenario;
}

const postponed = variant({ events: { 'put-off': { ...putOff, day: '2025-11-06' } } });
const base = variant({});

describe('a meeting that is put off by supposition', () => {
  it('has its new day in the specification, also after several steps', () => {
    const twice = variant({
      events: {
        first: { ...putOff, day: '2025-11-06' },
        second: { ...putOff, on: '2025-11-01', day: '2025-12-01' },
        late: { ...putOff, on: '2025-12-02', day: '2026-02-01' },
        other: { ...putOff, meeting: 'beijing-2026', day: '2026-05-01' },
      },
    });
    expect(specificationOf(base, facts).meetingOn).toBe('2025-10-30');
    expect(specificationOf(postponed, facts)).toMatchObject({
      meeting: 'busan-2025',
      meetingOn: '2025-11-06',
    });
    expect(specificationOf(twice, facts).meetingOn).toBe('2025-12-01');
  });

  it('is held then, with its agenda, or called off then', () => {
    let held = 0;
    for (let episode = 0; episode < 12; episode += 1) {
      const { events, final, refused, outcome } = runEpisode(postponed, { episode });
      const meets = events.filter(
        (event) =>
          (event.type === 'meeting.hold' || event.type === 'meeting.call-off') &&
          event.meeting === 'busan-2025',
      );
      expect(meets.map(({ on }) => on)).toEqual(['2025-11-06']);
      expect(refused).toEqual([]);
      expect(outcome).not.toBeNull();
      expect(final.meetings['busan-2025']).toMatchObject({ on: '2025-11-06', agenda: postponed.agenda });
      if (final.meetings['busan-2025']!.status === 'held') held += 1;
    }
    expect(held).toBeGreaterThan(6);
  });

  it('is projected and compared as of that day', () => {
    const answer = project(postponed, { runs: atLength(100, 40), seed: '1' });
    expect(answer.meeting!.on).toBe('2025-11-06');
    expect(answer.meeting!.held.p).toBeGreaterThan(0.7);
    expect(compare(base, postponed, { runs: atLength(100, 25), seed: '1' }).outcomes).toHaveLength(6);
    expect(checkScenario(postponed, facts, { episodes: 4 }).findings).toEqual([]);
  });

  it('must be put off to a day within the horizon', () => {
    expect(complaints({ ...VARIANT, events: { a: { ...putOff, day: '2026-12-01' } } })).toEqual([
      'events.a.day: the day 2026-12-01 lies after the horizon 2026-11-10',
    ]);
    expect(
      complaints({ ...VARIANT, events: { a: { ...putOff, day: '2025-11-06', meeting: undefined } } }),
    ).toEqual([expect.stringContaining('events.a.meeting: "meeting" is missing')]);
  });
});

describe('a meeting that a policy puts off', () => {
  const named = { US: policyOf('status-quo'), CN: policyOf('status-quo') };
  // Who acts on a quiet day does not say that it rests.
  const { rests: _rests, ...wakeful } = named.US;
  const delaying: Policy = {
    ...wakeful,
    decide: (observation) => {
      const event: Event = {
        type: 'meeting.postpone',
        actor: 'US',
        on: observation.state.today,
        meeting: 'busan-2025',
        day: '2025-11-19',
      };
      return observation.state.meetings['busan-2025']!.on === '2025-10-30'
        ? [event]
        : named.US.decide(observation);
    },
  };

  it('is held on the later day, with a record and without', () => {
    const { initial, specification } = {
      initial: start(base),
      specification: specificationOf(base, facts),
    };
    const draws = createDraws('put off');
    const ran = (episode: number, record: boolean) =>
      runToHorizon(
        { initial, specification, draws, policies: { US: delaying, CN: named.CN } },
        parameterSampler(specification)(draws, episode),
        episode,
        record,
      ).run.state;
    for (let episode = 0; episode < 6; episode += 1) {
      const state = ran(episode, false);
      expect(state.meetings['busan-2025']).toMatchObject({ on: '2025-11-19', since: '2025-11-19' });
      expect(digest(ran(episode, true))).toBe(digest(state));
    }
  });
});

describe('a meeting planned beside the one asked about', () => {
  it('changes no outcome, and is held or called off on its day, in the year after', () => {
    const beside = variant({
      events: {
        plan: beijing,
        issue: {
          on: '2025-10-29',
          actor: 'CN',
          type: 'meeting.put-on-agenda',
          meeting: 'beijing-2026',
          issue: 'taiwan',
        },
      },
    });
    for (let episode = 0; episode < 8; episode += 1) {
      const [alone, both] = [runEpisode(base, { episode }), runEpisode(beside, { episode })];
      expect(both.outcome).toBe(alone.outcome);
      const { on, status, agenda } = both.final.meetings['beijing-2026']!;
      expect([on, agenda]).toEqual([beijing.day, expect.arrayContaining(['taiwan'])]);
      expect(['held', 'called-off']).toContain(status);
      for (const column of ['meetings', 'agreements'] as const) {
        const early = ({ final }: typeof both) =>
          Object.values(final[column]).filter(({ on: day }) => day <= '2025-11-14');
        expect(early(both)).toEqual(early(alone));
      }
    }
  });

  it('may be the earlier one, and is then not the one asked about', () => {
    const lima: Event = {
      type: 'meeting.plan',
      actor: 'both',
      on: '2025-10-25',
      id: 'lima-2025',
      day: '2025-10-27',
      place: 'Lima',
    };
    const next = transition(start(base), lima);
    expect(next.ok && Object.keys(next.state.meetings).at(-1)).toBe('lima-2025');
    const earlier = variant({
      events: {
        lima: { ...lima },
        meets: { on: '2025-10-27', actor: 'both', type: 'meeting.hold', meeting: 'lima-2025' },
      },
    });
    const { final, outcome } = runEpisode(earlier, { episode: 1 });
    expect(final.meetings['lima-2025']!.status).toBe('held');
    expect(outcome).toBe(runEpisode(base, { episode: 1 }).outcome);
  });
});
