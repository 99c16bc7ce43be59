/** Projections that grow: over ports that copy what crosses, as a worker's do, and in slices of this thread. */
import { afterEach, describe, expect, it } from 'vitest';
import { play } from '../../src/analyses/play';
import { project, type Explained } from '../../src/analyses/project';
import { ENSEMBLE_KINDS, performer } from '../../src/analyses/kinds';
import { serve } from '../../src/analyses/runner/port';
import { inWorkers } from '../../src/browser/all-in-workers';
import { endWorkers } from '../../src/browser/in-workers';
import { projectProgressively, type ProgressiveOptions } from '../../src/browser/progressive';
import { WorkerPool, type WorkerLike } from '../../src/browser/workers';
import { VERSION } from '../../src/kit/version';
import { policies } from '../../src/policies/index';
import { channel } from '../analyses/runner/lanes-of-chance';
import { oneIssue } from '../ensemble/one-issue';

const scenario = oneIssue();
afterEach(endWorkers);

/** Starts stand-ins of workers that take a moment for each part, and counts them. */
function standIns() {
  const made = { count: 0, ended: 0 };
  const start = (): WorkerLike => {
    const { page, worker } = channel();
    made.count += 1;
    serve(
      {
        postMessage: (message) => setTimeout(() => worker.postMessage(message), 15),
        set onmessage(heard: ((event: never) => void) | null) {
          worker.onmessage = heard;
        },
        get onmessage() {
          return worker.onmessage;
        },
      },
      performer(ENSEMBLE_KINDS),
    );
    return Object.assign(page, { onerror: null, terminate: () => void (made.ended += 1) });
  };
  return { start, made };
}

async function all(subject: Parameters<typeof projectProgressively>[0], options: ProgressiveOptions) {
  const shown: Explained[] = [];
  for await (const soFar of projectProgressively(subject, options)) shown.push(soFar);
  return shown;
}

/** A projection but for what says that there is more to come. */
function bare({ partial: _, digest: __, ...rest }: Explained) {
  return rest;
}

const WAYS: readonly (readonly [string, () => ProgressiveOptions])[] = [
  ['a worker', () => ({ startWorker: standIns().start, workers: 1 })],
  ['three workers', () => ({ startWorker: standIns().start, workers: 3 })],
  ['slices of this thread', () => ({ workers: 0 })],
];

describe.each(WAYS)('a projection that grows in %s', (_, how) => {
  it('shows at each step what a projection of so many runs is, and ends with that of all, byte for byte', async () => {
    const shown = await all(scenario, { runs: 150, seed: 'grows', ...how() });
    expect(shown.length).toBeGreaterThan(1);
    for (const soFar of shown.slice(0, -1)) expect(soFar.partial).toEqual({ done: soFar.runs, asked: 150 });
    const [first] = shown;
    expect(bare(first!)).toEqual(bare(project(scenario, { runs: first!.runs, seed: 'grows' })));
    const runs = shown.map((soFar) => soFar.runs);
    expect(runs).toEqual([...new Set(runs)].sort((a, b) => a - b));
    expect(JSON.stringify(shown.at(-1))).toBe(
      JSON.stringify(project(scenario, { runs: 150, seed: 'grows' })),
    );
  });
});

describe('what is shown so far', () => {
  it.each([
    ['of runs that meet a condition', { given: 'held' }],
    ['of what has happened, taken as seen', { observed: true }],
    ['up to a stop rule', { until: { of: 'held', halfWidth: 0.08 } }],
  ] as const)('is whole, too, %s', async (_, more) => {
    const options = { runs: 260, ...more };
    const shown = await all(play(scenario), { ...options, workers: 0 });
    expect(JSON.stringify(shown.at(-1))).toBe(JSON.stringify(project(play(scenario), options)));
    for (const soFar of shown) {
      expect(soFar.outcomes?.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 4);
      expect(soFar.digest).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});

describe('a projection that nobody wants any more', () => {
  it('rejects with the reason of its signal, whatever was shown', async () => {
    const controller = new AbortController();
    const steps = projectProgressively(scenario, { runs: 100_000, workers: 0, signal: controller.signal });
    expect((await steps.next()).value?.partial).toMatchObject({ asked: 100_000 });
    controller.abort(new Error('enough'));
    await expect(steps.next()).rejects.toThrow('enough');
    const { signal } = controller;
    await expect(projectProgressively(scenario, { signal }).next()).rejects.toThrow('enough');
  });

  it('is worked on no longer when its loop is left', async () => {
    const { start } = standIns();
    let told = 0;
    const onProgress = (done: number) => void (told = done);
    for await (const _ of projectProgressively(scenario, {
      runs: 1e6,
      startWorker: start,
      workers: 1,
      onProgress,
    }))
      break;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const then = told;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told).toBe(then);
    expect(then).toBeLessThan(1e6);
  });
});

describe('workers', () => {
  it('are kept for the next analysis, and started anew after they were ended', async () => {
    const { start, made } = standIns();
    const { project: projected } = inWorkers({ startWorker: start, workers: 1 });
    const wanted = project(scenario, { runs: 60 });
    expect([await projected(scenario, { runs: 60 }), await projected(scenario, { runs: 60 })]).toEqual([
      wanted,
      wanted,
    ]);
    expect(made).toEqual({ count: 1, ended: 0 });
    endWorkers();
    expect(await projected(scenario, { runs: 60 })).toEqual(wanted);
    expect(made).toEqual({ count: 2, ended: 1 });
  });

  it('are given no function of one’s own: slices of this thread take it', async () => {
    const [own] = policies;
    const { start } = standIns();
    const options = { runs: 20, policies: { US: { ...own!, id: 'mine' } } };
    const refused = projectProgressively(scenario, { ...options, startWorker: start }).next();
    await expect(refused).rejects.toMatchObject({ code: 'own/cannot-cross', path: 'workers' });
    const shown = await all(scenario, { ...options, workers: 0 });
    expect(shown.at(-1)).toEqual(project(scenario, options));
  });

  it('that cannot start, or die, are told with what to do, and what they did is rejected', async () => {
    const throwing = () => {
      throw new Error('not allowed here');
    };
    const failed = projectProgressively(scenario, { startWorker: throwing }).next();
    await expect(failed).rejects.toThrow(/did not start: not allowed here; .*dist\/browser-worker\.js/);
    const silent = (): WorkerLike => {
      const worker: WorkerLike = {
        postMessage: () => undefined,
        onmessage: null,
        onerror: null,
        terminate: () => undefined,
      };
      setTimeout(() => worker.onerror?.({ message: '' } as never), 5);
      return worker;
    };
    const dead = projectProgressively(scenario, { startWorker: silent }).next();
    await expect(dead).rejects.toMatchObject({ name: 'WorkerStartError', said: '' });
  });

  /** A worker that answers every order as it is told. */
  const replying =
    (reply: (worker: WorkerLike, order: { readonly part?: number }) => void) => (): WorkerLike => {
      const worker: WorkerLike = {
        postMessage: (order) => queueMicrotask(() => reply(worker, order as { readonly part?: number })),
        onmessage: null,
        onerror: null,
        terminate: () => undefined,
      };
      return worker;
    };
  const says = (worker: WorkerLike, data: unknown) => worker.onmessage?.({ data } as never);

  const NO_WORKERS: readonly (readonly [what: string, start: () => unknown, said: RegExp])[] = [
    ['an empty object', () => ({}), /startWorker gave an object, which is no worker/],
    ['null', () => null, /startWorker gave null, which is no worker/],
    ['nothing', () => undefined, /startWorker gave nothing, which is no worker/],
    ['a promise', () => Promise.resolve(), /startWorker gave .*, which is no worker/],
    [
      'what cannot be listened to',
      () => Object.freeze({ postMessage: () => undefined, terminate: () => undefined }),
      /did not start: .*onmessage/,
    ],
    [
      'what cannot be spoken to',
      () => ({
        postMessage: () => {
          throw new Error('closed');
        },
        terminate: () => undefined,
      }),
      /did not start: closed/,
    ],
    ['what sends nothing', replying((worker) => says(worker, undefined)), /a message that is no reply/],
    [
      'what fails without an error',
      replying((worker, { part }) => says(worker, { part, ok: false })),
      /no reply/,
    ],
    [
      'what fails with a text',
      replying((worker, { part }) => says(worker, { part, ok: false, error: 'bad' })),
      /no reply/,
    ],
    [
      'one of another version',
      replying((worker) => says(worker, { part: 0, ok: true, result: '0.1.0' })),
      /what it said first is not what a worker of detente \d+\.\d+\.\d+ says/,
    ],
    [
      'what answers without a word of what it is',
      replying((worker, { part = 1 }) => says(worker, { part, ok: true, result: {} })),
      /what it said first is not what a worker of detente/,
    ],
    [
      'what cannot be read',
      replying((worker) =>
        worker.onmessage?.({
          get data() {
            throw new Error('a trap');
          },
        } as never),
      ),
      /did not start: a trap/,
    ],
    [
      'what dies with a word that cannot be read',
      replying((worker) =>
        worker.onerror?.({
          get message() {
            throw new Error('a trap');
          },
        } as never),
      ),
      /did not start; /,
    ],
    [
      'what dies without a word',
      replying((worker) => worker.onerror?.(undefined as never)),
      /did not start; /,
    ],
    [
      'what dies with the codes of a terminal',
      replying((worker) => worker.onerror?.({ message: '\u202e\u001b[31mX' } as never)),
      /did not start: \\u202e\\u001b\[31mX; /,
    ],
  ];
  it.each(NO_WORKERS)(
    'that are none are told as such, and those beside them can be ended: %s',
    async (_, start, said) => {
      const failed = inWorkers({ startWorker: start as () => WorkerLike, workers: 1 }).project(scenario, {
        runs: 20,
      });
      await expect(failed).rejects.toMatchObject({ name: 'WorkerStartError' });
      await expect(failed).rejects.toThrow(said);
      expect(endWorkers).not.toThrow();
    },
  );

  it.each([
    ['a part that nobody asked for', { part: 999, ok: true, result: {} }, /answers what nobody asked/],
    [
      'a failure that is no error',
      { part: 1, ok: false, error: { message: '\u001b[31m' } },
      /^an object that is no error$/,
    ],
  ])('that answer with %s are not waited for', async (_, answer, said) => {
    const start = replying((worker, order) => {
      if ('setting' in order && order.part === undefined)
        says(worker, { part: 0, ok: true, result: VERSION });
      else says(worker, answer);
    });
    const failed = inWorkers({ startWorker: start, workers: 1 }).project(scenario, { runs: 20 });
    await expect(failed).rejects.toBeInstanceOf(Error);
    await expect(failed).rejects.toThrow(said);
  });

  it('are all ended where one of them cannot be', () => {
    const ended: number[] = [];
    let made = 0;
    const pool = new WorkerPool(() => {
      const number = (made += 1);
      return {
        postMessage: () => undefined,
        onmessage: null,
        onerror: null,
        terminate: () => {
          ended.push(number);
          if (number === 1) throw new Error('gone already');
        },
      };
    });
    pool.lanes(3);
    pool.end();
    expect([ended, pool.size]).toEqual([[1, 2, 3], 0]);
  });

  it('are as many as were asked for at most', () => {
    const { start, made } = standIns();
    const pool = new WorkerPool(start);
    expect(pool.lanes(2)).toHaveLength(2);
    expect(pool.lanes(1)).toEqual(pool.lanes(2).slice(0, 1));
    expect([pool.size, made.count]).toEqual([2, 2]);
    pool.end();
    expect([pool.size, made.ended]).toEqual([0, 2]);
  });
});
