/** What only the page of one projection shows is refused on a page of several, before anything is run. */
import { describe, expect, it } from 'vitest';
import { comparisonReport, scenariosReport, type ReportOptions } from '../../../src/report/page/reports';

const IDS = ['kuala-lumpur-2025', 'trade-only', 'soybeans-first'] as const;
const PAGES: readonly (readonly [string, (options: ReportOptions) => Promise<string>])[] = [
  ['two scenarios', (options) => comparisonReport(IDS[0], IDS[1], options)],
  ['several scenarios', (options) => scenariosReport(IDS, options)],
];

describe.each(PAGES)('the page of %s', (_, page) => {
  it.each([
    ['tornado', { tornado: 'held' }],
    ['tree', { tree: true }],
  ] as const)('has no %s, and says so', async (name, options) => {
    await expect(page({ runs: 1_000_000, ...options })).rejects.toMatchObject({
      path: 'options',
      given: expect.stringContaining(name),
      allowed: `no ${name}, which is for the page of one scenario`,
    });
  });
});
