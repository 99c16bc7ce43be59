/** What would have to be true: a change that is found can be made by hand, and does what it says. */
import { describe, expect, it } from 'vitest';
import { flip, type Flip, type FlipChange, type FlipOptions } from '../../../src/analyses/flip/flip';
import { project } from '../../../src/analyses/project';
import { existing, foundIn } from '../../../src/kit/lists';
import type { Scenario } from '../../../src/scenario/schema';
import { oneIssue } from '../../ensemble/one-issue';
import { atLength, casesOf } from '../../extent';

const scenario = oneIssue();
const RUNS = atLength(400, 100);

/** A scenario with a change written into it, as into a file. */
function byHand(base: Scenario, { changes }: Pick<FlipChange, 'changes'>): Scenario {
  const parameters: Record<string, number> = {};
  const issues: Record<string, Record<string, number>> = {};
  for (const { parameter, to } of changes) {
    const [first = '', issue = '', weight = ''] = parameter.split('.');
    if (first === 'issues') issues[issue] = { ...issues[issue], [weight]: to };
    else parameters[parameter] = to;
  }
  return {
    ...base,
    parameters: { ...base.parameters, ...parameters },
    issues: { ...base.issues, ...issues },
  };
}

const asked: readonly (readonly [string, FlipOptions])[] = [
  ['a share', { output: 'class:not-held', past: 0.15, only: ['meeting.notHeld', 'credibility'] }],
  [
    'a lead',
    { leads: 'truce', only: ['bargaining.privateCost', 'issues.extension.cost', 'meeting.notHeld'] },
  ],
];

/** What a flip told: its change, others and the nearest. */
function toldBy({ changes, distance, after, runnersUp, nearest }: Flip): FlipChange[] {
  const best = distance === null || after === null ? [] : [{ changes, distance, after }];
  return [...best, ...runnersUp, ...(nearest === null ? [] : [nearest])];
}

describe('flip', () => {
  it.each(casesOf(asked, 1))(
    'of %s tells changes that a projection by hand bears out to the byte, within ranges and as long as they are',
    (_, options) => {
      const found = flip(scenario, { ...options, runs: RUNS });
      const all = toldBy(found);
      expect(all.length).toBeGreaterThan(0);
      for (const change of all) {
        const steps = change.changes.map(({ from, to, low, high }) => {
          expect(to).toBeGreaterThanOrEqual(low);
          expect(to).toBeLessThanOrEqual(high);
          return (to - from) / ((high - low) / 2);
        });
        expect(steps.length).toBeLessThanOrEqual(3);
        expect(change.distance).toBeCloseTo(Math.hypot(...steps), 5);
        const { runs, seed, classes, value } = change.after;
        const outcomes = existing(project(byHand(scenario, change), { runs, seed }).outcomes);
        expect(existing(classes)).toEqual(outcomes.map(({ id, pModel }) => ({ id, p: pModel })));
        const id = found.quantity.split(':')[1];
        const own = foundIn(outcomes, (outcome) => outcome.id === id).pModel;
        const next = Math.max(...outcomes.flatMap(({ id: other, pModel }) => (other === id ? [] : pModel)));
        expect(value).toBeCloseTo(found.quantity.startsWith('lead:') ? own - next : own, 5);
      }
    },
  );

  it('finds that a meeting which falls away more often takes a chance that is higher, and how high', () => {
    const found = flip(scenario, {
      output: 'class:not-held',
      past: 0.09,
      only: ['meeting.notHeld'],
      runs: 300,
    });
    const [change] = found.changes;
    expect(found.from).toBeLessThan(0.09);
    expect(existing(change)).toMatchObject({ parameter: 'meeting.notHeld' });
    expect(existing(change).to).toBeGreaterThan(0.1);
    expect(existing(found.after).low).toBeGreaterThanOrEqual(0.09);
  });

  it('says plainly that nothing does it, with how near the nearest comes', () => {
    const found = flip(scenario, {
      output: 'class:not-held',
      past: 0.9,
      only: ['meeting.notHeld'],
      runs: RUNS,
    });
    expect(found).toMatchObject({ changes: [], distance: null, after: null, runnersUp: [] });
    const { changes, after } = existing(found.nearest);
    expect(changes).toMatchObject([{ parameter: 'meeting.notHeld', to: 0.2 }]);
    expect(after.high).toBeLessThan(0.9);
  });

  it('asks unless told what would take the lead from the class that leads', () => {
    const { quantity, from, to, classes } = flip(scenario, { only: ['meeting.notHeld'], runs: 60 });
    const leader = existing([...existing(classes)].sort((a, b) => b.p - a.p)[0]);
    expect(quantity).toBe(`lead:${leader.id}`);
    expect(from).toBeGreaterThan(0);
    expect(to).toBe(0);
  });

  it.each([
    ['leads', { leads: 'truce', output: 'held', past: 0.5 }],
    ['past', { output: 'held' }],
    ['past', { output: 'held', past: 90 }],
    ['past', { past: 0.5 }],
    ['leads', { leads: 'truse' }],
    ['output', { output: 'hold', past: 0.5 }],
    ['only', { only: ['meeting.notHold'] }],
    ['only', { only: [] }],
  ] satisfies readonly (readonly [string, FlipOptions])[])(
    'refuses what cannot be asked by its path: %s',
    (path, options) => {
      expect(() => flip(scenario, { ...options, runs: 2 })).toThrow(
        expect.objectContaining({ path }) as Error,
      );
    },
  );

  it('has no class to ask about where no meeting lies ahead, but still a quantity', () => {
    const past = { today: '2025-11-15', runs: 4, only: ['meeting.notHeld'] } as const;
    expect(() => flip('kuala-lumpur-2025', past)).toThrow(/no meeting lies ahead/);
    const found = flip('kuala-lumpur-2025', { ...past, output: 'mean:US', past: 60 });
    expect(found).toMatchObject({ quantity: 'mean:US', classes: null });
  });
});
