import { describe, expect, it } from 'vitest';
import { actionTypeOf } from '../../src/actions/index';
import { explain } from '../../src/engine/explain';
import { isLegal, subjectOf, violations } from '../../src/engine/legality';
import type { Event, EventBase } from '../../src/actions/index';
import { kualaLumpur } from '../record';

const cut = { type: 'tariff.cut', actor: 'US', on: kualaLumpur.today, id: 'us/ieepa-fentanyl' } as const;

/** What the refusal of a rate says was given. */
function given(ratePct: unknown): unknown {
  const event = { ...cut, ratePct } as EventBase;
  expect(isLegal(kualaLumpur, event)).toBe(false);
  return violations(kualaLumpur, event)[0]!.facts.given;
}

describe('the facts of a refusal', () => {
  it('quote what was given as JSON can carry it, in 120 characters at most', () => {
    expect(given(true)).toBe(true);
    expect(given(null)).toBeNull();
    expect(given(99)).toBe(99);
    expect(given(NaN)).toBe('NaN');
    expect(given(-Infinity)).toBe('-Infinity');
    expect(given('ten')).toBe('ten');
    expect(given('x'.repeat(200))).toBe('x'.repeat(120));
    expect(given(undefined)).toBe('undefined');
    expect(given(10n)).toBe('10');
    expect(given({ a: 1 })).toBe('{"a":1}');
    expect(given(Array.from({ length: 200 }, () => 1))).toBe(
      JSON.stringify(Array(200).fill(1)).slice(0, 120),
    );
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(given(circle)).toBe('an object that is not JSON');
  });

  it('name the type that is not known', () => {
    expect(violations(kualaLumpur, { ...cut, type: 'tariff.halve' } as EventBase)).toMatchObject([
      { code: 'event/unknown-type', source: 'stylised', facts: { given: 'tariff.halve' } },
    ]);
  });
});

describe('the subject of an event', () => {
  it('is its field of that name where that is a text, and nothing otherwise', () => {
    const tariffCut = actionTypeOf('tariff.cut')!;
    expect(subjectOf(tariffCut, cut)).toBe('us/ieepa-fentanyl');
    expect(subjectOf(tariffCut, { ...cut, id: 5 } as EventBase)).toBe('');
    expect(subjectOf(actionTypeOf('truce.extend')!, { ...cut, null: 'x' } as EventBase)).toBe('');
  });
});

describe('the nearest legal events', () => {
  it('of an unknown type are none', () => {
    expect(explain(kualaLumpur, { ...cut, type: 'tariff.halve' } as unknown as Event).nearest).toEqual([]);
  });

  it('keep what is right and change the least that is wrong', () => {
    const { nearest } = explain(kualaLumpur, { ...cut, ratePct: 30 } as Event);
    expect(nearest[0]).toMatchObject({ ...cut, ratePct: expect.closeTo(20, 6) as number });
  });

  it('of a move that is not open on its subject are other moves on it, by the same party', () => {
    const resume = {
      type: 'tariff.resume',
      actor: 'US',
      on: kualaLumpur.today,
      id: 'us/ieepa-fentanyl',
    } as const;
    const { nearest } = explain(kualaLumpur, resume);
    expect(nearest.length).toBeGreaterThan(0);
    expect(nearest.length).toBeLessThanOrEqual(3);
    const onSubject = nearest.filter((event) => 'id' in event && event.id === resume.id);
    for (const event of onSubject) expect(event.actor).toBe('US');
    expect(nearest.some((event) => event.type === 'tariff.resume' || onSubject.includes(event))).toBe(true);
  });

  it('of a move by the wrong party are the same move by the right one, after its own on other subjects', () => {
    const { nearest } = explain(kualaLumpur, { ...cut, actor: 'CN', ratePct: 10 } as Event);
    expect(nearest.map(({ type }) => type)).toEqual(['tariff.cut', 'tariff.cut', 'tariff.cut']);
    expect(nearest[0]!.actor).toBe('CN');
  });
});
