/** What the benchmarks rest on: a kernel by hand that does the same, ratios and slopes, and verdicts that can fail. */
import { describe, expect, it } from 'vitest';
import { dutiesAlone, runRules, sequence } from '../bench/duties';
import { disagreement, Kernel, prepare } from '../bench/kernel';
import { ratio, slope, slopeAtTheEnd, spreadOf, takeTurns } from '../bench/rounds';
import { barOnThreads, report, summaryOf, verdictOf, type Bar, type Row } from '../bench/table';
import { dueEvents, start } from '../src/entries/index';
import * as rules from '../bench/rules';

describe('the hand-written kernel of the life of duties', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('refuses and does what the rules do, in sequence %i', (seed) => {
    const initial = dutiesAlone(start('kuala-lumpur-2025'));
    const events = sequence(rules, dueEvents, initial, 380, seed);
    const prepared = prepare(initial, events);
    const kernel = new Kernel(prepared);
    const theirs = runRules(rules, initial, events);
    expect(disagreement(prepared, kernel, kernel.run(), theirs)).toEqual([]);
    // Both must have been asked something.
    expect(theirs.refused).toBeGreaterThan(5);
    expect(theirs.state.coercion.length).toBeGreaterThan(5);
  });
});

describe('rounds', () => {
  it('run every side once a round, every other round backwards, and leave out the first', async () => {
    const order: string[] = [];
    const side = (name: string) => () => order.push(name);
    const figures = await takeTurns({ a: side('a'), b: side('b') }, { counted: 2, unseen: 1 });
    expect(order).toEqual(['b', 'a', 'a', 'b', 'b', 'a']);
    expect(figures).toEqual({ a: [3, 6], b: [4, 5] });
  });

  it('form a ratio within a round, so that a round in which all is slow changes nothing', () => {
    expect(ratio([4, 40, 4], [1, 10, 2])).toEqual({ median: 4, low: 2, high: 4 });
    expect(ratio([4], [10], 2, 10)).toEqual({ median: 2, low: 2, high: 2 });
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 });
  });

  it('take the power with which a time grows', () => {
    expect(slope(10, 3, 20, 6)).toBeCloseTo(1, 12);
    expect(slope(10, 3, 40, 48)).toBeCloseTo(2, 12);
    expect(slope(10, 3, 20, 3)).toBe(0);
  });

  it('look at the two largest sizes alone', () => {
    const spread = slopeAtTheEnd(
      [1, 10, 100],
      [
        [9, 9, 9],
        [1, 2, 1],
        [10, 200, 100],
      ],
    );
    expect(spread.low).toBeCloseTo(1, 12);
    expect(spread.median).toBeCloseTo(2, 12);
    expect(spread.high).toBeCloseTo(2, 12);
  });
});

const row = (median: number | null, bar?: Bar): Row => ({
  what: 'a row',
  figure: median === null ? null : { median, low: median / 2, high: median * 2 },
  ...(bar === undefined ? {} : { bar }),
  note: 'a note',
});

describe('a verdict', () => {
  const least: Bar = { side: 'least', value: 4, aim: 8 };
  const most: Bar = { side: 'most', value: 10, aim: 2 };

  it.each([
    [3.99, least, 'missed'],
    [4, least, 'met'],
    [7.99, least, 'met'],
    [8, least, 'met, and the aim'],
    [10.01, most, 'missed'],
    [10, most, 'met'],
    [2.01, most, 'met'],
    [2, most, 'met, and the aim'],
    [1.15, { side: 'most', value: 1.15 }, 'met'],
    [1.16, { side: 'most', value: 1.15 }, 'missed'],
    [NaN, least, 'missed'],
    [NaN, most, 'missed'],
    [null, least, 'not measured'],
  ] as const)('of %d is by the median alone', (median, bar, verdict) => {
    expect(verdictOf(row(median, bar))).toBe(verdict);
  });

  it('on threads is in proportion to what the machine itself gains', () => {
    const bar: Bar = { side: 'least', value: 1.6, aim: 1.8 };
    expect(barOnThreads(bar, 2)).toEqual(bar);
    expect(barOnThreads(bar, 2.3)).toEqual(bar);
    const lowered = barOnThreads(bar, 1.75)!;
    expect(lowered.value).toBeCloseTo(1.4, 12);
    expect(lowered.aim).toBeCloseTo(1.575, 12);
    expect(barOnThreads(bar, 1.69)).toBeNull();
    expect(barOnThreads(bar, NaN)).toBeNull();
    expect(verdictOf({ ...row(1.45, bar), appliedBar: lowered })).toBe('met');
    expect(verdictOf({ ...row(1.35, bar), appliedBar: lowered })).toBe('missed');
    expect(verdictOf({ ...row(1.9, bar), appliedBar: null })).toBe('no verdict');
  });

  it('that is bad stands at the top, and what is for orientation never does', () => {
    expect(summaryOf([row(5, least), row(100)])).toBe('Every bar is met.');
    expect(summaryOf([row(3, least), row(9, least)])).toBe('**Missed**: a row (3.00×).');
    expect(summaryOf([row(3, least), row(null, least)])).toBe(
      '**Missed**: a row (3.00×).\nNot measured: a row.',
    );
    expect(summaryOf([row(5, least), { ...row(5, least), appliedBar: null }])).toBe(
      'No bar is missed.\nNo verdict: a row (5.00×).',
    );
  });
});

describe('the page of results', () => {
  it('shows bar, aim, spread and verdict of what is judged, and the rest apart', () => {
    const page = report(
      [
        row(3, { side: 'least', value: 4, aim: 8 }),
        { ...row(1, { side: 'most', value: 1.15 }), unit: '' },
        row(7),
      ],
      { machine: 'a machine', loadBefore: 0.5 },
    );
    expect(page.indexOf('**Missed**')).toBeLessThan(page.indexOf('a machine'));
    expect(page).toContain('| a row | ≥ 4× | 8× | 3.00× | 1.50 – 6.00 | **missed** | a note |');
    expect(page).toContain('| a row | ≤ 1.15 |  | 1.00 | 0.50 – 2.00 | met | a note |');
    expect(page.slice(page.indexOf('For orientation'))).toContain('| a row | 7.00× | 3.50 – 14.0 | a note |');
  });
});
