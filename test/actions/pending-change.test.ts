/**
 * Changes from a later day: what is ordered for a day is law and waits, what is announced waits for its notice, and each kind of
 * change comes about as if it had been done on its day.
 */
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/actions/index';
import { explain } from '../../src/engine/explain';
import { invariants } from '../../src/engine/invariants';
import { parseState } from '../../src/engine/parse-state';
import { advanceTo } from '../../src/engine/replay';
import { stepInPlace } from '../../src/engine/apply';
import { copyState } from '../../src/model/copy-state';
import { findMeasure } from '../../src/model/measure';
import type { State } from '../../src/model/state';
import { after, later, morningOf, refusals, today, type Act } from '../record';

const busan = morningOf('2025-11-10');
const CHIPS = 'us/advanced-chips';
const DAY = '2026-01-13';

/** One change of each verb, as an act of today. */
const CHANGES = {
  cut: { type: 'tariff.cut', actor: 'US', id: 'us/s301-list1', ratePct: 10 },
  exclude: {
    type: 'tariff.exclude',
    actor: 'US',
    id: 'us/s301-list3',
    exclusion: 'thirty-for-thirty',
    label: 'Thirty for thirty',
    share: 0.03,
    until: '2027-01-10',
  },
  ease: { type: 'control.ease', actor: 'US', id: CHIPS, severity: 0.6 },
  remove: { type: 'listing.remove', actor: 'US', id: 'us/entity-huawei-may-2019', entities: 3 },
  suspend: { type: 'tariff.suspend', actor: 'US', id: 'us/ieepa-fentanyl', until: '2026-11-10' },
  extend: { type: 'control.extend', actor: 'US', id: 'us/affiliates-rule', until: '2027-01-10' },
  withdraw: { type: 'control.withdraw', actor: 'US', id: CHIPS, traded: false },
} as const satisfies Readonly<Record<string, Act>>;
const rows = Object.entries(CHANGES);

const from = (act: Act, day: string | null): Act => ({ ...act, from: day }) as Act;
/** The act of another verb on the measure of an act. */
const on = (act: Act & { readonly id: string }, verb: string, fields: object = {}): Act =>
  ({ type: `${act.type.split('.')[0]}.${verb}`, actor: act.actor, id: act.id, ...fields }) as Act;

const sound = (state: State): string[] =>
  invariants.flatMap(({ name, broken }) => (broken(state).length === 0 ? [] : [name]));

/** A measure without what tells how it came to be as it is. */
const standing = (state: State, { id }: { readonly id: string }) => {
  const { since: _since, ...rest } = findMeasure(state, id)!;
  return rest;
};

describe('a change ordered for a later day', () => {
  it.each(rows)(
    '%s changes nothing until its day, and then what it changes at once on that day',
    (_verb, act) => {
      const ordered = after(busan, from(act, DAY));
      const { pending, ...before } = findMeasure(later(ordered, '2026-01-12'), act.id)!;
      expect(before).toEqual(findMeasure(busan, act.id));
      expect(pending).toMatchObject({ announcedOn: '2025-11-10', effectiveOn: DAY });
      const came = later(ordered, DAY);
      const atOnce = after(later(busan, DAY), act);
      expect(standing(came, act)).toEqual(standing(atOnce, act));
      expect(came.deadlines).toEqual(atOnce.deadlines);
      expect([sound(ordered), sound(came)]).toEqual([[], []]);
    },
  );

  it.each(rows)('%s coerces nobody, on the day of the order and on its own', (_verb, act) => {
    const came = later(after(busan, from(act, DAY)), '2026-02-01');
    expect(came.coercion).toEqual(later(busan, '2026-02-01').coercion);
  });

  it.each(rows.filter(([verb]) => verb !== 'extend'))(
    '%s presses the other side where it is dropped, from the day on which it was to ease, and where it was announced only it does not',
    (_verb, act) => {
      const dropped = after(busan, from(act, DAY), on(act, 'drop-change'));
      expect(dropped.coercion.slice(busan.coercion.length)).toMatchObject([
        { by: 'US', measure: act.id, from: DAY },
      ]);
      expect(findMeasure(dropped, act.id)).toEqual(findMeasure(busan, act.id));
      expect(dropped.deadlines).toEqual(busan.deadlines);
      const taken = after(busan, from(act, null), on(act, 'drop-change'));
      expect(taken.coercion).toEqual(busan.coercion);
    },
  );

  it.each(rows)(
    '%s waits by a deadline of its own, the same where a state is changed in place',
    (_verb, act) => {
      const event = today(busan, from(act, DAY));
      const draft = copyState(busan);
      expect(stepInPlace(draft, event)).toBe(true);
      const ordered = after(busan, from(act, DAY));
      expect(JSON.parse(JSON.stringify(draft))).toEqual(JSON.parse(JSON.stringify(ordered)));
      expect(ordered.deadlines.length).toBe(busan.deadlines.length + 1);
      const read = parseState(JSON.parse(JSON.stringify(ordered)));
      expect(read.ok && findMeasure(read.state, act.id)).toEqual(findMeasure(ordered, act.id));
    },
  );

  it('comes before what else is due: a suspension prolonged from its last day on does not end', () => {
    const { extend } = CHANGES;
    const prolonged = later(after(busan, from(extend, '2026-11-10')), '2026-11-10');
    expect(findMeasure(prolonged, extend.id)).toMatchObject({
      status: 'suspended',
      suspendedUntil: '2027-01-10',
    });
    const { events } = advanceTo(after(busan, from(extend, '2026-11-10')), '2026-11-10');
    const types = events.filter((event) => 'id' in event && event.id === extend.id).map(({ type }) => type);
    expect(types).toEqual(['control.take-effect']);
  });
});

describe('a change that is announced', () => {
  it.each(rows)(
    '%s is no law until its notice is given, and then holds from the day of the notice',
    (_verb, act) => {
      const announced = after(busan, from(act, null));
      const waiting = later(announced, '2026-03-01');
      const { pending, ...before } = findMeasure(waiting, act.id)!;
      expect(before).toEqual(findMeasure(busan, act.id));
      expect(pending?.effectiveOn).toBe(null);
      expect(announced.deadlines).toEqual(busan.deadlines);
      const noticed = later(after(waiting, on(act, 'give-notice', { from: '2026-03-09' })), '2026-03-09');
      expect(standing(noticed, act)).toEqual(standing(after(later(busan, '2026-03-09'), act), act));
      const atOnce = after(waiting, on(act, 'give-notice', { from: '2026-03-01' }));
      expect(standing(atOnce, act)).toEqual(standing(after(later(busan, '2026-03-01'), act), act));
      expect([sound(announced), sound(noticed), sound(atOnce)]).toEqual([[], [], []]);
    },
  );

  it('a prolongation whose notice never came leaves the suspension to end on its day', () => {
    const state = later(after(busan, from(CHANGES.extend, null)), '2026-11-10');
    expect(findMeasure(state, CHANGES.extend.id)).toMatchObject({ status: 'in-force' });
    expect(findMeasure(state, CHANGES.extend.id)).not.toHaveProperty('pending');
  });

  it.each(rows)('%s is corrected by announcing it anew, and by nothing else', (_verb, act) => {
    const announced = after(busan, from(act, null));
    expect(refusals(announced, from(act, DAY))).toEqual([]);
    const code = `${act.type.split('.')[0]}/effect-not-ahead`;
    expect(refusals(after(busan, from(act, DAY)), from(act, '2026-02-01'))).toEqual([code]);
    const other = act.type === 'control.withdraw' ? CHANGES.ease : on(act, 'withdraw', { traded: false });
    expect(refusals(announced, from(other, DAY))).toEqual([code]);
  });
});

describe('what the law refuses of a pending change', () => {
  const { ease, extend, suspend } = CHANGES;
  it.each<[string, State, Act, string]>([
    ['a day that is not ahead', busan, from(ease, '2025-11-10'), 'control/effect-not-ahead'],
    ['a day beyond two years', busan, from(ease, '2027-11-11'), 'control/effect-not-ahead'],
    [
      'a suspension from the day on which it ends',
      busan,
      from(suspend, '2026-11-10'),
      'tariff/effect-not-ahead',
    ],
    [
      'a prolongation after the suspension has run out',
      busan,
      from(extend, '2026-11-11'),
      'control/effect-not-ahead',
    ],
    ['notice of nothing', busan, on(ease, 'give-notice', { from: DAY }), 'control/nothing-announced'],
    [
      'notice of what has its day',
      after(busan, from(ease, DAY)),
      on(ease, 'give-notice', { from: DAY }),
      'control/nothing-announced',
    ],
    [
      'notice of a prolongation from a day after the suspension',
      after(busan, from(extend, null)),
      on(extend, 'give-notice', { from: '2026-11-11' }),
      'control/notice-too-late-or-early',
    ],
    ['dropping nothing', busan, on(ease, 'drop-change'), 'control/nothing-pending'],
    [
      'dropping what another party announced',
      after(busan, from(ease, null)),
      { ...on(ease, 'drop-change'), actor: 'CN' } as Act,
      'control/not-the-imposer',
    ],
  ])('refuses %s, and names a legal act near it', (_what, state, act, code) => {
    expect(refusals(state, act)).toEqual([code]);
    const near: readonly Event[] = explain(state, today(state, act)).nearest;
    for (const event of near) expect(explain(state, event).legal).toBe(true);
    expect(near.length).toBeGreaterThan(0);
  });

  it('the calendar brings nothing about before its day', () => {
    const act = { ...on(ease, 'take-effect'), actor: 'calendar' } as Act;
    expect(refusals(after(busan, from(ease, DAY)), act)).toEqual(['control/not-due']);
  });

  it('what is no order holds no change: a threat is withdrawn today or not', () => {
    const threatened = after(busan, {
      type: 'control.threaten',
      actor: 'CN',
      id: 'cn/threat',
      label: 'A threat',
      authority: 'cn-export-control-law',
      basis: null,
      subject: 'magnets',
      severity: 0.5,
      reach: 'bilateral',
      deMinimisPct: null,
      indivisible: false,
      dueOn: '2026-01-01',
      voice: 'leader',
    });
    const act: Act = {
      type: 'control.withdraw',
      actor: 'CN',
      id: 'cn/threat',
      traded: false,
      from: '2025-12-01',
    };
    expect(refusals(threatened, act)).toEqual(['control/effect-not-ahead']);
  });
});

describe('what becomes of a pending change', () => {
  const { cut, exclude, ease, suspend, extend, remove } = CHANGES;
  const gone = (state: State, { id }: { readonly id: string }) =>
    findMeasure(state, id)?.pending === undefined;

  it.each<[string, Act & { readonly id: string }, Act]>([
    ['a higher rate takes the place of a cut', cut, on(cut, 'raise', { ratePct: 30 })],
    ['a deeper cut at once leaves nothing of a later one', cut, on(cut, 'cut', { ratePct: 10 })],
    ['a tightening takes the place of an easing', ease, on(ease, 'tighten', { severity: 0.99 })],
    [
      'firms taken off today leave too few to be taken off later',
      remove,
      on(remove, 'remove', { entities: busan.listing[remove.id]!.entities - 1 }),
    ],
    ['a suspension today takes the place of a later one', suspend, on(suspend, 'suspend', { until: null })],
    [
      'a longer suspension at once takes the place of a later one',
      extend,
      on(extend, 'extend', { until: null }),
    ],
    ['a return to force leaves nothing to prolong', extend, on(extend, 'resume')],
    ['a list that is granted at once does not come a second time', exclude, exclude],
    ['a withdrawal leaves nothing to cut', cut, on(cut, 'withdraw', { traded: false })],
  ])('%s', (_what, first, second) => {
    const state = after(busan, from(first, DAY), second);
    expect(gone(state, first)).toBe(true);
    expect(state.deadlines.some(({ kind }) => kind === 'change')).toBe(false);
    expect(sound(state)).toEqual([]);
  });

  it.each<[string, Act & { readonly id: string }, Act]>([
    ['a lesser cut at once', cut, on(cut, 'cut', { ratePct: 12 })],
    ['a lesser easing at once', ease, on(ease, 'ease', { severity: 0.7 })],
    ['fewer firms taken off at once', remove, on(remove, 'remove', { entities: 1 })],
    ['a shorter prolongation at once', extend, on(extend, 'extend', { until: '2026-12-01' })],
    [
      'another list of goods at once',
      exclude,
      on(exclude, 'exclude', { exclusion: 'first', label: 'First', share: 0.01, until: null }),
    ],
  ])('%s leaves a later change of more to come, and coerces nobody', (_what, first, second) => {
    const state = after(busan, from(first, DAY), second);
    expect(gone(state, first)).toBe(false);
    expect(state.coercion).toEqual(busan.coercion);
    expect(sound(state)).toEqual([]);
  });

  it('a cut that is ordered outlives the suspension and the return of its duty', () => {
    const state = later(after(busan, from(cut, DAY), on(cut, 'suspend', { until: '2025-12-01' })), DAY);
    expect(findMeasure(state, cut.id)).toMatchObject({ status: 'in-force', ratePct: 10 });
  });

  it('a court that strikes the statute down ends what was pending under it', () => {
    const state = after(busan, from(suspend, DAY), {
      type: 'court.strike-down',
      actor: 'court',
      authority: 'ieepa',
    });
    expect(gone(state, suspend)).toBe(true);
    expect(state.deadlines.some(({ kind }) => kind === 'change')).toBe(false);
  });

  it('a list of goods frees no more than the duty still covers on its day', () => {
    const all = busan.tariff['us/s301-list3']!.share;
    const most = { ...exclude, share: all } as const;
    const state = later(
      after(busan, from(most, DAY), { ...exclude, exclusion: 'first', label: 'First', share: 0.1 }),
      DAY,
    );
    expect(state.tariff['us/s301-list3']).toMatchObject({ share: 0 });
    expect(sound(state)).toEqual([]);
  });
});
