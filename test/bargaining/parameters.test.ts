import { describe, expect, it } from 'vitest';
import { PARAMETER_SYMBOLS } from '../../src/bargaining/parameters';
import parameters from '../../src/data/parameters.json';

describe('a world', () => {
  it('has a value for each parameter once, all of them from the data, and misses none that is drawn', () => {
    const known = new Set(parameters.map(({ symbol }) => symbol));
    const symbols: readonly string[] = PARAMETER_SYMBOLS;
    expect(symbols.filter((symbol) => !known.has(symbol))).toEqual([]);
    expect(new Set(symbols).size).toBe(symbols.length);
    expect(parameters.filter(({ drawn, symbol }) => drawn && !symbols.includes(symbol))).toEqual([]);
  });
});
