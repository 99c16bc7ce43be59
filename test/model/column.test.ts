/** What was changed in place goes on in public as any other state: no list beside a column leaves with it. */
import { describe, expect, it } from 'vitest';
import { advanceTo, digest, runEpisode, start, transition, recordedOn } from '../../src/entries/index';
import { facts } from '../../src/facts/packaged';
import { stepInPlace } from '../../src/engine/apply';
import { nextCalendarEvent } from '../../src/engine/replay';
import { isRolled } from '../../src/model/column';
import { copyState, plainState } from '../../src/model/copy-state';
import type { State } from '../../src/model/state';

const rolled = (state: State) =>
  Object.entries(state)
    .filter(([, column]) => typeof column === 'object' && column !== null && isRolled(column as object))
    .map(([name]) => name);

const PUBLIC: readonly (readonly [string, () => State])[] = [
  ['the first day of a shipped scenario', () => start('kuala-lumpur-2025')],
  ['the first day of a past meeting', () => start('past-geneva-2025')],
  ['the end of an episode', () => runEpisode('kuala-lumpur-2025', { episode: 3 }).final],
  [
    'a day of the record',
    () => {
      const day = recordedOn(facts, '2025-10-25');
      if (!day.ok) throw new Error(day.event.type);
      return day.state;
    },
  ],
];

describe.each(PUBLIC)('%s', (_name, make) => {
  it('carries no list beside its columns', () => {
    expect(rolled(make())).toEqual([]);
  });

  it('comes to the same by public transitions as in place, a year on', () => {
    const first = make();
    const until = `${Number(first.today.slice(0, 4)) + 1}${first.today.slice(4)}`;
    const inPlace = copyState(first);
    for (
      let event = nextCalendarEvent(inPlace, until);
      event !== null;
      event = nextCalendarEvent(inPlace, until)
    )
      expect(stepInPlace(inPlace, event)).toBe(true);
    expect(digest(advanceTo(first, until).state)).toBe(digest(inPlace));
  });

  it('keeps what it promised when one of its measures is withdrawn in public', () => {
    const first = make();
    const duty = Object.values(first.tariff).find(
      ({ status, imposer, authority }) => status === 'in-force' && imposer === 'US' && authority === 's301',
    )!;
    const event = {
      type: 'tariff.withdraw',
      actor: 'US',
      on: first.today,
      id: duty.id,
      traded: false,
    } as const;
    const next = transition(first, event);
    expect(next.ok && next.state.tariff[duty.id]!.status).toBe('withdrawn');
    expect(first.tariff[duty.id]!.status).toBe('in-force');
  });
});

describe('a state made plain', () => {
  it('is the same JSON as the one in place, whose columns are rolled', () => {
    const inPlace = copyState(start('kuala-lumpur-2025'));
    expect(rolled(inPlace).length).toBeGreaterThan(8);
    expect(rolled(plainState(inPlace))).toEqual([]);
    expect(JSON.stringify(plainState(inPlace))).toBe(JSON.stringify(inPlace));
  });
});
