import { describe, expect, it } from 'vitest';
import { facts } from '../../../src/facts/packaged';
import { averagesReport, averagesText } from '../../../src/report/screens/averages';
import { PLAIN } from '../../../src/report/wording/text';

describe('the averages beside the published ones', () => {
  const report = averagesReport(facts);
  const text = averagesText(report, PLAIN);

  it('print both scores, pinned and tests apart', () => {
    expect(text).toMatch(/pinned, without remainders +17 +0\.22 +0\.90/);
    expect(text).toMatch(/tests, without remainders +5 +0\.45 +0\.80/);
  });

  it('print the plans with the reason for what remains, and a residual for each date of the second basis', () => {
    expect(text).toContain('23.4% against 25.1% published');
    expect(text).toMatch(/10 Nov 2025 +test +32\.24 +32\.24/);
    expect(report.statutory).toHaveLength(14);
  });

  it('fit on 80 columns', () => {
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});
