/** A scenario that supposes events of types of one's own, on every screen, page and table: none falls silent or breaks. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { afterAll, describe, expect, it } from 'vitest';
import { defineAction } from '../../src/actions/action-type';
import type { Event } from '../../src/actions/index';
import { play } from '../../src/analyses/play';
import { project, projectInFull, runEpisode } from '../../src/analyses/project';
import { replayLog } from '../../src/analyses/replayed-log';
import { parseScenario, start } from '../../src/analyses/resolve';
import { sensitivity, uncertainty } from '../../src/analyses/sensitivity/sensitivity';
import { tableFor } from '../../src/engine/own-table';
import { withActionTypes } from '../../src/engine/rule-set';
import { deedOf } from '../../src/episode/channels';
import { facts } from '../../src/facts/packaged';
import { onThreads } from '../../src/node/on-threads';
import { comparisonReport, projectionReport, scenariosReport } from '../../src/report/page/reports';
import { comparisonText } from '../../src/report/screens/comparison';
import { differenceReport } from '../../src/report/screens/difference-report';
import { explainText } from '../../src/report/screens/explain';
import { projectionText } from '../../src/report/screens/projection';
import { replayText } from '../../src/report/screens/replay';
import { sensitivityText } from '../../src/report/screens/sensitivity';
import { stateText } from '../../src/report/screens/state';
import { uncertaintyText } from '../../src/report/screens/uncertainty';
import { EXPORT_TABLES } from '../../src/report/export/table-names';
import { explainDifference } from '../../src/report/wording/explained-difference';
import { namesOf } from '../../src/report/wording/step-phrases';
import { PLAIN } from '../../src/report/wording/text';
import { eventLines, trajectoryText } from '../../src/report/wording/trajectory';
import { FULL } from '../extent';
import { shortScenario } from '../episode/fixtures';

const move = {
  actors: ['US', 'CN'] as const,
  cites: ['stylised'],
  touches: [],
  subject: null,
  subjects: () => [],
  rules: [],
  domains: {},
  effect: () => undefined,
};

/** Of a family that the library has, without a channel. */
const nod = defineAction({
  ...move,
  type: 'talks.nod',
  doc: 'Nod across the table.',
  fields: {},
  examples: [{ type: 'talks.nod', actor: 'US', on: '2025-10-25' }],
});

/** Of a family of one's own, with a channel: a gift that obliges the other side as strongly as may be. */
const present = defineAction({
  ...move,
  type: 'gift.present',
  doc: 'Present a panda.',
  fields: {},
  channel: () => 1,
  examples: [{ type: 'gift.present', actor: 'US', on: '2025-10-25' }],
});

/** One that takes a duty down, with a sentence of its own. */
const forgive = defineAction({
  ...move,
  type: 'tariff.forgive',
  doc: 'Forgive a duty.',
  touches: ['tariff'],
  fields: { id: z.string().min(1).max(80) },
  subject: 'id',
  subjects: (state) => Object.keys(state.tariff),
  rules: [
    {
      code: 'tariff/not-there',
      rule: 'Only a duty in force is forgiven.',
      source: 'stylised',
      stops: true,
      violated: (state, _actor, id) => (state.tariff[id]?.status === 'in-force' ? null : { given: id }),
    },
  ],
  effect: (draft, event) => {
    draft.tariff[event.id] = { ...draft.tariff[event.id]!, ratePct: 1 };
  },
  sentence: () => 'America forgives a duty',
  examples: [{ type: 'tariff.forgive', actor: 'US', on: '2025-10-25', id: 'us/ieepa-fentanyl' }],
});

const rules = withActionTypes([nod, present, forgive]);
const base = shortScenario();
const on = '2025-10-27';
const events = {
  nodded: { type: 'talks.nod', actor: 'CN', on },
  presented: { type: 'gift.present', actor: 'US', on },
  forgiven: { type: 'tariff.forgive', actor: 'US', on, id: 'us/ieepa-fentanyl' },
};
const parsed = parseScenario({ ...base, id: 'own-moves', events: { ...base.events, ...events } }, facts, {
  rules,
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const { scenario } = parsed;
const seed = 'own';
const runs = 8;
const asked = { runs, seed, rules };
const first = start(scenario);
const view = { facts, paint: PLAIN, command: 'detente', seed, rules };
const episode = runEpisode(scenario, { seed, rules });
const found = explainDifference(base, scenario, { ...asked, histories: 4 });
const names = namesOf(facts, first);
const sides = { scenario: base, variant: scenario, seed, runs, comparison: found, rules };

/** Those of which an analysis takes its time, and which the larger extent looks at. */
const SLOW = ['sensitivity', 'page of a projection'];

const TEXTS: Readonly<Record<string, () => string | Promise<string>>> = {
  projection: () => projectionText(project(scenario, asked), view),
  'projection with its course': () => {
    const { projection, course } = projectInFull(scenario, asked);
    return projectionText(projection, { ...view, course });
  },
  'projection with contributions': () => projectionText(project(scenario, { ...asked, why: true }), view),
  'comparison without histories': () => comparisonText(sides, PLAIN),
  comparison: () => comparisonText({ ...sides, why: { found, names } }, PLAIN),
  'comparison as JSON': () => JSON.stringify(differenceReport(found, ['a'], names)),
  'comparison in sentences': () => found.sentences.join('\n'),
  trajectory: () => trajectoryText(scenario, first, episode, view),
  'list of events': () => eventLines(first, episode.events, facts, PLAIN, { rules }).join('\n'),
  state: () => stateText(scenario, play(scenario, { rules, today: '2025-10-28' }).state, facts, PLAIN),
  'explanation of a legal event': () => {
    const event = { ...events.forgiven, on: '2025-10-25' } as Event;
    return explainText(event, rules.explain(first, event), facts, PLAIN);
  },
  'explanation of an illegal event': () => {
    const event = { ...events.forgiven, on: '2025-10-25', id: 'us/no-such-duty' } as Event;
    return explainText(event, rules.explain(first, event), facts, PLAIN);
  },
  replay: () => {
    const replayed = replayLog(JSON.parse(JSON.stringify(episode)), { scenario, rules });
    if (!replayed.ok) throw new Error(JSON.stringify(replayed.issues));
    return replayText(replayed.replayed, PLAIN);
  },
  sensitivity: () =>
    sensitivityText(
      sensitivity(scenario, { method: 'tornado', output: 'held', runs: 2, seed, rules, policies: 'own' }),
      view,
    ),
  uncertainty: () =>
    uncertaintyText(uncertainty(scenario, { ownWorlds: 3, worlds: 2, seed, rules, policies: 'own' }), view),
  'page of a projection': () => projectionReport(scenario, asked),
  'page of a comparison': () => comparisonReport(base, scenario, asked),
  'page of scenarios': () => scenariosReport([base, scenario], asked),
};

describe("a scenario with action types of one's own", () => {
  const shown = Object.entries(TEXTS).filter(([screen]) => FULL || !SLOW.includes(screen));

  it.each(shown)('is shown on the %s', async (screen, made) => {
    const text = await made();
    expect(text.length).toBeGreaterThan(10);
    if (screen === 'page of a comparison') expect(text).toContain('America forgives a duty');
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });

  it('is told event by event, by the sentence that a type declares or by its meaning', () => {
    const text = trajectoryText(scenario, first, episode, view).replace(/\s+/g, ' ');
    expect(text).toContain('America forgives a duty');
    expect(text).toContain('Nod across the table');
    expect(text).toContain('Present a panda');
    expect(text).not.toContain('the log breaks');
  });

  it('is said to suppose what moves nothing where its type declares no channel, and only there', () => {
    expect(project(scenario, asked).inert?.map(({ event }) => event)).toEqual(['nodded']);
    const text = comparisonText(sides, PLAIN);
    expect(text).toContain('nodded');
    expect(text).not.toContain('presented');
  });

  it('says nothing of what a type means where it is asked without its rules', () => {
    expect(() => project(scenario, { runs, seed })).toThrow(/^events\.(nodded|presented|forgiven): /);
    expect(() => comparisonText({ ...sides, rules: undefined }, PLAIN)).toThrow(/`rules`/);
  });
});

describe('a channel that a type of one’s own declares', () => {
  it('is a deed of its sign, and moves runs otherwise than one of the other sign', () => {
    const presses = withActionTypes([{ ...present, channel: () => -1 }]);
    const projected = (given: typeof rules | typeof presses) => {
      const table = tableFor(given);
      const event = { ...events.presented, actor: 'US' as const };
      const deed = deedOf(event, {
        state: first,
        specification: { issues: [], generalAuthorities: [] },
        table,
      });
      const own = { ...base, id: 'gift', events: { ...base.events, presented: events.presented } };
      const read = parseScenario(own, facts, { rules: given });
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      return {
        sign: deed?.sign,
        answer: JSON.stringify(project(read.scenario, { runs: 40, seed, rules: given })),
      };
    };
    const [obliging, pressing] = [projected(rules), projected(presses)];
    expect([obliging.sign, pressing.sign]).toEqual([1, -1]);
    expect(obliging.answer).not.toBe(pressing.answer);
  });
});

describe('every table of an export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-own-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is written, with the events of these types among the others', async () => {
    const out = join(folder, 'tables');
    const { tables } = await onThreads({ workers: 1 }).exportEnsemble(scenario, out, {
      runs: 2,
      seed,
      rules,
      tables: EXPORT_TABLES,
    });
    expect(tables.map(({ spec }) => spec.name).sort()).toEqual([...EXPORT_TABLES].sort());
    const told = readFileSync(join(out, 'events.csv'), 'utf8');
    for (const { type } of Object.values(events)) expect(told).toContain(type);
  });
});
