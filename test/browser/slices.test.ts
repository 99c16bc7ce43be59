/** Slices of the page's own thread: each heavy step is in a turn of its own, told by a clock that says that every look took too long. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { policies } from '../../src/policies/index';
import { existing } from '../../src/kit/lists';
import { projectProgressively } from '../../src/browser/progressive';
import { turn } from '../../src/browser/slices';
import { oneIssue } from '../ensemble/one-issue';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What a projection in slices does, in its order, a letter each: t for a turn of the page. */
async function steps(): Promise<string> {
  let done = '';
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
  const immediately = setImmediate;
  vi.stubGlobal('setImmediate', (resolve: () => void) =>
    immediately(() => {
      done += 't';
      resolve();
    }),
  );
  const statusQuo = existing(policies.find(({ id }) => id === 'status-quo'));
  const watched = {
    ...statusQuo,
    id: 'watched',
    decide: () => {
      if (!done.endsWith('d')) done += 'd';
      return [];
    },
  };
  const options = { runs: 60, workers: 0, policies: { US: watched }, onProgress: () => void (done += 'p') };
  for await (const soFar of projectProgressively(oneIssue(), options))
    done += soFar.partial === undefined ? 'A' : 'a';
  return done;
}

describe('in slices of this thread', () => {
  it('the page has its turn between the days of episodes, what is taken of them, and what is shown of it', async () => {
    const done = await steps();
    // Days are decided on, progress is told where a part is taken, and answers are shown.
    for (const what of ['d', 'p', 'a', 'A']) expect(done).toContain(what);
    expect(done).not.toMatch(/dp|pd|pa|ad|da/);
    // Before anything is made ready, and between that and the first day.
    expect(done).toMatch(/^t{5,}d/);
  });
});

describe('a turn of a page', () => {
  it('comes behind the messages and timers that wait already, in the order in which turns were asked for', async () => {
    vi.stubGlobal('setImmediate', undefined);
    const heard: string[] = [];
    const { port1, port2 } = new MessageChannel();
    port2.on('message', () => heard.push('message'));
    port1.postMessage(null);
    await Promise.all([turn().then(() => heard.push('first')), turn().then(() => heard.push('second'))]);
    port1.close();
    expect(heard).toEqual(['message', 'first', 'second']);
  });

  it('is a timer where nothing else is at hand', async () => {
    vi.stubGlobal('setImmediate', undefined);
    vi.stubGlobal('MessageChannel', undefined);
    let timers = 0;
    vi.stubGlobal('setTimeout', (resolve: () => void) => {
      timers += 1;
      resolve();
    });
    await turn();
    expect(timers).toBe(1);
  });
});
