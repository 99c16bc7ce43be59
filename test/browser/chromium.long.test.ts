/**
 * The packed package in a page, bundled by Vite and by esbuild, in a real Chromium: projections in a worker, first rough and
 * then sharp, to the bytes of this thread, and the page never held up.
 */
import { createServer as createHttpServer, type Server } from 'node:http';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build as bundled } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { build as viteBuild, createServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play, act, advise, project } from '../../src/entries/index';
import { existing } from '../../src/kit/lists';
import { chromiumPath, launch } from '../report/page/chromium';
import { install, newConsumer } from '../packed';

const { consumer, installed, write } = newConsumer('browser');
/** Few: each takes a browser some hundredths of a second, and three of them do it. */
const RUNS = 400;

/** The page: asks, and keeps what it was told and how long it was held up. */
const APP = `
import { act, play, policies as shipped } from 'detente';
import { inWorkers, projectProgressively } from 'detente/browser';

const statusQuo = shipped.find(({ id }) => id === 'status-quo');

/** The longest stretch for which nothing else was heard, while something was done. */
async function heldUp(work) {
  let longest = 0, last = performance.now(), over = false;
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!over) setTimeout(() => port1.postMessage(0), 1);
  };
  port1.postMessage(0);
  const value = await work();
  longest = Math.max(longest, performance.now() - last);
  over = true;
  return { value, longest };
}

async function shown(subject, options) {
  const begun = performance.now();
  const partials = [];
  let first, last;
  for await (const soFar of projectProgressively(subject, options)) {
    first ??= performance.now() - begun;
    partials.push({ runs: soFar.runs, partial: soFar.partial ?? null, classes: soFar.outcomes.length });
    last = soFar;
  }
  return { partials, last: JSON.stringify(last), first, whole: performance.now() - begun };
}

globalThis.asks = {
  project: (runs, workers) => heldUp(() => shown('kuala-lumpur-2025', { runs, workers })),
  play: (event, runs) => {
    const acted = act(play('kuala-lumpur-2025'), event);
    if (!acted.ok) return acted.refusals;
    return shown(acted.play, { runs });
  },
  advise: (options) => inWorkers().advise('kuala-lumpur-2025', options).then(JSON.stringify),
  ownFunction: async (workers) => {
    const policies = { US: { ...statusQuo, id: 'mine', decide: () => [] } };
    try {
      for await (const soFar of projectProgressively('kuala-lumpur-2025', { runs: 30, policies, workers }))
        if (soFar.partial === undefined) return soFar.outcomes.length;
    } catch (error) { return error.code; }
  },
  abort: async () => {
    const controller = new AbortController();
    let seen = 0;
    try {
      for await (const soFar of projectProgressively('kuala-lumpur-2025', { runs: 100000, signal: controller.signal })) {
        seen = soFar.runs;
        controller.abort(new Error('enough'));
      }
    } catch (error) { return { seen, message: error.message }; }
  },
  noWorker: async () => {
    try {
      const startWorker = () => new Worker('/not-there.js', { type: 'module' });
      for await (const soFar of projectProgressively('kuala-lumpur-2025', { runs: 30, startWorker })) return soFar.runs;
    } catch (error) { return { name: error.name, message: error.message }; }
  },
};
globalThis.ready = true;
`;
const PAGE = (script: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>t</title></head><body><script type="module" src="${script}"></script></body></html>`;

/** Serves a folder as static files. */
function served(folder: string): Promise<Server> {
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };
  const server = createHttpServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    try {
      const body = readFileSync(join(folder, path));
      response
        .writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
const addressOf = (server: { address(): unknown }) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

interface Held {
  readonly value: {
    readonly partials: readonly { runs: number; partial: object | null; classes: number }[];
    readonly last: string;
    readonly first: number;
    readonly whole: number;
  };
  readonly longest: number;
}

const chromium = chromiumPath();
describe.skipIf(chromium === null)(
  chromium === null ? 'in a page: skipped, no Chromium is installed' : 'in a page',
  () => {
    let browser: Browser;
    const closers: (() => unknown)[] = [];
    const pages: Record<string, Page> = {};
    const complaints: string[] = [];

    async function open(name: string, address: string) {
      const page = await browser.newPage();
      page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
      await page.goto(address);
      await page.waitForFunction(() => (globalThis as { ready?: boolean }).ready === true);
      pages[name] = page;
    }

    beforeAll(async () => {
      install({ consumer, installed });
      write('app.js', APP);
      write('index.html', PAGE('/app.js'));
      browser = await launch(existing(chromium));
      closers.push(() => browser.close());

      await viteBuild({
        root: consumer,
        logLevel: 'error',
        build: { outDir: 'vite-dist', target: 'es2022' },
      });
      const built = await served(join(consumer, 'vite-dist'));
      closers.push(() => built.close());
      await open('Vite', addressOf(built));

      const dev = await createServer({
        root: consumer,
        logLevel: 'error',
        server: { port: 0, host: '127.0.0.1' },
      });
      await dev.listen();
      closers.push(() => dev.close());
      await open("Vite's dev server", addressOf(existing(dev.httpServer)));

      await bundled({
        entryPoints: [join(consumer, 'app.js')],
        outdir: join(consumer, 'esbuild-dist'),
        bundle: true,
        splitting: true,
        format: 'esm',
        target: 'es2022',
        minify: true,
        logLevel: 'error',
      });
      copyFileSync(
        join(installed, 'dist/browser-worker.js'),
        join(consumer, 'esbuild-dist/browser-worker.js'),
      );
      write('esbuild-dist/index.html', PAGE('/app.js'));
      const other = await served(join(consumer, 'esbuild-dist'));
      closers.push(() => other.close());
      await open('esbuild', addressOf(other));
    }, 300_000);

    afterAll(async () => {
      for (const close of closers.reverse()) await close();
      rmSync(consumer, { recursive: true, force: true });
    });

    const ask = <Answer>(page: string, name: string, ...given: unknown[]): Promise<Answer> =>
      existing(pages[page]).evaluate(
        ([asked, values]) =>
          (globalThis as unknown as { asks: Record<string, (...given: unknown[]) => unknown> }).asks[asked]!(
            ...values,
          ) as Promise<Answer>,
        [name, given] as [string, unknown[]],
      ) as Promise<Answer>;

    const PLACES = ['Vite', "Vite's dev server", 'esbuild'];

    it.each(PLACES)(
      'by %s, a projection grows from rough to the bytes of this thread, and nothing is held up',
      async (place) => {
        const { value, longest } = await ask<Held>(place, 'project', RUNS);
        expect(value.last).toBe(JSON.stringify(project('kuala-lumpur-2025', { runs: RUNS })));
        const runs = value.partials.map((one) => one.runs);
        expect(runs.length).toBeGreaterThan(2);
        expect(runs).toEqual([...new Set(runs)].sort((a, b) => a - b));
        expect(value.partials.at(-1)?.partial).toBeNull();
        for (const { runs: done, partial } of value.partials.slice(0, -1))
          expect(partial).toEqual({ done, asked: RUNS });
        // eslint-disable-next-line no-console
        console.log(
          `${place}: first ${Math.round(value.first)} ms, whole ${Math.round(value.whole)} ms, longest wait ${Math.round(longest)} ms`,
        );
      },
    );

    it('without workers, the same comes in slices of the page, which hears all the while', async () => {
      const { value, longest } = await ask<Held>('Vite', 'project', 400, 0);
      expect(value.last).toBe(JSON.stringify(project('kuala-lumpur-2025', { runs: 400 })));
      // eslint-disable-next-line no-console
      console.log(`slices: longest wait ${Math.round(longest)} ms`);
    });

    it('a play and advice come to the bytes of this thread', async () => {
      const event = { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025' } as const;
      const acted = act(play('kuala-lumpur-2025'), event);
      const found = await ask<unknown>('Vite', 'play', event, 300);
      if (acted.ok)
        expect((found as Held['value']).last).toBe(JSON.stringify(project(acted.play, { runs: 300 })));
      else expect(found).toEqual(acted.refusals);
      const how = { party: 'US', objective: 'held', only: ['meeting'], runs: 400 } as const;
      expect(await ask('Vite', 'advise', how)).toBe(JSON.stringify(advise('kuala-lumpur-2025', how)));
    });

    it('a function of one’s own is refused by a worker, and done in slices', async () => {
      expect(await ask('Vite', 'ownFunction', 1)).toBe('own/cannot-cross');
      expect(await ask('Vite', 'ownFunction', 0)).toBe(6);
    });

    it('is stopped by its signal, with the reason of that', async () => {
      const { seen, message } = await ask<{ seen: number; message: string }>('Vite', 'abort');
      expect(seen).toBeGreaterThan(0);
      expect(seen).toBeLessThan(100_000);
      expect(message).toBe('enough');
    });

    it('says how to mend a worker that cannot start', async () => {
      const told = await ask<{ name: string; message: string }>('Vite', 'noWorker');
      expect(told.name).toBe('WorkerStartError');
      expect(told.message).toContain('dist/browser-worker.js');
    });

    it('complains of nothing', () => expect(complaints).toEqual([]));
  },
);
