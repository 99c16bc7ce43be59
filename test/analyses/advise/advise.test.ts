/** Advice: what is tried, who wins, and that nobody saw the dice. */
import { describe, expect, it } from 'vitest';
import { act, advise, passTo, play, type State } from '../../../src/entries/index';
import { actionTable } from '../../../src/actions/index';
import { arithmeticOf } from '../../../src/analyses/advise/arithmetic';
import { candidatesOf } from '../../../src/analyses/advise/candidates';
import { isLegal } from '../../../src/engine/legality';
import { averageTariffPct } from '../../../src/model/tariff';
import { adviceText } from '../../../src/report/screens/advice';
import { facts } from '../../../src/facts/packaged';
import { PLAIN } from '../../../src/report/wording/text';
import { oneIssue } from '../../ensemble/one-issue';
import { beyondEdge } from '../../cli/run-cli';
import { itLong } from '../../long';

const scenario = oneIssue();
const now = play(scenario);

describe('what is tried', () => {
  it.each(['US', 'CN'] as const)('is lawful for %s today, each once, and its own', (party) => {
    const { events } = candidatesOf(now.state, party, actionTable);
    expect(events.length).toBeGreaterThan(500);
    expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(events.length);
    for (const event of events) {
      expect(event.actor).toBe(party);
      expect(isLegal(now.state, event)).toBe(true);
    }
  });

  it('has each size at low, middle and high, and nothing that bears on nothing', () => {
    const { events, inert } = candidatesOf(now.state, 'US', actionTable, ['tariff.raise']);
    const rates = events.flatMap((event) =>
      event.type === 'tariff.raise' && event.id === 'us/ieepa-fentanyl' ? [event.ratePct] : [],
    );
    expect(rates).toHaveLength(3);
    expect(inert).toBe(0);
    expect(candidatesOf(now.state, 'US', actionTable).inert).toBeGreaterThan(0);
  });

  it('can be done by the party alone: nothing is withdrawn in return, and no statute is asked of a negotiator', () => {
    for (const party of ['US', 'CN'] as const) {
      const { events } = candidatesOf(now.state, party, actionTable);
      const withdrawn = events.filter((event) => 'traded' in event);
      expect(withdrawn.length).toBeGreaterThan(3);
      expect(withdrawn.filter(({ traded }) => traded)).toEqual([]);
      expect(events.filter(({ type }) => type === 'tariff.set-by-statute')).toEqual([]);
    }
    const asked = candidatesOf(now.state, 'CN', actionTable, ['tariff.set-by-statute']).events;
    expect(asked.length).toBeGreaterThan(1);
  });

  it('is refused by a type that there is not, with the nearest', () => {
    expect(() => advise(scenario, { party: 'US', only: ['tariff.rise'] })).toThrow(/tariff\.raise/);
  });
});

describe('what an act does by its own arithmetic', () => {
  const cut = {
    type: 'tariff.cut',
    actor: 'US',
    on: now.state.today,
    id: 'us/ieepa-fentanyl',
    ratePct: 10,
  } as const;
  const countedFrom = '2025-10-27';

  it('is what law and clocks make of the average, and nothing of any other quantity', () => {
    const after = act(now, cut);
    const then = passTo(after.play, '2025-10-30').state;
    const by = averageTariffPct(then, 'usOnCn') - averageTariffPct(passTo(now, '2025-10-30').state, 'usOnCn');
    expect(by).toBeLessThan(-5);
    expect(arithmeticOf(now, 'mean:US', countedFrom)([cut])).toBeCloseTo(by, 9);
    expect(arithmeticOf(now, 'held', countedFrom)([cut])).toBe(0);
    expect(arithmeticOf(now, 'mean:US', countedFrom)([])).toBe(0);
  });

  itLong('is taken off the objective and not off the changes', () => {
    const found = advise(scenario, { party: 'US', objective: 'mean:US', only: ['tariff.cut'], runs: 2_400 });
    expect(found.acts.length).toBeGreaterThan(5);
    for (const { changes, objective, events } of found.acts) {
      const byItself = arithmeticOf(now, 'mean:US', '2025-10-30')(events);
      expect(objective.change).toBeCloseTo(changes['mean:US']!.change - byItself, 4);
    }
  });
});

describe('the race', () => {
  const found = advise(scenario, {
    party: 'US',
    objective: 'held',
    only: ['meeting', 'statement'],
    runs: 1_200,
  });

  it('leaves calling the meeting off behind, where holding it is wanted', () => {
    const first = found.acts[0]!;
    expect(first.events.some(({ type }) => type === 'meeting.call-off')).toBe(false);
    const off = found.acts.filter(({ events }) =>
      /^meeting\.(call-off|postpone)$/.test(events[0]?.type ?? ''),
    );
    expect(off.length).toBeGreaterThan(0);
    const lost = off.filter(({ objective }) => objective.change < -0.5);
    expect(lost.length).toBeGreaterThan(0);
    for (const { pBest } of lost) expect(pBest).toBe(0);
    expect(found.beaten).toBeGreaterThan(0);
  });

  it('puts it first where it is to be avoided, and that holds on fresh draws', () => {
    const avoided = advise(scenario, {
      party: 'US',
      objective: 'held',
      avoid: true,
      only: ['meeting'],
      runs: 800,
    });
    expect(avoided.acts[0]!.events[0]?.type).toMatch(/^meeting\.(call-off|postpone)$/);
    expect(avoided.fresh!.high).toBeLessThan(-0.5);
  });

  it('takes no more runs than it may, and tells doing nothing among the others', () => {
    expect(found.runs).toBeLessThanOrEqual(1_200);
    const nothing = found.acts.filter(({ events }) => events.length === 0);
    expect(nothing).toHaveLength(1);
    expect(nothing[0]!.objective).toEqual({ change: 0, low: 0, high: 0 });
    const chances = found.acts.reduce((sum, { pBest }) => sum + pBest, 0);
    expect(chances).toBeCloseTo(1, 2);
  });

  it('is refused with too few runs, with those that would do', () => {
    const error = (() => {
      try {
        advise(scenario, { party: 'US', runs: 100 });
      } catch (thrown) {
        return thrown as { allowed: string };
      }
      throw new Error('it was not refused');
    })();
    const [, least] = /at least (\d+) runs/.exec(error.allowed)!;
    expect(Number(least)).toBeGreaterThan(10_000);
  });

  itLong('tries pairs where that is asked for, lawful one after the other', () => {
    const both = advise(scenario, {
      party: 'US',
      objective: 'held',
      avoid: true,
      only: ['meeting.doubt', 'statement'],
      pairs: true,
      runs: 1_500,
    });
    const pairs = both.acts.filter(({ events }) => events.length === 2);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { events } of pairs) {
      let after = now;
      for (const event of events) {
        const answer = act(after, event);
        expect(answer.ok).toBe(true);
        after = answer.play;
      }
    }
  });

  it('gives a partial answer where it is stopped, of what all have run', () => {
    const controller = new AbortController();
    const partial = advise(scenario, {
      party: 'US',
      objective: 'held',
      only: ['meeting'],
      runs: 1_200,
      signal: controller.signal,
      onProgress: (done) => {
        if (done > 500) controller.abort();
      },
    });
    expect(partial.partial).toEqual({ asked: 1_200 });
    expect(partial.fresh).toBeNull();
    expect(partial.runs).toBeLessThan(1_200);
  });
});

describe('foresight', () => {
  // A bet by choice of words, which pays by a die that each episode throws: who saw it would always win.
  const sidesOf = ({ statements }: State): number => {
    const said = statements?.US;
    return said === undefined || said === null ? 0 : said.voice.length + said.tone.length;
  };
  const die = ({ gauges }: State): number => Math.floor(gauges.pain.US * 1e7) % 4;
  const bet = (final: State): number => Number(sidesOf(final) % 4 === die(final));

  itLong('is none: a bet that wins the race does no better than chance on fresh draws', () => {
    const raced: number[] = [];
    const again: number[] = [];
    for (let seed = 0; seed < 6; seed += 1) {
      const { acts, fresh } = advise(scenario, {
        party: 'US',
        objective: bet,
        only: ['statement'],
        seed: `bet ${seed}`,
        runs: 700,
      });
      raced.push(acts[0]!.objective.change);
      if (fresh !== null) again.push(fresh.change);
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    // The best of some bets looks good where it was chosen; that is all luck.
    expect(Math.min(...raced)).toBeGreaterThanOrEqual(0);
    expect(mean(raced)).toBeGreaterThan(0.02);
    const error = Math.sqrt((2 * 0.25 * 0.75) / (43 * again.length));
    expect(Math.abs(mean(again))).toBeLessThan(4 * error);
    expect(mean(raced)).toBeGreaterThan(mean(again));
  });
});

describe('its screen', () => {
  it('tells the best first, and the best again, on any terminal', () => {
    const found = advise(scenario, {
      party: 'CN',
      objective: 'held',
      only: ['meeting', 'listing.impose'],
      runs: 1_600,
    });
    const text = adviceText(found, { facts, paint: PLAIN, scenario, command: 'again' });
    expect(text).toMatch(/What China should do on 25 Oct 2025/);
    expect(text).toMatch(/ {2}1\. /);
    expect(text).toContain('Aim: the highest “The leaders meet”');
    // Acts in words, and beneath as they can be told.
    expect(text.replace(/--act '[^']*'/g, '')).not.toMatch(/\b[a-z-]+\.[a-z-]+ [a-zA-Z]+=/);
    expect(text).toMatch(/ {3}\d\. (Beijing |Do nothing)/);
    expect(text).not.toMatch(/\b(class|mean|up|same|down|text|unbroken):[a-zA-Z0-9]/);
    // Shares and points are told in one unit, the largest first.
    const changes = {
      'mean:US': { change: -1.5, low: -2, high: -1 },
      deal: { change: 0.02, low: 0.01, high: 0.03 },
      text: { change: 0.3, low: -0.1, high: 0.7 },
    };
    const acts = found.acts.map((one) => ({ ...one, changes }));
    const told = adviceText({ ...found, acts }, { facts, paint: PLAIN, scenario, command: 'again' });
    expect(told.replace(/\s+/g, ' ')).toMatch(/\+2\.0 \(\+1\.0 to \+3\.0\); [^;]*-1\.5 \(-2\.0 to -1\.0\)/);
    expect(told).not.toContain('30.0');
    for (const width of [60, 80, 120]) {
      const screen = adviceText(found, { facts, paint: { ...PLAIN, width }, scenario, command: 'again' });
      expect(beyondEdge(screen, width)).toEqual([]);
    }
  });
});
