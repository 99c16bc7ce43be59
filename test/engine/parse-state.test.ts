import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastScenarios, start } from '../../src/analyses/resolve';
import { digest } from '../../src/engine/digest';
import { dueEvents } from '../../src/engine/due';
import { explain } from '../../src/engine/explain';
import { legalActions } from '../../src/engine/legal-actions';
import { checkState, parseState } from '../../src/engine/parse-state';
import { STATE_BOOK, STATE_FORM } from '../../src/engine/state-form';
import { advanceTo, replay } from '../../src/engine/replay';
import { transition, transitionWithPatches } from '../../src/engine/transition';
import { facts } from '../../src/facts/packaged';
import type { Form } from '../../src/kit/form';
import { InputError } from '../../src/kit/input-error';
import { existing } from '../../src/kit/lists';
import { know } from '../../src/model/known-state';
import type { State } from '../../src/model/state';
import { runEpisode } from '../../src/analyses/project';
import { scenarios } from '../../src/scenario/library';
import { legalPlay } from '../../src/testing/plays/legal-plays';
import type { Event } from '../../src/actions/index';
import { kualaLumpur } from '../record';
import { atLength } from '../extent';

const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const issuesOf = (input: unknown): readonly string[] => {
  const parsed = parseState(input);
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`);
};

type Path = readonly string[];

/** Every place of a value, from the root. */
function* placesOf(value: unknown, at: Path = []): Generator<Path> {
  if (at.length > 0) yield at;
  if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* placesOf(item, [...at, key]);
}

/** A copy with another value at a place; undefined takes it away. */
function changed(root: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(root);
  const holder = path
    .slice(0, -1)
    .reduce((inner: unknown, key) => (inner as Record<string, unknown>)[key], copy);
  if (value === undefined) Reflect.deleteProperty(holder as object, path.at(-1)!);
  else (holder as Record<string, unknown>)[path.at(-1)!] = value;
  return copy;
}

/** A list inside so many lists. */
function nested(levels: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

/** A state that throws when one of its fields is read. */
const unreadable = (): unknown =>
  Object.defineProperty({ ...kualaLumpur }, 'truce', {
    enumerable: true,
    get: () => {
      throw new Error('a trap');
    },
  });

const PLACES = [...placesOf(kualaLumpur)];

describe('a state read again', () => {
  it.each([...scenarios, ...pastScenarios(facts)].map(({ id }) => id))(
    'of the first day of %s is the state, with its digest, frozen',
    (id) => {
      const first = start(id);
      const parsed = parseState(again(first));
      expect(parsed).toStrictEqual({ ok: true, state: first });
      if (parsed.ok)
        expect([digest(parsed.state), Object.isFrozen(parsed.state.truce)]).toEqual([digest(first), true]);
    },
  );

  it('is the state wherever lawful events lead, and goes on as it would have', () => {
    fc.assert(
      fc.property(legalPlay(kualaLumpur, { maxMoves: 12 }), ({ events }) => {
        const end = replay(kualaLumpur, events).state;
        const parsed = parseState(again(end));
        expect(parsed).toStrictEqual({ ok: true, state: end });
        if (!parsed.ok) return;
        const later = [parsed.state, end].map((state) => digest(advanceTo(state, '2026-12-31').state));
        expect(later[0]).toBe(later[1]);
      }),
      { numRuns: atLength(200, 25) },
    );
  });

  it('is the state at the end of an episode', () => {
    const { final } = runEpisode('kuala-lumpur-2025', { seed: 'again', episode: 3 });
    expect(issuesOf(again(final))).toEqual([]);
  });

  /** A form behind its name, and behind what may be null or absent. */
  const bare = (form: Form): Form => {
    if (form.kind === 'part') return bare(existing(STATE_BOOK.parts[form.part]));
    return form.kind === 'optional' || form.kind === 'nullable' ? bare(form.of) : form;
  };

  /** Whether the last key of a path is a field that a state need not have. */
  const mayBeAbsent = (path: readonly string[]): boolean => {
    let form: Form | undefined = STATE_FORM;
    for (const key of path) {
      if (form === undefined) return false;
      const whole: Form = bare(form);
      form = whole.kind === 'fields' ? whole.fields[key] : whole.kind === 'record' ? whole.of : undefined;
    }
    return form?.kind === 'optional';
  };

  it('is refused with a path wherever a part of it is gone', () => {
    const names = PLACES.filter((path) => path.every((key) => !/^\d+$/.test(key)));
    fc.assert(
      fc.property(fc.constantFrom(...names), (path) => {
        const issues = issuesOf(changed(kualaLumpur, path, undefined));
        // A noun of a column may be gone: then what points to it complains, or nothing does.
        if (path.length === 2 || path[0] === 'issues' || path[0] === 'parties') return true;
        if (path.includes('act')) return true;
        // What is absent where it is not used is no part that a state must have.
        return issues.length > 0 || mayBeAbsent(path);
      }),
      { numRuns: atLength(1000, 100) },
    );
  });

  it('is refused with a path wherever a part of it is of another kind', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLACES),
        fc.constantFrom(NaN, Infinity, -1, [[]], 'x\ud800', () => 1),
        (path, value) => {
          const issues = issuesOf(changed(kualaLumpur, path, value));
          // A number that may be anything may also be below nought.
          return (
            issues.length > 0 ||
            (value === -1 &&
              /pp|Pct|Bp|pain|audience|credibility|inventory|shortage|farm|drawdown/.test(path.join()))
          );
        },
      ),
      { numRuns: atLength(2000, 150) },
    );
  });

  it.each([
    ['another key', { ...kualaLumpur, mood: 'calm' }, /^mood: unknown key/],
    ['a misspelt column', { ...kualaLumpur, tarif: {} }, /did you mean "tariff"/],
    ['a day that does not exist', { ...kualaLumpur, today: '2025-02-30' }, /^today: expected a day/],
    ['no object', null, /expected a state/],
    ['a list', [], /expected a state/],
    [
      'a noun under another id',
      changed(kualaLumpur, ['meetings', 'busan-2025', 'id'], 'seoul-2025'),
      /^meetings\.busan-2025\.id: expected "busan-2025"/,
    ],
    [
      'a truce that ended without its deadline',
      { ...kualaLumpur, deadlines: kualaLumpur.deadlines.filter(({ kind }) => kind !== 'truce-expiry') },
      /broken invariant: a truce with an expiry binds exactly/,
    ],
    [
      'a measure on an authority that is not there',
      changed(kualaLumpur, ['authorities', 'ieepa'], undefined),
      /broken invariant: .*us\/ieepa-fentanyl/,
    ],
  ] as const)('is refused with %s', (_, input, said) => {
    expect(issuesOf(input).join('\n')).toMatch(said);
  });

  it.each<[what: string, input: unknown, said: string]>([
    [
      'it nests too deeply',
      { ...kualaLumpur, deep: nested(64) },
      'the state nests too deeply or comes to too many values',
    ],
    [
      'it comes to too many values',
      { ...kualaLumpur, list: Array.from({ length: 200_000 }, () => 0) },
      'the state nests too deeply or comes to too many values',
    ],
    ['it cannot be read', unreadable(), 'expected plain JSON; the given object cannot be read'],
    ['it is none', 'a state', 'expected a state, an object with "today" and its columns'],
    [
      'it breaks an invariant',
      { ...kualaLumpur, deadlines: kualaLumpur.deadlines.filter(({ kind }) => kind !== 'truce-expiry') },
      `broken invariant: a truce with an expiry binds exactly while that day is waited for: ${kualaLumpur.truce.id}`,
    ],
  ])('is refused as a whole where %s', (_what, input, said) => {
    expect(parseState(input)).toEqual({ ok: false, issues: [{ path: '', message: said }] });
  });

  it('never throws on any value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = parseState(value);
        return !parsed.ok && parsed.issues.length > 0;
      }),
    );
  });
});

class Meeting {
  constructor(of: object) {
    Object.assign(this, of);
  }
}

/** A copy of a state whose meeting is of a class, as an object of a database may be. */
function ofAClass(): State {
  const copy = structuredClone(kualaLumpur) as State;
  const { meetings } = copy as { meetings: Record<string, unknown> };
  meetings['busan-2025'] = new Meeting(copy.meetings['busan-2025']!);
  return copy;
}

const DOUBT: Event = { type: 'meeting.doubt', actor: 'US', on: kualaLumpur.today, meeting: 'busan-2025' };

/** Every function that goes by a whole state. */
const READERS: Readonly<Record<string, (state: State) => unknown>> = {
  transition: (state) => transition(state, DOUBT),
  transitionWithPatches: (state) => transitionWithPatches(state, DOUBT),
  explain: (state) => explain(state, DOUBT),
  legalActions: (state) => legalActions(state),
  dueEvents: (state) => dueEvents(state),
  advanceTo: (state) => advanceTo(state, '2025-11-01'),
  replay: (state) => replay(state, [DOUBT]),
};

describe('a state of somebody else', () => {
  for (const [name, read] of Object.entries(READERS)) {
    it(`is taken by ${name} where it has the shape of one, and left as it was`, () => {
      const copy = structuredClone(kualaLumpur) as State;
      read(copy);
      expect(copy).toStrictEqual(kualaLumpur);
      expect(Object.isFrozen(copy)).toBe(false);
    });

    it.each([
      ['nothing', undefined, 'a state'],
      ['null', null, 'a state'],
      ['an object', {}, '"today" is missing'],
      ['a state with a part of a class', ofAClass(), 'a plain object, of no class'],
      ['a state without its truce', { ...kualaLumpur, truce: undefined }, '"truce" is missing'],
      ['a state on no day', { ...kualaLumpur, today: '2025-1-1' }, 'a day that exists'],
    ] as const)(`is refused by ${name} where it is %s`, (_, state, said) => {
      let error: unknown;
      try {
        read(state as unknown as State);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).message).toMatch(/^st(ate|art)\b/);
      expect((error as InputError).message).toContain(said);
    });
  }
});

describe('a complaint about a state', () => {
  it('repeats no character that a terminal obeys, wherever a stranger put it', () => {
    const strange = '\u202ee\u001b[31mv\u0007';
    // Tab and line feed do no harm; all others do.
    const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;
    const said: string[] = [];
    const tell = (input: unknown) => {
      const parsed = parseState(input);
      if (!parsed.ok) said.push(...parsed.issues.map(({ message }) => message));
    };
    const columns = Object.entries(kualaLumpur).filter(
      ([, column]) => typeof column === 'object' && column !== null && !Array.isArray(column),
    );
    for (const [name, column] of columns) {
      const [first] = Object.entries(column as Readonly<Record<string, unknown>>);
      if (first === undefined) continue;
      const [key, item] = first;
      tell({ ...kualaLumpur, [name]: { ...(column as object), [strange]: item } });
      if (typeof item !== 'object' || item === null) continue;
      for (const field of Object.keys(item))
        tell({ ...kualaLumpur, [name]: { ...(column as object), [key]: { ...item, [field]: strange } } });
    }
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((message) => obeyed.test(message))).toEqual([]);
  });
});

describe('the check of a state', () => {
  it.each<[what: string, state: unknown, path: string, allowed: string, said?: string]>([
    ['nothing', undefined, 'start', 'a state, an object with "today" and its columns'],
    ['null', null, 'start', 'a state, an object with "today" and its columns'],
    ['a text', 'start', 'start', 'a state, an object with "today" and its columns'],
    ['an object', {}, 'start.today', 'a text', 'start.today: "today" is missing; expected a text; given'],
    [
      'a misspelt column',
      { ...kualaLumpur, tarif: {} },
      'start.tarif',
      'a state',
      'start.tarif: unknown key "tarif"; expected a state; given an object; did you mean "tariff"?',
    ],
    [
      'a state on no day',
      { ...kualaLumpur, today: '2025-1-1' },
      'start.today',
      'a day that exists, written YYYY-MM-DD',
    ],
    [
      'a state with a name that there is not',
      changed(kualaLumpur, ['truce', 'status'], 'broken'),
      'start.truce.status',
      'one of none, talks, provisional, in-force, strained, lapsed, terminated',
    ],
    [
      'a state with a noun under another id',
      changed(kualaLumpur, ['meetings', 'busan-2025', 'id'], 'seoul-2025'),
      'start.meetings.busan-2025.id',
      '"busan-2025", the id under which it stands',
    ],
    [
      'a state that nests too deeply',
      { deep: nested(64) },
      'start',
      'a state',
      'start: the state nests too deeply or comes to too many values; expected a state; given an object',
    ],
  ])('refuses %s by its place and what is allowed there', (_what, state, path, allowed, said = '') => {
    let error: unknown;
    try {
      checkState('start', state);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code: 'input/state', path, allowed });
    expect((error as InputError).message).toContain(said);
  });

  it('passes what the library made or has looked at, without a look', () => {
    expect(checkState('state', kualaLumpur)).toBe(kualaLumpur);
    const copy = structuredClone(kualaLumpur) as { today: string };
    expect(checkState('state', copy)).toBe(copy);
    copy.today = 'never';
    expect(checkState('state', copy)).toBe(copy);
    const made = know({} as State);
    expect(checkState('state', made)).toBe(made);
    expect(() => checkState('state', {})).toThrow(InputError);
  });
});

describe('an event of somebody else', () => {
  const bad: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['a text', 'meeting.doubt'],
    ['an event with a function beside its fields', { ...DOUBT, then: () => 1 }],
    ['an event with a source of no text', { ...DOUBT, source: 7 }],
    ['an event of a class', new Meeting(DOUBT)],
    [
      'an event that cannot be read',
      Object.defineProperty({}, 'type', {
        enumerable: true,
        get: () => (null as unknown as string[]).length,
      }),
    ],
  ];

  it.each(bad)('is refused by code, not by a throw: %s', (_, event) => {
    const answer = transition(kualaLumpur, event as Event);
    expect(answer.ok ? [] : answer.refusals.map(({ code }) => code)).toContain('event/not-well-formed');
    expect(explain(kualaLumpur, event as Event)).toMatchObject({ legal: false });
  });

  it('is taken as a copy: what the caller holds is neither kept nor frozen', () => {
    const act = { type: 'tariff.cut', actor: 'US' as const, id: 'us/ieepa-fentanyl', ratePct: 10 };
    const pledges = [{ id: 'p/1', issue: 'fentanyl-tariff', act, dueOn: '2025-11-10' }];
    const day = advanceTo(kualaLumpur, '2025-10-30').state;
    const held = transition(day, {
      type: 'meeting.hold',
      actor: 'both',
      on: day.today,
      meeting: 'busan-2025',
    });
    if (!held.ok) throw new Error('the meeting is to be held');
    const reach: Event = {
      ...{ type: 'agreement.reach', actor: 'both', on: day.today, id: 'deal', scope: 'agenda' },
      ...{ terms: [], pledges, weightedMean: 0 },
    };
    const reached = transition(held.state, reach);
    expect(reached.ok).toBe(true);
    expect(Object.isFrozen(act)).toBe(false);
    act.ratePct = 99;
    if (reached.ok) expect(reached.state.pledges['p/1']!.act.ratePct).toBe(10);
  });
});
