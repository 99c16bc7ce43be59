import { describe, expect, it } from 'vitest';
import { facts } from '../../../src/facts/packaged';
import { recordSpan } from '../../../src/facts/record-span';
import type { Facts } from '../../../src/facts/schema';
import { loadScenario } from '../../../src/scenario/library';
import { firstDayOf, specificationOf } from '../../../src/scenario/model-specification';
import { foldedTo } from '../../../src/facts/fold';
import { stateOn } from '../../../src/facts/initial-state';
import { parseScenario, pastScenarios, start } from '../../../src/analyses/resolve';
import { runEpisode } from '../../../src/analyses/project';
import { addDays, isIsoDate } from '../../../src/kit/calendar';
import { BASE_SCENARIO } from '../../../src/analyses/backtest/work';
import { agendaOn, pastMeetings } from '../../../src/analyses/backtest/dossier';

const base = loadScenario(BASE_SCENARIO);
const past = pastMeetings(facts, base);

/** Dates that say when a row begins to hold or was made known. */
const BEGINS = ['from', 'on', 'announcedOn', 'agreedOn', 'publishedOn'] as const;

/** The facts as a reader of that day could have had them: every act and row that begins later is cut out, at any depth. */
function knownBy(day: string, value: unknown, key = ''): unknown {
  if (Array.isArray(value))
    return value.filter((item) => !isLater(day, item, key)).map((item) => knownBy(day, item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, item]) => name !== 'planned' || !isLater(day, item, name))
      .map(([name, item]) => [name, knownBy(day, item, name)]),
  );
}

function isLater(day: string, item: unknown, list: string): boolean {
  if (typeof item !== 'object' || item === null) return false;
  // A meeting and a dossier are named by a day ahead; what was known of a meeting, its plan and the acts say.
  if (['meetings', 'dossiers', 'terms'].includes(list)) return false;
  const row = item as Record<string, unknown>;
  if (list === 'acts') return (row.event as { on: string }).on > day;
  const begins = BEGINS.map((name) => row[name]).filter(
    (date): date is string => typeof date === 'string' && isIsoDate(date),
  );
  if (Array.isArray(row.history)) return (row.history as { from: string }[]).every((h) => h.from > day);
  return begins.length > 0 && begins.some((date) => date > day && date !== row.announcedOn);
}

describe('past meetings', () => {
  it('are scenarios like any other: to start, to run and to extend by their ids', () => {
    expect(pastScenarios().map((scenario) => scenario.id)).toEqual(facts.dossiers.map(({ id }) => id));
    expect(start('past-geneva-2025').today).toBe('2025-05-09');
    expect(runEpisode('past-osaka-2019').final.today).toBe('2019-07-14');
    const variant = { id: 'geneva-without-tiktok', extends: 'past-geneva-2025', title: 'T', question: 'Q?' };
    const parsed = parseScenario({ ...variant, asOf: '2025-05-10' });
    expect(parsed.ok && parsed.scenario).toMatchObject({ asOf: '2025-05-10', meeting: 'geneva-2025' });
  });

  it('are the twenty-four coded ones, from Beijing to Washington, each frozen before its day', () => {
    expect(facts.dossiers.map(({ codedMeeting }) => codedMeeting)).toEqual(
      facts.codedMeetings.map(({ id }) => id),
    );
    expect(past.filter(({ set }) => set === 'nine').map(({ meeting }) => meeting)).toEqual([
      'buenos-aires-2018',
      'washington-may-2019',
      'osaka-2019',
      'phase-one-december-2019',
      'geneva-2025',
      'london-2025',
      'stockholm-2025',
      'madrid-2025',
      'busan-2025',
    ]);
    expect(past.filter(({ set }) => set === 'ten').length).toBe(10);
    expect(past.filter(({ set }) => set === 'five').map(({ meeting }) => meeting)).toEqual([
      'paris-2026',
      'seoul-2026',
      'beijing-2026',
      'new-york-2026',
      'washington-2026',
    ]);
    for (const { asOf, on } of past) expect(asOf < on).toBe(true);
  });

  it('stand on the eve of the round that was coded', () => {
    const { rounds } = foldedTo(facts, recordSpan(facts).last);
    for (const { codedMeeting, asOf, set } of facts.dossiers) {
      const round = rounds[codedMeeting];
      if (set !== 'nine' && round !== undefined) expect(asOf, codedMeeting).toBe(addDays(round.opensOn, -1));
    }
  });

  it('count pain from the first day of the record or from the inauguration of 2025', () => {
    for (const { asOf, painSince } of facts.dossiers)
      expect(painSince).toBe(asOf < '2025' ? '2018-01-01' : '2025-01-20');
  });

  it('say whether leaders meet: five of them do, the others are rounds of ministers or deputies', () => {
    const leaders = past.filter(({ scenario }) => specificationOf(scenario, facts).leadersMeet);
    expect(leaders.map(({ meeting }) => meeting)).toEqual([
      'buenos-aires-2018',
      'osaka-2019',
      'busan-2025',
      'beijing-2026',
      'washington-2026',
    ]);
    expect(specificationOf(base, facts).leadersMeet).toBe(true);
  });

  it('are no preparation for themselves: the round that is looked at is not among the talks of its state', () => {
    const own = past.find(({ meeting }) => meeting === 'kuala-lumpur-2025')!;
    expect(foldedTo(facts, own.asOf).rounds['kuala-lumpur-2025']).toMatchObject({ status: 'scheduled' });
    expect(stateOn(facts, firstDayOf(own.scenario, facts)).rounds['kuala-lumpur-2025']).toBeUndefined();
    const busan = past.find(({ id }) => id === 'past-busan-2025')!;
    expect(stateOn(facts, firstDayOf(busan.scenario, facts)).rounds['kuala-lumpur-2025']).toBeDefined();
  });

  it.each(past.map((meeting) => [meeting.id, meeting] as const))(
    '%s is a sound scenario',
    (_id, { scenario }) => {
      const parsed = parseScenario(scenario);
      expect(parsed.ok ? [] : parsed.issues).toEqual([]);
      // Until July 2018 nothing was in force, and only China was asked for anything.
      const early = scenario.asOf < '2018-07-06';
      expect(scenario.agenda.length).toBeGreaterThanOrEqual(early ? 1 : 5);
      const givers = new Set(
        scenario.agenda.map((id) => facts.issues.find((issue) => issue.id === id)!.giver),
      );
      expect(givers.size).toBe(early ? 1 : 2);
    },
  );

  it.each(past.map((meeting) => [meeting.id, meeting] as const))(
    '%s: the same state comes from facts in which every later act and row is cut out',
    (_id, { scenario, asOf }) => {
      const cut = knownBy(asOf, facts) as Facts;
      expect(cut.acts.length).toBeGreaterThan(5);
      expect(cut.acts.length).toBeLessThan(facts.acts.length);
      expect(cut.acts.at(-1)!.event.on <= asOf).toBe(true);
      const opening = firstDayOf(scenario, facts);
      expect(stateOn(cut, opening)).toEqual(stateOn(facts, opening));
    },
  );

  it.each(past.map((meeting) => [meeting.id, meeting] as const))(
    '%s: agenda and base rate need nothing later either',
    (_id, { scenario, asOf }) => {
      const cut = knownBy(asOf, facts) as Facts;
      expect(agendaOn(cut, asOf).map((issue) => issue.id)).toEqual(scenario.agenda);
      const known = specificationOf(scenario, { ...facts, codedMeetings: cut.codedMeetings });
      expect(known.baseRate).toEqual(specificationOf(scenario, facts).baseRate);
      expect(facts.codedMeetings.filter((meeting) => meeting.on < asOf).length).toBe(known.baseRateMeetings);
    },
  );

  it('hold no date of a later act in their state', () => {
    for (const { scenario, asOf } of past) {
      const { deadlines: _deadlines, ...state } = stateOn(facts, firstDayOf(scenario, facts));
      const ahead = new Set([
        // The day from which an order applies that was made before.
        'from',
        'dueOn',
        'rateBy',
        'suspendedUntil',
        'expiresOn',
        'until',
        'decisionDueOn',
        'opensOn',
        'closesOn',
        'endsOn',
      ]);
      const later: string[] = [];
      const walk = (value: unknown, path: string, key: string): void => {
        if (
          typeof value === 'string' &&
          isIsoDate(value) &&
          value > asOf &&
          !ahead.has(key) &&
          !/^\.meetings\.[^.]+\.on$/.test(path)
        )
          later.push(`${path} ${value}`);
        if (typeof value === 'object' && value !== null)
          for (const [name, item] of Object.entries(value))
            walk(item, `${path}.${name}`, Array.isArray(value) ? key : name);
      };
      walk(state, '', '');
      expect(later, scenario.id).toEqual([]);
    }
  });

  it('weigh the duties of Kuala Lumpur as its agenda does, by the rule and not by hand', () => {
    const busan = past.find(({ id }) => id === 'past-busan-2025')!.scenario;
    expect(busan.agenda.toSorted()).toEqual(base.agenda.toSorted());
    expect(busan.issues['fentanyl-tariff']).toEqual({ benefit: 0.22, cost: 0.145 });
    expect(busan.issues.extension).toEqual({ benefit: 0.2, cost: 0.05 });
  });

  it('weigh the same duty less the higher the wall behind it stands', () => {
    const weight = (id: string) =>
      past.find((meeting) => meeting.id === id)!.scenario.issues['fentanyl-tariff']!.benefit!;
    expect(weight('past-geneva-2025')).toBeLessThan(weight('past-busan-2025'));
  });

  it('weigh a Chinese answer in duties by what lifting it relieves, its cost in the old ratio', () => {
    const weights = (id: string) => past.find((meeting) => meeting.id === id)!.scenario.issues;
    const issue = facts.issues.find(({ id }) => id === 'escalation-answer')!;
    const geneva = weights('past-geneva-2025')['escalation-answer']!;
    const buenosAires = weights('past-buenos-aires-2018')['section-301-answer']!;
    expect(geneva.benefit).toBeGreaterThan(2 * issue.benefit);
    expect(geneva.cost! / geneva.benefit!).toBeCloseTo(issue.cost / issue.benefit, 2);
    expect(buenosAires.benefit).toBeLessThan(geneva.benefit! / 3);
  });

  it('weigh the April licences by the trade that their control denies, as it does in October', () => {
    const weights = (id: string) =>
      past.find((meeting) => meeting.id === id)!.scenario.issues['april-licences'];
    const { benefit, cost } = facts.issues.find(({ id }) => id === 'april-licences')!;
    expect(weights('past-busan-2025')).toEqual({ benefit, cost });
    expect(weights('past-geneva-2025')!.benefit! / benefit).toBeCloseTo(0.95 / 0.3, 3);
  });

  it('carry no rate, weight or agenda of their own: the file names a meeting and days only', () => {
    for (const dossier of facts.dossiers)
      expect(Object.keys(dossier).toSorted()).toEqual([
        'asOf',
        'codedMeeting',
        'id',
        'meeting',
        'painSince',
        'set',
        'title',
      ]);
  });
});
