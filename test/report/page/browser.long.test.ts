/** Pages in a real Chromium: accessibility, layout at three widths and in both schemes, keyboard, no scripts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparisonReport, projectionReport, scenariosReport } from '../../../src/entries/report';
import { chromiumPath, launch } from './chromium';
import { FEW_RUNS, hostile, scenario, variant } from './subjects';

const executable = chromiumPath();
const WIDTHS = [360, 768, 1440] as const;
const SCHEMES = ['light', 'dark'] as const;
const NAMES = ['projection', 'comparison', 'scenarios', 'hostile'] as const;
const cases = NAMES.flatMap((name) =>
  WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [name, width, scheme] as const)),
);

/** Each page in both schemes and at every width at least once: an audit takes seconds. */
const AUDITED = [
  ['projection', 360, 'light'],
  ['projection', 1440, 'dark'],
  ['comparison', 360, 'dark'],
  ['comparison', 768, 'light'],
  ['scenarios', 360, 'light'],
  ['scenarios', 1440, 'dark'],
  ['hostile', 768, 'light'],
] as const;

/** Pairs of texts of one shown drawing whose boxes meet; runs in the browser. */
const MEETING_LABELS = `(() => {
  const found = [];
  for (const svg of document.querySelectorAll('svg')) {
    if (svg.getClientRects().length === 0) continue;
    const boxes = [...svg.querySelectorAll('text')].filter((t) => t.textContent.trim() !== '').map((t) => [t.textContent, t.getBoundingClientRect()]);
    for (const [i, [a, p]] of boxes.entries()) for (const [b, q] of boxes.slice(i + 1)) {
      const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
      const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
      if (across > 1 && down > 2.5) found.push(svg.getAttribute('aria-labelledby') + ': ' + a + ' | ' + b);
    }
  }
  return found;
})()`;

/** Texts of drawings, and captions of tables that may go sideways, that reach beyond the screen; runs in the browser. */
const CUT_LABELS = `[...document.querySelectorAll('svg text, caption')].filter((t) => {
  const box = t.getBoundingClientRect();
  return box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5);
}).map((t) => t.textContent)`;

const SKIPPED =
  'Pages are NOT tested in a browser: no Chromium was found. Install Debian\'s "chromium" or set CHROMIUM_PATH.';

if (executable === null) {
  process.stderr.write(`${SKIPPED}\n`);
  describe('pages in a browser', () => {
    it.skip(SKIPPED, () => undefined);
  });
} else {
  describe('pages in a browser', () => {
    const folder = mkdtempSync(join(tmpdir(), 'detente-pages-'));
    const addressOf = (name: string) => pathToFileURL(join(folder, `${name}.html`)).href;
    let browser: Browser;

    async function opened<T>(
      name: string,
      how: Parameters<Browser['newContext']>[0],
      see: (page: Page, context: BrowserContext) => Promise<T>,
    ): Promise<T> {
      const context = await browser.newContext(how);
      try {
        const page = await context.newPage();
        await page.goto(addressOf(name));
        return await see(page, context);
      } finally {
        await context.close();
      }
    }

    beforeAll(async () => {
      const options = { runs: FEW_RUNS, seed: 'browser' };
      writeFileSync(join(folder, 'projection.html'), await projectionReport(scenario, options));
      writeFileSync(join(folder, 'comparison.html'), await comparisonReport(scenario, variant, options));
      writeFileSync(
        join(folder, 'scenarios.html'),
        await scenariosReport([scenario, variant, hostile], options),
      );
      writeFileSync(join(folder, 'hostile.html'), await projectionReport(hostile, options));
      browser = await launch(executable);
    });

    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it.each(cases)(
      '%s, %d px, %s: no label meets another and nothing is cut off',
      async (name, width, colorScheme) => {
        await opened(name, { viewport: { width, height: 900 }, colorScheme }, async (page) => {
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
          expect(await page.evaluate(MEETING_LABELS)).toEqual([]);
          expect(await page.evaluate(CUT_LABELS)).toEqual([]);
        });
      },
    );

    it.each(AUDITED)(
      '%s, %d px, %s: axe finds nothing, with every table open',
      async (name, width, colorScheme) => {
        await opened(name, { viewport: { width, height: 900 }, colorScheme }, async (page) => {
          await page.evaluate('document.querySelectorAll("details").forEach((d) => { d.open = true })');
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id, impact, nodes }) => `${impact}: ${id}, ${nodes[0]?.html.slice(0, 120)}`),
          ).toEqual([]);
        });
      },
    );

    it.each(NAMES)('%s: asks for nothing from elsewhere and logs no error', async (name) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const asked: string[] = [];
      const logged: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => logged.push(message.text()));
      page.on('pageerror', (error) => logged.push(error.message));
      await page.goto(addressOf(name));
      expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([addressOf(name)]);
      expect(logged).toEqual([]);
      expect(await page.evaluate('globalThis.stolen')).toBe(undefined);
      await context.close();
    });

    it('stays whole with scripts switched off: pictures are shown and tables open by keyboard', async () => {
      await opened('projection', { javaScriptEnabled: false }, async (page) => {
        await page.locator('#outcomes summary').focus();
        await page.keyboard.press('Enter');
        expect(await page.locator('#outcomes table').isVisible()).toBe(true);
        expect(await page.locator('#outcomes svg').first().isVisible()).toBe(true);
      });
    });

    it('leads the keyboard to the answer first, then through links, tables and their openers in order', async () => {
      await opened('projection', {}, async (page) => {
        await page.keyboard.press('Tab');
        expect(await page.evaluate('document.activeElement.className')).toBe('skip');
        await page.keyboard.press('Enter');
        expect(await page.evaluate('location.hash')).toBe('#content');
        await page.keyboard.press('Tab');
        expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
      });
    });

    it('shows one drawing of each picture, also with styles off and on paper', async () => {
      const shown =
        '[...document.querySelectorAll("figure")].map((f) => [...f.querySelectorAll("svg")].filter((s) => s.getClientRects().length > 0).length)';
      await opened('projection', { viewport: { width: 360, height: 800 } }, async (page) => {
        expect(new Set(await page.evaluate<number[]>(shown))).toEqual(new Set([1]));
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        expect(new Set(await page.evaluate<number[]>(shown))).toEqual(new Set([1]));
        expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
          'rgb(255, 255, 255)',
        );
        await page.evaluate('document.querySelector("style").remove()');
        expect(new Set(await page.evaluate<number[]>(shown))).toEqual(new Set([1]));
      });
    });

    it('is read in order: heading, answer, contents, then the pictures with their texts', async () => {
      await opened('projection', {}, async (page) => {
        const text = await page.locator('body').ariaSnapshot();
        const places = [
          'heading "From Kuala Lumpur to Busan"',
          'Likeliest: “',
          'navigation',
          'img "What the meeting brings"',
          'img "How long the truce lasts"',
          'heading "How it was made"',
        ].map((words) => text.indexOf(words));
        expect(places.every((place) => place >= 0)).toBe(true);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      });
    });
  });
}
