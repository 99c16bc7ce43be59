import { describe, expect, it } from 'vitest';
import { ENSEMBLE_KINDS, performer } from '../../../src/analyses/kinds';
import { onLanes } from '../../../src/analyses/runner/lanes';
import { portLane, serve, type Order } from '../../../src/analyses/runner/port';
import { explainDifference, project } from '../../../src/entries/index';
import { explainedDifference } from '../../../src/report/wording/explained-difference';
import { projection } from '../../../src/analyses/project';
import { oneIssue } from '../../ensemble/one-issue';
import { channel } from './lanes-of-chance';

const scenario = oneIssue();
const variant = oneIssue({
  id: 'variant',
  agenda: ['extension'],
  hypotheses: { leverKept: true, gambitValidated: true },
});

/** A worker as a page sees it: a port on whose other side parts are done. */
function workerOfAPage() {
  const { page, worker, crossed } = channel();
  const lane = portLane(page);
  serve(worker, performer(ENSEMBLE_KINDS));
  const orders = () => crossed.filter((message): message is Order => (message as Order).order !== undefined);
  return { lane, orders };
}

describe('a lane over a port', () => {
  it('gives the same bytes as this thread', async () => {
    const workers = [workerOfAPage(), workerOfAPage()];
    const supply = { lanes: workers.map(({ lane }) => lane), clock: () => 0 };
    const asked = { runs: 30, histories: 4 };
    expect(await onLanes(projection(scenario, { runs: 40 }), supply)).toEqual(
      project(scenario, { runs: 40 }),
    );
    expect(await onLanes(explainedDifference(scenario, variant, asked), supply)).toEqual(
      explainDifference(scenario, variant, asked),
    );
  });

  it('is given each setting once, and told when it comes no more', async () => {
    const { lane, orders } = workerOfAPage();
    const analysis = explainedDifference(scenario, variant, { runs: 30, histories: 4 });
    await onLanes(analysis, { lanes: [lane], clock: () => 0 });
    const kinds = orders().flatMap((order) => (order.order === 'keep' ? [order.kind] : []));
    expect(kinds).toEqual(['quantities', 'divergences']);
    const performed = orders().filter(({ order }) => order === 'perform');
    expect(performed.length).toBeGreaterThan(4);
    expect(orders().flatMap((order) => (order.order === 'forget' ? [order.setting] : []))).toEqual([1, 2]);
    expect(orders().at(-1)!.order).toBe('forget');
  });

  it('rejects with the error with which a part fails on the other side', async () => {
    const { lane } = workerOfAPage();
    const part = { kind: 'dance', setting: {}, from: 0, to: 1, isWanted: () => true };
    await expect(lane.perform(part)).rejects.toThrow('no work is of the kind "dance"');
    const uncloneable = { ...part, setting: { run: () => undefined } };
    await expect(lane.perform(uncloneable)).rejects.toThrow();
  });

  it('rejects what is under way where the other side breaks away', async () => {
    const { page } = channel();
    const lane = portLane(page);
    const part = { kind: 'tally', setting: {}, from: 0, to: 1, isWanted: () => true };
    const waiting = lane.perform(part);
    lane.breakOff(new Error('the tab was closed'));
    await expect(waiting).rejects.toThrow('the tab was closed');
  });
});
