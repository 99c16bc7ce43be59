import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/actions/index';
import { digest } from '../../../src/engine/digest';
import { legalActions, sampleMember } from '../../../src/engine/legal-actions';
import { violations } from '../../../src/engine/legality';
import { replay } from '../../../src/engine/replay';
import { transition } from '../../../src/engine/transition';
import { prepare } from '../../../src/analyses/prepared';
import { parseScenario, start } from '../../../src/analyses/resolve';
import { loadScenario } from '../../../src/scenario/library';
import {
  assertProperties,
  changesTo,
  dayOfTheMeeting,
  eventsTo,
  illegalEvent,
  legalPlay,
  measureArbitrary,
  packageArbitrary,
  policyArbitrary,
  policyProperties,
  reachableState,
  refusalCodes,
  scenarioArbitrary,
  scenarioProperties,
} from '../../../src/entries/testing';
import { after, kualaLumpur, withAuthority } from '../../record';
import { itLong } from '../../long';

/** A generator of fast-check from a seed, as `fc.sample` makes one, for values whose shrinks are walked by hand. */
function valuesOf<T>(arbitrary: fc.Arbitrary<T>, count: number, seed: number): fc.Value<T>[] {
  const made: fc.Value<T>[] = [];
  const keeper = new (class extends fc.Arbitrary<null> {
    generate(mrng: fc.Random): fc.Value<null> {
      made.push(arbitrary.generate(mrng, undefined));
      return new fc.Value(null, undefined);
    }
    canShrinkWithoutContext(_value: unknown): _value is null {
      return false;
    }
    shrink(): fc.Stream<fc.Value<null>> {
      return fc.Stream.nil();
    }
  })();
  fc.sample(keeper, { numRuns: count, seed });
  return made;
}

/** Every step of a bounded part of the shrink trees: the first candidates of each value, three levels deep. */
function* steps<T>(
  arbitrary: fc.Arbitrary<T>,
  count: number,
  { width = 5, depth = 3, seed = 3 } = {},
): Generator<readonly [larger: T, smaller: T]> {
  function* below(value: fc.Value<T>, left: number): Generator<readonly [T, T]> {
    if (left === 0) return;
    let taken = 0;
    for (const candidate of arbitrary.shrink(value.value_, value.context)) {
      yield [value.value_, candidate.value_];
      yield* below(candidate, left - 1);
      if ((taken += 1) >= width) break;
    }
  }
  for (const value of valuesOf(arbitrary, count, seed)) yield* below(value, depth);
}

/** The smallest value that a property which fails wherever a condition holds is shrunk to. */
function least<T>(arbitrary: fc.Arbitrary<T>, fails: (value: T) => boolean, numRuns = 300): T {
  const told = fc.check(
    fc.property(arbitrary, (value) => !fails(value)),
    { numRuns, seed: 5 },
  );
  expect(told.failed).toBe(true);
  return told.counterexample![0];
}

const isLawful = (state: typeof kualaLumpur, event: Event) => transition(state, event).ok;

describe('whole sequences and reachable states', () => {
  const sequences = legalPlay(kualaLumpur, { maxMoves: 12 });

  it('stay lawful while they shrink, and never grow in moves nor, at equal moves, in days', () => {
    let walked = 0;
    for (const [larger, smaller] of steps(sequences, 5)) {
      walked += 1;
      expect(replay(kualaLumpur, smaller.events).ok).toBe(true);
      expect(smaller.events.length).toBeLessThanOrEqual(larger.events.length);
      if (smaller.events.length === larger.events.length)
        expect(smaller.states.at(-1)!.today <= larger.states.at(-1)!.today).toBe(true);
    }
    expect(walked).toBeGreaterThan(100);
  });

  it('shrink to one advance of one day where any time that passes fails', () => {
    const play = least(sequences, ({ states }) => states.at(-1)!.today > '2025-10-25');
    expect(play.events).toEqual([
      { type: 'calendar.advance', actor: 'calendar', on: '2025-10-25', to: '2025-10-26' },
    ]);
  });

  it('shrink to the one act that a failing property is about, with its smallest rate', () => {
    const imposed = ({ states }: { states: readonly (typeof kualaLumpur)[] }) =>
      Object.values(states.at(-1)!.tariff).some(({ id, ratePct }) => id.startsWith('new/') && ratePct >= 25);
    const { events } = least(legalPlay('kuala-lumpur-2025', { maxMoves: 40 }), imposed, 1000);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ on: '2025-10-25', ratePct: 25 });
  });

  it('reach states that print as their events and shrink to the start', () => {
    const reached = reachableState('kuala-lumpur-2025', { maxMoves: 12 });
    for (const state of fc.sample(reached, { numRuns: 10, seed: 2 })) {
      const again = replay(start('kuala-lumpur-2025'), eventsTo(state));
      expect(again.ok && digest(again.state)).toBe(digest(state));
      expect(fc.stringify(state).split('\n').filter(Boolean)).toHaveLength(eventsTo(state).length);
    }
    expect(eventsTo(least(reached, () => true))).toEqual([]);
    expect(() => eventsTo(kualaLumpur)).toThrow(/reachableState/);
  });
});

/** The first morning after a legal event of a type, its dates late in their ranges; what may hold later holds today unless told. */
function doing(type: string, from = kualaLumpur, later = false): typeof kualaLumpur {
  for (const template of legalActions(from, { type })) {
    const event = { ...sampleMember(template, () => 0.9) };
    if (!later && 'from' in event && template.fields.from?.kind === 'optional') delete event.from;
    const next = transition(from, event);
    if (next.ok) return next.state;
  }
  throw new Error(`${type} is not legal on the first morning`);
}

describe('illegal events', () => {
  itLong('are refused with the refusals given, and stay so while they shrink to fewer of them', () => {
    for (const [larger, smaller] of steps(illegalEvent(kualaLumpur), 6, { depth: 2 })) {
      const answer = transition(kualaLumpur, smaller.event);
      expect(answer.ok).toBe(false);
      if (!answer.ok) expect(answer.refusals).toEqual(smaller.refusals);
      expect(smaller.refusals.length).toBeLessThanOrEqual(larger.refusals.length);
    }
  });

  it('shrink to one refusal and one change', () => {
    const { event, refusals } = least(illegalEvent(kualaLumpur), () => true);
    expect(refusals).toHaveLength(1);
    expect(isLawful(kualaLumpur, { ...event, on: kualaLumpur.today })).toBe(true);
  });

  itLong('come with any refusal that is asked for and within reach, and keep it while they shrink', () => {
    const meeting = dayOfTheMeeting(kualaLumpur);
    const deals = fc.sample(packageArbitrary(kualaLumpur), { numRuns: 6, seed: 4 });
    const agreed = deals.map((deal) => after(meeting, deal));
    const { procedure } = kualaLumpur.authorities.s301!;
    // What plays seldom come to, and what no measure of the record is: a control without an executive authority.
    const made = [
      ...[
        'control.suspend',
        'port-fee.suspend',
        'talks.schedule',
        'court.strike-down',
        'port-fee.propose',
        'tariff.exclude',
        'court.relieve',
        'blocking-order.issue',
      ].map((type) => doing(type)),
      doing('control.ease', kualaLumpur, true),
      doing('blocking-order.lift', doing('blocking-order.issue')),
      doing('institution.dissolve', doing('institution.establish')),
      withAuthority(kualaLumpur, 'ieepa', { procedure }),
      ...Object.keys(kualaLumpur.authorities).map((id) =>
        withAuthority(kualaLumpur, id, { instruments: [] }),
      ),
    ];
    const states = [
      kualaLumpur,
      meeting,
      ...agreed.slice(0, 2),
      ...made,
      ...fc.sample(reachableState(kualaLumpur, { minMoves: 30, maxMoves: 30 }), { numRuns: 8, seed: 4 }),
      ...agreed.flatMap((deal, seed) =>
        fc.sample(reachableState(deal, { minMoves: 40, maxMoves: 40 }), { numRuns: 2, seed }),
      ),
    ];
    const missing: string[] = [];
    for (const code of refusalCodes()) {
      const given = states.some((state) => {
        try {
          const arbitrary = illegalEvent(state, { code });
          const [value] = valuesOf(arbitrary, 1, 1);
          const all = [value!, ...arbitrary.shrink(value!.value_, value!.context).take(3)];
          for (const { value_: one } of all)
            expect(violations(state, one.event).map((r) => r.code)).toContain(code);
          return true;
        } catch (error) {
          if (error instanceof RangeError) return false;
          throw error;
        }
      });
      if (!given) missing.push(code);
    }
    expect(missing).toEqual([]);
  });

  it('refuse a code that no rule has, with the one that may have been meant', () => {
    expect(() => illegalEvent(kualaLumpur, { code: 'tariff/above-the-celing' })).toThrow(/above-the-ceiling/);
    expect(() => illegalEvent(kualaLumpur, { code: 'calendar/due-first' })).toThrow(/2025-10-25/);
  });
});

describe('policies', () => {
  itLong('keep the laws of policies', async () => {
    const policies = fc
      .sample(policyArbitrary(), { numRuns: 5, seed: 8 })
      .map((policy, at) => ({ ...policy, id: `${policy.id}-${at}` }));
    await assertProperties(
      policyProperties(policies, { episodes: 3, plays: 2, suppositions: ['meeting-called-off'] }),
    );
  });

  it('shrink to the policy that does nothing, and to the one weight that matters', () => {
    const still = least(policyArbitrary(), () => true);
    expect(fc.stringify(still)).toContain('does nothing; keeps no promises; withholds at the table');
    const doubting = least(policyArbitrary(), (policy) => policy.doc.includes('meeting.doubt'), 2000);
    expect(doubting.doc).toMatch(/^On 1 % of days does one of meeting.doubt × 1; keeps no promises/);
  });

  it('never grow in words of weights along a shrink path', () => {
    const count = (text: string) => text.split('×').length;
    for (const [larger, smaller] of steps(policyArbitrary(), 20))
      if (larger.id.startsWith('table')) expect(count(smaller.doc)).toBeLessThanOrEqual(count(larger.doc));
  });
});

describe('scenarios', () => {
  const arbitrary = scenarioArbitrary();

  it('are accepted as they are at every step, with no more changes than before', () => {
    for (const [larger, smaller] of steps(arbitrary, 5, { width: 4, depth: 2 })) {
      const parsed = parseScenario(JSON.parse(JSON.stringify(smaller)));
      expect(parsed.ok && digest(parsed.scenario)).toBe(digest({ ...smaller }));
      expect(changesTo(smaller)).toBeLessThanOrEqual(changesTo(larger));
    }
  });

  itLong('keep the laws of scenarios', async () => {
    const all = fc.sample(arbitrary, { numRuns: 3, seed: 6 });
    await assertProperties(scenarioProperties(all, { episodes: 1, checkedEpisodes: 2 }));
  });

  itLong('shrink to the base, and to the one change that matters', () => {
    expect(least(arbitrary, () => true, 20)).toEqual(loadScenario('kuala-lumpur-2025'));
    const short = least(arbitrary, ({ agenda }) => !agenda.includes('soybeans'), 1000);
    expect(changesTo(short)).toBe(1);
    expect(least(arbitrary, ({ horizon }) => horizon <= '2026-11-01').horizon).toBe('2026-11-01');
  });
});

describe('measures', () => {
  it('are lawful new measures at every step, no dearer than before', () => {
    const arbitrary = measureArbitrary(kualaLumpur);
    const kinds = new Set(fc.sample(arbitrary, { numRuns: 200, seed: 1 }).map(({ type }) => type));
    expect(kinds.size).toBe(12);
    for (const [larger, smaller] of steps(arbitrary, 20)) {
      expect(isLawful(kualaLumpur, smaller)).toBe(true);
      if (
        larger.type === smaller.type &&
        'ratePct' in larger &&
        'ratePct' in smaller &&
        larger.actor === smaller.actor &&
        (larger as { authority?: string }).authority === (smaller as { authority?: string }).authority
      )
        expect(smaller.ratePct).toBeLessThanOrEqual(larger.ratePct);
    }
  });

  it('shrink to the least rate and the earliest date that still fail', () => {
    const duty = measureArbitrary(kualaLumpur, { kinds: ['tariff'], verbs: ['impose'] });
    expect(least(duty, (event) => 'ratePct' in event && event.ratePct >= 12.5)).toMatchObject({
      ratePct: 12.5,
      share: 0,
      from: kualaLumpur.today,
    });
  });
});

describe('packages', () => {
  const arbitrary = packageArbitrary('kuala-lumpur-2025');
  const meeting = dayOfTheMeeting('kuala-lumpur-2025');
  const caps = new Map(prepare('kuala-lumpur-2025').specification.issues.map(({ id, cap }) => [id, cap]));

  itLong('are accepted on the day of the meeting, within the red lines, and dwindle issue by issue', () => {
    for (const [larger, smaller] of steps(arbitrary, 10)) {
      expect(isLawful(meeting, smaller)).toBe(true);
      expect(smaller.terms.length).toBeLessThanOrEqual(larger.terms.length);
      for (const { issue, degree } of larger.terms) expect(degree).toBeLessThanOrEqual(caps.get(issue)!);
    }
  });

  it('shrink to the least degree on the one issue that matters', () => {
    const { terms } = least(arbitrary, (event) =>
      event.terms.some(({ issue, degree }) => issue === 'soybeans' && degree >= 0.3),
    );
    expect(terms.map(({ issue, degree }) => [issue, degree])).toEqual([['soybeans', 0.3]]);
    expect(least(arbitrary, () => true).terms).toEqual([]);
  });

  it('refuse a start without a meeting ahead', () => {
    const over = transition(meeting, {
      type: 'calendar.advance',
      actor: 'calendar',
      on: meeting.today,
      to: '2025-10-31',
    });
    expect(() => packageArbitrary(over.ok ? over.state : meeting)).toThrow(/no meeting is ahead/);
  });
});
