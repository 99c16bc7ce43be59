/** What each act contributes: the difference that dropping it makes, on the draws of the projection itself. */
import { describe, expect, it } from 'vitest';
import {
  act,
  Negotiation,
  passTo,
  play,
  project,
  RefusedEventError,
  type EventOfToday,
  type Play,
} from '../../src/entries/index';
import { onThreads } from '../../src/entries/node';
import { itLong } from '../long';

const ID = 'kuala-lumpur-2025';
const RUNS = 60;
const WITHDRAWAL = { actor: 'US', type: 'tariff.withdraw', id: 'us/ieepa-hundred', traded: true } as const;
const RESUMPTION = { actor: 'CN', type: 'purchase.resume', flow: 'soybeans' } as const;

const monday = play(ID, { today: '2025-10-27' });

function acted(before: Play, event: EventOfToday): Play {
  const answer = act(before, event);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.play;
}

describe('the contribution of an act', () => {
  const withdrawn = acted(monday, WITHDRAWAL);
  const answer = project(withdrawn, { runs: RUNS, why: true });

  it('is the projection with it less the projection without it, class by class', () => {
    const without = project(monday, { runs: RUNS });
    const [only, ...others] = answer.why!;
    expect(others).toEqual([]);
    for (const { id, pModel } of answer.outcomes!) {
      const before = without.outcomes!.find((outcome) => outcome.id === id)!.pModel;
      expect(only!.changes[`class:${id}`]!.change).toBeCloseTo(pModel - before, 4);
    }
    expect(only!.changes['held']!.change).toBeCloseTo(answer.meeting!.held.p - without.meeting!.held.p, 4);
    expect(only!.changes['mean:US']!.change).toBeCloseTo(
      answer.averageTariffPct.usOnCn.end.mean - without.averageTariffPct.usOnCn.end.mean,
      1,
    );
  });

  it('lies in its interval, and leaves the answer and its digest as they are without it', () => {
    for (const { change, low, high } of Object.values(answer.why![0]!.changes)) {
      expect(low).toBeLessThanOrEqual(change);
      expect(change).toBeLessThanOrEqual(high);
    }
    const { why: _, ...rest } = answer;
    expect(rest).toEqual(project(withdrawn, { runs: RUNS }));
  });

  it('is left out of an answer that was stopped before it was known, and the answer says that it is partial', async () => {
    const stop = new AbortController();
    const stopped = await onThreads({ workers: 1, startAfterMs: 1_000_000 }).project(withdrawn, {
      runs: 400,
      why: true,
      signal: stop.signal,
      // The runs of the projection are through where more than they are asked.
      onProgress: (_, all) => {
        if (all > 400) stop.abort();
      },
    });
    expect(stop.signal.aborted).toBe(true);
    expect(stopped).not.toHaveProperty('why');
    expect(stopped.partial).toEqual({ done: 400, asked: 400 });
  });

  itLong('is found for each of several acts by dropping that one alone', () => {
    const both = acted(withdrawn, RESUMPTION);
    const { why } = project(both, { runs: RUNS, why: true });
    expect(why!.map(({ act: { type } }) => type)).toEqual(['tariff.withdraw', 'purchase.resume']);
    const without = project(acted(monday, RESUMPTION), { runs: RUNS });
    const held = project(both, { runs: RUNS }).meeting!.held.p - without.meeting!.held.p;
    expect(why![0]!.changes['held']!.change).toBeCloseTo(held, 4);
  });

  it('names the acts that could not have been done without it', () => {
    const threat = {
      actor: 'US',
      type: 'tariff.set-deadline',
      id: 'us/ieepa-hundred',
      dueOn: '2025-11-20',
      voice: 'leader',
    } as const;
    const put = acted(monday, { actor: 'US', type: 'tariff.put-off', id: 'us/ieepa-hundred', until: null });
    const { why } = project(acted(put, threat), { runs: 4, why: true });
    expect(why![0]!.undoneWithIt).toEqual(['after-2']);
    expect(why![1]!.undoneWithIt).toEqual([]);
  });

  itLong(
    'is the same on threads, and of the events that a scenario supposes where nothing was played',
    async () => {
      const { project: onTwo } = onThreads({ workers: 2, startAfterMs: 0 });
      expect(await onTwo(withdrawn, { runs: RUNS, why: true })).toEqual(answer);
      const { why } = project('leaders-call-first', { runs: 4, why: true });
      expect(why!.length).toBeGreaterThan(0);
    },
  );
});

describe('a negotiation', () => {
  it('stands where the same play stands, and projects the same', () => {
    const talks = new Negotiation(ID).passTo('2025-10-27').act(WITHDRAWAL);
    expect(talks.play.state).toEqual(acted(monday, WITHDRAWAL).state);
    expect(talks.project({ runs: 8 })).toEqual(project(acted(monday, WITHDRAWAL), { runs: 8 }));
  });

  it('passes to the day of an act', () => {
    const talks = new Negotiation(ID).act({ ...RESUMPTION, on: '2025-10-28' });
    expect(talks.today).toBe('2025-10-28');
    expect(passTo(talks.play, '2025-10-29').state.today).toBe('2025-10-29');
  });

  it('throws for a refused act, with the rules that it breaks, and stays where it stood', () => {
    const talks = new Negotiation(ID);
    const before = talks.play;
    expect(() => talks.act({ ...WITHDRAWAL, id: 'us/none' })).toThrow(RefusedEventError);
    expect(talks.play).toBe(before);
  });
});
