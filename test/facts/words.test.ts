/** The words of facts apart from what is reckoned with: together they are the facts, and no answer hangs on a word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { play } from '../../src/analyses/play';
import { project } from '../../src/analyses/project';
import { bare, isPackaged } from '../../src/facts/bare';
import { facts } from '../../src/facts/packaged';
import { bareFacts } from '../../src/facts/packaged-bare';
import { withWords, wordsOf } from '../../src/facts/words';
import { wholeFacts } from '../../src/report/whole-facts';

/** JSON in which fields in words and others stand in any order and depth. */
const someFacts = fc.letrec((tie) => ({
  part: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, 0, 'text', true),
    fc.array(tie('part'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('id', 'note', 'meaning', 'sources', 'until', 'rows', '0'), tie('part')),
  ),
})).part;

describe('facts', () => {
  it('are what is reckoned with and their words, in the order of their fields', () => {
    fc.assert(
      fc.property(someFacts, (part) => {
        const words = wordsOf(part) ?? undefined;
        const again = withWords(bare(part as never), words);
        expect(JSON.stringify(again)).toBe(JSON.stringify(part));
      }),
      { numRuns: 300 },
    );
    expect(JSON.stringify(withWords(bareFacts(), wordsOf(facts) ?? undefined))).toBe(JSON.stringify(facts));
  });

  it('are a third shorter without their words, and lose nothing more the second time', () => {
    expect(JSON.stringify(bareFacts()).length).toBeLessThan(0.67 * JSON.stringify(facts).length);
    expect(bare(bareFacts())).toEqual(bareFacts());
    expect('sources' in bareFacts()).toBe(false);
  });

  it('give the same answers with their words as without', () => {
    const options = { runs: 4, seed: 'words' };
    const without = project('kuala-lumpur-2025', options);
    expect(project('kuala-lumpur-2025', { ...options, facts }).digest).toBe(without.digest);
    expect(project('kuala-lumpur-2025', { ...options, facts: bare(facts) }).digest).toBe(without.digest);
    expect(play('kuala-lumpur-2025', { facts }).state).toEqual(play('kuala-lumpur-2025').state);
  });

  it('come with their words where people are told of them, and are refused where nobody gave any', () => {
    expect([isPackaged(facts), isPackaged(bareFacts()), isPackaged(bare(facts))]).toEqual([
      true,
      true,
      false,
    ]);
    expect(wholeFacts(bareFacts())).toBe(facts);
    const own = { ...facts };
    expect(wholeFacts(own)).toBe(own);
    expect(() => wholeFacts(bare(facts))).toThrow(/facts[.]sources.*sources and notes/);
  });
});
