/** What a caller writes down in another order of keys is the same scenario, event or option, and is answered alike to the last byte. */
import { describe, expect, it } from 'vitest';
import {
  act,
  advise,
  compare,
  digest,
  explainDifference,
  legalActions,
  loadScenario,
  parseScenario,
  play,
  project,
  sampleMember,
  scenarios,
  start,
  watch,
  type Event,
} from '../../src/entries/index';
import { uncertainty } from '../../src/entries/studies';
import { casesOf } from '../extent';
import { rankOf, reordered } from '../reordered';

const SALTS = casesOf([1, 7_919, 524_287], 1);
const base = { ...loadScenario('kuala-lumpur-2025'), horizon: '2025-11-14' };
const variant = { ...loadScenario('hundred-per-cent-executed'), horizon: '2025-11-14' };

/** Moves of the first day, one of each type. */
const moves = [
  ...new Map([...legalActions(start(base), { actor: 'US' })].map((move) => [move.type, move])).values(),
].map((template) => sampleMember(template, () => 0.5) as Event);

/** Each way to ask, with all that is handed in put in another order. */
const ASKED: Readonly<Record<string, (other: <T>(value: T) => T) => unknown>> = {
  start: (other) => moves.map(() => start(other(base))),
  project: (other) => project(other(base), other({ runs: 60, seed: 'a', why: true })),
  'project with parameters': (other) =>
    project(other({ ...base, parameters: { 'bargaining.weightUs': 0.4, 'answers.probability': 0.5 } }), {
      runs: 40,
    }),
  'project after acts': (other) =>
    project(other(base), other({ after: moves.slice(0, 1).map(other), runs: 40 })),
  compare: (other) => compare(other(base), other(variant), other({ runs: 40, seed: 'a' })),
  act: (other) =>
    moves.map((move) => {
      const done = act(play(other(base)), other(move));
      // A play has its scenario and events as they were handed in.
      return done.ok ? [digest(done.play.state), digest(done.play.log)] : done;
    }),
  advise: (other) => advise(other(base), other({ party: 'US' as const, only: ['meeting'], runs: 400 })),
  explainDifference: (other) => explainDifference(other(base), other(variant), { runs: 40, histories: 5 }),
  watch: (other) => watch(other(base), other({ runs: 60 })),
  uncertainty: (other) =>
    uncertainty(other(base), other({ ownWorlds: 4, worlds: 2, policies: ['crisis-game', 'hard-liner'] })),
};

describe('keys in another order change no byte of an answer', () => {
  it.each(Object.entries(ASKED))('of %s', (_, ask) => {
    const answer = JSON.stringify(ask((value) => value));
    for (const salt of SALTS) {
      const rank = rankOf(salt);
      const changed: unknown[] = [];
      const other = <T>(value: T): T => {
        const turned = reordered(value, rank);
        if (JSON.stringify(turned) !== JSON.stringify(value)) changed.push(turned);
        return turned;
      };
      expect(JSON.stringify(ask(other))).toBe(answer);
      expect(changed).not.toEqual([]);
    }
  });

  it.each(
    casesOf(
      scenarios.map(({ id }) => id),
      3,
    ),
  )('of what a scenario is parsed to: %s', (id) => {
    const written = JSON.parse(JSON.stringify(loadScenario(id))) as unknown;
    for (const salt of SALTS)
      expect(parseScenario(reordered(written, rankOf(salt)))).toEqual(parseScenario(written));
  });

  it('nor is there a difference between a scenario and the same in another order', () => {
    for (const salt of SALTS) {
      const found = explainDifference(base, reordered(base, rankOf(salt)), { runs: 20, histories: 3 });
      expect(found.differences).toEqual([]);
    }
  });
});
