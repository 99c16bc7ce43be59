/** The compiled types of events are those of the table: held by the compiler; who may act, by the table's rows. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Event, EventByType, EventType, TableEvent } from '../../src/actions';
import type { Writable } from '../../src/kit/writable';

/** The event of a type as the table has it, whoever acts. */
type InTable<T extends EventType> = Writable<Omit<Extract<TableEvent, { type: T }>, 'actor'>>;
type Compiled<T extends EventType> = Writable<Omit<EventByType[T], 'actor'>>;

/** The types whose compiled event the table's own does not take, or the other way round. */
type Strangers = {
  [T in EventType]: [InTable<T>] extends [Compiled<T>] ? ([Compiled<T>] extends [InTable<T>] ? never : T) : T;
}[EventType];

describe('the compiled types of events', () => {
  it('name the action types of the table and no other', () => {
    expectTypeOf<EventType>().toEqualTypeOf<TableEvent['type']>();
    expectTypeOf<EventType>().not.toEqualTypeOf<string>();
    expectTypeOf<Event['type']>().toEqualTypeOf<EventType>();
  });

  it('have the fields of the table, each with its type, in every row', () => {
    expectTypeOf<Strangers>().toEqualTypeOf<never>();
  });

  it('let only those act whom the type names', () => {
    expectTypeOf<EventByType['tariff.impose']['actor']>().toEqualTypeOf<'US' | 'CN'>();
    expectTypeOf<EventByType['meeting.hold']['actor']>().toEqualTypeOf<'both'>();
    // @ts-expect-error The calendar orders no duty.
    const impossible: Event = {
      type: 'tariff.raise',
      actor: 'calendar',
      on: '2025-10-25',
      id: 'a',
      ratePct: 1,
    };
    expect(impossible.actor).toBe('calendar');
  });
});
