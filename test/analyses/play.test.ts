/** Plays: what has happened stays, law and clocks do their part, and everything can be asked from where one stands. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  act,
  compare,
  digest,
  InputError,
  legalActions,
  parseScenario,
  passTo,
  play,
  project,
  RefusedEventError,
  replay,
  runEpisode,
  sampleMember,
  scenarios,
  start,
  transition,
  advanceTo,
  type Event,
  type EventOfToday,
  type Play,
} from '../../src/entries/index';
import { sensitivity } from '../../src/entries/studies';
import { createDraws } from '../../src/kit/keyed-draws';
import { facts } from '../../src/facts/packaged';
import { addDays, daysBetween } from '../../src/kit/calendar';
import { itLong } from '../long';

const ID = 'kuala-lumpur-2025';
const FEW = { runs: 20 } as const;

const [template] = [...legalActions(start(ID), { actor: 'US', type: 'listing.impose' })];

/** Two hundred firms are listed on a day. */
const listing = (on: string): Event =>
  ({ ...sampleMember(template!, () => 0), id: 'us/two-hundred', entities: 200, on, from: on }) as Event;

/** What came of one acted event, which must be legal. */
function acted(before: Play, event: EventOfToday): Play {
  const answer = act(before, event);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.play;
}

/** A play by lawful moves of the parties on the given days, chosen by the draws of a seed. */
function lawfulPlay(id: string, seed: string, days: readonly number[]): Play {
  const draws = createDraws(seed);
  let now = play(id);
  days.forEach((wait, step) => {
    now = passTo(now, addDays(now.state.today, wait));
    const templates = [...legalActions(now.state)].filter(({ actor }) => actor !== 'calendar');
    const template = templates[Math.floor(draws.uniform(step, 'which') * templates.length)]!;
    let n = 0;
    const event = sampleMember(template, () => draws.uniform(step, `value-${(n += 1)}`));
    now = acted(now, event as Event);
  });
  return now;
}

describe('a play', () => {
  itLong('of nothing that happened is projected as its scenario is, to the byte', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scenarios.map(({ id }) => id)), (id) => {
        expect(project(play(id), { runs: 4 })).toEqual(project(id, { runs: 4 }));
      }),
      { numRuns: 8 },
    );
  });

  itLong('has a log that replays on the first state to its state', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scenarios.map(({ id }) => id)),
        fc.string({ maxLength: 6 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
        (id, seed, days) => {
          const lived = lawfulPlay(id, `s${seed}`, days);
          const replayed = replay(start(id), lived.log);
          expect(replayed.ok).toBe(true);
          expect(digest(replayed.state)).toBe(digest(lived.state));
          expect(Object.isFrozen(lived.state.tariff)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is the same by its acts one by one and by its log at once', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 6 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
        (seed, days) => {
          const lived = lawfulPlay(ID, `t${seed}`, days);
          const again = play(ID, { after: { events: lived.log }, today: lived.state.today });
          expect(digest(again.state)).toBe(digest(lived.state));
          expect(again.latent).toEqual(lived.latent);
          expect(project(again, { runs: 3 }).digest).toBe(project(lived, { runs: 3 }).digest);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('takes a log made by the rules alone, the calendar’s events included', () => {
    const event = listing('2025-10-27');
    const { state: monday, events } = advanceTo(start(ID), '2025-10-27');
    const step = transition(monday, event);
    if (!step.ok) throw new Error('refused');
    const lived = play(ID, { after: [...events, event] });
    expect(lived.state.today).toBe('2025-10-27');
    expect(lived.state.listing).toEqual(step.state.listing);
    expect(lived.state.tariff).toEqual(step.state.tariff);
  });

  it('leaves nothing to chance before its today: every episode begins with its log', () => {
    const lived = acted(passTo(play(ID), '2025-10-27'), listing('2025-10-27'));
    for (let episode = 0; episode < 6; episode += 1) {
      const { events } = runEpisode(lived, { episode });
      const before = events.filter(({ on, actor }) => on < '2025-10-27' && actor !== 'calendar');
      expect(before).toEqual([]);
      expect(events.some((event) => digest(event) === digest(listing('2025-10-27')))).toBe(true);
    }
  });

  it('feels its costs: a latent state that follows the events', () => {
    const { latent } = play(ID, { today: '2025-10-29' });
    expect(latent.pain.US).toBeGreaterThan(0);
    expect(latent.ripeness).toBeGreaterThan(0);
    expect(latent).not.toEqual(play(ID).latent);
  });

  it('moves the projection by what was done', () => {
    const monday = play(ID, { today: '2025-10-27' });
    const lived = acted(monday, {
      actor: 'US',
      type: 'tariff.withdraw',
      id: 'us/ieepa-hundred',
      traded: true,
    });
    const [before, after] = [project(monday, { runs: 100 }), project(lived, { runs: 100 })];
    expect(after.today).toBe('2025-10-27');
    expect([after.outcomes, after.issues]).not.toEqual([before.outcomes, before.issues]);
  });

  itLong('is asked by every analysis as a scenario is', () => {
    const lived = acted(passTo(play(ID), '2025-10-27'), listing('2025-10-27'));
    const shorthand = { after: [listing('2025-10-27')], today: '2025-10-27' };
    expect(project(ID, { ...FEW, ...shorthand })).toEqual(project(lived, FEW));
    expect(compare(ID, lived, FEW).outcomes).toHaveLength(6);
    expect(sensitivity(lived, { method: 'tornado', output: 'held', runs: 2 })).toEqual(
      sensitivity(ID, { method: 'tornado', output: 'held', runs: 2, ...shorthand }),
    );
  });
});

describe('a day of the record', () => {
  const seenFrom = (id: string, asOf: string, events: object = {}) => {
    const read = parseScenario({
      id,
      extends: ID,
      title: id,
      question: 'What now?',
      about: 'A later day.',
      asOf,
      events,
    });
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return read.scenario;
  };

  it('after the meeting has no outcome of it and says why; averages and truce are counted from today', () => {
    const answer = project(seenFrom('after', '2025-11-05'), FEW);
    expect(answer).toMatchObject({
      meeting: null,
      outcomes: null,
      deal: null,
      issues: null,
      today: '2025-11-05',
    });
    expect(answer.noMeeting).toContain('2025-11-05');
    expect(answer.baseRate.weight).toBe(0);
    for (const { today, end, atHorizon } of Object.values(answer.averageTariffPct)) {
      expect(end.pUp + end.pSame + end.pDown).toBeCloseTo(1, 5);
      expect(end.levels.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 4);
      expect(Number.isFinite(today + atHorizon.mean)).toBe(true);
    }
    expect(answer.truce.text!.map((point) => point?.days)).toContain(90);
  });

  it('with another meeting planned is about that one', () => {
    const plan = {
      on: '2025-11-06',
      actor: 'both',
      type: 'meeting.plan',
      id: 'beijing-2026',
      day: '2026-04-15',
      place: 'Beijing',
    };
    const answer = project(seenFrom('april', '2025-11-05', { plan }), FEW);
    expect(answer.meeting).toMatchObject({ id: 'beijing-2026', on: '2026-04-15', place: 'Beijing' });
    expect(answer.outcomes!.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 4);
  });

  it('counts what was done before it: any day from the first to the last of the record is projected', () => {
    const last = facts.acts.at(-1)!.event.on;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: daysBetween('2025-01-20', last) }), (n) => {
        const asOf = addDays('2025-01-20', n);
        const answer = project(seenFrom('any-day', asOf), { runs: 2 });
        expect(answer.outcomes === null).toBe(answer.meeting === null);
        expect(answer.averageTariffPct.usOnCn.today).toBe(answer.averageTariffPct.usOnCn.start);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a play that was kept as JSON', () => {
  interface Kept {
    log: Record<string, unknown>[];
    state: { today: string; tariff: Record<string, { ratePct: number; status: string }> };
  }
  const kept = (): Kept => {
    const withdrawn = { type: 'tariff.withdraw', actor: 'US', id: 'us/ieepa-hundred', traded: true } as const;
    return JSON.parse(JSON.stringify(acted(passTo(play(ID), '2025-10-27'), withdrawn))) as Kept;
  };
  /** Everything that is asked of a play. */
  const ASKED: Readonly<Record<string, (of: Play) => unknown>> = {
    play: (of) => play(of),
    act: (of) => act(of, { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025' }),
    passTo: (of) => passTo(of, '2025-10-28'),
    project: (of) => project(of, { runs: 2 }),
    compare: (of) => compare(of, ID, { runs: 2 }),
  };
  const EDITS: readonly (readonly [what: string, edit: (kept: Kept) => void, where: RegExp])[] = [
    ['without its last event', ({ log }) => log.pop(), /\.state: expected the state to which its log leads/],
    [
      'with another rate',
      ({ state }) => (state.tariff['us/ieepa-fentanyl']!.ratePct = 15),
      /\.state: expected the state to/,
    ],
    ['on a later day', ({ state }) => (state.today = '2025-10-29'), /\.state: expected the state to/],
    [
      'on a day outside its scenario',
      ({ state }) => (state.today = '9990-10-29'),
      /\.state: .*eve of the horizon/,
    ],
    ['with an event of no type', ({ log }) => (log[0]!.type = 'nonsense'), /\.log: .*unknown action type/],
    ['with its events backwards', ({ log }) => log.reverse(), /\.log: .*no day before/],
    ['with an act that is refused', ({ log }) => (log.at(-1)!.id = 'us/nothing'), /\.log: .*refused/],
  ];
  it.each(EDITS)('is refused %s, whatever is asked of it', (_, edit, where) => {
    const edited = kept();
    edit(edited);
    for (const [name, ask] of Object.entries(ASKED)) {
      const asked = () => ask(edited as unknown as Play);
      expect(asked, name).toThrow(InputError);
      expect(asked, name).toThrow(where);
    }
  });

  it('answers as the play that it was', () => {
    const again = kept() as unknown as Play;
    for (const ask of Object.values(ASKED)) expect(digest(ask(play(again)))).toBe(digest(ask(again)));
  });
});

describe('what cannot have happened', () => {
  it('is refused with its place and every rule that it breaks', () => {
    const lawful = listing('2025-10-27');
    const after = [lawful, { ...lawful, on: '2025-10-28' }];
    const refused = (() => {
      try {
        return play(ID, { after });
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(RefusedEventError);
    expect(refused).toBeInstanceOf(InputError);
    expect(refused).toMatchObject({ index: 1, path: 'after.1' });
    expect((refused as RefusedEventError).refusals.length).toBeGreaterThan(0);
  });

  it('changes nothing of a play that is asked to do it', () => {
    const before = acted(play(ID), listing('2025-10-25'));
    const answer = act(before, listing('2025-10-25'));
    expect(answer.ok).toBe(false);
    expect(answer.play).toBe(before);
  });

  it.each([
    [
      'an event out of order',
      { after: [listing('2025-10-28'), { ...listing('2025-10-27'), id: 'us/other' }] },
    ],
    ['an event before the first day', { after: [listing('2025-10-24')] }],
    ['no list', { after: 7 }],
    ['a log of another scenario', { after: { scenario: 'trade-only', events: [] } }],
    ['a log of another first day', { after: { start: 'f'.repeat(64), events: [] } }],
    ['a type that there is not', { after: [{ type: 'tariff.nonsense', actor: 'US' }] }],
    ['a day that there is not', { today: '2025-02-30' }],
    ['a day before the first', { today: '2025-10-24' }],
    ['a day from the horizon on', { today: '2026-11-10' }],
    ['a day before the last event', { after: [listing('2025-10-28')], today: '2025-10-27' }],
  ])('gets an InputError: %s', (_name, options) => {
    expect(() => project(ID, { ...FEW, ...(options as object) })).toThrow(InputError);
  });

  it('a state is no scenario: the complaint says how it is projected', () => {
    expect(() => project(start(ID) as never, FEW)).toThrow(/play\(/);
  });
});
