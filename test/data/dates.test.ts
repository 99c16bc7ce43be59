import { describe, expect, it } from 'vitest';

import { eachEvening } from '../../src/facts/fold';
import { facts } from '../../src/facts/packaged';
import { recordSpan } from '../../src/facts/record-span';
import { daysBetween, isIsoDate } from '../../src/kit/calendar';
import { allMeasures } from '../../src/model/measure';

const END = recordSpan(facts).last;
/** Fields that look ahead: deadlines, expiries and the terms of a promise; of an order the day from which it holds. */
const AHEAD = new Set([
  'dueOn',
  'suspendedUntil',
  'expiresOn',
  'until',
  'hearingOn',
  'decisionDueOn',
  'effectiveOn',
  'rateBy',
  'resolvesOn',
]);

function* dates(
  value: unknown,
  path = 'facts',
  key = '',
): Generator<{ path: string; key: string; date: string }> {
  if (typeof value === 'string' && isIsoDate(value)) yield { path, key, date: value };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* dates(item, `${path}[${index}]`, key);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* dates(item, `${path}.${name}`, name);
  }
}

function* histories(value: unknown, path = 'facts'): Generator<{ path: string; froms: string[] }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* histories(item, `${path}[${index}]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (name === 'history' && Array.isArray(item))
        yield { path: `${path}.${name}`, froms: item.map((row: { from: string }) => row.from) };
      yield* histories(item, `${path}.${name}`);
    }
  }
}

const isSorted = (list: readonly string[]) =>
  list.every((date, index) => index === 0 || date >= (list[index - 1] ?? ''));

describe('dates of the record', () => {
  it('nothing is dated after the last day of the record but deadlines, expiries and promised deliveries', () => {
    const ahead = ({ key, path }: { key: string; path: string }) =>
      AHEAD.has(key) ||
      path.endsWith('.event.from') ||
      /^facts\.(purchases\.commitments|questions|registered)/.test(path);
    const late = [...dates(facts)].filter((found) => found.date > END && !ahead(found));
    expect(late).toEqual([]);
  });

  it('the acts stand in the order of their days, none before the first day', () => {
    expect(isSorted([facts.start.on, ...facts.acts.map(({ event }) => event.on), END])).toBe(true);
  });

  it('the rows of every history ascend, each on its own day', () => {
    const all = [...histories(facts)];
    expect(all.length).toBe(facts.undertakings.length);
    const wrong = all.filter(({ froms }) => !isSorted(froms) || new Set(froms).size !== froms.length);
    expect(wrong).toEqual([]);
  });

  it('statements, averages, threats and coded meetings stand in the order of their dates', () => {
    expect(isSorted(facts.statements.map((row) => row.on))).toBe(true);
    expect(isSorted(facts.averages.map((row) => row.on))).toBe(true);
    expect(isSorted(facts.threats.map((row) => row.announcedOn))).toBe(true);
    expect(isSorted(facts.codedMeetings.map((row) => row.on))).toBe(true);
    for (const direction of ['usOnCn', 'cnOnUs'] as const)
      expect(
        isSorted(facts.reconciliations.filter((row) => row.direction === direction).map((row) => row.from)),
      ).toBe(true);
  });

  it('nothing is announced after it takes effect, and nothing is due before it is announced', () => {
    const wrong = facts.acts.filter(({ event, announcedOn }) => {
      const day = (key: string) => (typeof event[key] === 'string' ? event[key] : '9999-12-31');
      return (
        (announcedOn ?? '') >= event.on ||
        ['from', 'opensOn', 'dueOn', 'day'].some((key) => day(key) < event.on) ||
        ['until', 'decisionDueOn'].some((key) => day(key) <= event.on)
      );
    });
    expect(wrong).toEqual([]);
    expect(facts.acts.filter(({ announcedOn }) => announcedOn !== undefined).length).toBeGreaterThan(20);
  });

  it('a measure that is ordered says on each evening when it is due, and only a suspended one when it returns', () => {
    const wrong: string[] = [];
    let seen = 0;
    eachEvening(facts, END, (state) => {
      for (const [, { id, status, dueOn, suspendedUntil }] of allMeasures(state)) {
        seen += 1;
        const orderly =
          (status !== 'scheduled' || dueOn !== null) &&
          (dueOn === null || (dueOn > state.today && (status === 'scheduled' || status === 'threatened'))) &&
          (suspendedUntil === null || (suspendedUntil > state.today && status === 'suspended'));
        if (!orderly)
          wrong.push(`${state.today} ${id}: ${status}, ${dueOn ?? '-'}, ${suspendedUntil ?? '-'}`);
      }
    });
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(1000);
  });

  it('a truce spell is as many days long as its dates say', () => {
    for (const spell of facts.truceSpells)
      expect(daysBetween(spell.from, spell.until), spell.id).toBe(spell.days);
    expect(facts.truceSpells.map((spell) => spell.days).toSorted((a, b) => a - b)).toEqual([
      10, 16, 33, 111, 155, 344, 467,
    ]);
    expect(facts.truceSpells.filter((spell) => spell.censored).map((spell) => spell.days)).toEqual([
      467, 344,
    ]);
  });
});
