/** The forms of scenarios beside their schemas: what one accepts, returns and complains of, the other does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseForm } from '../../src/kit/parse-form';
import { SCENARIO_BOOK, SCENARIO_FILE_FORM, SCENARIO_FORM } from '../../src/scenario/forms';
import { scenarios } from '../../src/scenario/library';
import { scenarioFileSchema, scenarioSchema } from '../../src/scenario/schema';
import { damaged, expectAlike } from '../forms';
import { root } from '../sources';
import { atLength } from '../extent';

const folder = join(root, 'scenarios');
const files: readonly unknown[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): unknown => parse(readFileSync(join(folder, name), 'utf8')));

describe('the form of a scenario', () => {
  it('says of any value what the schema says', () => {
    let accepted = 0;
    fc.assert(
      fc.property(damaged(...scenarios), (value) => {
        if (expectAlike(() => parseForm(SCENARIO_FORM, value, SCENARIO_BOOK), scenarioSchema, value))
          accepted += 1;
      }),
      { numRuns: atLength(2_000, 500), seed: 67 },
    );
    expect(accepted).toBeGreaterThan(atLength(200, 100));
  });

  it('as a file, too', () => {
    let accepted = 0;
    fc.assert(
      fc.property(damaged(...files, ...scenarios), (value) => {
        const read = () => parseForm(SCENARIO_FILE_FORM, value, SCENARIO_BOOK);
        if (expectAlike(read, scenarioFileSchema, value)) accepted += 1;
      }),
      { numRuns: atLength(2_000, 500), seed: 71 },
    );
    expect(accepted).toBeGreaterThan(atLength(200, 100));
  });
});
