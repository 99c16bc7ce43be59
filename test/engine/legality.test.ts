import { describe, expect, it } from 'vitest';
import { numberFrom, sound, structure, TEXT, type Domain } from '../../src/actions/domain';
import { actionTypeOf, actionTypes, tableOf } from '../../src/actions/index';
import { explain } from '../../src/engine/explain';
import { isLegal, subjectOf, violations } from '../../src/engine/legality';
import type { Event, EventBase } from '../../src/actions/index';
import type { Deadline } from '../../src/model/deadline';
import { kualaLumpur } from '../record';
import { brokenBy, ownType } from './own-types';

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

  it('name the type that is not known, and the nearest one where there is one', () => {
    const factsOf = (type: unknown) => {
      const told = violations(kualaLumpur, { ...cut, type } as unknown as EventBase);
      expect(told).toMatchObject([{ code: 'event/unknown-type', source: 'stylised' }]);
      return told[0]!.facts;
    };
    expect(factsOf('Tarif.cut')).toEqual({ given: 'Tarif.cut', didYouMean: 'tariff.cut' });
    expect(factsOf('x'.repeat(200))).toEqual({ given: 'x'.repeat(120) });
    expect(factsOf(5)).toEqual({ given: 5 });
    expect(factsOf(['tariff.cut'])).toEqual({ given: '["tariff.cut"]' });
  });

  it('name the day of the event and today where it is of another day', () => {
    expect(violations(kualaLumpur, { ...cut, ratePct: 10, on: '2025-10-26' } as EventBase)).toMatchObject([
      {
        code: 'calendar/not-today',
        source: 'stylised',
        facts: { on: '2025-10-26', today: kualaLumpur.today },
      },
    ]);
  });

  it('name who acts and all who may, of every type', () => {
    for (const { type, actors } of actionTypes) {
      const stranger = (['US', 'CN', 'both', 'calendar', 'court'] as const).find(
        (one) => !actors.includes(one),
      )!;
      const told = violations(kualaLumpur, { type, actor: stranger, on: kualaLumpur.today });
      expect(told.find(({ code }) => code === 'actor/may-not')).toMatchObject({
        source: 'stylised',
        facts: { actor: stranger, allowed: actors },
      });
    }
  });

  it('name the subjects of what is due today, and of nothing that is due later', () => {
    const deadlines: readonly Deadline[] = [
      { kind: 'threat', on: '2025-10-24', subject: 'past', measureKind: 'tariff' },
      { kind: 'pledge-due', on: kualaLumpur.today, subject: 'first' },
      { kind: 'threat', on: kualaLumpur.today, subject: 'open', measureKind: 'tariff' },
      { kind: 'pledge-due', on: kualaLumpur.today, subject: 'second' },
      { kind: 'pledge-due', on: '2025-10-26', subject: 'later' },
    ];
    const event = { ...cut, ratePct: 10 } as EventBase;
    expect(violations({ ...kualaLumpur, deadlines }, event)).toMatchObject([
      { code: 'calendar/due-first', source: 'stylised', facts: { due: ['past', 'first', 'second'] } },
    ]);
  });
});

/** An event of a type with one field of a domain, and the facts of its one refusal. */
function outside(domain: Domain, value: unknown): unknown {
  const table = tableOf([ownType('test.move', { fields: { part: domain } })]);
  const event = { type: 'test.move', actor: 'US', on: kualaLumpur.today, part: value } as EventBase;
  const told = violations(kualaLumpur, event, table);
  expect(told.map(({ code, source }) => [code, source])).toEqual([['test/part', 'stylised']]);
  return told[0]!.facts;
}

describe('what lies outside a domain', () => {
  const isPair = (value: unknown) => Array.isArray(value) && value.length === 2;
  const parts = () => ({ kind: 'value', of: TEXT }) as const;

  it('is told by its field, what was given and what is allowed', () => {
    expect(outside(numberFrom(0, 10), 11)).toEqual({ field: 'part', given: 11, allowed: 'from 0 to 10' });
    expect(outside(structure('a pair', isPair, [0, 1]), [1])).toEqual({
      field: 'part',
      given: '[1]',
      allowed: 'a pair',
    });
  });

  it('is told its fault too where the domain knows one', () => {
    const fault = (value: unknown) => (isPair(value) ? null : 'it is not two');
    const pair = sound('a pair', fault, [0, 1], parts);
    expect(outside(pair, [1])).toEqual({
      field: 'part',
      given: '[1]',
      allowed: 'a pair',
      fault: 'it is not two',
    });
  });
});

describe('the rules that an event breaks', () => {
  const rulesOf = (stops?: boolean) => {
    const first = brokenBy('test/first', ['a', 'b'], stops === undefined ? {} : { stops });
    const rules = [first, brokenBy('test/second', ['a', 'c'])];
    const type = ownType('test.move', {
      subjects: ['a', 'b', 'c'],
      rules,
      fields: { part: numberFrom(0, 1) },
    });
    const table = tableOf([type]);
    return (id: string, part: number) => {
      const event = { type: 'test.move', actor: 'US', on: kualaLumpur.today, id, part } as EventBase;
      return violations(kualaLumpur, event, table).map(({ code }) => code);
    };
  };

  it('are told all of them, in their order', () => {
    for (const stops of [undefined, false]) {
      expect(rulesOf(stops)('a', 2)).toEqual(['test/first', 'test/second', 'test/part']);
      expect(rulesOf(stops)('b', 1)).toEqual(['test/first']);
      expect(rulesOf(stops)('c', 2)).toEqual(['test/second', 'test/part']);
    }
  });

  it('are told up to one after which nothing further can be asked', () => {
    expect(rulesOf(true)('a', 2)).toEqual(['test/first']);
    expect(rulesOf(true)('c', 2)).toEqual(['test/second', 'test/part']);
  });

  it('are that alone where a thing is meant that there is not, of every type that asks for one', () => {
    const asking = actionTypes.filter(
      ({ subject, rules: [first] }) => subject !== null && first?.stops === true,
    );
    expect(asking.length).toBeGreaterThan(50);
    for (const { type, actors, subject } of asking) {
      const event = { type, actor: actors[0]!, on: kualaLumpur.today, [subject!]: 'no-such-thing' };
      const told = violations(kualaLumpur, event);
      expect(told.map(({ code }) => code.split('/')[1])).toEqual(['unknown']);
    }
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
