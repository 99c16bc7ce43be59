/** Copies of states: equal to the original, and free of it wherever a rule may write. */
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { runEpisode, start } from '../../src/entries/index';
import { copyState } from '../../src/model/copy-state';
import { stepInPlace } from '../../src/engine/apply';
import { digest } from '../../src/engine/digest';
import type { State } from '../../src/model/state';
import { scenarios } from '../../src/entries/index';

const ends: readonly (readonly [string, State])[] = scenarios.flatMap(({ id }) => [
  [`the first day of ${id}`, start(id, facts)] as const,
  [`the last day of ${id}`, runEpisode(id, { seed: 'copy', episode: 3 }).final] as const,
]);

/** Freezes a value deeply, so that a write into what is shared would throw. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe('a copy of a state', () => {
  it.each(ends)('has the bytes of the original, on %s', (_, state) => {
    expect(digest(copyState(state))).toBe(digest(state));
    expect(Object.keys(copyState(state))).toEqual(Object.keys(state));
  });

  it.each(ends)('shares no measure, probe, pledge, round or list that rules write, on %s', (_, state) => {
    const copy = copyState(state);
    const written = [
      'authorities',
      'tariff',
      'control',
      'portFee',
      'listing',
      'probes',
      'flows',
      'commitments',
      'undertakings',
      'rounds',
      'meetings',
      'pledges',
    ] as const;
    for (const column of written) {
      expect(copy[column]).not.toBe(state[column]);
      for (const id in state[column]) expect(copy[column][id]).not.toBe(state[column][id]);
    }
    for (const id in state.control) expect(copy.control[id]!.licences).not.toBe(state.control[id]!.licences);
    for (const list of ['reconciliations', 'alignments', 'coercion', 'deadlines'] as const)
      expect(copy[list]).not.toBe(state[list]);
    expect(copy.truce.breaches).not.toBe(state.truce.breaches);
    expect(copy.meetings['busan-2025']!.agenda).not.toBe(state.meetings['busan-2025']!.agenda);
  });

  it('takes every event of an episode in place while the original stays frozen', () => {
    const initial = frozen(start('kuala-lumpur-2025'));
    const before = digest(initial);
    const { events, digest: expected } = runEpisode('kuala-lumpur-2025', { seed: 'copy', episode: 1 });
    const state = copyState(initial);
    for (const event of events) expect(stepInPlace(state, event)).toBe(true);
    expect(digest(state)).toBe(expected);
    expect(digest(initial)).toBe(before);
  });
});
