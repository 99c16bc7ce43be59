/**
 * The record of the rules: several hundred acts, lawful and unlawful, each with all that it wrote or all that refused it. A change
 * of rules shows here before it shows in a trajectory. `UPDATE_GOLDEN=1 npx vitest run test/actions/acts.test.ts` writes both files
 * anew; acts for a new action type are added by hand as lines that begin with a date, under the morning that suits them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { actionTypes } from '../../src/actions/index';
import { isFirst, record, recordedIn, trajectoryText, tableText } from './acts';

const ACTS = fileURLToPath(new URL('acts.txt', import.meta.url));
const TABLE = fileURLToPath(new URL('table.txt', import.meta.url));

if (process.env.UPDATE_GOLDEN === '1') {
  writeFileSync(ACTS, record(recordedIn(readFileSync(ACTS, 'utf8'))));
  writeFileSync(TABLE, tableText());
}

const recorded = readFileSync(ACTS, 'utf8');
const stories = recordedIn(recorded);

describe('the record of acts', () => {
  it.each(stories.map((story, index) => [index + 1, story.start, story] as const))(
    'story %i, from %s: every act writes or is refused as before',
    (index, _start, story) => {
      const told = trajectoryText(story, isFirst(stories, index - 1));
      expect(told).toBe(`# From ${recorded.split('# From ')[index]!.replace(/\n\n$/, '\n')}`);
    },
  );

  it('makes every move of the table', () => {
    const told = new Set(stories.flatMap(({ events }) => events.map((event) => event.type as string)));
    expect(actionTypes.map(({ type }) => type).filter((type) => !told.has(type))).toEqual([]);
  });
});

describe('the table of action types', () => {
  it('keeps its words, actors, codes, rules and fields', () => {
    expect(tableText()).toBe(readFileSync(TABLE, 'utf8'));
  });
});
