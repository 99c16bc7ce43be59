/** The rates of the year after are those that the record gives when it is counted, to two digits. */
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { yearOfBase } from '../../tools/year-of-base';
import { pageWithRates, twoDigits, yearRates } from '../../tools/year-rates';
import { itLong } from '../long';

describe('a rate of the year after', () => {
  const counted = yearRates().flatMap((rate) => {
    const parameter = facts.parameters.find(({ name }) => name === rate.parameter);
    return parameter === undefined ? [] : [{ rate, parameter }];
  });

  it('is what the acts of the record come to, to two digits', () => {
    expect(counted.length).toBeGreaterThan(2);
    for (const { rate, parameter } of counted) {
      const { low, central, high } = parameter;
      const wanted = [rate.low, rate.central, rate.high].map(twoDigits);
      expect([low, central, high], parameter.name).toEqual(wanted);
    }
  });

  itLong('stands with its count in the documentation as it is counted', async () => {
    const { now, then } = await pageWithRates();
    expect(then).toBe(now);
  });
});

describe('a year of the base scenario', () => {
  it.each(yearOfBase(yearRates()).map((row) => [row.what, row] as const))(
    'has %s within the spread of the record, a tenth more or less',
    (_what, { aYear, rate: { low, high } }) => {
      expect(aYear).toBeGreaterThan(low * 0.9);
      expect(aYear).toBeLessThan(high * 1.1);
    },
  );
});
