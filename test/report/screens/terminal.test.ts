import { describe, expect, it } from 'vitest';
import { facts } from '../../../src/facts/packaged';
import { projectInFull } from '../../../src/analyses/project';
import { projectionText } from '../../../src/report/screens/projection';
import { PLAIN, sparkline } from '../../../src/report/wording/text';
import { longestLine } from '../../cli/run-cli';

const { projection, course } = projectInFull('kuala-lumpur-2025', { runs: 30 });
const view = { facts, paint: PLAIN, command: 'again' };
const BLOCKS = /[\u2581-\u258F\u2588]/;

describe('a projection in a terminal', () => {
  it('has bars, and a line over time for each side, where the terminal can show them', () => {
    const text = projectionText(projection, { ...view, course });
    expect(text.match(/[▁▂▃▄▅▆▇█]{40}/g)?.length).toBe(2);
    expect(text).toMatch(BLOCKS);
    expect(longestLine(text)).toBeLessThanOrEqual(80);
  });

  it('says the same in plain text where it cannot: every number is still there', () => {
    const drawn = projectionText(projection, { ...view, course });
    const plain = projectionText(projection, { ...view, course, draws: false });
    expect(plain).not.toMatch(BLOCKS);
    const numbers = (text: string) => [...text.matchAll(/\d[\d.]*%/g)].map(([number]) => number);
    const left = numbers(drawn);
    for (const number of numbers(plain)) expect(left).toContain(number);
    expect(numbers(projectionText(projection, view))).toEqual(numbers(plain));
    expect(longestLine(plain)).toBeLessThanOrEqual(80);
  });
});

describe('a partial projection', () => {
  it('says at its head after how many runs it was stopped, and a whole one does not', () => {
    const partial = { done: 250, asked: 1_000_000 };
    const text = projectionText({ ...projection, partial }, view);
    expect(text.slice(0, text.indexOf('What the meeting brings')).replace(/\s+/g, ' ')).toContain(
      'A partial answer: it was stopped after 250 of 1 000 000 runs',
    );
    expect(longestLine(text)).toBeLessThanOrEqual(80);
    expect(projectionText(projection, view)).not.toContain('partial');
  });
});

describe('a sparkline', () => {
  it('rises from the lowest block at nought to the full one at its top, and cuts what lies beyond', () => {
    expect(sparkline([0, 50, 100, 150, -10], 100)).toBe('▁▅██▁');
    expect(sparkline([0, 0], 0)).toBe('▁▁');
    expect(sparkline([], 1)).toBe('');
  });
});
