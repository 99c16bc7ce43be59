/**
 * The site is built as a reader builds it, every link of what was built leads somewhere, and its pages are looked at in a real Chromium:
 * at three widths, in light and dark, with axe. What cannot be done on this machine is skipped in words.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { basename, dirname, extname, join, relative } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesOfTheSite, placeOf } from '../site/assemble';
import { chromiumPath, launch } from './report/page/chromium';
import { filesBelow, root } from './sources';

const dist = join(root, 'site/.vitepress/dist');
const executable = chromiumPath();
const INSTALLED = existsSync(join(root, 'site/node_modules/vitepress'));
const NOT_INSTALLED =
  'The site is NOT tested: what it is made with is not installed. Run "npm ci --prefix site".';
const NO_BROWSER =
  'The site is NOT looked at in a browser: no Chromium was found. Install Debian\'s "chromium" or set CHROMIUM_PATH.';

const WIDTHS = [360, 768, 1440] as const;
const SCHEMES = ['light', 'dark'] as const;
/** One page of each kind: home, start, concept with a picture, long tables, generated reference, code, source file. */
const LOOKED_AT = [
  'index.html',
  'start/developer.html',
  'concepts/state.html',
  'scenarios.html',
  'actions/tariff.html',
  'api/detente/functions/project.html',
  'api/detente/index.html',
  'project/readme.html',
  'gallery/index.html',
] as const;
const cases = LOOKED_AT.flatMap((page, at) =>
  WIDTHS.flatMap((width, across) =>
    SCHEMES.map((scheme, down) => ({
      page,
      width,
      scheme,
      // An audit takes seconds: each page in one combination, all combinations over the pages.
      audited: at % 6 === 2 * across + down,
    })),
  ),
);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

/** The file that an address of the site means. */
function fileAt(path: string): string | null {
  const file = join(dist, decodeURIComponent(path));
  const found = [file, `${file}.html`, join(file, 'index.html')].find(
    (name) => existsSync(name) && statSync(name).isFile(),
  );
  return found ?? null;
}

function served(): Promise<Server> {
  const server = createServer((request, response) => {
    const file = fileAt((request.url ?? '/').replace(/[?#].*$/, ''));
    if (file === null) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
        .end(readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Links and pictures of a built page that lead to nothing on the site. */
function deadIn(file: string, text: string = readFileSync(file, 'utf8')): string[] {
  return [...text.matchAll(/\s(?:href|src)="([^"]+)"/g)].flatMap(([, address = '']) => {
    if (/^(?:[a-z]+:|\/\/)/i.test(address)) return [];
    const [path = '', anchor = ''] = address.replace(/&amp;/g, '&').split('#');
    const from = path.startsWith('/') ? path : join('/', relative(dist, dirname(file)), path);
    const there = path === '' ? file : fileAt(from);
    if (there === null) return [`${relative(dist, file)}: ${address}`];
    if (anchor === '' || !there.endsWith('.html')) return [];
    const ids = readFileSync(there, 'utf8');
    return ids.includes(`id="${decodeURIComponent(anchor)}"`) ? [] : [`${relative(dist, file)}: ${address}`];
  });
}

if (!INSTALLED) {
  process.stderr.write(`${NOT_INSTALLED}\n`);
  describe('the site', () => {
    it.skip(NOT_INSTALLED, () => undefined);
  });
} else {
  describe('the site', () => {
    it('is built without a network, a warning or a dead link', { timeout: 600_000 }, () => {
      const { status, stdout, stderr } = spawnSync('npm', ['run', 'site'], {
        cwd: root,
        encoding: 'utf8',
        // Whatever would be fetched has nowhere to come from.
        env: {
          ...process.env,
          npm_config_offline: 'true',
          HTTPS_PROXY: 'http://127.0.0.1:9',
          HTTP_PROXY: 'http://127.0.0.1:9',
        },
      });
      expect(status, stdout + stderr).toBe(0);
      expect(stdout).toMatch(/pages of the repository/);
      const pages = filesBelow(dist).filter((file) => file.endsWith('.html') && !file.includes('/gallery/'));
      expect(pages.length).toBeGreaterThan(400);
      expect(pages.flatMap((page) => deadIn(page))).toEqual([]);
      const wrong = '<a href="/no-such.html">a</a> <a href="#nowhere">b</a> <a href="/model.html">c</a>';
      expect(deadIn(join(dist, 'index.html'), wrong)).toEqual([
        'index.html: /no-such.html',
        'index.html: #nowhere',
      ]);
    });

    it('describes every function and type that the library exports', () => {
      const list = readFileSync(join(root, 'site/.pages/api/detente/index.md'), 'utf8');
      for (const name of ['project', 'act', 'explain', 'State', 'Event', 'InputError'])
        expect(list).toContain(`[${name}]`);
    });

    it('has a name and words for every parameter', () => {
      const tables = filesBelow(join(root, 'site/.pages/api')).flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^#+ Parameters\n\n(.*)\n.*\n((?:\|.*\n)+)/gm)].map(
          ([, head = '', rows = '']) => ({ page: basename(file), head, rows: rows.trimEnd().split('\n') }),
        ),
      );
      expect(tables.length).toBeGreaterThan(200);
      const bare = tables.flatMap(({ page, head, rows }) =>
        rows
          .filter(
            (row) => !head.includes('Description') || / \| -? ?\|$/.test(row) || row.includes('__named'),
          )
          .map((row) => `${page}: ${row}`),
      );
      // Two errors are made as any other is: what their message is the language says.
      expect(bare.filter((row) => !/^(?:Checkpoint|Token)Error\.md/.test(row))).toEqual([]);
    });
  });
}

if (INSTALLED && executable === null) {
  process.stderr.write(`${NO_BROWSER}\n`);
  describe('the site in a browser', () => {
    it.skip(NO_BROWSER, () => undefined);
  });
}

if (INSTALLED && executable !== null) {
  describe('the site in a browser', () => {
    let browser: Browser;
    let server: Server;
    let base: string;

    beforeAll(async () => {
      server = await served();
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      browser = await launch(executable);
    });
    afterAll(async () => {
      await browser.close();
      server.close();
    });

    async function opened(
      path: string,
      how: Parameters<Browser['newContext']>[0],
      see: (page: Page) => Promise<void>,
    ) {
      const context = await browser.newContext(how);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(base))
          faults.push(request.url());
      });
      page.on('response', (response) => {
        if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
      });
      try {
        await page.goto(base + path, { waitUntil: 'networkidle' });
        await see(page);
        expect(faults).toEqual([]);
      } finally {
        await context.close();
      }
    }

    it.each(cases)('$page at $width px in $scheme: nothing is cut off, audited: $audited', async (one) => {
      const how = { viewport: { width: one.width, height: 900 }, colorScheme: one.scheme };
      await opened(one.page, how, async (page) => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(one.width);
        if (!one.audited) return;
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)} ${nodes[0]?.any[0]?.message ?? ''}`,
          ),
        ).toEqual([]);
      });
    });

    it('has no page that goes beyond a narrow screen, and none with a picture that is not there', async () => {
      const how = { viewport: { width: 360, height: 800 } };
      const addresses = pagesOfTheSite().map((page) => placeOf(page).replace(/\.md$/, '.html'));
      const beyond: string[] = [];
      const see = async (page: Page) => {
        for (const address of addresses) {
          await page.goto(base + address, { waitUntil: 'load' });
          const wide = await page.evaluate('document.documentElement.scrollWidth');
          const lost = await page.evaluate('[...document.images].some((image) => image.naturalWidth === 0)');
          if (Number(wide) > how.viewport.width || lost === true) beyond.push(`${address}: ${String(wide)}`);
        }
      };
      await opened('index.html', how, see);
      expect(addresses.length).toBeGreaterThan(80);
      expect(beyond).toEqual([]);
    });

    it('finds a word by the search on the page, and nobody is asked', async () => {
      await opened('index.html', { viewport: { width: 1440, height: 900 } }, async (page) => {
        const field = page.locator('#localsearch-input');
        // The page listens to the keys once its scripts have run.
        while (!(await field.isVisible())) await page.keyboard.press('Control+k');
        await field.fill('snapback');
        await page.locator('.result').first().waitFor();
        expect(await page.locator('.result').count()).toBeGreaterThan(0);
      });
    });
  });
}
