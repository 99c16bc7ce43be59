/** The page of levers is made of the table of channels and of the data. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LEVERS_PAGE, leversText } from '../../tools/levers';

it('docs/levers.md says of each kind of act what the table says: else run "npm run levers"', () => {
  expect(readFileSync(LEVERS_PAGE, 'utf8')).toBe(leversText());
});
