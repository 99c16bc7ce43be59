/** What a player is asked for: the field, its rule, what is allowed, and what an empty line means. */
import { describe, expect, it } from 'vitest';
import { asking, questionLines, questionOf } from '../../src/cli/game-fields';
import { legalActions } from '../../src/engine/legal-actions';
import { PLAIN } from '../../src/report/wording/text';
import { kualaLumpur } from '../record';

/** All fields that players are asked for in the acts that are open today. */
const questions = [...legalActions(kualaLumpur)].flatMap((template) => {
  const open = asking(template);
  return open.rest.flatMap((_, at) => {
    const question = questionOf({ ...open, rest: open.rest.slice(at) });
    return question === null ? [] : [{ template, question }];
  });
});

describe('a question', () => {
  it('says that a field may be left out exactly where it may', () => {
    const said = { left: 0, needed: 0 };
    for (const { template, question } of questions) {
      const lines = questionLines(question, template, kualaLumpur, PLAIN);
      const mayBeLeft = question.domain.kind === 'optional';
      said[mayBeLeft ? 'left' : 'needed'] += 1;
      expect(/or left out/.test(lines.join('\n')), `${template.type} ${question.name}`).toBe(mayBeLeft);
      if (mayBeLeft) expect(lines).toContain('  an empty line leaves it out');
    }
    expect(Math.min(said.left, said.needed)).toBeGreaterThan(10);
  });
});
