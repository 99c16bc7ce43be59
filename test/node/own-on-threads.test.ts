/** What is one's own on threads: by the module that exports it, to the same bytes as on this thread. */
import { afterAll, describe, expect, it } from 'vitest';
import { parseScenario, play, project } from '../../src/entries/index';
import { loadOwn } from '../../src/entries/own';
import type { OwnOutcome } from '../../src/entries/own';
import { onLanes } from '../../src/analyses/runner/lanes';
import { portLane, serve } from '../../src/analyses/runner/port';
import { InputError } from '../../src/kit/input-error';
import { threadsOf } from '../../src/node/on-threads';
import { importModule, loadOwn as loadInNode } from '../../src/node/own-modules';
import { ThreadPool } from '../../src/node/threads';
import { perform } from '../../src/node/kinds';
import { policyOf } from '../../src/policies/index';
import { ANALYSES } from '../../src/report/all-analyses';
import { oneIssue } from '../ensemble/one-issue';
import { channel } from '../analyses/runner/lanes-of-chance';
import { lower, rules as imported } from './own-module';

const scenario = oneIssue();
const module = new URL('./own-module.ts', import.meta.url).href;
const policies = { US: { module, name: 'waiver' } };
const rules = { module, name: 'rules' };
const words = (id: string) => ({
  id,
  title: id,
  meaning: 'm',
  question: 'q?',
  resolvesOn: '2025-11-13',
  consult: 'c',
  tie: 't',
});
const outcomes: OwnOutcome[] = [
  { ...words('lower'), when: { module, name: 'lower' } },
  { ...words('not-lower'), when: { module, name: 'default' } },
];
const how = { runs: 6, seed: 'own', policies, rules, outcomes };

const pool = new ThreadPool();
afterAll(() => pool.end());
const two = threadsOf(pool, { workers: 2, startAfterMs: 0 });
const one = threadsOf(pool, { workers: 1 });

describe("what is one's own, told by its module", () => {
  it.each([
    ['policies', { policies }],
    ['rules', { rules, policies }],
    ['outcomes', { outcomes }],
    ['all of them', { policies, rules, outcomes }],
  ])('gives the same bytes on this thread, on one lane and on two: %s', async (_, own) => {
    const asked = { runs: 6, seed: 'own', ...own };
    const here = JSON.stringify(project(scenario, await loadInNode(asked)));
    expect(JSON.stringify(await one.project(scenario, asked))).toBe(here);
    expect(JSON.stringify(await two.project(scenario, asked))).toBe(here);
    expect(here).not.toBe(JSON.stringify(project(scenario, { runs: 6, seed: 'own' })));
  });

  it('gives the same bytes in a comparison of both, and in a study of policies held possible', async () => {
    const variant = { policies, rules };
    const compared = { runs: 6, histories: 2, variant };
    const onTwo = await two.explainDifference(scenario, scenario, compared);
    expect(JSON.stringify(onTwo)).toBe(
      JSON.stringify(await one.explainDifference(scenario, scenario, compared)),
    );
    const study = { ownWorlds: 4, worlds: 2, policies: ['status-quo', policies.US] } as const;
    expect(await two.uncertainty(scenario, study)).toEqual(await one.uncertainty(scenario, study));
  });

  it('is kept by a play, and crosses with it', async () => {
    const now = play(scenario, await loadInNode({ policies, rules, today: '2025-10-27' }));
    expect(await two.project(now, { runs: 4 })).toEqual(project(now, { runs: 4 }));
  });

  it('crosses to whatever imports it on the other side of a port', async () => {
    const { page, worker } = channel();
    serve(worker, perform, importModule);
    const analysis = ANALYSES.project(scenario, await loadInNode(how));
    const answer = await onLanes(analysis, { lanes: [portLane(page)], clock: () => 0 });
    expect(answer).toEqual(project(scenario, await loadInNode(how)));
  });

  it('fails a part on a side that imports nothing, with the module that was asked for', async () => {
    const { page, worker } = channel();
    serve(worker, perform);
    const analysis = ANALYSES.project(scenario, await loadInNode(how));
    await expect(onLanes(analysis, { lanes: [portLane(page)], clock: () => 0 })).rejects.toThrow(
      /nothing is imported here/,
    );
  });

  it('may be a path from the folder of the process', async () => {
    const path = { US: { module: './test/node/own-module.ts', name: 'waiver' } };
    expect(await one.project(scenario, { ...how, policies: path })).toEqual(await one.project(scenario, how));
  });

  it('is imported by whatever is handed over, so that no module system is needed but the caller’s', async () => {
    const names: string[] = [];
    const loaded = await loadOwn({ outcomes }, (name) => {
      names.push(name);
      return Promise.resolve({ lower, default: () => false });
    });
    expect(names).toEqual([module, module]);
    expect(loaded.outcomes[0]?.when).toBe(lower);
  });

  it.each([
    [
      'a module that there is not',
      { US: { module: './no-such.mjs', name: 'x' } },
      'policies.US.module',
      null,
    ],
    ['an export that there is not', { US: { module, name: 'waver' } }, 'policies.US.name', 'waiver'],
    ['an export that is no policy', { CN: { module, name: 'five' } }, 'policies.CN', null],
    ['rules in place of a policy', { CN: { module, name: 'rules' } }, 'policies.CN.id', null],
  ])('is refused for %s, at its place', async (_, given, path, didYouMean) => {
    const refused = one.project(scenario, { runs: 2, policies: given as never });
    await expect(refused).rejects.toMatchObject({ name: 'InputError', path, didYouMean });
  });

  it.each([
    ['policies.US', { policies }],
    ['rules', { rules }],
    ['outcomes.0.when', { outcomes }],
  ])('is refused at %s by a function that answers at once, with what to say instead', (path, own) => {
    expect(() => project(scenario, { runs: 2, ...own })).toThrow(InputError);
    expect(() => project(scenario, { runs: 2, ...own })).toThrow(new RegExp(`^${path}: .*await loadOwn`));
  });

  it('leaves options without a module as they are', async () => {
    const plain = { runs: 3, policies: { US: 'hard-liner' }, rules: imported } as const;
    expect(await loadInNode(plain)).toBe(plain);
    expect(await loadInNode(undefined)).toBeUndefined();
  });
});

describe("functions of one's own of no known module", () => {
  const bare = { US: { ...policyOf('status-quo'), id: 'mine' } };

  it('are refused on threads in one sentence that says what to do, before anything is run', async () => {
    const fresh = new ThreadPool();
    const refused = threadsOf(fresh, { workers: 2 }).project(scenario, { runs: 4, policies: bare });
    await expect(refused).rejects.toMatchObject({
      name: 'InputError',
      code: 'own/cannot-cross',
      path: 'workers',
      allowed: expect.stringContaining('{ module:') as string,
    });
    expect(fresh.size).toBe(0);
  });

  it('run with one worker, to the same answer', async () => {
    expect(await one.project(scenario, { runs: 4, policies: bare })).toEqual(
      project(scenario, { runs: 4, policies: bare }),
    );
  });
});

describe('a scenario that supposes an event of a type of one’s own', () => {
  it('is projected on threads with the module of its rules', async () => {
    const event = { type: 'tariff.waive', actor: 'US', on: '2025-10-26', id: 'us/ieepa-fentanyl' };
    const given = { ...scenario, id: 'waived', events: { ...scenario.events, waived: event } };
    const parsed = parseScenario(given, undefined, { rules: imported });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const asked = { runs: 4, rules };
    const found = await two.project(parsed.scenario, asked);
    expect(found).toEqual(project(parsed.scenario, { runs: 4, rules: imported }));
    expect(found.refused).toEqual([]);
  });
});
