/** Bad input is data: each mistake has a path, says what was given, and helps where it can. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadScenario, parseScenario } from '../../src/entries/index';
import { facts } from '../../src/facts/packaged';
import { DELETED_PARAMETERS } from '../../src/scenario/deleted-parameters';
import { complaints, VARIANT } from './fixtures';

const halt = { on: '2025-10-28', actor: 'CN', type: 'purchase.resume', flow: 'soybeans' };
const withEvent = (event: object) => ({ ...VARIANT, events: { 'an-act': { ...halt, ...event } } });

/** A mistake in words, the input that makes it, and what the first complaint must match. */
const MISTAKES: readonly (readonly [string, unknown, RegExp])[] = [
  ['no scenario at all', null, /^: /],
  ['a list', [], /^: /],
  ['a text', 'kuala-lumpur-2025', /^: /],
  ['a missing id', { extends: 'kuala-lumpur-2025' }, /^id: /],
  ['an id with blanks', { ...VARIANT, id: 'My scenario' }, /^id: .*hyphens/],
  ['an id that is too long', { ...VARIANT, id: 'a'.repeat(81) }, /^id: /],
  ['a misspelt key', { ...VARIANT, horizen: '2026-01-01' }, /^horizen: .*did you mean "horizon"/],
  ['another misspelt key', { ...VARIANT, agend: ['extension'] }, /^agend: .*did you mean "agenda"/],
  ['a key that nothing is like', { ...VARIANT, zzzzzz: 1 }, /^zzzzzz: unknown key "zzzzzz"/],
  [
    'a misspelt hypothesis',
    { ...VARIANT, hypotheses: { leverKep: true, gambitValidated: true } },
    /^hypotheses/,
  ],
  ['a day that does not exist', { ...VARIANT, horizon: '2026-02-30' }, /^horizon: .*a day that exists/],
  ['a day in another order', { ...VARIANT, horizon: '10-11-2026' }, /^horizon: .*YYYY-MM-DD/],
  ['a day as a number', { ...VARIANT, horizon: 20261110 }, /^horizon: /],
  [
    'a horizon of more than twenty years',
    { ...VARIANT, horizon: '2045-10-26' },
    /^horizon: .*at most 2045-10-25/,
  ],
  [
    'a horizon of eight thousand years',
    { ...VARIANT, horizon: '9990-01-01' },
    /^horizon: .*at most 2045-10-25/,
  ],
  ['a title of blanks', { ...VARIANT, title: '   ' }, /^title: .*says something/],
  // Line feed, carriage return, vertical tab, form feed, next line, line and paragraph separators.
  ...[...'\n\r\v\f\u0085\u2028\u2029'].map((end): [string, object, RegExp] => [
    `a title of two lines, parted by U+${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
    { ...VARIANT, title: `one${end}two` },
    /^title: .*one line/,
  ]),
  ...[...'\u00ad\u115f\u180e\u200b\u202e\u2060\u2800\u3164\ufe0f\ufeff\uffa0\u0007'].map(
    (unseen): [string, object, RegExp] => [
      `a title of nothing that is seen, U+${unseen.charCodeAt(0).toString(16).padStart(4, '0')}`,
      { ...VARIANT, title: ` ${unseen}${unseen}` },
      /^title: .*says something/,
    ],
  ),
  // One pass each: by a pass for each of its characters it would take many minutes.
  [
    'a title of a million letters and a second line',
    { ...VARIANT, title: `${'a'.repeat(1e6)}\nb` },
    /^title: /,
  ],
  ['a title of a million blanks', { ...VARIANT, title: ' '.repeat(1e6) }, /^title: .*says something/],
  ['a question of blanks', { ...VARIANT, question: '\t\u00a0' }, /^question: .*says something/],
  ['an assumption that says nothing', { ...VARIANT, assumptions: ['One.', ' '] }, /^assumptions.1: .*says/],
  [
    'a horizon before the first day',
    { ...VARIANT, horizon: '2025-10-01' },
    /^horizon: .*2025-10-01.*later than asOf 2025-10-25/,
  ],
  ['pain since a later day', { ...VARIANT, painSince: '2025-12-01' }, /^painSince: .*2025-12-01/],
  [
    'a meeting beyond the horizon',
    { ...VARIANT, horizon: '2025-10-28' },
    /^meeting: .*2025-10-30 lies after/,
  ],
  ['a cycle of one', { id: 'a-variant', extends: 'a-variant' }, /^extends: a scenario cannot extend itself/],
  [
    'an unknown base',
    { id: 'a-variant', extends: 'kuala-lumpur' },
    /^extends: no such scenario: "kuala-lumpur"/,
  ],
  ['a base that is a prototype', { id: 'a-variant', extends: 'constructor' }, /^extends: no such scenario/],
  [
    'a whole scenario without an agenda',
    { ...loadScenario('kuala-lumpur-2025'), agenda: undefined },
    /^agenda: /,
  ],
  ['an empty agenda', { ...VARIANT, agenda: [] }, /^agenda: /],
  [
    'an unknown issue on the agenda',
    { ...VARIANT, agenda: ['soybean'] },
    /^agenda\.0: no such issue: "soybean"; did you mean "soybeans"/,
  ],
  ['an issue twice on the agenda', { ...VARIANT, agenda: ['soybeans', 'soybeans'] }, /^agenda\.\d: .*twice/],
  [
    'an unknown issue reweighted',
    { ...VARIANT, issues: { 'jimmy-la': { cap: 1 } } },
    /^issues\.jimmy-la: .*did you mean "jimmy-lai"/,
  ],
  ['a red line above one', { ...VARIANT, issues: { taiwan: { cap: 1.5 } } }, /^issues\.taiwan\.cap: /],
  ['a red line as text', { ...VARIANT, issues: { taiwan: { cap: '0.3' } } }, /^issues\.taiwan\.cap: /],
  [
    'an unknown parameter',
    { ...VARIANT, parameters: { alfa: 0.5 } },
    /^parameters\.alfa: .*did you mean "bargaining\.weightUs" \(alpha in version 0\.1\)/,
  ],
  [
    'a parameter that is gone',
    { ...VARIANT, parameters: { r0: 0.5 } },
    /^parameters\.r0: there is no parameter "r0" any more: .*meeting\.leadersDecide/,
  ],
  [
    'an issue worth more than a year of output',
    { ...VARIANT, issues: { soybeans: { benefit: 101 } } },
    /^issues\.soybeans\.benefit: .*100/,
  ],
  ['a parameter as text', { ...VARIANT, parameters: { alpha: '0.5' } }, /^parameters\.alpha/],
  [
    'a range in the wrong order',
    { ...VARIANT, parameters: { alpha: { low: 0.9, central: 0.5, high: 0.1 } } },
    /^parameters\.alpha/,
  ],
  ['a parameter that is not a number', { ...VARIANT, parameters: { alpha: NaN } }, /^parameters\.alpha/],
  [
    'an unknown meeting',
    { ...VARIANT, meeting: 'busan-2026' },
    /^meeting: no such meeting: "busan-2026"; did you mean "busan-2025"/,
  ],
  ['an unknown policy', { ...VARIANT, policies: { US: 'hardliner', CN: 'crisis-game' } }, /^policies\.US: /],
  ['a policy for one side only', { ...VARIANT, policies: { US: 'hard-liner' } }, /^policies\.CN: /],
  [
    'an unknown authority',
    { ...VARIANT, withoutAuthorities: ['iepa'] },
    /^withoutAuthorities\.0: .*did you mean "ieepa"/,
  ],
  [
    'an event before the first day',
    withEvent({ on: '2025-10-24' }),
    /^events\.an-act\.on: .*2025-10-24 lies outside 2025-10-25 to 2026-11-10/,
  ],
  [
    'an event beyond the horizon',
    withEvent({ on: '2027-01-01' }),
    /^events\.an-act\.on: .*2027-01-01 lies outside/,
  ],
  ['an event on no day', withEvent({ on: '2025-11-31' }), /^events\.an-act\.on: /],
  [
    'an event of an unknown type',
    withEvent({ type: 'purchase.resum' }),
    /^events\.an-act\.type: .*did you mean "purchase\.resume"/,
  ],
  ['an event by the calendar', withEvent({ actor: 'calendar' }), /^events\.an-act\.actor: /],
  ['an event without its field', withEvent({ flow: undefined }), /^events\.an-act\.flow: /],
  ['an event with a field of the wrong kind', withEvent({ flow: 7 }), /^events\.an-act\.flow: /],
  ['an event with a field too many', withEvent({ quantityMmt: 1 }), /^events\.an-act/],
  ['an event with a name that is no slug', { ...VARIANT, events: { 'An act': halt } }, /^events/],
  [
    'one class only',
    { ...VARIANT, outcomes: [loadScenario('kuala-lumpur-2025').outcomes[0]] },
    /^outcomes: /,
  ],
  [
    'two classes of one name',
    {
      ...VARIANT,
      outcomes: [
        loadScenario('kuala-lumpur-2025').outcomes[0],
        loadScenario('kuala-lumpur-2025').outcomes[0],
      ],
    },
    /^outcomes\.1\.id: .*two classes/,
  ],
  [
    'a comparison with nothing to compare with',
    {
      ...VARIANT,
      outcomes: loadScenario('kuala-lumpur-2025').outcomes.map((outcome) => ({
        ...outcome,
        when: { term: 'meeting-held' },
      })),
    },
    /^outcomes\.0\.when/,
  ],
];

describe('parsing a scenario', () => {
  it.each(MISTAKES)('refuses %s and says where and why', (_what, input, expected) => {
    const found = complaints(input);
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.some((line) => expected.test(line)),
      found.join('\n'),
    ).toBe(true);
  });

  it('lists every mistake at once', () => {
    const found = complaints({ ...VARIANT, horizen: 1, titel: 2, asOf: 'today' });
    expect(found.length).toBeGreaterThanOrEqual(3);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'neither stores nor answers to the key %s',
    (key) => {
      for (const at of ['issues', 'parameters', 'events', 'hypotheses']) {
        const input = JSON.parse(
          `{"id":"a-variant","extends":"kuala-lumpur-2025","${at}":{"${key}":{"cap":1,"polluted":true}}}`,
        ) as unknown;
        expect(() => parseScenario(input)).not.toThrow();
      }
      const root = JSON.parse(
        `{"id":"a-variant","extends":"kuala-lumpur-2025","${key}":{"polluted":true}}`,
      ) as unknown;
      const parsed = parseScenario(root);
      if (parsed.ok) expect(Object.hasOwn(parsed.scenario, key)).toBe(false);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  it('takes any JSON value without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseScenario(value).ok).toBe(false);
        expect(typeof parseScenario({ ...VARIANT, issues: value }).ok).toBe('boolean');
        expect(typeof parseScenario({ ...VARIANT, outcomes: value }).ok).toBe('boolean');
      }),
      { numRuns: 150 },
    );
  });

  it('leaves the input as it was', () => {
    const input = { ...VARIANT, parameters: { alpha: 0.5 } };
    const before = structuredClone(input);
    parseScenario(input);
    expect(input).toEqual(before);
  });
});

describe('a parameter that is gone', () => {
  it('is none that the facts have, and what takes its place is a parameter or a field of a scenario', () => {
    const symbols = facts.parameters.map(({ symbol }) => symbol);
    const successors = [...facts.parameters.map(({ name }) => name), 'painSince', 'outcomes'];
    for (const [gone, why] of Object.entries(DELETED_PARAMETERS)) {
      expect(symbols).not.toContain(gone);
      expect(successors.some((name) => why.split(/[\s;,]+/).includes(name))).toBe(true);
    }
  });
});
