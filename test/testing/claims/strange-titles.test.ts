/** Titles of claims and tokens are texts of strangers: what is told of them has nothing that a terminal obeys or hides. */
import { expect, it } from 'vitest';
import { always, assertClaim, falsify, replayToken } from '../../../src/entries/testing';

const STRANGE = 'never\u001b[2J\u202e\u2066\u200b\u{e0041}\u0007';
const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u;
const claim = always(STRANGE, () => false);
const where = { scenario: 'kuala-lumpur-2025', maxMoves: 1, numRuns: 1 } as const;

it('the story of a claim that falls, and the test that is written of it', () => {
  const told = falsify(claim, where);
  if (!told.falsified) throw new Error('a claim that never holds stood');
  expect(told.story).toContain('never[U+001B][2J[U+202E]');
  expect(told.story).not.toMatch(OBEYED);
  expect(told.test).toContain(String.raw`never\u001b[2J\u202e`);
  expect(told.test).not.toMatch(OBEYED);
});

it('the message of a failing test', () => {
  expect(() => assertClaim(claim, where)).toThrow(/^a claim is broken .*: never\[U\+001B\]/);
  expect(() => assertClaim(claim, where)).not.toThrow(OBEYED);
});

it.each(['\u001b[31mdt1', 'dt1.\u202e.12345678', `dt1.${'\u200b'.repeat(60)}`])(
  'a token that is none: %j',
  (token) => {
    expect(() => replayToken(token)).toThrow(/^no token/);
    expect(() => replayToken(token)).not.toThrow(OBEYED);
  },
);
