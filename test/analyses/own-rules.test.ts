import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Event } from '../../src/actions/index';
import { defineAction } from '../../src/actions/action-type';
import { numberFrom } from '../../src/actions/domain';
import { compare } from '../../src/analyses/comparison/comparison';
import { act, passTo, play, RefusedEventError } from '../../src/analyses/play';
import { project, runEpisode } from '../../src/analyses/project';
import { parseScenario, start } from '../../src/analyses/resolve';
import { replayLog } from '../../src/analyses/replayed-log';
import { projectShard } from '../../src/analyses/shards';
import { digest } from '../../src/engine/digest';
import { explain } from '../../src/engine/explain';
import { withActionTypes } from '../../src/engine/rule-set';
import { InputError } from '../../src/kit/input-error';
import { each } from '../../src/model/column';
import { borrowState, copyState, plainState } from '../../src/model/copy-state';
import type { State } from '../../src/model/state';
import { policyOf } from '../../src/policies/index';
import { shortScenario } from '../episode/fixtures';
import { itLong } from '../long';

const base = shortScenario();

const inForce = (state: State, id: string) => {
  const layer = Object.hasOwn(state.tariff, id) ? state.tariff[id] : undefined;
  return layer?.status === 'in-force' ? layer : undefined;
};

/** Exclusions: goods are taken out of a duty in force. */
const exclude = defineAction({
  type: 'tariff.exempt',
  actors: ['US', 'CN'],
  doc: 'Exclude goods from a duty in force.',
  cites: ['stylised'],
  touches: ['tariff'],
  fields: { id: z.string().min(1).max(80), share: z.number().min(0).max(1) },
  subject: 'id',
  subjects: (state, actor) => Object.keys(state.tariff).filter((id) => inForce(state, id)?.imposer === actor),
  rules: [
    {
      code: 'tariff/not-excludable',
      rule: 'Only the party that imposed a duty in force excludes goods from it.',
      source: 'stylised',
      stops: true,
      violated: (state, actor, id) => (inForce(state, id)?.imposer === actor ? null : { given: id }),
    },
  ],
  domains: {
    share: {
      code: 'tariff/share-above',
      rule: 'An exclusion leaves at most the share that the duty covers now.',
      source: 'stylised',
      domain: (state, _actor, id) => numberFrom(0, inForce(state, id)?.share ?? 0),
    },
  },
  effect: (draft, event) => {
    draft.tariff[event.id] = { ...draft.tariff[event.id]!, share: event.share };
  },
  examples: [{ type: 'tariff.exempt', actor: 'US', on: '2025-10-25', id: 'us/s301-list3', share: 0.2 }],
});

/** A move that changes nothing. */
const nod = defineAction({
  type: 'talks.nod',
  actors: ['US', 'CN'],
  doc: 'Nod.',
  cites: ['stylised'],
  touches: [],
  fields: {},
  subject: null,
  subjects: () => [],
  rules: [],
  domains: {},
  effect: () => undefined,
  examples: [{ type: 'talks.nod', actor: 'US', on: '2025-10-25' }],
});

const rules = withActionTypes([exclude, nod]);
const excluded = {
  type: 'tariff.exempt',
  actor: 'US',
  on: '2025-10-27',
  id: 'us/ieepa-fentanyl',
  share: 0.4,
} as const;
/** An event of one's own, where only the library's are typed. */
const own = (event: object) => event as Event;

function parsed(events: object, options = { rules }) {
  const found = parseScenario(
    { ...base, id: 'mine', events: { ...base.events, ...events } },
    undefined,
    options,
  );
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.scenario;
}

describe("action types of one's own", () => {
  itLong('change no run where nobody uses them, nor where what is done does nothing', () => {
    const how = { runs: 60, seed: 'nod' };
    const plain = JSON.stringify(project(base, how));
    expect(JSON.stringify(project(base, { ...how, rules }))).toBe(plain);
    const nods = Object.fromEntries(
      ['2025-10-25', '2025-10-28', '2025-10-30', '2025-11-06'].flatMap((on) =>
        (['US', 'CN'] as const).map((actor) => [
          `${actor.toLowerCase()}-${on}`,
          { type: 'talks.nod', actor, on },
        ]),
      ),
    );
    const nodding = { ...parsed(nods), id: base.id };
    const { inert, digest: _, ...numbers } = project(nodding, { ...how, rules });
    // What declares no channel is named, and moves no number.
    expect(inert?.map(({ event }) => event)).toEqual(Object.keys(nods));
    expect(JSON.parse(plain)).toMatchObject(JSON.parse(JSON.stringify(numbers)) as object);
    expect(compare(base, nodding, { ...how, rules }).changed.pairs).toBe(0);
  });

  it('are supposed by a scenario, and their effect is seen in episodes and projections', () => {
    const scenario = parsed({ excluded });
    const how = { runs: 20, rules };
    expect(runEpisode(scenario, { rules }).events).toContainEqual(excluded);
    const now = { ...how, today: '2025-10-28' };
    const rate =
      project(base, now).averageTariffPct.usOnCn.today - project(scenario, now).averageTariffPct.usOnCn.today;
    // Three fifths of a tariff of 20 %.
    expect(rate).toBeCloseTo(12, 0);
    const end = (asked: typeof base) => project(asked, how).averageTariffPct.usOnCn.end.mean;
    expect(end(scenario)).toBeLessThan(end(base));
  });

  it('are acted in a play, told to have happened, and projected from there with the rules of the play', () => {
    const first = passTo(play(base, { rules }), '2025-10-27');
    const { on, ...today } = excluded;
    const done = act(first, own(today));
    if (!done.ok) throw new Error(done.refusals[0]?.code);
    expect(done.play.log).toContainEqual(excluded);
    expect(play(base, { rules, after: [own(excluded)] })).toEqual(done.play);
    const later = { today: on, after: [own(excluded)], rules, runs: 10 };
    expect(project(done.play, { runs: 10 })).toEqual(project(base, later));
    expect(rules.replay(start(base), done.play.log)).toMatchObject({ ok: true, state: done.play.state });
  });

  it('are refused by their own rules: in a play with the code, in a projection by how many runs', () => {
    const foreign = { ...excluded, actor: 'CN' };
    expect(act(passTo(play(base, { rules }), '2025-10-27'), own(foreign))).toMatchObject({
      ok: false,
      refusals: [{ code: 'tariff/not-excludable' }],
    });
    expect(() => play(base, { rules, after: [own(foreign)] })).toThrow(RefusedEventError);
    expect(project(parsed({ foreign }), { runs: 10, rules }).refused).toEqual([
      { event: 'foreign', code: 'tariff/not-excludable', runs: 10 },
    ]);
  });

  it('write their effects plainly, and in an episode these come to what they come to in a transition', () => {
    const first = start(base);
    const event = { ...excluded, on: first.today };
    const next = rules.transition(first, event);
    if (!next.ok) throw new Error('the exclusion is legal');
    for (const copy of [copyState, borrowState]) {
      const state = copy(first);
      expect(rules.stepInPlace(state, event)).toBe(true);
      expect(digest(plainState(state))).toBe(digest(next.state));
      expect(each(state.tariff)).toEqual(Object.values(next.state.tariff));
      expect(first.tariff[event.id]?.share).not.toBe(event.share);
    }
  });

  it("are proposed by a policy of one's own, and lawful to it only by these rules", () => {
    const still = policyOf('status-quo');
    const excluder = {
      ...still,
      id: 'excluder',
      decide: ({ state, lawful }: Parameters<typeof still.decide>[0]) =>
        [own({ ...excluded, on: state.today })].filter(
          (event) => state.today === '2025-10-27' && lawful(event),
        ),
    };
    const how = { policies: { US: excluder } };
    expect(runEpisode(base, { ...how, rules }).events).toContainEqual(excluded);
    expect(runEpisode(base, how).events).not.toContainEqual(excluded);
  });

  it('are unknown without these rules, with the nearest name', () => {
    const mistyped = { ...excluded, type: 'tariff.exemp' };
    const found = parseScenario({ ...base, events: { mistyped } }, undefined, { rules });
    expect(found).toMatchObject({
      ok: false,
      issues: [
        { path: 'events.mistyped.type', message: expect.stringContaining('"tariff.exempt"') as string },
      ],
    });
    expect(parseScenario({ ...base, events: { excluded } }).ok).toBe(false);
    expect(() => act(play(base), own({ ...excluded, on: base.asOf }))).toThrow(
      'unknown action type "tariff.exempt"',
    );
    const misspelt = own({ ...excluded, on: base.asOf, type: 'tariff.cutt' });
    expect(explain(start(base), misspelt).refusals[0]).toMatchObject({
      code: 'event/unknown-type',
      facts: { given: 'tariff.cutt', didYouMean: 'tariff.cut' },
    });
  });

  it('are asked for where a scenario that supposes them is asked without them', () => {
    expect(() => project(parsed({ excluded }), { runs: 2 })).toThrow(InputError);
    expect(() => project(parsed({ excluded }), { runs: 2 })).toThrow('events.excluded');
  });

  it('are refused where they are no rules, and in files of runs', () => {
    for (const wrong of [[exclude], exclude, {}, 'rules'])
      expect(() => project(base, { runs: 2, rules: wrong as never })).toThrow('rules: expected a rule set');
    expect(() => projectShard(base, { runs: 2, rules, shard: { index: 1, of: 1 } })).toThrow(InputError);
  });
});

describe("a log with events of one's own", () => {
  const log = () => runEpisode(parsed({ excluded }), { rules, seed: 'log' });

  it('replays with its rules, to its digest, outcome and episode', () => {
    const scenario = parsed({ excluded });
    const found = replayLog(JSON.parse(JSON.stringify(log())), { scenario, rules });
    if (!found.ok) throw new Error(JSON.stringify(found.issues));
    expect(found.replayed).toMatchObject({ ok: true, differs: [] });
    expect(found.replayed.checked).toEqual(expect.arrayContaining(['digest', 'outcome', 'episode']));
  });

  it('is refused without them, with the place of the event and the nearest type', () => {
    const plain = { ...base, id: 'mine' };
    const found = replayLog(JSON.parse(JSON.stringify(log())), { scenario: plain });
    if (found.ok) throw new Error('it was replayed');
    expect(found.issues[0]?.path).toMatch(/^events\.\d+\.type$/);
    expect(found.issues[0]?.message).toMatch(/unknown action type "tariff.exempt"/);
  });
});
