import { describe, expect, it } from 'vitest';
import { after, kualaLumpur, refusals, type Act } from '../record';

const say = (gist: string): Act => ({
  type: 'statement.make',
  actor: 'CN',
  voice: 'spokesperson',
  tone: 'hostile',
  topic: 'tariffs',
  gist,
});

describe('statements', () => {
  it("replace the party's own last one and nobody else's", () => {
    const state = after(kualaLumpur, say('We do not want a trade war but are not afraid of one'));
    expect(state.statements.CN).toMatchObject({ on: '2025-10-25', voice: 'spokesperson' });
    expect(state.statements.US).toBe(kualaLumpur.statements.US);
  });

  it('have at most 400 characters', () => {
    expect(refusals(kualaLumpur, say('x'.repeat(400)))).toEqual([]);
    expect(refusals(kualaLumpur, say('x'.repeat(401)))).toEqual(['text/too-long']);
  });

  it('a third country has one side at a time', () => {
    const side = (of: 'US' | 'neither'): Act => ({
      type: 'third-country.align',
      actor: 'third-country',
      country: 'G7',
      side: of,
    });
    const state = after(kualaLumpur, side('US'), side('neither'));
    expect(state.alignments).toEqual([{ country: 'G7', side: 'neither', since: '2025-10-25' }]);
  });
});
