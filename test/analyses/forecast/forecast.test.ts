/** Forecasts are registered before their day and never changed, and today's answers are what episodes come to on that day. */
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerer } from '../../../src/analyses/forecast/answers';
import { baseRateOf, forecast, scoreOf } from '../../../src/analyses/forecast/forecast';
import { prepare } from '../../../src/analyses/prepared';
import { project } from '../../../src/analyses/project';
import { parseScenario } from '../../../src/analyses/resolve';
import { digest } from '../../../src/engine/digest';
import { stepInPlace } from '../../../src/engine/apply';
import { runRecorded } from '../../../src/episode/recorded';
import { facts } from '../../../src/facts/packaged';
import { parseFacts } from '../../../src/facts/parse';
import { recordSpan } from '../../../src/facts/record-span';
import type { Facts } from '../../../src/facts/schema';
import { finish } from '../../../src/kit/cooperative';
import { averageTariffPct } from '../../../src/model/tariff';
import { copyState } from '../../../src/model/copy-state';
import { isBinding } from '../../../src/model/truce';
import { forecastText } from '../../../src/report/screens/forecast';
import { PLAIN } from '../../../src/report/wording/text';
import { forecastsPage } from '../../../tools/forecasts';

/** SHA-256 of the last row of the register: whoever adds a row writes it here, and nobody writes it for another reason. */
const HEAD = 'a8d2b3a3fae71d0951064775bce1ff06753de3a0ac33b62ded46cd084f228fa9';

type Row = Facts['registered'][number];
const { questions, registered } = facts;

/** A register as it would grow: answers to all questions, and what the first was resolved to. */
function grown(): Row[] {
  const rows: Row[] = [];
  const before = () => (rows.length === 0 ? null : digest(rows.at(-1)));
  for (const { id } of questions)
    rows.push({
      ...{ kind: 'registration', question: id, registeredOn: '2026-11-29', knownTo: '2026-10-09' },
      ...{ version: '0.2.0', seed: '1', runs: 10, answer: { p: 0.8 }, sampling: null, baseRate: null },
      ...{ pModel: 0.8, digest: 'a'.repeat(64), before: before() },
    });
  rows.push({
    ...{ kind: 'resolution', question: questions[0]!.id, resolvedOn: '2027-01-11', outcome: true },
    ...{ source: null, assumption: true, note: 'Made up.', before: before() },
  });
  return rows;
}

const issuesOf = (rows: readonly unknown[]) => {
  const parsed = parseFacts({ ...facts, registered: rows });
  return parsed.ok ? [] : parsed.issues.map(({ path }) => path);
};

describe('the register of forecasts', () => {
  it('ends in the row that it ended in, and each row holds the one before', () => {
    expect(forecast().head).toBe(HEAD);
    registered.forEach(({ before }, at) => expect(before).toBe(at === 0 ? null : digest(registered[at - 1])));
  });

  it('answers no question on its day or after it, and none that the record had answered', () => {
    for (const row of registered) {
      const { resolvesOn } = questions.find(({ id }) => id === row.question)!;
      if (row.kind === 'registration') expect(row.registeredOn < resolvesOn).toBe(true);
    }
    for (const { resolvesOn } of questions) expect(resolvesOn > recordSpan(facts).last).toBe(true);
  });

  it('is sound while it only grows, and names the first row that was changed, taken out or put in', () => {
    const rows = grown();
    expect(issuesOf(rows)).toEqual([]);
    for (let at = 0; at < rows.length; at += 1) {
      const changed = rows.with(at, { ...rows[at]!, question: questions[(at + 1) % 2]!.id });
      if (at + 1 < rows.length) expect(issuesOf(changed)).toContain(`registered.${at + 1}.before`);
      const shorter = rows.toSpliced(at, 1);
      if (at + 1 < rows.length) expect(issuesOf(shorter)).toContain(`registered.${at}.before`);
    }
    expect(issuesOf(rows.toSpliced(1, 0, rows[0]!))).toContain('registered.1.before');
  });

  it('takes no answer on the day of its question, and no resolution of what nobody answered', () => {
    const rows = grown();
    const late = { ...rows[0]!, registeredOn: questions[0]!.resolvesOn };
    expect(issuesOf([late])).toEqual(['registered.0.registeredOn']);
    expect(issuesOf([{ ...rows.at(-1)!, before: null }])).toEqual(['registered.0.question']);
  });

  it('tells the score of what is resolved, and of nothing else', () => {
    const told = forecast({ facts: { ...facts, registered: grown() } }).questions;
    expect(told.map(({ score }) => score)).toEqual([
      expect.closeTo(0.04, 12),
      ...questions.slice(1).map(() => null),
    ]);
    expect(told[0]!.resolution).toMatchObject({ on: '2027-01-11', outcome: true });
  });
});

describe('a score', () => {
  it('of a chance is its squared error, and is least where the chance is the truth', () => {
    expect(scoreOf({ p: 0.8 }, true)).toBeCloseTo(0.04, 12);
    expect(scoreOf({ p: 0.8 }, false)).toBeCloseTo(0.64, 12);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (truth, told) => {
        const expected = (p: number) => truth * scoreOf({ p }, true) + (1 - truth) * scoreOf({ p }, false);
        expect(expected(truth)).toBeLessThanOrEqual(expected(told) + 1e-12);
      }),
    );
  });

  it('of percentiles is nought where all of them are what happened, and grows with the miss', () => {
    const exact = { p10: 37, p50: 37, p90: 37 };
    expect(scoreOf(exact, 37)).toBe(0);
    const miss = fc.double({ min: 0.01, max: 50, noNaN: true });
    fc.assert(
      fc.property(miss, miss, (near, further) => {
        for (const side of [1, -1])
          expect(scoreOf(exact, 37 + side * (near + further))).toBeGreaterThan(
            scoreOf(exact, 37 + side * near),
          );
      }),
    );
  });
});

describe('answers of today', () => {
  const runs = 60;
  const told = forecast({ again: true, runs });

  it('are the same twice, between model and base rate, within their interval', () => {
    expect(forecast({ again: true, runs })).toEqual(told);
    expect(told.questions.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
    for (const { answer, pModel, baseRate, intervals, registeredOn } of told.questions) {
      expect(registeredOn).toBeNull();
      if (!('p' in answer)) {
        expect([answer.p10 <= answer.p50, answer.p50 <= answer.p90]).toEqual([true, true]);
        continue;
      }
      const ends = [pModel!, baseRate ?? pModel!].sort((a, b) => a - b);
      expect(answer.p).toBeGreaterThanOrEqual(ends[0]! - 1e-4);
      expect(answer.p).toBeLessThanOrEqual(ends[1]! + 1e-4);
      const { low, high } = intervals.sampling!;
      expect([low <= answer.p + 1e-4, answer.p <= high + 1e-4]).toEqual([true, true]);
    }
  });

  it('are read off the evening of their day: a log replayed to that evening says the same', () => {
    const { initial, specification } = prepare('expiry-2027-01-10');
    const outcomes = questions.map(({ id, asks }) => ({
      ...{ id, title: id, meaning: id, question: id, resolvesOn: '2027-01-11', consult: id, tie: id },
      when: asks.kind === 'chance' ? asks.when : { ...asks.of, atLeast: 0 },
    }));
    const { precedence: _precedence, ...rest } = specification;
    const ask = answerer({
      ...{ seed: '1', initial, specification: { ...rest, outcomes } },
      asked: questions.map(({ asks }) => asks),
    });
    const values = finish(ask(0, 25));
    const at = (id: string) => questions.findIndex((question) => question.id === id);
    const seen = { text: new Set<number>(), back: new Set<number>() };
    values.forEach((row, episode) => {
      const { events } = runRecorded(initial, specification, '1', episode);
      const evening = (day: string) => {
        const state = copyState(initial);
        for (const event of events) if (event.on <= day) stepInPlace(state, event);
        return state;
      };
      const [tenth, eleventh] = [evening('2027-01-10'), evening('2027-01-11')];
      expect(row[at('expiry')]).toBe(isBinding(tenth.truce) ? 1 : 0);
      const back = eleventh.tariff['cn/reciprocal-heightened']!.status === 'in-force';
      expect(row[at('snapback-cn-24')]).toBe(back ? 1 : 0);
      expect(row[at('us-average')]).toBeCloseTo(averageTariffPct(tenth, 'usOnCn'), 9);
      seen.text.add(row[at('expiry')]!);
      seen.back.add(row[at('snapback-cn-24')]!);
    });
    expect([seen.text.size, seen.back.size]).toEqual([2, 2]);
  });

  it('count the base rate with Jeffreys’ prior: no case says neither never nor always', () => {
    expect(questions.map(baseRateOf)).toEqual([
      expect.closeTo(0.75, 9),
      expect.closeTo(1 / 14, 9),
      expect.closeTo(1 / 14, 9),
      null,
      null,
    ]);
  });

  it('begin by saying what nobody could know, on a screen of 80 columns', () => {
    const screen = forecastText(told, PLAIN);
    expect(screen.split('\n')[0]).toBe('Nothing that happened after 9 Oct 2026 is known to these answers.');
    for (const line of screen.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('stand between what assumptions and policies may make of them, where that is asked for', () => {
    const seen: (readonly [number, number])[] = [];
    const asked = {
      ...{ again: true, runs, intervals: true },
      onProgress: (done: number, all: number) => {
        seen.push([done, all]);
      },
    };
    const sure = forecast(asked).questions;
    expect(sure.map(({ answer }) => answer)).toEqual(told.questions.map(({ answer }) => answer));
    expect(sure.map(({ intervals }) => intervals.sampling)).toEqual(
      told.questions.map(({ intervals }) => intervals.sampling),
    );
    const [done, all] = seen.at(-1)!;
    expect(done).toBe(all);
    const chances = sure.filter(({ answer }) => 'p' in answer);
    // Opposite policies end a truce, or keep it: no answer is sure of that.
    expect(chances.filter(({ intervals }) => intervals.actors !== null).length).toBeGreaterThan(1);
    for (const { answer, intervals } of chances)
      for (const interval of [intervals.assumptions, intervals.actors].filter((one) => one !== null)) {
        expect(interval.low).toBeLessThanOrEqual((answer as { p: number }).p);
        expect(interval.high).toBeGreaterThanOrEqual((answer as { p: number }).p);
        expect([interval.low >= 0, interval.high <= 1]).toEqual([true, true]);
      }
    for (const { intervals } of told.questions)
      expect([intervals.assumptions, intervals.actors]).toEqual([null, null]);
    for (const { answer, intervals } of sure.filter((one) => !('p' in one.answer)))
      expect([answer, Object.values(intervals)]).toEqual([answer, [null, null, null]]);
  });

  it('are at a point of the same draw and chance what they are in that episode', () => {
    const { initial, specification } = prepare('expiry-2027-01-10');
    const ask = answerer({
      ...{ seed: '1', initial, specification },
      asked: questions.map(({ asks }) => asks),
    });
    const numbers = [4, 0, 9];
    expect(
      finish(
        ask(
          0,
          3,
          numbers.map((number) => ({ drawNumber: number, chance: number })),
        ),
      ),
    ).toEqual(numbers.map((number) => finish(ask(number, number + 1))[0]));
  });

  it('refuse an option that there is not, and runs out of range', () => {
    expect(() => forecast({ intervals: true })).toThrow(/intervals: expected it with `again` only/);
    expect(() => forecast({ again: true, runs: 0 })).toThrow(/runs/);
    expect(() => forecast({ agian: true } as never)).toThrow(/did you mean "again"|agian/);
  });
});

describe('the page of forecasts', () => {
  it('is that of the register, or "npm run forecasts" writes it', async () => {
    expect(readFileSync('docs/forecasts.md', 'utf8')).toBe(await forecastsPage());
  });
});

describe('the next meeting of the leaders', () => {
  const own = (day: string) => ({
    ...{ id: 'shenzhen', extends: 'next-leaders-meeting', title: 'Shenzhen', question: 'What in Shenzhen?' },
    events: {
      plan: {
        ...{ type: 'meeting.plan', actor: 'both', on: '2026-10-09', id: 'shenzhen-2026' },
        ...{ day, place: 'Shenzhen, APEC' },
      },
    },
  });

  it('has the day and the place that a file of one’s own supposes, and its outcome classes', () => {
    const parsed = parseScenario(own('2026-11-18'));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const { specification } = prepare(parsed.scenario);
    expect(specification).toMatchObject({
      ...{ meeting: 'shenzhen-2026', meetingOn: '2026-11-18', meetingPlace: 'Shenzhen, APEC' },
      ...{ meetingAhead: true, leadersMeet: true, baseRateMeetings: 24 },
    });
    const { outcomes } = project(parsed.scenario, { runs: 40 });
    expect(outcomes!.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 5);
  });

  it('is asked about on no day while none is planned', () => {
    expect(prepare('next-leaders-meeting').specification.meetingAhead).toBe(false);
    expect(project('next-leaders-meeting', { runs: 10 }).outcomes).toBeNull();
  });
});
