/** Pictures of which way averages go: they call a level what the answer calls it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WAYS, wayOf } from '../../../src/ensemble/average-way';
import { projectInFull } from '../../../src/analyses/project';
import { levelsPicture } from '../../../src/report/charts/ways-pictures';
import { atLength } from '../../extent';

const { projection, course } = projectInFull('kuala-lumpur-2025', { runs: 4, seed: 'ways' });
const WORDS = { up: 'higher', same: 'the same', down: 'lower' } as const;

describe('the picture of the levels of an average', () => {
  it('calls a level higher, the same or lower as the answer does, however near to half a point it lies', () => {
    const hundredths = fc.integer({ min: -120, max: 120 });
    fc.assert(
      fc.property(
        fc.integer({ min: 500, max: 9000 }),
        fc.uniqueArray(hundredths, { minLength: 1, maxLength: 12 }),
        (today, offsets) => {
          const of = today / 100;
          const levels = offsets
            .sort((a, b) => a - b)
            .map((offset) => ({ pct: (today + offset) / 100, p: 1 / offsets.length }));
          const subject = {
            projection: {
              ...projection,
              averageTariffPct: {
                ...projection.averageTariffPct,
                usOnCn: { ...projection.averageTariffPct.usOnCn, today: of },
              },
            },
            course: {
              ...course,
              distributions: {
                ...course.distributions,
                usOnCn: course.distributions.usOnCn.map((spread) => ({ ...spread, levels })),
              },
            },
          };
          const { rows } = levelsPicture(subject, 'usOnCn').table;
          for (const way of WAYS) {
            const told = rows
              .filter(([, word]) => word === WORDS[way])
              .reduce((sum, [, , share = '']) => sum + Number.parseFloat(share), 0);
            const meant = levels.filter(({ pct }) => wayOf(of, pct) === way).length / levels.length;
            // Each bar is told to a tenth of a per cent.
            expect(Math.abs(told - 100 * meant)).toBeLessThan(0.06 * (rows.length + 1));
          }
        },
      ),
      { numRuns: atLength(300, 60) },
    );
  });
});
