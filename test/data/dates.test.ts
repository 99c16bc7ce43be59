import { describe, expect, it } from 'vitest';

import { facts } from '../../src/facts/packaged';
import { daysBetween, isIsoDate } from '../../src/kit/calendar';

const END = '2025-11-10';
/** Fields that look ahead: deadlines, expiries and the terms of a promise. */
const AHEAD = new Set([
  'dueOn',
  'suspendedUntil',
  'expiresOn',
  'until',
  'hearingOn',
  'decisionDueOn',
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
      if ((name === 'history' || name === 'standing') && Array.isArray(item))
        yield { path: `${path}.${name}`, froms: item.map((row: { from: string }) => row.from) };
      yield* histories(item, `${path}.${name}`);
    }
  }
}

const isSorted = (list: readonly string[]) =>
  list.every((date, index) => index === 0 || date >= (list[index - 1] ?? ''));

describe('dates of the record', () => {
  it('nothing is dated after 10 November 2025 but deadlines, expiries and promised deliveries', () => {
    const late = [...dates(facts)].filter(
      ({ key, date, path }) =>
        date > END && !AHEAD.has(key) && !path.startsWith('facts.purchases.commitments'),
    );
    expect(late).toEqual([]);
  });

  it('the rows of every history ascend, each on its own day', () => {
    const wrong = [...histories(facts)].filter(
      ({ froms }) => !isSorted(froms) || new Set(froms).size !== froms.length,
    );
    expect(wrong).toEqual([]);
  });

  it('statements, averages, threats, rounds and coded meetings stand in the order of their dates', () => {
    expect(isSorted(facts.statements.map((row) => row.on))).toBe(true);
    expect(isSorted(facts.averages.map((row) => row.on))).toBe(true);
    expect(isSorted(facts.threats.map((row) => row.announcedOn))).toBe(true);
    expect(isSorted(facts.rounds.map((row) => row.opensOn))).toBe(true);
    expect(isSorted(facts.codedMeetings.map((row) => row.on))).toBe(true);
    for (const direction of ['usOnCn', 'cnOnUs'] as const)
      expect(
        isSorted(facts.reconciliations.filter((row) => row.direction === direction).map((row) => row.from)),
      ).toBe(true);
  });

  it('nothing is announced after it takes effect, and nothing is due before it is announced', () => {
    const rows = [
      ...facts.tariffs.usOnCn,
      ...facts.tariffs.cnOnUs,
      ...facts.controls.us,
      ...facts.controls.cn,
      ...facts.portFees,
      ...facts.listings,
    ].flatMap((measure) => measure.history.map((row) => ({ id: measure.id, ...row })));
    const wrong = rows.filter(
      (row) =>
        (row.announcedOn !== undefined && row.announcedOn > row.from) ||
        (row.dueOn !== undefined && row.dueOn < row.from) ||
        (row.suspendedUntil !== undefined && (row.suspendedUntil <= row.from || row.status !== 'suspended')),
    );
    expect(wrong).toEqual([]);
  });

  it('a scheduled measure says when it is due', () => {
    const measures = [
      ...facts.tariffs.usOnCn,
      ...facts.tariffs.cnOnUs,
      ...facts.controls.us,
      ...facts.controls.cn,
    ];
    const undated = measures.filter((measure) =>
      measure.history.some((row) => row.status === 'scheduled' && row.dueOn === undefined),
    );
    expect(undated.map((measure) => measure.id)).toEqual([]);
  });

  it('a truce spell is as many days long as its dates say', () => {
    for (const spell of facts.truceSpells)
      expect(daysBetween(spell.from, spell.until), spell.id).toBe(spell.days);
    expect(facts.truceSpells.map((spell) => spell.days).toSorted((a, b) => a - b)).toEqual([
      10, 16, 33, 111, 155, 467,
    ]);
    expect(facts.truceSpells.filter((spell) => spell.censored).map((spell) => spell.days)).toEqual([467]);
  });
});
