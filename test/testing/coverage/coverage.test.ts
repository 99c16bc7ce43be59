/** Contracts of coverage: they fail when they should, say the way, and the library holds its own. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTypes, type Event } from '../../../src/actions/index';
import { replay } from '../../../src/engine/replay';
import { COMMON_CODES } from '../../../src/testing/plays/unlawful';
import {
  assertCovered,
  coverageAccount,
  coverageCollector,
  coverageContract,
  explore,
  kualaLumpurContract,
  legalPlay,
  type Goal,
  type PlayedEvents,
} from '../../../src/entries/testing';
import { perturbedEvent } from '../../../src/entries/testing';
import { violations } from '../../../src/engine/legality';
import { start } from '../../../src/entries/index';
import { itLong } from '../../long';

const kualaLumpur = start('kuala-lumpur-2025');
// What the library's own contract asks for takes many times the moves: `own-contract.long.test.ts`.
const own = explore('kuala-lumpur-2025', kualaLumpurContract, { moves: 8_000 });

describe('the contract of the library', () => {
  itLong('names among its refusal codes those that hold for every event, whatever its type', () => {
    const table = new Set(
      actionTypes.flatMap(({ rules, fieldRules }) => [
        ...rules.map(({ code }) => code),
        ...fieldRules.map(([, { code }]) => code),
      ]),
    );
    const events = fc.sample(perturbedEvent(kualaLumpur), { numRuns: 1500, seed: 1 });
    const given = events.flatMap((event) => violations(kualaLumpur, event).map(({ code }) => code));
    const strangers = new Set(given.filter((code) => !table.has(code)));
    for (const code of strangers) expect(COMMON_CODES).toContain(code);
  });

  it('knows ways that replay, and whose last event shows the goal', () => {
    for (const goal of [
      'action type truce.lapse',
      'authority struck ieepa',
      'truce transition talks to provisional',
    ]) {
      const way = own.collector.way(goal)!;
      expect(replay(own.map.start, way).ok, goal).toBe(true);
      expect(replay(own.map.start, way.slice(0, -1)).ok, goal).toBe(true);
    }
  });
});

describe('an exploration', () => {
  const contract = coverageContract({ actionTypes: 1 });

  it('is the same for the same seed and another for another', () => {
    const ways = (seed: string) => {
      const { collector, moves, plays } = explore(kualaLumpur, contract, { seed, moves: 400 });
      return JSON.stringify([
        moves,
        plays,
        actionTypes.map(({ type }) => collector.way(`action type ${type}`)),
      ]);
    };
    expect(ways('a')).toBe(ways('a'));
    expect(ways('a')).not.toBe(ways('b'));
  });

  it('executes no more moves than it was given', () => {
    expect(explore(kualaLumpur, contract, { moves: 123 }).moves).toBe(123);
    expect(() => explore(kualaLumpur, contract, { moves: 0 })).toThrow(RangeError);
    expect(() => explore('kuala-lumpur', contract)).toThrow(/kuala-lumpur-2025/);
  });

  it('ends at the first failure of a check and gives the events that lead there', () => {
    const { failure } = explore(kualaLumpur, coverageContract({}), {
      moves: 5000,
      check: ({ after }) => {
        if (after?.truce.status === 'provisional') throw new Error('a provisional truce');
      },
    });
    expect(failure?.error).toMatchObject({ message: 'a provisional truce' });
    const again = replay(kualaLumpur, failure!.events);
    expect(again.ok && again.state.truce.status).toBe('provisional');
  });
});

describe('a contract that is not met', () => {
  const contract = coverageContract({ truceStatuses: 1, authoritiesStruck: 1 });

  itLong('fails, and tells the shortest known way as a story', () => {
    const collector = coverageCollector(contract, kualaLumpur);
    expect(() => assertCovered(collector, own)).toThrow(
      /truce status entered terminated: seen 0 times, wanted once/,
    );
    const account = coverageAccount(collector, own);
    expect(account).toMatch(/shortest known way, 1 event:\n {4}25 Oct 2025 /);
    expect(account).toContain('"type":"truce.');
  });

  it('tells how near it came to what it never reached, and which rule refuses', () => {
    const only: Goal = {
      name: 'fall of',
      keys: () => ['s122'],
      seen: () => [],
      means: (id) => [{ type: 'court.strike-down', subject: id }],
    };
    const struck = coverageContract({ goals: [{ goal: only, times: 1 }] });
    const known = explore(kualaLumpur, struck, { moves: 300 });
    expect(coverageAccount(known)).toMatch(/never reached on \d+ abstract states/);
    const lapse: Goal = { ...only, name: 'end of', means: () => [{ type: 'truce.lapse' }] };
    const brief = explore(kualaLumpur, coverageContract({ goals: [{ goal: lapse, times: 1 }] }), {
      moves: 40,
    });
    expect(coverageAccount(brief)).toMatch(/is refused:\n {4}truce\/not-due: [A-Z]/);
  });

  it('finds ways that the exploration itself did not take, and each of them is lawful', () => {
    const brief = explore(kualaLumpur, coverageContract({ actionTypes: 1 }), { moves: 40 });
    const ways = coverageAccount(brief)
      .split('\n- ')
      .filter((item) => item.includes('shortest known way'))
      .map((item) => [...item.matchAll(/^ {4}(\{.*\})$/gm)].map(([, event]) => JSON.parse(event!) as Event));
    expect(ways.length).toBeGreaterThan(4);
    for (const way of ways) expect(replay(kualaLumpur, way).ok, JSON.stringify(way)).toBe(true);
  });

  it('says what to do where no map is given', () => {
    expect(coverageAccount(coverageCollector(contract, kualaLumpur))).toContain('hand the exploration in');
  });
});

describe('an exemption', () => {
  it('fails as stale once its goal is reached', () => {
    const contract = coverageContract({
      authoritiesStruck: 1,
      exempt: [
        { goals: ['authority struck ieepa'], reason: 'No court has ruled.' },
        {
          goals: Object.keys(kualaLumpur.authorities)
            .filter((id) => id !== 'ieepa')
            .map((id) => `authority struck ${id}` as const),
          reason: 'Nobody has sued.',
        },
      ],
    });
    const collector = coverageCollector(contract, kualaLumpur);
    expect(contract.check(collector).met).toBe(true);
    const ruling: Event = { type: 'court.strike-down', actor: 'court', on: '2025-10-25', authority: 'ieepa' };
    expect(collector.attempt(kualaLumpur, ruling).ok).toBe(true);
    expect(contract.check(collector).stale).toEqual([
      { goal: 'authority struck ieepa', reason: 'No court has ruled.', seen: 1 },
    ]);
    expect(() => assertCovered(collector)).toThrow(/the exemption is stale/);
  });

  it('has to name a goal of the contract', () => {
    const contract = coverageContract({
      authoritiesStruck: 1,
      exempt: [{ goals: ['authority struck s12'], reason: '' }],
    });
    expect(() => contract.wanted(kualaLumpur)).toThrow(/did you mean "authority struck s122"/);
  });
});

describe('a collector', () => {
  const contract = coverageContract({ actionTypes: 1, refusalCodes: 1 });

  it('counts each move of a play once, whichever way plays are cut', () => {
    fc.assert(
      fc.property(legalPlay(kualaLumpur, { maxMoves: 8 }), fc.nat({ max: 8 }), ({ events, states }, cut) => {
        const at = Math.min(cut, events.length);
        const whole = coverageCollector(contract, kualaLumpur);
        const parts = coverageCollector(contract, kualaLumpur);
        whole.observe({ events, states });
        parts.observe({ events: events.slice(0, at), states: states.slice(0, at + 1) });
        parts.observe({ events: events.slice(at), states: states.slice(at) });
        for (const { type } of actionTypes) {
          const goal = `action type ${type}`;
          expect(whole.seen(goal)).toBe(events.filter((event) => event.type === type).length);
          expect(parts.seen(goal)).toBe(whole.seen(goal));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('counts a refusal by its code and changes nothing', () => {
    const collector = coverageCollector(contract, kualaLumpur);
    const early: Event = { type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: '2025-10-25' };
    expect(collector.attempt(kualaLumpur, early).ok).toBe(false);
    expect(collector.seen('refusal code meeting/not-today')).toBe(1);
    expect(collector.seen('action type meeting.hold')).toBe(0);
  });

  it('refuses a family that is wanted less than once, or named twice', () => {
    expect(() => coverageContract({ actionTypes: 0 })).toThrow(RangeError);
    const goal: Goal = { name: 'action type', keys: () => [], seen: () => [] };
    expect(() => coverageContract({ actionTypes: 1, goals: [{ goal, times: 1 }] })).toThrow(/twice/);
  });
});

describe('a steered play', () => {
  const plays = legalPlay(own, { maxMoves: 5 });

  it('is lawful from the first day on', () => {
    fc.assert(
      fc.property(plays, ({ events, states }) => {
        expect(replay(kualaLumpur, events)).toEqual({ ok: true, state: states.at(-1) });
      }),
      { numRuns: 25 },
    );
  });

  it('covers more in as many plays than a random one', () => {
    const contract = coverageContract({ actionTypes: 1 });
    const missed = (arbitrary: fc.Arbitrary<PlayedEvents>) => {
      const collector = coverageCollector(contract, kualaLumpur);
      for (const play of fc.sample(arbitrary, { numRuns: 60, seed: 4 })) collector.observe(play);
      return contract.check(collector).missed.length;
    };
    expect(missed(plays)).toBeLessThan(missed(legalPlay(kualaLumpur, { maxMoves: 15 })));
  });

  it('shrinks to the few events that matter, lawful all the way', () => {
    const answer = fc.check(
      fc.property(plays, ({ events, states }) => {
        expect(replay(kualaLumpur, events).ok).toBe(true);
        return states.every(({ authorities }) => authorities.ieepa!.standing !== 'struck-down');
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(answer.failed).toBe(true);
    expect(answer.counterexample![0].events.map(({ type }) => type)).toEqual(['court.strike-down']);
  });
});
