import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineAction } from '../../src/actions/action-type';
import { UncompiledFieldsError } from '../../src/actions/event-forms';
import { tableOf } from '../../src/actions/index';
import { parseEvent, parseEventIn, type InputIssue } from '../../src/engine/parse';

const issues = (input: unknown): readonly InputIssue[] => {
  const parsed = parseEvent(input);
  return parsed.ok ? [] : parsed.issues;
};
const cut = { type: 'tariff.cut', actor: 'US', on: '2025-10-30', id: 'us/ieepa-fentanyl', ratePct: 10 };

describe('parsing an event', () => {
  it('gives back an equal event, known fields only', () => {
    expect(parseEvent(cut)).toEqual({ ok: true, event: cut });
    expect(parseEvent({ ...cut, source: 'fact-sheet-november-2025' })).toMatchObject({ ok: true });
    expect(issues({ ...cut, colour: 'red' })[0]!.message).toContain('colour');
  });

  it('names the path of what is wrong', () => {
    expect(issues({ ...cut, ratePct: '10' }).map((issue) => issue.path)).toEqual(['ratePct']);
    expect(issues({ ...cut, on: '2025-02-30' })).toHaveLength(1);
    expect(issues({ ...cut, on: '2025-02-30' })[0]!.path).toBe('on');
    expect(issues({ ...cut, on: '2025-02-30' })[0]!.message).toMatch(
      /expected a day that exists, written YYYY-MM-DD/,
    );
    expect(issues({ ...cut, actor: 'court' }).map((issue) => issue.path)).toEqual(['actor']);
    const agreement = {
      type: 'agreement.reach',
      actor: 'both',
      on: '2025-10-30',
      id: 'x',
      scope: 'agenda',
      pledges: [],
      weightedMean: 0,
    };
    const terms = [{ issue: 'soybeans', giver: 'CN', degree: 2, tariffReliefPp: 0, controlRelief: 0 }];
    expect(issues({ ...agreement, terms }).map((issue) => issue.path)).toEqual(['terms.0.degree']);
  });

  it('names the place of what is no plain JSON, and what was given there', () => {
    const said = (fields: object) =>
      issues({ ...cut, ...fields }).map(({ path, message }) => `${path}: ${message}`);
    expect(said({ ratePct: NaN })).toEqual(['ratePct: expected a number; given NaN']);
    expect(said({ deep: { list: [0, 1n] }, ratePct: -Infinity })).toEqual([
      'ratePct: expected a number; given -Infinity',
      expect.stringMatching(/^deep\.list\.1: expected plain JSON: .*; given a bigint$/),
    ]);
  });

  it('refuses as a whole what nests too deeply or holds too many values, and nothing that does not', () => {
    const excessive = [{ path: '', message: 'the event nests too deeply or holds more than 20000 values' }];
    let deep: unknown = 'inside';
    for (let level = 0; level < 64; level += 1) deep = [deep];
    expect(issues({ ...cut, deep })).toEqual(excessive);
    expect(issues({ ...cut, deep: (deep as unknown[])[0] }).map(({ about }) => about)).toEqual(['key']);
    // The event itself, its five fields and the list stand beside the items.
    const list = Array.from({ length: 20_000 - 7 }, () => 0);
    expect(issues({ ...cut, list }).map(({ about }) => about)).toEqual(['key']);
    expect(issues({ ...cut, list: [...list, 0] })).toEqual(excessive);
  });

  it('throws where the form of a type was never compiled: that is no fault of the input', () => {
    const fields = () => ({});
    const nod = { type: 'talks.never-compiled', actor: 'US', on: '2025-10-25' } as const;
    const type = defineAction({
      ...{ type: nod.type, actors: ['US'], doc: 'Nod.', cites: ['stylised'], fields, subject: null },
      ...{ subjects: () => [''], rules: [], domains: {}, effect: () => undefined, examples: [nod] },
    });
    expect(() => parseEventIn(tableOf([type]), nod)).toThrow(UncompiledFieldsError);
  });

  it('asks "did you mean" for a mistyped type', () => {
    expect(issues({ ...cut, type: 'tarif.cut' })).toEqual([
      { path: 'type', message: 'unknown action type "tarif.cut"; did you mean "tariff.cut"?' },
    ]);
  });

  it('refuses numbers that are none', () => {
    for (const ratePct of [NaN, Infinity, -Infinity, null, -1])
      expect(issues({ ...cut, ratePct })).toHaveLength(1);
  });

  it('refuses names that objects have by themselves', () => {
    for (const type of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect(issues({ ...cut, type })[0]!.path).toBe('type');
    const smuggled: unknown = JSON.parse(
      '{"type":"meeting.doubt","actor":"US","meeting":"busan-2025","on":"2025-10-25","__proto__":{"polluted":1}}',
    );
    expect(parseEvent(smuggled).ok).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(issues({ ...cut, constructor: 1 })).toHaveLength(1);
  });

  it('says what it got where it got no object', () => {
    for (const [input, given] of [
      [null, 'null'],
      [undefined, 'nothing'],
      [[], 'a list'],
      ['x', 'the text "x"'],
      [5, '5'],
    ] as const) {
      expect(issues(input)).toEqual([
        { path: '', message: `expected an event, an object with "type", "actor" and "on"; given ${given}` },
      ]);
    }
  });

  it('never throws, however deep or strange the input, and always says something', () => {
    let deep: unknown = cut;
    for (let depth = 0; depth < 100_000; depth += 1) deep = { type: 'tariff.cut', id: deep };
    const hostile: unknown[] = [
      deep,
      { type: 'x'.repeat(1_000_000) },
      { type: Symbol('s') },
      { type: 5n },
      Object.create(null),
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('trap');
          },
        },
      ),
      {
        get type(): string {
          throw new Error('getter');
        },
      },
      Object.assign(Object.create({ type: 'meeting.doubt' }), { actor: 'US' }),
      () => 0,
    ];
    for (const input of hostile) {
      const parsed = parseEvent(input);
      expect(parsed.ok).toBe(false);
      if (!parsed.ok) for (const issue of parsed.issues) expect(issue.message.length).toBeLessThan(1000);
    }
  });

  it('never throws on any value, also one with the fields of an event', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({
            type: fc.constantFrom('tariff.cut', 'agreement.reach', 'economy.accrue'),
            actor: fc.anything(),
            on: fc.anything(),
            id: fc.anything(),
            terms: fc.anything(),
            gauges: fc.anything(),
          }),
        ),
        (input) => {
          const parsed = parseEvent(input);
          if (!parsed.ok) expect(parsed.issues.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
