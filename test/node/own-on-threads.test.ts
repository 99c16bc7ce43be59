import { expect, it } from 'vitest';
import { project } from '../../src/entries/index';
import { threadsOf } from '../../src/node/on-threads';
import { ThreadPool } from '../../src/node/threads';
import { policyOf } from '../../src/policies/index';
import { oneIssue } from '../ensemble/one-issue';

const scenario = oneIssue();
const policies = { US: { ...policyOf('status-quo'), id: 'mine' } };

it("refuses functions of one's own on threads in one sentence, before anything is run", async () => {
  const pool = new ThreadPool();
  const refused = threadsOf(pool, { workers: 2 }).project(scenario, { runs: 4, policies });
  await expect(refused).rejects.toMatchObject({
    name: 'InputError',
    code: 'own/cannot-cross',
    path: 'workers',
  });
  expect(pool.size).toBe(0);
});

it("runs functions of one's own with one worker, to the same answer", async () => {
  const alone = threadsOf(new ThreadPool(), { workers: 1 }).project(scenario, { runs: 4, policies });
  expect(await alone).toEqual(project(scenario, { runs: 4, policies }));
});
