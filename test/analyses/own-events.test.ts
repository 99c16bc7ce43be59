/** Which events may be done in a play, as the compiler knows it: the library's, and those of the rules that it was made with. */
import * as z from 'zod';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { act, Negotiation, passTo, play, project, type Event, type Play } from '../../src/entries/index';
import { defineAction, numberFrom, withActionTypes } from '../../src/entries/own';

const nod = defineAction({
  type: 'talks.nod',
  actors: ['US', 'CN'],
  doc: 'Nod across the table.',
  cites: ['stylised'],
  fields: { depth: z.number().min(0).max(1) },
  subject: null,
  subjects: () => [''],
  rules: [],
  domains: {
    depth: {
      code: 'nod/depth',
      rule: 'A nod has a depth.',
      source: 'stylised',
      domain: () => numberFrom(0, 1),
    },
  },
  effect: () => undefined,
  examples: [{ type: 'talks.nod', actor: 'US', on: '2025-10-25', depth: 0.5 }],
});
const rules = withActionTypes([nod]);
const doubt = { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025' } as const;

describe('a play with action types of one’s own', () => {
  it('takes their events like those of the library, and goes on taking them', () => {
    const first = act(play('kuala-lumpur-2025', { rules }), { type: 'talks.nod', actor: 'US', depth: 0.5 });
    const second = act(passTo(first.play, '2025-10-26'), { type: 'talks.nod', actor: 'CN', depth: 1 });
    const third = act(second.play, doubt);
    expect([first.ok, second.ok, third.ok]).toEqual([true, true, true]);
    expect(third.play.log.map(({ type }) => type)).toContain('talks.nod');
    expect(project(third.play, { runs: 2 }).runs).toBe(2);
  });

  it('begins after some of them, and from another play, with the same types', () => {
    const after = [
      { type: 'talks.nod', actor: 'US', depth: 0.5 },
      { ...doubt, on: '2025-10-27' },
    ] as const;
    const begun = play('kuala-lumpur-2025', { rules, after });
    expect(begun.log.some(({ type }) => type === 'talks.nod')).toBe(true);
    const longer = act(play(play('kuala-lumpur-2025'), { rules }), {
      type: 'talks.nod',
      actor: 'US',
      depth: 0,
    });
    expect(longer.ok).toBe(true);
    const again = play('kuala-lumpur-2025', { rules, after: { log: begun.log } });
    expect(again.state).toEqual(begun.state);
  });

  it('is negotiated in by the same events', () => {
    const talks = new Negotiation('kuala-lumpur-2025', { rules });
    expect(talks.act({ type: 'talks.nod', actor: 'US', depth: 0.2 }).play.log.length).toBeGreaterThan(0);
  });

  it('knows their fields: what has none of them, or others, does not compile', () => {
    const own = play('kuala-lumpur-2025', { rules });
    expectTypeOf(own.log[0]!).toExtend<{ readonly type: Event['type'] | 'talks.nod' }>();
    // @ts-expect-error A nod has a depth.
    expect(() => act(own, { type: 'talks.nod', actor: 'US' })).toThrow(/depth/);
    // @ts-expect-error No rule set has it.
    expect(() => act(own, { type: 'talks.wink', actor: 'US' })).toThrow(/talks.wink/);
  });
});

describe('a play without', () => {
  it('is of the library’s events alone', () => {
    const plain = play('kuala-lumpur-2025');
    expectTypeOf(plain).toEqualTypeOf<Play>();
    expectTypeOf(passTo(plain, '2025-10-26')).toEqualTypeOf<Play>();
    // @ts-expect-error The library has no such action type.
    expect(() => act(plain, { type: 'talks.nod', actor: 'US', depth: 0.5 })).toThrow(/talks.nod/);
    const nodded = { type: 'talks.nod', actor: 'US', depth: 0.5 } as const;
    // @ts-expect-error Nor may it have happened.
    expect(() => play('kuala-lumpur-2025', { after: [nodded] })).toThrow(/talks.nod/);
  });
});
