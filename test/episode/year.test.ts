/** The year after: what comes of it, when it begins, and that it can be switched off. */
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/entries/index';
import { prepare } from '../../src/analyses/prepared';
import { runToHorizon, type FinishedEpisode } from '../../src/episode/episode';
import { parameterSampler } from '../../src/episode/parameter-draw';
import { Trace } from '../../src/episode/trace';
import { stepInPlace } from '../../src/engine/apply';
import { passInPlace } from '../../src/engine/replay';
import { addDays, daysBetween } from '../../src/kit/calendar';
import { copyState } from '../../src/model/copy-state';
import type { State } from '../../src/model/state';
import { dated } from '../../src/policies/promises';
import { yearRates } from '../../tools/year-rates';
import { createDraws } from '../../src/kit/keyed-draws';
import { facts } from '../../src/facts/packaged';
import { loadScenario } from '../../src/scenario/library';
import type { Scenario } from '../../src/scenario/schema';
import { itLong } from '../long';

const EPISODES = 40;
const draws = createDraws('the year after');

interface Told {
  readonly finished: FinishedEpisode;
  readonly events: readonly { readonly event: Event; readonly rule: string }[];
  /** The American average in the evening of each day. */
  readonly averages: ReadonlyMap<string, number>;
  readonly drawn: ReadonlySet<string>;
  /** The state on the evening of each day with an agreement, as it was. */
  readonly agreed: readonly State[];
}

function told(scenario: Scenario, episode: number): Told {
  const { initial, specification } = prepare(scenario);
  const trace = new Trace();
  const averages = new Map<string, number>();
  const agreed: State[] = [];
  const finished = runToHorizon(
    { initial, specification, draws },
    parameterSampler(specification)(draws, episode),
    episode,
    true,
    (_day, state, { latent, log }) => {
      averages.set(state.today, latent.view.usOnCnPct);
      if (log?.some(({ type, on }) => type === 'agreement.reach' && on === state.today))
        agreed.push(copyState(state));
    },
    trace,
  );
  const events = (finished.run.log ?? []).map((event, at) => ({ event, rule: trace.causes[at]?.rule ?? '' }));
  return { finished, events, averages, drawn: new Set(trace.trials.map(({ name }) => name)), agreed };
}

const episodesOf = (id: string, parameters: Scenario['parameters'] = {}, horizon?: string): Told[] => {
  const shipped = loadScenario(id);
  const scenario = {
    ...shipped,
    parameters: { ...shipped.parameters, ...parameters },
    horizon: horizon ?? shipped.horizon,
  };
  return Array.from({ length: EPISODES }, (_, episode) => told(scenario, episode));
};

const REVERSED = 'a measure that hurts both is taken back';
const REPLACED = 'another statute takes the place of one that was struck down';
const MEETING = '2025-10-30';

describe('the year after', () => {
  const base = episodesOf('kuala-lumpur-2025');

  it('begins when the outcome of the meeting has been read, fourteen days after it', () => {
    const days = base.flatMap(({ events }) =>
      events.filter(({ rule }) => rule === REVERSED || rule === REPLACED).map(({ event }) => event.on),
    );
    expect(days.length).toBeGreaterThan(EPISODES / 4);
    expect(days.filter((on) => on <= addDays(MEETING, 14))).toEqual([]);
  });

  it('proposes nothing that the law refuses', () => {
    for (const { finished } of base) expect(finished.run.refused).toEqual([]);
  });

  itLong('draws nothing and brings nothing at sizes of nought', () => {
    const sizes = facts.parameters.filter(({ name, size }) => size === true && name.startsWith('year.'));
    const off = episodesOf('court-strikes-ieepa', Object.fromEntries(sizes.map(({ name }) => [name, 0])));
    for (const { events, drawn } of off) {
      const ofTheYear =
        /reversal|replacement|talks\/call|talks\/summit|round\/|summit\/|renewed|listing|easing|kind\/|probe\//;
      expect([...drawn].filter((name) => ofTheYear.test(name))).toEqual([]);
      const rules = [REVERSED, REPLACED, 'the leaders speak', 'the leaders plan to meet again'];
      expect(events.filter(({ rule }) => rules.includes(rule))).toEqual([]);
    }
  });

  itLong(
    'takes back what is in force for less than a year, and never what replaces a struck-down duty',
    () => {
      for (const { events } of [...base, ...episodesOf('court-strikes-ieepa')]) {
        for (const { event, rule } of events) {
          if (rule !== REVERSED || !('id' in event)) continue;
          expect(event.id).not.toContain('/replacement-');
        }
      }
    },
  );
});

describe('talks in the year after', () => {
  const base = episodesOf('kuala-lumpur-2025');
  const after = addDays(MEETING, 14);
  const { initial, specification } = prepare(loadScenario('kuala-lumpur-2025'));
  const sampler = parameterSampler(specification);
  // A rate needs more episodes than a story does.
  const logs = Array.from({ length: 10 * EPISODES }, (_, episode) => {
    const plan = { initial, specification, draws };
    return runToHorizon(plan, sampler(draws, episode), episode, true).run.log!.filter(({ on }) => on > after);
  });
  const aYear = (counted: (event: Event) => boolean) => {
    const n = logs.reduce((sum, log) => sum + log.filter(counted).length, 0);
    return ((n / logs.length) * 365.25) / daysBetween(after, specification.horizon);
  };
  const spread = (parameter: string) => {
    const rate = yearRates().find((counted) => counted.parameter === parameter);
    if (rate === undefined) throw new Error(`nothing is counted for ${parameter}`);
    return rate;
  };

  it.each([
    ['year.rounds', 1, ({ type }: Event) => type === 'talks.conclude'],
    ['year.calls', 1, ({ type }: Event) => type === 'talks.leaders-call'],
    ['year.summits', 1, ({ type }: Event) => type === 'meeting.hold'],
    // The record counts the years of both sides.
    ['year.listings', 2, ({ type }: Event) => type === 'listing.impose'],
  ])(
    'come as often as the record has them: %s within the spread of the count',
    (parameter, sides, counted) => {
      const { low, high } = spread(parameter);
      expect(aYear(counted) / sides).toBeGreaterThan(low * 0.9);
      expect(aYear(counted) / sides).toBeLessThan(high * 1.1);
    },
  );

  it('settle at later tables what was put off, and open nothing that is settled for good', () => {
    const settledFor = new Set<string>();
    let later = 0;
    for (const { events } of base) {
      const settled = new Set<string>();
      for (const { event } of events) {
        if (event.type !== 'agreement.reach') continue;
        for (const { issue } of event.terms) {
          if (settled.has(issue)) settledFor.add(issue);
          settled.add(issue);
        }
        if (event.on > MEETING) later += 1;
      }
    }
    expect(later).toBeGreaterThan(EPISODES / 10);
    const forATime = facts.issues.filter(({ performance }) =>
      performance.some(({ kind }) => /^(suspend|postpone|extend)/.test(kind)),
    );
    expect([...settledFor].filter((id) => !forATime.some((issue) => issue.id === id))).toEqual([]);
  });

  it('pledge nothing that the law refuses on its day, whatever the others do in between', () => {
    let pledged = 0;
    for (const { agreed } of base) {
      for (const state of agreed) {
        const open = Object.values(state.pledges)
          .filter(({ status, dueOn }) => status === 'open' && dueOn >= state.today)
          .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
        const then = copyState(state);
        for (const { act, dueOn } of open) {
          if (then.today < dueOn) passInPlace(then, dueOn);
          pledged += 1;
          expect([act.type, act.id, dueOn, stepInPlace(then, dated(act, dueOn))]).toEqual([
            act.type,
            act.id,
            dueOn,
            true,
          ]);
        }
      }
    }
    expect(pledged).toBeGreaterThan(EPISODES * 10);
  });

  it('prolong a text or a suspension only when it has little time left', () => {
    let prolonged = 0;
    for (const { finished, events } of base) {
      const { renewalDays } = finished.run.parameters.year;
      // A leaders' pledge is carried out within days of the text that it stands in.
      const soon = renewalDays + 30;
      const state = copyState(finished.run.first);
      for (const { event } of events) {
        if (event.type !== 'calendar.advance' && event.on > addDays(MEETING, 45)) {
          const ends =
            event.type === 'truce.extend'
              ? state.truce.expiresOn
              : event.type === 'tariff.extend'
                ? (state.tariff[event.id]?.suspendedUntil ?? null)
                : null;
          if (ends !== null) {
            prolonged += 1;
            expect(daysBetween(event.on, ends), `${event.type} on ${event.on}`).toBeLessThanOrEqual(soon);
          }
        }
        expect(stepInPlace(state, event)).toBe(true);
      }
    }
    expect(prolonged).toBeGreaterThan(EPISODES);
  });
});

describe('what nobody pays for in the year after', () => {
  const base = episodesOf('kuala-lumpur-2025');
  const all = base.flatMap(({ events }) => events);
  const begins = addDays(MEETING, 14);
  const isPassing = (id: string) => id.includes('/passing-');

  it('is a listing that passes: it is never called a breach and never answered', () => {
    const passing = all.filter(({ event }) => event.type === 'listing.impose' && isPassing(event.id));
    expect(passing.length).toBeGreaterThan(EPISODES / 10);
    for (const { event } of all) {
      if (event.type === 'truce.breach') expect(event.through).not.toMatch('/passing-');
      if ('label' in event) expect(event.label).not.toMatch('/passing-');
    }
  });

  it('is no listing on a day on which a text is made or prolonged', () => {
    for (const { events } of base) {
      const texts = new Set(
        events
          .filter(({ event: { type } }) => type === 'truce.extend' || type === 'truce.conclude')
          .map(({ event: { on } }) => on),
      );
      const passing = events.filter(({ event }) => event.type === 'listing.impose' && isPassing(event.id));
      expect(passing.filter(({ event }) => texts.has(event.on))).toEqual([]);
    }
  });

  it('is an easing of a control now and then, and of nothing that is in force no more', () => {
    const EASED = 'a control is eased without a deal';
    const eased = all.filter(({ rule }) => rule === EASED);
    expect(eased.length).toBeGreaterThan(EPISODES / 4);
    expect(eased.length).toBeLessThan(EPISODES * 1.5);
    expect(eased.every(({ event }) => event.type === 'control.ease' && event.on > begins)).toBe(true);
    // A quarter of what it was, to the hundredth.
    for (const { finished, events } of base) {
      const state = copyState(finished.run.first);
      for (const { event, rule } of events) {
        const before =
          rule === EASED && event.type === 'control.ease' ? state.control[event.id]!.severity : 0;
        if (rule === EASED && event.type === 'control.ease')
          expect(event.severity).toBeCloseTo(Math.round(75 * before) / 100, 9);
        expect(stepInPlace(state, event)).toBe(true);
      }
    }
  });

  it('is an answer with a control, at times and not before the year: a control is answered with a control', () => {
    const answers = all.filter(({ event }) => 'id' in event && event.id.includes('/answer-'));
    const controls = answers.filter(({ event }) => event.type === 'control.impose');
    expect(controls.length).toBeGreaterThan(EPISODES / 5);
    expect(controls.length).toBeLessThan(answers.length);
    for (const { event } of controls) expect(event.on > begins).toBe(true);
    expect(new Set(controls.map(({ event }) => event.actor))).toEqual(new Set(['US', 'CN']));
  });

  it('is a finding on the eve of the day that a statute sets: of American investigations most find, of Chinese few', () => {
    const DECIDED = 'an investigation is decided by its day';
    const shareFinding = (party: string) => {
      const findings = all.flatMap(({ event, rule }) =>
        rule === DECIDED && event.type === 'probe.find' && event.actor === party ? [event.affirmative] : [],
      );
      expect(findings.length).toBeGreaterThan(5);
      return findings.filter(Boolean).length / findings.length;
    };
    expect(shareFinding('US')).toBeGreaterThan(0.8);
    expect(shareFinding('CN')).toBeLessThan(0.5);
    // What is not decided lapses the day after.
    const lapsed = all.filter(({ event }) => event.type === 'probe.lapse' && event.on > addDays(begins, 1));
    expect(lapsed.length).toBeGreaterThan(0);
  });
});

describe('an executed duty of a hundred per cent', () => {
  // Without a meeting no text takes it back.
  const heavy = episodesOf('hundred-per-cent-executed', { 'meeting.notHeld': 0.99 }).filter(
    ({ averages }) => (averages.get(addDays(MEETING, 16)) ?? 0) > 100,
  );
  const stoodDays = heavy.map(({ averages }) => {
    const end = [...averages].find(([on, pct]) => on > addDays(MEETING, 16) && pct < 100)?.[0];
    return end === undefined ? Infinity : daysBetween(addDays(MEETING, 16), end);
  });
  const shareBy = (days: number) => stoodDays.filter((stood) => stood <= days).length / stoodDays.length;

  it('is gone within a year in most episodes, and within five weeks in some and not in all', () => {
    expect(heavy.length).toBeGreaterThan(EPISODES / 2);
    expect(shareBy(365)).toBeGreaterThan(0.7);
    expect(shareBy(35)).toBeGreaterThan(0.15);
    expect(shareBy(35)).toBeLessThan(0.8);
  });
});

describe('two authorities before the courts', () => {
  const shipped = loadScenario('kuala-lumpur-2025');
  const suit = { type: 'court.take-up', actor: 'court', on: '2025-10-25', authority: 's301' } as const;
  const rulings = ({ events }: Told) =>
    new Map(
      events.flatMap(({ event }) =>
        event.type === 'court.strike-down' ? [[event.authority, event.on] as const] : [],
      ),
    );
  const alone = Array.from({ length: EPISODES }, (_, episode) => rulings(told(shipped, episode)));
  const both = Array.from({ length: EPISODES }, (_, episode) =>
    rulings(told({ ...shipped, events: { ...shipped.events, suit } }, episode)),
  );

  it('are ruled on by themselves: either falls without the other, and seldom on one day', () => {
    const fallen = both.filter((days) => days.has('s301') && days.has('ieepa'));
    expect(fallen.length).toBeGreaterThan(EPISODES / 10);
    expect(fallen.filter((days) => days.get('s301') === days.get('ieepa')).length).toBeLessThan(3);
    expect(both.some((days) => days.has('s301') && !days.has('ieepa'))).toBe(true);
    expect(both.some((days) => days.has('ieepa') && !days.has('s301'))).toBe(true);
  });

  it('leave the one of which nothing was added as it was', () => {
    expect(both.map((days) => days.get('ieepa'))).toEqual(alone.map((days) => days.get('ieepa')));
  });
});

describe('a struck-down authority', () => {
  const struck = episodesOf('court-strikes-ieepa');
  const ordered = ({ events }: Told) =>
    events.flatMap(({ event }) =>
      event.type === 'tariff.impose' && event.id.startsWith('us/replacement-') ? [event] : [],
    );

  it('is replaced at once by at most 15 per cent under Section 122, which lapses after 150 days', () => {
    for (const episode of struck) {
      const stopgap = ordered(episode).find(({ authority }) => authority === 's122');
      expect(stopgap?.ratePct).toBeGreaterThan(5);
      expect(stopgap?.ratePct).toBeLessThanOrEqual(15);
      const lapse = episode.events.find(
        ({ event }) => event.type === 'tariff.lapse' && event.id === stopgap?.id,
      )?.event.on;
      expect(lapse).toBe(addDays(stopgap?.on ?? MEETING, 150));
    }
  });

  it('is replaced for good by a duty under Section 301 that rests on a finding, in most episodes', () => {
    const lasting = struck.flatMap((episode) => {
      const duty = ordered(episode).find(({ authority }) => authority === 's301');
      return duty === undefined ? [] : [{ duty, episode }];
    });
    expect(lasting.length).toBeGreaterThan(0.7 * EPISODES);
    for (const { duty, episode } of lasting) {
      const finding = episode.events.find(
        ({ event }) => event.type === 'probe.find' && event.id === duty.basis,
      );
      expect(finding?.event).toMatchObject({ affirmative: true });
    }
  });

  it('is replaced on a sector as well, in some episodes, by a duty under Section 232 that rests on a finding', () => {
    const sectors = struck.flatMap((episode) => {
      const duty = ordered(episode).find(({ authority }) => authority === 's232');
      return duty === undefined ? [] : [{ duty, episode }];
    });
    expect(sectors.length).toBeGreaterThan(EPISODES / 5);
    expect(sectors.length).toBeLessThan(EPISODES * 0.8);
    for (const { duty, episode } of sectors) {
      const finding = episode.events.find(
        ({ event }) => event.type === 'probe.find' && event.id === duty.basis && event.on <= duty.on,
      );
      expect(finding?.event).toMatchObject({ affirmative: true });
    }
  });

  it('brings back no more than was lost: the average stays below that before the ruling', () => {
    for (const { averages } of struck) {
      const before = averages.get('2025-10-28') ?? 0;
      for (const [on, pct] of averages) if (on > MEETING) expect(pct).toBeLessThan(before + 0.1);
    }
  });

  it('is not answered again by a side that answers all else', () => {
    for (const { events } of struck) {
      const answers = events.filter(({ event }) => 'label' in event && event.label.includes('/replacement-'));
      expect(answers).toEqual([]);
    }
  });
});
