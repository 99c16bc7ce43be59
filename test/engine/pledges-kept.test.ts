/** Which pledges an act keeps is the same however they are found, and is what the pledges say. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventBase } from '../../src/actions/index';
import { keptBy } from '../../src/engine/pledges-kept';
import { start } from '../../src/entries/index';
import type { Pledge, PromisedAct } from '../../src/model/agreement';
import { each, edit, put } from '../../src/model/column';
import { borrowState, copyState, ownDraft } from '../../src/model/copy-state';
import { MEASURE_KINDS, measureAction } from '../../src/model/measure';
import type { Draft, State } from '../../src/model/state';
import { after, later, morningOf, writableCopy, type Act } from '../record';

const ON = '2025-10-25';

/** Acts out of so few fields and values that many are alike, and some ask for less than others. */
const various: fc.Arbitrary<PromisedAct> = fc.record(
  {
    type: fc.constantFrom('statement.make', 'talks.schedule'),
    actor: fc.constantFrom('US', 'CN', 'both'),
    gist: fc.constantFrom('a', 'b', 'a\nb', 'undefined', '0'),
    size: fc.constantFrom(0, -0, 1, null),
    agenda: fc.constantFrom([], ['a'], ['a', 'b'], ['a,b'], [['a'], 'b']),
    until: fc.oneof(
      fc.constantFrom(null, undefined, true),
      fc.constant(0).map(() => ({})),
    ),
  },
  { requiredKeys: ['type', 'actor'] },
);

/** Many promise the very same. */
const act = fc.oneof(
  { weight: 2, arbitrary: various },
  { weight: 1, arbitrary: fc.constant<PromisedAct>({ type: 'statement.make', actor: 'US', gist: 'a' }) },
);

/** An act that is promised early, one late, and what happens: a promised act with more or less to it. */
const step = fc.record({
  early: act,
  late: act,
  does: fc.nat(),
  more: fc.constantFrom({}, { gist: 'a', size: 0, agenda: ['a'] }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function doneIn(steps: readonly Step[], { does, more }: Step): EventBase {
  const { early, late } = steps[does % steps.length]!;
  // Nothing of an event is shared with a state.
  return writableCopy({ ...more, ...(does % 2 === 0 ? early : late), on: ON });
}

const isDone = (promised: PromisedAct, done: EventBase): boolean =>
  Object.entries(promised).every(([name, value]) => {
    const given = (done as unknown as Record<string, unknown>)[name];
    // JSON tells neither -0 from 0 nor what is left out from undefined; an object is nobody's promise to keep.
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return false;
    if (value === undefined || given === undefined) return value === given;
    return JSON.stringify(given) === JSON.stringify(value);
  });

const first = start('kuala-lumpur-2025');

/** What a state comes to when acts happen one after another, each after one more pledge; every third pledge defaults early. */
function play(state: Draft, steps: readonly Step[]) {
  return steps.map((one, n) => {
    const done = doneIn(steps, one);
    put(state.pledges, `late/${n}`, {
      id: `late/${n}`,
      agreement: 'test',
      issue: 'test',
      act: one.late,
      dueOn: ON,
      status: 'open',
    });
    if (n % 3 === 0) edit(state.pledges, `early/${n}`).status = 'defaulted';
    const expected = each(state.pledges)
      .filter(({ status, act: promised }) => status === 'open' && isDone(promised, done))
      .map(({ id }) => id);
    const kept = [...keptBy(state, done)];
    for (const id of kept) edit(state.pledges, id).status = 'performed';
    expect(kept.sort()).toEqual(expected.sort());
    return kept;
  });
}

describe('the pledges that an act keeps', () => {
  it('are the open ones all of whose fields it has, in a plain state, a copy and a borrowed one alike', () => {
    let kept = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 60 }), (steps) => {
        const early = steps.map(({ early: promised }, n): [string, Pledge] => {
          const id = `early/${n}`;
          return [id, { id, agreement: 'test', issue: 'test', act: promised, dueOn: ON, status: 'open' }];
        });
        const lender: State = { ...first, pledges: Object.fromEntries(early) };
        const before = JSON.stringify(lender);
        const own = play(copyState(lender), steps);
        expect(play(borrowState(lender), steps)).toEqual(own);
        expect(JSON.stringify(lender)).toBe(before);
        const plain = ownDraft({ ...lender, pledges: writableCopy(lender.pledges) });
        expect(play(plain, steps)).toEqual(own);
        kept += own.flat().length;
      }),
      { numRuns: 60, seed: 31 },
    );
    expect(kept).toBeGreaterThan(150);
  });

  it('are none of the calendar, whatever is promised', () => {
    const state = copyState(first);
    const advance = { type: 'calendar.advance', actor: 'calendar', on: ON } as const;
    expect(keptBy(state, advance)).toEqual([]);
    expect(keptOf([promise('p', { type: advance.type, actor: advance.actor })], advance)).toEqual([]);
  });
});

/** An open pledge of an act; nothing keeps its fields to those of an agreement. */
const promise = (id: string, promised: object, dueOn = '2025-11-10'): Pledge => ({
  ...{ id, agreement: 'test', issue: 'test', dueOn, status: 'open' },
  act: promised as PromisedAct,
});

/** Ids of the pledges of a state that an act keeps, the same in a plain state and in both copies. */
function keptIn(state: State, act: object): readonly string[] {
  const done = { on: state.today, ...act } as EventBase;
  const plain = [...keptBy(state, done)].sort();
  expect([...keptBy(copyState(state), done)].sort()).toEqual(plain);
  expect([...keptBy(borrowState(state), done)].sort()).toEqual(plain);
  return plain;
}

const withPledges = (state: State, pledges: readonly Pledge[]): State => ({
  ...state,
  pledges: Object.fromEntries(pledges.map((pledge) => [pledge.id, pledge])),
});
const keptOf = (pledges: readonly Pledge[], act: object) => keptIn(withPledges(first, pledges), act);

describe('an act that holds from a later day', () => {
  const cut = { type: 'tariff.cut', actor: 'US', id: 'us/ieepa-fentanyl', ratePct: 10 };

  it('keeps what was promised for that day or a later one, and nothing that was due before', () => {
    const pledges = ['2025-11-08', '2025-11-09', '2025-11-10', '2025-11-11', '2025-11-12'].map((day) =>
      promise(day, cut, day),
    );
    expect(keptOf(pledges, { ...cut, from: '2025-11-10' })).toEqual([
      '2025-11-10',
      '2025-11-11',
      '2025-11-12',
    ]);
    expect(keptOf(pledges, cut).length).toBe(5);
  });

  it('keeps a promise of that very day, though it lies after the day by which to act', () => {
    const from = '2025-12-01';
    const pledges = [
      promise('of that day', { ...cut, from }),
      promise('of another', { ...cut, from: '2025-12-02' }),
    ];
    expect(keptOf(pledges, { ...cut, from })).toEqual(['of that day']);
    expect(keptOf(pledges, cut)).toEqual([]);
  });

  it('keeps nothing while its day is open, be it promised so', () => {
    const pledges = [promise('plain', cut), promise('open', { ...cut, from: null })];
    expect(keptOf(pledges, { ...cut, from: null })).toEqual([]);
    expect(keptOf(pledges, cut)).toEqual(['plain']);
  });

  it('keeps nothing by a day that is no text', () => {
    expect(keptOf([promise('p', cut), promise('q', { ...cut, from: 5 })], { ...cut, from: 5 })).toEqual([
      'p',
      'q',
    ]);
  });
});

describe('a notice', () => {
  /** A state in which a suspension of some measure of a kind is announced, with the measure's id and party. */
  function announced(kind: (typeof MEASURE_KINDS)[number]) {
    const state = writableCopy(first);
    const measure = Object.values(state[kind])[0]!;
    measure.pending = { verb: 'suspend', until: '2026-11-10', announcedOn: ON, effectiveOn: null };
    return { state, id: measure.id, actor: measure.imposer };
  }
  const typeOf = (kind: (typeof MEASURE_KINDS)[number], verb: string) => measureAction(kind, verb);

  it.each(MEASURE_KINDS)(
    'of a %s keeps what was announced as it was announced, by the day of the notice',
    (kind) => {
      const { state, id, actor } = announced(kind);
      const suspend = { type: typeOf(kind, 'suspend'), actor, id, until: '2026-11-10' };
      const notice = { type: typeOf(kind, 'give-notice'), actor, id };
      const other = MEASURE_KINDS.find((one) => one !== kind)!;
      const pledged = withPledges(state, [
        promise('kept', suspend),
        promise('less', { type: suspend.type, actor, id }),
        promise('until another day', { ...suspend, until: '2026-12-10' }),
        promise('of another measure', { ...suspend, id: 'another' }),
        promise('of another kind', { ...suspend, type: typeOf(other, 'suspend') }),
        promise('of another verb', { ...suspend, type: typeOf(kind, 'withdraw') }),
        promise('by the other', { ...suspend, actor: actor === 'US' ? 'CN' : 'US' }),
        promise('due before', suspend, '2025-10-31'),
        promise('of the notice', notice),
      ]);
      expect(keptIn(pledged, { ...notice, from: '2025-11-01' })).toEqual(['kept', 'less']);
      expect(keptIn(pledged, { ...notice, from: '2025-11-11' })).toEqual([]);
      expect(keptIn(pledged, notice)).toEqual(['due before', 'kept', 'less']);
    },
  );

  it.each(MEASURE_KINDS)(
    'of a %s is itself where nothing was announced, or there is no such thing',
    (kind) => {
      const { state, actor } = announced(kind);
      for (const id of ['no-such-thing', 5, undefined, Object.keys(state[kind])[1]]) {
        const notice = { type: typeOf(kind, 'give-notice'), actor, id, from: '2025-11-01' };
        expect(keptIn(withPledges(state, [promise('p', notice)]), notice)).toEqual(['p']);
      }
    },
  );

  it('of no kind of measure is itself, whatever is announced under its id', () => {
    const { state, id, actor } = announced('tariff');
    const notice = { type: 'talks.give-notice', actor, id };
    expect(keptIn(withPledges(state, [promise('p', notice)]), notice)).toEqual(['p']);
  });

  it('keeps a promise in a play as the act would that it makes law', () => {
    const busan = morningOf('2025-11-10');
    const cut = { type: 'tariff.cut', actor: 'US', id: 'us/s301-list1', ratePct: 10 } as const;
    const pledged = withPledges(busan, [promise('p', cut, '2026-01-15')]);
    const statusAfter = (...acts: readonly Act[]) => after(pledged, ...acts).pledges.p!.status;
    const announce = { ...cut, from: null };
    const notice = { type: 'tariff.give-notice', actor: 'US', id: cut.id } as const;
    expect(statusAfter(cut)).toBe('performed');
    expect(statusAfter(announce)).toBe('open');
    expect(statusAfter(announce, { ...notice, from: '2026-01-15' })).toBe('performed');
    expect(statusAfter(announce, { ...notice, from: '2026-01-16' })).toBe('open');
    expect(statusAfter({ ...cut, from: '2026-01-15' })).toBe('performed');
    expect(later(after(pledged, { ...cut, from: '2026-01-16' }), '2026-01-16').pledges.p!.status).toBe(
      'open',
    );
  });
});

describe('many pledges that are nearly alike', () => {
  /** Promised acts that note when they are read. */
  function noting(acts: readonly PromisedAct[]) {
    const read = new Set<number>();
    const pledges = acts.map((one, at) => {
      const get = (target: PromisedAct, key: string): unknown => {
        read.add(at);
        return target[key];
      };
      return promise(`p/${at}`, new Proxy(one, { get }));
    });
    return { read, pledges };
  }
  const many = (of: (n: number) => object): readonly PromisedAct[] =>
    Array.from({ length: 300 }, (_, n) => ({ type: 'statement.make', actor: 'US', ...of(n) }));

  it.each<[what: string, of: (n: number) => object]>([
    ['a text', (n) => ({ tone: 'firm', gist: `gist ${n}`, place: 'Busan' })],
    ['a list', (n) => ({ tone: 'firm', agenda: ['soybeans', `issue-${n}`], place: 'Busan' })],
    ['two fields', (n) => ({ size: n % 20, gist: `gist ${Math.floor(n / 20)}`, place: 'Busan' })],
    ['a field that others lack', (n) => (n % 2 === 0 ? { gist: `gist ${n}` } : { size: n })],
  ])('in a state that is changed in place are not looked through where they differ in %s', (_what, of) => {
    const acts = many(of);
    const { read, pledges } = noting(acts);
    const state = borrowState(withPledges(first, pledges));
    const done = (at: number) => ({ ...acts[at]!, on: ON, source: 'a source' }) as EventBase;
    // The first act tells the pledges apart.
    expect(keptBy(state, done(7))).toEqual(['p/7']);
    for (const at of [0, 150, 299]) {
      read.clear();
      expect(keptBy(state, done(at))).toEqual([`p/${at}`]);
      expect(read.size).toBeLessThan(10);
    }
  });

  it('are all kept by one act where they are alike, however many there are', () => {
    for (const length of [1, 8, 9, 17, 100]) {
      const pledges = many(() => ({ gist: 'the same' }))
        .slice(0, length)
        .map((one, at) => promise(`p/${at}`, one));
      const act = { type: 'statement.make', actor: 'US', gist: 'the same' };
      expect(keptOf(pledges, act).length).toBe(length);
      expect(keptOf(pledges, { ...act, gist: 'another' })).toEqual([]);
      const asksMore = promise('more', { ...act, size: 5 });
      expect(keptOf([...pledges, asksMore], act).length).toBe(length);
      expect(keptOf([...pledges, asksMore], { ...act, size: 5 }).length).toBe(length + 1);
    }
  });
});
