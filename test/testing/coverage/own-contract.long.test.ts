/** The contract of coverage that the library holds itself to. */
import { describe, expect, it } from 'vitest';
import { assertCovered, coverageAccount, explore, kualaLumpurContract } from '../../../src/entries/testing';

describe('the contract of the library', () => {
  it('holds on its first scenario: every type fifty times, every refusal, every way of the truce', () => {
    const own = explore('kuala-lumpur-2025', kualaLumpurContract, { moves: 80_000 });
    expect(coverageAccount(own)).toBe('');
    expect(() => assertCovered(own)).not.toThrow();
    expect(own.report.goals).toBeGreaterThan(500);
  }, 600_000);
});
