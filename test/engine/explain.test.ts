/** Which legal events an explanation names as nearest, and in which order. */
import { describe, expect, it } from 'vitest';
import { dateFrom, laterThanField, numberFrom } from '../../src/actions/domain';
import { actionTable, actionTypes, tableOf, type ActionType, type EventBase } from '../../src/actions/index';
import { explain } from '../../src/engine/explain';
import { legalActions, nearestOf } from '../../src/engine/legal-actions';
import type { State } from '../../src/model/state';
import { kualaLumpur, morningOf } from '../record';
import { brokenBy, ownType } from './own-types';

const TODAY = kualaLumpur.today;
const LAMPS = ['a', 'b', 'c'];
const LEVEL = { level: numberFrom(0, 10) };
const DAYS = { kind: 'date', from: TODAY, to: '2025-10-30', nullable: false, but: [] } as const;

/** Moves on three lamps, of which one is out. */
const LIT = brokenBy('lamp/out', ['c'], { instead: ['lamp.light', 'lamp.swap'] });
const table = tableOf([
  ownType('lamp.dim', { actors: ['US', 'CN'], subjects: LAMPS, rules: [LIT], fields: LEVEL }),
  ownType('lamp.light', { subjects: LAMPS, rules: [brokenBy('lamp/lit', ['a', 'b'])] }),
  ownType('lamp.smash', { subjects: LAMPS, rules: [brokenBy('lamp/kept', LAMPS)] }),
  ownType('lamp.mend', {
    subjects: LAMPS,
    rules: [brokenBy('lamp/whole', LAMPS, { instead: ['lamp.swap'] })],
  }),
  ownType('lamp.swap', { actors: ['US', 'CN'], subjects: LAMPS, fields: LEVEL }),
  ownType('room.sweep'),
  ownType('room.close', { rules: [brokenBy('room/open', [''])] }),
  ownType('lamp.sell', { subjects: LAMPS }),
  ownType('lamp.lend', {
    subjects: ['b'],
    fields: { from: dateFrom(TODAY, '2025-10-30'), until: laterThanField(DAYS, 'from') },
  }),
  ownType('lamp.hang', { subjects: LAMPS }),
]);

const move = (type: string, fields: object = {}, actor = 'US'): EventBase =>
  ({ type, actor, on: TODAY, ...fields }) as EventBase;

/** The nearest of an event by type, subject and level, and by its actor where that is another. */
function nearest(event: EventBase): readonly string[] {
  return explain(kualaLumpur, event, table).nearest.map((near) => {
    const { id, level } = near as { readonly id?: string; readonly level?: number };
    return [near.type, id, level, near.actor === event.actor ? undefined : near.actor]
      .filter((part) => part !== undefined)
      .join(' ');
  });
}

describe('the nearest of a refused event', () => {
  it('is first what the broken rule names instead, in its order, on the same subject by the same actor', () => {
    expect(nearest(move('lamp.dim', { id: 'c', level: 3 }))).toEqual([
      'lamp.light c',
      'lamp.swap c 3',
      'lamp.dim a 3',
    ]);
  });

  it('is not what a rule names instead that is not broken', () => {
    expect(nearest(move('lamp.dim', { id: 'a', level: 99 }))).toEqual([
      'lamp.dim a 10',
      'lamp.dim b 10',
      'lamp.dim a 10 CN',
    ]);
  });

  it('is the same move elsewhere, and after that by another, before any other move on its subject', () => {
    expect(nearest(move('lamp.light', { id: 'b' }))).toEqual([
      'lamp.light c',
      'lamp.dim b 0',
      'lamp.swap b 0',
    ]);
    expect(nearest(move('lamp.swap', { id: 'b', level: 40 }, 'CN'))).toEqual([
      'lamp.swap b 10',
      'lamp.swap a 10',
      'lamp.swap c 10',
    ]);
    expect(nearest(move('lamp.hang', { id: 'c' }, 'CN'))).toEqual([
      'lamp.hang c US',
      'lamp.hang a US',
      'lamp.hang b US',
    ]);
  });

  it('is another move on its subject by its actor where the move itself is nowhere open, three at most', () => {
    expect(nearest(move('lamp.smash', { id: 'b' }))).toEqual([
      'lamp.dim b 0',
      'lamp.swap b 0',
      'lamp.sell b',
    ]);
    expect(nearest(move('lamp.smash', { id: 'c' }))).toEqual([
      'lamp.light c',
      'lamp.swap c 0',
      'lamp.sell c',
    ]);
    expect(nearest(move('lamp.smash', { id: 'c' }, 'CN'))).toEqual(['lamp.swap c 0']);
  });

  it('is named once, by whichever way it comes', () => {
    expect(nearest(move('lamp.mend', { id: 'c', level: 7 }))).toEqual([
      'lamp.swap c 7',
      'lamp.light c',
      'lamp.sell c',
    ]);
  });

  it('is none of a type without a subject, of an unknown subject, of an unknown type or of no form', () => {
    expect(nearest(move('room.close'))).toEqual([]);
    expect(nearest(move('lamp.smash', { id: 'd' }))).toEqual([]);
    expect(nearest(move('lamp.smash', { id: 5 }))).toEqual([]);
    expect(nearest(move('lamp.smsh', { id: 'b' }))).toEqual([]);
    expect(nearest(move('lamp.sell', { id: 'b', then: () => 1 }))).toEqual([]);
    expect(nearest(null as unknown as EventBase)).toEqual([]);
  });

  it('is the move itself today where it is of another day', () => {
    expect(nearest({ ...move('room.sweep'), on: '2025-10-24' })).toEqual(['room.sweep']);
  });

  it('is never what the kept fields make illegal', () => {
    const lend = move('lamp.lend', { id: 'b', from: '2025-10-29', until: '2025-11-20' });
    expect(explain(kualaLumpur, lend, table).nearest[0]).toEqual({ ...lend, until: '2025-10-30' });
    // From the last day on there is no later one.
    expect(nearest({ ...lend, from: '2025-10-30' } as EventBase)).toEqual([
      'lamp.dim b 0',
      'lamp.swap b 0',
      'lamp.sell b',
    ]);
  });
});

describe('an explanation', () => {
  it('of a legal event has no refusal and nothing nearest', () => {
    const dim = move('lamp.dim', { id: 'a', level: 3 });
    expect(explain(kualaLumpur, dim, table)).toEqual({ legal: true, refusals: [], nearest: [] });
  });
});

/** Who and what breaks a rule of a type that names what to do instead, where that is open; with what it names. */
function brokenWithInstead(state: State, action: ActionType) {
  const found: { readonly event: EventBase; readonly instead: readonly EventBase[] }[] = [];
  for (const actor of action.actors)
    for (const subject of action.subjects(state, actor)) {
      const named = action.rules.flatMap(({ instead, violated }) =>
        violated(state, actor, subject) === null ? [] : (instead ?? []),
      );
      const event = { ...action.examples[0]!, actor, on: state.today, [action.subject ?? '']: subject };
      const open = named.flatMap((type) => [...legalActions(state, { type, actor, subject })]);
      if (open.length > 0)
        found.push({ event, instead: open.map((template) => nearestOf(template, event).event) });
    }
  return found;
}

describe('what a rule of the table names instead', () => {
  const naming = actionTypes.filter(({ rules }) => rules.some(({ instead }) => instead !== undefined));

  it('is an action type of the table', () => {
    for (const { rules } of naming)
      for (const type of rules.flatMap(({ instead = [] }) => instead))
        expect(actionTable.byType.has(type), type).toBe(true);
  });

  it('comes first wherever the rule is broken and that is open', () => {
    let asked = 0;
    for (const state of [kualaLumpur, morningOf('2025-11-10')])
      for (const action of naming)
        for (const { event, instead } of brokenWithInstead(state, action).slice(0, 1)) {
          const { legal, nearest: near } = explain(state, event);
          expect(legal).toBe(false);
          expect(near.slice(0, instead.length)).toEqual(instead.slice(0, 3));
          asked += 1;
        }
    expect(asked).toBeGreaterThan(5);
  });
});
